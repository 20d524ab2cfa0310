/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-command-facts.h"
#include "heed-command-json.h"
#include "heed-error.h"
#include "heed-rendition.h"

static char *facts_file;
static char *channel;
static char *network;
static char *language;
static char *tone;
static gboolean as_json;

static const GOptionEntry options[] = {
  { "facts", 'f', 0, G_OPTION_ARG_FILENAME, &facts_file, N_ ("Read the sheet of facts from FILE; - is standard input"),
    N_ ("FILE") },
  { "to", 't', 0, G_OPTION_ARG_STRING, &channel, N_ ("Write for public, dm, email, letter or phone"), N_ ("CHANNEL") },
  { "network", 'n', 0, G_OPTION_ARG_STRING, &network, N_ ("On this network, for public and dm"), N_ ("NAME") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("In this language, such as en"), N_ ("LL") },
  { "tone", 0, 0, G_OPTION_ARG_STRING, &tone, N_ ("In this tone: friendly, firm or final"), N_ ("TONE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

static void
add_warnings (JsonBuilder *builder, const GPtrArray *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const HeedWarning *warning = warnings->pdata[i];
      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "kind", warning->kind);
      heed_command_json_add_count (builder, "start", warning->start);
      heed_command_json_add_count (builder, "end", warning->end);
      heed_command_json_add_string (builder, "message", warning->message);
      heed_command_json_add_string (builder, "repair", warning->repair);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (HeedCommandLine *line, const HeedRendition *rendition)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "text", rendition->text);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; rendition->parts[i] != NULL; i++)
    json_builder_add_string_value (builder, rendition->parts[i]);
  json_builder_end_array (builder);
  heed_command_json_add_count (builder, "length", rendition->length);
  heed_command_json_add_count (builder, "limit", rendition->limit);
  heed_command_json_add_string (builder, "channel", rendition->channel);
  heed_command_json_add_string (builder, "network", rendition->network);
  heed_command_json_add_strings (builder, "dropped", rendition->dropped);
  add_warnings (builder, rendition->warnings);
  heed_command_json_add_string (builder, "link", rendition->link);
  heed_command_json_add_string (builder, "subject", rendition->subject);
  json_builder_end_object (builder);
  heed_command_json_print (line, builder);
}

/* A letter has its subject in the text already. */
static void
print_text (HeedCommandLine *line, const HeedRendition *rendition)
{
  if (g_str_equal (rendition->channel, "email"))
    heed_command_print (line, "%s\n\n", rendition->subject);
  heed_command_print (line, "%s\n", rendition->text);
  for (guint i = 0; i < rendition->warnings->len; i++)
    heed_command_say ("%s", ((const HeedWarning *) rendition->warnings->pdata[i])->message);
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

static int
run_draft (HeedCommandLine *line, char **args)
{
  g_autoptr (GError) error = NULL;
  HeedDraftOptions draft_options = { .channel = channel, .network = network, .language = language };

  if (args[0] != NULL)
    return heed_command_usage (_ ("“%s” is one word too many. “heedctl draft --help” says what is needed."), args[0]);
  if (facts_file == NULL || channel == NULL)
    return heed_command_usage (_ ("Say what from and what for, with --facts FILE and --to CHANNEL."));
  if (tone != NULL && !heed_tone_from_string (tone, &draft_options.tone))
    return heed_command_usage (_ ("There is no tone “%s”. Choose friendly, firm or final."), tone);

  g_autoptr (HeedFacts) facts = heed_command_read_facts (facts_file, &error);
  if (facts == NULL)
    return heed_command_fail (error);
  return draft (line, facts, &draft_options);
}

const HeedCommand heed_command_draft = {
  .name = "draft",
  .usage = "--facts FILE --to CHANNEL",
  .summary = N_ ("Write a message from a sheet of facts"),
  .description = N_ ("Prints the message for one channel: public (with --network), dm, email, letter or phone. The "
                     "request and one reference are always in it, nothing private is in a public one, and it is "
                     "within the limit of the network. What it is better mended for is said on standard error."),
  .options = options,
  .run = run_draft,
};
