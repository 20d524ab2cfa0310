/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows S78, S80, S81: the packed message is the best there is. A thousand small sheets are packed twice: by the packer,
 * and by trying every choice, putting it together and counting it as the network does. */

#include <string.h>

#include "heed-pack.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

/* Beyond so many choices a sheet is no small one, and another is made. */
#define MOST_CHOICES 600

static const struct
{
  const char *channel;
  const char *network;
  gint64 least;
  gint64 most;
} places[] = {
  { "public", "x", 20, 200 },
  { "public", "bluesky", 60, 200 },
  { "public", "mastodon", 60, 200 },
  { "public", "threads", 60, 200 },
  { "reply", "facebook", 60, 200 },
  { "dm", "whatsapp", 20, 200 },
  { "dm", "sms", 0, 0 },
  { "form", NULL, 60, 200 },
  { "chat", NULL, 60, 200 },
};

static const char *
choose (const char *const *words, guint n_words)
{
  return words[g_test_rand_int_range (0, (int) n_words)];
}

static HeedFacts *
invent_facts (void)
{
  static const char *const stories[] = {
    "My line is dead.",         "List 4 ist verspätet. Seit gestern",
    "列車が遅れました。返金を", "👨‍👩‍👧‍👧 waits. See https://a.example/x?y=1 please",
    "\u0301broken mark",        "It rained {date} in [town]"
  };
  static const char *const wants[] = { "repair it", "please answer", "5,00 € zurück",
                                       "see www.example.com/very/long/way", "🇩🇪🇩🇪 refund" };
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Acme");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].network != NULL)
      g_hash_table_insert (facts->handles, g_strdup (places[i].network),
                           g_strdup (g_str_equal (places[i].network, "x") ? "acme" : "acme.example"));
  facts->what_happened = g_strdup (choose (stories, G_N_ELEMENTS (stories)));
  facts->want = g_strdup (choose (wants, G_N_ELEMENTS (wants)));
  facts->urgent = g_test_rand_bit ();
  facts->since = g_test_rand_bit () ? NOW - 9 * 86400 : 0;
  facts->by = g_test_rand_bit () ? NOW + 9 * 86400 : 0;
  facts->asks_when = HEED_ASKING_NO;
  facts->product = g_strdup (g_test_rand_bit () ? "Plan “L”" : NULL);
  facts->my_name = g_strdup (g_test_rand_bit () ? "Jane Roe" : NULL);
  if (g_test_rand_bit ())
    g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", g_test_rand_bit ()));
  if (g_test_rand_bit ())
    g_ptr_array_add (facts->references, heed_reference_new ("order", "88 77", g_test_rand_bit ()));
  if (g_test_rand_bit ())
    g_ptr_array_add (facts->promises, heed_promise_new ("a call", NOW - 4 * 86400, FALSE));
  return facts;
}

typedef struct
{
  const HeedWorkshop *workshop;
  const GPtrArray *pieces;
  int *chosen;
  gint64 best;
} Search;

/* Tries every wording of every piece. What does not fit by itself never will, so the rest is not tried. */
static void
try_all (Search *search, guint at)
{
  HeedCount count;

  if (at == search->pieces->len)
    {
      g_autofree char *text = heed_pack_assemble (search->workshop, search->pieces, search->chosen);
      heed_workshop_measure (search->workshop->writer.options, text, &count);
      if (count.is_valid)
        search->best = MAX (search->best, heed_pack_weigh (search->pieces, search->chosen));
      return;
    }
  const HeedPiece *piece = search->pieces->pdata[at];
  for (int i = piece->is_required ? 0 : -1; i < (int) piece->wordings->len; i++)
    {
      search->chosen[at] = i;
      try_all (search, at + 1);
    }
}

static gint64
count_choices (const GPtrArray *pieces)
{
  gint64 choices = 1;

  for (guint i = 0; i < pieces->len && choices <= MOST_CHOICES; i++)
    choices *= ((const HeedPiece *) pieces->pdata[i])->wordings->len
               + (((const HeedPiece *) pieces->pdata[i])->is_required ? 0 : 1);
  return choices;
}

/* What the packer took is as good as the best, fits, and what it says was left out was. */
static void
assert_packed (const HeedWorkshop *workshop, const GPtrArray *pieces, const int *chosen)
{
  g_autofree char *text = heed_pack_assemble (workshop, pieces, chosen);
  g_autoptr (GPtrArray) dropped = heed_pack_list_dropped (pieces, chosen);
  guint left_out = 0;
  HeedCount count;

  heed_workshop_measure (workshop->writer.options, text, &count);
  g_assert_true (count.is_valid);
  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];
      g_assert_true (chosen[i] >= 0 || !piece->is_required);
      if (chosen[i] >= 0)
        g_assert_nonnull (strstr (text, piece->wordings->pdata[chosen[i]]));
      else if (piece->name != NULL && piece->wordings->len > 0)
        g_assert_cmpstr (piece->name, ==,
                         g_ptr_array_find_with_equal_func (dropped, piece->name, g_str_equal, NULL) ? piece->name : "");
      left_out += chosen[i] < 0 && piece->name != NULL && piece->wordings->len > 0 ? 1 : 0;
    }
  g_assert_cmpuint (dropped->len, ==, left_out);
}

/* Returns whether the sheet was small enough. */
static gboolean
compare_once (guint place, guint *packed)
{
  g_autoptr (HeedFacts) facts = invent_facts ();
  HeedDraftOptions options = {
    .channel = places[place].channel, .network = places[place].network, .tone = HEED_TONE_FIRM, .now = NOW
  };
  g_auto (HeedWorkshop) workshop = { 0 };
  g_autoptr (GError) error = NULL;

  if (places[place].most > 0)
    options.limit = g_test_rand_int_range ((int) places[place].least, (int) places[place].most);
  g_assert_true (heed_workshop_open (&workshop, facts, &options, &error));
  g_autoptr (GPtrArray) pieces = heed_pieces_new (&workshop.writer);
  if (count_choices (pieces) > MOST_CHOICES)
    return FALSE;

  g_autofree int *chosen = g_new0 (int, pieces->len);
  g_autofree int *tried = g_new0 (int, pieces->len);
  Search search = { &workshop, pieces, tried, -1 };
  try_all (&search, 0);
  gboolean is_packed = heed_pack (&workshop, pieces, chosen);
  g_assert_cmpint (is_packed, ==, search.best >= 0);
  if (!is_packed)
    return TRUE;
  *packed += 1;
  g_assert_cmpint (heed_pack_weigh (pieces, chosen), ==, search.best);
  assert_packed (&workshop, pieces, chosen);
  return TRUE;
}

static void
test_thousand (void)
{
  guint sheets = 0;
  guint packed = 0;

  for (guint round = 0; sheets < 1000 && round < 100000; round++)
    sheets += compare_once (round % G_N_ELEMENTS (places), &packed) ? 1 : 0;
  g_test_message ("%u sheets, %u of them packed", sheets, packed);
  g_assert_cmpuint (sheets, ==, 1000);
  g_assert_cmpuint (packed, >, 500);
}

/* One typographic sign turns a text message of 160 letters into one of 70; it is left out where that says more. */
static void
test_alphabet (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  HeedDraftOptions options = { .channel = "dm", .network = "sms", .now = NOW };
  g_autoptr (GError) error = NULL;

  facts->company = g_strdup ("Acme");
  facts->what_happened = g_strdup ("The meter shows the same number each day, and nobody came to look at it");
  facts->want = g_strdup ("send somebody");
  facts->product = g_strdup ("Zähler ≥ 4");
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  g_autoptr (HeedRendition) message = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (message->limit, ==, 160);
  g_assert_cmpint (message->length, >, 70);
  g_assert_nonnull (strstr (message->text, "nobody came to look at it"));
  g_assert_cmpstr (message->dropped->pdata[0], ==, "product");

  g_free (facts->want);
  facts->want = g_strdup ("send somebody → today");
  g_autoptr (HeedRendition) short_message = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (short_message->limit, ==, 70);
  g_assert_nonnull (strstr (short_message->text, "→ today"));
}

/* Thousands of references and promises neither take all memory nor all time, and what is left out is all told. */
static void
test_many (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  HeedDraftOptions options = { .channel = "public", .network = "facebook", .now = NOW };
  g_autoptr (GError) error = NULL;

  facts->company = g_strdup ("Acme");
  facts->what_happened = g_strdup ("My line is dead");
  facts->want = g_strdup ("repair it");
  g_hash_table_insert (facts->handles, g_strdup ("facebook"), g_strdup ("acme"));
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *value = g_strdup_printf ("AB-%u", i);
      g_ptr_array_add (facts->references, heed_reference_new ("order", value, FALSE));
      g_ptr_array_add (facts->promises, heed_promise_new (value, NOW - 86400, FALSE));
    }
  g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (post->text, "AB-0"));
  g_assert_cmpint (post->length, <=, post->limit);
  g_assert_cmpuint (post->dropped->len, >, 1900);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/thousand", test_thousand);
  g_test_add_func ("/pack/alphabet", test_alphabet);
  g_test_add_func ("/pack/many", test_many);
  return g_test_run ();
}
