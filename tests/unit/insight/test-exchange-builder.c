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

/* Replies of the company whatever happened to what they answer; a later part of one is none of its own. */
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
  g_assert_cmpint (orphan->lag_s, ==, HEED_NO_LAG);
  g_assert_cmpuint (acme->agents->len, ==, 1);
  g_assert_cmpstr (acme->agents->pdata[0], ==, "Eve");
  g_assert_cmpuint (known->agent, ==, orphan->agent);
  g_assert_cmpuint (acme->own_posts->len, ==, 1);
  g_assert_cmpint (acme->until, ==, 1000);
  g_assert_cmpint (acme->from, ==, 50);
  g_assert_cmpuint (get_exchange (acme, 0)->kinds, ==, known->kinds);
}

static const HeedReply *
get_reply (const HeedExchangeSet *set, guint i)
{
  g_assert_cmpuint (i, <, set->replies->len);
  return &g_array_index (set->replies, HeedReply, i);
}

/* What comes in parts is one reply, whatever the parts answer and in which order they came; what they do is joined.
 * Two people are two replies, and so is what comes later. */
static void
test_parts (void)
{
  static const Row rows[] = {
    { "m1", "ann", FALSE, 100, NULL, "acme", NULL },
    { "a2", "acme", TRUE, 400, "m1", NULL, "We will look into it. 2/2 ^EVE" },
    { "a1", "acme", TRUE, 500, "m1", NULL, "Thank you for letting us know! 1/2" },
    { "m2", "bob", FALSE, 1000, NULL, "acme", NULL },
    { "b1", "acme", TRUE, 1100, "m2", NULL, "We're sorry to hear that." },
    { "b2", "acme", TRUE, 1200, "b1", NULL, "Please DM us your order number. ^eve" },
    { "b3", "acme", TRUE, 9000, "b2", NULL, "Please call us on 0800 000 0000. ^Dan" },
    { "m3", "cat", FALSE, 2000, NULL, "acme", NULL },
    { "c1", "acme", TRUE, 2100, "m3", NULL, "Have a look at https://acme.example/a?b=c ^Eve" },
    { "c2", "acme", TRUE, 2150, "m3", NULL, "Please restart it. ^Dan" },
    { "o1", "acme", TRUE, 3000, NULL, NULL, "Our new kettle! 1/2" },
    { "o2", "acme", TRUE, 3010, "o1", NULL, "It is red. 2/2" },
  };
  g_autoptr (GPtrArray) sets = build (rows, G_N_ELEMENTS (rows), 10000);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpuint (acme->replies->len, ==, 5);
  g_assert_cmpuint (acme->own_posts->len, ==, 2);
  g_assert_cmpuint (acme->agents->len, ==, 2);
  const HeedReply *numbered = get_reply (acme, 0), *continued = get_reply (acme, 1), *later = get_reply (acme, 2);

  g_assert_cmpint (numbered->at, ==, 400);
  g_assert_cmpint (numbered->lag_s, ==, 300);
  g_assert_true (numbered->kinds & HEED_REPLY_ACKNOWLEDGES);
  g_assert_cmpstr (acme->agents->pdata[numbered->agent], ==, "EVE");
  assert_exchange (acme, 0, "m1", 400, TRUE);

  g_assert_cmpint (continued->at, ==, 1100);
  g_assert_cmpuint (continued->kinds, ==, HEED_REPLY_APOLOGISES | HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE);
  g_assert_cmpuint (continued->agent, ==, numbered->agent);
  g_assert_cmpuint (get_exchange (acme, 1)->kinds, ==, continued->kinds);
  g_assert_cmpuint (get_exchange (acme, 1)->agent, ==, continued->agent);

  g_assert_cmpint (later->at, ==, 9000);
  g_assert_cmpint (later->lag_s, ==, 8000);
  g_assert_cmpstr (acme->links->pdata[get_reply (acme, 3)->link], ==, "acme.example/a");
  g_assert_cmpuint (get_reply (acme, 4)->link, ==, HEED_NO_LINK);
}

static const HeedConversation *
get_conversation (const HeedExchangeSet *set, guint i)
{
  g_assert_cmpuint (i, <, set->conversations->len);
  return &g_array_index (set->conversations, HeedConversation, i);
}

/* The steps of a conversation as times, replies with an r before them. */
static void
assert_steps (const HeedExchangeSet *set, guint i, const char *expected)
{
  const HeedConversation *conversation = get_conversation (set, i);
  g_autoptr (GString) steps = g_string_new (NULL);

  for (guint step = 0; step < conversation->n_steps; step++)
    {
      const HeedStep *one = &g_array_index (set->steps, HeedStep, conversation->first_step + step);

      g_string_append_printf (steps, "%s%s%d%s%s", step > 0 ? " " : "", one->reply != HEED_NO_REPLY ? "r" : "",
                              (int) one->at, one->confirms ? "+" : "", one->thanks ? "t" : "");
      if (one->reply != HEED_NO_REPLY)
        g_assert_cmpint (get_reply (set, one->reply)->at, ==, one->at);
    }
  g_assert_cmpstr (steps->str, ==, expected);
}

/* A conversation holds what its starter and the company wrote: no other customer, no second account, nothing that the
 * company wrote to others. It may begin below the company's own post, not below a message that was not seen. */
static void
test_conversations (void)
{
  static const Row rows[] = {
    { "m1c", "ann", FALSE, 500, "r1b", "acme", "It works now, thanks!" },
    { "r1b", "acme", TRUE, 400, "m1b", NULL, "Please turn the ring. ^Eve" },
    { "m1b", "ann", FALSE, 300, "r1", "acme", "the red one" },
    { "r1", "acme", TRUE, 200, "m1", NULL, "Which kettle is it? ^Eve" },
    { "m1", "ann", FALSE, 100, NULL, "acme", "my kettle leaks" },
    { "x1", "bob", FALSE, 210, "r1", "acme", "mine, too" },
    { "r2", "acme", TRUE, 220, "x1", NULL, "We answer bob here." },
    { "s1", "acme2", TRUE, 230, "m1", NULL, "The second account answers." },
    { "m1d", "ann", FALSE, 600, "x1", "acme", "Thanks!" },
    { "p1", "acme", TRUE, 50, NULL, NULL, "Our new kettle!" },
    { "p2", "acme", TRUE, 51, "p1", NULL, "It is red." },
    { "m2", "cat", FALSE, 700, "p2", "acme", "does it leak?" },
    { "m3", "dan", FALSE, 800, "gone", "acme", "and this?" },
    { "r3", "acme", TRUE, 900, "m3", NULL, "It is red." },
  };
  g_autoptr (GPtrArray) sets = build (rows, G_N_ELEMENTS (rows), 10000);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpstr (acme->company, ==, "acme");
  g_assert_cmpuint (acme->conversations->len, ==, 2);
  assert_steps (acme, 0, "100 r200 300 r400 500+t 600t");
  assert_steps (acme, 1, "700");
}

/* What archives hold: parents that go in a circle, answers to oneself, lists of parents, replies years older than what
 * they answer, the same parent twice. */
static void
test_traps (void)
{
  static const Row rows[] = {
    { "m1", "ann", FALSE, 1000000, NULL, "acme", NULL },    { "r1", "acme", TRUE, 1000100, "m1,m2,m1", NULL, NULL },
    { "m2", "bob", FALSE, 1000010, NULL, "acme", NULL },    { "old", "acme", TRUE, 5, "m1", NULL, NULL },
    { "c1", "ann", FALSE, 1000200, "r1,c3", "acme", NULL }, { "c2", "acme", TRUE, 1000300, "c1", NULL, NULL },
    { "c3", "ann", FALSE, 1000400, "c2", "acme", NULL },    { "self", "eve", FALSE, 1000500, "self", "acme", NULL },
    { "own", "acme", TRUE, 1000500, "own", NULL, NULL },    { "o1", "acme", TRUE, 1000600, "o2", NULL, NULL },
    { "o2", "acme", TRUE, 1000700, "o1", NULL, NULL },
  };
  g_autoptr (GPtrArray) sets = build (rows, G_N_ELEMENTS (rows), 2000000);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpuint (acme->conversations->len, ==, 2);
  assert_steps (acme, 0, "1000000 r1000100 1000200 r1000300 1000400");
  assert_steps (acme, 1, "1000010 r1000100");
  g_assert_cmpuint (acme->replies->len, ==, 3);
  g_assert_cmpuint (acme->own_posts->len, ==, 3);
}

/* Hundreds of thousands of messages below one, in a row and side by side, take no time that one would notice. */
static void
test_bounds (void)
{
  enum
  {
    N = 100000
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedExchangeBuilder) builder = heed_exchange_builder_new (FALSE, &error);
  g_autoptr (GTimer) timer = g_timer_new ();
  Row row = { "m0", "ann", FALSE, 1, NULL, "acme", NULL };

  g_assert_no_error (error);
  add_row (builder, &row, FALSE);
  for (guint i = 1; i <= N; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *beside = g_strdup_printf ("b%u", i);
      g_autofree char *above = g_strdup_printf ("m%u", i - 1);

      row = (Row){ id, i % 2 ? "acme" : "ann", i % 2 == 1, i * 600, above, NULL, NULL };
      add_row (builder, &row, FALSE);
      row = (Row){ beside, "acme", TRUE, 1 + i, "m0", NULL, NULL };
      add_row (builder, &row, FALSE);
    }
  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, 0);
  const HeedExchangeSet *acme = sets->pdata[0];

  g_assert_cmpuint (acme->conversations->len, ==, 1);
  /* All that stand side by side, m1 among them, follow each other within minutes: they are one reply. */
  g_assert_cmpuint (get_conversation (acme, 0)->n_steps, ==, N + 1);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
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
  g_test_add_func ("/exchange-builder/parts", test_parts);
  g_test_add_func ("/exchange-builder/conversations", test_conversations);
  g_test_add_func ("/exchange-builder/traps", test_traps);
  g_test_add_func ("/exchange-builder/bounds", test_bounds);
  g_test_add_func ("/exchange-builder/left-out", test_left_out);
  g_test_add_func ("/exchange-builder/live", test_live);
  g_test_add_func ("/exchange-builder/nothing", test_nothing);
  g_test_add_func ("/exchange-builder/hours", test_hours);
  return g_test_run ();
}
