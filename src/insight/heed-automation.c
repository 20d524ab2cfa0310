/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-automation.h"

#include "heed-near-duplicates.h"

/* The thresholds; docs/statistics.md says why. */
#define MIN_COPIES_SHARE 0.01
#define MAX_SIGNED_SHARE 0.1
#define AT_ONCE_S 10
#define MIN_AT_ONCE 3
#define MAX_TEMPLATES 3

/* One group of replies that are nearly the same. */
typedef struct
{
  guint n;
  guint n_signed;
} Group;

static void
template_free (HeedTemplate *template)
{
  g_free (template->text);
  g_free (template);
}

static gboolean
is_at_once (const HeedReply *reply)
{
  return reply->lag_s >= 0 && reply->lag_s <= AT_ONCE_S;
}

static guint
count_at_once (const HeedReply *replies, guint n)
{
  guint n_at_once = 0;

  for (guint i = 0; i < n; i++)
    n_at_once += is_at_once (&replies[i]) ? 1 : 0;
  return n_at_once;
}

/* People who answer with ready-made texts sign them; where hardly one is signed, nobody says to have written it. */
static gboolean
is_mostly_unsigned (const Group *group)
{
  return group->n_signed <= MAX_SIGNED_SHARE * group->n;
}

static gboolean
is_template (const Group *group, guint n_replies)
{
  return group->n >= HEED_AUTOMATION_MIN_COPIES && group->n >= MIN_COPIES_SHARE * n_replies
         && is_mostly_unsigned (group);
}

static Group *
count_groups (const HeedReply *replies, guint n, const guint32 *groups, guint n_groups)
{
  Group *counts = g_new0 (Group, MAX (n_groups, 1));

  for (guint i = 0; i < n; i++)
    if (groups[i] != HEED_NO_GROUP)
      {
        counts[groups[i]].n++;
        counts[groups[i]].n_signed += replies[i].agent != HEED_NO_AGENT ? 1 : 0;
      }
  return counts;
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const HeedTemplate *first = *(HeedTemplate *const *) a, *second = *(HeedTemplate *const *) b;

  return first->replies > second->replies ? -1 : first->replies < second->replies;
}

/* The texts of the largest templates, one each. */
static void
add_templates (HeedScorecard *scorecard, const HeedExchangeSet *set, const guint32 *groups, const Group *counts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < set->examples->len; i++)
    {
      const HeedReplyExample *example = set->examples->pdata[i];
      guint32 group = example->reply < set->replies->len ? groups[example->reply] : HEED_NO_GROUP;

      if (group == HEED_NO_GROUP || !is_template (&counts[group], set->replies->len)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (group)))
        continue;
      HeedTemplate *template = g_new0 (HeedTemplate, 1);
      template->text = g_strdup (example->text);
      template->replies = counts[group].n;
      g_ptr_array_add (scorecard->templates, template);
    }
  g_ptr_array_sort (scorecard->templates, compare_templates);
  g_ptr_array_set_size (scorecard->templates, MIN (scorecard->templates->len, MAX_TEMPLATES));
}

/* One reply by its signature and by what is like it; a few copies are too many for chance and too few for a machine. */
static HeedAutomated
judge_reply (const HeedReply *reply, const Group *group, guint n_replies)
{
  if (reply->agent != HEED_NO_AGENT)
    return HEED_AUTOMATED_NO;
  if (group != NULL && is_template (group, n_replies))
    return HEED_AUTOMATED_YES;
  if (group == NULL || n_replies < HEED_AUTOMATION_MIN_REPLIES)
    return HEED_AUTOMATED_UNKNOWN;
  return group->n == 1 || !is_mostly_unsigned (group) ? HEED_AUTOMATED_NO : HEED_AUTOMATED_UNKNOWN;
}

/**
 * heed_automation_judge: whether a machine seems to have written each of a company's replies, by their texts alone
 * (S12, S13, S66).
 * @replies: of one company; signature and fingerprint are looked at
 *
 * Signed is a person's, however often it was sent. Unsigned and one of a template's copies is a machine's. Unlike every
 * other is a person's where at least %HEED_AUTOMATION_MIN_REPLIES are known. Of the rest it cannot be told.
 *
 * Returns: (transfer full) (array length=n): one for each
 */
HeedAutomated *
heed_automation_judge (const HeedReply *replies, guint n)
{
  g_return_val_if_fail (replies != NULL || n == 0, NULL);

  guint n_groups = 0;
  g_autofree guint32 *groups = heed_near_duplicates_group (replies, n, &n_groups);
  g_autofree Group *counts = count_groups (replies, n, groups, n_groups);
  HeedAutomated *judged = g_new (HeedAutomated, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    judged[i] = judge_reply (&replies[i], groups[i] != HEED_NO_GROUP ? &counts[groups[i]] : NULL, n);
  return judged;
}

/**
 * heed_automation_fill: how many replies a machine seems to have written, and what they say (S12, S13).
 * @is_bot: the network says that a program writes
 *
 * A reply is taken for a machine's when it came faster than anybody reads; or when, unsigned, it is one of many that
 * are nearly the same; or when it is unsigned and the account calls itself a bot. docs/statistics.md has the
 * thresholds.
 *
 * Returns: (transfer full): for each reply of @set whether it was taken for a machine's
 */
gboolean *
heed_automation_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, gboolean is_bot)
{
  g_return_val_if_fail (scorecard != NULL && set != NULL, NULL);

  const HeedReply *replies = (const HeedReply *) (gpointer) set->replies->data;
  guint n = set->replies->len, n_groups = 0, n_automated = 0;
  g_autofree guint32 *groups = heed_near_duplicates_group (replies, n, &n_groups);
  g_autofree Group *counts = count_groups (replies, n, groups, n_groups);
  gboolean counts_at_once = count_at_once (replies, n) >= MIN_AT_ONCE;
  gboolean *automated = g_new (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      gboolean is_unsigned = replies[i].agent == HEED_NO_AGENT;
      gboolean is_copy = groups[i] != HEED_NO_GROUP && is_template (&counts[groups[i]], n);

      automated[i] = (counts_at_once && is_at_once (&replies[i])) || (is_unsigned && (is_copy || is_bot));
      n_automated += automated[i] ? 1 : 0;
    }
  scorecard->automated = heed_statistics_share (n_automated, n);
  scorecard->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) template_free);
  add_templates (scorecard, set, groups, counts);
  return automated;
}
