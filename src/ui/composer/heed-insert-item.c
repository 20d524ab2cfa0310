/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-insert-item.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <string.h>

#include "heed-bidi.h"
#include "heed-case-words.h"
#include "heed-dropped.h"

/* As many dots for everything: a length would tell something too. */
#define DOTS "••••••"

struct _HeedInsertItem
{
  GObject parent_instance;

  char *value;
  char *tail;
  char *by_dm;
  char *title;
  const char *icon_name;
  char *subtitle;
  char *reason;
  char *cost;
  gboolean is_withheld;
  gboolean is_in_text;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_COST,
  PROP_IS_LEFT_OUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedInsertItem, heed_insert_item, G_TYPE_OBJECT)

/* What is on the sheet and is no number. */
static const struct
{
  const char *kind;
  const char *title;
} words[] = {
  { "company", N_ ("Company: %s") },
  { "product", N_ ("Product: %s") },
  { "amount", N_ ("Amount: %s") },
  { "since", N_ ("Since: %s") },
  { "by", N_ ("By: %s") },
  { "name", N_ ("My name: %s") },
  { "email", N_ ("My e-mail address: %s") },
  { "phone", N_ ("My phone number: %s") },
  { "postcode", N_ ("My postcode: %s") },
  { "address", N_ ("My address: %s") },
};

static void
heed_insert_item_finalize (GObject *object)
{
  HeedInsertItem *self = HEED_INSERT_ITEM (object);

  g_free (self->value);
  g_free (self->tail);
  g_free (self->by_dm);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->reason);
  g_free (self->cost);
  G_OBJECT_CLASS (heed_insert_item_parent_class)->finalize (object);
}

static gboolean
is_left_out (HeedInsertItem *self)
{
  return self->reason != NULL && !self->is_in_text;
}

static void
heed_insert_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedInsertItem *self = HEED_INSERT_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_COST:
      g_value_set_string (value, self->is_in_text ? NULL : self->cost);
      break;
    case PROP_IS_LEFT_OUT:
      g_value_set_boolean (value, is_left_out (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_insert_item_class_init (HeedInsertItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_insert_item_finalize;
  object_class->get_property = heed_insert_item_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_COST] = g_param_spec_string ("cost", NULL, NULL, NULL, flags);
  properties[PROP_IS_LEFT_OUT] = g_param_spec_boolean ("is-left-out", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_insert_item_init (HeedInsertItem *self)
{
}

/* A date in the language of the message may run against that of the window. */
static char *
dup_title (const char *kind, const char *value)
{
  const gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].kind, kind))
      {
        g_autofree char *isolated = heed_bidi_needs_isolation (value, is_rtl) ? heed_bidi_isolate (value)
                                                                              : g_strdup (value);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_ (words[i].title), isolated);
#pragma GCC diagnostic pop
      }
  return heed_words_dup_reference (kind, value);
}

/* What the row says below the fact, and the picture before it. */
static void
describe (HeedInsertItem *self)
{
  const char *subtitle = "";

  self->icon_name = "list-add-symbolic";
  if (self->is_withheld)
    {
      self->icon_name = "changes-prevent-symbolic";
      subtitle = _ ("Only in private");
    }
  else if (self->is_in_text)
    {
      self->icon_name = "object-select-symbolic";
      subtitle = _ ("In the text");
    }
  else if (self->reason != NULL)
    {
      self->icon_name = self->value != NULL ? "list-add-symbolic" : "list-remove-symbolic";
      subtitle = self->reason;
    }
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

static void
notify (HeedInsertItem *self)
{
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COST]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LEFT_OUT]);
}

/**
 * heed_insert_item_new: a fact that may be put into the text.
 * @reason: (nullable): why Heed left it out
 * @cost: by how much it makes the text longer; 0 where nobody counts
 */
HeedInsertItem *
heed_insert_item_new (const HeedInsert *insert, const char *reason, guint cost)
{
  g_return_val_if_fail (insert != NULL, NULL);

  HeedInsertItem *self = g_object_new (HEED_TYPE_INSERT_ITEM, NULL);
  self->value = g_strdup (insert->value);
  self->tail = g_strdup (insert->tail);
  self->by_dm = g_strdup (insert->by_dm);
  self->title = dup_title (insert->kind, insert->value);
  self->reason = g_strdup (reason);
  if (cost > 0)
    /* From left to right, whatever stands around it. */
    self->cost = g_strdup_printf ("\u2066(+%u)\u2069", cost);
  describe (self);
  return self;
}

/** heed_insert_item_new_withheld: a fact that stays out of a public text; the item does not know what it is. */
HeedInsertItem *
heed_insert_item_new_withheld (const HeedInsert *insert)
{
  g_return_val_if_fail (insert != NULL, NULL);

  HeedInsertItem *self = g_object_new (HEED_TYPE_INSERT_ITEM, NULL);
  self->title = dup_title (insert->kind, DOTS);
  self->is_withheld = TRUE;
  describe (self);
  return self;
}

/**
 * heed_insert_item_new_dropped: a part of the message that there was no room for.
 * @name: as in the "dropped" of a rendition
 */
HeedInsertItem *
heed_insert_item_new_dropped (const char *name, const char *reason)
{
  g_return_val_if_fail (name != NULL && reason != NULL, NULL);

  HeedInsertItem *self = g_object_new (HEED_TYPE_INSERT_ITEM, NULL);
  self->title = heed_dropped_dup_title (name);
  self->reason = g_strdup (reason);
  describe (self);
  return self;
}

/** heed_insert_item_set_text: notes whether the fact is in @text, in any of its forms. */
void
heed_insert_item_set_text (HeedInsertItem *self, const char *text)
{
  g_return_if_fail (HEED_IS_INSERT_ITEM (self) && text != NULL);

  const gboolean is_in_text = (self->value != NULL && strstr (text, self->value) != NULL)
                              || (self->tail != NULL && strstr (text, self->tail) != NULL);
  if (is_in_text == self->is_in_text)
    return;
  self->is_in_text = is_in_text;
  notify (self);
}

static gboolean
is_same (const HeedInsertItem *self, const HeedInsertItem *other)
{
  return self->is_withheld == other->is_withheld && g_strcmp0 (self->title, other->title) == 0
         && g_strcmp0 (self->value, other->value) == 0 && g_strcmp0 (self->tail, other->tail) == 0
         && g_strcmp0 (self->by_dm, other->by_dm) == 0;
}

static gboolean
take (HeedInsertItem *self, HeedInsertItem *fresh)
{
  if (!is_same (self, fresh))
    return FALSE;
  if (g_strcmp0 (self->reason, fresh->reason) == 0 && g_strcmp0 (self->cost, fresh->cost) == 0)
    return TRUE;
  g_free (self->reason);
  self->reason = g_steal_pointer (&fresh->reason);
  g_free (self->cost);
  self->cost = g_steal_pointer (&fresh->cost);
  notify (self);
  return TRUE;
}

/**
 * heed_insert_items_update: makes @items (of HeedInsertItem) those of @fresh; what is there already stays, with its
 * row.
 * @fresh: (element-type HeedInsertItem)
 */
void
heed_insert_items_update (GListStore *items, GPtrArray *fresh)
{
  g_return_if_fail (G_IS_LIST_STORE (items) && fresh != NULL);

  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (items));
  guint same = 0;

  for (; same < MIN (n_items, fresh->len); same++)
    {
      g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (items), same);

      if (!take (item, fresh->pdata[same]))
        break;
    }
  if (same < MAX (n_items, fresh->len))
    g_list_store_splice (items, same, n_items - same, fresh->pdata + same, fresh->len - same);
}

/** heed_insert_item_get_is_withheld: it stays out of the text whatever the person does. */
gboolean
heed_insert_item_get_is_withheld (HeedInsertItem *self)
{
  g_return_val_if_fail (HEED_IS_INSERT_ITEM (self), FALSE);
  return self->is_withheld;
}

/**
 * heed_insert_item_get_form: the words to put into the text.
 * @form: "whole", "tail" (the last four) or "by-dm"
 *
 * Returns: (transfer none) (nullable): %NULL where there is no such form
 */
const char *
heed_insert_item_get_form (HeedInsertItem *self, const char *form)
{
  g_return_val_if_fail (HEED_IS_INSERT_ITEM (self) && form != NULL, NULL);

  if (g_str_equal (form, "whole"))
    return self->value;
  if (g_str_equal (form, "tail"))
    return self->tail;
  return g_str_equal (form, "by-dm") ? self->by_dm : NULL;
}
