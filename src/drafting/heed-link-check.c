/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a link can be one at all, by RFC 3986 with names of every script, as twitter-text reads it. */

#include "heed-link-finder.h"

#include <string.h>

#define LONGEST_LINK 4096

/* Letters and digits of names, with those of all scripts. */
#define ALNUM "[a-z0-9]|[^\\x00-\\x7f]"
#define OCTET "(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])"
#define SUBDOMAIN "(?:" ALNUM ")(?:(?:[_-]|" ALNUM ")*(?:" ALNUM "))?"
#define DOMAIN_LABEL "(?:" ALNUM ")(?:(?:-|" ALNUM ")*(?:" ALNUM "))?"
#define TLD "(?:[a-z]|[^\\x00-\\x7f])(?:(?:-|" ALNUM ")*(?:" ALNUM "))?"
#define HOST "(?:" OCTET "(?:\\." OCTET "){3}|\\[[a-f0-9:.]+\\]|(?:" SUBDOMAIN "\\.)*" DOMAIN_LABEL "\\." TLD ")"
#define USER "(?:[a-z\\x{400}-\\x{4ff}0-9._~!$&'()*+,;=:-]|%[0-9a-f]{2})*"
#define PATH_CHAR "[a-z\\x{400}-\\x{4ff}0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2}"

/** heed_link_is_valid: whether all of @link, which is valid UTF-8, is one link with a scheme. */
gboolean
heed_link_is_valid (const char *link)
{
  static GRegex *regex;

  g_return_val_if_fail (link != NULL, FALSE);
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^https?://(?:" USER "@)?" HOST "(?::[0-9]{1,5})?"
                                            "(?:/(?:" PATH_CHAR "|/)*+)?(?:\\?(?:" PATH_CHAR "|[/?])*+)?"
                                            "(?:#(?:" PATH_CHAR "|[/?])*+)?\\z",
                                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return strlen (link) <= LONGEST_LINK && g_regex_match (regex, link, 0, NULL);
}
