/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-course.h"

/* What a reply must do to be of substance: asking, apologising, noting and sending elsewhere is not enough. */
#define SUBSTANCE (HEED_REPLY_ANSWERS | HEED_REPLY_ACTS | HEED_REPLY_REFUSES)
#define HELP (HEED_REPLY_ANSWERS | HEED_REPLY_ACTS)
#define EXTRA_STEPS (HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE | HEED_REPLY_REDIRECTS)

static const char *const trait_words[HEED_N_TRAITS] = {
  "automatic", "human",         "substance",  "redirect",    "solution", "replied",
  "settled",   "first-contact", "in-channel", "handed-over", "looped",
};

/* A course while its steps are read. @last_agent: who signed last; @last_helped: the last reply answers or acts */
typedef struct
{
  HeedCourse *course;
  guint32 last_agent;
  gboolean last_helped;
} Reading;

static void
stop (HeedCourse *course, HeedClockKind clock, gint64 at)
{
  if (course->reached_at[clock] == HEED_NEVER)
    course->reached_at[clock] = at;
}

static gboolean
is_open (const HeedCourse *course)
{
  return course->reached_at[HEED_CLOCK_SOLUTION] == HEED_NEVER;
}

static void
stop_clocks (HeedCourse *course, const HeedReply *reply, gint64 at, gboolean is_automatic)
{
  stop (course, is_automatic ? HEED_CLOCK_AUTOMATIC : HEED_CLOCK_HUMAN, at);
  if (is_automatic)
    return;
  if (reply->kinds & SUBSTANCE)
    stop (course, HEED_CLOCK_SUBSTANCE, at);
  if (reply->kinds & HEED_REPLY_REDIRECTS)
    stop (course, HEED_CLOCK_REDIRECT, at);
}

static void
read_reply (Reading *reading, const HeedReply *reply, gint64 at, gboolean is_automatic)
{
  HeedCourse *course = reading->course;
  gboolean is_open_still = is_open (course);

  stop_clocks (course, reply, at, is_automatic);
  reading->last_helped = !is_automatic && (reply->kinds & HELP) != 0;
  if (!is_open_still)
    return;
  course->n_company++;
  course->n_extra_steps += (reply->kinds & EXTRA_STEPS) != 0 ? 1 : 0;
  course->n_redirects += (reply->kinds & HEED_REPLY_REDIRECTS) != 0 ? 1 : 0;
  course->helped |= reading->last_helped;
  course->left_channel |= (reply->kinds & (HEED_REPLY_REDIRECTS | HEED_REPLY_ASKS_PRIVATE)) != 0;
  course->handed_over |= reply->to_team
                         || (reply->agent != HEED_NO_AGENT && reading->last_agent != HEED_NO_AGENT
                             && reply->agent != reading->last_agent);
  if (reply->agent != HEED_NO_AGENT)
    reading->last_agent = reply->agent;
}

/* The customer's own words end it only after a reply; thanks alone only after one that helped. */
static void
read_message (Reading *reading, const HeedStep *step)
{
  HeedCourse *course = reading->course;

  if (!is_open (course))
    return;
  if (course->n_company > 0 && (step->confirms || (step->thanks && reading->last_helped)))
    stop (course, HEED_CLOCK_SOLUTION, step->at);
  else
    course->n_customer++;
}

static HeedCourse
read_course (const HeedExchangeSet *set, const HeedConversation *conversation, const gboolean *automated)
{
  const HeedStep *steps = &g_array_index (set->steps, HeedStep, conversation->first_step);
  HeedCourse course = { .asked_at = steps[0].at, .is_visible = !conversation->found_by_answer };
  Reading reading = { &course, HEED_NO_AGENT, FALSE };

  for (guint clock = 0; clock < HEED_N_CLOCKS; clock++)
    course.reached_at[clock] = HEED_NEVER;
  for (guint i = 0; i < conversation->n_steps; i++)
    if (steps[i].reply == HEED_NO_REPLY)
      read_message (&reading, &steps[i]);
    else
      read_reply (&reading, &g_array_index (set->replies, HeedReply, steps[i].reply), steps[i].at,
                  automated[steps[i].reply]);
  return course;
}

/**
 * heed_course_read_all: how each conversation of @set went.
 * @automated: for each reply whether a machine seems to have written it
 *
 * Returns: (transfer full) (element-type HeedCourse): in the order of the set's conversations
 */
GArray *
heed_course_read_all (const HeedExchangeSet *set, const gboolean *automated)
{
  g_return_val_if_fail (set != NULL && automated != NULL, NULL);

  GArray *courses = g_array_sized_new (FALSE, FALSE, sizeof (HeedCourse), set->conversations->len);

  for (guint i = 0; i < set->conversations->len; i++)
    {
      HeedCourse course = read_course (set, &g_array_index (set->conversations, HeedConversation, i), automated);
      g_array_append_val (courses, course);
    }
  return courses;
}

/* Those of the conversations with a reply. */
static HeedTraits
get_effort_traits (const HeedCourse *course)
{
  gboolean is_settled = course->reached_at[HEED_CLOCK_SOLUTION] != HEED_NEVER;
  HeedTraits traits = HEED_TRAIT_REPLIED;

  if (course->n_company == 0)
    return 0;
  traits |= is_settled ? HEED_TRAIT_SETTLED : 0;
  traits |= is_settled && course->n_company == 1 ? HEED_TRAIT_FIRST_CONTACT : 0;
  traits |= course->helped && !course->left_channel ? HEED_TRAIT_IN_CHANNEL : 0;
  traits |= course->handed_over ? HEED_TRAIT_HANDED_OVER : 0;
  traits |= course->n_redirects >= 2 ? HEED_TRAIT_LOOPED : 0;
  return traits;
}

/**
 * heed_course_read_traits: what the figures count each of @courses as.
 *
 * Returns: (transfer full) (element-type guint16): #HeedTraits, in their order
 */
GArray *
heed_course_read_traits (const GArray *courses)
{
  g_return_val_if_fail (courses != NULL, NULL);

  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (guint16), courses->len);
  gboolean sees_silence = FALSE;

  for (guint i = 0; i < courses->len; i++)
    sees_silence |= g_array_index (courses, HeedCourse, i).is_visible;
  for (guint i = 0; i < courses->len; i++)
    {
      const HeedCourse *course = &g_array_index (courses, HeedCourse, i);
      guint16 traits = get_effort_traits (course);

      for (guint clock = 0; clock < HEED_N_CLOCKS; clock++)
        if (course->reached_at[clock] != HEED_NEVER && (course->is_visible || !sees_silence))
          traits |= 1u << clock;
      g_array_append_val (all, traits);
    }
  return all;
}

/** heed_trait_to_string: (transfer none): a name for one trait; those of clocks are the clocks' own. */
const char *
heed_trait_to_string (HeedTraits trait)
{
  int bit = g_bit_nth_lsf (trait, -1);

  g_return_val_if_fail (bit >= 0 && bit < HEED_N_TRAITS && trait == 1u << bit, NULL);
  return trait_words[bit];
}
