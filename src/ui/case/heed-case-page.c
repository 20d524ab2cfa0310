/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-page-private.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"
#include "heed-event-item.h"
#include "heed-fact-sheet.h"
#include "heed-flow.h"
#include "heed-timeline-row.h"

/* The waiting times are told in minutes at the finest. */
#define TICK_S 60

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  PROP_FOLDED,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedCasePage, heed_case_page, ADW_TYPE_BIN)

static void
show_waiting (HeedCasePage *self, const HeedCase *the_case)
{
  gint64 theirs_s = 0, yours_s = 0;

  heed_case_get_waiting (the_case, heed_context_now (heed_library_get_context (self->library)), &theirs_s, &yours_s);

  g_autofree char *theirs = heed_words_dup_duration (theirs_s);
  g_autofree char *yours = heed_words_dup_duration (yours_s);
  /* Translators: how long the company let the user wait in all, such as "11 days". */
  g_autofree char *theirs_text = g_strdup_printf (_ ("They: %s"), theirs);
  /* Translators: how long the user let the company wait in all, such as "2 hours". */
  g_autofree char *yours_text = g_strdup_printf (_ ("You: %s"), yours);
  gtk_label_set_label (self->theirs_label, theirs_text);
  gtk_label_set_label (self->yours_label, yours_text);
  /* "0 minutes" of a case that has hardly begun says nothing. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->theirs_label)), theirs_s >= 60 || yours_s >= 60);
}

/* Whoever opened an official case already says so here, and never sees the proposal again (S92). */
static void
show_official (HeedCasePage *self, const HeedCase *the_case, HeedStepKind kind)
{
  gboolean has_number = FALSE;

  for (guint i = 0; i < the_case->facts->references->len; i++)
    if (g_strcmp0 (((const HeedReference *) the_case->facts->references->pdata[i])->kind, "case") == 0)
      has_number = TRUE;
  gtk_widget_set_visible (self->official_button,
                          !has_number && (kind == HEED_STEP_OPEN_OFFICIAL || kind == HEED_STEP_WRITE));
}

/* There is something to unfold: further reasons, or what else is known of the hour. */
static void
update_expander (HeedCasePage *self)
{
  gboolean has_reasons = *gtk_label_get_label (self->step_reasons) != '\0';
  gboolean has_more = *gtk_label_get_label (self->step_more) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->step_more), has_more);
  gtk_widget_set_visible (GTK_WIDGET (self->step_expander), has_reasons || has_more);
}

/* The most important reason stands on the card; the expander holds the others. */
static void
show_step (HeedCasePage *self, const HeedNextStep *step)
{
  g_autoptr (GString) others = g_string_new (NULL);

  gtk_label_set_label (self->step_title, step->title);
  gtk_label_set_label (self->step_reason, step->reasons->len > 0 ? step->reasons->pdata[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->step_reason), step->reasons->len > 0);
  for (guint i = 1; i < step->reasons->len; i++)
    g_string_append_printf (others, "%s%s", i > 1 ? "\n" : "", (char *) step->reasons->pdata[i]);
  gtk_label_set_label (self->step_reasons, others->str);
  gtk_widget_set_visible (GTK_WIDGET (self->step_reasons), others->len > 0);
  heed_hour_view_show (self->step_hour, self->library, step);
  update_expander (self);
  gtk_button_set_label (self->step_button, heed_words_step_button (step));
}

static void
show_events (HeedCasePage *self, const HeedCase *the_case)
{
  HeedContext *context = heed_library_get_context (self->library);
  const HeedTimelineFrame frame = {
    .company = the_case->facts->company,
    .zone = heed_context_get_timezone (context),
    .now = heed_context_now (context),
  };

  heed_event_items_update (self->events, the_case, &frame);
}

static void
refresh (HeedCasePage *self)
{
  if (self->item == NULL || self->library == NULL)
    return;

  const HeedCase *the_case = heed_case_item_get_case (self->item);
  heed_page_title_set_title (self->title, the_case->facts->company != NULL ? the_case->facts->company : _ ("New case"));
  heed_page_title_set_subtitle (self->title, the_case->title);
  gtk_widget_set_visible (self->sample_chip, the_case->is_sample);
  show_step (self, heed_case_item_get_step (self->item));
  show_official (self, the_case, heed_case_item_get_step (self->item)->kind);
  show_waiting (self, the_case);
  show_events (self, the_case);
  heed_case_page_update_actions (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  refresh (HEED_CASE_PAGE (user_data));
  return G_SOURCE_CONTINUE;
}

/* The newest entry is the last one, and the one a person looks for, unless they came for another. */
static guint
find_wanted (HeedCasePage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown_events));

  for (guint i = 0; self->wanted_event != 0 && i < n; i++)
    {
      g_autoptr (HeedEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown_events), i);

      if (heed_event_item_get_event (item)->id == self->wanted_event)
        return i;
    }
  self->wanted_event = 0;
  return n > 0 ? n - 1 : 0;
}

/* The row exists once the list is laid out where it was scrolled to. */
static void
painted_cb (HeedCasePage *self, GdkFrameClock *clock)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->timeline));
       self->wanted_event != 0 && row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      HeedEventItem *item = HEED_IS_TIMELINE_ROW (child) ? heed_timeline_row_get_item (HEED_TIMELINE_ROW (child))
                                                         : NULL;

      if (item == NULL || heed_event_item_get_event (item)->id != self->wanted_event)
        continue;
      heed_timeline_row_mark (HEED_TIMELINE_ROW (child));
      if (GTK_IS_WINDOW (window))
        gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
      self->wanted_event = 0;
    }
}

static gboolean
scroll_to_wanted_cb (gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown_events)) == 0
      || !gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    return G_SOURCE_REMOVE;
  const guint position = find_wanted (self);
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "list.scroll-to-item", "u", position);
  if (self->wanted_event == 0)
    return G_SOURCE_REMOVE;
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_wanted (HeedCasePage *self)
{
  g_idle_add (scroll_to_wanted_cb, g_object_ref (self));
}

static void
shown_events_changed_cb (HeedCasePage *self, guint position, guint removed, guint added)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown_events));
  const gboolean has_any = g_list_model_get_n_items (G_LIST_MODEL (self->events)) > 0;

  heed_event_items_set_headings (G_LIST_MODEL (self->shown_events), position);
  gtk_stack_set_visible_child_name (self->timeline_stack, n > 0 ? "events" : has_any ? "filtered" : "empty");
  if (added > removed)
    scroll_to_wanted (self);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  HeedCasePage *self = HEED_CASE_PAGE (user_data);
  const HeedEventKind kind = heed_event_item_get_event (HEED_EVENT_ITEM (item))->kind;

  if (g_strcmp0 (self->filter, "sent") == 0)
    return kind == HEED_EVENT_SENT || kind == HEED_EVENT_CALL;
  if (g_strcmp0 (self->filter, "received") == 0)
    return kind == HEED_EVENT_RECEIVED || kind == HEED_EVENT_CALL;
  return TRUE;
}

static void
set_filter (HeedCasePage *self, const char *filter)
{
  if (g_strcmp0 (self->filter, filter) == 0)
    return;
  g_free (self->filter);
  self->filter = g_strdup (filter != NULL ? filter : "all");
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown_events), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

/* The day of the topmost entry stays in view while its heading is scrolled away. */
static void
show_day (HeedCasePage *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (
    gtk_widget_get_ancestor (GTK_WIDGET (self->timeline), GTK_TYPE_SCROLLED_WINDOW));
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (scroller), gtk_widget_get_width (GTK_WIDGET (scroller)) / 2.0, 18,
                                    GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  HeedEventItem *item = NULL;

  row = row != NULL ? gtk_widget_get_ancestor (row, HEED_TYPE_TIMELINE_ROW) : NULL;
  if (row != NULL && gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)) > 1)
    item = heed_timeline_row_get_item (HEED_TIMELINE_ROW (row));
  gtk_widget_set_visible (self->day_bar, item != NULL);
  if (item != NULL)
    gtk_label_set_label (self->day_label, heed_event_item_get_day (item));
}

/* Which entry is topmost is only known when the list has its new layout. */
static gboolean
laid_out_cb (gpointer user_data)
{
  HeedCasePage *self = HEED_CASE_PAGE (user_data);

  self->day_source = 0;
  show_day (self);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (HeedCasePage *self)
{
  if (self->day_source == 0)
    self->day_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, laid_out_cb, self, NULL);
}

static void
set_item (HeedCasePage *self, HeedCaseItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::case", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_expander_set_expanded (self->step_expander, FALSE);
  refresh (self);
  scroll_to_wanted (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
set_library (HeedCasePage *self, HeedLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, refresh, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "settings-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
heed_case_page_map (GtkWidget *widget)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  GTK_WIDGET_CLASS (heed_case_page_parent_class)->map (widget);
  refresh (self);
  scroll_to_wanted (self);
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

static void
heed_case_page_unmap (GtkWidget *widget)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (heed_case_page_parent_class)->unmap (widget);
}

/* Whoever comes to it has the next step under their fingers. */
static gboolean
heed_case_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEED_CASE_PAGE (widget)->step_button))
         || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
heed_case_page_dispose (GObject *object)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_CASE_PAGE);
  g_clear_object (&self->shown_events);
  g_clear_object (&self->events);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (heed_case_page_parent_class)->dispose (object);
}

static void
heed_case_page_finalize (GObject *object)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  g_free (self->filter);
  G_OBJECT_CLASS (heed_case_page_parent_class)->finalize (object);
}

static void
heed_case_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_case_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      if (self->library == g_value_get_object (value))
        return;
      set_library (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        return;
      self->folded = g_value_get_boolean (value);
      (self->folded ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "folded");
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, title);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, sample_chip);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_card);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_title);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_reason);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_hour);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_expander);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_reasons);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_more);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, official_button);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, step_button);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, theirs_label);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, yours_label);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, timeline_stack);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, day_bar);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, day_label);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, flap);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_expander);
}

static void
heed_case_page_class_init (HeedCasePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_case_page_dispose;
  object_class->finalize = heed_case_page_finalize;
  object_class->get_property = heed_case_page_get_property;
  object_class->set_property = heed_case_page_set_property;
  widget_class->map = heed_case_page_map;
  widget_class->unmap = heed_case_page_unmap;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEED_TYPE_FACT_SHEET);
  g_type_ensure (HEED_TYPE_FLOW);
  g_type_ensure (HEED_TYPE_HOUR_VIEW);
  g_type_ensure (HEED_TYPE_PAGE_TITLE);
  g_type_ensure (HEED_TYPE_TIMELINE_ROW);
  widget_class->grab_focus = heed_case_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/case/heed-case-page.ui");
  bind_children (widget_class);
  heed_case_page_install_actions (widget_class);
}

static void
heed_case_page_init (HeedCasePage *self)
{
  self->filter = g_strdup ("all");
  self->events = g_list_store_new (HEED_TYPE_EVENT_ITEM);
  self->shown_events = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->events)),
                                                  GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL)));
  g_signal_connect_object (self->shown_events, "items-changed", G_CALLBACK (shown_events_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What the button says may be longer than a phone is wide. */
  gtk_button_set_label (self->step_button, "");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->step_button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (self->step_button)), GTK_JUSTIFY_CENTER);

  g_autoptr (GtkSelectionModel)
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown_events))));
  gtk_list_view_set_model (self->timeline, selection);
}

/** heed_case_page_new: (transfer floating): a page; give it a "library" and an "item". */
GtkWidget *
heed_case_page_new (void)
{
  return g_object_new (HEED_TYPE_CASE_PAGE, NULL);
}

/** heed_case_page_show_event: scrolls to that entry of the case, marks it and gives it the focus, whatever the filter
 * was. */
void
heed_case_page_show_event (HeedCasePage *self, gint64 event_id)
{
  g_return_if_fail (HEED_IS_CASE_PAGE (self));

  self->wanted_event = event_id;
  set_filter (self, "all");
  scroll_to_wanted (self);
}

/** heed_case_page_show_facts: shows the fact sheet. */
void
heed_case_page_show_facts (HeedCasePage *self)
{
  g_return_if_fail (HEED_IS_CASE_PAGE (self));

  adw_flap_set_reveal_flap (self->flap, TRUE);
}
