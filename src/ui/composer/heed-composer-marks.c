/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The wavy lines below what is better mended. GTK lays out anew whatever a mark is put on or taken from, so with each
 * key only those change that have to. */

#include "heed-composer-private.h"

/* In characters; @end is exclusive. */
typedef struct
{
  guint start;
  guint end;
} Range;

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "warning");

  if (tag != NULL)
    return tag;
  return gtk_text_buffer_create_tag (buffer, "warning", "underline", PANGO_UNDERLINE_ERROR, NULL);
}

static int
compare_ranges (gconstpointer first, gconstpointer second)
{
  const Range *one = first;
  const Range *other = second;

  return one->start == other->start ? 0 : one->start < other->start ? -1 : 1;
}

/* What @warnings are about, in order; what touches is one. */
static GArray *
list_wanted (const GPtrArray *warnings)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  guint kept = 0;

  for (guint i = 0; i < warnings->len; i++)
    {
      const HeedWarning *warning = warnings->pdata[i];
      const Range range = { warning->start, warning->end };

      if (range.end > range.start)
        g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const Range range = g_array_index (ranges, Range, i);
      Range *last = kept > 0 ? &g_array_index (ranges, Range, kept - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, Range, kept++) = range;
    }
  g_array_set_size (ranges, kept);
  return ranges;
}

static GArray *
list_marked (GtkTextBuffer *buffer, GtkTextTag *tag)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_has_tag (&at, tag) || gtk_text_iter_forward_to_tag_toggle (&at, tag))
    {
      Range range = { .start = (guint) gtk_text_iter_get_offset (&at) };

      /* The end of the text ends it too. */
      gtk_text_iter_forward_to_tag_toggle (&at, tag);
      range.end = (guint) gtk_text_iter_get_offset (&at);
      g_array_append_val (ranges, range);
    }
  return ranges;
}

/* Puts the mark on those of @ranges from @first on that are not among the last @n_same, or takes it from them. */
static void
change (GtkTextBuffer *buffer, GtkTextTag *tag, const GArray *ranges, guint first, guint n_same, gboolean is_on)
{
  GtkTextIter start, end;

  for (guint i = first; i + n_same < ranges->len; i++)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_array_index (ranges, Range, i).start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_array_index (ranges, Range, i).end);
      if (is_on)
        gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      else
        gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
    }
}

static gboolean
are_same (const GArray *some, guint one, const GArray *others, guint other)
{
  const Range *a = &g_array_index (some, Range, one);
  const Range *b = &g_array_index (others, Range, other);

  return a->start == b->start && a->end == b->end;
}

/** heed_composer_mark: marks what @warnings (of HeedWarning) are about, and nothing else. */
void
heed_composer_mark (HeedComposer *self, const GPtrArray *warnings)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextTag *tag = get_tag (buffer);
  g_autoptr (GArray) wanted = list_wanted (warnings);
  g_autoptr (GArray) marked = list_marked (buffer, tag);
  const guint least = MIN (wanted->len, marked->len);
  guint n_before = 0;
  guint n_behind = 0;

  while (n_before < least && are_same (wanted, n_before, marked, n_before))
    n_before++;
  while (n_before + n_behind < least
         && are_same (wanted, wanted->len - n_behind - 1, marked, marked->len - n_behind - 1))
    n_behind++;
  change (buffer, tag, marked, n_before, n_behind, FALSE);
  change (buffer, tag, wanted, n_before, n_behind, TRUE);
}
