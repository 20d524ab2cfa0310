/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-event-item.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"
#include "heed-classifier.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"

struct _HeedEventItem
{
  GObject parent_instance;

  HeedEvent *event;
  gint64 document_id;
  char *title;
  char *place;
  char *clock;
  char *day;
  char *heading;
  char *reference;
  char *kinds;
  char *promise;
  gboolean is_promise_broken;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACE,
  PROP_CLOCK,
  PROP_HEADING,
  PROP_TEXT,
  PROP_ICON_NAME,
  PROP_OUTCOME,
  PROP_KINDS,
  PROP_REFERENCE,
  PROP_PROMISE,
  PROP_IS_PROMISE_KEPT,
  PROP_IS_PROMISE_BROKEN,
  PROP_URL,
  PROP_IS_SENT,
  PROP_IS_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedEventItem, heed_event_item, G_TYPE_OBJECT)

static const char *
get_text (HeedEventItem *self)
{
  return self->event->kind == HEED_EVENT_STATE ? NULL : self->event->text;
}

static const char *
get_outcome (HeedEventItem *self)
{
  return self->event->kind == HEED_EVENT_RECEIVED ? heed_words_outcome (self->event->outcome) : NULL;
}

/* What a person's reply does; read when its row is shown first, and known from then on. */
static const char *
get_kinds (HeedEventItem *self)
{
  const HeedClassifier *classifier = heed_classifier_get_default (NULL);
  const HeedEvent *event = self->event;

  if (self->kinds == NULL && classifier != NULL && event->kind == HEED_EVENT_RECEIVED
      && event->outcome != HEED_OUTCOME_AUTOMATIC && event->text != NULL)
    self->kinds = heed_scorecard_words_dup_kinds (heed_classifier_read_kinds (classifier, event->text));
  return self->kinds;
}

/* A promise in one line: what was promised, by when, and how it went. */
static char *
dup_promise (const HeedPromise *promise, const HeedTimelineFrame *frame)
{
  if (promise->due == 0)
    return g_strdup_printf (promise->kept ? _ ("Promise kept: %s") : _ ("Promise: %s"), promise->text);

  g_autofree char *day = heed_words_dup_day (promise->due, frame->zone, frame->now);

  if (promise->kept)
    /* Translators: what a company promised, and by when. */
    return g_strdup_printf (_ ("Promise kept: %1$s, by %2$s"), promise->text, day);
  if (promise->due < frame->now)
    return g_strdup_printf (_ ("Promise broken: %1$s, by %2$s"), promise->text, day);
  return g_strdup_printf (_ ("Promise: %1$s, by %2$s"), promise->text, day);
}

static void
heed_event_item_finalize (GObject *object)
{
  HeedEventItem *self = HEED_EVENT_ITEM (object);

  heed_event_free (self->event);
  g_free (self->title);
  g_free (self->place);
  g_free (self->clock);
  g_free (self->day);
  g_free (self->heading);
  g_free (self->reference);
  g_free (self->kinds);
  g_free (self->promise);
  G_OBJECT_CLASS (heed_event_item_parent_class)->finalize (object);
}

static void
heed_event_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedEventItem *self = HEED_EVENT_ITEM (object);
  const HeedPromise *promise = self->event->promise;

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_CLOCK:
      g_value_set_string (value, self->clock);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_TEXT:
      g_value_set_string (value, get_text (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, heed_words_event_icon (self->event));
      break;
    case PROP_OUTCOME:
      g_value_set_string (value, get_outcome (self));
      break;
    case PROP_KINDS:
      g_value_set_string (value, get_kinds (self));
      break;
    case PROP_REFERENCE:
      g_value_set_string (value, self->reference);
      break;
    case PROP_PROMISE:
      g_value_set_string (value, self->promise);
      break;
    case PROP_IS_PROMISE_KEPT:
      g_value_set_boolean (value, promise != NULL && promise->kept);
      break;
    case PROP_IS_PROMISE_BROKEN:
      g_value_set_boolean (value, self->is_promise_broken);
      break;
    case PROP_URL:
      g_value_set_string (value, self->event->url);
      break;
    case PROP_IS_SENT:
      g_value_set_boolean (value, self->event->kind == HEED_EVENT_SENT);
      break;
    case PROP_IS_DOCUMENT:
      g_value_set_boolean (value, self->document_id != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_event_item_class_init (HeedEventItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_event_item_finalize;
  object_class->get_property = heed_event_item_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_CLOCK] = g_param_spec_string ("clock", NULL, NULL, NULL, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_OUTCOME] = g_param_spec_string ("outcome", NULL, NULL, NULL, flags);
  properties[PROP_KINDS] = g_param_spec_string ("kinds", NULL, NULL, NULL, flags);
  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_PROMISE] = g_param_spec_string ("promise", NULL, NULL, NULL, flags);
  properties[PROP_IS_PROMISE_KEPT] = g_param_spec_boolean ("is-promise-kept", NULL, NULL, FALSE, flags);
  properties[PROP_IS_PROMISE_BROKEN] = g_param_spec_boolean ("is-promise-broken", NULL, NULL, FALSE, flags);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  properties[PROP_IS_SENT] = g_param_spec_boolean ("is-sent", NULL, NULL, FALSE, flags);
  properties[PROP_IS_DOCUMENT] = g_param_spec_boolean ("is-document", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_event_item_init (HeedEventItem *self)
{
}

/** heed_event_item_new: (transfer full): an item for a copy of @event. */
HeedEventItem *
heed_event_item_new (const HeedEvent *event, const HeedTimelineFrame *frame)
{
  g_return_val_if_fail (event != NULL && frame != NULL, NULL);

  HeedEventItem *self = g_object_new (HEED_TYPE_EVENT_ITEM, NULL);
  const HeedPromise *promise = event->promise;

  self->event = heed_event_copy (event);
  self->title = heed_words_dup_event (event, frame->company);
  if (event->channel != NULL && event->kind != HEED_EVENT_CALL)
    self->place = heed_words_dup_channel (event->channel, event->network);
  self->clock = heed_words_dup_clock (event->at, frame->zone);
  self->day = heed_words_dup_day (event->at, frame->zone, frame->now);
  if (event->reference != NULL)
    self->reference = heed_words_dup_reference ("case", event->reference);
  if (promise != NULL)
    {
      self->promise = dup_promise (promise, frame);
      self->is_promise_broken = !promise->kept && promise->due != 0 && promise->due < frame->now;
    }
  return self;
}

/* A file of the case stands on its timeline where it was added, under its name. */
static HeedEventItem *
new_for_document (const HeedDocument *document, const HeedTimelineFrame *frame)
{
  HeedEventItem *self = g_object_new (HEED_TYPE_EVENT_ITEM, NULL);

  self->event = heed_event_new (HEED_EVENT_DOCUMENT, document->added_at);
  self->event->text = g_strdup (document->note);
  self->document_id = document->id;
  self->title = g_strdup (document->name);
  self->place = heed_format_document (document);
  self->clock = heed_words_dup_clock (document->added_at, frame->zone);
  self->day = heed_words_dup_day (document->added_at, frame->zone, frame->now);
  return self;
}

/** heed_event_item_get_document_id: the store's number of the file it shows; 0 for an event. */
gint64
heed_event_item_get_document_id (HeedEventItem *self)
{
  g_return_val_if_fail (HEED_IS_EVENT_ITEM (self), 0);
  return self->document_id;
}

/** heed_event_item_get_event: (transfer none): what happened. */
const HeedEvent *
heed_event_item_get_event (HeedEventItem *self)
{
  g_return_val_if_fail (HEED_IS_EVENT_ITEM (self), NULL);
  return self->event;
}

/** heed_event_item_get_day: (transfer none): its day, in words. */
const char *
heed_event_item_get_day (HeedEventItem *self)
{
  g_return_val_if_fail (HEED_IS_EVENT_ITEM (self), NULL);
  return self->day;
}

/** heed_event_item_equal: both show the same, so that the row of one can stay. */
gboolean
heed_event_item_equal (HeedEventItem *self, HeedEventItem *other)
{
  g_return_val_if_fail (HEED_IS_EVENT_ITEM (self) && HEED_IS_EVENT_ITEM (other), FALSE);

  return self->event->id == other->event->id && self->document_id == other->document_id
         && self->event->kind == other->event->kind && self->event->at == other->event->at
         && self->event->outcome == other->event->outcome && g_strcmp0 (self->event->text, other->event->text) == 0
         && g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->day, other->day) == 0
         && g_strcmp0 (self->promise, other->promise) == 0 && g_strcmp0 (self->reference, other->reference) == 0
         && g_strcmp0 (self->event->url, other->event->url) == 0;
}

/** heed_event_item_set_heading: the day to show above the row, or %NULL for a row of the same day as the one above. */
void
heed_event_item_set_heading (HeedEventItem *self, const char *heading)
{
  g_return_if_fail (HEED_IS_EVENT_ITEM (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    return;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

/* Events and documents in one order of time; a document comes after what happened in the same second. */
static GPtrArray *
create_items (const HeedCase *the_case, const HeedTimelineFrame *frame)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const GPtrArray *events = the_case->events, *documents = the_case->documents;

  for (guint i = 0, j = 0; i < events->len || j < documents->len;)
    {
      const HeedEvent *event = i < events->len ? events->pdata[i] : NULL;
      const HeedDocument *document = j < documents->len ? documents->pdata[j] : NULL;

      if (document == NULL || (event != NULL && event->at <= document->added_at))
        {
          g_ptr_array_add (items, heed_event_item_new (event, frame));
          i++;
        }
      else
        {
          g_ptr_array_add (items, new_for_document (document, frame));
          j++;
        }
    }
  return items;
}

/** heed_event_items_update: makes @items (of HeedEventItem) show @the_case, and leaves alone what did not change. */
void
heed_event_items_update (GListStore *items, const HeedCase *the_case, const HeedTimelineFrame *frame)
{
  g_return_if_fail (G_IS_LIST_STORE (items) && the_case != NULL && frame != NULL);

  g_autoptr (GPtrArray) fresh = create_items (the_case, frame);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (items));
  guint head = 0, tail = 0;

  for (; head < MIN (n_old, fresh->len); head++)
    {
      g_autoptr (HeedEventItem) old = g_list_model_get_item (G_LIST_MODEL (items), head);
      if (!heed_event_item_equal (old, fresh->pdata[head]))
        break;
    }
  for (; tail < MIN (n_old, fresh->len) - head; tail++)
    {
      g_autoptr (HeedEventItem) old = g_list_model_get_item (G_LIST_MODEL (items), n_old - 1 - tail);
      if (!heed_event_item_equal (old, fresh->pdata[fresh->len - 1 - tail]))
        break;
    }
  if (n_old != head + tail || fresh->len != head + tail)
    g_list_store_splice (items, head, n_old - head - tail, fresh->pdata + head, fresh->len - head - tail);
}

/** heed_event_items_set_headings: heads each first row of a day in @items, from position @from on. */
void
heed_event_items_set_headings (GListModel *items, guint from)
{
  g_autofree char *day = NULL;

  if (from > 0)
    {
      g_autoptr (HeedEventItem) above = g_list_model_get_item (items, from - 1);
      day = g_strdup (above->day);
    }
  for (guint i = from; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HeedEventItem) item = g_list_model_get_item (items, i);
      const gboolean is_first = g_strcmp0 (item->day, day) != 0;

      heed_event_item_set_heading (item, is_first ? item->day : NULL);
      if (is_first)
        {
          g_free (day);
          day = g_strdup (item->day);
        }
    }
}
