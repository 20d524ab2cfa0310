/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/* What stands around a matching word in HeedFound.text: control characters, which no text of a person has. */
#define HEED_FOUND_START '\002'
#define HEED_FOUND_END '\003'

/** HeedFoundKind: what was found, in the order it is shown. */
typedef enum
{
  HEED_FOUND_CASE,
  HEED_FOUND_REFERENCE,
  HEED_FOUND_EVENT,
  HEED_FOUND_POST,
  HEED_N_FOUND,
} HeedFoundKind;

/**
 * HeedFound: one place where what was typed occurs.
 * @case_id: the case it is or belongs to; 0 for a post
 * @event_id: of an event; else 0
 * @account_id: of a post: the account it was seen with; else 0
 * @post_id: (nullable): of a post: its id there
 * @title: (nullable): the case's title; of a post: the company's name
 * @company: (nullable): the company's name
 * @detail: (nullable): a reference's kind; who wrote a post
 * @text: the words around the match, the matching ones marked
 * @at: Unix seconds of an event or a post; when a case was begun
 * @is_private: a reference that is not shown to whoever looks over a shoulder
 */
typedef struct
{
  HeedFoundKind kind;
  gint64 case_id;
  gint64 event_id;
  gint64 account_id;
  char *post_id;
  char *title;
  char *company;
  char *detail;
  char *text;
  gint64 at;
  gboolean is_private;
} HeedFound;

void heed_found_free (HeedFound *found);
GPtrArray *heed_search_records_find (HeedDatabase *database, const char *typed, guint most, GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedFound, heed_found_free)

G_END_DECLS
