/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the AppView tells (lexicons app.bsky.feed.defs and app.bsky.actor.defs) in the words of the model. */

#include <string.h>

#include "heed-bluesky-private.h"
#include "heed-clock.h"
#include "heed-language.h"

void
heed_bluesky_item_free (HeedBlueskyItem *item)
{
  if (item == NULL)
    return;
  heed_post_free (item->post);
  heed_post_free (item->parent);
  g_free (item->below);
  g_free (item);
}

/* Whoever writes sets createdAt and may be wrong about it; a post cannot be younger than the index that holds it. */
static gboolean
parse_created_at (JsonObject *view, JsonObject *record, gint64 *created_at)
{
  gint64 said, indexed;
  gboolean has_said = heed_time_parse (heed_json_get_string (record, "createdAt"), &said);
  gboolean has_indexed = heed_time_parse (heed_json_get_string (view, "indexedAt"), &indexed);

  if (has_said && has_indexed)
    *created_at = MIN (said, indexed);
  else if (has_said || has_indexed)
    *created_at = has_said ? said : indexed;
  return has_said || has_indexed;
}

static const char *
get_reply_uri (JsonObject *record, const char *which)
{
  return heed_json_get_string (heed_json_get_object (heed_json_get_object (record, "reply"), which), "uri");
}

static void
add_once (GPtrArray *texts, const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

/* Who a post names: the accounts behind its mentions, and the company when it stands right below one of its posts. */
static char **
dup_addressees (JsonObject *record, const char *parent, const char *author, const char *company)
{
  g_autoptr (GPtrArray) addressees = g_ptr_array_new_with_free_func (g_free);
  JsonArray *facets = heed_json_get_array (record, "facets");

  for (guint i = 0; i < heed_json_array_length (facets); i++)
    {
      JsonArray *features = heed_json_get_array (heed_json_array_get_object (facets, i), "features");

      for (guint j = 0; j < heed_json_array_length (features); j++)
        {
          JsonObject *feature = heed_json_array_get_object (features, j);
          const char *did = heed_json_get_string (feature, "did");

          if (did != NULL
              && g_strcmp0 (heed_json_get_string (feature, "$type"), "app.bsky.richtext.facet#mention") == 0)
            add_once (addressees, did);
        }
    }
  if (heed_bluesky_is_by (parent, company) && !g_str_equal (author, company))
    add_once (addressees, company);
  if (addressees->len == 0)
    return NULL;
  g_ptr_array_add (addressees, NULL);
  return (char **) g_ptr_array_steal (addressees, NULL);
}

/* "pt-BR" is Portuguese. */
static char *
dup_language (JsonObject *record)
{
  const char *tag = heed_json_array_get_string (heed_json_get_array (record, "langs"), 0);

  return tag != NULL ? heed_language_dup_code (tag) : NULL;
}

/**
 * heed_bluesky_post_new: reads a postView.
 * @did: the company's
 *
 * Returns: (transfer full) (nullable): the post; %NULL for what is no post, has no author or no time
 */
HeedPost *
heed_bluesky_post_new (JsonObject *view, const char *did)
{
  JsonObject *author = heed_json_get_object (view, "author");
  JsonObject *record = heed_json_get_object (view, "record");
  const char *uri = heed_json_get_string (view, "uri");
  const char *author_did = heed_json_get_string (author, "did");
  const char *handle = heed_json_get_string (author, "handle");
  const char *parent = get_reply_uri (record, "parent");
  gint64 created_at;

  if (uri == NULL || author_did == NULL || record == NULL || !heed_bluesky_is_by (uri, author_did)
      || !parse_created_at (view, record, &created_at))
    return NULL;

  HeedPost *post = heed_post_new ();
  if (heed_bluesky_is_handle (handle) && !g_str_has_suffix (handle, ".invalid"))
    post->author_handle = g_strdup (handle);
  post->id = g_strdup (uri);
  post->parents = parent != NULL ? g_strdupv ((char *[]){ (char *) parent, NULL }) : NULL;
  post->author = g_strdup (author_did);
  post->addressees = dup_addressees (record, parent, author_did, did);
  post->text = g_strdup (heed_json_get_string (record, "text"));
  post->url = heed_bluesky_dup_post_url (uri, post->author_handle != NULL ? post->author_handle : author_did);
  post->language = dup_language (record);
  post->created_at = created_at;
  post->from_company = g_str_equal (author_did, did);
  return post;
}

/*
 * The company's earlier post, if the row tells of one, below which this row
 * stands: the beginning of the thread, what it continues, or what its parent
 * answered. The thread of that post contains this one.
 */
static char *
dup_below (JsonObject *record, JsonObject *parent_view, const char *did)
{
  const char *above[] = { get_reply_uri (record, "root"), get_reply_uri (record, "parent"),
                          get_reply_uri (heed_json_get_object (parent_view, "record"), "parent") };

  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    if (heed_bluesky_is_by (above[i], did))
      return g_strdup (above[i]);
  return NULL;
}

/**
 * heed_bluesky_item_new: reads a feedViewPost of the company's feed.
 *
 * Returns: (transfer full) (nullable): the item; %NULL for a repost and what is no post of @did
 */
HeedBlueskyItem *
heed_bluesky_item_new (JsonObject *feed_item, const char *did)
{
  JsonObject *view = heed_json_get_object (feed_item, "post");
  JsonObject *record = heed_json_get_object (view, "record");
  JsonObject *parent_view = heed_json_get_object (heed_json_get_object (feed_item, "reply"), "parent");
  const char *parent = get_reply_uri (record, "parent");

  const char *reason = heed_json_get_string (heed_json_get_object (feed_item, "reason"), "$type");
  gboolean is_pinned = g_strcmp0 (reason, "app.bsky.feed.defs#reasonPin") == 0;

  if (feed_item == NULL || (!is_pinned && json_object_has_member (feed_item, "reason")))
    return NULL;

  g_autoptr (HeedBlueskyItem) item = g_new0 (HeedBlueskyItem, 1);
  item->post = heed_bluesky_post_new (view, did);
  if (item->post == NULL || !item->post->from_company)
    return NULL;
  item->is_pinned = item->post->pinned = is_pinned;
  item->answers_other = parent != NULL && !heed_bluesky_is_by (parent, did);
  item->below = dup_below (record, parent_view, did);
  heed_time_parse (heed_json_get_string (view, "indexedAt"), &item->indexed_at);
  item->n_replies = heed_json_get_int (view, "replyCount", 0);
  /* A parent that is gone or blocked comes without a record: the reply is known, what it answered is not. */
  if (item->answers_other)
    item->parent = heed_bluesky_post_new (parent_view, did);
  return g_steal_pointer (&item);
}

/**
 * heed_bluesky_thread_collect: adds what can be seen of a threadViewPost to @posts.
 * @thread: (nullable): as getPostThread tells it
 * @posts: (element-type HeedPost): from the top down
 * @cut: (element-type utf8): posts of the company below which there is more than was told: where the AppView stops
 *   going down it leaves "replies" out
 *
 * Recursion ends because heed_json_parse() bounds how deep an answer nests.
 */
void
heed_bluesky_thread_collect (JsonObject *thread, const char *did, GPtrArray *posts, GPtrArray *cut)
{
  JsonObject *view = heed_json_get_object (thread, "post");
  HeedPost *post = heed_bluesky_post_new (view, did);
  JsonArray *replies = heed_json_get_array (thread, "replies");

  if (post != NULL)
    g_ptr_array_add (posts, post);
  if (post != NULL && post->from_company && replies == NULL && heed_json_get_int (view, "replyCount", 0) > 0)
    g_ptr_array_add (cut, g_strdup (post->id));
  for (guint i = 0; i < heed_json_array_length (replies); i++)
    heed_bluesky_thread_collect (heed_json_array_get_object (replies, i), did, posts, cut);
}

/* Whether the account put the label @value (com.atproto.label.defs) on itself; what others say of it does not count. */
static gboolean
has_own_label (JsonObject *profile, const char *did, const char *value)
{
  JsonArray *labels = heed_json_get_array (profile, "labels");

  for (guint i = 0; i < heed_json_array_length (labels); i++)
    {
      JsonObject *label = heed_json_array_get_object (labels, i);

      if (g_strcmp0 (heed_json_get_string (label, "val"), value) == 0
          && g_strcmp0 (heed_json_get_string (label, "src"), did) == 0 && !heed_json_get_boolean (label, "neg"))
        return TRUE;
    }
  return FALSE;
}

/** heed_bluesky_profile_is_closed: whether the account asks not to be shown to those who are not signed in. */
gboolean
heed_bluesky_profile_is_closed (JsonObject *profile, const char *did)
{
  return has_own_label (profile, did, "!no-unauthenticated");
}

/**
 * heed_bluesky_account_new: reads a profileViewDetailed.
 * @handle: (nullable): the handle that was proven in both directions
 *
 * Returns: (transfer full): the account
 */
HeedAccount *
heed_bluesky_account_new (JsonObject *profile, const char *did, const char *handle, const char *server)
{
  HeedAccount *account = heed_account_new ();
  const char *name = handle != NULL ? handle : did;

  account->network = g_strdup ("bluesky");
  account->id = g_strdup (did);
  account->handle = g_strdup (name);
  account->server = g_strdup (server);
  account->url = g_strdup_printf ("https://bsky.app/profile/%s", name);
  account->display_name = g_strdup (heed_json_get_string (profile, "displayName"));
  account->bio = g_strdup (heed_json_get_string (profile, "description"));
  /* A handle is a domain name whose owner points at the account. Those of the house itself prove nothing. */
  if (handle != NULL && !g_str_has_suffix (handle, ".bsky.social"))
    {
      g_autofree char *site = g_strconcat ("https://", handle, NULL);

      account->proven_links = g_strdupv ((char *[]){ site, NULL });
    }
  heed_time_parse (heed_json_get_string (profile, "createdAt"), &account->created_at);
  account->automated = has_own_label (profile, did, "bot");
  return account;
}

/** heed_bluesky_document_names: whether a DID document calls its subject by @handle. */
gboolean
heed_bluesky_document_names (JsonObject *document, const char *handle)
{
  JsonArray *names = heed_json_get_array (document, "alsoKnownAs");
  g_autofree char *wanted = g_strconcat ("at://", handle, NULL);

  for (guint i = 0; i < heed_json_array_length (names); i++)
    {
      const char *name = heed_json_array_get_string (names, i);

      if (name != NULL && g_ascii_strcasecmp (name, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/** heed_bluesky_document_dup_handle: (transfer full) (nullable): the first handle of a DID document, the one that
 * counts. */
char *
heed_bluesky_document_dup_handle (JsonObject *document)
{
  JsonArray *names = heed_json_get_array (document, "alsoKnownAs");

  for (guint i = 0; i < heed_json_array_length (names); i++)
    {
      const char *name = heed_json_array_get_string (names, i);

      if (name != NULL && g_str_has_prefix (name, "at://"))
        return heed_bluesky_is_handle (name + strlen ("at://")) ? g_ascii_strdown (name + strlen ("at://"), -1) : NULL;
    }
  return NULL;
}
