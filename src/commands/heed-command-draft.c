/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-asked.h"
#include "heed-command-facts.h"
#include "heed-command-json.h"
#include "heed-dropped.h"
#include "heed-error.h"
#include "heed-json-text.h"
#include "heed-language.h"
#include "heed-phrases.h"
#include "heed-rendition.h"

static char *facts_file;
static char *channel;
static char *network;
static char *language;
static char *tone;
static char *answer_to;
static char *content_warning;
static gint64 limit;
static gint64 characters_per_url;
static gboolean may_thread;
static gboolean as_json;
static gboolean only_check;

static const GOptionEntry options[] = {
  { "facts", 'f', 0, G_OPTION_ARG_FILENAME, &facts_file, N_ ("Read the sheet of facts from FILE; - is standard input"),
    N_ ("FILE") },
  { "to", 't', 0, G_OPTION_ARG_STRING, &channel, N_ ("Write for public, reply, dm, email, letter, form, chat or phone"),
    N_ ("CHANNEL") },
  { "network", 'n', 0, G_OPTION_ARG_STRING, &network, N_ ("On this network, for public, reply and dm"), N_ ("NAME") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("In this language, such as en or de-AT"), N_ ("LL") },
  { "tone", 0, 0, G_OPTION_ARG_STRING, &tone, N_ ("In this tone: friendly, firm or final"), N_ ("TONE") },
  { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_ ("Within N characters, as this form, chat or server has it"),
    N_ ("N") },
  { "characters-per-url", 0, 0, G_OPTION_ARG_INT64, &characters_per_url,
    N_ ("The server to post on counts a link as N characters"), N_ ("N") },
  { "content-warning", 0, 0, G_OPTION_ARG_STRING, &content_warning, N_ ("These words will stand before the text"),
    N_ ("WORDS") },
  { "thread", 0, 0, G_OPTION_ARG_NONE, &may_thread,
    N_ ("Rather as several posts than with a fact left out or the story cut"), NULL },
  { "answer-to", 0, 0, G_OPTION_ARG_STRING, &answer_to,
    N_ ("Give the details that the company asks for in this reply: a file, or the text itself"), N_ ("REPLY") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { "check", 0, 0, G_OPTION_ARG_NONE, &only_check, N_ ("Look texts through instead: JSON lines on standard input"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

static void
add_warnings (GString *json, const GPtrArray *warnings)
{
  heed_command_json_begin_array (json, "warnings");
  for (guint i = 0; i < warnings->len; i++)
    {
      const HeedWarning *warning = warnings->pdata[i];
      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "kind", warning->kind);
      heed_command_json_add_count (json, "start", warning->start);
      heed_command_json_add_count (json, "end", warning->end);
      heed_command_json_add_string (json, "message", warning->message);
      heed_command_json_add_string (json, "repair", warning->repair);
      heed_command_json_add_count (json, "saved", warning->saved);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

/* What goes into which field of a form; null for what is none. */
static void
add_fields (GString *json, const GPtrArray *fields)
{
  if (fields == NULL)
    {
      heed_command_json_add_string (json, "fields", NULL);
      return;
    }
  heed_command_json_begin_array (json, "fields");
  for (guint i = 0; i < fields->len; i++)
    {
      const HeedField *field = fields->pdata[i];
      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "name", field->name);
      heed_command_json_add_string (json, "label", field->label);
      heed_command_json_add_string (json, "value", field->value);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
print_json (HeedCommandLine *line, const HeedRendition *rendition)
{
  g_autoptr (GString) json = g_string_new (NULL);

  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_string (json, "text", rendition->text);
  heed_command_json_begin_array (json, "parts");
  for (guint i = 0; rendition->parts[i] != NULL; i++)
    heed_command_json_add_string (json, NULL, rendition->parts[i]);
  heed_command_json_end_array (json);
  heed_command_json_add_count (json, "length", rendition->length);
  heed_command_json_add_count (json, "limit", rendition->limit);
  heed_command_json_add_string (json, "channel", rendition->channel);
  heed_command_json_add_string (json, "network", rendition->network);
  heed_command_json_add_strings (json, "dropped", rendition->dropped);
  heed_command_json_add_boolean (json, "story_cut", rendition->is_story_cut);
  add_warnings (json, rendition->warnings);
  heed_command_json_add_string (json, "link", rendition->link);
  heed_command_json_add_string (json, "subject", rendition->subject);
  add_fields (json, rendition->fields);
  heed_command_json_end_object (json);
  heed_command_json_print (line, json);
}

/* The fields of a form, each under its label. */
static void
print_fields (HeedCommandLine *line, const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const HeedField *field = fields->pdata[i];
      heed_command_print (line, "%s%s:\n%s\n", i > 0 ? "\n" : "", field->label, field->value);
    }
}

/* What there was no room for is said, so that nobody takes the message for the whole sheet. */
static void
say_dropped (const HeedRendition *rendition)
{
  const GPtrArray *dropped = rendition->dropped;
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < dropped->len; i++)
    {
      if (!g_hash_table_add (said, dropped->pdata[i]))
        continue;
      g_autofree char *title = heed_dropped_dup_title (dropped->pdata[i]);
      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", title);
    }
  if (dropped->len > 0)
    heed_command_say (_ ("Left out, to keep it short: %s."), titles->str);
  if (rendition->is_story_cut)
    heed_command_say ("%s", _ ("Of what happened only the beginning had room; see that it tells what matters most."));
}

/* A letter has its subject in the text already. */
static void
print_text (HeedCommandLine *line, const HeedRendition *rendition)
{
  if (g_str_equal (rendition->channel, "email"))
    heed_command_print (line, "%s\n\n", rendition->subject);
  if (rendition->fields != NULL)
    print_fields (line, rendition->fields);
  else
    heed_command_print (line, "%s\n", rendition->text);
  for (guint i = 0; i < rendition->warnings->len; i++)
    heed_command_say ("%s", ((const HeedWarning *) rendition->warnings->pdata[i])->message);
  say_dropped (rendition);
}

/* What texts are checked against. */
typedef struct
{
  HeedCommandLine *line;
  const HeedFacts *facts;
  const HeedDraftOptions *options;
} Checking;

/* HeedCommandLineFunc */
static gboolean
check_line (const char *words, gsize length, gpointer user_data, GError **error)
{
  const Checking *checking = user_data;
  g_autofree char *text = heed_json_text_read_string (words, length, error);
  if (text == NULL)
    return FALSE;

  g_autoptr (GPtrArray) warnings = heed_rendition_check (checking->facts, checking->options, text);
  g_autoptr (GString) json = g_string_new (NULL);
  heed_command_json_begin_object (json, NULL);
  add_warnings (json, warnings);
  heed_command_json_end_object (json);
  heed_command_json_print (checking->line, json);
  return TRUE;
}

static int
draft (HeedCommandLine *line, const HeedFacts *facts, HeedDraftOptions *draft_options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClock) clock = heed_environment_new_clock (&error);
  if (clock == NULL)
    return heed_command_fail (error);

  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  draft_options->now = heed_clock_now (clock);
  draft_options->zone = zone;
  if (only_check)
    return heed_command_read_lines (check_line, &(Checking){ line, facts, draft_options });

  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, draft_options, &error);
  /* What is not found are words of the call: a channel, a network or a language. */
  if (rendition == NULL && g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND))
    return heed_command_usage ("%s", error->message);
  if (rendition == NULL)
    return heed_command_fail (error);

  if (as_json)
    print_json (line, rendition);
  else
    print_text (line, rendition);
  return HEED_EXIT_DONE;
}

/* The reply that is answered: what was given with the call, else what the sheet has and is not read yet. */
static gboolean
read_reply (HeedFacts *facts, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (answer_to == NULL)
    return facts->reply == NULL || facts->asked->len > 0 || heed_asked_read (facts, facts->reply, error);
  if (!g_file_test (answer_to, G_FILE_TEST_IS_REGULAR))
    return heed_asked_read (facts, answer_to, error);
  if (!g_file_get_contents (answer_to, &text, &length, NULL))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("The reply “%s” cannot be read; give a file you may read, or its text."), answer_to);
      return FALSE;
    }
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  return heed_asked_read (facts, valid, error);
}

/* What cannot go together; NULL where all can. */
static const char *
find_contradiction (void)
{
  if (limit < 0 || limit > HEED_LARGEST_LIMIT || characters_per_url < 0 || characters_per_url > HEED_LARGEST_LIMIT)
    return _ ("A limit is a number of characters, such as 500.");
  if (may_thread && !g_str_equal (channel, "public") && !g_str_equal (channel, "reply"))
    return _ ("Only public posts can be a thread; use --thread with --to public or reply.");
  if (only_check && g_str_equal (facts_file, "-"))
    return _ ("Give the sheet of facts as a file; standard input is for the texts.");
  if (answer_to != NULL && (g_str_equal (channel, "letter") || g_str_equal (channel, "phone")))
    return _ ("Details that a company asked for go by dm, email, form or chat; a letter and a call have all facts.");
  return NULL;
}

/* Of "de-AT" the language, where there are sentences in it; else what was given, so that it is named as it was. */
static char *
dup_language (void)
{
  g_autofree char *code = language != NULL ? heed_language_dup_code (language) : NULL;

  return code != NULL && heed_phrases_knows (code) ? g_steal_pointer (&code) : g_strdup (language);
}

static int
run_draft (HeedCommandLine *line, char **args)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *known = dup_language ();
  HeedDraftOptions draft_options = {
    .channel = channel,
    .network = network,
    .language = known,
    .limit = limit,
    .characters_per_url = characters_per_url,
    .content_warning = content_warning,
    .may_thread = may_thread,
  };

  if (args[0] != NULL)
    return heed_command_usage (_ ("“%s” is one word too many. “heedctl draft --help” says what is needed."), args[0]);
  if (facts_file == NULL || channel == NULL)
    return heed_command_usage (_ ("Say what from and what for, with --facts FILE and --to CHANNEL."));
  if (tone != NULL && !heed_tone_from_string (tone, &draft_options.tone))
    return heed_command_usage (_ ("There is no tone “%s”. Choose friendly, firm or final."), tone);

  const char *contradiction = find_contradiction ();
  if (contradiction != NULL)
    return heed_command_usage ("%s", contradiction);

  g_autoptr (HeedFacts) facts = heed_command_read_facts (facts_file, &error);
  if (facts == NULL || !read_reply (facts, &error))
    return heed_command_fail (error);
  return draft (line, facts, &draft_options);
}

const HeedCommand heed_command_draft = {
  .name = "draft",
  .usage = "--facts FILE --to CHANNEL",
  .summary = N_ ("Write a message from a sheet of facts"),
  .description = N_ (
    "Prints the message for one channel: public or reply (with --network), dm, email, letter, form, "
    "chat or phone. The request and one reference are always in it, nothing private is in a public "
    "one, and it is within the limit of the network. What it is better mended for is said on standard "
    "error.\n\nWith --answer-to, or a reply in the sheet, a private message gives exactly the details "
    "that the company asked for, with a mark for each that the sheet lacks; a public one says that "
    "they come by direct message.\n\nWith --check, reads JSON lines from standard input, each a string, and "
    "prints for each one line with what the text is better mended for."),
  .options = options,
  .run = run_draft,
};
