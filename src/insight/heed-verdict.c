/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "heed-presence.h"
#include "heed-wording.h"

/* The thresholds; docs/statistics.md says why. */
#define DORMANT_S (30 * 24 * 3600)
#define SILENT_RATE 0.10
#define IN_TIME_SHARE 0.5
#define REDIRECT_SHARE 0.5
#define AUTOMATED_SHARE 0.5
#define MISSING_SHARE 0.5
#define FAREWELL_S (7 * 24 * 3600)

/* What is said of conversations only from this share on. */
#define TELLING_SHARE 0.2

static const char *const verdict_words[] = {
  [HEED_VERDICT_UNKNOWN] = "unknown",     [HEED_VERDICT_ANSWERS] = "answers",     [HEED_VERDICT_SLOW] = "slow",
  [HEED_VERDICT_REDIRECTS] = "redirects", [HEED_VERDICT_AUTOMATED] = "automated", [HEED_VERDICT_SILENT] = "silent",
  [HEED_VERDICT_DORMANT] = "dormant",
};

/** heed_verdict_to_string: (transfer none): the verdict's word in the contract of the command line. */
const char *
heed_verdict_to_string (HeedVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdict_words), NULL);

  return verdict_words[verdict];
}

/* The time of the last thing the company wrote, G_MININT64 for none. */
static gint64
get_last_post (const HeedExchangeSet *set)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < set->own_posts->len; i++)
    last = MAX (last, g_array_index (set->own_posts, HeedOwnPost, i).at);
  for (guint i = 0; i < set->replies->len; i++)
    last = MAX (last, g_array_index (set->replies, HeedReply, i).at);
  return last;
}

/* How many replies answer messages that were not seen. */
static guint
count_orphans (const HeedExchangeSet *set)
{
  guint n = 0;

  for (guint i = 0; i < set->replies->len; i++)
    n += g_array_index (set->replies, HeedReply, i).lag_s == HEED_NO_LAG ? 1 : 0;
  return n;
}

/* Whether most of what it answered was not seen: then the messages that were seen are no sample of what it is sent. */
static gboolean
is_torn (const HeedExchangeSet *set)
{
  return set->replies->len >= HEED_VERDICT_MIN_MESSAGES && count_orphans (set) > MISSING_SHARE * set->replies->len;
}

/* Nothing written for long. The posts of an account are read whole; in an archive its silence shows only where
 * messages to it went on. */
static gboolean
is_dormant (const HeedExchangeSet *set, const HeedScorecardOptions *options, gint64 last_post)
{
  guint n_later = 0;

  if (last_post >= set->until - DORMANT_S)
    return FALSE;
  for (guint i = 0; i < set->exchanges->len; i++)
    n_later += g_array_index (set->exchanges, HeedExchange, i).asked_at > last_post ? 1 : 0;
  return options->account != NULL || n_later >= HEED_VERDICT_MIN_MESSAGES;
}

/* Answers that came although the account says that none come, from a week after it said so, for who bids farewell is
 * still spoken to; where its word has no date, those of the last week. To send people away is no answer then. */
static guint
count_answers_against (const HeedExchangeSet *set, const HeedNotice *notice)
{
  gint64 since = notice->at > 0 ? notice->at + FAREWELL_S : set->until - FAREWELL_S;
  guint n = 0;

  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);

      n += reply->at >= since && (reply->kinds & HEED_REPLY_REDIRECTS) == 0 ? 1 : 0;
    }
  return n;
}

/* Whether the account says that it is not used for answering any more. */
static gboolean
says_gone (const HeedScorecard *scorecard)
{
  return scorecard->notice != NULL && scorecard->notice->state >= HEED_NOTICE_LEFT;
}

/* Whether that is so, for all that was seen. It is the account's word, so no number of messages is needed for it. */
static gboolean
is_gone (const HeedScorecard *scorecard, const HeedExchangeSet *set)
{
  return says_gone (scorecard) && count_answers_against (set, scorecard->notice) < HEED_VERDICT_MIN_MESSAGES;
}

static gboolean
is_at_least (HeedShare share, double value)
{
  return share.n >= HEED_VERDICT_MIN_MESSAGES && share.value >= value;
}

static HeedShare
get_redirects (const HeedScorecard *scorecard)
{
  return scorecard->kinds[g_bit_nth_lsf (HEED_REPLY_REDIRECTS, -1)];
}

static HeedVerdict
decide (const HeedScorecard *scorecard, const HeedExchangeSet *set, const HeedScorecardOptions *options,
        gint64 last_post)
{
  const HeedSample *all = &scorecard->all;

  if (is_gone (scorecard, set))
    return HEED_VERDICT_DORMANT;
  if (all->rate.n < HEED_VERDICT_MIN_MESSAGES || is_torn (set))
    return HEED_VERDICT_UNKNOWN;
  if (is_dormant (set, options, last_post))
    return HEED_VERDICT_DORMANT;
  if (all->rate.value < SILENT_RATE)
    return HEED_VERDICT_SILENT;
  if (options->is_bot || is_at_least (scorecard->automated, AUTOMATED_SHARE))
    return HEED_VERDICT_AUTOMATED;
  if (all->within_24h.value < IN_TIME_SHARE)
    return HEED_VERDICT_SLOW;
  if (is_at_least (get_redirects (scorecard), REDIRECT_SHARE))
    return HEED_VERDICT_REDIRECTS;
  return HEED_VERDICT_ANSWERS;
}

/* "143 messages, 12 Aug 2025 – 20 Nov 2025": how much the sentence rests on. */
static char *
describe_sample (const HeedScorecard *scorecard, guint n, GTimeZone *zone)
{
  g_autofree char *from = heed_wording_day (scorecard->from, zone);
  g_autofree char *until = heed_wording_day (scorecard->until, zone);

  /* Translators: the number of messages, then the first and the last day. */
  return g_strdup_printf (ngettext ("%u message, %s – %s", "%u messages, %s – %s", n), n, from, until);
}

/* The sentence where how often it answers cannot be said. */
static char *
describe_unknown (const HeedScorecard *scorecard, const char *sample)
{
  const HeedSample *all = &scorecard->all;
  gboolean is_enough = all->rate.n == 0 || all->rate.n >= HEED_VERDICT_MIN_MESSAGES;

  if (is_enough && all->answered >= HEED_VERDICT_MIN_MESSAGES)
    {
      g_autofree char *typical = heed_wording_duration (all->answered_median_s);

      return g_strdup_printf (_ ("How often it answers cannot be seen here; where it did, the answer typically came "
                                 "after %s (%s)."),
                              typical, sample);
    }
  if (is_enough && all->rate.n > 0)
    return g_strdup_printf (_ ("How often it answers cannot be seen here (%s)."), sample);
  return g_strdup_printf (
    ngettext ("Too little was seen to judge: Heed needs %u message whose silence can be seen (%s).",
              "Too little was seen to judge: Heed needs %u messages whose silence can be seen "
              "(%s).",
              HEED_VERDICT_MIN_MESSAGES),
    HEED_VERDICT_MIN_MESSAGES, sample);
}

/* A curve that ends at nothing has no bounds of its own; then only the answered messages bear it, and Wilson's interval
 * of all of so many says how little a few of them prove. */
static char *
describe_within_a_day (const HeedSample *all)
{
  HeedShare share = all->within_24h;
  guint n_answered = (guint) lround (all->rate.value * all->rate.n);

  if (isnan (share.low) && share.value >= 1 && n_answered > 0)
    share = heed_statistics_share (n_answered, n_answered);
  long value = lround (share.value * 100);

  if (isnan (share.low) || isnan (share.high))
    return g_strdup_printf (_ ("%ld %% within a day"), value);
  /* Translators: a share and its 95 % interval. */
  return g_strdup_printf (_ ("%ld %% within a day (%ld–%ld %%)"), value, lround (share.low * 100),
                          lround (share.high * 100));
}

/* "71 % within a day (62–79 %), typically after 38 minutes" */
static char *
describe_speed (const HeedSample *all)
{
  double median = isnan (all->median_s) ? all->answered_median_s : all->median_s;
  g_autofree char *share = describe_within_a_day (all);
  g_autofree char *typical = isnan (median) ? NULL : heed_wording_duration (median);

  if (typical == NULL)
    return g_steal_pointer (&share);
  if (isnan (all->median_s))
    /* Translators: "30 % within a day (20–40 %)", then a duration. Less than half of the messages are ever answered. */
    return g_strdup_printf (_ ("%s; where it answers, typically after %s"), share, typical);
  /* Translators: "71 % within a day (62–79 %)", then a duration. */
  return g_strdup_printf (_ ("%s, typically after %s"), share, typical);
}

/* Its own word, where that decides. */
static char *
describe_notice (const HeedScorecard *scorecard, const char *sample)
{
  g_autofree char *notice = heed_notice_describe (scorecard->notice);

  /* Translators: "It moved to @a@b (its profile says so)", then "143 messages, 12 Aug 2025 – 20 Nov 2025". */
  return g_strdup_printf (_ ("%s; seen were %s."), notice, sample);
}

/* S11: who posts and does not answer is there, but not for that. */
static char *
describe_silent (const HeedScorecard *scorecard, guint n_posts, const char *sample)
{
  guint n = scorecard->all.answered;
  g_autofree char *answers = g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);
  g_autofree char *posts = g_strdup_printf (ngettext ("%u post of its own", "%u posts of its own", n_posts), n_posts);

  if (n_posts < HEED_VERDICT_MIN_MESSAGES)
    /* Translators: "2 answers", then "143 messages, 12 Aug 2025 – 20 Nov 2025". */
    return g_strdup_printf (_ ("Hardly ever answers in public: %s (%s)."), answers, sample);
  if (n == 0)
    /* Translators: "12 posts of its own", then "143 messages, 12 Aug 2025 – 20 Nov 2025". */
    return g_strdup_printf (_ ("Posts but answers nobody in public: %s, not one answer (%s)."), posts, sample);
  /* Translators: "12 posts of its own", then "2 answers", then "143 messages, 12 Aug 2025 – 20 Nov 2025". */
  return g_strdup_printf (_ ("Posts but hardly ever answers in public: %s, %s (%s)."), posts, answers, sample);
}

static char *
describe (const HeedScorecard *scorecard, const HeedExchangeSet *set, gint64 last_post, GTimeZone *zone)
{
  g_autofree char *sample = describe_sample (scorecard, scorecard->all.messages, zone);
  g_autofree char *speed = NULL;

  if (is_gone (scorecard, set))
    return describe_notice (scorecard, sample);
  if (scorecard->verdict == HEED_VERDICT_UNKNOWN)
    return describe_unknown (scorecard, sample);
  speed = describe_speed (&scorecard->all);
  switch (scorecard->verdict)
    {
    case HEED_VERDICT_DORMANT:
      {
        g_autofree char *day = last_post != G_MININT64 ? heed_wording_day (last_post, zone) : NULL;

        return day != NULL ? g_strdup_printf (_ ("Seems abandoned: it has written nothing since %s (%s)."), day, sample)
                           : g_strdup_printf (_ ("Seems abandoned: it has written nothing (%s)."), sample);
      }
    case HEED_VERDICT_SILENT:
      return describe_silent (scorecard, set->own_posts->len, sample);
    case HEED_VERDICT_SLOW:
      return g_strdup_printf (_ ("Answers late or not at all: %s (%s)."), speed, sample);
    case HEED_VERDICT_AUTOMATED:
      return g_strdup_printf (_ ("Answers by machine: %s (%s)."), speed, sample);
    case HEED_VERDICT_REDIRECTS:
      return g_strdup_printf (_ ("Answers, but mostly sends people elsewhere: %s (%s)."), speed, sample);
    case HEED_VERDICT_ANSWERS:
    case HEED_VERDICT_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Usually answers: %s (%s)."), speed, sample);
    }
}

static void G_GNUC_PRINTF (2, 3) add_reason (HeedScorecard *scorecard, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (scorecard->reasons, g_strdup_vprintf (format, args));
  va_end (args);
}

/* How much of it a machine seems to write, and the text that came most often. */
static void
add_automation_reasons (HeedScorecard *scorecard)
{
  HeedShare automated = scorecard->automated;

  if (automated.n < HEED_VERDICT_MIN_MESSAGES || automated.value <= 0)
    return;
  g_autofree char *share = heed_wording_share (automated);
  add_reason (scorecard,
              ngettext ("%s of its replies look automatic: unsigned and nearly the same, or too fast for a person (%u "
                        "reply).",
                        "%s of its replies look automatic: unsigned and nearly the same, or too fast for a person (%u "
                        "replies).",
                        automated.n),
              share, automated.n);
  if (scorecard->templates->len > 0)
    {
      const HeedTemplate *most = scorecard->templates->pdata[0];

      /* Translators: a number of replies, then the text they have in common. */
      add_reason (scorecard,
                  ngettext ("%u reply is nearly this: “%s”", "%u replies are nearly this: “%s”", most->replies),
                  most->replies, most->text);
    }
}

/* What it says of itself, and what the figures say to that. */
static void
add_notice_reasons (HeedScorecard *scorecard, const HeedExchangeSet *set, const HeedScorecardOptions *options)
{
  if (options->offers_help)
    add_reason (scorecard, "%s", _ ("Its bio says that it is there to help."));
  if (scorecard->notice == NULL)
    return;
  guint n = count_answers_against (set, scorecard->notice);
  g_autofree char *notice = heed_notice_describe (scorecard->notice);

  if (!says_gone (scorecard))
    /* Translators: "For help it names @a: “…” (its bio)". */
    add_reason (scorecard, _ ("%s."), notice);
  else if (is_gone (scorecard, set))
    add_reason (scorecard, "%s",
                _ ("An account’s own word that it does not answer is taken for true unless it goes on "
                   "answering."));
  else if (scorecard->notice->at > 0)
    /* Translators: "It says that it no longer answers here: “…” (its bio)", then the number of answers. */
    add_reason (scorecard,
                ngettext ("%s. But %u answer came more than a week after that, so the figures count.",
                          "%s. But %u answers came more than a week after that, so the figures count.", n),
                notice, n);
  else
    /* Translators: "It says that it no longer answers here: “…” (its bio)", then the number of answers. */
    add_reason (scorecard,
                ngettext ("%s. But %u answer came in the last week, so the figures count.",
                          "%s. But %u answers came in the last week, so the figures count.", n),
                notice, n);
}

static gboolean
is_telling (HeedShare share)
{
  return is_at_least (share, TELLING_SHARE);
}

/* How conversations end and what they cost, where that tells something (S51 to S54). */
static void
add_effort_reasons (HeedScorecard *scorecard)
{
  const HeedEffort *effort = &scorecard->effort;

  if (effort->solved.n >= HEED_VERDICT_MIN_MESSAGES && effort->solved.value > 0)
    {
      g_autofree char *share = heed_wording_share (effort->solved);

      add_reason (scorecard,
                  ngettext ("In %s of the conversations in which it answered the customer said that it was settled (%u "
                            "conversation).",
                            "In %s of the conversations in which it answered the customer said that it was settled (%u "
                            "conversations).",
                            effort->conversations),
                  share, effort->conversations);
    }
  if (is_telling (effort->redirect_loops))
    {
      g_autofree char *share = heed_wording_share (effort->redirect_loops);
      add_reason (scorecard,
                  _ ("In %s of the conversations in which it answered the customer was sent elsewhere twice or more."),
                  share);
    }
  if (is_telling (effort->repeated_links))
    {
      g_autofree char *share = heed_wording_share (effort->repeated_links);
      add_reason (scorecard, _ ("%s of its replies hold a link that comes again and again."), share);
    }
  if (is_telling (effort->truncated))
    {
      g_autofree char *share = heed_wording_share (effort->truncated);
      add_reason (scorecard, _ ("%s of its replies are cut off: one must follow a link to read them."), share);
    }
}

/* What the replies do, where that tells something. */
static void
add_reply_reasons (HeedScorecard *scorecard)
{
  HeedShare redirects = get_redirects (scorecard);
  guint n_others = scorecard->n_replies - scorecard->kinds[0].n;

  if (redirects.n >= HEED_VERDICT_MIN_MESSAGES)
    {
      g_autofree char *share = heed_wording_share (redirects);

      add_reason (scorecard,
                  ngettext ("%s of its replies send people elsewhere, by a first guess from the words of %u reply.",
                            "%s of its replies send people elsewhere, by a first guess from the words of %u replies.",
                            redirects.n),
                  share, redirects.n);
    }
  add_automation_reasons (scorecard);
  add_effort_reasons (scorecard);
  if (n_others > 0)
    add_reason (scorecard,
                ngettext ("%u reply could not be understood, for its language or for want of words; it is left out of "
                          "what replies do.",
                          "%u replies could not be understood, for their language or for want of words; they are left "
                          "out of what replies do.",
                          n_others),
                n_others);
}

/* What cannot be seen, said plainly. */
static void
add_limits (HeedScorecard *scorecard, const HeedExchangeSet *set, const HeedScorecardOptions *options)
{
  guint n_hidden = scorecard->all.messages - scorecard->all.rate.n;
  guint n_orphans = count_orphans (set);

  if (n_orphans > 0)
    add_reason (scorecard,
                ngettext ("%u of its replies answers a message that was not seen.",
                          "%u of its replies answer messages that were not seen.", n_orphans),
                n_orphans);
  if (is_torn (set))
    add_reason (scorecard, "%s",
                _ ("Most of what it answered was not seen, so the share of answers here says little about how often it "
                   "answers."));

  if (set->replies->len == 0 && set->own_posts->len >= HEED_VERDICT_MIN_MESSAGES)
    add_reason (scorecard,
                ngettext ("It wrote %u post of its own in this time, and no answer of it was seen.",
                          "It wrote %u posts of its own in this time, and no answer of it was seen.",
                          set->own_posts->len),
                set->own_posts->len);
  if (n_hidden > 0)
    add_reason (scorecard,
                ngettext ("%u message is known only because it was answered; it counts for speed, not for how often "
                          "answers come.",
                          "%u messages are known only because they were answered; they count for speed, not for how "
                          "often answers come.",
                          n_hidden),
                n_hidden);
  if (options->is_bot)
    add_reason (scorecard, "%s", _ ("The account says of itself that a program writes for it."));
  add_reason (scorecard, "%s",
              _ ("Private answers cannot be seen: no public reply seen does not mean that nobody was answered."));
  for (guint i = 0; options->caveats != NULL && options->caveats[i] != NULL; i++)
    add_reason (scorecard, "%s", options->caveats[i]);
}

/**
 * heed_verdict_fill: concludes from the figures: verdict, summary, reasons.
 * @scorecard: with all figures
 * @zone: in which dates are written
 */
void
heed_verdict_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, const HeedScorecardOptions *options,
                   GTimeZone *zone)
{
  g_return_if_fail (scorecard != NULL && set != NULL && options != NULL && zone != NULL);

  gint64 last_post = get_last_post (set);
  scorecard->verdict = decide (scorecard, set, options, last_post);
  scorecard->summary = describe (scorecard, set, last_post, zone);
  add_notice_reasons (scorecard, set, options);
  add_reply_reasons (scorecard);
  heed_presence_add_reasons (scorecard);
  add_limits (scorecard, set, options);
}
