/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-copying.h"

#include <glib/gi18n.h>

/* What is done by then needs no progress, which would only flash. */
#define SHOW_DELAY_MS 500

struct _HeedCopying
{
  GtkBox parent_instance;

  GCancellable *cancellable;
  guint n_running;
  guint show_source;

  GtkLabel *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (HeedCopying, heed_copying, GTK_TYPE_BOX)

static void
say_how_many (HeedCopying *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Copying %u file", "Copying %u files", self->n_running),
                                           self->n_running);

  gtk_label_set_label (self->label, text);
}

static gboolean
show_cb (gpointer user_data)
{
  HeedCopying *self = user_data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
cancel_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (HEED_COPYING (widget)->cancellable);
}

static void
heed_copying_dispose (GObject *object)
{
  HeedCopying *self = HEED_COPYING (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_COPYING);
  G_OBJECT_CLASS (heed_copying_parent_class)->dispose (object);
}

static void
heed_copying_class_init (HeedCopyingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_copying_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-copying.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedCopying, label);
  gtk_widget_class_bind_template_child (widget_class, HeedCopying, bar);
  gtk_widget_class_install_action (widget_class, "copying.cancel", NULL, cancel_activated_cb);
}

static void
heed_copying_init (HeedCopying *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_copying_begin: (transfer none): one more file is copied; what cancels it, with all others. */
GCancellable *
heed_copying_begin (HeedCopying *self)
{
  g_return_val_if_fail (HEED_IS_COPYING (self), NULL);

  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  if (self->n_running++ == 0)
    self->show_source = g_timeout_add (SHOW_DELAY_MS, show_cb, self);
  say_how_many (self);
  return self->cancellable;
}

/** heed_copying_set: how many bytes of a file are @done of @all, 0 where that is not known. */
void
heed_copying_set (HeedCopying *self, goffset done, goffset all)
{
  g_return_if_fail (HEED_IS_COPYING (self));

  /* Several at once have no common end. */
  if (all > 0 && self->n_running == 1)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) done / (double) all));
  else
    gtk_progress_bar_pulse (self->bar);
}

/** heed_copying_end: one file less is copied, whatever became of it. */
void
heed_copying_end (HeedCopying *self)
{
  g_return_if_fail (HEED_IS_COPYING (self) && self->n_running > 0);

  if (--self->n_running > 0)
    {
      say_how_many (self);
      return;
    }
  g_clear_handle_id (&self->show_source, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
