/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-about-me.h"

struct _HeedAboutMe
{
  AdwBin parent_instance;

  gboolean is_filling;
  GtkEditable *name_row;
  GtkEditable *email_row;
  GtkEditable *phone_row;
  GtkEditable *postcode_row;
  GtkEditable *address_row;
};

static const struct
{
  gsize row;
  gsize fact;
  gsize identity;
} fields[] = {
  { G_STRUCT_OFFSET (HeedAboutMe, name_row), G_STRUCT_OFFSET (HeedFacts, my_name),
    G_STRUCT_OFFSET (HeedIdentity, name) },
  { G_STRUCT_OFFSET (HeedAboutMe, email_row), G_STRUCT_OFFSET (HeedFacts, my_email),
    G_STRUCT_OFFSET (HeedIdentity, email) },
  { G_STRUCT_OFFSET (HeedAboutMe, phone_row), G_STRUCT_OFFSET (HeedFacts, my_phone),
    G_STRUCT_OFFSET (HeedIdentity, phone) },
  { G_STRUCT_OFFSET (HeedAboutMe, postcode_row), G_STRUCT_OFFSET (HeedFacts, my_postcode),
    G_STRUCT_OFFSET (HeedIdentity, postcode) },
  { G_STRUCT_OFFSET (HeedAboutMe, address_row), G_STRUCT_OFFSET (HeedFacts, my_address),
    G_STRUCT_OFFSET (HeedIdentity, address) },
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HeedAboutMe, heed_about_me, ADW_TYPE_BIN)

static GtkEditable *
get_row (HeedAboutMe *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, fields[i].row);
}

static void
show (HeedAboutMe *self, guint i, const char *text)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (get_row (self, i), text != NULL ? text : "");
  self->is_filling = FALSE;
}

static void
take (HeedAboutMe *self, guint i, char **field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_row (self, i))));

  g_free (*field);
  *field = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
changed_cb (HeedAboutMe *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
heed_about_me_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_ABOUT_ME);
  G_OBJECT_CLASS (heed_about_me_parent_class)->dispose (object);
}

static void
heed_about_me_class_init (HeedAboutMeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_about_me_dispose;
  changed_signal = g_signal_new ("changed", HEED_TYPE_ABOUT_ME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-about-me.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAboutMe, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedAboutMe, email_row);
  gtk_widget_class_bind_template_child (widget_class, HeedAboutMe, phone_row);
  gtk_widget_class_bind_template_child (widget_class, HeedAboutMe, postcode_row);
  gtk_widget_class_bind_template_child (widget_class, HeedAboutMe, address_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
heed_about_me_init (HeedAboutMe *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_about_me_show: fills the rows with @facts. */
void
heed_about_me_show (HeedAboutMe *self, const HeedFacts *facts)
{
  g_return_if_fail (HEED_IS_ABOUT_ME (self) && facts != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    show (self, i, G_STRUCT_MEMBER (char *, facts, fields[i].fact));
}

/** heed_about_me_show_identity: fills in what the user told before, where nothing is typed. */
void
heed_about_me_show_identity (HeedAboutMe *self, const HeedIdentity *identity)
{
  g_return_if_fail (HEED_IS_ABOUT_ME (self) && identity != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*gtk_editable_get_text (get_row (self, i)) == '\0')
      show (self, i, G_STRUCT_MEMBER (char *, identity, fields[i].identity));
}

/** heed_about_me_read: puts what is typed into @facts. */
void
heed_about_me_read (HeedAboutMe *self, HeedFacts *facts)
{
  g_return_if_fail (HEED_IS_ABOUT_ME (self) && facts != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    take (self, i, &G_STRUCT_MEMBER (char *, facts, fields[i].fact));
}

/** heed_about_me_read_identity: puts what is typed into @identity, and leaves the rest of it alone. */
void
heed_about_me_read_identity (HeedAboutMe *self, HeedIdentity *identity)
{
  g_return_if_fail (HEED_IS_ABOUT_ME (self) && identity != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    take (self, i, &G_STRUCT_MEMBER (char *, identity, fields[i].identity));
}
