/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-scrolling.h"

static void
changed_cb (GtkWidget *scroller, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  const gboolean has_more = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)
                            > gtk_adjustment_get_page_size (adjustment);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               has_more ? GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                            | GTK_EVENT_CONTROLLER_SCROLL_KINETIC
                                                        : GTK_EVENT_CONTROLLER_SCROLL_NONE);
    }
}

/**
 * heed_scrolling_pass_on: lets the wheel move the page while it is over @text and that has no more than is seen.
 *
 * GTK 4.8 keeps the wheel in the scrolled window around a text even where there is nothing to scroll, so that a page
 * stands still on the way to what is below the text.
 */
void
heed_scrolling_pass_on (GtkScrollable *text)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (text), GTK_TYPE_SCROLLED_WINDOW);

  g_return_if_fail (GTK_IS_SCROLLABLE (text) && scroller != NULL);

  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (changed_cb), scroller, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (changed_cb), scroller, G_CONNECT_SWAPPED);
  changed_cb (scroller, NULL, adjustment);
}

static gboolean
reach_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *child = page != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (page)) : NULL;
  graphene_rect_t place;

  if (child != NULL && gtk_widget_compute_bounds (widget, child, &place))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page)), place.origin.y,
                               place.origin.y + place.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * heed_scrolling_reach: brings @widget into sight once it has its place on the page.
 *
 * GTK does so when something gets the keys; what is unfolded only then has no height yet, and stays below the page.
 */
void
heed_scrolling_reach (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_widget_add_tick_callback (widget, reach_cb, NULL, NULL);
}
