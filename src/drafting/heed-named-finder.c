/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what has no form of its own and is private for the words beside it: "account no. 1234 5678", "born 1.2.1980".
 */

#include "heed-named-finder.h"

#include <string.h>

#include "heed-name-finder.h"
#include "heed-privacy.h"
#include "heed-word-list.h"

/* How far behind its word a value may start. In signs. */
#define REACH 26
#define SECRET_REACH 8

/* The bank's part of a British account and the account beside it stand at most so far from each other. */
#define ACCOUNT_REACH 30

#define LEAST_PASSWORD 4
#define LEAST_MACHINE_LINE 20

/* Letters and digits in one go, or in groups of digits with one sign between them. */
typedef struct
{
  gsize start;
  gsize end;
  guint digits;
  guint letters;
  guint groups;
} Value;

static gboolean
is_separator (char sign)
{
  return sign != '\0' && strchr (" \n-./", sign) != NULL;
}

/* Up to four capitals, as in "AC 1234", or letters before a dash: longer or smaller ones are a word of the sentence. */
static gboolean
is_code_start (const char *text, gsize start, gsize end)
{
  for (gsize at = start; at < end; at++)
    if (!g_ascii_isupper (text[at]) && text[end] != '-')
      return FALSE;
  return end - start <= 4;
}

static Value
read_value (const char *text, gsize start)
{
  Value value = { .start = start, .end = start, .groups = 1 };

  for (gsize at = start;; at++)
    {
      if (g_ascii_isdigit (text[at]))
        value.digits++;
      else if (g_ascii_isalpha (text[at]))
        value.letters++;
      else if (is_separator (text[at]) && g_ascii_isdigit (text[at + 1]) && at > start
               && (value.digits > 0 || is_code_start (text, start, at)))
        {
          value.groups++;
          continue;
        }
      else
        return value;
      value.end = at + 1;
    }
}

/* Whether a dot only shortens the word before it: "Nr. 5", "num. 5". */
static gboolean
is_shortened (const char *text, gsize dot)
{
  gsize start = dot;

  while (start > 0 && g_ascii_isalnum (text[start - 1]))
    start--;
  return heed_word_list_is_part ("shortened", text + start, dot - start);
}

/* A sentence ends here; right behind the word, as in "no. 5", a dot only shortens it. */
static gboolean
ends_sentence (const char *text, gsize at, gsize start)
{
  if (text[at] == '\0' || strchr (".!?;", text[at]) == NULL || (text[at + 1] != ' ' && text[at + 1] != '\n'))
    return FALSE;
  return text[at] != '.' || (at > start + 1 && !is_shortened (text, at));
}

/* The first value with digits behind @start; its end is 0 when there is none near. */
static Value
find_value (const char *text, gsize start, gsize reach)
{
  for (gsize at = start; at - start <= reach && text[at] != '\0';)
    {
      if (ends_sentence (text, at, start))
        break;
      if (!g_ascii_isalnum (text[at]))
        {
          at++;
          continue;
        }
      Value value = read_value (text, at);
      /* "@116827" is somebody's handle. */
      if (value.digits > 0 && (at == 0 || text[at - 1] != '@'))
        return value;
      at = value.end;
    }
  return (Value){ 0 };
}

static guint
count_digits (const char *text, gsize at)
{
  guint digits = 0;

  while (g_ascii_isdigit (text[at + digits]))
    digits++;
  return digits;
}

/* Behind an ordinal's ending, "1st", or @at. */
static gsize
skip_ordinal (const char *text, gsize at)
{
  while (g_ascii_isalpha (text[at]))
    at++;
  return at;
}

static gsize
skip_parting (const char *text, gsize at)
{
  at += is_separator (text[at]) || text[at] == ',' ? 1 : 0;
  return at + (text[at] == ' ' ? 1 : 0);
}

/* "March 12, 1980"; 0 when there is no such at @at. */
static gsize
end_american_date (const char *text, gsize at)
{
  gsize start = at;

  while (g_ascii_isalpha (text[at]))
    at++;
  if (at - start < 3)
    return 0;
  at = skip_parting (text, at);
  guint day = count_digits (text, at);
  if (day == 0 || day > 2)
    return 0;
  at = skip_parting (text, skip_ordinal (text, at + day));
  return count_digits (text, at) == 4 ? at + 4 : 0;
}

/* The end of day, month and year from @at on, in digits or with the month in letters; 0 when there is no such. */
static gsize
end_date (const char *text, gsize at)
{
  guint first = count_digits (text, at);

  if (first == 0)
    return end_american_date (text, at);
  if (first > 4 || first == 3)
    return 0;
  at += first;
  if (first <= 2)
    at = skip_ordinal (text, at);
  at = skip_parting (text, at);
  /* "de marzo de 1980" */
  if (g_ascii_strncasecmp (text + at, "de ", 3) == 0)
    at += 3;
  gsize middle = at;
  guint digits = count_digits (text, at);
  while (g_ascii_isalnum (text[at]) || text[at] == '\x01')
    at++;
  if (at == middle || digits > 2 || (!is_separator (text[at]) && text[at] != ','))
    return 0;
  at = skip_parting (text, at);
  if (g_ascii_strncasecmp (text + at, "de ", 3) == 0)
    at += 3;
  guint last = count_digits (text, at);
  return (first == 4 && last >= 1 && last <= 2) || (first <= 2 && (last == 2 || last == 4)) ? at + last : 0;
}

static gboolean
is_amount (const char *text, const Value *value)
{
  gsize end = value->end;

  if (value->start > 0 && strchr ("$\x01", text[value->start - 1]) != NULL)
    return TRUE;
  if (value->end - value->start >= 3 && text[end - 3] == '.' && value->groups == 2)
    return TRUE;
  return text[end] == ',' && count_digits (text, end + 1) == 2;
}

static void
find_account (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  Value value = find_value (text, word->end, REACH);

  if (value.digits < 6 || value.digits > 20 || value.letters > 6 || is_amount (text, &value)
      || end_date (text, value.start) != 0 || !heed_reader_follows (reader, value.start, word->list, REACH))
    return;
  heed_reader_add_span (reader, spans, value.start, value.end, HEED_PRIVATE_ACCOUNT);
}

/* Behind "meter" alone stands its reading, unless that is long or holds letters. */
static void
find_meter (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  Value value = find_value (reader->plain->text, word->end, SECRET_REACH);

  if (value.digits >= 8 || (value.digits >= 5 && value.letters >= 1 && value.letters <= 6))
    find_account (reader, word, spans);
}

/* The account that stands beside the number of its bank: "wire: 021000021 / 12345678". */
static void
find_routed_account (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  Value bank = find_value (text, word->end, REACH);
  Value account = { 0 };

  if (bank.digits == 9 && bank.letters == 0)
    account = find_value (text, bank.end, SECRET_REACH);
  if (account.digits >= 6 && account.digits <= 17 && account.letters == 0 && !is_amount (text, &account))
    heed_reader_add_span (reader, spans, account.start, account.end, HEED_PRIVATE_ACCOUNT);
}

/* A passport or a licence: one code of letters and digits. */
static void
find_document (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  Value value = find_value (text, word->end, REACH);

  if (value.digits < 5 || value.digits + value.letters > 20 || value.digits + value.letters < 6
      || end_date (text, value.start) != 0 || !heed_reader_follows (reader, value.start, word->list, REACH))
    return;
  /* "QQ 12 34 56 C" */
  gboolean has_tail = text[value.end] == ' ' && g_ascii_isupper (text[value.end + 1])
                      && !g_ascii_isalnum (text[value.end + 2]) && value.groups > 1;
  heed_reader_add_span (reader, spans, value.start, value.end + (has_tail ? 2 : 0), HEED_PRIVATE_IDENTITY);
}

static void
find_po_box (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  Value value = find_value (reader->plain->text, word->end, SECRET_REACH);

  if (value.digits > 0)
    heed_reader_add_span (reader, spans, word->start, value.end, HEED_PRIVATE_ADDRESS);
}

static void
find_card_secret (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  Value value = find_value (text, word->end, SECRET_REACH);

  if (value.letters == 0 && value.groups == 1 && value.digits >= 3 && value.digits <= 8)
    heed_reader_add_span (reader, spans, value.start, value.end, HEED_PRIVATE_SECRET);
}

/* Whether a run of signs looks like a secret rather than like a word: a digit beside letters, or a sign between them.
 */
static gboolean
looks_secret (const char *text, gsize start, gsize end)
{
  gboolean has_letter = FALSE;
  gboolean has_other = FALSE;

  for (gsize at = start; at < end; at++)
    {
      has_letter |= g_ascii_isalpha (text[at]);
      has_other |= g_ascii_isdigit (text[at]) || (at > start && strchr ("@#$%&*!_^+=", text[at]) != NULL);
    }
  return has_letter && has_other && end - start >= LEAST_PASSWORD;
}

/* Behind the words that may stand between "password" and the password itself: "is", "lautet". */
static gsize
skip_fillers (const HeedReader *reader, gsize at)
{
  const HeedPlain *plain = reader->plain;

  for (guint skipped = 0; skipped < 2; skipped++)
    {
      gsize start = at + strspn (plain->text + at, " ");
      gsize length = strcspn (plain->text + start, " \n:=");
      gsize place = heed_plain_get_place (plain, start);
      gsize bytes = heed_plain_get_place (plain, start + length) - place;
      if (!heed_word_list_is_part ("password_filler", reader->text + place, bytes))
        break;
      at = start + length;
    }
  return at;
}

static gsize
end_password (const char *text, gsize at, gboolean is_in_link)
{
  gsize end = at + strcspn (text + at, is_in_link ? " \n&#" : " \n");

  while (end > at && strchr (",.;:)!?\"'", text[end - 1]) != NULL)
    end--;
  /* A mark at its end belongs to it: "Summer1!". */
  if (text[end] == '!' && text[end + 1] != '!' && looks_secret (text, at, end))
    end++;
  return end;
}

/* "password: …" and "password is …"; without either only what looks like one. */
static void
find_password (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  gsize at = skip_fillers (reader, word->end);
  gboolean is_named = FALSE;
  gboolean is_in_link = text[at] == '=';

  at += strspn (text + at, " ");
  while (text[at] == ':' || text[at] == '=')
    {
      is_named = TRUE;
      at++;
    }
  at += strspn (text + at, " \n\"'(");
  gsize end = end_password (text, at, is_in_link);
  if (looks_secret (text, at, end) || (is_named && end - at >= LEAST_PASSWORD))
    heed_reader_add_span (reader, spans, at, end, HEED_PRIVATE_SECRET);
}

/* "… as my password" */
static void
find_password_before (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  gsize end = word->start;

  while (end > 0 && strchr (" \n\"'", text[end - 1]) != NULL)
    end--;
  gsize start = end;
  while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
    start--;
  if (looks_secret (text, start, end))
    heed_reader_add_span (reader, spans, start, end, HEED_PRIVATE_SECRET);
}

static void
find_birth (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;

  /* "s. 1.2.1980": so short a word is one only with its dot. */
  if (word->end - word->start <= 2 && text[word->end] != '.')
    return;
  for (gsize at = word->end; at - word->end <= REACH && text[at] != '\0'; at++)
    {
      gboolean is_start = g_ascii_isalnum (text[at]) && !g_ascii_isalnum (text[at - 1]);
      gsize end = is_start ? end_date (text, at) : 0;
      if (end != 0)
        {
          heed_reader_add_span (reader, spans, at, end, HEED_PRIVATE_BIRTH);
          heed_name_finder_find_before (reader, word->first, spans);
          return;
        }
    }
}

/* "my name is Jane Roe"; "Name: Jane Roe", where without the colon it may be a thing's. */
static void
find_name (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  if (g_str_equal (word->list, "name") || reader->plain->text[word->end] == ':')
    heed_name_finder_find_behind (reader, word, spans);
}

static gboolean
is_sort_code (const char *text, gsize at)
{
  for (guint i = 0; i < 3; i++)
    {
      if (count_digits (text, at) != 2)
        return FALSE;
      at += 2;
      if (i < 2 && text[at] != '-' && text[at] != ' ')
        return FALSE;
      at++;
    }
  return TRUE;
}

/* Where a run of exactly @length digits starts from @from to @to; 0 when there is none. */
static gsize
find_run (const char *text, gsize from, gsize to, guint length)
{
  for (gsize at = from; at < to && text[at] != '\0'; at++)
    if (g_ascii_isdigit (text[at]) && (at == 0 || !g_ascii_isalnum (text[at - 1])))
      {
        guint digits = count_digits (text, at);
        if (digits == length && !g_ascii_isalpha (text[at + length]))
          return at;
        at += digits - 1;
      }
  return 0;
}

static gboolean
is_bank (const HeedReader *reader, gsize at)
{
  return heed_reader_follows (reader, at, "bank", REACH) || heed_reader_follows (reader, at, "account", REACH)
         || heed_reader_follows (reader, at, "sort_code", REACH);
}

/* "12-34-56" is a sort code behind the word for it, or when an account of eight digits stands beside it. */
static void
find_sort_codes (const HeedReader *reader, GArray *spans)
{
  const char *text = reader->plain->text;

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      if (!g_ascii_isdigit (text[at]) || (at > 0 && (g_ascii_isalnum (text[at - 1]) || text[at - 1] == '-'))
          || !is_sort_code (text, at) || text[at + 8] == '-' || g_ascii_isdigit (text[at + 8]))
        continue;
      gsize account = find_run (text, at + 8, at + 8 + ACCOUNT_REACH, 8);
      if (account == 0)
        account = find_run (text, at > ACCOUNT_REACH ? at - ACCOUNT_REACH : 0, at, 8);
      gboolean is_named = heed_reader_follows (reader, at, "sort_code", REACH)
                          || (account != 0 && is_bank (reader, MIN (at, account)))
                          || (account > at && is_bank (reader, account));
      if (!is_named && (account == 0 || text[at + 2] != '-'))
        continue;
      heed_reader_add_span (reader, spans, at, at + 8, HEED_PRIVATE_ACCOUNT);
      if (account != 0)
        heed_reader_add_span (reader, spans, account, account + 8, HEED_PRIVATE_ACCOUNT);
    }
}

/* The sort code without anything between its digits is one only by its word. */
static void
find_bare_sort_code (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  gboolean is_bank_only = g_str_equal (word->list, "bank");
  Value value = find_value (text, word->end, is_bank_only ? REACH : SECRET_REACH);

  guint length = count_digits (text, value.start);

  /* The British have six digits, the Germans eight. */
  if (value.digits == 0 || (length != 6 && length != 8))
    return;
  guint other = is_bank_only && length == 8 ? 6 : 8;
  gsize account = find_run (text, value.start + length, value.start + length + ACCOUNT_REACH, other);
  if (account == 0 && is_bank_only)
    return;
  heed_reader_add_span (reader, spans, value.start, value.start + length, HEED_PRIVATE_ACCOUNT);
  if (account != 0)
    heed_reader_add_span (reader, spans, account, account + other, HEED_PRIVATE_ACCOUNT);
}

/* "https://user:secret@host/"; the "@" goes as well, so that what stays is a link. */
static void
find_link_secrets (const HeedReader *reader, GArray *spans)
{
  const char *text = reader->plain->text;

  for (const char *at = strstr (text, "://"); at != NULL; at = strstr (at + 3, "://"))
    {
      gsize length = strcspn (at + 3, "/@ \n?#<>");
      if (at[3 + length] != '@' || memchr (at + 3, ':', length) == NULL)
        continue;
      gsize start = (gsize) (at + 3 - text);
      heed_reader_add_span (reader, spans, start, start + length + 1, HEED_PRIVATE_SECRET);
    }
}

/* The lines at the foot of a passport, ICAO Doc 9303: capitals, digits and "<". */
static void
find_machine_lines (const HeedReader *reader, GArray *spans)
{
  const char *text = reader->plain->text;

  for (const char *at = strstr (text, "<<"); at != NULL; at = strstr (at, "<<"))
    {
      const char *start = at;
      while (start > text && (g_ascii_isupper (start[-1]) || g_ascii_isdigit (start[-1]) || start[-1] == '<'))
        start--;
      while (g_ascii_isupper (*at) || g_ascii_isdigit (*at) || *at == '<')
        at++;
      if (at - start >= LEAST_MACHINE_LINE)
        heed_reader_add_span (reader, spans, (gsize) (start - text), (gsize) (at - text), HEED_PRIVATE_IDENTITY);
    }
}

/**
 * heed_named_finder_find: finds what is private for the words beside it, and secrets in links.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_named_finder_find (const HeedReader *reader, GArray *spans)
{
  static const struct
  {
    const char *list;
    void (*find) (const HeedReader *reader, const HeedBesideWord *word, GArray *spans);
  } finders[] = {
    { "account", find_account },   { "routing", find_routed_account },   { "meter", find_meter },
    { "passport", find_document }, { "licence", find_document },         { "tax_id", find_document },
    { "po_box", find_po_box },     { "password", find_password },        { "card_secret", find_card_secret },
    { "birth", find_birth },       { "sort_code", find_bare_sort_code }, { "bank", find_bare_sort_code },
    { "name", find_name },         { "name_field", find_name },          { "password_before", find_password_before },
  };

  g_return_if_fail (reader != NULL && spans != NULL);

  for (guint i = 0; i < reader->beside->len; i++)
    {
      const HeedBesideWord *word = &g_array_index (reader->beside, HeedBesideWord, i);
      for (guint finder = 0; finder < G_N_ELEMENTS (finders); finder++)
        if (*word->list == *finders[finder].list && g_str_equal (word->list, finders[finder].list))
          finders[finder].find (reader, word, spans);
    }
  find_sort_codes (reader, spans);
  find_link_secrets (reader, spans);
  find_machine_lines (reader, spans);
}
