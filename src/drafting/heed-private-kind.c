/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of each kind of private thing. */

#include <glib/gi18n-lib.h>

#include "heed-privacy.h"

/** heed_private_kind_is_secret: whether not even the company should read it. */
gboolean
heed_private_kind_is_secret (HeedPrivateKind kind)
{
  return kind == HEED_PRIVATE_CARD || kind == HEED_PRIVATE_SECRET;
}

/** heed_private_kind_to_sentence: (transfer none): says what was found, and what to do instead. */
const char *
heed_private_kind_to_sentence (HeedPrivateKind kind)
{
  switch (kind)
    {
    case HEED_PRIVATE_NAME:
      return _ ("A name is for the private message, not for a public one.");
    case HEED_PRIVATE_EMAIL:
      return _ ("An e-mail address is for the private message, not for a public one.");
    case HEED_PRIVATE_PHONE:
      return _ ("A phone number is for the private message, not for a public one.");
    case HEED_PRIVATE_POSTCODE:
      return _ ("A postcode is for the private message, not for a public one.");
    case HEED_PRIVATE_ADDRESS:
      return _ ("An address is for the private message, not for a public one.");
    case HEED_PRIVATE_CARD:
      return _ ("A card number is for nobody to read; take it out.");
    case HEED_PRIVATE_SECRET:
      return _ ("A password or a secret number is for nobody to read; take it out.");
    case HEED_PRIVATE_IDENTITY:
      return _ ("The number of a person or a document is for the private message, not for a public one.");
    case HEED_PRIVATE_BIRTH:
      return _ ("A date of birth is for the private message, not for a public one.");
    case HEED_PRIVATE_ACCOUNT:
      return _ ("The number of an account is for the private message, not for a public one.");
    case HEED_PRIVATE_IBAN:
      return _ ("A bank account is for the private message, not for a public one.");
    case HEED_PRIVATE_DEVICE:
      return _ ("The number of a device, a car or a connection is for the private message, not for a public one.");
    case HEED_PRIVATE_REFERENCE:
    default:
      return _ ("This reference is marked private; send it in the private message.");
    }
}
