/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The answer to a company that asked for details: exactly these, with the matter that they are for, and nothing else
 * that it did not ask for. */

#include "heed-answer.h"

#include "heed-sentences.h"
#include "heed-shorten.h"

/* The kinds of reference that answer a question for a detail, ended by NULL. */
static const struct
{
  const char *detail;
  const char *kinds[4];
} reference_kinds[] = {
  { "account", { "account", "customer", "contract" } },
  { "order", { "order" } },
  { "case", { "case", "ticket", "claim" } },
  { "booking", { "booking" } },
};

/**
 * heed_answer_is_wanted: whether a message is the answer to a question for details.
 *
 * Letters and calls have all facts in them anyway.
 */
gboolean
heed_answer_is_wanted (const HeedFacts *facts, const char *channel)
{
  g_return_val_if_fail (facts != NULL && channel != NULL, FALSE);
  return facts->asked->len > 0 && !g_str_equal (channel, "letter") && !g_str_equal (channel, "phone");
}

/* Whether a reference is of a kind that answers @detail. */
static gboolean
answers (const HeedReference *reference, const char *detail)
{
  for (guint rule = 0; rule < G_N_ELEMENTS (reference_kinds); rule++)
    for (guint kind = 0;
         g_str_equal (reference_kinds[rule].detail, detail) && reference_kinds[rule].kinds[kind] != NULL; kind++)
      if (g_ascii_strcasecmp (reference->kind, reference_kinds[rule].kinds[kind]) == 0)
        return TRUE;
  return FALSE;
}

/* All references that answer @detail, in a list; NULL where there is none. */
static char *
list_references (const HeedWriter *writer, const char *detail)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->references->len; i++)
    {
      const HeedReference *reference = writer->facts->references->pdata[i];
      if (!answers (reference, detail))
        continue;
      g_autofree char *value = heed_phrases_isolate (writer->phrases, reference->value);
      g_string_append_printf (list, "%s%s",
                              list->len > 0 ? heed_phrases_get_word (writer->phrases, "joins", "list") : "", value);
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/* What the sheet has for a detail; NULL where it has nothing. */
static char *
dup_value (const HeedWriter *writer, const char *detail)
{
  const HeedFacts *facts = writer->facts;
  const struct
  {
    const char *detail;
    const char *value;
  } plain[] = {
    { "name", facts->my_name },         { "email", facts->my_email },  { "phone", facts->my_phone },
    { "postcode", facts->my_postcode }, { "product", facts->product }, { "description", facts->what_happened },
  };
  const char *given = g_hash_table_lookup (facts->details, detail);

  if (given != NULL)
    return heed_phrases_isolate (writer->phrases, given);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_str_equal (plain[i].detail, detail))
      return plain[i].value != NULL ? heed_phrases_isolate (writer->phrases, plain[i].value) : NULL;
  if (g_str_equal (detail, "address"))
    return heed_sentence_dup_address (facts);
  if (g_str_equal (detail, "date") && facts->since != 0)
    return heed_phrases_format_long_date (writer->phrases, facts->since, writer->options->zone);
  return list_references (writer, detail);
}

static char *
dup_line (const HeedWriter *writer, const char *detail)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "answer_detail", writer->options->tone);
  const char *word = heed_phrases_get_word (writer->phrases, "details", detail);
  g_autofree char *first = g_utf8_strup (word, g_utf8_next_char (word) - word);
  g_autofree char *label = g_strconcat (first, g_utf8_next_char (word), NULL);
  g_autofree char *value = dup_value (writer, detail);
  g_autofree char *mark = heed_sentence_dup_mark (writer, detail);

  return heed_phrases_fill (forms[0], "label", label, "value", value != NULL ? value : mark, NULL);
}

/* The details stand in the order in which they were asked for. None may be left out. */
static void
add_asked (const HeedWriter *writer, GPtrArray *pieces)
{
  const GPtrArray *asked = writer->facts->asked;

  for (guint i = 0; i < asked->len; i++)
    {
      HeedPiece *piece = heed_pieces_add (pieces, asked->pdata[i]);
      piece->is_required = TRUE;
      g_ptr_array_add (piece->wordings, dup_line (writer, asked->pdata[i]));
    }
}

/* Whether a reference is among the details that were asked for. */
static gboolean
is_given (const HeedWriter *writer, const HeedReference *reference)
{
  const GPtrArray *asked = writer->facts->asked;

  for (guint i = 0; i < asked->len; i++)
    if (!g_hash_table_contains (writer->facts->details, asked->pdata[i]) && answers (reference, asked->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The number that the company finds the matter by. */
static void
add_number (const HeedWriter *writer, GPtrArray *pieces, const HeedReference *reference)
{
  HeedPiece *number = heed_pieces_add (pieces, "reference");
  g_autofree char *name = heed_sentence_dup_reference (writer, reference);

  number->is_required = TRUE;
  heed_piece_add_wording (writer, number, heed_shorten_close (name));
  heed_piece_add_wording (writer, number, heed_shorten_close (reference->value));
}

/* The answer often goes another way than the question came, to somebody who knows nothing of it. */
static void
add_matter (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  HeedPiece *want = heed_pieces_add (pieces, "want");
  g_auto (GStrv) wants = heed_sentence_dup_wants (writer);

  want->is_required = TRUE;
  for (guint i = 0; wants[i] != NULL; i++)
    heed_piece_add_wording (writer, want, g_strdup (wants[i]));
  if (reference != NULL && !is_given (writer, reference))
    add_number (writer, pieces, reference);
}

/* In public only that the details went another way, with the number that anybody may read. */
static void
add_notice (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  HeedPiece *notice = heed_pieces_add (pieces, "notice");

  notice->is_required = TRUE;
  heed_pieces_add_phrases (writer, notice, "answer_public", NULL, NULL);
  if (reference != NULL)
    add_number (writer, pieces, reference);
}

/**
 * heed_answer_new_pieces: what an answer to a question for details says.
 *
 * In private the details, the request and the number of the matter; in public that they come. A detail that the sheet
 * lacks is a mark such as “[order number]”, for the user to fill in.
 *
 * Returns: (transfer full) (element-type HeedPiece)
 */
GPtrArray *
heed_answer_new_pieces (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_piece_free);
  const char *agent = writer->facts->asked_by;

  if (writer->mention != NULL)
    {
      HeedPiece *mention = heed_pieces_add (pieces, "mention");
      mention->is_required = TRUE;
      g_ptr_array_add (mention->wordings, g_strdup (writer->mention));
    }
  if (writer->privacy != NULL)
    {
      add_notice (writer, pieces);
      return pieces;
    }
  heed_pieces_add_phrases (writer, heed_pieces_add (pieces, NULL), agent != NULL ? "greeting_agent" : "greeting",
                           agent != NULL ? "agent" : "company", agent != NULL ? agent : writer->facts->company);
  heed_pieces_add_phrases (writer, heed_pieces_add (pieces, NULL), "answer_open", NULL, NULL);
  add_asked (writer, pieces);
  add_matter (writer, pieces);
  heed_pieces_add_phrases (writer, heed_pieces_add (pieces, NULL), "answer_close", NULL, NULL);
  return pieces;
}
