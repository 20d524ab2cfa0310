/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedAttachList: the files of a case beside a message they may go with: pictures lead to a clean copy, of the others
 * it is said that there is none. Not there without files, nor where nothing can be attached: on the telephone.
 */
#define HEED_TYPE_ATTACH_LIST (heed_attach_list_get_type ())
G_DECLARE_FINAL_TYPE (HeedAttachList, heed_attach_list, HEED, ATTACH_LIST, GtkBox)

G_END_DECLS
