/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-numbers.h"

#include <string.h>

#include "heed-data-object.h"

typedef struct
{
  char **prefixes;
  guint32 lengths; /* bit n: n digits */
} Issuer;

static GPtrArray *issuers;
static GPtrArray *ids;
static GPtrArray *devices;
static GHashTable *iban_lengths;
static GHashTable *british_areas;
static GHashTable *american_states;
static GHashTable *towns;
static GHashTable *town_prefixes;
static GHashTable *mail_ats;
static GHashTable *mail_dots;
static GHashTable *mail_hosts;
static GHashTable *extensions;

static char **
read_strings (JsonObject *object, const char *name)
{
  if (!json_object_has_member (object, name))
    return NULL;

  JsonArray *array = json_object_get_array_member (object, name);
  char **strings = g_new0 (char *, json_array_get_length (array) + 1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    strings[i] = g_strdup (json_array_get_string_element (array, i));
  return strings;
}

static void
add_issuer (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *lengths = json_object_get_array_member (object, "lengths");
  Issuer *issuer = g_new0 (Issuer, 1);

  issuer->prefixes = read_strings (object, "prefixes");
  for (guint i = 0; i < json_array_get_length (lengths); i++)
    issuer->lengths |= 1U << json_array_get_int_element (lengths, i);
  g_ptr_array_add (issuers, issuer);
}

static void
read_weights (HeedIdForm *form, JsonObject *object)
{
  JsonArray *rows = json_object_get_array_member (object, "weights");

  form->n_weights = json_array_get_length (rows);
  g_assert (form->n_weights <= HEED_NUMBERS_MOST_WEIGHTS);
  for (guint row = 0; row < form->n_weights; row++)
    {
      JsonArray *weights = json_array_get_array_element (rows, row);
      g_assert (json_array_get_length (weights) == form->length);
      for (guint i = 0; i < form->length; i++)
        form->weights[row][i] = (int) json_array_get_int_element (weights, i);
    }
  form->modulus = (int) json_object_get_int_member (object, "modulus");
}

static void
add_id (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *object = json_node_get_object (node);
  HeedIdForm *form = g_new0 (HeedIdForm, 1);

  form->pattern = g_strdup (json_object_get_string_member (object, "pattern"));
  form->length = strlen (form->pattern);
  g_assert (form->length <= HEED_NUMBERS_LONGEST_ID);
  form->shapes = read_strings (object, "shapes");
  form->prefixes = read_strings (object, "prefixes");
  form->words = read_strings (object, "word");
  form->check = heed_check_digits_look_up (json_object_get_string_member (object, "check"));
  g_assert (form->check != NULL);
  if (json_object_has_member (object, "weights"))
    read_weights (form, object);
  form->birth = g_strdup (json_object_get_string_member_with_default (object, "birth", NULL));
  form->kind = g_str_equal (json_object_get_string_member_with_default (object, "kind", ""), "account")
                 ? HEED_PRIVATE_ACCOUNT
                 : HEED_PRIVATE_IDENTITY;
  g_ptr_array_add (ids, form);
}

static void
add_device (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *object = json_node_get_object (node);
  HeedDeviceForm *form = g_new0 (HeedDeviceForm, 1);
  g_autofree char *pattern = g_strdup_printf ("(?<![A-Za-z0-9.:/-])(?:%s)(?![A-Za-z0-9]|[.,/-][0-9])",
                                              json_object_get_string_member (object, "pattern"));
  g_autoptr (GError) error = NULL;

  form->pattern = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_RAW, 0, &error);
  if (form->pattern == NULL)
    g_error ("identifiers/numbers.json: %s", error->message);
  form->words = read_strings (object, "word");
  form->others = read_strings (object, "not");
  g_ptr_array_add (devices, form);
}

static void
add_iban_length (JsonObject *lengths, const char *country, JsonNode *node, gpointer user_data)
{
  g_hash_table_insert (iban_lengths, g_strdup (country), GSIZE_TO_POINTER ((gsize) json_node_get_int (node)));
}

static GHashTable *
read_set (JsonObject *object, const char *name)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **words = g_strsplit (json_object_get_string_member (object, name), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, words[i]);
  return set;
}

static void
read_postcodes (JsonObject *postcodes)
{
  british_areas = read_set (postcodes, "british_areas");
  american_states = read_set (postcodes, "american_states");
  towns = read_set (postcodes, "towns");
  town_prefixes = read_set (postcodes, "town_prefixes");
}

static void
read_mail (JsonObject *mail)
{
  mail_ats = read_set (mail, "at");
  mail_dots = read_set (mail, "dot");
  mail_hosts = read_set (mail, "hosts");
}

static void
read_numbers (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_autoptr (JsonObject) root = heed_data_load_object ("identifiers/numbers.json");
  JsonObject *cards = json_object_get_object_member (root, "cards");
  JsonObject *iban = json_object_get_object_member (root, "iban");
  issuers = g_ptr_array_new ();
  ids = g_ptr_array_new ();
  devices = g_ptr_array_new ();
  iban_lengths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_array_foreach_element (json_object_get_array_member (cards, "issuers"), add_issuer, NULL);
  json_object_foreach_member (json_object_get_object_member (iban, "lengths"), add_iban_length, NULL);
  read_postcodes (json_object_get_object_member (root, "postcodes"));
  json_array_foreach_element (json_object_get_array_member (root, "ids"), add_id, NULL);
  json_array_foreach_element (json_object_get_array_member (root, "devices"), add_device, NULL);
  read_mail (json_object_get_object_member (root, "mail"));
  extensions = read_set (json_object_get_object_member (root, "extensions"), "words");
  g_once_init_leave (&once, 1);
}

/** heed_numbers_has_prefix: whether @text starts with one of @prefixes, which may be ranges such as "51-55". */
gboolean
heed_numbers_has_prefix (const char *text, char **prefixes)
{
  g_return_val_if_fail (text != NULL && prefixes != NULL, FALSE);

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      const char *dash = strchr (prefixes[i], '-');
      gsize length = dash != NULL ? (gsize) (dash - prefixes[i]) : strlen (prefixes[i]);
      const char *last = dash != NULL ? dash + 1 : prefixes[i];
      if (strncmp (text, prefixes[i], length) >= 0 && strncmp (text, last, length) <= 0)
        return TRUE;
    }
  return FALSE;
}

/** heed_numbers_is_card: whether an issuer of payment cards gives out such a number, by its start and check digit. */
gboolean
heed_numbers_is_card (const char *digits, gsize length)
{
  g_return_val_if_fail (digits != NULL, FALSE);

  read_numbers ();
  if (length > 31 || !heed_check_digits_luhn (digits, length))
    return FALSE;
  for (guint i = 0; i < issuers->len; i++)
    {
      const Issuer *issuer = issuers->pdata[i];
      if ((issuer->lengths >> length & 1) != 0 && heed_numbers_has_prefix (digits, issuer->prefixes))
        return TRUE;
    }
  return FALSE;
}

/** heed_numbers_is_iban: whether the letters, all capital, are a bank account of a country that has such. */
gboolean
heed_numbers_is_iban (const char *letters, gsize length)
{
  g_return_val_if_fail (letters != NULL && length >= 2, FALSE);

  const char country[] = { letters[0], letters[1], '\0' };

  read_numbers ();
  return GPOINTER_TO_SIZE (g_hash_table_lookup (iban_lengths, country)) == length
         && heed_check_digits_iban (letters, length);
}

/** heed_numbers_is_british_area: whether British postcodes start with these letters, in any case. */
gboolean
heed_numbers_is_british_area (const char *letters, gsize length)
{
  g_return_val_if_fail (letters != NULL, FALSE);

  g_autofree char *area = g_ascii_strup (letters, (gssize) length);
  read_numbers ();
  return g_hash_table_contains (british_areas, area);
}

/** heed_numbers_is_american_state: whether @letters, in any case, stand for a state, or what has postcodes as one. */
gboolean
heed_numbers_is_american_state (const char *letters)
{
  g_return_val_if_fail (letters != NULL, FALSE);

  g_autofree char *state = g_ascii_strup (letters, -1);
  read_numbers ();
  return g_hash_table_contains (american_states, state);
}

/** heed_numbers_get_ids: (transfer none) (element-type HeedIdForm): the forms of numbers that say who somebody is. */
const GPtrArray *
heed_numbers_get_ids (void)
{
  read_numbers ();
  return ids;
}

/** heed_numbers_get_devices: (transfer none) (element-type HeedDeviceForm): the numbers of devices and vehicles. */
const GPtrArray *
heed_numbers_get_devices (void)
{
  read_numbers ();
  return devices;
}

/** heed_numbers_is_town: whether @word, folded, starts the name of one of the larger towns of Europe. */
gboolean
heed_numbers_is_town (const char *word)
{
  read_numbers ();
  return g_hash_table_contains (towns, word);
}

/** heed_numbers_is_town_prefix: whether @word, folded, starts the names of towns before another word, as "Bad". */
gboolean
heed_numbers_is_town_prefix (const char *word)
{
  read_numbers ();
  return g_hash_table_contains (town_prefixes, word);
}

/** heed_numbers_is_mail_at: whether @word, folded, is said for the "@" of an address. */
gboolean
heed_numbers_is_mail_at (const char *word)
{
  read_numbers ();
  return g_hash_table_contains (mail_ats, word);
}

/** heed_numbers_is_mail_dot: whether @word, folded, is said for the dot of an address. */
gboolean
heed_numbers_is_mail_dot (const char *word)
{
  read_numbers ();
  return g_hash_table_contains (mail_dots, word);
}

/** heed_numbers_is_mail_host: whether hosts that start with @label, folded, are known for the mail of everybody. */
gboolean
heed_numbers_is_mail_host (const char *label)
{
  read_numbers ();
  return g_hash_table_contains (mail_hosts, label);
}

/** heed_numbers_is_extension: whether @word, folded, leads to the extension behind a phone number. */
gboolean
heed_numbers_is_extension (const char *word)
{
  read_numbers ();
  return g_hash_table_contains (extensions, word);
}
