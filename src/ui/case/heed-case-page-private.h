/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case-page.h"
#include "heed-hour-view.h"
#include "heed-page-title.h"

G_BEGIN_DECLS

/* heed-case-page.c shows the case, heed-case-page-actions.c changes it. */
struct _HeedCasePage
{
  AdwBin parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  GListStore *events;
  GtkFilterListModel *shown_events;
  char *filter;
  gboolean folded;
  guint tick;
  guint day_source;
  gint64 wanted_event;

  AdwToastOverlay *toasts;
  HeedPageTitle *title;
  GtkWidget *sample_chip;
  GtkWidget *step_card;
  GtkLabel *step_title;
  GtkLabel *step_reason;
  HeedHourView *step_hour;
  GtkExpander *step_expander;
  GtkLabel *step_reasons;
  GtkLabel *step_more;
  GtkWidget *official_button;
  GtkButton *step_button;
  GtkLabel *theirs_label;
  GtkLabel *yours_label;
  GtkStack *timeline_stack;
  GtkListView *timeline;
  GtkWidget *day_bar;
  GtkLabel *day_label;
  AdwFlap *flap;
};

void heed_case_page_install_actions (GtkWidgetClass *widget_class);
void heed_case_page_update_actions (HeedCasePage *self);
void heed_case_page_say (HeedCasePage *self, const char *sentence);

G_END_DECLS
