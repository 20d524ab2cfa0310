/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-formal-first.h"

#include <glib/gi18n.h>

#include "heed-date-row.h"

struct _HeedFormalFirst
{
  GtkBox parent_instance;

  gint64 now;

  GtkWidget *done_button;
  GtkWidget *done_box;
  GtkEditable *number_row;
  AdwComboRow *channel_row;
  HeedDateRow *when_row;
  GtkLabel *problem_label;
};

static guint noted_signal;

/* The words of the row in the template, from top to bottom. */
static const char *const channels[] = { "email", "form", "phone" };

G_DEFINE_FINAL_TYPE (HeedFormalFirst, heed_formal_first, GTK_TYPE_BOX)

static void
changed_cb (HeedFormalFirst *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
}

static void
complain (HeedFormalFirst *self, const char *sentence, GtkWidget *field)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_add_css_class (field, "error");
  gtk_widget_grab_focus (field);
}

static void
ask_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_formal_first_ask (HEED_FORMAL_FIRST (widget));
}

static void
note_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedFormalFirst *self = HEED_FORMAL_FIRST (widget);
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->number_row)));
  gint64 when = 0;

  if (*number == '\0')
    {
      complain (self, _ ("Write the number they gave you: it is how they find you."), GTK_WIDGET (self->number_row));
      return;
    }
  if (!heed_date_row_get_time (self->when_row, &when) || when > self->now)
    {
      complain (self, _ ("Write the day as 2026-03-05; it cannot be one that is still to come."),
                GTK_WIDGET (self->when_row));
      return;
    }

  const char *channel = channels[MIN (adw_combo_row_get_selected (self->channel_row), G_N_ELEMENTS (channels) - 1)];
  g_autoptr (HeedEvent) event = heed_event_new (g_str_equal (channel, "phone") ? HEED_EVENT_CALL : HEED_EVENT_SENT,
                                                when != 0 ? when : self->now);
  event->channel = g_strdup (channel);
  event->reference = g_strdup (number);
  gtk_editable_set_text (self->number_row, "");
  gtk_widget_set_visible (self->done_box, FALSE);
  gtk_widget_set_visible (self->done_button, TRUE);
  g_signal_emit (self, noted_signal, 0, event);
}

/* Enter goes on, here to the end of this small form. */
static void
entry_activated_cb (HeedFormalFirst *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "formal.note", NULL);
}

static void
heed_formal_first_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_FORMAL_FIRST);
  G_OBJECT_CLASS (heed_formal_first_parent_class)->dispose (object);
}

static void
heed_formal_first_class_init (HeedFormalFirstClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_formal_first_dispose;
  noted_signal = g_signal_new ("noted", HEED_TYPE_FORMAL_FIRST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_POINTER);
  g_type_ensure (HEED_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-formal-first.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, done_button);
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, done_box);
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, number_row);
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, channel_row);
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, when_row);
  gtk_widget_class_bind_template_child (widget_class, HeedFormalFirst, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "formal.ask", NULL, ask_activated_cb);
  gtk_widget_class_install_action (widget_class, "formal.note", NULL, note_activated_cb);
}

static void
heed_formal_first_init (HeedFormalFirst *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_formal_first_set_clock: in which zone days are meant, and which is today; today is proposed. */
void
heed_formal_first_set_clock (HeedFormalFirst *self, GTimeZone *zone, gint64 now)
{
  g_return_if_fail (HEED_IS_FORMAL_FIRST (self) && zone != NULL);

  self->now = now;
  heed_date_row_set_clock (self->when_row, zone, now);
  heed_date_row_set_time (self->when_row, now);
}

/** heed_formal_first_ask: asks for the number and the day, as if the button had been pressed. */
void
heed_formal_first_ask (HeedFormalFirst *self)
{
  g_return_if_fail (HEED_IS_FORMAL_FIRST (self));

  gtk_widget_set_visible (self->done_box, TRUE);
  gtk_widget_set_visible (self->done_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
}
