/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double heed_busy_hours_get_rate (const double counts[24]);
void heed_busy_hours_close_pauses (gboolean busy[24]);

G_END_DECLS
