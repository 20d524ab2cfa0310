/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "heed-automation.h"
#include "heed-exchange-builder.h"
#include "heed-near-duplicates.h"
#include "heed-scorecard.h"

#define MINUTE 60
#define HOUR 3600

/* Monday, 2 March 2026, 10:00 UTC. */
#define MONDAY_10 1772445600

/* An account that is filled reply by reply. */
typedef struct
{
  HeedExchangeBuilder *builder;
  guint n;
} Account;

static void
account_init (Account *account)
{
  g_autoptr (GError) error = NULL;

  account->builder = heed_exchange_builder_new (FALSE, &error);
  account->n = 0;
  g_assert_no_error (error);
}

/* One question of a new customer and its answer. */
static void
add (Account *account, gint64 lag_s, const char *text)
{
  g_autoptr (HeedPost) question = heed_post_new ();
  g_autoptr (HeedPost) reply = heed_post_new ();
  guint i = account->n++;

  question->id = g_strdup_printf ("q%u", i);
  question->author = g_strdup_printf ("customer%u", i);
  question->addressees = g_strsplit ("acme", ",", -1);
  question->text = g_strdup ("@acme where is it?");
  question->created_at = MONDAY_10 + i * HOUR;
  reply->id = g_strdup_printf ("a%u", i);
  reply->author = g_strdup ("acme");
  reply->from_company = TRUE;
  reply->parents = g_strsplit (question->id, ",", -1);
  reply->text = g_strdup (text);
  reply->created_at = question->created_at + lag_s;
  heed_exchange_builder_add (account->builder, question);
  heed_exchange_builder_add (account->builder, reply);
}

static HeedScorecard *
judge (Account *account, gboolean is_bot)
{
  HeedScorecardOptions options = { .is_bot = is_bot, .account = "acme@example.social" };
  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (account->builder, MONDAY_10 + account->n * HOUR);

  g_assert_cmpuint (sets->len, ==, 1);
  HeedScorecard *scorecard = heed_scorecard_new (sets->pdata[0], &options);
  heed_exchange_builder_free (account->builder);
  return scorecard;
}

static const char *const names[] = { "Anna", "Bao", "Chidi", "Dolores", "Émile", "Farah", "Goran", "Hina" };

static const char *const agents[] = { "Tom", "Lea", "Raj", "Ines" };

/* What people write by hand, each once. */
static const char *const by_hand[] = {
  "The driver tried twice yesterday and left a card with the neighbour at the corner house.",
  "Your router needs the new firmware; hold the reset button until both lamps turn green.",
  "We moved the appointment to Thursday morning because the part arrives a day late, sorry.",
  "That charge is the deposit, it goes back to your card as soon as the bike is returned.",
  "The early train is cancelled on Sunday, the bus from the north exit takes you there instead.",
  "Both seats are now next to each other and the vegetarian meal is on the booking as well.",
  "The colour in the picture is wrong, our shop team is changing it today, thanks for the hint.",
  "A refund was sent this morning, your bank usually shows it by the end of the week.",
  "Unplug it, wait for a minute, then start the app again and choose the second network.",
  "The concert hall opens at the side entrance and wheelchair places are in the third row.",
};

static void
assert_automated (HeedScorecard *card, guint hits, guint n)
{
  g_autoptr (HeedScorecard) scorecard = card;
  HeedShare expected = heed_statistics_share (hits, n);

  g_assert_cmpfloat_with_epsilon (scorecard->automated.value, expected.value, 1e-9);
  g_assert_cmpfloat_with_epsilon (scorecard->automated.low, expected.low, 1e-9);
  g_assert_cmpfloat_with_epsilon (scorecard->automated.high, expected.high, 1e-9);
  g_assert_cmpuint (scorecard->automated.n, ==, n);
}

static void
add_template (Account *account, guint i)
{
  g_autofree char *text = g_strdup_printf ("@customer%u Hi %s, thank you for your message.\nYour number is %u-%u. Our "
                                           "office will look at it as soon as it can, see https://acme.example/t/%x",
                                           i, names[i % G_N_ELEMENTS (names)], 1000 + i, i * 7, i * 99991);

  add (account, 20 * MINUTE + i * 61, text);
}

/* The same with another name, number and link each time. */
static void
test_templates (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 30; i++)
    add_template (&account, i);
  HeedScorecard *scorecard = judge (&account, FALSE);
  g_assert_cmpint (scorecard->verdict, ==, HEED_VERDICT_AUTOMATED);
  g_assert_nonnull (strstr (scorecard->summary, "by machine"));
  g_assert_cmpuint (scorecard->templates->len, ==, 1);
  const HeedTemplate *template = scorecard->templates->pdata[0];
  g_assert_cmpuint (template->replies, ==, 30);
  g_assert_true (g_str_has_prefix (template->text, "Hi Émile, thank you for your message. Your number is 1004-28."));
  gboolean is_said = FALSE, is_shown = FALSE;
  for (guint i = 0; i < scorecard->reasons->len; i++)
    {
      is_said = is_said || strstr (scorecard->reasons->pdata[i], "100 % (89–100 %) of its replies look automatic");
      is_shown = is_shown || strstr (scorecard->reasons->pdata[i], "30 replies are nearly this: “Hi Émile, thank");
    }
  g_assert_true (is_said && is_shown);
  assert_automated (scorecard, 30, 30);
}

/* One word of the template is another one each time. */
static void
test_varied_templates (void)
{
  static const char *const things[] = { "parcel", "letter", "order", "request", "message" };
  Account account;

  account_init (&account);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Thank you for getting in touch with us about this %s. Everybody in our "
                                               "small team is busy at the moment but somebody will come back to you "
                                               "before the end of the day.",
                                               things[i % G_N_ELEMENTS (things)]);
      add (&account, HOUR, text);
    }
  assert_automated (judge (&account, FALSE), 40, 40);
}

/* People sign; that they say the same thing again and again does not make them machines. */
static void
test_signed (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "Hi %s, please restart the box and wait until both lamps are green, then "
        "the channels come back by themselves. ^%s",
        names[i % G_N_ELEMENTS (names)], agents[i % G_N_ELEMENTS (agents)]);
      add (&account, 5 * MINUTE + i, text);
    }
  /* Once in a while the sign-off is forgotten. */
  add (&account, HOUR,
       "Hi Zoe, please restart the box and wait until both lamps are green, then the channels come "
       "back by themselves.");
  HeedScorecard *scorecard = judge (&account, FALSE);
  g_assert_cmpint (scorecard->verdict, !=, HEED_VERDICT_AUTOMATED);
  g_assert_cmpuint (scorecard->templates->len, ==, 0);
  assert_automated (scorecard, 0, 31);
}

/* Short thanks are always the same, whoever writes them. */
static void
test_short_thanks (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 40; i++)
    add (&account, HOUR, i % 2 == 0 ? "You're welcome, have a lovely day!" : "Thanks for letting us know!");
  assert_automated (judge (&account, FALSE), 0, 40);
}

static void
test_by_hand (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    add (&account, 30 * MINUTE, by_hand[i]);
  assert_automated (judge (&account, FALSE), 0, G_N_ELEMENTS (by_hand));
}

/* A machine answers first, people do the rest: each is counted for what it is. */
static void
test_mixed (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s ^%s", by_hand[i], agents[i % G_N_ELEMENTS (agents)]);

      add_template (&account, i);
      add (&account, 40 * MINUTE, text);
      add (&account, 40 * MINUTE, by_hand[i]);
    }
  HeedScorecard *scorecard = judge (&account, FALSE);
  g_assert_cmpint (scorecard->verdict, !=, HEED_VERDICT_AUTOMATED);
  assert_automated (scorecard, 10, 30);
}

/* Nobody reads and answers within ten seconds, three times. */
static void
test_at_once (void)
{
  Account often, seldom;

  account_init (&often);
  account_init (&seldom);
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    {
      add (&often, i < 3 ? 10 : 11, by_hand[i]);
      add (&seldom, i < 2 ? 2 : 11, by_hand[i]);
    }
  assert_automated (judge (&often, FALSE), 3, G_N_ELEMENTS (by_hand));
  assert_automated (judge (&seldom, FALSE), 0, G_N_ELEMENTS (by_hand));
}

/* A reply dated before what it answers tells of two clocks, not of a machine. */
static void
test_clocks (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    add (&account, -3 * MINUTE, by_hand[i]);
  HeedScorecard *scorecard = judge (&account, FALSE);
  g_assert_cmpint (scorecard->verdict, ==, HEED_VERDICT_ANSWERS);
  assert_automated (scorecard, 0, G_N_ELEMENTS (by_hand));
}

/* Where the account calls itself a bot, a signature still is a person's. */
static void
test_bot_flag (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 5; i++)
    add (&account, HOUR, by_hand[i]);
  add (&account, HOUR, "We moved your appointment to Thursday. ^Tom");
  assert_automated (judge (&account, TRUE), 5, 6);
}

/* Few copies, or few among many, prove nothing. */
static void
test_few_copies (void)
{
  Account account;

  account_init (&account);
  for (guint i = 0; i < 4; i++)
    add (&account, HOUR, by_hand[0]);
  assert_automated (judge (&account, FALSE), 0, 4);

  account_init (&account);
  for (guint i = 0; i < 5; i++)
    add (&account, HOUR, by_hand[0]);
  for (guint i = 0; i < 496; i++)
    add (&account, HOUR, "Thanks!");
  assert_automated (judge (&account, FALSE), 0, 501);

  account_init (&account);
  for (guint i = 0; i < 5; i++)
    add (&account, HOUR, by_hand[0]);
  for (guint i = 0; i < 495; i++)
    add (&account, HOUR, "Thanks!");
  assert_automated (judge (&account, FALSE), 5, 500);
}

static HeedFingerprint
read_fingerprint (const char *text, const char *signature)
{
  HeedFingerprint fingerprint;

  g_assert_cmpint (heed_fingerprint_read (text, signature, &fingerprint), ==,
                   !heed_fingerprint_is_empty (&fingerprint));
  return fingerprint;
}

/* What is taken out makes no difference, in any script. */
static void
test_slots (void)
{
  static const char *const same[][2] = {
    { "Hi Anna, your parcel is on its way to the depot today.",
      "@bob @carol_9 Hi Bob, your parcel is on its way to the depot today." },
    { "Anna, your parcel is on its way to the depot today.", "Your parcel is on its way to the depot today." },
    { "Dear Mary Ann Lee, your parcel is on its way to the depot today.",
      "dear your parcel is on its way to the DEPOT today!!! 🙂" },
    { "We booked it for 12.30 on 3/4 as case A-77, see bit.ly/x9 or write to help@acme.example please and wait.",
      "We booked it for 9.15 on 7/9 as case B-12, see www.acme.example or write to us@acme.example please and wait." },
    { "Bonjour Zoé, votre colis est arrivé à l’agence, vous pouvez le chercher demain.",
      "bonjour votre colis est arrivé à l'agence vous pouvez le chercher demain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      HeedFingerprint one = read_fingerprint (same[i][0], NULL), other = read_fingerprint (same[i][1], NULL);

      g_assert_false (heed_fingerprint_is_empty (&one));
      g_assert_cmpuint (heed_fingerprint_compare (&one, &other), ==, HEED_FINGERPRINT_BYTES);
    }

  HeedFingerprint tom = read_fingerprint ("It is on its way to the depot as we speak. ^Tom 1/2", "Tom");
  HeedFingerprint lea = read_fingerprint ("It is on its way to the depot as we speak. /Lea", "Lea");
  g_assert_cmpuint (heed_fingerprint_compare (&tom, &lea), ==, HEED_FINGERPRINT_BYTES);
  HeedFingerprint other = read_fingerprint (by_hand[3], NULL);
  g_assert_cmpuint (heed_fingerprint_compare (&tom, &other), <, 4);
  g_assert_false (heed_fingerprint_read ("您好", NULL, &other));
  g_assert_true (heed_fingerprint_read ("您好，我们会尽快处理您的问题", NULL, &other));
  g_assert_true (heed_fingerprint_read ("שלום, תודה שפנית אלינו, נחזור אליך בהקדם האפשרי עם תשובה", NULL, &other));
}

/* Twelve words that no text of another number has. */
static char *
dup_unlike (guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    {
      g_string_append (text, " w");
      for (guint rest = number * 12 + i; rest > 0; rest /= 26)
        g_string_append_c (text, (char) ('a' + rest % 26));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is judged of @n_copies nearly equal replies, the first @n_signed of them signed, among @n_others that are unlike
 * all: of the last copy, of the first, of one of the others. */
static void
assert_judged (guint n_copies, guint n_signed, guint n_others, HeedAutomated last, HeedAutomated first,
               HeedAutomated other)
{
  g_autofree HeedReply *replies = g_new0 (HeedReply, n_copies + n_others);

  for (guint i = 0; i < n_copies + n_others; i++)
    {
      g_autofree char *text = i < n_copies
                                ? g_strdup_printf ("Hi %s, thank you for your message. Number %u is open and "
                                                   "our office will look at it, see https://acme.example/%u",
                                                   names[i % G_N_ELEMENTS (names)], i, i * 7)
                                : dup_unlike (i);

      g_assert_true (heed_fingerprint_read (text, NULL, &replies[i].fingerprint));
      replies[i].agent = i < n_signed ? 0 : HEED_NO_AGENT;
    }
  g_autofree HeedAutomated *judged = heed_automation_judge (replies, n_copies + n_others);
  g_assert_cmpint (judged[n_copies - 1], ==, last);
  g_assert_cmpint (judged[0], ==, first);
  if (n_others > 0)
    g_assert_cmpint (judged[n_copies], ==, other);
}

/* S12, S66: each threshold of what is said of one reply. */
static void
test_judge (void)
{
  const HeedAutomated yes = HEED_AUTOMATED_YES, no = HEED_AUTOMATED_NO, unknown = HEED_AUTOMATED_UNKNOWN;
  g_autofree HeedAutomated *none = heed_automation_judge (NULL, 0);

  g_assert_nonnull (none);
  /* Five copies are a template, four are too few to say and too many to be chance. */
  assert_judged (5, 0, 0, yes, yes, unknown);
  assert_judged (4, 0, 15, unknown, unknown, unknown);
  assert_judged (4, 0, 16, unknown, unknown, no);
  assert_judged (1, 0, 19, no, no, no);
  assert_judged (1, 0, 18, unknown, unknown, unknown);
  /* Always the same and signed: a person's. One forgotten sign-off in ten makes no machine, one sign-off in eleven no
   * person. */
  assert_judged (30, 30, 0, no, no, unknown);
  assert_judged (10, 1, 0, yes, no, unknown);
  assert_judged (20, 3, 0, no, no, unknown);
  assert_judged (9, 1, 0, unknown, no, unknown);
  /* Under one in a hundred. */
  assert_judged (5, 0, 495, yes, yes, no);
  assert_judged (5, 0, 496, unknown, unknown, no);

  /* Too short to be compared, however many are known. */
  HeedReply thanks[40] = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    thanks[i].agent = i == 0 ? 0 : HEED_NO_AGENT;
  g_autofree HeedAutomated *judged = heed_automation_judge (thanks, G_N_ELEMENTS (thanks));
  g_assert_cmpint (judged[0], ==, no);
  g_assert_cmpint (judged[1], ==, unknown);
}

static void
test_odd_texts (void)
{
  static const char *const empty[] = { "",
                                       " ",
                                       "a",
                                       "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
                                       "@a @b @c",
                                       "1 2 3 4 5 6 7 8 9 10",
                                       ",,,,,,,,,,",
                                       "https://a.example/b",
                                       "'''''''' ’’’’’’’’ ''''" };
  Account account;

  account_init (&account);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      HeedFingerprint fingerprint;

      g_assert_false (heed_fingerprint_read (empty[i], NULL, &fingerprint));
      g_assert_false (heed_fingerprint_read (empty[i], empty[i], &fingerprint));
      for (guint j = 0; j < 10; j++)
        add (&account, HOUR, empty[i]);
    }
  assert_automated (judge (&account, FALSE), 0, 10 * G_N_ELEMENTS (empty));

  g_autoptr (GString) one_word = g_string_new (NULL), words = g_string_new (NULL), combining = g_string_new ("a");
  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_c (one_word, 'x');
      g_string_append (words, i % 2 == 0 ? "é" : " ");
      g_string_append (combining, "\xcc\x81");
    }
  HeedFingerprint fingerprint;
  g_assert_false (heed_fingerprint_read (one_word->str, NULL, &fingerprint));
  g_assert_false (heed_fingerprint_read (combining->str, NULL, &fingerprint));
  g_assert_true (heed_fingerprint_read (words->str, NULL, &fingerprint));
  account_init (&account);
  for (guint i = 0; i < 6; i++)
    add (&account, HOUR, words->str);
  HeedScorecard *scorecard = judge (&account, FALSE);
  const HeedTemplate *template = scorecard->templates->pdata[0];
  g_assert_cmpint (g_utf8_strlen (template->text, -1), ==, 300);
  assert_automated (scorecard, 6, 6);
}

/* Texts made of numbered words, so that the exact Jaccard index of their pairs of words can be told. */
#define N_WORDS 20

static void
make_text (const guint *words, HeedReply *reply)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_string_append_c (text, ' ');
      for (guint rest = words[i] + 26; rest > 0; rest /= 26)
        g_string_append_c (text, (char) ('a' + rest % 26));
    }
  g_assert_true (heed_fingerprint_read (text->str, NULL, &reply->fingerprint));
}

static double
get_jaccard (const guint *one, const guint *other)
{
  guint n_common = 0;

  for (guint i = 1; i < N_WORDS; i++)
    for (guint j = 1; j < N_WORDS; j++)
      n_common += one[i - 1] == other[j - 1] && one[i] == other[j] ? 1 : 0;
  return n_common / (2.0 * (N_WORDS - 1) - n_common);
}

/* Every pair of a few hundred texts, by the definition and by the fingerprints. */
static void
test_against_definition (void)
{
  enum
  {
    N = 300,
    N_BASES = 20
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint words[N][N_WORDS], n_groups, n_close = 0, n_close_found = 0, next = 0;
  HeedReply replies[N] = { 0 };
  double error = 0;

  for (guint i = 0; i < N; i++)
    {
      for (guint j = 0; j < N_WORDS; j++)
        words[i][j] = i < N_BASES ? next++ : words[i % N_BASES][j];
      for (guint change = 0; i >= N_BASES && change < (i / N_BASES) % 4; change++)
        words[i][g_rand_int_range (random, 0, N_WORDS)] = next++;
      make_text (words[i], &replies[i]);
    }
  g_autofree guint32 *groups = heed_near_duplicates_group (replies, N, &n_groups);
  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < i; j++)
      {
        double exact = get_jaccard (words[i], words[j]);
        double estimate = heed_fingerprint_compare (&replies[i].fingerprint, &replies[j].fingerprint) / 16.0;

        error = MAX (error, fabs (exact - estimate));
        if (exact == 1.0)
          g_assert_cmpuint (groups[i], ==, groups[j]);
        if (exact < 0.2)
          g_assert_cmpuint (groups[i], !=, groups[j]);
        n_close += exact >= 0.8 ? 1 : 0;
        n_close_found += exact >= 0.8 && groups[i] == groups[j] ? 1 : 0;
      }
  g_test_message ("%u of %u close pairs found, largest error of the index %.2f", n_close_found, n_close, error);
  g_assert_cmpuint (n_close, >, 200);
  g_assert_cmpfloat (n_close_found, >=, 0.75 * n_close);
  g_assert_cmpfloat (error, <, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/automation/templates", test_templates);
  g_test_add_func ("/automation/varied-templates", test_varied_templates);
  g_test_add_func ("/automation/signed", test_signed);
  g_test_add_func ("/automation/short-thanks", test_short_thanks);
  g_test_add_func ("/automation/by-hand", test_by_hand);
  g_test_add_func ("/automation/mixed", test_mixed);
  g_test_add_func ("/automation/at-once", test_at_once);
  g_test_add_func ("/automation/clocks", test_clocks);
  g_test_add_func ("/automation/bot-flag", test_bot_flag);
  g_test_add_func ("/automation/few-copies", test_few_copies);
  g_test_add_func ("/automation/slots", test_slots);
  g_test_add_func ("/automation/judge", test_judge);
  g_test_add_func ("/automation/odd-texts", test_odd_texts);
  g_test_add_func ("/automation/against-definition", test_against_definition);
  return g_test_run ();
}
