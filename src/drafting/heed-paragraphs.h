/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

/* The paragraphs that the messages with room share. Each is empty where the sheet has nothing for it. */

void heed_paragraph_append (GString *text, const char *between, char *paragraph);
char *heed_paragraph_dup (const HeedWriter *writer, const char *key, const char *name,
                          const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *heed_paragraph_dup_references (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
void heed_paragraphs_append_matter (GString *text, const HeedWriter *writer, gboolean asks_when);

G_END_DECLS
