/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What several sections of a scorecard call the same. */

#include "heed-scorecard-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-format.h"

/** heed_scorecard_words_get_kind: (transfer none): what a reply does, translated. */
const char *
heed_scorecard_words_get_kind (HeedReplyKinds kind)
{
  switch (kind)
    {
    case HEED_REPLY_ANSWERS:
      return _ ("Answers the question");
    case HEED_REPLY_ACTS:
      return _ ("Says what was done");
    case HEED_REPLY_ASKS_DETAILS:
      return _ ("Asks for details");
    case HEED_REPLY_ASKS_PRIVATE:
      return _ ("Asks to go on in private");
    case HEED_REPLY_REDIRECTS:
      return _ ("Sends people elsewhere");
    case HEED_REPLY_APOLOGISES:
      return _ ("Apologises");
    case HEED_REPLY_ACKNOWLEDGES:
      return _ ("Takes note");
    case HEED_REPLY_PROMISES:
      return _ ("Promises something");
    case HEED_REPLY_REFUSES:
      return _ ("Refuses");
    case HEED_REPLY_PLEASANTRY:
      return _ ("Only exchanges courtesies");
    default:
      g_return_val_if_reached (NULL);
    }
}

/** heed_scorecard_words_get_clock: (transfer none): what a clock waits for, translated. */
const char *
heed_scorecard_words_get_clock (HeedClockKind clock)
{
  switch (clock)
    {
    case HEED_CLOCK_AUTOMATIC:
      return _ ("An automatic reply");
    case HEED_CLOCK_HUMAN:
      return _ ("A person’s reply");
    case HEED_CLOCK_SUBSTANCE:
      return _ ("A reply of substance");
    case HEED_CLOCK_REDIRECT:
      return _ ("Sent elsewhere");
    case HEED_CLOCK_SOLUTION:
      return _ ("Confirmed as settled");
    default:
      g_return_val_if_reached (NULL);
    }
}

/** heed_scorecard_words_get_trait: (transfer none): how a conversation went, as the figure that counts it says. */
const char *
heed_scorecard_words_get_trait (HeedTraits trait)
{
  switch (trait)
    {
    case HEED_TRAIT_AUTOMATIC:
      return heed_scorecard_words_get_clock (HEED_CLOCK_AUTOMATIC);
    case HEED_TRAIT_HUMAN:
      return heed_scorecard_words_get_clock (HEED_CLOCK_HUMAN);
    case HEED_TRAIT_SUBSTANCE:
      return heed_scorecard_words_get_clock (HEED_CLOCK_SUBSTANCE);
    case HEED_TRAIT_REDIRECT:
      return heed_scorecard_words_get_clock (HEED_CLOCK_REDIRECT);
    case HEED_TRAIT_SOLUTION:
      return heed_scorecard_words_get_clock (HEED_CLOCK_SOLUTION);
    case HEED_TRAIT_REPLIED:
      return _ ("With a reply");
    case HEED_TRAIT_SETTLED:
      return _ ("Confirmed as settled, with a reply");
    case HEED_TRAIT_FIRST_CONTACT:
      return _ ("Settled by a single reply");
    case HEED_TRAIT_IN_CHANNEL:
      return _ ("Helped on the spot");
    case HEED_TRAIT_HANDED_OVER:
      return _ ("Handed over to somebody else");
    case HEED_TRAIT_LOOPED:
      return _ ("Sent elsewhere more than once");
    default:
      g_return_val_if_reached (NULL);
    }
}

/** heed_scorecard_words_dup_times: (transfer full) (nullable): how soon, of those that got there; %NULL for none. */
char *
heed_scorecard_words_dup_times (const HeedSample *sample)
{
  g_return_val_if_fail (sample != NULL, NULL);

  if (sample->answered == 0 || isnan (sample->answered_median_s))
    return NULL;
  g_autofree char *half = heed_format_duration (sample->answered_median_s);
  g_autofree char *most = heed_format_duration (sample->answered_p90_s);
  /* Translators: of those who got that far, half did so within the first time, nine of ten within the second. */
  return g_strdup_printf (_ ("Of those, half within %s, 9 of 10 within %s"), half, most);
}

/** heed_scorecard_words_dup_span: (transfer full): the hours in which most replies of one person come. */
char *
heed_scorecard_words_dup_span (const HeedAgent *agent)
{
  g_return_val_if_fail (agent != NULL, NULL);

  /* Translators: a span of hours of the day: 9–17 o'clock. */
  return g_strdup_printf (_ ("%u–%u h"), agent->from, agent->to);
}

/* "8–12, 13–20", or a dash for a day on which nobody is there. */
static char *
dup_day (const gboolean open[24])
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint hour = 0; hour < 24; hour++)
    {
      guint from = hour;

      while (hour < 24 && open[hour])
        hour++;
      if (hour > from)
        g_string_append_printf (text, "%s%u–%u", text->len > 0 ? ", " : "", from, hour);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_ ("closed"));
}

/** heed_scorecard_words_dup_week: (transfer full): opening hours in words, like days taken together. */
char *
heed_scorecard_words_dup_week (const gboolean open[7][24])
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint day = 0; day < 7; day++)
    {
      guint last = day;
      g_autofree char *first_name = heed_format_weekday (day, "%a");
      g_autofree char *hours = dup_day (open[day]);

      while (last < 6 && memcmp (open[day], open[last + 1], sizeof open[day]) == 0)
        last++;
      g_autofree char *last_name = heed_format_weekday (last, "%a");
      g_autofree char *days = last > day ? g_strdup_printf ("%s–%s", first_name, last_name) : g_strdup (first_name);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", days, hours);
      day = last;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** heed_scorecard_words_dup_who: (transfer full): the company and, where there is one, the account. */
char *
heed_scorecard_words_dup_who (const HeedScorecard *scorecard)
{
  g_return_val_if_fail (scorecard != NULL, NULL);

  if (scorecard->account == NULL)
    return g_strdup (scorecard->company);
  /* Translators: a company, then its account. */
  return g_strdup_printf (_ ("%s (@%s)"), scorecard->company, scorecard->account);
}

/** heed_scorecard_words_dup_kinds: (transfer full): all that a reply does, in one line; empty where it is not read. */
char *
heed_scorecard_words_dup_kinds (guint32 kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    if ((kinds & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", heed_scorecard_words_get_kind (1 << i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
