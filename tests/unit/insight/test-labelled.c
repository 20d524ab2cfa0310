/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "heed-classifier.h"

/* Found rightly, found wrongly, missed. */
typedef struct
{
  guint right;
  guint wrong;
  guint missed;
} Tally;

static void
tally (Tally *tally, gboolean found, gboolean is_there)
{
  tally->right += found && is_there ? 1 : 0;
  tally->wrong += found && !is_there ? 1 : 0;
  tally->missed += !found && is_there ? 1 : 0;
}

static double
get_f1 (const Tally *tally)
{
  return 2.0 * tally->right / MAX (2 * tally->right + tally->wrong + tally->missed, 1);
}

static void
read_labelled (const HeedClassifier *classifier, const char *line, Tally kinds[HEED_N_REPLY_KINDS], Tally *signatures)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  JsonObject *object = json_node_get_object (json_parser_get_root (parser));
  const char *reply = json_object_get_string_member (object, "reply");
  const char *signature = json_object_get_string_member_with_default (object, "signature", NULL);
  guint32 found = heed_classifier_read_kinds (classifier, reply);
  g_autofree char *name = heed_classifier_read_signature (classifier, reply);

  for (guint kind = 0; kind < HEED_N_REPLY_KINDS; kind++)
    tally (&kinds[kind], found >> kind & 1,
           json_object_get_boolean_member (object, heed_reply_kind_to_string (1u << kind)));
  tally (signatures, name != NULL && g_strcmp0 (name, signature) == 0, signature != NULL);
  signatures->wrong += name != NULL && g_strcmp0 (name, signature) != 0 ? 1 : 0;
}

/* How good the reading is on labelled replies: tests/score-replies.py prints it all; this is the floor. */
static void
test_labelled (void)
{
  const HeedClassifier *classifier = heed_classifier_get_default (NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HEED_TEST_DATA") != NULL ? g_getenv ("HEED_TEST_DATA") : "",
                                            "replies-labelled.jsonl", NULL);
  g_autofree char *text = NULL;
  Tally kinds[HEED_N_REPLY_KINDS] = { 0 }, signatures = { 0 };
  double sum = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("no data");
      return;
    }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      read_labelled (classifier, *line, kinds, &signatures);
  for (guint kind = 0; kind < HEED_N_REPLY_KINDS; kind++)
    {
      g_test_message ("%-12s F1 %.2f (%u right, %u wrong, %u missed)", heed_reply_kind_to_string (1u << kind),
                      get_f1 (&kinds[kind]), kinds[kind].right, kinds[kind].wrong, kinds[kind].missed);
      sum += get_f1 (&kinds[kind]);
    }
  g_test_message ("%-12s F1 %.2f", "signature", get_f1 (&signatures));
  g_assert_cmpfloat (sum / HEED_N_REPLY_KINDS, >, 0.75);
  g_assert_cmpfloat (get_f1 (&signatures), >, 0.95);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labelled/floor", test_labelled);
  return g_test_run ();
}
