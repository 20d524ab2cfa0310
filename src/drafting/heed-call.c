/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to have ready, to say, to spell, to ask and to write down on the phone, one step a paragraph. */

#include "heed-call.h"

#include "heed-paragraphs.h"
#include "heed-said.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

/* Digits are read out in threes; four are two twos, so that none stands alone. */
static guint
choose_group (guint left)
{
  return left == 4 || left == 2 ? 2 : MIN (left, 3);
}

static guint
count_digits (const char *text)
{
  guint digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    digits++;
  return digits;
}

/* The digits that @text begins with, in groups. Returns what follows them. */
static const char *
append_digits (GString *spelled, const char *text)
{
  guint left = count_digits (text);

  while (left > 0)
    {
      guint group = choose_group (left);
      if (spelled->len > 0)
        g_string_append (spelled, "  ");
      for (guint i = 0; i < group; i++, text = g_utf8_next_char (text))
        g_string_append_unichar (spelled, g_utf8_get_char (text));
      left -= group;
    }
  return text;
}

/**
 * heed_call_dup_spelled: a number as it is read out: in capitals, with the word for each letter, the digits in groups.
 *
 * Returns: (transfer full): such as "C (Charlie)  -  47  11"
 */
char *
heed_call_dup_spelled (const HeedPhrases *phrases, const char *value)
{
  g_return_val_if_fail (phrases != NULL && value != NULL, NULL);

  GString *spelled = g_string_new (NULL);
  for (const char *at = value; *at != '\0';)
    {
      gunichar character = g_utf8_get_char (at);
      if (g_unichar_isdigit (character))
        {
          at = append_digits (spelled, at);
          continue;
        }
      const char *next = g_utf8_next_char (at);
      g_autofree char *letter = g_utf8_strup (at, next - at);
      const char *word = heed_phrases_get_word (phrases, "spelling", letter);
      if (spelled->len > 0 && !g_unichar_isspace (character) && !g_unichar_ismark (character))
        g_string_append (spelled, "  ");
      if (!g_unichar_isspace (character))
        g_string_append (spelled, letter);
      if (word != letter)
        g_string_append_printf (spelled, " (%s)", word);
      at = next;
    }
  return g_string_free (spelled, FALSE);
}

static char *
dup_ready (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  g_autofree char *address = heed_sentence_dup_address (facts);
  const char *const given[] = { facts->my_name, address, heed_said_get_postcode (facts), facts->my_phone,
                                facts->my_email };
  const char *between = heed_phrases_get_word (writer->phrases, "joins", "list");
  GString *line = g_string_new (NULL);

  heed_paragraph_append (line, between, heed_paragraph_dup_references (writer));
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i] != NULL)
      heed_paragraph_append (line, between, heed_phrases_isolate (writer->phrases, given[i]));
  if (line->len == 0)
    return g_string_free (line, FALSE);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "phone_ready", writer->options->tone);
  char *ready = heed_phrases_fill (forms[0], "details", line->str, NULL);
  g_string_free (line, TRUE);
  return ready;
}

/* The number that the company finds the matter by, named and spelled. */
static char *
dup_number (const HeedWriter *writer)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  if (reference == NULL)
    return g_strdup ("");

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "phone_spell", writer->options->tone);
  g_autofree char *kind = heed_sentence_dup_kind (writer, reference);
  g_autofree char *spelled = heed_call_dup_spelled (writer->phrases, reference->value);
  return heed_phrases_say (writer->phrases, forms[0], "kind", kind, "spelled", spelled, NULL);
}

/** heed_call_dup_script: (transfer full): the whole of a call, from what to have ready to what to write down. */
char *
heed_call_dup_script (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  GString *text = g_string_new (NULL);

  heed_paragraph_append (text, "", dup_ready (writer));
  heed_paragraph_append (text, "\n\n",
                         facts->my_name != NULL ? heed_paragraph_dup (writer, "phone_open", "name", facts->my_name)
                                                : heed_paragraph_dup (writer, "phone_open_unnamed", NULL, NULL));
  if (reference != NULL)
    {
      g_autofree char *name = heed_sentence_dup_reference (writer, reference);
      heed_paragraph_append (text, " ", heed_shorten_close (name));
    }
  heed_paragraph_append (text, "\n\n", dup_number (writer));
  heed_paragraphs_append_matter (text, writer, FALSE);
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "next_step", NULL, NULL));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "phone_ask", NULL, NULL));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "thanks", NULL, NULL));
  heed_paragraph_append (text, "\n\n", heed_paragraph_dup (writer, "phone_note", NULL, NULL));
  return g_string_free (text, FALSE);
}
