/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-new-case-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-amount.h"
#include "heed-reference-edit-row.h"
#include "heed-typed.h"

/* What people want most often of a company (S78): the button, and what it fills in. */
static const struct
{
  const char *key;
  const char *label;
  const char *text;
} wants[] = {
  /* Translators: buttons that fill in what the user wants of the company, and the words they fill in. */
  { "refund", N_ ("Refund"), N_ ("A full refund") },
  { "repair", N_ ("Repair"), N_ ("A repair") },
  { "replacement", N_ ("Replacement"), N_ ("A replacement") },
  { "answer", N_ ("Answer"), N_ ("A clear answer") },
  { "call", N_ ("Call back"), N_ ("A call back") },
  { "cancel", N_ ("Cancel"), N_ ("Cancel my contract") },
};

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/** heed_new_case_form_show: fills the form with @facts. */
void
heed_new_case_form_show (HeedNewCaseDialog *self, const HeedFacts *facts)
{
  g_autofree char *amount = heed_amount_format (facts->amount, facts->currency);

  self->is_filling = TRUE;
  heed_company_step_show (self->company_step, facts);
  heed_typed_show_view (self->what_view, facts->what_happened);
  heed_typed_show (self->product_row, facts->product);
  heed_date_row_set_time (self->since_row, facts->since);
  heed_typed_show_view (self->want_view, facts->want);
  heed_date_row_set_time (self->by_row, facts->by);
  heed_typed_show (self->amount_row, amount);
  gtk_switch_set_active (self->urgent_switch, facts->urgent);
  heed_reference_items_update (self->references, facts);
  heed_about_me_show (self->about_me, facts);
  self->is_filling = FALSE;
  heed_new_case_form_update (self);
}

static gboolean
read_amount (HeedNewCaseDialog *self, double *amount, char **currency)
{
  g_autofree char *usual = heed_amount_dup_usual_currency ();

  return heed_amount_parse (gtk_editable_get_text (self->amount_row), usual, amount, currency);
}

/** heed_new_case_form_read: puts what was typed into @facts, and leaves the rest of them alone. */
void
heed_new_case_form_read (HeedNewCaseDialog *self, HeedFacts *facts)
{
  g_autofree char *currency = NULL;
  double amount;
  gint64 day;

  heed_company_step_read (self->company_step, facts);
  take (&facts->what_happened, heed_typed_dup_view (self->what_view));
  take (&facts->product, heed_typed_dup (self->product_row));
  take (&facts->want, heed_typed_dup_view (self->want_view));
  /* A date or an amount that is half typed does not take the place of the one before. */
  if (heed_date_row_get_time (self->since_row, &day))
    facts->since = day;
  if (heed_date_row_get_time (self->by_row, &day))
    facts->by = day;
  if (read_amount (self, &amount, &currency))
    {
      facts->amount = amount;
      take (&facts->currency, g_steal_pointer (&currency));
    }
  facts->urgent = gtk_switch_get_active (self->urgent_switch);
  heed_reference_items_store (G_LIST_MODEL (self->references), facts);
  heed_about_me_read (self->about_me, facts);
}

static const char *
find_what_problem (HeedNewCaseDialog *self, GtkWidget **field, GtkLabel **label)
{
  g_autofree char *what = heed_typed_dup_view (self->what_view);
  gint64 since = 0;

  *field = GTK_WIDGET (self->what_view);
  *label = self->what_problem;
  if (what == NULL)
    return _ ("Say in a sentence what happened.");
  *field = GTK_WIDGET (self->since_row);
  *label = self->since_problem;
  if (!heed_date_row_get_time (self->since_row, &since))
    return _ ("Write the day as 2026-03-05, or choose it from the calendar.");
  if (since > heed_context_now (heed_library_get_context (self->library)))
    return _ ("It cannot have happened after today. Correct the day since when.");
  return NULL;
}

static const char *
find_want_problem (HeedNewCaseDialog *self, GtkWidget **field, GtkLabel **label)
{
  g_autofree char *want = heed_typed_dup_view (self->want_view);
  g_autofree char *currency = NULL;
  double amount;
  gint64 by = 0;

  *field = GTK_WIDGET (self->want_view);
  *label = self->want_problem;
  if (want == NULL)
    return _ ("Say what you want: you do not get what you do not ask for.");
  *field = GTK_WIDGET (self->by_row);
  *label = self->by_problem;
  if (!heed_date_row_get_time (self->by_row, &by))
    return _ ("Write the day as 2026-03-05, or choose it from the calendar.");
  *field = GTK_WIDGET (self->amount_row);
  if (!read_amount (self, &amount, &currency))
    return _ ("Write the amount with its currency: 29.99 EUR.");
  return NULL;
}

/**
 * heed_new_case_form_find_problem: what keeps the person from going on from @step.
 * @field: (out): where it is
 * @label: (out): where to say it
 *
 * Returns: (transfer none) (nullable): one sentence that says how to mend it
 */
const char *
heed_new_case_form_find_problem (HeedNewCaseDialog *self, guint step, GtkWidget **field, GtkLabel **label)
{
  switch (step)
    {
    case HEED_NEW_CASE_COMPANY:
      return heed_company_step_find_problem (self->company_step, field, label);
    case HEED_NEW_CASE_WHAT:
      return find_what_problem (self, field, label);
    case HEED_NEW_CASE_WANT:
      return find_want_problem (self, field, label);
    default:
      return NULL;
    }
}

/** heed_new_case_form_get_first_field: (transfer none): where typing starts on @step. */
GtkWidget *
heed_new_case_form_get_first_field (HeedNewCaseDialog *self, guint step)
{
  switch (step)
    {
    case HEED_NEW_CASE_COMPANY:
      return heed_company_step_get_first_field (self->company_step);
    case HEED_NEW_CASE_WHAT:
      return GTK_WIDGET (self->what_view);
    case HEED_NEW_CASE_WANT:
      return GTK_WIDGET (self->want_view);
    default:
      return GTK_WIDGET (gtk_list_box_get_row_at_index (self->reference_list, 0));
    }
}

static gboolean
has_case_number (HeedNewCaseDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->references)); i++)
    {
      g_autoptr (HeedReferenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->references), i);

      if (g_strcmp0 (heed_reference_item_get_kind (item), "case") == 0 && *heed_reference_item_get_value (item) != '\0')
        return TRUE;
    }
  return FALSE;
}

/** heed_new_case_form_update: proposes an official case only to whom it helps (S92). */
void
heed_new_case_form_update (HeedNewCaseDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->formal_first), !has_case_number (self));
}

static void
references_changed_cb (HeedNewCaseDialog *self)
{
  heed_new_case_form_update (self);
  if (self->is_filling)
    return;
  self->is_touched = TRUE;
  heed_new_case_save_later (self);
}

static void
reference_removed_cb (HeedNewCaseDialog *self, HeedReferenceItem *item)
{
  const char *value = heed_reference_item_get_value (item);

  if (!g_list_store_find (self->references, item, &self->removed_from))
    return;
  g_signal_handlers_disconnect_by_func (item, references_changed_cb, self);
  g_list_store_remove (self->references, self->removed_from);
  g_set_object (&self->removed, item);
  /* An empty line is nothing to bring back. */
  gtk_widget_set_visible (self->undo_box, *value != '\0');
  if (*value == '\0')
    return;
  g_autofree char *text = g_strdup_printf (_ ("“%s” is taken out."), value);
  gtk_label_set_label (self->undo_label, text);
  gtk_widget_grab_focus (self->undo_button);
}

static GtkWidget *
create_reference_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = heed_reference_edit_row_new (HEED_REFERENCE_ITEM (item));

  g_signal_connect_object (row, "removed", G_CALLBACK (reference_removed_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify", G_CALLBACK (references_changed_cb), user_data, G_CONNECT_SWAPPED);
  return row;
}

/** heed_new_case_form_add_reference: adds a line for a number; the first empty one takes @value where there is one. */
void
heed_new_case_form_add_reference (HeedNewCaseDialog *self, const char *value)
{
  GListModel *references = G_LIST_MODEL (self->references);

  for (guint i = 0; value != NULL && i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (HeedReferenceItem) item = g_list_model_get_item (references, i);

      if (*heed_reference_item_get_value (item) != '\0')
        continue;
      g_object_set (item, "kind", "case", "value", value, NULL);
      return;
    }
  g_autoptr (HeedReferenceItem) item = heed_reference_item_new ("case", value != NULL ? value : "", FALSE);
  g_list_store_append (self->references, item);
}

/** heed_new_case_form_restore_reference: puts the number that was taken out last where it stood. */
void
heed_new_case_form_restore_reference (HeedNewCaseDialog *self)
{
  g_autoptr (HeedReferenceItem) removed = g_steal_pointer (&self->removed);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->references));
  const guint position = MIN (self->removed_from, n);

  gtk_widget_set_visible (self->undo_box, FALSE);
  if (removed == NULL)
    return;
  g_list_store_insert (self->references, position, removed);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->reference_list, (int) position)));
}

/* One of the wishes in a few own words counts as well: "refund of my ticket" needs no "A full refund" after it. */
static gboolean
asks_for (const char *typed, const char *label)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_autofree char *word = g_utf8_casefold (label, -1);

  return strstr (folded, word) != NULL;
}

/** heed_new_case_form_want: fills in one of the common wishes; what was typed in own words stays. */
void
heed_new_case_form_want (HeedNewCaseDialog *self, const char *key)
{
  g_autofree char *typed = heed_typed_dup_view (self->want_view);
  g_autofree char *text = NULL;
  gboolean is_own = typed != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    if (g_strcmp0 (typed, _ (wants[i].text)) == 0)
      is_own = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    {
      const char *chosen = _ (wants[i].text);

      if (g_strcmp0 (wants[i].key, key) != 0 || (is_own && asks_for (typed, _ (wants[i].label))))
        continue;
      if (is_own)
        text = g_strdup_printf ("%s%s %s", typed, strchr (".!?;", typed[strlen (typed) - 1]) != NULL ? "" : ".",
                                chosen);
      else
        text = g_strdup (chosen);
    }
  if (text != NULL)
    heed_typed_show_view (self->want_view, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->want_view));
}

static void
add_want_buttons (HeedNewCaseDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (wants[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "new-case.want");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", wants[i].key);
      gtk_widget_add_css_class (button, "chip-button");
      heed_flow_append (self->want_box, button);
    }
}

/** heed_new_case_form_init: what the template leaves to code. */
void
heed_new_case_form_init (HeedNewCaseDialog *self)
{
  gtk_list_box_bind_model (self->reference_list, G_LIST_MODEL (self->references), create_reference_row, self, NULL);
  g_signal_connect_object (self->references, "items-changed", G_CALLBACK (references_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_want_buttons (self);
  heed_document_list_accept_drops (self->documents, self->content);
}
