/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

GPtrArray *heed_form_new_fields (const HeedWriter *writer, const char *subject,
                                 const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
