/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list view keeps two hundred rows, seen or not, gives many of them another item at every step, and measures them
 * all. Breaking the texts of all of those into lines takes a quarter of a second, so that is done for what is in sight.
 */

#include "heed-exchange-place.h"

#include "heed-exchange-row.h"

/* In hundredths of an em: the letters and lines of usual fonts; what stands around the texts in the row. */
#define LETTER_WIDTH 50
#define LINE_HEIGHT 125
#define FRAME_HEIGHT 600
#define FONT_POINTS 11
#define MESSAGE_LINES 6
#define REPLY_LINES 8

struct _HeedExchangePlace
{
  GtkWidget parent_instance;

  HeedExchangeItem *item;
  GtkWidget *row;
  gboolean is_shown;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedExchangePlace, heed_exchange_place, GTK_TYPE_WIDGET)

static double
get_em (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return FONT_POINTS * dpi / (72.0 * PANGO_SCALE);
}

static int
guess_lines (const HeedPost *post, int letters_a_line, int most)
{
  const glong letters = post != NULL && post->text != NULL ? g_utf8_strlen (post->text, -1) : 0;

  return (int) MIN ((letters + letters_a_line - 1) / letters_a_line, most);
}

static int
guess_height (HeedExchangePlace *self, int width)
{
  const double em = get_em (GTK_WIDGET (self));
  const int letters_a_line = MAX ((int) (width / (em * LETTER_WIDTH / 100)), 1);
  int lines = 0;

  if (self->item != NULL)
    lines = guess_lines (heed_exchange_item_get_message (self->item), letters_a_line, MESSAGE_LINES)
            + guess_lines (heed_exchange_item_get_reply (self->item), letters_a_line, REPLY_LINES);
  return (int) (em * (FRAME_HEIGHT + lines * LINE_HEIGHT) / 100);
}

static void
set_item (HeedExchangePlace *self, HeedExchangeItem *item)
{
  if (!g_set_object (&self->item, item))
    return;
  self->is_shown = FALSE;
  if (self->row != NULL)
    gtk_widget_set_child_visible (self->row, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

static GtkSizeRequestMode
heed_exchange_place_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
heed_exchange_place_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  HeedExchangePlace *self = HEED_EXCHANGE_PLACE (widget);

  if (self->is_shown)
    gtk_widget_measure (self->row, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  else if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *minimum = *natural = guess_height (self, for_size);
}

static void
heed_exchange_place_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeedExchangePlace *self = HEED_EXCHANGE_PLACE (widget);

  if (self->is_shown)
    gtk_widget_allocate (self->row, width, height, baseline, NULL);
}

static void
heed_exchange_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    g_value_set_object (value, HEED_EXCHANGE_PLACE (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_exchange_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    set_item (HEED_EXCHANGE_PLACE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_exchange_place_dispose (GObject *object)
{
  HeedExchangePlace *self = HEED_EXCHANGE_PLACE (object);

  self->is_shown = FALSE;
  g_clear_object (&self->item);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  G_OBJECT_CLASS (heed_exchange_place_parent_class)->dispose (object);
}

static void
heed_exchange_place_class_init (HeedExchangePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_exchange_place_dispose;
  object_class->get_property = heed_exchange_place_get_property;
  object_class->set_property = heed_exchange_place_set_property;
  widget_class->get_request_mode = heed_exchange_place_get_request_mode;
  widget_class->measure = heed_exchange_place_measure;
  widget_class->size_allocate = heed_exchange_place_size_allocate;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_EXCHANGE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_exchange_place_init (HeedExchangePlace *self)
{
}

/** heed_exchange_place_is_shown: it has its row, or there is nothing to show. */
gboolean
heed_exchange_place_is_shown (HeedExchangePlace *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_PLACE (self), FALSE);
  return self->is_shown || self->item == NULL;
}

/** heed_exchange_place_show: shows the exchange, where there is one; the place gets as high as that needs. */
void
heed_exchange_place_show (HeedExchangePlace *self)
{
  g_return_if_fail (HEED_IS_EXCHANGE_PLACE (self));

  if (heed_exchange_place_is_shown (self))
    return;
  if (self->row == NULL)
    {
      self->row = g_object_new (HEED_TYPE_EXCHANGE_ROW, NULL);
      gtk_widget_set_parent (self->row, GTK_WIDGET (self));
    }
  self->is_shown = TRUE;
  g_object_set (self->row, "item", self->item, NULL);
  gtk_widget_set_child_visible (self->row, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
