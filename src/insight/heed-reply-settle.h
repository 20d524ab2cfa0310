/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-reply-reading.h"

G_BEGIN_DECLS

guint32 heed_reply_settle_kinds (const HeedPhraseFindings *found);
HeedReplyPrimary heed_reply_settle_primary (const HeedPhraseFindings *found, guint32 kinds);
guint32 heed_reply_settle_targets (const HeedPhraseFindings *found);
guint32 heed_reply_settle_details (const HeedPhraseFindings *found, guint32 kinds);

G_END_DECLS
