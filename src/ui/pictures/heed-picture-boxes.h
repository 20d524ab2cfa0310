/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-black-boxes.h"
#include "heed-case-item.h"

G_BEGIN_DECLS

void heed_picture_boxes_keep (HeedCaseItem *item, gint64 document_id, HeedBlackBoxes *boxes);
HeedBlackBoxes *heed_picture_boxes_take (HeedCaseItem *item, gint64 document_id) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_boxes_note (HeedCaseItem *item, gint64 document_id, const HeedBlackBoxes *boxes);
HeedBlackBox *heed_picture_boxes_dup (HeedCaseItem *item, gint64 document_id, guint *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
