/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-http.h"

G_BEGIN_DECLS

/**
 * HeedTestServer: tests/servers/fault-server.py as a child, for as long as one test lasts.
 * @origin: "http://localhost:PORT", or https where it was started with a certificate
 */
typedef struct
{
  GSubprocess *process;
  char *port;
  char *origin;
  char *script;
} HeedTestServer;

HeedTestServer *heed_test_server_new (const char *script, const char *const *options);
void heed_test_server_free (HeedTestServer *server);
char *heed_test_server_ask (HeedTestServer *server, const char *what);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTestServer, heed_test_server_free)

HeedHttp *heed_test_http_new (const HeedClock *clock);
HeedHttpResponse *heed_test_send (HeedHttp *http, const HeedHttpRequest *request, GCancellable *cancellable,
                                  GError **error);
HeedHttpResponse *heed_test_get (HeedHttp *http, HeedTestServer *server, const char *path, GError **error);

G_END_DECLS
