/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-row.h"

#include <glib/gi18n.h>

#include "heed-link-button.h"
#include "heed-scorecard-words.h"

struct _HeedExchangeRow
{
  GtkWidget parent_instance;

  HeedExchangeItem *item;
  GtkWidget *box;
  GtkLabel *asked;
  HeedLinkButton *message_link;
  GtkLabel *question;
  GtkLabel *answered;
  HeedLinkButton *reply_link;
  GtkLabel *reply;
  GtkLabel *kinds;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedExchangeRow, heed_exchange_row, GTK_TYPE_WIDGET)

static void
underline (PangoAttrList *attributes, const HeedPhraseSpan *span)
{
  PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

/* "Asks for details: “which router”." */
static void
describe_mark (GString *words, guint mark, const char *text, const HeedPhraseSpan *span)
{
  g_autofree char *said = g_strndup (text + span->start, span->end - span->start);

  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (mark < HEED_REPLY_MARK_DETAILS)
    /* Translators: what a reply does, then its words that show it. */
    g_string_append_printf (words, _ ("%s: “%s”."), heed_scorecard_words_get_kind (1 << mark), said);
  else
    g_string_append_printf (words, _ ("It says “%s”."), said);
}

/* Underlines the words that the reading rests on (what the reply does, asks for and where it sends), and says them to
 * those who do not see that. */
static void
mark_reply (HeedExchangeRow *self, const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (HeedReplyReading) reading = { 0 };
  PangoAttrList *attributes = pango_attr_list_new ();
  gsize length = strlen (text);

  if (heed_exchange_item_read_reply (self->item, &reading))
    for (guint mark = 0; mark < HEED_REPLY_MARK_DEADLINE; mark++)
      {
        const HeedPhraseSpan *span = &reading.spans[mark];

        if ((reading.marks & (G_GUINT64_CONSTANT (1) << mark)) == 0 || span->end > length)
          continue;
        if (mark < HEED_REPLY_MARK_DETAILS && (reading.kinds & (1u << mark)) == 0)
          continue;
        underline (attributes, span);
        describe_mark (words, mark, text, span);
      }
  gtk_label_set_attributes (self->reply, attributes);
  pango_attr_list_unref (attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reply), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static void
show_post (GtkLabel *label, HeedLinkButton *link, const HeedPost *post)
{
  const char *text = post != NULL && post->text != NULL ? post->text : "";

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  g_object_set (link, "uri", post != NULL ? post->url : NULL, NULL);
}

static void
show_item (HeedExchangeRow *self)
{
  if (self->item == NULL)
    return;

  g_autofree char *asked = heed_exchange_item_dup_asked (self->item);
  g_autofree char *answered = heed_exchange_item_dup_answered (self->item);
  const HeedExchange *exchange = heed_exchange_item_get_exchange (self->item);
  const HeedPost *reply = heed_exchange_item_get_reply (self->item);
  g_autofree char *kinds = heed_scorecard_words_dup_kinds (exchange->answered_at != HEED_NEVER ? exchange->kinds : 0);

  gtk_label_set_label (self->asked, asked);
  gtk_label_set_label (self->answered, answered);
  show_post (self->question, self->message_link, heed_exchange_item_get_message (self->item));
  show_post (self->reply, self->reply_link, reply);
  mark_reply (self, reply != NULL && reply->text != NULL ? reply->text : "");
  gtk_label_set_label (self->kinds, kinds);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), *kinds != '\0');
}

static void
heed_exchange_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    g_value_set_object (value, HEED_EXCHANGE_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_exchange_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedExchangeRow *self = HEED_EXCHANGE_ROW (object);

  if (id != PROP_ITEM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_object (&self->item, g_value_get_object (value)))
    return;
  show_item (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
heed_exchange_row_dispose (GObject *object)
{
  HeedExchangeRow *self = HEED_EXCHANGE_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_EXCHANGE_ROW);
  G_OBJECT_CLASS (heed_exchange_row_parent_class)->dispose (object);
}

static void
heed_exchange_row_class_init (HeedExchangeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_exchange_row_dispose;
  object_class->get_property = heed_exchange_row_get_property;
  object_class->set_property = heed_exchange_row_set_property;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_EXCHANGE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (HEED_TYPE_LINK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-exchange-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, box);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, asked);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, message_link);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, question);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, answered);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, reply_link);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, reply);
  gtk_widget_class_bind_template_child (widget_class, HeedExchangeRow, kinds);
}

static void
heed_exchange_row_init (HeedExchangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
