/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"
#include "heed-date-row.h"
#include "heed-event-dialog.h"

G_BEGIN_DECLS

/* heed-event-dialog.c is what is asked, heed-event-dialog-draft.c how it is kept until it is added. */
struct _HeedEventDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  HeedEventKind kind;
  const HeedClassifier *classifier;
  GListStore *channels;
  GCancellable *cancellable;
  gboolean outcome_chosen;
  gboolean agent_typed;
  gboolean reference_typed;
  gboolean promise_typed;
  gboolean guessing;

  /* What is typed is not stored yet; not while the dialog fills itself in. */
  guint save_source;
  gboolean is_filled;
  gboolean is_touched;
  gboolean is_closing;

  GtkLabel *text_label;
  GtkTextView *text_view;
  AdwComboRow *channel_row;
  AdwComboRow *outcome_row;
  HeedDateRow *when_row;
  GtkEditable *agent_row;
  GtkEditable *reference_row;
  GtkEditable *url_row;
  AdwExpanderRow *promise_row;
  GtkEditable *promise_text_row;
  HeedDateRow *promise_due_row;
  GtkLabel *problem_label;
  GtkButton *save_button;
};

void heed_event_dialog_say (HeedEventDialog *self, const char *sentence);

/* heed-event-dialog-draft.c */
void heed_event_dialog_draft_load (HeedEventDialog *self);
void heed_event_dialog_draft_save_later (HeedEventDialog *self);
gboolean heed_event_dialog_draft_keep (HeedEventDialog *self);
void heed_event_dialog_draft_forget (HeedEventDialog *self);

G_END_DECLS
