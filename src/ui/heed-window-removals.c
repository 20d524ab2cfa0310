/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is removed at once, without a question, and comes back with Undo. */

#include "heed-window-private.h"

#include <glib/gi18n.h>

#include "heed-sample.h"
#include "heed-toast.h"

static void
sample_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!heed_sample_load_finish (HEED_CONTEXT (source), result, &error))
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    heed_window_load (self);
}

static void
load_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);

  heed_sample_load_async (heed_library_get_context (self->library), self->cancellable, sample_loaded_cb,
                          g_object_ref (self));
}

static void
sample_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!heed_sample_remove_finish (HEED_CONTEXT (source), result, &error))
    {
      heed_window_say_error (self, error);
      return;
    }
  if (self->library == NULL)
    return;
  heed_toast_say_with_undo (self->toasts, GTK_WIDGET (self), _ ("The sample data are gone."), "win.load-sample", NULL);
  heed_window_load (self);
}

static void
remove_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);

  heed_sample_remove_async (heed_library_get_context (self->library), self->cancellable, sample_removed_cb,
                            g_object_ref (self));
}

static void
case_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDeletedCase) deleted = heed_library_delete_case_finish (HEED_LIBRARY (source), result, &error);

  if (deleted == NULL)
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    {
      heed_toast_say_with_undo (self->toasts, GTK_WIDGET (self), _ ("The case is deleted."), "win.restore-case",
                                g_variant_new_int64 (deleted->the_case->id));
      g_ptr_array_add (self->deleted_cases, g_steal_pointer (&deleted));
    }
}

static void
delete_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  HeedCaseItem *item = heed_library_find_case (self->library, g_variant_get_int64 (parameter));

  if (item != NULL)
    heed_library_delete_case_async (self->library, item, NULL, case_deleted_cb, g_object_ref (self));
}

static void
case_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_restore_case_finish (HEED_LIBRARY (source), result, &error);

  if (item == NULL)
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    heed_window_show_case (self, item);
}

static void
restore_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; i < self->deleted_cases->len; i++)
    if (((const HeedDeletedCase *) self->deleted_cases->pdata[i])->the_case->id == id)
      {
        heed_library_restore_case_async (self->library, g_ptr_array_steal_index (self->deleted_cases, i), NULL,
                                         case_restored_cb, g_object_ref (self));
        return;
      }
}

static void
company_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDeletedCompany) deleted = heed_library_delete_company_finish (HEED_LIBRARY (source), result, &error);

  if (deleted == NULL)
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("“%s” is deleted."), deleted->name);

      heed_toast_say_with_undo (self->toasts, GTK_WIDGET (self), sentence, "win.restore-company",
                                g_variant_new_string (deleted->name));
      g_ptr_array_add (self->deleted_companies, g_steal_pointer (&deleted));
    }
}

static void
delete_company (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  HeedCompanyItem *item = heed_library_find_company (self->library, g_variant_get_string (parameter, NULL));

  if (item != NULL)
    heed_library_delete_company_async (self->library, item, NULL, company_deleted_cb, g_object_ref (self));
}

static void
company_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedCompanyItem *item = heed_library_restore_company_finish (HEED_LIBRARY (source), result, &error);

  if (item == NULL)
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    heed_window_show_company (self, item);
}

static void
restore_company (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  const char *company = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->deleted_companies->len; i++)
    if (g_strcmp0 (((const HeedDeletedCompany *) self->deleted_companies->pdata[i])->name, company) == 0)
      {
        heed_library_restore_company_async (self->library, g_ptr_array_steal_index (self->deleted_companies, i), NULL,
                                            company_restored_cb, g_object_ref (self));
        return;
      }
}

/** heed_window_install_removals: the actions that remove, and those of their Undo. */
void
heed_window_install_removals (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.load-sample", NULL, load_sample);
  gtk_widget_class_install_action (widget_class, "win.remove-sample", NULL, remove_sample);
  gtk_widget_class_install_action (widget_class, "win.delete-case", "x", delete_case);
  gtk_widget_class_install_action (widget_class, "win.restore-case", "x", restore_case);
  gtk_widget_class_install_action (widget_class, "win.delete-company", "s", delete_company);
  gtk_widget_class_install_action (widget_class, "win.restore-company", "s", restore_company);
}
