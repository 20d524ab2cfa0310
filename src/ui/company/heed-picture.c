/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-picture.h"

#include <cairo-svg.h>

#define MARGIN 18
/* Points on a screen are coarse: a picture in a letter is looked at from closer by. */
#define SCALE 2

struct _HeedPicture
{
  GskRenderNode *node;
  int width;
  int height;
};

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, PangoAttribute *attribute, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* The colours of the window it stands in, so that light text does not end up on white paper. */
static void
get_colors (GtkWidget *widget, GdkRGBA *text, GdkRGBA *background)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, text);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", background))
    *background = (GdkRGBA){ 1 - text->red, 1 - text->green, 1 - text->blue, 1 };
}

/**
 * heed_picture_new: keeps what @widget shows now, with @title above and @caption below it, on the colour of the window.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing to see
 */
HeedPicture *
heed_picture_new (GtkWidget *widget, const char *title, const char *caption)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget) && title != NULL && caption != NULL, NULL);

  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int title_height, caption_height;
  if (width <= 0 || height <= 0)
    return NULL;
  g_autoptr (PangoLayout) head = create_layout (widget, title, pango_attr_weight_new (PANGO_WEIGHT_BOLD), width);
  g_autoptr (PangoLayout) foot = create_layout (widget, caption, pango_attr_scale_new (PANGO_SCALE_SMALL), width);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autofree HeedPicture *picture = g_new0 (HeedPicture, 1);
  GdkRGBA text, background;

  get_colors (widget, &text, &background);
  pango_layout_get_pixel_size (head, NULL, &title_height);
  pango_layout_get_pixel_size (foot, NULL, &caption_height);
  picture->width = width + 2 * MARGIN;
  picture->height = height + title_height + caption_height + 4 * MARGIN;
  gtk_snapshot_append_color (snapshot, &background,
                             &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  gtk_snapshot_append_layout (snapshot, head, &text);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) title_height + MARGIN));
  gdk_paintable_snapshot (image, snapshot, width, height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) height + MARGIN));
  gtk_snapshot_append_layout (snapshot, foot, &text);
  picture->node = gtk_snapshot_free_to_node (snapshot);
  return picture->node != NULL ? g_steal_pointer (&picture) : NULL;
}

/** heed_picture_render: (transfer full) (nullable): the picture in points; %NULL where the display cannot draw. */
GdkTexture *
heed_picture_render (const HeedPicture *picture)
{
  g_return_val_if_fail (picture != NULL, NULL);

  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskTransform) scale = gsk_transform_scale (NULL, SCALE, SCALE);
  g_autoptr (GError) error = NULL;

  if (!gsk_renderer_realize (renderer, NULL, &error))
    {
      g_warning ("No picture: %s", error->message);
      return NULL;
    }
  GskRenderNode *scaled = gsk_transform_node_new (picture->node, scale);
  GdkTexture *texture = gsk_renderer_render_texture (
    renderer, scaled, &GRAPHENE_RECT_INIT (0, 0, (float) (picture->width * SCALE), (float) (picture->height * SCALE)));
  gsk_render_node_unref (scaled);
  gsk_renderer_unrealize (renderer);
  return texture;
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/** heed_picture_write_svg: (transfer full): the picture in lines, as SVG. */
GBytes *
heed_picture_write_svg (const HeedPicture *picture)
{
  g_return_val_if_fail (picture != NULL, NULL);

  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_bytes, bytes, picture->width, picture->height);
  cairo_t *cairo = cairo_create (surface);

  gsk_render_node_draw (picture->node, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

void
heed_picture_free (HeedPicture *picture)
{
  if (picture == NULL)
    return;
  gsk_render_node_unref (picture->node);
  g_free (picture);
}
