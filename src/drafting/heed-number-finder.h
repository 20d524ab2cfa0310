/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-beside.h"
#include "heed-privacy.h"

G_BEGIN_DECLS

void heed_number_finder_find (const HeedReader *reader, const char *own_phone, GArray *spans);

G_END_DECLS
