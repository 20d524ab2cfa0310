/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "heed-phrases.h"

G_BEGIN_DECLS

/* All but @root lie in @root. */
struct _HeedPhrases
{
  JsonObject *root;
  JsonObject *sentences;
  JsonObject *dates;
  JsonObject *money;
  const char *plural;
  gboolean is_rtl;
};

G_END_DECLS
