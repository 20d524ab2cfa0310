/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-rendition-item.h"

#include "heed-bidi.h"
#include "heed-case-words.h"

/* More than the lines of a card hold. */
#define EXCERPT_CHARS 240

struct _HeedRenditionItem
{
  GObject parent_instance;

  char *channel;
  char *network;
  char *title;
  char *excerpt;
  char *count;
  char *note;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_EXCERPT,
  PROP_COUNT,
  PROP_NOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedRenditionItem, heed_rendition_item, G_TYPE_OBJECT)

static void
heed_rendition_item_finalize (GObject *object)
{
  HeedRenditionItem *self = HEED_RENDITION_ITEM (object);

  g_free (self->channel);
  g_free (self->network);
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self->count);
  g_free (self->note);
  G_OBJECT_CLASS (heed_rendition_item_parent_class)->finalize (object);
}

static void
heed_rendition_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedRenditionItem *self = HEED_RENDITION_ITEM (object);
  const char *const words[N_PROPS] = { [PROP_TITLE] = self->title,
                                       [PROP_ICON_NAME] = heed_words_channel_icon (self->channel),
                                       [PROP_EXCERPT] = self->excerpt,
                                       [PROP_COUNT] = self->count,
                                       [PROP_NOTE] = self->note };

  g_value_set_string (value, words[id]);
}

static void
heed_rendition_item_class_init (HeedRenditionItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "title", "icon-name", "excerpt", "count", "note" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_rendition_item_finalize;
  object_class->get_property = heed_rendition_item_get_property;
  for (guint id = PROP_TITLE; id < N_PROPS; id++)
    properties[id] = g_param_spec_string (names[id], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_rendition_item_init (HeedRenditionItem *self)
{
}

/**
 * heed_rendition_item_new: the message on a channel, without its text yet.
 * @network: (nullable): for the channels that live on one
 */
HeedRenditionItem *
heed_rendition_item_new (const char *channel, const char *network)
{
  g_return_val_if_fail (channel != NULL, NULL);

  HeedRenditionItem *self = g_object_new (HEED_TYPE_RENDITION_ITEM, NULL);
  self->channel = g_strdup (channel);
  self->network = g_strdup (network);
  self->title = heed_words_dup_channel (channel, network);
  return self;
}

/** heed_rendition_item_get_channel: (transfer none): the channel's word. */
const char *
heed_rendition_item_get_channel (HeedRenditionItem *self)
{
  g_return_val_if_fail (HEED_IS_RENDITION_ITEM (self), NULL);
  return self->channel;
}

/** heed_rendition_item_get_network: (transfer none) (nullable): the network it lives on. */
const char *
heed_rendition_item_get_network (HeedRenditionItem *self)
{
  g_return_val_if_fail (HEED_IS_RENDITION_ITEM (self), NULL);
  return self->network;
}

/* The beginning of a text, with its lines run together. The mention on a line of its own no longer leaves the direction
 * of the message to its next line then. */
static char *
dup_excerpt (const char *text)
{
  GString *excerpt = g_string_new (NULL);

  for (guint i = 0; *text != '\0' && i < EXCERPT_CHARS; i++, text = g_utf8_next_char (text))
    {
      const gunichar character = g_utf8_get_char (text);
      const gboolean is_blank = g_unichar_isspace (character);

      if (is_blank && (excerpt->len == 0 || excerpt->str[excerpt->len - 1] == ' '))
        continue;
      g_string_append_unichar (excerpt, is_blank ? ' ' : character);
    }

  g_autofree char *unmarked = g_string_free (excerpt, FALSE);
  return heed_bidi_mark (unmarked);
}

static void
set (HeedRenditionItem *self, guint id, char **field, char *value)
{
  if (g_strcmp0 (*field, value) == 0)
    {
      g_free (value);
      return;
    }
  g_free (*field);
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/**
 * heed_rendition_item_show: what the message is there now.
 * @text: the message, or why there is none
 * @count: (nullable): how much of the room it takes, where there is a limit
 * @note: (nullable): what there is to say of it
 */
void
heed_rendition_item_show (HeedRenditionItem *self, const char *text, const char *count, const char *note)
{
  g_return_if_fail (HEED_IS_RENDITION_ITEM (self) && text != NULL);

  set (self, PROP_EXCERPT, &self->excerpt, dup_excerpt (text));
  set (self, PROP_COUNT, &self->count, g_strdup (count));
  set (self, PROP_NOTE, &self->note, g_strdup (note));
}
