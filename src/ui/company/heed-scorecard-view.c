/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-scorecard-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-curve.h"
#include "heed-format.h"
#include "heed-week-map.h"

struct _HeedScorecardView
{
  AdwBin parent_instance;

  GtkGrid *figures;
  HeedCurve *curve;
  HeedWeekMap *week_map;
  GtkLabel *hours;
  GtkWidget *kinds_section;
  GtkGrid *kinds;
  GtkLabel *kinds_note;
  GtkWidget *agents_section;
  GtkListBox *agents;
};

G_DEFINE_FINAL_TYPE (HeedScorecardView, heed_scorecard_view, ADW_TYPE_BIN)

static void
clear_grid (GtkGrid *grid)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL;)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
add_label (GtkGrid *grid, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

static char *
dup_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

typedef struct
{
  const char *title;
  char *(*format) (const HeedSample *sample);
} Figure;

static char *
format_messages (const HeedSample *sample)
{
  return dup_count (sample->messages);
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

static void
show_figures (HeedScorecardView *self, const HeedScorecard *scorecard)
{
  const Figure figures[] = {
    { _ ("Messages seen"), format_messages },
    { _ ("Answered in public"), format_rate },
    { _ ("Typical wait"), format_median },
    { _ ("9 of 10 answered within"), format_p90 },
    { _ ("Typical wait where they answered"), format_answered_median },
    { _ ("Answered within 1 hour"), format_within_1h },
    { _ ("Answered within 24 hours"), format_within_24h },
    { _ ("Answered within 7 days"), format_within_7d },
  };

  clear_grid (self->figures);
  add_label (self->figures, _ ("All messages"), 1, 0, "caption-heading");
  add_label (self->figures, _ ("First messages"), 2, 0, "caption-heading");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *all = figures[i].format (&scorecard->all);
      g_autofree char *first = figures[i].format (&scorecard->first);

      add_label (self->figures, figures[i].title, 0, (int) i + 1, "dim-label");
      add_label (self->figures, all, 1, (int) i + 1, "numeric");
      add_label (self->figures, first, 2, (int) i + 1, "numeric");
    }
}

static const char *
get_kind_title (HeedReplyKinds kind)
{
  switch (kind)
    {
    case HEED_REPLY_ANSWERS:
      return _ ("Answers the question");
    case HEED_REPLY_ACTS:
      return _ ("Says what was done");
    case HEED_REPLY_ASKS_DETAILS:
      return _ ("Asks for details");
    case HEED_REPLY_ASKS_PRIVATE:
      return _ ("Asks to go on in private");
    case HEED_REPLY_REDIRECTS:
      return _ ("Sends people elsewhere");
    case HEED_REPLY_APOLOGISES:
      return _ ("Apologises");
    case HEED_REPLY_ACKNOWLEDGES:
      return _ ("Takes note");
    case HEED_REPLY_PROMISES:
      return _ ("Promises something");
    case HEED_REPLY_REFUSES:
      return _ ("Refuses");
    case HEED_REPLY_PLEASANTRY:
      return _ ("Only exchanges courtesies");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_bar (HeedScorecardView *self, const char *title, const HeedShare *share, int row)
{
  g_autofree char *value = heed_format_share (share);
  GtkWidget *bar = gtk_level_bar_new ();
  const char *const offsets[] = { GTK_LEVEL_BAR_OFFSET_LOW, GTK_LEVEL_BAR_OFFSET_HIGH, GTK_LEVEL_BAR_OFFSET_FULL };

  /* A share is neither good nor bad by itself: one colour for all. */
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), offsets[i]);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share->value);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
  gtk_widget_set_hexpand (add_label (self->kinds, title, 0, row * 2, NULL), TRUE);
  gtk_label_set_xalign (GTK_LABEL (add_label (self->kinds, value, 1, row * 2, "numeric")), 1);
  gtk_grid_attach (self->kinds, bar, 0, row * 2 + 1, 2, 1);
}

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HeedShare *shares = user_data;
  double value_a = shares[*(const guint *) a].value;
  double value_b = shares[*(const guint *) b].value;

  return (value_a < value_b) - (value_a > value_b);
}

static void
show_kinds (HeedScorecardView *self, const HeedScorecard *scorecard)
{
  guint order[HEED_N_REPLY_KINDS];
  int row = 0;
  guint n = scorecard->n_replies;
  g_autofree char *note = g_strdup_printf (ngettext ("Of %u reply; a reply can do several of these at once.",
                                                     "Of %u replies; a reply can do several of these at once.", n),
                                           n);

  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    order[i] = i;
  g_qsort_with_data (order, HEED_N_REPLY_KINDS, sizeof order[0], compare_shares, (gpointer) scorecard->kinds);
  clear_grid (self->kinds);
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    if (scorecard->kinds[order[i]].n > 0 && scorecard->kinds[order[i]].value > 0)
      add_bar (self, get_kind_title (1 << order[i]), &scorecard->kinds[order[i]], row++);
  gtk_label_set_label (self->kinds_note, note);
  gtk_widget_set_visible (self->kinds_section, row > 0);
}

static void
show_agents (HeedScorecardView *self, const HeedScorecard *scorecard)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->agents))) != NULL;)
    gtk_list_box_remove (self->agents, child);
  for (guint i = 0; scorecard->agents != NULL && i < scorecard->agents->len; i++)
    {
      const HeedAgent *agent = scorecard->agents->pdata[i];
      g_autofree char *speed = heed_format_duration (agent->median_s);
      g_autofree char *count = g_strdup_printf (ngettext ("%u reply", "%u replies", agent->replies), agent->replies);
      g_autofree char *subtitle
        /* Translators: "24 replies, typically after 12 minutes". */
        = isnan (agent->median_s) ? g_strdup (count) : g_strdup_printf (_ ("%s, typically after %s"), count, speed);
      g_autofree char *title = g_markup_escape_text (agent->name, -1);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);

      gtk_list_box_append (self->agents, row);
    }
  gtk_widget_set_visible (self->agents_section, scorecard->agents != NULL && scorecard->agents->len > 0);
}

/* The hours they say beside the hours they keep. */
static void
show_hours (HeedScorecardView *self, const HeedScorecard *scorecard)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (scorecard->stated_hours != NULL)
    g_string_append_printf (text, _ ("They state these hours: %s."), scorecard->stated_hours);
  if (scorecard->timezone != NULL && text->len > 0)
    g_string_append_c (text, ' ');
  if (scorecard->timezone != NULL)
    g_string_append_printf (text, _ ("Times are those of %s."), scorecard->timezone);
  gtk_label_set_label (self->hours, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->hours), text->len > 0);
}

static void
heed_scorecard_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_SCORECARD_VIEW);
  G_OBJECT_CLASS (heed_scorecard_view_parent_class)->dispose (object);
}

static void
heed_scorecard_view_class_init (HeedScorecardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_scorecard_view_dispose;
  g_type_ensure (HEED_TYPE_CURVE);
  g_type_ensure (HEED_TYPE_WEEK_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-scorecard-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, figures);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, curve);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, week_map);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, hours);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, kinds_section);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, kinds);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, kinds_note);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, agents_section);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, agents);
}

static void
heed_scorecard_view_init (HeedScorecardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * heed_scorecard_view_set: shows @scorecard, of which nothing is kept.
 * @now: Unix seconds
 */
void
heed_scorecard_view_set (HeedScorecardView *self, const HeedScorecard *scorecard, gint64 now)
{
  g_return_if_fail (HEED_IS_SCORECARD_VIEW (self) && scorecard != NULL);

  show_figures (self, scorecard);
  heed_curve_set (self->curve, scorecard);
  heed_week_map_set (self->week_map, scorecard, now);
  show_hours (self, scorecard);
  show_kinds (self, scorecard);
  show_agents (self, scorecard);
}
