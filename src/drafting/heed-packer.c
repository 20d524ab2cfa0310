/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-packer.h"

#define IMPOSSIBLE (-1)

/* So many choices that turn out not to fit are tried before the budget is lowered. */
#define MOST_REFUSALS 500

/* The items, and for each number of items and each room what the items from there on are worth at best. */
typedef struct
{
  const HeedPackerItem *items;
  guint n_items;
  gsize width;
  gint64 *best;
  HeedPackerAccept accept;
  gpointer data;
} Packer;

/* A choice for the first @index items. @bound is what it can be worth at best in the end. */
typedef struct _Choice Choice;
struct _Choice
{
  const Choice *before;
  int wording;
  guint index;
  gint64 room;
  gint64 worth;
  gint64 bound;
};

static gint64
get_best (const Packer *packer, guint index, gint64 room)
{
  return packer->best[index * packer->width + (gsize) room];
}

static void
fill_best (Packer *packer)
{
  for (guint index = packer->n_items; index-- > 0;)
    {
      const HeedPackerItem *item = &packer->items[index];
      gint64 *best = packer->best + index * packer->width;
      const gint64 *rest = best + packer->width;

      for (gint64 room = 0; room < (gint64) packer->width; room++)
        best[room] = item->is_required ? IMPOSSIBLE : rest[room];
      for (guint wording = 0; wording < item->n_wordings; wording++)
        {
          const gint64 cost = item->cost[wording];
          const gint64 worth = item->worth[wording];

          for (gint64 room = cost; room < (gint64) packer->width; room++)
            if (rest[room - cost] != IMPOSSIBLE && rest[room - cost] + worth > best[room])
              best[room] = rest[room - cost] + worth;
        }
    }
}

/* The best bound first; of equals the one that is further on. */
static int
compare_choices (gconstpointer first, gconstpointer second, gpointer data)
{
  const Choice *one = first;
  const Choice *other = second;

  if (one->bound != other->bound)
    return one->bound > other->bound ? -1 : 1;
  return one->index == other->index ? 0 : one->index > other->index ? -1 : 1;
}

static void
add_choice (const Packer *packer, GSequence *open, GPtrArray *all, const Choice *before, int wording)
{
  const HeedPackerItem *item = &packer->items[before->index];
  gint64 room = before->room - (wording >= 0 ? item->cost[wording] : 0);
  gint64 rest = room >= 0 ? get_best (packer, before->index + 1, room) : IMPOSSIBLE;

  if (rest == IMPOSSIBLE)
    return;
  Choice *choice = g_new0 (Choice, 1);
  choice->before = before;
  choice->wording = wording;
  choice->index = before->index + 1;
  choice->room = room;
  choice->worth = before->worth + (wording >= 0 ? item->worth[wording] : 0);
  choice->bound = choice->worth + rest;
  g_ptr_array_add (all, choice);
  g_sequence_insert_sorted (open, choice, compare_choices, NULL);
}

static void
write_choice (const Choice *choice, int *chosen)
{
  for (; choice->before != NULL; choice = choice->before)
    chosen[choice->index - 1] = choice->wording;
}

/* Looks at whole choices in the order of their worth. Returns whether one fits; @refusals is how many did not. */
static gboolean
search (const Packer *packer, gint64 budget, int *chosen, guint *refusals)
{
  g_autoptr (GSequence) open = g_sequence_new (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  Choice start = { .room = budget, .bound = get_best (packer, 0, budget) };

  *refusals = 0;
  if (start.bound == IMPOSSIBLE)
    return FALSE;
  g_sequence_append (open, &start);
  while (!g_sequence_is_empty (open) && *refusals < MOST_REFUSALS)
    {
      GSequenceIter *first = g_sequence_get_begin_iter (open);
      const Choice *choice = g_sequence_get (first);
      g_sequence_remove (first);
      if (choice->index < packer->n_items)
        {
          const HeedPackerItem *item = &packer->items[choice->index];
          if (!item->is_required)
            add_choice (packer, open, all, choice, -1);
          for (guint wording = 0; wording < item->n_wordings; wording++)
            add_choice (packer, open, all, choice, (int) wording);
          continue;
        }
      write_choice (choice, chosen);
      if (packer->accept == NULL || packer->accept (chosen, packer->data))
        return TRUE;
      *refusals += 1;
    }
  return FALSE;
}

/* Where there is room for the wording of each item that is worth most, nothing is worth more. Returns whether it is
 * so, and no other choice is worth as much. */
static gboolean
choose_all (const HeedPackerItem *items, guint n_items, gint64 budget, int *chosen)
{
  for (guint i = 0; i < n_items; i++)
    {
      const HeedPackerItem *item = &items[i];
      gint64 best = item->is_required ? -1 : 0;

      chosen[i] = -1;
      for (guint wording = 0; wording < item->n_wordings; wording++)
        {
          if (item->worth[wording] == best)
            return FALSE;
          if (item->worth[wording] > best)
            {
              best = item->worth[wording];
              chosen[i] = (int) wording;
            }
        }
      if (chosen[i] < 0 && item->is_required)
        return FALSE;
      budget -= chosen[i] >= 0 ? item->cost[chosen[i]] : 0;
    }
  return budget >= 0;
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
 * @accept: (nullable): measures the whole; the costs must not add up to more than it does
 * @chosen: (out) (array length=n_items): the number of the wording taken, −1 for none
 *
 * The best choice, not an approximation: the multiple-choice knapsack solved for every smaller budget first, which
 * takes budget × wordings steps (Kellerer, Pferschy, Pisinger, “Knapsack Problems”, section 11.5). Where @accept
 * refuses it, the next best is looked for, with what was solved as the bound; only behind 500 refusals in a row the
 * budget is lowered, and the choice may then be one less good.
 *
 * Returns: %FALSE when not even the required items fit
 */
gboolean
heed_packer_pack (const HeedPackerItem *items, guint n_items, gint64 budget, HeedPackerAccept accept, gpointer data,
                  int *chosen)
{
  g_return_val_if_fail (n_items == 0 || (items != NULL && chosen != NULL), FALSE);

  if (budget < 0)
    return FALSE;
  budget = MIN (budget, sum_longest (items, n_items));
  if (choose_all (items, n_items, budget, chosen) && (accept == NULL || accept (chosen, data)))
    return TRUE;

  gsize width = (gsize) budget + 1;
  g_autofree gint64 *best = g_new0 (gint64, width * (n_items + 1));
  Packer packer = { items, n_items, width, best, accept, data };
  guint refusals;

  fill_best (&packer);
  for (; budget >= 0; budget -= MAX (1, budget / 8))
    {
      if (search (&packer, budget, chosen, &refusals))
        return TRUE;
      if (refusals < MOST_REFUSALS)
        return FALSE;
    }
  return FALSE;
}
