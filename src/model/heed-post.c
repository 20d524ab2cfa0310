/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-post.h"

/** heed_post_new: (transfer full): an empty post, to be filled by who reads it. */
HeedPost *
heed_post_new (void)
{
  return g_new0 (HeedPost, 1);
}

/** heed_post_copy: (transfer full): a post that shares nothing with @post. */
HeedPost *
heed_post_copy (const HeedPost *post)
{
  g_return_val_if_fail (post != NULL, NULL);

  HeedPost *copy = heed_post_new ();
  *copy = *post;
  copy->id = g_strdup (post->id);
  copy->parents = g_strdupv (post->parents);
  copy->author = g_strdup (post->author);
  copy->author_handle = g_strdup (post->author_handle);
  copy->addressees = g_strdupv (post->addressees);
  copy->text = g_strdup (post->text);
  copy->url = g_strdup (post->url);
  copy->language = g_strdup (post->language);
  return copy;
}

void
heed_post_free (HeedPost *post)
{
  if (post == NULL)
    return;
  g_free (post->id);
  g_strfreev (post->parents);
  g_free (post->author);
  g_free (post->author_handle);
  g_strfreev (post->addressees);
  g_free (post->text);
  g_free (post->url);
  g_free (post->language);
  g_free (post);
}
