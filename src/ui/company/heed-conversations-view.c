/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-conversations-view.h"

#include <glib/gi18n.h>

#include "heed-exchange-item.h"
#include "heed-exchange-list.h"
#include "heed-exchange-place.h"
#include "heed-flow.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"

/* A row costs some milliseconds, most of them for breaking its texts into lines, and a frame lasts 16. */
#define ROWS_A_FRAME 3

struct _HeedConversationsView
{
  AdwBin parent_instance;

  HeedExchangeList *list;
  char *count;
  /* Several drop-downs are set at once without filtering after each. */
  gboolean is_setting;

  GtkEditable *search;
  GtkDropDown *kind;
  GtkDropDown *answered;
  GtkDropDown *agent;
  GtkDropDown *course;
  GtkDropDown *day;
  GtkDropDown *hour;
  GtkWidget *shown_box;
  GtkLabel *shown;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkNoSelection *conversations;
  GtkWidget *list_view;
  GdkFrameClock *clock;
  gint64 frame;
  guint wanted_position;
};

enum
{
  PROP_COUNT = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedConversationsView, heed_conversations_view, ADW_TYPE_BIN)

/* Who answered: anybody, anybody who signs, or the agent of a name. */
enum
{
  AGENT_SIGNED = 1,
  AGENT_NAMES,
};

/* The first entry of each drop-down stands for any. */
static int
get_chosen (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

static const char *
get_chosen_text (GtkDropDown *drop_down)
{
  GtkStringObject *chosen = get_chosen (drop_down) >= 0 ? gtk_drop_down_get_selected_item (drop_down) : NULL;

  return chosen != NULL ? gtk_string_object_get_string (chosen) : NULL;
}

static HeedExchangeFilter
get_filter (HeedConversationsView *self)
{
  int kind = get_chosen (self->kind), course = get_chosen (self->course);
  guint agent = gtk_drop_down_get_selected (self->agent);

  return (HeedExchangeFilter){
    .kind = kind >= 0 ? 1u << kind : 0,
    .answered = (HeedAnsweredFilter) (get_chosen (self->answered) + 1),
    .is_signed = agent == AGENT_SIGNED,
    .agent = agent >= AGENT_NAMES ? get_chosen_text (self->agent) : NULL,
    .trait = course >= 0 ? 1u << course : 0,
    .day = get_chosen (self->day),
    .hour = get_chosen (self->hour),
    .text = gtk_editable_get_text (self->search),
  };
}

/* What is chosen, in words: "Asks for details · Thursday". */
static char *
dup_choices (HeedConversationsView *self)
{
  GtkDropDown *const drop_downs[] = { self->kind, self->answered, self->agent, self->course, self->day, self->hour };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    {
      const char *chosen = get_chosen_text (drop_downs[i]);

      if (chosen != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", chosen);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_count (HeedConversationsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint all = heed_exchange_list_get_n_all (self->list);

  if (n == all)
    return g_strdup_printf (ngettext ("%u message", "%u messages", n), n);
  if (heed_exchange_list_is_filtering (self->list))
    return g_strdup_printf (ngettext ("%u of %u message, still looking", "%u of %u messages, still looking", all), n,
                            all);
  return g_strdup_printf (ngettext ("%u of %u message", "%u of %u messages", all), n, all);
}

static void
show_count (HeedConversationsView *self)
{
  g_autofree char *choices = dup_choices (self);
  g_autofree char *count = dup_count (self);
  g_autofree char *shown = *choices != '\0' ? g_strdup_printf ("%s: %s", choices, count) : g_strdup (count);
  gboolean is_filtered = *choices != '\0' || *gtk_editable_get_text (self->search) != '\0';
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_label_set_label (self->shown, shown);
  gtk_widget_set_visible (self->shown_box, is_filtered);
  gtk_stack_set_visible_child_name (self->stack,
                                    n > 0 || heed_exchange_list_is_filtering (self->list) ? "list" : "empty");
  if (g_strcmp0 (self->count, count) == 0)
    return;
  g_free (self->count);
  self->count = g_steal_pointer (&count);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

static void
apply_filter (HeedConversationsView *self)
{
  HeedExchangeFilter filter = get_filter (self);

  if (self->is_setting || self->list == NULL)
    return;
  heed_exchange_list_set_filter (self->list, &filter);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_count (self);
}

static void
filter_changed_cb (HeedConversationsView *self)
{
  apply_filter (self);
}

static void
reset (HeedConversationsView *self)
{
  GtkDropDown *const drop_downs[] = { self->kind, self->answered, self->agent, self->course, self->day, self->hour };

  for (guint i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    gtk_drop_down_set_selected (drop_downs[i], 0);
  gtk_editable_set_text (self->search, "");
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedConversationsView *self = HEED_CONVERSATIONS_VIEW (widget);

  self->is_setting = TRUE;
  reset (self);
  self->is_setting = FALSE;
  apply_filter (self);
  /* The button that was pressed is gone now. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
fill (GtkDropDown *drop_down, GStrvBuilder *builder)
{
  g_auto (GStrv) strings = g_strv_builder_end (builder);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) strings);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

static void
fill_kinds (HeedConversationsView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, _ ("Any reply"));
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    g_strv_builder_add (builder, heed_scorecard_words_get_kind (1 << i));
  fill (self->kind, builder);
}

static void
fill_courses (HeedConversationsView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, _ ("However it went"));
  for (guint i = 0; i < HEED_N_TRAITS; i++)
    g_strv_builder_add (builder, heed_scorecard_words_get_trait (1 << i));
  fill (self->course, builder);
}

static void
fill_times (HeedConversationsView *self)
{
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) hours = g_strv_builder_new ();

  g_strv_builder_add (days, _ ("Any day"));
  for (guint day = 0; day < 7; day++)
    {
      g_autofree char *name = heed_format_weekday (day, "%A");

      g_strv_builder_add (days, name);
    }
  fill (self->day, days);
  g_strv_builder_add (hours, _ ("Any hour"));
  for (guint hour = 0; hour < 24; hour++)
    {
      /* Translators: an hour of the day, from and to: 9–10 h. */
      g_autofree char *name = g_strdup_printf (_ ("%u–%u h"), hour, hour + 1);

      g_strv_builder_add (hours, name);
    }
  fill (self->hour, hours);
}

static void
fill_agents (HeedConversationsView *self, const HeedScorecard *scorecard)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = scorecard->agents != NULL ? scorecard->agents->len : 0;

  g_strv_builder_add (builder, _ ("Anybody"));
  g_strv_builder_add (builder, _ ("Signed by a person"));
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, ((const HeedAgent *) scorecard->agents->pdata[i])->name);
  fill (self->agent, builder);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->agent)), n > 0 || scorecard->signed_share.value > 0);
}

/* A list view makes some hundred rows at once, seen or not: it has messages only while it is seen. */
static void
show_list (HeedConversationsView *self)
{
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self));

  gtk_no_selection_set_model (self->conversations, is_seen ? G_LIST_MODEL (self->list) : NULL);
}

static void
set_list (HeedConversationsView *self, HeedExchangeList *list)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, show_count, self);
  g_set_object (&self->list, list);
  show_list (self);
  if (list == NULL)
    return;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::filtering", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
}

static void
heed_conversations_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_string (value, HEED_CONVERSATIONS_VIEW (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Two hundred places are made at once: a builder would take half as long again. */
static void
list_item_set_up_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, g_object_new (HEED_TYPE_EXCHANGE_PLACE, NULL));
}

static void
list_item_bound_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", gtk_list_item_get_item (list_item), NULL);
}

static gboolean
look_again_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_allocate (list_view);
  return G_SOURCE_REMOVE;
}

static gboolean
is_in_sight (HeedConversationsView *self, GtkWidget *list_item)
{
  graphene_rect_t bounds;

  /* What the list view scrolled out of sight is hidden, and stays where it was. */
  return gtk_widget_get_child_visible (list_item) && gtk_widget_compute_bounds (list_item, self->list_view, &bounds)
         && bounds.origin.y < (float) gtk_widget_get_height (self->list_view)
         && bounds.origin.y + bounds.size.height > 0;
}

/* Some of the places that came into sight get their rows, and are laid out again before they are drawn; the others wait
 * for the next frame, so that no frame is late. */
static void
laid_out_cb (HeedConversationsView *self)
{
  const gint64 frame = gdk_frame_clock_get_frame_counter (self->clock);
  guint left = frame != self->frame ? ROWS_A_FRAME : 0;

  self->frame = frame;
  for (GtkWidget *child = gtk_widget_get_first_child (self->list_view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *place = gtk_widget_get_first_child (child);

      if (!HEED_IS_EXCHANGE_PLACE (place) || heed_exchange_place_is_shown (HEED_EXCHANGE_PLACE (place))
          || !is_in_sight (self, child))
        continue;
      if (left == 0)
        {
          gtk_widget_add_tick_callback (self->list_view, look_again_cb, NULL, NULL);
          return;
        }
      heed_exchange_place_show (HEED_EXCHANGE_PLACE (place));
      left--;
    }
}

static void
heed_conversations_view_map (GtkWidget *widget)
{
  HeedConversationsView *self = HEED_CONVERSATIONS_VIEW (widget);

  GTK_WIDGET_CLASS (heed_conversations_view_parent_class)->map (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_list (self);
}

static void
heed_conversations_view_unmap (GtkWidget *widget)
{
  HeedConversationsView *self = HEED_CONVERSATIONS_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->clock, laid_out_cb, self);
  g_clear_object (&self->clock);
  GTK_WIDGET_CLASS (heed_conversations_view_parent_class)->unmap (widget);
  show_list (self);
}

static void
heed_conversations_view_dispose (GObject *object)
{
  HeedConversationsView *self = HEED_CONVERSATIONS_VIEW (object);

  if (self->list != NULL)
    set_list (self, NULL);
  g_clear_pointer (&self->count, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_CONVERSATIONS_VIEW);
  G_OBJECT_CLASS (heed_conversations_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-conversations-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, search);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, kind);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, answered);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, agent);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, course);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, day);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, hour);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, shown_box);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, shown);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, conversations);
  gtk_widget_class_bind_template_child (widget_class, HeedConversationsView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_item_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_item_bound_cb);
}

static void
heed_conversations_view_class_init (HeedConversationsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = heed_conversations_view_get_property;
  object_class->dispose = heed_conversations_view_dispose;
  widget_class->map = heed_conversations_view_map;
  widget_class->unmap = heed_conversations_view_unmap;
  props[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (HEED_TYPE_EXCHANGE_PLACE);
  g_type_ensure (HEED_TYPE_FLOW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "conversations.show-all", NULL, show_all);
}

static void
heed_conversations_view_init (HeedConversationsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  fill_courses (self);
  fill_times (self);
}

/**
 * heed_conversations_view_set: shows all exchanges of @account.
 * @now: Unix seconds
 * @zone: whose clock the times are shown on
 */
void
heed_conversations_view_set (HeedConversationsView *self, HeedAccountItem *account, gint64 now, GTimeZone *zone)
{
  g_return_if_fail (HEED_IS_CONVERSATIONS_VIEW (self) && HEED_IS_ACCOUNT_ITEM (account) && zone != NULL);

  g_autoptr (HeedExchangeList) list = heed_exchange_list_new (account, now, zone);

  self->is_setting = TRUE;
  fill_agents (self, heed_account_item_get_checked (account)->scorecard);
  reset (self);
  self->is_setting = FALSE;
  set_list (self, list);
  show_count (self);
}

static guint
find_kind (const char *name)
{
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    if (g_str_equal (heed_reply_kind_to_string (1 << i), name))
      return i + 1;
  return 0;
}

static guint
find_course (const char *name)
{
  for (guint i = 0; i < HEED_N_TRAITS; i++)
    if (g_str_equal (heed_trait_to_string (1 << i), name))
      return i + 1;
  return 0;
}

static guint
find_agent (HeedConversationsView *self, const char *name)
{
  GListModel *agents = gtk_drop_down_get_model (self->agent);

  for (guint i = AGENT_NAMES; i < g_list_model_get_n_items (agents); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (agents), i), name))
      return i;
  return 0;
}

/**
 * heed_conversations_view_show_only: sets the filter to one thing.
 * @what: "kind" (@value: as heed_reply_kind_to_string() says), "agent" (a name), "signed" ("yes"), "course" (as
 *   heed_trait_to_string() says: the messages that open such conversations), "hour" ("3:10": Thursday, 10 to 11),
 *   "answered" ("yes" or "no"); anything else shows all
 */
void
heed_conversations_view_show_only (HeedConversationsView *self, const char *what, const char *value)
{
  g_return_if_fail (HEED_IS_CONVERSATIONS_VIEW (self) && what != NULL && value != NULL);

  guint day, hour;

  self->is_setting = TRUE;
  reset (self);
  if (g_str_equal (what, "kind"))
    gtk_drop_down_set_selected (self->kind, find_kind (value));
  else if (g_str_equal (what, "agent"))
    gtk_drop_down_set_selected (self->agent, find_agent (self, value));
  else if (g_str_equal (what, "signed"))
    gtk_drop_down_set_selected (self->agent, AGENT_SIGNED);
  else if (g_str_equal (what, "course"))
    gtk_drop_down_set_selected (self->course, find_course (value));
  else if (g_str_equal (what, "answered"))
    gtk_drop_down_set_selected (self->answered, g_str_equal (value, "yes") ? 1 : 2);
  else if (g_str_equal (what, "hour") && sscanf (value, "%u:%u", &day, &hour) == 2)
    {
      gtk_drop_down_set_selected (self->day, day + 1);
      gtk_drop_down_set_selected (self->hour, hour + 1);
    }
  self->is_setting = FALSE;
  apply_filter (self);
}

/* The list can scroll once it is in sight. */
static gboolean
scroll_cb (gpointer user_data)
{
  g_autoptr (HeedConversationsView) self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", self->wanted_position);
  return G_SOURCE_REMOVE;
}

static gboolean
has_post (HeedExchangeItem *item, const char *post_id)
{
  const HeedPost *message = heed_exchange_item_get_message (item);
  const HeedPost *reply = heed_exchange_item_get_reply (item);

  return (message != NULL && g_strcmp0 (message->id, post_id) == 0)
         || (reply != NULL && g_strcmp0 (reply->id, post_id) == 0);
}

/** heed_conversations_view_show_post: shows all, at the message or reply of that id; what is neither only shows all. */
void
heed_conversations_view_show_post (HeedConversationsView *self, const char *post_id)
{
  g_return_if_fail (HEED_IS_CONVERSATIONS_VIEW (self) && post_id != NULL);

  heed_conversations_view_show_only (self, "", "");
  for (guint i = 0; self->list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (HeedExchangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (!has_post (item, post_id))
        continue;
      self->wanted_position = i;
      g_idle_add (scroll_cb, g_object_ref (self));
      return;
    }
}
