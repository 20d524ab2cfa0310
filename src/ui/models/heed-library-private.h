/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-library.h"

G_BEGIN_DECLS

HeedCaseItem *heed_library_take_case (HeedLibrary *self, HeedCase *the_case);
void heed_library_drop_case (HeedLibrary *self, gint64 id);

G_END_DECLS
