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

  HeedAccountItem *account;
  gint64 now;
  /* The next section to fill. */
  guint next;
  guint source;
};

G_DEFINE_FINAL_TYPE (HeedScorecardView, heed_scorecard_view, ADW_TYPE_BIN)

/* In the order in which they stand; %FALSE after the last. */
static gboolean
fill_next (HeedScorecardView *self)
{
  const HeedScorecard *scorecard = heed_account_item_get_checked (self->account)->scorecard;

  switch (self->next++)
    {
    case 0:
      heed_answers_section_set (self->answers, scorecard);
      return TRUE;
    case 1:
      heed_clocks_section_set (self->clocks, scorecard);
      return TRUE;
    case 2:
      gtk_widget_show (GTK_WIDGET (self->hours));
      heed_hours_section_set (self->hours, scorecard, self->now);
      return TRUE;
    case 3:
      heed_replies_section_set (self->replies, scorecard);
      return TRUE;
    case 4:
      heed_agents_section_set (self->agents, scorecard);
      return TRUE;
    default:
      heed_effort_section_set (self->effort, scorecard);
      return FALSE;
    }
}

static gboolean
fill_next_cb (gpointer user_data)
{
  HeedScorecardView *self = user_data;

  if (fill_next (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* What still speaks of another account. */
static void
hide_sections (HeedScorecardView *self)
{
  gtk_widget_hide (GTK_WIDGET (self->clocks));
  gtk_widget_hide (GTK_WIDGET (self->hours));
  gtk_widget_hide (GTK_WIDGET (self->replies));
  gtk_widget_hide (GTK_WIDGET (self->agents));
  gtk_widget_hide (GTK_WIDGET (self->effort));
}

static void
heed_scorecard_view_dispose (GObject *object)
{
  HeedScorecardView *self = HEED_SCORECARD_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->account);
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
 * heed_scorecard_view_set: shows the figures of @account.
 * @now: Unix seconds
 */
void
heed_scorecard_view_set (HeedScorecardView *self, HeedAccountItem *account, gint64 now)
{
  g_return_if_fail (HEED_IS_SCORECARD_VIEW (self) && HEED_IS_ACCOUNT_ITEM (account));

  if (self->account == NULL || !heed_account_item_is_same_account (account, self->account))
    hide_sections (self);
  g_set_object (&self->account, account);
  self->now = now;
  self->next = 0;
  fill_next (self);
  if (self->source == 0)
    self->source = g_idle_add (fill_next_cb, self);
}
