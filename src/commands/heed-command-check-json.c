/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clocks.h"
#include "heed-command-check.h"
#include "heed-command-json.h"
#include "heed-presence.h"

/* An archive does not say which network it is from; its columns are those of X. */
#define ARCHIVE_NETWORK "x"

static void
add_notice (GString *json, const HeedNotice *notice)
{
  if (notice == NULL)
    {
      heed_command_json_add_string (json, "notice", NULL);
      return;
    }
  heed_command_json_begin_object (json, "notice");
  heed_command_json_add_string (json, "state", heed_notice_state_to_string (notice->state));
  heed_command_json_add_string (json, "text", notice->text);
  heed_command_json_add_string (json, "to", notice->to);
  heed_command_json_add_string (json, "where", heed_notice_place_to_string (notice->where));
  heed_command_json_end_object (json);
}

static void
add_sample (GString *json, const char *key, const HeedSample *sample)
{
  heed_command_json_begin_object (json, key);
  heed_command_json_add_count (json, "messages", sample->messages);
  heed_command_json_add_count (json, "answered", sample->answered);
  heed_command_json_add_share (json, "rate", sample->rate);

  heed_command_json_begin_object (json, "answered_only");
  heed_command_json_add_number (json, "median_s", sample->answered_median_s);
  heed_command_json_add_number (json, "p90_s", sample->answered_p90_s);
  heed_command_json_end_object (json);

  heed_command_json_begin_object (json, "with_unanswered");
  heed_command_json_add_number (json, "median_s", sample->median_s);
  heed_command_json_add_number (json, "p90_s", sample->p90_s);
  heed_command_json_end_object (json);

  heed_command_json_begin_object (json, "within");
  heed_command_json_add_share (json, "1h", sample->within_1h);
  heed_command_json_add_share (json, "24h", sample->within_24h);
  heed_command_json_add_share (json, "7d", sample->within_7d);
  heed_command_json_end_object (json);
  heed_command_json_end_object (json);
}

static void
add_kinds (GString *json, const HeedScorecard *scorecard)
{
  heed_command_json_begin_object (json, "kinds");
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    heed_command_json_add_share (json, heed_reply_kind_to_string (1 << i), scorecard->kinds[i]);
  heed_command_json_end_object (json);
}

static void
add_templates (GString *json, const HeedScorecard *scorecard)
{
  heed_command_json_begin_array (json, "automated_examples");
  for (guint i = 0; i < scorecard->templates->len; i++)
    {
      const HeedTemplate *template = scorecard->templates->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "text", template->text);
      heed_command_json_add_count (json, "replies", template->replies);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
add_counts (GString *json, const char *key, const guint *counts, guint n)
{
  heed_command_json_begin_array (json, key);
  for (guint i = 0; i < n; i++)
    heed_command_json_add_count (json, NULL, counts[i]);
  heed_command_json_end_array (json);
}

static void
add_kind_counts (GString *json, const HeedAgent *agent)
{
  heed_command_json_begin_object (json, "kinds");
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    heed_command_json_add_count (json, heed_reply_kind_to_string (1 << i), agent->kinds[i]);
  heed_command_json_end_object (json);
}

static void
add_agents (GString *json, const HeedScorecard *scorecard)
{
  heed_command_json_begin_array (json, "agents");
  for (guint i = 0; scorecard->agents != NULL && i < scorecard->agents->len; i++)
    {
      const HeedAgent *agent = scorecard->agents->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "name", agent->name);
      heed_command_json_add_count (json, "replies", agent->replies);
      heed_command_json_add_number (json, "median_s", agent->median_s);
      add_counts (json, "hours", agent->hours, G_N_ELEMENTS (agent->hours));
      add_counts (json, "days", agent->days, G_N_ELEMENTS (agent->days));
      heed_command_json_begin_object (json, "span");
      heed_command_json_add_count (json, "from", agent->from);
      heed_command_json_add_count (json, "to", agent->to);
      heed_command_json_end_object (json);
      heed_command_json_add_count (json, "understood", agent->understood);
      add_kind_counts (json, agent);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

/* Seven times 24 hours; @open is NULL where they are not known. */
static void
add_table (GString *json, const char *key, const gboolean (*open)[24])
{
  if (open == NULL)
    {
      heed_command_json_add_string (json, key, NULL);
      return;
    }
  heed_command_json_begin_array (json, key);
  for (guint day = 0; day < 7; day++)
    {
      heed_command_json_begin_array (json, NULL);
      for (guint hour = 0; hour < 24; hour++)
        heed_command_json_add_count (json, NULL, open[day][hour] ? 1 : 0);
      heed_command_json_end_array (json);
    }
  heed_command_json_end_array (json);
}

/* When posts say that weekdays begin or end. */
static void
add_day_end (GString *json, const char *key, const HeedDayEnd *end)
{
  g_autofree char *at = end->is_known ? g_strdup_printf ("%02u:%02u", end->minute / 60 % 24, end->minute % 60) : NULL;

  heed_command_json_begin_object (json, key);
  heed_command_json_add_string (json, "at", at);
  heed_command_json_add_count (json, "days", end->days);
  heed_command_json_add_count (json, "of", end->of);
  heed_command_json_end_object (json);
}

static void
add_comparison (GString *json, const HeedPresence *presence)
{
  if (!presence->has_comparison)
    {
      heed_command_json_add_string (json, "compared", NULL);
      return;
    }
  heed_command_json_begin_object (json, "compared");
  heed_command_json_add_count (json, "stated", presence->n_stated);
  heed_command_json_add_count (json, "lived", presence->n_lived);
  heed_command_json_add_count (json, "both", presence->n_both);
  heed_command_json_add_count (json, "unseen", presence->n_unseen);
  heed_command_json_add_count (json, "beyond", presence->n_beyond);
  heed_command_json_end_object (json);
}

static void
add_holidays (GString *json, const HeedPresence *presence)
{
  if (presence->country == NULL)
    {
      heed_command_json_add_string (json, "holidays", NULL);
      return;
    }
  heed_command_json_begin_object (json, "holidays");
  heed_command_json_add_string (json, "country", presence->country);
  heed_command_json_add_share (json, "replied", presence->on_holidays);
  heed_command_json_add_share (json, "like_days", presence->on_like_days);
  heed_command_json_end_object (json);
}

/* Whether somebody is there now; null where there is no now, or no hours are known. */
static void
add_now (GString *json, const HeedScorecard *scorecard, gint64 now)
{
  g_auto (HeedCompanyHours) company = { 0 };
  gboolean is_open;
  gint64 change;

  if (now == HEED_NEVER || !heed_company_hours_init (&company, scorecard))
    {
      heed_command_json_add_string (json, "now", NULL);
      return;
    }
  gboolean changes = heed_open_hours_get_change (&company.hours, now, &is_open, &change);
  heed_command_json_begin_object (json, "now");
  heed_command_json_add_boolean (json, "open", is_open);
  if (changes)
    heed_command_json_add_time (json, is_open ? "until" : "back", change);
  else
    heed_command_json_add_string (json, is_open ? "until" : "back", NULL);
  heed_command_json_end_object (json);
}

static void
add_hours (GString *json, const HeedScorecard *scorecard, gint64 now)
{
  const HeedPresence *presence = &scorecard->presence;

  heed_command_json_begin_object (json, "hours");
  heed_command_json_add_string (json, "stated", scorecard->stated_hours);
  add_table (json, "stated_week", presence->has_stated ? presence->stated : NULL);
  add_table (json, "learned", scorecard->has_learned_hours ? scorecard->open : NULL);
  heed_command_json_add_string (json, "timezone", scorecard->timezone);
  heed_command_json_add_string (json, "timezone_from", heed_zone_from_to_string (presence->zone_from));
  heed_command_json_add_number (json, "timezone_certainty", presence->zone_certainty);
  add_comparison (json, presence);
  add_day_end (json, "opening", &presence->ends.opening[HEED_WEEKDAYS]);
  add_day_end (json, "closing", &presence->ends.closing[HEED_WEEKDAYS]);
  add_holidays (json, presence);
  add_now (json, scorecard, now);
  heed_command_json_end_object (json);
}

static void
add_week (GString *json, const HeedScorecard *scorecard)
{
  heed_command_json_begin_array (json, "week");
  for (guint day = 0; day < 7; day++)
    {
      heed_command_json_begin_array (json, NULL);
      for (guint hour = 0; hour < 24; hour++)
        {
          heed_command_json_begin_object (json, NULL);
          heed_command_json_add_count (json, "n", scorecard->week[day][hour].n);
          heed_command_json_add_number (json, "median_s", scorecard->week[day][hour].median_s);
          heed_command_json_end_object (json);
        }
      heed_command_json_end_array (json);
    }
  heed_command_json_end_array (json);
}

static void
add_left_out (GString *json, const HeedScorecard *scorecard)
{
  GHashTableIter iter;
  gpointer why, n;

  heed_command_json_begin_object (json, "left_out");
  heed_command_json_add_count (json, "rows", scorecard->left_out_rows);
  heed_command_json_begin_object (json, "why");
  if (scorecard->left_out != NULL)
    {
      g_hash_table_iter_init (&iter, scorecard->left_out);
      while (g_hash_table_iter_next (&iter, &why, &n))
        heed_command_json_add_count (json, why, GPOINTER_TO_UINT (n));
    }
  heed_command_json_end_object (json);
  heed_command_json_end_object (json);
}

static void
add_clocks (GString *json, const HeedScorecard *scorecard)
{
  heed_command_json_begin_object (json, "clocks");
  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    {
      heed_command_json_begin_object (json, heed_clock_kind_to_string (i));
      add_sample (json, "wall", &scorecard->clocks[i].wall);
      if (scorecard->has_open_hours)
        add_sample (json, "open_hours", &scorecard->clocks[i].open_hours);
      else
        heed_command_json_add_string (json, "open_hours", NULL);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_object (json);
}

static void
add_spread (GString *json, const char *key, HeedSpread spread)
{
  heed_command_json_begin_object (json, key);
  heed_command_json_add_number (json, "median", spread.median);
  heed_command_json_add_number (json, "p90", spread.p90);
  heed_command_json_end_object (json);
}

static void
add_effort (GString *json, const HeedEffort *effort)
{
  heed_command_json_begin_object (json, "effort");
  heed_command_json_add_count (json, "conversations", effort->conversations);
  add_spread (json, "customer_messages", effort->customer_messages);
  add_spread (json, "company_messages", effort->company_messages);
  add_spread (json, "extra_steps", effort->extra_steps);
  heed_command_json_add_share (json, "solved", effort->solved);
  heed_command_json_add_share (json, "first_contact", effort->first_contact);
  heed_command_json_add_share (json, "in_channel", effort->in_channel);
  heed_command_json_add_share (json, "hand_overs", effort->hand_overs);
  heed_command_json_add_share (json, "redirect_loops", effort->redirect_loops);
  heed_command_json_add_share (json, "links", effort->links);
  heed_command_json_add_share (json, "repeated_links", effort->repeated_links);
  heed_command_json_add_share (json, "truncated", effort->truncated);
  heed_command_json_begin_array (json, "most_repeated");
  for (guint i = 0; i < effort->most_repeated->len; i++)
    {
      const HeedRepeatedLink *repeated = effort->most_repeated->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "link", repeated->link);
      heed_command_json_add_count (json, "replies", repeated->replies);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
  heed_command_json_end_object (json);
}

/**
 * heed_command_check_add_json: writes a scorecard with the keys that docs/heedctl.md fixes.
 * @now: Unix seconds; %HEED_NEVER for an archive, which has no now
 */
void
heed_command_check_add_json (GString *json, const HeedScorecard *scorecard, gint64 now)
{
  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_string (json, "company", scorecard->company);
  heed_command_json_add_string (json, "network", scorecard->network != NULL ? scorecard->network : ARCHIVE_NETWORK);
  heed_command_json_add_string (json, "account", scorecard->account);
  heed_command_json_add_string (json, "verdict", heed_verdict_to_string (scorecard->verdict));
  heed_command_json_add_string (json, "summary", scorecard->summary);
  add_notice (json, scorecard->notice);

  heed_command_json_begin_object (json, "period");
  heed_command_json_add_time (json, "from", scorecard->from);
  heed_command_json_add_time (json, "to", scorecard->until);
  heed_command_json_end_object (json);

  add_sample (json, "all", &scorecard->all);
  add_sample (json, "first", &scorecard->first);
  add_sample (json, "later", &scorecard->later);
  if (scorecard->has_open_hours)
    add_sample (json, "open_hours", &scorecard->open_hours);
  else
    heed_command_json_add_string (json, "open_hours", NULL);
  add_clocks (json, scorecard);
  add_effort (json, &scorecard->effort);
  add_kinds (json, scorecard);
  heed_command_json_add_share (json, "automated", scorecard->automated);
  add_templates (json, scorecard);
  heed_command_json_add_share (json, "signed", scorecard->signed_share);
  add_agents (json, scorecard);
  add_hours (json, scorecard, now);
  add_week (json, scorecard);
  add_left_out (json, scorecard);
  heed_command_json_add_strings (json, "reasons", scorecard->reasons);
  heed_command_json_end_object (json);
}
