/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedRedactor HeedRedactor;

HeedRedactor *heed_redactor_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_redactor_free (HeedRedactor *self);
void heed_redactor_push (HeedRedactor *self, const char *data, gsize length, GString *out);
void heed_redactor_finish (HeedRedactor *self, GString *out);
char *heed_redact (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRedactor, heed_redactor_free)

G_END_DECLS
