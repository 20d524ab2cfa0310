/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Links that open the place to write with the text filled in, as the networks document them. Where a network documents
 * none there is none: a message is then copied. */

#include <gio/gio.h>
#include <string.h>

#include "heed-rendition.h"

/* Browsers and services are known to take about this many bytes. */
#define LONGEST 2000

/* {text} is the message; {to} the company's handle, of which some networks want the digits only. */
typedef struct
{
  const char *channel;
  const char *network;
  const char *link;
  gboolean wants_digits;
} Form;

static const Form forms[] = {
  { "public", "x", "https://x.com/intent/tweet?text={text}", FALSE },
  { "public", "bluesky", "https://bsky.app/intent/compose?text={text}", FALSE },
  { "public", "mastodon", "https://share.joinmastodon.org/?text={text}", FALSE },
  { "public", "threads", "https://www.threads.com/intent/post?text={text}", FALSE },
  { "dm", "x", "https://x.com/messages/compose?recipient_id={to}&text={text}", TRUE },
  { "dm", "facebook", "https://m.me/{to}?text={text}", FALSE },
  { "dm", "instagram", "https://ig.me/m/{to}", FALSE },
  { "dm", "telegram", "https://t.me/{to}?text={text}", FALSE },
  { "dm", "whatsapp", "https://wa.me/{to}?text={text}", TRUE },
  { "dm", "sms", "sms:+{to}?body={text}", TRUE },
};

/* A blank is %20, never a plus. Lines of an e-mail part with CR LF (RFC 6068 section 5). */
static char *
escape (const char *text, gboolean is_mail)
{
  if (!is_mail)
    return g_uri_escape_string (text, NULL, FALSE);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  return g_uri_escape_string (joined, NULL, FALSE);
}

/* The number in its international form without what only parts it; NULL when it is no such number. */
static char *
dup_digits (const char *handle)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = handle; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
    else if (strchr ("+ -./()", *at) == NULL)
      g_string_truncate (digits, 0), at += strlen (at) - 1;
  if (g_str_has_prefix (digits->str, "00"))
    g_string_erase (digits, 0, 2);
  if (digits->len < 5 || digits->str[0] == '0')
    {
      g_string_free (digits, TRUE);
      return NULL;
    }
  return g_string_free (digits, FALSE);
}

static char *
fill (const Form *form, const char *handle, const char *text)
{
  g_autofree char *escaped = escape (text, FALSE);
  g_autofree char *to = NULL;
  GString *link = g_string_new (form->link);

  if (strstr (form->link, "{to}") != NULL)
    {
      if (handle != NULL && form->wants_digits)
        to = dup_digits (handle);
      else if (handle != NULL)
        to = g_uri_escape_string (handle + (*handle == '@' ? 1 : 0), NULL, FALSE);
      if (to == NULL)
        {
          g_string_free (link, TRUE);
          return NULL;
        }
      g_string_replace (link, "{to}", to, 1);
    }
  g_string_replace (link, "{text}", escaped, 1);
  return g_string_free (link, FALSE);
}

static char *
dup_mail_link (const HeedFacts *facts, const char *subject, const char *text)
{
  if (facts->company_email == NULL)
    return NULL;

  g_autofree char *address = g_uri_escape_string (facts->company_email, "@", FALSE);
  g_autofree char *escaped_subject = escape (subject != NULL ? subject : "", TRUE);
  g_autofree char *body = escape (text, TRUE);
  return g_strdup_printf ("mailto:%s?subject=%s%s%s", address, escaped_subject, *body != '\0' ? "&body=" : "", body);
}

/**
 * heed_rendition_dup_link: the link that opens the place to write, with the text filled in.
 * @network: (nullable): for "public" and "dm"
 * @subject: (nullable): for an e-mail
 * @text: of an e-mail that is to be pasted, ""
 *
 * Returns: (transfer full) (nullable): %NULL where no link is documented, the sheet lacks the address for it, or it
 * would be over 2,000 bytes long
 */
char *
heed_rendition_dup_link (const HeedFacts *facts, const char *channel, const char *network, const char *subject,
                         const char *text)
{
  g_return_val_if_fail (facts != NULL && channel != NULL && text != NULL, NULL);

  g_autofree char *link = NULL;
  if (g_str_equal (channel, "email"))
    link = dup_mail_link (facts, subject, text);
  for (guint i = 0; network != NULL && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].channel, channel) && g_str_equal (forms[i].network, network))
      link = fill (&forms[i], g_hash_table_lookup (facts->handles, network), text);
  return link != NULL && strlen (link) <= LONGEST ? g_steal_pointer (&link) : NULL;
}

/* The number of a post on X, from its address. */
static char *
dup_post_id (const char *post)
{
  const char *id = strstr (post, "/status/");

  if (id == NULL)
    return NULL;
  id += strlen ("/status/");
  const gsize length = strspn (id, "0123456789");
  return length > 0 ? g_strndup (id, length) : NULL;
}

/**
 * heed_rendition_dup_reply_link: the link that opens the place to reply to a post.
 * @post: (nullable): the address of the post in the browser
 * @has_text: (out): whether @text is filled in there; where no network documents that, the link is @post
 *
 * Of the networks only X documents a way to reply with a text (its Web Intents, read in November 2026).
 *
 * Returns: (transfer full) (nullable): %NULL where @post is no address of the web
 */
char *
heed_rendition_dup_reply_link (const char *network, const char *post, const char *text, gboolean *has_text)
{
  g_return_val_if_fail (network != NULL && text != NULL && has_text != NULL, NULL);

  *has_text = FALSE;
  if (post == NULL || (!g_str_has_prefix (post, "https://") && !g_str_has_prefix (post, "http://")))
    return NULL;
  g_autofree char *id = g_str_equal (network, "x") ? dup_post_id (post) : NULL;
  if (id != NULL)
    {
      g_autofree char *escaped = escape (text, FALSE);
      g_autofree char *link = g_strdup_printf ("https://x.com/intent/tweet?in_reply_to=%s&text=%s", id, escaped);

      *has_text = strlen (link) <= LONGEST;
      if (*has_text)
        return g_steal_pointer (&link);
    }
  return g_strdup (post);
}
