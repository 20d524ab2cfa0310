/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedNewCaseDialog: asks for the facts of a case in four steps.
 *
 * A new case is stored as a draft while it is typed; with an "item" it goes on with that case, a draft from the step
 * where it was left. Emits "created" (HeedCaseItem) when a case was opened.
 */
#define HEED_TYPE_NEW_CASE_DIALOG (heed_new_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedNewCaseDialog, heed_new_case_dialog, HEED, NEW_CASE_DIALOG, AdwWindow)

GtkWidget *heed_new_case_dialog_new (HeedLibrary *library);
void heed_new_case_dialog_ask_for_missing (HeedNewCaseDialog *self);
void heed_new_case_dialog_ask_for_number (HeedNewCaseDialog *self);

G_END_DECLS
