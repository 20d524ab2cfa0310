/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-rendition-item.h"

G_BEGIN_DECLS

/** HeedRenditionCard: a card that shows a message on another channel; a click writes for that channel. */
#define HEED_TYPE_RENDITION_CARD (heed_rendition_card_get_type ())
G_DECLARE_FINAL_TYPE (HeedRenditionCard, heed_rendition_card, HEED, RENDITION_CARD, GtkFlowBoxChild)

GtkWidget *heed_rendition_card_new (HeedRenditionItem *item);

G_END_DECLS
