/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

HeedPiece *heed_last_resort_start (const HeedWriter *writer, GPtrArray *pieces);
gboolean heed_last_resort_cut (const HeedWriter *writer, HeedPiece *want, glong length);

G_END_DECLS
