/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the pages of a case have in common. */

#include "heed-test-pages.h"

#include <adwaita.h>

#include "heed-case-records.h"

/** heed_test_get_case: (transfer none): the case of that title. */
HeedCaseItem *
heed_test_get_case (HeedLibrary *library, const char *title)
{
  GListModel *cases = heed_library_get_cases (library);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (cases, i);

      if (g_strcmp0 (heed_case_item_get_case (item)->title, title) == 0)
        return item;
    }
  g_error ("there is no case “%s”", title);
}

typedef struct
{
  HeedCaseItem *item;
  gboolean is_done;
} Wait;

static gboolean
is_done (gpointer data)
{
  return ((Wait *) data)->is_done;
}

static void
case_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Wait *wait = user_data;

  wait->item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  wait->is_done = TRUE;
}

/** heed_test_put_case: (transfer none): stores @the_case and gives its item. */
HeedCaseItem *
heed_test_put_case (HeedLibrary *library, HeedCase *the_case)
{
  Wait wait = { NULL };

  heed_library_save_case_async (library, the_case, NULL, case_saved_cb, &wait);
  heed_test_wait_until (is_done, &wait);
  g_object_unref (wait.item);
  return wait.item;
}

static void
event_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  heed_library_add_event_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  ((Wait *) user_data)->is_done = TRUE;
}

/** heed_test_put_event: adds @event (transfer full) to a case. */
void
heed_test_put_event (HeedLibrary *library, HeedCaseItem *item, HeedEvent *event)
{
  Wait wait = { NULL };

  heed_library_add_event_async (library, item, event, NULL, event_added_cb, &wait);
  heed_test_wait_until (is_done, &wait);
  heed_event_free (event);
}

static void
document_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  heed_library_add_document_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  ((Wait *) user_data)->is_done = TRUE;
}

/** heed_test_add_document: adds a copy of @file to a case. */
void
heed_test_add_document (HeedLibrary *library, HeedCaseItem *item, GFile *file)
{
  Wait wait = { NULL };

  heed_library_add_document_async (library, item, file, NULL, document_added_cb, &wait);
  heed_test_wait_until (is_done, &wait);
}

static gpointer
load_case (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_case_records_load (database, *(gint64 *) data, error);
}

/** heed_test_load_case: (transfer full): the case as the store has it. */
HeedCase *
heed_test_load_case (HeedLibrary *library, gint64 id)
{
  g_autoptr (GError) error = NULL;
  HeedCase *the_case = heed_store_run (heed_context_get_store (heed_library_get_context (library)), load_case, &id,
                                       NULL, &error);

  g_assert_no_error (error);
  return the_case;
}

/** heed_test_present: (transfer none): a window that shows @page; @page is owned by the caller from now on. */
GtkWidget *
heed_test_present (GtkWidget *page, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  g_object_ref_sink (page);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  heed_test_settle ();
  return window;
}

/** heed_test_find_window: (transfer none): the open window of that type. */
GtkWidget *
heed_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/** heed_test_type: makes @text the content of a text view. */
void
heed_test_type (GtkWidget *view, const char *text)
{
  g_assert_true (GTK_IS_TEXT_VIEW (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/** heed_test_dup_typed: (transfer full): the content of a text view. */
char *
heed_test_dup_typed (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_interactive (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || (GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget)) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_EXPANDER (widget);
}

/* A name of its own, a label that names it, or words inside it. */
static gboolean
has_name (GtkWidget *widget)
{
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_name (child))
      return TRUE;
  return FALSE;
}

/* The parts a widget is made of are named by the whole. */
static gboolean
is_part (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_EXPANDER (parent)
        || g_str_has_prefix (G_OBJECT_TYPE_NAME (parent), "AdwComboRow") || GTK_IS_WINDOW_CONTROLS (parent))
      return TRUE;
  return FALSE;
}

static guint
check_names (GtkWidget *root)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (root))
    return 0;
  if (is_interactive (root) && !is_part (root))
    {
      if (!has_name (root))
        g_error ("a %s has no name, in a %s", G_OBJECT_TYPE_NAME (root),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_names (child);
  return n;
}

/** heed_test_check_flows: what flows below @root is a list or a group to those who do not see it, and not the table
 * that GTK takes it for. Returns how much of it is seen. */
guint
heed_test_check_flows (GtkWidget *root)
{
  const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root));
  guint n = GTK_IS_FLOW_BOX (root) && gtk_widget_get_mapped (root);

  if (role == GTK_ACCESSIBLE_ROLE_GRID || role == GTK_ACCESSIBLE_ROLE_GRID_CELL)
    g_error ("a %s is told as a part of a table", G_OBJECT_TYPE_NAME (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += heed_test_check_flows (child);
  return n;
}

/* Two labels in sight must not share an access key: it would only move between them, and do neither. */
static void
check_mnemonics (GtkWidget *widget, GHashTable *seen)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) != GDK_KEY_VoidSymbol)
    {
      gpointer key = GUINT_TO_POINTER (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)));
      const char *text = gtk_label_get_label (GTK_LABEL (widget)), *other = g_hash_table_lookup (seen, key);

      if (other != NULL)
        g_error ("“%s” and “%s” have the same access key", other, text);
      g_hash_table_insert (seen, key, (gpointer) text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_mnemonics (child, seen);
}

/**
 * heed_test_check_names: everything to act on below @root that is seen has a name for those who do not see it, and an
 * access key of its own where it has one.
 *
 * Returns: how many such things there are
 */
guint
heed_test_check_names (GtkWidget *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  check_mnemonics (root, seen);
  return check_names (root);
}

/**
 * heed_test_check_tab: Tab leads on from everything in @window, and in the end around.
 *
 * Returns: how many things it leads to
 */
guint
heed_test_check_tab (GtkWidget *window)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *last = NULL;

  for (;;)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      if (focus == NULL || focus == last)
        g_error ("Tab does not lead on from a %s", last != NULL ? G_OBJECT_TYPE_NAME (last) : "window");
      if (!g_hash_table_add (seen, focus))
        return g_hash_table_size (seen);
      last = focus;
    }
}

/** heed_test_run_xdotool: keys and the mouse of the window that has the keys, sent by the X server as from a person. */
void
heed_test_run_xdotool (const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;
  va_list list;
  int status;

  va_start (list, format);
  g_autofree char *rest = g_strdup_vprintf (format, list);
  va_end (list);
  g_autofree char *line = g_strconcat ("xdotool ", rest, NULL);
  g_assert_true (g_shell_parse_argv (line, NULL, &arguments, NULL));
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  heed_test_settle ();
}

/** heed_test_close_page: closes @window and proves that nothing keeps @page. */
void
heed_test_close_page (GtkWidget *window, gpointer page)
{
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  /* What was typed last may still be on its way into the store. */
  for (int i = 0; i < 100 && G_OBJECT (page)->ref_count > 1; i++)
    heed_test_settle ();
  g_assert_finalize_object (G_OBJECT (page));
}

/** heed_test_get_least_width: pixels that @widget needs. */
int
heed_test_get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/** heed_test_load_style: the looks of Heed, as the application loads them. */
void
heed_test_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/heed/Heed/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
