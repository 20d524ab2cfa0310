/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text, the facts and the other channels. Where there is room for three they are beside each other; where there is
 * room for two the other channels are below the text; else all are below each other. */

#include "heed-composer-private.h"

#define GAP 18

/* What stands beside the text is at least so wide. */
#define SIDE_WIDTH 260

/* In the order of the children. */
enum
{
  TEXT,
  FACTS,
  OTHERS,
  N_COLUMNS
};

/* From so many pixels on the facts are beside the text, and from so many on the other channels too. */
static const int wide_from[N_COLUMNS] = { [FACTS] = 640, [OTHERS] = 1120 };

/* How wide each child is, and how many are beside each other. */
typedef struct
{
  GtkWidget *children[N_COLUMNS];
  int widths[N_COLUMNS];
  guint n_beside;
} Columns;

static int
get_least_width (GtkWidget *widget)
{
  int least, usual;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, NULL, NULL);
  return least;
}

static int
get_height (GtkWidget *widget, int width)
{
  int least, usual;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least, &usual, NULL, NULL);
  return least;
}

/* @width is −1 where it is not known yet. */
static void
divide (GtkWidget *widget, int width, Columns *columns)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int needed;

  for (guint i = 0; i < N_COLUMNS; i++, child = gtk_widget_get_next_sibling (child))
    {
      columns->children[i] = child;
      columns->widths[i] = width;
    }
  needed = get_least_width (columns->children[TEXT]);
  columns->n_beside = 1;
  for (guint i = FACTS; i < N_COLUMNS; i++)
    {
      const int side = MAX (SIDE_WIDTH, get_least_width (columns->children[i]));

      needed += GAP + side;
      if (width < MAX (wide_from[i], needed))
        break;
      columns->n_beside++;
      columns->widths[TEXT] -= GAP + side;
      columns->widths[i] = side;
    }
  if (columns->n_beside == OTHERS)
    columns->widths[OTHERS] = columns->widths[TEXT];
}

/* How high all of it is, by how high each is. */
static int
stack (const Columns *columns, const int *heights)
{
  if (columns->n_beside == N_COLUMNS)
    return MAX (heights[TEXT], MAX (heights[FACTS], heights[OTHERS]));
  if (columns->n_beside == OTHERS)
    return MAX (heights[TEXT] + GAP + heights[OTHERS], heights[FACTS]);
  return heights[TEXT] + GAP + heights[FACTS] + GAP + heights[OTHERS];
}

static void
measure_columns (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  const gboolean is_height = orientation == GTK_ORIENTATION_VERTICAL;
  int least[N_COLUMNS], usual[N_COLUMNS];
  Columns columns;

  divide (widget, is_height ? for_size : -1, &columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    gtk_widget_measure (columns.children[i], orientation, columns.widths[i], &least[i], &usual[i], NULL, NULL);
  if (is_height)
    {
      *minimum = stack (&columns, least);
      *natural = stack (&columns, usual);
      return;
    }
  *minimum = MAX (least[TEXT], MAX (least[FACTS], least[OTHERS]));
  *natural = usual[TEXT] + 2 * GAP + MAX (SIDE_WIDTH, least[FACTS]) + MAX (SIDE_WIDTH, least[OTHERS]);
}

static void
allocate_columns (GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation places[N_COLUMNS];
  Columns columns;
  int low;

  divide (widget, width, &columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = (GtkAllocation){ 0, 0, columns.widths[i], height };
  low = get_height (columns.children[OTHERS], columns.widths[OTHERS]);
  if (columns.n_beside < N_COLUMNS)
    {
      places[OTHERS].y = columns.n_beside == 1 ? height - low
                                               : get_height (columns.children[TEXT], places[TEXT].width) + GAP;
      places[OTHERS].height = low;
      places[TEXT].height = places[OTHERS].y - GAP;
    }
  else
    places[OTHERS].x = places[TEXT].width + places[FACTS].width + 2 * GAP;
  if (columns.n_beside > 1)
    places[FACTS].x = places[TEXT].width + GAP;
  else
    {
      places[FACTS].height = get_height (columns.children[FACTS], width);
      places[FACTS].y = places[OTHERS].y - GAP - places[FACTS].height;
      places[TEXT].height = places[FACTS].y - GAP;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (is_rtl)
        places[i].x = width - places[i].x - places[i].width;
      gtk_widget_size_allocate (columns.children[i], &places[i], -1);
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/** heed_composer_divide: lays the three children of the columns out by the room there is. To be called once. */
void
heed_composer_divide (HeedComposer *self)
{
  gtk_widget_set_layout_manager (self->columns,
                                 gtk_custom_layout_new (get_request_mode, measure_columns, allocate_columns));
}
