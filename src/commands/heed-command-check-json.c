/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clocks.h"
#include "heed-command-check.h"
#include "heed-command-json.h"
#include "heed-presence.h"

/* An archive does not say which network it is from; its columns are those of X. */
#define ARCHIVE_NETWORK "x"

static void
add_notice (JsonBuilder *builder, const HeedNotice *notice)
{
  if (notice == NULL)
    {
      heed_command_json_add_string (builder, "notice", NULL);
      return;
    }
  json_builder_set_member_name (builder, "notice");
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "state", heed_notice_state_to_string (notice->state));
  heed_command_json_add_string (builder, "text", notice->text);
  heed_command_json_add_string (builder, "to", notice->to);
  heed_command_json_add_string (builder, "where", heed_notice_place_to_string (notice->where));
  json_builder_end_object (builder);
}

static void
add_sample (JsonBuilder *builder, const char *key, const HeedSample *sample)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "messages", sample->messages);
  heed_command_json_add_count (builder, "answered", sample->answered);
  heed_command_json_add_share (builder, "rate", sample->rate);

  json_builder_set_member_name (builder, "answered_only");
  json_builder_begin_object (builder);
  heed_command_json_add_number (builder, "median_s", sample->answered_median_s);
  heed_command_json_add_number (builder, "p90_s", sample->answered_p90_s);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "with_unanswered");
  json_builder_begin_object (builder);
  heed_command_json_add_number (builder, "median_s", sample->median_s);
  heed_command_json_add_number (builder, "p90_s", sample->p90_s);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "within");
  json_builder_begin_object (builder);
  heed_command_json_add_share (builder, "1h", sample->within_1h);
  heed_command_json_add_share (builder, "24h", sample->within_24h);
  heed_command_json_add_share (builder, "7d", sample->within_7d);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_kinds (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_object (builder);
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    heed_command_json_add_share (builder, heed_reply_kind_to_string (1 << i), scorecard->kinds[i]);
  json_builder_end_object (builder);
}

static void
add_templates (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  json_builder_set_member_name (builder, "automated_examples");
  json_builder_begin_array (builder);
  for (guint i = 0; i < scorecard->templates->len; i++)
    {
      const HeedTemplate *template = scorecard->templates->pdata[i];

      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "text", template->text);
      heed_command_json_add_count (builder, "replies", template->replies);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_counts (JsonBuilder *builder, const char *key, const guint *counts, guint n)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    heed_command_json_add_count (builder, NULL, counts[i]);
  json_builder_end_array (builder);
}

static void
add_kind_counts (JsonBuilder *builder, const HeedAgent *agent)
{
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_object (builder);
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    heed_command_json_add_count (builder, heed_reply_kind_to_string (1 << i), agent->kinds[i]);
  json_builder_end_object (builder);
}

static void
add_agents (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  json_builder_set_member_name (builder, "agents");
  json_builder_begin_array (builder);
  for (guint i = 0; scorecard->agents != NULL && i < scorecard->agents->len; i++)
    {
      const HeedAgent *agent = scorecard->agents->pdata[i];

      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "name", agent->name);
      heed_command_json_add_count (builder, "replies", agent->replies);
      heed_command_json_add_number (builder, "median_s", agent->median_s);
      add_counts (builder, "hours", agent->hours, G_N_ELEMENTS (agent->hours));
      add_counts (builder, "days", agent->days, G_N_ELEMENTS (agent->days));
      json_builder_set_member_name (builder, "span");
      json_builder_begin_object (builder);
      heed_command_json_add_count (builder, "from", agent->from);
      heed_command_json_add_count (builder, "to", agent->to);
      json_builder_end_object (builder);
      heed_command_json_add_count (builder, "understood", agent->understood);
      add_kind_counts (builder, agent);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Seven times 24 hours; @open is NULL where they are not known. */
static void
add_table (JsonBuilder *builder, const char *key, const gboolean (*open)[24])
{
  json_builder_set_member_name (builder, key);
  if (open == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint day = 0; day < 7; day++)
    {
      json_builder_begin_array (builder);
      for (guint hour = 0; hour < 24; hour++)
        heed_command_json_add_count (builder, NULL, open[day][hour] ? 1 : 0);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

/* When posts say that weekdays begin or end. */
static void
add_day_end (JsonBuilder *builder, const char *key, const HeedDayEnd *end)
{
  g_autofree char *at = end->is_known ? g_strdup_printf ("%02u:%02u", end->minute / 60 % 24, end->minute % 60) : NULL;

  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "at", at);
  heed_command_json_add_count (builder, "days", end->days);
  heed_command_json_add_count (builder, "of", end->of);
  json_builder_end_object (builder);
}

static void
add_comparison (JsonBuilder *builder, const HeedPresence *presence)
{
  json_builder_set_member_name (builder, "compared");
  if (!presence->has_comparison)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "stated", presence->n_stated);
  heed_command_json_add_count (builder, "lived", presence->n_lived);
  heed_command_json_add_count (builder, "both", presence->n_both);
  heed_command_json_add_count (builder, "unseen", presence->n_unseen);
  heed_command_json_add_count (builder, "beyond", presence->n_beyond);
  json_builder_end_object (builder);
}

static void
add_holidays (JsonBuilder *builder, const HeedPresence *presence)
{
  json_builder_set_member_name (builder, "holidays");
  if (presence->country == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "country", presence->country);
  heed_command_json_add_share (builder, "replied", presence->on_holidays);
  heed_command_json_add_share (builder, "like_days", presence->on_like_days);
  json_builder_end_object (builder);
}

/* Whether somebody is there now; null where there is no now, or no hours are known. */
static void
add_now (JsonBuilder *builder, const HeedScorecard *scorecard, gint64 now)
{
  g_auto (HeedCompanyHours) company = { 0 };
  gboolean is_open;
  gint64 change;

  json_builder_set_member_name (builder, "now");
  if (now == HEED_NEVER || !heed_company_hours_init (&company, scorecard))
    {
      json_builder_add_null_value (builder);
      return;
    }
  gboolean changes = heed_open_hours_get_change (&company.hours, now, &is_open, &change);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "open");
  json_builder_add_boolean_value (builder, is_open);
  if (changes)
    heed_command_json_add_time (builder, is_open ? "until" : "back", change);
  else
    heed_command_json_add_string (builder, is_open ? "until" : "back", NULL);
  json_builder_end_object (builder);
}

static void
add_hours (JsonBuilder *builder, const HeedScorecard *scorecard, gint64 now)
{
  const HeedPresence *presence = &scorecard->presence;

  json_builder_set_member_name (builder, "hours");
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "stated", scorecard->stated_hours);
  add_table (builder, "stated_week", presence->has_stated ? presence->stated : NULL);
  add_table (builder, "learned", scorecard->has_learned_hours ? scorecard->open : NULL);
  heed_command_json_add_string (builder, "timezone", scorecard->timezone);
  heed_command_json_add_string (builder, "timezone_from", heed_zone_from_to_string (presence->zone_from));
  heed_command_json_add_number (builder, "timezone_certainty", presence->zone_certainty);
  add_comparison (builder, presence);
  add_day_end (builder, "opening", &presence->ends.opening[HEED_WEEKDAYS]);
  add_day_end (builder, "closing", &presence->ends.closing[HEED_WEEKDAYS]);
  add_holidays (builder, presence);
  add_now (builder, scorecard, now);
  json_builder_end_object (builder);
}

static void
add_week (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  json_builder_set_member_name (builder, "week");
  json_builder_begin_array (builder);
  for (guint day = 0; day < 7; day++)
    {
      json_builder_begin_array (builder);
      for (guint hour = 0; hour < 24; hour++)
        {
          json_builder_begin_object (builder);
          heed_command_json_add_count (builder, "n", scorecard->week[day][hour].n);
          heed_command_json_add_number (builder, "median_s", scorecard->week[day][hour].median_s);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_left_out (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  GHashTableIter iter;
  gpointer why, n;

  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "rows", scorecard->left_out_rows);
  json_builder_set_member_name (builder, "why");
  json_builder_begin_object (builder);
  if (scorecard->left_out != NULL)
    {
      g_hash_table_iter_init (&iter, scorecard->left_out);
      while (g_hash_table_iter_next (&iter, &why, &n))
        heed_command_json_add_count (builder, why, GPOINTER_TO_UINT (n));
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_clocks (JsonBuilder *builder, const HeedScorecard *scorecard)
{
  json_builder_set_member_name (builder, "clocks");
  json_builder_begin_object (builder);
  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    {
      json_builder_set_member_name (builder, heed_clock_kind_to_string (i));
      json_builder_begin_object (builder);
      add_sample (builder, "wall", &scorecard->clocks[i].wall);
      if (scorecard->has_open_hours)
        add_sample (builder, "open_hours", &scorecard->clocks[i].open_hours);
      else
        heed_command_json_add_string (builder, "open_hours", NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_spread (JsonBuilder *builder, const char *key, HeedSpread spread)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  heed_command_json_add_number (builder, "median", spread.median);
  heed_command_json_add_number (builder, "p90", spread.p90);
  json_builder_end_object (builder);
}

static void
add_effort (JsonBuilder *builder, const HeedEffort *effort)
{
  json_builder_set_member_name (builder, "effort");
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "conversations", effort->conversations);
  add_spread (builder, "customer_messages", effort->customer_messages);
  add_spread (builder, "company_messages", effort->company_messages);
  add_spread (builder, "extra_steps", effort->extra_steps);
  heed_command_json_add_share (builder, "solved", effort->solved);
  heed_command_json_add_share (builder, "first_contact", effort->first_contact);
  heed_command_json_add_share (builder, "in_channel", effort->in_channel);
  heed_command_json_add_share (builder, "hand_overs", effort->hand_overs);
  heed_command_json_add_share (builder, "redirect_loops", effort->redirect_loops);
  heed_command_json_add_share (builder, "links", effort->links);
  heed_command_json_add_share (builder, "repeated_links", effort->repeated_links);
  heed_command_json_add_share (builder, "truncated", effort->truncated);
  json_builder_set_member_name (builder, "most_repeated");
  json_builder_begin_array (builder);
  for (guint i = 0; i < effort->most_repeated->len; i++)
    {
      const HeedRepeatedLink *repeated = effort->most_repeated->pdata[i];

      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "link", repeated->link);
      heed_command_json_add_count (builder, "replies", repeated->replies);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * heed_command_check_add_json: writes a scorecard with the keys that docs/heedctl.md fixes.
 * @now: Unix seconds; %HEED_NEVER for an archive, which has no now
 */
void
heed_command_check_add_json (JsonBuilder *builder, const HeedScorecard *scorecard, gint64 now)
{
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "company", scorecard->company);
  heed_command_json_add_string (builder, "network", scorecard->network != NULL ? scorecard->network : ARCHIVE_NETWORK);
  heed_command_json_add_string (builder, "account", scorecard->account);
  heed_command_json_add_string (builder, "verdict", heed_verdict_to_string (scorecard->verdict));
  heed_command_json_add_string (builder, "summary", scorecard->summary);
  add_notice (builder, scorecard->notice);

  json_builder_set_member_name (builder, "period");
  json_builder_begin_object (builder);
  heed_command_json_add_time (builder, "from", scorecard->from);
  heed_command_json_add_time (builder, "to", scorecard->until);
  json_builder_end_object (builder);

  add_sample (builder, "all", &scorecard->all);
  add_sample (builder, "first", &scorecard->first);
  add_sample (builder, "later", &scorecard->later);
  if (scorecard->has_open_hours)
    add_sample (builder, "open_hours", &scorecard->open_hours);
  else
    heed_command_json_add_string (builder, "open_hours", NULL);
  add_clocks (builder, scorecard);
  add_effort (builder, &scorecard->effort);
  add_kinds (builder, scorecard);
  heed_command_json_add_share (builder, "automated", scorecard->automated);
  add_templates (builder, scorecard);
  heed_command_json_add_share (builder, "signed", scorecard->signed_share);
  add_agents (builder, scorecard);
  add_hours (builder, scorecard, now);
  add_week (builder, scorecard);
  add_left_out (builder, scorecard);
  heed_command_json_add_strings (builder, "reasons", scorecard->reasons);
  json_builder_end_object (builder);
}
