/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a reply is one of many that are nearly the same is known when the last one was read. Until then the lines
 * wait in a temporary file without a name; of each, 24 bytes stay in memory, and about 60 more while its company is
 * judged. */

#include "heed-command-classify-lines.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "heed-error.h"
#include "heed-interner.h"
#include "heed-near-duplicates.h"

typedef struct
{
  HeedFingerprint fingerprint;
  guint32 company;
  guint8 is_signed;
  guint8 automated;
} Line;

struct _HeedClassifyLines
{
  FILE *spool;
  GArray *lines;
  HeedInterner companies;
};

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error (
    error, HEED_ERROR, HEED_ERROR_REFUSED,
    /* Translators: why, in the words of the system. */
    _ ("The replies cannot be kept in a temporary file: %s. Make room there, or set TMPDIR to another folder."), why);
  return FALSE;
}

/** heed_classify_lines_new: (transfer full) (nullable): no lines yet; %NULL where no temporary file can be made. */
HeedClassifyLines *
heed_classify_lines_new (GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) problem = NULL;
  int descriptor = g_file_open_tmp ("heedctl-XXXXXX", &path, &problem);

  if (descriptor < 0)
    {
      refuse (problem->message, error);
      return NULL;
    }
  /* Nobody else needs to find it, and it is gone with the program however that ends. */
  remove (path);
  FILE *spool = fdopen (descriptor, "w+");
  if (spool == NULL)
    {
      refuse (g_strerror (errno), error);
      g_close (descriptor, NULL);
      return NULL;
    }

  HeedClassifyLines *lines = g_new0 (HeedClassifyLines, 1);
  lines->spool = spool;
  lines->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  heed_interner_init (&lines->companies);
  return lines;
}

void
heed_classify_lines_free (HeedClassifyLines *lines)
{
  if (lines == NULL)
    return;
  fclose (lines->spool);
  g_array_unref (lines->lines);
  heed_interner_clear (&lines->companies);
  g_free (lines);
}

/**
 * heed_classify_lines_add: takes in what was read of one reply.
 * @company: whose replies it is compared with; names are compared without regard to case
 * @signature: (nullable): who signed it
 * @says_so: its words say that a machine writes
 * @text: the JSON object to print, which must not be empty
 */
void
heed_classify_lines_add (HeedClassifyLines *lines, const char *company, const char *reply, const char *signature,
                         gboolean says_so, const char *text)
{
  g_return_if_fail (lines != NULL && company != NULL && reply != NULL && text != NULL);

  g_autofree char *lower = g_ascii_strdown (company, -1);
  Line line = {
    .company = heed_interner_add (&lines->companies, lower),
    .is_signed = signature != NULL,
    .automated = says_so ? HEED_AUTOMATED_YES : HEED_AUTOMATED_UNKNOWN,
  };

  heed_fingerprint_read (reply, signature, &line.fingerprint);
  g_array_append_val (lines->lines, line);
  fprintf (lines->spool, "%s\n", text);
}

/* The numbers of the lines, those of one company together; @starts gets where each company begins. */
static guint32 *
sort_by_company (const HeedClassifyLines *lines, guint n_companies, guint *starts)
{
  guint32 *order = g_new (guint32, MAX (lines->lines->len, 1));
  g_autofree guint *filled = g_new0 (guint, n_companies + 1);

  for (guint i = 0; i < lines->lines->len; i++)
    starts[g_array_index (lines->lines, Line, i).company + 1]++;
  for (guint i = 0; i < n_companies; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < lines->lines->len; i++)
    {
      guint32 company = g_array_index (lines->lines, Line, i).company;

      order[starts[company] + filled[company]++] = i;
    }
  return order;
}

/* Judges the @n lines of one company. */
static void
judge_company (HeedClassifyLines *lines, const guint32 *order, guint n)
{
  g_autofree HeedReply *replies = g_new0 (HeedReply, n);

  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (lines->lines, Line, order[i]);

      replies[i].fingerprint = line->fingerprint;
      replies[i].agent = line->is_signed ? 0 : HEED_NO_AGENT;
    }
  g_autofree HeedAutomated *judged = heed_automation_judge (replies, n);
  for (guint i = 0; i < n; i++)
    {
      Line *line = &g_array_index (lines->lines, Line, order[i]);

      if (line->automated != HEED_AUTOMATED_YES)
        line->automated = (guint8) judged[i];
    }
}

static void
judge (HeedClassifyLines *lines)
{
  guint n_companies = lines->companies.strings->len;
  g_autofree guint *starts = g_new0 (guint, n_companies + 1);
  g_autofree guint32 *order = sort_by_company (lines, n_companies, starts);

  for (guint i = 0; i < n_companies; i++)
    judge_company (lines, order + starts[i], starts[i + 1] - starts[i]);
}

/**
 * heed_classify_lines_print: prints the lines in the order in which they came, each with what is known now.
 *
 * Returns: %FALSE with one of #HeedError where the temporary file did not hold them
 */
gboolean
heed_classify_lines_print (HeedClassifyLines *lines, HeedCommandLine *command_line, GError **error)
{
  static const char *const words[] = { "null", "false", "true" };
  g_autofree char *text = NULL;
  size_t size = 0;

  g_return_val_if_fail (lines != NULL && command_line != NULL, FALSE);

  judge (lines);
  if (fflush (lines->spool) != 0 || ferror (lines->spool) || fseek (lines->spool, 0, SEEK_SET) != 0)
    return refuse (g_strerror (errno), error);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      ssize_t length = getline (&text, &size, lines->spool);

      if (length < 2)
        return refuse (g_strerror (errno), error);
      /* The object's closing brace and the line break make room for the last key. */
      text[length - 2] = '\0';
      fprintf (command_line->out, "%s,\"automated\":%s}\n", text,
               words[g_array_index (lines->lines, Line, i).automated]);
    }
  return TRUE;
}
