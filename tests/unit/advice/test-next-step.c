/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stories as tables: what happened, what time it is, and what is to be done. Monday is 2 March 2026. */

#include "heed-clock.h"
#include "heed-next-step.h"

static gint64
at (const char *text)
{
  gint64 time = 0;

  g_assert_true (heed_time_parse (text, &time));
  return time;
}

typedef struct
{
  const char *at;
  HeedEventKind kind;
  const char *channel;
  const char *network;
  HeedOutcome outcome;
  const char *text;
  const char *promise;
  const char *due;
  gboolean kept;
  const char *reference;
} Entry;

enum
{
  URGENT = 1 << 0,
  HAS_CASE = 1 << 1,
  NO_EMAIL = 1 << 2,
  NO_WANT = 1 << 3,
  NO_HANDLES = 1 << 4,
  CLOSED = 1 << 5,
  ONE_HANDLE = 1 << 6,
  DEAD_HANDLE = 1 << 7,
  ORDER = 1 << 8,
  LEFT = 1 << 9,
};

typedef struct
{
  const char *name;
  guint flags;
  Entry entries[9];
  const char *now;
  HeedStepKind kind;
  HeedTurn turn;
  const char *channel;
  const char *network;
  const char *due;
} Story;

#define SENT(time, network)                                                                                            \
  {                                                                                                                    \
    time, HEED_EVENT_SENT, "public", network                                                                           \
  }
#define MAIL(time)                                                                                                     \
  {                                                                                                                    \
    time, HEED_EVENT_SENT, "email"                                                                                     \
  }
#define GOT(time, network, outcome, text)                                                                              \
  {                                                                                                                    \
    time, HEED_EVENT_RECEIVED, "public", network, outcome, text                                                        \
  }
#define PROMISE(time, due, kept)                                                                                       \
  {                                                                                                                    \
    time, HEED_EVENT_RECEIVED, "public", "mastodon", HEED_OUTCOME_REPLY, "Yes.", "An engineer comes", due, kept        \
  }

static const Story stories[] = {
  /* Before the first message. */
  { "nothing to ask for", NO_WANT, {}, "2026-03-02T10:00:00Z", HEED_STEP_FINISH, HEED_TURN_YOURS },
  { "left half-way, with all that is needed", LEFT, {}, "2026-03-02T10:00:00Z", HEED_STEP_FINISH, HEED_TURN_YOURS },
  { "no address known: their form (S92)",
    NO_HANDLES | NO_EMAIL,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_OPEN_OFFICIAL,
    HEED_TURN_YOURS,
    "form" },
  { "no address known, a case exists",
    HAS_CASE | NO_HANDLES | NO_EMAIL,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_WRITE,
    HEED_TURN_YOURS,
    "form" },
  { "formal first (S92)", 0, {}, "2026-03-02T10:00:00Z", HEED_STEP_OPEN_OFFICIAL, HEED_TURN_YOURS, "email" },
  { "an order number is no case number",
    ORDER,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_OPEN_OFFICIAL,
    HEED_TURN_YOURS,
    "email" },
  { "a case exists: in public",
    HAS_CASE,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_WRITE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:00:00Z" },
  { "no e-mail known: in public",
    NO_EMAIL,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_WRITE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:00:00Z" },
  { "a case, e-mail only",
    HAS_CASE | NO_HANDLES,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_WRITE,
    HEED_TURN_YOURS,
    "email",
    NULL,
    "2026-03-02T10:00:00Z" },
  { "at night: for the morning (S36)",
    HAS_CASE,
    {},
    "2026-03-01T03:00:00Z",
    HEED_STEP_WRITE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T09:00:00Z" },
  { "a network that is gone is skipped",
    NO_EMAIL | DEAD_HANDLE,
    {},
    "2026-03-02T10:00:00Z",
    HEED_STEP_OPEN_OFFICIAL,
    HEED_TURN_YOURS,
    "form" },

  /* Silence. */
  { "within the hour: wait (S29)",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon") },
    "2026-03-02T10:59:59Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },
  { "after the hour: nudge",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon") },
    "2026-03-02T11:00:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },
  { "urgent: a quarter of an hour",
    HAS_CASE | URGENT,
    { SENT ("2026-03-02T10:00:00Z", "mastodon") },
    "2026-03-02T10:15:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:15:00Z" },
  { "urgent: not before",
    HAS_CASE | URGENT,
    { SENT ("2026-03-02T10:00:00Z", "mastodon") },
    "2026-03-02T10:14:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-02T10:15:00Z" },
  { "the hour is an open one",
    HAS_CASE,
    { SENT ("2026-03-06T16:30:00Z", "mastodon") },
    "2026-03-07T12:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-09T09:30:00Z" },
  { "an hour that ends at closing time",
    HAS_CASE,
    { SENT ("2026-03-02T16:00:00Z", "mastodon") },
    "2026-03-02T16:30:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-03T09:00:00Z" },
  { "overdue, but they are closed (S36)",
    HAS_CASE,
    { SENT ("2026-03-06T10:00:00Z", "mastodon") },
    "2026-03-08T03:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-09T09:00:00Z" },
  { "a receipt changes nothing",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"),
      GOT ("2026-03-02T10:00:30Z", "mastodon", HEED_OUTCOME_AUTOMATIC, "We got it. What else?") },
    "2026-03-02T11:30:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },
  { "nudged: another hour",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:05:00Z", "mastodon") },
    "2026-03-02T11:30:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-02T12:05:00Z" },
  { "then the next channel (S103)",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:05:00Z", "mastodon") },
    "2026-03-02T12:05:00Z",
    HEED_STEP_NEXT_CHANNEL,
    HEED_TURN_YOURS,
    "public",
    "x",
    "2026-03-02T12:05:00Z" },
  { "and there again",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:00:00Z", "mastodon"),
      SENT ("2026-03-02T12:00:00Z", "x") },
    "2026-03-02T13:30:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "x",
    "2026-03-02T13:00:00Z" },
  { "after the networks: e-mail",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:00:00Z", "mastodon"),
      SENT ("2026-03-02T12:00:00Z", "x"), SENT ("2026-03-02T13:00:00Z", "x") },
    "2026-03-02T14:00:00Z",
    HEED_STEP_NEXT_CHANNEL,
    HEED_TURN_YOURS,
    "email",
    NULL,
    "2026-03-02T14:00:00Z" },
  { "all tried: round again, slower (S104)",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:00:00Z", "mastodon"),
      SENT ("2026-03-02T12:00:00Z", "x"), SENT ("2026-03-02T13:00:00Z", "x"), MAIL ("2026-03-02T14:00:00Z") },
    "2026-03-03T14:00:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-03T14:00:00Z" },
  { "one channel only: slower from the second on",
    HAS_CASE | ONE_HANDLE | NO_EMAIL,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:00:00Z", "mastodon") },
    "2026-03-02T16:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-03T11:00:00Z" },
  { "official case open: in public, quoting it (S92)",
    0,
    { MAIL ("2026-03-02T10:00:00Z") },
    "2026-03-02T11:00:00Z",
    HEED_STEP_NEXT_CHANNEL,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },
  { "e-mail only: a working day",
    NO_HANDLES,
    { MAIL ("2026-03-02T10:00:00Z") },
    "2026-03-02T15:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "email",
    NULL,
    "2026-03-03T10:00:00Z" },
  { "a letter: a working week",
    HAS_CASE,
    { { "2026-03-02T09:00:00Z", HEED_EVENT_SENT, "letter" } },
    "2026-03-05T10:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "letter",
    NULL,
    "2026-03-09T09:00:00Z" },
  { "nobody picked up",
    HAS_CASE,
    { { "2026-03-02T10:00:00Z", HEED_EVENT_CALL, "phone" } },
    "2026-03-02T11:30:00Z",
    HEED_STEP_NEXT_CHANNEL,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },
  { "a note is no message",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), { "2026-03-02T10:50:00Z", HEED_EVENT_NOTE } },
    "2026-03-02T11:00:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T11:00:00Z" },

  /* Answers. */
  { "they ask: answer",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"),
      GOT ("2026-03-02T10:20:00Z", "mastodon", HEED_OUTCOME_REPLY, "Which router is it?") },
    "2026-03-02T22:00:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:20:00Z" },
  { "answered, and silence again: a new round",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), SENT ("2026-03-02T11:00:00Z", "mastodon"),
      GOT ("2026-03-02T11:20:00Z", "mastodon", HEED_OUTCOME_REPLY, "Which router is it?"),
      SENT ("2026-03-02T11:30:00Z", "mastodon") },
    "2026-03-02T12:30:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T12:30:00Z" },
  { "sent elsewhere: the case goes along (S45)",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"),
      GOT ("2026-03-02T10:05:00Z", "mastodon", HEED_OUTCOME_REDIRECT, "Please e-mail us.") },
    "2026-03-02T10:10:00Z",
    HEED_STEP_NEXT_CHANNEL,
    HEED_TURN_YOURS,
    "email",
    NULL,
    "2026-03-02T10:05:00Z" },
  { "sent where the user came from: answer",
    HAS_CASE | ONE_HANDLE,
    { MAIL ("2026-03-01T10:00:00Z"), SENT ("2026-03-02T10:00:00Z", "mastodon"),
      GOT ("2026-03-02T10:05:00Z", "mastodon", HEED_OUTCOME_REDIRECT, "Please e-mail us.") },
    "2026-03-02T10:10:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:05:00Z" },
  { "a call that got through",
    HAS_CASE,
    { { "2026-03-02T10:00:00Z", HEED_EVENT_CALL, "phone", NULL, HEED_OUTCOME_REPLY } },
    "2026-03-02T10:30:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "phone",
    NULL,
    "2026-03-02T10:00:00Z" },

  /* Promises. */
  { "without a day nothing is late",
    HAS_CASE,
    { PROMISE ("2026-03-02T10:20:00Z", NULL, FALSE) },
    "2026-03-20T10:00:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:20:00Z" },
  { "no nudge while a date runs (S112)",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T17:00:00Z", FALSE) },
    "2026-03-06T16:59:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-06T17:00:00Z" },
  { "nor when the user wrote again meanwhile",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T17:00:00Z", FALSE),
      SENT ("2026-03-03T10:00:00Z", "mastodon") },
    "2026-03-04T12:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-06T17:00:00Z" },
  { "broken: remind, once they are there",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T17:00:00Z", FALSE) },
    "2026-03-06T18:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-09T09:00:00Z" },
  { "broken: remind",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T17:00:00Z", FALSE) },
    "2026-03-09T09:00:00Z",
    HEED_STEP_REMIND_PROMISE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-09T09:00:00Z" },
  { "reminded, and silence",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", FALSE),
      SENT ("2026-03-09T09:00:00Z", "mastodon") },
    "2026-03-09T10:00:00Z",
    HEED_STEP_NUDGE,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-09T10:00:00Z" },
  { "kept: is it solved?",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", TRUE) },
    "2026-03-09T10:00:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:20:00Z" },
  { "a question beside a promise: answer",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", FALSE),
      GOT ("2026-03-02T10:40:00Z", "mastodon", HEED_OUTCOME_REPLY, "Is the morning all right?") },
    "2026-03-02T12:00:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-02T10:40:00Z" },
  { "a courtesy beside a promise: wait",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", FALSE),
      GOT ("2026-03-02T10:40:00Z", "mastodon", HEED_OUTCOME_REPLY, "You’re welcome!") },
    "2026-03-02T12:00:00Z",
    HEED_STEP_WAIT,
    HEED_TURN_THEIRS,
    "public",
    "mastodon",
    "2026-03-06T12:00:00Z" },
  { "news after a broken promise: answer",
    HAS_CASE,
    { SENT ("2026-03-02T10:00:00Z", "mastodon"), PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", FALSE),
      GOT ("2026-03-06T13:00:00Z", "mastodon", HEED_OUTCOME_REPLY, "The engineer was there.") },
    "2026-03-06T14:00:00Z",
    HEED_STEP_ANSWER,
    HEED_TURN_YOURS,
    "public",
    "mastodon",
    "2026-03-06T13:00:00Z" },

  { "closed",
    HAS_CASE | CLOSED,
    { SENT ("2026-03-02T10:00:00Z", "mastodon") },
    "2026-03-09T10:00:00Z",
    HEED_STEP_NONE,
    HEED_TURN_NOBODYS },
};

static void
add_entry (HeedCase *the_case, const Entry *entry)
{
  HeedEvent *event = heed_event_new (entry->kind, at (entry->at));

  event->channel = g_strdup (entry->channel);
  event->network = g_strdup (entry->network);
  event->outcome = entry->outcome;
  event->text = g_strdup (entry->text);
  event->reference = g_strdup (entry->reference);
  if (entry->promise != NULL)
    event->promise = heed_promise_new (entry->promise, entry->due != NULL ? at (entry->due) : 0, entry->kept);
  g_ptr_array_add (the_case->events, event);
}

static HeedCase *
new_case (guint flags, const Entry *entries)
{
  HeedCase *the_case = heed_case_new ();
  HeedFacts *facts = the_case->facts;

  the_case->state = flags & CLOSED ? HEED_CASE_CLOSED : HEED_CASE_OPEN;
  if (flags & LEFT)
    the_case->state = HEED_CASE_DRAFT;
  facts->company = g_strdup ("Norfolk Broadband");
  facts->what_happened = g_strdup ("No line.");
  facts->want = flags & NO_WANT ? NULL : g_strdup ("An engineer");
  facts->company_email = flags & NO_EMAIL ? NULL : g_strdup ("help@norfolk.example");
  facts->urgent = (flags & URGENT) != 0;
  if (flags & DEAD_HANDLE)
    g_hash_table_insert (facts->handles, g_strdup ("google+"), g_strdup ("norfolk"));
  else if (!(flags & NO_HANDLES))
    g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@norfolk.example"));
  if (!(flags & (NO_HANDLES | ONE_HANDLE | DEAD_HANDLE)))
    g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("NorfolkHelp"));
  if (flags & HAS_CASE)
    g_ptr_array_add (facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  if (flags & ORDER)
    g_ptr_array_add (facts->references, heed_reference_new ("order", "99", FALSE));
  for (guint i = 0; entries != NULL && entries[i].at != NULL; i++)
    add_entry (the_case, &entries[i]);
  return the_case;
}

static void
test_story (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (HeedCase) the_case = new_case (story->flags, story->entries);
  HeedOpenHours hours;

  heed_open_hours_init_usual (&hours, utc);
  g_autoptr (HeedNextStep) step = heed_next_step_new (the_case, &hours, at (story->now));
  g_autofree char *due = step->due != 0 ? heed_time_format (step->due) : NULL;
  g_assert_cmpstr (heed_step_kind_to_string (step->kind), ==, heed_step_kind_to_string (story->kind));
  g_assert_cmpstr (heed_turn_to_string (step->turn), ==, heed_turn_to_string (story->turn));
  g_assert_cmpstr (step->channel, ==, story->channel);
  g_assert_cmpstr (step->network, ==, story->network);
  g_assert_cmpstr (due, ==, story->due);
  g_assert_cmpuint (strlen (step->title), >, 0);
  if (story->kind != HEED_STEP_NONE)
    g_assert_cmpuint (step->reasons->len, >, 0);
  if (g_strcmp0 (step->network, "mastodon") == 0)
    g_assert_cmpstr (step->account, ==, "care@norfolk.example");
  if (g_strcmp0 (step->channel, "email") == 0)
    g_assert_cmpstr (step->account, ==, "help@norfolk.example");
}

static gboolean
has_reason (const HeedNextStep *step, const char *words)
{
  for (guint i = 0; i < step->reasons->len; i++)
    if (strstr (step->reasons->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* The reasons quote what they rest on. */
static void
test_reasons (void)
{
  static const Entry broken[] = { PROMISE ("2026-03-02T10:20:00Z", "2026-03-06T12:00:00Z", FALSE), {} };
  static const Entry receipt[] = { MAIL ("2026-03-02T09:00:00Z"),
                                   { "2026-03-02T09:01:00Z", HEED_EVENT_RECEIVED, "email",
                                     .outcome = HEED_OUTCOME_AUTOMATIC, .reference = "NB-77" },
                                   {} };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeedOpenHours hours;

  heed_open_hours_init_usual (&hours, utc);
  g_autoptr (HeedCase) promised = new_case (HAS_CASE, broken);
  g_autoptr (HeedNextStep) remind = heed_next_step_new (promised, &hours, at ("2026-03-06T13:00:00Z"));
  g_assert_true (has_reason (remind, "An engineer comes"));
  g_assert_true (has_reason (remind, "is assumed"));

  g_autoptr (HeedCase) mailed = new_case (0, receipt);
  g_autoptr (HeedNextStep) public = heed_next_step_new (mailed, &hours, at ("2026-03-02T10:30:00Z"));
  g_assert_cmpint (public->kind, ==, HEED_STEP_NEXT_CHANNEL);
  g_assert_true (has_reason (public, "NB-77"));

  hours.is_known = TRUE;
  g_autoptr (HeedNextStep) known = heed_next_step_new (mailed, &hours, at ("2026-03-02T10:30:00Z"));
  g_assert_false (has_reason (known, "is assumed"));
}

static void
assert_waiting (const HeedCase *the_case, const char *now, gint64 theirs_h, gint64 yours_h)
{
  gint64 theirs_s, yours_s;

  heed_case_get_waiting (the_case, at (now), &theirs_s, &yours_s);
  g_assert_cmpint (theirs_s, ==, theirs_h * 3600);
  g_assert_cmpint (yours_s, ==, yours_h * 3600);
}

static void
test_waiting (void)
{
  static const Entry entries[] = {
    { "2026-03-01T00:00:00Z", HEED_EVENT_NOTE },
    SENT ("2026-03-02T10:00:00Z", "mastodon"),
    GOT ("2026-03-02T10:01:00Z", "mastodon", HEED_OUTCOME_AUTOMATIC, "Received."),
    GOT ("2026-03-02T15:00:00Z", "mastodon", HEED_OUTCOME_REPLY, "Which router?"),
    SENT ("2026-03-02T17:00:00Z", "mastodon"),
    PROMISE ("2026-03-02T18:00:00Z", "2026-03-06T17:00:00Z", FALSE),
    { "2026-03-03T00:00:00Z", HEED_EVENT_STATE, .text = "closed" },
    { "2026-03-04T00:00:00Z", HEED_EVENT_STATE, .text = "open" },
    {},
  };
  g_autoptr (HeedCase) the_case = new_case (HAS_CASE, entries);

  assert_waiting (the_case, "2026-03-02T10:00:00Z", 0, 0);
  assert_waiting (the_case, "2026-03-02T12:00:00Z", 2, 0);
  assert_waiting (the_case, "2026-03-02T16:00:00Z", 5, 1);
  assert_waiting (the_case, "2026-03-02T18:00:00Z", 6, 2);
  assert_waiting (the_case, "2026-03-02T20:00:00Z", 8, 2);
  assert_waiting (the_case, "2026-03-03T12:00:00Z", 12, 2);
  assert_waiting (the_case, "2026-03-04T01:00:00Z", 13, 2);

  the_case->state = HEED_CASE_CLOSED;
  the_case->closed_at = at ("2026-03-02T16:00:00Z");
  assert_waiting (the_case, "2026-03-09T00:00:00Z", 5, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/next-step/", stories[i].name, NULL);
      g_test_add_data_func (path, &stories[i], test_story);
    }
  g_test_add_func ("/next-step/reasons", test_reasons);
  g_test_add_func ("/case/waiting", test_waiting);
  return g_test_run ();
}
