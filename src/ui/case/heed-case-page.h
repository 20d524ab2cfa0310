/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedCasePage: a case: what to do next, everything that happened, and the facts. */
#define HEED_TYPE_CASE_PAGE (heed_case_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedCasePage, heed_case_page, HEED, CASE_PAGE, AdwBin)

GtkWidget *heed_case_page_new (void);
void heed_case_page_show_event (HeedCasePage *self, gint64 event_id);
void heed_case_page_show_facts (HeedCasePage *self);

G_END_DECLS
