/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-redactor.h"

static const char dirty[] = "> GET /api/v1/accounts/lookup?acct=jane.doe HTTP/2\r\n"
                            "> Host: example.social\r\n"
                            "> Authorization: Bearer s3cr3t-t0k3n\r\n"
                            "\tand-folded-s3cr3t\r\n"
                            "> Cookie: session=s3cr3t\r\n"
                            "{\"access_token\": \"s3cr3t with \\\"spaces\\\"\", \"scope\": \"read\"}\n"
                            "grant_type=x&client_secret=s3cr3t&refresh_token=s3cr3t\n"
                            "password: s3cr3t\n"
                            "a jwt eyJhbGciOi.eyJzdWIs3cr3t.c2lnbmF0dXJl here\n"
                            "mail jane.doe@example.com, jane.doe%40example.org or @jane.doe@example.social:8001 now\n"
                            "https://jane.doe:s3cr3t@example.com/x?order=jane.doe#top end\n"
                            "no line end: token=s3cr3t";

static const char clean[] = "> GET /api/v1/accounts/lookup?[hidden] HTTP/2\r\n"
                            "> Host: example.social\r\n"
                            "> Authorization: [hidden]\r\n"
                            "[hidden]\n"
                            "> Cookie: [hidden]\r\n"
                            "{\"access_token\": [hidden], \"scope\": \"read\"}\n"
                            "grant_type=x&client_secret=[hidden]&refresh_token=[hidden]\n"
                            "password: [hidden]\n"
                            "a jwt [hidden] here\n"
                            "mail [address], [address] or @[address] now\n"
                            "https://[hidden]@example.com/x?[hidden] end\n"
                            "no line end: token=[hidden]";

static void
test_whole (void)
{
  g_autofree char *text = heed_redact (dirty);

  g_assert_cmpstr (text, ==, clean);
  g_assert_null (strstr (text, "s3cr3t"));
  g_assert_null (strstr (text, "jane"));
}

/* Cut in two at every byte, and fed byte by byte: never another result. */
static void
test_split (void)
{
  gsize length = strlen (dirty);

  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autoptr (HeedRedactor) redactor = heed_redactor_new ();
      g_autoptr (GString) out = g_string_new (NULL);

      heed_redactor_push (redactor, dirty, cut, out);
      g_assert_null (strstr (out->str, "s3cr3t"));
      heed_redactor_push (redactor, dirty + cut, length - cut, out);
      heed_redactor_finish (redactor, out);
      g_assert_cmpstr (out->str, ==, clean);
    }

  g_autoptr (HeedRedactor) redactor = heed_redactor_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    heed_redactor_push (redactor, dirty + i, 1, out);
  heed_redactor_finish (redactor, out);
  g_assert_cmpstr (out->str, ==, clean);
}

static void
test_odd (void)
{
  g_autoptr (HeedRedactor) redactor = heed_redactor_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *line = g_strnfill (20000, 'x');

  heed_redactor_push (redactor, line, 20000, out);
  heed_redactor_push (redactor, "\n\xff\xfe token=\0s3cr3t\n", 18, out);
  heed_redactor_push (redactor, "\nplain words stay\n", 18, out);
  heed_redactor_finish (redactor, out);
  g_assert_cmpstr (out->str, ==, "[hidden]\n\xff\xfe token= [hidden]\n\nplain words stay\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redactor/whole", test_whole);
  g_test_add_func ("/redactor/split", test_split);
  g_test_add_func ("/redactor/odd", test_odd);
  return g_test_run ();
}
