/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-company-step-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-company-suggestion.h"
#include "heed-typed.h"

typedef struct
{
  const char *network;
  gsize row;
} HandleRow;

static const HandleRow handle_rows[] = {
  { "mastodon", G_STRUCT_OFFSET (HeedCompanyStep, mastodon_row) },
  { "bluesky", G_STRUCT_OFFSET (HeedCompanyStep, bluesky_row) },
  { "x", G_STRUCT_OFFSET (HeedCompanyStep, x_row) },
  { "threads", G_STRUCT_OFFSET (HeedCompanyStep, threads_row) },
};

/* Profile pages of networks that Heed cannot read, but on which it writes. */
static const struct
{
  const char *host;
  const char *network;
} sites[] = {
  { "x.com/", "x" },
  { "twitter.com/", "x" },
  { "threads.net/", "threads" },
  { "threads.com/", "threads" },
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HeedCompanyStep, heed_company_step, GTK_TYPE_BOX)

static GtkEditable *
get_handle_row (HeedCompanyStep *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, handle_rows[i].row);
}

static GtkEditable *
find_handle_row (HeedCompanyStep *self, const char *network)
{
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    if (g_strcmp0 (handle_rows[i].network, network) == 0)
      return get_handle_row (self, i);
  return NULL;
}

/* People write @name; the core keeps handles without the sign. */
static char *
dup_handle (GtkEditable *row)
{
  g_autofree char *text = heed_typed_dup (row);

  return text != NULL ? g_strdup (text + strspn (text, "@")) : NULL;
}

static char *
dup_site_handle (const char *typed, const char **network)
{
  const char *start = strstr (typed, "://");

  start = start != NULL ? start + strlen ("://") : typed;
  start += g_str_has_prefix (start, "www.") ? strlen ("www.") : 0;
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      if (g_ascii_strncasecmp (start, sites[i].host, strlen (sites[i].host)) != 0)
        continue;
      const char *name = start + strlen (sites[i].host);
      name += strspn (name, "@");
      g_autofree char *handle = g_strndup (name, strcspn (name, "/?#"));
      *network = sites[i].network;
      return *handle != '\0' ? g_steal_pointer (&handle) : NULL;
    }
  return NULL;
}

/* The handle in a link or a handle that can be nothing else; "booking.com" may be a name as well. */
static char *
dup_linked_handle (HeedCompanyStep *self, const char *typed, const char **name)
{
  g_autofree char *handle = dup_site_handle (typed, name);

  if (handle != NULL)
    return g_steal_pointer (&handle);
  HeedNetwork *network = heed_context_match_network (heed_library_get_context (self->library), typed, NULL);
  if (network == NULL || (heed_network_matches (network, typed) < 2 && strstr (typed, "://") == NULL))
    return NULL;
  *name = heed_network_get_name (network);
  return heed_network_dup_handle (network, typed);
}

/* A link fills the row of its network, for as long as nobody typed something else there. */
static void
follow_link (HeedCompanyStep *self)
{
  g_autofree char *typed = heed_typed_dup (self->company_row);
  const char *network = NULL;
  g_autofree char *handle = typed != NULL ? dup_linked_handle (self, typed, &network) : NULL;
  GtkEditable *old_row = find_handle_row (self, self->linked_network);
  GtkEditable *row = handle != NULL ? find_handle_row (self, network) : NULL;

  if (old_row != NULL && g_strcmp0 (gtk_editable_get_text (old_row), self->linked_handle) == 0)
    heed_typed_show (old_row, NULL);
  if (row != NULL && *gtk_editable_get_text (row) == '\0')
    heed_typed_show (row, handle);
  g_free (self->linked_network);
  g_free (self->linked_handle);
  self->linked_network = g_strdup (network);
  self->linked_handle = g_steal_pointer (&handle);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), self->linked_handle != NULL);
}

static void
fill_in (HeedCompanyStep *self, HeedCompanySuggestion *suggestion)
{
  GHashTable *handles = heed_company_suggestion_get_handles (suggestion);

  self->is_filling = TRUE;
  if (*gtk_editable_get_text (self->email_row) == '\0')
    heed_typed_show (self->email_row, heed_company_suggestion_get_email (suggestion));
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    if (*gtk_editable_get_text (get_handle_row (self, i)) == '\0')
      heed_typed_show (get_handle_row (self, i), g_hash_table_lookup (handles, handle_rows[i].network));
  self->is_filling = FALSE;
}

/* What is filled in is folded away, but said. */
static void
show_reach (HeedCompanyStep *self)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *email = heed_typed_dup (self->email_row);

  if (email != NULL)
    g_ptr_array_add (known, g_steal_pointer (&email));
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    {
      g_autofree char *handle = dup_handle (get_handle_row (self, i));

      if (handle != NULL)
        g_ptr_array_add (known, g_strconcat ("@", handle, NULL));
    }
  g_ptr_array_add (known, NULL);
  g_autofree char *text = g_strjoinv (" · ", (char **) known->pdata);
  adw_expander_row_set_subtitle (self->reach_row,
                                 *text != '\0' ? text : _ ("E-mail address and accounts, if you know them"));
}

static void
update (HeedCompanyStep *self)
{
  gboolean has_any = g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_list), has_any);
  show_reach (self);
  heed_company_step_show_check (self);
}

static void
changed_cb (HeedCompanyStep *self)
{
  if (self->is_filling)
    return;
  show_reach (self);
  heed_company_step_show_check (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
company_changed_cb (HeedCompanyStep *self)
{
  const char *typed = gtk_editable_get_text (self->company_row);

  if (self->is_filling || self->library == NULL)
    return;
  self->is_filling = TRUE;
  follow_link (self);
  self->is_filling = FALSE;
  heed_company_suggestions_update (self->suggestions, self->library, typed);
  g_autoptr (HeedCompanySuggestion) known = heed_company_suggestion_new_for (self->library, typed);
  if (known != NULL)
    fill_in (self, known);
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
suggestion_activated_cb (HeedCompanyStep *self, GtkListBoxRow *row)
{
  g_autoptr (HeedCompanySuggestion)
    chosen = g_list_model_get_item (G_LIST_MODEL (self->suggestions), gtk_list_box_row_get_index (row));

  /* Now the name is typed whole, which fills in the rest. */
  gtk_editable_set_text (self->company_row, heed_company_suggestion_get_name (chosen));
  gtk_editable_set_position (self->company_row, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->company_row));
}

static GtkWidget *
create_suggestion_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *summary = heed_company_suggestion_dup_summary (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heed_company_suggestion_get_name (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary != NULL ? summary : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
heed_company_step_dispose (GObject *object)
{
  HeedCompanyStep *self = HEED_COMPANY_STEP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_COMPANY_STEP);
  g_clear_object (&self->suggestions);
  G_OBJECT_CLASS (heed_company_step_parent_class)->dispose (object);
}

static void
heed_company_step_finalize (GObject *object)
{
  HeedCompanyStep *self = HEED_COMPANY_STEP (object);

  g_clear_object (&self->library);
  g_clear_object (&self->checking);
  g_free (self->linked_network);
  g_free (self->linked_handle);
  G_OBJECT_CLASS (heed_company_step_parent_class)->finalize (object);
}

static void
heed_company_step_class_init (HeedCompanyStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_company_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_company_step_finalize;
  changed_signal = g_signal_new ("changed", HEED_TYPE_COMPANY_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-company-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, company_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, company_problem);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, suggestion_list);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, check_list);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, check_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, check_title);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, check_summary);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, check_stack);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, reach_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, email_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, mastodon_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, bluesky_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, x_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, threads_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyStep, reach_problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, company_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_activated_cb);
  heed_company_step_install_check (widget_class);
}

static void
heed_company_step_init (HeedCompanyStep *self)
{
  self->suggestions = g_list_store_new (HEED_TYPE_COMPANY_SUGGESTION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->suggestion_list, G_LIST_MODEL (self->suggestions), create_suggestion_row, NULL, NULL);
}

/** heed_company_step_set_library: what is known, and where checks go. */
void
heed_company_step_set_library (HeedCompanyStep *self, HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_COMPANY_STEP (self) && HEED_IS_LIBRARY (library));
  g_set_object (&self->library, library);
}

/** heed_company_step_set_company: begins with that company, as if it had been chosen. */
void
heed_company_step_set_company (HeedCompanyStep *self, const char *name)
{
  g_return_if_fail (HEED_IS_COMPANY_STEP (self));
  heed_typed_show (self->company_row, name);
}

/** heed_company_step_show: fills the step with @facts. */
void
heed_company_step_show (HeedCompanyStep *self, const HeedFacts *facts)
{
  g_return_if_fail (HEED_IS_COMPANY_STEP (self) && facts != NULL);

  self->is_filling = TRUE;
  heed_typed_show (self->company_row, facts->company);
  heed_typed_show (self->email_row, facts->company_email);
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    heed_typed_show (get_handle_row (self, i), g_hash_table_lookup (facts->handles, handle_rows[i].network));
  self->is_filling = FALSE;
  update (self);
}

/** heed_company_step_read: puts what was typed into @facts; a link without a name is called by its handle. */
void
heed_company_step_read (HeedCompanyStep *self, HeedFacts *facts)
{
  g_return_if_fail (HEED_IS_COMPANY_STEP (self) && facts != NULL);

  g_autofree char *named = self->linked_handle != NULL ? heed_typed_dup (self->name_row) : NULL;
  g_free (facts->company);
  if (named != NULL)
    facts->company = g_steal_pointer (&named);
  else if (self->linked_handle != NULL)
    facts->company = g_strconcat ("@", self->linked_handle, NULL);
  else
    facts->company = heed_typed_dup (self->company_row);
  g_free (facts->company_email);
  facts->company_email = heed_typed_dup (self->email_row);
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    {
      g_autofree char *handle = dup_handle (get_handle_row (self, i));

      if (handle != NULL)
        g_hash_table_insert (facts->handles, g_strdup (handle_rows[i].network), g_steal_pointer (&handle));
      else
        g_hash_table_remove (facts->handles, handle_rows[i].network);
    }
}

static const char *
find_reach_problem (HeedCompanyStep *self, GtkWidget **field)
{
  g_autofree char *email = heed_typed_dup (self->email_row);
  g_autofree char *mastodon = dup_handle (self->mastodon_row);
  g_autofree char *bluesky = dup_handle (self->bluesky_row);

  *field = GTK_WIDGET (self->email_row);
  if (email != NULL && (strchr (email, '@') == NULL || strchr (email, ' ') != NULL))
    return _ ("This is no e-mail address. Write it as name@example.com.");
  *field = GTK_WIDGET (self->mastodon_row);
  if (mastodon != NULL && strchr (mastodon, '@') == NULL)
    return _ ("Write the Mastodon account with its server: @name@example.social.");
  *field = GTK_WIDGET (self->bluesky_row);
  if (bluesky != NULL && strchr (bluesky, '.') == NULL)
    return _ ("Write the whole Bluesky handle: name.bsky.social.");
  return NULL;
}

/**
 * heed_company_step_find_problem: what keeps the person from going on.
 * @field: (out): where it is
 * @label: (out): where to say it
 *
 * Returns: (transfer none) (nullable): one sentence that says how to mend it
 */
const char *
heed_company_step_find_problem (HeedCompanyStep *self, GtkWidget **field, GtkLabel **label)
{
  g_return_val_if_fail (HEED_IS_COMPANY_STEP (self), NULL);

  g_autofree char *company = heed_typed_dup (self->company_row);
  *field = GTK_WIDGET (self->company_row);
  *label = self->company_problem;
  if (company == NULL)
    return _ ("Say which company it is about.");
  *label = self->reach_problem;
  const char *problem = find_reach_problem (self, field);
  /* A row inside a closed expander cannot take the focus. */
  if (problem != NULL)
    adw_expander_row_set_expanded (self->reach_row, TRUE);
  return problem;
}

/** heed_company_step_get_first_field: (transfer none): where typing starts. */
GtkWidget *
heed_company_step_get_first_field (HeedCompanyStep *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_STEP (self), NULL);
  return GTK_WIDGET (self->company_row);
}
