/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-checked.h"

#include "heed-exchange-builder.h"

/* What is pinned may be years older than all that was looked at; it would stretch the period to where nothing was seen.
 */
static guint
count_pinned_before (GPtrArray *posts)
{
  guint n = 0;

  while (n < posts->len && ((const HeedPost *) posts->pdata[n])->pinned)
    n++;
  return n;
}

/* All of an account's posts as one set; an account that only asks, or never spoke, gives an empty one. */
static HeedExchangeSet *
build_set (HeedExchangeBuilder *builder, GPtrArray *posts, const HeedAccount *account, gint64 observed_at)
{
  for (guint i = count_pinned_before (posts); i < posts->len; i++)
    heed_exchange_builder_add (builder, posts->pdata[i]);

  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, observed_at);
  HeedExchangeSet *own = NULL;
  for (guint i = 0; own == NULL && i < sets->len; i++)
    {
      const HeedExchangeSet *set = sets->pdata[i];

      if (g_ascii_strcasecmp (set->company, account->id) == 0)
        own = g_ptr_array_steal_index (sets, i);
    }

  if (own == NULL)
    {
      own = heed_exchange_set_new (account->id);
      own->from = own->until = observed_at;
    }
  heed_exchange_builder_read_bio (builder, account->bio, own);
  return own;
}

/**
 * heed_checked_new_from_store: computes what follows from an account's stored posts.
 * @observation: (transfer full): the account
 * @zone: (nullable): IANA name of the account's zone, where the caller knows it
 *
 * Runs on the store's thread.
 *
 * Returns: (transfer full): the account with its scorecard
 */
HeedChecked *
heed_checked_new_from_store (HeedDatabase *database, HeedObservation *observation, const char *zone, GError **error)
{
  g_autoptr (HeedChecked) checked = g_new0 (HeedChecked, 1);
  const HeedAccount *account = observation->account;
  HeedScorecardOptions options = {
    .network = account->network,
    .account = account->handle,
    .timezone = zone,
    .is_bot = account->automated,
    .caveats = (const char *const *) observation->caveats,
  };

  checked->observation = observation;
  g_autoptr (GPtrArray) posts = heed_post_records_load (database, observation->account_id, error);
  if (posts == NULL)
    return NULL;
  g_autoptr (HeedExchangeBuilder) builder = heed_exchange_builder_new (TRUE, error);
  if (builder == NULL)
    return NULL;
  const HeedClassifier *classifier = heed_exchange_builder_get_classifier (builder);
  g_autoptr (HeedNotice) notice = heed_notice_find (classifier, account, posts);
  options.notice = notice;
  options.offers_help = heed_notice_offers_help (classifier, account);
  checked->set = build_set (builder, posts, account, observation->observed_at);
  checked->scorecard = heed_scorecard_new (checked->set, &options);
  g_free (checked->scorecard->company);
  checked->scorecard->company = g_strdup (observation->company);
  return g_steal_pointer (&checked);
}

/**
 * heed_checked_new_from_set: computes what follows from a company's part of an archive.
 * @set: (transfer full): its exchanges
 * @zone: (nullable): IANA name of the company's zone, where the caller knows it
 *
 * Returns: (transfer full): the company with its scorecard
 */
HeedChecked *
heed_checked_new_from_set (HeedExchangeSet *set, const char *zone)
{
  g_return_val_if_fail (set != NULL, NULL);

  HeedChecked *checked = g_new0 (HeedChecked, 1);
  HeedScorecardOptions options = { .timezone = zone };

  checked->set = set;
  checked->scorecard = heed_scorecard_new (set, &options);
  return checked;
}

void
heed_checked_free (HeedChecked *checked)
{
  if (checked == NULL)
    return;
  heed_observation_free (checked->observation);
  heed_exchange_set_free (checked->set);
  heed_scorecard_free (checked->scorecard);
  g_free (checked);
}
