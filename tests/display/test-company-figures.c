/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the company page says of the sample data, section by section, and what each figure can do. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>

#include "heed-agents-section.h"
#include "heed-answers-section.h"
#include "heed-clocks-section.h"
#include "heed-company-page.h"
#include "heed-effort-section.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-hours-section.h"
#include "heed-replies-section.h"
#include "heed-similar-section.h"
#include "heed-test-pages.h"
#include "heed-verdict-card.h"
#include "heed-week-map.h"

#define CARE "@norfolkcare@norfolk.example"
#define HELP "@norfolkhelp.norfolk.example"

static void
assert_shows (GtkWidget *root, const char *text)
{
  if (heed_test_find_widget (root, GTK_TYPE_LABEL, text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* Figures that rest on what replies were read as are compared with the scorecard: the word lists grow. */
static void
assert_shows_share (GtkWidget *root, const HeedShare *share)
{
  g_autofree char *text = heed_format_share (share);

  g_assert_cmpuint (share->n, >, 0);
  assert_shows (root, text);
}

static HeedAccountItem *
get_account (HeedLibrary *library, const char *handle)
{
  HeedCompanyItem *company = heed_library_find_company (library, "Norfolk Broadband");
  GListModel *accounts = heed_company_item_get_accounts (company);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, i);
      g_autofree char *own = NULL;

      g_object_get (account, "handle", &own, NULL);
      if (g_str_equal (own, handle))
        return account;
    }
  g_error ("there is no account %s", handle);
}

static const HeedScorecard *
get_scorecard (HeedLibrary *library, const char *handle)
{
  return heed_account_item_get_checked (get_account (library, handle))->scorecard;
}

static HeedFigure *
get_figure (GtkWidget *root)
{
  return HEED_FIGURE (heed_test_find_widget (root, HEED_TYPE_FIGURE, NULL));
}

/* What heedctl check --archive data/sample/posts.jsonl prints of the same account. */
static void
test_answers (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedAnswersSection *section = g_object_new (HEED_TYPE_ANSWERS_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 500);

  heed_answers_section_set (section, get_scorecard (library, CARE));
  heed_test_settle ();
  assert_shows (window,
                "Within an hour 48\u00a0% (44–54\u00a0%), within a day 76\u00a0% (72–80\u00a0%), of 392 messages");
  g_assert_null (heed_test_find_widget (window, GTK_TYPE_LABEL, "Answered in public"));
  g_object_set (get_figure (window), "as-table", TRUE, NULL);
  heed_test_settle ();
  assert_shows (window, "Answered in public");
  assert_shows (window, "82\u00a0% (78–86\u00a0%)");
  assert_shows (window, "In open hours");
  assert_shows (window, "32 minutes");
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static void
test_clocks (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedClocksSection *section = g_object_new (HEED_TYPE_CLOCKS_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 500);
  HeedSample open;

  heed_clocks_section_set (section, get_scorecard (library, CARE));
  heed_test_settle ();
  assert_shows (window, "Of 261 conversations.");
  assert_shows (window, "A reply of substance");
  assert_shows_share (window, &get_scorecard (library, CARE)->clocks[HEED_CLOCK_SUBSTANCE].wall.rate);
  assert_shows (window, "Of those, half within 57 minutes, 9 of 10 within 22 hours");
  assert_shows (window, "Confirmed as settled");
  assert_shows_share (window, &get_scorecard (library, CARE)->clocks[HEED_CLOCK_SOLUTION].wall.rate);

  /* Nights count no more once only open hours do. */
  open = get_scorecard (library, CARE)->clocks[HEED_CLOCK_HUMAN].open_hours;
  g_assert_cmpfloat (open.answered_p90_s, <, 3 * 3600);
  gtk_switch_set_active (GTK_SWITCH (heed_test_find_widget (window, GTK_TYPE_SWITCH, NULL)), TRUE);
  heed_test_settle ();
  assert_shows (window, "9 of 10 within 2 hours");
  g_assert_null (heed_test_find_widget (window, GTK_TYPE_LABEL, "half within 57 minutes, 9 of 10 within 22 hours"));
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static void
test_hours (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedHoursSection *section = g_object_new (HEED_TYPE_HOURS_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 700);

  heed_hours_section_set (section, get_scorecard (library, CARE), HEED_TEST_NOW);
  heed_test_settle ();
  assert_shows (window, "Hours it states");
  assert_shows (window, "Mon–Fri 8–20; Sat 9–17; Sun closed");
  assert_shows (window,
                "68 hours a week are stated, of which it usually answers in 68, and beside them in 0. In 2 of those");
  assert_shows (window, "inferred from when it replies and greets; right to an hour with a certainty of");
  assert_shows (window, "8:03 (62 of 62 days)");
  assert_shows (window, "20:00 (62 of 62 days)");
  g_object_set (get_figure (window), "as-table", TRUE, NULL);
  heed_test_settle ();
  assert_shows (window, "Tuesday, 11–12");
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static void
test_replies (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedRepliesSection *section = g_object_new (HEED_TYPE_REPLIES_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 700);
  const HeedScorecard *scorecard = get_scorecard (library, HELP);

  heed_replies_section_set (section, get_scorecard (library, CARE));
  heed_test_settle ();
  assert_shows (window, "Of 322 replies");
  assert_shows (window, "Asks for details");
  assert_shows_share (window, &get_scorecard (library, CARE)->kinds[2]);
  assert_shows (window, "Signed by a person");
  assert_shows (window, "100\u00a0% (99–100\u00a0%)");
  g_assert_null (heed_test_find_widget (window, GTK_TYPE_EXPANDER, NULL));

  /* The other account has a machine that answers at once; its text folds out. */
  heed_replies_section_set (section, scorecard);
  heed_test_settle ();
  g_assert_cmpuint (scorecard->templates->len, >, 0);
  const HeedTemplate *template = scorecard->templates->pdata[0];
  GtkWidget *expander = heed_test_find_widget (window, GTK_TYPE_EXPANDER, NULL);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  heed_test_settle ();
  assert_shows (expander, template->text);
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static void
test_agents (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedAgentsSection *section = g_object_new (HEED_TYPE_AGENTS_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 500);

  heed_agents_section_set (section, get_scorecard (library, CARE));
  heed_test_settle ();
  assert_shows (window, "Claire");
  assert_shows (window, "188 replies, typically after 43 minutes, mostly 8–14 h");
  assert_shows (window, "Sends people elsewhere (");
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static void
test_effort (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedEffortSection *section = g_object_new (HEED_TYPE_EFFORT_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 500);

  heed_effort_section_set (section, get_scorecard (library, CARE));
  heed_test_settle ();
  assert_shows (window, "Of 211 conversations with a reply.");
  assert_shows (window, "Helped on the spot");
  assert_shows_share (window, &get_scorecard (library, CARE)->effort.in_channel);
  assert_shows (window, "Handed over to somebody else");
  assert_shows_share (window, &get_scorecard (library, CARE)->effort.hand_overs);
  assert_shows (window, "Confirmed as settled, with a reply");
  assert_shows (window, "Half needed at most 1, 9 of 10 at most 2");
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

/* An account with a single message, which says where it went. */
static HeedAccountItem *
create_moved (HeedNoticeState state, const char *to)
{
  HeedChecked *checked = g_new0 (HeedChecked, 1);
  HeedAccount *account = heed_account_new ();
  HeedNotice notice = { state, HEED_NOTICE_IN_BIO, (char *) "We have packed up", (char *) to, 0 };
  HeedScorecardOptions options = { .notice = &notice };

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://old.example/users/care");
  account->handle = g_strdup ("care@old.example");
  checked->observation = heed_observation_new (account);
  checked->observation->observed_at = HEED_TEST_NOW;
  checked->set = heed_exchange_set_new (account->id);
  checked->set->from = checked->set->until = HEED_TEST_NOW;
  checked->scorecard = heed_scorecard_new (checked->set, &options);
  return heed_account_item_new (checked);
}

/* A notice names the account to go to, and one press checks that one. */
static void
test_notice (void)
{
  HeedAccountItem *moved = create_moved (HEED_NOTICE_MOVED, "care@new.example");
  HeedAccountItem *elsewhere = create_moved (HEED_NOTICE_CARE_ELSEWHERE, "https://new.example/help");
  HeedVerdictCard *card = g_object_new (HEED_TYPE_VERDICT_CARD, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (card), 500, 400);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  heed_verdict_card_set (card, moved, HEED_TEST_NOW, zone);
  heed_test_settle ();
  assert_shows (window, "It moved to @care@new.example: “We have packed up” (its bio).");
  GtkWidget *label = heed_test_find_widget (window, GTK_TYPE_LABEL, "Check @care@new.example");
  g_assert_nonnull (label);
  GtkWidget *check = gtk_widget_get_parent (label);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (check)), ==, "win.check-account");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (check)), NULL), ==,
                   "@care@new.example");
  g_assert_cmpuint (heed_test_check_names (window), >=, 4);

  /* A page is no account: it can only be opened. */
  heed_verdict_card_set (card, elsewhere, HEED_TEST_NOW, zone);
  heed_test_settle ();
  assert_shows (window, "For help it names https://new.example/help");
  g_assert_false (gtk_widget_get_visible (check));
  heed_test_close_page (window, card);
  g_assert_finalize_object (moved);
  g_assert_finalize_object (elsewhere);
}

static void
test_duty (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedVerdictCard *card = g_object_new (HEED_TYPE_VERDICT_CARD, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (card), 500, 400);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  heed_verdict_card_set (card, get_account (library, CARE), HEED_TEST_NOW, zone);
  heed_test_settle ();
  assert_shows (window, get_scorecard (library, CARE)->summary);
  assert_shows (window, "On duty now, until 20:00");
  heed_verdict_card_set (card, get_account (library, CARE), HEED_TEST_NOW + 12 * 3600, zone);
  assert_shows (window, "Closed now, back tomorrow at 9:00");
  heed_test_close_page (window, card);
  g_assert_finalize_object (library);
}

/* A picture is there in points and in lines, of the chart or of its table, and on the clipboard. */
static void
test_picture (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedHoursSection *section = g_object_new (HEED_TYPE_HOURS_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 700);
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autoptr (GFile) png = g_file_new_build_filename (folder, "map.png", NULL);
  g_autoptr (GFile) svg = g_file_new_build_filename (folder, "map.SVG", NULL);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "no-such-folder", "map.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  heed_hours_section_set (section, get_scorecard (library, CARE), HEED_TEST_NOW);
  heed_test_settle ();
  HeedFigure *figure = get_figure (window);
  g_autofree char *caption = heed_figure_dup_caption (figure);
  g_autofree char *help = NULL;
  g_object_get (figure, "help", &help, NULL);
  g_assert_nonnull (strstr (caption, "Seen from "));
  g_assert_nonnull (strstr (caption, " 2026."));
  g_assert_true (g_str_has_suffix (caption, help));
  g_assert_true (heed_figure_save (figure, png, &error));
  g_assert_no_error (error);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_file (png, &error);
  g_assert_no_error (error);
  /* Twice as fine as the screen. */
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2 * 600);
  /* What the picture says of itself has its room below the chart. */
  GtkWidget *map = heed_test_find_widget (window, HEED_TYPE_WEEK_MAP, NULL);
  g_assert_cmpint (gdk_texture_get_height (texture), >, 2 * gtk_widget_get_height (map) + 2 * 90);

  g_assert_true (heed_figure_save (figure, svg, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (svg, NULL, &lines, NULL, NULL, &error));
  g_assert_nonnull (strstr (lines, "<svg"));
  g_assert_nonnull (strstr (lines, "<path"));

  g_assert_false (heed_figure_save (figure, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (figure), "figure.copy", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (gtk_widget_get_clipboard (window)),
                                                    GDK_TYPE_TEXTURE));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (figure), "figure.save", NULL));
  GtkNativeDialog *dialog = g_object_get_data (G_OBJECT (figure), "save-dialog");
  g_autofree char *proposed = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  g_assert_true (g_str_has_suffix (proposed, " - When they answer.png"));
  gtk_native_dialog_destroy (dialog);
  g_file_delete (png, NULL, NULL);
  g_file_delete (svg, NULL, NULL);
  g_rmdir (folder);
  heed_test_close_page (window, section);
  g_assert_finalize_object (library);
}

static gboolean
shows_result (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "The customer thanked for this") != NULL;
}

static gboolean
shows_nothing_found (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "Nobody seems to have asked that in public") != NULL;
}

static void
search_similar (GtkWidget *window, const char *problem)
{
  GtkWidget *entry = heed_test_find_widget (window, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), problem);
  g_signal_emit_by_name (entry, "activate");
}

/* What helped others stands first (S14, S15). */
static void
test_similar (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedSimilarSection *section = g_object_new (HEED_TYPE_SIMILAR_SECTION, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (section), 700, 700);

  heed_similar_section_set (section, heed_library_get_context (library), get_account (library, CARE));
  search_similar (window, "charged twice on my bill, refund");
  heed_test_wait_until (shows_result, window);
  search_similar (window, "xylophone");
  heed_test_wait_until (shows_nothing_found, window);
  g_assert_false (shows_result (window));

  /* Closed while it searches, it leaves nothing behind. */
  search_similar (window, "refund");
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_finalize_object (section);
  g_assert_finalize_object (library);
}

static gboolean
shows_conversations (gpointer data)
{
  GtkWidget *stack = heed_test_find_widget (data, GTK_TYPE_STACK, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "conversations") == 0;
}

static void
go_back_to_figures (HeedCompanyPage *page)
{
  g_assert_true (shows_conversations (page));
  gtk_widget_activate_action (GTK_WIDGET (page), "company.show", "s", "figures");
  heed_test_settle ();
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *label = heed_test_find_widget (root, GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* From a figure to the messages behind it: a kind's bar, an agent's row, an hour of the map. */
static void
test_show_these (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 900, 700);
  guint n_thursday;

  g_object_set (page, "library", library, "item", heed_library_find_company (library, "Norfolk Broadband"), NULL);
  heed_test_settle ();
  gtk_widget_activate (find_row (window, "Asks to go on in private"));
  heed_test_settle ();
  const HeedShare *private_share = &get_scorecard (library, CARE)->kinds[3];
  g_autofree char *asked = g_strdup_printf ("Asks to go on in private: %.0f of 392 messages",
                                            private_share->value * private_share->n);
  assert_shows (window, asked);
  go_back_to_figures (page);
  gtk_widget_activate (find_row (window, "Priya"));
  heed_test_settle ();
  assert_shows (window, "Priya: 42 of 392 messages");
  go_back_to_figures (page);

  n_thursday = get_scorecard (library, CARE)->week[3][12].n;
  g_assert_cmpuint (n_thursday, >=, HEED_WEEK_MAP_LEAST_N);
  gtk_widget_activate_action (heed_test_find_widget (window, HEED_TYPE_WEEK_MAP, NULL), "company.show-exchanges",
                              "(ss)", "hour", "3:12");
  heed_test_settle ();
  g_autofree char *shown = g_strdup_printf ("Thursday · 12–13 h: %u of 392 messages", n_thursday);
  assert_shows (window, shown);
  go_back_to_figures (page);
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

static void
assert_opens_as_many (GtkWidget *window, HeedCompanyPage *page, const char *title, const char *shown_as, guint n)
{
  g_autofree char *shown = g_strdup_printf ("%s: %u of 392 messages", shown_as, n);

  g_assert_cmpuint (n, >, 0);
  gtk_widget_activate (find_row (window, title));
  heed_test_settle ();
  assert_shows (window, shown);
  go_back_to_figures (page);
}

static guint
get_count (const HeedShare *share)
{
  return (guint) lround (share->value * share->n);
}

/* The clocks and what it takes lead to as many conversations as they count. */
static void
test_show_courses (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 900, 700);
  const HeedScorecard *scorecard = get_scorecard (library, CARE);
  const HeedEffort *effort = &scorecard->effort;

  g_object_set (page, "library", library, "item", heed_library_find_company (library, "Norfolk Broadband"), NULL);
  heed_test_settle ();
  assert_opens_as_many (window, page, "A reply of substance", "A reply of substance",
                        get_count (&scorecard->clocks[HEED_CLOCK_SUBSTANCE].wall.rate));
  assert_opens_as_many (window, page, "Helped on the spot", "Helped on the spot", get_count (&effort->in_channel));
  assert_opens_as_many (window, page, "Handed over to somebody else", "Handed over to somebody else",
                        get_count (&effort->hand_overs));
  assert_opens_as_many (window, page, "Messages of the customer", "With a reply", effort->conversations);
  assert_opens_as_many (window, page, "Signed by a person", "Signed by a person", get_count (&scorecard->signed_share));
  gtk_widget_activate (find_row (window, "Without one so far"));
  heed_test_settle ();
  g_autofree char *shown = g_strdup_printf ("Not answered: %u of 392 messages",
                                            scorecard->all.messages - scorecard->all.answered);
  assert_shows (window, shown);
  go_back_to_figures (page);
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

/* What looks automatic leads to the conversations with such a reply; where there is none, nowhere. */
static void
test_show_automatic (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 900, 700);
  const HeedTimings *automatic = &get_scorecard (library, HELP)->clocks[HEED_CLOCK_AUTOMATIC];

  g_object_set (page, "library", library, "item", heed_library_find_company (library, "Norfolk Broadband"), NULL);
  heed_test_settle ();
  g_assert_cmpuint (automatic->wall.answered, >, 0);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (window, "Looks automatic"))));
  gtk_widget_activate (find_row (window, HELP));
  heed_test_settle ();
  gtk_widget_activate (find_row (window, "Looks automatic"));
  heed_test_settle ();
  g_autofree char *shown = g_strdup_printf ("An automatic reply: %u of ", get_count (&automatic->wall.rate));
  assert_shows (window, shown);
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

static void
test_names (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 900, 700);
  GtkWidget *row;

  g_object_set (page, "library", library, "item", heed_library_find_company (library, "Norfolk Broadband"), NULL);
  heed_test_settle ();
  g_assert_cmpuint (heed_test_check_names (window), >=, 20);
  row = find_row (window, "Asks for details");
  g_autofree char *share = heed_format_share (&get_scorecard (library, CARE)->kinds[2]);
  g_autofree char *name = g_strconcat ("Asks for details: ", share, NULL);
  g_autofree char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                               name);
  g_assert_cmpstr (label, ==, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heed_test_find_widget (window, HEED_TYPE_WEEK_MAP, NULL)),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_activate_action (GTK_WIDGET (page), "company.show-exchanges", "(ss)", "all", "");
  heed_test_settle ();
  g_assert_cmpuint (heed_test_check_names (window), >=, 3);
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/company/answers", test_answers);
  g_test_add_func ("/display/company/clocks", test_clocks);
  g_test_add_func ("/display/company/hours", test_hours);
  g_test_add_func ("/display/company/replies", test_replies);
  g_test_add_func ("/display/company/agents", test_agents);
  g_test_add_func ("/display/company/effort", test_effort);
  g_test_add_func ("/display/company/notice", test_notice);
  g_test_add_func ("/display/company/duty", test_duty);
  g_test_add_func ("/display/company/picture", test_picture);
  g_test_add_func ("/display/company/similar", test_similar);
  g_test_add_func ("/display/company/show-these", test_show_these);
  g_test_add_func ("/display/company/show-courses", test_show_courses);
  g_test_add_func ("/display/company/show-automatic", test_show_automatic);
  g_test_add_func ("/display/company/names", test_names);
  return g_test_run ();
}
