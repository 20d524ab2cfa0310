/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a rendition owes to its sheet, judged by plain means, not by the code that is judged. */

#include "sheet.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "heed-data.h"
#include "heed-shorten.h"

/* A request is cut after so many words at the earliest. */
#define LEAST_WORDS 3

/* A code of so many letters and digits is nothing else by chance, even inside of a longer one. */
#define LONG_CODE 7

/* One form of what is written in several: no case, no accents, digits of one kind, nothing that nobody sees. */
static char *
plain (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (g_unichar_isdigit (character))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (character)));
      else if (!g_unichar_ismark (character) && g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, character == 0x0142 ? 'l' : character);
    }
  return g_string_free (plain, FALSE);
}

/* A value however its letters and digits are parted; a short one stands by itself. */
static GRegex *
make_secret (const char *value)
{
  g_autofree char *letters = plain (value);
  GString *pattern = g_string_new (NULL);
  guint length = 0;

  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      {
        g_string_append (pattern, length++ > 0 ? "[^\\p{L}\\p{N}]{0,3}" : "");
        g_string_append_unichar (pattern, g_utf8_get_char (at));
      }
  if (length < LONG_CODE)
    {
      g_string_prepend (pattern, "(?<![\\p{L}\\p{N}])");
      g_string_append (pattern, "(?![\\p{L}\\p{N}])");
    }
  GRegex *secret = length > 0 ? g_regex_new (pattern->str, 0, 0, NULL) : NULL;
  g_string_free (pattern, TRUE);
  return secret;
}

static void
add_secret (Sheet *sheet, const char *value)
{
  GRegex *secret = value != NULL ? make_secret (value) : NULL;

  if (secret != NULL)
    g_ptr_array_add (sheet->secrets, secret);
}

/* A number may be given without its country's code. */
static void
add_phone (Sheet *sheet, const char *phone)
{
  g_autofree char *digits = plain (phone != NULL ? phone : "");
  char *end = digits;

  for (const char *at = digits; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *end++ = *at;
  *end = '\0';
  add_secret (sheet, phone);
  if (end - digits >= LONG_CODE)
    add_secret (sheet, end - LONG_CODE);
}

/** sheet_is_secret: whether a text holds something private, however it is written. */
gboolean
sheet_is_secret (const Sheet *sheet, const char *value)
{
  g_autofree char *text = plain (value);

  for (guint i = 0; i < sheet->secrets->len; i++)
    if (g_regex_match (sheet->secrets->pdata[i], text, 0, NULL))
      return TRUE;
  return FALSE;
}

static void
add_secrets (Sheet *sheet, JsonObject *root)
{
  const HeedFacts *facts = sheet->facts;
  const char *const values[] = { facts->my_name, facts->my_email, facts->my_postcode, facts->my_address };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_secret (sheet, values[i]);
  add_phone (sheet, facts->my_phone);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      add_secret (sheet, reference->is_private ? reference->value : NULL);
    }
  if (!json_object_has_member (root, "private_in_text"))
    return;

  JsonArray *more = json_object_get_array_member (root, "private_in_text");
  for (guint i = 0; i < json_array_get_length (more); i++)
    add_secret (sheet, json_array_get_string_element (more, i));
}

/* A word as both the text and the sheet have it: without case, without what nobody sees or what stands around it. */
static char *
trim_word (const char *word, gsize length)
{
  const char *end = word + length;

  while (word < end && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  while (end > word)
    {
      const char *last = g_utf8_prev_char (end);
      if (g_unichar_isalnum (g_utf8_get_char (last)) || g_unichar_ismark (g_utf8_get_char (last)))
        break;
      end = last;
    }

  g_autofree char *trimmed = g_strndup (word, (gsize) (end - word));
  g_autofree char *composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *one = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (one, character == 0x2019 ? '\'' : character);
    }
  return g_string_free (one, FALSE);
}

/* The blank between the digits of "1 290" parts nothing. */
static gboolean
parts_words (const char *at)
{
  gunichar character = g_utf8_get_char (at);

  if (character == 0xA0 || character == 0x202F)
    return !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (at)));
  return g_unichar_isspace (character) || character == '{' || character == '}';
}

/* The words between blanks, and between the parts of a catalogue's sentence. */
static GPtrArray *
list_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = at;
      while (*end != '\0' && !parts_words (end))
        end = g_utf8_next_char (end);
      char *word = trim_word (at, (gsize) (end - at));
      if (*word != '\0')
        g_ptr_array_add (words, word);
      else
        g_free (word);
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return words;
}

static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

/* The runs of letters, or of digits, that a word is made of. */
static GPtrArray *
list_runs (const char *text)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      gboolean is_letters = is_letter (g_utf8_get_char (at));
      gboolean is_digits = g_unichar_isdigit (g_utf8_get_char (at));
      for (end = g_utf8_next_char (at); is_letters && is_letter (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);
      while (is_digits && g_unichar_isdigit (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (is_letters || is_digits)
        g_ptr_array_add (runs, g_strndup (at, (gsize) (end - at)));
    }
  return runs;
}

static void
add_words (Sheet *sheet, const char *text)
{
  g_autoptr (GPtrArray) words = list_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (GPtrArray) runs = list_runs (words->pdata[i]);
      for (guint run = 0; run < runs->len; run++)
        g_hash_table_add (sheet->words, g_strdup (runs->pdata[run]));
      g_string_append_printf (sheet->all, "%s ", (const char *) words->pdata[i]);
      g_hash_table_add (sheet->words, g_strdup (words->pdata[i]));
      g_hash_table_add (sheet->bare, plain (words->pdata[i]));
    }
}

static void add_strings (Sheet *sheet, JsonNode *node);

static void
add_member_cb (JsonObject *object, const char *name, JsonNode *node, gpointer sheet)
{
  add_strings (sheet, node);
}

static void
add_element_cb (JsonArray *array, guint index, JsonNode *node, gpointer sheet)
{
  add_strings (sheet, node);
}

static void
add_strings (Sheet *sheet, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_member_cb, sheet);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), add_element_cb, sheet);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    add_words (sheet, json_node_get_string (node));
}

static JsonNode *
parse (const char *json, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, json, (gssize) length, NULL));
  return json_parser_steal_root (parser);
}

static void
add_catalogue (Sheet *sheet, const char *language)
{
  g_autofree char *name = g_strconcat ("phrases/", language, ".json", NULL);
  g_autoptr (GBytes) bytes = heed_data_lookup (name, NULL);
  g_autoptr (JsonNode) root = parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  add_strings (sheet, root);
  sheet->phrases = heed_phrases_get (language, NULL);
}

/* As it is, and with two digits, as in "3.03". */
static void
add_number (Sheet *sheet, int number)
{
  g_hash_table_add (sheet->numbers, g_strdup_printf ("%d", number));
  g_hash_table_add (sheet->numbers, g_strdup_printf ("%02d", number));
}

static void
add_time (Sheet *sheet, gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  add_number (sheet, g_date_time_get_day_of_month (date));
  add_number (sheet, g_date_time_get_month (date));
  add_number (sheet, g_date_time_get_year (date));
}

static void
add_numbers (Sheet *sheet)
{
  const HeedFacts *facts = sheet->facts;

  add_time (sheet, SHEET_NOW);
  add_time (sheet, facts->since);
  add_time (sheet, facts->by);
  for (guint i = 0; i < facts->attempts->len; i++)
    add_time (sheet, ((HeedAttempt *) facts->attempts->pdata[i])->when);
  for (guint i = 0; i < facts->promises->len; i++)
    add_time (sheet, ((HeedPromise *) facts->promises->pdata[i])->due);
  add_number (sheet, (int) facts->attempts->len);
  if (facts->amount < 0)
    return;
  add_number (sheet, (int) floor (facts->amount + 0.001));
  add_number (sheet, (int) round (facts->amount * 100));
}

/* The runs of letters and digits, each with a blank before it. */
static char *
row_words (const char *text, guint most)
{
  g_autofree char *simple = plain (text);
  g_autoptr (GPtrArray) runs = list_runs (simple);
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < runs->len && i < most; i++)
    g_string_append_printf (row, " %s", (const char *) runs->pdata[i]);
  g_string_append_c (row, ' ');
  return g_string_free (row, FALSE);
}

/* What of the request is left to see in public: up to the first private value, or behind it. */
static char *
dup_open_request (const Sheet *sheet)
{
  g_autofree char *want = plain (sheet->facts->want);

  for (guint i = 0; i < sheet->secrets->len; i++)
    {
      char *mended = g_regex_replace_literal (sheet->secrets->pdata[i], want, -1, 0, "\x01", 0, NULL);
      g_free (want);
      want = mended;
    }
  g_auto (GStrv) parts = g_strsplit (want, "\x01", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *row = row_words (parts[i], G_MAXUINT);
      if (strlen (row) > 1)
        return g_strdup (parts[i]);
    }
  return g_strdup ("");
}

/* German and Finnish write "3." for "third", which ends no sentence. */
static GPtrArray *
list_dates (const HeedFacts *facts)
{
  GPtrArray *dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new ("\\S+ [0-9]{1,2}\\. \\p{L}\\S*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_strcmp0 (facts->language, "de") != 0 && g_strcmp0 (facts->language, "fi") != 0)
    return dates;
  g_regex_match (regex, facts->what_happened, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (dates, g_match_info_fetch (match, 0));
  return dates;
}

static gboolean
may_be_public (const Sheet *sheet, const HeedReference *reference)
{
  return !reference->is_private && !sheet_is_secret (sheet, reference->value);
}

/* What is asked of each rendition is found out once. */
static void
prepare (Sheet *sheet)
{
  const GPtrArray *references = sheet->facts->references;

  sheet->dates = list_dates (sheet->facts);
  sheet->whole_want = g_strdup (sheet->facts->want);
  sheet->open_want = dup_open_request (sheet);
  for (guint i = 0; i < references->len; i++)
    sheet->is_named = sheet->is_named || may_be_public (sheet, references->pdata[i]);
}

/** sheet_read_facts: (transfer full): the facts of a file alone. */
HeedFacts *
sheet_read_facts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &json, &length, NULL));
  HeedFacts *facts = heed_facts_new_from_json (json, (gssize) length, &error);
  g_assert_no_error (error);
  return facts;
}

/** sheet_new: (transfer full): reads a file; @path has to outlive it. */
Sheet *
sheet_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &json, &length, NULL));

  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->facts = heed_facts_new_from_json (json, (gssize) length, &error);
  g_assert_no_error (error);
  sheet->name = strrchr (path, '/') + 1;
  sheet->secrets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  sheet->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->all = g_string_new (NULL);

  g_autoptr (JsonNode) root = parse (json, length);
  const char *language = sheet->facts->language;
  add_strings (sheet, root);
  add_catalogue (sheet, language != NULL && heed_phrases_knows (language) ? language : "en");
  add_secrets (sheet, json_node_get_object (root));
  add_numbers (sheet);
  prepare (sheet);
  return sheet;
}

void
sheet_free (Sheet *sheet)
{
  heed_facts_free (sheet->facts);
  g_ptr_array_unref (sheet->secrets);
  g_hash_table_unref (sheet->words);
  g_hash_table_unref (sheet->bare);
  g_hash_table_unref (sheet->numbers);
  g_string_free (sheet->all, TRUE);
  g_ptr_array_unref (sheet->dates);
  g_free (sheet->whole_want);
  g_free (sheet->open_want);
  g_free (sheet);
}

static gboolean
holds_wide (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_iswide (g_utf8_get_char (word)))
      return TRUE;
  return FALSE;
}

/* A date, an amount or a mended word: each run of it is known. Digits may be parted, as in "49,90". */
static gboolean
are_runs_known (const Sheet *sheet, const char *word)
{
  g_autoptr (GPtrArray) runs = list_runs (word);
  GString *digits = g_string_new (NULL);
  gboolean is_known = TRUE;
  gboolean are_numbers = TRUE;

  for (guint i = 0; i < runs->len; i++)
    {
      const char *run = runs->pdata[i];
      gboolean is_number = g_unichar_isdigit (g_utf8_get_char (run));
      if (is_number)
        g_string_append (digits, run);
      is_known = is_known && (is_number || g_hash_table_contains (sheet->words, run));
      are_numbers = are_numbers && (!is_number || g_hash_table_contains (sheet->numbers, run));
    }
  is_known = is_known && (are_numbers || g_hash_table_contains (sheet->numbers, digits->str));
  g_string_free (digits, TRUE);
  return is_known;
}

static gboolean
is_word_known (const Sheet *sheet, const char *word)
{
  if (g_hash_table_contains (sheet->words, word) || are_runs_known (sheet, word))
    return TRUE;
  if (g_str_has_prefix (word, "u/") && g_hash_table_contains (sheet->words, word + 2))
    return TRUE;
  /* A script without blanks has no words to look for. */
  return holds_wide (word) && strstr (sheet->all->str, word) != NULL;
}

/* Takes out what is no word of the sheet by intent. What stands for something hidden grows together with what stood
 * around that, such as the prefix of a Hebrew word; what is spelled on the phone comes letter by letter; the parts of a
 * thread are numbered. */
static char *
leave_words (const Sheet *sheet, const char *text)
{
  g_auto (GStrv) hidden = heed_phrases_dup_wordings (sheet->phrases, "hidden", HEED_TONE_FRIENDLY);
  g_auto (GStrv) spell = heed_phrases_dup_wordings (sheet->phrases, "phone_spell", HEED_TONE_FRIENDLY);
  g_autofree char *hidden_words = g_regex_escape_string (hidden[0], -1);
  g_autofree char *spell_words = g_regex_escape_string (spell[0], (int) strcspn (spell[0], "{"));
  g_autofree char *pattern = g_strconcat ("\\S*", hidden_words, "\\S*|", spell_words, ".*|\\([0-9]+/[0-9]+\\)", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

/** sheet_find_cut_word: (transfer full) (nullable): a word that neither the sheet nor the catalogue has. */
char *
sheet_find_cut_word (const Sheet *sheet, gboolean is_bare, const char *text)
{
  g_autofree char *parted = leave_words (sheet, text);
  g_autoptr (GPtrArray) words = list_words (parted);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *bare = is_bare ? plain (words->pdata[i]) : NULL;
      if (!is_word_known (sheet, words->pdata[i]) && (bare == NULL || !g_hash_table_contains (sheet->bare, bare)))
        return g_strdup (words->pdata[i]);
    }
  return NULL;
}

/** sheet_holds_request: whether it asks for what the sheet wants: all of it, or where room is short its first words. */
gboolean
sheet_holds_request (const Sheet *sheet, const HeedRendition *rendition, gboolean is_public)
{
  const char *want = is_public ? sheet->open_want : sheet->whole_want;
  g_autofree char *text = row_words (rendition->text, G_MAXUINT);
  g_autofree char *whole = row_words (want, G_MAXUINT);
  g_autofree char *begun = row_words (want, LEAST_WORDS);

  if (strstr (text, whole) != NULL)
    return TRUE;
  return rendition->limit > 0 && strstr (text, begun) != NULL
         && (strstr (rendition->text, "…") != NULL || strstr (rendition->text, "...") != NULL);
}

/* Whether one of the ways to say that the number comes in private is in it. */
static gboolean
says_private (const Sheet *sheet, HeedTone tone, const char *text)
{
  static const char *const keys[] = { "reference_private", "hidden" };

  for (guint key = 0; key < G_N_ELEMENTS (keys); key++)
    {
      g_auto (GStrv) forms = heed_phrases_dup_wordings (sheet->phrases, keys[key], tone);
      for (guint i = 0; forms[i] != NULL; i++)
        if (strstr (text, forms[i]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/** sheet_holds_reference: whether it names a reference, or in public at least says that one comes in private. */
gboolean
sheet_holds_reference (const Sheet *sheet, const HeedDraftOptions *options, gboolean is_public, const char *text)
{
  const GPtrArray *references = sheet->facts->references;

  for (guint i = 0; i < references->len; i++)
    {
      const HeedReference *reference = references->pdata[i];
      g_autofree char *value = heed_shorten_clean (reference->value);
      if (strstr (text, value) != NULL && (!is_public || may_be_public (sheet, reference)))
        return TRUE;
    }
  return references->len == 0 || (is_public && !sheet->is_named && says_private (sheet, options->tone, text));
}

/** sheet_tears_date: whether a date of the story is there without its month. */
gboolean
sheet_tears_date (const Sheet *sheet, const char *text)
{
  for (guint i = 0; i < sheet->dates->len; i++)
    {
      const char *date = sheet->dates->pdata[i];
      g_autofree char *begun = g_strndup (date, (gsize) (strrchr (date, ' ') - date));
      const char *place = strstr (text, begun);
      if (place != NULL && !g_str_has_prefix (place, date))
        return TRUE;
    }
  return FALSE;
}
