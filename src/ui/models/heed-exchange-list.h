/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/** HeedAnsweredFilter: whether a message must have been answered. */
typedef enum
{
  HEED_ANSWERED_ANY,
  HEED_ANSWERED_YES,
  HEED_ANSWERED_NO,
} HeedAnsweredFilter;

/**
 * HeedExchangeFilter: which exchanges are wanted.
 * @kind: the reply does this; 0 for any
 * @answered: or not
 * @is_signed: the reply bears a signature
 * @agent: (nullable): whose signature it bears, whatever its case
 * @trait: it opens a conversation that went like this; 0 for any
 * @day: written on that day of the week, 0 is Monday, on the company's clocks; -1 for any
 * @hour: and in that hour; -1 for any
 * @text: (nullable): stands in the message, in the reply or in the customer's name, whatever its case
 */
typedef struct
{
  guint32 kind;
  HeedAnsweredFilter answered;
  gboolean is_signed;
  const char *agent;
  HeedTraits trait;
  int day;
  int hour;
  const char *text;
} HeedExchangeFilter;

/** HEED_EXCHANGE_FILTER_ALL: everything. */
#define HEED_EXCHANGE_FILTER_ALL ((HeedExchangeFilter){ .day = -1, .hour = -1 })

/**
 * HeedExchangeList: a #GListModel of the #HeedExchangeItem of an account, newest first, filtered.
 *
 * Items are made when they are asked for. A filter is applied in slices of a few milliseconds from the main loop: what
 * fits is appended as it is found. Property "filtering": there is more to look at.
 */
#define HEED_TYPE_EXCHANGE_LIST (heed_exchange_list_get_type ())
G_DECLARE_FINAL_TYPE (HeedExchangeList, heed_exchange_list, HEED, EXCHANGE_LIST, GObject)

HeedExchangeList *heed_exchange_list_new (HeedAccountItem *account, gint64 now,
                                          GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void heed_exchange_list_set_filter (HeedExchangeList *self, const HeedExchangeFilter *filter);
guint heed_exchange_list_get_n_all (HeedExchangeList *self);
gboolean heed_exchange_list_is_filtering (HeedExchangeList *self);
HeedAccountItem *heed_exchange_list_get_account (HeedExchangeList *self);
gint64 heed_exchange_list_get_now (HeedExchangeList *self);
GTimeZone *heed_exchange_list_get_zone (HeedExchangeList *self);

G_END_DECLS
