/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

#define HEED_TYPE_WINDOW (heed_window_get_type ())
G_DECLARE_FINAL_TYPE (HeedWindow, heed_window, HEED, WINDOW, AdwApplicationWindow)

HeedWindow *heed_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
void heed_window_set_library (HeedWindow *self, HeedLibrary *library);
void heed_window_show_broken (HeedWindow *self, const GError *error);
void heed_window_show_case (HeedWindow *self, HeedCaseItem *item);
void heed_window_show_company (HeedWindow *self, HeedCompanyItem *item);

G_END_DECLS
