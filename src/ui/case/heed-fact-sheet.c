/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-fact-sheet.h"

#include <glib/gi18n.h>

#include "heed-amount.h"
#include "heed-case-words.h"
#include "heed-document-list.h"
#include "heed-reference-row.h"
#include "heed-typed.h"

/* Long enough for a pause between words, short enough to lose nothing. */
#define SAVE_DELAY_MS 800

struct _HeedFactSheet
{
  AdwBin parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  GListStore *references;
  guint save_source;
  gboolean loading;

  GtkListBox *reference_list;
  GtkTextView *what_view;
  GtkTextView *want_view;
  GtkLabel *since_label;
  GtkLabel *amount_label;
  GtkLabel *by_label;
  GtkLabel *reach_label;
  HeedDocumentList *documents;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedFactSheet, heed_fact_sheet, ADW_TYPE_BIN)

/* A text is only replaced when it differs, so that the cursor of the person who types stays where it is. */
static void
show_text (GtkTextView *view, const char *text)
{
  g_autofree char *shown = heed_typed_dup_view (view);

  if (g_strcmp0 (shown, text) != 0)
    heed_typed_show_view (view, text);
}

static void
show_day (HeedFactSheet *self, GtkLabel *label, const char *format, gint64 time)
{
  HeedContext *context = heed_library_get_context (self->library);
  g_autofree char *day = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), time != 0);
  if (time == 0)
    return;
  day = heed_words_dup_day (time, heed_context_get_timezone (context), heed_context_now (context));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, day);
#pragma GCC diagnostic pop
  gtk_label_set_label (label, text);
}

static void
show_amount (HeedFactSheet *self, const HeedFacts *facts)
{
  g_autofree char *amount = heed_amount_format (facts->amount, facts->currency);
  g_autofree char *text = *amount != '\0' ? g_strdup_printf (_ ("Amount: %s"), amount) : g_strdup ("");

  gtk_label_set_label (self->amount_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->amount_label), *text != '\0');
}

static char *
dup_reach (const HeedFacts *facts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (facts->handles), (GCompareFunc) g_strcmp0);

  if (facts->company_email != NULL)
    g_ptr_array_add (lines, g_strdup (facts->company_email));
  for (GList *name = names; name != NULL; name = name->next)
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", heed_words_network (name->data),
                                             (char *) g_hash_table_lookup (facts->handles, name->data)));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
refresh (HeedFactSheet *self)
{
  if (self->item == NULL || self->library == NULL || self->save_source != 0)
    return;

  const HeedFacts *facts = heed_case_item_get_case (self->item)->facts;
  g_autofree char *reach = dup_reach (facts);

  self->loading = TRUE;
  heed_reference_items_update (self->references, facts);
  show_text (self->what_view, facts->what_happened);
  show_text (self->want_view, facts->want);
  show_day (self, self->since_label, _ ("Since: %s"), facts->since);
  show_amount (self, facts);
  show_day (self, self->by_label, _ ("By: %s"), facts->by);
  gtk_label_set_label (self->reach_label,
                       *reach != '\0' ? reach : _ ("No address known yet. Edit the case to add one."));
  self->loading = FALSE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedFactSheet) self = HEED_FACT_SHEET (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);

  if (item == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "case.say", "s", error->message);
}

static void
take_text (char **field, GtkTextView *view)
{
  g_free (*field);
  *field = heed_typed_dup_view (view);
}

static gboolean
save_cb (gpointer user_data)
{
  HeedFactSheet *self = HEED_FACT_SHEET (user_data);
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (self->item));

  self->save_source = 0;
  take_text (&the_case->facts->what_happened, self->what_view);
  take_text (&the_case->facts->want, self->want_view);
  heed_library_save_case_async (self->library, the_case, NULL, saved_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
typed_cb (HeedFactSheet *self)
{
  if (self->loading || self->item == NULL || self->library == NULL)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static GtkWidget *
create_reference_row (gpointer item, gpointer user_data)
{
  return heed_reference_row_new (HEED_REFERENCE_ITEM (item));
}

static void
set_item (HeedFactSheet *self, HeedCaseItem *item)
{
  if (self->item == item)
    return;
  heed_fact_sheet_flush (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::case", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
heed_fact_sheet_dispose (GObject *object)
{
  HeedFactSheet *self = HEED_FACT_SHEET (object);

  heed_fact_sheet_flush (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_FACT_SHEET);
  g_clear_object (&self->references);
  G_OBJECT_CLASS (heed_fact_sheet_parent_class)->dispose (object);
}

static void
heed_fact_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedFactSheet *self = HEED_FACT_SHEET (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_fact_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedFactSheet *self = HEED_FACT_SHEET (object);

  switch (id)
    {
    case PROP_LIBRARY:
      if (!g_set_object (&self->library, g_value_get_object (value)))
        return;
      refresh (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_fact_sheet_class_init (HeedFactSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_fact_sheet_dispose;
  object_class->get_property = heed_fact_sheet_get_property;
  object_class->set_property = heed_fact_sheet_set_property;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEED_TYPE_DOCUMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/case/heed-fact-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, reference_list);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, what_view);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, want_view);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, since_label);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, amount_label);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, by_label);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, reach_label);
  gtk_widget_class_bind_template_child (widget_class, HeedFactSheet, documents);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
heed_fact_sheet_init (HeedFactSheet *self)
{
  self->references = g_list_store_new (HEED_TYPE_REFERENCE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->reference_list, G_LIST_MODEL (self->references), create_reference_row, NULL, NULL);
  heed_document_list_accept_drops (self->documents, GTK_WIDGET (self));
}

/** heed_fact_sheet_flush: stores at once what was typed last. */
void
heed_fact_sheet_flush (HeedFactSheet *self)
{
  g_return_if_fail (HEED_IS_FACT_SHEET (self));

  if (self->save_source == 0)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  save_cb (self);
}
