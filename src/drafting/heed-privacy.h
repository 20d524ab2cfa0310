/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"
#include "heed-memory.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_PRIVATE_REFERENCE,
  HEED_PRIVATE_NAME,
  HEED_PRIVATE_EMAIL,
  HEED_PRIVATE_PHONE,
  HEED_PRIVATE_POSTCODE,
  HEED_PRIVATE_ADDRESS,
  HEED_PRIVATE_CARD,
  HEED_PRIVATE_IBAN,
  HEED_PRIVATE_ACCOUNT,
  HEED_PRIVATE_IDENTITY,
  HEED_PRIVATE_BIRTH,
  HEED_PRIVATE_SECRET,
  HEED_PRIVATE_DEVICE,
} HeedPrivateKind;

/**
 * HeedPrivateSpan: a piece of a text that must not be read in public.
 * @start: in bytes
 * @end: exclusive
 */
typedef struct
{
  gsize start;
  gsize end;
  HeedPrivateKind kind;
} HeedPrivateSpan;

typedef struct _HeedPrivacy HeedPrivacy;

HeedPrivacy *heed_privacy_new (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
HeedPrivacy *heed_privacy_new_with_memory (const HeedFacts *facts, HeedMemory *memory) G_GNUC_WARN_UNUSED_RESULT;
void heed_privacy_free (HeedPrivacy *privacy);

GArray *heed_privacy_find (const HeedPrivacy *privacy, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_privacy_is_clean (const HeedPrivacy *privacy, const char *text);
char *heed_privacy_hide (const HeedPrivacy *privacy, const char *text,
                         const char *replacement) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_private_kind_is_secret (HeedPrivateKind kind);
const char *heed_private_kind_to_sentence (HeedPrivateKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPrivacy, heed_privacy_free)

G_END_DECLS
