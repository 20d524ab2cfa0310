/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>

#include "heed-command-check.h"
#include "heed-duty.h"

#define MOST_AGENTS 8

/* A span as people say it: "45 s", "12 min", "3.5 h", "4 days". */
static char *
format_span (double seconds)
{
  if (!isfinite (seconds))
    return g_strdup ("–");
  if (seconds < 90)
    return g_strdup_printf (_ ("%.0f s"), seconds);
  if (seconds < 90 * 60)
    return g_strdup_printf (_ ("%.0f min"), seconds / 60);
  if (seconds < 36 * 3600)
    return g_strdup_printf (_ ("%.1f h"), seconds / 3600);
  if (seconds < 10 * 86400)
    return g_strdup_printf (_ ("%.1f days"), seconds / 86400);
  return g_strdup_printf (_ ("%.0f days"), seconds / 86400);
}

/* "83 % (76–89 %, n = 120)" */
static char *
format_share (HeedShare share)
{
  if (share.n == 0 || !isfinite (share.value))
    return g_strdup (_ ("not known"));
  if (!isfinite (share.low) || !isfinite (share.high))
    return g_strdup_printf (_ ("%.0f %% (n = %u)"), 100 * share.value, share.n);
  return g_strdup_printf (_ ("%.0f %% (%.0f–%.0f %%, n = %u)"), 100 * share.value, 100 * share.low, 100 * share.high,
                          share.n);
}

static void
print_share (HeedCommandLine *line, const char *what, HeedShare share)
{
  g_autofree char *text = format_share (share);
  int gap = 28 - (int) g_utf8_strlen (what, -1);

  heed_command_print (line, "  %s%*s%s\n", what, MAX (gap, 1), "", text);
}

static void
print_spans (HeedCommandLine *line, const char *what, double median, double p90)
{
  g_autofree char *middle = format_span (median);
  g_autofree char *most = format_span (p90);
  int gap = 28 - (int) g_utf8_strlen (what, -1);

  heed_command_print (line, "  %s%*s", what, MAX (gap, 1), "");
  /* Translators: half of the answers came within the first time, nine of ten within the second. */
  heed_command_print (line, _ ("half within %s, nine of ten within %s"), middle, most);
  heed_command_print (line, "\n");
}

static void
print_sample (HeedCommandLine *line, const char *title, const HeedSample *sample)
{
  if (sample->messages == 0 && sample->answered == 0)
    return;

  heed_command_print (line, "\n");
  heed_command_print (
    line,
    /* Translators: what is counted, such as "All messages to it", and how many of them were answered. */
    ngettext ("%s: %u message, %u answered", "%s: %u messages, %u answered", sample->messages), title, sample->messages,
    sample->answered);
  heed_command_print (line, "\n");
  print_share (line, _ ("Answered in public"), sample->rate);
  print_spans (line, _ ("Time of those answered"), sample->answered_median_s, sample->answered_p90_s);
  print_spans (line, _ ("Counting the unanswered"), sample->median_s, sample->p90_s);
  print_share (line, _ ("Within an hour"), sample->within_1h);
  print_share (line, _ ("Within a day"), sample->within_24h);
  print_share (line, _ ("Within a week"), sample->within_7d);
}

static const char *const kind_names[HEED_N_REPLY_KINDS] = {
  N_ ("Answers the question"), N_ ("Does something about it"), N_ ("Asks for details"),
  N_ ("Asks to go private"),   N_ ("Sends elsewhere"),         N_ ("Apologises"),
  N_ ("Only acknowledges"),    N_ ("Promises something"),      N_ ("Refuses"),
  N_ ("Is a pleasantry"),
};

static void
print_kinds (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  if (scorecard->n_replies == 0)
    return;
  heed_command_print (line, "\n%s\n", _ ("What its replies do"));
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    print_share (line, _ (kind_names[i]), scorecard->kinds[i]);
  print_share (line, _ ("Automatic"), scorecard->automated);
  print_share (line, _ ("Signed"), scorecard->signed_share);
}

/* One line a clock: how often it was reached, and how soon. */
static void
print_clocks (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  static const char *const names[HEED_N_CLOCKS] = {
    N_ ("An automatic reply"), N_ ("A person’s reply"),     N_ ("A reply of substance"),
    N_ ("Sent elsewhere"),     N_ ("Confirmed as settled"),
  };
  const HeedSample *human = &scorecard->clocks[HEED_CLOCK_HUMAN].wall;

  if (human->messages == 0)
    return;
  heed_command_print (line, "\n");
  heed_command_print (line, ngettext ("How far %u conversation got", "How far %u conversations got", human->messages),
                      human->messages);
  heed_command_print (line, "\n");
  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    {
      const HeedSample *wall = &scorecard->clocks[i].wall;

      print_share (line, _ (names[i]), wall->rate);
      if (wall->answered > 0)
        print_spans (line, "", wall->answered_median_s, wall->answered_p90_s);
    }
}

static void
print_spread (HeedCommandLine *line, const char *what, HeedSpread spread)
{
  int gap = 28 - (int) g_utf8_strlen (what, -1);

  heed_command_print (line, "  %s%*s", what, MAX (gap, 1), "");
  /* Translators: numbers of messages: half of the conversations need at most the first, nine of ten the second. */
  heed_command_print (line, _ ("half up to %g, nine of ten up to %g"), spread.median, spread.p90);
  heed_command_print (line, "\n");
}

static void
print_effort (HeedCommandLine *line, const HeedEffort *effort)
{
  if (effort->conversations == 0)
    return;
  heed_command_print (line, "\n");
  heed_command_print (line,
                      ngettext ("What %u conversation with a reply took", "What %u conversations with a reply took",
                                effort->conversations),
                      effort->conversations);
  heed_command_print (line, "\n");
  print_spread (line, _ ("Messages of the customer"), effort->customer_messages);
  print_spread (line, _ ("Messages of the company"), effort->company_messages);
  print_spread (line, _ ("Steps asked of the customer"), effort->extra_steps);
  print_share (line, _ ("Confirmed as settled"), effort->solved);
  print_share (line, _ ("By a single reply"), effort->first_contact);
  print_share (line, _ ("Helped on the spot"), effort->in_channel);
  print_share (line, _ ("Handed over"), effort->hand_overs);
  print_share (line, _ ("Sent elsewhere again"), effort->redirect_loops);
  print_share (line, _ ("The same links over again"), effort->repeated_links);
  print_share (line, _ ("Cut off, with a link"), effort->truncated);
  for (guint i = 0; i < effort->most_repeated->len; i++)
    {
      const HeedRepeatedLink *repeated = effort->most_repeated->pdata[i];

      heed_command_print (line, "  %u × %s\n", repeated->replies, repeated->link);
    }
}

/* How many replies, how fast, when, and what most of them do, where that is understood. */
static void
print_agent (HeedCommandLine *line, const HeedAgent *agent)
{
  g_autofree char *median = format_span (agent->median_s);
  guint most = 0;

  for (guint i = 1; i < HEED_N_REPLY_KINDS; i++)
    most = agent->kinds[i] > agent->kinds[most] ? i : most;
  heed_command_print (line, "  %-12s ", agent->name);
  if (agent->kinds[most] > 0)
    heed_command_print (line,
                        /* Translators: the replies of one person, a time, the hours of the day in which most of them
                         * come, what most of them do, such as "Sends elsewhere", and how many do that. */
                        ngettext ("%u reply, half within %s, mostly %u–%u h; %s: %u",
                                  "%u replies, half within %s, mostly %u–%u h; %s: %u", agent->replies),
                        agent->replies, median, agent->from, agent->to, _ (kind_names[most]), agent->kinds[most]);
  else
    heed_command_print (line,
                        /* Translators: the same where it is not understood what the replies do. */
                        ngettext ("%u reply, half within %s, mostly %u–%u h",
                                  "%u replies, half within %s, mostly %u–%u h", agent->replies),
                        agent->replies, median, agent->from, agent->to);
  heed_command_print (line, "\n");
}

static void
print_agents (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  guint n = scorecard->agents != NULL ? scorecard->agents->len : 0;

  if (n == 0)
    return;
  heed_command_print (line, "\n%s\n", _ ("Who signs"));
  for (guint i = 0; i < MIN (n, MOST_AGENTS); i++)
    print_agent (line, scorecard->agents->pdata[i]);
  if (n > MOST_AGENTS)
    {
      heed_command_print (line, "  ");
      heed_command_print (line, ngettext ("%u more person signs.", "%u more people sign.", n - MOST_AGENTS),
                          n - MOST_AGENTS);
      heed_command_print (line, "\n");
    }
}

static const char *
get_cell_mark (HeedHourCell cell)
{
  if (!isfinite (cell.median_s))
    return cell.n > 0 ? "·" : " ";
  if (cell.median_s <= 15 * 60)
    return "█";
  if (cell.median_s <= 3600)
    return "▓";
  return cell.median_s <= 4 * 3600 ? "▒" : "░";
}

static void
print_week (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  const char *const days[] = { _ ("Mon"), _ ("Tue"), _ ("Wed"), _ ("Thu"), _ ("Fri"), _ ("Sat"), _ ("Sun") };

  heed_command_print (line, "\n");
  heed_command_print (line, _ ("The week, hour by hour (%s)"),
                      scorecard->timezone != NULL ? scorecard->timezone : "UTC");
  heed_command_print (line, "\n       0  3  6  9  12 15 18 21\n");
  for (guint day = 0; day < 7; day++)
    {
      heed_command_print (line, "  %-4s ", days[day]);
      for (guint hour = 0; hour < 24; hour++)
        heed_command_print (line, "%s", get_cell_mark (scorecard->week[day][hour]));
      heed_command_print (line, "\n");
    }
  heed_command_print (line, "  %s\n", _ ("█ half within 15 min   ▓ an hour   ▒ 4 hours   ░ later   · too few to say"));
}

static void
print_learned_hours (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  const char *const days[] = { _ ("Mon"), _ ("Tue"), _ ("Wed"), _ ("Thu"), _ ("Fri"), _ ("Sat"), _ ("Sun") };

  if (scorecard->stated_hours != NULL)
    {
      heed_command_print (line, "\n");
      heed_command_print (line, _ ("Hours it states: %s"), scorecard->stated_hours);
      heed_command_print (line, "\n");
    }
  if (!scorecard->has_learned_hours)
    return;
  heed_command_print (line, "\n%s\n", _ ("Hours in which it was seen to answer"));
  for (guint day = 0; day < 7; day++)
    {
      guint n = 0;

      heed_command_print (line, "  %-4s", days[day]);
      for (guint hour = 0; hour < 24; hour++)
        {
          guint from = hour;

          while (hour < 24 && scorecard->open[day][hour])
            hour++;
          if (hour > from)
            heed_command_print (line, "%s %02u–%02u", n++ > 0 ? "," : "", from, hour);
        }
      heed_command_print (line, "%s\n", n == 0 ? " –" : "");
    }
}

static void
print_now (HeedCommandLine *line, const HeedScorecard *scorecard, gint64 now, GTimeZone *zone)
{
  g_autofree char *duty = heed_duty_describe (scorecard, now, zone);

  if (duty != NULL)
    heed_command_print (line, "\n%s\n", duty);
}

static void
print_left_out (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  if (scorecard->left_out == NULL || g_hash_table_size (scorecard->left_out) == 0)
    return;

  g_autoptr (GList) sentences = g_list_sort (g_hash_table_get_keys (scorecard->left_out), (GCompareFunc) g_strcmp0);
  heed_command_print (line, "\n%s\n", _ ("Left out"));
  for (GList *l = sentences; l != NULL; l = l->next)
    heed_command_print (line, "  %u × %s\n", GPOINTER_TO_UINT (g_hash_table_lookup (scorecard->left_out, l->data)),
                        (const char *) l->data);
}

static void
print_title (HeedCommandLine *line, const HeedScorecard *scorecard)
{
  g_autofree char *from = heed_time_format (scorecard->from);
  g_autofree char *until = heed_time_format (scorecard->until);

  heed_command_print (line, "%s", scorecard->company);
  if (scorecard->account != NULL)
    heed_command_print (line, " (%s, %s)", scorecard->account, scorecard->network);
  heed_command_print (line, "\n%s\n", scorecard->summary != NULL ? scorecard->summary : "");
  heed_command_print (line, _ ("Seen from %.10s to %.10s."), from, until);
  heed_command_print (line, "\n");
}

/**
 * heed_command_check_print: writes a scorecard for people.
 * @now: Unix seconds; %HEED_NEVER for an archive, which has no now
 * @zone: the user's
 */
void
heed_command_check_print (HeedCommandLine *line, const HeedScorecard *scorecard, gint64 now, GTimeZone *zone)
{
  print_title (line, scorecard);
  print_sample (line, _ ("All messages to it"), &scorecard->all);
  print_sample (line, _ ("Messages that open a conversation"), &scorecard->first);
  print_sample (line, _ ("Later messages of a conversation"), &scorecard->later);
  if (scorecard->has_open_hours)
    print_sample (line, _ ("All messages, in its open hours"), &scorecard->open_hours);
  print_clocks (line, scorecard);
  print_effort (line, &scorecard->effort);
  print_kinds (line, scorecard);
  print_agents (line, scorecard);
  print_learned_hours (line, scorecard);
  print_now (line, scorecard, now, zone);
  if (scorecard->all.messages > 0)
    print_week (line, scorecard);
  if (scorecard->reasons != NULL && scorecard->reasons->len > 0)
    {
      heed_command_print (line, "\n%s\n", _ ("How this was found, and what it cannot say"));
      for (guint i = 0; i < scorecard->reasons->len; i++)
        heed_command_print (line, "  • %s\n", (const char *) scorecard->reasons->pdata[i]);
    }
  print_left_out (line, scorecard);
}
