/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-redactor.h"

#include <string.h>

/* A line longer than this is no log line of ours: it is left out whole, since a secret might be cut in two. */
#define LONGEST_LINE 16384

struct _HeedRedactor
{
  GString *line;
  gboolean line_too_long;
  gboolean in_secret_header;
};

typedef struct
{
  const char *pattern;
  const char *replacement;
} Rule;

/* In this order: a header goes whole before its parts are looked for. */
static const Rule rules[] = {
  /* Credentials as HTTP and JSON write them. */
  { "(?<![\\w-])((?:proxy-)?authorization|(?:set-)?cookie|dpop|x-api-key)(\\s*[:=]\\s*)(?!\\[hidden\\])[^\\r\\n]+",
    "\\1\\2[hidden]" },
  { "\\b(bearer|basic|dpop)\\s+[^\\s\"',]+", "\\1 [hidden]" },
  { "([\\w-]*(?:token|secret|passw|passphrase|verifier|jwt|api[_-]?key|\\bcode)\\w*[\"']?\\s*[:=]\\s*)"
    "(?:\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|[^\\s&,;}\"']+)",
    "\\1[hidden]" },
  { "\\beyJ[\\w-]+(?:\\.[\\w-]*)*", "[hidden]" },
  /* Who it is about. */
  { "//[^/\\s@\"]+@", "//[hidden]@" },
  { "[\\w.+%!#$&*/=?^`{|}~'-]+(?:@|%40)[\\w-]+(?:\\.[\\w-]+)*(?::\\d+)?", "[address]" },
  /* What was asked for. */
  { "\\?[^\\s\"'<>]+", "?[hidden]" },
};

static GRegex *
get_rule (guint i)
{
  static GRegex *compiled[G_N_ELEMENTS (rules)];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        {
          /* Bytes, not characters: what a server sends need not be UTF-8. */
          compiled[j] = g_regex_new (rules[j].pattern, G_REGEX_CASELESS | G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
          g_assert (compiled[j] != NULL);
        }
      g_once_init_leave (&is_ready, 1);
    }
  return compiled[i];
}

static gboolean
has_secret_header (const char *line)
{
  return g_regex_match (get_rule (0), line, 0, NULL);
}

static void
flush_line (HeedRedactor *self, GString *out)
{
  gboolean is_folded = self->in_secret_header && (self->line->str[0] == ' ' || self->line->str[0] == '\t');

  if (self->line_too_long || is_folded)
    {
      g_string_append (out, "[hidden]");
    }
  else
    {
      g_autofree char *text = g_memdup2 (self->line->str, self->line->len + 1);

      for (char *c = text; c < text + self->line->len; c++)
        if (*c == '\0')
          *c = ' ';
      self->in_secret_header = has_secret_header (text);
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        {
          char *clean = g_regex_replace (get_rule (i), text, -1, 0, rules[i].replacement, 0, NULL);

          g_free (text);
          text = clean != NULL ? clean : g_strdup ("[hidden]");
        }
      g_string_append (out, text);
    }
  g_string_truncate (self->line, 0);
  self->line_too_long = FALSE;
}

/**
 * heed_redactor_new: makes what takes secrets and personal data out of a log.
 *
 * It works line by line and holds an unfinished line back, so that a secret
 * that arrives in pieces is still seen whole.
 *
 * Returns: (transfer full): the redactor
 */
HeedRedactor *
heed_redactor_new (void)
{
  HeedRedactor *self = g_new0 (HeedRedactor, 1);

  self->line = g_string_new (NULL);
  return self;
}

void
heed_redactor_free (HeedRedactor *self)
{
  if (self == NULL)
    return;
  g_string_free (self->line, TRUE);
  g_free (self);
}

/** heed_redactor_push: takes the next @length bytes; the lines they complete are appended to @out. */
void
heed_redactor_push (HeedRedactor *self, const char *data, gsize length, GString *out)
{
  g_return_if_fail (self != NULL && out != NULL && (data != NULL || length == 0));

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '\n')
        {
          flush_line (self, out);
          g_string_append_c (out, '\n');
        }
      else if (self->line->len < LONGEST_LINE)
        {
          g_string_append_c (self->line, data[i]);
        }
      else
        {
          self->line_too_long = TRUE;
        }
    }
}

/** heed_redactor_finish: appends what was held back of the last, unfinished line. */
void
heed_redactor_finish (HeedRedactor *self, GString *out)
{
  g_return_if_fail (self != NULL && out != NULL);

  if (self->line->len > 0)
    flush_line (self, out);
}

/** heed_redact: (transfer full): @text without tokens, addresses and query strings. */
char *
heed_redact (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (HeedRedactor) self = heed_redactor_new ();
  GString *out = g_string_new (NULL);

  heed_redactor_push (self, text, strlen (text), out);
  heed_redactor_finish (self, out);
  return g_string_free (out, FALSE);
}
