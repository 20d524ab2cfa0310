/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command-case.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-command-facts.h"
#include "heed-document-files.h"
#include "heed-error.h"

static char *facts_path;
static char *title;
static char *company;
static char *what;
static char *want;
static char **references;
static char **handles;
static char *email;
static gboolean urgent;
static char *kind;
static char *channel;
static char *network;
static char *account;
static char *text;
static char *at;
static char *outcome;
static char *agent;
static char *promise;
static char *due;
static gboolean not_kept;
static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { "facts", 0, 0, G_OPTION_ARG_FILENAME, &facts_path,
    N_ ("new: read the fact sheet from this file; - is standard input"), N_ ("FILE") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("new: what to call the case"), N_ ("TEXT") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("new: the company"), N_ ("NAME") },
  { "what", 0, 0, G_OPTION_ARG_STRING, &what, N_ ("new: what happened"), N_ ("TEXT") },
  { "want", 0, 0, G_OPTION_ARG_STRING, &want, N_ ("new: what they are to do"), N_ ("TEXT") },
  { "handle", 0, 0, G_OPTION_ARG_STRING_ARRAY, &handles,
    N_ ("new: the company's account on a network; may be repeated"), N_ ("NETWORK:HANDLE") },
  { "email", 0, 0, G_OPTION_ARG_STRING, &email, N_ ("new: the company's e-mail address"), N_ ("ADDRESS") },
  { "urgent", 0, 0, G_OPTION_ARG_NONE, &urgent, N_ ("new: it cannot wait"), NULL },
  { "reference", 0, 0, G_OPTION_ARG_STRING_ARRAY, &references,
    N_ ("new: a number you have, may be repeated; log: the number they gave"), N_ ("KIND:VALUE[:private]") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("log: sent, received, call, note or document"), N_ ("KIND") },
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("log: public, dm, email, phone, chat, form, letter or shop"),
    N_ ("CHANNEL") },
  { "network", 0, 0, G_OPTION_ARG_STRING, &network, N_ ("log: the network, for public and dm"), N_ ("NAME") },
  { "account", 0, 0, G_OPTION_ARG_STRING, &account, N_ ("log: the company's handle or address there"), N_ ("HANDLE") },
  { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("log: what was said"), N_ ("TEXT") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("log: when; now, if not given"), N_ ("TIME") },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome,
    N_ ("log: what a received message or a call brought: none, automatic, redirect or reply"), N_ ("OUTCOME") },
  { "agent", 0, 0, G_OPTION_ARG_STRING, &agent, N_ ("log: who signed or spoke"), N_ ("NAME") },
  { "promise", 0, 0, G_OPTION_ARG_STRING, &promise, N_ ("log, promise: what they said they would do"), N_ ("TEXT") },
  { "due", 0, 0, G_OPTION_ARG_STRING, &due, N_ ("log, promise: by when; a day lasts until its end"), N_ ("TIME") },
  { "not", 0, 0, G_OPTION_ARG_NONE, &not_kept, N_ ("kept: it was not kept after all"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* One call of a subcommand, as it goes to the store's thread. */
typedef struct
{
  gint64 id;
  gint64 event_id;
  HeedCase *the_case;
  HeedEvent *event;
  HeedCasePlace place;
  gint64 due;
  gint64 now;
  const char *data_folder;
} Call;

typedef gboolean (*CallFunc) (HeedDatabase *database, Call *call, GError **error);

/* Says how the call is wrong, and counts as the failure of a parser. */
#define wrong(...) (heed_command_usage (__VA_ARGS__), FALSE)

static gboolean
parse_case_id (const char *word, gint64 *id)
{
  if (word == NULL)
    return wrong (_ ("Say which case, by its number; “heedctl case list” shows them."));
  return g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL)
         || wrong (_ ("“%s” is no number of a case; “heedctl case list” shows them."), word);
}

static gboolean
parse_entry_id (const char *word, gint64 *id)
{
  if (word == NULL)
    return wrong (_ ("Say which entry of the case, by its number; “heedctl case show” shows them."));
  return g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL)
         || wrong (_ ("“%s” is no number of an entry; “heedctl case show” shows them."), word);
}

static gboolean
parse_reference (const char *word, HeedFacts *facts)
{
  const char *colon = strchr (word, ':');
  gboolean is_private = g_str_has_suffix (word, ":private");
  gsize end = strlen (word) - (is_private ? strlen (":private") : 0);

  if (colon == NULL || colon == word || colon + 1 >= word + end)
    return wrong (_ ("“%s” is no reference; write it as case:NB-4711, or as account:123:private when it must not show "
                     "in public."),
                  word);
  g_autofree char *reference_kind = g_strndup (word, (gsize) (colon - word));
  g_autofree char *value = g_strndup (colon + 1, (gsize) (word + end - colon - 1));
  g_ptr_array_add (facts->references, heed_reference_new (reference_kind, value, is_private));
  return TRUE;
}

static gboolean
parse_handle (const char *word, HeedFacts *facts)
{
  const char *colon = strchr (word, ':');

  if (colon == NULL || colon == word || colon[1] == '\0')
    return wrong (_ ("“%s” is no account; write it as mastodon:care@example.social."), word);
  const char *handle = colon[1] == '@' ? colon + 2 : colon + 1;
  g_autofree char *name = g_strndup (word, (gsize) (colon - word));
  g_hash_table_insert (facts->handles, g_ascii_strdown (name, -1), g_strdup (handle));
  return TRUE;
}

static void
replace (char **field, const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static gboolean
parse_facts (HeedFacts *facts)
{
  replace (&facts->company, company);
  replace (&facts->what_happened, what);
  replace (&facts->want, want);
  replace (&facts->company_email, email);
  facts->urgent |= urgent;
  for (guint i = 0; handles != NULL && handles[i] != NULL; i++)
    if (!parse_handle (handles[i], facts))
      return FALSE;
  for (guint i = 0; references != NULL && references[i] != NULL; i++)
    if (!parse_reference (references[i], facts))
      return FALSE;
  if (facts->company == NULL || facts->company[0] == '\0')
    return wrong (_ ("Say which company, with --company NAME or in the file of --facts."));
  return TRUE;
}

static gboolean
parse_channel (HeedEvent *event)
{
  static const char *const channels[] = { "public", "dm", "email", "phone", "chat", "form", "letter", "shop", NULL };

  if (channel == NULL && event->kind == HEED_EVENT_CALL)
    event->channel = g_strdup ("phone");
  else if (channel == NULL && (event->kind == HEED_EVENT_SENT || event->kind == HEED_EVENT_RECEIVED))
    return wrong (_ ("Say where, with --channel: public, dm, email, phone, chat, form, letter or shop."));
  else if (channel != NULL && !g_strv_contains (channels, channel))
    return wrong (_ ("“%s” is no channel; it is one of public, dm, email, phone, chat, form, letter and shop."),
                  channel);
  else
    event->channel = g_strdup (channel);
  event->network = network != NULL ? g_ascii_strdown (network, -1) : NULL;
  return TRUE;
}

static gboolean
parse_outcome (HeedEvent *event)
{
  if (outcome == NULL)
    {
      gboolean was_told = agent != NULL || references != NULL || promise != NULL;

      if (event->kind == HEED_EVENT_RECEIVED || (event->kind == HEED_EVENT_CALL && was_told))
        event->outcome = HEED_OUTCOME_REPLY;
      return TRUE;
    }
  if (event->kind != HEED_EVENT_RECEIVED && event->kind != HEED_EVENT_CALL)
    return wrong (_ ("--outcome says what a received message or a call brought; leave it out here."));
  if (!heed_outcome_from_string (outcome, &event->outcome))
    return wrong (_ ("“%s” is no outcome; it is one of none, automatic, redirect and reply."), outcome);
  return TRUE;
}

static gboolean
parse_at (HeedEvent *event, gint64 now)
{
  event->at = now;
  if (at != NULL && !heed_time_parse (at, &event->at))
    return wrong (_ ("“%s” is no time; write it as 2026-03-01T10:00:00Z."), at);
  if (event->at > now + HEED_TRACK_FUTURE_GRACE_S)
    return wrong (_ ("“%s” is still to come; log what has happened."), at);
  return TRUE;
}

/* A day without a time of day lasts until its end, on the user's clock. */
static gboolean
parse_due (gint64 *time, GTimeZone *zone)
{
  g_autofree char *whole = strlen (due) == strlen ("2026-03-01") ? g_strconcat (due, "T23:59:59", NULL)
                                                                 : g_strdup (due);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (whole, zone);

  if (date == NULL)
    return wrong (_ ("“%s” is no time; write it as 2026-03-01 or 2026-03-01T10:00:00Z."), due);
  *time = g_date_time_to_unix (date);
  return TRUE;
}

static gboolean
parse_promise (HeedEvent *event, GTimeZone *zone)
{
  gint64 time;

  if (promise == NULL && due == NULL)
    return TRUE;
  if (promise == NULL || due == NULL)
    return wrong (_ ("A promise has words and a date: --promise TEXT --due TIME."));
  if (event->kind == HEED_EVENT_SENT)
    return wrong (_ ("A promise is theirs; log it with the message or call in which they made it."));
  if (!parse_due (&time, zone))
    return FALSE;
  if (time < event->at)
    return wrong (_ ("The promise is due before it was made; look at --due and --at."));
  event->promise = heed_promise_new (promise, time, FALSE);
  return TRUE;
}

/* The number alone, or written as for "new". */
static char *
dup_given_reference (void)
{
  if (references == NULL)
    return NULL;
  return g_strdup (g_str_has_prefix (references[0], "case:") ? references[0] + strlen ("case:") : references[0]);
}

static gboolean
parse_event (Call *call)
{
  HeedEventKind event_kind;

  if (kind == NULL)
    return wrong (_ ("Say what it was, with --kind: sent, received, call, note or document."));
  if (!heed_event_kind_from_string (kind, &event_kind) || event_kind == HEED_EVENT_STATE)
    return wrong (_ ("“%s” is no kind; it is one of sent, received, call, note and document."), kind);
  if (references != NULL && references[1] != NULL)
    return wrong (_ ("An entry holds one reference; log the others by themselves."));
  if (references != NULL && (references[0][0] == '\0' || g_str_equal (references[0], "case:")))
    return wrong (_ ("Say which number they gave, with --reference NUMBER."));

  HeedEvent *event = call->event = heed_event_new (event_kind, call->now);
  event->account = g_strdup (account);
  event->text = g_strdup (text);
  event->agent = g_strdup (agent);
  event->reference = dup_given_reference ();
  return parse_channel (event) && parse_at (event, call->now) && parse_outcome (event)
         && parse_promise (event, call->place.zone);
}

static gboolean
call_new (HeedDatabase *database, Call *call, GError **error)
{
  if (!heed_track_open_case (database, call->the_case, call->now, error))
    return FALSE;
  call->id = call->the_case->id;
  return TRUE;
}

static gboolean
call_log (HeedDatabase *database, Call *call, GError **error)
{
  if (!heed_track_add_event (database, call->id, call->event, error))
    return FALSE;
  gboolean is_on_network = g_strcmp0 (call->event->channel, "public") == 0
                           || g_strcmp0 (call->event->channel, "dm") == 0;
  if (!is_on_network || call->event->network != NULL)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("Say on which network, with --network NAME."));
  return FALSE;
}

static gboolean
call_close (HeedDatabase *database, Call *call, GError **error)
{
  return heed_track_close (database, call->id, call->now, error);
}

static gboolean
call_reopen (HeedDatabase *database, Call *call, GError **error)
{
  return heed_track_reopen (database, call->id, call->now, error);
}

static gboolean
call_kept (HeedDatabase *database, Call *call, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, call->id, error);
  if (the_case == NULL)
    return FALSE;

  for (guint i = 0; i < the_case->events->len; i++)
    {
      const HeedEvent *event = the_case->events->pdata[i];

      if (event->id == call->event_id && event->promise != NULL)
        return heed_case_records_set_promise_kept (database, event->id, !not_kept, error);
    }
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("That entry of the case holds no promise; “heedctl case show” lists the entries."));
  return FALSE;
}

static gboolean
call_promise (HeedDatabase *database, Call *call, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, call->id, error);

  return the_case != NULL
         && heed_command_case_set_promise (database, the_case, call->event_id, promise, call->due, &call->place, error);
}

static gboolean
call_nothing (HeedDatabase *database, Call *call, GError **error)
{
  return TRUE;
}

typedef struct
{
  CallFunc func;
  Call *call;
} StoreCall;

/* Does it and reads the case back, in one transaction. */
static gpointer
run_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  StoreCall *store_call = data;
  Call *call = store_call->call;

  if (!store_call->func (database, call, error))
    return NULL;
  return heed_track_load (database, call->id, call->place.zone, call->place.country, call->now, error);
}

static gpointer
load_all_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Call *call = data;

  return heed_track_load_all (database, call->place.zone, call->place.country, call->now, error);
}

static gpointer
delete_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Call *call = data;

  return heed_track_delete (database, call->id, error);
}

static gpointer
sweep_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Call *call = data;

  heed_document_files_sweep_case (database, call->data_folder, call->id, error);
  return NULL;
}

static int
run_list (HeedCommandLine *line, HeedContext *context, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = heed_store_run (heed_context_get_store (context), load_all_in_store, call,
                                              (GDestroyNotify) g_ptr_array_unref, &error);

  if (all == NULL)
    return heed_command_fail (error);
  if (as_json)
    heed_command_case_print_list_json (line, all, &call->place);
  else
    heed_command_case_print_list (line, all, call->place.zone);
  return HEED_EXIT_DONE;
}

static int
run_delete (HeedCommandLine *line, HeedContext *context, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDeletedCase) deleted = heed_store_run (heed_context_get_store (context), delete_in_store, call,
                                                        (GDestroyNotify) heed_deleted_case_free, &error);

  if (deleted == NULL)
    return heed_command_fail (error);
  /* Here nothing can be undone, so the case's files go with it; those that cannot go when the window next opens. */
  heed_store_run (heed_context_get_store (context), sweep_in_store, call, NULL, NULL);
  if (as_json)
    heed_command_print (line, "{\"deleted\":%" G_GINT64_FORMAT "}\n", call->id);
  else
    heed_command_print (line, _ ("Deleted “%s”.\n"),
                        deleted->the_case->title != NULL ? deleted->the_case->title
                                                         : deleted->the_case->facts->company);
  return HEED_EXIT_DONE;
}

static int
run_and_print (HeedCommandLine *line, HeedContext *context, Call *call, CallFunc func, gboolean is_whole)
{
  g_autoptr (GError) error = NULL;
  StoreCall store_call = { func, call };
  g_autoptr (HeedTracked) tracked = heed_store_run (heed_context_get_store (context), run_in_store, &store_call,
                                                    (GDestroyNotify) heed_tracked_free, &error);

  if (tracked == NULL)
    return heed_command_fail (error);
  if (as_json)
    heed_command_case_print_json (line, tracked, &call->place);
  else if (is_whole)
    heed_command_case_print (line, tracked, call->place.zone);
  else
    heed_command_case_print_step (line, tracked, call->place.zone);
  if (!as_json && call->event != NULL)
    heed_command_case_print_proposal (line, tracked, call->event->id, &call->place);
  return HEED_EXIT_DONE;
}

static int
run_new (HeedCommandLine *line, HeedContext *context, Call *call)
{
  g_autoptr (GError) error = NULL;

  call->the_case = heed_case_new ();
  call->the_case->title = g_strdup (title);
  if (facts_path != NULL)
    {
      HeedFacts *facts = heed_command_read_facts (facts_path, &error);

      if (facts == NULL)
        return heed_command_fail (error);
      heed_facts_free (call->the_case->facts);
      call->the_case->facts = facts;
    }
  if (!parse_facts (call->the_case->facts))
    return HEED_EXIT_USAGE;
  return run_and_print (line, context, call, call_new, TRUE);
}

static int
run_log (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return parse_event (call) ? run_and_print (line, context, call, call_log, FALSE) : HEED_EXIT_USAGE;
}

static int
run_show (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return run_and_print (line, context, call, call_nothing, TRUE);
}

static int
run_next (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return run_and_print (line, context, call, call_nothing, FALSE);
}

static int
run_close (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return run_and_print (line, context, call, call_close, FALSE);
}

static int
run_reopen (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return run_and_print (line, context, call, call_reopen, FALSE);
}

static int
run_kept (HeedCommandLine *line, HeedContext *context, Call *call)
{
  return run_and_print (line, context, call, call_kept, FALSE);
}

static int
run_promise (HeedCommandLine *line, HeedContext *context, Call *call)
{
  if (due != NULL && !parse_due (&call->due, call->place.zone))
    return HEED_EXIT_USAGE;
  return run_and_print (line, context, call, call_promise, FALSE);
}

static const struct
{
  const char *name;
  guint n_args;
  int (*run) (HeedCommandLine *line, HeedContext *context, Call *call);
} subcommands[] = {
  { "new", 0, run_new },       { "list", 0, run_list },       { "show", 1, run_show }, { "log", 1, run_log },
  { "next", 1, run_next },     { "promise", 2, run_promise }, { "kept", 2, run_kept }, { "close", 1, run_close },
  { "reopen", 1, run_reopen }, { "delete", 1, run_delete },
};

static int
run_subcommand (HeedCommandLine *line, guint index, char **args)
{
  guint n_args = g_strv_length (args);
  Call call = { 0 };
  g_autoptr (GError) error = NULL;

  if (n_args > subcommands[index].n_args)
    return heed_command_usage (_ ("“%s” is one word too many."), args[subcommands[index].n_args]);
  if (subcommands[index].n_args > 0 && !parse_case_id (args[0], &call.id))
    return HEED_EXIT_USAGE;
  if (subcommands[index].n_args > 1 && !parse_entry_id (args[1], &call.event_id))
    return HEED_EXIT_USAGE;

  g_autoptr (HeedContext) context = heed_environment_open (&error);
  if (context == NULL)
    return heed_command_fail (error);
  call.place.zone = heed_context_get_timezone (context);
  call.place.country = heed_context_get_settings (context)->country;
  call.data_folder = heed_context_get_data_folder (context);
  call.now = heed_context_now (context);
  int status = subcommands[index].run (line, context, &call);
  heed_case_free (call.the_case);
  heed_event_free (call.event);
  return status;
}

static int
run_case (HeedCommandLine *line, char **args)
{
  for (guint i = 0; args[0] != NULL && i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i].name, args[0]))
      return run_subcommand (line, i, args + 1);
  if (args[0] != NULL)
    return heed_command_usage (_ ("“%s” is nothing to do with a case; it is one of new, list, show, log, next, "
                                  "promise, kept, close, reopen and delete."),
                               args[0]);
  return heed_command_usage (_ ("Say what to do: new, list, show, log, next, promise, kept, close, reopen or delete."));
}

const HeedCommand heed_command_case = {
  .name = "case",
  .usage = "new|list|show ID|log ID|next ID|promise ID ENTRY|kept ID ENTRY|close ID|reopen ID|delete ID",
  .summary = N_ ("Keep track of your cases: whose turn it is, and what to do next"),
  .description = N_ (
    "“new” begins a case, from a fact sheet (--facts, as for “draft”), from the options below, or from both. “list” "
    "shows every case with its next step, what is your turn first. “show” shows one whole, “next” its next step "
    "alone. “log” adds to its timeline what was sent, received, said on the phone, noted or filed. Where what they "
    "wrote seems to promise something, such as a reply within 14 days, it says so, with the day; “promise” makes a "
    "promise of that entry, with another day where --due gives one. “kept” marks the promise in an entry as kept. "
    "“close”, “reopen” and “delete” do what they say.\n\n"
    "Times are written as RFC 3339, such as 2026-03-01T10:00:00Z.\n\n"
    "With --json, each prints the case as it is then, “list” an array of cases, “delete” {\"deleted\"}. A case is "
    "{\"id\", \"title\", \"company\", \"state\": draft, open or closed, \"turn\": yours, theirs or nobodys, \"next\": "
    "{\"step\", \"channel\", \"network\", \"account\", \"due\", \"title\", \"reasons\"}, \"references\": [{\"kind\", "
    "\"value\", \"private\"}], \"events\": [{\"id\", \"kind\", \"at\", \"channel\", \"network\", \"account\", "
    "\"text\", \"url\", \"outcome\", \"reference\", \"agent\", \"promise\": {\"text\", \"due\", \"kept\"}, "
    "\"proposed_promise\": {\"text\", \"words\", \"due\"}}], "
    "\"waiting\": {\"theirs_s\", \"yours_s\"}, \"created\", \"closed\", \"sample\"}. A step is one of finish, "
    "open-official, write, wait, answer, nudge, next-channel, remind-promise and none."),
  .options = options,
  .run = run_case,
};
