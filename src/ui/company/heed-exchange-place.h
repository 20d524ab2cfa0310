/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HeedExchangePlace: where an exchange has its place in a long list. It is about as high as the exchange needs, and has
 * a #HeedExchangeRow from heed_exchange_place_show() on, until it is for another exchange.
 *
 * Property "item": the #HeedExchangeItem.
 */
#define HEED_TYPE_EXCHANGE_PLACE (heed_exchange_place_get_type ())
G_DECLARE_FINAL_TYPE (HeedExchangePlace, heed_exchange_place, HEED, EXCHANGE_PLACE, GtkWidget)

gboolean heed_exchange_place_is_shown (HeedExchangePlace *self);
void heed_exchange_place_show (HeedExchangePlace *self);

G_END_DECLS
