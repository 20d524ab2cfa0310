/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-answers-section.h"

#include <glib/gi18n.h>

#include "heed-curve.h"
#include "heed-fact-row.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"

struct _HeedAnswersSection
{
  AdwBin parent_instance;

  HeedFigure *figure;
  HeedCurve *curve;
  GtkListBox *messages;
};

G_DEFINE_FINAL_TYPE (HeedAnswersSection, heed_answers_section, ADW_TYPE_BIN)

typedef struct
{
  const char *title;
  char *(*format) (const HeedSample *sample);
} Figure;

static char *
format_messages (const HeedSample *sample)
{
  return g_strdup_printf ("%u", sample->messages);
}

static char *
format_rate (const HeedSample *sample)
{
  return heed_format_share (&sample->rate);
}

static char *
format_median (const HeedSample *sample)
{
  return heed_format_duration (sample->median_s);
}

static char *
format_p90 (const HeedSample *sample)
{
  return heed_format_duration (sample->p90_s);
}

static char *
format_answered_median (const HeedSample *sample)
{
  return heed_format_duration (sample->answered_median_s);
}

static char *
format_answered_p90 (const HeedSample *sample)
{
  return heed_format_duration (sample->answered_p90_s);
}

static char *
format_within_1h (const HeedSample *sample)
{
  return heed_format_share (&sample->within_1h);
}

static char *
format_within_24h (const HeedSample *sample)
{
  return heed_format_share (&sample->within_24h);
}

static char *
format_within_7d (const HeedSample *sample)
{
  return heed_format_share (&sample->within_7d);
}

/* A column each for all messages, for those that begin a conversation, for the others, and in open hours if known. */
static HeedTableData *
create_table (const HeedScorecard *scorecard)
{
  const Figure figures[] = {
    { _ ("Messages seen"), format_messages },
    { _ ("Answered in public"), format_rate },
    { _ ("Typical wait"), format_median },
    { _ ("9 of 10 answered within"), format_p90 },
    { _ ("Typical wait where they answered"), format_answered_median },
    { _ ("9 of 10 where they answered"), format_answered_p90 },
    { _ ("Answered within 1 hour"), format_within_1h },
    { _ ("Answered within 24 hours"), format_within_24h },
    { _ ("Answered within 7 days"), format_within_7d },
  };
  const char *const heads[] = {
    "", _ ("All"), _ ("First"), _ ("Later"), scorecard->has_open_hours ? _ ("In open hours") : NULL, NULL
  };
  HeedTableData *data = heed_table_data_new (heads);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    heed_table_data_take_row (data, g_strdup (figures[i].title), figures[i].format (&scorecard->all),
                              figures[i].format (&scorecard->first), figures[i].format (&scorecard->later),
                              scorecard->has_open_hours ? figures[i].format (&scorecard->open_hours) : NULL, NULL);
  return data;
}

static char *
dup_note (const HeedScorecard *scorecard)
{
  const HeedSample *all = &scorecard->all;
  g_autofree char *hour = heed_format_share (&all->within_1h);
  g_autofree char *day = heed_format_share (&all->within_24h);

  if (all->rate.n == 0)
    return g_strdup (_ ("Silence could not be seen here, so only the speed of answers is known. Private answers cannot "
                        "be seen."));
  return g_strdup_printf (
    ngettext ("Within an hour %s, within a day %s, of %u message. Private answers cannot be seen.",
              "Within an hour %s, within a day %s, of %u messages. Private answers cannot be seen.", all->rate.n),
    hour, day, all->rate.n);
}

static void
add_messages (HeedAnswersSection *self, const char *title, guint n, const char *answered)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u message", "%u messages", n), n);

  if (n == 0)
    return;
  GtkWidget *row = heed_fact_row_new (title, text);
  heed_fact_row_set_target (row, "answered", answered);
  gtk_list_box_append (self->messages, row);
}

/* Both ways that a message can have gone lead to the messages that did. */
static void
show_messages (HeedAnswersSection *self, const HeedSample *all)
{
  heed_share_row_clear_list (self->messages);
  add_messages (self, _ ("With a public answer"), all->answered, "yes");
  add_messages (self, _ ("Without one so far"), all->messages - all->answered, "no");
}

static void
heed_answers_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_ANSWERS_SECTION);
  G_OBJECT_CLASS (heed_answers_section_parent_class)->dispose (object);
}

static void
heed_answers_section_class_init (HeedAnswersSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_answers_section_dispose;
  g_type_ensure (HEED_TYPE_CURVE);
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-answers-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAnswersSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswersSection, curve);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswersSection, messages);
}

static void
heed_answers_section_init (HeedAnswersSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_answers_section_set: draws @scorecard, of which nothing is kept. */
void
heed_answers_section_set (HeedAnswersSection *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_ANSWERS_SECTION (self) && scorecard != NULL);

  g_autofree char *note = dup_note (scorecard);
  g_autoptr (HeedTableData) data = create_table (scorecard);

  heed_curve_set (self->curve, scorecard);
  show_messages (self, &scorecard->all);
  heed_figure_set_source (self->figure, scorecard);
  heed_figure_set_table (self->figure, data);
  g_object_set (self->figure, "note", note, NULL);
}
