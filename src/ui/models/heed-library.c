/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-library.h"

#include "heed-case-records.h"
#include "heed-library-private.h"
#include "heed-track.h"

/* What is due changes by the minute; nothing else does without somebody doing something. */
#define TICK_S 60

struct _HeedLibrary
{
  GObject parent_instance;

  HeedContext *context;
  GListStore *cases;
  GListStore *companies;
  GListStore *snippets;
  guint tick;
};

enum
{
  PROP_IS_EMPTY = 1,
  PROP_HAS_SAMPLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint settings_changed;

G_DEFINE_FINAL_TYPE (HeedLibrary, heed_library, G_TYPE_OBJECT)

static int
compare_cases (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return heed_case_item_compare ((HeedCaseItem *) a, (HeedCaseItem *) b);
}

static int
compare_companies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (heed_company_item_get_name ((HeedCompanyItem *) a),
                         heed_company_item_get_name ((HeedCompanyItem *) b));
}

static void
notify_all (HeedLibrary *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/* Adds what was seen of a company's accounts, borrowed. */
static void
add_checked (HeedCompanyItem *company, GPtrArray *checked)
{
  GListModel *accounts = heed_company_item_get_accounts (company);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, i);

      g_ptr_array_add (checked, (gpointer) heed_account_item_get_checked (account));
    }
}

static HeedNextStep *
make_step (HeedLibrary *self, const HeedCase *the_case, gint64 now)
{
  g_autoptr (GPtrArray) checked = g_ptr_array_new ();
  g_auto (HeedCompanyHours) company = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->companies)); i++)
    {
      g_autoptr (HeedCompanyItem) item = g_list_model_get_item (G_LIST_MODEL (self->companies), i);

      add_checked (item, checked);
    }
  heed_track_init_hours (&company, the_case->facts, checked, heed_context_get_timezone (self->context),
                         heed_context_get_settings (self->context)->country);
  return heed_next_step_new (the_case, &company.hours, now);
}

/* Puts the item where it belongs now, and moves nothing else. */
static void
sort_case (HeedLibrary *self, HeedCaseItem *item)
{
  guint position;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->cases));

  if (!g_list_store_find (self->cases, item, &position))
    return;
  g_autoptr (HeedCaseItem) before = g_list_model_get_item (G_LIST_MODEL (self->cases), position - 1);
  g_autoptr (HeedCaseItem) after = position + 1 < n ? g_list_model_get_item (G_LIST_MODEL (self->cases), position + 1)
                                                    : NULL;
  if ((before == NULL || heed_case_item_compare (before, item) <= 0)
      && (after == NULL || heed_case_item_compare (item, after) <= 0))
    return;

  g_autoptr (HeedCaseItem) held = g_object_ref (item);
  g_list_store_remove (self->cases, position);
  g_list_store_insert_sorted (self->cases, held, compare_cases, NULL);
}

/* Works out every next step again: time passed, or more is known of the companies. @anew: all that is shown of a case
 * is to be shown anew */
static void
update_steps (HeedLibrary *self, gboolean anew)
{
  gint64 now = heed_context_now (self->context);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->cases), i));
  for (guint i = 0; i < n; i++)
    {
      HeedCaseItem *item = items->pdata[i];

      const HeedCase *the_case = heed_case_item_get_case (item);
      HeedNextStep *step = make_step (self, the_case, now);

      heed_case_item_update (item, anew ? heed_case_copy (the_case) : NULL, step, now);
      sort_case (self, item);
    }
}

static gboolean
minute_passed_cb (gpointer user_data)
{
  heed_library_pass_time (user_data);
  return G_SOURCE_CONTINUE;
}

static void
heed_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedLibrary *self = HEED_LIBRARY (object);

  switch (id)
    {
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, heed_library_is_empty (self));
      break;
    case PROP_HAS_SAMPLE:
      g_value_set_boolean (value, heed_library_has_sample (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_library_finalize (GObject *object)
{
  HeedLibrary *self = HEED_LIBRARY (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cases);
  g_clear_object (&self->companies);
  g_clear_object (&self->snippets);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (heed_library_parent_class)->finalize (object);
}

static void
heed_library_class_init (HeedLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_library_get_property;
  object_class->finalize = heed_library_finalize;

  props[PROP_IS_EMPTY] = g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, flags);
  props[PROP_HAS_SAMPLE] = g_param_spec_boolean ("has-sample", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  settings_changed = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
heed_library_init (HeedLibrary *self)
{
  self->cases = g_list_store_new (HEED_TYPE_CASE_ITEM);
  self->companies = g_list_store_new (HEED_TYPE_COMPANY_ITEM);
  self->snippets = g_list_store_new (HEED_TYPE_SNIPPET_ITEM);
  self->tick = g_timeout_add_seconds (TICK_S, minute_passed_cb, self);
}

/** heed_library_new: (transfer full): the lists, empty until heed_library_load_async(). */
HeedLibrary *
heed_library_new (HeedContext *context)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (context), NULL);

  HeedLibrary *self = g_object_new (HEED_TYPE_LIBRARY, NULL);

  self->context = g_object_ref (context);
  return self;
}

/** heed_library_get_context: (transfer none): clock, store and networks. */
HeedContext *
heed_library_get_context (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);
  return self->context;
}

/** heed_library_get_cases: (transfer none): of #HeedCaseItem, in the order of the sidebar. */
GListModel *
heed_library_get_cases (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->cases);
}

/** heed_library_get_companies: (transfer none): of #HeedCompanyItem, by name. */
GListModel *
heed_library_get_companies (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->companies);
}

/** heed_library_get_snippets: (transfer none): of #HeedSnippetItem, by name. */
GListModel *
heed_library_get_snippets (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->snippets);
}

/** heed_library_is_empty: there is neither a case nor a company. */
gboolean
heed_library_is_empty (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), TRUE);
  return g_list_model_get_n_items (G_LIST_MODEL (self->cases)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->companies)) == 0;
}

/** heed_library_has_sample: something in it is invented, to look around with. */
gboolean
heed_library_has_sample (HeedLibrary *self)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cases)); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->cases), i);

      if (heed_case_item_get_case (item)->is_sample)
        return TRUE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->companies)); i++)
    {
      g_autoptr (HeedCompanyItem) item = g_list_model_get_item (G_LIST_MODEL (self->companies), i);

      if (heed_company_item_is_sample (item))
        return TRUE;
    }
  return FALSE;
}

/** heed_library_find_case: (transfer none) (nullable): the case of that number. */
HeedCaseItem *
heed_library_find_case (HeedLibrary *self, gint64 id)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cases)); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->cases), i);

      if (heed_case_item_get_id (item) == id)
        return item;
    }
  return NULL;
}

/** heed_library_find_company: (transfer none) (nullable): the company of that name, in whatever case it is written. */
HeedCompanyItem *
heed_library_find_company (HeedLibrary *self, const char *name)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->companies)); i++)
    {
      g_autoptr (HeedCompanyItem) item = g_list_model_get_item (G_LIST_MODEL (self->companies), i);

      if (heed_company_item_is_called (item, name))
        return item;
    }
  return NULL;
}

static gboolean
is_account (HeedAccountItem *item, const char *network, const char *handle)
{
  const HeedAccount *account = heed_account_item_get_checked (item)->observation->account;

  return g_strcmp0 (account->network, network) == 0 && g_ascii_strcasecmp (account->handle, handle) == 0;
}

/** heed_library_find_account: (transfer none) (nullable): the account that was looked at under that handle, with or
 * without an @ before it. @network and @handle: (nullable) */
HeedAccountItem *
heed_library_find_account (HeedLibrary *self, const char *network, const char *handle)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);

  if (handle != NULL && handle[0] == '@')
    handle++;
  for (guint i = 0; handle != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->companies)); i++)
    {
      g_autoptr (HeedCompanyItem) company = g_list_model_get_item (G_LIST_MODEL (self->companies), i);
      GListModel *accounts = heed_company_item_get_accounts (company);

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, j);

          if (is_account (account, network, handle))
            return account;
        }
    }
  return NULL;
}

/** heed_library_set_settings: from now on everything goes by @settings, of which a copy is taken. */
void
heed_library_set_settings (HeedLibrary *self, const HeedSettings *settings)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && settings != NULL);

  heed_context_set_settings (self->context, settings);
  update_steps (self, FALSE);
  g_signal_emit (self, settings_changed, 0);
}

/**
 * heed_library_take_case: puts a case as it is in the store now into the list.
 * @the_case: (transfer full): a known one or a new one
 *
 * Returns: (transfer none): its item
 */
HeedCaseItem *
heed_library_take_case (HeedLibrary *self, HeedCase *the_case)
{
  gint64 now = heed_context_now (self->context);
  HeedCaseItem *item = heed_library_find_case (self, the_case->id);
  HeedNextStep *step = make_step (self, the_case, now);

  if (item != NULL)
    {
      heed_case_item_update (item, the_case, step, now);
      sort_case (self, item);
      return item;
    }
  g_autoptr (HeedCaseItem) added = heed_case_item_new (the_case, step, now);
  g_list_store_insert_sorted (self->cases, added, compare_cases, NULL);
  notify_all (self);
  return added;
}

/** heed_library_drop_case: takes a case that is no longer in the store out of the list. */
void
heed_library_drop_case (HeedLibrary *self, gint64 id)
{
  guint position;
  HeedCaseItem *item = heed_library_find_case (self, id);

  if (item == NULL || !g_list_store_find (self->cases, item, &position))
    return;
  g_list_store_remove (self->cases, position);
  notify_all (self);
}

/** heed_library_drop_company: takes a company that is no longer in the store out of the list. */
void
heed_library_drop_company (HeedLibrary *self, const char *name)
{
  guint position;
  HeedCompanyItem *item = heed_library_find_company (self, name);

  if (item == NULL || !g_list_store_find (self->companies, item, &position))
    return;
  g_list_store_remove (self->companies, position);
  update_steps (self, FALSE);
  notify_all (self);
}

static HeedCompanyItem *
put_checked (HeedLibrary *self, HeedChecked *checked)
{
  const HeedObservation *observation = checked->observation;
  const char *name = observation->company != NULL ? observation->company : observation->account->handle;
  g_autoptr (HeedCompanyItem) added = NULL;
  HeedCompanyItem *item = heed_library_find_company (self, name);

  if (item == NULL)
    item = added = heed_company_item_new (name);
  g_autoptr (HeedAccountItem) account = heed_account_item_new (checked);
  heed_company_item_put_account (item, account);
  if (added != NULL)
    g_list_store_insert_sorted (self->companies, added, compare_companies, NULL);
  return item;
}

/**
 * heed_library_take_checked: puts the outcome of a check into the list.
 * @checked: (transfer full): as heed_check_account_finish() gave it
 *
 * Returns: (transfer none): its company
 */
HeedCompanyItem *
heed_library_take_checked (HeedLibrary *self, HeedChecked *checked)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (checked != NULL && checked->observation != NULL, NULL);

  HeedCompanyItem *item = put_checked (self, checked);
  update_steps (self, FALSE);
  notify_all (self);
  return item;
}

static gpointer
load_cases_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_case_records_load_all (database, error);
}

static void
companies_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedLibrary *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) all = heed_check_load_finish (HEED_CONTEXT (source), result, &error);

  if (all == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->companies)); i > 0; i--)
    {
      g_autoptr (HeedCompanyItem) item = g_list_model_get_item (G_LIST_MODEL (self->companies), i - 1);

      if (!heed_company_item_keep_only (item, all))
        g_list_store_remove (self->companies, i - 1);
    }
  while (all->len > 0)
    put_checked (self, g_ptr_array_steal_index (all, 0));
  update_steps (self, FALSE);
  notify_all (self);
  g_task_return_boolean (task, TRUE);
}

static void
snippets_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedLibrary *self = HEED_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!heed_library_load_snippets_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  GCancellable *cancellable = g_task_get_cancellable (task);
  heed_check_load_async (self->context, cancellable, companies_loaded_cb, g_steal_pointer (&task));
}

/* Cases that are gone leave the list; the others keep their item. */
static void
keep_only (HeedLibrary *self, GPtrArray *cases)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_add (ids, &((HeedCase *) cases->pdata[i])->id);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->cases)); i > 0; i--)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->cases), i - 1);
      gint64 id = heed_case_item_get_id (item);

      if (!g_hash_table_contains (ids, &id))
        g_list_store_remove (self->cases, i - 1);
    }
}

static void
cases_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedLibrary *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) cases = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (cases == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  keep_only (self, cases);
  while (cases->len > 0)
    heed_library_take_case (self, g_ptr_array_steal_index (cases, cases->len - 1));
  notify_all (self);
  GCancellable *cancellable = g_task_get_cancellable (task);
  heed_library_load_snippets_async (self, cancellable, snippets_loaded_cb, g_steal_pointer (&task));
}

/** heed_library_load_async: reads everything from the store again, cases first: they are there at once. */
void
heed_library_load_async (HeedLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_load_async);
  heed_store_run_async (heed_context_get_store (self->context), load_cases_in_store, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, cancellable, cases_loaded_cb, g_steal_pointer (&task));
}

/** heed_library_load_finish: %FALSE with the store's reason when something could not be read. */
gboolean
heed_library_load_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!heed_library_load_finish (HEED_LIBRARY (source), result, &error))
    g_debug ("reading the store again: %s", error->message);
}

/** heed_library_pass_time: shows what follows from the time that passed, and from the zone the user is in now. */
void
heed_library_pass_time (HeedLibrary *self)
{
  g_return_if_fail (HEED_IS_LIBRARY (self));

  update_steps (self, heed_context_update_timezone (self->context));
}

/** heed_library_reload: reads everything again after what failed or was stopped in between, and has said so itself. */
void
heed_library_reload (HeedLibrary *self)
{
  heed_library_load_async (self, NULL, reloaded_cb, NULL);
}
