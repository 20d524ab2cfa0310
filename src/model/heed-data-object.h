/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *heed_data_load_object (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
