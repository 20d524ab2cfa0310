/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-beside.h"

G_BEGIN_DECLS

void heed_name_finder_find_behind (const HeedReader *reader, const HeedBesideWord *word, GArray *spans);
void heed_name_finder_find_before (const HeedReader *reader, guint index, GArray *spans);

G_END_DECLS
