/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-asked.h"

#include <glib/gi18n-lib.h>

#include "heed-classifier.h"
#include "heed-error.h"

/**
 * heed_asked_read: reads from a company's reply which details it asks for, so that a draft answers with exactly these.
 * @facts: gets them as its "asked", in the words of docs/codebook.md, and who signed as "asked_by"
 * @reply: valid UTF-8
 *
 * Returns: %FALSE with %HEED_ERROR_REFUSED when it asks for no details; @facts is then as it was
 */
gboolean
heed_asked_read (HeedFacts *facts, const char *reply, GError **error)
{
  g_return_val_if_fail (facts != NULL && reply != NULL, FALSE);

  const HeedClassifier *classifier = heed_classifier_get_default (error);
  g_auto (HeedReplyReading) reading = { 0 };
  if (classifier == NULL)
    return FALSE;

  heed_classifier_read (classifier, reply, &reading);
  if (reading.details == 0)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED,
                           _ ("No question for details was found in this reply; write the message without it, or name "
                              "them in the sheet under “asked”."));
      return FALSE;
    }
  g_ptr_array_set_size (facts->asked, 0);
  for (guint i = 0; i < HEED_N_REPLY_DETAILS; i++)
    if ((reading.details >> i & 1) != 0)
      g_ptr_array_add (facts->asked, g_strdup (heed_reply_detail_to_string (i)));
  if (facts->asked_by == NULL)
    facts->asked_by = g_strdup (reading.signature);
  return TRUE;
}
