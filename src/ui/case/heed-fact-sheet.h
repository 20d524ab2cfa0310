/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedFactSheet: the references of a case, what happened and what the user wants; what is typed is kept. */
#define HEED_TYPE_FACT_SHEET (heed_fact_sheet_get_type ())
G_DECLARE_FINAL_TYPE (HeedFactSheet, heed_fact_sheet, HEED, FACT_SHEET, AdwBin)

void heed_fact_sheet_flush (HeedFactSheet *self);

G_END_DECLS
