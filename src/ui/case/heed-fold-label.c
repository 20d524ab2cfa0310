/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-fold-label.h"

#include <glib/gi18n.h>

#define FOLDED_LINES 4

/* Breaks the line and not the paragraph: Pango counts the lines it may show by paragraph. */
#define LINE_SEPARATOR "\u2028"

/* A text that shows its first lines, and a button for the rest. The button is
 * there only where the text is cut at the width it has, so it always does
 * something; GtkLabel alone cannot tell that before it is drawn. */
struct _HeedFoldLabel
{
  GtkWidget parent_instance;

  char *text;
  GtkLabel *label;
  GtkWidget *button;
  gboolean unfolded;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_UNFOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedFoldLabel, heed_fold_label, GTK_TYPE_WIDGET)

/* A width of -1 is one without end: the lines are those of the text itself. */
static gboolean
needs_button (HeedFoldLabel *self, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->label), self->text);

  pango_layout_set_width (layout, width > 0 ? width * PANGO_SCALE : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return pango_layout_get_line_count (layout) > FOLDED_LINES;
}

static void
show_text (HeedFoldLabel *self)
{
  g_autoptr (GString) folded = g_string_new (self->text);

  g_string_replace (folded, "\n", LINE_SEPARATOR, 0);
  gtk_label_set_text (self->label, self->unfolded ? self->text : folded->str);
}

static void
update_button (HeedFoldLabel *self)
{
  show_text (self);
  gtk_button_set_label (GTK_BUTTON (self->button), self->unfolded ? _ ("Less") : _ ("More"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, self->unfolded, -1);
  gtk_label_set_lines (self->label, self->unfolded ? -1 : FOLDED_LINES);
  gtk_label_set_ellipsize (self->label, self->unfolded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static void
button_clicked_cb (HeedFoldLabel *self)
{
  heed_fold_label_set_unfolded (self, !self->unfolded);
}

static GtkSizeRequestMode
heed_fold_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
heed_fold_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  HeedFoldLabel *self = HEED_FOLD_LABEL (widget);
  int button_minimum = 0, button_natural = 0;

  gtk_widget_measure (GTK_WIDGET (self->label), orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->button, orientation, -1, &button_minimum, &button_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, button_minimum);
      *natural = MAX (*natural, *minimum);
    }
  else if (needs_button (self, for_size))
    {
      *minimum += button_minimum;
      *natural += button_natural;
    }
}

static void
heed_fold_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeedFoldLabel *self = HEED_FOLD_LABEL (widget);
  const gboolean needs = needs_button (self, width);
  int button_height = 0, button_width = 0;

  gtk_widget_set_child_visible (self->button, needs);
  if (needs)
    {
      gtk_widget_measure (self->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &button_height, NULL, NULL);
      gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button_width, NULL, NULL);
      button_width = MIN (button_width, width);

      const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      GtkAllocation allocation = { is_rtl ? width - button_width : 0, height - button_height, button_width,
                                   button_height };
      gtk_widget_size_allocate (self->button, &allocation, -1);
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->label), &(GtkAllocation){ 0, 0, width, height - button_height }, -1);
}

static void
heed_fold_label_dispose (GObject *object)
{
  HeedFoldLabel *self = HEED_FOLD_LABEL (object);

  if (self->label != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->label));
      self->label = NULL;
    }
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (heed_fold_label_parent_class)->dispose (object);
}

static void
heed_fold_label_finalize (GObject *object)
{
  g_free (HEED_FOLD_LABEL (object)->text);
  G_OBJECT_CLASS (heed_fold_label_parent_class)->finalize (object);
}

static void
heed_fold_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedFoldLabel *self = HEED_FOLD_LABEL (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, heed_fold_label_get_text (self));
      break;
    case PROP_UNFOLDED:
      g_value_set_boolean (value, self->unfolded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_fold_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedFoldLabel *self = HEED_FOLD_LABEL (object);

  switch (id)
    {
    case PROP_TEXT:
      heed_fold_label_set_text (self, g_value_get_string (value));
      break;
    case PROP_UNFOLDED:
      heed_fold_label_set_unfolded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_fold_label_class_init (HeedFoldLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_fold_label_dispose;
  object_class->finalize = heed_fold_label_finalize;
  object_class->get_property = heed_fold_label_get_property;
  object_class->set_property = heed_fold_label_set_property;
  widget_class->get_request_mode = heed_fold_label_get_request_mode;
  widget_class->measure = heed_fold_label_measure;
  widget_class->size_allocate = heed_fold_label_size_allocate;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_UNFOLDED] = g_param_spec_boolean ("unfolded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "foldlabel");
}

static void
heed_fold_label_init (HeedFoldLabel *self)
{
  self->text = g_strdup ("");
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));

  self->button = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "fold-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  update_button (self);
}

/** heed_fold_label_new: (transfer floating): a label without a text. */
GtkWidget *
heed_fold_label_new (void)
{
  return g_object_new (HEED_TYPE_FOLD_LABEL, NULL);
}

/** heed_fold_label_get_text: (transfer none): the whole text, however much of it shows. */
const char *
heed_fold_label_get_text (HeedFoldLabel *self)
{
  g_return_val_if_fail (HEED_IS_FOLD_LABEL (self), NULL);
  return self->text;
}

/** heed_fold_label_set_text: shows @text (plain, nullable), folded. */
void
heed_fold_label_set_text (HeedFoldLabel *self, const char *text)
{
  g_return_if_fail (HEED_IS_FOLD_LABEL (self));

  text = text != NULL ? text : "";
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  show_text (self);
  heed_fold_label_set_unfolded (self, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/** heed_fold_label_set_unfolded: shows all of the text, or its first four lines. */
void
heed_fold_label_set_unfolded (HeedFoldLabel *self, gboolean unfolded)
{
  g_return_if_fail (HEED_IS_FOLD_LABEL (self));

  if (self->unfolded == unfolded)
    return;
  self->unfolded = unfolded;
  update_button (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
}
