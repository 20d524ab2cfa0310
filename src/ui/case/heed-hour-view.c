/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hour-view.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"

#define HOUR_S (60 * 60)

struct _HeedHourView
{
  AdwBin parent_instance;

  /* What is shown is worked out anew when one of these is another. */
  HeedAccountItem *account;
  HeedQuietHours quiet;
  gint64 hour;

  HeedAdvice *advice;
  GCancellable *cancellable;
  GTimeZone *zone;
  gint64 now;
  char *more;

  GtkLabel *time_label;
  GtkLabel *reason_label;
  GtkWidget *check_button;
};

enum
{
  PROP_MORE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedHourView, heed_hour_view, ADW_TYPE_BIN)

static void
set_more (HeedHourView *self, const char *more)
{
  if (g_strcmp0 (self->more, more) == 0)
    return;
  g_free (self->more);
  self->more = g_strdup (more);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MORE]);
}

/* @time and @reason: (nullable) */
static void
show_words (HeedHourView *self, const char *time, const char *reason)
{
  gtk_label_set_label (self->time_label, time != NULL ? time : "");
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), time != NULL);
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), time != NULL || reason != NULL);
}

/* "Today, 11:00–12:00". */
static char *
dup_slot (HeedHourView *self, const HeedTimeSlot *slot)
{
  g_autofree char *day = heed_words_dup_day (slot->from, self->zone, self->now);
  g_autofree char *from = heed_words_dup_clock (slot->from, self->zone);
  g_autofree char *to = heed_words_dup_clock (slot->to, self->zone);

  /* Translators: a day such as "Today" or "Tuesday, 3 March", then an hour, from and to. */
  return g_strdup_printf (_ ("%1$s, %2$s–%3$s"), day, from, to);
}

static void
add_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* @format: a whole sentence around a list of hours. */
static void
add_slots (HeedHourView *self, GString *text, const char *format, const GPtrArray *slots, guint from)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = from; i < slots->len; i++)
    {
      g_autofree char *slot = dup_slot (self, slots->pdata[i]);
      g_string_append_printf (list, "%s%s", i > from ? "; " : "", slot);
    }
  if (list->len == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *sentence = g_strdup_printf (format, list->str);
#pragma GCC diagnostic pop
  add_line (text, sentence);
}

/* How the account answers at all, then what else is known of the hour. */
static void
show_more (HeedHourView *self, gboolean is_first_shown)
{
  const HeedAdvice *advice = self->advice;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice->n_channel_reasons; i++)
    add_line (text, advice->reasons->pdata[i]);
  add_slots (self, text, _ ("Also good: %s."), advice->times, 1);
  add_slots (self, text, _ ("Rather not: %s."), advice->avoid, 0);
  for (guint i = advice->n_channel_reasons + (is_first_shown ? 1 : 0); i < advice->reasons->len; i++)
    add_line (text, advice->reasons->pdata[i]);
  set_more (self, text->str);
}

/* While the user wants quiet, nothing needs to be done at once. */
static char *
dup_quiet (HeedHourView *self)
{
  gint64 end = heed_quiet_hours_get_end (&self->quiet, self->now, self->zone);
  g_autofree char *clock = heed_words_dup_clock (end, self->zone);

  return end > self->now ? g_strdup_printf (_ ("Your quiet hours last until %s."), clock) : NULL;
}

static void
show_advice (HeedHourView *self)
{
  const HeedAdvice *advice = self->advice;
  const HeedTimeSlot *best = advice->times->len > 0 ? advice->times->pdata[0] : NULL;
  const char *why = best != NULL ? best->reason : advice->reasons->pdata[advice->n_channel_reasons];
  g_autofree char *quiet = dup_quiet (self);
  g_autofree char *reason = quiet != NULL ? g_strdup_printf ("%s %s", quiet, why) : g_strdup (why);
  g_autofree char *time = NULL;

  if (best != NULL)
    {
      g_autofree char *slot = dup_slot (self, best);
      /* Translators: %s is a day and an hour: "Today, 11:00–12:00". */
      time = g_strdup_printf (_ ("%s, is the best time to write."), slot);
    }
  show_words (self, time, reason);
  show_more (self, best == NULL);
}

typedef struct
{
  gint64 now;
  GTimeZone *zone;
  HeedQuietHours quiet;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_time_zone_unref (question->zone);
  g_free (question);
}

/* What was seen of an account never changes; trying it backwards takes too long for the main loop. */
static void
advise_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (GPtrArray) checked = g_ptr_array_new ();

  g_ptr_array_add (checked, (gpointer) heed_account_item_get_checked (source));
  g_task_return_pointer (task, heed_check_advise (checked, question->now, question->zone, &question->quiet),
                         (GDestroyNotify) heed_advice_free);
}

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
advised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedHourView) self = g_weak_ref_get (user_data);
  HeedAdvice *advice = g_task_propagate_pointer (G_TASK (result), NULL);

  free_weak (user_data);
  if (advice == NULL || self == NULL || self->account != HEED_ACCOUNT_ITEM (source))
    {
      heed_advice_free (advice);
      return;
    }
  heed_advice_free (self->advice);
  self->advice = advice;
  show_advice (self);
}

static void
stop (HeedHourView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (HeedHourView *self)
{
  Question *question = g_new0 (Question, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  stop (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (weak, self);
  question->now = self->now;
  question->zone = g_time_zone_ref (self->zone);
  question->quiet = self->quiet;
  g_autoptr (GTask) task = g_task_new (self->account, self->cancellable, advised_cb, weak);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, advise_in_thread);
}

static void
forget (HeedHourView *self)
{
  stop (self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->advice, heed_advice_free);
  gtk_widget_set_visible (self->check_button, FALSE);
  show_words (self, NULL, NULL);
  set_more (self, "");
}

/* What goes on in private cannot be counted, not even on a network that is read. */
static gboolean
is_public (const HeedNextStep *step)
{
  return step->network != NULL && g_strcmp0 (step->channel, "public") == 0;
}

/* Nothing was seen of the place that the step names: that is said, and what can be done about it. */
static void
show_unknown (HeedHourView *self, HeedLibrary *library, const HeedNextStep *step)
{
  gboolean can_read = is_public (step)
                      && heed_context_find_network (heed_library_get_context (library), step->network) != NULL;

  forget (self);
  if (can_read && step->account != NULL)
    {
      show_words (self, NULL, _ ("Whether the hour matters there is not known: Heed has not looked at this account."));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check_button), "s", step->account);
      gtk_widget_set_visible (self->check_button, TRUE);
    }
  else if (is_public (step))
    set_more (self, _ ("Whether the hour matters there is not known: Heed cannot read this network."));
  else
    set_more (self, _ ("Whether the hour matters there is not known: answers are private, and nobody can count them."));
}

/* Who is asked something answers when they can; only what the user begins has a better and a worse hour. */
static gboolean
has_hour (const HeedNextStep *step)
{
  switch (step->kind)
    {
    case HEED_STEP_OPEN_OFFICIAL:
    case HEED_STEP_WRITE:
    case HEED_STEP_NUDGE:
    case HEED_STEP_NEXT_CHANNEL:
    case HEED_STEP_REMIND_PROMISE:
      return TRUE;
    case HEED_STEP_FINISH:
    case HEED_STEP_WAIT:
    case HEED_STEP_ANSWER:
    case HEED_STEP_NONE:
    default:
      return FALSE;
    }
}

static void
heed_hour_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MORE)
    g_value_set_string (value, HEED_HOUR_VIEW (object)->more);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_hour_view_dispose (GObject *object)
{
  HeedHourView *self = HEED_HOUR_VIEW (object);

  stop (self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->advice, heed_advice_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->more, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_HOUR_VIEW);
  G_OBJECT_CLASS (heed_hour_view_parent_class)->dispose (object);
}

static void
heed_hour_view_class_init (HeedHourViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = heed_hour_view_get_property;
  object_class->dispose = heed_hour_view_dispose;
  props[PROP_MORE] = g_param_spec_string ("more", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/case/heed-hour-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedHourView, time_label);
  gtk_widget_class_bind_template_child (widget_class, HeedHourView, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HeedHourView, check_button);
}

static void
heed_hour_view_init (HeedHourView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  forget (self);
}

static gboolean
is_answered_already (HeedHourView *self, HeedAccountItem *account, const HeedQuietHours *quiet, gint64 now)
{
  return self->account == account && self->hour == now / HOUR_S && self->quiet.from == quiet->from
         && self->quiet.to == quiet->to;
}

/** heed_hour_view_show: says what is known of the hour for @step, as soon as that is worked out. */
void
heed_hour_view_show (HeedHourView *self, HeedLibrary *library, const HeedNextStep *step)
{
  g_return_if_fail (HEED_IS_HOUR_VIEW (self) && HEED_IS_LIBRARY (library) && step != NULL);

  HeedContext *context = heed_library_get_context (library);
  const HeedQuietHours *quiet = &heed_context_get_settings (context)->quiet;
  HeedAccountItem *account = is_public (step) ? heed_library_find_account (library, step->network, step->account)
                                              : NULL;
  gint64 now = heed_context_now (context);

  if (!has_hour (step))
    forget (self);
  else if (account == NULL)
    show_unknown (self, library, step);
  else if (!is_answered_already (self, account, quiet, now))
    {
      forget (self);
      self->account = g_object_ref (account);
      self->quiet = *quiet;
      self->hour = now / HOUR_S;
      self->now = now;
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = g_time_zone_ref (heed_context_get_timezone (context));
      ask (self);
    }
}
