/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-workshop.h"

G_BEGIN_DECLS

char **heed_thread_split (const HeedWorkshop *workshop, const GPtrArray *pieces) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
