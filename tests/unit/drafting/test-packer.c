/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-packer.h"

#define MOST_ITEMS 6

static gint64
sum_worth (const HeedPackerItem *items, guint count, const int *chosen, gint64 *cost)
{
  gint64 worth = 0;

  *cost = 0;
  for (guint i = 0; i < count; i++)
    if (chosen[i] >= 0)
      {
        worth += items[i].worth[chosen[i]];
        *cost += items[i].cost[chosen[i]];
      }
  return worth;
}

/* Tries every choice there is. Returns the best worth of those that @accept takes, −1 when there is none. */
static gint64
search_accepted (const HeedPackerItem *items, guint count, gint64 budget, HeedPackerAccept accept, guint at,
                 int *chosen)
{
  gint64 best = -1;
  gint64 cost;

  if (at == count)
    {
      gint64 worth = sum_worth (items, count, chosen, &cost);
      return cost <= budget && accept (chosen, &count) ? worth : -1;
    }
  for (int wording = items[at].is_required ? 0 : -1; wording < (int) items[at].n_wordings; wording++)
    {
      chosen[at] = wording;
      best = MAX (best, search_accepted (items, count, budget, accept, at + 1, chosen));
    }
  return best;
}

/* Tries every choice there is. Returns the best worth, −1 when none is possible. */
static gint64
search (const HeedPackerItem *items, guint count, gint64 budget)
{
  if (budget < 0)
    return -1;
  if (count == 0)
    return 0;

  gint64 best = items->is_required ? -1 : search (items + 1, count - 1, budget);
  for (guint i = 0; i < items->n_wordings; i++)
    {
      gint64 rest = search (items + 1, count - 1, budget - items->cost[i]);
      if (rest >= 0)
        best = MAX (best, rest + items->worth[i]);
    }
  return best;
}

static void
test_brute_force (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      HeedPackerItem items[MOST_ITEMS] = { 0 };
      int chosen[MOST_ITEMS];
      guint count = (guint) g_test_rand_int_range (0, MOST_ITEMS + 1);
      gint64 budget = g_test_rand_int_range (0, 120);

      for (guint i = 0; i < count; i++)
        {
          items[i].is_required = g_test_rand_int_range (0, 4) == 0;
          items[i].n_wordings = (guint) g_test_rand_int_range (0, 5);
          for (guint wording = 0; wording < items[i].n_wordings; wording++)
            {
              items[i].cost[wording] = g_test_rand_int_range (0, 50);
              items[i].worth[wording] = g_test_rand_int_range (0, 1000);
            }
        }
      gint64 best = search (items, count, budget);
      gboolean packed = heed_packer_pack (items, count, budget, NULL, NULL, chosen);
      g_assert_cmpint (packed, ==, best >= 0);
      if (!packed)
        continue;

      gint64 cost;
      g_assert_cmpint (sum_worth (items, count, chosen, &cost), ==, best);
      g_assert_cmpint (cost, <=, budget);
      for (guint i = 0; i < count; i++)
        g_assert_true (chosen[i] >= 0 || !items[i].is_required);
    }
}

/* Refuses three choices of four, by nothing that the packer could know. */
static gboolean
is_lucky (const int *chosen, gpointer data)
{
  guint count = *(const guint *) data;
  guint hash = 17;

  for (guint i = 0; i < count; i++)
    hash = hash * 31 + (guint) (chosen[i] + 1);
  return hash % 4 == 0;
}

/* Where the whole turns out not to fit, the best of what does is taken. */
static void
test_accept (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      HeedPackerItem items[MOST_ITEMS] = { 0 };
      int chosen[MOST_ITEMS];
      guint count = (guint) g_test_rand_int_range (1, 5);
      gint64 budget = g_test_rand_int_range (0, 120);

      for (guint i = 0; i < count; i++)
        {
          items[i].is_required = g_test_rand_int_range (0, 4) == 0;
          items[i].n_wordings = (guint) g_test_rand_int_range (0, 4);
          for (guint wording = 0; wording < items[i].n_wordings; wording++)
            {
              items[i].cost[wording] = g_test_rand_int_range (0, 50);
              items[i].worth[wording] = g_test_rand_int_range (0, 1000);
            }
        }
      gint64 best = search_accepted (items, count, budget, is_lucky, 0, chosen);
      gboolean packed = heed_packer_pack (items, count, budget, is_lucky, &count, chosen);
      g_assert_cmpint (packed, ==, best >= 0);
      gint64 cost;
      if (packed)
        g_assert_cmpint (sum_worth (items, count, chosen, &cost), ==, best);
    }
}

static gboolean
refuse_all (const int *chosen, gpointer data)
{
  *(guint *) data += 1;
  return FALSE;
}

/* Thousands of choices none of which fits end all the same. */
static void
test_refusals (void)
{
  HeedPackerItem items[12] = { 0 };
  int chosen[12];
  guint tries = 0;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (HeedPackerItem){ .n_wordings = 3, .cost = { 30, 20, 10 }, .worth = { 3, 2, 1 } };
  g_assert_false (heed_packer_pack (items, G_N_ELEMENTS (items), 300, refuse_all, &tries, chosen));
  g_assert_cmpuint (tries, <, 60000);
}

static void
test_edges (void)
{
  HeedPackerItem item = { .is_required = TRUE, .n_wordings = 2, .cost = { 10, 5 }, .worth = { 2, 1 } };
  int chosen = -1;

  g_assert_true (heed_packer_pack (NULL, 0, 0, NULL, NULL, NULL));
  g_assert_false (heed_packer_pack (NULL, 0, -1, NULL, NULL, NULL));
  g_assert_false (heed_packer_pack (&item, 1, 4, NULL, NULL, &chosen));
  g_assert_true (heed_packer_pack (&item, 1, 5, NULL, NULL, &chosen));
  g_assert_cmpint (chosen, ==, 1);
  g_assert_true (heed_packer_pack (&item, 1, 10, NULL, NULL, &chosen));
  g_assert_cmpint (chosen, ==, 0);
  /* A budget far beyond what there is to spend costs neither time nor memory. */
  g_assert_true (heed_packer_pack (&item, 1, G_MAXINT64, NULL, NULL, &chosen));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packer/brute-force", test_brute_force);
  g_test_add_func ("/packer/accept", test_accept);
  g_test_add_func ("/packer/refusals", test_refusals);
  g_test_add_func ("/packer/edges", test_edges);
  return g_test_run ();
}
