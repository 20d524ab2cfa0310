/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-reply-shape.h"

/* Parts as companies number them, at either end; not every stroke between figures is one. */
static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    guint part, n_parts;
  } cases[] = {
    { "@ann We looked into it and 1/2", 1, 2 },
    { "2/2 will send a new one.", 2, 2 },
    { "We are sorry (1/3) ^Eve", 1, 3 },
    { "It is on its way. [2 of 3] https://acme.example/x", 2, 3 },
    { "Have a look, part 2 of 2.", 2, 2 },
    { "We are here 24/7", 0, 0 },
    { "Until 9/10/2026", 0, 0 },
    { "3/2 of it", 0, 0 },
    { "1/1", 0, 0 },
    { "0/2", 0, 0 },
    { "https://acme.example/1/2", 0, 0 },
    { "7 of our people", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyShape) shape = { 0 };

      heed_reply_shape_read (cases[i].text, &shape);
      if (shape.part != cases[i].part || shape.n_parts != cases[i].n_parts)
        g_error ("%s: read as %u of %u", cases[i].text, shape.part, shape.n_parts);
    }
}

/* S53: of a link host and path are kept, nothing that may tell of a person. */
static void
test_links (void)
{
  static const struct
  {
    const char *text, *link;
  } cases[] = {
    { "See https://Help.Acme.example/Kettles/?user=ann#top now", "help.acme.example/Kettles" },
    { "See (http://www.acme.example/faq).", "acme.example/faq" },
    { "https://acme.example", "acme.example" },
    { "https://ann:secret@acme.example/a", "acme.example/a" },
    { "first https://a.example/1 then https://b.example/2", "a.example/1" },
    { "https://?", NULL },
    { "http and https:// alone", NULL },
    { "www.acme.example", NULL },
    { "nothing", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyShape) shape = { 0 };

      heed_reply_shape_read (cases[i].text, &shape);
      g_assert_cmpstr (shape.link, ==, cases[i].link);
    }
}

/* S51: replies that one must click to read to the end. */
static void
test_truncated (void)
{
  static const char *const truncated[] = {
    "@ann We are sorry that the kettle leaks. To help you we need to know where you bou… https://acme.example/r/1",
    "@ann We are sorry that the kettle... https://acme.example/r/1 ",
    "@ann Could you tell us your order numbhttps://acme.example/r/1",
    "@ann Jak to się stałóhttps://acme.example/r/1",
  };
  static const char *const whole[] = {
    "@ann Have a look here: https://acme.example/r/1",
    "@ann Well… we will see.",
    "@ann Well… see https://acme.example/r/1 for more.",
    "@ann (https://acme.example/r/1)",
    "https://acme.example/r/1",
    "...",
  };

  for (guint i = 0; i < G_N_ELEMENTS (truncated); i++)
    {
      g_auto (HeedReplyShape) shape = { 0 };

      heed_reply_shape_read (truncated[i], &shape);
      if (!shape.truncated)
        g_error ("read as whole: %s", truncated[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_auto (HeedReplyShape) shape = { 0 };

      heed_reply_shape_read (whole[i], &shape);
      if (shape.truncated)
        g_error ("read as cut off: %s", whole[i]);
    }
}

/* Broken UTF-8 and text without an end in sight. */
static void
test_odd_texts (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *long_link = g_strconcat ("https://acme.example/", long_text, NULL);
  static const char *const odd[] = { "\xff\xfehttps://\xff\xff/\xff", "\xc3https://a.example", "1/", "1 of ", "http" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_auto (HeedReplyShape) shape = { 0 };

      heed_reply_shape_read (odd[i], &shape);
      g_assert_true (shape.link == NULL || g_utf8_validate (shape.link, -1, NULL));
    }
  g_auto (HeedReplyShape) shape = { 0 };
  heed_reply_shape_read (long_link, &shape);
  g_assert_cmpuint (strlen (shape.link), ==, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-shape/parts", test_parts);
  g_test_add_func ("/reply-shape/links", test_links);
  g_test_add_func ("/reply-shape/truncated", test_truncated);
  g_test_add_func ("/reply-shape/odd-texts", test_odd_texts);
  return g_test_run ();
}
