/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"
#include "heed-search-item.h"

G_BEGIN_DECLS

/**
 * HeedSearchView: what the store knows of the words that are typed, by kind.
 *
 * Signal "chosen" (HeedSearchItem *item): the user opened one of the places.
 */
#define HEED_TYPE_SEARCH_VIEW (heed_search_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedSearchView, heed_search_view, HEED, SEARCH_VIEW, AdwBin)

void heed_search_view_set_library (HeedSearchView *self, HeedLibrary *library);
void heed_search_view_search (HeedSearchView *self, const char *typed);
void heed_search_view_choose_first (HeedSearchView *self);

G_END_DECLS
