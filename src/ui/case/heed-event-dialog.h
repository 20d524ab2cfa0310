/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedEventDialog: asks what happened and stores it as an event.
 *
 * Emits "logged" (sentence, event id) when that is done.
 */
#define HEED_TYPE_EVENT_DIALOG (heed_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedEventDialog, heed_event_dialog, HEED, EVENT_DIALOG, AdwWindow)

GtkWindow *heed_event_dialog_new (HeedLibrary *library, HeedCaseItem *item, HeedEventKind kind);

G_END_DECLS
