/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-company-suggestion.h"

#include <glib/gi18n.h>
#include <string.h>

/* More would push the rest of the step away; another letter narrows them down. */
#define MOST_SUGGESTIONS 4

struct _HeedCompanySuggestion
{
  GObject parent_instance;

  char *name;
  char *email;
  GHashTable *handles;
  const char *verdict;
  guint n_cases;
};

G_DEFINE_FINAL_TYPE (HeedCompanySuggestion, heed_company_suggestion, G_TYPE_OBJECT)

static void
heed_company_suggestion_finalize (GObject *object)
{
  HeedCompanySuggestion *self = HEED_COMPANY_SUGGESTION (object);

  g_free (self->name);
  g_free (self->email);
  g_hash_table_unref (self->handles);
  G_OBJECT_CLASS (heed_company_suggestion_parent_class)->finalize (object);
}

static void
heed_company_suggestion_class_init (HeedCompanySuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_company_suggestion_finalize;
}

static void
heed_company_suggestion_init (HeedCompanySuggestion *self)
{
  self->handles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/** heed_company_suggestion_get_name: (transfer none): how the user calls it. */
const char *
heed_company_suggestion_get_name (HeedCompanySuggestion *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_SUGGESTION (self), NULL);
  return self->name;
}

/** heed_company_suggestion_get_email: (transfer none) (nullable): its address, from another case. */
const char *
heed_company_suggestion_get_email (HeedCompanySuggestion *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_SUGGESTION (self), NULL);
  return self->email;
}

/** heed_company_suggestion_get_handles: (transfer none): network to handle. */
GHashTable *
heed_company_suggestion_get_handles (HeedCompanySuggestion *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_SUGGESTION (self), NULL);
  return self->handles;
}

/** heed_company_suggestion_dup_summary: (transfer full): how Heed knows it, in a few words. */
char *
heed_company_suggestion_dup_summary (HeedCompanySuggestion *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_SUGGESTION (self), NULL);

  g_autofree char *cases = self->n_cases > 0 ? g_strdup_printf (
                             ngettext ("%u case of yours", "%u cases of yours", self->n_cases), self->n_cases)
                                             : NULL;
  g_autofree char *checked = self->verdict != NULL
                               /* Translators: the verdict on a company, such as "answers". */
                               ? g_strdup_printf (_ ("checked: %s"), self->verdict)
                               : NULL;
  if (cases == NULL || checked == NULL)
    return g_strdup (checked != NULL ? checked : cases);
  return g_strdup_printf ("%s · %s", checked, cases);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
is_called (HeedCompanySuggestion *self, const char *name)
{
  g_autofree char *own = fold (self->name);
  g_autofree char *other = fold (name);

  return strcmp (own, other) == 0;
}

/* The one of that name in @all; a new one when there is none yet. */
static HeedCompanySuggestion *
put (GPtrArray *all, const char *name)
{
  for (guint i = 0; i < all->len; i++)
    if (is_called (all->pdata[i], name))
      return all->pdata[i];

  HeedCompanySuggestion *self = g_object_new (HEED_TYPE_COMPANY_SUGGESTION, NULL);
  self->name = g_strdup (name);
  g_ptr_array_add (all, self);
  return self;
}

static void
put_handle (HeedCompanySuggestion *self, const char *network, const char *handle)
{
  if (!g_hash_table_contains (self->handles, network))
    g_hash_table_insert (self->handles, g_strdup (network), g_strdup (handle));
}

static void
put_company (GPtrArray *all, HeedCompanyItem *company)
{
  HeedCompanySuggestion *self = put (all, heed_company_item_get_name (company));
  HeedAccountItem *best = heed_company_item_get_best (company);
  GListModel *accounts = heed_company_item_get_accounts (company);

  if (best != NULL)
    self->verdict = heed_verdict_get_word (heed_account_item_get_checked (best)->scorecard->verdict);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) item = g_list_model_get_item (accounts, i);
      const HeedAccount *account = heed_account_item_get_checked (item)->observation->account;

      put_handle (self, account->network, account->handle);
    }
}

static void
put_case (GPtrArray *all, const HeedFacts *facts)
{
  GHashTableIter iter;
  gpointer network, handle;

  if (facts->company == NULL)
    return;
  HeedCompanySuggestion *self = put (all, facts->company);
  self->n_cases++;
  if (self->email == NULL)
    self->email = g_strdup (facts->company_email);
  g_hash_table_iter_init (&iter, facts->handles);
  while (g_hash_table_iter_next (&iter, &network, &handle))
    put_handle (self, network, handle);
}

/* Everything Heed knows, checked companies first: of them the most is known. */
static GPtrArray *
list_all (HeedLibrary *library)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *companies = heed_library_get_companies (library);
  GListModel *cases = heed_library_get_cases (library);

  for (guint i = 0; i < g_list_model_get_n_items (companies); i++)
    {
      g_autoptr (HeedCompanyItem) company = g_list_model_get_item (companies, i);

      put_company (all, company);
    }
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (cases, i);

      /* A draft is what is being typed just now, as often as not. */
      if (heed_case_item_get_case (item)->state != HEED_CASE_DRAFT)
        put_case (all, heed_case_item_get_case (item)->facts);
    }
  return all;
}

/* By name or by handle; what is typed whole needs no suggestion. */
static gboolean
matches (HeedCompanySuggestion *self, const char *typed)
{
  g_autofree char *wanted = fold (typed + strspn (typed, "@"));
  g_autofree char *name = fold (self->name);
  GHashTableIter iter;
  gpointer handle;

  if (*wanted == '\0' || strcmp (wanted, name) == 0)
    return FALSE;
  if (strstr (name, wanted) != NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->handles);
  while (g_hash_table_iter_next (&iter, NULL, &handle))
    {
      g_autofree char *folded = fold (handle);

      if (strstr (folded, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/** heed_company_suggestions_update: makes @suggestions (of HeedCompanySuggestion) those that match what is @typed. */
void
heed_company_suggestions_update (GListStore *suggestions, HeedLibrary *library, const char *typed)
{
  g_return_if_fail (G_IS_LIST_STORE (suggestions) && HEED_IS_LIBRARY (library) && typed != NULL);

  g_autoptr (GPtrArray) all = list_all (library);
  g_autofree char *wanted = g_strstrip (g_strdup (typed));

  g_list_store_remove_all (suggestions);
  for (guint i = 0; i < all->len; i++)
    if (matches (all->pdata[i], wanted) && g_list_model_get_n_items (G_LIST_MODEL (suggestions)) < MOST_SUGGESTIONS)
      g_list_store_append (suggestions, all->pdata[i]);
}

/** heed_company_suggestion_new_for: (transfer full) (nullable): what Heed knows of the company of that name. */
HeedCompanySuggestion *
heed_company_suggestion_new_for (HeedLibrary *library, const char *name)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && name != NULL, NULL);

  g_autoptr (GPtrArray) all = list_all (library);
  for (guint i = 0; i < all->len; i++)
    if (is_called (all->pdata[i], name))
      return g_object_ref (all->pdata[i]);
  return NULL;
}
