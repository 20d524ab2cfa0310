/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what looks like a phone number, a card or a bank account in free text, whoever's it is. */

#include "heed-number-finder.h"

#include <string.h>

#include "heed-numbers.h"

#define MOST_GROUPS 12
#define LEAST_PHONE 8
#define MOST_PHONE 15
#define MOST_UNMARKED 12
#define LEAST_CARD 13
#define MOST_CARD 19
#define LEAST_IBAN 15
#define MOST_IBAN 34
#define TAIL 7

/* A number in one go is a phone's only behind a word for it; from so many digits on. */
#define LEAST_BARE_PHONE 7

/* How far before a number a word says what it is: for what it is, and for what it is not. In signs. */
#define WORD_REACH 24
#define OTHER_REACH 14

/* Digits in one go; between two groups of a number stand at most two separators. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean has_plus;
} Group;

/* The sign and the bracket in front belong to a number. */
static void
add_span (const HeedReader *reader, GArray *spans, gsize start, gsize end, HeedPrivateKind kind)
{
  const char *text = reader->plain->text;

  if (start > 0 && text[start - 1] == '(' && memchr (text + start, ')', end - start) != NULL)
    start--;
  if (start > 0 && text[start - 1] == '+')
    start--;
  heed_reader_add_span (reader, spans, start, end, kind);
}

static gsize
count_digits (const Group *groups, guint first, guint last)
{
  gsize digits = 0;

  for (guint i = first; i <= last; i++)
    digits += groups[i].end - groups[i].start;
  return digits;
}

static gsize
read_digits (const char *text, const Group *groups, guint first, guint last, char *digits)
{
  gsize length = 0;

  for (guint i = first; i <= last; i++)
    {
      memcpy (digits + length, text + groups[i].start, groups[i].end - groups[i].start);
      length += groups[i].end - groups[i].start;
    }
  digits[length] = '\0';
  return length;
}

/* A card by its issuer and check digit; behind the word for it, by its length alone: a slip leaves most of it. */
static gboolean
is_card (const HeedReader *reader, const Group *groups, guint first, guint last)
{
  const char *text = reader->plain->text;

  /* A part of what dashes hold together: "328-3030767-2927269". */
  if (first > 0 && text[groups[first].start - 1] == '-')
    return FALSE;
  char digits[MOST_CARD + 1];
  gsize length = read_digits (text, groups, first, last, digits);

  return heed_numbers_is_card (digits, length) || heed_reader_follows (reader, groups[first].start, "card", WORD_REACH);
}

static gsize
group_length (const Group *groups, guint count, guint index)
{
  return index < count ? groups[index].end - groups[index].start : 0;
}

static guint
read_small (const char *text, const Group *group)
{
  return (guint) g_ascii_strtoull (text + group->start, NULL, 10);
}

static gboolean
is_day_of_year (guint one, guint other)
{
  return one >= 1 && other >= 1 && one <= 31 && other <= 31 && (one <= 12 || other <= 12);
}

/* Day, month and year, in either order and in any of the usual ways to part them, and nothing parted so behind it. */
static gboolean
is_date (const char *text, const Group *groups, guint count, guint first)
{
  gsize lengths[3];

  for (guint i = 0; i < 3; i++)
    lengths[i] = group_length (groups, count, first + i);
  if (lengths[0] == 0 || lengths[1] == 0 || lengths[1] > 2 || lengths[2] == 0
      || strchr ("./-", text[groups[first].end]) == NULL)
    return FALSE;
  if (first + 3 < count && text[groups[first + 2].end] == text[groups[first].end])
    return FALSE;

  guint one = read_small (text, &groups[first]);
  guint middle = read_small (text, &groups[first + 1]);
  guint last = read_small (text, &groups[first + 2]);
  if (lengths[0] == 4)
    return lengths[2] <= 2 && is_day_of_year (middle, last);
  return lengths[0] <= 2 && (lengths[2] == 2 || lengths[2] == 4) && is_day_of_year (one, middle);
}

static gboolean
is_year (const char *text, const Group *group)
{
  return group->end - group->start == 4
         && (strncmp (text + group->start, "19", 2) == 0 || strncmp (text + group->start, "20", 2) == 0);
}

/* Ends in a year ("14-15 2026", "2024-2026"), or is written like an amount ("12 345 678"). */
static gboolean
is_no_phone (const char *text, const Group *groups, guint last)
{
  gboolean is_amount = group_length (groups, last + 1, 0) <= 2;

  for (guint i = 1; i <= last; i++)
    is_amount = is_amount && groups[i].end - groups[i].start == 3;
  return is_amount || (is_year (text, &groups[last]) && (last == 2 || is_year (text, &groups[0])));
}

/* Capitals right before a number make it a code, as "AB 1234 5678". */
static gboolean
follows_capitals (const char *text, gsize at)
{
  gsize end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
  gsize start = end;

  while (start > 0 && g_ascii_isupper (text[start - 1]))
    start--;
  return end - start >= 2 && end - start <= 4 && (start == 0 || !g_ascii_isalnum (text[start - 1]));
}

/* Many countries write a number without any mark: what is left is that it comes in groups, parted by blanks and
 * dashes. Returns the last of them, −1 when it is no such number. */
static int
end_unmarked_phone (const char *text, const Group *groups, guint count)
{
  int found = -1;

  if (follows_capitals (text, groups[0].start))
    return -1;
  for (guint last = 0; last < count && group_length (groups, count, last) >= 2; last++)
    {
      gsize digits = count_digits (groups, 0, last);
      /* What a bracket or a date starts is something else: "93957105 (23.5.2026". */
      if (last > 0 && (is_date (text, groups, count, last) || text[groups[last].start - 1] == '('))
        break;
      gboolean is_round = strncmp (text + groups[last].start, "000", groups[last].end - groups[last].start) == 0;

      if (last > 0 && digits >= LEAST_PHONE && digits <= MOST_UNMARKED && !is_round
          && !is_no_phone (text, groups, last))
        found = (int) last;
      if (strchr ("./", text[groups[last].end]) != NULL)
        break;
    }
  /* A part of a longer number is none; a lone digit behind it is something else. */
  return found >= 0 && group_length (groups, count, (guint) found + 1) < 2 ? found : -1;
}

/* "0900-1700" */
static gboolean
is_time_range (const char *text, const Group *groups, guint count, guint first)
{
  if (group_length (groups, count, first) != 4 || group_length (groups, count, first + 1) != 4)
    return FALSE;
  for (guint i = first; i <= first + 1; i++)
    if (read_small (text, &groups[i]) > 2400 || read_small (text, &groups[i]) % 100 > 59)
      return FALSE;
  return TRUE;
}

static gboolean
is_isbn (const char *text, const Group *groups, guint count)
{
  return group_length (groups, count, 0) == 3 && strncmp (text + groups[0].start, "97", 2) == 0
         && count_digits (groups, 0, MIN (count, 5) - 1) == 13;
}

/* Whether a letter or a sign of codes stands right before or behind the groups: "JD0123", "#0123", "BH-0123". */
static gboolean
is_code (const char *text, const Group *groups, guint count)
{
  gsize at = groups[0].start;
  gsize end = groups[count - 1].end;

  if (groups[0].has_plus || at == 0)
    return g_ascii_isalpha (text[end]);
  return g_ascii_isalnum (text[at - 1]) || strchr ("#_=@", text[at - 1]) != NULL || g_ascii_isalpha (text[end])
         || (strchr ("-/.", text[at - 1]) != NULL && at > 1 && g_ascii_isalnum (text[at - 2]));
}

/* "8.4.20.535", "15.38/10.68": no phone number holds a lone digit but at its start, or dots and strokes at once. */
static gboolean
is_version (const char *text, const Group *groups, guint count)
{
  gboolean has_dot = FALSE;
  gboolean has_stroke = FALSE;

  for (guint i = 0; i < count; i++)
    {
      has_dot |= i + 1 < count && text[groups[i].end] == '.';
      /* The first stroke may part the code of an area, "0470/34.19.91". */
      has_stroke |= i + 1 < count && text[groups[i].end] == '/' && (i > 0 || text[groups[0].start] != '0');
      if (i > 0 && has_dot && groups[i].end - groups[i].start == 1)
        return TRUE;
    }
  return has_dot && has_stroke;
}

/* A run behind a word such as "call me at" is a phone number if only it is long enough. */
static int
end_named_phone (const HeedReader *reader, const Group *groups, guint count)
{
  int found = -1;

  const char *text = reader->plain->text;

  if (!heed_reader_follows (reader, groups[0].start, "phone", WORD_REACH) || is_date (text, groups, count, 0)
      || is_version (text, groups, count) || (groups[0].start > 0 && text[groups[0].start - 1] == '@'))
    return -1;
  for (guint last = 0; last < count && count_digits (groups, 0, last) <= MOST_PHONE; last++)
    if (count_digits (groups, 0, last) >= LEAST_BARE_PHONE)
      found = (int) last;
  return found;
}

/* "8 (968) 044-66-18": an eight, then ten digits. */
static gboolean
is_russian (const char *text, const Group *groups, guint count, guint first)
{
  return group_length (groups, count, first) == 1 && text[groups[first].start] == '8'
         && group_length (groups, count, first + 1) == 3 && text[groups[first + 1].end] == ')'
         && count_digits (groups, first, MIN (first + 4, count - 1)) == 11;
}

/* The last group of a phone number that starts with group @first, −1 when none does. */
static int
end_phone (const char *text, const Group *groups, guint count, guint first)
{
  gboolean is_marked = groups[first].has_plus || text[groups[first].start] == '0'
                       || is_russian (text, groups, count, first);
  int found = -1;

  if (is_time_range (text, groups, count, first) || (first == 0 && is_isbn (text, groups, count)))
    return -1;
  /* "002.320.16": two zeros lead to a country, which three digits with a dot behind are not. */
  if (group_length (groups, count, first) == 3 && strncmp (text + groups[first].start, "00", 2) == 0
      && text[groups[first].end] == '.')
    return -1;
  /* "0.12345678" */
  if (group_length (groups, count, first) == 1 && text[groups[first].start] == '0' && text[groups[first].end] == '.')
    return -1;
  for (guint last = first; is_marked && last < count; last++)
    {
      gsize digits = count_digits (groups, first, last);
      if (digits > MOST_PHONE)
        break;
      if (digits >= LEAST_PHONE)
        found = (int) last;
    }
  /* The North American way to write one has no mark but its shape. */
  guint area = group_length (groups, count, first) == 1 ? first + 1 : first;
  if (!is_marked && group_length (groups, count, area) == 3 && group_length (groups, count, area + 1) == 3
      && group_length (groups, count, area + 2) == 4)
    found = (int) area + 2;
  return !is_marked && found < 0 && first == 0 ? end_unmarked_phone (text, groups, count) : found;
}

/* Behind an extension of one to five digits, "ext. 22" or "x22"; @end where there is none. */
static gsize
skip_extension (const char *text, gsize end)
{
  gsize start = end + strspn (text + end, " ,-");
  gsize at = start;

  while (g_ascii_isalpha (text[at]))
    at++;
  g_autofree char *word = g_ascii_strdown (text + start, (gssize) (at - start));
  if (text[start] == '#')
    at++;
  else if (at == start || !heed_numbers_is_extension (word))
    return end;
  at += strspn (text + at, ". ");
  gsize digits = strspn (text + at, "0123456789");
  return digits >= 1 && digits <= 5 && !g_ascii_isalnum (text[at + digits]) ? at + digits : end;
}

static void
add_phone (const HeedReader *reader, GArray *spans, gsize start, gsize end)
{
  add_span (reader, spans, start, skip_extension (reader->plain->text, end), HEED_PRIVATE_PHONE);
}

static void
find_phones (const HeedReader *reader, const Group *groups, guint count, GArray *spans)
{
  const char *text = reader->plain->text;
  int named = end_named_phone (reader, groups, count);

  if (named >= 0)
    add_phone (reader, spans, groups[0].start, groups[named].end);
  if (named >= 0 || is_code (text, groups, count)
      || (!groups[0].has_plus && heed_reader_follows (reader, groups[0].start, "not_phone", OTHER_REACH)))
    return;
  for (guint first = 0; first < count; first++)
    {
      if (is_date (text, groups, count, first))
        {
          first += 2;
          continue;
        }
      /* "407-0490236": a zero in the middle of what a dash holds together marks nothing. */
      gboolean is_inside = first > 0 && text[groups[first].start - 1] == '-' && !groups[first].has_plus;
      int phone = is_inside ? -1 : end_phone (text, groups, count, first);
      if (phone >= 0 && !is_version (text, groups + first, (guint) phone - first + 1))
        add_phone (reader, spans, groups[first].start, groups[phone].end);
    }
}

static gboolean
ends_with_digits (const char *text, const Group *groups, guint first, guint last, const char *tail)
{
  gsize left = strlen (tail);

  for (guint i = last + 1; i-- > first && left > 0;)
    for (gsize at = groups[i].end; at-- > groups[i].start && left > 0;)
      if (text[at] != tail[--left])
        return FALSE;
  return left == 0;
}

static void
judge_groups (const HeedReader *reader, const Group *groups, guint count, const char *tail, GArray *spans)
{
  const char *text = reader->plain->text;

  find_phones (reader, groups, count, spans);
  for (guint first = 0; first < count; first++)
    for (guint last = first; last < count; last++)
      {
        gsize digits = count_digits (groups, first, last);
        /* A bracket starts something else: "42117500 (2026-05-24)". */
        if (digits > MOST_CARD || (last > first && text[groups[last].start - 1] == '('))
          break;
        if (digits >= LEAST_CARD && is_card (reader, groups, first, last))
          add_span (reader, spans, groups[first].start, groups[last].end, HEED_PRIVATE_CARD);
        if (tail != NULL && digits >= TAIL && digits <= MOST_PHONE
            && ends_with_digits (text, groups, first, last, tail))
          add_span (reader, spans, groups[first].start, groups[last].end, HEED_PRIVATE_PHONE);
      }
}

static gsize
skip_separators (const char *text, gsize at)
{
  gsize start = at;

  while (at - start < 3 && text[at] != '\0' && strchr (" \n-./()", text[at]) != NULL)
    at++;
  /* A full stop parts what stands on its two sides. */
  return text[start] == '.' && g_ascii_isspace (text[start + 1]) ? start : at;
}

/* A span of 34 letters and digits at most, with one blank, dot or dash between them. */
static gsize
end_iban (const char *text, gsize start)
{
  char letters[MOST_IBAN];
  gsize count = 0;
  gsize found = 0;

  for (gsize at = start; count < MOST_IBAN; at++)
    {
      if (count > 0 && text[at] != '\0' && strchr (" \n.-", text[at]) != NULL && g_ascii_isalnum (text[at + 1]))
        continue;
      if (!g_ascii_isalnum (text[at]))
        break;
      letters[count++] = g_ascii_toupper (text[at]);
      if (count >= LEAST_IBAN && !g_ascii_isalnum (text[at + 1]) && heed_numbers_is_iban (letters, count))
        found = at + 1;
    }
  return found;
}

static gboolean
may_be_iban (const char *text, gsize at)
{
  return (at == 0 || !g_ascii_isalnum (text[at - 1])) && g_ascii_isalpha (text[at]) && g_ascii_isalpha (text[at + 1])
         && g_ascii_isdigit (text[at + 2]) && g_ascii_isdigit (text[at + 3]);
}

static char *
dup_tail (const char *phone)
{
  GString *digits = g_string_new (NULL);

  for (; phone != NULL && *phone != '\0'; phone++)
    if (g_ascii_isdigit (*phone))
      g_string_append_c (digits, *phone);
  if (digits->len < TAIL)
    {
      g_string_free (digits, TRUE);
      return NULL;
    }
  g_string_erase (digits, 0, (gssize) (digits->len - TAIL));
  return g_string_free (digits, FALSE);
}

static void
read_groups (const char *text, gsize at, Group *groups, guint *count)
{
  for (*count = 0; *count < MOST_GROUPS;)
    {
      Group *group = &groups[(*count)++];
      group->has_plus = at > 0 && text[at - 1] == '+';
      group->start = at;
      while (g_ascii_isdigit (text[at]))
        at++;
      group->end = at;

      gsize next = skip_separators (text, at);
      if (text[next] == '+' && next > at)
        break;
      if (next == at || !g_ascii_isdigit (text[next]))
        break;
      at = next;
    }
}

/**
 * heed_number_finder_find: finds phone numbers, card numbers (by their check digit) and IBANs (by theirs).
 * @own_phone: (nullable): found by its last seven digits too, however it starts
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_number_finder_find (const HeedReader *reader, const char *own_phone, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  g_autoptr (HeedPlain) plain_phone = heed_plain_new (own_phone != NULL ? own_phone : "");
  g_autofree char *tail = dup_tail (plain_phone->text);
  const char *text = reader->plain->text;

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      gsize iban = may_be_iban (text, at) ? end_iban (text, at) : 0;
      if (iban > 0)
        add_span (reader, spans, at, iban, HEED_PRIVATE_IBAN);
      if (!g_ascii_isdigit (text[at]))
        continue;

      Group groups[MOST_GROUPS] = { 0 };
      guint count;
      read_groups (text, at, groups, &count);
      judge_groups (reader, groups, count, tail, spans);
      /* A number may start in the second half of a long row of groups. */
      at = groups[count == MOST_GROUPS ? MOST_GROUPS / 2 : count - 1].end - 1;
    }
}
