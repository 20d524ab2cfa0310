/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-new-case-dialog-private.h"

#include <glib/gi18n.h>

#include "heed-reference-item.h"

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  PROP_COMPANY,
  N_PROPS
};

enum
{
  SIGNAL_CREATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedNewCaseDialog, heed_new_case_dialog, ADW_TYPE_WINDOW)

static HeedCaseState
get_state (HeedNewCaseDialog *self)
{
  return self->item != NULL ? heed_case_item_get_case (self->item)->state : HEED_CASE_DRAFT;
}

static void
complain (HeedNewCaseDialog *self, const char *sentence, GtkWidget *field)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  /* A row inside a closed expander cannot take the focus. */
  if (gtk_widget_is_ancestor (field, GTK_WIDGET (self->handles_row)))
    adw_expander_row_set_expanded (self->handles_row, TRUE);
  gtk_widget_grab_focus (field);
}

static void
touched_cb (HeedNewCaseDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->is_filling)
    return;
  self->is_touched = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
    gtk_widget_remove_css_class (focus, "error");
}

static void
company_changed_cb (HeedNewCaseDialog *self)
{
  HeedCompanyItem *company = NULL;

  touched_cb (self);
  if (self->library != NULL && !self->is_filling)
    company = heed_library_find_company (self->library, gtk_editable_get_text (self->company_row));
  if (company != NULL)
    heed_new_case_form_show_company (self, company);
}

static gpointer
load_identity (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_identity_records_load (database, error);
}

static void
identity_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedNewCaseDialog) self = HEED_NEW_CASE_DIALOG (user_data);
  g_autoptr (HeedIdentity) identity = heed_store_run_finish (HEED_STORE (source), result, NULL);

  if (identity != NULL && self->library != NULL)
    heed_new_case_form_show_identity (self, identity);
}

static gpointer
save_identity (HeedDatabase *database, gpointer data, GError **error)
{
  heed_identity_records_save (database, data, error);
  return NULL;
}

static HeedStore *
get_store (HeedNewCaseDialog *self)
{
  return heed_context_get_store (heed_library_get_context (self->library));
}

/* What is typed of oneself is kept, so that it is typed once. A failure costs only that. */
static void
keep_identity (HeedNewCaseDialog *self)
{
  heed_store_run_async (get_store (self), save_identity, heed_new_case_form_dup_identity (self),
                        (GDestroyNotify) heed_identity_free, NULL, NULL, NULL, NULL);
}

static HeedCase *
dup_case (HeedNewCaseDialog *self, HeedCaseState state)
{
  HeedCase *the_case = self->item != NULL ? heed_case_copy (heed_case_item_get_case (self->item)) : heed_case_new ();
  g_autofree char *old_title = heed_new_case_form_dup_title (the_case->facts);

  heed_new_case_form_read (self, the_case->facts);
  the_case->state = state;
  if (the_case->created_at == 0)
    the_case->created_at = heed_context_now (heed_library_get_context (self->library));
  /* A title that was made from the facts follows them; any other one stays. */
  if (the_case->title == NULL || *the_case->title == '\0' || g_strcmp0 (the_case->title, old_title) == 0)
    {
      g_free (the_case->title);
      the_case->title = heed_new_case_form_dup_title (the_case->facts);
    }
  return the_case;
}

static void
say_in_parent (HeedNewCaseDialog *self, const char *sentence)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", sentence);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedNewCaseDialog) self = HEED_NEW_CASE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);

  if (item == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), TRUE);
      complain (self, error->message, NULL);
      return;
    }
  self->is_done = TRUE;
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, item);
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);
  const HeedCaseState state = get_state (self);
  GtkWidget *field = NULL;
  const char *problem = heed_new_case_form_find_problem (self, &field);

  if (problem != NULL)
    {
      complain (self, problem, field);
      return;
    }
  g_autoptr (HeedCase) the_case = dup_case (self, state == HEED_CASE_DRAFT ? HEED_CASE_OPEN : state);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), FALSE);
  keep_identity (self);
  heed_library_save_case_async (self->library, the_case, NULL, created_cb, g_object_ref (self));
}

static void
draft_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedNewCaseDialog) self = HEED_NEW_CASE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);

  say_in_parent (self, item != NULL ? _ ("Kept as a draft") : error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A case that is not opened yet is kept as far as it was typed; changes to an open one are given up, as Cancel says. */
static gboolean
heed_new_case_dialog_close_request (GtkWindow *window)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (window);

  if (!self->is_done && self->is_touched && get_state (self) == HEED_CASE_DRAFT)
    {
      g_autoptr (HeedCase) the_case = dup_case (self, HEED_CASE_DRAFT);

      self->is_done = TRUE;
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      heed_library_save_case_async (self->library, the_case, NULL, draft_kept_cb, g_object_ref (self));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (heed_new_case_dialog_parent_class)->close_request (window);
}

static void
add_reference_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);

  heed_new_case_form_add_reference (self);
  touched_cb (self);
}

static void
set_library (HeedNewCaseDialog *self, HeedLibrary *library)
{
  if (!g_set_object (&self->library, library) || library == NULL)
    return;

  GTimeZone *zone = heed_context_get_timezone (heed_library_get_context (library));
  heed_date_row_set_zone (self->since_row, zone);
  heed_date_row_set_zone (self->by_row, zone);
  heed_store_run_async (get_store (self), load_identity, NULL, NULL, (GDestroyNotify) heed_identity_free, NULL,
                        identity_loaded_cb, g_object_ref (self));
}

static void
set_item (HeedNewCaseDialog *self, HeedCaseItem *item)
{
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  heed_new_case_form_show (self, heed_case_item_get_case (item)->facts);
  if (get_state (self) == HEED_CASE_DRAFT)
    return;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Edit the case"));
  gtk_button_set_label (self->create_button, _ ("_Save"));
}

/* Typing starts at once, where the first word is missing; not on Cancel, which a space would press. */
static void
heed_new_case_dialog_map (GtkWidget *widget)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);
  gboolean has_company = *gtk_editable_get_text (self->company_row) != '\0';

  GTK_WIDGET_CLASS (heed_new_case_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (has_company ? GTK_WIDGET (self->what_view) : GTK_WIDGET (self->company_row));
}

static void
heed_new_case_dialog_dispose (GObject *object)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  g_clear_object (&self->item);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_NEW_CASE_DIALOG);
  g_clear_object (&self->references);
  G_OBJECT_CLASS (heed_new_case_dialog_parent_class)->dispose (object);
}

static void
heed_new_case_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_COMPANY:
      g_value_set_string (value, gtk_editable_get_text (self->company_row));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_new_case_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  switch (id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_COMPANY:
      gtk_editable_set_text (self->company_row, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      /* What was not typed by the person leaves no draft behind. */
      self->is_touched = FALSE;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, company_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, handles_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, mastodon_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, bluesky_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, x_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, threads_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, what_view);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, product_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, want_view);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, urgent_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, reference_list);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, my_email_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, postcode_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, address_row);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, company_changed_cb);
}

static void
heed_new_case_dialog_class_init (HeedNewCaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_new_case_dialog_dispose;
  object_class->get_property = heed_new_case_dialog_get_property;
  object_class->set_property = heed_new_case_dialog_set_property;
  widget_class->map = heed_new_case_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = heed_new_case_dialog_close_request;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  properties[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CREATED] = g_signal_new ("created", HEED_TYPE_NEW_CASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, HEED_TYPE_CASE_ITEM);

  g_type_ensure (HEED_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-new-case-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "new-case.create", NULL, create_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.add-reference", NULL, add_reference_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
heed_new_case_dialog_init (HeedNewCaseDialog *self)
{
  self->references = g_list_store_new (HEED_TYPE_REFERENCE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_new_case_form_bind_references (self);
}

/** heed_new_case_dialog_new: (transfer none): an empty form; a window, to be made transient and presented. */
GtkWidget *
heed_new_case_dialog_new (HeedLibrary *library)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);

  return g_object_new (HEED_TYPE_NEW_CASE_DIALOG, "library", library, NULL);
}
