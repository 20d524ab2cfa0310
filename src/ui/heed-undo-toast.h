/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *heed_undo_toast_new (const char *sentence, const char *action, GVariant *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
