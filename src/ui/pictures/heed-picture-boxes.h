/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-black-boxes.h"
#include "heed-library.h"

G_BEGIN_DECLS

void heed_picture_boxes_keep (HeedLibrary *library, gint64 document_id, HeedBlackBoxes *boxes);
HeedBlackBoxes *heed_picture_boxes_take (HeedLibrary *library, gint64 document_id) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_boxes_note (HeedLibrary *library, gint64 document_id, const HeedBlackBoxes *boxes);
HeedBlackBox *heed_picture_boxes_dup (HeedLibrary *library, gint64 document_id, guint *n) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_boxes_forget (HeedLibrary *library);

G_END_DECLS
