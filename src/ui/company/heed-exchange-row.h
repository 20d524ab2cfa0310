/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-exchange-item.h"

G_BEGIN_DECLS

/**
 * HeedExchangeRow: a customer's message and the reply to it; the words that show what the reply does are underlined.
 *
 * Property "item": the #HeedExchangeItem.
 */
#define HEED_TYPE_EXCHANGE_ROW (heed_exchange_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedExchangeRow, heed_exchange_row, HEED, EXCHANGE_ROW, GtkWidget)

G_END_DECLS
