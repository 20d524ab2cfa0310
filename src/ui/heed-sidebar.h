/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedSidebar: the cases under their headings, and the companies below; or what is found of the words typed.
 *
 * Signal "chosen" (GObject *item): the user opened a #HeedCaseItem or a #HeedCompanyItem.
 * Signal "found" (HeedSearchItem *item): the user opened a place that was found.
 */
#define HEED_TYPE_SIDEBAR (heed_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (HeedSidebar, heed_sidebar, HEED, SIDEBAR, AdwBin)

void heed_sidebar_set_library (HeedSidebar *self, HeedLibrary *library);
void heed_sidebar_select (HeedSidebar *self, GObject *item);
void heed_sidebar_search (HeedSidebar *self);
GObject *heed_sidebar_get_focused (HeedSidebar *self);

G_END_DECLS
