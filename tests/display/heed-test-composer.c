/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-test-composer.h"

HeedComposer *
create_page (Fixture *fixture, const char *channel, const char *network)
{
  HeedComposer *page = HEED_COMPOSER (heed_composer_new ());

  g_object_set (page, "library", fixture->library, "item", fixture->item, "channel", channel, "network", network, NULL);
  return page;
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const handles[][2] = { { "bluesky", "nettle.example" },
                                            { "x", "NettleCare" },
                                            { "threads", "nettle.care" } };

  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");

  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    g_hash_table_insert (the_case->facts->handles, g_strdup (handles[i][0]), g_strdup (handles[i][1]));
  the_case->facts->company_email = g_strdup ("care@nettle.example");
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", PRIVATE_NUMBER, TRUE));
  heed_test_put_case (fixture->library, the_case);

  fixture->page = create_page (fixture, "public", "mastodon");
  fixture->window = heed_test_present (GTK_WIDGET (fixture->page), 780, 700);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_close_page (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->library);
}

char *
dup_text (Fixture *fixture)
{
  return heed_composer_dup_text (fixture->page);
}

void
type (Fixture *fixture, const char *text)
{
  heed_composer_replace_text (fixture->page, 0, G_MAXINT, text);
  heed_test_settle ();
}

void
put_reply (Fixture *fixture, const char *channel, const char *text)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, HEED_TEST_NOW - 60);

  event->channel = g_strdup (channel);
  event->network = g_strdup ("mastodon");
  event->text = g_strdup (text);
  event->url = g_strdup ("https://nettle.example/@care/88");
  event->outcome = HEED_OUTCOME_REPLY;
  heed_test_put_event (fixture->library, fixture->item, event);
  heed_test_settle ();
}
