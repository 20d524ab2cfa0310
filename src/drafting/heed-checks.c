/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is better mended in a text before it is sent: private data in public, no address, no request, unkind words. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-phrases.h"
#include "heed-privacy.h"
#include "heed-rendition.h"
#include "heed-shorten.h"
#include "heed-word-list.h"

/* A mention further in than this is read as talk about the company, not to it. In characters. */
#define LATEST_MENTION 20

/* Capitals are shouting from here on: letters of a single word, and of several in a row. */
#define LOUD_WORD 7
#define LOUD_WORDS 8

typedef struct
{
  const HeedFacts *facts;
  const char *language;
  const char *network;
  const char *text;
  gboolean is_public;
  GPtrArray *warnings;
} Check;

/* @start and @end in bytes; the warning counts in characters. Takes @repair. */
static void
warn (const Check *check, const char *kind, gsize start, gsize end, const char *message, char *repair)
{
  HeedWarning *warning = g_new0 (HeedWarning, 1);

  warning->kind = g_strdup (kind);
  warning->start = (guint) g_utf8_strlen (check->text, (gssize) start);
  warning->end = warning->start + (guint) g_utf8_strlen (check->text + start, (gssize) (end - start));
  warning->message = g_strdup (message);
  warning->repair = repair;
  g_ptr_array_add (check->warnings, warning);
}

static void
check_private (const Check *check)
{
  if (!check->is_public)
    return;

  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (check->facts);
  g_autoptr (GArray) spans = heed_privacy_find (privacy, check->text);
  g_auto (GStrv)
    hidden = heed_phrases_dup_wordings (heed_phrases_get (check->language, NULL), "hidden", HEED_TONE_FRIENDLY);

  for (guint i = 0; i < spans->len; i++)
    {
      HeedPrivateSpan span = g_array_index (spans, HeedPrivateSpan, i);
      warn (check, "private", span.start, span.end, heed_private_kind_to_sentence (span.kind), g_strdup (hidden[0]));
    }
}

static void
check_words (const Check *check, const char *list, const char *kind, const char *message)
{
  g_autoptr (GPtrArray) matches = heed_word_list_find (check->language, list, check->text);

  for (guint i = 0; i < matches->len; i++)
    {
      HeedWordMatch *match = matches->pdata[i];
      warn (check, kind, match->start, match->end, message, g_steal_pointer (&match->repair));
    }
}

/* A vague time is mended with the date on the sheet; without one the user is asked for it. */
static void
check_times (const Check *check)
{
  g_autoptr (GPtrArray) matches = heed_word_list_find (check->language, "vague", check->text);
  g_autofree char *since = check->facts->since != 0 ? heed_phrases_format_long_date (
                             heed_phrases_get (check->language, NULL), check->facts->since, NULL)
                                                    : NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const HeedWordMatch *match = matches->pdata[i];
      gboolean may_repair = since != NULL && match->repair != NULL;
      warn (check, "vague-time", match->start, match->end, _ ("A date says more: when exactly was it?"),
            may_repair ? heed_phrases_fill (match->repair, "since", since, NULL) : NULL);
    }
}

static gboolean
is_name_char (gunichar character)
{
  return g_unichar_isalnum (character) || character == '_';
}

/* Where @sign and @name stand as a whole word; NULL when they do not. Names on networks know no case. */
static const char *
find_name (const char *text, char sign, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strchr (text, sign); at != NULL; at = strchr (at + 1, sign))
    if (g_ascii_strncasecmp (at + 1, name, length) == 0 && !is_name_char (g_utf8_get_char (at + 1 + length))
        && (at == text || !is_name_char (g_utf8_get_char (g_utf8_find_prev_char (text, at)))))
      return at;
  return NULL;
}

/* The company's name as a hashtag would be made of it. */
static char *
dup_tag (const char *company)
{
  GString *tag = g_string_new (NULL);

  for (const char *at = company; *at != '\0'; at = g_utf8_next_char (at))
    if (is_name_char (g_utf8_get_char (at)))
      g_string_append_unichar (tag, g_utf8_get_char (at));
  return g_string_free (tag, FALSE);
}

static void
check_missing_mention (const Check *check, const char *handle)
{
  g_autofree char *company_tag = dup_tag (check->facts->company != NULL ? check->facts->company : "");
  g_autofree char *user = g_strndup (handle, strcspn (handle, "@"));
  const char *const tags[] = { handle, user, company_tag };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *tag = *tags[i] != '\0' ? find_name (check->text, '#', tags[i]) : NULL;
      if (tag == NULL)
        continue;
      gsize start = (gsize) (tag - check->text);
      warn (check, "hashtag", start, start + 1 + strlen (tags[i]),
            _ ("A hashtag does not reach the company; write its address instead."), g_strconcat ("@", handle, NULL));
      return;
    }
  warn (check, "no-mention", 0, 0, _ ("The company is not told of this post; start with its address."),
        g_strconcat ("@", handle, " ", NULL));
}

static void
check_mention (const Check *check)
{
  const char *handle = check->network != NULL ? g_hash_table_lookup (check->facts->handles, check->network) : NULL;

  /* On Reddit a post in the company's place reaches it without a mention. */
  if (!check->is_public || handle == NULL || g_str_equal (check->network, "reddit"))
    return;
  if (*handle == '@')
    handle++;

  const char *mention = find_name (check->text, '@', handle);
  if (mention == NULL)
    check_missing_mention (check, handle);
  else if (g_utf8_pointer_to_offset (check->text, mention) > LATEST_MENTION)
    {
      gsize start = (gsize) (mention - check->text);
      warn (check, "buried-mention", start, start + 1 + strlen (handle),
            _ ("Start with the company's address, so that it is spoken to and not about."), NULL);
    }
}

static char *
dup_calm (const char *text, const char *start, const char *end)
{
  g_autofree char *calm = g_utf8_strdown (start, end - start);
  const char *before = start;

  while (before > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (before > text && strchr (".!?", before[-1]) == NULL)
    return g_steal_pointer (&calm);

  g_autofree char *first = g_utf8_substring (calm, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  return g_strconcat (capital, g_utf8_next_char (calm), NULL);
}

/* A row of words in capitals. Names of the company and its products are often written so. */
typedef struct
{
  const char *start;
  const char *end;
  guint words;
  guint letters;
} Row;

static gboolean
is_own_name (const Check *check, const char *start, const char *end)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  const char *const names[] = { check->facts->company, check->facts->product };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && strstr (names[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
end_row (const Check *check, Row *row)
{
  gboolean is_loud = row->words > 1 ? row->letters >= LOUD_WORDS : row->letters >= LOUD_WORD;

  if (row->words > 0 && is_loud && !is_own_name (check, row->start, row->end))
    warn (check, "shouting", (gsize) (row->start - check->text), (gsize) (row->end - check->text),
          _ ("Capitals read as shouting; small letters are heard better."),
          dup_calm (check->text, row->start, row->end));
  *row = (Row){ 0 };
}

/* Reads one word. Returns its letters when all are capitals, 0 otherwise; numbers and addresses are no words. */
static guint
read_capitals (const char *word, const char **end)
{
  guint letters = 0;
  gboolean is_loud = TRUE;

  for (*end = word; **end != '\0' && !g_unichar_isspace (g_utf8_get_char (*end)); *end = g_utf8_next_char (*end))
    {
      gunichar character = g_utf8_get_char (*end);
      if (g_unichar_isupper (character))
        letters++;
      else if (g_unichar_isalnum (character) || strchr ("@#/_", (int) MIN (character, 0x7F)) != NULL)
        is_loud = FALSE;
    }
  return is_loud ? letters : 0;
}

static void
check_capitals (const Check *check)
{
  Row row = { 0 };

  for (const char *at = check->text; *at != '\0';)
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const char *end;
      guint letters = read_capitals (at, &end);
      if (letters < 2)
        end_row (check, &row);
      else
        {
          row.start = row.start != NULL ? row.start : at;
          row.end = end;
          row.words++;
          row.letters += letters;
        }
      at = end;
    }
  end_row (check, &row);
}

static void
check_exclamations (const Check *check)
{
  for (const char *at = strpbrk (check->text, "!?"); at != NULL; at = strpbrk (at, "!?"))
    {
      gsize length = strspn (at, "!?");
      gsize start = (gsize) (at - check->text);
      if (length > 1)
        warn (check, "shouting", start, start + length, _ ("One mark is enough."),
              g_strdup (memchr (at, '?', length) != NULL ? "?" : "!"));
      at += length;
    }
}

static void
check_unfilled (const Check *check)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
      &regex,
      g_regex_new ("(?<!\\w)X{3,}(?!\\w)|_{3,}|\\[[\\p{L}][^\\]\\[]{0,40}\\]|\\{[^{}]{1,40}\\}|<[\\p{L}][^<>]{0,40}>",
                   G_REGEX_OPTIMIZE, 0, NULL));

  g_autoptr (GMatchInfo) info = NULL;
  for (gboolean found = g_regex_match (regex, check->text, 0, &info); found; found = g_match_info_next (info, NULL))
    {
      int start, end;
      g_match_info_fetch_pos (info, 0, &start, &end);
      warn (check, "unfilled", (gsize) start, (gsize) end, _ ("This is still to be filled in."), NULL);
    }
}

/* Whether the words stand in the text, in any case and with any blanks between them. */
static gboolean
contains (const char *text, const char *words)
{
  g_autofree char *clean_text = heed_shorten_clean (text);
  g_autofree char *clean_words = heed_shorten_clean (words);
  g_autofree char *folded_text = g_utf8_casefold (clean_text, -1);
  g_autofree char *folded_words = g_utf8_casefold (clean_words, -1);

  return strstr (folded_text, folded_words) != NULL;
}

static void
check_request (const Check *check)
{
  const char *want = check->facts->want;
  gsize end = strlen (check->text);

  if (strchr (check->text, '?') != NULL || (want != NULL && contains (check->text, want)))
    return;
  g_autoptr (GPtrArray) words = heed_word_list_find (check->language, "request_words", check->text);
  if (words->len > 0)
    return;

  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (check->facts);
  gboolean may_add = want != NULL && *want != '\0' && (!check->is_public || heed_privacy_is_clean (privacy, want));
  g_autofree char *sentence = may_add ? heed_shorten_close (want) : NULL;
  warn (check, "no-request", end, end, _ ("Say what you want; you do not get what you do not ask for."),
        may_add ? g_strconcat (" ", sentence, NULL) : NULL);
}

static void
check_reference (const Check *check)
{
  const GPtrArray *references = check->facts->references;
  gsize end = strlen (check->text);
  const HeedReference *usable = NULL;

  for (guint i = 0; i < references->len; i++)
    {
      const HeedReference *reference = references->pdata[i];
      if (check->is_public && reference->is_private)
        continue;
      if (contains (check->text, reference->value))
        return;
      usable = usable != NULL ? usable : reference;
    }
  if (usable != NULL)
    warn (check, "no-reference", end, end, _ ("Without a reference the company can hardly find your matter."),
          g_strconcat (" ", usable->value, ".", NULL));
  else if (references->len == 0)
    warn (check, "no-reference", end, end,
          _ ("Without a reference the company can hardly find your matter; ask it for a case number first."), NULL);
}

/**
 * heed_rendition_check_text: looks a text through before it is sent.
 * @channel: as in #HeedDraftOptions
 * @network: (nullable): for "public" and "dm"
 * @text: valid UTF-8, as the user left it
 *
 * Returns: (transfer full) (element-type HeedWarning): what is better mended
 */
GPtrArray *
heed_rendition_check_text (const HeedFacts *facts, const char *channel, const char *network, const char *text)
{
  g_return_val_if_fail (facts != NULL && channel != NULL && text != NULL, NULL);

  Check check = {
    .facts = facts,
    .language = facts->language != NULL && heed_phrases_knows (facts->language) ? facts->language : "en",
    .network = network,
    .text = text,
    .is_public = g_str_equal (channel, "public"),
    .warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_warning_free),
  };

  check_private (&check);
  check_mention (&check);
  check_words (&check, "unkind", "unkind", _ ("The person who reads this did not do it; it reads better without."));
  check_words (&check, "threats", "threat", _ ("A threat gets a form answer; a date for the answer gets you further."));
  check_words (&check, "boycott", "boycott", _ ("Talk of a boycott gets a form apology; your request gets an answer."));
  check_times (&check);
  check_capitals (&check);
  check_exclamations (&check);
  check_unfilled (&check);
  check_request (&check);
  check_reference (&check);
  return check.warnings;
}
