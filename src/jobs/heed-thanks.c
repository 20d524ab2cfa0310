/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thanks.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-data.h"
#include "heed-error.h"

#define LEXICON "rules/thanks.json"

struct _HeedThanks
{
  GPtrArray *yes;
  GPtrArray *no;
};

/* The words in small letters with one space before, between and after them; apostrophes join. */
static char *
dup_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *words = g_string_new (" ");

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (words, letter);
      else if (letter != '\'' && letter != 0x2019 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

static GPtrArray *
load_phrases (JsonObject *root, const char *key)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = json_object_get_member (root, key);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  g_autoptr (GList) languages = json_object_get_values (json_node_get_object (node));
  for (GList *item = languages; item != NULL; item = item->next)
    {
      JsonArray *list = JSON_NODE_HOLDS_ARRAY (item->data) ? json_node_get_array (item->data) : NULL;

      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        {
          const char *phrase = json_node_get_string (json_array_get_element (list, i));

          if (phrase == NULL || phrase[0] == '\0')
            return NULL;
          g_ptr_array_add (phrases, dup_words (phrase));
        }
      if (list == NULL)
        return NULL;
    }
  return g_steal_pointer (&phrases);
}

/** heed_thanks_new: (transfer full): knows by which words customers say that it was settled (S54). */
HeedThanks *
heed_thanks_new (GError **error)
{
  g_autoptr (GBytes) bytes = heed_data_lookup (LEXICON, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (HeedThanks) self = g_new0 (HeedThanks, 1);
  if (bytes == NULL)
    return NULL;

  gsize length;
  const char *json = g_bytes_get_data (bytes, &length);
  JsonNode *root = json_parser_load_from_data (parser, json, (gssize) length, NULL) ? json_parser_get_root (parser)
                                                                                    : NULL;
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      self->yes = load_phrases (json_node_get_object (root), "thanks");
      self->no = load_phrases (json_node_get_object (root), "not_thanks");
    }
  if (self->yes != NULL && self->no != NULL)
    return g_steal_pointer (&self);
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
               _ ("The word list %s cannot be used: it must hold “thanks” and “not_thanks”, each with lists of words."),
               LEXICON);
  return NULL;
}

void
heed_thanks_free (HeedThanks *thanks)
{
  if (thanks == NULL)
    return;
  g_clear_pointer (&thanks->yes, g_ptr_array_unref);
  g_clear_pointer (&thanks->no, g_ptr_array_unref);
  g_free (thanks);
}

static gboolean
holds_any (const char *words, const GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    if (strstr (words, phrases->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/** heed_thanks_is: whether a customer's message says that the matter is settled. */
gboolean
heed_thanks_is (const HeedThanks *thanks, const char *text)
{
  g_return_val_if_fail (thanks != NULL && text != NULL, FALSE);

  g_autofree char *words = dup_words (text);
  return holds_any (words, thanks->yes) && !holds_any (words, thanks->no);
}
