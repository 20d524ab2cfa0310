/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account.h"
#include "heed-classifier.h"
#include "heed-post.h"

G_BEGIN_DECLS

/**
 * HeedNoticeState: what an account says of itself, the stronger the later.
 * @HEED_NOTICE_CARE_ELSEWHERE: another account or page helps
 * @HEED_NOTICE_LEFT: nobody answers here, or not any more
 * @HEED_NOTICE_MOVED: it goes on under another name
 */
typedef enum
{
  HEED_NOTICE_CARE_ELSEWHERE,
  HEED_NOTICE_LEFT,
  HEED_NOTICE_MOVED,
} HeedNoticeState;

/**
 * HeedNoticePlace: where it says so.
 * @HEED_NOTICE_IN_PROFILE: a field of the profile that the network has for it
 * @HEED_NOTICE_IN_BIO: its words about itself
 * @HEED_NOTICE_IN_PINNED: a post it keeps at the top of its profile
 * @HEED_NOTICE_IN_POST: one of its newest posts
 */
typedef enum
{
  HEED_NOTICE_IN_PROFILE,
  HEED_NOTICE_IN_BIO,
  HEED_NOTICE_IN_PINNED,
  HEED_NOTICE_IN_POST,
} HeedNoticePlace;

/**
 * HeedNotice: an account's own word that it is not the place to ask.
 * @text: the sentence; in a profile the handle itself
 * @to: (nullable): the handle, without a leading @, or the link that it names instead; always there where it moved and
 *   where care is elsewhere
 * @at: Unix seconds of the post, 0 where it is not known since when it says so
 */
typedef struct
{
  HeedNoticeState state;
  HeedNoticePlace where;
  char *text;
  char *to;
  gint64 at;
} HeedNotice;

HeedNotice *heed_notice_find (const HeedClassifier *classifier, const HeedAccount *account,
                              GPtrArray *posts) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_notice_offers_help (const HeedClassifier *classifier, const HeedAccount *account);
HeedNotice *heed_notice_copy (const HeedNotice *notice) G_GNUC_WARN_UNUSED_RESULT;
void heed_notice_free (HeedNotice *notice);
const char *heed_notice_state_to_string (HeedNoticeState state);
const char *heed_notice_place_to_string (HeedNoticePlace place);
char *heed_notice_dup_target (const HeedNotice *notice) G_GNUC_WARN_UNUSED_RESULT;
char *heed_notice_describe (const HeedNotice *notice) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedNotice, heed_notice_free)

G_END_DECLS
