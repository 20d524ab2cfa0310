/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"
#include "heed-next-step.h"

G_BEGIN_DECLS

/**
 * HeedSection: where a case stands in the sidebar, from top to bottom.
 */
typedef enum
{
  HEED_SECTION_YOUR_TURN,
  HEED_SECTION_WAITING,
  HEED_SECTION_DRAFTS,
  HEED_SECTION_CLOSED,
  HEED_SECTION_COMPANIES,
} HeedSection;

/**
 * HeedCaseItem: a case as the views show it, with its next step.
 *
 * One object a case, for as long as the library lives. Every change of the
 * case or of its next step notifies "case"; what is read with a getter is
 * borrowed until then.
 */
#define HEED_TYPE_CASE_ITEM (heed_case_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedCaseItem, heed_case_item, HEED, CASE_ITEM, GObject)

HeedCaseItem *heed_case_item_new (HeedCase *the_case, HeedNextStep *step, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void heed_case_item_update (HeedCaseItem *self, HeedCase *the_case, HeedNextStep *step, gint64 now);
gint64 heed_case_item_get_id (HeedCaseItem *self);
const HeedCase *heed_case_item_get_case (HeedCaseItem *self);
const HeedNextStep *heed_case_item_get_step (HeedCaseItem *self);
HeedSection heed_case_item_get_section (HeedCaseItem *self);
int heed_case_item_compare (HeedCaseItem *a, HeedCaseItem *b);

const char *heed_section_get_title (HeedSection section);

G_END_DECLS
