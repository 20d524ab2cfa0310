/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-case-words.h"
#include "heed-insert-row.h"
#include "heed-workshop.h"

static gboolean
is_among (GPtrArray *inserts, const HeedInsert *insert)
{
  for (guint i = 0; i < inserts->len; i++)
    {
      const HeedInsert *other = inserts->pdata[i];

      if (g_str_equal (insert->kind, other->kind) && g_str_equal (insert->value, other->value))
        return TRUE;
    }
  return FALSE;
}

/* What @name calls among the dropped; a reference has its kind there, as in "case reference". */
static gboolean
is_kind (const char *kind, const char *name)
{
  return g_str_equal (name, kind)
         || (g_str_has_prefix (name, kind) && g_str_equal (name + strlen (kind), " reference"));
}

static gboolean
is_dropped (HeedComposer *self, const char *kind)
{
  const GPtrArray *dropped = self->rendition->dropped;

  for (guint i = 0; i < dropped->len; i++)
    if (is_kind (kind, dropped->pdata[i]))
      return TRUE;
  return FALSE;
}

/* By how much a fact makes the text longer, as the network counts it; 0 where there is no limit. */
static guint
measure_cost (const HeedDraftOptions *options, const char *value)
{
  g_autofree char *with = g_strconcat ("x ", value, NULL);
  HeedCount before, after;

  heed_workshop_measure (options, "x", &before);
  heed_workshop_measure (options, with, &after);
  return before.limit > 0 ? (guint) MAX (after.length - before.length, 0) : 0;
}

static void
add (GPtrArray *items, HeedInsertItem *item)
{
  g_ptr_array_add (items, item);
}

static void
add_inserts (HeedComposer *self, GPtrArray *items, GPtrArray *inserts, const char *reason)
{
  const HeedDraftOptions options = heed_composer_get_options (self);

  for (guint i = 0; i < inserts->len; i++)
    {
      const HeedInsert *insert = inserts->pdata[i];

      add (items, heed_insert_item_new (insert, is_dropped (self, insert->kind) ? reason : NULL,
                                        measure_cost (&options, insert->value)));
    }
}

/* What a message to the company alone could say and this one cannot. */
static void
add_withheld (HeedComposer *self, GPtrArray *items, GPtrArray *inserts)
{
  HeedDraftOptions options = heed_composer_get_options (self);

  if (!heed_composer_is_public (self))
    return;
  options.channel = "email";
  g_autoptr (GPtrArray) all = heed_inserts_new (self->facts, &options);
  for (guint i = 0; i < all->len; i++)
    if (!is_among (inserts, all->pdata[i]))
      add (items, heed_insert_item_new_withheld (all->pdata[i]));
}

/* The facts that are sentences: they cannot be put anywhere in the text, but the person knows that they are missing. */
static void
add_dropped (HeedComposer *self, GPtrArray *items, GPtrArray *inserts, const char *reason)
{
  const GPtrArray *dropped = self->rendition->dropped;

  for (guint i = 0; i < dropped->len; i++)
    {
      gboolean is_there = FALSE;

      for (guint k = 0; k < inserts->len && !is_there; k++)
        is_there = is_kind (((const HeedInsert *) inserts->pdata[k])->kind, dropped->pdata[i]);
      if (!is_there)
        add (items, heed_insert_item_new_dropped (dropped->pdata[i], reason));
    }
}

static char *
dup_reason (HeedComposer *self)
{
  if (self->network == NULL)
    /* Translators: a fact was left out of a text. */
    return g_strdup (_ ("Left out, to keep it short"));
  return g_strdup_printf (
    ngettext ("Left out: %2$s takes %1$d character", "Left out: %2$s takes %1$d characters", self->rendition->limit),
    (int) self->rendition->limit, heed_words_network (self->network));
}

/** heed_composer_show_facts: lists the facts beside the text, with what may be put into it and what may not. */
void
heed_composer_show_facts (HeedComposer *self)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  g_autofree char *reason = dup_reason (self);
  g_autoptr (GPtrArray) inserts = heed_inserts_new (self->facts, &options);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_inserts (self, items, inserts, reason);
  add_withheld (self, items, inserts);
  add_dropped (self, items, inserts, reason);
  heed_insert_items_update (self->inserts, items);
  gtk_widget_set_visible (self->insert_box, items->len > 0);
}

/** heed_composer_mark_facts: says of each fact beside the text whether it is in it. */
void
heed_composer_mark_facts (HeedComposer *self, const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->inserts)); i++)
    {
      g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (self->inserts), i);

      heed_insert_item_set_text (item, text);
    }
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeedComposer *self = user_data;
  guint position = 0;

  g_list_store_find (self->inserts, item, &position);
  return heed_insert_row_new (HEED_INSERT_ITEM (item), position);
}

/** heed_composer_bind_facts: shows the list. To be called once. */
void
heed_composer_bind_facts (HeedComposer *self)
{
  gtk_list_box_bind_model (self->insert_list, G_LIST_MODEL (self->inserts), create_row, self, NULL);
}

/* Words do not run into each other, wherever the cursor stands. */
static char *
dup_spaced (GtkTextBuffer *buffer, const char *words)
{
  GtkTextIter start, end, before;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  before = start;
  const gboolean needs_before = gtk_text_iter_backward_char (&before)
                                && !g_unichar_isspace (gtk_text_iter_get_char (&before));
  const gboolean needs_after = g_unichar_isalnum (gtk_text_iter_get_char (&end));
  return g_strconcat (needs_before ? " " : "", words, needs_after ? " " : "", NULL);
}

/** heed_composer_insert: puts @words where the cursor is, in the place of what is selected; Undo takes them out. */
void
heed_composer_insert (HeedComposer *self, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *spaced = dup_spaced (buffer, words);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, spaced, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/** heed_composer_insert_activated_cb: the action "draft.insert": the place of a fact in the list, and its form. */
void
heed_composer_insert_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  int position;
  const char *form;

  g_variant_get (parameter, "(i&s)", &position, &form);
  g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (self->inserts), (guint) position);
  const char *words = item != NULL ? heed_insert_item_get_form (item, form) : NULL;
  if (words != NULL)
    heed_composer_insert (self, words);
}
