/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-new-case-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-reference-edit-row.h"

/* A title longer than this is cut by every list anyway. */
#define TITLE_CHARS 48

typedef struct
{
  const char *network;
  gsize row;
} HandleRow;

static const HandleRow handle_rows[] = {
  { "mastodon", G_STRUCT_OFFSET (HeedNewCaseDialog, mastodon_row) },
  { "bluesky", G_STRUCT_OFFSET (HeedNewCaseDialog, bluesky_row) },
  { "x", G_STRUCT_OFFSET (HeedNewCaseDialog, x_row) },
  { "threads", G_STRUCT_OFFSET (HeedNewCaseDialog, threads_row) },
};

static GtkEditable *
get_handle_row (HeedNewCaseDialog *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, handle_rows[i].row);
}

static char *
dup_entry (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
show_entry (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static char *
dup_view (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
show_view (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

/* People write @name; the core keeps handles without the sign. */
static char *
dup_handle (GtkEditable *row)
{
  g_autofree char *text = dup_entry (row);

  if (text == NULL)
    return NULL;
  return g_strdup (text + strspn (text, "@"));
}

/** heed_new_case_form_show: fills the form with @facts. */
void
heed_new_case_form_show (HeedNewCaseDialog *self, const HeedFacts *facts)
{
  self->is_filling = TRUE;
  show_entry (self->company_row, facts->company);
  show_entry (self->email_row, facts->company_email);
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    show_entry (get_handle_row (self, i), g_hash_table_lookup (facts->handles, handle_rows[i].network));
  adw_expander_row_set_expanded (self->handles_row, g_hash_table_size (facts->handles) > 0);
  show_view (self->what_view, facts->what_happened);
  show_entry (self->product_row, facts->product);
  heed_date_row_set_time (self->since_row, facts->since);
  show_view (self->want_view, facts->want);
  heed_date_row_set_time (self->by_row, facts->by);
  gtk_switch_set_active (self->urgent_switch, facts->urgent);
  heed_reference_items_update (self->references, facts);
  show_entry (self->name_row, facts->my_name);
  show_entry (self->my_email_row, facts->my_email);
  show_entry (self->phone_row, facts->my_phone);
  show_entry (self->postcode_row, facts->my_postcode);
  show_entry (self->address_row, facts->my_address);
  self->is_filling = FALSE;
}

/** heed_new_case_form_show_company: fills in where a company that was looked at before is. */
void
heed_new_case_form_show_company (HeedNewCaseDialog *self, HeedCompanyItem *company)
{
  GListModel *accounts = heed_company_item_get_accounts (company);

  self->is_filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) item = g_list_model_get_item (accounts, i);
      const HeedAccount *account = heed_account_item_get_checked (item)->observation->account;

      for (guint k = 0; k < G_N_ELEMENTS (handle_rows); k++)
        if (g_strcmp0 (handle_rows[k].network, account->network) == 0
            && *gtk_editable_get_text (get_handle_row (self, k)) == '\0')
          {
            show_entry (get_handle_row (self, k), account->handle);
            adw_expander_row_set_expanded (self->handles_row, TRUE);
          }
    }
  self->is_filling = FALSE;
}

static void
show_if_empty (GtkEditable *row, const char *text)
{
  if (*gtk_editable_get_text (row) == '\0')
    show_entry (row, text);
}

/** heed_new_case_form_show_identity: fills in what the user told of themselves before. */
void
heed_new_case_form_show_identity (HeedNewCaseDialog *self, const HeedIdentity *identity)
{
  self->is_filling = TRUE;
  show_if_empty (self->name_row, identity->name);
  show_if_empty (self->my_email_row, identity->email);
  show_if_empty (self->phone_row, identity->phone);
  show_if_empty (self->postcode_row, identity->postcode);
  show_if_empty (self->address_row, identity->address);
  self->is_filling = FALSE;
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/** heed_new_case_form_read: puts what was typed into @facts, and leaves the rest of them alone. */
void
heed_new_case_form_read (HeedNewCaseDialog *self, HeedFacts *facts)
{
  take (&facts->company, dup_entry (self->company_row));
  take (&facts->company_email, dup_entry (self->email_row));
  for (guint i = 0; i < G_N_ELEMENTS (handle_rows); i++)
    {
      g_autofree char *handle = dup_handle (get_handle_row (self, i));

      if (handle != NULL)
        g_hash_table_insert (facts->handles, g_strdup (handle_rows[i].network), g_steal_pointer (&handle));
      else
        g_hash_table_remove (facts->handles, handle_rows[i].network);
    }
  take (&facts->what_happened, dup_view (self->what_view));
  take (&facts->product, dup_entry (self->product_row));
  take (&facts->want, dup_view (self->want_view));
  heed_date_row_get_time (self->since_row, &facts->since);
  heed_date_row_get_time (self->by_row, &facts->by);
  facts->urgent = gtk_switch_get_active (self->urgent_switch);
  heed_reference_items_store (G_LIST_MODEL (self->references), facts);
  take (&facts->my_name, dup_entry (self->name_row));
  take (&facts->my_email, dup_entry (self->my_email_row));
  take (&facts->my_phone, dup_entry (self->phone_row));
  take (&facts->my_postcode, dup_entry (self->postcode_row));
  take (&facts->my_address, dup_entry (self->address_row));
}

/** heed_new_case_form_dup_identity: (transfer full): what the user told of themselves. */
HeedIdentity *
heed_new_case_form_dup_identity (HeedNewCaseDialog *self)
{
  HeedIdentity *identity = heed_identity_new ();

  take (&identity->name, dup_entry (self->name_row));
  take (&identity->email, dup_entry (self->my_email_row));
  take (&identity->phone, dup_entry (self->phone_row));
  take (&identity->postcode, dup_entry (self->postcode_row));
  take (&identity->address, dup_entry (self->address_row));
  return identity;
}

static const char *
find_date_problem (HeedNewCaseDialog *self, GtkWidget **field)
{
  gint64 since = 0, by = 0;

  *field = GTK_WIDGET (self->since_row);
  if (!heed_date_row_get_time (self->since_row, &since))
    return _ ("Write the day as 2026-03-05, or choose it from the calendar.");
  if (since > heed_context_now (heed_library_get_context (self->library)))
    return _ ("It cannot have happened after today. Correct the day since when.");
  *field = GTK_WIDGET (self->by_row);
  if (!heed_date_row_get_time (self->by_row, &by))
    return _ ("Write the day as 2026-03-05, or choose it from the calendar.");
  return NULL;
}

static const char *
find_address_problem (HeedNewCaseDialog *self, GtkWidget **field)
{
  g_autofree char *email = dup_entry (self->email_row);
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
 * heed_new_case_form_find_problem: what keeps the case from being opened.
 * @field: (out): where it is
 *
 * Returns: (transfer none) (nullable): one sentence that says how to mend it
 */
const char *
heed_new_case_form_find_problem (HeedNewCaseDialog *self, GtkWidget **field)
{
  g_autofree char *company = dup_entry (self->company_row);
  g_autofree char *what = dup_view (self->what_view);
  g_autofree char *want = dup_view (self->want_view);
  const char *problem;

  *field = GTK_WIDGET (self->company_row);
  if (company == NULL)
    return _ ("Say which company it is about.");
  problem = find_address_problem (self, field);
  if (problem != NULL)
    return problem;
  *field = GTK_WIDGET (self->what_view);
  if (what == NULL)
    return _ ("Say in a sentence what happened.");
  *field = GTK_WIDGET (self->want_view);
  if (want == NULL)
    return _ ("Say what you want: you do not get what you do not ask for.");
  return find_date_problem (self, field);
}

static void
reference_removed_cb (HeedNewCaseDialog *self, HeedReferenceItem *item)
{
  guint position;

  if (g_list_store_find (self->references, item, &position))
    g_list_store_remove (self->references, position);
}

static GtkWidget *
create_reference_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = heed_reference_edit_row_new (HEED_REFERENCE_ITEM (item));

  g_signal_connect_object (row, "removed", G_CALLBACK (reference_removed_cb), user_data, G_CONNECT_SWAPPED);
  return row;
}

/** heed_new_case_form_add_reference: adds an empty line for a number. */
void
heed_new_case_form_add_reference (HeedNewCaseDialog *self)
{
  g_autoptr (HeedReferenceItem) item = heed_reference_item_new ("case", "", FALSE);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->references));

  g_list_store_append (self->references, item);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->reference_list, n)));
}

/** heed_new_case_form_bind_references: shows the numbers as lines. */
void
heed_new_case_form_bind_references (HeedNewCaseDialog *self)
{
  gtk_list_box_bind_model (self->reference_list, G_LIST_MODEL (self->references), create_reference_row, self, NULL);
}

/** heed_new_case_form_dup_title: (transfer full): the beginning of what happened, as the case's name. */
char *
heed_new_case_form_dup_title (const HeedFacts *facts)
{
  const char *text = facts->what_happened != NULL ? facts->what_happened : facts->want;

  if (text == NULL)
    return g_strdup (facts->product != NULL ? facts->product : "");

  gsize length = strcspn (text, "\n.!?;");
  const char *end = text + length;
  if (g_utf8_strlen (text, length) > TITLE_CHARS)
    {
      end = g_utf8_offset_to_pointer (text, TITLE_CHARS);
      while (end > text && *end != ' ')
        end = g_utf8_prev_char (end);
      if (end == text)
        end = g_utf8_offset_to_pointer (text, TITLE_CHARS);
      g_autofree char *cut = g_strndup (text, end - text);
      return g_strconcat (cut, "…", NULL);
    }
  return g_strndup (text, end - text);
}
