/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-beside.h"

G_BEGIN_DECLS

void heed_mail_finder_find (const HeedReader *reader, const char *company_email, GArray *spans);

G_END_DECLS
