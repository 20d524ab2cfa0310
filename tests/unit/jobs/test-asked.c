/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Row S88: what a reply asks for is what the answer gives. */

#include <string.h>

#include "heed-asked.h"
#include "heed-error.h"
#include "heed-rendition.h"

static HeedFacts *
new_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Nordlicht");
  facts->what_happened = g_strdup ("My line is dead");
  facts->want = g_strdup ("repair it");
  facts->my_postcode = g_strdup ("LS2 9JT");
  facts->my_phone = g_strdup ("+44 20 7946 0000");
  g_ptr_array_add (facts->references, heed_reference_new ("order", "88-77", TRUE));
  return facts;
}

static void
test_read (void)
{
  const struct
  {
    const char *reply;
    const char *asked;
  } cases[] = {
    { "Hi! Please send us your order number and your postcode by DM.", "postcode order" },
    { "Could you give us your phone number, please?", "phone" },
    { "Könnten Sie uns bitte Ihre Bestellnummer nennen?", "order" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ();
      g_autoptr (GError) error = NULL;
      g_ptr_array_add (facts->asked, g_strdup ("version"));
      g_assert_true (heed_asked_read (facts, cases[i].reply, &error));
      g_assert_no_error (error);
      g_ptr_array_add (facts->asked, NULL);
      g_autofree char *asked = g_strjoinv (" ", (char **) facts->asked->pdata);
      g_assert_cmpstr (asked, ==, cases[i].asked);
    }
}

/* From the reply to the message: what was asked for, to the person who asked, and nothing else. */
static void
test_whole_way (void)
{
  g_autoptr (HeedFacts) facts = new_facts ();
  HeedDraftOptions options = { .channel = "dm", .tone = HEED_TONE_FINAL };
  g_autoptr (GError) error = NULL;

  g_assert_true (
    heed_asked_read (facts, "Please send us your order number and your name so that we can help. ^Ann", &error));
  g_autoptr (HeedRendition) message = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_test_message ("%s", message->text);
  g_assert_true (g_str_has_prefix (message->text, "Dear Ann,\n"));
  g_assert_nonnull (strstr (message->text, "\nOrder number: 88-77\n"));
  g_assert_nonnull (strstr (message->text, "\nFull name: [full name]\n"));
  g_assert_null (strstr (message->text, "LS2"));
  g_assert_null (strstr (message->text, "7946"));
}

/* A reply that asks for nothing leaves the sheet as it is. */
static void
test_nothing (void)
{
  static const char *const replies[] = { "We repaired your line today.", "", "Thank you!" };

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ();
      g_autoptr (GError) error = NULL;
      g_ptr_array_add (facts->asked, g_strdup ("version"));
      g_assert_false (heed_asked_read (facts, replies[i], &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
      g_assert_cmpuint (facts->asked->len, ==, 1);
      g_assert_null (facts->asked_by);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asked/read", test_read);
  g_test_add_func ("/asked/whole-way", test_whole_way);
  g_test_add_func ("/asked/nothing", test_nothing);
  return g_test_run ();
}
