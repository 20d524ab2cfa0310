/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-figure.h"

#include <glib/gi18n.h>

#include "heed-picture.h"
#include "heed-scorecard-words.h"

struct _HeedFigure
{
  AdwBin parent_instance;

  char *title;
  char *help;
  char *note;
  char *company;
  char *period;
  gboolean as_table;
  /* What the table does not show yet: it can be hundreds of cells, and few people look at them. */
  HeedTableData *table_data;

  AdwBin *chart_bin;
  AdwBin *below_bin;
  HeedTable *table;
  GtkWidget *note_label;
  GtkWidget *table_button;
  GtkWidget *menu_button;
  GtkWidget *help_button;
};

enum
{
  PROP_TITLE = 1,
  PROP_HELP,
  PROP_NOTE,
  PROP_CHART,
  PROP_BELOW,
  PROP_AS_TABLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedFigure, heed_figure, ADW_TYPE_BIN)

static char *
dup_full_title (HeedFigure *self)
{
  if (self->company == NULL)
    return g_strdup (self->title);
  /* Translators: a company or an account, then what a chart shows of it. */
  return g_strdup_printf (_ ("%s: %s"), self->company, self->title);
}

/* Whatever stands there, the chart or its table. */
static HeedPicture *
create_picture (HeedFigure *self)
{
  g_autofree char *title = dup_full_title (self);
  GtkWidget *shown = self->as_table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->chart_bin);

  g_autofree char *caption = heed_figure_dup_caption (self);

  return heed_picture_new (shown, title, caption);
}

static void
toast (HeedFigure *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedFigure *self = HEED_FIGURE (widget);
  g_autoptr (HeedPicture) picture = create_picture (self);
  g_autoptr (GdkTexture) texture = picture != NULL ? heed_picture_render (picture) : NULL;

  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  toast (self, _ ("The picture was copied."));
}

static void
save_answered_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  HeedFigure *self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    toast (self, heed_figure_save (self, file, &error) ? _ ("The picture was saved.") : error->message);
  gtk_native_dialog_destroy (dialog);
}

static void
add_filter (GtkFileChooserNative *dialog, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

/* A colon is no part of a name on every disk; the space after it stays, and one before makes a dash of it. */
static char *
dup_file_name (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, ": ", -1);
  g_autofree char *joined = g_strjoinv (" - ", parts);

  return g_strconcat (g_strdelimit (joined, "/\\:", '-'), ".png", NULL);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedFigure *self = HEED_FIGURE (widget);
  g_autoptr (GtkFileChooserNative) dialog = gtk_file_chooser_native_new (
    _ ("Save the picture"), GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *title = dup_full_title (self);
  g_autofree char *file_name = dup_file_name (title);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  add_filter (dialog, _ ("Picture (PNG)"), "png");
  add_filter (dialog, _ ("Drawing (SVG)"), "svg");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog lives as long as the page it was opened from, or until it is answered. */
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_answered_cb), self, 0);
  g_object_set_data_full (G_OBJECT (self), "save-dialog", g_object_ref (dialog), g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
update_view (HeedFigure *self)
{
  gboolean has_chart = adw_bin_get_child (self->chart_bin) != NULL;

  if (self->as_table && self->table_data != NULL)
    {
      heed_table_set (self->table, self->table_data);
      g_clear_pointer (&self->table_data, heed_table_data_unref);
    }
  gtk_widget_set_visible (self->menu_button, has_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_bin), has_chart && !self->as_table);
  gtk_widget_set_visible (GTK_WIDGET (self->table), self->as_table);
}

/* The three buttons say of which figure they are. */
static void
update_names (HeedFigure *self)
{
  g_autofree char *table = g_strdup_printf (_ ("As a table: %s"), self->title);
  g_autofree char *picture = g_strdup_printf (_ ("Keep as a picture: %s"), self->title);
  g_autofree char *help = g_strdup_printf (_ ("What this says: %s"), self->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button), GTK_ACCESSIBLE_PROPERTY_LABEL, table, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, picture, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->help_button), GTK_ACCESSIBLE_PROPERTY_LABEL, help, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
}

static void
heed_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedFigure *self = HEED_FIGURE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_HELP:
      g_value_set_string (value, self->help);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_CHART:
      g_value_set_object (value, adw_bin_get_child (self->chart_bin));
      break;
    case PROP_BELOW:
      g_value_set_object (value, adw_bin_get_child (self->below_bin));
      break;
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_string (HeedFigure *self, char **field, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*field, g_value_get_string (value)) == 0)
    return;
  g_free (*field);
  *field = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
heed_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedFigure *self = HEED_FIGURE (object);

  switch (id)
    {
    case PROP_TITLE:
      set_string (self, &self->title, value, pspec);
      update_names (self);
      break;
    case PROP_HELP:
      set_string (self, &self->help, value, pspec);
      break;
    case PROP_NOTE:
      set_string (self, &self->note, value, pspec);
      gtk_widget_set_visible (self->note_label, self->note != NULL && *self->note != '\0');
      break;
    case PROP_CHART:
      adw_bin_set_child (self->chart_bin, g_value_get_object (value));
      update_view (self);
      break;
    case PROP_BELOW:
      adw_bin_set_child (self->below_bin, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (self->below_bin), g_value_get_object (value) != NULL);
      break;
    case PROP_AS_TABLE:
      if (self->as_table == g_value_get_boolean (value))
        break;
      self->as_table = g_value_get_boolean (value);
      update_view (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_figure_dispose (GObject *object)
{
  /* What is drawn is both the template's and the bin's: only one of them may let it go. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_FIGURE);
  G_OBJECT_CLASS (heed_figure_parent_class)->dispose (object);
}

static void
heed_figure_finalize (GObject *object)
{
  HeedFigure *self = HEED_FIGURE (object);

  g_free (self->title);
  g_free (self->help);
  g_free (self->note);
  g_free (self->company);
  g_free (self->period);
  g_clear_pointer (&self->table_data, heed_table_data_unref);
  G_OBJECT_CLASS (heed_figure_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_HELP] = g_param_spec_string ("help", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_BELOW] = g_param_spec_object ("below", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_figure_class_init (HeedFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = heed_figure_get_property;
  object_class->set_property = heed_figure_set_property;
  object_class->dispose = heed_figure_dispose;
  object_class->finalize = heed_figure_finalize;
  install_properties (object_class);

  g_type_ensure (HEED_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, below_bin);
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, table);
  gtk_widget_class_bind_template_child_full (widget_class, "note", FALSE, G_STRUCT_OFFSET (HeedFigure, note_label));
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, table_button);
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HeedFigure, help_button);
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "figure.save", NULL, save);
  gtk_widget_class_install_property_action (widget_class, "figure.table", "as-table");
}

static void
heed_figure_init (HeedFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_figure_set_table: the same in words; without one the button is not there. @data: (nullable) */
void
heed_figure_set_table (HeedFigure *self, HeedTableData *data)
{
  g_return_if_fail (HEED_IS_FIGURE (self));

  g_clear_pointer (&self->table_data, heed_table_data_unref);
  gtk_widget_set_visible (self->table_button, data != NULL);
  if (data != NULL)
    self->table_data = heed_table_data_ref (data);
  else
    g_object_set (self, "as-table", FALSE, NULL);
  update_view (self);
}

/** heed_figure_set_source: whom it is about and from which days it is, for its picture. */
void
heed_figure_set_source (HeedFigure *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_FIGURE (self) && scorecard != NULL);

  g_autoptr (GDateTime) from = g_date_time_new_from_unix_local (scorecard->from);
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_local (scorecard->until);
  /* Translators: a date, as g_date_time_format() writes it. */
  g_autofree char *first = g_date_time_format (from, _ ("%-d %B %Y"));
  g_autofree char *last = g_date_time_format (until, _ ("%-d %B %Y"));

  g_free (self->company);
  g_free (self->period);
  self->company = heed_scorecard_words_dup_who (scorecard);
  self->period = g_strdup_printf (_ ("Seen from %1$s to %2$s."), first, last);
}

/**
 * heed_figure_dup_caption: (transfer full): what a picture of it says below: the sample, the days, and what is drawn.
 *
 * Passed on alone it would be a bare claim.
 */
char *
heed_figure_dup_caption (HeedFigure *self)
{
  g_return_val_if_fail (HEED_IS_FIGURE (self), NULL);

  const char *const lines[] = { self->note, self->period, self->help };
  g_autoptr (GString) caption = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      g_string_append_printf (caption, "%s%s", caption->len > 0 ? "\n" : "", lines[i]);
  return g_strdup (caption->str);
}

/**
 * heed_figure_save: writes what is shown as a picture: SVG where the name ends so, else PNG.
 *
 * Errors are those of writing the file.
 */
gboolean
heed_figure_save (HeedFigure *self, GFile *file, GError **error)
{
  g_return_val_if_fail (HEED_IS_FIGURE (self) && G_IS_FILE (file), FALSE);

  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (HeedPicture) picture = create_picture (self);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (picture != NULL && g_str_has_suffix (folded, ".svg"))
    bytes = heed_picture_write_svg (picture);
  else if (picture != NULL && (texture = heed_picture_render (picture)) != NULL)
    bytes = gdk_texture_save_to_png_bytes (texture);
  if (bytes == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is nothing to draw yet; show the figure, then save it."));
      return FALSE;
    }
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}
