/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every sheet of tests/data/facts by every way and in every tone, all without exception: within the limit, with the
 * request and a reference, nothing private in public, no word cut (S80, S88, S91). What is private and what is a word
 * is judged by the plain means of this file, not by the code that it judges. A sheet names under "private_in_text" what
 * its story tells that must not be read in public, such as a card number. */

#include <string.h>

#include "heed-count.h"
#include "heed-dropped.h"
#include "heed-error.h"
#include "heed-limit.h"
#include "heed-rendition.h"
#include "sheet.h"

static const char *const wide_channels[] = { "email", "letter", "form", "chat", "phone" };

typedef struct
{
  guint renditions;
  guint failures;
} Tally;

/* The kind of message whose limit counts; a reply is a comment where the network tells them apart. */
static const char *
find_limit (const HeedDraftOptions *options)
{
  gboolean is_reply = g_str_equal (options->channel, "reply");
  const char *kind = is_reply || g_str_equal (options->channel, "public") ? "post" : "dm";

  if (options->network == NULL)
    return NULL;
  if (is_reply && heed_limit_lookup (options->network, "comment") != NULL)
    return "comment";
  return heed_limit_lookup (options->network, kind) != NULL ? kind : NULL;
}

static gboolean
is_within (const HeedDraftOptions *options, const HeedRendition *rendition)
{
  const char *kind = find_limit (options);
  HeedCount count;

  if (g_str_equal (options->channel, "chat"))
    return rendition->limit > 0 && g_utf8_strlen (rendition->text, -1) <= rendition->limit;
  if (kind == NULL)
    return rendition->limit == 0;
  for (guint i = 0; rendition->parts[i] != NULL; i++)
    if (!heed_count_kind (options->network, kind, rendition->parts[i], &count, NULL) || !count.is_valid)
      return FALSE;
  return rendition->limit == count.limit;
}

static gboolean
holds_secret (const Sheet *sheet, const HeedRendition *rendition)
{
  gboolean is_found = sheet_is_secret (sheet, rendition->text);

  for (guint i = 0; rendition->parts[i] != NULL && rendition->parts[1] != NULL; i++)
    is_found = is_found || sheet_is_secret (sheet, rendition->parts[i]);
  return is_found || (rendition->subject != NULL && sheet_is_secret (sheet, rendition->subject));
}

/* What is isolated for its direction ends before the text does. */
static gboolean
are_isolates_closed (const char *text)
{
  guint open = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      if (character == 0x2069 && open == 0)
        return FALSE;
      open += character == 0x2068 ? 1 : 0;
      open -= character == 0x2069 ? 1 : 0;
    }
  return open == 0;
}

static void
complain (Tally *tally, const Sheet *sheet, const HeedDraftOptions *options, const char *what, const char *text)
{
  static const char *const tones[] = { "friendly", "firm", "final" };

  tally->failures++;
  g_printerr ("# %s --to %s --network %s --tone %s: %s\n# %s\n", sheet->name, options->channel,
              options->network != NULL ? options->network : "-", tones[options->tone], what, text);
}

static void
judge (Tally *tally, const Sheet *sheet, const HeedDraftOptions *options, const HeedRendition *rendition)
{
  gboolean is_public = heed_channel_is_public (options->channel);
  g_autofree char *cut = sheet_find_cut_word (sheet, g_strcmp0 (options->network, "sms") == 0, rendition->text);

  tally->renditions++;
  if (!is_within (options, rendition))
    complain (tally, sheet, options, "over the limit", rendition->text);
  if (!sheet_holds_request (sheet, rendition, is_public))
    complain (tally, sheet, options, "no request", rendition->text);
  if (!sheet_holds_reference (sheet, options, is_public, rendition->text))
    complain (tally, sheet, options, "no reference", rendition->text);
  if (is_public && holds_secret (sheet, rendition))
    complain (tally, sheet, options, "private", rendition->text);
  for (guint i = 0; rendition->parts[i] != NULL; i++)
    if (!are_isolates_closed (rendition->parts[i]))
      complain (tally, sheet, options, "an isolate without its end", rendition->parts[i]);
  if (sheet_tears_date (sheet, rendition->text))
    complain (tally, sheet, options, "a date without its month", rendition->text);
  if (cut != NULL)
    {
      g_autofree char *what = g_strconcat ("neither sheet nor catalogue has “", cut, "”", NULL);
      complain (tally, sheet, options, what, rendition->text);
    }
}

/* What was left out can be said to the user, who does not know the names of facts. */
static void
judge_dropped (Tally *tally, const Sheet *sheet, const HeedDraftOptions *options, const HeedRendition *rendition)
{
  for (guint i = 0; i < rendition->dropped->len; i++)
    {
      const char *name = rendition->dropped->pdata[i];
      g_autofree char *title = heed_dropped_dup_title (name);
      if (g_str_equal (title, name) || strchr (title, '_') != NULL)
        complain (tally, sheet, options, "no words for what was left out", name);
    }
}

/* Some older sheets know no handle for a network; there nothing can be written. */
static gboolean
lacks_handle (const Sheet *sheet, const HeedDraftOptions *options)
{
  const char *network = options->network;

  if (network != NULL && g_str_equal (network, "gotosocial"))
    network = "mastodon";
  return network != NULL && !g_hash_table_contains (sheet->facts->handles, network);
}

static void
draft_once (Tally *tally, const Sheet *sheet, const HeedDraftOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (sheet->facts, options, &error);

  if (rendition != NULL)
    {
      judge (tally, sheet, options, rendition);
      judge_dropped (tally, sheet, options, rendition);
    }
  else if (!g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED) || !lacks_handle (sheet, options))
    complain (tally, sheet, options, "refused", error->message);
}

static void
draft (Tally *tally, const Sheet *sheet, const char *channel, const char *network)
{
  for (HeedTone tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL; tone++)
    {
      HeedDraftOptions options = { .channel = channel, .network = network, .tone = tone, .now = SHEET_NOW };
      draft_once (tally, sheet, &options);
    }
}

static void
draft_thread (Tally *tally, const Sheet *sheet, const char *network)
{
  HeedDraftOptions options = { .channel = "public", .network = network, .now = SHEET_NOW, .may_thread = TRUE };

  draft_once (tally, sheet, &options);
}

static void
draft_everywhere (Tally *tally, const Sheet *sheet)
{
  g_auto (GStrv) networks = heed_limit_list_networks ();

  for (guint i = 0; networks[i] != NULL; i++)
    {
      if (heed_limit_lookup (networks[i], "post") != NULL)
        {
          draft (tally, sheet, "public", networks[i]);
          draft (tally, sheet, "reply", networks[i]);
          draft_thread (tally, sheet, networks[i]);
        }
      draft (tally, sheet, "dm", networks[i]);
    }
  draft (tally, sheet, "dm", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wide_channels); i++)
    draft (tally, sheet, wide_channels[i], NULL);
}

static void
test_all (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "facts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  Tally tally = { 0 };
  guint sheets = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), sheets++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (Sheet) sheet = sheet_new (path);
      draft_everywhere (&tally, sheet);
    }
  g_test_message ("%u sheets, %u renditions, %u failures", sheets, tally.renditions, tally.failures);
  g_assert_cmpuint (sheets, >=, 200);
  g_assert_cmpuint (tally.failures, ==, 0);
}

/* In Hebrew whatever runs the other way is isolated, but for a mention, which networks would not see then. */
static void
test_isolated (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", "he-rail-delay.json", NULL);
  g_autoptr (Sheet) sheet = sheet_new (path);
  HeedDraftOptions options = { .channel = "email", .now = SHEET_NOW };
  sheet->facts->since += 24 * 60 * 60; /* The story tells of the day before, which is not said again. */
  g_autoptr (HeedRendition) mail = heed_rendition_new (sheet->facts, &options, NULL);
  options.channel = "public";
  options.network = "x";
  g_autoptr (HeedRendition) post = heed_rendition_new (sheet->facts, &options, NULL);

  g_assert_nonnull (strstr (mail->text, " \u2068R-2026-1180\u2069"));
  g_assert_nonnull (strstr (mail->text, " \u2068\u200f86\u00a0₪\u2069."));
  g_assert_nonnull (strstr (mail->text, " \u2068X\u2069 בתאריך 17 בנובמבר ("));
  g_assert_nonnull (strstr (mail->text, "הבעיה נמשכת מאז 10 בנובמבר 2026."));
  g_assert_true (g_str_has_prefix (post->text, "@shitarail\n"));
}

/* Where a text message has no room, accents go before words of the request do; what is cut, the user is told of. */
static void
test_text_message (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", "es-airline-delay.json", NULL);
  g_autoptr (Sheet) sheet = sheet_new (path);
  HeedDraftOptions options = { .channel = "dm", .network = "sms", .now = SHEET_NOW };
  g_autoptr (HeedRendition) whole = heed_rendition_new (sheet->facts, &options, NULL);

  g_assert_nonnull (strstr (whole->text, "La compensacion de 250 € y el recibo de la reclamacion."));
  g_assert_nonnull (strstr (whole->text, "RC-20 881."));
  for (guint i = 0; i < whole->warnings->len; i++)
    g_assert_cmpstr (((HeedWarning *) whole->warnings->pdata[i])->kind, !=, "shortened");

  g_free (sheet->facts->want);
  sheet->facts->want = g_strdup (
    "La compensación de 250 € y el recibo de la reclamación, por escrito y firmado por una "
    "persona que tenga nombre, y además una respuesta a todas las preguntas de mi carta");
  g_autoptr (HeedRendition) cut = heed_rendition_new (sheet->facts, &options, NULL);
  g_assert_nonnull (
    strstr (cut->text, "La compensacion de 250 € y el recibo de la reclamacion, por escrito y firmado"));
  g_assert_nonnull (strstr (cut->text, "RC-20 881."));
  g_assert_cmpstr (((HeedWarning *) cut->warnings->pdata[0])->kind, ==, "shortened");
}

/* A kind of number that the user named is said in their word. */
static void
test_dropped (void)
{
  g_autofree char *known = heed_dropped_dup_title ("order reference");
  g_autofree char *other = heed_dropped_dup_title ("other reference");
  g_autofree char *own = heed_dropped_dup_title ("Badge reference");
  g_autofree char *unknown = heed_dropped_dup_title ("weather");

  g_assert_cmpstr (known, ==, "The order number");
  g_assert_cmpstr (other, ==, "A reference number");
  g_assert_cmpstr (own, ==, "The number “Badge”");
  g_assert_cmpstr (unknown, ==, "weather");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/isolated", test_isolated);
  g_test_add_func ("/sheets/text-message", test_text_message);
  g_test_add_func ("/sheets/dropped", test_dropped);
  g_test_add_func ("/sheets/all", test_all);
  return g_test_run ();
}
