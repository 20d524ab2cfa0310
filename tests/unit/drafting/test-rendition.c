/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-phrases.h"
#include "heed-rendition.h"
#include "heed-shorten.h"
#include "sheet.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

static const char *const public_networks[] = { "x",        "mastodon",  "bluesky",   "threads",
                                               "facebook", "instagram", "gotosocial" };
static const char *const dm_networks[] = { NULL,       "x",         "mastodon", "bluesky",  "threads",
                                           "facebook", "instagram", "whatsapp", "telegram", "sms" };
static const char *const wide_channels[] = { "email", "letter", "phone", "form" };

/* Letters without accents and digits of any script only: an own, plain idea of "the same", to judge the code by. */
static char *
squeeze (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *squeezed = g_string_new (NULL);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (squeezed, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (squeezed, FALSE);
}

static void
assert_absent (const char *text, const char *value)
{
  if (value == NULL)
    return;
  if (strstr (text, value) != NULL)
    g_test_message ("%s in %s", value, text);
  g_assert_null (strstr (text, value));

  /* Short values may well be a part of something else once all blanks are gone. */
  g_autofree char *squeezed_text = squeeze (text);
  g_autofree char *squeezed_value = squeeze (value);
  if (g_utf8_strlen (squeezed_value, -1) >= 7)
    g_assert_null (strstr (squeezed_text, squeezed_value));
}

static void
assert_nothing_private (const HeedFacts *facts, const char *text)
{
  assert_absent (text, facts->my_name);
  assert_absent (text, facts->my_email);
  assert_absent (text, facts->my_phone);
  assert_absent (text, facts->my_postcode);
  assert_absent (text, facts->my_address);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      if (reference->is_private)
        assert_absent (text, reference->value);
    }
  g_assert_null (strstr (text, "4111"));
  g_assert_null (strstr (text, "DE89"));
}

static gboolean
holds_private (const HeedFacts *facts, const char *text)
{
  const char *const values[] = { facts->my_name, facts->my_email, facts->my_phone, facts->my_postcode,
                                 facts->my_address };
  g_autofree char *squeezed_text = squeeze (text);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *squeezed = squeeze (values[i] != NULL ? values[i] : "-");
      if (*squeezed != '\0' && strstr (squeezed_text, squeezed) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      g_autofree char *squeezed = squeeze (reference->value);
      if (reference->is_private && strstr (squeezed_text, squeezed) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The request as it was typed, but for blanks and invisible characters; where it held private data it is mended. */
static void
assert_request (const HeedFacts *facts, gboolean is_public, const char *text)
{
  g_autofree char *want = heed_shorten_clean (facts->want);

  /* More than what the sheet marks may be private, such as a card number. */
  if (is_public && (holds_private (facts, want) || strstr (text, want) == NULL))
    g_assert_nonnull (strstr (text, "(by DM)"));
  else
    g_assert_nonnull (strstr (text, want));
}

static void
assert_reference (const HeedFacts *facts, gboolean is_public, const char *text)
{
  gboolean may_name = FALSE;

  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      if (is_public && reference->is_private)
        continue;
      may_name = TRUE;
      if (strstr (text, reference->value) != NULL)
        return;
    }
  g_assert_false (may_name);
  if (facts->references->len > 0)
    g_assert_nonnull (strstr (text, "by DM"));
}

static void
assert_promises (const HeedFacts *facts, const char *text, gboolean has_room)
{
  for (guint i = 0; i < facts->promises->len; i++)
    {
      const HeedPromise *promise = facts->promises->pdata[i];
      g_autofree char *quoted = g_strdup_printf ("“%s”", promise->text);
      gboolean is_broken = !promise->kept && promise->due < NOW;
      if (!is_broken)
        g_assert_null (strstr (text, quoted));
      else if (has_room)
        g_assert_nonnull (strstr (text, quoted));
    }
}

static void
assert_warnings (const HeedRendition *rendition)
{
  glong length = g_utf8_strlen (rendition->text, -1);

  for (guint i = 0; i < rendition->warnings->len; i++)
    {
      const HeedWarning *warning = rendition->warnings->pdata[i];
      g_assert_cmpuint (warning->start, <=, warning->end);
      g_assert_cmpuint (warning->end, <=, (guint) length);
      g_assert_cmpstr (warning->message, !=, "");
    }
}

static void
assert_link (const HeedRendition *rendition)
{
  if (rendition->link == NULL)
    return;
  g_assert_cmpuint (strlen (rendition->link), <=, 2000);
  g_assert_null (strchr (rendition->link, ' '));
  g_assert_null (strchr (rendition->link, '\n'));

  const char *parameter = strstr (rendition->link, "text=");
  if (parameter == NULL)
    return;
  g_autofree char *text = g_uri_unescape_string (parameter + strlen ("text="), NULL);
  g_assert_cmpstr (text, ==, rendition->text);
}

static void
assert_sound (const HeedFacts *facts, const HeedDraftOptions *options, const HeedRendition *rendition)
{
  gboolean is_public = heed_channel_is_public (options->channel);
  gboolean is_comment = g_str_equal (options->channel, "reply") && g_str_equal (options->network, "facebook");
  gboolean is_packed = is_public || g_str_equal (options->channel, "dm");
  HeedCount count;

  g_assert_true (g_utf8_validate (rendition->text, -1, NULL));
  g_assert_cmpuint (g_strv_length (rendition->parts), ==, 1);
  g_assert_cmpstr (rendition->parts[0], ==, rendition->text);
  if (rendition->limit > 0)
    {
      g_assert_true (heed_count_kind (options->network,
                                      is_comment  ? "comment"
                                      : is_public ? "post"
                                                  : "dm",
                                      rendition->text, &count, NULL));
      g_assert_true (count.is_valid);
      g_assert_cmpint (count.length, ==, rendition->length);
      g_assert_cmpint (count.limit, ==, rendition->limit);
    }
  else if (is_packed)
    g_assert_cmpuint (rendition->dropped->len, ==, 0);
  if (is_public)
    {
      assert_nothing_private (facts, rendition->text);
      g_assert_true (*rendition->text == '@');
    }
  assert_request (facts, is_public, rendition->text);
  assert_reference (facts, is_public, rendition->text);
  assert_promises (facts, rendition->text, !is_packed);
  assert_warnings (rendition);
  assert_link (rendition);
  g_assert_cmpint (rendition->subject != NULL, ==, !is_packed && !g_str_equal (options->channel, "phone"));
  for (guint i = 0; i < rendition->dropped->len; i++)
    {
      g_assert_cmpstr (rendition->dropped->pdata[i], !=, "want");
      g_assert_cmpstr (rendition->dropped->pdata[i], !=, "mention");
    }
}

/* A message that was made, or the refusal that the sheet calls for. Returns whether it was made. */
static gboolean
draft_once (const HeedFacts *facts, const char *channel, const char *network, HeedTone tone)
{
  HeedDraftOptions options = { .channel = channel, .network = network, .tone = tone, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);

  if (rendition != NULL)
    assert_sound (facts, &options, rendition);
  else
    g_assert_true (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED)
                   || g_error_matches (error, HEED_ERROR, HEED_ERROR_REFUSED));
  return rendition != NULL;
}

static guint
draft_everywhere (const HeedFacts *facts, HeedTone tone)
{
  guint drafts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (public_networks); i++)
    {
      drafts += draft_once (facts, "public", public_networks[i], tone) ? 1 : 0;
      drafts += draft_once (facts, "reply", public_networks[i], tone) ? 1 : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (dm_networks); i++)
    drafts += draft_once (facts, "dm", dm_networks[i], tone) ? 1 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (wide_channels); i++)
    {
      g_assert_true (draft_once (facts, wide_channels[i], NULL, tone));
      drafts++;
    }
  return drafts;
}

static void
test_sheets (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "facts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint sheets = 0;
  guint drafts = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (HeedFacts) facts = sheet_read_facts (path);
      /* This file knows the English sentences; test-sheets.c judges what all languages share. */
      if (facts->language != NULL && heed_phrases_knows (facts->language) && !g_str_equal (facts->language, "en"))
        continue;
      g_test_message ("%s", name);
      for (HeedTone tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL; tone++)
        drafts += draft_everywhere (facts, tone);
      sheets++;
    }
  g_test_message ("%u sheets, %u drafts", sheets, drafts);
  g_assert_cmpuint (sheets, >=, 40);
  g_assert_cmpuint (drafts, >, sheets * 3 * 17);
}

static HeedFacts *
load_named (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", name, NULL);
  return sheet_read_facts (path);
}

static void
test_wording (void)
{
  g_autoptr (HeedFacts) facts = load_named ("parcel-stuck.json");
  HeedDraftOptions options = { .channel = "public", .network = "x", .tone = HEED_TONE_FIRM, .now = NOW };
  g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, NULL);

  /* All attempts in one line, the newest first; the broken promise with its date; no courtesy before a fact. */
  g_assert_true (g_str_has_prefix (post->text, "@swiftparcels My parcel has not moved since it reached your depot."));
  g_assert_nonnull (strstr (post->text, "X 12 Nov, phone 10 Nov, e-mail 5 Nov"));
  g_assert_nonnull (strstr (post->text, "You told me “delivered by Friday” (due 13 Nov)."));
  g_assert_nonnull (strstr (post->text, "Case"));
  g_assert_null (strstr (post->text, "Tom"));

  options.channel = "email";
  options.network = NULL;
  g_autoptr (HeedRendition) mail = heed_rendition_new (facts, &options, NULL);
  g_assert_cmpstr (mail->subject, ==, "Follow-up, Case C-4711: Deliver the parcel or refund 89.90 EUR");
  g_assert_nonnull (strstr (mail->text, "phone on 10 November (sent elsewhere, with Tom, reference T-1)"));
  g_assert_nonnull (strstr (mail->text, "Please answer by Monday 30 November 2026."));
  g_assert_true (
    g_str_has_prefix (mail->link, "mailto:help@swiftparcels.example?subject=Follow-up%2C%20Case%20C-4711"));
  g_assert_nonnull (strstr (mail->link, "%0D%0A"));
}

/* Facts go in the order of their need: with ever less room, what is left out only grows, from the least needed. */
static void
test_dropping (void)
{
  g_autoptr (HeedFacts) facts = load_named ("parcel-stuck.json");
  HeedDraftOptions options = { .channel = "dm", .network = "sms", .now = NOW };
  g_autoptr (HeedRendition) small = heed_rendition_new (facts, &options, NULL);
  options.network = "mastodon";
  g_autoptr (HeedRendition) large = heed_rendition_new (facts, &options, NULL);

  g_assert_cmpuint (small->dropped->len, >, large->dropped->len);
  g_assert_cmpstr (small->dropped->pdata[0], ==, "since");
  for (guint i = 0; i < large->dropped->len; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (small->dropped, large->dropped->pdata[i], g_str_equal, NULL));
}

/* The limit of the user's own server is kept; one in which not even the request fits is said. */
static void
test_server (void)
{
  g_autoptr (HeedFacts) facts = load_named ("parcel-stuck.json");
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .now = NOW };
  g_autoptr (HeedRendition) usual = heed_rendition_new (facts, &options, NULL);
  options.limit = 130;
  g_autoptr (HeedRendition) small = heed_rendition_new (facts, &options, NULL);
  options.content_warning = "parcels";
  g_autoptr (HeedRendition) warned = heed_rendition_new (facts, &options, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (usual->length, >, 130);
  g_assert_cmpint (small->limit, ==, 130);
  g_assert_cmpint (small->length, <=, 130);
  g_assert_cmpint (warned->length, <=, 130);
  g_assert_cmpint (g_utf8_strlen (warned->text, -1), <=, g_utf8_strlen (small->text, -1));
  options.limit = 20;
  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
}

static void
test_hidden (void)
{
  g_autoptr (HeedFacts) facts = load_named ("bank-many-private.json");
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .now = NOW };
  g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, NULL);
  guint private_warnings = 0;

  for (guint i = 0; i < post->warnings->len; i++)
    private_warnings += g_str_equal (((HeedWarning *) post->warnings->pdata[i])->kind, "private") ? 1 : 0;
  g_assert_cmpuint (private_warnings, >=, 7);
  g_assert_nonnull (strstr (post->text, "(by DM) wants an answer"));
  g_assert_null (strstr (post->text, "(by DM), (by DM), (by DM), (by DM)"));
}

static void
test_refusals (void)
{
  g_autoptr (HeedFacts) facts = load_named ("telecom-short.json");
  const struct
  {
    const char *channel;
    const char *network;
    const char *language;
    HeedError code;
  } cases[] = {
    { "fax", NULL, NULL, HEED_ERROR_NOT_FOUND },
    { "public", NULL, NULL, HEED_ERROR_NOT_FOUND },
    { "public", "myspace", NULL, HEED_ERROR_NOT_FOUND },
    { "public", "sms", NULL, HEED_ERROR_NOT_FOUND },
    { "dm", "myspace", NULL, HEED_ERROR_NOT_FOUND },
    { "dm", NULL, "xx", HEED_ERROR_NOT_FOUND },
    { "public", "linkedin", NULL, HEED_ERROR_NOT_CONFIGURED },
    { "public", "x", NULL, HEED_ERROR_REFUSED },
    { "public", "bluesky", NULL, HEED_ERROR_REFUSED },
    { "dm", "sms", NULL, HEED_ERROR_REFUSED },
  };

  g_free (facts->want);
  facts->want = g_strnfill (281, 'w');
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedDraftOptions options = {
        .channel = cases[i].channel, .network = cases[i].network, .language = cases[i].language, .now = NOW
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);

      g_test_message ("case %u", i);
      g_assert_null (rendition);
      g_assert_error (error, HEED_ERROR, (int) cases[i].code);
    }
  g_assert_true (draft_once (facts, "public", "mastodon", HEED_TONE_FRIENDLY));
}

/* Strange but valid text: every script, emoji, marks, links, private values in many spellings. */
static char *
invent_text (guint words)
{
  static const char *const stock[] = { "parcel",
                                       "späti",
                                       "列車が",
                                       "हिन्दी",
                                       "👨‍👩‍👧‍👧",
                                       "🇩🇪",
                                       "e\u0301\u0301",
                                       "\u202E",
                                       "https://example.com/a?b=(c)",
                                       "4,50 €",
                                       "שלום",
                                       "{date}",
                                       "10115",
                                       "Jane",
                                       "jane  ROE",
                                       "+49-170-1234567",
                                       "0170/12 34 567",
                                       "JANE.ROE@mail.example",
                                       "C 4711 X",
                                       "88-77",
                                       "Long Street 5",
                                       "!!",
                                       "?",
                                       ".",
                                       "\n\n",
                                       "\u200B",
                                       "%s",
                                       "<b>",
                                       "DE89 3704 0044 0532 0130 00",
                                       "4111-1111-1111-1111",
                                       "#tag",
                                       "@other" };
  static const char *const parts[] = { " ", ", ", "  ", "\n", ": ", ";", " (", ") ", " – ", "; " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    g_string_append_printf (text, "%s%s", stock[g_test_rand_int_range (0, G_N_ELEMENTS (stock))],
                            parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  g_string_append (text, "end");
  return g_string_free (text, FALSE);
}

static HeedFacts *
invent_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Acme");
  for (guint i = 0; i < G_N_ELEMENTS (public_networks); i++)
    g_hash_table_insert (facts->handles, g_strdup (public_networks[i]),
                         g_strdup (g_str_equal (public_networks[i], "x") ? "acme_care" : "acme.example"));
  facts->my_name = g_strdup ("Jane Roe");
  facts->my_email = g_strdup ("jane.roe@mail.example");
  facts->my_phone = g_strdup ("+49 170 1234567");
  facts->my_postcode = g_strdup ("10115");
  facts->my_address = g_strdup ("Long Street 5, Berlin");
  facts->what_happened = invent_text ((guint) g_test_rand_int_range (0, 120));
  facts->want = invent_text ((guint) g_test_rand_int_range (0, 12));
  facts->product = invent_text (2);
  facts->since = NOW - g_test_rand_int_range (0, 90) * 86400;
  facts->by = NOW + g_test_rand_int_range (-5, 30) * 86400;
  g_ptr_array_add (facts->references, heed_reference_new ("account", "88 77", TRUE));
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711-X", g_test_rand_bit ()));
  for (int i = g_test_rand_int_range (0, 9); i > 0; i--)
    {
      HeedAttempt attempt = { .channel = (char *) "phone", .when = NOW - i * 86400, .outcome = HEED_OUTCOME_REDIRECT };
      g_ptr_array_add (facts->attempts, heed_attempt_copy (&attempt));
    }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    g_ptr_array_add (facts->promises,
                     heed_promise_new ("a promise", NOW + g_test_rand_int_range (-9, 9) * 86400, g_test_rand_bit ()));
  return facts;
}

/* What never may be in a public text, in the plainest form; the words of "stock" come in many spellings. */
static void
assert_fuzz_clean (const char *text)
{
  const char *const forbidden[] = { "jane roe",      "jane  roe", "1234567",   "12 34 567", "jane.roe", "10115",
                                    "long street 5", "4111-1111", "0532 0130", "88 77",     "88-77" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      const char *found = strstr (lower, forbidden[i]);
      /* Grown together with other letters or digits it is another word or number. */
      while (found != NULL
             && (g_unichar_isalnum (g_utf8_get_char (found + strlen (forbidden[i])))
                 || (found > lower && g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (lower, found))))))
        found = strstr (found + 1, forbidden[i]);
      if (found != NULL)
        g_test_message ("%s in %s", forbidden[i], text);
      g_assert_null (found);
    }
}

static void
test_fuzz (void)
{
  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (HeedFacts) facts = invent_facts ();
      const char *network = public_networks[(guint) g_test_rand_int_range (0, G_N_ELEMENTS (public_networks))];
      HeedDraftOptions options = {
        .channel = "public", .network = network, .tone = (HeedTone) g_test_rand_int_range (0, 3), .now = NOW
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, &error);
      HeedCount count;

      if (post == NULL)
        {
          g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
          continue;
        }
      g_assert_true (heed_count (network, post->text, &count, NULL));
      g_assert_true (count.is_valid);
      g_assert_true (g_str_has_prefix (post->text, g_str_equal (network, "x") ? "@acme_care " : "@acme.example "));
      assert_fuzz_clean (post->text);
      assert_warnings (post);
      assert_link (post);
      for (guint i = 0; i < G_N_ELEMENTS (wide_channels); i++)
        {
          options.channel = wide_channels[i];
          options.network = NULL;
          g_autoptr (HeedRendition) wide = heed_rendition_new (facts, &options, NULL);
          g_assert_nonnull (wide);
          assert_warnings (wide);
        }
    }
}

/* A story of 100 KB makes every message. */
static void
test_large (void)
{
  g_autoptr (HeedFacts) facts = load_named ("parcel-stuck.json");
  GString *story = g_string_new (NULL);

  while (story->len < 100 * 1024)
    g_string_append (story, "The page shows the same line every day, and nobody could tell me why 👍. ");
  g_free (facts->what_happened);
  facts->what_happened = g_string_free (story, FALSE);

  g_assert_true (draft_once (facts, "public", "x", HEED_TONE_FIRM));
  g_assert_true (draft_once (facts, "public", "mastodon", HEED_TONE_FIRM));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rendition/sheets", test_sheets);
  g_test_add_func ("/rendition/wording", test_wording);
  g_test_add_func ("/rendition/dropping", test_dropping);
  g_test_add_func ("/rendition/server", test_server);
  g_test_add_func ("/rendition/hidden", test_hidden);
  g_test_add_func ("/rendition/refusals", test_refusals);
  g_test_add_func ("/rendition/fuzz", test_fuzz);
  g_test_add_func ("/rendition/large", test_large);
  return g_test_run ();
}
