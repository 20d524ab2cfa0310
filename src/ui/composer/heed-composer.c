/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-attach-list.h"
#include "heed-case-facts.h"
#include "heed-insert-item.h"
#include "heed-line-row.h"
#include "heed-rendition-item.h"
#include "heed-scrolling.h"
#include "heed-warning-row.h"

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  PROP_CHANNEL,
  PROP_NETWORK,
  PROP_TONE,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedComposer, heed_composer, ADW_TYPE_BIN)

static gboolean
is_ready (HeedComposer *self)
{
  return self->library != NULL && self->item != NULL;
}

static void
show_title (HeedComposer *self)
{
  const HeedCase *the_case = heed_case_item_get_case (self->item);

  adw_window_title_set_title (self->title, the_case->facts->company != NULL ? the_case->facts->company : _ ("Write"));
  adw_window_title_set_subtitle (self->title, the_case->title != NULL ? the_case->title : "");
}

/* What was typed for the channel, else what Heed writes for it. */
static void
show_message (HeedComposer *self)
{
  /* A subject that was typed is one of the channel before. */
  g_clear_pointer (&self->rendition, heed_rendition_free);
  heed_composer_make (self);
  if (!heed_composer_show_draft (self))
    heed_composer_set_text (self, self->rendition != NULL ? self->rendition->text : "");
  gtk_revealer_set_reveal_child (self->sent_bar, FALSE);
}

static void
choose (HeedComposer *self, guint position)
{
  g_autoptr (HeedChannelItem) channel = g_list_model_get_item (G_LIST_MODEL (self->channels), position);

  if (channel == NULL)
    return;
  heed_composer_flush (self);
  g_free (self->channel);
  self->channel = g_strdup (heed_channel_item_get_channel (channel));
  g_free (self->network);
  self->network = g_strdup (heed_channel_item_get_network (channel));
  heed_composer_show_chosen (self);
  show_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANNEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORK]);
}

/* The channel that was asked for, or the first one where the company is known to be. */
static void
select_channel (HeedComposer *self)
{
  const guint position = heed_channel_items_find (G_LIST_MODEL (self->channels), self->channel, self->network);

  choose (self, position != G_MAXUINT ? position : 0);
}

static void
channel_selected_cb (HeedComposer *self)
{
  const guint position = gtk_drop_down_get_selected (self->channel_drop_down);

  if (!self->choosing && is_ready (self) && position != GTK_INVALID_LIST_POSITION)
    choose (self, position);
}

/** heed_composer_take_facts: takes the facts of the case and what the person set beside the text, for the next message.
 */
void
heed_composer_take_facts (HeedComposer *self)
{
  g_clear_pointer (&self->facts, heed_facts_free);
  self->facts = heed_facts_copy (self->case_facts);
  heed_composer_take_lines (self);
  heed_composer_take_asked (self);
}

/* What the replies of the case say is found out once for each of its states, not with each key. */
static void
read_case (HeedComposer *self)
{
  g_clear_pointer (&self->case_facts, heed_facts_free);
  self->case_facts = heed_case_facts_new (heed_case_item_get_case (self->item));
  heed_composer_read_asked (self);
  heed_composer_take_facts (self);
}

/* As the messages of the case were written before. */
static void
show_tone (HeedComposer *self)
{
  const char *tone = heed_case_item_get_case (self->item)->tone;

  self->filling = TRUE;
  g_object_set (self, "tone", tone != NULL ? tone : "friendly", NULL);
  self->filling = FALSE;
}

static void
start (HeedComposer *self)
{
  if (!is_ready (self))
    return;
  self->is_rewrite_offered = FALSE;
  show_tone (self);
  heed_composer_fill_lines (self);
  read_case (self);
  heed_composer_list_channels (self);
  show_title (self);
  heed_composer_load_drafts (self);
  select_channel (self);
}

static gboolean
is_same_list (const GPtrArray *one, const GPtrArray *other)
{
  gboolean is_same = one->len == other->len;

  for (guint i = 0; is_same && i < one->len; i++)
    is_same = g_str_equal (one->pdata[i], other->pdata[i]);
  return is_same;
}

/* The case changed elsewhere: what the person typed stays, what Heed wrote follows. */
static void
case_changed_cb (HeedComposer *self)
{
  const gboolean was_edited = heed_composer_is_edited (self);

  if (!is_ready (self))
    return;
  g_autoptr (GPtrArray) enclosures = g_ptr_array_ref (self->case_facts->enclosures);
  heed_composer_follow_lines (self);
  read_case (self);
  heed_composer_flush (self);
  heed_composer_list_channels (self);
  show_title (self);
  if (!heed_composer_show_chosen (self))
    {
      select_channel (self);
      return;
    }
  heed_composer_make (self);
  if (!was_edited && self->rendition != NULL && heed_composer_is_edited (self))
    heed_composer_set_text (self, self->rendition->text);
  else
    heed_composer_update (self);
  if (was_edited && self->rendition != NULL && !is_same_list (enclosures, self->case_facts->enclosures))
    heed_composer_offer_rewrite (self);
}

static void
text_changed_cb (HeedComposer *self)
{
  if (self->filling || !is_ready (self))
    return;
  heed_composer_queue_update (self);
  heed_composer_queue_save (self);
}

static void
set_tone (HeedComposer *self, const char *tone)
{
  HeedTone known;

  if (g_strcmp0 (self->tone, tone) == 0 || !heed_tone_from_string (tone, &known))
    return;
  g_free (self->tone);
  self->tone = g_strdup (tone);
  if (is_ready (self) && self->channel != NULL && !self->filling)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "draft.rewrite", NULL);
      self->are_lines_changed = TRUE;
      heed_composer_queue_save (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TONE]);
}

static void
set_item (HeedComposer *self, HeedCaseItem *item)
{
  if (self->item == item)
    return;
  heed_composer_flush (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, case_changed_cb, self);
  g_set_object (&self->item, item);
  /* What was found out about the texts of a case is forgotten with it. */
  heed_memory_unref (self->memory);
  self->memory = heed_memory_new ();
  if (item != NULL)
    g_signal_connect_object (item, "notify::case", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/* An empty word, as an action's parameter has to give it, means none. */
static void
set_word (HeedComposer *self, char **field, const char *word)
{
  if (word != NULL && *word == '\0')
    word = NULL;
  if (g_strcmp0 (*field, word) == 0)
    return;
  heed_composer_flush (self);
  g_free (*field);
  *field = g_strdup (word);
  if (is_ready (self) && self->channels != NULL
      && heed_channel_items_find (G_LIST_MODEL (self->channels), self->channel, self->network) != G_MAXUINT)
    select_channel (self);
}

static GtkWidget *
create_warning_row (gpointer item, gpointer user_data)
{
  return heed_warning_row_new (HEED_WARNING_ITEM (item));
}

static GtkWidget *
create_field_row (gpointer item, gpointer user_data)
{
  return heed_composer_create_field_row (user_data, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static void
heed_composer_unmap (GtkWidget *widget)
{
  heed_composer_flush (HEED_COMPOSER (widget));
  GTK_WIDGET_CLASS (heed_composer_parent_class)->unmap (widget);
}

static void
heed_composer_dispose (GObject *object)
{
  HeedComposer *self = HEED_COMPOSER (object);

  heed_composer_flush (self);
  heed_composer_leave_others (self);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, case_changed_cb, self);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  self->choosing = self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_COMPOSER);
  g_clear_object (&self->channels);
  g_clear_object (&self->inserts);
  g_clear_object (&self->fields);
  g_clear_object (&self->warnings);
  g_clear_object (&self->others);
  G_OBJECT_CLASS (heed_composer_parent_class)->dispose (object);
}

static void
heed_composer_finalize (GObject *object)
{
  HeedComposer *self = HEED_COMPOSER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->case_facts, heed_facts_free);
  g_clear_pointer (&self->facts, heed_facts_free);
  g_clear_pointer (&self->memory, heed_memory_unref);
  g_clear_pointer (&self->rendition, heed_rendition_free);
  g_clear_pointer (&self->field_values, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self->channel);
  g_free (self->network);
  g_free (self->tone);
  g_strfreev (self->languages);
  G_OBJECT_CLASS (heed_composer_parent_class)->finalize (object);
}

static void
heed_composer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedComposer *self = HEED_COMPOSER (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_CHANNEL:
      g_value_set_string (value, self->channel);
      break;
    case PROP_NETWORK:
      g_value_set_string (value, self->network);
      break;
    case PROP_TONE:
      g_value_set_string (value, self->tone);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_composer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedComposer *self = HEED_COMPOSER (object);

  switch (id)
    {
    case PROP_LIBRARY:
      if (!g_set_object (&self->library, g_value_get_object (value)))
        return;
      start (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_CHANNEL:
      set_word (self, &self->channel, g_value_get_string (value));
      break;
    case PROP_NETWORK:
      set_word (self, &self->network, g_value_get_string (value));
      break;
    case PROP_TONE:
      set_tone (self, g_value_get_string (value));
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        return;
      self->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, title);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, channel_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, subject_box);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, subject_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, text_view);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, counter_label);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, warning_box);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, warning_list);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, columns);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, other_box);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, other_cards);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, field_list);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, thread_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, thread_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, insert_box);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, insert_list);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, asked_list);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, asked_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, asked_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, asked_way);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, when_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, call_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, call_on_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, call_from_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, call_to_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, consequence_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, customer_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, thanks_row);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, open_button);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, open_label);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, copy_button);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, sent_bar);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, url_entry);
  gtk_widget_class_bind_template_callback (widget_class, channel_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_composer_text_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_composer_lines_changed_cb);
}

static void
heed_composer_class_init (HeedComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_composer_dispose;
  object_class->finalize = heed_composer_finalize;
  object_class->get_property = heed_composer_get_property;
  object_class->set_property = heed_composer_set_property;
  widget_class->unmap = heed_composer_unmap;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  properties[PROP_CHANNEL] = g_param_spec_string ("channel", NULL, NULL, NULL, flags);
  properties[PROP_NETWORK] = g_param_spec_string ("network", NULL, NULL, NULL, flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, "friendly", flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEED_TYPE_ATTACH_LIST);
  g_type_ensure (HEED_TYPE_CHANNEL_ITEM);
  g_type_ensure (HEED_TYPE_DATE_ROW);
  g_type_ensure (HEED_TYPE_LINE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/composer/heed-composer.ui");
  bind_children (widget_class);
  heed_composer_install_actions (widget_class);
  heed_composer_install_handover (widget_class);
  heed_composer_install_snippets (widget_class);
}

static void
heed_composer_init (HeedComposer *self)
{
  self->tone = g_strdup ("friendly");
  self->fields = gtk_string_list_new (NULL);
  self->inserts = g_list_store_new (HEED_TYPE_INSERT_ITEM);
  self->warnings = g_list_store_new (HEED_TYPE_WARNING_ITEM);
  self->others = g_list_store_new (HEED_TYPE_RENDITION_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->warning_list, G_LIST_MODEL (self->warnings), create_warning_row, NULL, NULL);
  heed_scrolling_pass_on (GTK_SCROLLABLE (self->text_view));
  heed_composer_divide (self);
  heed_composer_bind_others (self);
  heed_composer_bind_facts (self);
  heed_composer_bind_snippets (self);
  gtk_list_box_bind_model (self->field_list, G_LIST_MODEL (self->fields), create_field_row, self, NULL);
}

/** heed_composer_new: (transfer floating): a page; give it a "library" and an "item", and the channel if it is known.
 */
GtkWidget *
heed_composer_new (void)
{
  return g_object_new (HEED_TYPE_COMPOSER, NULL);
}

/** heed_composer_focus: what is typed next goes into the message. */
void
heed_composer_focus (HeedComposer *self)
{
  g_return_if_fail (HEED_IS_COMPOSER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
