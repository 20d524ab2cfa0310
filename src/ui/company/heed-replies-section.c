/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-replies-section.h"

#include <glib/gi18n.h>

#include "heed-fact-row.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"

struct _HeedRepliesSection
{
  AdwBin parent_instance;

  HeedFigure *figure;
  GtkListBox *kinds;
  GtkListBox *others;
  GtkWidget *templates_section;
  GtkListBox *templates;
};

G_DEFINE_FINAL_TYPE (HeedRepliesSection, heed_replies_section, ADW_TYPE_BIN)

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HeedShare *shares = user_data;
  double value_a = shares[*(const guint *) a].value;
  double value_b = shares[*(const guint *) b].value;

  return (value_a < value_b) - (value_a > value_b);
}

/* The most frequent first; what was never seen is left out, as it says nothing. */
static void
show_kinds (HeedRepliesSection *self, const HeedScorecard *scorecard)
{
  const char *const heads[] = { "", _ ("Share"), _ ("Replies"), NULL };
  g_autoptr (HeedTableData) data = heed_table_data_new (heads);
  guint order[HEED_N_REPLY_KINDS];

  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    order[i] = i;
  g_qsort_with_data (order, HEED_N_REPLY_KINDS, sizeof order[0], compare_shares, (gpointer) scorecard->kinds);
  heed_share_row_clear_list (self->kinds);
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    {
      HeedReplyKinds kind = 1 << order[i];
      const HeedShare *share = &scorecard->kinds[order[i]];
      const char *title = heed_scorecard_words_get_kind (kind);

      if (share->n == 0 || share->value == 0)
        continue;
      GtkWidget *row = heed_share_row_new (title, share, NULL);
      heed_share_row_set_target (HEED_SHARE_ROW (row), "kind", heed_reply_kind_to_string (kind));
      gtk_list_box_append (self->kinds, row);
      heed_table_data_take_row (data, g_strdup (title), heed_format_share (share),
                                g_strdup_printf ("%.0f", share->value * share->n), NULL);
    }
  heed_figure_set_table (self->figure, data);
}

/* @what, @value: (nullable): the conversations it leads to, where there are any */
static void
add_other (HeedRepliesSection *self, const char *title, const HeedShare *share, const char *what, const char *value)
{
  if (share->n == 0)
    return;
  GtkWidget *row = heed_share_row_new (title, share, NULL);
  if (what != NULL && share->value > 0)
    heed_share_row_set_target (HEED_SHARE_ROW (row), what, value);
  gtk_list_box_append (self->others, row);
}

/* What a machine seems to have written need not answer a message whose silence could have been seen. */
static gboolean
has_trait (const HeedScorecard *scorecard, HeedTraits trait)
{
  for (guint i = 0; i < scorecard->traits->len; i++)
    if ((g_array_index (scorecard->traits, guint16, i) & trait) != 0)
      return TRUE;
  return FALSE;
}

static void
show_others (HeedRepliesSection *self, const HeedScorecard *scorecard)
{
  const HeedEffort *effort = &scorecard->effort;

  heed_share_row_clear_list (self->others);
  add_other (self, _ ("Looks automatic"), &scorecard->automated,
             has_trait (scorecard, HEED_TRAIT_AUTOMATIC) ? "course" : NULL,
             heed_trait_to_string (HEED_TRAIT_AUTOMATIC));
  add_other (self, _ ("Signed by a person"), &scorecard->signed_share, "signed", "yes");
  add_other (self, _ ("Cut off, with a link to the rest"), &effort->truncated, NULL, NULL);
  add_other (self, _ ("Holds a link that comes again and again"), &effort->repeated_links, NULL, NULL);
  for (guint i = 0; effort->most_repeated != NULL && i < effort->most_repeated->len; i++)
    {
      const HeedRepeatedLink *repeated = effort->most_repeated->pdata[i];
      g_autofree char *count = g_strdup_printf (ngettext ("In %u reply", "In %u replies", repeated->replies),
                                                repeated->replies);

      gtk_list_box_append (self->others, heed_fact_row_new (count, repeated->link));
    }
}

static void
show_templates (HeedRepliesSection *self, const HeedScorecard *scorecard)
{
  guint n = scorecard->templates != NULL ? scorecard->templates->len : 0;

  heed_share_row_clear_list (self->templates);
  for (guint i = 0; i < n; i++)
    {
      const HeedTemplate *template = scorecard->templates->pdata[i];
      g_autofree char *count = g_strdup_printf (
        ngettext ("%u reply nearly like this", "%u replies nearly like this", template->replies), template->replies);

      gtk_list_box_append (self->templates, heed_fact_row_new (count, template->text));
    }
  gtk_widget_set_visible (self->templates_section, n > 0);
}

static void
heed_replies_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_REPLIES_SECTION);
  G_OBJECT_CLASS (heed_replies_section_parent_class)->dispose (object);
}

static void
heed_replies_section_class_init (HeedRepliesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_replies_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-replies-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedRepliesSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedRepliesSection, kinds);
  gtk_widget_class_bind_template_child (widget_class, HeedRepliesSection, others);
  gtk_widget_class_bind_template_child (widget_class, HeedRepliesSection, templates_section);
  gtk_widget_class_bind_template_child (widget_class, HeedRepliesSection, templates);
}

static void
heed_replies_section_init (HeedRepliesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_replies_section_set: shows the replies of @scorecard. */
void
heed_replies_section_set (HeedRepliesSection *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_REPLIES_SECTION (self) && scorecard != NULL);

  guint n = scorecard->n_replies;
  g_autofree char *note = g_strdup_printf (ngettext ("Of %u reply; a reply can do several of these at once.",
                                                     "Of %u replies; a reply can do several of these at once.", n),
                                           n);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  show_kinds (self, scorecard);
  show_others (self, scorecard);
  show_templates (self, scorecard);
  heed_figure_set_source (self->figure, scorecard);
  g_object_set (self->figure, "note", note, NULL);
}
