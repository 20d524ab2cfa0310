/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib-unix.h>

#include "heed-http-private.h"

void
heed_http_clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
destroy_source (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

GSource *
heed_http_add_source (HeedHttp *self, GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, self->context);
  return source;
}

static gboolean
socket_ready_cb (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (HeedHttp) self = g_object_ref (HEED_HTTP (user_data));
  int flags = 0, running;

  /* An end or an error is found by reading, where libcurl has the words for it. */
  if (condition & (G_IO_IN | G_IO_HUP | G_IO_ERR))
    flags |= CURL_CSELECT_IN;
  if (condition & (G_IO_OUT | G_IO_ERR))
    flags |= CURL_CSELECT_OUT;
  curl_multi_socket_action (self->multi, fd, flags, &running);
  heed_http_finish_tries (self);
  return G_SOURCE_CONTINUE;
}

static int
socket_changed_cb (CURL *easy, curl_socket_t fd, int what, void *user_data, void *socket_data)
{
  HeedHttp *self = user_data;
  GIOCondition condition = G_IO_HUP | G_IO_ERR;

  g_hash_table_remove (self->watches, GINT_TO_POINTER (fd));
  if (what == CURL_POLL_REMOVE)
    return 0;
  if (what & CURL_POLL_IN)
    condition |= G_IO_IN;
  if (what & CURL_POLL_OUT)
    condition |= G_IO_OUT;
  GSource *watch = g_unix_fd_source_new (fd, condition);
  heed_http_add_source (self, watch, G_SOURCE_FUNC (socket_ready_cb), self);
  g_hash_table_insert (self->watches, GINT_TO_POINTER (fd), watch);
  return 0;
}

static gboolean
timer_fired_cb (gpointer user_data)
{
  g_autoptr (HeedHttp) self = g_object_ref (HEED_HTTP (user_data));
  int running;

  heed_http_clear_source (&self->timer);
  curl_multi_socket_action (self->multi, CURL_SOCKET_TIMEOUT, 0, &running);
  heed_http_finish_tries (self);
  return G_SOURCE_REMOVE;
}

static int
timer_changed_cb (CURLM *multi, long timeout_ms, void *user_data)
{
  HeedHttp *self = user_data;

  heed_http_clear_source (&self->timer);
  if (timeout_ms >= 0)
    self->timer = heed_http_add_source (self, g_timeout_source_new ((guint) timeout_ms), timer_fired_cb, self);
  return 0;
}

/* heed_http_loop_adopt: from now on things happen in @context; what still waited in another one begins anew there. */
void
heed_http_loop_adopt (HeedHttp *self, GMainContext *context)
{
  GHashTableIter iter;
  gpointer host;

  if (context == self->context)
    return;
  heed_http_clear_source (&self->timer);
  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, &host))
    heed_http_clear_source (&((HeedHttpHost *) host)->wake);
  g_clear_pointer (&self->context, g_main_context_unref);
  self->context = g_main_context_ref (context);
}

void
heed_http_loop_init (HeedHttp *self)
{
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, destroy_source);
  self->multi = curl_multi_init ();
  g_assert (self->multi != NULL);
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETFUNCTION, socket_changed_cb);
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETDATA, self);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERFUNCTION, timer_changed_cb);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERDATA, self);
}

void
heed_http_loop_clear (HeedHttp *self)
{
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETFUNCTION, NULL);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERFUNCTION, NULL);
  curl_multi_cleanup (self->multi);
  heed_http_clear_source (&self->timer);
  g_clear_pointer (&self->watches, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
}
