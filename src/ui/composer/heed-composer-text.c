/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-answer.h"
#include "heed-case-words.h"
#include "heed-dropped.h"
#include "heed-warning-item.h"
#include "heed-workshop.h"

/* From here on the counter speaks up. */
#define LOUD_SHARE 0.9

static GtkTextBuffer *
get_buffer (HeedComposer *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

/** heed_composer_is_public: everybody can read what is written on the chosen channel. */
gboolean
heed_composer_is_public (HeedComposer *self)
{
  return self->channel != NULL && heed_channel_is_public (self->channel);
}

/** heed_composer_is_reply: what is written goes below a post of the company. */
gboolean
heed_composer_is_reply (HeedComposer *self)
{
  return g_strcmp0 (self->channel, "reply") == 0;
}

/** heed_composer_dup_text: (transfer full): the text as it stands. */
char *
heed_composer_dup_text (HeedComposer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/** heed_composer_is_edited: the text is not, or no longer, what Heed wrote. */
gboolean
heed_composer_is_edited (HeedComposer *self)
{
  g_autofree char *text = heed_composer_dup_text (self);

  return self->rendition != NULL && g_strcmp0 (text, self->rendition->text) != 0;
}

/** heed_composer_dup_subject: (transfer full) (nullable): the subject, where the person worded it. */
char *
heed_composer_dup_subject (HeedComposer *self)
{
  const char *subject = gtk_editable_get_text (self->subject_entry);

  if (self->rendition == NULL || self->rendition->subject == NULL || g_str_equal (subject, self->rendition->subject))
    return NULL;
  return g_strdup (subject);
}

/** heed_composer_show_subject: @own: (nullable): the person's subject; %NULL for the one that Heed words. */
void
heed_composer_show_subject (HeedComposer *self, const char *own)
{
  const char *subject = own != NULL ? own : self->rendition->subject;

  if (g_str_equal (gtk_editable_get_text (self->subject_entry), subject != NULL ? subject : ""))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->subject_entry, subject != NULL ? subject : "");
  self->filling = FALSE;
}

/* Puts @text in the place of @old. What both have stays, as GTK lays out anew whatever is put in. */
static void
exchange (GtkTextBuffer *buffer, const char *old, const char *text)
{
  const char *from = old, *to = text;
  GtkTextIter start, end;
  int n_before = 0, n_after = 0;

  while (*from != '\0' && g_utf8_get_char (from) == g_utf8_get_char (to))
    {
      from = g_utf8_next_char (from);
      to = g_utf8_next_char (to);
      n_before++;
    }
  const char *old_end = from + strlen (from);
  const char *end_of_text = to + strlen (to);
  while (old_end > from && end_of_text > to
         && g_utf8_get_char (g_utf8_prev_char (old_end)) == g_utf8_get_char (g_utf8_prev_char (end_of_text)))
    {
      old_end = g_utf8_prev_char (old_end);
      end_of_text = g_utf8_prev_char (end_of_text);
      n_after++;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &start, n_before);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, gtk_text_buffer_get_char_count (buffer) - n_after);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, to, (int) (end_of_text - to));
}

/** heed_composer_set_text: shows another text, as if it had always been there. */
void
heed_composer_set_text (HeedComposer *self, const char *text)
{
  g_autofree char *old = heed_composer_dup_text (self);

  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  exchange (get_buffer (self), old, text);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->filling = FALSE;
  heed_composer_update (self);
}

/** heed_composer_change_text: shows another text; the person can take that back with Undo, in one step. */
void
heed_composer_change_text (HeedComposer *self, const char *text)
{
  g_autofree char *old = heed_composer_dup_text (self);

  gtk_text_buffer_begin_user_action (get_buffer (self));
  exchange (get_buffer (self), old, text);
  gtk_text_buffer_end_user_action (get_buffer (self));
}

/** heed_composer_replace_text: puts @text in the place of some characters; the person can take it back with Undo. */
void
heed_composer_replace_text (HeedComposer *self, guint start, guint end, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static HeedTone
get_tone (HeedComposer *self)
{
  HeedTone tone = HEED_TONE_FRIENDLY;

  heed_tone_from_string (self->tone, &tone);
  return tone;
}

/** heed_composer_get_options: what the message is for; good until the channel, or the network changes. */
HeedDraftOptions
heed_composer_get_options (HeedComposer *self)
{
  HeedContext *context = heed_library_get_context (self->library);

  return (HeedDraftOptions){
    .channel = self->channel,
    .network = self->network,
    .language = heed_composer_get_language (self),
    .tone = get_tone (self),
    .now = heed_context_now (context),
    .zone = heed_context_get_timezone (context),
    .memory = self->memory,
    .may_thread = gtk_switch_get_active (self->thread_switch),
  };
}

static void
set_loudness (HeedComposer *self, const char *style)
{
  static const char *const styles[] = { "dim-label", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->counter_label), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->counter_label), style);
}

/* Of a thread, its longest post. */
static void
measure_longest (HeedComposer *self, const HeedDraftOptions *options, const char *text, HeedCount *longest)
{
  g_auto (GStrv) posts = heed_composer_split (self, text);
  HeedCount count;

  heed_workshop_measure (options, posts[0] != NULL ? posts[0] : "", longest);
  for (guint i = 1; posts[0] != NULL && posts[i] != NULL; i++)
    {
      heed_workshop_measure (options, posts[i], &count);
      if (count.length > longest->length)
        *longest = count;
    }
}

/* What the message would lose next: the least needed of what is in it. NULL where it has nothing that it need not have.
 */
static char *
dup_next (HeedComposer *self, const HeedDraftOptions *options)
{
  g_auto (HeedWorkshop) workshop = { 0 };
  const HeedPiece *next = NULL;

  if (heed_answer_is_wanted (self->facts, self->channel) || !heed_workshop_open (&workshop, self->facts, options, NULL))
    return NULL;
  g_autoptr (GPtrArray) pieces = heed_pieces_new (&workshop.writer);
  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];

      if (piece->name != NULL && !piece->is_required && piece->wordings->len > 0
          && (next == NULL || piece->rank < next->rank))
        next = piece;
    }
  return next != NULL ? heed_dropped_dup_title (next->name) : NULL;
}

/* Near the limit: what was left out of Heed's own text already, else what would be next. */
static char *
dup_loss (HeedComposer *self, const HeedDraftOptions *options, const char *text)
{
  if (self->rendition == NULL || !g_str_equal (text, self->rendition->text))
    return NULL;

  g_autofree char *dropped = heed_composer_dup_dropped (self->rendition->dropped, self->rendition->is_story_cut);
  if (dropped != NULL)
    return g_strdup_printf (_ ("Left out: %s"), dropped);
  g_autofree char *next = dup_next (self, options);
  /* Translators: which fact a message would lose if it grew longer. */
  return next != NULL ? g_strdup_printf (_ ("Left out next: %s"), next) : NULL;
}

/* Why the network does not take the text that @count is of. */
static char *
dup_excess (HeedComposer *self, const HeedCount *count)
{
  if (count->remaining < 0)
    return g_strdup_printf (ngettext ("%d character too many: shorten the text",
                                      "%d characters too many: shorten the text", -count->remaining),
                            (int) -count->remaining);
  if (!count->is_valid)
    return g_strdup_printf (_ ("%s does not take this text: shorten it or take links out"),
                            heed_words_network (self->network));
  return NULL;
}

/** heed_composer_dup_excess: (transfer full) (nullable): why @text is too much for the chosen channel, in a sentence.
 */
char *
heed_composer_dup_excess (HeedComposer *self, const char *text)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  HeedCount count = { 0 };

  measure_longest (self, &options, text, &count);
  return count.limit > 0 ? dup_excess (self, &count) : NULL;
}

static void
show_count (HeedComposer *self, const char *text)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  HeedCount count = { 0 };

  measure_longest (self, &options, text, &count);
  gtk_widget_set_visible (GTK_WIDGET (self->counter_label), count.limit > 0);
  if (count.limit == 0)
    return;
  g_autofree char *words = dup_excess (self, &count);
  if (words != NULL)
    set_loudness (self, "error");
  else if (count.length >= LOUD_SHARE * count.limit)
    {
      g_autofree char *left = g_strdup_printf (ngettext ("%d character left", "%d characters left", count.remaining),
                                               (int) count.remaining);
      g_autofree char *loss = dup_loss (self, &options, text);

      words = g_strconcat (left, loss != NULL ? "\n" : NULL, loss, NULL);
      set_loudness (self, "warning");
    }
  else
    {
      /* Translators: how many characters of how many. */
      g_autofree char *numbers = g_strdup_printf (_ ("%1$d/%2$d"), (int) count.length, (int) count.limit);
      /* A story ends with a sentence, which may leave room that the next one has not. */
      g_autofree char *loss = self->rendition != NULL && self->rendition->is_story_cut ? dup_loss (self, &options, text)
                                                                                       : NULL;

      words = g_strconcat (numbers, loss != NULL ? "\n" : NULL, loss, NULL);
      set_loudness (self, "dim-label");
    }
  gtk_label_set_label (self->counter_label, words);
}

static HeedWarning *
copy_warning (const HeedWarning *warning)
{
  HeedWarning *copy = g_new0 (HeedWarning, 1);

  *copy = *warning;
  copy->kind = g_strdup (warning->kind);
  copy->message = g_strdup (warning->message);
  copy->repair = g_strdup (warning->repair);
  return copy;
}

/* As long as the text is Heed's own, what Heed noticed while writing it is said too: what it hid, and where. */
static GPtrArray *
find_warnings (HeedComposer *self, const char *text)
{
  if (self->rendition == NULL || g_strcmp0 (text, self->rendition->text) != 0)
    {
      HeedDraftOptions options = heed_composer_get_options (self);

      /* A reply is as public as a post, and is checked like one. */
      if (heed_composer_is_public (self))
        options.channel = "public";
      GPtrArray *found = heed_rendition_check (self->facts, &options, text);
      heed_composer_drop_needless (self, found);
      return found;
    }

  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_warning_free);
  for (guint i = 0; i < self->rendition->warnings->len; i++)
    g_ptr_array_add (warnings, copy_warning (self->rendition->warnings->pdata[i]));
  return warnings;
}

/** heed_composer_update: counts and checks the text as it stands. */
void
heed_composer_update (HeedComposer *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->facts == NULL || self->channel == NULL)
    return;

  g_autofree char *text = heed_composer_dup_text (self);
  g_autoptr (GPtrArray) warnings = find_warnings (self, text);

  show_count (self, text);
  heed_composer_mark (self, warnings);
  heed_warning_items_update (self->warnings, warnings, text);
  heed_composer_mark_missing (self, text);
  heed_composer_mark_facts (self, text);
  heed_composer_show_fields (self, text);
  gtk_widget_set_visible (self->warning_box, g_list_model_get_n_items (G_LIST_MODEL (self->warnings)) > 0);
  heed_composer_update_actions (self);
}

static gboolean
update_cb (gpointer user_data)
{
  HeedComposer *self = HEED_COMPOSER (user_data);

  self->update_source = 0;
  heed_composer_update (self);
  return G_SOURCE_REMOVE;
}

/** heed_composer_queue_update: counts and checks once the main loop is idle, however many keys were pressed till then.
 */
void
heed_composer_queue_update (HeedComposer *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

/* What keeps the message from being written, in the words of this page. */
static char *
dup_problem (HeedComposer *self, const GError *error)
{
  const char *company = self->facts->company;

  if (self->network == NULL || company == NULL || g_hash_table_contains (self->facts->handles, self->network))
    return g_strdup (error->message);
  /* Translators: the name of a company (first) and of a network. */
  return g_strdup_printf (_ ("The account of %1$s on %2$s is not known yet. Add it to the case, or choose another "
                             "channel."),
                          company, heed_words_network (self->network));
}

/* What is read out on the phone is read from further away, the number above all. */
static void
show_size (HeedComposer *self)
{
  if (g_str_equal (self->channel, "phone"))
    gtk_widget_add_css_class (GTK_WIDGET (self->text_view), "script");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text_view), "script");
}

/** heed_composer_make: writes the message for the chosen channel and tone anew, without showing its text. */
void
heed_composer_make (HeedComposer *self)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  g_autofree char *subject = heed_composer_dup_subject (self);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->rendition, heed_rendition_free);
  self->rendition = heed_rendition_new (self->facts, &options, &error);
  heed_composer_show_asked (self);
  heed_composer_make_others (self);
  gtk_stack_set_visible_child_name (self->stack, self->rendition != NULL ? "text" : "problem");
  if (self->rendition == NULL)
    {
      g_autofree char *problem = dup_problem (self, error);

      gtk_label_set_label (self->problem_label, problem);
      return;
    }
  gtk_widget_set_visible (self->subject_box, self->rendition->subject != NULL && self->rendition->fields == NULL);
  heed_composer_show_subject (self, self->rendition->subject != NULL ? subject : NULL);
  heed_composer_show_facts (self);
  show_size (self);
}

/**
 * heed_composer_make_anew: writes the message anew, and shows it where its text was Heed's own.
 *
 * Returns: whether the person's own text still stands there, while there is a message that could take its place
 */
gboolean
heed_composer_make_anew (HeedComposer *self)
{
  const gboolean was_edited = heed_composer_is_edited (self);

  heed_composer_make (self);
  if (self->rendition == NULL)
    return FALSE;
  if (!was_edited)
    heed_composer_set_text (self, self->rendition->text);
  return was_edited;
}
