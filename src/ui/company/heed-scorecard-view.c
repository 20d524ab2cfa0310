/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-scorecard-view.h"

#include "heed-agents-section.h"
#include "heed-answers-section.h"
#include "heed-clocks-section.h"
#include "heed-effort-section.h"
#include "heed-hours-section.h"
#include "heed-replies-section.h"

struct _HeedScorecardView
{
  AdwBin parent_instance;

  HeedAnswersSection *answers;
  HeedClocksSection *clocks;
  HeedHoursSection *hours;
  HeedRepliesSection *replies;
  HeedAgentsSection *agents;
  HeedEffortSection *effort;
};

G_DEFINE_FINAL_TYPE (HeedScorecardView, heed_scorecard_view, ADW_TYPE_BIN)

static void
heed_scorecard_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_SCORECARD_VIEW);
  G_OBJECT_CLASS (heed_scorecard_view_parent_class)->dispose (object);
}

static void
heed_scorecard_view_class_init (HeedScorecardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_scorecard_view_dispose;
  g_type_ensure (HEED_TYPE_ANSWERS_SECTION);
  g_type_ensure (HEED_TYPE_CLOCKS_SECTION);
  g_type_ensure (HEED_TYPE_HOURS_SECTION);
  g_type_ensure (HEED_TYPE_REPLIES_SECTION);
  g_type_ensure (HEED_TYPE_AGENTS_SECTION);
  g_type_ensure (HEED_TYPE_EFFORT_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-scorecard-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, answers);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, clocks);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, hours);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, replies);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, agents);
  gtk_widget_class_bind_template_child (widget_class, HeedScorecardView, effort);
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

  heed_answers_section_set (self->answers, scorecard);
  heed_clocks_section_set (self->clocks, scorecard);
  heed_hours_section_set (self->hours, scorecard, now);
  heed_replies_section_set (self->replies, scorecard);
  heed_agents_section_set (self->agents, scorecard);
  heed_effort_section_set (self->effort, scorecard);
}
