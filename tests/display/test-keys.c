/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window of the shortcuts says is what the keys do, and nothing that can be done is missing in it. */

#include <adwaita.h>

#include "heed-case-page.h"
#include "heed-company-page.h"
#include "heed-composer.h"
#include "heed-keys.h"
#include "heed-picture-dialog.h"
#include "heed-shortcut-row.h"
#include "heed-sidebar.h"
#include "heed-test-pages.h"
#include "heed-window.h"

/* Buttons of one situation each, and the text's own Ctrl+Z. */
static const char *const without_key[] = {
  "win.load-sample",       "win.remove-sample",     "draft.undo", "picture.keep", "picture.cancel",
  "picture.save-original", "picture.open-original", NULL
};

static void
collect (GtkWidget *widget, GHashTable *shown)
{
  if (HEED_IS_SHORTCUT_ROW (widget))
    {
      char *action, *accelerator;
      g_autofree char *title = NULL;

      g_object_get (widget, "action-name", &action, "accelerator", &accelerator, "title", &title, NULL);
      g_assert_true (title != NULL && *title != '\0');
      g_assert_nonnull (accelerator);
      if (action != NULL)
        g_hash_table_insert (shown, action, accelerator);
      else
        g_free (accelerator);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shown);
}

static GHashTable *
load_shown (void)
{
  GtkWidget *parent = gtk_window_new ();
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  heed_keys_show (GTK_WINDOW (parent));
  heed_test_settle ();
  GtkWidget *window = heed_test_find_window (ADW_TYPE_PREFERENCES_WINDOW);
  collect (window, shown);
  g_assert_cmpuint (heed_test_check_names (window), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  heed_test_settle ();
  return shown;
}

static gboolean
is_of_application (const char *action)
{
  return g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "win");
}

static void
test_keys (void)
{
  g_autoptr (GHashTable) shown = load_shown ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const HeedKey *keys = heed_keys_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *page = g_strndup (keys[i].action, strcspn (keys[i].action, "."));
      g_autofree char *place = g_strconcat (is_of_application (keys[i].action) ? "all" : page, keys[i].trigger, NULL);
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (keys[i].trigger, &key, &modifiers));
      if (!g_hash_table_add (seen, g_steal_pointer (&place)))
        g_error ("two things are done by %s", keys[i].trigger);
      if (!g_hash_table_contains (shown, keys[i].action))
        g_error ("%s is not in the window of the shortcuts", keys[i].action);
      g_assert_cmpstr (g_hash_table_lookup (shown, keys[i].action), ==, keys[i].trigger);
    }
}

/* An action that takes no parameter can be done by a key. */
static guint
check_class (GType type, const char *prefix, GHashTable *shown)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n = 0;
  GType owner;
  const char *name, *property;
  const GVariantType *parameter;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name, &parameter, &property);
       i++)
    {
      if (!g_str_has_prefix (name, prefix) || parameter != NULL || property != NULL
          || g_strv_contains (without_key, name))
        continue;
      if (!g_hash_table_remove (shown, name))
        g_error ("%s is not in the window of the shortcuts", name);
      n++;
    }
  return n;
}

static void
test_actions (void)
{
  g_autoptr (GHashTable) shown = load_shown ();
  static const char *const others[] = { "app.preferences", "app.quit", "window.close" };

  g_assert_cmpuint (check_class (HEED_TYPE_WINDOW, "win.", shown), ==, 7);
  g_assert_cmpuint (check_class (HEED_TYPE_SIDEBAR, "sidebar.", shown), ==, 1);
  g_assert_cmpuint (check_class (HEED_TYPE_CASE_PAGE, "case.", shown), >=, 10);
  g_assert_cmpuint (check_class (HEED_TYPE_COMPOSER, "draft.", shown), >=, 7);
  g_assert_cmpuint (check_class (HEED_TYPE_PICTURE_DIALOG, "picture.", shown), ==, 9);
  g_assert_cmpuint (check_class (HEED_TYPE_COMPANY_PAGE, "company.", shown), >=, 3);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (g_hash_table_remove (shown, others[i]));
  /* Nothing is promised that nobody does. */
  g_assert_cmpuint (g_hash_table_size (shown), ==, 0);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *action)
{
  if (HEED_IS_SHORTCUT_ROW (widget))
    {
      g_autofree char *name = NULL;

      g_object_get (widget, "action-name", &name, NULL);
      if (g_strcmp0 (name, action) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A screen reader says what is done and by which keys. */
static void
test_names (void)
{
  GtkWidget *parent = gtk_window_new ();

  heed_keys_show (GTK_WINDOW (parent));
  heed_test_settle ();
  GtkWidget *window = heed_test_find_window (ADW_TYPE_PREFERENCES_WINDOW);
  gtk_test_accessible_assert_property (find_row (window, "case.paste-reply"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Paste a reply, Shift+Ctrl+V");
  gtk_test_accessible_assert_property (find_row (window, "sidebar.stop-search"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "End the search, Escape");
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  heed_test_settle ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/keys/keys", test_keys);
  g_test_add_func ("/display/keys/actions", test_actions);
  g_test_add_func ("/display/keys/names", test_names);
  return g_test_run ();
}
