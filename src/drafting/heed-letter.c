/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The messages that have room: e-mail and letter. Nothing is left out of them. */

#include "heed-letter.h"

#include "heed-answer.h"
#include "heed-history.h"
#include "heed-paragraphs.h"
#include "heed-said.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

/* What mail programs show of a subject: RFC 5322 section 2.1.1 recommends lines of 78. */
#define SUBJECT_LENGTH 78

/* A letter has two lines of paper for it. */
#define LETTER_SUBJECT_LENGTH 160

/* To a company that asked for details: the number that anybody may read, and none that it did not ask for. */
static char *
dup_answer_subject (const HeedWriter *writer)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "answer_open", writer->options->tone);

  if (reference != NULL && !reference->is_private)
    return heed_sentence_dup_reference (writer, reference);
  return heed_shorten_open (forms[g_strv_length (forms) - 1]);
}

/**
 * heed_letter_dup_subject: the subject: the reference and the request, cut to what mail programs show, or to what a
 * letter has room for. As a heading it has no full stop at its end.
 *
 * Returns: (transfer full): one line
 */
char *
heed_letter_dup_subject (const HeedWriter *writer)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  gboolean is_follow_up = writer->facts->attempts->len > 0;
  const char *key = reference != NULL ? is_follow_up ? "subject_follow_up" : "subject"
                    : is_follow_up    ? "subject_follow_up_plain"
                                      : "subject_plain";
  if (heed_answer_is_wanted (writer->facts, writer->options->channel))
    return dup_answer_subject (writer);

  g_autofree char *name = reference != NULL ? heed_sentence_dup_reference (writer, reference) : g_strdup ("");
  g_autofree char *want = heed_phrases_isolate (writer->phrases, writer->facts->want);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  g_autofree char *subject = heed_phrases_fill (forms[0], "want", want, "reference", name, NULL);
  g_autofree char *open = heed_shorten_open (subject);
  g_autofree char *capital = heed_shorten_capitalise (open);
  gboolean is_letter = g_str_equal (writer->options->channel, "letter");
  char *cut = heed_shorten_cut (capital, is_letter ? LETTER_SUBJECT_LENGTH : SUBJECT_LENGTH);

  if (cut != NULL)
    return cut;
  return reference != NULL ? g_steal_pointer (&name) : g_strdup (writer->facts->company);
}

/* From the greeting to the last sentence: what an e-mail and a letter share. */
static char *
dup_body (const HeedWriter *writer)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) call = heed_sentence_dup_call (writer);

  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "greeting", "company", writer->facts->company));
  heed_paragraph_append (text, "\n\n", heed_history_dup_follow_up (writer));
  heed_paragraphs_append_matter (text, writer, TRUE);
  heed_paragraph_append (text, " ", heed_paragraph_dup (writer, "ticket", NULL, NULL));
  heed_paragraph_append (text, "\n\n", g_strdup (call[0] != NULL ? call[0] : ""));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "next_step", NULL, NULL));
  if (writer->facts->thanks_to != NULL)
    heed_paragraph_append (text, "\n\n",
                           heed_paragraph_dup (writer, "thanks_agent", "agent", writer->facts->thanks_to));
  return g_string_free (text, FALSE);
}

static void
append_given (GString *text, const char *between, const char *given)
{
  heed_paragraph_append (text, between, g_strdup (given != NULL ? given : ""));
}

/* Below the closing stands a name, or a mark for the user to fill in. */
static void
append_name (GString *text, const char *between, const HeedWriter *writer)
{
  const char *name = writer->facts->my_name;

  heed_paragraph_append (text, between, name != NULL ? g_strdup (name) : heed_sentence_dup_mark (writer, "name"));
}

static void
append_address (GString *text, const HeedFacts *facts)
{
  append_given (text, "\n", facts->my_address);
  append_given (text, "\n", heed_said_get_postcode (facts));
  append_given (text, "\n", facts->my_phone);
  append_given (text, "\n", facts->my_email);
}

/* What is sent along, in a list with its number. */
static char *
dup_enclosures (const HeedWriter *writer, const char *key)
{
  const GPtrArray *enclosures = writer->facts->enclosures;
  if (enclosures->len == 0)
    return g_strdup ("");

  GString *list = g_string_new (NULL);
  for (guint i = 0; i < enclosures->len; i++)
    heed_paragraph_append (list, heed_phrases_get_word (writer->phrases, "joins", "list"),
                           heed_phrases_isolate (writer->phrases, enclosures->pdata[i]));
  g_auto (GStrv) forms = heed_phrases_dup_counted (writer->phrases, key, enclosures->len);
  g_autofree char *count = g_strdup_printf ("%u", enclosures->len);
  char *sentence = heed_phrases_fill (forms[0], "list", list->str, "count", count, NULL);
  g_string_free (list, TRUE);
  return sentence;
}

/** heed_letter_dup_message: (transfer full): what goes into the field of a web form that takes any length. */
char *
heed_letter_dup_message (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GString *text = g_string_new (NULL);
  g_autofree char *references = heed_paragraph_dup_references (writer);
  g_auto (GStrv) forms = heed_phrases_dup_counted (writer->phrases, "references", writer->facts->references->len);

  heed_paragraph_append (text, "", dup_body (writer));
  if (*references != '\0')
    heed_paragraph_append (text, "\n\n", heed_phrases_fill (forms[0], "references", references, NULL));
  heed_paragraph_append (text, "\n\n", dup_enclosures (writer, "attachments"));
  return g_string_free (text, FALSE);
}

/** heed_letter_dup_email: (transfer full): the whole body of an e-mail. */
char *
heed_letter_dup_email (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GString *text = g_string_new (NULL);

  heed_paragraph_append (text, "", heed_letter_dup_message (writer));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "closing", NULL, NULL));
  append_name (text, "\n", writer);
  append_address (text, writer->facts);
  return g_string_free (text, FALSE);
}

/* The company's numbers, where offices look for them: above the subject. */
static char *
dup_reference_line (const HeedWriter *writer)
{
  guint count = writer->facts->references->len;
  g_auto (GStrv) forms = heed_phrases_dup_counted (writer->phrases, "letter_references", count);
  g_autofree char *references = heed_paragraph_dup_references (writer);
  g_autofree char *number = g_strdup_printf ("%u", count);

  return count > 0 ? heed_phrases_fill (forms[0], "references", references, "count", number, NULL) : g_strdup ("");
}

/** heed_letter_dup_letter: (transfer full): a letter with its heads, to print and sign. */
char *
heed_letter_dup_letter (const HeedWriter *writer, const char *subject)
{
  g_return_val_if_fail (writer != NULL && subject != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);

  append_given (text, "", facts->my_name);
  append_address (text, facts);
  append_given (text, "\n\n", facts->company);
  append_given (text, "\n", facts->company_address);
  heed_paragraph_append (text, "\n\n",
                         heed_phrases_format_long_date (writer->phrases, writer->options->now, writer->options->zone));
  heed_paragraph_append (text, "\n\n", dup_reference_line (writer));
  append_given (text, facts->references->len > 0 ? "\n" : "\n\n", subject);
  heed_paragraph_append (text, "\n\n", dup_body (writer));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "closing", NULL, NULL));
  append_name (text, "\n\n\n", writer);
  heed_paragraph_append (text, "\n\n", dup_enclosures (writer, "enclosures"));
  return g_string_free (text, FALSE);
}
