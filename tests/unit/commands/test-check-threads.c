/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive is read by several threads, and nothing of it may show. */

#include <glib/gstdio.h>
#include <string.h>

#include "heed-check.h"
#include "heed-command-check.h"
#include "heed-command-json.h"
#include "heed-error.h"

#define N_TALKS 2000
#define N_COMPANIES 7

static const char *const questions[] = {
  "My order did not arrive, can you help?",
  "The app will not open since this morning",
  "Où est mon colis ?",
  "Wo bleibt meine Bestellung?",
};

static const char *const replies[] = {
  "Good morning! Sorry about the wait. Please send us a private message with your order number. ^Ann",
  "We have sent you a new one today, it should be with you by Friday. ^Bo",
  "Have you tried to turn it off and on again? More at https://www.help.example/steps?id=7 1/2",
  "Thanks for letting us know, our team is looking into it and we will come back to you soon. ^Ann",
  "Bonjour, pouvez-vous nous envoyer votre numéro de commande en message privé ? ^Zoé",
  "Das tut uns leid. Bitte schicke uns eine private Nachricht mit deiner Bestellnummer. ^Max",
};

static const char *const thanks[] = { "Thank you, that worked!", "It works now", "merci beaucoup", "No, still broken" };

static void
append_row (GString *csv, guint id, const char *author, gboolean inbound, guint minute, const char *text, guint parent)
{
  g_autofree char *answered = parent > 0 ? g_strdup_printf ("%u", parent) : g_strdup ("");

  g_string_append_printf (csv, "%u,%s,%s,2026-03-%02uT%02u:%02u:00Z,\"%s\",,%s\n", id, author,
                          inbound ? "True" : "False", minute / 1440 % 28 + 1, minute / 60 % 24, minute % 60, text,
                          answered);
}

/* Questions with replies and what customers say to them; posts of companies' own, a text longer than a batch, rows that
 * cannot be used, and ids that come twice. */
static GString *
new_archive (void)
{
  GString *csv = g_string_new (
    "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n");
  g_autofree char *filler = g_strnfill (150 * 1024, 'a');

  for (guint i = 0; i < N_TALKS; i++)
    {
      g_autofree char *company = g_strdup_printf ("Care%u", i % N_COMPANIES);
      g_autofree char *customer = g_strdup_printf ("c%u", i % 300);
      g_autofree char *question = g_strdup_printf ("@%s %s", company, questions[i % G_N_ELEMENTS (questions)]);
      const guint id = 10 * i + 10, minute = 17 * i;

      append_row (csv, id, customer, TRUE, minute, question, 0);
      if (i % 5 != 0)
        append_row (csv, id + 1, company, FALSE, minute + i % 90, replies[i % G_N_ELEMENTS (replies)], id);
      if (i % 3 == 0)
        append_row (csv, id + 2, customer, TRUE, minute + 95, thanks[i % G_N_ELEMENTS (thanks)], id + 1);
      if (i % 41 == 0)
        append_row (csv, id + 3, company, FALSE, minute, "We are here Mon-Fri 9am-5pm, Sat 10-4 UK time", 0);
      if (i % 97 == 0)
        append_row (csv, id, customer, TRUE, minute, "the same id again", 0);
      if (i % 101 == 0)
        g_string_append (csv, "no id at all,,,,,,\n");
      if (i == N_TALKS / 2)
        append_row (csv, id + 4, company, FALSE, minute, filler, id);
    }
  return csv;
}

static GFile *
write_archive (char **path)
{
  g_autoptr (GString) csv = new_archive ();

  *path = g_build_filename (g_get_tmp_dir (), "heed-threads-XXXXXX", NULL);
  int fd = g_mkstemp (*path);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (*path, csv->str, (gssize) csv->len, NULL));
  return g_file_new_for_path (*path);
}

/* Everything that is told of an archive, with @threads reading it. */
static char *
check (GFile *file, guint threads)
{
  HeedCheckOptions options = { .threads = threads };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = heed_check_archive (file, NULL, &options, NULL, &error);
  GString *json = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_COMPANIES);
  heed_command_json_begin_array (json, NULL);
  for (guint i = 0; i < all->len; i++)
    heed_command_check_add_json (json, ((const HeedChecked *) all->pdata[i])->scorecard, HEED_NEVER);
  heed_command_json_end_array (json);
  return g_string_free (json, FALSE);
}

static void
test_same_with_any_threads (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = write_archive (&path);
  g_autofree char *alone = check (file, 1);

  for (guint threads = 2; threads <= 5; threads++)
    for (guint again = 0; again < 3; again++)
      {
        g_autofree char *together = check (file, threads);

        g_assert_cmpstr (together, ==, alone);
      }
  g_assert_nonnull (strstr (alone, "a message with this id was there already"));
  g_assert_nonnull (strstr (alone, "no message id"));
  g_unlink (path);
}

static void
cancel_midway (const char *what, guint64 done, guint64 expected, gpointer user_data)
{
  if (done >= expected / 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = write_archive (&path);

  for (guint threads = 1; threads <= 4; threads++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      HeedCheckOptions options = { .threads = threads, .progress = cancel_midway, .user_data = cancellable };

      g_assert_null (heed_check_archive (file, NULL, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_unlink (path);
}

static void
test_one_company (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = write_archive (&path);
  HeedCheckOptions options = { .threads = 3 };
  g_autoptr (GError) error = NULL;

  g_autoptr (GPtrArray) one = heed_check_archive (file, "care3", &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((const HeedChecked *) one->pdata[0])->scorecard->company, ==, "Care3");

  g_autoptr (GPtrArray) none = heed_check_archive (file, "Care33", &options, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-threads/same-with-any-threads", test_same_with_any_threads);
  g_test_add_func ("/check-threads/cancelled", test_cancelled);
  g_test_add_func ("/check-threads/one-company", test_one_company);
  return g_test_run ();
}
