/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

char *heed_letter_dup_subject (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_letter_dup_message (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_letter_dup_email (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_letter_dup_letter (const HeedWriter *writer, const char *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
