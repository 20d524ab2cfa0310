/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Types into a message of 2,000 characters and prints, a line a key, how many microseconds of clock and of processor it
 * took until the text was counted and checked and the facts beside it marked. */

#include <adwaita.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "heed-composer-private.h"
#include "heed-test-pages.h"

#define KEYS 500
#define TEXT_CHARS 2000

static const char sentence[] = "My line at 12 Mill Lane has been down since 3 March, and nobody came. ";

static gint64
read_processor_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
fill (HeedComposer *page)
{
  g_autoptr (GString) text = g_string_new ("@care@nettle.example Case NB-4711: please call me soon. ");

  while (text->len < TEXT_CHARS)
    g_string_append (text, sentence);
  g_string_truncate (text, TEXT_CHARS);
  heed_composer_replace_text (page, 0, G_MAXINT, text->str);
  heed_test_settle ();
}

/* As a key does: the letter, and what Heed does about it; that GTK draws it is not counted. */
static void
press (HeedComposer *page, guint i)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (page->text_view);
  const char letter[] = { sentence[i % strlen (sentence)], '\0' };
  const gint64 clock = g_get_monotonic_time ();
  const gint64 processor = read_processor_us ();

  gtk_text_buffer_insert_at_cursor (buffer, letter, 1);
  heed_composer_update (page);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - clock,
          read_processor_us () - processor);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  adw_init ();

  HeedLibrary *library = heed_test_library_new ();
  HeedComposer *page = HEED_COMPOSER (heed_composer_new ());
  g_object_set (page, "library", library, "item", heed_test_get_case (library, "Line down"), "channel", "public",
                "network", "mastodon", NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 1080, 720);
  fill (page);
  for (guint i = 0; i < KEYS; i++)
    press (page, i);
  heed_test_close_page (window, page);
  g_object_unref (library);
  return 0;
}
