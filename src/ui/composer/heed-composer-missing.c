/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a message marks in brackets because the sheet lacks it: typed once, it is in the text and on the sheet. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-phrases.h"
#include "heed-warning-row.h"

/* The details that a mark can name, in the words of docs/codebook.md. Of what has a place of its own on the sheet
 * @field is that place; of a number, @is_number says so. */
static const struct
{
  const char *detail;
  gsize field;
  gboolean is_number;
  gboolean is_private;
} details[] = {
  { "name", G_STRUCT_OFFSET (HeedFacts, my_name), FALSE, TRUE },
  { "email", G_STRUCT_OFFSET (HeedFacts, my_email), FALSE, TRUE },
  { "phone", G_STRUCT_OFFSET (HeedFacts, my_phone), FALSE, TRUE },
  { "postcode", G_STRUCT_OFFSET (HeedFacts, my_postcode), FALSE, TRUE },
  { "address", G_STRUCT_OFFSET (HeedFacts, my_address), FALSE, TRUE },
  { "product", G_STRUCT_OFFSET (HeedFacts, product), FALSE, FALSE },
  { "account", 0, TRUE, TRUE },
  { "order", 0, TRUE, TRUE },
  { "booking", 0, TRUE, TRUE },
  { "case", 0, TRUE, FALSE },
  { "date", 0, FALSE, FALSE },
  { "location", 0, FALSE, FALSE },
  { "device", 0, FALSE, FALSE },
  { "version", 0, FALSE, FALSE },
  { "username", 0, FALSE, TRUE },
  { "photo", 0, FALSE, FALSE },
  { "description", 0, FALSE, FALSE },
  { "other", 0, FALSE, FALSE },
};

static const HeedPhrases *
get_phrases (HeedComposer *self)
{
  const char *language = heed_composer_get_language (self);

  if (language == NULL)
    language = self->facts->language;
  return heed_phrases_get (language != NULL && heed_phrases_knows (language) ? language : "en", NULL);
}

/* The detail that @mark, such as “[postcode]”, names in the language of the message; G_MAXUINT for none. */
static guint
find_detail (HeedComposer *self, const char *mark)
{
  const HeedPhrases *phrases = get_phrases (self);
  g_autofree char *folded = g_utf8_casefold (mark, -1);

  for (guint i = 0; phrases != NULL && i < G_N_ELEMENTS (details); i++)
    {
      g_autofree char *own = g_strdup_printf ("[%s]", heed_phrases_get_word (phrases, "details", details[i].detail));
      g_autofree char *own_folded = g_utf8_casefold (own, -1);

      if (g_str_equal (own_folded, folded))
        return i;
    }
  return G_MAXUINT;
}

static guint
find_marked (HeedComposer *self, const HeedWarning *warning, const char *text)
{
  g_autofree char *mark = g_utf8_substring (text, warning->start, warning->end);

  return find_detail (self, mark);
}

/* In public nothing private is asked for: there is no place for it. */
static const char *
find_title (HeedComposer *self, const HeedWarning *warning, const char *text)
{
  if (!g_str_equal (warning->kind, "unfilled"))
    return NULL;

  const guint i = find_marked (self, warning, text);
  if (i == G_MAXUINT)
    /* Translators: the title of an entry for what a mark such as “XXXX” in a text stands for. */
    return _ ("what stands here");
  return details[i].is_private && heed_composer_is_public (self) ? NULL
                                                                 : heed_composer_get_detail_title (details[i].detail);
}

/** heed_composer_mark_missing: says of each warning whether something is to be filled in. */
void
heed_composer_mark_missing (HeedComposer *self, const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->warnings)); i++)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), i);

      heed_warning_item_set_missing (item, find_title (self, heed_warning_item_get_warning (item), text));
    }
}

/** heed_composer_text_clicked_cb: a click on a mark that is to be filled in opens the entry for it. */
void
heed_composer_text_clicked_cb (HeedComposer *self, int n_press, double x, double y)
{
  GtkTextIter iter;
  int left, top;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->text_view)))
    return;
  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left, &top);
  if (!gtk_text_view_get_iter_at_location (self->text_view, &iter, left, top))
    return;

  const guint at = (guint) gtk_text_iter_get_offset (&iter);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->warnings)); i++)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), i);
      const HeedWarning *warning = heed_warning_item_get_warning (item);

      if (at >= warning->start && at < warning->end && heed_warning_item_get_missing (item) != NULL)
        {
          heed_warning_row_ask (HEED_WARNING_ROW (gtk_list_box_get_row_at_index (self->warning_list, (int) i)));
          return;
        }
    }
}

static gboolean
has_number (const HeedFacts *facts, const char *kind, const char *value)
{
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];

      if (g_str_equal (reference->kind, kind) && g_str_equal (reference->value, value))
        return TRUE;
    }
  return FALSE;
}

/* What was filled in, taken back in the text and filled in again is on the sheet already. */
static void
put_detail (HeedFacts *facts, guint i, const char *value)
{
  const char *detail = details[i].detail;

  if (details[i].is_number && has_number (facts, detail, value))
    return;
  if (details[i].is_number)
    g_ptr_array_add (facts->references, heed_reference_new (detail, value, details[i].is_private));
  else if (details[i].field != 0)
    {
      char **field = G_STRUCT_MEMBER_P (facts, details[i].field);

      g_free (*field);
      *field = g_strdup (value);
    }
  else
    g_hash_table_insert (facts->details, g_strdup (detail), g_strdup (value));
}

/* On the sheet it is there for every message. */
static void
store (HeedComposer *self, guint i, const char *value)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (self->item));

  put_detail (the_case->facts, i, value);
  heed_composer_save_case (self, the_case);
}

/** heed_composer_fill_activated_cb: the action "draft.fill": the place of a warning in the list, and what to put there.
 */
void
heed_composer_fill_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  const char *value;
  int position;

  g_variant_get (parameter, "(i&s)", &position, &value);
  /* What was typed a moment ago has moved the marks. */
  heed_composer_update (self);
  g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), (guint) position);
  if (item == NULL || heed_warning_item_get_missing (item) == NULL)
    return;

  const HeedWarning *warning = heed_warning_item_get_warning (item);
  g_autofree char *text = heed_composer_dup_text (self);
  const guint detail = find_marked (self, warning, text);
  const gboolean was_edited = heed_composer_is_edited (self);
  if (detail != G_MAXUINT)
    {
      put_detail (self->facts, detail, value);
      heed_composer_make (self);
    }
  /* What the person wrote around the mark stays; Heed's own text is then the one it would write now. Undo takes back
   * either, in the text: the sheet keeps what it was told. */
  if (detail != G_MAXUINT && !was_edited && self->rendition != NULL)
    heed_composer_change_text (self, self->rendition->text);
  else
    heed_composer_replace_text (self, warning->start, warning->end, value);
  if (detail != G_MAXUINT)
    store (self, detail, value);
  heed_composer_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
