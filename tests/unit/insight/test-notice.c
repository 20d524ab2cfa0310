/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What accounts say of themselves: found in their words, in the right place, and not where it is not said. */

#include <string.h>

#include "heed-error.h"
#include "heed-notice.h"

static HeedClassifier *
new_classifier (void)
{
  g_autoptr (GError) error = NULL;
  HeedClassifier *classifier = heed_classifier_new (&error);

  g_assert_no_error (error);
  return classifier;
}

static HeedAccount *
new_account (const char *network, const char *handle, const char *bio)
{
  HeedAccount *account = heed_account_new ();

  account->network = g_strdup (network);
  account->handle = g_strdup (handle);
  account->bio = g_strdup (bio);
  return account;
}

static void
add_post (GPtrArray *posts, const char *text, gboolean pinned)
{
  HeedPost *post = heed_post_new ();

  post->text = g_strdup (text);
  post->created_at = 1000 + posts->len;
  post->from_company = TRUE;
  post->pinned = pinned;
  g_ptr_array_add (posts, post);
}

static GPtrArray *
new_posts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
}

/* "state to" of what a text says in one place, "-" for nothing. */
static char *
read_one (const HeedClassifier *classifier, const char *text, HeedNoticePlace where)
{
  g_autoptr (HeedAccount)
    account = new_account ("bluesky", "norfolk.example", where == HEED_NOTICE_IN_BIO ? text : NULL);
  g_autoptr (GPtrArray) posts = new_posts ();

  if (where != HEED_NOTICE_IN_BIO)
    add_post (posts, text, where == HEED_NOTICE_IN_PINNED);
  g_autoptr (HeedNotice) notice = heed_notice_find (classifier, account, posts);
  if (notice == NULL)
    return g_strdup ("-");
  g_assert_cmpint (notice->where, ==, where);
  g_assert_nonnull (strstr (text, notice->text));
  return g_strdup_printf ("%s %s", heed_notice_state_to_string (notice->state), notice->to != NULL ? notice->to : "-");
}

typedef struct
{
  const char *text;
  const char *says;
} Row;

static void
assert_rows (const Row *rows, guint n, HeedNoticePlace where)
{
  g_autoptr (HeedClassifier) classifier = new_classifier ();
  guint n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *says = read_one (classifier, rows[i].text, where);

      if (g_str_equal (says, rows[i].says))
        continue;
      g_test_message ("“%s”: %s, not %s", rows[i].text, says, rows[i].says);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* S1, S11: bios of accounts that left, that moved, and of main accounts that name who helps. */
static void
test_bios (void)
{
  static const Row rows[] = {
    { "News from Norfolk Broadband. This account is not monitored.", "left -" },
    { "This account is no longer monitored. For help go to @care.norfolk.example.", "left care.norfolk.example" },
    { "Not monitored. Need help? @NorfolkHelp", "left NorfolkHelp" },
    { "This page isn't actively monitored, sorry.", "left -" },
    { "We no longer provide support here.", "left -" },
    { "We do not answer questions here, please write to us at https://norfolk.example/help.",
      "left https://norfolk.example/help" },
    { "We can't reply to you on this account.", "left -" },
    { "Our support has moved to @care.norfolk.example", "left care.norfolk.example" },
    { "This is an unmonitored account.", "left -" },
    { "Replies are not monitored here. Ask @norfolk.example", "left -" },
    { "This account has been closed.", "left -" },
    { "We have moved to @new.norfolk.example!", "moved new.norfolk.example" },
    { "We've moved over to https://social.example/@norfolk.", "moved https://social.example/@norfolk" },
    { "Our new account is @new.norfolk.example", "moved new.norfolk.example" },
    { "We make the best boats. For help: @care.norfolk.example", "care_elsewhere care.norfolk.example" },
    { "Need help with your order? Please message @NorfolkHelp", "care_elsewhere NorfolkHelp" },
    { "All the news. Customer service: @NorfolkHelp.", "care_elsewhere NorfolkHelp" },
    { "Questions? Ask @NorfolkHelp and they will be with you soon", "care_elsewhere NorfolkHelp" },
    { "For support go to https://norfolk.example/help", "care_elsewhere https://norfolk.example/help" },
    { "You know that @NorfolkHelp is here to help you", "care_elsewhere NorfolkHelp" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows), HEED_NOTICE_IN_BIO);
}

/* Bios that sound alike and say something else. */
static void
test_other_bios (void)
{
  static const Row rows[] = {
    { "Here to help with your boats, every day.", "-" },
    { "This account is not monitored 24/7.", "-" },
    { "The account is not monitored at weekends.", "-" },
    { "This page is not staffed outside office hours.", "-" },
    { "We are here to help. DMs are not monitored.", "-" },
    { "For help tweet us @norfolk.example", "-" },
    { "We're moving boats since 1970.", "-" },
    { "Proud to support our friends of @wildlife.example", "-" },
    { "Follow us on our way down the river.", "-" },
    { "We no longer sell sails.", "-" },
    { "", "-" },
    { "@", "-" },
    { "Dieses Konto wird nicht betreut.", "left -" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows), HEED_NOTICE_IN_BIO);
}

/* A post may say less than a bio: a shop moves, a prize has a page. Pinned, it may point to a page. */
static void
test_posts (void)
{
  static const Row newest[] = {
    { "We are leaving. This account is no longer monitored, find us at @norfolk.social.example instead.",
      "moved norfolk.social.example" },
    { "We have moved to @new.norfolk.example", "moved new.norfolk.example" },
    { "We've moved to https://norfolk.example/new-shop, come and see!", "-" },
    { "For help ask @NorfolkHelp", "-" },
    { "We will not answer here until tomorrow.", "-" },
    { "Good morning, we are here to help you today.", "-" },
  };
  static const Row pinned[] = {
    { "We've moved to https://social.example/@norfolk", "moved https://social.example/@norfolk" },
    { "For help ask @NorfolkHelp", "care_elsewhere NorfolkHelp" },
    { "Goodbye. We no longer reply to messages on this account.", "left -" },
  };

  assert_rows (newest, G_N_ELEMENTS (newest), HEED_NOTICE_IN_POST);
  assert_rows (pinned, G_N_ELEMENTS (pinned), HEED_NOTICE_IN_PINNED);
}

/* The profile's own field needs no words; the strongest word wins; where it points is taken from whichever says it. */
static void
test_order (void)
{
  g_autoptr (HeedClassifier) classifier = new_classifier ();
  g_autoptr (HeedAccount) account = new_account ("bluesky", "norfolk.example",
                                                 "News. For help: @care.norfolk.example. Nice to have you here.");
  g_autoptr (GPtrArray) posts = new_posts ();

  add_post (posts, "This account is not monitored.", TRUE);
  for (guint i = 0; i < 5; i++)
    add_post (posts, "A fine day on the river.", FALSE);
  g_autoptr (HeedNotice) left = heed_notice_find (classifier, account, posts);
  g_assert_cmpint (left->state, ==, HEED_NOTICE_LEFT);
  g_assert_cmpint (left->where, ==, HEED_NOTICE_IN_PINNED);
  g_assert_cmpint (left->at, ==, 1000);
  g_assert_cmpstr (left->text, ==, "This account is not monitored.");
  g_assert_cmpstr (left->to, ==, "care.norfolk.example");
  g_autofree char *words = heed_notice_describe (left);
  g_assert_cmpstr (words, ==,
                   "It says that it no longer answers here, and names @care.norfolk.example: “This account is not "
                   "monitored.” (a post it keeps at the top of its profile)");

  /* Further back than the newest five a post that is not pinned says nothing of today; nor does a reply. */
  ((HeedPost *) posts->pdata[0])->pinned = FALSE;
  add_post (posts, "This account is not monitored.", FALSE);
  ((HeedPost *) posts->pdata[6])->parents = g_strsplit ("p", " ", -1);
  g_autoptr (HeedNotice) elsewhere = heed_notice_find (classifier, account, posts);
  g_assert_cmpint (elsewhere->state, ==, HEED_NOTICE_CARE_ELSEWHERE);
  g_assert_cmpint (elsewhere->at, ==, 0);
  g_assert_cmpstr (elsewhere->text, ==, "For help: @care.norfolk.example.");

  account->moved_to = g_strdup ("norfolk@social.example");
  g_autoptr (HeedNotice) moved = heed_notice_find (classifier, account, posts);
  g_assert_cmpint (moved->state, ==, HEED_NOTICE_MOVED);
  g_assert_cmpint (moved->where, ==, HEED_NOTICE_IN_PROFILE);
  g_assert_cmpstr (moved->to, ==, "norfolk@social.example");
  g_autofree char *sentence = heed_notice_describe (moved);
  g_assert_cmpstr (sentence, ==, "It moved to @norfolk@social.example (its profile says so)");
  g_autoptr (HeedNotice) copy = heed_notice_copy (moved);
  g_assert_cmpstr (copy->to, ==, moved->to);
  g_assert_true (copy->to != moved->to);
}

/* On Mastodon a handle alone is somebody of the server that the post links to, else of one's own. */
static void
test_servers (void)
{
  g_autoptr (HeedClassifier) classifier = new_classifier ();
  g_autoptr (HeedAccount) account = new_account ("mastodon", "norfolk@one.example", "For help: @care");
  g_autoptr (GPtrArray) posts = new_posts ();
  g_autoptr (HeedNotice) local = heed_notice_find (classifier, account, posts);

  g_assert_cmpstr (local->to, ==, "care@one.example");
  add_post (posts, "This account is not monitored. Ask @norfolk, @care.", TRUE);
  ((HeedPost *) posts->pdata[0])->addressees = g_strsplit ("https://one.example/@norfolk https://two.example/@Care",
                                                           " ", -1);
  g_autoptr (HeedNotice) linked = heed_notice_find (classifier, account, posts);
  g_assert_cmpstr (linked->to, ==, "care@two.example");
  g_free (account->bio);
  account->bio = g_strdup ("For help: @care@three.example:8080.");
  g_autoptr (HeedNotice) written = heed_notice_find (classifier, account, posts);
  g_assert_cmpint (written->state, ==, HEED_NOTICE_LEFT);
  g_ptr_array_set_size (posts, 0);
  g_autoptr (HeedNotice) bio = heed_notice_find (classifier, account, posts);
  g_assert_cmpstr (bio->to, ==, "care@three.example:8080");
}

/* S2: who is there to help says so. */
static void
test_offers_help (void)
{
  static const char *const yes[] = { "Here to help, every day.", "We are happy to help you with your boat.",
                                     "Norfolk Care. We're here for you and your questions." };
  static const char *const no[] = { "The best boats on the river.", "News and offers from Norfolk.", "", NULL };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_autoptr (HeedAccount) account = new_account ("mastodon", "a@b.example", yes[i]);

      g_test_message ("%s", yes[i]);
      g_assert_true (heed_notice_offers_help (classifier, account));
    }
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    {
      g_autoptr (HeedAccount) account = new_account ("mastodon", "a@b.example", no[i]);

      g_assert_false (heed_notice_offers_help (classifier, account));
    }
}

/* A long sentence is cut between letters, and nothing odd in a text leads outside of it. */
static void
test_odd_texts (void)
{
  g_autoptr (HeedClassifier) classifier = new_classifier ();
  g_autoptr (GString) text = g_string_new ("This account is not monitored");
  g_autoptr (GPtrArray) posts = new_posts ();

  for (guint i = 0; i < 500; i++)
    g_string_append (text, " ünd");
  g_autoptr (HeedAccount) account = new_account ("mastodon", "a@b.example", NULL);
  add_post (posts, text->str, TRUE);
  add_post (posts, "@ @@ @a@ https:// @-. This account is not monitored", TRUE);
  add_post (posts, NULL, TRUE);
  g_autoptr (HeedNotice) notice = heed_notice_find (classifier, account, posts);
  g_assert_cmpint (notice->at, ==, 1001);
  g_ptr_array_remove_index (posts, 1);
  g_autoptr (HeedNotice) cut = heed_notice_find (classifier, account, posts);
  if (cut != NULL)
    {
      g_assert_cmpint (g_utf8_strlen (cut->text, -1), ==, 201);
      g_assert_true (g_utf8_validate (cut->text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/bios", test_bios);
  g_test_add_func ("/notice/other-bios", test_other_bios);
  g_test_add_func ("/notice/posts", test_posts);
  g_test_add_func ("/notice/order", test_order);
  g_test_add_func ("/notice/servers", test_servers);
  g_test_add_func ("/notice/offers-help", test_offers_help);
  g_test_add_func ("/notice/odd-texts", test_odd_texts);
  return g_test_run ();
}
