/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses the wordings of a message that fit the limit of its channel and are worth most. */

#include "heed-pack.h"

#include <string.h>

/* Tables beyond this many cells would take longer than a person waits; a sheet of a page needs a hundredth. */
#define MOST_CELLS (4 * 1024 * 1024)

/* A text message holds 160 of the letters of its alphabet, or 70 of any: once there is one such letter, all count
 * differently. So a message is packed for each of the two, with what it may begin with standing for it. */
static const char *const alphabets[] = { "x", "ж" };

/* What is packed for one alphabet. @active are the numbers of the pieces that are looked at. */
typedef struct
{
  const HeedWorkshop *workshop;
  const GPtrArray *pieces;
  const char *alphabet;
  gint64 limit;
  gint64 least;
  GArray *active;
  HeedPackerItem *items;
  int *chosen;
} Packing;

static int
compare_ranks (gconstpointer first, gconstpointer second)
{
  const HeedPiece *one = *(const HeedPiece *const *) first;
  const HeedPiece *other = *(const HeedPiece *const *) second;

  return (int) one->rank - (int) other->rank;
}

/** heed_pack_list_dropped: (transfer full) (element-type utf8): the facts left out, least needed first. */
GPtrArray *
heed_pack_list_dropped (const GPtrArray *pieces, const int *chosen)
{
  g_return_val_if_fail (pieces != NULL && (chosen != NULL || pieces->len == 0), NULL);

  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];
      if (chosen[i] < 0 && piece->name != NULL && piece->wordings->len > 0)
        g_ptr_array_add (left_out, pieces->pdata[i]);
    }
  g_ptr_array_sort (left_out, compare_ranks);
  for (guint i = 0; i < left_out->len; i++)
    g_ptr_array_add (names, g_strdup (((HeedPiece *) left_out->pdata[i])->name));
  return names;
}

/** heed_pack_assemble: (transfer full): the text that the chosen wordings make. */
char *
heed_pack_assemble (const HeedWorkshop *workshop, const GPtrArray *pieces, const int *chosen)
{
  g_return_val_if_fail (workshop != NULL && pieces != NULL && (chosen != NULL || pieces->len == 0), NULL);

  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  for (guint i = 0; i < pieces->len; i++)
    if (chosen[i] >= 0)
      g_ptr_array_add (sentences, ((const HeedPiece *) pieces->pdata[i])->wordings->pdata[chosen[i]]);
  g_ptr_array_add (sentences, NULL);
  return heed_workshop_join (workshop, (char *const *) sentences->pdata);
}

/** heed_pack_weigh: what a choice is worth. */
gint64
heed_pack_weigh (const GPtrArray *pieces, const int *chosen)
{
  g_return_val_if_fail (pieces != NULL && (chosen != NULL || pieces->len == 0), 0);

  gint64 worth = 0;
  for (guint i = 0; i < pieces->len; i++)
    if (chosen[i] >= 0)
      worth += heed_piece_weigh (pieces->pdata[i], (guint) chosen[i]);
  return worth;
}

/* The wordings of a piece that the alphabet has, with what each adds to a text. */
static HeedPackerItem
make_item (const Packing *packing, const HeedPiece *piece)
{
  const HeedDraftOptions *options = packing->workshop->writer.options;
  HeedPackerItem item = { .is_required = piece->is_required };

  item.n_wordings = MIN (piece->wordings->len, HEED_PACKER_WORDINGS);
  for (guint i = 0; i < item.n_wordings; i++)
    {
      g_autofree char *text = g_strconcat (packing->alphabet, " ", piece->wordings->pdata[i], NULL);
      HeedCount count;
      heed_workshop_measure (options, text, &count);
      /* What is too long alone costs more than there is room for, and is never taken. */
      item.cost[i] = count.limit == packing->limit ? count.length - packing->least : G_MAXINT32;
      item.worth[i] = heed_piece_weigh (piece, i);
    }
  return item;
}

static int
compare_needs (gconstpointer first, gconstpointer second, gpointer data)
{
  const GPtrArray *pieces = data;
  guint one = *(const guint *) first;
  guint other = *(const guint *) second;
  const HeedPiece *a = pieces->pdata[one];
  const HeedPiece *b = pieces->pdata[other];

  if (a->is_required != b->is_required)
    return a->is_required ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank > b->rank ? -1 : 1;
  return one < other ? -1 : 1;
}

/* Of thousands of references or promises only those that could fit at all, and that a table has room for, are tried:
 * the most needed ones. */
static void
choose_active (Packing *packing)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < packing->pieces->len; i++)
    if (((const HeedPiece *) packing->pieces->pdata[i])->wordings->len > 0
        || ((const HeedPiece *) packing->pieces->pdata[i])->is_required)
      g_array_append_val (numbers, i);
  g_array_sort_with_data (numbers, compare_needs, (gpointer) packing->pieces);
  g_array_set_size (numbers, (guint) MIN (numbers->len, MAX (64, MOST_CELLS / (packing->limit + 2))));
  packing->active = g_array_copy (numbers);
  packing->items = g_new0 (HeedPackerItem, MAX (numbers->len, 1));
  for (guint i = 0; i < numbers->len; i++)
    packing->items[i] = make_item (packing, packing->pieces->pdata[g_array_index (numbers, guint, i)]);
}

static void
write_chosen (const Packing *packing, const int *active, int *chosen)
{
  for (guint i = 0; i < packing->pieces->len; i++)
    chosen[i] = -1;
  for (guint i = 0; i < packing->active->len; i++)
    chosen[g_array_index (packing->active, guint, i)] = active[i];
}

static gboolean
fits_cb (const int *active, gpointer data)
{
  Packing *packing = data;
  HeedCount count;

  write_chosen (packing, active, packing->chosen);
  g_autofree char *text = heed_pack_assemble (packing->workshop, packing->pieces, packing->chosen);
  heed_workshop_measure (packing->workshop->writer.options, text, &count);
  return count.is_valid;
}

/* Packs for one alphabet; @chosen has room for all pieces. */
static gboolean
pack_alphabet (const HeedWorkshop *workshop, const GPtrArray *pieces, const char *alphabet, int *chosen)
{
  HeedCount alone, empty;
  heed_workshop_measure (workshop->writer.options, alphabet, &alone);
  /* A content warning counts too, and may have all the room there is. */
  heed_workshop_measure (workshop->writer.options, "", &empty);
  if (empty.length >= alone.limit)
    return FALSE;
  Packing packing = { .workshop = workshop, .pieces = pieces, .alphabet = alphabet, .limit = alone.limit };
  packing.least = alone.length;
  packing.chosen = chosen;
  choose_active (&packing);

  g_autofree int *active = g_new0 (int, packing.active->len + 1);
  /* The first sentence has nothing to be parted from. */
  gboolean is_packed = heed_packer_pack (packing.items, packing.active->len, packing.limit - empty.length + 1, fits_cb,
                                         &packing, active);
  if (is_packed)
    write_chosen (&packing, active, chosen);
  g_array_unref (packing.active);
  g_free (packing.items);
  return is_packed;
}

/**
 * heed_pack: chooses a wording for each piece, or leaves it out, so that the whole fits and is worth most.
 * @chosen: (out) (array length=pieces->len): the number of the wording taken, −1 for none
 *
 * Returns: %FALSE when not even what is required fits
 */
gboolean
heed_pack (const HeedWorkshop *workshop, const GPtrArray *pieces, int *chosen)
{
  g_return_val_if_fail (workshop != NULL && pieces != NULL && chosen != NULL, FALSE);

  g_autofree int *other = g_new0 (int, pieces->len + 1);
  HeedCount plain, rich;
  heed_workshop_measure (workshop->writer.options, alphabets[0], &plain);
  heed_workshop_measure (workshop->writer.options, alphabets[1], &rich);

  if (plain.limit == 0)
    {
      for (guint i = 0; i < pieces->len; i++)
        chosen[i] = ((const HeedPiece *) pieces->pdata[i])->wordings->len > 0 ? 0 : -1;
      return TRUE;
    }
  gboolean is_packed = pack_alphabet (workshop, pieces, alphabets[0], chosen);
  if (plain.limit == rich.limit || !pack_alphabet (workshop, pieces, alphabets[1], other))
    return is_packed;
  if (!is_packed || heed_pack_weigh (pieces, other) > heed_pack_weigh (pieces, chosen))
    memcpy (chosen, other, pieces->len * sizeof (int));
  return TRUE;
}
