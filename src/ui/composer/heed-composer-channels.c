/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The channels of a case: the one that is written for, and beside it what the message is on all others.
 *
 * The others are made by threads of their own, from a copy of the facts, so that no key waits for them. While they are
 * made the facts may change again: then what was begun is left, and they are made from the newest. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"
#include "heed-dropped.h"
#include "heed-parallel.h"
#include "heed-rendition-card.h"
#include "heed-workshop.h"

/* One message to make. @own is what the person typed for the channel, @is_thread asks whether it may be a thread. */
typedef struct
{
  char *channel;
  char *network;
  char *own;
  gboolean is_thread;
  char *text;
  HeedCount count;
  gboolean is_story_cut;
  GPtrArray *dropped;
  guint n_warnings;
  guint n_parts;
} Message;

/* The messages that are being made; @is_stale is read by all threads. */
struct _HeedComposerJob
{
  GWeakRef page;
  HeedFacts *facts;
  HeedMemory *memory;
  char *language;
  HeedTone tone;
  gint64 now;
  GTimeZone *zone;
  GPtrArray *messages;
  int is_stale;
};

static void
message_free (Message *message)
{
  g_free (message->channel);
  g_free (message->network);
  g_free (message->own);
  g_free (message->text);
  g_clear_pointer (&message->dropped, g_ptr_array_unref);
  g_free (message);
}

static void
job_free (HeedComposerJob *job)
{
  g_weak_ref_clear (&job->page);
  heed_facts_free (job->facts);
  heed_memory_unref (job->memory);
  g_free (job->language);
  g_time_zone_unref (job->zone);
  g_ptr_array_unref (job->messages);
  g_free (job);
}

static void
add_message (HeedComposerJob *job, const char *channel, const char *network, const char *own, gboolean is_thread)
{
  Message *message = g_new0 (Message, 1);

  message->channel = g_strdup (channel);
  message->network = g_strdup (network);
  message->own = g_strdup (own);
  message->is_thread = is_thread;
  g_ptr_array_add (job->messages, message);
}

static void
measure_own (const HeedComposerJob *job, const HeedDraftOptions *options, Message *message)
{
  HeedDraftOptions checked = *options;

  heed_workshop_measure (options, message->own, &message->count);
  if (heed_channel_is_public (options->channel))
    checked.channel = "public";
  g_autoptr (GPtrArray) warnings = heed_rendition_check (job->facts, &checked, message->own);
  message->n_warnings = warnings->len;
  message->text = g_strdup (message->own);
}

static void
make_message (guint i, gpointer user_data)
{
  const HeedComposerJob *job = user_data;
  Message *message = job->messages->pdata[i];
  const HeedDraftOptions options = {
    .channel = message->channel,
    .network = message->network,
    .language = job->language,
    .tone = job->tone,
    .now = job->now,
    .zone = job->zone,
    .memory = job->memory,
    .may_thread = message->is_thread,
  };
  g_autoptr (GError) error = NULL;

  if (g_atomic_int_get (&job->is_stale))
    return;
  if (message->own != NULL)
    {
      measure_own (job, &options, message);
      return;
    }
  g_autoptr (HeedRendition) rendition = heed_rendition_new (job->facts, &options, &error);
  if (rendition == NULL)
    {
      message->text = g_strdup (error->message);
      return;
    }
  message->n_parts = g_strv_length (rendition->parts);
  message->n_warnings = rendition->warnings->len;
  message->count.length = rendition->length;
  message->count.limit = rendition->limit;
  message->is_story_cut = rendition->is_story_cut;
  message->dropped = g_ptr_array_ref (rendition->dropped);
  message->text = g_strdup (rendition->text);
}

static void
make_messages (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeedComposerJob *job = data;

  heed_parallel_run (job->messages->len, heed_parallel_count_threads (0), make_message, job);
  g_task_return_boolean (task, TRUE);
}

/**
 * heed_composer_dup_dropped: what is left out of a message, in words: each kind of thing once; %NULL for nothing.
 * @dropped: (nullable) (element-type utf8): as a rendition names it
 * @is_story_cut: whether the end of what happened is left out too
 */
char *
heed_composer_dup_dropped (const GPtrArray *dropped, gboolean is_story_cut)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  if (is_story_cut)
    /* Translators: one of the things that were left out of a message. */
    g_ptr_array_add (titles, g_strdup (_ ("the end of what happened")));
  for (guint i = 0; dropped != NULL && i < dropped->len; i++)
    {
      g_autofree char *title = heed_dropped_dup_title (dropped->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, g_steal_pointer (&title));
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  /* Translators: between the things of a list. */
  return g_strjoinv (_ (", "), (char **) titles->pdata);
}

static void
append_note (GString *note, char *words)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", words);
  g_free (words);
}

static char *
dup_note (const Message *message)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *dropped = heed_composer_dup_dropped (message->dropped, message->is_story_cut);

  if (message->own != NULL)
    append_note (note, g_strdup (_ ("Your own text")));
  if (dropped != NULL)
    append_note (note, g_strdup_printf (_ ("Left out: %s"), dropped));
  if (message->n_warnings > 0)
    append_note (note,
                 g_strdup_printf (ngettext ("%u thing better mended", "%u things better mended", message->n_warnings),
                                  message->n_warnings));
  return note->len > 0 ? g_strdup (note->str) : NULL;
}

static void
show_message (HeedComposer *self, const Message *message)
{
  g_autofree char *note = dup_note (message);
  g_autofree char *count = NULL;

  if (message->count.limit > 0)
    /* Translators: how many characters of how many. */
    count = g_strdup_printf (_ ("%1$d/%2$d"), (int) message->count.length, (int) message->count.limit);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->others)); i++)
    {
      g_autoptr (HeedRenditionItem) item = g_list_model_get_item (G_LIST_MODEL (self->others), i);

      if (g_str_equal (heed_rendition_item_get_channel (item), message->channel)
          && g_strcmp0 (heed_rendition_item_get_network (item), message->network) == 0)
        heed_rendition_item_show (item, message->text, count, note);
    }
}

static void
show_messages (HeedComposer *self, const HeedComposerJob *job)
{
  for (guint i = 0; i < job->messages->len; i++)
    {
      const Message *message = job->messages->pdata[i];

      /* Several posts are the last resort: only where one leaves something out or cuts the story. */
      if (message->is_thread)
        gtk_widget_set_visible (self->thread_row, message->n_parts > 1 || gtk_switch_get_active (self->thread_switch));
      else
        show_message (self, message);
    }
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedComposerJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (HeedComposer) self = g_weak_ref_get (&job->page);

  if (self == NULL || self->job != job)
    return;
  self->job = NULL;
  if (g_atomic_int_get (&job->is_stale))
    heed_composer_make_others (self);
  else
    show_messages (self, job);
}

static HeedComposerJob *
job_new (HeedComposer *self)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  HeedComposerJob *job = g_new0 (HeedComposerJob, 1);

  g_weak_ref_init (&job->page, self);
  job->facts = heed_facts_copy (self->facts);
  job->memory = heed_memory_ref (self->memory);
  job->language = g_strdup (options.language);
  job->tone = options.tone;
  job->now = options.now;
  job->zone = g_time_zone_ref (options.zone);
  job->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);
  if (heed_composer_is_public (self))
    add_message (job, self->channel, self->network, NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->others)); i++)
    {
      g_autoptr (HeedRenditionItem) item = g_list_model_get_item (G_LIST_MODEL (self->others), i);
      const char *channel = heed_rendition_item_get_channel (item);
      const char *network = heed_rendition_item_get_network (item);

      add_message (job, channel, network, heed_composer_find_draft (self, channel, network), FALSE);
    }
  return job;
}

/** heed_composer_make_others: writes the message anew for the channels that are not shown. */
void
heed_composer_make_others (HeedComposer *self)
{
  if (self->job != NULL)
    {
      g_atomic_int_set (&self->job->is_stale, TRUE);
      return;
    }
  if (!heed_composer_is_public (self))
    gtk_widget_set_visible (self->thread_row, FALSE);
  self->job = job_new (self);

  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, NULL);
  g_task_set_source_tag (task, heed_composer_make_others);
  g_task_set_task_data (task, self->job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_messages);
}

/** heed_composer_leave_others: nobody waits for them any more. */
void
heed_composer_leave_others (HeedComposer *self)
{
  if (self->job != NULL)
    g_atomic_int_set (&self->job->is_stale, TRUE);
  self->job = NULL;
}

/* Where the company is not known to be, there is nothing to show. */
static gboolean
is_other (HeedComposer *self, HeedChannelItem *channel)
{
  const char *network = heed_channel_item_get_network (channel);

  if (network != NULL && heed_channel_item_get_account (channel) == NULL)
    return FALSE;
  return g_strcmp0 (heed_channel_item_get_channel (channel), self->channel) != 0
         || g_strcmp0 (network, self->network) != 0;
}

/* The item of before, which knows its text already, or a new one. */
static HeedRenditionItem *
dup_item (HeedComposer *self, const char *channel, const char *network)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->others)); i++)
    {
      g_autoptr (HeedRenditionItem) item = g_list_model_get_item (G_LIST_MODEL (self->others), i);

      if (g_str_equal (heed_rendition_item_get_channel (item), channel)
          && g_strcmp0 (heed_rendition_item_get_network (item), network) == 0)
        return g_steal_pointer (&item);
    }
  return heed_rendition_item_new (channel, network);
}

static gboolean
are_same (GListModel *model, const GPtrArray *items)
{
  if (g_list_model_get_n_items (model) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item != items->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
list_others (HeedComposer *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->channels)); i++)
    {
      g_autoptr (HeedChannelItem) channel = g_list_model_get_item (G_LIST_MODEL (self->channels), i);

      if (is_other (self, channel))
        g_ptr_array_add (
          items, dup_item (self, heed_channel_item_get_channel (channel), heed_channel_item_get_network (channel)));
    }
  if (!are_same (G_LIST_MODEL (self->others), items))
    g_list_store_splice (self->others, 0, g_list_model_get_n_items (G_LIST_MODEL (self->others)), items->pdata,
                         items->len);
  gtk_widget_set_visible (self->other_box, items->len > 0);
}

/** heed_composer_list_channels: offers the channels by which the company may be reached. */
void
heed_composer_list_channels (HeedComposer *self)
{
  self->choosing = TRUE;
  g_clear_object (&self->channels);
  self->channels = heed_channel_items_new_for_writing (self->facts, heed_case_item_get_case (self->item)->events);
  gtk_drop_down_set_model (self->channel_drop_down, G_LIST_MODEL (self->channels));
  self->choosing = FALSE;
}

/**
 * heed_composer_show_chosen: shows the chosen channel as such, and the others beside it.
 *
 * Returns: %FALSE where that channel is not among them, or none was chosen
 */
gboolean
heed_composer_show_chosen (HeedComposer *self)
{
  const guint position = heed_channel_items_find (G_LIST_MODEL (self->channels), self->channel, self->network);

  if (position == G_MAXUINT)
    return FALSE;
  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->channel_drop_down, position);
  self->choosing = FALSE;
  list_others (self);
  return TRUE;
}

/** heed_composer_write_for_activated_cb: the action "draft.write-for": a channel, and its network or an empty word. */
void
heed_composer_write_for_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  const char *channel, *network;

  g_variant_get (parameter, "(&s&s)", &channel, &network);
  const guint position = heed_channel_items_find (G_LIST_MODEL (self->channels), channel,
                                                  *network != '\0' ? network : NULL);
  if (position == G_MAXUINT)
    return;
  gtk_drop_down_set_selected (self->channel_drop_down, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static GtkWidget *
create_card (gpointer item, gpointer user_data)
{
  return heed_rendition_card_new (HEED_RENDITION_ITEM (item));
}

/** heed_composer_bind_others: shows the others as cards. To be called once. */
void
heed_composer_bind_others (HeedComposer *self)
{
  gtk_flow_box_bind_model (self->other_cards, G_LIST_MODEL (self->others), create_card, NULL, NULL);
}
