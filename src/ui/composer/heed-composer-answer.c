/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-answer.h"
#include "heed-asked.h"

/* What companies ask for, in the words of docs/codebook.md. */
static const struct
{
  const char *detail;
  const char *title;
} details[] = {
  { "name", N_ ("name") },
  { "email", N_ ("e-mail address") },
  { "phone", N_ ("phone number") },
  { "postcode", N_ ("postcode") },
  { "address", N_ ("address") },
  { "account", N_ ("account number") },
  { "order", N_ ("order number") },
  { "case", N_ ("case number") },
  { "booking", N_ ("booking number") },
  { "date", N_ ("date") },
  { "location", N_ ("place") },
  { "device", N_ ("device") },
  { "version", N_ ("version") },
  { "username", N_ ("user name") },
  { "photo", N_ ("photo") },
  { "product", N_ ("product") },
  { "description", N_ ("what happened") },
  { "other", N_ ("other details") },
};

/** heed_composer_get_detail_title: (transfer none): what companies ask for, in the user's language. */
const char *
heed_composer_get_detail_title (const char *detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (g_str_equal (details[i].detail, detail))
      return _ (details[i].title);
  return detail;
}

/* The newest of what was said; notes and files are not said to anybody. */
static const HeedEvent *
find_newest (const HeedCase *the_case)
{
  for (guint i = the_case->events->len; i-- > 0;)
    {
      const HeedEvent *event = the_case->events->pdata[i];

      if (event->kind == HEED_EVENT_SENT || event->kind == HEED_EVENT_RECEIVED || event->kind == HEED_EVENT_CALL)
        return event;
    }
  return NULL;
}

static void
show_asked (HeedComposer *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->case_facts->asked->len; i++)
    {
      if (i > 0)
        /* Translators: between the things of a list. */
        g_string_append (list, _ (", "));
      g_string_append (list, heed_composer_get_detail_title (self->case_facts->asked->pdata[i]));
    }
  /* Translators: what a company asked for, as a list. */
  g_autofree char *title = g_strdup_printf (_ ("They asked for: %s"), list->str);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->asked_row), title);
}

/**
 * heed_composer_read_asked: where the newest word in the case is a reply of the company that asks for details, notes
 * what it asks for (S88).
 */
void
heed_composer_read_asked (HeedComposer *self)
{
  const HeedEvent *newest = find_newest (heed_case_item_get_case (self->item));

  self->is_asked = newest != NULL && newest->kind == HEED_EVENT_RECEIVED && newest->text != NULL
                   && heed_asked_read (self->case_facts, newest->text, NULL);
  if (!self->is_asked)
    return;
  if (self->case_facts->asked_by == NULL)
    self->case_facts->asked_by = g_strdup (newest->agent);
  show_asked (self);
}

/** heed_composer_take_asked: the message gives exactly what they asked for, unless the person wants the whole one. */
void
heed_composer_take_asked (HeedComposer *self)
{
  if (self->is_asked && !gtk_switch_get_active (self->asked_switch))
    g_ptr_array_set_size (self->facts->asked, 0);
}

static gboolean
may_answer (HeedComposer *self)
{
  return self->is_asked && g_strcmp0 (self->channel, "letter") != 0 && g_strcmp0 (self->channel, "phone") != 0;
}

/** heed_composer_show_asked: says above the text what the company asked for, and what the message does about it. */
void
heed_composer_show_asked (HeedComposer *self)
{
  const gboolean is_public = heed_composer_is_public (self);
  const char *what;

  gtk_widget_set_visible (self->asked_list, may_answer (self));
  gtk_widget_set_visible (self->asked_way, is_public && gtk_switch_get_active (self->asked_switch));
  if (!gtk_switch_get_active (self->asked_switch))
    what = _ ("The whole message, as if nothing had been asked");
  else if (is_public)
    what = _ ("In public it only says that they come by message.");
  else
    what = _ ("The message gives exactly that. What the case lacks stands in brackets: fill it in.");
  adw_action_row_set_subtitle (self->asked_row, what);
}

/** heed_composer_answer_activated_cb: the action "draft.answer": what they asked for, where only they read it: in a
 * message on the same network, else in an e-mail. */
void
heed_composer_answer_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);

  /* Its key is there always. */
  if (!gtk_widget_get_visible (self->asked_way))
    return;
  if (heed_channel_items_find (G_LIST_MODEL (self->channels), "dm", self->network) != G_MAXUINT)
    g_object_set (self, "channel", "dm", NULL);
  else
    g_object_set (self, "network", "", "channel", "email", NULL);
}

/* A company that asked for details knows what it is about. */
static gboolean
is_needless (const HeedWarning *warning)
{
  return g_str_equal (warning->kind, "no-request") || g_str_equal (warning->kind, "no-reference");
}

/** heed_composer_drop_needless: takes out of @warnings what an answer to a question need not have. */
void
heed_composer_drop_needless (HeedComposer *self, GPtrArray *warnings)
{
  for (guint i = warnings->len; i-- > 0;)
    if (heed_answer_is_wanted (self->facts, self->channel) && is_needless (warnings->pdata[i]))
      g_ptr_array_remove_index (warnings, i);
}
