/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-picture-traces.h"

#include <libexif/exif-data.h>

/** heed_picture_traces_read: what the EXIF part of a JPEG file tells; of other files nothing is read. */
HeedPictureTraces
heed_picture_traces_read (GBytes *file)
{
  g_return_val_if_fail (file != NULL, HEED_PICTURE_TRACES_NONE);

  gsize size;
  const guchar *data = g_bytes_get_data (file, &size);
  ExifData *exif = size > 0 && size <= G_MAXUINT ? exif_data_new_from_data (data, (unsigned int) size) : NULL;
  HeedPictureTraces traces = HEED_PICTURE_TRACES_NONE;

  if (exif == NULL)
    return traces;
  if (exif_content_get_entry (exif->ifd[EXIF_IFD_GPS], (ExifTag) EXIF_TAG_GPS_LATITUDE) != NULL)
    traces |= HEED_PICTURE_TRACES_PLACE;
  if (exif_content_get_entry (exif->ifd[EXIF_IFD_EXIF], EXIF_TAG_DATE_TIME_ORIGINAL) != NULL
      || exif_content_get_entry (exif->ifd[EXIF_IFD_0], EXIF_TAG_DATE_TIME) != NULL)
    traces |= HEED_PICTURE_TRACES_TIME;
  exif_data_unref (exif);
  return traces;
}
