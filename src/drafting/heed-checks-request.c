/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a text asks for anything. People ask by a question, by words such as "please" and "I would like", or by
 * naming the thing alone: "Refund of £45." */

#include "heed-checks-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-shorten.h"
#include "heed-word-list.h"

/* A thing that is told of, "Refund of £45 not received", has its verb or its "not" within so many words. */
#define REACH 4

/* No entry of a list has more words. */
#define MOST_WORDS 10

/* In bytes: no mention is longer. */
#define LONGEST_MENTION 300

/* The words of one language that tell a request. @own are those of the language of the sheet: "compensation" is a word
 * of several, and what tells that it was refused of one. */
typedef struct
{
  const HeedCheck *check;
  const GArray *matches;
  const GArray *own;
} Search;

/* The first of the matches that can reach as far as @word. */
static guint
find_match (const GArray *matches, guint word)
{
  guint low = 0;
  guint high = matches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (heed_word_match_get (matches, middle)->first + MOST_WORDS <= word)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_in_list (const GArray *matches, guint word, const char *list)
{
  for (guint i = find_match (matches, word); i < matches->len; i++)
    {
      const HeedWordMatch *match = heed_word_match_get (matches, i);
      if (match->first > word)
        return FALSE;
      if (match->last >= word && g_str_equal (match->list, list))
        return TRUE;
    }
  return FALSE;
}

/* What stands between the word before @word and @word. */
static char *
dup_between (const Search *search, guint word)
{
  gsize start = word > 0 ? heed_words_get (search->check->words, word - 1)->end : 0;

  return g_strndup (search->check->text + start, heed_words_get (search->check->words, word)->start - start);
}

static gboolean
is_behind_mention (const Search *search, guint word)
{
  const char *text = search->check->text;
  gsize start = word > 0 ? heed_words_get (search->check->words, word - 1)->start : 0;

  gsize least = start > LONGEST_MENTION ? start - LONGEST_MENTION : 0;

  while (start > least && !g_ascii_isspace (text[start - 1]))
    start--;
  return word > 0 && (text[start] == '@' || text[start] == '#');
}

static gboolean
starts_clause (const Search *search, guint word)
{
  g_autofree char *between = dup_between (search, word);

  return word == 0 || !heed_words_get (search->check->words, word)->is_joined || strpbrk (between, "\n.") != NULL
         || strstr (between, " -") != NULL || is_behind_mention (search, word);
}

/* "Refund of £45", "and a full refund of £45", but not "about my refund of £45". */
static gboolean
opens_clause (const Search *search, guint word)
{
  while (!starts_clause (search, word) && is_in_list (search->matches, word - 1, "request_lead"))
    word--;
  return starts_clause (search, word);
}

/* Whether what follows tells of the thing rather than to ask for it. The sentence ends at a stop, but not at that of
 * "45.50"; behind a comma only the next word still belongs to the thing. */
static gboolean
is_told_of (const Search *search, guint last)
{
  guint end = MIN (last + 1 + REACH, search->check->words->words->len);

  for (guint word = last + 1; word < end; word++)
    {
      g_autofree char *between = dup_between (search, word);
      gboolean is_comma = strchr (between, ',') != NULL && between[1] != '\0';
      if (strpbrk (between, "!?;:\n") != NULL || strstr (between, ". ") != NULL || strstr (between, "…") != NULL)
        return FALSE;
      if (is_in_list (search->matches, word, "not_request") || is_in_list (search->own, word, "not_request"))
        return TRUE;
      if (is_comma)
        return FALSE;
    }
  return FALSE;
}

static gboolean
finds (const Search *search)
{
  for (guint i = 0; i < search->matches->len; i++)
    {
      const HeedWordMatch *match = heed_word_match_get (search->matches, i);
      if (g_str_equal (match->list, "request"))
        return TRUE;
      if (g_str_equal (match->list, "request_start") && opens_clause (search, match->first)
          && !is_told_of (search, match->last))
        return TRUE;
    }
  return FALSE;
}

static GArray *
find_words (const HeedCheck *check, const char *language)
{
  return heed_word_list_find_requests (language, check->text, check->words);
}

/* A text need not be in the language of the sheet. */
static gboolean
asks (const HeedCheck *check)
{
  const char *const *languages = heed_word_list_get_languages ();
  g_autoptr (GArray) own = find_words (check, check->language);
  gboolean is_found = strpbrk (check->text, "?") != NULL || strstr (check->text, "？") != NULL
                      || finds (&(Search){ check, own, own });

  for (guint i = 0; languages[i] != NULL && !is_found; i++)
    {
      g_autoptr (GArray) matches = find_words (check, languages[i]);
      is_found = finds (&(Search){ check, matches, own });
    }
  return is_found;
}

/** heed_check_request: warns where a text asks for nothing. */
void
heed_check_request (const HeedCheck *check)
{
  const char *want = check->facts->want;
  gsize end = strlen (check->text);

  if (asks (check) || (want != NULL && heed_check_contains (check, want)))
    return;

  gboolean may_add = want != NULL && *want != '\0'
                     && (!check->is_public || heed_privacy_is_clean (check->privacy, want));
  g_autofree char *sentence = may_add ? heed_shorten_close (want) : NULL;
  heed_check_warn (check, "no-request", end, end, _ ("Say what you want; you do not get what you do not ask for."),
                   may_add ? g_strconcat (" ", sentence, NULL) : NULL);
}
