/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to do now. The rows named in brackets are those of the articles Heed is built on. */

#include "heed-next-step.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-case-progress.h"
#include "heed-ladder.h"

/* How long to leave the company before the next message, in open seconds. An hour is what the articles ask for (S26,
 * S29); where there is no other channel, an e-mail is given a working day and a letter a working week. */
#define URGENT_S (15 * 60)
#define QUICK_S (60 * 60)
#define WORKING_DAY_S (8 * 60 * 60)
#define WORKING_WEEK_S (5 * WORKING_DAY_S)

/* What the functions below work on. */
typedef struct
{
  const HeedCase *the_case;
  const HeedOpenHours *hours;
  gint64 now;
  HeedCaseProgress progress;
  GPtrArray *ladder;
} Context;

static HeedNextStep *
new_step (HeedStepKind kind, HeedTurn turn, char *title)
{
  HeedNextStep *step = g_new0 (HeedNextStep, 1);

  step->kind = kind;
  step->turn = turn;
  step->title = title;
  step->reasons = g_ptr_array_new_with_free_func (g_free);
  return step;
}

static void
give_reason (HeedNextStep *step, const char *reason)
{
  g_ptr_array_add (step->reasons, g_strdup (reason));
}

static void
set_place (HeedNextStep *step, const char *channel, const char *network, const char *account)
{
  step->channel = g_strdup (channel);
  step->network = g_strdup (network);
  step->account = g_strdup (account);
}

/* Where @event went to; the sheet knows the handle when the entry does not. */
static void
set_place_of (HeedNextStep *step, const Context *context, const HeedEvent *event)
{
  const HeedFacts *facts = context->the_case->facts;
  const char *account = event->account;

  if (account == NULL && event->network != NULL)
    account = g_hash_table_lookup (facts->handles, event->network);
  if (account == NULL && g_strcmp0 (event->channel, "email") == 0)
    account = facts->company_email;
  set_place (step, event->channel, event->network, account);
}

/* A sentence behind the name of the channel: "Mastodon — follow up on your message." */
static char *
dup_title (const char *channel, const char *network, const char *sentence)
{
  g_autofree char *place = heed_ladder_dup_title (channel, network);

  /* Translators: a channel, such as Mastodon or E-mail, and what to do there. */
  return g_strdup_printf (_ ("%s — %s"), place, sentence);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* Nothing was sent yet, and something that any message needs is missing (S76, S78), or the case was left half-way. */
static HeedNextStep *
new_finish_step (const Context *context)
{
  const HeedFacts *facts = context->the_case->facts;
  HeedNextStep *step = new_step (HEED_STEP_FINISH, HEED_TURN_YOURS, g_strdup (_ ("Fill in the fact sheet.")));

  if (is_blank (facts->company))
    give_reason (step, _ ("Name the company."));
  if (is_blank (facts->what_happened))
    give_reason (step, _ ("Say what happened."));
  if (is_blank (facts->want))
    give_reason (step, _ ("Say what you want them to do: nobody gets what they do not ask for."));
  if (step->reasons->len == 0 && context->the_case->state == HEED_CASE_DRAFT)
    give_reason (step, _ ("All that is needed is there: look it through, and save it."));
  if (step->reasons->len > 0)
    return step;
  heed_next_step_free (step);
  return NULL;
}

static const HeedRung *
find_rung (const Context *context, const char *channel)
{
  for (guint i = 0; i < context->ladder->len; i++)
    {
      const HeedRung *rung = context->ladder->pdata[i];

      if (g_strcmp0 (rung->channel, channel) == 0)
        return rung;
    }
  return NULL;
}

/* No address is known: a form needs none, and whoever fills it in can ask for a number there (S92). */
static HeedNextStep *
new_form_step (const Context *context)
{
  const gboolean has_case = context->progress.case_reference != NULL;

  if (context->ladder->len > 0)
    return NULL;

  HeedNextStep *step = new_step (
    has_case ? HEED_STEP_WRITE : HEED_STEP_OPEN_OFFICIAL, HEED_TURN_YOURS,
    dup_title ("form", NULL, has_case ? _ ("write your first message.") : _ ("open an official case first.")));
  set_place (step, "form", NULL, NULL);
  if (has_case)
    give_reason (step, _ ("Heed writes it; copy it into the contact form on their site, or read it out on the phone."));
  else
    give_reason (step, _ ("Heed writes it; copy it into the contact form on their site, or read it out on the phone, "
                          "and ask for a case number: with it nobody can send you back to the start."));
  give_reason (step, _ ("Add an account or an e-mail address of the company, and Heed says where and when to write."));
  return step;
}

/* The official channel first, for a number that a public message can quote (S19, S92). */
static HeedNextStep *
new_official_step (const Context *context)
{
  const HeedRung *email = find_rung (context, "email");

  if (context->progress.case_reference != NULL || email == NULL)
    return NULL;

  HeedNextStep *step = new_step (HEED_STEP_OPEN_OFFICIAL, HEED_TURN_YOURS,
                                 dup_title (email->channel, NULL, _ ("open an official case first.")));
  set_place (step, email->channel, NULL, email->account);
  give_reason (step, _ ("You have no case number yet. With one, whoever answers in public finds you at once and cannot "
                        "send you back to the start."));
  give_reason (step, _ ("In some places only a written complaint starts the clock for an outside body."));
  return step;
}

static void
explain_hours (HeedNextStep *step, const Context *context)
{
  if (context->hours->is_known)
    return;
  if (context->hours->holidays != NULL)
    give_reason (step,
                 _ ("Their hours are not known; Monday to Friday, 9 to 17, is assumed, but for public holidays."));
  else
    give_reason (step, _ ("Their hours are not known; Monday to Friday, 9 to 17, is assumed."));
}

static HeedNextStep *
new_write_step (const Context *context)
{
  const HeedRung *rung = context->ladder->pdata[0];
  HeedNextStep *step = new_step (HEED_STEP_WRITE, HEED_TURN_YOURS,
                                 dup_title (rung->channel, rung->network, _ ("write your first message.")));

  set_place (step, rung->channel, rung->network, rung->account);
  step->due = heed_open_hours_add (context->hours, context->now, 0);
  if (context->progress.case_reference != NULL)
    give_reason (step, _ ("You have a case number: quote it, and say that you need help now."));
  else
    give_reason (step,
                 _ ("You have no case number yet. If you can, ask for one by their form or by phone first: with it "
                    "nobody can send you back to the start."));
  if (step->due > context->now)
    give_reason (step, _ ("They are closed now; a message is noticed when they open."));
  explain_hours (step, context);
  return step;
}

/* They promised something by a date that is still to come: no nudge until then (S112). */
static HeedNextStep *
new_promise_step (const Context *context)
{
  const HeedEvent *running = context->progress.running;
  HeedNextStep *step = new_step (HEED_STEP_WAIT, HEED_TURN_THEIRS,
                                 dup_title (running->channel, running->network, _ ("wait for what they promised.")));

  set_place_of (step, context, running);
  step->due = running->promise->due;
  g_ptr_array_add (step->reasons, g_strdup_printf (_ ("They promised: “%s”."), running->promise->text));
  give_reason (step, _ ("Good help takes time; asking again before the date they named wins nothing."));
  return step;
}

/* A step that is due at @due: until then, and while they are closed (S36), it is a wait for an answer at @where. */
static HeedNextStep *
hold (HeedNextStep *step, const Context *context, const HeedEvent *where, gint64 due)
{
  gint64 open = heed_open_hours_add (context->hours, MAX (due, context->now), 0);

  if (open <= context->now)
    {
      step->due = heed_open_hours_add (context->hours, due, 0);
      return step;
    }

  HeedNextStep *wait = new_step (HEED_STEP_WAIT, HEED_TURN_THEIRS,
                                 dup_title (where->channel, where->network, _ ("wait for their answer.")));
  set_place_of (wait, context, where);
  wait->due = open;
  if (due <= context->now)
    give_reason (wait, _ ("They are closed now; asking again can wait until they open."));
  /* Translators: %s is the step that follows, such as "Mastodon — follow up on your message." */
  g_ptr_array_add (wait->reasons, g_strdup_printf (_ ("If no answer comes by then: %s"), step->title));
  for (guint i = 0; i < step->reasons->len; i++)
    give_reason (wait, step->reasons->pdata[i]);
  heed_next_step_free (step);
  return wait;
}

static HeedNextStep *
new_remind_step (const Context *context)
{
  const HeedEvent *broken = context->progress.broken;
  HeedNextStep *step = new_step (HEED_STEP_REMIND_PROMISE, HEED_TURN_YOURS,
                                 dup_title (broken->channel, broken->network, _ ("remind them of their promise.")));

  set_place_of (step, context, broken);
  g_ptr_array_add (step->reasons,
                   g_strdup_printf (_ ("They promised: “%s”. The date they named has passed."), broken->promise->text));
  give_reason (step, _ ("Quote their words and ask for a new date. If they did keep it, mark it as kept."));
  explain_hours (step, context);
  return hold (step, context, broken, broken->promise->due);
}

static gboolean
was_tried (const Context *context, const HeedRung *rung, guint from)
{
  const GPtrArray *events = context->the_case->events;

  for (guint i = from; i < events->len; i++)
    if (heed_event_is_attempt (events->pdata[i]) && heed_event_is_on (events->pdata[i], rung->channel, rung->network))
      return TRUE;
  return FALSE;
}

/* The next way to reach them that was not tried since entry @from. */
static const HeedRung *
find_untried (const Context *context, guint from)
{
  for (guint i = 0; i < context->ladder->len; i++)
    if (!was_tried (context, context->ladder->pdata[i], from))
      return context->ladder->pdata[i];
  return NULL;
}

/* They sent the user elsewhere: the case goes along, so that nothing is written twice (S45). */
static HeedNextStep *
new_redirected_step (const Context *context)
{
  const HeedRung *email = find_rung (context, "email");
  const HeedRung *rung = email != NULL && !was_tried (context, email, 0) ? email : find_untried (context, 0);

  if (rung == NULL)
    return NULL;
  HeedNextStep *step = new_step (HEED_STEP_NEXT_CHANNEL, HEED_TURN_YOURS,
                                 dup_title (rung->channel, rung->network, _ ("take the case there.")));
  set_place (step, rung->channel, rung->network, rung->account);
  step->due = context->progress.answer->at;
  give_reason (step, _ ("Their answer sends you elsewhere. Heed writes the message with everything so far, so that you "
                        "need not begin again."));
  give_reason (step, _ ("If they named another channel than this one, use theirs."));
  return step;
}

static HeedNextStep *
new_answer_step (const Context *context)
{
  const HeedEvent *answer = context->progress.answer;
  HeedNextStep *step = answer->outcome == HEED_OUTCOME_REDIRECT ? new_redirected_step (context) : NULL;

  if (step != NULL)
    return step;
  step = new_step (HEED_STEP_ANSWER, HEED_TURN_YOURS,
                   dup_title (answer->channel, answer->network, _ ("answer what they wrote.")));
  set_place_of (step, context, answer);
  step->due = answer->at;
  if (answer->agent != NULL)
    g_ptr_array_add (step->reasons, g_strdup_printf (_ ("%s wrote to you and waits for your answer."), answer->agent));
  else
    give_reason (step, _ ("They wrote to you and wait for your answer."));
  give_reason (step, _ ("If it is solved, close the case. If it is not, say what is missing and ask by when it will be "
                        "done."));
  return step;
}

/* Whether what they wrote after a promise asks for something; thanks and courtesies do not. */
static gboolean
asks (const HeedEvent *answer)
{
  static const char *const marks[] = { "?", "？", "؟" };

  for (guint i = 0; answer->text != NULL && i < G_N_ELEMENTS (marks); i++)
    if (strstr (answer->text, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether @answer wants one of the user, beside a promise that runs or that was broken before it came. */
static gboolean
speaks (const HeedCaseProgress *progress, const HeedEvent *answer)
{
  if (asks (answer))
    return TRUE;
  return progress->running == NULL && (progress->broken == NULL || answer->at >= progress->broken->promise->due);
}

/* What was said on the other channels meanwhile: the one written to longest ago is next. */
static const HeedEvent *
find_oldest_channel (const Context *context)
{
  const GPtrArray *events = context->the_case->events;
  const HeedEvent *oldest = context->progress.last_sent;

  for (guint i = context->progress.round; i < events->len; i++)
    {
      const HeedEvent *event = events->pdata[i];
      gboolean is_last = heed_event_is_attempt (event);

      for (guint j = i + 1; is_last && j < events->len; j++)
        is_last = !(heed_event_is_attempt (events->pdata[j])
                    && heed_event_is_on (events->pdata[j], event->channel, event->network));
      if (is_last && event->at < oldest->at)
        oldest = event;
    }
  return oldest;
}

static gboolean
is_one_of (const HeedEvent *event, const char *const *channels)
{
  return event->channel != NULL && g_strv_contains (channels, event->channel);
}

/* How long the last message may go unanswered, in open seconds. */
static gint64
get_patience (const Context *context, gboolean has_other_channel)
{
  static const char *const slow[] = { "email", "form", NULL };
  const HeedEvent *sent = context->progress.last_sent;

  if (g_strcmp0 (sent->channel, "letter") == 0)
    return WORKING_WEEK_S;
  if (context->the_case->facts->urgent)
    return has_other_channel || context->progress.n_here <= 1 ? URGENT_S : QUICK_S;
  if (has_other_channel)
    return QUICK_S;
  /* The ladder is climbed: what is left is to keep asking, but not every hour (S104). */
  if (is_one_of (sent, slow) || context->progress.n_here > 1)
    return WORKING_DAY_S;
  return QUICK_S;
}

static HeedNextStep *
new_next_channel_step (const Context *context, const HeedRung *rung)
{
  const HeedCaseProgress *progress = &context->progress;
  HeedNextStep *step = new_step (HEED_STEP_NEXT_CHANNEL, HEED_TURN_YOURS,
                                 dup_title (rung->channel, rung->network, _ ("try them there next.")));
  g_autofree char *before = heed_ladder_dup_title (progress->last_sent->channel, progress->last_sent->network);

  set_place (step, rung->channel, rung->network, rung->account);
  /* Translators: %s is a channel, such as Mastodon or E-mail. */
  g_ptr_array_add (step->reasons, g_strdup_printf (_ ("No answer yet: %s. Silent in one place, they may answer in the "
                                                      "next."),
                                                   before));
  if (progress->case_reference != NULL)
    g_ptr_array_add (step->reasons, g_strdup_printf (_ ("Say that you already have case %s and need help now."),
                                                     progress->case_reference));
  return step;
}

static HeedNextStep *
new_nudge_step (const Context *context, const HeedEvent *where, gboolean is_climbed)
{
  HeedNextStep *step = new_step (HEED_STEP_NUDGE, HEED_TURN_YOURS,
                                 dup_title (where->channel, where->network, _ ("follow up on your message.")));

  set_place_of (step, context, where);
  if (is_climbed)
    {
      give_reason (step, _ ("Every channel you know was tried. Keep asking, and open cases and e-mails beside it."));
      give_reason (step, _ ("Add another account of the company to the fact sheet if you find one."));
    }
  else if (context->the_case->facts->urgent)
    give_reason (step, _ ("It is urgent: a quarter of an hour without an answer is long enough."));
  else
    give_reason (step, _ ("An open hour without an answer is long enough."));
  give_reason (step, _ ("Say that it is a follow-up and ask when they will get back to you: another person may read "
                        "it."));
  return step;
}

/* Nobody answered the last message. One follow-up in the same place, then the next channel (S29, S102, S103); from a
 * formal one straight to a public one that quotes it (S92); at the end round and round, slower (S104, S111). */
static HeedNextStep *
new_silence_step (const Context *context)
{
  static const char *const quick[] = { "public", "dm", "chat", NULL };
  const HeedCaseProgress *progress = &context->progress;
  const HeedEvent *sent = progress->last_sent;
  const HeedRung *next = find_untried (context, progress->round);
  gint64 due = heed_open_hours_add (context->hours, sent->at, get_patience (context, next != NULL));
  HeedNextStep *step = NULL;

  if (is_one_of (sent, quick) && progress->n_here <= 1)
    step = new_nudge_step (context, sent, FALSE);
  else if (next != NULL)
    step = new_next_channel_step (context, next);
  else
    step = new_nudge_step (context, find_oldest_channel (context), TRUE);
  explain_hours (step, context);
  return hold (step, context, sent, due);
}

static HeedNextStep *
new_first_step (const Context *context)
{
  HeedNextStep *step = new_finish_step (context);

  if (step == NULL)
    step = new_form_step (context);
  if (step == NULL)
    step = new_official_step (context);
  return step != NULL ? step : new_write_step (context);
}

static HeedNextStep *
new_later_step (const Context *context)
{
  const HeedCaseProgress *progress = &context->progress;
  const HeedEvent *answer = progress->answer;

  if (answer != NULL && answer->promise == NULL && speaks (progress, answer))
    return new_answer_step (context);
  if (progress->broken != NULL)
    return new_remind_step (context);
  if (progress->running != NULL)
    return new_promise_step (context);
  if (answer != NULL)
    return new_answer_step (context);
  return new_silence_step (context);
}

/**
 * heed_next_step_new: what to do now about a case.
 * @hours: when the company is there, learned or usual
 * @now: Unix seconds
 *
 * Returns: (transfer full): the step; a case always has one, be it to wait
 */
HeedNextStep *
heed_next_step_new (const HeedCase *the_case, const HeedOpenHours *hours, gint64 now)
{
  g_return_val_if_fail (the_case != NULL && hours != NULL, NULL);

  if (the_case->state == HEED_CASE_CLOSED)
    return new_step (HEED_STEP_NONE, HEED_TURN_NOBODYS, g_strdup (_ ("The case is closed.")));

  g_autoptr (GPtrArray) ladder = heed_ladder_new (the_case->facts);
  Context context = { .the_case = the_case, .hours = hours, .now = now, .ladder = ladder };
  heed_case_progress_init (&context.progress, the_case, now);
  if (context.progress.last_sent == NULL && context.progress.answer == NULL)
    return new_first_step (&context);
  return new_later_step (&context);
}

void
heed_next_step_free (HeedNextStep *step)
{
  if (step == NULL)
    return;
  g_free (step->channel);
  g_free (step->network);
  g_free (step->account);
  g_free (step->title);
  g_ptr_array_unref (step->reasons);
  g_free (step);
}

/** heed_step_kind_to_string: (transfer none): the word used by the command line. */
const char *
heed_step_kind_to_string (HeedStepKind kind)
{
  static const char *const words[] = {
    [HEED_STEP_FINISH] = "finish",
    [HEED_STEP_OPEN_OFFICIAL] = "open-official",
    [HEED_STEP_WRITE] = "write",
    [HEED_STEP_WAIT] = "wait",
    [HEED_STEP_ANSWER] = "answer",
    [HEED_STEP_NUDGE] = "nudge",
    [HEED_STEP_NEXT_CHANNEL] = "next-channel",
    [HEED_STEP_REMIND_PROMISE] = "remind-promise",
    [HEED_STEP_NONE] = "none",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (words), NULL);
  return words[kind];
}

/** heed_turn_to_string: (transfer none): the word used by the command line. */
const char *
heed_turn_to_string (HeedTurn turn)
{
  static const char *const words[] = {
    [HEED_TURN_YOURS] = "yours",
    [HEED_TURN_THEIRS] = "theirs",
    [HEED_TURN_NOBODYS] = "nobodys",
  };

  g_return_val_if_fail ((guint) turn < G_N_ELEMENTS (words), NULL);
  return words[turn];
}
