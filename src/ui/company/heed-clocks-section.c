/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clocks-section.h"

#include <glib/gi18n.h>

#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"

struct _HeedClocksSection
{
  AdwBin parent_instance;

  HeedTimings clocks[HEED_N_CLOCKS];

  HeedFigure *figure;
  GtkListBox *list;
  GtkWidget *switch_box;
  GtkSwitch *open_hours;
};

G_DEFINE_FINAL_TYPE (HeedClocksSection, heed_clocks_section, ADW_TYPE_BIN)

static void
add_clock (HeedClocksSection *self, HeedClockKind kind)
{
  const HeedTimings *timings = &self->clocks[kind];
  const HeedSample *sample = gtk_switch_get_active (self->open_hours) ? &timings->open_hours : &timings->wall;
  g_autofree char *times = heed_scorecard_words_dup_times (sample);

  GtkWidget *row = heed_share_row_new (heed_scorecard_words_get_clock (kind), &sample->rate, times);
  if (sample->answered > 0)
    heed_share_row_set_target (HEED_SHARE_ROW (row), "course", heed_trait_to_string (1 << kind));
  gtk_list_box_append (self->list, row);
}

static void
show_clocks (HeedClocksSection *self)
{
  heed_share_row_clear_list (self->list);
  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    add_clock (self, i);
}

static void
open_hours_switched_cb (HeedClocksSection *self)
{
  show_clocks (self);
}

static HeedTableData *
create_table (const HeedScorecard *scorecard)
{
  const char *const heads[] = { "", _ ("Reached"), _ ("Typical time"),
                                scorecard->has_open_hours ? _ ("In open hours") : NULL, NULL };
  HeedTableData *data = heed_table_data_new (heads);

  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    {
      const HeedTimings *timings = &scorecard->clocks[i];

      heed_table_data_take_row (
        data, g_strdup (heed_scorecard_words_get_clock (i)), heed_format_share (&timings->wall.rate),
        heed_format_duration (timings->wall.answered_median_s),
        scorecard->has_open_hours ? heed_format_duration (timings->open_hours.answered_median_s) : NULL, NULL);
    }
  return data;
}

static void
heed_clocks_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_CLOCKS_SECTION);
  G_OBJECT_CLASS (heed_clocks_section_parent_class)->dispose (object);
}

static void
heed_clocks_section_class_init (HeedClocksSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_clocks_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-clocks-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedClocksSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedClocksSection, list);
  gtk_widget_class_bind_template_child (widget_class, HeedClocksSection, switch_box);
  gtk_widget_class_bind_template_child (widget_class, HeedClocksSection, open_hours);
  gtk_widget_class_bind_template_callback (widget_class, open_hours_switched_cb);
}

static void
heed_clocks_section_init (HeedClocksSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_clocks_section_set: shows the clocks of @scorecard. */
void
heed_clocks_section_set (HeedClocksSection *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_CLOCKS_SECTION (self) && scorecard != NULL);

  guint n = scorecard->clocks[HEED_CLOCK_HUMAN].wall.messages;
  g_autofree char *note = g_strdup_printf (ngettext ("Of %u conversation.", "Of %u conversations.", n), n);
  g_autoptr (HeedTableData) data = create_table (scorecard);

  memcpy (self->clocks, scorecard->clocks, sizeof self->clocks);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_visible (self->switch_box, scorecard->has_open_hours);
  gtk_switch_set_active (self->open_hours, FALSE);
  show_clocks (self);
  heed_figure_set_source (self->figure, scorecard);
  heed_figure_set_table (self->figure, data);
  g_object_set (self->figure, "note", note, NULL);
}
