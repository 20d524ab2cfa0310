/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file of data/phrases/ must hold. A sentence with a forgotten {…}, or one too many, would reach a company, so a
 * file is read whole before any of it is used. */

#include "heed-phrases-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-plural.h"

typedef enum
{
  PLAIN = 0,
  MAY_BE_EMPTY = 1 << 0, /* a tone may leave it unsaid */
  COUNTED = 1 << 1,      /* a list for each plural category of the language; {count} may stand in it */
  NEEDS_COUNT = 1 << 2,  /* and must, but for the smallest numbers, which may be said in words */
} PhraseFlags;

/* @must stands in every wording, @may in some. */
typedef struct
{
  const char *key;
  const char *must;
  const char *may;
  PhraseFlags flags;
} PhraseRule;

static const PhraseRule phrase_rules[] = {
  { "greeting_public", "", "company", MAY_BE_EMPTY },
  { "greeting", "", "company", PLAIN },
  { "greeting_agent", "agent", "", PLAIN },
  { "follow_up", "contact date", "", PLAIN },
  { "follow_up_reference", "contact date reference", "", PLAIN },
  { "since", "date", "", PLAIN },
  { "product", "product", "", PLAIN },
  { "amount", "amount", "", PLAIN },
  { "attempts", "attempts", "", PLAIN },
  { "attempt", "channel date", "outcome", PLAIN },
  { "attempt_agent", "agent", "", PLAIN },
  { "attempt_reference", "reference", "", PLAIN },
  { "attempt_times", "count", "", PLAIN },
  { "attempts_count", "date", "", COUNTED | NEEDS_COUNT },
  { "redirect_loop", "path", "", PLAIN },
  { "redirect_chain", "path", "", PLAIN },
  { "promise", "text date", "", PLAIN },
  { "consequence", "text", "", PLAIN },
  { "customer_years", "", "", COUNTED | NEEDS_COUNT },
  { "customer_since", "year", "", PLAIN },
  { "want", "want", "", PLAIN },
  { "want_refund", "", "", PLAIN },
  { "want_refund_amount", "amount", "", PLAIN },
  { "want_replacement", "", "", PLAIN },
  { "want_repair", "", "", PLAIN },
  { "want_delivery", "", "", PLAIN },
  { "want_answer", "", "", PLAIN },
  { "want_call", "", "", PLAIN },
  { "want_cancellation", "", "", PLAIN },
  { "want_correction", "", "", PLAIN },
  { "want_confirmation", "", "", PLAIN },
  { "own_words", "language text", "", PLAIN },
  { "own_want", "language text", "", PLAIN },
  { "by", "date", "", PLAIN },
  { "when", "", "", PLAIN },
  { "urgent", "", "", PLAIN },
  { "call_me", "phone", "", PLAIN },
  { "call_me_on", "date phone", "", PLAIN },
  { "call_me_between", "from to phone", "", PLAIN },
  { "call_me_on_between", "date from to phone", "", PLAIN },
  { "reference", "kind value", "", PLAIN },
  { "reference_private", "", "", PLAIN },
  { "references", "references", "", COUNTED },
  { "me_dm", "details", "", PLAIN },
  { "ticket", "", "", PLAIN },
  { "next_step", "", "", MAY_BE_EMPTY },
  { "thanks", "", "", MAY_BE_EMPTY },
  { "thanks_agent", "agent", "", PLAIN },
  { "closing", "", "", PLAIN },
  { "subject", "reference want", "", PLAIN },
  { "subject_plain", "want", "", PLAIN },
  { "subject_follow_up", "reference want", "", PLAIN },
  { "subject_follow_up_plain", "want", "", PLAIN },
  { "letter_references", "references", "", COUNTED },
  { "enclosures", "list", "", COUNTED },
  { "attachments", "list", "", COUNTED },
  { "hidden", "", "", PLAIN },
  { "answer_open", "", "", PLAIN },
  { "answer_detail", "label value", "", PLAIN },
  { "answer_close", "", "", PLAIN },
  { "answer_public", "", "", PLAIN },
  { "chat_open", "product", "", PLAIN },
  { "chat_open_unnamed", "", "", PLAIN },
  { "phone_open", "name", "", PLAIN },
  { "phone_open_unnamed", "", "", PLAIN },
  { "phone_spell", "kind spelled", "", PLAIN },
  { "phone_ask", "", "", PLAIN },
  { "phone_note", "", "", PLAIN },
  { "phone_ready", "details", "", PLAIN },
  { "thread_number", "number count", "", PLAIN },
};

/* A group of words: each of @words, and where the group is open, others besides. */
typedef struct
{
  const char *group;
  const char *words;
  gboolean is_open;
} GroupRule;

static const GroupRule group_rules[] = {
  { "joins", "list path back", FALSE },
  { "channels", "public dm email phone chat form letter shop", FALSE },
  { "contacts", "public dm email phone chat form letter shop", FALSE },
  { "networks",
    "x mastodon bluesky gotosocial threads facebook instagram reddit youtube linkedin whatsapp telegram sms", TRUE },
  { "outcomes", "none automatic redirect reply", FALSE },
  { "kinds", "case ticket order booking account customer contract invoice tracking policy claim meter serial id other",
    TRUE },
  { "details",
    "name email phone postcode address account order case booking date location device version username photo product "
    "description other",
    FALSE },
  { "fields", "name email phone postcode address product reference subject message", FALSE },
  { "languages", "de en es fi fr he id pl", TRUE },
  { "spelling", "", TRUE },
};

/* The forms of dates, and the {…} that each may have. */
static const PhraseRule date_rules[] = {
  { "long", "day month year", "weekday", PLAIN },      { "short", "day month_short", "", PLAIN },
  { "short_year", "day month_short year", "", PLAIN }, { "on", "weekday_on day month", "", PLAIN },
  { "by", "weekday_by day month year", "", PLAIN },    { "time", "minute", "hour hour2", PLAIN },
};

static const struct
{
  const char *name;
  guint length;
} date_lists[] = {
  { "months", 12 }, { "months_short", 12 }, { "weekdays", 7 }, { "weekdays_on", 7 }, { "weekdays_by", 7 },
};

static const PhraseRule money_rules[] = {
  { "with_sign", "sign number", "", PLAIN },
  { "with_code", "number code", "", PLAIN },
};

/* The lists of words that texts are looked through for. */
static const char *const word_lists[] = { "request_words" };

static const char *const texts[] = { "language", "name", "about", "source", "checked" };
static const char *const objects[] = { "grammar", "dates", "money", "phrases" };

/* Says where in which file something is wrong; always %FALSE. */
static gboolean G_GNUC_PRINTF (4, 5) refuse (GError **error, const char *name, const char *entry, const char *why, ...)
{
  va_list args;

  va_start (args, why);
  g_autofree char *reason = g_strdup_vprintf (why, args);
  va_end (args);
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
               /* Translators: a file, an entry of it, and what is wrong with that entry. */
               _ ("The sentences of %s cannot be used: %s: %s."), name, entry, reason);
  return FALSE;
}

static gboolean
is_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         && *json_node_get_string (node) != '\0';
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* Every {…} of @wording is one of the rule's, and every one that must be there is. */
static gboolean
check_places (const char *name, const char *entry, const char *wording, const char *must, const char *may,
              GError **error)
{
  g_auto (GStrv) needed = g_strsplit (must, " ", -1);

  for (const char *at = strpbrk (wording, "{}"); at != NULL; at = strpbrk (at + 1, "{}"))
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      if (end == NULL)
        return refuse (error, name, entry, _ ("a brace in it has no counterpart"));
      g_autofree char *place = g_strndup (at + 1, (gsize) (end - at - 1));
      if (*place == '\0' || (!has_word (must, place) && !has_word (may, place)))
        return refuse (error, name, entry, _ ("nothing is ever put in for “{%s}”"), place);
      at = end;
    }
  for (guint i = 0; needed[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("{%s}", needed[i]);
      if (*needed[i] != '\0' && strstr (wording, place) == NULL)
        return refuse (error, name, entry, _ ("“%s” is missing in it"), place);
    }
  return TRUE;
}

/* A list of wordings, from long to short. */
static gboolean
check_wordings (const char *name, const char *entry, JsonNode *node, const PhraseRule *rule, const char *must,
                const char *may, GError **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, name, entry, _ ("it must be a list between [ and ]"));

  JsonArray *list = json_node_get_array (node);
  glong before = G_MAXLONG;
  if (json_array_get_length (list) == 0 && (rule->flags & MAY_BE_EMPTY) == 0)
    return refuse (error, name, entry, _ ("it needs a sentence"));
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", entry, i + 1);
      if (!is_text (json_array_get_element (list, i)))
        return refuse (error, name, where, _ ("it must be a text between double quotes"));
      const char *wording = json_array_get_string_element (list, i);
      glong length = g_utf8_strlen (wording, -1);
      if (length > before)
        return refuse (error, name, where, _ ("it is longer than the one before it"));
      if (!check_places (name, where, wording, must, may, error))
        return FALSE;
      before = length;
    }
  return TRUE;
}

static gboolean
check_counted (const char *name, const PhraseRule *rule, JsonNode *node, const char *categories, GError **error)
{
  g_auto (GStrv) needed = g_strsplit (categories, " ", -1);
  JsonObject *forms = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *with_count = g_strconcat (rule->must, " count", NULL);

  if (forms == NULL)
    return refuse (error, name, rule->key, _ ("it must have a list for each of: %s"), categories);
  for (guint i = 0; needed[i] != NULL; i++)
    {
      g_autofree char *entry = g_strdup_printf ("%s.%s", rule->key, needed[i]);
      gboolean needs_count = (rule->flags & NEEDS_COUNT) != 0 && !has_word ("zero one two", needed[i]);
      if (!json_object_has_member (forms, needed[i]))
        return refuse (error, name, entry, _ ("it is missing"));
      if (!check_wordings (name, entry, json_object_get_member (forms, needed[i]), rule,
                           needs_count ? with_count : rule->must, "count", error))
        return FALSE;
    }
  if (json_object_get_size (forms) != g_strv_length (needed))
    return refuse (error, name, rule->key, _ ("it must have these and no others: %s"), categories);
  return TRUE;
}

static gboolean
check_phrase (const char *name, const PhraseRule *rule, JsonNode *node, const char *categories, GError **error)
{
  static const char *const tones[] = { "friendly", "firm", "final" };

  if ((rule->flags & COUNTED) != 0)
    return check_counted (name, rule, node, categories, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return check_wordings (name, rule->key, node, rule, rule->must, rule->may, error);

  JsonObject *forms = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_autofree char *entry = g_strdup_printf ("%s.%s", rule->key, tones[i]);
      if (!json_object_has_member (forms, tones[i]))
        return refuse (error, name, entry, _ ("it is missing"));
      if (!check_wordings (name, entry, json_object_get_member (forms, tones[i]), rule, rule->must, rule->may, error))
        return FALSE;
    }
  if (json_object_get_size (forms) != G_N_ELEMENTS (tones))
    return refuse (error, name, rule->key, _ ("it must have these and no others: %s"), "friendly firm final");
  return TRUE;
}

static gboolean
check_phrases (const char *name, JsonObject *phrases, const char *categories, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObjectIter iter;
  const char *key;

  for (guint i = 0; i < G_N_ELEMENTS (phrase_rules); i++)
    {
      const PhraseRule *rule = &phrase_rules[i];
      JsonNode *node = json_object_get_member (phrases, rule->key);
      g_hash_table_add (known, (gpointer) rule->key);
      if (node == NULL)
        return refuse (error, name, rule->key, _ ("this sentence is missing"));
      if (!check_phrase (name, rule, node, categories, error))
        return FALSE;
    }
  json_object_iter_init (&iter, phrases);
  while (json_object_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (known, key))
      return refuse (error, name, key, _ ("no sentence has this name"));
  return TRUE;
}

static gboolean
check_group (const char *name, JsonObject *root, const GroupRule *rule, GError **error)
{
  g_auto (GStrv) needed = g_strsplit (rule->words, " ", -1);
  JsonNode *node = json_object_get_member (root, rule->group);
  JsonObjectIter iter;
  const char *word;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, name, rule->group, _ ("it must be an object between { and }"));
  for (guint i = 0; needed[i] != NULL; i++)
    if (*needed[i] != '\0' && !json_object_has_member (json_node_get_object (node), needed[i]))
      return refuse (error, name, rule->group, _ ("the word for “%s” is missing"), needed[i]);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &word, &value))
    {
      if (!rule->is_open && !has_word (rule->words, word))
        return refuse (error, name, rule->group, _ ("nobody ever asks for “%s”"), word);
      if (!is_text (value) || strpbrk (json_node_get_string (value), "{}[]<>") != NULL)
        return refuse (error, name, rule->group, _ ("the word for “%s” must be a text without brackets"), word);
    }
  return TRUE;
}

/* One form of a date or of money. */
static gboolean
check_form (const char *name, const char *group, JsonObject *object, const PhraseRule *rule, GError **error)
{
  JsonNode *node = json_object_get_member (object, rule->key);
  g_autofree char *entry = g_strdup_printf ("%s.%s", group, rule->key);

  if (!is_text (node))
    return refuse (error, name, entry, _ ("it must be a text between double quotes"));
  return check_places (name, entry, json_node_get_string (node), rule->must, rule->may, error);
}

static gboolean
check_list (const char *name, const char *entry, JsonNode *node, guint length, GError **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, name, entry, _ ("it must be a list between [ and ]"));

  JsonArray *list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!is_text (json_array_get_element (list, i)))
      return refuse (error, name, entry, _ ("all in it must be texts between double quotes"));
  if (length > 0 && json_array_get_length (list) != length)
    {
      g_autofree char *number = g_strdup_printf ("%u", length);
      return refuse (error, name, entry, _ ("it must hold %s of them"), number);
    }
  return TRUE;
}

static gboolean
check_dates (const char *name, JsonObject *dates, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_lists); i++)
    {
      g_autofree char *entry = g_strdup_printf ("dates.%s", date_lists[i].name);
      if (!check_list (name, entry, json_object_get_member (dates, date_lists[i].name), date_lists[i].length, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (date_rules); i++)
    if (!check_form (name, "dates", dates, &date_rules[i], error))
      return FALSE;
  if (!is_text (json_object_get_member (dates, "first_day")))
    return refuse (error, name, "dates.first_day", _ ("it must be a text between double quotes"));
  if (json_object_get_size (dates) != G_N_ELEMENTS (date_lists) + G_N_ELEMENTS (date_rules) + 1)
    return refuse (error, name, "dates", _ ("it has an entry that nobody asks for"));
  return TRUE;
}

static gboolean
check_money (const char *name, JsonObject *money, GError **error)
{
  const GroupRule signs = { "signs", "", TRUE };
  JsonNode *thousands = json_object_get_member (money, "thousands");
  JsonNode *from = json_object_get_member (money, "thousands_from");

  for (guint i = 0; i < G_N_ELEMENTS (money_rules); i++)
    if (!check_form (name, "money", money, &money_rules[i], error))
      return FALSE;
  if (!is_text (json_object_get_member (money, "decimal")))
    return refuse (error, name, "money.decimal", _ ("it must be a text between double quotes"));
  if (thousands == NULL || !JSON_NODE_HOLDS_VALUE (thousands) || json_node_get_value_type (thousands) != G_TYPE_STRING)
    return refuse (error, name, "money.thousands", _ ("it must be a text between double quotes"));
  if (from == NULL || !JSON_NODE_HOLDS_VALUE (from) || json_node_get_value_type (from) != G_TYPE_INT64
      || json_node_get_int (from) < 4)
    return refuse (error, name, "money.thousands_from",
                   _ ("it must be the number of digits from which they are parted"));
  if (!check_group (name, money, &signs, error))
    return FALSE;
  return json_object_get_size (money) == G_N_ELEMENTS (money_rules) + 4
         || refuse (error, name, "money", _ ("it has an entry that nobody asks for"));
}

static gboolean
check_grammar (const char *name, JsonObject *grammar, const char **categories, GError **error)
{
  JsonNode *plural = json_object_get_member (grammar, "plural");
  JsonNode *direction = json_object_get_member (grammar, "direction");

  *categories = is_text (plural) ? heed_plural_get_categories (json_node_get_string (plural)) : NULL;
  if (*categories == NULL)
    return refuse (error, name, "grammar.plural", _ ("it must be one of: %s"), heed_plural_get_rules ());
  if (!is_text (direction) || !has_word ("ltr rtl", json_node_get_string (direction)))
    return refuse (error, name, "grammar.direction", _ ("it must be one of: %s"), "ltr rtl");
  return json_object_get_size (grammar) == 2
         || refuse (error, name, "grammar", _ ("it has an entry that nobody asks for"));
}

static gboolean
is_group (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_rules); i++)
    if (g_str_equal (group_rules[i].group, key))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const char *const *names, gsize n_names, const char *key)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_str_equal (names[i], key))
      return TRUE;
  return FALSE;
}

/* Everything that a file has by name, and nothing else. */
static gboolean
check_members (const char *name, JsonObject *root, GError **error)
{
  JsonObjectIter iter;
  const char *key;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!is_text (json_object_get_member (root, texts[i])))
      return refuse (error, name, texts[i], _ ("it must be a text between double quotes"));
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      JsonNode *node = json_object_get_member (root, objects[i]);
      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        return refuse (error, name, objects[i], _ ("it must be an object between { and }"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    if (!check_list (name, word_lists[i], json_object_get_member (root, word_lists[i]), 0, error))
      return FALSE;
  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &key, NULL))
    if (!is_group (key) && !is_in (texts, G_N_ELEMENTS (texts), key) && !is_in (objects, G_N_ELEMENTS (objects), key)
        && !is_in (word_lists, G_N_ELEMENTS (word_lists), key))
      return refuse (error, name, key, _ ("nothing has this name"));
  return TRUE;
}

/**
 * heed_phrases_schema_check: whether a file of sentences is whole: every sentence there, each with the places that are
 * filled in and no other, and nothing that nobody asks for.
 * @name: of the file, for the message
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED, which names the file, the entry and what is wrong with it
 */
gboolean
heed_phrases_schema_check (const char *name, JsonObject *root, GError **error)
{
  g_return_val_if_fail (name != NULL && root != NULL, FALSE);

  const char *categories;
  if (!check_members (name, root, error)
      || !check_grammar (name, json_object_get_object_member (root, "grammar"), &categories, error)
      || !check_dates (name, json_object_get_object_member (root, "dates"), error)
      || !check_money (name, json_object_get_object_member (root, "money"), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (group_rules); i++)
    if (!check_group (name, root, &group_rules[i], error))
      return FALSE;
  return check_phrases (name, json_object_get_object_member (root, "phrases"), categories, error);
}
