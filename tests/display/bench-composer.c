/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Types into a message, and then into a fact, and prints, a line a key, where it was typed and how many microseconds of
 * clock and of processor it took until all that Heed says was up to date: the counter, the checks and their marks, the
 * facts beside the text and the message of every channel. Then the same until all was there but the messages of the
 * other channels, which threads make: so long the window waits. */

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

static char *
dup_long (const char *start)
{
  GString *text = g_string_new (start);

  while (text->len < TEXT_CHARS)
    g_string_append (text, sentence);
  return g_string_free (g_string_truncate (text, TEXT_CHARS), FALSE);
}

/* The company is on all networks, and what happened takes 2,000 characters to tell. */
static void
fill_case (HeedLibrary *library)
{
  static const char *const handles[][2] = { { "bluesky", "nettle.example" },
                                            { "x", "NettleCare" },
                                            { "threads", "nettle.care" } };
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (heed_test_get_case (library, "Line down")));

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    g_hash_table_insert (the_case->facts->handles, g_strdup (handles[i][0]), g_strdup (handles[i][1]));
  the_case->facts->company_email = g_strdup ("care@nettle.example");
  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = dup_long ("");
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", "0042-991-77", TRUE));
  heed_test_put_case (library, the_case);
}

/* As a key does: the letter, and all that Heed does about it; that GTK draws it is not counted, so the window is
 * hidden.
 */
static void
press (HeedComposer *page, const char *place, guint i)
{
  const char letter[] = { sentence[i % strlen (sentence)], '\0' };
  const gint64 clock = g_get_monotonic_time ();
  const gint64 processor = read_processor_us ();
  int at = -1;

  if (g_str_equal (place, "text"))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (page->text_view), letter, 1);
  else
    gtk_editable_insert_text (page->consequence_row, letter, 1, &at);
  if (page->update_source != 0)
    heed_composer_update (page);
  const gint64 own_clock = g_get_monotonic_time () - clock;
  const gint64 own_processor = read_processor_us () - processor;
  while (page->job != NULL)
    g_main_context_iteration (NULL, TRUE);
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", place,
          g_get_monotonic_time () - clock, read_processor_us () - processor, own_clock, own_processor);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  adw_init ();

  HeedLibrary *library = heed_test_library_new ();
  HeedComposer *page = HEED_COMPOSER (heed_composer_new ());
  fill_case (library);
  g_object_set (page, "library", library, "item", heed_test_get_case (library, "Line down"), NULL);
  g_object_set (page, "network", "", "channel", "email", NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 1300, 900);
  heed_test_settle ();
  gtk_widget_set_visible (window, FALSE);
  for (guint i = 0; i < KEYS; i++)
    press (page, "fact", i);
  g_autofree char *text = dup_long ("@care@nettle.example Case NB-4711: please call me soon. ");
  g_object_set (page, "network", "mastodon", "channel", "public", NULL);
  heed_composer_replace_text (page, 0, G_MAXINT, text);
  heed_test_settle ();
  for (guint i = 0; i < KEYS; i++)
    press (page, "text", i);
  heed_test_close_page (window, page);
  g_object_unref (library);
  return 0;
}
