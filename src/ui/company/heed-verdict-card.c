/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-verdict-card.h"

#include <glib/gi18n.h>

#include "heed-duty.h"
#include "heed-format.h"
#include "heed-link-button.h"
#include "heed-share-row.h"

struct _HeedVerdictCard
{
  AdwBin parent_instance;

  GtkLabel *verdict;
  GtkWidget *notice_box;
  GtkLabel *notice;
  GtkWidget *check_target;
  GtkLabel *check_label;
  HeedLinkButton *target_link;
  GtkLabel *duty;
  GtkLabel *looked;
  GtkBox *reasons;
  GtkWidget *buttons;
  GtkWidget *check_again;
};

G_DEFINE_FINAL_TYPE (HeedVerdictCard, heed_verdict_card, ADW_TYPE_BIN)

/* What it says of itself; where it names an account, that one can be looked at, and where a page, it can be opened. */
static void
show_notice (HeedVerdictCard *self, const HeedNotice *notice)
{
  gtk_widget_set_visible (self->notice_box, notice != NULL);
  if (notice == NULL)
    return;

  g_autofree char *described = heed_notice_describe (notice);
  g_autofree char *sentence = g_strdup_printf (_ ("%s."), described);
  g_autofree char *target = heed_notice_dup_target (notice);
  gboolean is_account = target != NULL && target[0] == '@';
  g_autofree char *check = g_strdup_printf (_ ("Check %s"), is_account ? target : "");

  gtk_label_set_label (self->notice, sentence);
  gtk_widget_set_visible (self->check_target, is_account);
  gtk_label_set_label (self->check_label, check);
  gtk_widget_set_tooltip_text (self->check_target, target);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check_target), "s", is_account ? target : "");
  g_object_set (self->target_link, "uri", is_account ? NULL : target, NULL);
}

static void
show_duty (HeedVerdictCard *self, const HeedScorecard *scorecard, gint64 now, GTimeZone *zone)
{
  g_autofree char *duty = heed_duty_describe (scorecard, now, zone);

  gtk_label_set_label (self->duty, duty != NULL ? duty : "");
  gtk_widget_set_visible (GTK_WIDGET (self->duty), duty != NULL);
}

static void
show_looked (HeedVerdictCard *self, const HeedObservation *observation, gint64 now, GTimeZone *zone)
{
  g_autofree char *when = heed_format_day_time (observation->observed_at, now, zone);
  g_autofree char *looked = observation->observed_at > 0
                              ? g_strdup_printf (_ ("Last looked at on %s."), when)
                              : g_strdup (
                                _ ("The last look at it was stopped before its end; check again to read on."));

  gtk_label_set_label (self->looked, looked);
}

static void
show_reasons (HeedVerdictCard *self, const HeedScorecard *scorecard)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL;)
    gtk_box_remove (self->reasons, child);
  for (guint i = 0; i < scorecard->reasons->len; i++)
    gtk_box_append (self->reasons, g_object_new (GTK_TYPE_LABEL, "label", scorecard->reasons->pdata[i], "xalign", 0.0,
                                                 "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));
}

static void
heed_verdict_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_VERDICT_CARD);
  G_OBJECT_CLASS (heed_verdict_card_parent_class)->dispose (object);
}

static void
heed_verdict_card_class_init (HeedVerdictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_verdict_card_dispose;
  g_type_ensure (HEED_TYPE_LINK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-verdict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, notice);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, check_target);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, check_label);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, target_link);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, duty);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, looked);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, reasons);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, HeedVerdictCard, check_again);
}

static void
heed_verdict_card_init (HeedVerdictCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (heed_share_row_is_text_large (GTK_WIDGET (self)))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), GTK_ORIENTATION_VERTICAL);
}

/**
 * heed_verdict_card_set: shows what is known of @account, of which nothing is kept.
 * @now: Unix seconds
 * @zone: the user's
 */
void
heed_verdict_card_set (HeedVerdictCard *self, HeedAccountItem *account, gint64 now, GTimeZone *zone)
{
  g_return_if_fail (HEED_IS_VERDICT_CARD (self) && HEED_IS_ACCOUNT_ITEM (account) && zone != NULL);

  const HeedChecked *checked = heed_account_item_get_checked (account);

  gtk_label_set_label (self->verdict, checked->scorecard->summary);
  show_notice (self, checked->scorecard->notice);
  show_duty (self, checked->scorecard, now, zone);
  show_looked (self, checked->observation, now, zone);
  show_reasons (self, checked->scorecard);
  /* There is nothing to look at behind an invented company. */
  gtk_widget_set_visible (self->check_again, !checked->observation->is_sample);
}
