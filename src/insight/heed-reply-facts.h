/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-reply-reading.h"

G_BEGIN_DECLS

void heed_reply_facts_read (const char *reply, HeedPhraseFindings *found, HeedReplyReading *reading);

G_END_DECLS
