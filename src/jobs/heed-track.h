/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case-records.h"
#include "heed-checked.h"
#include "heed-next-step.h"
#include "heed-presence.h"

G_BEGIN_DECLS

/** HEED_TRACK_FUTURE_GRACE_S: a clock that is so little ahead of ours is no mistake of the user. */
#define HEED_TRACK_FUTURE_GRACE_S 60

/**
 * HeedTracked: a case with what follows from it at one moment.
 * @theirs_s: seconds the company kept the user waiting, in all
 * @yours_s: the other way round
 */
typedef struct
{
  HeedCase *the_case;
  HeedNextStep *step;
  gint64 theirs_s;
  gint64 yours_s;
} HeedTracked;

HeedTracked *heed_tracked_new (HeedCase *the_case, const HeedOpenHours *hours, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void heed_tracked_free (HeedTracked *tracked);

/**
 * HeedDeletedCase: all that a deletion took, to be put back.
 * @drafts: (element-type HeedDraft)
 */
typedef struct
{
  HeedCase *the_case;
  GPtrArray *drafts;
} HeedDeletedCase;

void heed_deleted_case_free (HeedDeletedCase *deleted);

void heed_track_init_hours (HeedCompanyHours *company, const HeedFacts *facts, GPtrArray *checked, GTimeZone *zone,
                            const char *country);

/* All of these run on the store's thread, from a HeedStoreFunc. */
HeedTracked *heed_track_load (HeedDatabase *database, gint64 id, GTimeZone *zone, const char *country, gint64 now,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_track_load_all (HeedDatabase *database, GTimeZone *zone, const char *country, gint64 now,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_track_open_case (HeedDatabase *database, HeedCase *the_case, gint64 now, GError **error);
gboolean heed_track_add_event (HeedDatabase *database, gint64 case_id, HeedEvent *event, GError **error);
gboolean heed_track_close (HeedDatabase *database, gint64 case_id, gint64 now, GError **error);
gboolean heed_track_reopen (HeedDatabase *database, gint64 case_id, gint64 now, GError **error);
gboolean heed_track_undo_close (HeedDatabase *database, gint64 case_id, gint64 now, GError **error);
HeedDeletedCase *heed_track_delete (HeedDatabase *database, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_track_restore (HeedDatabase *database, HeedDeletedCase *deleted, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTracked, heed_tracked_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDeletedCase, heed_deleted_case_free)

G_END_DECLS
