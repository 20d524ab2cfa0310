/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Single sentences of a message, in all their wordings. */

#include "heed-sentences.h"

#include <string.h>

#include "heed-said.h"
#include "heed-shorten.h"
#include "heed-word-list.h"

/* The kind of reference by which a company finds a matter most surely comes first. */
static const char *const kinds_by_use[] = { "case",    "ticket",   "claim",   "order",
                                            "booking", "tracking", "invoice", "contract" };

/** heed_sentence_dup_amount: (transfer full) (nullable): such as "€49.90"; %NULL when the sheet has none. */
char *
heed_sentence_dup_amount (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const HeedFacts *facts = writer->facts;

  if (facts->amount < 0 || facts->currency == NULL)
    return NULL;
  return heed_phrases_format_money (writer->phrases, facts->amount, facts->currency);
}

/** heed_sentence_dup_kind: (transfer full): the word for a kind of reference, with a capital. */
char *
heed_sentence_dup_kind (const HeedWriter *writer, const HeedReference *reference)
{
  g_return_val_if_fail (writer != NULL && reference != NULL, NULL);

  return heed_shorten_capitalise (heed_phrases_get_word (writer->phrases, "kinds", reference->kind));
}

/** heed_sentence_dup_reference: (transfer full): such as "Case 4711". */
char *
heed_sentence_dup_reference (const HeedWriter *writer, const HeedReference *reference)
{
  g_return_val_if_fail (writer != NULL && reference != NULL, NULL);

  g_autofree char *kind = heed_sentence_dup_kind (writer, reference);
  g_autofree char *value = heed_phrases_isolate (writer->phrases, reference->value);
  return g_strdup_printf ("%s %s", kind, value);
}

/** heed_sentence_may_name: whether a message may have a reference in it. */
gboolean
heed_sentence_may_name (const HeedWriter *writer, const HeedReference *reference)
{
  g_return_val_if_fail (writer != NULL && reference != NULL, FALSE);

  return writer->privacy == NULL || !reference->is_private;
}

/** heed_sentence_get_main_reference: (transfer none) (nullable): the one that is never left out. */
const HeedReference *
heed_sentence_get_main_reference (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const GPtrArray *references = writer->facts->references;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds_by_use); kind++)
    for (guint i = 0; i < references->len; i++)
      {
        const HeedReference *reference = references->pdata[i];
        if (heed_sentence_may_name (writer, reference) && g_ascii_strcasecmp (reference->kind, kinds_by_use[kind]) == 0)
          return reference;
      }
  for (guint i = 0; i < references->len; i++)
    if (heed_sentence_may_name (writer, references->pdata[i]))
      return references->pdata[i];
  return NULL;
}

/**
 * heed_sentence_dup_own: the user's words where the message is in another language: marked as such and kept apart.
 * @key: "own_words" or "own_want"
 * @wording: from 0, the longest
 *
 * Returns: (transfer full): the sentence
 */
char *
heed_sentence_dup_own (const HeedWriter *writer, const char *key, guint wording, const char *text)
{
  g_return_val_if_fail (writer != NULL && key != NULL && text != NULL, NULL);

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);

  return heed_phrases_say (writer->phrases, forms[MIN (wording, g_strv_length (forms) - 1)], "language",
                           writer->own_language, "text", text, NULL);
}

/** heed_sentence_dup_address: (transfer full) (nullable): an address of several lines, on one; %NULL when the sheet has
 * none. */
char *
heed_sentence_dup_address (const HeedFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->my_address == NULL)
    return NULL;

  g_auto (GStrv) lines = g_strsplit (facts->my_address, "\n", -1);
  g_autoptr (GString) address = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = heed_shorten_clean (lines[i]);
      gboolean is_parted = address->len == 0 || g_str_has_suffix (address->str, ",");
      if (*line != '\0')
        g_string_append_printf (address, "%s%s", address->len == 0 ? "" : is_parted ? " " : ", ", line);
    }
  return g_strdup (address->str);
}

/** heed_sentence_dup_mark: (transfer full): what stands where a detail is missing, such as "[phone number]". */
char *
heed_sentence_dup_mark (const HeedWriter *writer, const char *detail)
{
  g_return_val_if_fail (writer != NULL && detail != NULL, NULL);

  return g_strdup_printf ("[%s]", heed_phrases_get_word (writer->phrases, "details", detail));
}

/* Without the bracket that holds the date, in whatever way the language does. */
static char *
dup_dateless (const char *form)
{
  const char *date = strstr (form, "{date}");
  const char *open = date != NULL ? g_strrstr_len (form, date - form, " (") : NULL;
  const char *close = date != NULL ? strchr (date, ')') : NULL;
  if (open == NULL || close == NULL)
    return g_strdup (form);

  g_autofree char *before = g_strndup (form, (gsize) (open - form));
  return g_strconcat (before, close + 1, NULL);
}

/**
 * heed_sentence_dup_promise: what the company said it would do, and until when where its words do not say so.
 * @form: one of the wordings of "promise"
 * @date: the day until when, as this message writes days
 *
 * Returns: (transfer full): the sentence
 */
char *
heed_sentence_dup_promise (const HeedWriter *writer, const char *form, const HeedPromise *promise, const char *date)
{
  g_return_val_if_fail (writer != NULL && form != NULL && promise != NULL && date != NULL, NULL);

  g_autofree char *used = heed_said_due (writer, promise) ? dup_dateless (form) : g_strdup (form);
  /* The stop of a quoted sentence is that of the sentence it stands in. */
  g_autofree char *text = heed_shorten_open (promise->text);
  return heed_phrases_say (writer->phrases, used, "text", text, "date", date, NULL);
}

/** heed_sentence_dup_loyalty: (transfer full): for how long the user is a customer, from long to short; empty where the
 * sheet does not say it. */
char **
heed_sentence_dup_loyalty (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  if (writer->facts->customer_since == 0)
    return g_new0 (char *, 1);
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (writer->facts->customer_since);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (writer->options->now);
  if (since == NULL || now == NULL || g_date_time_compare (since, now) >= 0)
    return g_new0 (char *, 1);

  int years = g_date_time_get_year (now) - g_date_time_get_year (since);
  g_autoptr (GDateTime) birthday = g_date_time_add_years (since, years);
  if (birthday == NULL || g_date_time_compare (birthday, now) > 0)
    years--;
  /* In the first year it says nothing that would be worth a line. */
  if (years < 1)
    return g_new0 (char *, 1);
  g_autofree char *count = g_strdup_printf ("%d", years);
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (since));
  g_auto (GStrv) counted = heed_phrases_dup_counted (writer->phrases, "customer_years", (guint) years);
  g_auto (GStrv) plain = heed_phrases_dup_wordings (writer->phrases, "customer_since", writer->options->tone);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  for (guint i = 0; counted[i] != NULL; i++)
    g_ptr_array_add (sentences, heed_phrases_fill (counted[i], "count", count, NULL));
  for (guint i = 0; plain[i] != NULL; i++)
    g_ptr_array_add (sentences, heed_phrases_fill (plain[i], "year", year, NULL));
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_steal (sentences, NULL);
}

/* Said to be what it is, in the language of the message, and quoted, in the words of the user. */
static char **
dup_own_consequence (const HeedWriter *writer, const char *text)
{
  g_auto (GStrv) own = heed_phrases_dup_wordings (writer->phrases, "own_words", writer->options->tone);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "consequence", writer->options->tone);
  const char *place = strstr (own[0], "{text}");
  const char *blank = g_strrstr_len (own[0], place - own[0], " ");
  g_autofree char *quoted = heed_phrases_say (writer->phrases, blank != NULL ? blank + 1 : place, "text", text, NULL);
  char **marked = g_new0 (char *, 2);

  marked[0] = heed_phrases_fill (forms[0], "text", quoted, NULL);
  return marked;
}

/** heed_sentence_dup_consequence: (transfer full): what it means for the user, from long to short; empty where the
 * sheet does not say it. */
char **
heed_sentence_dup_consequence (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  if (writer->facts->consequence == NULL)
    return g_new0 (char *, 1);

  g_autofree char *text = heed_shorten_close (writer->facts->consequence);
  if (writer->own_language != NULL)
    return dup_own_consequence (writer, text);
  g_autofree char *capital = heed_shorten_capitalise (text);
  char **forms = heed_phrases_dup_wordings (writer->phrases, "consequence", writer->options->tone);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      gboolean is_first = g_str_has_prefix (forms[i], "{");
      char *filled = heed_phrases_say (writer->phrases, forms[i], "text", is_first ? capital : text, NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
}

/** heed_sentence_dup_call: (transfer full): when the company may call, from long to short; empty where the user did not
 * ask for it. A number that is missing is marked for the user to fill in. */
char **
heed_sentence_dup_call (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const HeedCallWish *call = &writer->facts->call;
  if (!call->is_wanted)
    return g_new0 (char *, 1);

  gboolean has_hours = call->from < call->to;
  const char *key = call->on != 0 ? has_hours ? "call_me_on_between" : "call_me_on"
                    : has_hours   ? "call_me_between"
                                  : "call_me";
  g_autofree char *date = heed_phrases_format_day_on (writer->phrases, call->on, writer->options->zone);
  g_autofree char *from = heed_phrases_format_minutes (writer->phrases, call->from);
  g_autofree char *to = heed_phrases_format_minutes (writer->phrases, call->to);
  g_autofree char *mark = heed_sentence_dup_mark (writer, "phone");
  const char *phone = writer->facts->my_phone != NULL ? writer->facts->my_phone : mark;
  char **forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      char *filled = heed_phrases_say (writer->phrases, forms[i], "date", date, "from", from, "to", to, "phone", phone,
                                       NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
}

/* A request that is a polite sentence by itself needs no words in front of it. */
static gboolean
is_polite (const HeedWriter *writer)
{
  g_auto (GStrv) words = heed_phrases_dup_list (writer->phrases, "request_words");

  if (writer->is_request_ours)
    return TRUE;
  g_autoptr (HeedWords) want = heed_words_new (writer->facts->want);
  for (guint i = 0; words[i] != NULL; i++)
    if (heed_word_list_is_first (words[i], want))
      return TRUE;
  return FALSE;
}

/** heed_sentence_dup_wants: (transfer full): the ways to ask for what the user wants, from long to short. */
char **
heed_sentence_dup_wants (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  g_autofree char *want = heed_shorten_close (writer->facts->want);
  g_autofree char *capital = heed_shorten_capitalise (want);
  gboolean is_foreign = writer->own_language != NULL && !writer->is_request_ours;
  char **forms = heed_phrases_dup_wordings (writer->phrases, is_foreign ? "own_want" : "want", writer->options->tone);

  if (!is_foreign && is_polite (writer))
    {
      g_strfreev (forms);
      return g_strdupv ((char *[]){ capital, NULL });
    }
  for (guint i = 0; forms[i] != NULL; i++)
    {
      gboolean is_first = g_str_has_prefix (forms[i], "{");
      char *filled = heed_phrases_say (writer->phrases, forms[i], is_foreign ? "text" : "want",
                                       is_first && !is_foreign ? capital : want, "language", writer->own_language,
                                       NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
}

/** heed_sentence_dup_opener: (transfer full): the first line for somebody who knows nothing yet, from long to short. */
char **
heed_sentence_dup_opener (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  const char *product = writer->facts->product;
  char **forms = heed_phrases_dup_wordings (writer->phrases, product != NULL ? "chat_open" : "chat_open_unnamed",
                                            writer->options->tone);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      char *filled = heed_phrases_say (writer->phrases, forms[i], "product", product, NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
}
