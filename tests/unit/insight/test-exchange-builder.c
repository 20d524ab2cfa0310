/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-builder.h"

/* Posts as a table: id, author, company?, time, parents, addressees. Lists have commas. */
typedef struct
{
  const char *id, *author;
  gboolean from_company;
  gint64 at;
  const char *parents, *addressees, *text;
} Row;

static char **
split (const char *list)
{
  return list != NULL ? g_strsplit (list, ",", -1) : NULL;
}

static void
add_row (HeedExchangeBuilder *builder, const Row *row, gboolean found_by_answer)
{
  g_autoptr (HeedPost) post = heed_post_new ();

  post->id = g_strdup (row->id);
  post->author = g_strdup (row->author);
  post->from_company = row->from_company;
  post->created_at = row->at;
  post->parents = split (row->parents);
  post->addressees = split (row->addressees);
  post->text = g_strdup (row->text != NULL ? row->text : "");
  post->found_by_answer = found_by_answer;
  heed_exchange_builder_add (builder, post);
}

static HeedExchangeBuilder *
new_builder (const Row *rows, guint n)
{
  g_autoptr (GError) error = NULL;
  HeedExchangeBuilder *builder = heed_exchange_builder_new (TRUE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    add_row (builder, &rows[i], FALSE);
  return builder;
}

static GPtrArray *
build (const Row *rows, guint n, gint64 observed_at)
{
  g_autoptr (HeedExchangeBuilder) builder = new_builder (rows, n);

  return heed_exchange_builder_finish (builder, observed_at);
}

static const HeedExchange *
get_exchange (const HeedExchangeSet *set, guint i)
{
  g_assert_cmpuint (i, <, set->exchanges->len);
  return &g_array_index (set->exchanges, HeedExchange, i);
}

static void
assert_exchange (const HeedExchangeSet *set, guint i, const char *id, gint64 answered_at, gboolean opens)
{
  const HeedExchange *exchange = get_exchange (set, i);
  const HeedPost *message = set->posts->pdata[exchange->message];

  g_assert_cmpstr (message->id, ==, id);
  g_assert_cmpint (exchange->answered_at, ==, answered_at);
  g_assert_cmpint (exchange->opens, ==, opens);
  g_assert_cmpint (exchange->reply == G_MAXUINT32, ==, answered_at == HEED_NEVER);
}

/* The definitions of the contract: the first company named, else the one whose reply points there; the earliest reply
 * of that company counts, and nobody else's. The rows stand in an order that no time order helps with. */
static void
test_definitions (void)
{
  static const Row rows[] = {
    { "r1b", "AcmeCare", TRUE, 300, "m1", NULL, NULL },
    { "m1", "ann", FALSE, 100, NULL, "bob,acmecare,Other", NULL },
    { "r1a", "AcmeCare", TRUE, 160, "m1,m9", NULL, NULL },
    { "o1", "other", TRUE, 110, "m1", NULL, NULL },
    { "m2", "bob", FALSE, 200, "r1a", NULL, NULL },
    { "r2", "other", TRUE, 260, "m2", NULL, NULL },
    { "m3", "cat", FALSE, 400, NULL, "ACMECARE", NULL },
    { "x3", "bob", FALSE, 410, "m3", NULL, NULL },
    { "m4", "cat", FALSE, 500, NULL, "nobody", NULL },
  };
  g_autoptr (GPtrArray) sets = build (rows, G_N_ELEMENTS (rows), 0);
  const HeedExchangeSet *acme = sets->pdata[0], *other = sets->pdata[1];

  g_assert_cmpuint (sets->len, ==, 2);
  g_assert_cmpstr (acme->company, ==, "AcmeCare");
  g_assert_cmpuint (acme->exchanges->len, ==, 2);
  assert_exchange (acme, 0, "m1", 160, TRUE);
  assert_exchange (acme, 1, "m3", HEED_NEVER, TRUE);
  g_assert_cmpint (acme->until, ==, 500);
  g_assert_cmpint (acme->from, ==, 100);

  g_assert_cmpstr (other->company, ==, "other");
  g_assert_cmpuint (other->exchanges->len, ==, 1);
  assert_exchange (other, 0, "m2", 260, FALSE);
}

/* Replies of the company whatever happened to what they answer; a company answering itself is none. */
static void
test_replies (void)
{
  static const Row rows[] = {
    { "m1", "ann", FALSE, 100, NULL, "acme", NULL },
    { "r1", "acme", TRUE, 160, "m1", NULL, "We're sorry to hear that, please DM us your order number. ^Eve" },
    { "r2", "acme", TRUE, 170, "r1", NULL, "2/2" },
    { "r3", "acme", TRUE, 180, "gone", NULL, "Thanks for flying with us! ^Eve" },
    { "p1", "acme", TRUE, 50, NULL, NULL, "Good morning!" },
  };
  g_autoptr (GPtrArray) sets = build (rows, G_N_ELEMENTS (rows), 1000);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpuint (acme->replies->len, ==, 2);
  const HeedReply *known = &g_array_index (acme->replies, HeedReply, 0);
  const HeedReply *orphan = &g_array_index (acme->replies, HeedReply, 1);
  g_assert_cmpint (known->lag_s, ==, 60);
  g_assert_cmpuint (known->kinds, ==, HEED_REPLY_APOLOGISES | HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE);
  g_assert_cmpint (orphan->lag_s, ==, -1);
  g_assert_cmpuint (acme->agents->len, ==, 1);
  g_assert_cmpstr (acme->agents->pdata[0], ==, "Eve");
  g_assert_cmpuint (known->agent, ==, orphan->agent);
  g_assert_cmpuint (acme->own_posts->len, ==, 2);
  g_assert_cmpint (acme->until, ==, 1000);
  g_assert_cmpint (acme->from, ==, 50);
  g_assert_cmpuint (get_exchange (acme, 0)->kinds, ==, known->kinds);
}

static guint
count_left_out (const HeedExchangeSet *set)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;

  g_hash_table_iter_init (&iter, set->left_out);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    sum += GPOINTER_TO_UINT (n);
  return sum;
}

/* What cannot be counted is counted as left out: repeated rows, impossible times, a company talking to itself. */
static void
test_left_out (void)
{
  static const Row rows[] = {
    { "m1", "ann", FALSE, 1000, NULL, "acme", NULL },  { "r1", "acme", TRUE, 1060, "m1", NULL, NULL },
    { "m1", "ann", FALSE, 1000, NULL, "acme", NULL },  { "m2", "ann", FALSE, 9000, NULL, "acme", NULL },
    { "r2", "acme", TRUE, 7000, "m2", NULL, NULL },    { "m3", "ann", FALSE, 90000, NULL, "acme", NULL },
    { "m4", "ann", FALSE, 2000, NULL, "acme", NULL },  { "r4", "acme", TRUE, 1998, "m4", NULL, NULL },
    { "m5", "acme", FALSE, 2000, NULL, "acme", NULL },
  };
  g_autoptr (HeedExchangeBuilder) builder = new_builder (rows, G_N_ELEMENTS (rows));
  heed_exchange_builder_leave_out (builder, "Torn rows", 3);
  heed_exchange_builder_leave_out (builder, "Torn rows", 4);
  heed_exchange_builder_leave_out (builder, "No rows", 0);
  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, 10000);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpuint (acme->exchanges->len, ==, 2);
  assert_exchange (acme, 0, "m1", 1060, TRUE);
  /* Two seconds are two clocks that differ, not an answer before its question. */
  assert_exchange (acme, 1, "m4", 2000, TRUE);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (acme->left_out, "Torn rows")), ==, 7);
  g_assert_cmpuint (g_hash_table_size (acme->left_out), ==, 5);
  g_assert_cmpuint (count_left_out (acme), ==, 7 + 1 + 1 + 1 + 1);
}

/* A live account goes by its id and by its handle; seen once in a thread is enough for a rate. */
static void
test_live (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedExchangeBuilder) builder = heed_exchange_builder_new (FALSE, &error);
  g_autoptr (HeedPost) reply = heed_post_new ();
  static const Row by_handle = { "m1", "did:plc:ann", FALSE, 100, NULL, "@Care.example.com", NULL };
  static const Row by_id = { "m2", "did:plc:bob", FALSE, 120, NULL, "did:plc:care", NULL };

  g_assert_no_error (error);
  reply->id = g_strdup ("r1");
  reply->author = g_strdup ("did:plc:care");
  reply->author_handle = g_strdup ("care.example.com");
  reply->from_company = TRUE;
  reply->created_at = 150;
  reply->parents = g_strsplit ("m1", ",", -1);
  add_row (builder, &by_handle, TRUE);
  add_row (builder, &by_id, TRUE);
  heed_exchange_builder_add (builder, reply);
  add_row (builder, &by_id, FALSE);
  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, 500);
  const HeedExchangeSet *care = sets->pdata[0];

  g_assert_cmpuint (care->exchanges->len, ==, 2);
  g_assert_cmpint (get_exchange (care, 0)->answered_at, ==, 150);
  g_assert_true (get_exchange (care, 0)->found_by_answer);
  g_assert_cmpint (get_exchange (care, 1)->answered_at, ==, HEED_NEVER);
  g_assert_false (get_exchange (care, 1)->found_by_answer);
  g_assert_null (care->posts);
  g_assert_cmpuint (get_exchange (care, 0)->message, ==, G_MAXUINT32);
}

static void
test_nothing (void)
{
  static const Row rows[] = { { "m1", "ann", FALSE, 100, "m1", "bob", NULL } };
  g_autoptr (GPtrArray) none = build (NULL, 0, 0);
  g_autoptr (GPtrArray) nobody = build (rows, 1, 0);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nobody->len, ==, 0);
}

/* S4, S6, S7: what own posts, replies and the bio say of when somebody is there. */
static void
test_hours (void)
{
  static const Row rows[] = {
    { "c1", "care", TRUE, 100, NULL, NULL, "Good morning! We're here for you and will be with you until 20:00." },
    { "c2", "care", TRUE, 200, NULL, NULL, "That's all for today, we'll be back at 8:00 tomorrow." },
    { "c3", "care", TRUE, 300, NULL, NULL, "Our lines are open Monday to Friday 9am-5pm." },
    { "c4", "care", TRUE, 400, NULL, NULL, "The lines in your street may be down from 1:00 to 4:00, call us." },
    { "m1", "ann", FALSE, 500, NULL, "care", "Help" },
    { "r1", "care", TRUE, 600, "m1", NULL, "@ann Good afternoon, Ann. What happened to your order?" },
    { "r2", "care", TRUE, 700, "m1", NULL, "@ann Chat is open Monday to Sunday 6am-11pm, Ann." },
  };
  g_autoptr (HeedExchangeBuilder) builder = new_builder (rows, G_N_ELEMENTS (rows));
  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, 0);
  HeedExchangeSet *care = g_ptr_array_index (sets, 0);
  const HeedOwnPost *posts = (const HeedOwnPost *) (gpointer) care->own_posts->data;

  g_assert_cmpuint (care->own_posts->len, ==, 4);
  g_assert_cmpuint (posts[0].says_closes, ==, 20 * 60 + 1);
  g_assert_cmpuint (posts[0].says_opens, ==, 0);
  g_assert_cmpint (posts[0].greeting, ==, HEED_GREETING_MORNING);
  g_assert_cmpuint (posts[1].says_opens, ==, 8 * 60 + 1);
  g_assert_cmpint (posts[1].greeting, ==, HEED_GREETING_NONE);
  g_assert_cmpint (g_array_index (care->replies, HeedReply, 0).greeting, ==, HEED_GREETING_AFTERNOON);

  /* Posts state hours with their days; what a reply says of a chat is not about the account. */
  g_assert_cmpstr (care->stated_words, ==, "Monday to Friday 9am-5pm");
  g_assert_true (care->stated.has_week && care->stated.open[4][16] && !care->stated.open[5][12]);

  /* The bio goes before them; one without hours leaves them, and its zone counts. */
  heed_exchange_builder_read_bio (builder, "All times CET", care);
  g_assert_cmpstr (care->stated_words, ==, "Monday to Friday 9am-5pm");
  g_assert_cmpstr (care->stated.zone, ==, "Europe/Brussels");
  heed_exchange_builder_read_bio (builder, "Here to help, 8-20 UK time", care);
  g_assert_cmpstr (care->stated_words, ==, "8-20 UK time");
  g_assert_cmpstr (care->stated.zone, ==, "Europe/London");
  g_assert_true (care->stated.open[6][8]);
  heed_exchange_builder_read_bio (builder, NULL, care);
  g_assert_cmpstr (care->stated_words, ==, "8-20 UK time");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange-builder/definitions", test_definitions);
  g_test_add_func ("/exchange-builder/replies", test_replies);
  g_test_add_func ("/exchange-builder/left-out", test_left_out);
  g_test_add_func ("/exchange-builder/live", test_live);
  g_test_add_func ("/exchange-builder/nothing", test_nothing);
  g_test_add_func ("/exchange-builder/hours", test_hours);
  return g_test_run ();
}
