/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-similar-section.h"

#include <glib/gi18n.h>

#include "heed-figure.h"
#include "heed-find-similar.h"
#include "heed-share-row.h"
#include "heed-similar-row.h"

/* More would not be read. */
#define MOST_RESULTS 10

struct _HeedSimilarSection
{
  AdwBin parent_instance;

  HeedContext *context;
  HeedAccountItem *account;
  GCancellable *cancellable;

  GtkEditable *problem;
  GtkLabel *status;
  GtkListBox *results;
};

G_DEFINE_FINAL_TYPE (HeedSimilarSection, heed_similar_section, ADW_TYPE_BIN)

static void
show_status (HeedSimilarSection *self, const char *text)
{
  gtk_label_set_label (self->status, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static void
show_results (HeedSimilarSection *self, GPtrArray *found)
{
  for (guint i = 0; found != NULL && i < found->len; i++)
    gtk_list_box_append (self->results, heed_similar_row_new (found->pdata[i], heed_context_now (self->context),
                                                              heed_context_get_timezone (self->context)));
  gtk_widget_set_visible (GTK_WIDGET (self->results), found != NULL && found->len > 0);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedSimilarSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = heed_find_similar_in_store_finish (HEED_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    show_status (self, error->message);
  else if (found->len == 0)
    show_status (self, _ ("Nobody seems to have asked that in public. Try other words."));
  else
    show_status (self, NULL);
  show_results (self, found);
}

static void
stop (HeedSimilarSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  heed_share_row_clear_list (self->results);
  gtk_widget_hide (GTK_WIDGET (self->results));
  show_status (self, NULL);
}

static void
search_cb (HeedSimilarSection *self)
{
  g_autofree char *problem = g_strstrip (g_strdup (gtk_editable_get_text (self->problem)));

  stop (self);
  if (*problem == '\0' || self->account == NULL)
    return;
  show_status (self, _ ("Searching…"));
  self->cancellable = g_cancellable_new ();
  heed_find_similar_in_store_async (self->context,
                                    heed_account_item_get_checked (self->account)->observation->account->id, problem,
                                    MOST_RESULTS, self->cancellable, searched_cb, g_object_ref (self));
}

static void
heed_similar_section_dispose (GObject *object)
{
  HeedSimilarSection *self = HEED_SIMILAR_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->context);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SIMILAR_SECTION);
  G_OBJECT_CLASS (heed_similar_section_parent_class)->dispose (object);
}

static void
heed_similar_section_class_init (HeedSimilarSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_similar_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-similar-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarSection, problem);
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarSection, status);
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarSection, results);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
heed_similar_section_init (HeedSimilarSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_similar_section_set: searches in what is stored of @account from now on; what was found of another goes. */
void
heed_similar_section_set (HeedSimilarSection *self, HeedContext *context, HeedAccountItem *account)
{
  g_return_if_fail (HEED_IS_SIMILAR_SECTION (self) && HEED_IS_CONTEXT (context) && HEED_IS_ACCOUNT_ITEM (account));

  g_set_object (&self->context, context);
  if (!g_set_object (&self->account, account))
    return;
  stop (self);
  gtk_editable_set_text (self->problem, "");
}
