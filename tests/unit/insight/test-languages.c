/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How each word list reads the replies written for it, tests/data/replies/<language>.jsonl (S39 to S49, S64, S67, S69).
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-classifier.h"

#define MARK(name) (G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_##name)
#define OWN (MARK (OPENING) | MARK (CLOSING) | MARK (LEAVING))

static const char *const languages[] = { "de", "es", "fi", "fr", "he", "id", "pl" };

/* The words of the bits of @set, as the files of replies have them in lists. */
static char *
dup_words (guint32 set, guint n, const char *(*get_word) (guint bit))
{
  GString *words = g_string_new (NULL);

  for (guint bit = 0; bit < n; bit++)
    if (set >> bit & 1)
      g_string_append_printf (words, "%s ", get_word (bit));
  return g_string_free (words, FALSE);
}

static const char *
get_kind (guint bit)
{
  return heed_reply_kind_to_string (1u << bit);
}

static char *
dup_list (JsonObject *label, const char *key)
{
  JsonArray *list = json_object_get_array_member (label, key);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (words, "%s ", json_array_get_string_element (list, i));
  return g_string_free (words, FALSE);
}

/* Whether both are the same; what is not is told, so that one run shows all that went wrong. */
static gboolean
agree (const char *reply, const char *key, const char *expected, const char *found)
{
  if (g_strcmp0 (expected, found) == 0)
    return TRUE;
  g_test_message ("%s\n  %s: “%s” instead of “%s”", reply, key, found, expected);
  return FALSE;
}

static gboolean
agree_on_words (JsonObject *label, const char *reply, const char *key, const char *found)
{
  return agree (reply, key, json_object_get_string_member_with_default (label, key, NULL), found);
}

static gboolean
agree_on_list (JsonObject *label, const char *reply, const char *key, char *found)
{
  g_autofree char *expected = dup_list (label, key);
  g_autofree char *words = found;

  return agree (reply, key, expected, words);
}

/* How many of the things that a reply is labelled with are read otherwise. */
static guint
count_wrong (const HeedClassifier *classifier, const char *language, JsonObject *label)
{
  const char *reply = json_object_get_string_member (label, "reply");
  g_auto (HeedReplyReading) found = { 0 };
  guint right = 0;

  heed_classifier_read (classifier, reply, &found);
  right += agree (reply, "language", language, found.language);
  right += agree_on_list (label, reply, "kinds", dup_words (found.kinds, HEED_N_REPLY_KINDS, get_kind));
  right += agree_on_words (label, reply, "primary", heed_reply_primary_to_string (found.primary));
  right += agree_on_list (label, reply, "details",
                          dup_words (found.details, HEED_N_REPLY_DETAILS, heed_reply_detail_to_string));
  right += agree_on_list (label, reply, "redirect_to",
                          dup_words (found.targets, HEED_N_REPLY_TARGETS, heed_reply_target_to_string));
  right += agree_on_words (label, reply, "signature", found.signature);
  right += agree_on_words (label, reply, "deadline", found.deadline);
  right += agree_on_words (label, reply, "reference", found.reference);
  right += agree_on_words (label, reply, "hours", found.hours);
  return 9 - right;
}

static void
test_language (gconstpointer user_data)
{
  const char *language = user_data;
  g_autofree char *name = g_strconcat (language, ".jsonl", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "replies", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClassifier) classifier = heed_classifier_new (&error);
  g_autofree char *text = NULL;
  guint n = 0, wrong = 0;

  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL && **line != '\0'; line++, n++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      json_parser_load_from_data (parser, *line, -1, &error);
      g_assert_no_error (error);
      wrong += count_wrong (classifier, language, json_node_get_object (json_parser_get_root (parser)));
    }
  g_assert_cmpuint (n, >=, 70);
  g_assert_cmpuint (wrong, ==, 0);
}

/* S6, S7, S11, S54: what a company's own posts and a customer's messages say. */
static void
test_notices (void)
{
  static const struct
  {
    const char *text;
    guint64 post, customer;
  } cases[] = {
    { "Guten Morgen! Wir sind ab jetzt wieder für euch da.", MARK (OPENING), 0 },
    { "Das war's für heute, wir wünschen euch eine gute Nacht.", MARK (CLOSING), 0 },
    { "Dieser Account wird nicht mehr betreut, bitte ruft uns an.", MARK (LEAVING), 0 },
    { "Es funktioniert jetzt wieder, vielen Dank!", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Danke für eure schnelle Hilfe!", 0, MARK (THANKS) },
    { "Das Internet funktioniert immer noch nicht, wann geht es wieder?", 0, 0 },
    { "Vielen Dank im Voraus für die Hilfe", 0, 0 },
    { "Bonjour à tous, notre équipe est de retour et à votre écoute.", MARK (OPENING), 0 },
    { "Bonne nuit à toutes et à tous, à demain pour vos questions.", MARK (CLOSING), 0 },
    { "Ce compte n'est plus suivi.", MARK (LEAVING), 0 },
    { "Tout fonctionne bien maintenant", 0, MARK (CONFIRMS) },
    { "Merci beaucoup pour votre aide !", 0, MARK (THANKS) },
    { "Toujours pas résolu, ça ne fonctionne pas.", 0, 0 },
    { "Merci d'avance pour votre aide", 0, 0 },
    { "Buenos días a todos, ya estamos de vuelta para ayudaros.", MARK (OPENING), 0 },
    { "Por hoy es todo, volvemos mañana a las 9. Buenas noches.", MARK (CLOSING), 0 },
    { "Esta cuenta ya no está activa, llámanos por teléfono.", MARK (LEAVING), 0 },
    { "Ya me funciona todo, mil gracias.", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Muchas gracias por su pronta ayuda", 0, MARK (THANKS) },
    { "Sigue sin estar solucionado, ¿cuándo lo arreglan?", 0, 0 },
    { "Gracias de antemano por su ayuda", 0, 0 },
    { "Dzień dobry, od rana jesteśmy tu dla was.", MARK (OPENING), 0 },
    { "Na dziś kończymy, wracamy jutro o 8. Dobrej nocy!", MARK (CLOSING), 0 },
    { "Ten profil nie jest już prowadzony, prosimy dzwonić.", MARK (LEAVING), 0 },
    { "Już wszystko działa, dzięki za szybką pomoc!", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Udało się, dziękuję za pomoc.", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Internet nadal nie działa, kiedy to naprawicie?", 0, 0 },
    { "Z góry dziękuję za pomoc", 0, 0 },
    { "Selamat pagi! Mimin sudah siap membantu Kakak hari ini.", MARK (OPENING), 0 },
    { "Mimin pamit dulu ya, selamat beristirahat.", MARK (CLOSING), 0 },
    { "Akun ini sudah tidak aktif, silakan hubungi call center.", MARK (LEAVING), 0 },
    { "Sudah bisa lagi min, terima kasih banyak ya", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Kok belum bisa juga ya kak?", 0, 0 },
    { "Tolong dicek ya, terima kasih sebelumnya", 0, 0 },
    { "בוקר טוב, אנחנו כאן לכל שאלה.", MARK (OPENING), 0 },
    { "סיימנו להיום, לילה טוב לכולם.", MARK (CLOSING), 0 },
    { "החשבון הזה אינו פעיל, פנו אלינו באתר.", MARK (LEAVING), 0 },
    { "הסתדר, תודה רבה!", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "עדיין לא עובד, מתי זה יסתדר?", 0, 0 },
    { "תודה מראש", 0, 0 },
    { "Hyvää huomenta, olemme taas täällä!", MARK (OPENING), 0 },
    { "Suljemme linjat tältä päivältä, hyvää yötä.", MARK (CLOSING), 0 },
    { "Tätä tiliä ei enää seurata, ota yhteyttä asiakaspalveluun.", MARK (LEAVING), 0 },
    { "Nyt toimii taas, kiitos paljon!", 0, MARK (CONFIRMS) | MARK (THANKS) },
    { "Netti ei vieläkään toimi, milloin tämä korjataan?", 0, 0 },
    { "Kiitos etukäteen avusta", 0, 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClassifier) classifier = heed_classifier_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmphex (heed_classifier_read_notices (classifier, cases[i].text) & OWN, ==, cases[i].post);
      g_assert_cmphex (heed_classifier_read_customer (classifier, cases[i].text), ==, cases[i].customer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/languages/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_language);
    }
  g_test_add_func ("/languages/notices", test_notices);
  return g_test_run ();
}
