/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-warning-item.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "heed-bidi.h"

/* Enough of the marked words to find them. */
#define QUOTE_CHARS 40

/* More rows than anybody mends before the next look; a whole page that was pasted in would have thousands. */
#define MOST_ROWS 20

struct _HeedWarningItem
{
  GObject parent_instance;

  HeedWarning *warning;
  char *message;
  char *repair;
  char *missing;
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_REPAIR,
  PROP_MISSING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedWarningItem, heed_warning_item, G_TYPE_OBJECT)

static void
heed_warning_item_finalize (GObject *object)
{
  HeedWarningItem *self = HEED_WARNING_ITEM (object);

  heed_warning_free (self->warning);
  g_free (self->message);
  g_free (self->repair);
  g_free (self->missing);
  G_OBJECT_CLASS (heed_warning_item_parent_class)->finalize (object);
}

static void
heed_warning_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedWarningItem *self = HEED_WARNING_ITEM (object);

  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_REPAIR:
      g_value_set_string (value, self->repair);
      break;
    case PROP_MISSING:
      g_value_set_string (value, self->missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_warning_item_class_init (HeedWarningItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_warning_item_finalize;
  object_class->get_property = heed_warning_item_get_property;
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_REPAIR] = g_param_spec_string ("repair", NULL, NULL, NULL, flags);
  properties[PROP_MISSING] = g_param_spec_string ("missing", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_warning_item_init (HeedWarningItem *self)
{
}

static char *
dup_quote (const HeedWarning *warning, const char *text)
{
  const glong length = g_utf8_strlen (text, -1);

  if (warning->end <= warning->start || warning->end > length)
    return NULL;
  if (warning->end - warning->start <= QUOTE_CHARS)
    return g_utf8_substring (text, warning->start, warning->end);

  g_autofree char *cut = g_utf8_substring (text, warning->start, warning->start + QUOTE_CHARS);
  return g_strconcat (cut, "…", NULL);
}

/* The reason behind the words it is about. A sentence takes its direction from its first letter, which is one of the
 * message: where that runs the other way, a mark says how the window reads. */
static char *
dup_message (const char *quote, const char *reason)
{
  const gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  const gboolean is_other = heed_bidi_needs_isolation (quote, is_rtl);
  g_autofree char *isolated = is_other ? heed_bidi_isolate (quote) : g_strdup (quote);
  g_autofree char *message = g_strdup_printf (_ ("“%1$s”: %2$s"), isolated, reason);

  return is_other ? g_strconcat (is_rtl ? "\u200f" : "\u200e", message, NULL) : g_steal_pointer (&message);
}

/* What a click does. Where it makes the text shorter, by how much. */
static char *
dup_repair (const HeedWarning *warning)
{
  const int saved = (int) warning->saved;

  if (warning->repair == NULL)
    return NULL;
  if (*warning->repair == '\0')
    /* Translators: a button that takes words out of a text and thereby makes it shorter. */
    return g_strdup_printf (ngettext ("Remove, saves %d", "Remove, saves %d", saved), saved);
  if (g_utf8_strlen (warning->repair, -1) > QUOTE_CHARS)
    return g_strdup (_ ("Mend it"));
  if (warning->end == warning->start)
    /* Translators: a button that puts these words into the text. */
    return g_strdup_printf (_ ("Add “%s”"), warning->repair);
  if (saved > 0)
    /* Translators: a button that puts these words in the place of the marked ones and thereby makes the text shorter.
     */
    return g_strdup_printf (ngettext ("Write “%2$s”, saves %1$d", "Write “%2$s”, saves %1$d", saved), saved,
                            warning->repair);
  /* Translators: a button that puts these words in the place of the marked ones. */
  return g_strdup_printf (_ ("Write “%s”"), warning->repair);
}

static HeedWarningItem *
heed_warning_item_new (HeedWarning *warning, const char *text)
{
  HeedWarningItem *self = g_object_new (HEED_TYPE_WARNING_ITEM, NULL);
  g_autofree char *quote = dup_quote (warning, text);

  self->warning = warning;
  self->message = quote != NULL ? dup_message (quote, warning->message) : g_strdup (warning->message);
  self->repair = dup_repair (warning);
  return self;
}

/** heed_warning_item_get_warning: (transfer none): what to mend, and where. */
const HeedWarning *
heed_warning_item_get_warning (HeedWarningItem *self)
{
  g_return_val_if_fail (HEED_IS_WARNING_ITEM (self), NULL);
  return self->warning;
}

/**
 * heed_warning_item_set_missing: says what is to be filled in where the warning is.
 * @missing: (nullable): its title, for an entry
 */
void
heed_warning_item_set_missing (HeedWarningItem *self, const char *missing)
{
  g_return_if_fail (HEED_IS_WARNING_ITEM (self));

  if (g_strcmp0 (self->missing, missing) == 0)
    return;
  g_free (self->missing);
  self->missing = g_strdup (missing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
}

/** heed_warning_item_get_missing: (transfer none) (nullable): what is to be filled in, as a title. */
const char *
heed_warning_item_get_missing (HeedWarningItem *self)
{
  g_return_val_if_fail (HEED_IS_WARNING_ITEM (self), NULL);
  return self->missing;
}

/* Whether the row at @position says what @fresh says; then it gets its place in the text. */
static gboolean
take_place (GListStore *items, guint position, HeedWarningItem *fresh)
{
  g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);

  if (g_strcmp0 (item->message, fresh->message) != 0 || g_strcmp0 (item->repair, fresh->repair) != 0)
    return FALSE;
  heed_warning_free (g_steal_pointer (&item->warning));
  item->warning = g_steal_pointer (&fresh->warning);
  return TRUE;
}

/* While a person types, most warnings only move, and one comes or goes. The rows of all others stay, and so does the
 * focus in them. */
static void
merge (GListStore *items, GPtrArray *fresh)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (items));
  const guint n_shared = MIN (n_items, fresh->len);
  guint before = 0, after = 0;

  while (before < n_shared && take_place (items, before, fresh->pdata[before]))
    before++;
  while (after < n_shared - before && take_place (items, n_items - 1 - after, fresh->pdata[fresh->len - 1 - after]))
    after++;
  if (before + after < MAX (n_items, fresh->len))
    g_list_store_splice (items, before, n_items - before - after, fresh->pdata + before, fresh->len - before - after);
}

/**
 * heed_warning_items_update: makes @items (of HeedWarningItem) show the first of @warnings; what is mended makes room
 * for the next.
 * @warnings: (element-type HeedWarning): emptied
 * @text: what they are about
 */
void
heed_warning_items_update (GListStore *items, GPtrArray *warnings, const char *text)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (G_IS_LIST_STORE (items) && warnings != NULL && text != NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      HeedWarning *warning = warnings->pdata[i];

      /* What must not get out is shown whatever else there is. */
      if (fresh->len < MOST_ROWS || g_str_equal (warning->kind, "private"))
        g_ptr_array_add (fresh, heed_warning_item_new (warning, text));
      else
        heed_warning_free (warning);
    }
  g_ptr_array_set_free_func (warnings, NULL);
  g_ptr_array_set_size (warnings, 0);
  merge (items, fresh);
}
