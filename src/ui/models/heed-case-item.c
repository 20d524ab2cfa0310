/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-item.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)

struct _HeedCaseItem
{
  GObject parent_instance;

  HeedCase *the_case;
  HeedNextStep *step;
  char *subtitle;
  char *pill;
  gboolean is_due;
};

enum
{
  PROP_CASE = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_COMPANY,
  PROP_SUBTITLE,
  PROP_PILL,
  PROP_SECTION,
  PROP_IS_DUE,
  PROP_IS_SAMPLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedCaseItem, heed_case_item, G_TYPE_OBJECT)

static const char *const section_words[] = {
  [HEED_SECTION_YOUR_TURN] = "your-turn", [HEED_SECTION_WAITING] = "waiting",     [HEED_SECTION_DRAFTS] = "drafts",
  [HEED_SECTION_CLOSED] = "closed",       [HEED_SECTION_COMPANIES] = "companies",
};

/* How long until @due, in the one or two words that fit a pill. */
static char *
dup_time_left (gint64 due, gint64 now)
{
  gint64 left = due - now;

  if (left < HOUR_S)
    return g_strdup (C_ ("time until the next step", "soon"));
  if (left < DAY_S)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", left / HOUR_S), (int) (left / HOUR_S));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", left / DAY_S), (int) (left / DAY_S));
}

static char *
dup_pill (HeedCaseItem *self, gint64 now)
{
  const HeedNextStep *step = self->step;

  if (self->the_case->state != HEED_CASE_OPEN)
    return g_strdup ("");
  if (step->turn == HEED_TURN_YOURS && step->kind == HEED_STEP_ANSWER)
    return g_strdup (C_ ("state of a case", "answered"));
  if (step->turn == HEED_TURN_YOURS && step->kind == HEED_STEP_REMIND_PROMISE)
    return g_strdup (C_ ("state of a case", "promise broken"));
  if (step->due > now)
    return dup_time_left (step->due, now);
  return step->turn == HEED_TURN_YOURS ? g_strdup (C_ ("state of a case", "due")) : g_strdup ("");
}

static char *
dup_subtitle (HeedCaseItem *self)
{
  if (self->the_case->state != HEED_CASE_CLOSED || self->the_case->closed_at == 0)
    return g_strdup (self->step->title);

  g_autoptr (GDateTime) closed = g_date_time_new_from_unix_local (self->the_case->closed_at);
  /* Translators: a date without the year, day and month, as g_date_time_format() writes it. */
  g_autofree char *date = g_date_time_format (closed, _ ("%-d %B"));
  return g_strdup_printf (_ ("Closed on %s"), date);
}

static void
heed_case_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedCaseItem *self = HEED_CASE_ITEM (object);

  switch (id)
    {
    case PROP_CASE:
      g_value_set_boxed (value, self->the_case);
      break;
    case PROP_ID:
      g_value_set_int64 (value, self->the_case->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->the_case->title);
      break;
    case PROP_COMPANY:
      g_value_set_string (value, self->the_case->facts->company);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_PILL:
      g_value_set_string (value, self->pill);
      break;
    case PROP_SECTION:
      g_value_set_string (value, section_words[heed_case_item_get_section (self)]);
      break;
    case PROP_IS_DUE:
      g_value_set_boolean (value, self->is_due);
      break;
    case PROP_IS_SAMPLE:
      g_value_set_boolean (value, self->the_case->is_sample);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_case_item_finalize (GObject *object)
{
  HeedCaseItem *self = HEED_CASE_ITEM (object);

  g_clear_pointer (&self->the_case, heed_case_free);
  g_clear_pointer (&self->step, heed_next_step_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->pill, g_free);
  G_OBJECT_CLASS (heed_case_item_parent_class)->finalize (object);
}

static void
heed_case_item_class_init (HeedCaseItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_case_item_get_property;
  object_class->finalize = heed_case_item_finalize;

  props[PROP_CASE] = g_param_spec_boxed ("case", NULL, NULL, HEED_TYPE_CASE, flags);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_PILL] = g_param_spec_string ("pill", NULL, NULL, NULL, flags);
  props[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  props[PROP_IS_DUE] = g_param_spec_boolean ("is-due", NULL, NULL, FALSE, flags);
  props[PROP_IS_SAMPLE] = g_param_spec_boolean ("is-sample", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_case_item_init (HeedCaseItem *self)
{
}

/**
 * heed_case_item_new: a case for the views.
 * @the_case: (transfer full): the case, stored
 * @step: (transfer full): its next step
 * @now: Unix seconds, for what the pill says
 *
 * Returns: (transfer full): the item
 */
HeedCaseItem *
heed_case_item_new (HeedCase *the_case, HeedNextStep *step, gint64 now)
{
  HeedCaseItem *self = g_object_new (HEED_TYPE_CASE_ITEM, NULL);

  heed_case_item_update (self, the_case, step, now);
  return self;
}

/**
 * heed_case_item_update: what the case is from now on.
 * @the_case: (transfer full) (nullable): %NULL when only time passed
 * @step: (transfer full): the next step
 * @now: Unix seconds
 *
 * Notifies when anything shown is different.
 */
void
heed_case_item_update (HeedCaseItem *self, HeedCase *the_case, HeedNextStep *step, gint64 now)
{
  g_return_if_fail (HEED_IS_CASE_ITEM (self) && step != NULL);
  g_return_if_fail (the_case != NULL || self->the_case != NULL);

  gboolean changed = the_case != NULL || self->step->kind != step->kind || self->step->turn != step->turn
                     || self->step->due != step->due || g_strcmp0 (self->step->title, step->title) != 0;
  g_autofree char *old_pill = g_steal_pointer (&self->pill);

  if (the_case != NULL)
    {
      heed_case_free (self->the_case);
      self->the_case = the_case;
    }
  heed_next_step_free (self->step);
  self->step = step;
  g_free (self->subtitle);
  self->subtitle = dup_subtitle (self);
  self->pill = dup_pill (self, now);
  self->is_due = heed_case_item_get_section (self) == HEED_SECTION_YOUR_TURN;

  if (!changed && g_strcmp0 (old_pill, self->pill) == 0)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_CASE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/** heed_case_item_get_id: the store's number of the case. */
gint64
heed_case_item_get_id (HeedCaseItem *self)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (self), 0);
  return self->the_case->id;
}

/** heed_case_item_get_case: (transfer none): the case, until "case" is notified. */
const HeedCase *
heed_case_item_get_case (HeedCaseItem *self)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (self), NULL);
  return self->the_case;
}

/** heed_case_item_get_step: (transfer none): what to do next, until "case" is notified. */
const HeedNextStep *
heed_case_item_get_step (HeedCaseItem *self)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (self), NULL);
  return self->step;
}

/** heed_case_item_get_section: under which heading the case stands. */
HeedSection
heed_case_item_get_section (HeedCaseItem *self)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (self), HEED_SECTION_CLOSED);

  if (self->the_case->state == HEED_CASE_DRAFT)
    return HEED_SECTION_DRAFTS;
  if (self->the_case->state == HEED_CASE_CLOSED)
    return HEED_SECTION_CLOSED;
  return self->step->turn == HEED_TURN_YOURS ? HEED_SECTION_YOUR_TURN : HEED_SECTION_WAITING;
}

static int
compare_times (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/** heed_case_item_compare: by section; then what is due first, or what is newest where nothing is due. */
int
heed_case_item_compare (HeedCaseItem *a, HeedCaseItem *b)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (a) && HEED_IS_CASE_ITEM (b), 0);

  HeedSection section_a = heed_case_item_get_section (a);
  HeedSection section_b = heed_case_item_get_section (b);
  int order = 0;

  if (section_a != section_b)
    return section_a < section_b ? -1 : 1;
  if (section_a == HEED_SECTION_CLOSED)
    order = compare_times (b->the_case->closed_at, a->the_case->closed_at);
  else if (section_a != HEED_SECTION_DRAFTS)
    /* What has no date waits at the end. */
    order = compare_times (a->step->due > 0 ? a->step->due : G_MAXINT64, b->step->due > 0 ? b->step->due : G_MAXINT64);
  return order != 0 ? order : compare_times (b->the_case->id, a->the_case->id);
}

/** heed_section_get_title: (transfer none): the heading, translated. */
const char *
heed_section_get_title (HeedSection section)
{
  switch (section)
    {
    case HEED_SECTION_YOUR_TURN:
      return _ ("Your turn");
    case HEED_SECTION_WAITING:
      return _ ("Waiting");
    case HEED_SECTION_DRAFTS:
      return _ ("Drafts");
    case HEED_SECTION_CLOSED:
      return _ ("Closed");
    case HEED_SECTION_COMPANIES:
      return _ ("Companies");
    default:
      g_return_val_if_reached (NULL);
    }
}
