/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-builder.h"

/* Taking posts in: of each is kept what its text says, and not the text. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-automation.h"
#include "heed-exchange-builder-private.h"

/* Of texts that come again and again a few are kept, so that examples can be shown: at the fifth time, by small
 * counters, which different texts may share. What is kept in vain is not shown. */
#define N_COUNTERS (1u << 20)
#define MAX_EXAMPLES 16
#define MAX_EXAMPLE_CHARS 300

static void
stated_clear (HeedOwnHours *stated)
{
  g_free (stated->words);
}

/**
 * heed_exchange_builder_new: turns posts into exchanges.
 * @keep_posts: keep the posts that exchanges point at, so that they can be shown; else no text is kept
 *
 * Memory grows with the number of posts, not with their text.
 *
 * Returns: (transfer full): %NULL when the word list that tells what replies do is broken
 */
HeedExchangeBuilder *
heed_exchange_builder_new (gboolean keep_posts, GError **error)
{
  const HeedClassifier *classifier = heed_classifier_get_default (error);
  if (classifier == NULL)
    return NULL;

  HeedExchangeBuilder *builder = g_new0 (HeedExchangeBuilder, 1);
  builder->classifier = classifier;
  builder->messages = g_array_new (FALSE, FALSE, sizeof (HeedMessage));
  builder->links = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->fingerprints = g_array_new (FALSE, FALSE, sizeof (HeedFingerprint));
  builder->stated = g_array_new (FALSE, FALSE, sizeof (HeedOwnHours));
  g_array_set_clear_func (builder->stated, (GDestroyNotify) stated_clear);
  builder->counters = g_new0 (guint8, N_COUNTERS);
  builder->examples = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  builder->n_examples = g_hash_table_new (NULL, NULL);
  heed_interner_init (&builder->ids);
  heed_interner_init (&builder->names);
  heed_interner_init (&builder->agents);
  heed_interner_init (&builder->web_links);
  builder->agent_spellings = g_ptr_array_new_with_free_func (g_free);
  builder->message_of_id = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->author_of_name = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->spellings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  builder->posts = keep_posts ? g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free) : NULL;
  builder->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->newest = G_MININT64;
  return builder;
}

void
heed_exchange_builder_free (HeedExchangeBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->messages);
  g_array_unref (builder->links);
  g_array_unref (builder->fingerprints);
  g_array_unref (builder->stated);
  g_free (builder->counters);
  g_hash_table_unref (builder->examples);
  g_hash_table_unref (builder->n_examples);
  heed_interner_clear (&builder->ids);
  heed_interner_clear (&builder->names);
  heed_interner_clear (&builder->agents);
  heed_interner_clear (&builder->web_links);
  g_ptr_array_unref (builder->agent_spellings);
  g_array_unref (builder->message_of_id);
  g_array_unref (builder->author_of_name);
  g_hash_table_unref (builder->spellings);
  g_clear_pointer (&builder->posts, g_ptr_array_unref);
  g_hash_table_unref (builder->left_out);
  g_free (builder);
}

/**
 * heed_exchange_builder_count: counts @n more of what could not be used for the same reason.
 * @table: (element-type utf8 guint): how many there are by reason; owns the reasons
 * @why: a sentence, which is copied
 */
void
heed_exchange_builder_count (GHashTable *table, const char *why, guint n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, why));

  g_hash_table_replace (table, g_strdup (why), GUINT_TO_POINTER (before + n));
}

/**
 * heed_exchange_builder_leave_out: notes what could not be read.
 * @why: a sentence
 *
 * It belongs to no company, so it is counted in the set of each.
 */
void
heed_exchange_builder_leave_out (HeedExchangeBuilder *builder, const char *why, guint n)
{
  g_return_if_fail (builder != NULL && why != NULL);

  if (n > 0)
    heed_exchange_builder_count (builder->left_out, why, n);
}

/** heed_exchange_builder_get_classifier: (transfer none): what it reads texts with. */
const HeedClassifier *
heed_exchange_builder_get_classifier (const HeedExchangeBuilder *builder)
{
  g_return_val_if_fail (builder != NULL, NULL);

  return builder->classifier;
}

/* The number of a message id; ids that are only named as a parent have one too. */
static guint32
add_id (HeedExchangeBuilder *builder, const char *id)
{
  static const guint32 none = HEED_NO_MESSAGE;
  guint32 number = heed_interner_add (&builder->ids, id);

  if (number == builder->message_of_id->len)
    g_array_append_val (builder->message_of_id, none);
  return number;
}

/* The number of an account's name; how letters are cased makes no difference, nor an @ before it. */
static guint32
add_name (HeedExchangeBuilder *builder, const char *name)
{
  static const guint32 none = HEED_NO_MESSAGE;
  g_autofree char *lower = g_ascii_strdown (name[0] == '@' ? name + 1 : name, -1);
  guint32 number = heed_interner_add (&builder->names, lower);

  if (number == builder->author_of_name->len)
    g_array_append_val (builder->author_of_name, none);
  return number;
}

/* Notes who wrote: by the id, and by the handle unless that is somebody's id. */
static guint32
add_author (HeedExchangeBuilder *builder, const HeedPost *post)
{
  guint32 author = add_name (builder, post->author);

  g_array_index (builder->author_of_name, guint32, author) = author;
  /* In archives the handle is the id. */
  if (post->author_handle != NULL && post->author_handle != post->author)
    {
      guint32 handle = add_name (builder, post->author_handle);
      guint32 *owner = &g_array_index (builder->author_of_name, guint32, handle);

      if (*owner == HEED_NO_MESSAGE)
        *owner = author;
    }
  if (post->from_company && !g_hash_table_contains (builder->spellings, GUINT_TO_POINTER (author)))
    g_hash_table_insert (builder->spellings, GUINT_TO_POINTER (author), g_strdup (post->author));
  return author;
}

static void
add_links (HeedExchangeBuilder *builder, const HeedPost *post, HeedMessage *message)
{
  message->links = builder->links->len;
  for (char **parent = post->parents; parent != NULL && *parent != NULL && message->n_parents < HEED_MAX_LINKS;
       parent++)
    {
      guint32 id = add_id (builder, *parent);
      g_array_append_val (builder->links, id);
      message->n_parents++;
    }
  if (post->from_company)
    return;
  for (char **name = post->addressees; name != NULL && *name != NULL && message->n_addressees < HEED_MAX_LINKS; name++)
    {
      guint32 number = add_name (builder, *name);
      g_array_append_val (builder->links, number);
      message->n_addressees++;
    }
}

/* The text without the handles at its beginning, on one line, not longer than what is shown. */
static char *
dup_example (const char *text)
{
  while (*text == '@' || *text == '.' || g_ascii_isspace (*text))
    text += *text == '@' ? strcspn (text, " \t\r\n") : 1;
  char *example = g_utf8_strlen (text, -1) <= MAX_EXAMPLE_CHARS ? g_strdup (text)
                                                                : g_utf8_substring (text, 0, MAX_EXAMPLE_CHARS);
  return g_strdelimit (example, "\t\r\n\v\f", ' ');
}

static void
note_example (HeedExchangeBuilder *builder, const HeedFingerprint *fingerprint, guint32 author, const char *text)
{
  guint32 key;
  gpointer company = GUINT_TO_POINTER (author);

  memcpy (&key, fingerprint->bytes, sizeof key);
  guint8 *counter = &builder->counters[((key ^ author * 0x9e3779b9u) * 0x85ebca6bu) >> 12];
  if (*counter >= HEED_AUTOMATION_MIN_COPIES || ++*counter < HEED_AUTOMATION_MIN_COPIES)
    return;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (builder->n_examples, company));
  if (n >= MAX_EXAMPLES)
    return;
  g_hash_table_insert (builder->n_examples, company, GUINT_TO_POINTER (n + 1));
  g_hash_table_insert (builder->examples, GUINT_TO_POINTER (builder->messages->len), dup_example (text));
}

static void
add_stated (HeedExchangeBuilder *builder, const HeedTextReading *reading, HeedMessage *message)
{
  if (reading->stated == NULL)
    return;
  const HeedOwnHours stated = { .hours = *reading->stated, .words = g_strdup (reading->stated_words) };
  message->stated = builder->stated->len;
  g_array_append_val (builder->stated, stated);
}

/* The number of a signature. How letters are cased makes no difference; as first spelt it is shown. */
static guint32
add_agent (HeedExchangeBuilder *builder, const char *signature)
{
  g_autofree char *folded = g_utf8_casefold (signature, -1);
  guint32 number = heed_interner_add (&builder->agents, folded);

  if (number == builder->agent_spellings->len)
    g_ptr_array_add (builder->agent_spellings, g_strdup (signature));
  return number;
}

/* Notes what the text says. */
static void
add_reading (HeedExchangeBuilder *builder, const HeedPost *post, const HeedTextReading *reading, HeedMessage *message)
{
  message->notices = reading->notices;
  message->greeting = (guint8) reading->greeting;
  message->kinds = reading->kinds;
  message->to_team = reading->to_team ? 1 : 0;
  message->part = reading->shape.part;
  message->n_parts = reading->shape.n_parts;
  message->truncated = reading->shape.truncated ? 1 : 0;
  add_stated (builder, reading, message);
  if (reading->signature != NULL)
    message->agent = add_agent (builder, reading->signature);
  if (reading->shape.link != NULL)
    message->web_link = heed_interner_add (&builder->web_links, reading->shape.link);
  if (!reading->has_fingerprint)
    return;
  message->fingerprint = builder->fingerprints->len;
  g_array_append_val (builder->fingerprints, reading->fingerprint);
  if (reading->signature == NULL)
    note_example (builder, &reading->fingerprint, message->author, post->text);
}

/** heed_exchange_builder_add: takes in one post as heed_exchange_builder_add_read() does, and reads its text. */
void
heed_exchange_builder_add (HeedExchangeBuilder *builder, const HeedPost *post)
{
  g_auto (HeedTextReading) reading = { 0 };

  g_return_if_fail (builder != NULL && post != NULL);

  heed_text_reading_read (&reading, builder->classifier, post);
  heed_exchange_builder_add_read (builder, post, &reading);
}

/**
 * heed_exchange_builder_add_read: takes in one post, in any order.
 * @reading: what its text says, read with the builder's classifier
 *
 * Of posts with one id the first counts. Having been seen once without the help of an answer is enough to count for
 * rates.
 */
void
heed_exchange_builder_add_read (HeedExchangeBuilder *builder, const HeedPost *post, const HeedTextReading *reading)
{
  g_return_if_fail (builder != NULL && reading != NULL);
  g_return_if_fail (post != NULL && post->id != NULL && post->author != NULL);

  guint32 id = add_id (builder, post->id);
  guint32 known = g_array_index (builder->message_of_id, guint32, id);
  builder->newest = MAX (builder->newest, post->created_at);
  if (known != HEED_NO_MESSAGE)
    {
      HeedMessage *first = &g_array_index (builder->messages, HeedMessage, known);

      first->found_by_answer = first->found_by_answer && post->found_by_answer;
      heed_exchange_builder_count (builder->left_out, _ ("Repeated: a message with this id was there already"), 1);
      return;
    }

  HeedMessage message = {
    .at = post->created_at,
    .author = add_author (builder, post),
    .agent = HEED_NO_AGENT,
    .company = HEED_NO_MESSAGE,
    .reply = HEED_NO_MESSAGE,
    .kept = HEED_NO_MESSAGE,
    .fingerprint = HEED_NO_MESSAGE,
    .web_link = HEED_NO_LINK,
    .first_part = HEED_NO_MESSAGE,
    .stated = HEED_NO_MESSAGE,
    .from_company = post->from_company ? 1 : 0,
    .found_by_answer = post->found_by_answer ? 1 : 0,
  };
  add_links (builder, post, &message);
  add_reading (builder, post, reading, &message);
  g_array_index (builder->message_of_id, guint32, id) = builder->messages->len;
  g_array_append_val (builder->messages, message);
  if (builder->posts != NULL)
    g_ptr_array_add (builder->posts, heed_post_copy (post));
}

/**
 * heed_exchange_builder_read_bio: reads the hours that an account's own words state into a set.
 * @bio: (nullable): its words
 *
 * They go before what its posts state.
 */
void
heed_exchange_builder_read_bio (const HeedExchangeBuilder *builder, const char *bio, HeedExchangeSet *set)
{
  HeedStatedHours stated;

  g_return_if_fail (builder != NULL && set != NULL);

  if (bio == NULL)
    return;
  if (heed_classifier_read_hours (builder->classifier, bio, TRUE, &stated))
    {
      set->stated = stated;
      g_free (set->stated_words);
      set->stated_words = g_strndup (bio + stated.start, stated.end - stated.start);
    }
  else if (stated.zone != NULL)
    set->stated.zone = stated.zone;
}
