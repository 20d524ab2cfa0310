/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange.h"

#include "heed-post.h"

static const char *const kind_words[HEED_N_REPLY_KINDS] = {
  "answers",    "acts",         "asks_details", "asks_private", "redirects",
  "apologises", "acknowledges", "promises",     "refuses",      "pleasantry",
};

/** heed_reply_kind_to_string: (transfer none): the codebook's key of one kind. */
const char *
heed_reply_kind_to_string (HeedReplyKinds kind)
{
  gint bit = g_bit_nth_lsf (kind, -1);

  g_return_val_if_fail (bit >= 0 && bit < HEED_N_REPLY_KINDS, NULL);
  return kind_words[bit];
}

static void
example_free (HeedReplyExample *example)
{
  g_free (example->text);
  g_free (example);
}

/** heed_exchange_set_new: (transfer full): an empty set for @company. */
HeedExchangeSet *
heed_exchange_set_new (const char *company)
{
  HeedExchangeSet *set = g_new0 (HeedExchangeSet, 1);

  set->company = g_strdup (company);
  set->exchanges = g_array_new (FALSE, FALSE, sizeof (HeedExchange));
  set->replies = g_array_new (FALSE, FALSE, sizeof (HeedReply));
  set->own_posts = g_array_new (FALSE, FALSE, sizeof (HeedOwnPost));
  set->conversations = g_array_new (FALSE, FALSE, sizeof (HeedConversation));
  set->steps = g_array_new (FALSE, FALSE, sizeof (HeedStep));
  set->links = g_ptr_array_new_with_free_func (g_free);
  set->agents = g_ptr_array_new_with_free_func (g_free);
  set->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) example_free);
  set->stated = (HeedStatedHours){ .opens = -1, .closes = -1 };
  set->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return set;
}

void
heed_exchange_set_free (HeedExchangeSet *set)
{
  if (set == NULL)
    return;
  g_free (set->company);
  g_array_unref (set->exchanges);
  g_array_unref (set->replies);
  g_array_unref (set->own_posts);
  g_array_unref (set->conversations);
  g_array_unref (set->steps);
  g_ptr_array_unref (set->links);
  g_ptr_array_unref (set->agents);
  g_ptr_array_unref (set->examples);
  g_free (set->stated_words);
  g_clear_pointer (&set->posts, g_ptr_array_unref);
  g_hash_table_unref (set->left_out);
  g_free (set);
}

/** heed_exchange_set_add_example: keeps the text of the reply with the index @reply. */
void
heed_exchange_set_add_example (HeedExchangeSet *set, guint32 reply, const char *text)
{
  g_return_if_fail (set != NULL && text != NULL);

  HeedReplyExample *example = g_new0 (HeedReplyExample, 1);
  example->reply = reply;
  example->text = g_strdup (text);
  g_ptr_array_add (set->examples, example);
}
