/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-channel-item.h"
#include "heed-composer.h"
#include "heed-date-row.h"
#include "heed-rendition.h"

G_BEGIN_DECLS

typedef struct _HeedComposerJob HeedComposerJob;

/* heed-composer.c is the page, heed-composer-channels.c has the channels and what the message is on those that are not
 * shown, heed-composer-columns.c lays the page out, heed-composer-text.c keeps the text and what is said about it,
 * heed-composer-marks.c underlines what is better mended, heed-composer-facts.c the facts beside it,
 * heed-composer-fields.c the fields of a web form, heed-composer-answer.c answers a question for details,
 * heed-composer-missing.c fills in what is missing, heed-composer-lines.c has the optional lines,
 * heed-composer-snippets.c texts of the user's own, heed-composer-drafts.c stores what was typed,
 * heed-composer-handover.c brings the text to where it is sent, heed-composer-actions.c does what the other buttons
 * say. */
struct _HeedComposer
{
  AdwBin parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  char *channel;
  char *network;
  char *tone;
  gboolean folded;

  HeedFacts *case_facts; /* as the case tells them, and its replies */
  HeedFacts *facts;      /* with what the person set beside the text */
  HeedMemory *memory;
  HeedRendition *rendition;
  GListStore *channels;
  GListStore *others;
  HeedComposerJob *job;
  GListStore *inserts;
  GtkStringList *fields;
  GPtrArray *field_values;
  char **languages;
  GListStore *warnings;
  GPtrArray *drafts;
  gint64 drafts_case_id;
  GCancellable *cancellable;
  gboolean choosing;
  gboolean is_asked;
  gboolean are_lines_changed;
  gboolean is_rewrite_offered;
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
  GtkMenuButton *snippet_button;
  GtkLabel *counter_label;
  GtkWidget *warning_box;
  GtkListBox *warning_list;
  GtkWidget *columns;
  GtkWidget *other_box;
  GtkFlowBox *other_cards;
  GtkListBox *field_list;
  GtkWidget *thread_row;
  GtkSwitch *thread_switch;
  GtkWidget *insert_box;
  GtkListBox *insert_list;
  GtkWidget *asked_list;
  AdwActionRow *asked_row;
  GtkSwitch *asked_switch;
  GtkWidget *asked_way;
  GtkDropDown *language_drop_down;
  GtkSwitch *when_switch;
  GtkSwitch *call_switch;
  HeedDateRow *call_on_row;
  GtkEditable *call_from_row;
  GtkEditable *call_to_row;
  GtkEditable *consequence_row;
  GtkEditable *customer_row;
  GtkEditable *thanks_row;
  GtkButton *open_button;
  GtkLabel *open_label;
  GtkButton *copy_button;
  GtkRevealer *sent_bar;
  GtkWidget *url_entry;
};

gboolean heed_composer_is_public (HeedComposer *self);
gboolean heed_composer_is_reply (HeedComposer *self);
HeedDraftOptions heed_composer_get_options (HeedComposer *self);
char *heed_composer_dup_text (HeedComposer *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_composer_is_edited (HeedComposer *self);
char *heed_composer_dup_excess (HeedComposer *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_composer_dup_subject (HeedComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_composer_show_subject (HeedComposer *self, const char *own);
void heed_composer_set_text (HeedComposer *self, const char *text);
void heed_composer_change_text (HeedComposer *self, const char *text);
void heed_composer_replace_text (HeedComposer *self, guint start, guint end, const char *text);
void heed_composer_update (HeedComposer *self);
void heed_composer_queue_update (HeedComposer *self);
void heed_composer_take_facts (HeedComposer *self);
void heed_composer_make (HeedComposer *self);
gboolean heed_composer_make_anew (HeedComposer *self);

void heed_composer_list_channels (HeedComposer *self);
gboolean heed_composer_show_chosen (HeedComposer *self);
void heed_composer_bind_others (HeedComposer *self);
void heed_composer_make_others (HeedComposer *self);
void heed_composer_leave_others (HeedComposer *self);
char *heed_composer_dup_dropped (const GPtrArray *dropped, gboolean is_story_cut) G_GNUC_WARN_UNUSED_RESULT;
void heed_composer_write_for_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter);

void heed_composer_divide (HeedComposer *self);

char **heed_composer_split (HeedComposer *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_composer_show_fields (HeedComposer *self, const char *text);
GtkWidget *heed_composer_create_field_row (HeedComposer *self, const char *label);

void heed_composer_bind_facts (HeedComposer *self);
void heed_composer_show_facts (HeedComposer *self);
void heed_composer_mark_facts (HeedComposer *self, const char *text);
void heed_composer_insert (HeedComposer *self, const char *words);
void heed_composer_insert_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter);

void heed_composer_install_snippets (GtkWidgetClass *widget_class);
void heed_composer_bind_snippets (HeedComposer *self);

void heed_composer_mark (HeedComposer *self, const GPtrArray *warnings);

void heed_composer_mark_missing (HeedComposer *self, const char *text);
void heed_composer_text_clicked_cb (HeedComposer *self, int n_press, double x, double y);
void heed_composer_fill_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter);

const char *heed_composer_get_detail_title (const char *detail);
void heed_composer_read_asked (HeedComposer *self);
void heed_composer_take_asked (HeedComposer *self);
void heed_composer_show_asked (HeedComposer *self);
void heed_composer_answer_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void heed_composer_drop_needless (HeedComposer *self, GPtrArray *warnings);

void heed_composer_fill_lines (HeedComposer *self);
void heed_composer_follow_lines (HeedComposer *self);
void heed_composer_take_lines (HeedComposer *self);
void heed_composer_save_lines (HeedComposer *self);
const char *heed_composer_get_language (HeedComposer *self);
void heed_composer_lines_changed_cb (HeedComposer *self);
void heed_composer_save_case (HeedComposer *self, const HeedCase *the_case);

void heed_composer_load_drafts (HeedComposer *self);
const char *heed_composer_find_draft (HeedComposer *self, const char *channel, const char *network);
gboolean heed_composer_show_draft (HeedComposer *self);
void heed_composer_queue_save (HeedComposer *self);
void heed_composer_forget_draft (HeedComposer *self);

void heed_composer_install_handover (GtkWidgetClass *widget_class);
char *heed_composer_dup_link (HeedComposer *self, gboolean *has_text) G_GNUC_WARN_UNUSED_RESULT;

void heed_composer_install_actions (GtkWidgetClass *widget_class);
void heed_composer_update_actions (HeedComposer *self);
void heed_composer_offer_rewrite (HeedComposer *self);
void heed_composer_say (HeedComposer *self, const char *sentence);
GtkWindow *heed_composer_get_window (HeedComposer *self);

G_END_DECLS
