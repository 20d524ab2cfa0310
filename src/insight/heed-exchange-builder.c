/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-automation.h"
#include "heed-classifier.h"
#include "heed-interner.h"
#include "heed-near-duplicates.h"

#define NONE G_MAXUINT32

/* Two servers' clocks may differ: a reply this little before its question, or a question after now, is taken as at
 * once. */
#define CLOCK_SKEW_S 300

/* What is kept of a post: no text, and its strings as numbers. @links is where its parents and addressees stand. */
typedef struct
{
  gint64 at;
  guint64 notices;
  guint32 author;
  guint32 links;
  guint32 kinds;
  guint32 agent;
  guint32 company;
  guint32 reply;
  guint32 kept;
  guint32 fingerprint;
  guint32 stated;
  guint8 greeting;
  guint n_parents : 12;
  guint n_addressees : 12;
  guint from_company : 1;
  guint found_by_answer : 1;
  guint reply_is_early : 1;
} Message;

#define MAX_LINKS ((1u << 12) - 1)

/* The hours that a company's own post states, and its words where they are a week. */
typedef struct
{
  HeedStatedHours hours;
  char *words;
} Stated;

/* Of texts that come again and again a few are kept, so that examples can be shown: at the fifth time, by small
 * counters, which different texts may share. What is kept in vain is not shown. */
#define N_COUNTERS (1u << 20)
#define MAX_EXAMPLES 16
#define MAX_EXAMPLE_CHARS 300

/* One company while its set is filled. */
typedef struct
{
  HeedExchangeSet *set;
  GHashTable *agents;
  guint order;
  gint64 stated_at;
} Company;

struct _HeedExchangeBuilder
{
  HeedClassifier *classifier;
  GArray *messages;
  GArray *links;
  GArray *fingerprints;
  GArray *stated;
  guint8 *counters;
  GHashTable *examples;
  GHashTable *n_examples;
  HeedInterner ids;
  HeedInterner names;
  HeedInterner agents;
  GArray *message_of_id;
  GArray *author_of_name;
  GHashTable *spellings;
  GPtrArray *posts;
  GHashTable *left_out;
  gint64 newest;
};

static void
stated_clear (Stated *stated)
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
  g_autoptr (HeedClassifier) classifier = heed_classifier_new (error);
  if (classifier == NULL)
    return NULL;

  HeedExchangeBuilder *builder = g_new0 (HeedExchangeBuilder, 1);
  builder->classifier = g_steal_pointer (&classifier);
  builder->messages = g_array_new (FALSE, FALSE, sizeof (Message));
  builder->links = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->fingerprints = g_array_new (FALSE, FALSE, sizeof (HeedFingerprint));
  builder->stated = g_array_new (FALSE, FALSE, sizeof (Stated));
  g_array_set_clear_func (builder->stated, (GDestroyNotify) stated_clear);
  builder->counters = g_new0 (guint8, N_COUNTERS);
  builder->examples = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  builder->n_examples = g_hash_table_new (NULL, NULL);
  heed_interner_init (&builder->ids);
  heed_interner_init (&builder->names);
  heed_interner_init (&builder->agents);
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
  heed_classifier_free (builder->classifier);
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
  g_array_unref (builder->message_of_id);
  g_array_unref (builder->author_of_name);
  g_hash_table_unref (builder->spellings);
  g_clear_pointer (&builder->posts, g_ptr_array_unref);
  g_hash_table_unref (builder->left_out);
  g_free (builder);
}

static void
count (GHashTable *table, const char *why, guint n)
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
    count (builder->left_out, why, n);
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
  static const guint32 none = NONE;
  guint32 number = heed_interner_add (&builder->ids, id);

  if (number == builder->message_of_id->len)
    g_array_append_val (builder->message_of_id, none);
  return number;
}

/* The number of an account's name; how letters are cased makes no difference, nor an @ before it. */
static guint32
add_name (HeedExchangeBuilder *builder, const char *name)
{
  static const guint32 none = NONE;
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
  if (post->author_handle != NULL)
    {
      guint32 handle = add_name (builder, post->author_handle);
      guint32 *owner = &g_array_index (builder->author_of_name, guint32, handle);

      if (*owner == NONE)
        *owner = author;
    }
  if (post->from_company && !g_hash_table_contains (builder->spellings, GUINT_TO_POINTER (author)))
    g_hash_table_insert (builder->spellings, GUINT_TO_POINTER (author), g_strdup (post->author));
  return author;
}

static void
add_links (HeedExchangeBuilder *builder, const HeedPost *post, Message *message)
{
  message->links = builder->links->len;
  for (char **parent = post->parents; parent != NULL && *parent != NULL && message->n_parents < MAX_LINKS; parent++)
    {
      guint32 id = add_id (builder, *parent);
      g_array_append_val (builder->links, id);
      message->n_parents++;
    }
  if (post->from_company)
    return;
  for (char **name = post->addressees; name != NULL && *name != NULL && message->n_addressees < MAX_LINKS; name++)
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

/* The hours that a post of the company's own states: for a week only with its days, as much else has hours. */
static void
read_stated (HeedExchangeBuilder *builder, const char *text, Message *message)
{
  Stated stated = { .words = NULL };

  if (!heed_classifier_read_hours (builder->classifier, text, FALSE, &stated.hours))
    return;
  if (stated.hours.has_week && stated.hours.names_days)
    stated.words = g_strndup (text + stated.hours.start, stated.hours.end - stated.hours.start);
  message->stated = builder->stated->len;
  g_array_append_val (builder->stated, stated);
}

/* What a company's message does is read while its text is here. */
static void
read_text (HeedExchangeBuilder *builder, const HeedPost *post, Message *message)
{
  HeedFingerprint fingerprint;
  HeedGlance glance;

  if (!post->from_company || post->text == NULL)
    return;
  heed_classifier_read_glance (builder->classifier, post->text, &glance);
  message->greeting = (guint8) glance.greeting;
  if (message->n_parents == 0)
    {
      message->notices = glance.notices;
      read_stated (builder, post->text, message);
      return;
    }

  g_autofree char *signature = heed_classifier_read_signature (builder->classifier, post->text);
  message->kinds = glance.kinds;
  if (signature != NULL)
    message->agent = heed_interner_add (&builder->agents, signature);
  if (!heed_fingerprint_read (post->text, signature, &fingerprint))
    return;
  message->fingerprint = builder->fingerprints->len;
  g_array_append_val (builder->fingerprints, fingerprint);
  if (signature == NULL)
    note_example (builder, &fingerprint, message->author, post->text);
}

/**
 * heed_exchange_builder_add: takes in one post, in any order.
 *
 * Of posts with one id the first counts. Having been seen once without the help of an answer is enough to count for
 * rates.
 */
void
heed_exchange_builder_add (HeedExchangeBuilder *builder, const HeedPost *post)
{
  g_return_if_fail (builder != NULL && post != NULL && post->id != NULL && post->author != NULL);

  guint32 id = add_id (builder, post->id);
  guint32 known = g_array_index (builder->message_of_id, guint32, id);
  builder->newest = MAX (builder->newest, post->created_at);
  if (known != NONE)
    {
      Message *first = &g_array_index (builder->messages, Message, known);

      first->found_by_answer = first->found_by_answer && post->found_by_answer;
      count (builder->left_out, _ ("Repeated: a message with this id was there already"), 1);
      return;
    }

  Message message = {
    .at = post->created_at,
    .author = add_author (builder, post),
    .agent = HEED_NO_AGENT,
    .company = NONE,
    .reply = NONE,
    .kept = NONE,
    .fingerprint = NONE,
    .stated = NONE,
    .from_company = post->from_company ? 1 : 0,
    .found_by_answer = post->found_by_answer ? 1 : 0,
  };
  add_links (builder, post, &message);
  read_text (builder, post, &message);
  g_array_index (builder->message_of_id, guint32, id) = builder->messages->len;
  g_array_append_val (builder->messages, message);
  if (builder->posts != NULL)
    g_ptr_array_add (builder->posts, heed_post_copy (post));
}

static gboolean
is_company (const HeedExchangeBuilder *builder, guint32 author)
{
  return g_hash_table_contains (builder->spellings, GUINT_TO_POINTER (author));
}

static Message *
get_message (const HeedExchangeBuilder *builder, guint32 index)
{
  return &g_array_index (builder->messages, Message, index);
}

/* The message that @message names as its parent number @i, NONE when it was not seen. */
static guint32
get_parent (const HeedExchangeBuilder *builder, const Message *message, guint i)
{
  guint32 id = g_array_index (builder->links, guint32, message->links + i);

  return g_array_index (builder->message_of_id, guint32, id);
}

/* To which company a customer's message speaks: the first one it names. */
static void
find_addressee (const HeedExchangeBuilder *builder, Message *message)
{
  for (guint i = 0; i < message->n_addressees && message->company == NONE; i++)
    {
      guint32 name = g_array_index (builder->links, guint32, message->links + message->n_parents + i);
      guint32 author = g_array_index (builder->author_of_name, guint32, name);

      if (author != NONE && is_company (builder, author))
        message->company = author;
    }
}

/* Whether @reply may answer @message: it is by the company spoken to, or by any where none is named. */
static gboolean
may_answer (const Message *reply, const Message *message)
{
  return !message->from_company && message->author != reply->author
         && (message->company == NONE || message->company == reply->author);
}

/* Lets the company's message @index answer what it points at, where no earlier one does. */
static void
link_reply (HeedExchangeBuilder *builder, guint32 index)
{
  const Message *reply = get_message (builder, index);

  for (guint i = 0; i < reply->n_parents; i++)
    {
      guint32 parent = get_parent (builder, reply, i);
      if (parent == NONE || !may_answer (reply, get_message (builder, parent)))
        continue;

      Message *message = get_message (builder, parent);
      if (reply->at < message->at - CLOCK_SKEW_S)
        message->reply_is_early = 1;
      else if (message->reply == NONE || get_message (builder, message->reply)->at > reply->at)
        message->reply = index;
    }
}

/* Finds for each customer's message whom it addresses and which reply of that company came first. */
static void
link_all (HeedExchangeBuilder *builder)
{
  for (guint32 i = 0; i < builder->messages->len; i++)
    if (!get_message (builder, i)->from_company)
      find_addressee (builder, get_message (builder, i));
  for (guint32 i = 0; i < builder->messages->len; i++)
    if (is_company (builder, get_message (builder, i)->author))
      link_reply (builder, i);
}

static Company *
ensure_company (HeedExchangeBuilder *builder, GHashTable *companies, guint32 author, gint64 until)
{
  Company *company = g_hash_table_lookup (companies, GUINT_TO_POINTER (author));

  if (company != NULL)
    return company;
  company = g_new0 (Company, 1);
  company->set = heed_exchange_set_new (g_hash_table_lookup (builder->spellings, GUINT_TO_POINTER (author)));
  company->set->from = until;
  company->set->until = until;
  company->agents = g_hash_table_new (NULL, NULL);
  company->order = g_hash_table_size (companies);
  company->stated_at = G_MININT64;
  if (builder->posts != NULL)
    company->set->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_hash_table_insert (companies, GUINT_TO_POINTER (author), company);

  GHashTableIter iter;
  gpointer why, n;
  g_hash_table_iter_init (&iter, builder->left_out);
  while (g_hash_table_iter_next (&iter, &why, &n))
    count (company->set->left_out, why, GPOINTER_TO_UINT (n));
  return company;
}

static void
company_free (Company *company)
{
  heed_exchange_set_free (company->set);
  g_hash_table_unref (company->agents);
  g_free (company);
}

/* The index of a signature among those of one company. */
static guint32
ensure_agent (HeedExchangeBuilder *builder, Company *company, guint32 agent)
{
  gpointer index;

  if (agent == HEED_NO_AGENT)
    return HEED_NO_AGENT;
  if (g_hash_table_lookup_extended (company->agents, GUINT_TO_POINTER (agent), NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_hash_table_insert (company->agents, GUINT_TO_POINTER (agent), GUINT_TO_POINTER (company->set->agents->len));
  g_ptr_array_add (company->set->agents, g_strdup (heed_interner_get (&builder->agents, agent)));
  return company->set->agents->len - 1;
}

/* Hands the post of @index over to the set. A message speaks to one company and a reply is by one: it moves once. */
static guint32
keep_post (HeedExchangeBuilder *builder, HeedExchangeSet *set, guint32 index)
{
  Message *message = get_message (builder, index);

  if (builder->posts == NULL)
    return G_MAXUINT32;
  if (message->kept == NONE)
    {
      message->kept = set->posts->len;
      g_ptr_array_add (set->posts, g_steal_pointer (&builder->posts->pdata[index]));
    }
  return message->kept;
}

/* Why a customer's message cannot be counted, %NULL when it can. */
static const char *
find_fault (const Message *message, gint64 until)
{
  if (message->company == message->author)
    return _ ("Written by the company to itself");
  if (message->reply != NONE)
    return NULL;
  if (message->reply_is_early)
    return _ ("Answered, but the answer is dated before the message");
  if (message->at > until + CLOCK_SKEW_S)
    return _ ("Dated in the future");
  return NULL;
}

static void
add_exchange (HeedExchangeBuilder *builder, Company *company, guint32 index)
{
  HeedExchangeSet *set = company->set;
  const Message *message = get_message (builder, index);
  const Message *reply = message->reply != NONE ? get_message (builder, message->reply) : NULL;
  const char *fault = find_fault (message, set->until);

  if (fault != NULL)
    {
      count (set->left_out, fault, 1);
      return;
    }
  HeedExchange exchange = {
    .asked_at = reply == NULL ? MIN (message->at, set->until) : message->at,
    .answered_at = reply != NULL ? MAX (reply->at, message->at) : HEED_NEVER,
    .kinds = reply != NULL ? reply->kinds : 0,
    .agent = reply != NULL ? ensure_agent (builder, company, reply->agent) : HEED_NO_AGENT,
    .message = keep_post (builder, set, index),
    .reply = reply != NULL ? keep_post (builder, set, message->reply) : G_MAXUINT32,
    .opens = message->n_parents == 0,
    .found_by_answer = message->found_by_answer,
  };
  g_array_append_val (set->exchanges, exchange);
  set->from = MIN (set->from, exchange.asked_at);
}

static void
add_reply (HeedExchangeBuilder *builder, Company *company, const Message *message, HeedReply *reply)
{
  HeedExchangeSet *set = company->set;
  guint32 index = (guint32) (message - get_message (builder, 0));
  const char *example = g_hash_table_lookup (builder->examples, GUINT_TO_POINTER (index));

  reply->agent = ensure_agent (builder, company, message->agent);
  if (message->fingerprint != NONE)
    reply->fingerprint = g_array_index (builder->fingerprints, HeedFingerprint, message->fingerprint);
  if (example != NULL)
    heed_exchange_set_add_example (set, set->replies->len, example);
  g_array_append_val (set->replies, *reply);
}

/* Files a post of the company's own. Of the weeks that such posts state the newest counts. */
static void
add_own_post (HeedExchangeBuilder *builder, Company *company, const Message *message)
{
  HeedExchangeSet *set = company->set;
  HeedOwnPost post = { .at = message->at, .notices = message->notices, .greeting = message->greeting };

  if (message->stated != NONE)
    {
      const Stated *stated = &g_array_index (builder->stated, Stated, message->stated);

      post.says_opens = (guint16) (stated->hours.opens + 1);
      post.says_closes = (guint16) (stated->hours.closes + 1);
      if (stated->words != NULL && message->at >= company->stated_at)
        {
          company->stated_at = message->at;
          set->stated = stated->hours;
          g_free (set->stated_words);
          set->stated_words = g_strdup (stated->words);
        }
    }
  g_array_append_val (set->own_posts, post);
}

/* Files a company's message: as a reply to somebody else, or as a post of its own, which an answer to itself is too. */
static void
add_company_message (HeedExchangeBuilder *builder, Company *company, const Message *message)
{
  HeedExchangeSet *set = company->set;
  gboolean is_reply = FALSE;
  HeedReply reply = { .at = message->at, .lag_s = -1, .kinds = message->kinds, .greeting = message->greeting };

  for (guint i = 0; i < message->n_parents; i++)
    {
      guint32 index = get_parent (builder, message, i);
      const Message *parent = index != NONE ? get_message (builder, index) : NULL;

      if (parent != NULL && parent->author == message->author)
        continue;
      is_reply = TRUE;
      if (parent != NULL && reply.lag_s < 0 && message->at >= parent->at - CLOCK_SKEW_S)
        reply.lag_s = MAX (message->at - parent->at, 0);
    }
  set->from = MIN (set->from, message->at);
  if (is_reply)
    {
      add_reply (builder, company, message, &reply);
      return;
    }
  add_own_post (builder, company, message);
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

static int
compare_companies (gconstpointer a, gconstpointer b)
{
  const Company *first = *(Company *const *) a, *second = *(Company *const *) b;

  if (first->set->exchanges->len != second->set->exchanges->len)
    return first->set->exchanges->len > second->set->exchanges->len ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

/* The sets out of the table, the one with most exchanges first. */
static GPtrArray *
take_sets (GHashTable *companies)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_exchange_set_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, companies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_companies);
  for (guint i = 0; i < sorted->len; i++)
    {
      Company *company = sorted->pdata[i];
      g_ptr_array_add (sets, g_steal_pointer (&company->set));
    }
  return sets;
}

/**
 * heed_exchange_builder_finish: all that was seen, company by company.
 * @observed_at: when we looked: Unix seconds; 0 for an archive, which was looked at when its newest message was written
 *
 * A company is who wrote at least one message that is marked as a company's. A customer's message speaks to the first
 * company it names or, where it names none, to the one whose reply points at it; the earliest message of that company
 * that names it as a parent is its answer. Nothing else can be counted: messages whose only answer is dated more than
 * five minutes before them, and unanswered ones from the future, are left out.
 *
 * To be called once.
 *
 * Returns: (transfer full) (element-type HeedExchangeSet): most exchanges first
 */
GPtrArray *
heed_exchange_builder_finish (HeedExchangeBuilder *builder, gint64 observed_at)
{
  g_return_val_if_fail (builder != NULL, NULL);

  g_autoptr (GHashTable) companies = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) company_free);
  gint64 until = observed_at != 0 ? observed_at : builder->newest;

  link_all (builder);
  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      const Message *message = get_message (builder, i);
      guint32 addressee = message->company;

      if (message->from_company)
        {
          add_company_message (builder, ensure_company (builder, companies, message->author, until), message);
          continue;
        }
      if (addressee == NONE && message->reply != NONE)
        addressee = get_message (builder, message->reply)->author;
      if (addressee != NONE)
        add_exchange (builder, ensure_company (builder, companies, addressee, until), i);
    }
  return take_sets (companies);
}
