/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedCompanyStep: the first step of a new case: which company, where it is, and whether it answers there (S10).
 *
 * Emits "changed" when something is typed or chosen.
 */
#define HEED_TYPE_COMPANY_STEP (heed_company_step_get_type ())
G_DECLARE_FINAL_TYPE (HeedCompanyStep, heed_company_step, HEED, COMPANY_STEP, GtkBox)

void heed_company_step_set_library (HeedCompanyStep *self, HeedLibrary *library);
void heed_company_step_set_company (HeedCompanyStep *self, const char *name);
void heed_company_step_show (HeedCompanyStep *self, const HeedFacts *facts);
void heed_company_step_read (HeedCompanyStep *self, HeedFacts *facts);
const char *heed_company_step_find_problem (HeedCompanyStep *self, GtkWidget **field, GtkLabel **label);
GtkWidget *heed_company_step_get_first_field (HeedCompanyStep *self);

G_END_DECLS
