/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-item.h"

#include <string.h>

#include "heed-languages.h"
#include "heed-shorten.h"

/* More of a text is not read in a list. */
#define LINE_CHARS 120

struct _HeedSnippetItem
{
  GObject parent_instance;

  HeedSnippet *snippet;
  char *folded; /* what is searched */
};

G_DEFINE_FINAL_TYPE (HeedSnippetItem, heed_snippet_item, G_TYPE_OBJECT)

static void
heed_snippet_item_finalize (GObject *object)
{
  HeedSnippetItem *self = HEED_SNIPPET_ITEM (object);

  heed_snippet_free (self->snippet);
  g_free (self->folded);
  G_OBJECT_CLASS (heed_snippet_item_parent_class)->finalize (object);
}

static void
heed_snippet_item_class_init (HeedSnippetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_snippet_item_finalize;
}

static void
heed_snippet_item_init (HeedSnippetItem *self)
{
}

/** heed_snippet_item_new: (transfer full): the item of @snippet (transfer full). */
HeedSnippetItem *
heed_snippet_item_new (HeedSnippet *snippet)
{
  g_return_val_if_fail (snippet != NULL, NULL);

  HeedSnippetItem *self = g_object_new (HEED_TYPE_SNIPPET_ITEM, NULL);
  g_autofree char *all = g_strconcat (snippet->name, "\n", snippet->text, NULL);

  self->snippet = snippet;
  self->folded = g_utf8_casefold (all, -1);
  return self;
}

/** heed_snippet_item_get_snippet: (transfer none): the snippet. */
const HeedSnippet *
heed_snippet_item_get_snippet (HeedSnippetItem *self)
{
  g_return_val_if_fail (HEED_IS_SNIPPET_ITEM (self), NULL);
  return self->snippet;
}

/** heed_snippet_item_dup_line: (transfer full): the language, where it has one, and how the text begins. */
char *
heed_snippet_item_dup_line (HeedSnippetItem *self)
{
  g_return_val_if_fail (HEED_IS_SNIPPET_ITEM (self), NULL);

  g_autofree char *clean = heed_shorten_clean (self->snippet->text);
  g_autofree char *cut = heed_shorten_cut (clean, LINE_CHARS);

  if (*self->snippet->language == '\0')
    return g_steal_pointer (&cut);
  return g_strconcat (heed_language_get_name (self->snippet->language), " · ", cut, NULL);
}

/** heed_snippet_item_has: whether @words are in its name or text, in whatever case. */
gboolean
heed_snippet_item_has (HeedSnippetItem *self, const char *words)
{
  g_return_val_if_fail (HEED_IS_SNIPPET_ITEM (self) && words != NULL, FALSE);

  g_autofree char *folded = g_utf8_casefold (words, -1);
  return strstr (self->folded, folded) != NULL;
}

/** heed_snippet_item_compare: by name. */
int
heed_snippet_item_compare (HeedSnippetItem *self, HeedSnippetItem *other)
{
  return g_utf8_collate (self->snippet->name, other->snippet->name);
}
