/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-search-row.h"

#include "heed-case-words.h"
#include "heed-format.h"

struct _HeedSearchRow
{
  GtkListBoxRow parent_instance;

  HeedSearchItem *item;
  GtkWidget *lock;
  GtkLabel *words;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (HeedSearchRow, heed_search_row, GTK_TYPE_LIST_BOX_ROW)

/* Bold and underlined: told apart without a colour. */
static void
mark (PangoAttrList *marks, gsize start, gsize end)
{
  PangoAttribute *const both[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                   pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      both[i]->start_index = (guint) start;
      both[i]->end_index = (guint) end;
      pango_attr_list_insert (marks, both[i]);
    }
}

/* What a private number looks like, however many signs it has. */
#define DOTS "••••••"

/* What the row says first, its marks still in it. */
static char *
dup_marked (const HeedFound *found)
{
  const char *text = found->text != NULL ? found->text : "";

  if (found->kind != HEED_FOUND_REFERENCE)
    return g_strdup (text);
  return heed_words_dup_reference (found->detail, found->is_private ? DOTS : text);
}

/* The text in one line, without its marks, which become @marks. */
static char *
dup_words (const char *text, PangoAttrList *marks)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize start = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (*c == HEED_FOUND_START)
      start = words->len;
    else if (*c == HEED_FOUND_END)
      mark (marks, start, words->len);
    else
      g_string_append_c (words, *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_part (GString *parts, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? " · " : "", part);
}

/* Whose it is, what it is and of when, as far as the words do not say it already. */
static char *
dup_place (const HeedFound *found, const char *words, gint64 now, GTimeZone *zone)
{
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *when = heed_format_day (found->at, now, zone);
  g_autofree char *author = found->detail != NULL ? g_strconcat ("@", found->detail, NULL) : NULL;

  add_part (place, found->company);
  switch (found->kind)
    {
    case HEED_FOUND_POST:
      add_part (place, author);
      add_part (place, when);
      break;
    case HEED_FOUND_REFERENCE:
      add_part (place, found->title);
      break;
    case HEED_FOUND_EVENT:
      add_part (place, found->title);
      add_part (place, when);
      break;
    case HEED_FOUND_CASE:
    case HEED_N_FOUND:
    default:
      add_part (place, g_strcmp0 (found->title, words) != 0 ? found->title : NULL);
      break;
    }
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
heed_search_row_dispose (GObject *object)
{
  HeedSearchRow *self = HEED_SEARCH_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SEARCH_ROW);
  G_OBJECT_CLASS (heed_search_row_parent_class)->dispose (object);
}

static void
heed_search_row_class_init (HeedSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_search_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/search/heed-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSearchRow, lock);
  gtk_widget_class_bind_template_child (widget_class, HeedSearchRow, words);
  gtk_widget_class_bind_template_child (widget_class, HeedSearchRow, place);
}

static void
heed_search_row_init (HeedSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * heed_search_row_new: a row for what was found. A private number stays hidden: only the place is told.
 * @now: Unix seconds
 * @zone: whose clock the days are for
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
heed_search_row_new (HeedSearchItem *item, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (HEED_IS_SEARCH_ITEM (item), NULL);

  HeedSearchRow *self = g_object_new (HEED_TYPE_SEARCH_ROW, NULL);
  const HeedFound *found = heed_search_item_get_found (item);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  g_autofree char *marked = dup_marked (found);
  g_autofree char *words = dup_words (marked, marks);
  g_autofree char *place = dup_place (found, words, now, zone);
  g_autofree char *name = g_strdup_printf ("%s, %s", words, place);

  self->item = g_object_ref (item);
  gtk_label_set_label (self->words, words);
  gtk_label_set_attributes (self->words, marks);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (self->lock, found->is_private);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** heed_search_row_get_item: (transfer none): what the row stands for. */
HeedSearchItem *
heed_search_row_get_item (HeedSearchRow *self)
{
  g_return_val_if_fail (HEED_IS_SEARCH_ROW (self), NULL);
  return self->item;
}
