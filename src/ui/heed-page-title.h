/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HeedPageTitle: the title in a header bar, which gives way where it would be cut.
 *
 * "is-cut" tells the page to show "whole" above what it holds, where it has room to wrap.
 */
#define HEED_TYPE_PAGE_TITLE (heed_page_title_get_type ())
G_DECLARE_FINAL_TYPE (HeedPageTitle, heed_page_title, HEED, PAGE_TITLE, AdwBin)

void heed_page_title_set_title (HeedPageTitle *self, const char *title);
void heed_page_title_set_subtitle (HeedPageTitle *self, const char *subtitle);

G_END_DECLS
