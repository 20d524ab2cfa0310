/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-effort.h"

#include <string.h>

/* A link comes again and again where it stands in so many replies, and in this share of them (docs/statistics.md). */
#define MIN_REPEATS 5
#define MIN_REPEATS_SHARE 0.05
#define MAX_LINKS_SHOWN 3

static void
repeated_link_free (HeedRepeatedLink *repeated)
{
  g_free (repeated->link);
  g_free (repeated);
}

void
heed_effort_clear (HeedEffort *effort)
{
  g_clear_pointer (&effort->most_repeated, g_ptr_array_unref);
}

/* The counts of the conversations that got a reply, each as if it were a time: there the quantiles are. */
typedef struct
{
  HeedWait *customer;
  HeedWait *company;
  HeedWait *extra;
  guint n;
} Tally;

static void
add_course (Tally *tally, const HeedCourse *course)
{
  tally->customer[tally->n] = (HeedWait){ course->n_customer, TRUE };
  tally->company[tally->n] = (HeedWait){ course->n_company, TRUE };
  tally->extra[tally->n++] = (HeedWait){ course->n_extra_steps, TRUE };
}

static HeedShare
get_share (const GArray *traits, HeedTraits wanted, guint n)
{
  guint n_wanted = 0;

  for (guint i = 0; i < traits->len; i++)
    n_wanted += (g_array_index (traits, guint16, i) & wanted) != 0 ? 1 : 0;
  return heed_statistics_share (n_wanted, n);
}

static HeedSpread
get_spread (HeedWait *counts, guint n)
{
  heed_statistics_sort (counts, n);
  return (HeedSpread){ heed_statistics_quantile (counts, n, 0.5), heed_statistics_quantile (counts, n, 0.9) };
}

static void
fill_conversations (HeedEffort *effort, const GArray *courses, const GArray *traits)
{
  g_autofree HeedWait *counts = g_new (HeedWait, 3 * (gsize) courses->len + 1);
  Tally tally = { .customer = counts, .company = counts + courses->len, .extra = counts + 2 * (gsize) courses->len };

  for (guint i = 0; i < courses->len; i++)
    if ((g_array_index (traits, guint16, i) & HEED_TRAIT_REPLIED) != 0)
      add_course (&tally, &g_array_index (courses, HeedCourse, i));
  effort->conversations = tally.n;
  effort->customer_messages = get_spread (tally.customer, tally.n);
  effort->company_messages = get_spread (tally.company, tally.n);
  effort->extra_steps = get_spread (tally.extra, tally.n);
  effort->solved = get_share (traits, HEED_TRAIT_SETTLED, tally.n);
  effort->first_contact = get_share (traits, HEED_TRAIT_FIRST_CONTACT, tally.n);
  effort->in_channel = get_share (traits, HEED_TRAIT_IN_CHANNEL, tally.n);
  effort->hand_overs = get_share (traits, HEED_TRAIT_HANDED_OVER, tally.n);
  effort->redirect_loops = get_share (traits, HEED_TRAIT_LOOPED, tally.n);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const HeedRepeatedLink *first = *(HeedRepeatedLink *const *) a, *second = *(HeedRepeatedLink *const *) b;

  if (first->replies != second->replies)
    return first->replies > second->replies ? -1 : 1;
  return strcmp (first->link, second->link);
}

/* Notes the links that come again and again. Returns in how many replies one of them stands. */
static guint
add_repeated (HeedEffort *effort, const HeedExchangeSet *set, const guint *counts)
{
  guint n_repeated = 0;

  for (guint i = 0; i < set->links->len; i++)
    {
      if (counts[i] < MIN_REPEATS || counts[i] < MIN_REPEATS_SHARE * set->replies->len)
        continue;
      HeedRepeatedLink *repeated = g_new0 (HeedRepeatedLink, 1);
      repeated->link = g_strdup (set->links->pdata[i]);
      repeated->replies = counts[i];
      n_repeated += counts[i];
      g_ptr_array_add (effort->most_repeated, repeated);
    }
  g_ptr_array_sort (effort->most_repeated, compare_links);
  if (effort->most_repeated->len > MAX_LINKS_SHOWN)
    g_ptr_array_set_size (effort->most_repeated, MAX_LINKS_SHOWN);
  return n_repeated;
}

static void
fill_links (HeedEffort *effort, const HeedExchangeSet *set)
{
  g_autofree guint *counts = g_new0 (guint, set->links->len + 1);
  guint n_links = 0, n_truncated = 0;

  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);

      n_truncated += reply->truncated;
      if (reply->link >= set->links->len)
        continue;
      counts[reply->link]++;
      n_links++;
    }
  effort->most_repeated = g_ptr_array_new_with_free_func ((GDestroyNotify) repeated_link_free);
  effort->links = heed_statistics_share (n_links, set->replies->len);
  effort->repeated_links = heed_statistics_share (add_repeated (effort, set, counts), set->replies->len);
  effort->truncated = heed_statistics_share (n_truncated, set->replies->len);
}

/**
 * heed_effort_fill: what conversations cost the customer and how they end (S47, S51 to S56).
 * @courses: (element-type HeedCourse): of all conversations of @set
 * @traits: theirs, as heed_course_read_traits() tells
 */
void
heed_effort_fill (HeedEffort *effort, const HeedExchangeSet *set, const GArray *courses, const GArray *traits)
{
  g_return_if_fail (effort != NULL && set != NULL && courses != NULL && traits != NULL);

  fill_conversations (effort, courses, traits);
  fill_links (effort, set);
}
