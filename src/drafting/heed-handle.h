/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"

G_BEGIN_DECLS

/**
 * HeedHandleFit: whether a handle reaches somebody on a network.
 *
 * %HEED_HANDLE_LACKS_SERVER is "@name" on the Fediverse, which is somebody on the server that it is written on.
 */
typedef enum
{
  HEED_HANDLE_FITS,
  HEED_HANDLE_LACKS_SERVER,
  HEED_HANDLE_IS_FOREIGN,
} HeedHandleFit;

HeedHandleFit heed_handle_judge (const char *network, const char *handle);
gboolean heed_handle_is_fediverse (const char *network);
const char *heed_handle_find (const HeedFacts *facts, const char *network);
const char *heed_handle_skip_sign (const char *handle);

G_END_DECLS
