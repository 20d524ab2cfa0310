/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds links as X and Mastodon do, by the rules that X publishes as twitter-text and tests with its conformance
 * suite. One pass: what cannot be the start of a host name is never looked at again. */

#include "heed-link-finder.h"

#include <gio/gio.h>
#include <string.h>

#include "heed-data.h"

#define LONGEST_LINK 4096
#define LONGEST_LABEL 63
#define LONGEST_SLUG 40
#define LONGEST_TLD 64

static GHashTable *tlds;

/* A host name in a text. @end is NULL when there is none; nothing that starts before @scanned can be one then. */
typedef struct
{
  const char *end;
  const char *scanned;
} Host;

static void
read_tlds (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup ("limits/tlds.txt", &error);
  if (bytes == NULL)
    g_error ("tlds.txt: %s", error->message);

  char *lines = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  tlds = g_hash_table_new (g_str_hash, g_str_equal);
  for (char *line = strtok_r (lines, "\n", &lines); line != NULL; line = strtok_r (NULL, "\n", &lines))
    if (*line != '#')
      g_hash_table_add (tlds, line);
  g_once_init_leave (&once, 1);
}

static gboolean
is_space (gunichar c)
{
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E
         || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static gboolean
is_directional (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_never_valid (gunichar c)
{
  return c == 0xFFFE || c == 0xFEFF || c == 0xFFFF;
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && c < 0x80 && strchr (set, (int) c) != NULL;
}

static gboolean
is_ascii_alnum (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

static gboolean
is_host_char (gunichar c)
{
  if (c < 0x80)
    return c > 0x20 && !is_one_of (c, "!'#%&()*+,-./:;<=>?@[\\]^_{|}~$") && c != 0;
  return !is_space (c) && !is_never_valid (c) && !is_directional (c);
}

static gboolean
is_accented_latin (gunichar c)
{
  if (c < 0xC0 || c > 0x1EFF)
    return FALSE;
  if (c <= 0x24F)
    return c != 0xD7 && c != 0xF7;
  if ((c >= 0x300 && c <= 0x36F) || c >= 0x1E00)
    return TRUE;

  static const gunichar others[] = { 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263,
                                     0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_path_letter (gunichar c)
{
  return is_ascii_alnum (c) || (c >= 0x400 && c <= 0x4FF) || is_accented_latin (c);
}

/* The letters of every script that an address may hold unescaped (RFC 3987's ucschar and iprivate, roughly). */
static gboolean
is_address_letter (gunichar c)
{
  return c >= 0xA0 && !(c >= 0xFDD0 && c <= 0xFDEF) && (c & 0xFFFE) != 0xFFFE && !is_space (c);
}

static gboolean
is_path_char (gunichar c, HeedLinkRules rules)
{
  if (c == 0)
    return FALSE;
  if (rules == HEED_LINK_RULES_MASTODON)
    return !is_space (c) && !is_one_of (c, "<>()?");
  return is_path_letter (c) || is_one_of (c, "!*';:=+,.$/%#[]-_~@|&") || c == 0x2013;
}

static gboolean
is_path_ending (gunichar c, HeedLinkRules rules)
{
  if (rules == HEED_LINK_RULES_MASTODON)
    return is_path_char (c, rules) && !is_one_of (c, "!*\"';:=,.$%[]~&|@") && c != 0x300C && c != 0x300D;
  return is_path_letter (c) || is_one_of (c, "+-=_#/");
}

static gboolean
is_query_char (gunichar c, HeedLinkRules rules)
{
  if (rules == HEED_LINK_RULES_MASTODON && (c == '^' || is_address_letter (c)))
    return TRUE;
  return is_ascii_alnum (c) || is_one_of (c, "!?*'@();:&=+$/%#[]-_.,~|");
}

static gboolean
is_query_ending (gunichar c, HeedLinkRules rules)
{
  if (rules == HEED_LINK_RULES_MASTODON && is_address_letter (c))
    return TRUE;
  return is_ascii_alnum (c) || is_one_of (c, "-_&=#/");
}

static gunichar
peek (const char *text, const char *end)
{
  return text < end ? g_utf8_get_char (text) : 0;
}

/* A top-level domain must not run into more letters, digits, "@", "+" or "-". */
static gboolean
ends_name (gunichar next)
{
  return !is_ascii_alnum (next) && !is_one_of (next, "@+-");
}

/* The end of the longest top-level domain that the label at @label starts with, NULL without one. */
static const char *
find_tld (const char *label, const char *end)
{
  char name[LONGEST_TLD];
  gsize length = 0;
  const char *found = NULL;

  if ((gsize) (end - label) > 4 && g_ascii_strncasecmp (label, "xn--", 4) == 0)
    {
      const char *tail = label + 4;
      while (tail < end && (g_ascii_isalnum (*tail) || *tail == '-'))
        tail++;
      return tail > label + 4 ? tail : NULL;
    }
  for (const char *at = label; at < end; at = g_utf8_next_char (at))
    {
      gsize bytes = (gsize) (g_utf8_next_char (at) - at);
      if (length + bytes >= sizeof name)
        break;
      for (gsize i = 0; i < bytes; i++)
        name[length++] = g_ascii_tolower (at[i]);
      name[length] = '\0';
      if (ends_name (peek (at + bytes, end)) && g_hash_table_contains (tlds, name))
        found = at + bytes;
    }
  return found;
}

/* Reads labels from @start on; the last top-level domain behind sound labels ends the host. */
static Host
read_host (const char *start, const char *end)
{
  Host host = { NULL, start };
  const char *label = start;

  while (TRUE)
    {
      const char *at = label;
      gunichar last = 0;
      gboolean underscore = FALSE;

      for (gunichar c = peek (at, end); c != 0 && (is_host_char (c) || c == '_' || c == '-'); c = peek (at, end))
        {
          underscore |= c == '_';
          last = c;
          at = g_utf8_next_char (at);
        }
      host.scanned = at;
      if (last == 0 || !is_host_char (g_utf8_get_char (label)))
        {
          host.scanned = label;
          return host;
        }
      if (peek (at, end) != '.' || !is_host_char (last))
        return host;

      label = at + 1;
      const char *tld = underscore ? NULL : find_tld (label, end);
      if (tld != NULL)
        host.end = tld;
    }
}

/* Behind an opening bracket: the end of what closes it, one level of brackets within allowed. */
static const char *
read_brackets (const char *at, const char *end, HeedLinkRules rules, guint depth)
{
  const char *start = at;
  gboolean nested = FALSE;

  while (at < end && *at != ')')
    {
      if (*at == '(' && depth == 0 && !nested)
        {
          nested = TRUE;
          at = read_brackets (at + 1, end, rules, 1);
          if (at == NULL)
            return NULL;
        }
      else if (is_path_char (g_utf8_get_char (at), rules))
        at = g_utf8_next_char (at);
      else
        return NULL;
    }
  return at < end && at > start ? at + 1 : NULL;
}

static const char *
read_path (const char *start, const char *end, HeedLinkRules rules)
{
  if (peek (start, end) != '/')
    return start;

  const char *at = start + 1;
  const char *last = at;
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *closed = c == '(' ? read_brackets (at + 1, end, rules, 0) : NULL;
      if (closed != NULL)
        last = at = closed;
      else if (!is_path_char (c, rules))
        break;
      else
        {
          at = g_utf8_next_char (at);
          if (is_path_ending (c, rules))
            last = at;
        }
    }
  return last;
}

static const char *
read_query (const char *start, const char *end, HeedLinkRules rules)
{
  if (peek (start, end) != '?')
    return start;

  const char *last = start;
  for (const char *at = start + 1; at < end && is_query_char (g_utf8_get_char (at), rules);)
    {
      gboolean may_end = is_query_ending (g_utf8_get_char (at), rules);
      at = g_utf8_next_char (at);
      if (may_end)
        last = at;
    }
  return last;
}

static const char *
read_port (const char *start, const char *end)
{
  const char *at = start + 1;

  if (peek (start, end) != ':' || at >= end || !g_ascii_isdigit (*at))
    return start;
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

static gboolean
has_short_labels (const char *host)
{
  while (*host != '\0')
    {
      gsize length = strcspn (host, ".");
      if (length > LONGEST_LABEL)
        return FALSE;
      host += length;
      host += *host == '.' ? 1 : 0;
    }
  return TRUE;
}

/* A host must have a punycode form with labels of at most 63 letters; with it, the link must not be over-long. */
static gboolean
is_sound (const char *start, const char *host, const char *host_end, const char *end)
{
  if (end - start > 4 * LONGEST_LINK)
    return FALSE;

  g_autofree char *name = g_strndup (host, (gsize) (host_end - host));
  g_autofree char *ascii = g_hostname_to_ascii (name);
  if (ascii == NULL || !has_short_labels (ascii))
    return FALSE;

  glong rest = g_utf8_strlen (start, host - start) + g_utf8_strlen (host_end, end - host_end);
  return rest + (glong) strlen (ascii) <= LONGEST_LINK;
}

static void
add_span (GArray *spans, const char *text, const char *start, const char *end)
{
  HeedSpan span = { (gsize) (start - text), (gsize) (end - text) };
  g_array_append_val (spans, span);
}

/* A short link of X has a slug of letters and digits only; what follows is text again. FALSE: it is no link. */
static gboolean
trim_short_link (const char *host, const char *host_end, const char **end)
{
  if (host_end - host != 4 || g_ascii_strncasecmp (host, "t.co", 4) != 0 || host_end >= *end || *host_end != '/')
    return TRUE;

  const char *slug = host_end + 1;
  const char *at = slug;
  while (at < *end && g_ascii_isalnum (*at))
    at++;
  if (at - slug > LONGEST_SLUG)
    return FALSE;
  if (at > slug)
    *end = read_query (at, *end, HEED_LINK_RULES_X);
  return TRUE;
}

static gboolean
is_plain_host_char (gunichar c)
{
  return is_ascii_alnum (c) || c == '-' || is_accented_latin (c);
}

/* The end of the host of Latin letters at @start, NULL without one; *@scanned is where to look on. */
static const char *
read_plain_host (const char *start, const char *end, const char **scanned)
{
  const char *found = NULL;
  const char *label = start;

  while (TRUE)
    {
      const char *at = label;
      while (at < end && is_plain_host_char (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      *scanned = MAX (at, g_utf8_next_char (start));
      if (at == label || at >= end || *at != '.')
        return found;
      label = at + 1;
      const char *tld = find_tld (label, end);
      if (tld != NULL)
        found = tld;
    }
}

/* Without a scheme only the parts of the host in Latin letters are links, the last one with the path. */
static void
add_plain_hosts (GArray *spans, const char *text, const char *host, const char *host_end, const char *end)
{
  guint before = spans->len;

  for (const char *at = host; at < host_end;)
    {
      const char *scanned;
      const char *found = read_plain_host (at, host_end, &scanned);
      if (found != NULL)
        add_span (spans, text, at, found);
      at = found != NULL ? found : scanned;
    }
  if (spans->len > before)
    {
      HeedSpan *last = &g_array_index (spans, HeedSpan, spans->len - 1);
      if (text + last->end == host_end)
        last->end = (gsize) (end - text);
    }
}

static gsize
scheme_length (const char *at)
{
  if (g_ascii_strncasecmp (at, "http://", 7) == 0)
    return 7;
  return g_ascii_strncasecmp (at, "https://", 8) == 0 ? 8 : 0;
}

/* Where to look on when no host starts at @start: where it was scanned to, but for a scheme right before. */
static const char *
skip_to (const char *start, const char *scanned)
{
  for (gint letters = 5; letters >= 4; letters--)
    if (scanned - start > letters && scheme_length (scanned - letters) == (gsize) letters + 3)
      return scanned - letters;
  return MAX (scanned, g_utf8_next_char (start));
}

/* Takes the link at @start if there is one. Returns where to look on. */
static const char *
take_link (GArray *spans, const char *text, const char *start, const char *text_end, gunichar before,
           HeedLinkRules rules)
{
  const char *host_start = start + scheme_length (start);
  Host host = read_host (host_start, text_end);

  if (host.end == NULL && host_start > start)
    {
      host_start = start;
      host = read_host (start, text_end);
    }
  if (host.end == NULL)
    return skip_to (start, host.scanned);

  const char *port_end = read_port (host.end, text_end);
  const char *path_end = read_path (port_end, text_end, rules);
  const char *end = read_query (path_end, text_end, rules);
  const char *link_end = end;
  if (!is_sound (start, host_start, host.end, end))
    return end;
  if (host_start > start)
    {
      if (rules != HEED_LINK_RULES_X || trim_short_link (host_start, host.end, &link_end))
        add_span (spans, text, start, link_end);
    }
  else if (rules == HEED_LINK_RULES_X && !is_one_of (before, "-_./"))
    add_plain_hosts (spans, text, start, host.end, path_end > port_end ? end : host.end);
  return end;
}

/* What Bluesky's own library leaves out at the end of a link: one mark, and a bracket that was not opened in it. */
static const char *
trim_bluesky (const char *start, const char *end)
{
  if (end > start && strchr (".,;:!?", end[-1]) != NULL)
    end--;
  if (end > start && end[-1] == ')' && memchr (start, '(', (gsize) (end - start)) == NULL)
    end--;
  return end;
}

/* The end of a host such as "example.com" at @at, whose last label is a top-level domain; NULL when there is none. */
static const char *
read_bluesky_host (const char *at)
{
  const char *end = at;
  const char *last = NULL;

  if (!g_ascii_isalpha (*at))
    return NULL;
  for (; g_ascii_isalnum (*end) || (*end == '.' && g_ascii_isalnum (end[1])); end++)
    if (*end == '.')
      last = end + 1;
  return last != NULL && find_tld (last, end) == end ? end : NULL;
}

static void
find_bluesky (GArray *spans, const char *text)
{
  gunichar before = ' ';

  for (const char *at = text; *at != '\0';)
    {
      gunichar character = g_utf8_get_char (at);
      gboolean may_start = is_space (before) || before == '(';
      if (may_start && (scheme_length (at) > 0 || read_bluesky_host (at) != NULL))
        {
          const char *end = at;
          while (*end != '\0' && !is_space (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          if ((gsize) (end - at) > scheme_length (at))
            add_span (spans, text, at, trim_bluesky (at, end));
          at = end;
          before = ' ';
          continue;
        }
      before = character;
      at = g_utf8_next_char (at);
    }
}

/** heed_link_finder_ends_in_tld: whether the last label of @host is a top-level domain that exists. */
gboolean
heed_link_finder_ends_in_tld (const char *host)
{
  g_return_val_if_fail (host != NULL, FALSE);

  const char *label = strrchr (host, '.');
  read_tlds ();
  return label != NULL && find_tld (label + 1, host + strlen (host)) == host + strlen (host);
}

/**
 * heed_link_finder_find: finds the links in a text.
 * @text: valid UTF-8; in NFC, as the networks count it
 *
 * Returns: (transfer full) (element-type HeedSpan): where they are, in order
 */
GArray *
heed_link_finder_find (const char *text, HeedLinkRules rules)
{
  g_return_val_if_fail (text != NULL, NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HeedSpan));
  const char *end = text + strlen (text);
  gunichar before = ' ';

  read_tlds ();
  if (strchr (text, '.') == NULL)
    return spans;
  if (rules == HEED_LINK_RULES_BLUESKY)
    {
      find_bluesky (spans, text);
      return spans;
    }
  for (const char *at = text; at < end;)
    {
      gunichar c = g_utf8_get_char (at);
      gboolean may_start = is_host_char (c) && !is_ascii_alnum (before) && !is_one_of (before, "@$#")
                           && before != 0xFF20 && before != 0xFF04 && before != 0xFF03 && !is_never_valid (before);
      const char *next = may_start ? take_link (spans, text, at, end, before, rules) : g_utf8_next_char (at);
      before = g_utf8_get_char (g_utf8_prev_char (next));
      /* The character before a link belongs to no other link. */
      if (spans->len > 0 && text + g_array_index (spans, HeedSpan, spans->len - 1).end == next)
        before = '@';
      at = next;
    }
  return spans;
}
