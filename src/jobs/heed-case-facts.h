/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

HeedFacts *heed_case_facts_new (const HeedCase *the_case) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
