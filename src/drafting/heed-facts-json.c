/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the facts file. A person wrote it, so each mistake is named by its field, in the words of the file. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-error.h"
#include "heed-json-text.h"
#include "heed-language.h"
#include "heed-rendition.h"

/* A sheet is a page; a megabyte is a mistake, such as the wrong file. */
#define LARGEST_FILE (1024 * 1024)

/* Dates without an hour are kept as noon in UTC, which is the same day nearly everywhere. */
#define NOON "T12:00:00Z"

/* One object of the file. @where names it in sentences, such as "references 2: ", and is empty for the file itself. */
typedef struct
{
  JsonObject *object;
  const char *where;
} Reader;

/* The words of docs/codebook.md for what a reply asks for. */
static const char *const detail_words[] = { "name",     "email",       "phone",   "postcode", "address",
                                            "account",  "order",       "case",    "booking",  "date",
                                            "location", "device",      "version", "username", "photo",
                                            "product",  "description", "other",   NULL };

/* Each has a sentence in every language, “want_refund” and so on. */
static const char *const want_words[] = { "refund", "replacement",  "repair",     "delivery",     "answer",
                                          "call",   "cancellation", "correction", "confirmation", NULL };

typedef enum
{
  OPTIONAL,
  REQUIRED,
} Need;

static gboolean
fail_missing (const Reader *reader, const char *name, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("The field “%s%s” is missing or empty; fill it in."),
               reader->where, name);
  return FALSE;
}

/* @expected is what the field has to be, as "a text between double quotes". */
static gboolean
fail_wrong (const Reader *reader, const char *name, const char *expected, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("The field “%s%s” must be %s."), reader->where, name,
               expected);
  return FALSE;
}

static gboolean
fail_words (const Reader *reader, const char *name, const char *const *words, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);
  /* Translators: the words are those of a file and stay as they are. */
  g_autofree char *expected = g_strdup_printf (_ ("of these words: %s"), list);

  return fail_wrong (reader, name, expected, error);
}

/* The member @name; NULL when it is absent or null. */
static JsonNode *
find_member (const Reader *reader, const char *name)
{
  JsonNode *node = json_object_get_member (reader->object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
read_text (const Reader *reader, const char *name, Need need, char **value, GError **error)
{
  JsonNode *node = find_member (reader, name);

  if (node == NULL)
    return need == OPTIONAL || fail_missing (reader, name, error);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_wrong (reader, name, _ ("a text between double quotes"), error);
  if (is_blank (json_node_get_string (node)))
    return need == OPTIONAL || fail_missing (reader, name, error);
  *value = json_node_dup_string (node);
  return TRUE;
}

static gboolean
read_flag (const Reader *reader, const char *name, Need need, gboolean *value, GError **error)
{
  JsonNode *node = find_member (reader, name);

  if (node == NULL)
    return need == OPTIONAL || fail_missing (reader, name, error);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_wrong (reader, name, _ ("true or false"), error);
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* A day as 2026-11-03, or a time as 2026-11-03T14:05:00Z. */
static gboolean
read_time (const Reader *reader, const char *name, Need need, gint64 *value, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (reader, name, need, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  g_autofree char *full = strlen (text) == strlen ("2026-11-03") ? g_strconcat (text, NOON, NULL) : g_strdup (text);
  if (!heed_time_parse (full, value))
    return fail_wrong (reader, name, _ ("a date such as 2026-11-03 or a time such as 2026-11-03T14:05:00Z"), error);
  return TRUE;
}

static gboolean
read_object (const Reader *reader, const char *name, Need need, Reader *inner, GError **error)
{
  JsonNode *node = find_member (reader, name);

  inner->object = NULL;
  if (node == NULL)
    return need == OPTIONAL || fail_missing (reader, name, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_wrong (reader, name, _ ("an object between { and }"), error);
  inner->object = json_node_get_object (node);
  return TRUE;
}

static gboolean
read_amount (const Reader *reader, HeedFacts *facts, GError **error)
{
  Reader amount = { .where = "amount." };

  if (!read_object (reader, "amount", OPTIONAL, &amount, error))
    return FALSE;
  if (amount.object == NULL)
    return TRUE;

  JsonNode *node = find_member (&amount, "value");
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double value = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : -1;
  if (node == NULL)
    return fail_missing (&amount, "value", error);
  if (!isfinite (value) || value < 0 || value > 1e15)
    return fail_wrong (&amount, "value", _ ("a number such as 49.90, not below zero"), error);
  if (!read_text (&amount, "currency", REQUIRED, &facts->currency, error))
    return FALSE;
  if (g_utf8_strlen (facts->currency, -1) > 3 || is_blank (facts->currency))
    return fail_wrong (&amount, "currency", _ ("a currency such as EUR"), error);
  facts->amount = value;
  return TRUE;
}

static gboolean
read_handles (const Reader *company, HeedFacts *facts, GError **error)
{
  Reader handles = { .where = "company.handles." };
  JsonObjectIter iter;
  const char *network;

  if (!read_object (company, "handles", OPTIONAL, &handles, error))
    return FALSE;
  if (handles.object == NULL)
    return TRUE;
  json_object_iter_init (&iter, handles.object);
  while (json_object_iter_next (&iter, &network, NULL))
    {
      g_autofree char *handle = NULL;
      if (!read_text (&handles, network, OPTIONAL, &handle, error))
        return FALSE;
      if (handle == NULL)
        continue;
      g_strstrip (handle);
      /* A phone number may be written with blanks. */
      gboolean is_number = strspn (handle, "+0123456789 -./()") == strlen (handle);
      for (const char *at = handle; *at != '\0' && !is_number; at = g_utf8_next_char (at))
        if (g_unichar_isspace (g_utf8_get_char (at)) || g_unichar_iscntrl (g_utf8_get_char (at)))
          return fail_wrong (&handles, network, _ ("one handle without blanks in it"), error);
      if (strcmp (handle, "@") == 0)
        return fail_wrong (&handles, network, _ ("a handle such as @care"), error);
      g_hash_table_insert (facts->handles, g_strdup (network), g_steal_pointer (&handle));
    }
  return TRUE;
}

static gboolean
read_company (const Reader *reader, HeedFacts *facts, GError **error)
{
  Reader company = { .where = "company." };

  return read_object (reader, "company", REQUIRED, &company, error)
         && read_text (&company, "name", REQUIRED, &facts->company, error)
         && read_text (&company, "email", OPTIONAL, &facts->company_email, error)
         && read_text (&company, "address", OPTIONAL, &facts->company_address, error)
         && read_handles (&company, facts, error);
}

static gboolean
read_me (const Reader *reader, HeedFacts *facts, GError **error)
{
  Reader me = { .where = "me." };

  if (!read_object (reader, "me", OPTIONAL, &me, error))
    return FALSE;
  return me.object == NULL
         || (read_text (&me, "name", OPTIONAL, &facts->my_name, error)
             && read_text (&me, "email", OPTIONAL, &facts->my_email, error)
             && read_text (&me, "phone", OPTIONAL, &facts->my_phone, error)
             && read_text (&me, "postcode", OPTIONAL, &facts->my_postcode, error)
             && read_text (&me, "address", OPTIONAL, &facts->my_address, error));
}

static gboolean
read_reference (const Reader *entry, HeedFacts *facts, GError **error)
{
  g_autoptr (HeedReference) reference = g_new0 (HeedReference, 1);

  if (!read_text (entry, "kind", REQUIRED, &reference->kind, error)
      || !read_text (entry, "value", REQUIRED, &reference->value, error)
      || !read_flag (entry, "private", REQUIRED, &reference->is_private, error))
    return FALSE;
  g_ptr_array_add (facts->references, g_steal_pointer (&reference));
  return TRUE;
}

static gboolean
read_attempt (const Reader *entry, HeedFacts *facts, GError **error)
{
  g_autoptr (HeedAttempt) attempt = g_new0 (HeedAttempt, 1);
  g_autofree char *outcome = NULL;

  if (!read_text (entry, "channel", REQUIRED, &attempt->channel, error)
      || !read_text (entry, "network", OPTIONAL, &attempt->network, error)
      || !read_time (entry, "when", REQUIRED, &attempt->when, error)
      || !read_text (entry, "outcome", REQUIRED, &outcome, error)
      || !read_text (entry, "reference", OPTIONAL, &attempt->reference, error)
      || !read_text (entry, "agent", OPTIONAL, &attempt->agent, error)
      || !read_text (entry, "redirected_to", OPTIONAL, &attempt->redirected_to, error))
    return FALSE;
  if (!heed_outcome_from_string (outcome, &attempt->outcome))
    return fail_wrong (entry, "outcome", _ ("none, automatic, redirect or reply"), error);
  g_ptr_array_add (facts->attempts, g_steal_pointer (&attempt));
  return TRUE;
}

static gboolean
read_promise (const Reader *entry, HeedFacts *facts, GError **error)
{
  g_autoptr (HeedPromise) promise = g_new0 (HeedPromise, 1);

  if (!read_text (entry, "text", REQUIRED, &promise->text, error)
      || !read_time (entry, "due", REQUIRED, &promise->due, error)
      || !read_flag (entry, "kept", REQUIRED, &promise->kept, error))
    return FALSE;
  g_ptr_array_add (facts->promises, g_steal_pointer (&promise));
  return TRUE;
}

static gboolean
read_list (const Reader *reader, const char *name, HeedFacts *facts,
           gboolean (*read_entry) (const Reader *, HeedFacts *, GError **), GError **error)
{
  JsonNode *node = find_member (reader, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_wrong (reader, name, _ ("a list between [ and ]"), error);

  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      g_autofree char *field = g_strconcat (name, number, NULL);
      g_autofree char *where = g_strconcat (field, ".", NULL);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail_wrong (reader, field, _ ("an object between { and }"), error);
      Reader entry = { json_node_get_object (element), where };
      if (!read_entry (&entry, facts, error))
        return FALSE;
    }
  return TRUE;
}

/* A list of texts; each is one of @known, where that is given. */
static gboolean
read_texts (const Reader *reader, const char *name, const char *const *known, GPtrArray *texts, GError **error)
{
  JsonNode *node = find_member (reader, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_wrong (reader, name, _ ("a list between [ and ]"), error);

  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *field = g_strdup_printf ("%s[%u]", name, i + 1);
      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING
          || is_blank (json_node_get_string (element)))
        return fail_wrong (reader, field, _ ("a text between double quotes"), error);
      if (known != NULL && !g_strv_contains (known, json_node_get_string (element)))
        return fail_words (reader, field, known, error);
      g_ptr_array_add (texts, json_node_dup_string (element));
    }
  return TRUE;
}

/* What a company may ask for that has no place of its own on the sheet. */
static gboolean
read_details (const Reader *reader, HeedFacts *facts, GError **error)
{
  Reader details = { .where = "details." };
  JsonObjectIter iter;
  const char *word;

  if (!read_object (reader, "details", OPTIONAL, &details, error))
    return FALSE;
  if (details.object == NULL)
    return TRUE;
  json_object_iter_init (&iter, details.object);
  while (json_object_iter_next (&iter, &word, NULL))
    {
      g_autofree char *value = NULL;
      if (!g_strv_contains (detail_words, word))
        return fail_words (reader, "details", detail_words, error);
      if (!read_text (&details, word, OPTIONAL, &value, error))
        return FALSE;
      if (value != NULL)
        g_hash_table_insert (facts->details, g_strdup (word), g_steal_pointer (&value));
    }
  return TRUE;
}

/* A time of day such as 09:30, as minutes since midnight. */
static gboolean
read_minutes (const Reader *reader, const char *name, guint *minutes, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (reader, name, REQUIRED, &text, error))
    return FALSE;
  gboolean is_time = strlen (text) == 5 && text[2] == ':';
  for (guint i = 0; i < 5 && is_time; i++)
    is_time = i == 2 || g_ascii_isdigit (text[i]);
  *minutes = is_time ? (guint) ((text[0] - '0') * 600 + (text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0')
                     : 0;
  if (!is_time || text[3] > '5' || *minutes > 24 * 60)
    return fail_wrong (reader, name, _ ("a time of day such as 09:30"), error);
  return TRUE;
}

static gboolean
read_call (const Reader *reader, HeedFacts *facts, GError **error)
{
  Reader call = { .where = "call_me." };

  if (!read_object (reader, "call_me", OPTIONAL, &call, error))
    return FALSE;
  if (call.object == NULL)
    return TRUE;
  facts->call.is_wanted = TRUE;
  if (!read_time (&call, "on", OPTIONAL, &facts->call.on, error))
    return FALSE;
  gboolean has_from = find_member (&call, "from") != NULL;
  gboolean has_to = find_member (&call, "to") != NULL;
  if (!has_from && !has_to)
    return TRUE;
  if (!has_from || !has_to)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                   _ ("The field “call_me.%s” is missing; say from when until when they may call, or neither."),
                   has_from ? "to" : "from");
      return FALSE;
    }
  if (!read_minutes (&call, "from", &facts->call.from, error) || !read_minutes (&call, "to", &facts->call.to, error))
    return FALSE;
  return facts->call.from < facts->call.to || fail_wrong (&call, "to", _ ("a time after that of “from”"), error);
}

static gboolean
read_asking (const Reader *reader, HeedFacts *facts, GError **error)
{
  gboolean asks = FALSE;

  if (!read_flag (reader, "ask_when", OPTIONAL, &asks, error))
    return FALSE;
  if (find_member (reader, "ask_when") != NULL)
    facts->asks_when = asks ? HEED_ASKING_YES : HEED_ASKING_NO;
  return TRUE;
}

/* The request may be one of those that every language has a sentence for; then it needs no words. */
static gboolean
read_want (const Reader *reader, HeedFacts *facts, GError **error)
{
  if (!read_text (reader, "want_kind", OPTIONAL, &facts->want_kind, error))
    return FALSE;
  if (facts->want_kind != NULL && !g_strv_contains (want_words, facts->want_kind))
    return fail_words (reader, "want_kind", want_words, error);
  return read_text (reader, "want", facts->want_kind != NULL ? OPTIONAL : REQUIRED, &facts->want, error);
}

static gboolean
read_language (const Reader *reader, HeedFacts *facts, GError **error)
{
  g_autofree char *tag = NULL;

  if (!read_text (reader, "language", OPTIONAL, &tag, error))
    return FALSE;
  if (tag == NULL)
    return TRUE;
  facts->language = heed_language_dup_code (tag);
  return facts->language != NULL || fail_wrong (reader, "language", _ ("a language of two letters such as en"), error);
}

/* What not every sheet has: lines that the user may want, and what a company asked for. */
static gboolean
read_options (const Reader *reader, HeedFacts *facts, GError **error)
{
  return read_asking (reader, facts, error) && read_call (reader, facts, error)
         && read_time (reader, "customer_since", OPTIONAL, &facts->customer_since, error)
         && read_text (reader, "consequence", OPTIONAL, &facts->consequence, error)
         && read_text (reader, "thanks_to", OPTIONAL, &facts->thanks_to, error)
         && read_texts (reader, "enclosures", NULL, facts->enclosures, error) && read_details (reader, facts, error)
         && read_texts (reader, "asked", detail_words, facts->asked, error)
         && read_text (reader, "asked_by", OPTIONAL, &facts->asked_by, error)
         && read_text (reader, "reply", OPTIONAL, &facts->reply, error);
}

static gboolean
read_facts (const Reader *reader, HeedFacts *facts, GError **error)
{
  return read_company (reader, facts, error) && read_me (reader, facts, error)
         && read_text (reader, "what_happened", REQUIRED, &facts->what_happened, error)
         && read_time (reader, "since", OPTIONAL, &facts->since, error)
         && read_text (reader, "product", OPTIONAL, &facts->product, error) && read_amount (reader, facts, error)
         && read_want (reader, facts, error) && read_time (reader, "by", OPTIONAL, &facts->by, error)
         && read_list (reader, "references", facts, read_reference, error)
         && read_list (reader, "attempts", facts, read_attempt, error)
         && read_list (reader, "promises", facts, read_promise, error)
         && read_flag (reader, "urgent", OPTIONAL, &facts->urgent, error) && read_language (reader, facts, error)
         && read_options (reader, facts, error);
}

/**
 * heed_facts_new_from_json: reads a facts file.
 * @json: need not end with a zero byte
 * @length: −1 when it does
 *
 * Unknown fields are ignored, absent lists are empty.
 *
 * Returns: (transfer full): the sheet; %HEED_ERROR_MALFORMED with a sentence that names the field
 */
HeedFacts *
heed_facts_new_from_json (const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  gsize size = length < 0 ? strlen (json) : (gsize) length;
  if (size > LARGEST_FILE)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("The facts file is over a megabyte; it should be a page. Is it the right file?"));
      return NULL;
    }

  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = heed_json_text_parse (json, size, &reason);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("The facts file cannot be read. %s"),
                   reason != NULL ? reason->message : _ ("It must be an object between { and }."));
      return NULL;
    }

  g_autoptr (HeedFacts) facts = heed_facts_new ();
  Reader reader = { json_node_get_object (root), "" };
  return read_facts (&reader, facts, error) ? g_steal_pointer (&facts) : NULL;
}
