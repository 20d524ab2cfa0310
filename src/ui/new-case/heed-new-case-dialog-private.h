/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-date-row.h"
#include "heed-identity-records.h"
#include "heed-new-case-dialog.h"

G_BEGIN_DECLS

/* heed-new-case-dialog.c is the window, heed-new-case-form.c the form in it. */
struct _HeedNewCaseDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  GListStore *references;
  gboolean is_filling;
  gboolean is_touched;
  gboolean is_done;

  GtkLabel *problem_label;
  GtkButton *create_button;
  GtkEditable *company_row;
  GtkEditable *email_row;
  AdwExpanderRow *handles_row;
  GtkEditable *mastodon_row;
  GtkEditable *bluesky_row;
  GtkEditable *x_row;
  GtkEditable *threads_row;
  GtkTextView *what_view;
  GtkEditable *product_row;
  HeedDateRow *since_row;
  GtkTextView *want_view;
  HeedDateRow *by_row;
  GtkSwitch *urgent_switch;
  GtkListBox *reference_list;
  GtkEditable *name_row;
  GtkEditable *my_email_row;
  GtkEditable *phone_row;
  GtkEditable *postcode_row;
  GtkEditable *address_row;
};

void heed_new_case_form_show (HeedNewCaseDialog *self, const HeedFacts *facts);
void heed_new_case_form_show_company (HeedNewCaseDialog *self, HeedCompanyItem *company);
void heed_new_case_form_show_identity (HeedNewCaseDialog *self, const HeedIdentity *identity);
void heed_new_case_form_read (HeedNewCaseDialog *self, HeedFacts *facts);
HeedIdentity *heed_new_case_form_dup_identity (HeedNewCaseDialog *self) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_new_case_form_find_problem (HeedNewCaseDialog *self, GtkWidget **field);
void heed_new_case_form_add_reference (HeedNewCaseDialog *self);
void heed_new_case_form_bind_references (HeedNewCaseDialog *self);
char *heed_new_case_form_dup_title (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
