/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedNewCaseDialog: asks for the facts of a case.
 *
 * Closed half-way, it leaves a draft; with an "item" it goes on with that case. Emits "created" (HeedCaseItem) when a
 * case was opened.
 */
#define HEED_TYPE_NEW_CASE_DIALOG (heed_new_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedNewCaseDialog, heed_new_case_dialog, HEED, NEW_CASE_DIALOG, AdwWindow)

GtkWidget *heed_new_case_dialog_new (HeedLibrary *library);

G_END_DECLS
