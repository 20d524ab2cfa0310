/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-shape.h"

#include <string.h>

/* A longer address is cut: it is compared and shown, never followed. */
#define MAX_LINK 200

/* What the number of a part begins with. */
#define PARTS "123456789"

void
heed_reply_shape_clear (HeedReplyShape *shape)
{
  g_clear_pointer (&shape->link, g_free);
}

/* Where "1/2" or "1 of 2" begins at @text ends, 0 when there is none. */
static gsize
match_part (const char *text, HeedReplyShape *shape)
{
  gsize i = 1;

  if (!g_ascii_isdigit (text[0]))
    return 0;
  if (text[i] == '/')
    i++;
  else if (strncmp (text + i, " of ", 4) == 0)
    i += 4;
  else
    return 0;
  guint part = text[0] - '0', n_parts = g_ascii_isdigit (text[i]) ? text[i] - '0' : 0;
  if (part == 0 || n_parts < 2 || part > n_parts || g_ascii_isalnum (text[i + 1]) || text[i + 1] == '/')
    return 0;
  shape->part = part;
  shape->n_parts = n_parts;
  return i + 1;
}

/* The last such mark counts. A price of "1/2" is no harm: it takes a second part to make two replies one. */
static void
read_part (const char *text, HeedReplyShape *shape)
{
  for (gsize i = strcspn (text, PARTS); text[i] != '\0'; i += strcspn (text + i, PARTS))
    {
      gboolean at_start = i == 0 || (!g_ascii_isalnum (text[i - 1]) && strchr ("/.,-$:", text[i - 1]) == NULL);
      gsize length = at_start ? match_part (text + i, shape) : 0;

      i += MAX (length, 1);
    }
}

/* Where a web address begins, from @text on. */
static const char *
find_link (const char *text)
{
  for (const char *at = strstr (text, "http"); at != NULL; at = strstr (at + 1, "http"))
    if (g_str_has_prefix (at, "https://") || g_str_has_prefix (at, "http://"))
      return at;
  return NULL;
}

/* Host in lower case and path: what follows them may tell of a person. */
static char *
dup_link (const char *link)
{
  const char *host = strstr (link, "://") + 3;
  gsize length = strcspn (host, " \t\r\n\"<>?#");
  const char *at = memchr (host, '@', strcspn (host, "/ \t\r\n\"<>?#"));

  if (at != NULL)
    {
      length -= (gsize) (at + 1 - host);
      host = at + 1;
    }
  if (g_ascii_strncasecmp (host, "www.", 4) == 0 && length > 4)
    {
      host += 4;
      length -= 4;
    }
  length = MIN (length, MAX_LINK);
  while (length > 0 && strchr (".,:;!?)]}'*/", host[length - 1]) != NULL)
    length--;
  if (length == 0)
    return NULL;
  char *clean = g_utf8_make_valid (host, (gssize) length);
  for (char *c = clean; *c != '\0' && *c != '/'; c++)
    *c = g_ascii_tolower (*c);
  return clean;
}

/* Where the last word of @text begins, its end being @end. */
static gsize
find_word (const char *text, gsize end)
{
  while (end > 0 && !g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

/* Whether the text ends with a link that stands behind an ellipsis or right behind a letter. */
static gboolean
is_truncated (const char *text)
{
  gsize end = strlen (text);

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  const char *link = find_link (text + find_word (text, end));
  if (link == NULL || link == text)
    return FALSE;
  const char *last = g_utf8_find_prev_char (text, link);
  if (last != NULL && g_unichar_isalpha (g_utf8_get_char_validated (last, link - last)))
    return TRUE;
  for (end = (gsize) (link - text); end > 0 && g_ascii_isspace (text[end - 1]);)
    end--;
  return (end >= 3 && strncmp (text + end - 3, "...", 3) == 0) || (end >= 3 && strncmp (text + end - 3, "…", 3) == 0);
}

/**
 * heed_reply_shape_read: in how many parts a reply comes, where it links to, whether one must click to read it (S51,
 * S53).
 * @shape: (out): clear it with heed_reply_shape_clear()
 */
void
heed_reply_shape_read (const char *text, HeedReplyShape *shape)
{
  g_return_if_fail (text != NULL && shape != NULL);

  const char *link = find_link (text);
  memset (shape, 0, sizeof *shape);
  read_part (text, shape);
  if (link == NULL)
    return;
  shape->link = dup_link (link);
  shape->truncated = is_truncated (text);
}
