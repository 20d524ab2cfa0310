/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hours-section.h"

#include <glib/gi18n.h>

#include "heed-fact-row.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"
#include "heed-week-map.h"

struct _HeedHoursSection
{
  AdwBin parent_instance;

  HeedFigure *figure;
  HeedWeekMap *week_map;
  GtkListBox *facts;
};

G_DEFINE_FINAL_TYPE (HeedHoursSection, heed_hours_section, ADW_TYPE_BIN)

static void
add_fact (HeedHoursSection *self, const char *title, const char *text)
{
  gtk_list_box_append (self->facts, heed_fact_row_new (title, text));
}

static void
add_hours (HeedHoursSection *self, const HeedScorecard *scorecard)
{
  const HeedPresence *presence = &scorecard->presence;

  if (scorecard->stated_hours != NULL)
    add_fact (self, _ ("Hours it states"), scorecard->stated_hours);
  if (scorecard->has_learned_hours)
    {
      g_autofree char *lived = heed_scorecard_words_dup_week (scorecard->open);

      add_fact (self, _ ("Hours in which it was seen to answer"), lived);
    }
  if (!presence->has_comparison)
    return;
  /* Translators: four numbers of hours of a week; those it usually answers in are the ones of the line above, in some
   * of which there may be no reply yet. */
  g_autofree char *compared = g_strdup_printf (
    _ ("%u hours a week are stated, of which it usually answers in %u, and beside them in %u. In %u of those stated no "
       "reply was seen yet."),
    presence->n_stated, presence->n_both, presence->n_beyond, presence->n_unseen);
  add_fact (self, _ ("Stated against lived"), compared);
}

static void
add_zone (HeedHoursSection *self, const HeedScorecard *scorecard)
{
  const HeedPresence *presence = &scorecard->presence;
  g_autofree char *certainty = heed_format_percent (presence->zone_certainty);
  g_autofree char *text = NULL;

  switch (presence->zone_from)
    {
    case HEED_ZONE_GIVEN:
      /* Translators: the name of a time zone. */
      text = g_strdup_printf (_ ("%s, as you said."), scorecard->timezone);
      break;
    case HEED_ZONE_STATED:
      /* Translators: the name of a time zone. */
      text = g_strdup_printf (_ ("%s, by its own words."), scorecard->timezone);
      break;
    case HEED_ZONE_INFERRED:
      /* Translators: the name of a time zone, then a percentage. */
      text = g_strdup_printf (_ ("%s, inferred from when it replies and greets; right to an hour with a certainty of "
                                 "%s. Summer time cannot be told."),
                              scorecard->timezone, certainty);
      break;
    case HEED_ZONE_NONE:
    default:
      text = g_strdup (_ ("Could not be told; hours are those of UTC."));
      break;
    }
  add_fact (self, _ ("Time zone"), text);
}

static char *
dup_day_end (const HeedDayEnd *end)
{
  if (!end->is_known)
    return NULL;
  /* Translators: a time of the day, then two numbers of days: 8:03 (62 of 62). */
  return g_strdup_printf (_ ("%u:%02u (%u of %u days)"), end->minute / 60 % 24, end->minute % 60, end->days, end->of);
}

static void
add_day_ends (HeedHoursSection *self, const HeedScorecard *scorecard)
{
  const char *const days[HEED_N_DAY_KINDS] = { _ ("Monday to Friday"), _ ("Saturdays"), _ ("Sundays") };

  for (guint i = 0; i < HEED_N_DAY_KINDS; i++)
    {
      g_autofree char *opening = dup_day_end (&scorecard->presence.ends.opening[i]);
      g_autofree char *closing = dup_day_end (&scorecard->presence.ends.closing[i]);
      /* Translators: which days, then what holds on them: "Greets, Saturdays". */
      g_autofree char *greets = g_strdup_printf (_ ("Says good morning, %s"), days[i]);
      g_autofree char *leaves = g_strdup_printf (_ ("Says that the day ends, %s"), days[i]);

      if (opening != NULL)
        add_fact (self, greets, opening);
      if (closing != NULL)
        add_fact (self, leaves, closing);
    }
}

static void
add_holidays (HeedHoursSection *self, const HeedScorecard *scorecard)
{
  const HeedShare *holidays = &scorecard->presence.on_holidays;
  g_autofree char *like = heed_format_percent (scorecard->presence.on_like_days.value);

  if (scorecard->presence.country == NULL || holidays->n == 0)
    return;
  /* Translators: two numbers of holidays, then a share of days. */
  g_autofree char *text = g_strdup_printf (_ ("It replied on %.0f of %u; on other weekdays on %s."),
                                           holidays->value * holidays->n, holidays->n, like);
  add_fact (self, _ ("Public holidays"), text);
}

/* Only the hours of which something is known. */
static HeedTableData *
create_table (const HeedScorecard *scorecard)
{
  const char *const heads[] = { _ ("Hour of the week"), _ ("Messages"), _ ("Typical wait"), NULL };
  HeedTableData *data = heed_table_data_new (heads);

  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      {
        const HeedHourCell *cell = &scorecard->week[day][hour];

        if (cell->n < HEED_WEEK_MAP_LEAST_N)
          continue;
        g_autofree char *name = heed_format_weekday (day, "%A");
        heed_table_data_take_row (data, g_strdup_printf ("%s, %u–%u", name, hour, hour + 1),
                                  g_strdup_printf ("%u", cell->n), heed_format_duration (cell->median_s), NULL);
      }
  return data;
}

static void
heed_hours_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_HOURS_SECTION);
  G_OBJECT_CLASS (heed_hours_section_parent_class)->dispose (object);
}

static void
heed_hours_section_class_init (HeedHoursSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_hours_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  g_type_ensure (HEED_TYPE_WEEK_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-hours-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedHoursSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedHoursSection, week_map);
  gtk_widget_class_bind_template_child (widget_class, HeedHoursSection, facts);
}

static void
heed_hours_section_init (HeedHoursSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_hours_section_set: shows the hours of @scorecard.
 * @now: Unix seconds, for the day and hour that are marked */
void
heed_hours_section_set (HeedHoursSection *self, const HeedScorecard *scorecard, gint64 now)
{
  g_return_if_fail (HEED_IS_HOURS_SECTION (self) && scorecard != NULL);

  g_autoptr (HeedTableData) data = create_table (scorecard);

  heed_week_map_set (self->week_map, scorecard, now);
  heed_share_row_clear_list (self->facts);
  add_hours (self, scorecard);
  add_zone (self, scorecard);
  add_day_ends (self, scorecard);
  add_holidays (self, scorecard);
  heed_figure_set_source (self->figure, scorecard);
  heed_figure_set_table (self->figure, data);
}
