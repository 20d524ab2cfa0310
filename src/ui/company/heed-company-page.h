/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedCompanyPage: what is known of a company: the verdict, its accounts, their figures and the messages behind them.
 *
 * Properties: "library", "item" (the #HeedCompanyItem), "folded" (no list beside it).
 */
#define HEED_TYPE_COMPANY_PAGE (heed_company_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedCompanyPage, heed_company_page, HEED, COMPANY_PAGE, AdwBin)

HeedCompanyPage *heed_company_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_company_page_show_post (HeedCompanyPage *self, gint64 account_id, const char *post_id);

G_END_DECLS
