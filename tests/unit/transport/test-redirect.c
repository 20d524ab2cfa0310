/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-http-private.h"

static void
assert_redirect (const char *from, const char *to, int code)
{
  g_auto (HeedAddress) address = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean may = heed_http_check_redirect (from, to, TRUE, &address, &error);

  g_test_message ("%s to %s", from, to);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, HEED_ERROR, code);
  g_assert_true (may == (code < 0));
}

/* However the machines nearby are written, a host out there cannot send Heed to them. */
static void
test_inward (void)
{
  static const char *const near[] = { "https://localhost/",
                                      "https://a.localhost./",
                                      "https://127.0.0.1:8443/",
                                      "https://127.1/",
                                      "https://0x7f000001/",
                                      "https://2130706433/",
                                      "https://0/",
                                      "https://10.0.0.1/",
                                      "https://172.16.3.4/",
                                      "https://192.168.1.1/",
                                      "https://169.254.169.254/",
                                      "https://[::1]/",
                                      "https://[fe80::1]/",
                                      "https://[fd00::1]/",
                                      "https://[::ffff:10.0.0.1]/",
                                      "https://router/",
                                      "https://printer.local/",
                                      "https://x.internal/",
                                      "http://127.0.0.1:8000/" };

  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    {
      assert_redirect ("https://example.social/a", near[i], HEED_ERROR_REFUSED);
      assert_redirect ("https://8.8.8.8/a", near[i], HEED_ERROR_REFUSED);
      assert_redirect ("https://localhost:8000/", near[i], -1);
    }
}

static void
test_outward (void)
{
  assert_redirect ("https://example.social/a", "https://www.example.social/a", -1);
  assert_redirect ("https://example.social/a", "https://172.32.0.1/", -1);
  assert_redirect ("https://example.social/a", "https://[2001:db8::1]/", -1);
  assert_redirect ("https://localhost/", "https://example.social/", -1);
  assert_redirect ("https://example.social/a", "http://www.example.social/a", HEED_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transport/redirect/inward", test_inward);
  g_test_add_func ("/transport/redirect/outward", test_outward);
  return g_test_run ();
}
