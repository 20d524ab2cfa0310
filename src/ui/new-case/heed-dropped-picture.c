/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture that is dropped as such, and not as a file: packed on a thread of its own, for that takes a while. */

#include "heed-dropped-picture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "heed-error.h"

/* What a picture shows is nobody's business: it does not stay where every program may look. */
static void
remove_with_folder (gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  /* Translators: the name of the file for a picture that was dropped without one. */
  g_autofree char *name = g_strconcat (_ ("Picture"), ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || !gdk_texture_save_to_png (task_data, path))
    {
      if (path != NULL)
        remove_with_folder (g_steal_pointer (&path));
      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_REFUSED,
                               _ ("The picture could not be read. Save it as a file and add that."));
      return;
    }
  GFile *file = g_file_new_for_path (path);
  g_object_set_data_full (G_OBJECT (file), "heed-dropped-picture", g_steal_pointer (&path), remove_with_folder);
  g_task_return_pointer (task, file, g_object_unref);
}

/** heed_dropped_picture_save_async: makes a file of @texture that can be copied. */
void
heed_dropped_picture_save_async (GdkTexture *texture, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, heed_dropped_picture_save_async);
  g_task_set_task_data (task, g_object_ref (texture), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

/** heed_dropped_picture_save_finish: (transfer full): the file, which is deleted with its last reference. */
GFile *
heed_dropped_picture_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
