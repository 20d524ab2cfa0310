/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hours-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-data-object.h"
#include "heed-lexicon-error.h"

#define ZONES "hours/zones.json"

/* The keys of the section, in the order of HeedHoursWord; zones come from a file of their own. */
static const char *const keys[HEED_HOURS_ZONE] = {
  "days", "weekdays", "weekends", "daily", "to",   "and", "from",  "until",   "am",        "pm",      "hour",
  "noon", "midnight", "always",   "back",  "open", "not", "units", "morning", "afternoon", "evening",
};

#define MAX_PHRASE 8

/* Bytes of a word of plain letters that is looked up without a copy of its own. */
#define MAX_PLAIN_KEY 31

/* So many tokens have room at first. */
#define USUAL_TOKENS 64

/* One phrase, filed under the first of its tokens. @rest: the keys of those behind it, up to %NULL.
 * @is_capitals: it counts only where it is written in capitals, as "ET" is no "et". */
typedef struct
{
  HeedHoursWord meaning;
  int value;
  const char *rest[MAX_PHRASE];
  gboolean is_capitals;
} Phrase;

/* @counts: hours behind it are added to it, as in "GMT+7". */
typedef struct
{
  const char *name;
  gboolean counts;
} Zone;

/* @keys: every token of every phrase → the phrases that begin with it */
struct _HeedHoursWords
{
  GHashTable *keys;
  GArray *zones;
};

void
heed_hours_words_free (HeedHoursWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->keys);
  g_array_unref (words->zones);
  g_free (words);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x05be || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Signs that are written in several ways are one sign. */
static gunichar
fold_sign (gunichar c)
{
  if (is_dash (c))
    return '-';
  return c == 0x2019 || c == 0x05f3 || c == 0x00b4 ? '\'' : c;
}

static gunichar
get_char (const char *at)
{
  return (*at & 0x80) == 0 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);
}

static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c);
}

static gboolean
is_in_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Cuts one token off @text at @at; FALSE at its end. A byte that is no UTF-8 is a sign that nobody knows. */
static gboolean
cut_token (const char *text, const char *at, HeedHoursToken *token)
{
  const char *end = at;
  gunichar c = get_char (at);

  *token = (HeedHoursToken){ .value = -1 };
  for (; (gint32) c > 0 && is_space (c); c = get_char (at))
    {
      token->spaced = TRUE;
      token->breaks = token->breaks || c == '\n' || c == '\r';
      at = g_utf8_next_char (at);
    }
  if (*at == '\0')
    return FALSE;

  end = (gint32) c > 0 ? g_utf8_next_char (at) : at + 1;
  token->kind = HEED_HOURS_TOKEN_SIGN;
  if ((gint32) c > 0 && is_in_word (c))
    {
      token->kind = HEED_HOURS_TOKEN_WORD;
      while ((gint32) (c = get_char (end)) > 0 && is_in_word (c))
        end = g_utf8_next_char (end);
    }
  else if (g_ascii_isdigit (*at))
    {
      token->kind = HEED_HOURS_TOKEN_NUMBER;
      end = at + strspn (at, "0123456789");
      token->value = end - at <= 4 ? (int) g_ascii_strtoull (at, NULL, 10) : -1;
    }
  else if ((gint32) c > 0)
    {
      token->kind = is_dash (c) ? HEED_HOURS_TOKEN_DASH : HEED_HOURS_TOKEN_SIGN;
      token->sign = fold_sign (c);
    }
  token->start = (guint32) (at - text);
  token->end = (guint32) (end - text);
  return TRUE;
}

/* What a token is looked up by: small letters, digits as they are, signs folded; FALSE for a word that is long or
 * beyond ASCII, which has no room here. */
static gboolean
fill_plain_key (const char *text, const HeedHoursToken *token, char key[MAX_PLAIN_KEY + 1])
{
  const gsize length = token->end - token->start;

  if (token->kind == HEED_HOURS_TOKEN_DASH || token->kind == HEED_HOURS_TOKEN_SIGN)
    {
      key[g_unichar_to_utf8 (token->sign, key)] = '\0';
      return TRUE;
    }
  if (length > MAX_PLAIN_KEY)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const char c = text[token->start + i];

      if ((c & 0x80) != 0)
        return FALSE;
      key[i] = g_ascii_isupper (c) ? (char) (c | 0x20) : c;
    }
  key[length] = '\0';
  return TRUE;
}

static char *
dup_key (const char *text, const HeedHoursToken *token)
{
  char plain[MAX_PLAIN_KEY + 1];

  if (fill_plain_key (text, token, plain))
    return g_strdup (plain);
  return g_utf8_strdown (text + token->start, token->end - token->start);
}

static gboolean
is_all_capitals (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (word[i]))
      return FALSE;
  return TRUE;
}

/* The one copy of @key (transfer full) that is compared by its address; @phrases: (out): those that begin with it. */
static const char *
intern (HeedHoursWords *words, char *key, GArray **phrases)
{
  gpointer known, found;

  if (g_hash_table_lookup_extended (words->keys, key, &known, &found))
    {
      g_free (key);
      *phrases = found;
      return known;
    }
  *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_hash_table_insert (words->keys, key, *phrases);
  return key;
}

/* Files "7 days a week" under "7", with "days", "a", "week" behind it. */
static gboolean
add_phrase (HeedHoursWords *words, const char *text, HeedHoursWord meaning, int value)
{
  Phrase phrase = { .meaning = meaning, .value = value };
  GArray *first = NULL, *phrases;
  HeedHoursToken token;
  guint n = 0;

  phrase.is_capitals = meaning == HEED_HOURS_ZONE && is_all_capitals (text, strlen (text));
  for (const char *at = text; cut_token (text, at, &token); at = text + token.end)
    {
      const char *key = intern (words, dup_key (text, &token), &phrases);

      if (n == MAX_PHRASE)
        return FALSE;
      if (first == NULL)
        first = phrases;
      else
        phrase.rest[n++] = key;
    }
  if (first == NULL || n == MAX_PHRASE)
    return FALSE;
  g_array_append_val (first, phrase);
  return TRUE;
}

static gboolean
add_list (HeedHoursWords *words, const char *name, JsonNode *node, HeedHoursWord meaning, int value, GError **error)
{
  const char *where = meaning < HEED_HOURS_ZONE ? keys[meaning] : "zones";

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return heed_lexicon_refuse (error, name, where, _ ("a list of words is missing here"));
  JsonArray *list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *entry = json_array_get_element (list, i);
      const char *text = JSON_NODE_HOLDS_VALUE (entry) && json_node_get_value_type (entry) == G_TYPE_STRING
                           ? json_node_get_string (entry)
                           : NULL;

      if (text == NULL || !add_phrase (words, text, meaning, value))
        return heed_lexicon_refuse (error, name, where, _ ("this is no word, or too many"));
    }
  return TRUE;
}

/* The days are seven lists, Monday first. */
static gboolean
add_days (HeedHoursWords *words, const char *name, JsonObject *hours, GError **error)
{
  JsonNode *node = json_object_get_member (hours, "days");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 7)
    return heed_lexicon_refuse (error, name, "days", _ ("seven lists of words are missing here"));
  for (guint day = 0; day < 7; day++)
    if (!add_list (words, name, json_array_get_element (json_node_get_array (node), day), HEED_HOURS_DAY, (int) day,
                   error))
      return FALSE;
  return TRUE;
}

static gpointer
read_zones (gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (JsonObject) object = heed_data_load_object (ZONES);

  return json_array_ref (json_object_get_array_member (object, "zones"));
}

/* Words for zones are the same in all languages: abbreviations, and what a zone is called. */
static gboolean
add_zones (HeedHoursWords *words, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  JsonArray *zones = g_once (&once, read_zones, NULL);

  for (guint i = 0; i < json_array_get_length (zones); i++)
    {
      JsonObject *object = json_array_get_object_element (zones, i);
      const char *name = json_object_get_string_member_with_default (object, "zone", NULL);
      Zone zone = { name != NULL ? g_intern_string (name) : NULL,
                    json_object_get_boolean_member_with_default (object, "counts", FALSE) };

      g_array_append_val (words->zones, zone);
      if (!add_list (words, ZONES, json_object_get_member (object, "words"), HEED_HOURS_ZONE, (int) i, error))
        return FALSE;
    }
  return TRUE;
}

/* The words of the section @hours; NULL with an error for a broken one. */
static HeedHoursWords *
words_new (const char *name, JsonObject *hours, GError **error)
{
  g_autoptr (HeedHoursWords) words = g_new0 (HeedHoursWords, 1);

  words->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  words->zones = g_array_new (FALSE, FALSE, sizeof (Zone));
  if (!add_days (words, name, hours, error))
    return NULL;
  for (HeedHoursWord meaning = HEED_HOURS_WEEKDAYS; meaning < HEED_HOURS_ZONE; meaning++)
    if (!add_list (words, name, json_object_get_member (hours, keys[meaning]), meaning, 0, error))
      return NULL;
  return add_zones (words, error) ? g_steal_pointer (&words) : NULL;
}

/**
 * heed_hours_words_new_for_object: the words with which one language states hours.
 * @name: the file's name, for messages
 * @lexicon: its word list, whose section "hours" docs/codebook.md describes; it may hold none
 * @words: (out) (nullable) (transfer full): %NULL where the list says nothing of hours
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED, naming file, entry and reason, for a broken section
 */
gboolean
heed_hours_words_new_for_object (const char *name, JsonObject *lexicon, HeedHoursWords **words, GError **error)
{
  g_return_val_if_fail (name != NULL && lexicon != NULL && words != NULL, FALSE);

  *words = NULL;
  JsonNode *section = json_object_get_member (lexicon, "hours");
  if (section == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (section))
    return heed_lexicon_refuse (error, name, "hours", _ ("lists of words under their names are missing here"));
  *words = words_new (name, json_node_get_object (section), error);
  return *words != NULL;
}

/**
 * heed_hours_words_cut: cuts a text into tokens and looks each up.
 * @max_tokens: what stands behind so many is not read
 *
 * Returns: (transfer full) (element-type HeedHoursToken): must not live longer than @words
 */
GArray *
heed_hours_words_cut (const HeedHoursWords *words, const char *text, guint max_tokens)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (HeedHoursToken), MIN (max_tokens, USUAL_TOKENS));
  HeedHoursToken token;

  g_return_val_if_fail (words != NULL && text != NULL, tokens);

  for (const char *at = text; tokens->len < max_tokens && cut_token (text, at, &token); at = text + token.end)
    {
      char plain[MAX_PLAIN_KEY + 1];
      g_autofree char *key = fill_plain_key (text, &token, plain) ? NULL : dup_key (text, &token);
      gpointer known = NULL, phrases = NULL;

      token.is_capitals = is_all_capitals (text + token.start, token.end - token.start);
      g_hash_table_lookup_extended (words->keys, key != NULL ? key : plain, &known, &phrases);
      token.key = known;
      token.phrases = phrases;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

/* How many tokens @phrase takes from @at on, 0 when it does not stand there. */
static guint
measure_phrase (const Phrase *phrase, const GArray *tokens, guint at)
{
  guint n = 1;

  if (phrase->is_capitals && !g_array_index (tokens, HeedHoursToken, at).is_capitals)
    return 0;
  for (; phrase->rest[n - 1] != NULL; n++)
    if (at + n >= tokens->len || g_array_index (tokens, HeedHoursToken, at + n).key != phrase->rest[n - 1])
      return 0;
  return n;
}

/**
 * heed_hours_words_match: whether words of one meaning stand at a place.
 * @value: (out) (optional): which day, or which zone
 *
 * Returns: how many tokens the longest such phrase takes, 0 for none
 */
guint
heed_hours_words_match (const GArray *tokens, guint at, HeedHoursWord meaning, int *value)
{
  guint longest = 0;

  g_return_val_if_fail (tokens != NULL, 0);

  const GArray *phrases = at < tokens->len ? g_array_index (tokens, HeedHoursToken, at).phrases : NULL;
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      guint n = phrase->meaning == meaning ? measure_phrase (phrase, tokens, at) : 0;

      if (n <= longest)
        continue;
      longest = n;
      if (value != NULL)
        *value = phrase->value;
    }
  return longest;
}

/**
 * heed_hours_words_get_zone: which zone the words of heed_hours_words_match() mean.
 * @counts: (out): hours that stand behind the words are to be added, as in "GMT+7"
 *
 * Returns: (transfer none) (nullable): its IANA name, %NULL where the words mean several zones
 */
const char *
heed_hours_words_get_zone (const HeedHoursWords *words, int zone, gboolean *counts)
{
  g_return_val_if_fail (words != NULL && zone >= 0 && (guint) zone < words->zones->len, NULL);

  const Zone *known = &g_array_index (words->zones, Zone, zone);
  *counts = known->counts;
  return known->name;
}
