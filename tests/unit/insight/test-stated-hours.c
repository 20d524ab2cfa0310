/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-data.h"
#include "heed-error.h"
#include "heed-reply-lexicon.h"
#include "heed-stated-hours.h"

typedef struct
{
  const char *text;
  const char *words;
  const char *monday;
  const char *sunday;
  const char *zone;
} Case;

#define NEVER "------------------------"
#define ALWAYS "########################"
#define NINE_TO_FIVE "---------########-------"
#define EIGHT_TO_EIGHT "--------############----"

static gboolean
parse (const char *name, const char *json, HeedHoursWords **words, GError **error)
{
  g_autoptr (JsonParser) parser = heed_reply_lexicon_parse (name, json, -1, error);

  return parser != NULL
         && heed_hours_words_new_for_object (name, json_node_get_object (json_parser_get_root (parser)), words, error);
}

static HeedHoursWords *
load_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup ("lexicons/en.json", &error);
  HeedHoursWords *words = NULL;

  g_assert_no_error (error);
  parse ("en.json", g_bytes_get_data (bytes, NULL), &words, &error);
  g_assert_no_error (error);
  g_assert_nonnull (words);
  return words;
}

static void
assert_day (const HeedStatedHours *stated, guint day, const char *expected, const char *text)
{
  char letters[25] = { 0 };

  for (guint hour = 0; hour < 24; hour++)
    letters[hour] = stated->open[day][hour] ? '#' : '-';
  if (g_strcmp0 (letters, expected) != 0)
    g_error ("%s: day %u is %s, not %s", text, day, letters, expected);
}

static void
assert_case (const HeedHoursWords *words, const Case *one, gboolean is_bio)
{
  HeedStatedHours stated;
  gboolean found = heed_stated_hours_read (words, one->text, is_bio, &stated);
  g_autofree char *said = found ? g_strndup (one->text + stated.start, stated.end - stated.start) : NULL;

  if (g_strcmp0 (said, one->words) != 0)
    g_error ("%s: read “%s”, not “%s”", one->text, said, one->words);
  assert_day (&stated, 0, one->monday != NULL ? one->monday : NEVER, one->text);
  assert_day (&stated, 6, one->sunday != NULL ? one->sunday : NEVER, one->text);
  g_assert_cmpstr (stated.zone, ==, one->zone);
}

static void
assert_cases (const Case *cases, guint n, gboolean is_bio)
{
  g_autoptr (HeedHoursWords) words = load_words ();

  for (guint i = 0; i < n; i++)
    assert_case (words, &cases[i], is_bio);
}

/* S4: hours as replies and posts write them. */
static void
test_hits (void)
{
  static const Case cases[] = {
    { "Our lines are open Mon–Fri 9–5:30.", "Mon–Fri 9–5:30", "---------#########------", NEVER },
    { "We are here 9am-5.30pm on weekdays", "9am-5.30pm on weekdays", "---------#########------", NEVER },
    { "We're here for you 24/7!", "24/7", ALWAYS, ALWAYS },
    { "Our chat is staffed around the clock.", "around the clock", ALWAYS, ALWAYS },
    { "Ring 0555 010 203 (8a-8p ET, M-F) please", "8a-8p ET, M-F", EIGHT_TO_EIGHT, NEVER, "America/New_York" },
    { "Phones: 8:00–20:00 daily", "8:00–20:00 daily", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT },
    { "The helpline is open from 8 am until 8 pm UK time, seven days a week.",
      "8 am until 8 pm UK time, seven days a week", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT, "Europe/London" },
    { "Call us between 9am and 5pm, Monday to Friday.", "9am and 5pm, Monday to Friday", NINE_TO_FIVE, NEVER },
    { "Open 8-8 Mon-Sat, 10-4 Sun.", "8-8 Mon-Sat, 10-4 Sun", EIGHT_TO_EIGHT, "----------######--------" },
    { "Monday - Friday: 8 am - 8 pm CET Sunday: 10 am - 4 pm CET, at your service",
      "Monday - Friday: 8 am - 8 pm CET Sunday: 10 am - 4 pm CET", EIGHT_TO_EIGHT, "----------######--------",
      "Europe/Brussels" },
    { "Chat hours: 8h30-17h00 (GMT+7) Monday to Friday", "8h30-17h00 (GMT+7) Monday to Friday",
      "--------#########-------", NEVER, "Etc/GMT-7" },
    { "We're available noon to midnight", "noon to midnight", "------------############", "------------############" },
    { "Our office hours are Mon, Tue & Sun 9-5", "Mon, Tue & Sun 9-5", NINE_TO_FIVE, NINE_TO_FIVE },
    { "Weekdays 8-12, 14-18: that is when our team is in", "Weekdays 8-12, 14-18", "--------####--####------", NEVER },
    { "Support is open daily 22:00 - 02:00", "daily 22:00 - 02:00", "##--------------------##",
      "##--------------------##" },
    { "We're here 9-5pm IST, every day", "9-5pm IST, every day", NINE_TO_FIVE, NINE_TO_FIVE },
    { "Lines are open 8-9 Mon-Fri and 8-8 at weekends", "8-9 Mon-Fri and 8-8 at weekends", "--------#############---",
      EIGHT_TO_EIGHT },
    { "Chat with us 12-8pm today", "12-8pm", "------------########----", "------------########----" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

/* What looks like hours and is none. */
static void
test_misses (void)
{
  static const Case cases[] = {
    { "We'll get back to you within 24 hours." },
    { "Refunds take 3-5 business days." },
    { "That's 5-10 working days, sorry. Our chat is here to help." },
    { "Your parcel is coming between 8am and 8pm on Monday to Friday." },
    { "Your delivery slot is 10:00-12:00, call us if you're out." },
    { "Flight 101 now departs 17:45 and lands at 20:05, we're here to help" },
    { "Flights are open for check-in 6:00-8:00" },
    { "Trains are busy between 07:00 and 09:30, Monday to Friday." },
    { "Call 0800-10-20 or 0555 12-14 18 for help" },
    { "We've been here since 2010-12." },
    { "Call us: it's $5-10 a month" },
    { "Our line is 9-10-2026, come by" },
    { "We're here; version 8.1-12.2 is out" },
    { "An engineer can call between 8am and 1pm" },
    { "Can you tell us when you're available between 9am and 5pm?" },
    { "The outage lasts until 8pm, our team is on it" },
    { "We are working around the clock to fix this, support asked for it" },
    { "Here to help until we sleep." },
    { "Page 3-8 of the booklet" },
    { "It's 10pm, call it a day" },
    { "The lines are blocked until 14:00" },
    { "A et B: 8-20 et 7" },
    { "Rated 4-5% here" },
    { "It will be with you between 8am - 9pm" },
    { "Would 9am-5pm suit? Let me know if 9am-5pm works for a call" },
    { "The premium line costs 5-10p per min" },
    { "The 9:30 - 10:15 slot, and the app 10.12 - 10.13, are here" },
    { "The road is closed 9pm-5am, ring the council" },
    { "" },
    { "a.m. p.m. - to until 24/" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

/* S4: in a bio times are about the account, whatever stands beside them. */
static void
test_bios (void)
{
  static const Case cases[] = {
    { "We tweet Mon-Fri 9-5. Times are ET.", "Mon-Fri 9-5", NINE_TO_FIVE, NEVER, "America/New_York" },
    { "Support 24/7 for you", "24/7", ALWAYS, ALWAYS },
    { "Mon–Fri 9am-5:30pm.", "Mon–Fri 9am-5:30pm", "---------#########------", NEVER },
    { "Monday to Friday 8:00–20:00, weekends 10-4", "Monday to Friday 8:00–20:00, weekends 10-4", EIGHT_TO_EIGHT,
      "----------######--------" },
    { "9-5", "9-5", NINE_TO_FIVE, NINE_TO_FIVE },
    { "Questions? 8h–20h", "8h–20h", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT },
    { "Help for customers · 08.00-20.00 WIB", "08.00-20.00 WIB", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT, "Asia/Jakarta" },
    { "Parcels delivered 8am-8pm" },
    { "Call 0800-10-20 or reply within 2-3 days, in 5 to 10 business days" },
    { "Since 2010-12. Rated 4-5%" },
    { "Broken: \xff"
      "8:00-20:00" },
    { "A team for everybody. GMT", NULL, NEVER, NEVER, "Etc/GMT" },
    { "8:00-20:00 UTC-3", "8:00-20:00 UTC-3", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT, "Etc/GMT+3" },
    { "8:00-20:00 (GMT+5:30)", "8:00-20:00 (GMT+5:30)", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT },
    { "8:00-20:00 GMT+5:", "8:00-20:00 GMT+5", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT, "Etc/GMT-5" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), TRUE);
}

/* The words of a language in the order of the keys; those that are not there are empty lists. */
typedef struct
{
  const char *days;
  const char *daily;
  const char *to;
  const char *from;
  const char *until;
  const char *hour;
  const char *back;
  const char *open;
} Language;

static HeedHoursWords *
make_words (const Language *language)
{
  g_autofree char *json = g_strdup_printf (
    "{\"hours\": {\"days\": [%s], \"weekdays\": [], \"weekends\": [], \"daily\": [%s], \"to\": [%s], \"and\": [], "
    "\"from\": [%s], \"until\": [%s], \"am\": [], \"pm\": [], \"hour\": [%s], \"noon\": [], \"midnight\": [], "
    "\"always\": [\"24/7\"], \"back\": [%s], \"open\": [%s], \"not\": [], \"units\": [], \"morning\": [], "
    "\"afternoon\": [], \"evening\": []}}",
    language->days, language->daily, language->to, language->from, language->until, language->hour, language->back,
    language->open);
  g_autoptr (GError) error = NULL;
  HeedHoursWords *words = NULL;

  parse ("xx.json", json, &words, &error);
  g_assert_no_error (error);
  return words;
}

/* The forms that other languages write hours in, each with a few of its words. */
static void
test_languages (void)
{
  static const Language german = { "[\"montag\",\"mo\"],[],[],[],[\"freitag\",\"fr\"],[\"sa\"],[\"so\"]",
                                   "\"täglich\"",
                                   "\"bis\"",
                                   "\"von\",\"um\",\"ab\"",
                                   "\"bis\"",
                                   "\"uhr\"",
                                   "\"wieder\"",
                                   "\"da\",\"erreichbar\"" };
  static const Language french = { "[\"lundi\"],[],[],[],[\"vendredi\"],[\"samedi\"],[\"dimanche\"]",
                                   "\"7j/7\"",
                                   "\"à\",\"au\"",
                                   "\"de\",\"du\"",
                                   "\"jusqu'à\"",
                                   "\"h\"",
                                   "\"de retour\"",
                                   "\"disponible\",\"disponibles\"" };
  static const Language polish = { "[\"poniedziałku\",\"pn\"],[],[],[],[\"piątku\",\"pt\"],[],[\"nd\"]",
                                   "\"codziennie\"",
                                   "\"do\"",
                                   "\"od\",\"w godz.\",\"o\"",
                                   "\"do\"",
                                   "\"godz\"",
                                   "\"wracamy\"",
                                   "\"jesteśmy\",\"dyżurujemy\"" };
  static const Language finnish = { "[\"ma\"],[],[],[],[\"pe\"],[\"la\"],[\"su\"]",
                                    "\"joka päivä\"",
                                    "\"–\"",
                                    "\"klo\"",
                                    "\"asti\"",
                                    "\"h\"",
                                    "\"paikalla taas\"",
                                    "\"palvelemme\"" };
  static const Language indonesian = { "[\"senin\"],[],[],[],[\"jumat\"],[],[\"minggu\"]",
                                       "\"setiap hari\"",
                                       "\"sampai\",\"hingga\"",
                                       "\"pukul\",\"jam\"",
                                       "\"hingga\"",
                                       "\"jam\"",
                                       "\"kembali\"",
                                       "\"melayani\"" };
  static const Language hebrew = { "[\"ב'\"],[],[],[\"ה'\"],[\"ו'\"],[],[\"א'\"]",
                                   "\"כל יום\"",
                                   "\"עד\"",
                                   "\"בשעות\",\"בין\"",
                                   "\"עד\"",
                                   "\"שעה\"",
                                   "\"נחזור\"",
                                   "\"זמינים\",\"פעיל\"" };
  static const struct
  {
    const Language *language;
    Case one;
  } cases[] = {
    { &german, { "Wir sind Mo-Fr von 9-17 Uhr für euch da.", "Mo-Fr von 9-17 Uhr", NINE_TO_FIVE, NEVER } },
    { &german,
      { "Täglich 8:00 bis 20:00 Uhr erreichbar", "Täglich 8:00 bis 20:00 Uhr", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
    { &french,
      { "Disponibles du lundi au vendredi de 8h30 à 20h", "lundi au vendredi de 8h30 à 20h", EIGHT_TO_EIGHT, NEVER } },
    { &french, { "Disponible 8h–20h 7j/7 !", "8h–20h 7j/7", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
    { &polish,
      { "Dyżurujemy od poniedziałku do piątku od 8 do 20.", "poniedziałku do piątku od 8 do 20", EIGHT_TO_EIGHT,
        NEVER } },
    { &polish,
      { "Jesteśmy codziennie w godz. 8:00–20:00", "codziennie w godz. 8:00–20:00", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
    { &finnish, { "Palvelemme ma–pe klo 9–17.", "ma–pe klo 9–17", NINE_TO_FIVE, NEVER } },
    { &finnish,
      { "Palvelemme joka päivä klo 8.00–20.00", "joka päivä klo 8.00–20.00", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
    { &indonesian,
      { "Kami melayani Senin-Jumat pukul 09.00–17.00 WIB", "Senin-Jumat pukul 09.00–17.00 WIB", NINE_TO_FIVE, NEVER,
        "Asia/Jakarta" } },
    { &hebrew, { "אנחנו זמינים א'-ה' 8:00-20:00", "א'-ה' 8:00-20:00", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
    { &hebrew, { "זמינים א׳-ה׳ 8:00-20:00", "א׳-ה׳ 8:00-20:00", EIGHT_TO_EIGHT, EIGHT_TO_EIGHT } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedHoursWords) words = make_words (cases[i].language);

      assert_case (words, &cases[i].one, FALSE);
    }
}

/* S7: only one end of the day is said. */
static void
test_ends (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    int opens;
    int closes;
  } cases[] = {
    { "Good morning! We're with you until 20:00.", "until 20:00", -1, 1200 },
    { "Here until 8pm today to help", "until 8pm", -1, 1200 },
    { "We are here till 8, ask away", "till 8", -1, 1200 },
    { "Chat is open until midnight", "until midnight", -1, 1440 },
    { "That's us for today, back at 8:00.", "back at 8:00", 480, -1 },
    { "Good night, we'll be back tomorrow morning from 7.30am", "back tomorrow morning from 7.30am", 450, -1 },
    { "We're here until 10 pm and back at 8am", "until 10 pm and back at 8am", 480, 1320 },
    { "The store reopens at 9", "reopens at 9", 540, -1 },
    { "Our offices will be open at 8:00am EST", "open at 8:00am EST", 480, -1 },
    { "Tweet us until 8pm GMT", "until 8pm GMT", -1, 1200 },
    { "Available in shops until 12/6", NULL, -1, -1 },
    { "The app is back on all phones", NULL, -1, -1 },
    { "I'll get back to you at 5pm", NULL, -1, -1 },
    { "Call us, the offer runs until 5.99", NULL, -1, -1 },
  };
  g_autoptr (HeedHoursWords) words = load_words ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedStatedHours stated;
      gboolean found = heed_stated_hours_read (words, cases[i].text, FALSE, &stated);
      g_autofree char *said = found ? g_strndup (cases[i].text + stated.start, stated.end - stated.start) : NULL;

      if (g_strcmp0 (said, cases[i].words) != 0)
        g_error ("%s: read “%s”", cases[i].text, said);
      g_assert_cmpint (stated.opens, ==, cases[i].opens);
      g_assert_cmpint (stated.closes, ==, cases[i].closes);
      g_assert_false (stated.has_week);
    }
}

static void
test_greetings (void)
{
  static const struct
  {
    const char *text;
    HeedGreeting greeting;
  } cases[] = {
    { "@ann_b Good morning, Ann. What happened?", HEED_GREETING_MORNING },
    { "Morning all, we're here to help", HEED_GREETING_MORNING },
    { "Hi there, good afternoon!", HEED_GREETING_AFTERNOON },
    { "@a @b Evening! Sorry to hear that.", HEED_GREETING_EVENING },
    { "Sorry, that was a long while ago in the morning", HEED_GREETING_NONE },
    { "Hello", HEED_GREETING_NONE },
    { "", HEED_GREETING_NONE },
  };
  g_autoptr (HeedHoursWords) words = load_words ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (heed_stated_hours_read_greeting (words, cases[i].text), ==, cases[i].greeting);
}

/* Nothing in a text makes the reading go wrong, however often it stands there. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "7",      "7 ",    "9-",   "9-5 ",  "mon ", "mon-",     "24/", "24/7 ",
                                       "until ", "back ", "8:",   "8:00 ", "a.",   "until 8-", "(",   ",",
                                       "GMT+",   "open ", "\xff", "9\xc3", "é-",   "'" };
  g_autoptr (HeedHoursWords) words = load_words ();
  HeedStatedHours stated;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 10000)
        g_string_append (text, parts[i]);
      for (guint bio = 0; bio < 2; bio++)
        {
          heed_stated_hours_read (words, text->str, bio == 1, &stated);
          g_assert_cmpuint (stated.end, <=, text->len);
        }
    }
  /* Mixed at random, whatever comes out lies within the text. */
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 40; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (heed_stated_hours_read (words, text->str, round % 2 == 0, &stated))
        {
          g_assert_cmpuint (stated.start, <, stated.end);
          g_assert_cmpuint (stated.end, <=, text->len);
          g_assert_true (stated.has_week || stated.opens >= 0 || stated.closes >= 0);
        }
    }
}

static void
test_broken (void)
{
  static const struct
  {
    const char *json, *where;
  } cases[] = {
    { "{\"hours\": 5}", "hours" },
    { "{\"hours\": {\"days\": [[\"mon\"]]}}", "days" },
    { "{\"hours\": {\"days\": [[],[],[],[],[],[],[3]]}}", "days" },
    { "{\"hours\": {\"days\": [[],[],[],[],[],[],[]]}}", "weekdays" },
    { "{\"hours\": {\"days\": [[],[],[],[],[],[],[]], \"weekdays\": [\"\"]}}", "weekdays" },
    { "{\"hours\": {\"days\": [[],[],[],[],[],[],[]], \"weekdays\": [\"a b c d e f g h i j\"]}}", "weekdays" },
  };
  HeedHoursWords *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (parse ("xx.json", cases[i].json, &words, &error));
      g_assert_null (words);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "xx.json"));
      g_assert_nonnull (strstr (error->message, cases[i].where));
    }
  g_assert_true (parse ("xx.json", "{}", &words, NULL));
  g_assert_null (words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stated-hours/hits", test_hits);
  g_test_add_func ("/stated-hours/misses", test_misses);
  g_test_add_func ("/stated-hours/bios", test_bios);
  g_test_add_func ("/stated-hours/languages", test_languages);
  g_test_add_func ("/stated-hours/ends", test_ends);
  g_test_add_func ("/stated-hours/greetings", test_greetings);
  g_test_add_func ("/stated-hours/hostile", test_hostile);
  g_test_add_func ("/stated-hours/broken", test_broken);
  return g_test_run ();
}
