/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a new case is kept: a draft is stored while it is typed, so that leaving, a crash or a power cut loses nothing.
 */

#include "heed-new-case-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-toast.h"

/* Long enough for a pause between words, short enough to lose nothing. */
#define SAVE_DELAY_MS 500

/* A title longer than this is cut by every list anyway. */
#define TITLE_CHARS 48

/** heed_new_case_get_state: a draft, unless it goes on with a case that is open or closed. */
HeedCaseState
heed_new_case_get_state (HeedNewCaseDialog *self)
{
  return self->item != NULL ? heed_case_item_get_case (self->item)->state : HEED_CASE_DRAFT;
}

static HeedStore *
get_store (HeedNewCaseDialog *self)
{
  return heed_context_get_store (heed_library_get_context (self->library));
}

static gpointer
load_identity (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_identity_records_load (database, error);
}

static void
identity_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedNewCaseDialog) self = HEED_NEW_CASE_DIALOG (user_data);

  self->identity = heed_store_run_finish (HEED_STORE (source), result, NULL);
  if (self->identity != NULL && self->about_me != NULL)
    heed_about_me_show_identity (self->about_me, self->identity);
}

/** heed_new_case_load_identity: fills in what the user told of themselves before, so that it is typed once. */
void
heed_new_case_load_identity (HeedNewCaseDialog *self)
{
  heed_store_run_async (get_store (self), load_identity, NULL, NULL, (GDestroyNotify) heed_identity_free, NULL,
                        identity_loaded_cb, g_object_ref (self));
}

static gpointer
save_identity (HeedDatabase *database, gpointer data, GError **error)
{
  heed_identity_records_save (database, data, error);
  return NULL;
}

/* A failure costs only that it is typed again. */
static void
keep_identity (HeedNewCaseDialog *self)
{
  if (self->identity == NULL)
    return;
  heed_about_me_read_identity (self->about_me, self->identity);
  heed_store_run_async (get_store (self), save_identity, g_steal_pointer (&self->identity),
                        (GDestroyNotify) heed_identity_free, NULL, NULL, NULL, NULL);
}

static const char *
or_else (const char *text, const char *other)
{
  return text != NULL ? text : other;
}

/* The beginning of what happened, as the case's name; until that is told, the next best. */
static char *
dup_title (const HeedFacts *facts)
{
  const char *text = or_else (facts->what_happened, facts->want);

  if (text == NULL)
    return g_strdup (or_else (facts->product, or_else (facts->company, "")));

  gsize length = strcspn (text, "\n.!?;");
  const char *end = text + length;
  if (g_utf8_strlen (text, (gssize) length) <= TITLE_CHARS)
    return g_strndup (text, length);
  end = g_utf8_offset_to_pointer (text, TITLE_CHARS);
  while (end > text && *end != ' ')
    end = g_utf8_prev_char (end);
  if (end == text)
    end = g_utf8_offset_to_pointer (text, TITLE_CHARS);
  g_autofree char *cut = g_strndup (text, (gsize) (end - text));
  return g_strconcat (cut, "…", NULL);
}

static HeedCase *
dup_case (HeedNewCaseDialog *self)
{
  HeedCase *the_case = self->item != NULL ? heed_case_copy (heed_case_item_get_case (self->item)) : heed_case_new ();
  g_autofree char *old_title = dup_title (the_case->facts);

  heed_new_case_form_read (self, the_case->facts);
  if (self->is_creating && the_case->state == HEED_CASE_DRAFT)
    the_case->state = HEED_CASE_OPEN;
  the_case->left_at = the_case->state == HEED_CASE_DRAFT ? self->step : 0;
  if (the_case->created_at == 0)
    the_case->created_at = heed_context_now (heed_library_get_context (self->library));
  for (guint i = 0; i < self->noted->len; i++)
    g_ptr_array_add (the_case->events, heed_event_copy (self->noted->pdata[i]));
  /* A title that was made from the facts follows them; any other one stays. */
  if (the_case->title == NULL || *the_case->title == '\0' || g_strcmp0 (the_case->title, old_title) == 0)
    {
      g_free (the_case->title);
      the_case->title = dup_title (the_case->facts);
    }
  return the_case;
}

/* What was typed is still there to be seen, and nothing is closed over it. */
static void
give_up (HeedNewCaseDialog *self, const GError *error)
{
  self->is_creating = FALSE;
  self->is_closing = FALSE;
  self->is_stale = FALSE;
  if (self->stack == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), TRUE);
  heed_new_case_say (self, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedNewCaseDialog) self = HEED_NEW_CASE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);

  self->n_saving--;
  if (item == NULL)
    {
      give_up (self, error);
      return;
    }
  if (self->library == NULL)
    return;
  heed_new_case_set_item (self, item);
  if (self->is_stale)
    {
      heed_new_case_save_now (self);
      return;
    }
  if (self->n_saving > 0)
    return;
  if (self->is_creating)
    {
      heed_new_case_finish (self);
      return;
    }
  if (!self->is_closing)
    return;
  heed_toast_say_in_parent (GTK_WINDOW (self), _ ("Kept as a draft"));
  gtk_window_destroy (GTK_WINDOW (self));
}

/** heed_new_case_save_now: stores what is typed; until a new case has its number, one after the other: it is one case.
 */
void
heed_new_case_save_now (HeedNewCaseDialog *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->n_saving > 0 && self->item == NULL)
    {
      self->is_stale = TRUE;
      return;
    }
  g_autoptr (HeedCase) the_case = dup_case (self);
  self->n_saving++;
  self->is_stale = FALSE;
  /* They are the case's own from here on. */
  g_ptr_array_set_size (self->noted, 0);
  heed_library_save_case_async (self->library, the_case, NULL, saved_cb, g_object_ref (self));
}

static gboolean
save_cb (gpointer user_data)
{
  HeedNewCaseDialog *self = user_data;

  self->save_source = 0;
  heed_new_case_save_now (self);
  return G_SOURCE_REMOVE;
}

/** heed_new_case_save_later: stores what is typed at the next pause; changes to an open case wait for *Save*. */
void
heed_new_case_save_later (HeedNewCaseDialog *self)
{
  if (self->library == NULL || self->is_done || !self->is_touched || heed_new_case_get_state (self) != HEED_CASE_DRAFT)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/** heed_new_case_create: opens the case, or stores the changes to an open one. */
void
heed_new_case_create (HeedNewCaseDialog *self)
{
  self->is_creating = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), FALSE);
  keep_identity (self);
  heed_new_case_save_now (self);
}

/** heed_new_case_keep: stores the draft and closes the window. */
void
heed_new_case_keep (HeedNewCaseDialog *self)
{
  self->is_closing = TRUE;
  /* What is typed from here on would be lost, so it is not taken. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  heed_new_case_save_now (self);
}
