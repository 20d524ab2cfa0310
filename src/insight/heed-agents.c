/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-agents.h"

#include <string.h>

#include "heed-week.h"

/* Of fewer replies nothing is said. */
#define MIN_REPLIES 5

/* The usual span is the shortest that holds this share of the replies. */
#define SPAN_SHARE 0.9

static void
agent_free (HeedAgent *agent)
{
  g_free (agent->name);
  g_free (agent);
}

static int
compare_agents (gconstpointer a, gconstpointer b)
{
  const HeedAgent *first = *(HeedAgent *const *) a, *second = *(HeedAgent *const *) b;

  if (first->replies != second->replies)
    return first->replies > second->replies ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* The lags of each agent's replies, one array an agent; and how many replies each signed. */
static GPtrArray *
collect_lags (const HeedExchangeSet *set, guint *n_replies)
{
  GPtrArray *lags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < set->agents->len; i++)
    g_ptr_array_add (lags, g_array_new (FALSE, FALSE, sizeof (HeedWait)));
  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);
      HeedWait wait = { .lag_s = reply->lag_s, .answered = TRUE };

      if (reply->agent >= set->agents->len)
        continue;
      n_replies[reply->agent]++;
      if (reply->lag_s >= 0)
        g_array_append_val (lags->pdata[reply->agent], wait);
    }
  return lags;
}

/* The shortest span, over midnight too, that holds nine of ten replies; of several the earliest. */
static void
find_span (HeedAgent *agent)
{
  guint length = 24, start = 0;

  for (guint from = 0; from < 24; from++)
    {
      guint n = 0;

      for (guint i = 0; i < length - 1 && n < SPAN_SHARE * agent->replies; i++)
        {
          n += agent->hours[(from + i) % 24];
          if (n < SPAN_SHARE * agent->replies)
            continue;
          length = i + 1;
          start = from;
        }
    }
  agent->from = start;
  agent->to = (start + length - 1) % 24 + 1;
}

static HeedAgent *
new_agent (const char *name, guint n_replies, GArray *lags)
{
  HeedAgent *agent = g_new0 (HeedAgent, 1);

  heed_statistics_sort ((HeedWait *) (gpointer) lags->data, lags->len);
  agent->name = g_strdup (name);
  agent->replies = n_replies;
  agent->median_s = heed_statistics_quantile ((HeedWait *) (gpointer) lags->data, lags->len, 0.5);
  return agent;
}

static void
add_reply (HeedAgent *agent, const HeedReply *reply, GTimeZone *zone)
{
  guint day, hour;

  heed_week_get_cell (zone, reply->at, &day, &hour);
  agent->hours[hour]++;
  agent->days[day]++;
  agent->understood += reply->kinds != 0 ? 1 : 0;
  for (guint kind = 0; kind < HEED_N_REPLY_KINDS; kind++)
    agent->kinds[kind] += reply->kinds >> kind & 1;
}

/**
 * heed_agents_new: who signs, when, how fast, and what their replies do (S64, S65, S73); nobody under five replies.
 * @zone: in which the hours are
 *
 * Returns: (transfer full) (element-type HeedAgent): most replies first
 */
GPtrArray *
heed_agents_new (const HeedExchangeSet *set, GTimeZone *zone)
{
  g_return_val_if_fail (set != NULL && zone != NULL, NULL);

  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify) agent_free);
  g_autofree guint *n_replies = g_new0 (guint, set->agents->len + 1);
  g_autofree HeedAgent **of_index = g_new0 (HeedAgent *, set->agents->len + 1);
  g_autoptr (GPtrArray) lags = collect_lags (set, n_replies);

  for (guint i = 0; i < set->agents->len; i++)
    if (n_replies[i] >= MIN_REPLIES)
      {
        of_index[i] = new_agent (set->agents->pdata[i], n_replies[i], lags->pdata[i]);
        g_ptr_array_add (agents, of_index[i]);
      }
  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);

      if (reply->agent < set->agents->len && of_index[reply->agent] != NULL)
        add_reply (of_index[reply->agent], reply, zone);
    }
  for (guint i = 0; i < agents->len; i++)
    find_span (agents->pdata[i]);
  g_ptr_array_sort (agents, compare_agents);
  return agents;
}
