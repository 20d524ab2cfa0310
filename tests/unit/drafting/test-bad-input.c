/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What nobody should put on a sheet but somebody will: a clear answer, never a wrong count, never a crash. */

#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

static const struct
{
  const char *channel;
  const char *network;
} places[] = {
  { "public", "x" }, { "public", "mastodon" }, { "reply", "bluesky" }, { "dm", "sms" },  { "dm", NULL },
  { "email", NULL }, { "letter", NULL },       { "phone", NULL },      { "form", NULL }, { "chat", NULL },
};

static HeedFacts *
new_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Nordlicht");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("nordlicht"));
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@nordlicht.example"));
  g_hash_table_insert (facts->handles, g_strdup ("bluesky"), g_strdup ("nordlicht.example"));
  facts->what_happened = g_strdup ("My line is dead");
  facts->want = g_strdup ("repair it");
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  return facts;
}

/* The rendition, or %NULL with a sentence of the error domain; what is counted is what the network counts. */
static HeedRendition *
draft (const HeedFacts *facts, HeedDraftOptions options, GError **error)
{
  HeedRendition *rendition;
  HeedCount count;

  options.now = NOW;
  rendition = heed_rendition_new (facts, &options, error);
  if (rendition == NULL)
    {
      g_test_message ("%s", (*error)->message);
      g_assert_true ((*error)->domain == HEED_ERROR);
      g_assert_true (g_str_has_suffix ((*error)->message, "."));
      return NULL;
    }
  g_assert_true (g_utf8_validate (rendition->text, -1, NULL));
  if (rendition->network != NULL && rendition->limit > 0 && options.limit == 0)
    {
      const char *kind = g_str_equal (rendition->channel, "dm") ? "dm" : "post";
      g_assert_true (heed_count_kind (rendition->network, kind, rendition->text, &count, NULL));
      g_assert_true (count.is_valid);
      g_assert_cmpint (count.length, ==, rendition->length);
    }
  return rendition;
}

static HeedRendition *
draft_at (const HeedFacts *facts, guint place)
{
  HeedDraftOptions options = { .channel = places[place].channel, .network = places[place].network };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = draft (facts, options, &error);

  g_assert_no_error (error);
  return rendition;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* A hundred kilobytes in a field. What one word fills has no place to be cut, and is left out whole. */
static void
test_large (void)
{
  g_autofree char *word = g_strnfill (100 * 1024, 'w');
  g_autoptr (HeedFacts) facts = new_facts ();
  set_text (&facts->product, word);
  set_text (&facts->consequence, word);

  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      g_autoptr (HeedRendition) rendition = draft_at (facts, place);
      gboolean has_limit = rendition->limit > 0;
      g_assert_cmpint (strlen (rendition->text) < 1000, ==, has_limit);
      if (has_limit && !g_str_equal (rendition->channel, "chat"))
        g_assert_true (g_ptr_array_find_with_equal_func (rendition->dropped, "product", g_str_equal, NULL));
    }
}

/* A request of a hundred kilobytes is cut to what there is room for, which is looked for by halves: word by word it
 * would take longer than any test may. */
static void
test_large_request (void)
{
  g_autoptr (GString) request = g_string_new ("refund");
  g_autoptr (HeedFacts) facts = new_facts ();
  while (request->len < 100 * 1024)
    g_string_append (request, " word");
  set_text (&facts->want, request->str);

  for (guint place = 0; place < 4; place++)
    {
      g_autoptr (HeedRendition) rendition = draft_at (facts, place);
      const HeedWarning *first = rendition->warnings->pdata[0];
      g_assert_cmpint (rendition->length, <=, rendition->limit);
      g_assert_cmpint (rendition->length, >, rendition->limit - 10);
      g_assert_nonnull (strstr (rendition->text, "Refund word"));
      g_assert_nonnull (strstr (rendition->text, "C-4711"));
      g_assert_cmpstr (first->kind, ==, "shortened");
    }
}

static void
test_empty (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      HeedDraftOptions options = { .channel = places[place].channel, .network = places[place].network };
      g_autoptr (GError) error = NULL;
      g_assert_null (draft (facts, options, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED);
    }
}

/* Controls, marks that turn the text around them and what has no width: gone, in every field. */
static void
test_tricks (void)
{
  static const char trick[] = "a\u202Ee\u2066b\u2069\u200B\uFEFF\x01\x7F\xC2\x85"
                              "z";
  g_autoptr (HeedFacts) facts = new_facts ();
  char **const fields[] = { &facts->company,   &facts->what_happened, &facts->want,
                            &facts->product,   &facts->my_name,       &facts->my_address,
                            &facts->thanks_to, &facts->consequence,   &facts->asked_by };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set_text (fields[i], trick);
  g_ptr_array_add (facts->references, heed_reference_new (trick, trick, FALSE));
  g_ptr_array_add (facts->promises, heed_promise_new (trick, NOW - 86400, FALSE));
  g_ptr_array_add (facts->enclosures, g_strdup (trick));
  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      g_autoptr (HeedRendition) rendition = draft_at (facts, place);
      for (const char *at = rendition->text; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar character = g_utf8_get_char (at);
          g_assert_true (character == '\n' || !g_unichar_iscntrl (character));
          g_assert_cmpint (g_unichar_type (character), !=, G_UNICODE_FORMAT);
        }
    }
}

/* A joiner makes one picture of several, which is never cut; alone it says nothing. */
static void
test_joiners (void)
{
  g_autoptr (HeedFacts) facts = new_facts ();
  GString *story = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (story, "wait 👩‍👩‍👧‍👦 ");
  set_text (&facts->what_happened, story->str);
  g_string_free (story, TRUE);
  for (guint place = 0; place < 4; place++)
    {
      g_autoptr (HeedRendition) rendition = draft_at (facts, place);
      g_autoptr (GString) rest = g_string_new (rendition->text);
      g_string_replace (rest, "👩‍👩‍👧‍👦", "", 0);
      g_assert_null (strstr (rest->str, "\u200D"));
      g_assert_null (strstr (rest->str, "👩"));
    }
  set_text (&facts->want, "\u200D\u200D");
  g_autoptr (GError) error = NULL;
  g_assert_null (draft (facts, (HeedDraftOptions){ .channel = "dm" }, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED);
}

/* Half of a character in the file is named as such. */
static void
test_surrogates (void)
{
  static const char *const texts[] = { "\\ud83d", "a\\udc00b", "\\udc00\\ud83d" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"c\",\"consequence\":\"%s\"}", texts[i]);
      g_autoptr (GError) error = NULL;
      g_assert_null (heed_facts_new_from_json (json, -1, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "half of a character"));
    }
}

/* A name and a password in a link go to nobody; an @ further on is part of the link. */
static void
test_credentials (void)
{
  g_autoptr (HeedFacts) facts = new_facts ();
  set_text (&facts->what_happened, "See https://jane:s3cret@nordlicht.example/a?b=1 and https://social.example/@care");
  set_text (&facts->want, "open ftp://jane@files.example/x");

  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      g_autoptr (HeedRendition) rendition = draft_at (facts, place);
      g_assert_null (strstr (rendition->text, "s3cret"));
      g_assert_null (strstr (rendition->text, "jane"));
      g_assert_nonnull (strstr (rendition->text, "ftp://files.example/x"));
    }
  g_autoptr (HeedRendition) mail = draft_at (facts, 5);
  g_assert_nonnull (strstr (mail->text, "https://nordlicht.example/a?b=1"));
  g_assert_nonnull (strstr (mail->text, "https://social.example/@care"));
}

/* A name of another network would tell nobody, so it is no name here. */
static void
test_foreign_handles (void)
{
  const struct
  {
    const char *network;
    const char *handle;
    gboolean is_known;
  } cases[] = {
    { "x", "care@nordlicht.example", FALSE },
    { "x", "nordlicht.bsky.example", FALSE },
    { "x", "@Nordlicht_1", TRUE },
    { "bluesky", "@care@nordlicht.example", FALSE },
    { "bluesky", "nordlicht", FALSE },
    { "bluesky", "@care.nordlicht.example", TRUE },
    { "mastodon", "care@a@b.example", FALSE },
    { "mastodon", "@care@nordlicht.example", TRUE },
    { "mastodon", "care", TRUE },
    { "mastodon", "nordlicht.bsky.social", FALSE },
    { "threads", "care@nordlicht.example", FALSE },
    { "x", "https://x.com/nordlicht", FALSE },
    { "mastodon", "care\u202E@nordlicht.example", FALSE },
    { "facebook", "nordlicht.care", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ();
      g_autoptr (GError) error = NULL;
      HeedDraftOptions options = { .channel = "public", .network = cases[i].network };
      g_hash_table_insert (facts->handles, g_strdup (cases[i].network), g_strdup (cases[i].handle));
      g_autoptr (HeedRendition) rendition = draft (facts, options, &error);
      g_assert_cmpint (rendition != NULL, ==, cases[i].is_known);
      if (rendition == NULL)
        g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED);
    }
}

/* Without a server it may be somebody on the user's own, which is not known, so it is said. */
static void
test_short_handle (void)
{
  static const char *const channels[] = { "public", "dm" };

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ();
      g_autoptr (GError) error = NULL;
      HeedDraftOptions options = { .channel = channels[i], .network = "mastodon" };
      g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("@care"));
      g_autoptr (HeedRendition) rendition = draft (facts, options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rendition->warnings->len, ==, 1);
      const HeedWarning *warning = rendition->warnings->pdata[0];
      g_assert_cmpstr (warning->kind, ==, "short-mention");
      g_assert_cmpuint (warning->start, ==, 0);
      g_assert_cmpuint (warning->end, ==, strlen ("@care"));
      g_assert_nonnull (strstr (warning->message, "Write the whole handle, @name@server"));
    }
}

/* Ten characters hold no request with its reference, wherever; and what is no limit is told as such. */
static void
test_limits (void)
{
  g_autoptr (HeedFacts) facts = new_facts ();

  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      HeedDraftOptions options = { .channel = places[place].channel, .network = places[place].network, .limit = 10 };
      g_autoptr (GError) error = NULL;
      gboolean has_limit = place < 5 || place > 7;
      g_autoptr (HeedRendition) rendition = draft (facts, options, &error);
      g_assert_cmpint (rendition == NULL, ==, has_limit);
      if (!has_limit)
        continue;
      g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "10 characters"));
      g_clear_error (&error);
      static const gint64 limits[] = { -1, G_MININT64, HEED_LARGEST_LIMIT + 1, G_MAXINT64 };
      for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
        {
          options.limit = limits[i];
          g_assert_null (draft (facts, options, &error));
          g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
          g_clear_error (&error);
        }
    }
}

/* What stands before the text counts too: where it has all the room, that is told at once. */
static void
test_content_warning (void)
{
  g_autofree char *warning = g_strnfill (600, 'w');
  g_autoptr (HeedFacts) facts = new_facts ();
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .now = NOW };
  g_autoptr (GError) error = NULL;

  options.content_warning = warning;
  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  options.content_warning = warning + 200;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, NULL);
  g_assert_cmpint (rendition->length, ==, 400 + g_utf8_strlen (rendition->text, -1) - strlen ("@nordlicht.example"));
  g_assert_cmpint (rendition->length, <=, 500);
  g_assert_cmpuint (rendition->dropped->len, ==, 0);
}

/* A larger limit than the network's own is that of one of its servers. */
static void
test_large_limit (void)
{
  g_autofree char *story = g_strnfill (900, 'w');
  g_autoptr (HeedFacts) facts = new_facts ();
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .limit = 5000 };
  g_autoptr (GError) error = NULL;

  set_text (&facts->what_happened, story);
  g_autoptr (HeedRendition) rendition = draft (facts, options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rendition->limit, ==, 5000);
  g_assert_cmpint (rendition->length, >, 900);
  g_assert_cmpuint (rendition->dropped->len, ==, 0);
}

/* Asked for by name it is refused with those there are; on the sheet the message is English, and the user is told. */
static void
test_language (void)
{
  g_autoptr (HeedFacts) facts = new_facts ();
  HeedDraftOptions options = { .channel = "email", .language = "xx" };
  g_autoptr (GError) error = NULL;

  g_assert_null (draft (facts, options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "en"));
  facts->language = g_strdup ("xx");
  g_autoptr (HeedRendition) mail = draft_at (facts, 5);
  g_assert_cmpstr (((HeedWarning *) mail->warnings->pdata[0])->kind, ==, "language");
  g_assert_nonnull (strstr (mail->text, "My line is dead."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/large", test_large);
  g_test_add_func ("/bad-input/large-request", test_large_request);
  g_test_add_func ("/bad-input/empty", test_empty);
  g_test_add_func ("/bad-input/tricks", test_tricks);
  g_test_add_func ("/bad-input/joiners", test_joiners);
  g_test_add_func ("/bad-input/surrogates", test_surrogates);
  g_test_add_func ("/bad-input/credentials", test_credentials);
  g_test_add_func ("/bad-input/foreign-handles", test_foreign_handles);
  g_test_add_func ("/bad-input/short-handle", test_short_handle);
  g_test_add_func ("/bad-input/limits", test_limits);
  g_test_add_func ("/bad-input/content-warning", test_content_warning);
  g_test_add_func ("/bad-input/large-limit", test_large_limit);
  g_test_add_func ("/bad-input/language", test_language);
  return g_test_run ();
}
