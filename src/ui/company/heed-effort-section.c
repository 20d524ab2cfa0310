/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-effort-section.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-fact-row.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"

struct _HeedEffortSection
{
  AdwBin parent_instance;

  HeedFigure *figure;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HeedEffortSection, heed_effort_section, ADW_TYPE_BIN)

static void
add_spread (HeedEffortSection *self, const char *title, const HeedSpread *spread, HeedTableData *data)
{
  if (isnan (spread->median))
    return;
  /* Translators: numbers of messages: half of the conversations need at most the first, nine of ten the second. */
  g_autofree char *text = g_strdup_printf (_ ("Half needed at most %g, 9 of 10 at most %g"), spread->median,
                                           spread->p90);
  GtkWidget *row = heed_fact_row_new (title, text);
  heed_fact_row_set_target (row, "course", heed_trait_to_string (HEED_TRAIT_REPLIED));
  gtk_list_box_append (self->list, row);
  heed_table_data_take_row (data, g_strdup (title), g_steal_pointer (&text), NULL);
}

static void
add_share (HeedEffortSection *self, HeedTraits trait, const char *title, const HeedShare *share, HeedTableData *data)
{
  GtkWidget *row = heed_share_row_new (title, share, NULL);

  if (share->value > 0)
    heed_share_row_set_target (HEED_SHARE_ROW (row), "course", heed_trait_to_string (trait));
  gtk_list_box_append (self->list, row);
  heed_table_data_take_row (data, g_strdup (title), heed_format_share (share), NULL);
}

static void
heed_effort_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_EFFORT_SECTION);
  G_OBJECT_CLASS (heed_effort_section_parent_class)->dispose (object);
}

static void
heed_effort_section_class_init (HeedEffortSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_effort_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-effort-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedEffortSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedEffortSection, list);
}

static void
heed_effort_section_init (HeedEffortSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_effort_section_set: shows the effort of @scorecard. */
void
heed_effort_section_set (HeedEffortSection *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_EFFORT_SECTION (self) && scorecard != NULL);

  const HeedEffort *effort = &scorecard->effort;
  const char *const heads[] = { "", _ ("Of conversations with a reply"), NULL };
  g_autoptr (HeedTableData) data = heed_table_data_new (heads);
  g_autofree char *note = g_strdup_printf (
    ngettext ("Of %u conversation with a reply.", "Of %u conversations with a reply.", effort->conversations),
    effort->conversations);

  heed_share_row_clear_list (self->list);
  add_share (self, HEED_TRAIT_IN_CHANNEL, _ ("Helped on the spot"), &effort->in_channel, data);
  add_share (self, HEED_TRAIT_SETTLED, _ ("Confirmed as settled, with a reply"), &effort->solved, data);
  add_share (self, HEED_TRAIT_FIRST_CONTACT, _ ("Settled by a single reply"), &effort->first_contact, data);
  add_share (self, HEED_TRAIT_HANDED_OVER, _ ("Handed over to somebody else"), &effort->hand_overs, data);
  add_share (self, HEED_TRAIT_LOOPED, _ ("Sent elsewhere more than once"), &effort->redirect_loops, data);
  add_spread (self, _ ("Messages of the customer"), &effort->customer_messages, data);
  add_spread (self, _ ("Messages of the company"), &effort->company_messages, data);
  add_spread (self, _ ("Steps asked of the customer"), &effort->extra_steps, data);
  gtk_widget_set_visible (GTK_WIDGET (self), effort->conversations > 0);
  heed_figure_set_source (self->figure, scorecard);
  heed_figure_set_table (self->figure, data);
  g_object_set (self->figure, "note", note, NULL);
}
