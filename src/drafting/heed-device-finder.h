/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-beside.h"

G_BEGIN_DECLS

void heed_device_finder_find (const HeedReader *reader, GArray *spans);

G_END_DECLS
