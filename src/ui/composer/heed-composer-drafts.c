/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include "heed-draft-records.h"

/* Between two words, not between two letters. */
#define SAVE_DELAY_MS 400

static HeedStore *
get_store (HeedComposer *self)
{
  return heed_context_get_store (heed_library_get_context (self->library));
}

static gboolean
is_for (const HeedDraft *draft, const char *channel, const char *network)
{
  /* The store gives an empty network back where there was none. */
  const char *its_network = draft->network != NULL && *draft->network != '\0' ? draft->network : NULL;

  return g_strcmp0 (draft->channel, channel) == 0 && g_strcmp0 (its_network, network) == 0;
}

static gpointer
load_drafts (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_draft_records_load (database, *(gint64 *) data, error);
}

static void
drafts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedComposer) self = HEED_COMPOSER (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  if (error != NULL)
    heed_composer_say (self, error->message);
  if (drafts == NULL)
    return;

  const gboolean was_edited = heed_composer_is_edited (self);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_steal_pointer (&drafts);

  if (!was_edited && self->rendition != NULL)
    heed_composer_show_draft (self);
  if (self->drafts->len > 0 && self->channel != NULL)
    heed_composer_make_others (self);
}

/** heed_composer_load_drafts: fetches what was typed earlier for the case, and shows it. */
void
heed_composer_load_drafts (HeedComposer *self)
{
  gint64 *case_id = g_new (gint64, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  *case_id = heed_case_item_get_id (self->item);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_draft_free);
  self->drafts_case_id = *case_id;
  heed_store_run_async (get_store (self), load_drafts, case_id, g_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, drafts_loaded_cb, g_object_ref (self));
}

static const HeedDraft *
find (HeedComposer *self, const char *channel, const char *network)
{
  for (guint i = 0; self->drafts != NULL && i < self->drafts->len; i++)
    if (is_for (self->drafts->pdata[i], channel, network))
      return self->drafts->pdata[i];
  return NULL;
}

/** heed_composer_find_draft: (transfer none) (nullable): what was typed for a channel. */
const char *
heed_composer_find_draft (HeedComposer *self, const char *channel, const char *network)
{
  const HeedDraft *draft = find (self, channel, network);

  return draft != NULL ? draft->text : NULL;
}

/** heed_composer_show_draft: shows what was typed for the chosen channel; %FALSE for nothing. */
gboolean
heed_composer_show_draft (HeedComposer *self)
{
  const HeedDraft *draft = find (self, self->channel, self->network);

  if (draft == NULL)
    return FALSE;
  if (self->rendition != NULL)
    heed_composer_show_subject (self, draft->subject);
  heed_composer_set_text (self, draft->text);
  return TRUE;
}

static void
forget_in_memory (HeedComposer *self)
{
  for (guint i = 0; self->drafts != NULL && i < self->drafts->len; i++)
    if (is_for (self->drafts->pdata[i], self->channel, self->network))
      {
        g_ptr_array_remove_index (self->drafts, i);
        return;
      }
}

static gpointer
save_draft (HeedDatabase *database, gpointer data, GError **error)
{
  heed_draft_records_save (database, data, error);
  return NULL;
}

static gpointer
delete_draft (HeedDatabase *database, gpointer data, GError **error)
{
  const HeedDraft *draft = data;

  heed_draft_records_delete (database, draft->case_id, draft->channel, draft->network, error);
  return NULL;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedComposer) self = HEED_COMPOSER (user_data);
  g_autoptr (GError) error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (error != NULL && self->library != NULL)
    heed_composer_say (self, error->message);
}

static void
run (HeedComposer *self, HeedStoreFunc func, HeedDraft *draft)
{
  heed_store_run_async (get_store (self), func, draft, (GDestroyNotify) heed_draft_free, NULL, NULL, stored_cb,
                        g_object_ref (self));
}

static HeedDraft *
make_draft (HeedComposer *self)
{
  g_autofree char *text = heed_composer_dup_text (self);
  HeedDraft *draft = heed_draft_new (self->drafts_case_id, self->channel, self->network, text);

  draft->subject = heed_composer_dup_subject (self);
  draft->updated_at = heed_context_now (heed_library_get_context (self->library));
  return draft;
}

static gboolean
save_cb (gpointer user_data)
{
  HeedComposer *self = HEED_COMPOSER (user_data);

  g_autofree char *subject = heed_composer_dup_subject (self);

  self->save_source = 0;
  heed_composer_save_lines (self);
  if (!heed_composer_is_edited (self) && subject == NULL)
    {
      heed_composer_forget_draft (self);
      return G_SOURCE_REMOVE;
    }
  forget_in_memory (self);
  g_ptr_array_add (self->drafts, make_draft (self));
  run (self, save_draft, make_draft (self));
  return G_SOURCE_REMOVE;
}

/** heed_composer_queue_save: stores the text when the person pauses. */
void
heed_composer_queue_save (HeedComposer *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/** heed_composer_flush: stores at once what was typed last. */
void
heed_composer_flush (HeedComposer *self)
{
  g_return_if_fail (HEED_IS_COMPOSER (self));

  if (self->save_source == 0)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  save_cb (self);
}

/** heed_composer_forget_draft: there is nothing of the person's own to keep for the chosen channel. */
void
heed_composer_forget_draft (HeedComposer *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  forget_in_memory (self);
  run (self, delete_draft, make_draft (self));
}
