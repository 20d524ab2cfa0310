/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what has no form of its own and is private for the words beside it: "account no. 1234 5678", "born 1.2.1980".
 */

#include "heed-named-finder.h"

#include <string.h>

#include "heed-privacy.h"

/* How far behind its word a value may start. In signs. */
#define REACH 26
#define SECRET_REACH 8

/* The bank's part of a British account and the account beside it stand at most so far from each other. */
#define ACCOUNT_REACH 30

#define LEAST_PASSWORD 4
#define LEAST_MACHINE_LINE 20
#define MOST_NAMES 4

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

/* Up to four capitals, as in "AC 1234": longer or smaller ones are a word of the sentence. */
static gboolean
is_code_start (const char *text, gsize start, gsize end)
{
  for (gsize at = start; at < end; at++)
    if (!g_ascii_isupper (text[at]))
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

/* A sentence ends here; right behind the word, as in "no. 5", a dot only shortens it. */
static gboolean
ends_sentence (const char *text, gsize at, gsize start)
{
  if (strchr (".!?;", text[at]) == NULL || (text[at + 1] != ' ' && text[at + 1] != '\n'))
    return FALSE;
  return text[at] != '.' || at > start + 1;
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

/* The end of day, month and year from @at on, in digits or with the month in letters; 0 when there is no such. */
static gsize
end_date (const char *text, gsize at)
{
  guint first = count_digits (text, at);

  if (first == 0 || first > 4 || first == 3)
    return 0;
  at += first;
  while (g_ascii_isalpha (text[at]) && first <= 2 && !is_separator (text[at]))
    at++;
  at += is_separator (text[at]) ? 1 : 0;
  at += text[at] == ' ' ? 1 : 0;
  gsize middle = at;
  while (g_ascii_isalnum (text[at]))
    at++;
  if (at == middle || !is_separator (text[at]))
    return 0;
  at++;
  at += text[at] == ' ' ? 1 : 0;
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

/* "password: …" and "password is …"; without either the word only speaks of one. */
static void
find_password (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;
  gsize at = word->end;
  gboolean is_named = FALSE;
  gboolean has_digit = FALSE;

  at += strspn (text + at, " ");
  if (text[at] == ':' || text[at] == '=')
    {
      is_named = TRUE;
      at++;
    }
  else if (g_ascii_strncasecmp (text + at, "is ", 3) == 0)
    at += 3;
  else
    return;
  at += strspn (text + at, " ");
  gsize end = at + strcspn (text + at, " \n&#");
  while (end > at && strchr (",.;:)", text[end - 1]) != NULL)
    end--;
  for (gsize i = at; i < end; i++)
    has_digit = has_digit || g_ascii_isdigit (text[i]);
  if (end - at >= LEAST_PASSWORD && (is_named || has_digit))
    heed_reader_add_span (reader, spans, at, end, HEED_PRIVATE_SECRET);
}

static void
find_birth (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  const char *text = reader->plain->text;

  for (gsize at = word->end; at - word->end <= REACH && text[at] != '\0'; at++)
    {
      gboolean is_start = g_ascii_isdigit (text[at]) && !g_ascii_isalnum (text[at - 1]);
      gsize end = is_start ? end_date (text, at) : 0;
      if (end != 0)
        {
          heed_reader_add_span (reader, spans, at, end, HEED_PRIVATE_BIRTH);
          return;
        }
    }
}

/* The index of the first word of the text that starts behind @word. */
static guint
find_word (const HeedReader *reader, const HeedBesideWord *word)
{
  gsize place = heed_plain_get_place (reader->plain, word->end);
  guint low = 0;
  guint high = reader->words->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (heed_words_get (reader->words, middle)->start < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Two to four words with capitals: "my name is Jane Roe". */
static void
find_name (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  guint first = find_word (reader, word);
  guint count = 0;

  while (first + count < reader->words->words->len && count < MOST_NAMES)
    {
      const HeedWord *name = heed_words_get (reader->words, first + count);
      if (!name->has_capital || (count > 0 && !name->is_joined))
        break;
      count++;
    }
  if (count < 2)
    return;
  const HeedWord *start = heed_words_get (reader->words, first);
  if (start->start - heed_plain_get_place (reader->plain, word->end) > 3)
    return;
  HeedPrivateSpan span = { start->start, heed_words_get (reader->words, first + count - 1)->end, HEED_PRIVATE_NAME };
  g_array_append_val (spans, span);
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

/* Where a run of exactly eight digits starts within reach of @at; 0 when there is none. */
static gsize
find_eight (const char *text, gsize from, gsize to)
{
  for (gsize at = from; at < to && text[at] != '\0'; at++)
    if (g_ascii_isdigit (text[at]) && (at == 0 || !g_ascii_isalnum (text[at - 1])))
      {
        guint digits = count_digits (text, at);
        if (digits == 8 && !g_ascii_isalpha (text[at + 8]))
          return at;
        at += digits - 1;
      }
  return 0;
}

/* "12-34-56" is a sort code behind the word for it, or when an account of eight digits stands beside it. */
static void
find_sort_codes (const HeedReader *reader, GArray *spans)
{
  const char *text = reader->plain->text;

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      if (!g_ascii_isdigit (text[at]) || (at > 0 && (g_ascii_isalnum (text[at - 1]) || text[at - 1] == '-'))
          || !is_sort_code (text, at) || text[at + 8] == '-')
        continue;
      gsize account = find_eight (text, at + 8, at + 8 + ACCOUNT_REACH);
      if (account == 0)
        account = find_eight (text, at > ACCOUNT_REACH ? at - ACCOUNT_REACH : 0, at);
      gboolean is_named = heed_reader_follows (reader, at, "sort_code", REACH);
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
  Value value = find_value (text, word->end, SECRET_REACH);

  guint length = count_digits (text, value.start);

  /* The British have six digits, the Germans eight. */
  if (value.digits == 0 || (length != 6 && length != 8))
    return;
  heed_reader_add_span (reader, spans, value.start, value.start + length, HEED_PRIVATE_ACCOUNT);
  gsize account = find_eight (text, value.start + length, value.start + length + ACCOUNT_REACH);
  if (account != 0)
    heed_reader_add_span (reader, spans, account, account + 8, HEED_PRIVATE_ACCOUNT);
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
    { "account", find_account },
    { "passport", find_document },
    { "licence", find_document },
    { "tax_id", find_document },
    { "po_box", find_po_box },
    { "password", find_password },
    { "card_secret", find_card_secret },
    { "birth", find_birth },
    { "sort_code", find_bare_sort_code },
    { "name", find_name },
  };

  g_return_if_fail (reader != NULL && spans != NULL);

  for (guint i = 0; i < reader->beside->len; i++)
    {
      const HeedBesideWord *word = &g_array_index (reader->beside, HeedBesideWord, i);
      for (guint finder = 0; finder < G_N_ELEMENTS (finders); finder++)
        if (g_str_equal (word->list, finders[finder].list))
          finders[finder].find (reader, word, spans);
    }
  find_sort_codes (reader, spans);
  find_link_secrets (reader, spans);
  find_machine_lines (reader, spans);
}
