/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-flow.h"

struct _HeedFlow
{
  GtkWidget parent_instance;

  guint row_spacing;
  guint column_spacing;
  guint max_per_row;
};

enum
{
  PROP_0,
  PROP_ROW_SPACING,
  PROP_COLUMN_SPACING,
  PROP_MAX_PER_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void heed_flow_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedFlow, heed_flow, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, heed_flow_buildable_init))

/* A row: from @first on @n children, which want @width without what lies between them. */
typedef struct
{
  GtkWidget *first;
  guint n;
  guint n_expand;
  int width;
} Row;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (HeedFlow *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* What it wants, but no more than there is and no less than it needs. */
static int
get_width (GtkWidget *child, int room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, room));
}

/* The row that begins with @first; returns what the next one begins with. */
static GtkWidget *
cut_row (HeedFlow *self, GtkWidget *first, int room, Row *row)
{
  GtkWidget *child = first;

  *row = (Row){ .first = first };
  for (; child != NULL; child = get_next (child))
    {
      const int width = get_width (child, room);

      if (row->n > 0
          && (row->width + width + (int) (row->n * self->column_spacing) > room
              || (self->max_per_row > 0 && row->n == self->max_per_row)))
        break;
      row->n++;
      row->n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      row->width += width;
    }
  return child;
}

/* Those that expand share what is left. */
static int
get_place (HeedFlow *self, const Row *row, GtkWidget *child, int room)
{
  const int left = room - row->width - (int) ((row->n - 1) * self->column_spacing);
  const gboolean expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);

  return get_width (child, room) + (expands && left > 0 ? left / (int) row->n_expand : 0);
}

static int
get_row_height (HeedFlow *self, const Row *row, int room)
{
  GtkWidget *child = row->first;
  int height = 0;

  for (guint i = 0; i < row->n; i++, child = get_next (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_place (self, row, child, room), NULL, &natural, NULL,
                          NULL);
      height = MAX (height, natural);
    }
  return height;
}

static int
get_height (HeedFlow *self, int room)
{
  GtkWidget *child = get_first (self);
  int height = 0;
  Row row;

  while (child != NULL)
    {
      child = cut_row (self, child, room, &row);
      height += get_row_height (self, &row, room) + (child != NULL ? (int) self->row_spacing : 0);
    }
  return height;
}

static GtkSizeRequestMode
heed_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
heed_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  HeedFlow *self = HEED_FLOW (widget);
  int widest = 0, all = 0;
  guint n = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child), n++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (n > 0 ? (int) self->column_spacing : 0);
    }
  *minimum = widest;
  *natural = MAX (widest, all);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_height (self, for_size >= 0 ? for_size : *natural);
}

static void
heed_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeedFlow *self = HEED_FLOW (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_first (self);
  int y = 0;

  while (child != NULL)
    {
      Row row;
      GtkWidget *next = cut_row (self, child, width, &row);
      const int row_height = get_row_height (self, &row, width);
      int x = 0;

      for (; child != next; child = get_next (child))
        {
          const int place = get_place (self, &row, child, width);
          const GtkAllocation allocation = { is_rtl ? width - x - place : x, y, place, row_height };

          gtk_widget_size_allocate (child, &allocation, -1);
          x += place + (int) self->column_spacing;
        }
      y += row_height + (int) self->row_spacing;
    }
}

static void
heed_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedFlow *self = HEED_FLOW (object);

  switch (id)
    {
    case PROP_ROW_SPACING:
      g_value_set_uint (value, self->row_spacing);
      break;
    case PROP_COLUMN_SPACING:
      g_value_set_uint (value, self->column_spacing);
      break;
    case PROP_MAX_PER_ROW:
      g_value_set_uint (value, self->max_per_row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedFlow *self = HEED_FLOW (object);
  guint *const fields[N_PROPS] = { NULL, &self->row_spacing, &self->column_spacing, &self->max_per_row };

  if (id == 0 || id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*fields[id] == g_value_get_uint (value))
    return;
  *fields[id] = g_value_get_uint (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
heed_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (heed_flow_parent_class)->dispose (object);
}

static void
heed_flow_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  heed_flow_append (HEED_FLOW (buildable), GTK_WIDGET (child));
}

static void
heed_flow_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = heed_flow_add_child;
}

static void
heed_flow_class_init (HeedFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_flow_get_property;
  object_class->set_property = heed_flow_set_property;
  object_class->dispose = heed_flow_dispose;
  widget_class->get_request_mode = heed_flow_get_request_mode;
  widget_class->measure = heed_flow_measure;
  widget_class->size_allocate = heed_flow_size_allocate;
  properties[PROP_ROW_SPACING] = g_param_spec_uint ("row-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_COLUMN_SPACING] = g_param_spec_uint ("column-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  /* 0 for as many as there is room for. */
  properties[PROP_MAX_PER_ROW] = g_param_spec_uint ("max-per-row", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_flow_init (HeedFlow *self)
{
}

/** heed_flow_append: puts @child behind the others. */
void
heed_flow_append (HeedFlow *self, GtkWidget *child)
{
  g_return_if_fail (HEED_IS_FLOW (self) && GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
