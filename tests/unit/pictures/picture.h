/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-clean-picture.h"

G_BEGIN_DECLS

#define WIDTH 96
#define HEIGHT 64

/* A folder of its own for the files of a test. */
typedef struct
{
  char *folder;
} Fixture;

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
GFile *put_file (Fixture *fixture, const char *name, const GByteArray *bytes);
guchar *get_point (GdkPixbuf *pixels, int x, int y);
GdkPixbuf *create_noise (gboolean has_alpha);
GByteArray *encode (GdkPixbuf *pixels, const char *type);
guint32 compute_crc (const guint8 *data, gsize size);
HeedCleanPicture *read_picture (GFile *file);

G_END_DECLS
