/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-inserts.h"

static HeedFacts *
make_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Acme Parcels");
  facts->product = g_strdup ("Line of Jane Roe");
  facts->amount = 89.9;
  facts->currency = g_strdup ("EUR");
  facts->since = G_GINT64_CONSTANT (1793707200);
  facts->my_name = g_strdup ("Jane Roe");
  facts->my_phone = g_strdup ("+49 170 1234567");
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-2026-004711", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("order", "88-17", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("account", "99 88 77 66", TRUE));
  g_ptr_array_add (facts->references, heed_reference_new ("contract", "4111 1111 1111 1111", FALSE));
  return facts;
}

static char *
describe (const char *channel, const char *network)
{
  g_autoptr (HeedFacts) facts = make_facts ();
  const HeedDraftOptions options = { .channel = channel, .network = network };
  g_autoptr (GPtrArray) inserts = heed_inserts_new (facts, &options);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < inserts->len; i++)
    {
      const HeedInsert *insert = inserts->pdata[i];
      g_string_append_printf (all, "%s: %s", insert->kind, insert->value);
      if (insert->tail != NULL)
        g_string_append_printf (all, " | %s", insert->tail);
      if (insert->by_dm != NULL)
        g_string_append_printf (all, " | %s", insert->by_dm);
      g_string_append_c (all, '\n');
    }
  return g_string_free (all, FALSE);
}

/* Nothing private can be put into a public text: neither what is marked so nor what only stands in another field. */
static void
test_public (void)
{
  g_autofree char *post = describe ("public", "mastodon");
  g_autofree char *reply = describe ("reply", "x");

  g_assert_cmpstr (post, ==,
                   "case: C-2026-004711 | …4711 | Case number by DM.\n"
                   "order: 88-17 | Order (by DM)\n"
                   "company: Acme Parcels\n"
                   "amount: €89.90\n"
                   "since: 3 November 2026\n");
  g_assert_cmpstr (reply, ==, post);
}

static void
test_private (void)
{
  g_autofree char *message = describe ("dm", "mastodon");

  g_assert_cmpstr (message, ==,
                   "case: C-2026-004711\n"
                   "order: 88-17\n"
                   "account: 99 88 77 66\n"
                   "contract: 4111 1111 1111 1111\n"
                   "company: Acme Parcels\n"
                   "product: Line of Jane Roe\n"
                   "amount: €89.90\n"
                   "since: 3 November 2026\n"
                   "name: Jane Roe\n"
                   "phone: +49 170 1234567\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inserts/public", test_public);
  g_test_add_func ("/inserts/private", test_private);
  return g_test_run ();
}
