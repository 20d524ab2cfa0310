/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedDocumentList: the evidence of a case: files to open, take out and add, by choosing or dropping them.
 *
 * What is added before there is an "item" waits for one; "item-needed" says so.
 */
#define HEED_TYPE_DOCUMENT_LIST (heed_document_list_get_type ())
G_DECLARE_FINAL_TYPE (HeedDocumentList, heed_document_list, HEED, DOCUMENT_LIST, GtkBox)

void heed_document_list_add_file (HeedDocumentList *self, GFile *file);
void heed_document_list_accept_drops (HeedDocumentList *self, GtkWidget *target);

G_END_DECLS
