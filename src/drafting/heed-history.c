/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was tried before, in a line: an agent who sees it need not ask it all again. */

#include "heed-history.h"

#include <string.h>

#include "heed-sentences.h"
#include "heed-workshop.h"

/* From so many places on it is worth saying that somebody was sent around. */
#define SHORTEST_CHAIN 3

static int
compare_attempts (gconstpointer first, gconstpointer second)
{
  const HeedAttempt *one = *(const HeedAttempt *const *) first;
  const HeedAttempt *other = *(const HeedAttempt *const *) second;

  return one->when == other->when ? 0 : one->when > other->when ? -1 : 1;
}

/** heed_history_sort: (transfer container) (element-type HeedAttempt): the attempts, the newest first. */
GPtrArray *
heed_history_sort (const HeedFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  GPtrArray *sorted = g_ptr_array_new ();
  for (guint i = 0; i < facts->attempts->len; i++)
    g_ptr_array_add (sorted, facts->attempts->pdata[i]);
  g_ptr_array_sort (sorted, compare_attempts);
  return sorted;
}

static const char *
name_channel (const HeedWriter *writer, const HeedAttempt *attempt)
{
  if (attempt->network != NULL)
    return heed_phrases_get_word (writer->phrases, "networks", attempt->network);
  return heed_phrases_get_word (writer->phrases, "channels", attempt->channel);
}

static void
append_detail (const HeedWriter *writer, GString *details, const char *key, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  g_autofree char *detail = heed_phrases_say (writer->phrases, forms[0], name, value, NULL);
  g_string_append_printf (details, "%s%s", heed_phrases_get_word (writer->phrases, "joins", "list"), detail);
}

/* In public only a number that the sheet calls public, and that is not said anyway. */
static gboolean
may_name_number (const HeedWriter *writer, const char *number)
{
  const HeedReference *main_reference = heed_sentence_get_main_reference (writer);

  if (number == NULL || writer->privacy == NULL)
    return number != NULL;
  for (guint i = 0; i < writer->facts->references->len; i++)
    {
      const HeedReference *reference = writer->facts->references->pdata[i];
      if (!reference->is_private && reference != main_reference && g_str_equal (reference->value, number))
        return TRUE;
    }
  return FALSE;
}

/* The outcome, the number that they gave then, and in a private message the person. */
static char *
describe_outcome (const HeedWriter *writer, const HeedAttempt *attempt)
{
  GString *details = g_string_new (
    heed_phrases_get_word (writer->phrases, "outcomes", heed_outcome_to_string (attempt->outcome)));

  if (writer->privacy == NULL)
    append_detail (writer, details, "attempt_agent", "agent", attempt->agent);
  if (may_name_number (writer, attempt->reference))
    append_detail (writer, details, "attempt_reference", "reference", attempt->reference);
  return g_string_free (details, FALSE);
}

/* Where there is room, as the other dates of the message. */
static char *
dup_date (const HeedWriter *writer, gint64 time)
{
  const HeedDraftOptions *options = writer->options;

  return heed_workshop_has_room (options)
           ? heed_phrases_format_written_date (writer->phrases, time, options->zone, options->now)
           : heed_phrases_format_date (writer->phrases, time, options->zone, options->now);
}

/* One attempt; with @count as many of them that would read the same. */
static char *
dup_attempt (const HeedWriter *writer, const char *form, const HeedAttempt *attempt, guint count)
{
  g_autofree char *channel = heed_phrases_isolate (writer->phrases, name_channel (writer, attempt));
  g_autofree char *date = dup_date (writer, attempt->when);
  g_autofree char *outcome = describe_outcome (writer, attempt);
  char *one = heed_phrases_fill (form, "channel", channel, "date", date, "outcome", outcome, NULL);
  if (count < 2)
    return one;

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "attempt_times", writer->options->tone);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *times = heed_phrases_fill (forms[0], "count", number, NULL);
  g_autofree char *single = one;
  if (strstr (form, "{outcome}") == NULL)
    return g_strdup_printf ("%s (%s)", single, times);
  g_autofree char *all = g_strconcat (times, heed_phrases_get_word (writer->phrases, "joins", "list"), outcome, NULL);
  return heed_phrases_fill (form, "channel", channel, "date", date, "outcome", all, NULL);
}

/* How many of @ones read as the one at @index does; 0 where that is not the first of them. */
static guint
count_alike (const GPtrArray *ones, guint index)
{
  guint count = 0;

  for (guint i = 0; i < ones->len; i++)
    if (g_str_equal (ones->pdata[i], ones->pdata[index]))
      {
        if (i < index)
          return 0;
        count++;
      }
  return count;
}

/**
 * heed_history_dup_line: the earlier attempts in one line, the newest first; those that read the same once.
 * @wording: how detailed, 0 the most
 * @most: how many of them
 *
 * Returns: (transfer full): empty without any
 */
char *
heed_history_dup_line (const HeedWriter *writer, guint wording, guint most)
{
  g_return_val_if_fail (writer != NULL, NULL);

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "attempt", writer->options->tone);
  g_autoptr (GPtrArray) sorted = heed_history_sort (writer->facts);
  const char *form = forms[MIN (wording, g_strv_length (forms) - 1)];
  g_autoptr (GPtrArray) ones = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < sorted->len && i < most; i++)
    g_ptr_array_add (ones, dup_attempt (writer, form, sorted->pdata[i], 1));
  for (guint i = 0; i < ones->len; i++)
    {
      guint count = count_alike (ones, i);
      g_autofree char *one = count > 0 ? dup_attempt (writer, form, sorted->pdata[i], count) : NULL;
      if (one != NULL)
        g_string_append_printf (line, "%s%s", i > 0 ? heed_phrases_get_word (writer->phrases, "joins", "list") : "",
                                one);
    }
  return g_string_free (line, FALSE);
}

/**
 * heed_history_dup_follow_up: that this follows up on the newest attempt, which a new person may not know of.
 *
 * Returns: (transfer full): empty where it is the first message
 */
char *
heed_history_dup_follow_up (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  g_autoptr (GPtrArray) sorted = heed_history_sort (writer->facts);
  if (sorted->len == 0)
    return g_strdup ("");

  const HeedAttempt *attempt = sorted->pdata[0];
  const HeedReference *main_reference = heed_sentence_get_main_reference (writer);
  const char *number = attempt->reference != NULL ? attempt->reference
                       : main_reference != NULL   ? main_reference->value
                                                  : NULL;
  g_autofree char *date = dup_date (writer, attempt->when);
  g_autofree char *reference = heed_phrases_isolate (writer->phrases, number != NULL ? number : "");
  g_auto (GStrv) forms = heed_phrases_dup_wordings (
    writer->phrases, number != NULL ? "follow_up_reference" : "follow_up", writer->options->tone);
  return heed_phrases_fill (forms[0], "contact", heed_phrases_get_word (writer->phrases, "contacts", attempt->channel),
                            "date", date, "reference", reference, NULL);
}

/* Whether the customer went on from @older to @newer because they were sent there. Where it is not known to where they
 * were sent, going there is the sign of it. */
static gboolean
was_sent_on (const HeedAttempt *older, const HeedAttempt *newer)
{
  const char *target = older->redirected_to;

  return older->outcome == HEED_OUTCOME_REDIRECT
         && (target == NULL || g_str_equal (target, newer->channel) || g_strcmp0 (target, newer->network) == 0);
}

/* The newest attempt of those that somebody was sent through. Writing elsewhere without an answer changes nothing. */
static guint
find_last_sent (const GPtrArray *sorted)
{
  guint last = 0;

  while (last + 1 < sorted->len && ((const HeedAttempt *) sorted->pdata[last])->outcome < HEED_OUTCOME_REDIRECT
         && !was_sent_on (sorted->pdata[last + 1], sorted->pdata[last]))
    last++;
  return last;
}

/* What is called @target is called as it was when the customer wrote there: “X”, not “public post”. */
static const char *
name_target (const HeedWriter *writer, const GPtrArray *sorted, const char *target)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const HeedAttempt *attempt = sorted->pdata[i];
      if (g_str_equal (attempt->channel, target) || g_strcmp0 (attempt->network, target) == 0)
        return name_channel (writer, attempt);
    }
  return heed_phrases_get_word (writer->phrases, "channels", target);
}

/* The places that somebody was sent through up to now, in order, each once in a row. */
static GPtrArray *
list_places (const HeedWriter *writer)
{
  g_autoptr (GPtrArray) sorted = heed_history_sort (writer->facts);
  GPtrArray *places = g_ptr_array_new ();
  guint last = find_last_sent (sorted);
  guint first = last;

  while (first + 1 < sorted->len && was_sent_on (sorted->pdata[first + 1], sorted->pdata[first]))
    first++;
  for (guint i = MIN (first + 1, sorted->len); i-- > last;)
    {
      const HeedAttempt *attempt = sorted->pdata[i];
      const char *place = name_channel (writer, attempt);
      if (places->len == 0 || !g_str_equal (places->pdata[places->len - 1], place))
        g_ptr_array_add (places, (gpointer) place);
      gboolean is_open = i == last && attempt->outcome == HEED_OUTCOME_REDIRECT && attempt->redirected_to != NULL;
      const char *next = is_open ? name_target (writer, sorted, attempt->redirected_to) : NULL;
      if (next != NULL && !g_str_equal (next, place))
        g_ptr_array_add (places, (gpointer) next);
    }
  return places;
}

/* From the place that comes twice; −1 where none does. */
static int
find_loop (const GPtrArray *places)
{
  for (guint i = 0; i + 1 < places->len; i++)
    if (g_str_equal (places->pdata[i], places->pdata[places->len - 1]))
      return (int) i;
  return -1;
}

/**
 * heed_history_dup_redirects: that somebody was sent around, as “from X to phone to chat and back”.
 *
 * Returns: (transfer full): from long to short; empty where it is not so
 */
char **
heed_history_dup_redirects (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  g_autoptr (GPtrArray) places = list_places (writer);
  int loop = find_loop (places);
  if (places->len < SHORTEST_CHAIN)
    return g_new0 (char *, 1);

  g_autoptr (GString) path = g_string_new (NULL);
  for (guint i = (guint) MAX (loop, 0); i < places->len - (loop >= 0 ? 1 : 0); i++)
    {
      g_autofree char *place = heed_phrases_isolate (writer->phrases, places->pdata[i]);
      g_string_append_printf (path, "%s%s",
                              path->len > 0 ? heed_phrases_get_word (writer->phrases, "joins", "path") : "", place);
    }
  if (loop >= 0)
    g_string_append (path, heed_phrases_get_word (writer->phrases, "joins", "back"));
  char **forms = heed_phrases_dup_wordings (writer->phrases, loop >= 0 ? "redirect_loop" : "redirect_chain",
                                            writer->options->tone);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      char *filled = heed_phrases_fill (forms[i], "path", path->str, NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
}
