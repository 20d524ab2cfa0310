/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-inserts.h"

#include <string.h>

#include "heed-phrases.h"
#include "heed-privacy.h"

#define DEFAULT_LANGUAGE "en"
#define TAIL 4

/* Of a shorter number four signs say nearly all. */
#define LEAST_LETTERS 8

typedef struct
{
  const HeedFacts *facts;
  const HeedDraftOptions *options;
  const HeedPhrases *phrases;
  HeedPrivacy *privacy; /* NULL when the message is private */
  GPtrArray *inserts;
} Inserts;

void
heed_insert_free (HeedInsert *insert)
{
  if (insert == NULL)
    return;
  g_free (insert->kind);
  g_free (insert->value);
  g_free (insert->tail);
  g_free (insert->by_dm);
  g_free (insert);
}

/* Nothing private is ever offered in public, whatever field it stands in. Takes @value. */
static HeedInsert *
add (const Inserts *inserts, const char *kind, char *value)
{
  if (value == NULL || *value == '\0' || (inserts->privacy != NULL && !heed_privacy_is_clean (inserts->privacy, value)))
    {
      g_free (value);
      return NULL;
    }
  HeedInsert *insert = g_new0 (HeedInsert, 1);
  insert->kind = g_strdup (kind);
  insert->value = value;
  g_ptr_array_add (inserts->inserts, insert);
  return insert;
}

static char *
dup_tail (const char *value)
{
  const char *start = NULL;
  guint letters = 0;

  for (const char *at = value + strlen (value); at > value;)
    {
      at = g_utf8_prev_char (at);
      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      if (++letters == TAIL)
        start = at;
    }
  return letters >= LEAST_LETTERS ? g_strconcat ("…", start, NULL) : NULL;
}

static char *
dup_by_dm (const Inserts *inserts, const char *kind)
{
  gboolean is_case = g_str_equal (kind, "case") || g_str_equal (kind, "ticket");
  g_auto (GStrv) wordings = heed_phrases_dup_wordings (inserts->phrases, is_case ? "reference_private" : "hidden",
                                                       inserts->options->tone);
  const char *last = wordings[g_strv_length (wordings) - 1];

  return is_case ? g_strdup (last)
                 : g_strconcat (heed_phrases_get_word (inserts->phrases, "kinds", kind), " ", last, NULL);
}

static void
add_reference (const Inserts *inserts, const HeedReference *reference)
{
  const gboolean is_public = inserts->privacy != NULL;

  if (is_public && reference->is_private)
    return;
  HeedInsert *insert = add (inserts, reference->kind, g_strdup (reference->value));
  if (insert == NULL || !is_public)
    return;
  insert->tail = dup_tail (reference->value);
  insert->by_dm = dup_by_dm (inserts, reference->kind);
}

static char *
dup_date (const Inserts *inserts, gint64 time)
{
  return time != 0 ? heed_phrases_format_long_date (inserts->phrases, time, inserts->options->zone) : NULL;
}

/**
 * heed_inserts_new: what of the sheet may be put into a text for a channel.
 * @options: the channel, the language, the tone and the zone matter
 *
 * In public nothing private is among it, and a number is offered whole, as its last four signs, or with the words that
 * it comes by direct message.
 *
 * Returns: (transfer full) (element-type HeedInsert): references first, in the order of the sheet
 */
GPtrArray *
heed_inserts_new (const HeedFacts *facts, const HeedDraftOptions *options)
{
  g_return_val_if_fail (facts != NULL && options != NULL && options->channel != NULL, NULL);

  const char *language = options->language != NULL ? options->language : facts->language;
  const gboolean is_known = language != NULL && heed_phrases_knows (language);
  const gboolean is_public = heed_channel_is_public (options->channel);
  g_autoptr (HeedPrivacy) privacy = is_public ? heed_privacy_new_with_memory (facts, options->memory) : NULL;
  const Inserts inserts = {
    .facts = facts,
    .options = options,
    .phrases = heed_phrases_get (is_known ? language : DEFAULT_LANGUAGE, NULL),
    .privacy = privacy,
    .inserts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_insert_free),
  };

  for (guint i = 0; i < facts->references->len; i++)
    add_reference (&inserts, facts->references->pdata[i]);
  add (&inserts, "company", g_strdup (facts->company));
  add (&inserts, "product", g_strdup (facts->product));
  if (facts->amount >= 0 && facts->currency != NULL)
    add (&inserts, "amount", heed_phrases_format_money (inserts.phrases, facts->amount, facts->currency));
  add (&inserts, "since", dup_date (&inserts, facts->since));
  add (&inserts, "by", dup_date (&inserts, facts->by));
  if (!is_public)
    {
      add (&inserts, "name", g_strdup (facts->my_name));
      add (&inserts, "email", g_strdup (facts->my_email));
      add (&inserts, "phone", g_strdup (facts->my_phone));
      add (&inserts, "postcode", g_strdup (facts->my_postcode));
      add (&inserts, "address", g_strdup (facts->my_address));
    }
  return inserts.inserts;
}
