/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedError:
 * @HEED_ERROR_NOT_CONFIGURED: something must be set up first
 * @HEED_ERROR_UNAUTHORISED: the service wants a (new) sign-in
 * @HEED_ERROR_NOT_FOUND: there is no such account, post, case or file
 * @HEED_ERROR_RATE_LIMITED: the service asks to wait; see heed_error_get_wait()
 * @HEED_ERROR_OFFLINE: the service could not be reached, or not in time
 * @HEED_ERROR_SERVER: the service failed
 * @HEED_ERROR_MALFORMED: what was read is not what it should be
 * @HEED_ERROR_CLOSED: the service or account shows nothing to visitors
 * @HEED_ERROR_REFUSED: it was understood and will not be done
 *
 * Everything that can go wrong, sorted by what the person can do about it.
 * A message is one sentence for that person, in their language, and says what
 * to do next. Cancellation stays %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  HEED_ERROR_NOT_CONFIGURED,
  HEED_ERROR_UNAUTHORISED,
  HEED_ERROR_NOT_FOUND,
  HEED_ERROR_RATE_LIMITED,
  HEED_ERROR_OFFLINE,
  HEED_ERROR_SERVER,
  HEED_ERROR_MALFORMED,
  HEED_ERROR_CLOSED,
  HEED_ERROR_REFUSED,
} HeedError;

#define HEED_ERROR (heed_error_quark ())
GQuark heed_error_quark (void);

GError *heed_error_new_rate_limited (gint64 wait_s, const char *format, ...)
  G_GNUC_PRINTF (2, 3) G_GNUC_WARN_UNUSED_RESULT;
gint64 heed_error_get_wait (const GError *error);
const char *heed_error_code_to_string (HeedError code);

G_END_DECLS
