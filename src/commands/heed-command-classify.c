/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-classifier.h"
#include "heed-command-classify-lines.h"
#include "heed-command-json.h"
#include "heed-command.h"
#include "heed-error.h"
#include "heed-json-text.h"

static const GOptionEntry options[] = {
  G_OPTION_ENTRY_NULL,
};

static void
set_string (JsonObject *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

/* The words of the bits that are set. */
static void
set_words (JsonObject *object, const char *key, guint32 bits, guint n, const char *(*to_string) (guint))
{
  JsonArray *words = json_array_new ();

  for (guint i = 0; i < n; i++)
    if (bits >> i & 1)
      json_array_add_string_element (words, to_string (i));
  json_object_set_array_member (object, key, words);
}

/* Where the words stand that show each key, in characters, the end behind the last. */
static void
set_spans (JsonObject *object, const HeedReplyReading *reading, const char *reply)
{
  JsonObject *spans = json_object_new ();

  for (guint i = 0; i < HEED_N_REPLY_MARKS; i++)
    {
      if ((reading->marks >> i & 1) == 0)
        continue;
      JsonArray *span = json_array_new ();

      json_array_add_int_element (span, g_utf8_pointer_to_offset (reply, reply + reading->spans[i].start));
      json_array_add_int_element (span, g_utf8_pointer_to_offset (reply, reply + reading->spans[i].end));
      json_object_set_array_member (spans, heed_reply_mark_to_string (i), span);
    }
  json_object_set_object_member (object, "spans", spans);
}

static void
set_reading (JsonObject *object, const HeedReplyReading *reading, const char *reply)
{
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    json_object_set_boolean_member (object, heed_reply_kind_to_string (1u << i), (reading->kinds >> i & 1) != 0);
  set_string (object, "primary", heed_reply_primary_to_string (reading->primary));
  set_words (object, "details", reading->details, HEED_N_REPLY_DETAILS, heed_reply_detail_to_string);
  set_words (object, "redirect_to", reading->targets, HEED_N_REPLY_TARGETS, heed_reply_target_to_string);
  set_string (object, "signature", reading->signature);
  set_string (object, "deadline", reading->deadline);
  set_string (object, "reference", reading->reference);
  set_string (object, "hours", reading->hours);
  set_string (object, "language", reading->language);
  set_spans (object, reading, reply);
}

/* What the customer's message in the line says of the matter, as a scorecard reads it. */
static void
set_customer (JsonObject *object, const HeedClassifier *classifier)
{
  JsonNode *node = json_object_get_member (object, "customer");
  JsonArray *words = json_array_new ();

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      guint64 says = heed_classifier_read_customer (classifier, json_node_get_string (node));

      for (guint mark = HEED_REPLY_MARK_CONFIRMS; mark <= HEED_REPLY_MARK_THANKS; mark++)
        if (says >> mark & 1)
          json_array_add_string_element (words, heed_reply_mark_to_string (mark));
    }
  json_object_set_array_member (object, "customer_says", words);
}

/* The object of one line and the text of its "reply". */
static JsonNode *
parse_line (const char *line, gsize length, const char **reply, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (line, (gssize) length);
  g_autoptr (JsonNode) node = heed_json_text_parse (valid, strlen (valid), error);
  if (node == NULL)
    return NULL;

  JsonNode *text = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "reply") : NULL;
  if (text == NULL || !JSON_NODE_HOLDS_VALUE (text) || json_node_get_value_type (text) != G_TYPE_STRING)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("It is no JSON object with a string called “reply”."));
      return NULL;
    }
  *reply = json_node_get_string (text);
  return g_steal_pointer (&node);
}

/* Whose reply it is, where the line says so; lines that do not are taken together. */
static char *
dup_company (JsonObject *object)
{
  JsonNode *company = json_object_get_member (object, "company");

  if (company == NULL || !JSON_NODE_HOLDS_VALUE (company))
    return g_strdup ("");
  if (json_node_get_value_type (company) == G_TYPE_STRING)
    return json_node_dup_string (company);
  return json_to_string (company, FALSE);
}

typedef struct
{
  HeedClassifyLines *lines;
  const HeedClassifier *classifier;
} Classifying;

/* HeedCommandLineFunc */
static gboolean
classify_line (const char *line, gsize length, gpointer user_data, GError **error)
{
  const Classifying *classifying = user_data;
  const char *reply;
  g_autoptr (JsonNode) node = parse_line (line, length, &reply, error);
  if (node == NULL)
    return FALSE;

  g_auto (HeedReplyReading) reading = { 0 };
  heed_classifier_read (classifying->classifier, reply, &reading);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *company = dup_company (object);
  set_reading (object, &reading, reply);
  set_customer (object, classifying->classifier);
  json_object_remove_member (object, "automated");
  g_autofree char *text = heed_command_json_dup_node (node);
  heed_classify_lines_add (classifying->lines, company, reply, reading.signature,
                           (reading.marks >> HEED_REPLY_MARK_AUTOMATED & 1) != 0, text);
  return TRUE;
}

static int
classify_lines (HeedCommandLine *command_line, const HeedClassifier *classifier)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HeedClassifyLines) lines = heed_classify_lines_new (&failure);

  if (lines == NULL)
    return heed_command_fail (failure);

  int status = heed_command_read_lines (classify_line, &(Classifying){ lines, classifier });
  if (!heed_classify_lines_print (lines, command_line, &failure))
    return heed_command_fail (failure);
  return status;
}

static int
run_classify (HeedCommandLine *command_line, char **args)
{
  g_autoptr (GError) error = NULL;

  if (args[0] != NULL)
    return heed_command_usage (_ ("“%s” is one word too many: the replies are read from standard input."), args[0]);
  const HeedClassifier *classifier = heed_classifier_get_default (&error);
  if (classifier == NULL)
    return heed_command_fail (error);
  return classify_lines (command_line, classifier);
}

const HeedCommand heed_command_classify = {
  .name = "classify",
  .usage = "",
  .summary = N_ ("Say what companies' replies do"),
  .description = N_ (
    "Reads JSON lines from standard input, each an object with a string “reply”, and prints the same "
    "objects with what each reply does: the kinds of docs/codebook.md, what it asks for, where it "
    "sends, who signed, where the words for it stand, in characters, what a string “customer” beside it "
    "says of the matter, and whether a machine seems to have written it. For that the replies of one company (the key "
    "“company”, else all) are compared, "
    "so nothing is printed before all are read. Kinds are told in languages that have a word list; in "
    "others they are all false and “primary” is null. A line that is no such object is named on "
    "standard error; the others are still read, and the exit status is 1."),
  .options = options,
  .run = run_classify,
};
