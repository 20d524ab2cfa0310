/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-company-step.h"

G_BEGIN_DECLS

/* heed-company-step.c asks for the company, heed-company-step-check.c looks at its account. */
struct _HeedCompanyStep
{
  GtkBox parent_instance;

  HeedLibrary *library;
  GListStore *suggestions;
  GCancellable *checking;
  char *linked_network;
  char *linked_handle;
  gboolean is_filling;

  GtkEditable *company_row;
  GtkLabel *company_problem;
  GtkListBox *suggestion_list;
  GtkEditable *name_row;
  GtkListBox *check_list;
  GtkWidget *check_row;
  GtkLabel *check_title;
  GtkLabel *check_summary;
  GtkStack *check_stack;
  AdwExpanderRow *reach_row;
  GtkEditable *email_row;
  GtkEditable *mastodon_row;
  GtkEditable *bluesky_row;
  GtkEditable *x_row;
  GtkEditable *threads_row;
  GtkLabel *reach_problem;
};

void heed_company_step_install_check (GtkWidgetClass *widget_class);
void heed_company_step_show_check (HeedCompanyStep *self);

G_END_DECLS
