/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"

typedef struct
{
  gint64 wait_s;
} HeedErrorPrivate;

static void
heed_error_private_init (HeedErrorPrivate *priv)
{
  priv->wait_s = 0;
}

static void
heed_error_private_copy (const HeedErrorPrivate *from, HeedErrorPrivate *to)
{
  to->wait_s = from->wait_s;
}

static void
heed_error_private_clear (HeedErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (HeedError, heed_error)

/**
 * heed_error_new_rate_limited: makes a %HEED_ERROR_RATE_LIMITED that knows how long to wait.
 * @wait_s: seconds until the service may be asked again
 *
 * Returns: (transfer full): the error
 */
GError *
heed_error_new_rate_limited (gint64 wait_s, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  GError *error = g_error_new_valist (HEED_ERROR, HEED_ERROR_RATE_LIMITED, format, args);
  va_end (args);
  heed_error_get_private (error)->wait_s = wait_s;
  return error;
}

/**
 * heed_error_get_wait: tells how long the service asked to wait.
 *
 * Returns: seconds; 0 when @error is of another kind or does not say
 */
gint64
heed_error_get_wait (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == HEED_ERROR ? heed_error_get_private (error)->wait_s : 0;
}

/**
 * heed_error_code_to_string: names an error code for logs and scripts.
 *
 * Returns: (transfer none): a word such as "rate-limited"; never translated
 */
const char *
heed_error_code_to_string (HeedError code)
{
  static const char *const words[] = {
    [HEED_ERROR_NOT_CONFIGURED] = "not-configured",
    [HEED_ERROR_UNAUTHORISED] = "unauthorised",
    [HEED_ERROR_NOT_FOUND] = "not-found",
    [HEED_ERROR_RATE_LIMITED] = "rate-limited",
    [HEED_ERROR_OFFLINE] = "offline",
    [HEED_ERROR_SERVER] = "server",
    [HEED_ERROR_MALFORMED] = "malformed",
    [HEED_ERROR_CLOSED] = "closed",
    [HEED_ERROR_REFUSED] = "refused",
  };

  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (words), NULL);
  return words[code];
}
