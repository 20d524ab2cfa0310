/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-workshop.h"

G_BEGIN_DECLS

gboolean heed_pack (const HeedWorkshop *workshop, const GPtrArray *pieces, int *chosen);
char *heed_pack_assemble (const HeedWorkshop *workshop, const GPtrArray *pieces,
                          const int *chosen) G_GNUC_WARN_UNUSED_RESULT;
gint64 heed_pack_weigh (const GPtrArray *pieces, const int *chosen);
GPtrArray *heed_pack_list_dropped (const GPtrArray *pieces, const int *chosen) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
