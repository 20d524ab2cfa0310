/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedCheckDialog: asks for an account and looks at it.
 *
 * Signal "checked" (HeedCompanyItem *item): it was read; the dialog closes itself.
 */
#define HEED_TYPE_CHECK_DIALOG (heed_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedCheckDialog, heed_check_dialog, HEED, CHECK_DIALOG, AdwWindow)

HeedCheckDialog *heed_check_dialog_new (HeedLibrary *library) G_GNUC_WARN_UNUSED_RESULT;
void heed_check_dialog_check (HeedCheckDialog *self, const char *address);

G_END_DECLS
