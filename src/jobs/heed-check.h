/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-best-time.h"
#include "heed-checked.h"
#include "heed-context.h"

G_BEGIN_DECLS

/**
 * HeedCheckOptions: how much to look at.
 * @max_replies: newest replies, 0 for 400
 * @days: 0 for 90
 * @zone: (nullable): IANA name of the company's time zone, where it is known
 * @threads: how many read an archive at once, 0 for one each processor, four at most
 * @progress: (nullable): called on the caller's main context with what is being done, as a sentence, and how far it
 *   is; @expected is 0 where that is not known
 */
typedef struct
{
  guint max_replies;
  guint days;
  const char *zone;
  guint threads;
  void (*progress) (const char *what, guint64 done, guint64 expected, gpointer user_data);
  gpointer user_data;
} HeedCheckOptions;

void heed_check_account_async (HeedContext *context, const char *address, const HeedCheckOptions *options,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HeedChecked *heed_check_account_finish (HeedContext *context, GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_check_load_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *heed_check_load_finish (HeedContext *context, GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *heed_check_archive (GFile *file, const char *company, const HeedCheckOptions *options,
                               GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

HeedAdvice *heed_check_advise (GPtrArray *checked, gint64 at, GTimeZone *zone,
                               const HeedQuietHours *quiet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
