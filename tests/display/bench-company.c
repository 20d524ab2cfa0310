/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-company EXCHANGES [scroll]: opens the page of a company with so many exchanges, goes to its conversations and
 * scrolls them from end to end as a person does. A line a frame: how it came about, and of clock and of processor the
 * microseconds from the first of its work to the end of its paint. A line a call that opens something, and a turn of
 * the main loop with more than a millisecond: what went on, and the microseconds of processor, outside of frames. */

#include <adwaita.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "heed-account-records.h"
#include "heed-company-page.h"
#include "heed-test-library.h"

#define MINUTE_S 60
#define COMPANY_ID "https://nettle.example/users/care"
#define TELL_US 1000

static const char *const complaints[] = {
  "My line has been down since this morning and the red light blinks.",
  "Nobody called me back, although I was promised a call by Friday.",
  "I was charged twice for the same month, please look into it.",
  "The engineer never came, and I took a day off for it.",
  "Is there an outage in the north of the town?",
  "The parcel with the new router went to the old address, which I had changed in March.",
  "Your form says that my number does not exist 🤷",
  "I have written three times now: on Monday by letter, on Tuesday by mail, and today here, because nothing else seems "
  "to "
  "reach anybody, and the reference that I was given, NB-4711, is unknown to the two people I spoke to.",
  "Can you help?",
};

static const char *const replies[] = {
  "Sorry about that! We have reset your line, please restart the router.",
  "Please send us a private message with your customer number.",
  "Thank you for telling us, we are looking into it.",
  "We cannot do this here; please call our service on weekdays from 9 to 17.",
  "The refund is on its way and will be with you within five days.",
  "Which router do you have, and what colour is the light?",
};

static const char *const agents[] = { "^Claire", "^Dev", "^MB", "" };

static struct
{
  const char *name;
  gint64 frame_clock;
  gint64 frame_cpu;
  gint64 loop_cpu;
  gint64 drawn_cpu;
  guint n_frames;
} watch = { .name = "start" };

/* The time this thread had the processor. */
static gint64
get_cpu_us (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return (gint64) used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

/* Between two waits there is one turn of the main loop. */
static gint
watched_poll (GPollFD *fds, guint n_fds, gint timeout_ms)
{
  const gint64 work_us = get_cpu_us () - watch.loop_cpu - watch.drawn_cpu;

  if (watch.loop_cpu != 0 && work_us > TELL_US)
    printf ("turn %s %" G_GINT64_FORMAT "\n", watch.name, work_us);
  const gint n_ready = g_poll (fds, n_fds, timeout_ms);
  watch.loop_cpu = get_cpu_us ();
  watch.drawn_cpu = 0;
  return n_ready;
}

static void
frame_begun_cb (void)
{
  watch.frame_clock = g_get_monotonic_time ();
  watch.frame_cpu = get_cpu_us ();
}

static void
frame_ended_cb (void)
{

  const gint64 cpu_us = get_cpu_us () - watch.frame_cpu;

  printf ("frame %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", watch.name,
          g_get_monotonic_time () - watch.frame_clock, cpu_us);
  watch.drawn_cpu += cpu_us;
  watch.n_frames++;
}

static HeedPost *
post_new (char *id, char *author, gint64 at)
{
  HeedPost *post = heed_post_new ();

  post->id = id;
  post->author = author;
  post->created_at = at;
  post->url = g_strdup_printf ("https://nettle.example/@x/%s", id);
  return post;
}

static char *
dup_sentences (GRand *rand, const char *const *sentences, int n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int left = 1 + (int) (g_rand_double (rand) * g_rand_double (rand) * 5); left > 0; left--)
    g_string_append_printf (text, "%s ", sentences[g_rand_int_range (rand, 0, n)]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_exchange (GPtrArray *posts, GRand *rand, guint i)
{
  const gint64 at = HEED_TEST_NOW - (gint64) (i + 1) * 7 * MINUTE_S;
  g_autofree char *said = dup_sentences (rand, complaints, G_N_ELEMENTS (complaints));
  HeedPost *question = post_new (g_strdup_printf ("q%u", i),
                                 g_strdup_printf ("https://nettle.example/users/u%u", i % 7919), at);

  question->author_handle = g_strdup_printf ("u%u@nettle.example", i % 7919);
  question->addressees = g_new0 (char *, 2);
  question->addressees[0] = g_strdup (COMPANY_ID);
  question->text = g_strdup_printf ("@care %s", said);
  g_ptr_array_add (posts, question);
  if (g_rand_double (rand) > 0.66)
    return;
  HeedPost *reply = post_new (g_strdup_printf ("r%u", i), g_strdup (COMPANY_ID),
                              at + (gint64) (g_rand_double (rand) * 600 * MINUTE_S));
  g_autofree char *answer = dup_sentences (rand, replies, G_N_ELEMENTS (replies));
  reply->from_company = TRUE;
  reply->author_handle = g_strdup ("care@nettle.example");
  reply->parents = g_new0 (char *, 2);
  reply->parents[0] = g_strdup (question->id);
  reply->text = g_strdup_printf ("%s%s", answer, agents[g_rand_int_range (rand, 0, G_N_ELEMENTS (agents))]);
  g_ptr_array_add (posts, reply);
}

static gpointer
fill (HeedDatabase *database, gpointer data, GError **error)
{
  HeedAccount *account = heed_account_new ();
  account->network = g_strdup ("mastodon");
  account->id = g_strdup (COMPANY_ID);
  account->handle = g_strdup ("care@nettle.example");

  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  observation->company = g_strdup (HEED_TEST_COMPANY);
  observation->observed_at = HEED_TEST_NOW;
  observation->sees_unanswered = TRUE;
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    add_exchange (posts, rand, i);
  if (heed_account_records_save (database, observation, error))
    heed_post_records_add (database, observation->account_id, posts, error);
  return NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!heed_library_load_finish (HEED_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) user_data = TRUE;
}

static HeedLibrary *
load (guint n)
{
  g_autoptr (GError) error = NULL;
  HeedLibrary *library = heed_test_library_new_empty ();
  gboolean is_loaded = FALSE;

  heed_store_run (heed_context_get_store (heed_library_get_context (library)), fill, GUINT_TO_POINTER (n), NULL,
                  &error);
  if (error != NULL)
    g_error ("%s", error->message);
  g_main_context_set_poll_func (NULL, watched_poll);
  watch.name = "load";
  heed_library_load_async (library, NULL, loaded_cb, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);
  return library;
}

static GtkWidget *
present (HeedCompanyPage *page)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkWidget *window = gtk_window_new ();

  gtk_css_provider_load_from_resource (style, "/org/heed/Heed/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_widget_realize (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", frame_begun_cb, NULL);
  g_signal_connect_after (clock, "after-paint", frame_ended_cb, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  GtkAdjustment *adjustment;
  /* So many pixels a frame, or else from one share of the whole to another. */
  double pixels;
  double from;
  double to;
  guint n_frames;
  guint n_done;
} Scroll;

/* Moves within the frame, as what the mouse did is handed over there. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  const double span = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  if (scroll->n_done == scroll->n_frames)
    return G_SOURCE_REMOVE;
  scroll->n_done++;
  if (scroll->pixels != 0)
    gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + scroll->pixels);
  else
    gtk_adjustment_set_value (scroll->adjustment,
                              span * (scroll->from + (scroll->to - scroll->from) * scroll->n_done / scroll->n_frames));
  return G_SOURCE_CONTINUE;
}

static void
scroll_on (GtkWidget *list, const char *name, Scroll scroll)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  scroll.adjustment = adjustment;
  watch.name = name;
  gtk_widget_add_tick_callback (list, scroll_cb, &scroll, NULL);
  while (scroll.n_done < scroll.n_frames)
    g_main_context_iteration (NULL, TRUE);
  heed_test_settle ();
  printf ("at %.4f\n", gtk_adjustment_get_value (adjustment)
                         / (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)));
}

/* A notch of the wheel is as long as GTK makes it; a scroll bar has a place for each of the pixels it is long. */
static void
scroll_through (GtkWidget *list)
{
  const double page = gtk_adjustment_get_page_size (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  const double notch = pow (page, 2.0 / 3.0);
  const guint n_pixels = (guint) page;

  scroll_on (list, "wheel", (Scroll){ .pixels = notch, .n_frames = 500 });
  scroll_on (list, "page", (Scroll){ .pixels = page, .n_frames = 500 });
  scroll_on (list, "jump", (Scroll){ .from = 0.5, .to = 0.5, .n_frames = 1 });
  scroll_on (list, "wheel", (Scroll){ .pixels = -notch, .n_frames = 500 });
  scroll_on (list, "page", (Scroll){ .pixels = -page, .n_frames = 200 });
  scroll_on (list, "jump", (Scroll){ .from = 1, .to = 1, .n_frames = 1 });
  scroll_on (list, "wheel", (Scroll){ .pixels = -notch, .n_frames = 200 });
  scroll_on (list, "jump", (Scroll){ .n_frames = 1 });
  scroll_on (list, "drag", (Scroll){ .to = 1, .n_frames = n_pixels });
  scroll_on (list, "drag", (Scroll){ .from = 1, .n_frames = n_pixels });
}

static void
open_page (HeedCompanyPage *page, HeedLibrary *library)
{
  HeedCompanyItem *company = heed_library_find_company (library, HEED_TEST_COMPANY);
  const gint64 start = get_cpu_us ();

  watch.name = "open";
  g_object_set (page, "library", library, "item", company, NULL);
  printf ("call open %" G_GINT64_FORMAT "\n", get_cpu_us () - start);
  heed_test_settle ();
}

static void
open_list (HeedCompanyPage *page)
{
  const gint64 start = get_cpu_us ();

  watch.name = "list";
  gtk_widget_activate_action (GTK_WIDGET (page), "company.show-exchanges", "(ss)", "all", "");
  printf ("call list %" G_GINT64_FORMAT "\n", get_cpu_us () - start);
  heed_test_settle ();
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    g_error ("bench-company EXCHANGES [scroll]");
  adw_init ();

  HeedLibrary *library = load ((guint) atoi (argv[1]));
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = present (page);

  watch.name = "empty";
  heed_test_settle ();
  open_page (page, library);
  open_list (page);
  if (argc == 3)
    scroll_through (heed_test_find_widget (window, GTK_TYPE_LIST_VIEW, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (library);
  return 0;
}
