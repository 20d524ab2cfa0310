/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-packer.h"

#define IMPOSSIBLE (-1)

/* Tries item @index for every budget: @before holds the best worth without it. */
static void
add_item (const HeedPackerItem *item, gint64 budget, const gint64 *before, gint64 *best, gint16 *taken)
{
  for (gint64 room = 0; room <= budget; room++)
    {
      best[room] = item->is_required ? IMPOSSIBLE : before[room];
      taken[room] = -1;
      for (guint wording = 0; wording < item->n_wordings; wording++)
        {
          gint64 cost = item->cost[wording];
          if (cost > room || before[room - cost] == IMPOSSIBLE)
            continue;
          gint64 worth = before[room - cost] + item->worth[wording];
          if (worth > best[room])
            {
              best[room] = worth;
              taken[room] = (gint16) wording;
            }
        }
    }
}

/* The most that any choice can cost: there is no use in looking at larger budgets. */
static gint64
sum_longest (const HeedPackerItem *items, guint n_items)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_items; i++)
    {
      gint64 longest = 0;
      for (guint wording = 0; wording < items[i].n_wordings; wording++)
        longest = MAX (longest, items[i].cost[wording]);
      sum += longest;
    }
  return sum;
}

/**
 * heed_packer_pack: chooses the wordings that are worth most within a budget.
 * @budget: in the unit of the costs
 * @chosen: (out) (array length=n_items): the number of the wording taken, −1 for none
 *
 * The best choice, not an approximation: the multiple-choice knapsack solved for every smaller budget first, which
 * takes budget × wordings steps (Kellerer, Pferschy, Pisinger, “Knapsack Problems”, section 11.5).
 *
 * Returns: %FALSE when not even the required items fit
 */
gboolean
heed_packer_pack (const HeedPackerItem *items, guint n_items, gint64 budget, int *chosen)
{
  g_return_val_if_fail (n_items == 0 || (items != NULL && chosen != NULL), FALSE);

  if (budget < 0)
    return FALSE;
  budget = MIN (budget, sum_longest (items, n_items));

  gsize width = (gsize) budget + 1;
  g_autofree gint64 *before = g_new0 (gint64, width);
  g_autofree gint64 *best = g_new0 (gint64, width);
  g_autofree gint16 *taken = g_new0 (gint16, width * MAX (n_items, 1));

  for (guint i = 0; i < n_items; i++)
    {
      add_item (&items[i], budget, before, best, taken + i * width);
      gint64 *swap = before;
      before = best;
      best = swap;
    }
  if (before[budget] == IMPOSSIBLE)
    return FALSE;

  gint64 room = budget;
  for (guint i = n_items; i-- > 0;)
    {
      chosen[i] = taken[i * width + (gsize) room];
      if (chosen[i] >= 0)
        room -= items[i].cost[chosen[i]];
    }
  return TRUE;
}
