/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By which day a company acts that says "within 14 days" (S112, S113). */

#include <string.h>

#include "heed-data-object.h"
#include "heed-deadline.h"
#include "heed-promised.h"

static gint64
get_time (const char *text, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

/* The day as "2026-12-10", "none" where there is none; it ends a second before midnight. */
static char *
dup_day (gint64 due, GTimeZone *zone)
{
  if (due == 0)
    return g_strdup ("none");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (due);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *clock = g_date_time_format (local, "%T");
  g_assert_cmpstr (clock, ==, "23:59:59");
  return g_date_time_format (local, "%F");
}

static void
assert_due (const char *language, const char *words, const char *country, const char *at, const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autofree char *read = dup_day (heed_deadline_read (language, words, get_time (at, zone), zone, country), zone);

  g_test_message ("%s: %s", language, words);
  g_assert_cmpstr (read, ==, day);
}

/* 26 November 2026 is a Thursday. */
static void
test_english (void)
{
  static const struct
  {
    const char *words;
    const char *day;
  } cases[] = {
    { "within 14 days", "2026-12-10" },
    { "within 14 (fourteen) days", "2026-12-10" },
    { "in 3 working days", "2026-12-01" },
    { "within 5-7 business days", "2026-12-07" },
    { "within 5 to 7 days", "2026-12-03" },
    { "within two weeks", "2026-12-10" },
    { "within 14 calendar days", "2026-12-10" },
    { "in a couple of days", "2026-11-28" },
    { "within a week", "2026-12-03" },
    { "within 48 hours", "2026-11-28" },
    { "within 48 working hours", "2026-11-30" },
    { "within the next 20 minutes", "2026-11-26" },
    { "in one month", "2026-12-26" },
    { "by the end of the day", "2026-11-26" },
    { "by tomorrow", "2026-11-27" },
    { "the next working day", "2026-11-27" },
    { "by Friday", "2026-11-27" },
    { "by Thursday", "2026-12-03" },
    { "by Tuesday next week", "2026-12-01" },
    { "this week", "2026-11-27" },
    { "by the end of next week", "2026-12-04" },
    { "by the end of the month", "2026-11-30" },
    { "by the end of next month", "2026-12-31" },
    { "by the end of the year", "2026-12-31" },
    { "by 12 December", "2026-12-12" },
    { "by January 5th", "2027-01-05" },
    { "by the 12th of March", "2027-03-12" },
    { "by 12 of March", "2027-03-12" },
    { "by 3rd December", "2026-12-03" },
    { "by 12 March 2028", "2028-03-12" },
    { "by March 12th, 2028", "2028-03-12" },
    { "by Friday 12 March 2027", "2027-03-12" },
    { "by 26 November", "2026-11-26" },
    { "by 13/03/2027", "2027-03-13" },
    { "by 03/13/2027", "2027-03-13" },
    { "by 5/5/2027", "2027-05-05" },
    { "by 2027-03-12", "2027-03-12" },
    { "in a day or two", "2026-11-28" },
    { "within a week or two", "2026-12-10" },
    { "in two working days or three", "2026-12-01" },
    { "within two hours to two days", "2026-11-28" },
    { "today or tomorrow", "2026-11-27" },
    { "by Thursday or Friday", "2026-12-04" },
    { "by Saturday next week", "2026-12-05" },
    { "by noon", "2026-11-27" },
    { "by noon tomorrow", "2026-11-27" },
    /* Three weeks ago, not in a year; and which of the two is the month? */
    { "by 5 November", "none" },
    { "by 5 November 2026", "none" },
    { "by 12 March 2025", "none" },
    { "by 12/03/2027", "none" },
    { "by Friday 12/03/2027", "none" },
    { "by 13/13/2027", "none" },
    { "in a week and two days", "none" },
    { "within a few days", "none" },
    { "in the next few working days", "none" },
    { "by 5 pm", "none" },
    { "within 4000 days", "none" },
    { "by 31 February", "none" },
    { "", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_due ("en", cases[i].words, "gb", "2026-11-26T15:00:00", cases[i].day);
}

/* The same three working days over a weekend, and what else each language has of its own. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *words;
    const char *day;
  } cases[] = {
    { "de", "innerhalb von 3 Werktagen", "2026-12-01" },
    { "de", "in den nächsten 5 bis 7 Tagen", "2026-12-03" },
    { "de", "binnen zwei Wochen", "2026-12-10" },
    { "de", "bis spätestens übermorgen", "2026-11-28" },
    { "de", "in den nächsten Tagen", "none" },
    { "de", "heute oder morgen", "2026-11-27" },
    { "de", "bis 18 h", "none" },
    { "de", "innerhalb von 24 bis 48 h", "2026-11-28" },
    { "de", "bis 12.03.2027", "2027-03-12" },
    { "es", "en un día o dos", "2026-11-28" },
    { "es", "antes del 12/03/2027", "2027-03-12" },
    { "es", "antes del 12 de marzo de 2028", "2028-03-12" },
    { "es", "en un plazo de 3 días hábiles", "2026-12-01" },
    { "es", "en las próximas 48 horas", "2026-11-28" },
    { "es", "la semana que viene", "2026-12-04" },
    { "es", "antes de las 17 h", "none" },
    { "es", "en las 48 horas siguientes", "2026-11-28" },
    { "fi", "kolmen arkipäivän kuluessa", "2026-12-01" },
    { "fi", "14 päivän sisällä", "2026-12-10" },
    { "fi", "perjantaihin mennessä", "2026-11-27" },
    { "fr", "sous 3 jours ouvrés", "2026-12-01" },
    { "fr", "sous 24h", "2026-11-27" },
    { "fr", "sous 18h", "2026-11-27" },
    { "fr", "d'ici deux heures", "2026-11-26" },
    { "fr", "dans les 48 prochaines heures", "2026-11-28" },
    { "fr", "d'ici 48h", "2026-11-28" },
    { "fr", "d'ici 18h", "none" },
    { "fr", "d’ici 18 heures", "none" },
    { "fr", "ici demain 18h", "2026-11-27" },
    { "fr", "au plus tard le 1er mars", "2027-03-01" },
    { "fr", "d’ici mardi", "2026-12-01" },
    { "fr", "après-demain", "2026-11-28" },
    { "fr", "dans les prochains jours", "none" },
    { "he", "תוך 3 ימי עסקים", "2026-12-01" },
    { "he", "תוך שבועיים", "2026-12-10" },
    { "he", "עד יום שני", "2026-11-30" },
    { "he", "תוך שני ימי עסקים", "2026-11-30" },
    { "he", "תוך יום או יומיים", "2026-11-28" },
    { "id", "dalam 3 hari kerja", "2026-12-01" },
    { "id", "maksimal 2x24 jam", "2026-11-28" },
    { "id", "minggu depan", "2026-12-04" },
    { "pl", "w ciągu 3 dni roboczych", "2026-12-01" },
    { "pl", "w terminie 14 dni", "2026-12-10" },
    { "pl", "do piątku", "2026-11-27" },
    { "pl", "w ciągu dziewięciu dni", "2026-12-05" },
    { "pl", "w ciągu dnia lub dwóch", "2026-11-28" },
    { "pl", "w ciągu miesiąca", "2026-12-27" },
    { "pl", "do końca bieżącego tygodnia", "2026-11-27" },
    { "pl", "do czwartego stycznia", "none" },
    { "fi", "viidessä päivässä", "2026-12-01" },
    { "fi", "päivän tai kahden kuluessa", "2026-11-28" },
    { "xx", "within 14 days", "none" },
    { NULL, "within 14 days", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_due (cases[i].language, cases[i].words, NULL, "2026-11-26T15:00:00", cases[i].day);
}

/* Three working days are not the same three everywhere. */
static void
test_countries (void)
{
  /* Christmas on Friday; the Boxing Day that falls on a Saturday is kept on Monday. */
  assert_due ("en", "in 3 working days", "gb", "2026-12-23T10:00:00", "2026-12-30");
  assert_due ("en", "in 3 working days", "us", "2026-12-23T10:00:00", "2026-12-29");
  assert_due ("en", "in 3 working days", NULL, "2026-12-23T10:00:00", "2026-12-28");
  /* There the week begins on Sunday. */
  assert_due ("en", "in 3 working days", "il", "2026-11-26T10:00:00", "2026-12-01");
  assert_due ("en", "in 1 working day", "il", "2026-11-26T10:00:00", "2026-11-29");
  assert_due ("en", "this week", "il", "2026-11-24T10:00:00", "2026-11-26");
  assert_due ("en", "in 2 working days", "in", "2026-11-26T10:00:00", "2026-11-28");
  /* What is said at the weekend counts from Monday. */
  assert_due ("en", "in 1 working day", "gb", "2026-11-28T10:00:00", "2026-11-30");
  assert_due ("en", "this week", "gb", "2026-11-28T10:00:00", "2026-12-04");
  /* There the next week is the one that begins with it. */
  assert_due ("en", "next week", "gb", "2026-11-28T10:00:00", "2026-12-04");
  assert_due ("de", "nächste Woche", "de", "2026-11-29T10:00:00", "2026-12-04");
  assert_due ("en", "by Tuesday next week", "gb", "2026-11-29T10:00:00", "2026-12-01");
  assert_due ("en", "by Sunday next week", "gb", "2026-11-28T10:00:00", "2026-12-06");
  assert_due ("en", "next week", "il", "2026-11-27T10:00:00", "2026-12-03");
}

/* By noon, said before noon, is today. */
static void
test_noon (void)
{
  assert_due ("en", "by noon", NULL, "2026-11-26T11:59:00", "2026-11-26");
  assert_due ("en", "by noon", NULL, "2026-11-26T12:00:00", "2026-11-27");
  assert_due ("fr", "avant midi", NULL, "2026-11-26T09:00:00", "2026-11-26");
}

/* The day with the change of the clocks has 25 hours, and ends all the same. */
static void
test_clocks (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  const gint64 morning = get_time ("2026-10-25T00:00:00", zone);

  g_assert_cmpint (heed_deadline_get_day_end (morning, zone) - morning, ==, 25 * 60 * 60 - 1);
  assert_due ("en", "within 2 days", "gb", "2026-10-23T23:30:00", "2026-10-25");
}

static gboolean
read_promise (HeedPromised *promised, const char *reply)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GError) error = NULL;
  const HeedClassifier *classifier = heed_classifier_get_default (&error);

  g_assert_no_error (error);
  return heed_promised_read (promised, classifier, reply, get_time ("2026-11-26T15:00:00", zone), zone, "gb");
}

static void
test_promised (void)
{
  static const struct
  {
    const char *reply;
    const char *text;
    const char *day;
  } cases[] = {
    { "Hello Ann. We will get back to you within 14 days. Kind regards, Joe", "We will get back to you within 14 days",
      "2026-12-10" },
    { "Thank you for calling us today. We will refund you in 3 working days.", "We will refund you in 3 working days",
      "2026-12-01" },
    { "We'll get back to you in a few days.", "We'll get back to you in a few days", "none" },
    { "Wir melden uns innerhalb von 5 bis 7 Werktagen bei Ihnen.",
      "Wir melden uns innerhalb von 5 bis 7 Werktagen bei Ihnen", "2026-12-07" },
    { "We will call you about case no. 5 within 2 days.", "We will call you about case no. 5 within 2 days",
      "2026-11-28" },
    { "Hello! Ms. Smith will call you back within 2 days. Bye.", "Ms. Smith will call you back within 2 days",
      "2026-11-28" },
    { "Wir melden uns bis zum 12. März bei Ihnen.", "Wir melden uns bis zum 12. März bei Ihnen", "2027-03-12" },
    { "Wir melden uns bis zum 12.03.2027.", "Wir melden uns bis zum 12.03.2027", "2027-03-12" },
    { "Te respondemos antes del 12 de marzo.", "Te respondemos antes del 12 de marzo", "2027-03-12" },
    { "We will call you back in a day or two. Thank you!", "We will call you back in a day or two", "2026-11-28" },
    { "We will call you back by 12 March 2028.", "We will call you back by 12 March 2028", "2028-03-12" },
    { "We said no. We will call you within 2 days.", "We will call you within 2 days", "2026-11-28" },
    { "Thank you for talking to us today. We will call you back in a few days.", "We will call you back in a few days",
      "none" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_auto (HeedPromised) nothing = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedPromised) promised = { 0 };

      g_assert_true (read_promise (&promised, cases[i].reply));
      g_autofree char *day = dup_day (promised.due, zone);
      g_assert_cmpstr (promised.text, ==, cases[i].text);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
  g_assert_false (read_promise (&nothing, "Your parcel was sent to the shop."));
  g_assert_null (nothing.text);
}

/* What names no day: few, some, times of day, bare numbers, and words that nobody puts so. */
static gboolean
names_no_day (const char *language, const char *text)
{
  static const struct
  {
    const char *language;
    const char *pattern;
  } vague[] = {
    { "de", "\\b(wenigen?|einigen?|paar|uhr|anfang|mitte|noch in)\\b|^bis( spätestens)?( zum| am)? 5$|des "
            "woche|(der|dieser) tages|zum ende woche|in spätestens 5" },
    { "en",
      "\\b(few|am|pm|weekdays|weekends)\\b|^(by|before)( (the|5|at|\\.))+$|^by (day|week|month|year)$|^later this$" },
    { "es", "s[áa]bados|domingos|^en las 5 5|^a lo largo de|^durante (el|las?|los|esta) (d[íi]a|pr|tarde|semana)|^la "
            "pr[óo]xima|^antes "
            "del?( (5|las?|el|del?|que|fin|final|finalizar|termine|acabe|pr[óo]ximo|año|h|horas?))+$" },
    { "fi", "muutama|lähi|klo|kello|^viimeistään( (aamulla|aamuna|aikana|ensi|klo|viikolla|viikon|5))*$|^5 "
            "mennessä|^ensi päivän|^päivän( loppuun)?$|^(viikon|kuukauden|kuun)( mennessä)?$" },
    { "fr", "^(avant|ici|au plus tard)( "
            "(5|une?|le|ce|du|de|au?|à|la|fin|h|heures?|soir|soirée|journée|matinée|semaine|mois))*$|^sous peu|^dès "
            "ce|^cette après|^dans (la|les) (heure|journée)" },
    { "he", "כמה|מספר|זמן|^עד (השעה|שעה|לתאריך|תאריך|5)|^עד (סוף|תום)( ליום)?$|(5|תוך) (השעה|ליום)$|^ב(דקות|ימים|שעות) "
            "|(יממה|שבוע) הקרובים" },
    { "id", "beberapa|^(paling lam(a|bat)|sebelum)( "
            "(hari|tanggal|pukul|jam|minggu|nanti|ini|depan|pagi|siang|sore|malam|akhir|bulan|5))*$" },
    { "pl", "kilku|kilkunastu|^(do|przed)( (godz|godzin[ayą]|g|\\.|5))+$|^do dnia 5$|^po |^w tygodniu$|czasie" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vague); i++)
    if (g_str_equal (vague[i].language, language))
      return g_regex_match_simple (vague[i].pattern, text, 0, 0);
  g_assert_not_reached ();
}

/* A unit that nothing counts: "in the next days". */
static gboolean
counts_nothing (const char *language, char **places, const char *text)
{
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/deadlines.json");
  JsonObject *lists = json_object_get_object_member (json_object_get_object_member (object, "languages"), language);
  JsonObject *numbers = json_object_get_object_member (lists, "numbers");
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_isdigit (words[i][0]) || json_object_has_member (numbers, words[i]))
      return FALSE;
  for (guint i = 0; places[i] != NULL; i++)
    if (strstr (places[i], "{unit}") != NULL)
      return TRUE;
  return FALSE;
}

/* The words that may stand at a place of a phrase. */
static GPtrArray *
list_words (const char *place, JsonObject *groups)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *inner = g_strdup (place);

  g_strdelimit (inner, "()", ' ');
  g_auto (GStrv) parts = g_strsplit (g_strstrip (inner), "|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *group = parts[i][0] == '{' ? g_strndup (parts[i] + 1, strlen (parts[i]) - 2) : NULL;
      JsonArray *members = group != NULL ? json_object_get_array_member (groups, group) : NULL;

      for (guint member = 0; members != NULL && member < json_array_get_length (members); member++)
        g_ptr_array_add (words, g_strdelimit (g_strdup (json_array_get_string_element (members, member)), "*", ' '));
      if (members == NULL)
        g_ptr_array_add (words, g_strdelimit (g_strdup (parts[i]), "*", ' '));
    }
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (words->pdata[i], "<number>"))
      {
        g_free (words->pdata[i]);
        words->pdata[i] = g_strdup ("5");
      }
    else
      g_strstrip (words->pdata[i]);
  return words;
}

/* The phrase with one word at the place @chosen, and elsewhere the first that may name a day where one has to stand. */
static char *
dup_form (const char *language, char **places, JsonObject *groups, guint chosen, const char *word)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = list_words (places[i], groups);
      const char *used = words->pdata[0];

      for (guint other = 0; names_no_day (language, used) && other < words->len; other++)
        used = words->pdata[other];
      if (i == chosen)
        used = word;
      else if (g_str_equal (places[i], "…")
               || (places[i][0] == '(' && !g_str_has_prefix (places[i], "(<number>")
                   && !g_str_has_prefix (places[i], "({unit}")))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", used);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_unread (const char *language, const char *phrase, JsonObject *groups)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const gint64 at = get_time ("2026-01-01T09:00:00", utc);
  g_auto (GStrv) places = g_strsplit (phrase, " ", -1);
  guint unread = 0;

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = list_words (places[i], groups);

      for (guint word = 0; word < words->len; word++)
        {
          g_autofree char *form = dup_form (language, places, groups, i, words->pdata[word]);

          if (strchr (form, '<') != NULL || strstr (form, "…") != NULL
              || heed_deadline_read (language, form, at, utc, NULL) != 0 || names_no_day (language, form)
              || counts_nothing (language, places, form))
            continue;
          g_test_message ("%s: %s", language, form);
          unread++;
        }
    }
  return unread;
}

/* What the word lists find is a day, each word of each of their phrases, or names none. */
static void
test_forms (void)
{
  static const char *const languages[] = { "de", "en", "es", "fi", "fr", "he", "id", "pl" };
  guint unread = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("lexicons/%s.json", languages[i]);
      g_autoptr (JsonObject) lexicon = heed_data_load_object (name);
      JsonArray *phrases = json_object_get_array_member (json_object_get_object_member (lexicon, "facts"), "deadline");

      for (guint phrase = 0; phrase < json_array_get_length (phrases); phrase++)
        unread += count_unread (languages[i], json_array_get_string_element (phrases, phrase),
                                json_object_get_object_member (lexicon, "groups"));
    }
  g_assert_cmpuint (unread, ==, 0);
}

/* The word lists find each name of each month behind what says by when. */
static void
test_months (void)
{
  static const struct
  {
    const char *language;
    const char *before, *behind;
  } replies[] = {
    { "de", "Wir melden uns bis zum 12. ", " 2027 bei Ihnen." },
    { "en", "We will get back to you by the 12th of ", " 2027." },
    { "es", "Nos pondremos en contacto contigo antes del 12 de ", " de 2027." },
    { "fi", "Palaamme asiaan viimeistään 12. ", " 2027." },
    { "fr", "Nous reviendrons vers vous au plus tard le 12 ", " 2027." },
    { "he", "נחזור אליך עד ה-12 ", " 2027." },
    { "id", "Kami akan menghubungi Anda paling lambat tanggal 12 ", " 2027." },
    { "pl", "Odezwiemy się do 12 ", " 2027." },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/deadlines.json");
  JsonObject *languages = json_object_get_object_member (object, "languages");

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      JsonObject *lists = json_object_get_object_member (languages, replies[i].language);
      JsonArray *months = json_object_get_array_member (lists, "month_names");

      for (guint month = 0; month < json_array_get_length (months); month++)
        {
          JsonArray *names = json_array_get_array_element (months, month);

          for (guint n = 0; n < json_array_get_length (names); n++)
            {
              g_auto (HeedPromised) promised = { 0 };
              g_autofree char *name = g_strdelimit (g_strdup (json_array_get_string_element (names, n)), "*", ' ');
              g_autofree char *reply = g_strconcat (replies[i].before, g_strstrip (name), replies[i].behind, NULL);
              g_autofree char *expected = g_strdup_printf ("2027-%02u-12", month + 1);

              g_test_message ("%s", reply);
              g_assert_true (read_promise (&promised, reply));
              g_autofree char *day = dup_day (promised.due, zone);
              g_assert_cmpstr (day, ==, expected);
            }
        }
    }
}

/* Every list of words is there in every language, and every phrase means a day. */
static void
test_data (void)
{
  static const char *const lists[] = { "numbers", "minutes", "hours",        "days",        "working_days", "weeks",
                                       "months",  "working", "clock",        "weekdays",    "month_names",  "phrases",
                                       "joints",  "times",   "before_hours", "date_joints", "day_first",    "fillers" };
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/deadlines.json");
  JsonObject *languages = json_object_get_object_member (object, "languages");
  g_autoptr (GList) codes = json_object_get_members (languages);

  g_assert_cmpuint (g_list_length (codes), ==, 8);
  for (GList *code = codes; code != NULL; code = code->next)
    {
      JsonObject *language = json_object_get_object_member (languages, code->data);
      JsonObject *phrases = json_object_get_object_member (language, "phrases");
      g_autoptr (GList) members = json_object_get_members (phrases);

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        g_assert_true (json_object_has_member (language, lists[i]));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (language, "weekdays")), ==, 7);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (language, "month_names")), ==, 12);
      for (GList *phrase = members; phrase != NULL; phrase = phrase->next)
        g_assert_true (g_regex_match_simple ("^(day|noon|working|week|month|year)\\+\\d+$",
                                             json_object_get_string_member (phrases, phrase->data), 0, 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/english", test_english);
  g_test_add_func ("/deadline/languages", test_languages);
  g_test_add_func ("/deadline/countries", test_countries);
  g_test_add_func ("/deadline/noon", test_noon);
  g_test_add_func ("/deadline/clocks", test_clocks);
  g_test_add_func ("/deadline/promised", test_promised);
  g_test_add_func ("/deadline/forms", test_forms);
  g_test_add_func ("/deadline/months", test_months);
  g_test_add_func ("/deadline/data", test_data);
  return g_test_run ();
}
