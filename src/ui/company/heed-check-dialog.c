/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-check-dialog.h"

#include <glib/gi18n.h>

#include "heed-typed.h"

struct _HeedCheckDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  GCancellable *cancellable;
  GtkWidget *intro;
  GtkEditable *address;
  GtkStack *buttons;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  GtkLabel *problem_label;
};

/* What was typed and not read is there when the dialog is opened again, in whichever window: it hangs on the library.
 */
#define TYPED_KEY "heed-check-dialog-typed"

static guint checked_signal;

G_DEFINE_FINAL_TYPE (HeedCheckDialog, heed_check_dialog, ADW_TYPE_WINDOW)

/* @address: (nullable): none once it is read. */
static void
keep_typed (HeedCheckDialog *self, const char *address)
{
  g_object_set_data_full (G_OBJECT (self->library), TYPED_KEY, g_strdup (address), g_free);
}

static void
update_actions (HeedCheckDialog *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));
  gboolean is_checking = self->cancellable != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.start", !is_checking && *address != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.stop", is_checking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !is_checking);
  gtk_stack_set_visible_child_name (self->buttons, is_checking ? "stop" : "start");
  gtk_widget_set_visible (self->progress_box, is_checking);
}

static void
show_failure (HeedCheckDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
  /* Large letters on a phone leave no room for both. */
  gtk_widget_set_visible (self->intro, sentence == NULL);
}

static void
progress_made_cb (const char *what, guint64 done, guint64 expected, gpointer user_data)
{
  HeedCheckDialog *self = user_data;

  /* A closed dialog waits for the check to stop. */
  if (self->progress == NULL)
    return;
  gtk_label_set_label (self->progress_label, what);
  if (expected > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) done / (double) expected));
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCheckDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedChecked *checked = heed_check_account_finish (HEED_CONTEXT (source), result, &error);

  g_clear_object (&self->cancellable);
  if (checked != NULL)
    {
      HeedCompanyItem *item = heed_library_take_checked (self->library, checked);

      if (self->address != NULL)
        {
          g_signal_emit (self, checked_signal, 0, item);
          gtk_window_destroy (GTK_WINDOW (self));
        }
      keep_typed (self, NULL);
      return;
    }
  /* Something may have been read all the same, and the store keeps it. */
  heed_library_reload (self->library);
  if (self->address == NULL)
    return;
  show_failure (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                        ? _ ("Stopped. What was read so far is kept; check again to read on.")
                        : error->message);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCheckDialog *self = HEED_CHECK_DIALOG (widget);
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));
  HeedCheckOptions options = { .progress = progress_made_cb, .user_data = self };

  if (self->cancellable != NULL || *address == '\0')
    return;
  self->cancellable = g_cancellable_new ();
  show_failure (self, NULL);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_label (self->progress_label, "");
  update_actions (self);
  heed_check_account_async (heed_library_get_context (self->library), address, &options, self->cancellable, checked_cb,
                            g_object_ref (self));
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (HEED_CHECK_DIALOG (widget)->cancellable);
}

static void
address_activated_cb (HeedCheckDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "check.start", NULL);
}

static gboolean
heed_check_dialog_close_request (GtkWindow *window)
{
  HeedCheckDialog *self = HEED_CHECK_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (heed_check_dialog_parent_class)->close_request (window);
}

static void
heed_check_dialog_dispose (GObject *object)
{
  HeedCheckDialog *self = HEED_CHECK_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->address != NULL)
    keep_typed (self, gtk_editable_get_text (self->address));
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_CHECK_DIALOG);
  G_OBJECT_CLASS (heed_check_dialog_parent_class)->dispose (object);
}

static void
heed_check_dialog_finalize (GObject *object)
{
  HeedCheckDialog *self = HEED_CHECK_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (heed_check_dialog_parent_class)->finalize (object);
}

static void
heed_check_dialog_class_init (HeedCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_check_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_check_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = heed_check_dialog_close_request;

  checked_signal = g_signal_new ("checked", HEED_TYPE_CHECK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, HEED_TYPE_COMPANY_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, address);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HeedCheckDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, address_activated_cb);

  gtk_widget_class_install_action (widget_class, "check.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "check.stop", NULL, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
heed_check_dialog_init (HeedCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/** heed_check_dialog_new: (transfer none): a dialog that adds what it reads to @library. */
HeedCheckDialog *
heed_check_dialog_new (HeedLibrary *library)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);

  HeedCheckDialog *self = g_object_new (HEED_TYPE_CHECK_DIALOG, NULL);

  self->library = g_object_ref (library);
  heed_typed_show (self->address, g_object_get_data (G_OBJECT (library), TYPED_KEY));
  return self;
}

/** heed_check_dialog_check: looks at @address at once, as if it had been typed. */
void
heed_check_dialog_check (HeedCheckDialog *self, const char *address)
{
  g_return_if_fail (HEED_IS_CHECK_DIALOG (self) && address != NULL);

  gtk_editable_set_text (self->address, address);
  gtk_widget_activate_action (GTK_WIDGET (self), "check.start", NULL);
}
