/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-facts.h"

#include "heed-word.h"

G_DEFINE_BOXED_TYPE (HeedFacts, heed_facts, heed_facts_copy, heed_facts_free)

static const char *const outcome_words[] = {
  [HEED_OUTCOME_NONE] = "none",
  [HEED_OUTCOME_AUTOMATIC] = "automatic",
  [HEED_OUTCOME_REDIRECT] = "redirect",
  [HEED_OUTCOME_REPLY] = "reply",
};

/** heed_outcome_to_string: (transfer none): the word used in files and in the store. */
const char *
heed_outcome_to_string (HeedOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (outcome_words), NULL);
  return outcome_words[outcome];
}

/** heed_outcome_from_string: reads such a word; %FALSE when it is none. */
gboolean
heed_outcome_from_string (const char *word, HeedOutcome *outcome)
{
  guint index;

  g_return_val_if_fail (outcome != NULL, FALSE);

  if (!heed_word_find (outcome_words, G_N_ELEMENTS (outcome_words), word, &index))
    return FALSE;
  *outcome = index;
  return TRUE;
}

/** heed_reference_new: (transfer full): a reference; the strings are copied. */
HeedReference *
heed_reference_new (const char *kind, const char *value, gboolean is_private)
{
  g_return_val_if_fail (kind != NULL && value != NULL, NULL);

  HeedReference *reference = g_new0 (HeedReference, 1);
  reference->kind = g_strdup (kind);
  reference->value = g_strdup (value);
  reference->is_private = is_private;
  return reference;
}

void
heed_reference_free (HeedReference *reference)
{
  if (reference == NULL)
    return;
  g_free (reference->kind);
  g_free (reference->value);
  g_free (reference);
}

/** heed_attempt_copy: (transfer full): an attempt that shares nothing with @attempt. */
HeedAttempt *
heed_attempt_copy (const HeedAttempt *attempt)
{
  g_return_val_if_fail (attempt != NULL, NULL);

  HeedAttempt *copy = g_new0 (HeedAttempt, 1);
  *copy = *attempt;
  copy->channel = g_strdup (attempt->channel);
  copy->network = g_strdup (attempt->network);
  copy->reference = g_strdup (attempt->reference);
  copy->agent = g_strdup (attempt->agent);
  copy->redirected_to = g_strdup (attempt->redirected_to);
  return copy;
}

void
heed_attempt_free (HeedAttempt *attempt)
{
  if (attempt == NULL)
    return;
  g_free (attempt->channel);
  g_free (attempt->network);
  g_free (attempt->reference);
  g_free (attempt->agent);
  g_free (attempt->redirected_to);
  g_free (attempt);
}

/** heed_promise_new: (transfer full): a promise, due at @due (Unix seconds). */
HeedPromise *
heed_promise_new (const char *text, gint64 due, gboolean kept)
{
  g_return_val_if_fail (text != NULL, NULL);

  HeedPromise *promise = g_new0 (HeedPromise, 1);
  promise->text = g_strdup (text);
  promise->due = due;
  promise->kept = kept;
  return promise;
}

void
heed_promise_free (HeedPromise *promise)
{
  if (promise == NULL)
    return;
  g_free (promise->text);
  g_free (promise);
}

/** heed_facts_new: (transfer full): an empty sheet. */
HeedFacts *
heed_facts_new (void)
{
  HeedFacts *facts = g_new0 (HeedFacts, 1);

  facts->handles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  facts->references = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_reference_free);
  facts->attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_attempt_free);
  facts->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_promise_free);
  facts->enclosures = g_ptr_array_new_with_free_func (g_free);
  facts->details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  facts->asked = g_ptr_array_new_with_free_func (g_free);
  facts->amount = -1;
  return facts;
}

static void
copy_words (GHashTable *words, GHashTable *copy)
{
  GHashTableIter iter;
  gpointer word, value;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, &value))
    g_hash_table_insert (copy, g_strdup (word), g_strdup (value));
}

static void
copy_texts (const GPtrArray *texts, GPtrArray *copy)
{
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));
}

static void
copy_lists (const HeedFacts *facts, HeedFacts *copy)
{
  copy_words (facts->handles, copy->handles);
  copy_words (facts->details, copy->details);
  copy_texts (facts->enclosures, copy->enclosures);
  copy_texts (facts->asked, copy->asked);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      g_ptr_array_add (copy->references, heed_reference_new (reference->kind, reference->value, reference->is_private));
    }
  for (guint i = 0; i < facts->attempts->len; i++)
    g_ptr_array_add (copy->attempts, heed_attempt_copy (facts->attempts->pdata[i]));
  for (guint i = 0; i < facts->promises->len; i++)
    {
      const HeedPromise *promise = facts->promises->pdata[i];
      g_ptr_array_add (copy->promises, heed_promise_new (promise->text, promise->due, promise->kept));
    }
}

/** heed_facts_copy: (transfer full): a sheet that shares nothing with @facts. */
HeedFacts *
heed_facts_copy (const HeedFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  HeedFacts *copy = heed_facts_new ();
  copy->company = g_strdup (facts->company);
  copy->company_email = g_strdup (facts->company_email);
  copy->company_address = g_strdup (facts->company_address);
  copy->my_name = g_strdup (facts->my_name);
  copy->my_email = g_strdup (facts->my_email);
  copy->my_phone = g_strdup (facts->my_phone);
  copy->my_postcode = g_strdup (facts->my_postcode);
  copy->my_address = g_strdup (facts->my_address);
  copy->what_happened = g_strdup (facts->what_happened);
  copy->since = facts->since;
  copy->product = g_strdup (facts->product);
  copy->amount = facts->amount;
  copy->currency = g_strdup (facts->currency);
  copy->want = g_strdup (facts->want);
  copy->want_kind = g_strdup (facts->want_kind);
  copy->by = facts->by;
  copy->asks_when = facts->asks_when;
  copy->call = facts->call;
  copy->customer_since = facts->customer_since;
  copy->consequence = g_strdup (facts->consequence);
  copy->thanks_to = g_strdup (facts->thanks_to);
  copy->asked_by = g_strdup (facts->asked_by);
  copy->reply = g_strdup (facts->reply);
  copy->urgent = facts->urgent;
  copy->language = g_strdup (facts->language);
  copy_lists (facts, copy);
  return copy;
}

void
heed_facts_free (HeedFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->company);
  g_hash_table_unref (facts->handles);
  g_free (facts->company_email);
  g_free (facts->company_address);
  g_free (facts->my_name);
  g_free (facts->my_email);
  g_free (facts->my_phone);
  g_free (facts->my_postcode);
  g_free (facts->my_address);
  g_free (facts->what_happened);
  g_free (facts->product);
  g_free (facts->currency);
  g_free (facts->want);
  g_free (facts->want_kind);
  g_free (facts->consequence);
  g_free (facts->thanks_to);
  g_free (facts->asked_by);
  g_free (facts->reply);
  g_ptr_array_unref (facts->references);
  g_ptr_array_unref (facts->attempts);
  g_ptr_array_unref (facts->promises);
  g_ptr_array_unref (facts->enclosures);
  g_hash_table_unref (facts->details);
  g_ptr_array_unref (facts->asked);
  g_free (facts->language);
  g_free (facts);
}
