/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out in pieces, each to be copied by itself: the fields of a web form, the posts of a thread. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-workshop.h"

/* Between the posts of a thread, and nowhere within one. */
#define BREAK "\n\n"

static gboolean
is_thread (HeedComposer *self)
{
  return self->rendition != NULL && g_strv_length (self->rendition->parts) > 1;
}

/** heed_composer_split: (transfer full): the posts that @text goes out as: one, unless it is a thread. */
char **
heed_composer_split (HeedComposer *self, const char *text)
{
  return g_strsplit (text, BREAK, is_thread (self) ? -1 : 1);
}

static HeedField *
field_new (const char *label, const char *value)
{
  HeedField *field = g_new0 (HeedField, 1);

  field->label = g_strdup (label);
  field->value = g_strdup (value);
  return field;
}

/* The message is the text below, and has the button for it. */
static void
add_form (HeedComposer *self, GPtrArray *values)
{
  const GPtrArray *fields = self->rendition->fields;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const HeedField *field = fields->pdata[i];

      if (!g_str_equal (field->name, "message"))
        g_ptr_array_add (values, field_new (field->label, field->value));
    }
}

static void
add_posts (HeedComposer *self, GPtrArray *values, const char *text)
{
  const HeedDraftOptions options = heed_composer_get_options (self);
  g_auto (GStrv) posts = heed_composer_split (self, text);
  const guint n = g_strv_length (posts);

  for (guint i = 0; is_thread (self) && i < n; i++)
    {
      HeedCount count;

      heed_workshop_measure (&options, posts[i], &count);
      /* Translators: a post of a thread: its place, of how many; and how many characters of how many it has. */
      g_autofree char *label = g_strdup_printf (_ ("Post %1$u of %2$u: %3$d/%4$d"), i + 1, n, (int) count.length,
                                                (int) count.limit);
      g_ptr_array_add (values, field_new (label, posts[i]));
    }
}

static gboolean
are_same (const GPtrArray *some, const GPtrArray *others)
{
  if (some == NULL || some->len != others->len)
    return FALSE;
  for (guint i = 0; i < some->len; i++)
    {
      const HeedField *one = some->pdata[i];
      const HeedField *other = others->pdata[i];

      if (!g_str_equal (one->label, other->label) || !g_str_equal (one->value, other->value))
        return FALSE;
    }
  return TRUE;
}

/** heed_composer_show_fields: lists what goes into the fields of a web form, or the posts of a thread. */
void
heed_composer_show_fields (HeedComposer *self, const char *text)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_field_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (self->rendition != NULL)
    {
      add_form (self, values);
      add_posts (self, values, text);
    }
  if (are_same (self->field_values, values))
    {
      g_ptr_array_unref (values);
      return;
    }
  g_clear_pointer (&self->field_values, g_ptr_array_unref);
  self->field_values = values;
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (labels, ((const HeedField *) values->pdata[i])->label);
  g_ptr_array_add (labels, NULL);
  gtk_string_list_splice (self->fields, 0, g_list_model_get_n_items (G_LIST_MODEL (self->fields)),
                          (const char *const *) labels->pdata);
  gtk_widget_set_visible (GTK_WIDGET (self->field_list), values->len > 0);
}

static const char *
find_value (HeedComposer *self, const char *label)
{
  for (guint i = 0; i < self->field_values->len; i++)
    {
      const HeedField *field = self->field_values->pdata[i];

      if (g_str_equal (field->label, label))
        return field->value;
    }
  return "";
}

/** heed_composer_create_field_row: (transfer floating): the row of the field with that label. */
GtkWidget *
heed_composer_create_field_row (HeedComposer *self, const char *label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  const char *value = find_value (self, label);
  /* Translators: %s is the label of a field of a web form, or a post of several. */
  g_autofree char *name = g_strdup_printf (_ ("Copy: %s"), label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "draft.copy-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", value);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (row, "numeric");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}
