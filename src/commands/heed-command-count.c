/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "heed-command.h"
#include "heed-count.h"
#include "heed-error.h"
#include "heed-json-text.h"
#include "heed-limit.h"
#include "heed-rendition.h"

static char *network;
static char *content_warning;
static int max_characters;
static int characters_per_url;

static const GOptionEntry options[] = {
  { "network", 'n', 0, G_OPTION_ARG_STRING, &network, N_ ("Count as this network does"), N_ ("NAME") },
  { "max-characters", 0, 0, G_OPTION_ARG_INT, &max_characters, N_ ("This server takes so many"), N_ ("N") },
  { "characters-per-url", 0, 0, G_OPTION_ARG_INT, &characters_per_url, N_ ("This server counts a link as so many"),
    N_ ("N") },
  { "content-warning", 0, 0, G_OPTION_ARG_STRING, &content_warning, N_ ("These words stand before each text"),
    N_ ("WORDS") },
  G_OPTION_ENTRY_NULL,
};

static void
print_count (FILE *out, const HeedCount *count)
{
  fprintf (out,
           "{\"length\":%" G_GINT64_FORMAT ",\"limit\":%" G_GINT64_FORMAT ",\"remaining\":%" G_GINT64_FORMAT
           ",\"valid\":%s,\"parts\":%" G_GINT64_FORMAT "}\n",
           count->length, count->limit, count->remaining, count->is_valid ? "true" : "false", count->parts);
}

static gboolean
count_text (const char *text, HeedCount *count, GError **error)
{
  const char *kind = heed_limit_lookup (network, "post") != NULL ? "post" : "dm";
  const HeedServerLimits server = { max_characters, characters_per_url, content_warning };

  return heed_count_on_server (network, kind, &server, text, count, error);
}

/* HeedCommandLineFunc */
static gboolean
count_line (const char *line, gsize length, gpointer user_data, GError **error)
{
  HeedCommandLine *command_line = user_data;
  HeedCount count;

  g_autofree char *text = heed_json_text_read_string (line, length, error);
  if (text == NULL || !count_text (text, &count, error))
    return FALSE;
  print_count (command_line->out, &count);
  return TRUE;
}

static int
run_count (HeedCommandLine *command_line, char **args)
{
  g_autoptr (GError) error = NULL;
  HeedCount count;

  if (args[0] != NULL)
    return heed_command_usage (_ ("“%s” is one word too many: the texts are read from standard input."), args[0]);
  if (network == NULL)
    return heed_command_usage (_ ("Say how to count, with --network NAME. “heedctl count --help” lists the names."));
  if (max_characters < 0 || max_characters > HEED_LARGEST_LIMIT || characters_per_url < 0
      || characters_per_url > HEED_LARGEST_LIMIT)
    return heed_command_usage (_ ("A number of characters is from 1 to %d."), HEED_LARGEST_LIMIT);
  if (!count_text ("", &count, &error))
    return heed_command_usage ("%s", error->message);
  return heed_command_read_lines (count_line, command_line);
}

const HeedCommand heed_command_count = {
  .name = "count",
  .usage = "--network NAME",
  .summary = N_ ("Say how long texts are, as a network counts them"),
  .description = N_ ("Reads JSON lines from standard input, each a string, and prints for each one line with its "
                     "length, the limit, what remains, and whether the network would take it. Knows: bluesky, "
                     "facebook, gotosocial, instagram, linkedin, mastodon, reddit, sms, telegram, threads, whatsapp, "
                     "x and youtube. A line that is no JSON string is named on standard error; the others are still "
                     "counted, and the exit status is 1."),
  .options = options,
  .run = run_count,
};
