/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-test-server.h"

#include <glib/gstdio.h>
#include <string.h>

/* heed_test_server_new: starts a server with @script (JSON, may be %NULL) and further @options, %NULL-terminated. */
HeedTestServer *
heed_test_server_new (const char *script, const char *const *options)
{
  HeedTestServer *server = g_new0 (HeedTestServer, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "servers", "fault-server.py", NULL);
  const char *scheme = "http";

  g_ptr_array_add (argv, (char *) "/usr/bin/python3");
  g_ptr_array_add (argv, program);
  g_ptr_array_add (argv, (char *) "--until-eof");
  if (script != NULL)
    {
      int fd = g_file_open_tmp ("heed-script-XXXXXX.json", &server->script, &error);

      g_assert_no_error (error);
      g_close (fd, NULL);
      g_file_set_contents (server->script, script, -1, &error);
      g_assert_no_error (error);
      g_ptr_array_add (argv, (char *) "--script");
      g_ptr_array_add (argv, server->script);
    }
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    {
      if (g_str_equal (options[i], "--tls"))
        scheme = "https";
      g_ptr_array_add (argv, (char *) options[i]);
    }
  g_ptr_array_add (argv, NULL);

  server->process = g_subprocess_newv ((const char *const *) argv->pdata,
                                       G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server->process));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (out), FALSE);
  server->port = g_data_input_stream_read_line (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (server->port);
  server->origin = g_strdup_printf ("%s://localhost:%s", scheme, server->port);
  return server;
}

/* heed_test_server_free: ends the server and waits until it is gone. */
void
heed_test_server_free (HeedTestServer *server)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (server->process), NULL, NULL);
  g_subprocess_send_signal (server->process, SIGTERM);
  g_subprocess_wait (server->process, NULL, NULL);
  g_object_unref (server->process);
  if (server->script != NULL)
    g_unlink (server->script);
  g_free (server->script);
  g_free (server->port);
  g_free (server->origin);
  g_free (server);
}

/* heed_test_http_new: a session for loopback whose waits are short, so that no test takes long. */
HeedHttp *
heed_test_http_new (const HeedClock *clock)
{
  HeedHttp *http = heed_http_new (clock);

  heed_http_set_allow_loopback (http, TRUE);
  heed_http_set_timing (http, 2000, 20000, 20);
  return http;
}

typedef struct
{
  GMainLoop *loop;
  HeedHttpResponse *response;
  GError *error;
} Sent;

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sent *sent = user_data;

  sent->response = heed_http_send_finish (HEED_HTTP (source), result, &sent->error);
  g_main_loop_quit (sent->loop);
}

/* heed_test_send: sends and runs the main loop until the end. */
HeedHttpResponse *
heed_test_send (HeedHttp *http, const HeedHttpRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Sent sent = { .loop = loop };

  heed_http_send_async (http, request, cancellable, sent_cb, &sent);
  g_main_loop_run (loop);
  if (sent.error != NULL)
    g_propagate_error (error, sent.error);
  return sent.response;
}

/* heed_test_get: asks @server for @path. */
HeedHttpResponse *
heed_test_get (HeedHttp *http, HeedTestServer *server, const char *path, GError **error)
{
  g_autofree char *url = g_strconcat (server->origin, path, NULL);
  HeedHttpRequest request = { .url = url };

  return heed_test_send (http, &request, NULL, error);
}

/* heed_test_server_ask: (transfer full): what the server itself says, such as "/_requests"; plain http only. */
char *
heed_test_server_ask (HeedTestServer *server, const char *what)
{
  g_autoptr (HeedClock) clock = heed_clock_new_fixed (0);
  g_autoptr (HeedHttp) http = heed_test_http_new (clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_test_get (http, server, what, &error);
  gsize length;

  g_assert_no_error (error);
  const char *data = g_bytes_get_data (response->body, &length);
  return g_strndup (data, length);
}
