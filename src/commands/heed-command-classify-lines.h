/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-automation.h"
#include "heed-command.h"

G_BEGIN_DECLS

typedef struct _HeedClassifyLines HeedClassifyLines;

HeedClassifyLines *heed_classify_lines_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_classify_lines_add (HeedClassifyLines *lines, const char *company, const char *reply, const char *signature,
                              gboolean says_so, const char *text);
gboolean heed_classify_lines_print (HeedClassifyLines *lines, HeedCommandLine *command_line, GError **error);
void heed_classify_lines_free (HeedClassifyLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedClassifyLines, heed_classify_lines_free)

G_END_DECLS
