/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The messages that have room: e-mail, letter and what to say on the phone. Nothing is left out of them. */

#include "heed-letter.h"

#include "heed-shorten.h"

/* What mail programs show of a subject: RFC 5322 section 2.1.1 recommends lines of 78. */
#define SUBJECT_LENGTH 78

/* The longest wording of a phrase with up to two values filled in; empty where the tone leaves it unsaid. */
static char *
say (const HeedWriter *writer, const char *key, const char *name, const char *value)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);

  return forms[0] != NULL ? heed_phrases_fill (forms[0], name, value, NULL) : g_strdup ("");
}

static void
append (GString *text, const char *between, char *sentence)
{
  if (*sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", sentence);
  g_free (sentence);
}

static char *
dup_references (const HeedWriter *writer)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->references->len; i++)
    append (line, ", ", heed_pieces_dup_reference (writer, writer->facts->references->pdata[i]));
  return g_string_free (line, FALSE);
}

/**
 * heed_letter_dup_subject: the subject: the reference and the request, cut to what mail programs show.
 *
 * Returns: (transfer full): one line
 */
char *
heed_letter_dup_subject (const HeedWriter *writer)
{
  const HeedReference *reference = heed_pieces_get_main_reference (writer);
  gboolean is_follow_up = writer->facts->attempts->len > 0;
  const char *key = reference != NULL ? is_follow_up ? "subject_follow_up" : "subject"
                    : is_follow_up    ? "subject_follow_up_plain"
                                      : "subject_plain";
  g_autofree char *name = reference != NULL ? heed_pieces_dup_reference (writer, reference) : NULL;
  g_autofree char *want = heed_shorten_clean (writer->facts->want);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  g_autofree char *subject = heed_phrases_fill (forms[0], "want", want, name != NULL ? "reference" : NULL, name, NULL);
  char *cut = heed_shorten_cut (subject, SUBJECT_LENGTH);

  if (cut != NULL)
    return cut;
  return name != NULL ? g_steal_pointer (&name) : g_strdup (writer->facts->company);
}

static char *
dup_story (const HeedWriter *writer)
{
  g_autofree char *capital = heed_shorten_capitalise (writer->facts->what_happened);

  return heed_shorten_close (capital);
}

static char *
dup_details (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);
  g_autofree char *amount = heed_pieces_dup_amount (writer);

  if (facts->since != 0)
    {
      g_autofree char *since = heed_phrases_format_long_date (writer->phrases, facts->since, writer->options->zone);
      append (text, " ", say (writer, "since", "date", since));
    }
  if (facts->product != NULL)
    append (text, " ", say (writer, "product", "product", facts->product));
  if (amount != NULL)
    append (text, " ", say (writer, "amount", "amount", amount));
  return g_string_free (text, FALSE);
}

static char *
dup_history (const HeedWriter *writer)
{
  g_autofree char *attempts = heed_pieces_dup_attempts (writer, 0, G_MAXUINT);

  return *attempts != '\0' ? say (writer, "attempts", "attempts", attempts) : g_strdup ("");
}

static char *
dup_broken_promises (const HeedWriter *writer)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "promise", writer->options->tone);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->promises->len; i++)
    {
      const HeedPromise *promise = writer->facts->promises->pdata[i];
      g_autofree char *due = heed_phrases_format_long_date (writer->phrases, promise->due, writer->options->zone);
      if (heed_pieces_is_broken (writer, promise))
        append (text, " ", heed_phrases_fill (forms[0], "text", promise->text, "date", due, NULL));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_request (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);
  g_auto (GStrv) wants = heed_pieces_dup_wants (writer);

  append (text, " ", g_strdup (wants[0]));
  if (facts->urgent)
    append (text, " ", say (writer, "urgent", NULL, NULL));
  if (facts->by != 0 && !heed_pieces_is_past (writer, facts->by))
    {
      g_autofree char *by = heed_phrases_format_day_by (writer->phrases, facts->by, writer->options->zone);
      append (text, " ", say (writer, "by", "date", by));
    }
  else
    append (text, " ", say (writer, "when", NULL, NULL));
  return g_string_free (text, FALSE);
}

/* From the greeting to the last sentence: what an e-mail and a letter share. */
static char *
dup_body (const HeedWriter *writer)
{
  GString *text = g_string_new (NULL);
  g_autofree char *references = dup_references (writer);

  append (text, "\n\n", say (writer, "greeting", "company", writer->facts->company));
  append (text, "\n\n", dup_story (writer));
  append (text, "\n\n", dup_details (writer));
  append (text, "\n\n", dup_history (writer));
  append (text, "\n\n", dup_broken_promises (writer));
  append (text, "\n\n", dup_request (writer));
  append (text, " ", say (writer, "ticket", NULL, NULL));
  append (text, "\n\n", say (writer, "next_step", NULL, NULL));
  if (*references != '\0')
    append (text, "\n\n", say (writer, "references", "references", references));
  return g_string_free (text, FALSE);
}

static void
append_given (GString *text, const char *between, const char *given)
{
  append (text, between, g_strdup (given != NULL ? given : ""));
}

/** heed_letter_dup_email: (transfer full): the whole body of an e-mail. */
char *
heed_letter_dup_email (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);

  append (text, "", dup_body (writer));
  append (text, "\n\n", say (writer, "closing", NULL, NULL));
  append_given (text, "\n", facts->my_name);
  append_given (text, "\n", facts->my_address);
  append_given (text, "\n", facts->my_postcode);
  append_given (text, "\n", facts->my_phone);
  append_given (text, "\n", facts->my_email);
  return g_string_free (text, FALSE);
}

/** heed_letter_dup_letter: (transfer full): a letter with its heads, to print and sign. */
char *
heed_letter_dup_letter (const HeedWriter *writer, const char *subject)
{
  g_return_val_if_fail (writer != NULL && subject != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  GString *text = g_string_new (NULL);

  append_given (text, "", facts->my_name);
  append_given (text, "\n", facts->my_address);
  append_given (text, "\n", facts->my_postcode);
  append_given (text, "\n", facts->my_phone);
  append_given (text, "\n", facts->my_email);
  append_given (text, "\n\n", facts->company);
  append (text, "\n\n", heed_phrases_format_long_date (writer->phrases, writer->options->now, writer->options->zone));
  append_given (text, "\n\n", subject);
  append (text, "\n\n", dup_body (writer));
  append (text, "\n\n", say (writer, "closing", NULL, NULL));
  append_given (text, "\n\n\n", facts->my_name);
  return g_string_free (text, FALSE);
}

static char *
dup_ready (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  GString *line = g_string_new (NULL);

  append (line, ", ", dup_references (writer));
  append_given (line, ", ", facts->my_name);
  append_given (line, ", ", facts->my_address);
  append_given (line, ", ", facts->my_postcode);
  append_given (line, ", ", facts->my_phone);
  append_given (line, ", ", facts->my_email);
  return g_string_free (line, FALSE);
}

/** heed_letter_dup_phone: (transfer full): what to have ready, what to say and what to ask, one step a paragraph. */
char *
heed_letter_dup_phone (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  const HeedReference *reference = heed_pieces_get_main_reference (writer);
  GString *text = g_string_new (NULL);
  g_autofree char *ready = dup_ready (writer);

  if (*ready != '\0')
    append (text, "", say (writer, "phone_ready", "details", ready));
  append (text, "\n\n",
          facts->my_name != NULL ? say (writer, "phone_open", "name", facts->my_name)
                                 : say (writer, "phone_open_unnamed", NULL, NULL));
  if (reference != NULL)
    {
      g_autofree char *name = heed_pieces_dup_reference (writer, reference);
      append (text, " ", heed_shorten_close (name));
    }
  append (text, "\n\n", dup_story (writer));
  append (text, "\n\n", dup_details (writer));
  append (text, "\n\n", dup_history (writer));
  append (text, "\n\n", dup_broken_promises (writer));
  append (text, "\n\n", dup_request (writer));
  append (text, "\n\n", say (writer, "next_step", NULL, NULL));
  append (text, "\n\n", say (writer, "phone_ask", NULL, NULL));
  append (text, "\n\n", say (writer, "thanks", NULL, NULL));
  return g_string_free (text, FALSE);
}
