/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is stored while it is typed, so that leaving the dialog, a crash or a power cut loses nothing. It lies
 * with the messages in the making of the case, under the kind of the event, which is no channel of a message. */

#include "heed-event-dialog-private.h"

#include <glib/gi18n.h>

#include "heed-draft-records.h"
#include "heed-toast.h"
#include "heed-typed.h"

/* Long enough for a pause between words, short enough to lose nothing. */
#define SAVE_DELAY_MS 500

#define N_ENTRIES 6

typedef struct
{
  const char *name;
  GtkEditable *entry;
} Entry;

static void
list_entries (HeedEventDialog *self, Entry entries[N_ENTRIES])
{
  entries[0] = (Entry){ "when", GTK_EDITABLE (self->when_row) };
  entries[1] = (Entry){ "agent", self->agent_row };
  entries[2] = (Entry){ "reference", self->reference_row };
  entries[3] = (Entry){ "url", self->url_row };
  entries[4] = (Entry){ "promise", self->promise_text_row };
  entries[5] = (Entry){ "due", GTK_EDITABLE (self->promise_due_row) };
}

/* All that is typed, as text; empty where nothing but the time that was filled in is there. */
static HeedDraft *
dup_draft (HeedEventDialog *self)
{
  g_autofree char *text = heed_typed_dup_view (self->text_view);
  g_autofree char *typed = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  gboolean is_empty = text == NULL;
  Entry entries[N_ENTRIES];

  if (text != NULL)
    g_variant_builder_add (&builder, "{ss}", "text", text);
  list_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      const char *value = gtk_editable_get_text (entries[i].entry);
      /* A day that was taken out is not to be read from the text again. */
      const gboolean is_taken_out = self->promise_typed && g_str_equal (entries[i].name, "due");

      if (*value == '\0' && !is_taken_out)
        continue;
      g_variant_builder_add (&builder, "{ss}", entries[i].name, value);
      if (i > 0 && *value != '\0')
        is_empty = FALSE;
    }
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  typed = is_empty ? g_strdup ("") : g_variant_print (variant, FALSE);
  HeedDraft *draft = heed_draft_new (heed_case_item_get_id (self->item), heed_event_kind_to_string (self->kind), NULL,
                                     typed);
  draft->updated_at = heed_context_now (heed_library_get_context (self->library));
  return draft;
}

static void
run (HeedEventDialog *self, HeedStoreFunc func, HeedDraft *draft, GDestroyNotify free_result,
     GAsyncReadyCallback callback)
{
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self->library)), func, draft,
                        (GDestroyNotify) heed_draft_free, free_result, NULL, callback, g_object_ref (self));
}

/* HeedStoreFunc */
static gpointer
store_draft (HeedDatabase *database, gpointer data, GError **error)
{
  const HeedDraft *draft = data;

  if (*draft->text != '\0')
    heed_draft_records_save (database, draft, error);
  else
    heed_draft_records_delete (database, draft->case_id, draft->channel, draft->network, error);
  return NULL;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedEventDialog) self = HEED_EVENT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (self->library == NULL)
    return;
  if (error != NULL)
    {
      self->is_closing = FALSE;
      heed_event_dialog_say (self, error->message);
    }
  else if (self->is_closing)
    {
      g_autoptr (HeedDraft) draft = dup_draft (self);

      if (*draft->text != '\0')
        heed_toast_say_in_parent (GTK_WINDOW (self), _ ("Kept as a draft"));
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
save_now (HeedEventDialog *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  run (self, store_draft, dup_draft (self), NULL, stored_cb);
}

static gboolean
save_cb (gpointer user_data)
{
  HeedEventDialog *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

/* HeedStoreFunc: (transfer full) (nullable): what was typed before. */
static gpointer
load_draft (HeedDatabase *database, gpointer data, GError **error)
{
  const HeedDraft *wanted = data;
  g_autoptr (GPtrArray) drafts = heed_draft_records_load (database, wanted->case_id, error);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const HeedDraft *draft = drafts->pdata[i];

      if (g_strcmp0 (draft->channel, wanted->channel) == 0)
        return g_strdup (draft->text);
    }
  return NULL;
}

/* What was typed since the dialog opened stands after it. */
static void
show_text (HeedEventDialog *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    gtk_text_buffer_insert (buffer, &start, "\n", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

static void
show_draft (HeedEventDialog *self, GVariant *typed)
{
  const char *value;
  Entry entries[N_ENTRIES];

  if (g_variant_lookup (typed, "text", "&s", &value))
    show_text (self, value);
  list_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES; i++)
    if (g_variant_lookup (typed, entries[i].name, "&s", &value))
      gtk_editable_set_text (entries[i].entry, value);
  if (g_variant_lookup (typed, "promise", "&s", &value)
      || (g_variant_lookup (typed, "due", "&s", &value) && *value != '\0'))
    adw_expander_row_set_enable_expansion (self->promise_row, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedEventDialog) self = HEED_EVENT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (self->library == NULL)
    return;
  if (error != NULL)
    heed_event_dialog_say (self, error->message);
  g_autoptr (GVariant) typed = text != NULL ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;
  if (typed != NULL)
    show_draft (self, typed);
  self->is_filled = TRUE;
  if (self->is_touched)
    heed_event_dialog_draft_save_later (self);
}

/** heed_event_dialog_draft_load: fills in what was typed earlier and not added. */
void
heed_event_dialog_draft_load (HeedEventDialog *self)
{
  /* What is there so far was not typed by anybody. */
  self->is_touched = FALSE;
  run (self, load_draft, dup_draft (self), g_free, loaded_cb);
}

/** heed_event_dialog_draft_save_later: stores what is typed at the next pause. */
void
heed_event_dialog_draft_save_later (HeedEventDialog *self)
{
  if (self->library == NULL)
    return;
  self->is_touched = TRUE;
  if (!self->is_filled)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/**
 * heed_event_dialog_draft_keep: stores what is typed, and closes the window once that is done.
 *
 * Returns: %FALSE when nothing has to be stored
 */
gboolean
heed_event_dialog_draft_keep (HeedEventDialog *self)
{
  if (!self->is_touched || self->is_closing)
    return self->is_closing;
  self->is_closing = TRUE;
  /* What is typed from here on would be lost, so it is not taken. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  save_now (self);
  return TRUE;
}

/** heed_event_dialog_draft_forget: the event is added, so nothing has to be kept. */
void
heed_event_dialog_draft_forget (HeedEventDialog *self)
{
  HeedDraft *draft = dup_draft (self);

  g_clear_handle_id (&self->save_source, g_source_remove);
  *draft->text = '\0';
  run (self, store_draft, draft, NULL, stored_cb);
}
