/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-channel-item.h"
#include "heed-composer.h"
#include "heed-rendition.h"

G_BEGIN_DECLS

/* heed-composer.c is the page, heed-composer-text.c keeps the text and what is said about it, heed-composer-drafts.c
 * stores what was typed, heed-composer-actions.c does what the buttons say. */
struct _HeedComposer
{
  AdwBin parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  char *channel;
  char *network;
  char *tone;
  gboolean folded;

  HeedFacts *facts;
  HeedRendition *rendition;
  GListStore *channels;
  GtkStringList *dropped;
  GtkStringList *withheld;
  GListStore *warnings;
  GPtrArray *drafts;
  gint64 drafts_case_id;
  GCancellable *cancellable;
  gboolean choosing;
  gboolean filling;
  guint update_source;
  guint save_source;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkDropDown *channel_drop_down;
  GtkStack *stack;
  GtkLabel *problem_label;
  GtkWidget *subject_box;
  GtkEditable *subject_entry;
  GtkTextView *text_view;
  GtkLabel *counter_label;
  GtkWidget *warning_box;
  GtkListBox *warning_list;
  GtkWidget *dropped_box;
  GtkLabel *dropped_label;
  GtkListBox *dropped_list;
  GtkWidget *withheld_box;
  GtkListBox *withheld_list;
  GtkButton *open_button;
  GtkLabel *open_label;
  GtkButton *copy_button;
  GtkRevealer *sent_bar;
  GtkWidget *url_entry;
};

gboolean heed_composer_is_public (HeedComposer *self);
char *heed_composer_dup_text (HeedComposer *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_composer_is_edited (HeedComposer *self);
void heed_composer_set_text (HeedComposer *self, const char *text);
void heed_composer_replace_text (HeedComposer *self, guint start, guint end, const char *text);
void heed_composer_update (HeedComposer *self);
void heed_composer_queue_update (HeedComposer *self);
void heed_composer_show_facts (HeedComposer *self);
void heed_composer_make (HeedComposer *self);

void heed_composer_load_drafts (HeedComposer *self);
const char *heed_composer_find_draft (HeedComposer *self);
void heed_composer_queue_save (HeedComposer *self);
void heed_composer_forget_draft (HeedComposer *self);

void heed_composer_install_actions (GtkWidgetClass *widget_class);
void heed_composer_update_actions (HeedComposer *self);
void heed_composer_say (HeedComposer *self, const char *sentence);

G_END_DECLS
