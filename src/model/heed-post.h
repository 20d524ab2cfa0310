/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedPost:
 * @id: the network's id, opaque, unique in the network
 * @parents: (nullable): ids of the posts it answers, %NULL-terminated; %NULL when it opens a conversation
 * @author: the stable id of who wrote it (DID, actor URL; in an archive the author_id)
 * @author_handle: (nullable): how people write that author
 * @addressees: (nullable): stable ids or handles of the accounts it names, in order, %NULL-terminated;
 *   a connector adds the author of the company's post that it answers directly
 * @text: (nullable): plain text
 * @url: (nullable): where a person can see the original
 * @language: (nullable): ISO 639-1, as the network says
 * @created_at: Unix seconds
 * @from_company: a company wrote it
 * @found_by_answer: it is known only because the company answered it, so that an unanswered sibling of it would not
 *   have been seen. Such posts tell how fast answers come, never how often
 * @pinned: its author keeps it at the top of the profile
 *
 * One public message as a network returned it, or one row of an archive.
 */
typedef struct
{
  char *id;
  char **parents;
  char *author;
  char *author_handle;
  char **addressees;
  char *text;
  char *url;
  char *language;
  gint64 created_at;
  gboolean from_company;
  gboolean found_by_answer;
  gboolean pinned;
} HeedPost;

HeedPost *heed_post_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedPost *heed_post_copy (const HeedPost *post) G_GNUC_WARN_UNUSED_RESULT;
void heed_post_free (HeedPost *post);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPost, heed_post_free)

G_END_DECLS
