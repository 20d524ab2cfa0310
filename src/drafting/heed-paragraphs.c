/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-paragraphs.h"

#include "heed-history.h"
#include "heed-said.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

/** heed_paragraph_append: adds a paragraph or a sentence, unless it is empty; takes @paragraph. */
void
heed_paragraph_append (GString *text, const char *between, char *paragraph)
{
  g_return_if_fail (text != NULL && between != NULL && paragraph != NULL);

  if (*paragraph != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", paragraph);
  g_free (paragraph);
}

/** heed_paragraph_dup: (transfer full): the longest wording of a sentence, with up to one value filled in; empty where
 * the tone leaves it unsaid. */
char *
heed_paragraph_dup (const HeedWriter *writer, const char *key, const char *name, const char *value)
{
  g_return_val_if_fail (writer != NULL && key != NULL, NULL);

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);

  return forms[0] != NULL ? heed_phrases_say (writer->phrases, forms[0], name, value, NULL) : g_strdup ("");
}

/* The longest of several wordings; takes them. */
static char *
take_longest (char **wordings)
{
  char *longest = g_strdup (wordings[0] != NULL ? wordings[0] : "");

  g_strfreev (wordings);
  return longest;
}

/** heed_paragraph_dup_references: (transfer full): all references in a list. */
char *
heed_paragraph_dup_references (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GString *line = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->references->len; i++)
    heed_paragraph_append (line, heed_phrases_get_word (writer->phrases, "joins", "list"),
                           heed_sentence_dup_reference (writer, writer->facts->references->pdata[i]));
  return g_string_free (line, FALSE);
}

/* What happened, in the user's words. */
static char *
dup_story (const HeedWriter *writer)
{
  g_autofree char *capital = heed_shorten_capitalise (writer->facts->what_happened);
  g_autofree char *story = heed_shorten_close (capital);

  if (writer->own_language == NULL)
    return g_steal_pointer (&story);
  return heed_sentence_dup_own (writer, "own_words", 0, story);
}

/* Since when, what, how much, as far as the story and the request do not say it. */
static char *
dup_details (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);
  g_autofree char *amount = heed_sentence_dup_amount (writer);

  if (facts->since != 0 && !heed_said_since (writer))
    {
      g_autofree char *since = heed_phrases_format_long_date (writer->phrases, facts->since, writer->options->zone);
      heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "since", "date", since));
    }
  if (facts->product != NULL && !heed_said_product (writer))
    heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "product", "product", facts->product));
  if (amount != NULL && !heed_said_amount (writer, amount))
    heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "amount", "amount", amount));
  return g_string_free (text, FALSE);
}

/* What was tried, and that they were sent around. The frame is the shortest, as the message has said already that it is
 * not the first. */
static char *
dup_history (const HeedWriter *writer)
{
  g_auto (GStrv) frames = heed_phrases_dup_wordings (writer->phrases, "attempts", writer->options->tone);
  g_autofree char *line = heed_history_dup_line (writer, 0, G_MAXUINT);
  GString *text = g_string_new (NULL);

  if (*line != '\0')
    heed_paragraph_append (text, " ", heed_phrases_fill (frames[g_strv_length (frames) - 1], "attempts", line, NULL));
  heed_paragraph_append (text, " ", take_longest (heed_history_dup_redirects (writer)));
  return g_string_free (text, FALSE);
}

/* The promises that were not kept, with the day on which they were due. */
static char *
dup_promises (const HeedWriter *writer)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "promise", writer->options->tone);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->promises->len; i++)
    {
      const HeedPromise *promise = writer->facts->promises->pdata[i];
      g_autofree char *due = heed_phrases_format_long_date (writer->phrases, promise->due, writer->options->zone);
      if (heed_pieces_is_broken (writer, promise))
        heed_paragraph_append (text, " ", heed_sentence_dup_promise (writer, forms[0], promise, due));
    }
  return g_string_free (text, FALSE);
}

/* What it means for the user, and for how long they are a customer. */
static char *
dup_person (const HeedWriter *writer)
{
  GString *text = g_string_new (NULL);

  heed_paragraph_append (text, " ", take_longest (heed_sentence_dup_consequence (writer)));
  heed_paragraph_append (text, " ", take_longest (heed_sentence_dup_loyalty (writer)));
  return g_string_free (text, FALSE);
}

/* What the user wants, and until when; never empty. */
static char *
dup_request (const HeedWriter *writer, gboolean asks_when)
{
  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);

  heed_paragraph_append (text, " ", take_longest (heed_sentence_dup_wants (writer)));
  if (writer->own_want != NULL)
    heed_paragraph_append (text, " ", heed_sentence_dup_own (writer, "own_want", 0, writer->own_want));
  if (facts->urgent)
    heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "urgent", NULL, NULL));
  if (facts->by != 0 && !heed_pieces_is_past (writer, facts->by) && !heed_said_by (writer))
    {
      g_autofree char *by = heed_phrases_format_day_by (writer->phrases, facts->by, writer->options->zone);
      heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "by", "date", by));
    }
  if (asks_when && heed_pieces_asks_when (writer))
    heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "when", NULL, NULL));
  return g_string_free (text, FALSE);
}

/**
 * heed_paragraphs_append_matter: what a letter and a call are about, from what happened to what is wanted.
 * @asks_when: with the question when an answer can be expected, where the sheet wants it
 */
void
heed_paragraphs_append_matter (GString *text, const HeedWriter *writer, gboolean asks_when)
{
  g_return_if_fail (text != NULL && writer != NULL);

  heed_paragraph_append (text, "\n\n", dup_story (writer));
  heed_paragraph_append (text, "\n\n", dup_details (writer));
  heed_paragraph_append (text, "\n\n", dup_history (writer));
  heed_paragraph_append (text, "\n\n", dup_promises (writer));
  heed_paragraph_append (text, "\n\n", dup_person (writer));
  heed_paragraph_append (text, "\n\n", dup_request (writer, asks_when));
}
