/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is better mended in a text before it is sent: private data in public, no address, no request, unkind words. */

#include "heed-checks-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-count.h"
#include "heed-limit.h"
#include "heed-shorten.h"
#include "heed-word-list.h"

#define DEFAULT_LANGUAGE "en"

/* The date that is offered for "soon" when the sheet has none: a week is what companies ask for most. */
#define DAYS_TO_ANSWER 7
#define DAY (24 * 60 * 60)

/* No entry of a list has more words. */
#define MOST_WORDS 10

/* What the words of a list are, and why they are better mended. */
static const struct
{
  const char *list;
  const char *kind;
  const char *message;
} lists[] = {
  { "unkind", "unkind", N_ ("The person who reads this did not do it; it reads better without.") },
  { "snark", "snark", N_ ("Mockery is read as noise; the room is better used for a fact.") },
  { "threats", "threat", N_ ("A threat gets a form answer; a date for the answer gets you further.") },
  { "boycott", "boycott", N_ ("Talk of a boycott gets a form apology; your request gets an answer.") },
  { "legal", "legal", N_ ("What the law says of it is for others to find; say what happened instead.") },
};

static gint64
measure (const HeedCheck *check, const char *text)
{
  HeedCount count;

  if (check->kind != NULL && heed_count_kind (check->options->network, check->kind, text, &count, NULL))
    return count.length;
  return g_utf8_strlen (text, -1);
}

/* The characters before a byte. Most warnings come in the order of the text. */
static guint
count_before (const HeedCheck *check, gsize bytes)
{
  HeedCheckPlace *place = check->place;

  if (bytes < place->bytes)
    *place = (HeedCheckPlace){ 0 };
  place->characters += (guint) g_utf8_strlen (check->text + place->bytes, (gssize) (bytes - place->bytes));
  place->bytes = bytes;
  return place->characters;
}

/**
 * heed_check_warn: notes something that is better mended.
 * @start: in bytes; the warning counts in characters
 * @end: exclusive
 * @repair: (transfer full) (nullable): what to put there instead
 */
void
heed_check_warn (const HeedCheck *check, const char *kind, gsize start, gsize end, const char *message, char *repair)
{
  HeedWarning *warning = g_new0 (HeedWarning, 1);

  warning->kind = g_strdup (kind);
  warning->start = count_before (check, start);
  warning->end = warning->start + (guint) g_utf8_strlen (check->text + start, (gssize) (end - start));
  warning->message = g_strdup (message);
  warning->repair = repair;
  if (repair != NULL)
    {
      g_autofree char *old = g_strndup (check->text + start, end - start);
      warning->saved = measure (check, old) - measure (check, repair);
    }
  g_ptr_array_add (check->warnings, warning);
}

static void
check_private (const HeedCheck *check)
{
  g_autoptr (GArray) spans = heed_privacy_find (check->privacy, check->text);
  g_auto (GStrv) hidden = heed_phrases_dup_wordings (check->phrases, "hidden", HEED_TONE_FRIENDLY);

  for (guint i = 0; i < spans->len; i++)
    {
      HeedPrivateSpan span = g_array_index (spans, HeedPrivateSpan, i);
      /* A card number or a password is for nobody; all else may be said in a message to the company alone. */
      if (check->is_public || heed_private_kind_is_secret (span.kind))
        heed_check_warn (check, "private", span.start, span.end, heed_private_kind_to_sentence (span.kind),
                         g_strdup (check->is_public && span.kind != HEED_PRIVATE_SECRET ? hidden[0] : ""));
    }
}

static char *
dup_date (const HeedCheck *check, const char *list)
{
  gint64 time = check->facts->since;

  if (g_str_equal (list, "soon"))
    {
      time = check->facts->by;
      if (time == 0 && check->options->now != 0)
        time = check->options->now + DAYS_TO_ANSWER * DAY;
    }
  return time != 0 ? heed_phrases_format_long_date (check->phrases, time, check->options->zone) : NULL;
}

/* A vague time is mended with the date on the sheet; without one for the past, the user is asked for it. */
static void
check_time (const HeedCheck *check, const HeedWordMatch *match)
{
  const char *name = g_str_equal (match->list, "soon") ? "by" : "since";
  g_autofree char *date = match->repair != NULL ? dup_date (check, match->list) : NULL;

  heed_check_warn (check, "vague-time", match->start, match->end,
                   g_str_equal (name, "by") ? _ ("A date says more: by when do you need the answer?")
                                            : _ ("A date says more: when exactly was it?"),
                   date != NULL ? heed_phrases_fill (match->repair, name, date, NULL) : NULL);
}

/* Whether a match of @list covers match @index: "as soon as I" is not "soon". */
static gboolean
is_excepted (const GArray *matches, guint index, const char *list)
{
  const HeedWordMatch *match = heed_word_match_get (matches, index);

  for (guint i = index; i > 0 && heed_word_match_get (matches, i - 1)->last + MOST_WORDS > match->first; i--)
    index = i - 1;
  for (guint i = index; i < matches->len; i++)
    {
      const HeedWordMatch *other = heed_word_match_get (matches, i);
      if (other->first > match->first)
        return FALSE;
      if (g_str_equal (other->list, list) && other->last >= match->last)
        return TRUE;
    }
  return FALSE;
}

/* A word of the spelling alphabet behind its letter, as in "B (Bravo)", means no more than that letter. */
static gboolean
is_spelled (const HeedCheck *check, const HeedWordMatch *match)
{
  if (match->start < 2 || check->text[match->end] != ')' || !g_str_has_prefix (check->text + match->start - 2, " ("))
    return FALSE;

  g_autofree char *word = g_strndup (check->text + match->start, match->end - match->start);
  const char *letter = g_utf8_find_prev_char (check->text, check->text + match->start - 2);
  g_autofree char *before = letter != NULL ? g_strndup (letter, (gsize) (check->text + match->start - 2 - letter))
                                           : NULL;
  return before != NULL && g_str_equal (heed_phrases_get_word (check->phrases, "spelling", before), word);
}

static void
check_words (const HeedCheck *check, const GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const HeedWordMatch *match = heed_word_match_get (matches, i);

      if (is_spelled (check, match))
        continue;
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        if (g_str_equal (match->list, lists[list].list))
          heed_check_warn (check, lists[list].kind, match->start, match->end, _ (lists[list].message),
                           g_strdup (match->repair));
      if (g_str_equal (match->list, "past")
          || (g_str_equal (match->list, "soon") && !is_excepted (matches, i, "not_soon")))
        check_time (check, match);
    }
}

/* One form of a text, however it is cased and spaced. */
static char *
dup_folded (const char *text)
{
  g_autofree char *clean = heed_shorten_clean (text);

  return g_str_is_ascii (clean) ? g_ascii_strdown (clean, -1) : g_utf8_casefold (clean, -1);
}

/* Whether @words, without a blank and in plain letters, stand in the text as they are: then they do however both are
 * cased and spaced, unless something behind them is composed with their last letter. */
static gboolean
contains_plainly (const HeedCheck *check, const char *words)
{
  const char *end = words;

  while (g_ascii_isgraph (*end))
    end++;
  const char *at = *end == '\0' ? strstr (check->text, words) : NULL;
  return at != NULL && (at[end - words] & 0x80) == 0;
}

/** heed_check_contains: whether @words stand in the text, however they are cased and spaced. */
gboolean
heed_check_contains (const HeedCheck *check, const char *words)
{
  if (contains_plainly (check, words))
    return TRUE;

  g_autofree char *folded_words = dup_folded (words);
  if (*check->folded == NULL)
    *check->folded = dup_folded (check->text);
  return strstr (*check->folded, folded_words) != NULL;
}

static void
check_reference (const HeedCheck *check)
{
  const GPtrArray *references = check->facts->references;
  gsize end = strlen (check->text);
  const HeedReference *usable = NULL;

  for (guint i = 0; i < references->len; i++)
    {
      const HeedReference *reference = references->pdata[i];
      if (check->is_public && reference->is_private)
        continue;
      if (heed_check_contains (check, reference->value))
        return;
      usable = usable != NULL ? usable : reference;
    }
  g_autofree char *sentence = usable != NULL ? heed_shorten_close (usable->value) : NULL;
  if (usable != NULL)
    heed_check_warn (check, "no-reference", end, end,
                     _ ("Without a reference the company can hardly find your matter."),
                     g_strconcat (" ", sentence, NULL));
  else if (references->len == 0)
    heed_check_warn (check, "no-reference", end, end,
                     _ ("Without a reference the company can hardly find your matter; ask it for a case number first."),
                     NULL);
}

static const char *
get_kind (const HeedDraftOptions *options)
{
  const char *kind = g_str_equal (options->channel, "public") ? "post" : "dm";

  return options->network != NULL && heed_limit_lookup (options->network, kind) != NULL ? kind : NULL;
}

static const char *
choose_language (const HeedFacts *facts, const HeedDraftOptions *options)
{
  const char *language = options->language != NULL ? options->language : facts->language;

  return language != NULL && heed_word_list_knows (language) ? language : DEFAULT_LANGUAGE;
}

/**
 * heed_rendition_check: looks a text through before it is sent.
 * @options: what it is for; the tone does not matter, and without @now no date is offered where the sheet has none
 * @text: valid UTF-8, as the user left it
 *
 * Returns: (transfer full) (element-type HeedWarning): what is better mended
 */
GPtrArray *
heed_rendition_check (const HeedFacts *facts, const HeedDraftOptions *options, const char *text)
{
  g_return_val_if_fail (facts != NULL && options != NULL && options->channel != NULL && text != NULL, NULL);

  const char *language = choose_language (facts, options);
  g_autoptr (HeedWords) words = heed_words_new_with_memory (text, options->memory);
  g_autoptr (HeedPrivacy) privacy = heed_privacy_new_with_memory (facts, options->memory);
  g_autoptr (GArray) matches = heed_word_list_find (language, text, words);
  g_autofree char *folded = NULL;
  HeedCheckPlace place = { 0 };
  HeedCheck check = {
    .facts = facts,
    .options = options,
    .language = language,
    .phrases = heed_phrases_get (heed_phrases_knows (language) ? language : DEFAULT_LANGUAGE, NULL),
    .kind = get_kind (options),
    .text = text,
    .folded = &folded,
    .words = words,
    .privacy = privacy,
    .is_public = g_str_equal (options->channel, "public"),
    .warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_warning_free),
    .place = &place,
  };

  check_private (&check);
  heed_check_mention (&check);
  check_words (&check, matches);
  heed_check_capitals (&check);
  heed_check_exclamations (&check);
  heed_check_unfilled (&check);
  heed_check_links (&check);
  heed_check_request (&check);
  check_reference (&check);
  return check.warnings;
}

/**
 * heed_rendition_check_text: as heed_rendition_check(), without the time and in the language of the sheet.
 * @channel: as in #HeedDraftOptions
 * @network: (nullable): for "public" and "dm"
 *
 * Returns: (transfer full) (element-type HeedWarning): what is better mended
 */
GPtrArray *
heed_rendition_check_text (const HeedFacts *facts, const char *channel, const char *network, const char *text)
{
  const HeedDraftOptions options = { .channel = channel, .network = network };

  return heed_rendition_check (facts, &options, text);
}
