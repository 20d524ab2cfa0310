/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turning what was taken in into exchanges, replies and conversations, company by company. */

#include <glib/gi18n-lib.h>

#include "heed-exchange-builder-private.h"

/* One company while its set is filled. @agents and @links: number in the builder → index in the set. */
typedef struct
{
  HeedExchangeSet *set;
  GHashTable *agents;
  GHashTable *links;
  guint order;
  gint64 stated_at;
} Company;

static gboolean
is_company (const HeedExchangeBuilder *builder, guint32 author)
{
  return g_hash_table_contains (builder->spellings, GUINT_TO_POINTER (author));
}

/* To which company a customer's message speaks: the first one it names. */
static void
find_addressee (const HeedExchangeBuilder *builder, HeedMessage *message)
{
  for (guint i = 0; i < message->n_addressees && message->company == HEED_NO_MESSAGE; i++)
    {
      guint32 name = g_array_index (builder->links, guint32, message->links + message->n_parents + i);
      guint32 author = g_array_index (builder->author_of_name, guint32, name);

      if (author != HEED_NO_MESSAGE && is_company (builder, author))
        message->company = author;
    }
}

/* Whether @reply may answer @message: it is by the company spoken to, or by any where none is named. */
static gboolean
may_answer (const HeedMessage *reply, const HeedMessage *message)
{
  return !message->from_company && message->author != reply->author
         && (message->company == HEED_NO_MESSAGE || message->company == reply->author);
}

/* Lets the company's message @index answer what it points at, where no earlier one does. */
static void
link_reply (HeedExchangeBuilder *builder, guint32 index)
{
  const HeedMessage *reply = heed_exchange_builder_get (builder, index);

  for (guint i = 0; i < reply->n_parents; i++)
    {
      guint32 parent = heed_exchange_builder_get_parent (builder, reply, i);
      if (parent == HEED_NO_MESSAGE || !may_answer (reply, heed_exchange_builder_get (builder, parent)))
        continue;

      HeedMessage *message = heed_exchange_builder_get (builder, parent);
      if (reply->at < message->at - HEED_CLOCK_SKEW_S)
        message->reply_is_early = 1;
      else if (message->reply == HEED_NO_MESSAGE || heed_exchange_builder_get (builder, message->reply)->at > reply->at)
        message->reply = index;
    }
}

/* Finds for each customer's message whom it addresses and which reply of that company came first. */
static void
link_all (HeedExchangeBuilder *builder)
{
  for (guint32 i = 0; i < builder->messages->len; i++)
    if (!heed_exchange_builder_get (builder, i)->from_company)
      find_addressee (builder, heed_exchange_builder_get (builder, i));
  for (guint32 i = 0; i < builder->messages->len; i++)
    if (is_company (builder, heed_exchange_builder_get (builder, i)->author))
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
  company->links = g_hash_table_new (NULL, NULL);
  company->order = g_hash_table_size (companies);
  company->stated_at = G_MININT64;
  if (builder->posts != NULL)
    company->set->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_hash_table_insert (companies, GUINT_TO_POINTER (author), company);

  GHashTableIter iter;
  gpointer why, n;
  g_hash_table_iter_init (&iter, builder->left_out);
  while (g_hash_table_iter_next (&iter, &why, &n))
    heed_exchange_builder_count (company->set->left_out, why, GPOINTER_TO_UINT (n));
  return company;
}

static void
company_free (Company *company)
{
  heed_exchange_set_free (company->set);
  g_hash_table_unref (company->agents);
  g_hash_table_unref (company->links);
  g_free (company);
}

/* The index among @strings, those of one company, of what has the @number in the builder; @none for none. */
static guint32
ensure_string (GHashTable *indexes, GPtrArray *strings, guint32 number, guint32 none, const char *string)
{
  gpointer index;

  if (number == none)
    return none;
  if (g_hash_table_lookup_extended (indexes, GUINT_TO_POINTER (number), NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_hash_table_insert (indexes, GUINT_TO_POINTER (number), GUINT_TO_POINTER (strings->len));
  g_ptr_array_add (strings, g_strdup (string));
  return strings->len - 1;
}

static guint32
ensure_agent (HeedExchangeBuilder *builder, Company *company, guint32 agent)
{
  return ensure_string (company->agents, company->set->agents, agent, HEED_NO_AGENT,
                        agent != HEED_NO_AGENT ? builder->agent_spellings->pdata[agent] : NULL);
}

static guint32
ensure_link (HeedExchangeBuilder *builder, Company *company, guint32 link)
{
  return ensure_string (company->links, company->set->links, link, HEED_NO_LINK,
                        link != HEED_NO_LINK ? heed_interner_get (&builder->web_links, link) : NULL);
}

/* Hands the post of @index over to the set. A message speaks to one company and a reply is by one: it moves once. */
static guint32
keep_post (HeedExchangeBuilder *builder, HeedExchangeSet *set, guint32 index)
{
  HeedMessage *message = heed_exchange_builder_get (builder, index);

  if (builder->posts == NULL)
    return G_MAXUINT32;
  if (message->kept == HEED_NO_MESSAGE)
    {
      g_assert (builder->posts->pdata[index] != NULL);
      message->kept = set->posts->len;
      g_ptr_array_add (set->posts, g_steal_pointer (&builder->posts->pdata[index]));
    }
  g_assert (message->kept < set->posts->len);
  return message->kept;
}

static const HeedMessage *
get_first_part (const HeedExchangeBuilder *builder, guint32 index)
{
  return heed_exchange_builder_get (builder, heed_exchange_builder_get_first_part (builder, index));
}

/* Why a customer's message cannot be counted, %NULL when it can. */
static const char *
find_fault (const HeedMessage *message, gint64 until)
{
  if (message->company == message->author)
    return _ ("Written by the company to itself");
  if (message->reply != HEED_NO_MESSAGE)
    return NULL;
  if (message->reply_is_early)
    return _ ("Answered, but the answer is dated before the message");
  if (message->at > until + HEED_CLOCK_SKEW_S)
    return _ ("Dated in the future");
  return NULL;
}

static void
add_exchange (HeedExchangeBuilder *builder, Company *company, guint32 index)
{
  HeedExchangeSet *set = company->set;
  const HeedMessage *message = heed_exchange_builder_get (builder, index);
  const HeedMessage *reply = message->reply != HEED_NO_MESSAGE ? heed_exchange_builder_get (builder, message->reply)
                                                               : NULL;
  const HeedMessage *whole = reply != NULL ? get_first_part (builder, message->reply) : NULL;
  const char *fault = find_fault (message, set->until);

  if (fault != NULL)
    {
      heed_exchange_builder_count (set->left_out, fault, 1);
      return;
    }
  HeedExchange exchange = {
    .asked_at = reply == NULL ? MIN (message->at, set->until) : message->at,
    .answered_at = reply != NULL ? MAX (reply->at, message->at) : HEED_NEVER,
    .kinds = whole != NULL ? whole->kinds : 0,
    .agent = whole != NULL ? ensure_agent (builder, company, whole->agent) : HEED_NO_AGENT,
    .message = keep_post (builder, set, index),
    .reply = reply != NULL ? keep_post (builder, set, message->reply) : G_MAXUINT32,
    .opens = message->n_parents == 0,
    .found_by_answer = message->found_by_answer,
  };
  g_array_append_val (set->exchanges, exchange);
  set->from = MIN (set->from, exchange.asked_at);
}

static void
add_reply (HeedExchangeBuilder *builder, Company *company, guint32 index, gint64 lag_s)
{
  HeedExchangeSet *set = company->set;
  HeedMessage *message = heed_exchange_builder_get (builder, index);
  const char *example = g_hash_table_lookup (builder->examples, GUINT_TO_POINTER (index));
  HeedReply reply = {
    .at = message->at,
    .lag_s = lag_s,
    .kinds = message->kinds,
    .agent = ensure_agent (builder, company, message->agent),
    .link = ensure_link (builder, company, message->web_link),
    .to_team = message->to_team,
    .greeting = message->greeting,
    .truncated = message->truncated,
  };

  if (message->fingerprint != HEED_NO_MESSAGE)
    reply.fingerprint = g_array_index (builder->fingerprints, HeedFingerprint, message->fingerprint);
  if (example != NULL)
    heed_exchange_set_add_example (set, set->replies->len, example);
  message->reply = set->replies->len;
  g_array_append_val (set->replies, reply);
}

/* Files a post of the company's own. Of the weeks that such posts state the newest counts. */
static void
add_own_post (HeedExchangeBuilder *builder, Company *company, const HeedMessage *message)
{
  HeedExchangeSet *set = company->set;
  HeedOwnPost post = { .at = message->at, .notices = message->notices, .greeting = message->greeting };

  if (message->stated != HEED_NO_MESSAGE)
    {
      const HeedOwnHours *stated = &g_array_index (builder->stated, HeedOwnHours, message->stated);

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

/* Files a company's message: as a reply to somebody else, unless it is a later part of one, or as a post of its own,
 * which an answer to such a post is too. */
static void
add_company_message (HeedExchangeBuilder *builder, Company *company, guint32 index)
{
  HeedExchangeSet *set = company->set;
  const HeedMessage *message = heed_exchange_builder_get (builder, index);
  gint64 lag_s;

  set->from = MIN (set->from, message->at);
  if (message->first_part != HEED_NO_MESSAGE)
    return;
  if (heed_exchange_builder_find_answered (builder, message, &lag_s))
    {
      add_reply (builder, company, index, lag_s);
      return;
    }
  add_own_post (builder, company, message);
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

/* Whom a customer's message speaks to, HEED_NO_MESSAGE for no company. */
static guint32
get_addressee (const HeedExchangeBuilder *builder, const HeedMessage *message)
{
  if (message->company != HEED_NO_MESSAGE || message->reply == HEED_NO_MESSAGE)
    return message->company;
  return heed_exchange_builder_get (builder, message->reply)->author;
}

static void
file_all (HeedExchangeBuilder *builder, GHashTable *companies, gint64 until)
{
  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      const HeedMessage *message = heed_exchange_builder_get (builder, i);
      guint32 company = message->from_company ? message->author : get_addressee (builder, message);

      if (message->from_company)
        add_company_message (builder, ensure_company (builder, companies, company, until), i);
      else if (company != HEED_NO_MESSAGE)
        add_exchange (builder, ensure_company (builder, companies, company, until), i);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer builder)
{
  gint64 first = heed_exchange_builder_get (builder, *(const guint32 *) a)->at;
  gint64 second = heed_exchange_builder_get (builder, *(const guint32 *) b)->at;

  return first < second ? -1 : first > second;
}

/* Follows the conversations, the earliest first: what answers two of them leads on in the earlier one. */
static void
follow_all (HeedExchangeBuilder *builder, GHashTable *companies, const HeedChildren *children, gint64 until)
{
  g_autoptr (HeedConversationFinder) finder = heed_conversation_finder_new (builder, children);
  g_autoptr (GArray) openings = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      const HeedMessage *message = heed_exchange_builder_get (builder, i);

      if (!message->from_company && get_addressee (builder, message) != HEED_NO_MESSAGE
          && find_fault (message, until) == NULL && heed_conversation_finder_is_opening (finder, i))
        g_array_append_val (openings, i);
    }
  g_array_sort_with_data (openings, compare_times, builder);
  for (guint i = 0; i < openings->len; i++)
    {
      guint32 opening = g_array_index (openings, guint32, i);
      guint32 author = get_addressee (builder, heed_exchange_builder_get (builder, opening));
      Company *company = g_hash_table_lookup (companies, GUINT_TO_POINTER (author));

      heed_conversation_finder_add (finder, company->set, opening, author);
    }
}

/**
 * heed_exchange_builder_finish: all that was seen, company by company.
 * @observed_at: when we looked: Unix seconds; 0 for an archive, which was looked at when its newest message was written
 *
 * A company is who wrote at least one message that is marked as a company's. A customer's message speaks to the first
 * company it names or, where it names none, to the one whose reply points at it; the earliest message of that company
 * that names it as a parent is its answer. Nothing else can be counted: messages whose only answer is dated more than
 * five minutes before them, and unanswered ones from the future, are left out. What a company writes in several parts
 * is one reply. docs/statistics.md tells what a conversation is.
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
  g_auto (HeedChildren) children = { 0 };
  gint64 until = observed_at != 0 ? observed_at : builder->newest;

  link_all (builder);
  heed_children_init (&children, builder);
  heed_exchange_builder_join_parts (builder, &children);
  file_all (builder, companies, until);
  follow_all (builder, companies, &children, until);
  return take_sets (companies);
}
