/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what looks like a phone number, a card or a bank account in free text, whoever's it is. */

#include "heed-number-finder.h"

#include <string.h>

#define MOST_GROUPS 12
#define LEAST_PHONE 8
#define MOST_PHONE 15
#define MOST_UNMARKED 12
#define LEAST_CARD 13
#define MOST_CARD 19
#define LEAST_IBAN 15
#define MOST_IBAN 34
#define TAIL 7
#define OTHER '\x01'

/* Digits in one go; between two groups of a number stand at most two separators. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean has_plus;
} Group;

/* The sign and the bracket in front belong to a number. */
static void
add_span (GArray *spans, const char *text, gsize start, gsize end, HeedPrivateKind kind)
{
  if (start > 0 && text[start - 1] == '(' && memchr (text + start, ')', end - start) != NULL)
    start--;
  if (start > 0 && text[start - 1] == '+')
    start--;

  HeedPrivateSpan span = { start, end, kind };
  g_array_append_val (spans, span);
}

static gsize
count_digits (const Group *groups, guint first, guint last)
{
  gsize digits = 0;

  for (guint i = first; i <= last; i++)
    digits += groups[i].end - groups[i].start;
  return digits;
}

/* The check digit of card numbers, ISO/IEC 7812-1 annex B. */
static gboolean
is_card (const char *text, const Group *groups, guint first, guint last)
{
  guint sum = 0;
  gboolean is_doubled = FALSE;

  for (guint i = last + 1; i-- > first;)
    for (gsize at = groups[i].end; at-- > groups[i].start;)
      {
        guint digit = (guint) (text[at] - '0') * (is_doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        is_doubled = !is_doubled;
      }
  return sum % 10 == 0;
}

static gsize
group_length (const Group *groups, guint count, guint index)
{
  return index < count ? groups[index].end - groups[index].start : 0;
}

/* Day, month and year, in either order and in any of the usual ways to part them. */
static gboolean
is_date (const char *text, const Group *groups, guint count, guint first)
{
  gsize lengths[3];

  for (guint i = 0; i < 3; i++)
    lengths[i] = group_length (groups, count, first + i);
  if (lengths[1] == 0 || lengths[1] > 2 || strchr ("./-", text[groups[first].end]) == NULL)
    return FALSE;
  return (lengths[0] <= 2 && (lengths[2] == 2 || lengths[2] == 4)) || (lengths[0] == 4 && lengths[2] <= 2);
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

/* Many countries write a number without any mark: what is left is that it comes in groups, parted by blanks and
 * dashes. Returns the last of them, −1 when it is no such number. */
static int
end_unmarked_phone (const char *text, const Group *groups, guint count)
{
  int found = -1;

  if (groups[0].start > 0
      && (g_ascii_isalnum (text[groups[0].start - 1]) || strchr ("-_#/=.", text[groups[0].start - 1]) != NULL))
    return -1;
  for (guint last = 0; last < count && group_length (groups, count, last) >= 2; last++)
    {
      gsize digits = count_digits (groups, 0, last);

      if (last > 0 && digits >= LEAST_PHONE && digits <= MOST_UNMARKED && !is_no_phone (text, groups, last))
        found = (int) last;
      if (strchr ("./", text[groups[last].end]) != NULL)
        break;
    }
  /* A part of a longer number is none; a lone digit behind it is something else. */
  return found >= 0 && group_length (groups, count, (guint) found + 1) < 2 ? found : -1;
}

/* The last group of a phone number that starts with group @first, −1 when none does. */
static int
end_phone (const char *text, const Group *groups, guint count, guint first)
{
  gboolean is_marked = groups[first].has_plus || text[groups[first].start] == '0';
  int found = -1;

  if (is_date (text, groups, count, first))
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
judge_groups (const char *text, const Group *groups, guint count, const char *tail, GArray *spans)
{
  for (guint first = 0; first < count; first++)
    {
      int phone = end_phone (text, groups, count, first);
      if (phone >= 0)
        add_span (spans, text, groups[first].start, groups[phone].end, HEED_PRIVATE_PHONE);
      for (guint last = first; last < count; last++)
        {
          gsize digits = count_digits (groups, first, last);
          if (digits >= LEAST_CARD && digits <= MOST_CARD && is_card (text, groups, first, last))
            add_span (spans, text, groups[first].start, groups[last].end, HEED_PRIVATE_CARD);
          if (tail != NULL && digits >= TAIL && digits <= MOST_PHONE
              && ends_with_digits (text, groups, first, last, tail))
            add_span (spans, text, groups[first].start, groups[last].end, HEED_PRIVATE_PHONE);
        }
    }
}

static gsize
skip_separators (const char *text, gsize at)
{
  gsize start = at;

  while (at - start < 3 && text[at] != '\0' && strchr (" -./()", text[at]) != NULL)
    at++;
  return at;
}

/* A span of 34 letters and digits at most, with one blank, dot or dash between them: ISO 13616's check, modulo 97. */
static gsize
end_iban (const char *text, gsize start)
{
  char letters[MOST_IBAN];
  gsize count = 0;
  gsize found = 0;

  for (gsize at = start; count < MOST_IBAN; at++)
    {
      if (count > 0 && text[at] != '\0' && strchr (" .-", text[at]) != NULL && g_ascii_isalnum (text[at + 1]))
        continue;
      if (!g_ascii_isalnum (text[at]))
        break;
      letters[count++] = g_ascii_toupper (text[at]);
      if (count < LEAST_IBAN || g_ascii_isalnum (text[at + 1]))
        continue;

      guint rest = 0;
      for (gsize i = 0; i < count; i++)
        {
          char letter = letters[(i + 4) % count];
          rest = g_ascii_isdigit (letter) ? (rest * 10 + (guint) (letter - '0')) % 97
                                          : (rest * 100 + (guint) (letter - 'A') + 10) % 97;
        }
      if (rest == 1)
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

/* The one ASCII sign that a character is another form of, such as a full-width digit or a dash that does not break;
 * 0 for what nobody sees, and a sign that parts everything for all the rest. */
static char
simplify (gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (character < 0x80)
    return (char) character;
  if (g_unichar_isdigit (character))
    return (char) ('0' + g_unichar_digit_value (character));
  if (g_unichar_isspace (character))
    return ' ';
  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_FORMAT:
    case G_UNICODE_NON_SPACING_MARK:
      return '\0';
    default:
      g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
      return parts[0] < 0x80 ? (char) parts[0] : OTHER;
    }
}

/* @text in ASCII; @places says where in it each sign ends, shifted by one so that it also says where it starts. */
static char *
dup_simple (const char *text, GArray *places)
{
  GString *simple = g_string_new (NULL);
  gsize place = 0;

  g_array_append_val (places, place);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      char sign = simplify (g_utf8_get_char (at));

      place = (gsize) (g_utf8_next_char (at) - text);
      if (sign == '\0')
        continue;
      g_string_append_c (simple, sign);
      g_array_append_val (places, place);
    }
  return g_string_free (simple, FALSE);
}

static void
find_in_ascii (const char *text, const char *tail, GArray *spans)
{
  for (gsize at = 0; text[at] != '\0'; at++)
    {
      gsize iban = may_be_iban (text, at) ? end_iban (text, at) : 0;
      if (iban > 0)
        add_span (spans, text, at, iban, HEED_PRIVATE_IBAN);
      if (!g_ascii_isdigit (text[at]))
        continue;

      Group groups[MOST_GROUPS];
      guint count;
      read_groups (text, at, groups, &count);
      judge_groups (text, groups, count, tail, spans);
      /* A number may start in the second half of a long row of groups. */
      at = groups[count == MOST_GROUPS ? MOST_GROUPS / 2 : count - 1].end - 1;
    }
}

/**
 * heed_number_finder_find: finds phone numbers, card numbers (by their check digit) and IBANs (by theirs).
 * @own_phone: (nullable): found by its last seven digits too, however it starts
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_number_finder_find (const char *text, const char *own_phone, GArray *spans)
{
  g_return_if_fail (text != NULL && spans != NULL);

  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) ignored = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *simple = dup_simple (text, places);
  g_autofree char *simple_phone = own_phone != NULL ? dup_simple (own_phone, ignored) : NULL;
  g_autofree char *tail = dup_tail (simple_phone);
  guint first = spans->len;

  find_in_ascii (simple, tail, spans);
  for (guint i = first; i < spans->len; i++)
    {
      HeedPrivateSpan *span = &g_array_index (spans, HeedPrivateSpan, i);
      span->start = g_array_index (places, gsize, span->start);
      span->end = g_array_index (places, gsize, span->end);
    }
}
