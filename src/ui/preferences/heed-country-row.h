/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** HeedCountryRow: where the user lives, among the countries whose rules Heed knows. */
#define HEED_TYPE_COUNTRY_ROW (heed_country_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedCountryRow, heed_country_row, HEED, COUNTRY_ROW, AdwComboRow)

void heed_country_row_set_source (HeedCountryRow *self, GSettings *source);

G_END_DECLS
