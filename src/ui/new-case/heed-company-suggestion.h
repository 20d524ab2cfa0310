/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedCompanySuggestion: a company Heed knows of, from a check or from another case, with where it is. */
#define HEED_TYPE_COMPANY_SUGGESTION (heed_company_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (HeedCompanySuggestion, heed_company_suggestion, HEED, COMPANY_SUGGESTION, GObject)

const char *heed_company_suggestion_get_name (HeedCompanySuggestion *self);
const char *heed_company_suggestion_get_email (HeedCompanySuggestion *self);
GHashTable *heed_company_suggestion_get_handles (HeedCompanySuggestion *self);
char *heed_company_suggestion_dup_summary (HeedCompanySuggestion *self) G_GNUC_WARN_UNUSED_RESULT;

void heed_company_suggestions_update (GListStore *suggestions, HeedLibrary *library, const char *typed);
HeedCompanySuggestion *heed_company_suggestion_new_for (HeedLibrary *library,
                                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
