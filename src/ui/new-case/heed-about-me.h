/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-facts.h"
#include "heed-identity-records.h"

G_BEGIN_DECLS

/** HeedAboutMe: what the user tells of themselves, folded away. Emits "changed". */
#define HEED_TYPE_ABOUT_ME (heed_about_me_get_type ())
G_DECLARE_FINAL_TYPE (HeedAboutMe, heed_about_me, HEED, ABOUT_ME, AdwBin)

void heed_about_me_show (HeedAboutMe *self, const HeedFacts *facts);
void heed_about_me_show_identity (HeedAboutMe *self, const HeedIdentity *identity);
void heed_about_me_read (HeedAboutMe *self, HeedFacts *facts);
void heed_about_me_read_identity (HeedAboutMe *self, HeedIdentity *identity);

G_END_DECLS
