/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of cases: a copy each in documents/CASE/ of the data folder, under a name that no file of the user can
 * clash with. A row in the store makes it a document; what no row names is swept away. */

#include "heed-document-files.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "heed-document-records.h"
#include "heed-error.h"

#define FOLDER "documents"
#define CHUNK_BYTES (64 * 1024)
/* A longer one is no extension but a part of the name. */
#define MOST_EXTENSION 8

static char *
dup_case_folder (const char *data_folder, gint64 case_id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, case_id);

  return g_build_filename (data_folder, FOLDER, number, NULL);
}

/** heed_document_files_dup_path: (transfer full): where the copy called @file is. */
char *
heed_document_files_dup_path (const char *data_folder, gint64 case_id, const char *file)
{
  g_return_val_if_fail (data_folder != NULL && file != NULL, NULL);

  g_autofree char *folder = dup_case_folder (data_folder, case_id);
  return g_build_filename (folder, file, NULL);
}

/* Unique, and with the extension by which other programs know what it is. */
static char *
dup_file_name (const char *name)
{
  g_autofree char *unique = g_uuid_string_random ();
  const char *dot = strrchr (name, '.');
  gsize length = dot != NULL ? strlen (dot + 1) : 0;

  if (length == 0 || length > MOST_EXTENSION)
    return g_steal_pointer (&unique);
  for (const char *c = dot + 1; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return g_steal_pointer (&unique);
  return g_strconcat (unique, dot, NULL);
}

/* What is copied, and who wants to know how far it is. */
typedef struct
{
  const char *name;
  goffset expected;
  GFileProgressCallback progress;
  gpointer progress_data;
} Copy;

static gboolean
set_size_error (const char *name, GError **error)
{
  g_autofree char *most = g_format_size_full (HEED_DOCUMENT_MOST_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("“%1$s” is larger than %2$s. Add a smaller copy, or a picture of the part that matters."), name,
               most);
  return FALSE;
}

/* What a person can do about it differs; the name says which of the dropped files it was. */
static void
set_file_error (const char *name, const GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 _ ("“%s” is no longer there. Look where it went and add it from there."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("There is no room left on the disk for “%s”. Make room and add it again."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("“%s” may not be read. Copy it to your own folder and add that."), name);
  else
    /* Translators: the second is the system's own reason. */
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED, _ ("“%1$s” could not be copied: %2$s. Try it again."), name,
                 reason->message);
}

static gboolean
check_kind (GFileInfo *info, GError **error)
{
  const char *name = g_file_info_get_display_name (info);

  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      break;
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED, _ ("“%s” is a folder. Open it and add the files you need."),
                   name);
      return FALSE;
    case G_FILE_TYPE_SYMBOLIC_LINK:
      /* One that can be followed has the type of what it leads to. */
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("“%s” is a link that leads to no file. Add the file itself."), name);
      return FALSE;
    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    default:
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED, _ ("“%s” is no file. Add a picture or a document."), name);
      return FALSE;
    }
  return g_file_info_get_size (info) <= HEED_DOCUMENT_MOST_BYTES || set_size_error (name, error);
}

/* The size is counted once more, because a file may grow, and some file systems do not tell. -1 when it did not go. */
static gssize
copy_bytes (const Copy *copy, GInputStream *in, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  g_autoptr (GError) reason = NULL;
  gssize total = 0;

  for (;;)
    {
      gssize n = g_input_stream_read (in, chunk, CHUNK_BYTES, cancellable, &reason);

      if (n == 0 && g_output_stream_close (out, cancellable, &reason))
        return total;
      total += n;
      if (n > 0 && total > HEED_DOCUMENT_MOST_BYTES)
        {
          set_size_error (copy->name, error);
          return -1;
        }
      if (n <= 0 || !g_output_stream_write_all (out, chunk, (gsize) n, NULL, cancellable, &reason))
        {
          set_file_error (copy->name, reason, error);
          return -1;
        }
      if (copy->progress != NULL)
        copy->progress (total, copy->expected, copy->progress_data);
    }
}

static gssize
copy_file (const Copy *copy, GFile *source, GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (source, cancellable, &reason);
  g_autoptr (GFileOutputStream) out = in != NULL ? g_file_create (target, G_FILE_CREATE_PRIVATE, cancellable, &reason)
                                                 : NULL;

  if (out == NULL)
    {
      set_file_error (copy->name, reason, error);
      return -1;
    }
  gssize size = copy_bytes (copy, G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), cancellable, error);
  if (size < 0)
    {
      g_output_stream_close (G_OUTPUT_STREAM (out), NULL, NULL);
      g_file_delete (target, NULL, NULL);
    }
  return size;
}

/**
 * heed_document_files_copy: copies a file into the case's own folder; blocks, so it is for a thread.
 * @now: Unix seconds
 * @progress: (nullable): called on the same thread with the bytes done and, 0 where the file system does not tell, all
 *
 * Returns: (transfer full): the document, to be stored; or one sentence on why not: %HEED_ERROR_REFUSED for a folder,
 * for what is larger than %HEED_DOCUMENT_MOST_BYTES, may not be read or finds no room, %HEED_ERROR_NOT_FOUND for what
 * is gone. Then nothing is left behind.
 */
HeedDocument *
heed_document_files_copy (GFile *source, const char *data_folder, gint64 case_id, gint64 now,
                          GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (G_IS_FILE (source) && data_folder != NULL, NULL);

  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
    source,
    G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                   "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
    G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL)
    {
      g_autofree char *base = g_file_get_basename (source);
      g_autofree char *name = g_filename_display_name (base != NULL ? base : "?");

      set_file_error (name, reason, error);
      return NULL;
    }
  if (!check_kind (info, error))
    return NULL;

  g_autofree char *file = dup_file_name (g_file_info_get_display_name (info));
  g_autoptr (HeedDocument) document = heed_document_new (g_file_info_get_display_name (info), file);
  g_autofree char *folder = dup_case_folder (data_folder, case_id);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  const Copy copy = { document->name, g_file_info_get_size (info), progress, progress_data };
  /* Where it fails, creating the file says why. */
  g_mkdir_with_parents (folder, 0700);
  document->size = copy_file (&copy, source, target, cancellable, error);
  if (document->size < 0)
    return NULL;
  const char *type = g_file_info_get_content_type (info);
  document->type = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  document->added_at = now;
  return g_steal_pointer (&document);
}

/** heed_document_files_sweep_case: deletes the files of a case that are no documents, or no longer. */
gboolean
heed_document_files_sweep_case (HeedDatabase *database, const char *data_folder, gint64 case_id, GError **error)
{
  g_return_val_if_fail (database != NULL && data_folder != NULL, FALSE);

  g_autofree char *folder = dup_case_folder (data_folder, case_id);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *file;

  while (files != NULL && (file = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      gboolean is_kept;

      if (!heed_document_records_has (database, case_id, file, &is_kept, error))
        return FALSE;
      if (!is_kept)
        g_unlink (path);
    }
  /* Only goes when it is empty. */
  g_rmdir (folder);
  return TRUE;
}

/**
 * heed_document_files_sweep: deletes the files of documents and cases that are gone.
 *
 * A file outlives its document so that taking it out can be undone; so this is called when nothing is left to undo:
 * when the window opens. What cannot be deleted stays for the next time.
 */
gboolean
heed_document_files_sweep (HeedDatabase *database, const char *data_folder, GError **error)
{
  g_return_val_if_fail (database != NULL && data_folder != NULL, FALSE);

  g_autofree char *root = g_build_filename (data_folder, FOLDER, NULL);
  g_autoptr (GDir) cases = g_dir_open (root, 0, NULL);
  const char *name;

  while (cases != NULL && (name = g_dir_read_name (cases)) != NULL)
    {
      guint64 id;

      if (g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT64, &id, NULL)
          && !heed_document_files_sweep_case (database, data_folder, (gint64) id, error))
        return FALSE;
    }
  return TRUE;
}
