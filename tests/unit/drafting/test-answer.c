/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows S87, S88, S91: a company that asks for details is given exactly these, where only it can read them. */

#include <string.h>

#include "heed-error.h"
#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

static const char base[] =
  "{\"company\":{\"name\":\"Nordlicht\",\"handles\":{\"mastodon\":\"care@nordlicht.example\"},"
  "\"email\":\"help@nordlicht.example\"},"
  "\"me\":{\"name\":\"Jane Roe\",\"email\":\"jane@mail.example\",\"phone\":\"+44 20 7946 0000\",\"postcode\":\"LS2 "
  "9JT\","
  "\"address\":\"5 Mill Lane\\nLeeds\"},"
  "\"what_happened\":\"My line has been dead since the storm\",\"want\":\"repair the line\",\"since\":\"2026-11-03\","
  "\"product\":\"Fibre 100\",\"details\":{\"device\":\"Box 7\"},"
  "\"references\":[{\"kind\":\"case\",\"value\":\"C-4711\",\"private\":false},"
  "{\"kind\":\"customer\",\"value\":\"880-1234567\",\"private\":true},"
  "{\"kind\":\"contract\",\"value\":\"V-9\",\"private\":true}],\"asked\":[";

static HeedFacts *
read_sheet (const char *asked)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strconcat (base, asked, "]}", NULL);
  HeedFacts *facts = heed_facts_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return facts;
}

static HeedRendition *
draft (const HeedFacts *facts, const char *channel, const char *network)
{
  HeedDraftOptions options = { .channel = channel, .network = network, .tone = HEED_TONE_FIRM, .now = NOW };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  g_test_message ("%s", rendition->text);
  return rendition;
}

static void
test_exactly (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("\"account\",\"postcode\",\"device\",\"date\"");
  facts->asked_by = g_strdup ("Ann");
  g_autoptr (HeedRendition) message = draft (facts, "dm", "whatsapp");

  g_assert_cmpstr (message->text, ==,
                   "Dear Ann,\nThank you for your reply. Here is what you asked for.\n"
                   "Account number: 880-1234567, V-9\nPostcode: LS2 9JT\nDevice: Box 7\nDate: 3 November 2026\n"
                   "What I ask for: repair the line.\nCase C-4711.\n"
                   "Please tell me what you will do next, and by when.");
  g_assert_cmpuint (message->dropped->len, ==, 0);
}

/* Who reads an answer that goes another way than the question came knows nothing of the matter: on every private
 * channel the request and the number that the company finds it by are in, each once. */
static void
test_matter (void)
{
  static const char *const ways[][2] = { { "dm", "mastodon" }, { "dm", "whatsapp" }, { "email", NULL },
                                         { "form", NULL },     { "chat", NULL },     { "dm", "sms" } };
  static const char *const asked[] = { "\"postcode\"", "\"case\",\"postcode\"" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint j = 0; j < G_N_ELEMENTS (asked); j++)
      {
        g_autoptr (HeedFacts) facts = read_sheet (asked[j]);
        g_autoptr (HeedRendition) message = draft (facts, ways[i][0], ways[i][1]);
        const char *number = strstr (message->text, "C-4711");

        g_assert_nonnull (strstr (message->text, "epair the line"));
        g_assert_nonnull (strstr (message->text, "LS2 9JT"));
        g_assert_nonnull (number);
        g_assert_null (strstr (number + 1, "C-4711"));
        g_assert_null (strstr (message->text, "880"));
        g_assert_null (strstr (message->text, "Jane"));
      }
}

/* What the sheet lacks is a mark, and the checks find each; nothing else is complained of. */
static void
test_missing (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("\"order\",\"username\",\"photo\"");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  const char *const marks[] = { "[order number]", "[user name]", "[photo]" };

  g_assert_cmpuint (mail->warnings->len, ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const HeedWarning *warning = mail->warnings->pdata[i];
      g_autofree char *marked = g_utf8_substring (mail->text, warning->start, warning->end);
      g_assert_cmpstr (warning->kind, ==, "unfilled");
      g_assert_cmpstr (marked, ==, marks[i]);
    }
  g_assert_null (strstr (mail->text, "880"));
  g_assert_null (strstr (mail->text, "Jane"));
  g_assert_cmpstr (mail->subject, ==, "Case C-4711");
}

/* Every detail that the codebook knows is on the sheet, or a mark. */
static void
test_all (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (
    "\"name\",\"email\",\"phone\",\"postcode\",\"address\",\"account\",\"order\",\"case\",\"booking\",\"date\","
    "\"location\",\"device\",\"version\",\"username\",\"photo\",\"product\",\"description\",\"other\"");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  const char *const lines[] = { "Full name: Jane Roe\n",
                                "E-mail address: jane@mail.example\n",
                                "Phone number: +44 20 7946 0000\n",
                                "Address: 5 Mill Lane, Leeds\n",
                                "Order number: [order number]\n",
                                "Case number: C-4711\n",
                                "Booking number: [booking number]\n",
                                "Place: [place]\n",
                                "Version: [version]\n",
                                "Product: Fibre 100\n",
                                "What happened: My line has been dead since the storm\n",
                                "The detail you asked for: [the detail you asked for]\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (strstr (mail->text, lines[i]) == NULL)
        g_test_message ("%s", lines[i]);
      g_assert_nonnull (strstr (mail->text, lines[i]));
    }
}

/* In public it is only said how they come. Which of the two is sent first is not known, so nothing is said to be done.
 */
static void
test_public (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("\"account\",\"phone\"");
  g_autoptr (HeedRendition) reply = draft (facts, "reply", "mastodon");

  g_assert_cmpstr (
    reply->text, ==,
    "@care@nordlicht.example I am sending you the details you asked for by direct message. Case C-4711.");

  static const char *const said[][2] = {
    { "de", " schicke ich Ihnen per Direktnachricht." },
    { "es", " Les envío por mensaje directo " },
    { "fi", " Lähetän pyytämänne tiedot " },
    { "fr", " Je vous envoie par message privé " },
    { "he", "\nהפרטים שביקשתם נמסרים לכם בהודעה פרטית." },
    { "id", " saya kirim lewat pesan langsung." },
    { "pl", " przesyłam w wiadomości prywatnej." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      facts->language = g_strdup (said[i][0]);
      g_autoptr (HeedRendition) other = draft (facts, "reply", "mastodon");
      g_assert_nonnull (strstr (other->text, said[i][1]));
      g_clear_pointer (&facts->language, g_free);
    }
}

/* A form and a message of little room; a detail is never left out, so what has no room for all is refused. The request
 * is cut before that, which is said. */
static void
test_room (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("\"account\",\"phone\"");
  HeedDraftOptions options = { .channel = "dm", .network = "mastodon", .now = NOW, .limit = 100 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) small = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (small->text, "880-1234567, V-9"));
  g_assert_nonnull (strstr (small->text, "7946"));
  g_assert_nonnull (strstr (small->text, "Repair the line.\nCase C-4711."));

  g_free (facts->want);
  facts->want = g_strdup ("repair the line soon, as I have to be at home then");
  g_autoptr (HeedRendition) cut = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (cut->text, "880-1234567, V-9"));
  g_assert_nonnull (strstr (cut->text, "Repair the line soon…"));
  g_assert_cmpstr (((HeedWarning *) cut->warnings->pdata[0])->kind, ==, "shortened");

  options.limit = 60;
  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);

  g_autoptr (HeedRendition) form = draft (facts, "form", NULL);
  g_assert_cmpuint (form->fields->len, ==, 3);
  g_assert_cmpstr (((HeedField *) form->fields->pdata[0])->name, ==, "reference");
  g_assert_cmpstr (((HeedField *) form->fields->pdata[0])->value, ==, "C-4711");
  g_assert_cmpstr (((HeedField *) form->fields->pdata[1])->name, ==, "subject");
}

/* A letter and a call have everything in them anyway. */
static void
test_wide (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("\"order\"");
  g_autoptr (HeedRendition) letter = draft (facts, "letter", NULL);

  g_assert_nonnull (strstr (letter->text, "My line has been dead since the storm."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/exactly", test_exactly);
  g_test_add_func ("/answer/matter", test_matter);
  g_test_add_func ("/answer/missing", test_missing);
  g_test_add_func ("/answer/all", test_all);
  g_test_add_func ("/answer/public", test_public);
  g_test_add_func ("/answer/room", test_room);
  g_test_add_func ("/answer/wide", test_wide);
  return g_test_run ();
}
