/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-sidebar-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "heed-company-item.h"

struct _HeedSidebarRow
{
  GtkListBoxRow parent_instance;

  GObject *item;
  AdwAvatar *avatar;
  GtkLabel *company;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *pill;
  GMenuModel *menu;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (HeedSidebarRow, heed_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

/* What a row shows, whichever kind of item it stands for; an empty text where it has nothing to say. */
typedef struct
{
  const char *company;
  const char *title;
  const char *subtitle;
  const char *pill;
  gboolean is_due;
  gboolean is_sample;
} Shown;

/* All that is shown, as a screen reader says it. */
static char *
dup_name (const char *company, const char *title, const char *subtitle, const char *pill)
{
  const char *const parts[] = { company, title, subtitle, pill };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  return g_strdup (name->str);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show (HeedSidebarRow *self, const Shown *shown)
{
  /* A case that was only begun has no company, or nothing but its name. */
  const char *company = *shown->company != '\0' ? shown->company : shown->title;
  const char *title = g_str_equal (company, shown->title) ? "" : shown->title;
  g_autofree char *subtitle
    /* Translators: what comes after the dot is about something that was invented for looking around. */
    = shown->is_sample ? g_strdup_printf (_ ("Sample · %s"), shown->subtitle) : g_strdup (shown->subtitle);
  g_autofree char *name = dup_name (company, title, subtitle, shown->pill);

  adw_avatar_set_text (self->avatar, shown->company);
  set_text (self->company, company);
  set_text (self->title, title);
  set_text (self->subtitle, subtitle);
  set_text (self->pill, shown->pill);
  if (shown->is_due)
    gtk_widget_add_css_class (GTK_WIDGET (self->pill), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pill), "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_case (HeedSidebarRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *company = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *pill = NULL;
  Shown shown = { NULL };

  g_object_get (self->item, "title", &title, "company", &company, "subtitle", &subtitle, "pill", &pill, "is-due",
                &shown.is_due, "is-sample", &shown.is_sample, NULL);
  shown.title = title != NULL ? title : "";
  shown.company = company != NULL ? company : "";
  shown.subtitle = subtitle;
  shown.pill = pill;
  show (self, &shown);
  /* The case may stand under another heading now. */
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (self));
}

static void
show_company (HeedSidebarRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *verdict = NULL;
  Shown shown = { NULL };

  g_object_get (self->item, "name", &name, "summary", &summary, "verdict", &verdict, "is-sample", &shown.is_sample,
                NULL);
  shown.company = name;
  shown.title = "";
  shown.subtitle = summary != NULL ? summary : "";
  shown.pill = verdict;
  show (self, &shown);
}

/* The menu is about the row that has the focus. */
static void
show_menu (HeedSidebarRow *self, const GdkRectangle *where)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), where);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_pressed_cb (HeedSidebarRow *self, int n_press, double x, double y)
{
  show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
menu_held_cb (HeedSidebarRow *self, double x, double y)
{
  show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* No action of the class: an assistive technology would take it for what a row is there for. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  show_menu (HEED_SIDEBAR_ROW (widget),
             &(GdkRectangle){ gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget), 1, 1 });
  return TRUE;
}

static void
heed_sidebar_row_dispose (GObject *object)
{
  HeedSidebarRow *self = HEED_SIDEBAR_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (heed_sidebar_row_parent_class)->dispose (object);
}

static void
heed_sidebar_row_class_init (HeedSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_sidebar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/heed-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, company);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, pill);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebarRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_held_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
heed_sidebar_row_init (HeedSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_sidebar_row_new: (transfer full): a row for a #HeedCaseItem or a #HeedCompanyItem, which it follows. */
GtkWidget *
heed_sidebar_row_new (GObject *item)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (item) || HEED_IS_COMPANY_ITEM (item), NULL);

  HeedSidebarRow *self = g_object_new (HEED_TYPE_SIDEBAR_ROW, NULL);

  self->item = g_object_ref (item);
  if (HEED_IS_CASE_ITEM (item))
    {
      show_case (self);
      g_signal_connect_object (item, "notify::case", G_CALLBACK (show_case), self, G_CONNECT_SWAPPED);
    }
  else
    {
      show_company (self);
      g_signal_connect_object (item, "notify::accounts", G_CALLBACK (show_company), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}

/** heed_sidebar_row_get_item: (transfer none): what the row stands for. */
GObject *
heed_sidebar_row_get_item (HeedSidebarRow *self)
{
  g_return_val_if_fail (HEED_IS_SIDEBAR_ROW (self), NULL);
  return self->item;
}

/** heed_sidebar_row_get_section: under which heading it stands. */
HeedSection
heed_sidebar_row_get_section (HeedSidebarRow *self)
{
  g_return_val_if_fail (HEED_IS_SIDEBAR_ROW (self), HEED_SECTION_COMPANIES);
  return HEED_IS_CASE_ITEM (self->item) ? heed_case_item_get_section (HEED_CASE_ITEM (self->item))
                                        : HEED_SECTION_COMPANIES;
}
