/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-new-case-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-prompt-button.h"
#include "heed-question.h"
#include "heed-scrolling.h"

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  PROP_COMPANY,
  PROP_STEP,
  N_PROPS
};

enum
{
  SIGNAL_CREATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *title;
} steps[HEED_NEW_CASE_N_STEPS] = {
  { "company", N_ ("Company") },
  { "what", N_ ("What happened") },
  { "want", N_ ("What I want") },
  { "evidence", N_ ("Evidence") },
};

G_DEFINE_FINAL_TYPE (HeedNewCaseDialog, heed_new_case_dialog, ADW_TYPE_WINDOW)

static gboolean
is_draft (HeedNewCaseDialog *self)
{
  return heed_new_case_get_state (self) == HEED_CASE_DRAFT;
}

/* Nothing stays marked as wrong while it is being mended. */
static void
forgive (HeedNewCaseDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  if (self->wrong_field == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->wrong_label), FALSE);
  gtk_widget_remove_css_class (self->wrong_field, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->wrong_field), GTK_ACCESSIBLE_STATE_INVALID);
  self->wrong_field = NULL;
}

static void
step_changed (HeedNewCaseDialog *self)
{
  const gboolean is_last = self->step + 1 == HEED_NEW_CASE_N_STEPS;
  /* Translators: which step of how many, and its name: "2 of 4: What happened". */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u: %3$s"), self->step + 1, (guint) HEED_NEW_CASE_N_STEPS,
                                           _ (steps[self->step].title));

  gtk_label_set_label (self->step_label, text);
  gtk_stack_set_visible_child_name (self->stack, steps[self->step].name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-case.back", self->step > 0);
  if (!is_draft (self))
    gtk_button_set_label (self->next_button, _ ("_Save"));
  else
    gtk_button_set_label (self->next_button, is_last ? _ ("_Save the case") : _ ("_Next"));
}

static void
focus_first (HeedNewCaseDialog *self)
{
  GtkWidget *field = heed_new_case_form_get_first_field (self, self->step);

  if (field == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_grab_focus (field);
  /* What is there already is not chosen, for the next key would write over it. */
  if (GTK_IS_EDITABLE (field))
    gtk_editable_set_position (GTK_EDITABLE (field), -1);
}

static void
set_step (HeedNewCaseDialog *self, guint step)
{
  if (step >= HEED_NEW_CASE_N_STEPS)
    return;
  self->step = step;
  /* A line to type in is there, not only a button that makes one; empty, it is no number. */
  if (step == HEED_NEW_CASE_EVIDENCE && g_list_model_get_n_items (G_LIST_MODEL (self->references)) == 0)
    {
      self->is_filling = TRUE;
      heed_new_case_form_add_reference (self, NULL);
      self->is_filling = FALSE;
    }
  step_changed (self);
  focus_first (self);
  heed_new_case_save_later (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
set_step_by_name (HeedNewCaseDialog *self, const char *name)
{
  for (guint i = 0; i < HEED_NEW_CASE_N_STEPS; i++)
    if (g_strcmp0 (steps[i].name, name) == 0 && i != self->step)
      set_step (self, i);
}

static void
complain (HeedNewCaseDialog *self, const char *sentence, GtkWidget *field, GtkLabel *label)
{
  forgive (self);
  self->wrong_field = field;
  self->wrong_label = label;
  gtk_label_set_label (label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (field);
}

/* Says what is missing on @step; %FALSE when nothing is. */
static gboolean
complain_about (HeedNewCaseDialog *self, guint step)
{
  GtkWidget *field = NULL;
  GtkLabel *label = NULL;
  const char *problem = heed_new_case_form_find_problem (self, step, &field, &label);

  if (problem == NULL)
    return FALSE;
  if (self->step != step)
    set_step (self, step);
  complain (self, problem, field, label);
  return TRUE;
}

static void
touched_cb (HeedNewCaseDialog *self)
{
  if (self->is_filling)
    return;
  self->is_touched = TRUE;
  forgive (self);
  heed_new_case_save_later (self);
}

static void
item_needed_cb (HeedNewCaseDialog *self)
{
  self->is_touched = TRUE;
  if (self->step != HEED_NEW_CASE_EVIDENCE)
    set_step (self, HEED_NEW_CASE_EVIDENCE);
  heed_new_case_save_now (self);
}

/* An official case was opened before: its number is quoted from now on, and the clock of the case runs from that day.
 */
static void
noted_cb (HeedNewCaseDialog *self, const HeedEvent *event)
{
  g_ptr_array_add (self->noted, heed_event_copy (event));
  heed_new_case_form_add_reference (self, event->reference);
  self->is_touched = TRUE;
  heed_new_case_save_later (self);
  focus_first (self);
}

static void
create_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);

  if (self->is_creating)
    return;
  for (guint i = 0; i < HEED_NEW_CASE_N_STEPS; i++)
    if (complain_about (self, i))
      return;
  heed_new_case_create (self);
}

static void
next_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);

  if (!is_draft (self) || self->step + 1 == HEED_NEW_CASE_N_STEPS)
    create_activated_cb (widget, NULL, NULL);
  else if (!complain_about (self, self->step))
    set_step (self, self->step + 1);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);

  if (self->step > 0)
    set_step (self, self->step - 1);
}

/* Forward is where the text runs to. */
static void
go (GtkWidget *widget, gboolean forward)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);

  if (!forward)
    back_activated_cb (widget, NULL, NULL);
  else if (self->step + 1 < HEED_NEW_CASE_N_STEPS && (!is_draft (self) || !complain_about (self, self->step)))
    set_step (self, self->step + 1);
}

static void
left_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (widget, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
right_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (widget, gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
}

static void
want_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_new_case_form_want (HEED_NEW_CASE_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
add_reference_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (widget);
  const int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->references));

  heed_new_case_form_add_reference (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->reference_list, n)));
}

static void
undo_remove_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_new_case_form_restore_reference (HEED_NEW_CASE_DIALOG (widget));
}

static void
answered_cb (HeedNewCaseDialog *self, const char *response)
{
  if (strcmp (response, "save") == 0)
    create_activated_cb (GTK_WIDGET (self), NULL, NULL);
  else if (strcmp (response, "discard") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_for_changes (HeedNewCaseDialog *self)
{
  if (self->question != NULL)
    return;
  GtkWidget *dialog = heed_question_new_save (GTK_WINDOW (self), _ ("What you changed in this case is not saved yet."));

  g_set_weak_pointer (&self->question, dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A case that is not opened yet is kept as far as it was typed; changes to an open one wait for *Save*. */
static gboolean
heed_new_case_dialog_close_request (GtkWindow *window)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (window);

  if (self->is_closing || self->is_creating)
    return TRUE;
  if (!self->is_done && self->is_touched)
    {
      if (is_draft (self))
        heed_new_case_keep (self);
      else
        ask_for_changes (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (heed_new_case_dialog_parent_class)->close_request (window);
}

static void
set_library (HeedNewCaseDialog *self, HeedLibrary *library)
{
  if (!g_set_object (&self->library, library) || library == NULL)
    return;

  HeedContext *context = heed_library_get_context (library);
  GTimeZone *zone = heed_context_get_timezone (context);
  heed_date_row_set_clock (self->since_row, zone, heed_context_now (context));
  heed_date_row_set_clock (self->by_row, zone, heed_context_now (context));
  heed_formal_first_set_clock (self->formal_first, zone, heed_context_now (context));
  heed_company_step_set_library (self->company_step, library);
  g_object_set (self->documents, "library", library, NULL);
  heed_new_case_load_identity (self);
}

/* The case to go on with, from where it was left. */
static void
show_item (HeedNewCaseDialog *self, HeedCaseItem *item)
{
  if (item == NULL)
    return;
  heed_new_case_set_item (self, item);
  heed_new_case_form_show (self, heed_case_item_get_case (item)->facts);
  if (!is_draft (self))
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Edit the case"));
      gtk_button_set_label (self->close_button, _ ("_Cancel"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->close_button), NULL);
    }
  set_step (self, MIN (heed_case_item_get_case (item)->left_at, HEED_NEW_CASE_N_STEPS - 1u));
}

/* Typing starts at once, where the first word is missing; not on a button, which a space would press. */
static void
heed_new_case_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_new_case_dialog_parent_class)->map (widget);
  focus_first (HEED_NEW_CASE_DIALOG (widget));
}

static void
heed_new_case_dialog_dispose (GObject *object)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_weak_pointer (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_NEW_CASE_DIALOG);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  g_clear_object (&self->references);
  g_clear_object (&self->removed);
  G_OBJECT_CLASS (heed_new_case_dialog_parent_class)->dispose (object);
}

static void
heed_new_case_dialog_finalize (GObject *object)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  g_clear_pointer (&self->identity, heed_identity_free);
  g_ptr_array_unref (self->noted);
  G_OBJECT_CLASS (heed_new_case_dialog_parent_class)->finalize (object);
}

static void
heed_new_case_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_STEP:
      g_value_set_static_string (value, steps[self->step].name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_new_case_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedNewCaseDialog *self = HEED_NEW_CASE_DIALOG (object);

  switch (id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_ITEM:
      show_item (self, g_value_get_object (value));
      break;
    case PROP_COMPANY:
      /* What was not typed by the person leaves no draft behind. */
      self->is_filling = TRUE;
      heed_company_step_set_company (self->company_step, g_value_get_string (value));
      self->is_filling = FALSE;
      if (g_value_get_string (value) != NULL)
        set_step (self, HEED_NEW_CASE_WHAT);
      break;
    case PROP_STEP:
      set_step_by_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, content);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, step_label);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, company_step);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, what_view);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, what_problem);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, product_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, since_problem);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, want_box);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, want_view);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, want_problem);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, urgent_switch);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, by_problem);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, reference_list);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, undo_box);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, undo_label);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, formal_first);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, documents);
  gtk_widget_class_bind_template_child (widget_class, HeedNewCaseDialog, about_me);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_needed_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "new-case.create", NULL, create_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.left", NULL, left_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.right", NULL, right_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.want", "s", want_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.add-reference", NULL, add_reference_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.undo-remove", NULL, undo_remove_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "new-case.step", "step");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
heed_new_case_dialog_class_init (HeedNewCaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = heed_new_case_dialog_dispose;
  object_class->finalize = heed_new_case_dialog_finalize;
  object_class->get_property = heed_new_case_dialog_get_property;
  object_class->set_property = heed_new_case_dialog_set_property;
  widget_class->map = heed_new_case_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = heed_new_case_dialog_close_request;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  properties[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, NULL,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_STEP] = g_param_spec_string ("step", NULL, NULL, "company", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CREATED] = g_signal_new ("created", HEED_TYPE_NEW_CASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, HEED_TYPE_CASE_ITEM);

  g_type_ensure (HEED_TYPE_FLOW);
  g_type_ensure (HEED_TYPE_PROMPT_BUTTON);
  g_type_ensure (HEED_TYPE_DATE_ROW);
  g_type_ensure (HEED_TYPE_COMPANY_STEP);
  g_type_ensure (HEED_TYPE_FORMAL_FIRST);
  g_type_ensure (HEED_TYPE_DOCUMENT_LIST);
  g_type_ensure (HEED_TYPE_ABOUT_ME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-new-case-dialog.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
heed_new_case_dialog_init (HeedNewCaseDialog *self)
{
  self->references = g_list_store_new (HEED_TYPE_REFERENCE_ITEM);
  self->noted = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_event_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Large letters on a phone need a second line beside Back. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->next_button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (self->next_button)), GTK_JUSTIFY_CENTER);
  heed_scrolling_pass_on (GTK_SCROLLABLE (self->what_view));
  heed_scrolling_pass_on (GTK_SCROLLABLE (self->want_view));
  heed_new_case_form_init (self);
  step_changed (self);
}

/** heed_new_case_set_item: the case that is written to from now on. */
void
heed_new_case_set_item (HeedNewCaseDialog *self, HeedCaseItem *item)
{
  if (g_set_object (&self->item, item))
    g_object_set (self->documents, "item", item, NULL);
}

/** heed_new_case_say: a sentence about the whole case. */
void
heed_new_case_say (HeedNewCaseDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

/** heed_new_case_finish: the case is open: shows it and goes. */
void
heed_new_case_finish (HeedNewCaseDialog *self)
{
  self->is_done = TRUE;
  self->is_creating = FALSE;
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, self->item);
  gtk_window_close (GTK_WINDOW (self));
}

/** heed_new_case_dialog_new: (transfer none): an empty form; a window, to be made transient and presented. */
GtkWidget *
heed_new_case_dialog_new (HeedLibrary *library)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);

  return g_object_new (HEED_TYPE_NEW_CASE_DIALOG, "library", library, NULL);
}

/** heed_new_case_dialog_ask_for_missing: goes to the first thing that no message can do without (S76, S78). */
void
heed_new_case_dialog_ask_for_missing (HeedNewCaseDialog *self)
{
  g_return_if_fail (HEED_IS_NEW_CASE_DIALOG (self));

  for (guint i = 0; i < HEED_NEW_CASE_N_STEPS; i++)
    if (complain_about (self, i))
      return;
}

/** heed_new_case_dialog_ask_for_number: goes to where the number of an official case is noted (S92). */
void
heed_new_case_dialog_ask_for_number (HeedNewCaseDialog *self)
{
  g_return_if_fail (HEED_IS_NEW_CASE_DIALOG (self));

  set_step (self, HEED_NEW_CASE_EVIDENCE);
  heed_formal_first_ask (self->formal_first);
}
