/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-archive-row.h"

G_BEGIN_DECLS

/** HEED_ARCHIVE_TEXT_GROWTH: how many times longer a text can get: a byte that is no UTF-8 becomes three. */
#define HEED_ARCHIVE_TEXT_GROWTH 3

gsize heed_archive_text_clean (HeedArchiveValue value, char *out);

G_END_DECLS
