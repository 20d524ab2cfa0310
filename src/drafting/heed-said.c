/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user's own words say already, which no sentence of the message says again. */

#include "heed-said.h"

#include <math.h>
#include <string.h>

#include "heed-day-finder.h"

/* Two amounts are the same within half of a hundredth. */
#define NEAR 0.005

/* So many letters of a currency's code begin its name in most languages: "Euro", "euros". */
#define CODE_LETTERS 3

/** heed_said_product: whether the story or the request names the product. */
gboolean
heed_said_product (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL && writer->facts->product != NULL, FALSE);

  return strstr (writer->facts->what_happened, writer->facts->product) != NULL
         || strstr (writer->facts->want, writer->facts->product) != NULL;
}

/* The digit behind a sign that parts the digits of a number; a blank only does so before three of them. */
static const char *
skip_separator (const char *at)
{
  const char *next = g_utf8_next_char (at);
  gunichar sign = g_utf8_get_char (at);
  gboolean is_blank = sign == ' ' || sign == 0xA0 || sign == 0x202F;

  if (is_blank && strspn (next, "0123456789") == 3)
    return next;
  return (sign == '.' || sign == ',' || sign == '\'' || sign == 0x2019) && g_ascii_isdigit (*next) ? next : NULL;
}

/* Reads the number at @at, however it is parted: two digits behind the last sign are its fraction. */
static double
read_number (const char *at, const char **end)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *last = NULL;

  while (at != NULL && g_ascii_isdigit (*at))
    {
      gsize length = strspn (at, "0123456789");
      g_string_append_len (digits, at, (gssize) length);
      last = at;
      at += length;
      *end = at;
      at = *at != '\0' ? skip_separator (at) : NULL;
    }
  gboolean has_fraction = *end - last == 2 && digits->len > 2 && last[-1] != ' ';
  return g_ascii_strtod (digits->str, NULL) / (has_fraction ? 100 : 1);
}

/* What a formatted amount has besides its number: the sign or the code of its currency. */
static char *
dup_sign (const char *amount)
{
  GString *sign = g_string_new (NULL);

  for (; *amount != '\0'; amount = g_utf8_next_char (amount))
    {
      gunichar character = g_utf8_get_char (amount);
      GUnicodeType type = g_unichar_type (character);
      if (g_unichar_isalpha (character) || type == G_UNICODE_CURRENCY_SYMBOL)
        g_string_append_unichar (sign, character);
    }
  return g_string_free (sign, FALSE);
}

static gboolean
is_currency_at (const char *at, const char *sign, const char *code)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return (*sign != '\0' && g_str_has_prefix (at, sign)) || g_ascii_strncasecmp (at, code, CODE_LETTERS) == 0;
}

static gboolean
is_currency_before (const char *text, const char *at, const char *sign, const char *code)
{
  g_autofree char *before = g_strchomp (g_strndup (text, (gsize) (at - text)));

  return (*sign != '\0' && g_str_has_suffix (before, sign)) || g_str_has_suffix (before, code);
}

static gboolean
says_amount (const HeedFacts *facts, const char *text, const char *amount)
{
  g_autofree char *sign = dup_sign (amount);
  gboolean is_whole = fabs (facts->amount - round (facts->amount)) < NEAR;

  for (const char *at = strpbrk (text, "0123456789"); at != NULL; at = strpbrk (at, "0123456789"))
    {
      const char *start = at;
      double number = read_number (start, &at);
      if (fabs (number - facts->amount) >= NEAR)
        continue;
      /* Of a number without a fraction there may be so many of anything. */
      if (!is_whole || is_currency_at (at, sign, facts->currency)
          || is_currency_before (text, start, sign, facts->currency))
        return TRUE;
    }
  return FALSE;
}

/**
 * heed_said_amount: whether the story or the request names the amount, in one of the ways in which people write it.
 * @amount: as the message would say it
 */
gboolean
heed_said_amount (const HeedWriter *writer, const char *amount)
{
  g_return_val_if_fail (writer != NULL && writer->facts->currency != NULL && amount != NULL, FALSE);

  return says_amount (writer->facts, writer->facts->what_happened, amount)
         || says_amount (writer->facts, writer->facts->want, amount);
}

/* Whether the user's words, where they are of the message's language, name a day. */
static gboolean
names_day (const HeedWriter *writer, const char *words, gint64 time)
{
  const HeedDraftOptions *options = writer->options;

  return writer->own_language == NULL
         && heed_day_finder_has (writer->phrases, words, time, options->zone, options->now);
}

/** heed_said_since: whether the story or the request names the day since when it is so. */
gboolean
heed_said_since (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, FALSE);

  return names_day (writer, writer->facts->what_happened, writer->facts->since)
         || names_day (writer, writer->facts->want, writer->facts->since);
}

/** heed_said_by: whether the request names the day until when. The story may tell of the same day as something else. */
gboolean
heed_said_by (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, FALSE);
  return names_day (writer, writer->facts->want, writer->facts->by);
}

/** heed_said_due: whether the words of a promise name the day until when. */
gboolean
heed_said_due (const HeedWriter *writer, const HeedPromise *promise)
{
  g_return_val_if_fail (writer != NULL && promise != NULL, FALSE);
  return names_day (writer, promise->text, promise->due);
}

/**
 * heed_said_get_postcode: the postcode, where the address does not hold it already.
 *
 * Returns: (transfer none) (nullable): what to say beside the address
 */
const char *
heed_said_get_postcode (const HeedFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->my_postcode == NULL || facts->my_address == NULL)
    return facts->my_postcode;

  g_autofree char *address = g_utf8_casefold (facts->my_address, -1);
  g_autofree char *postcode = g_utf8_casefold (facts->my_postcode, -1);
  return strstr (address, postcode) != NULL ? NULL : facts->my_postcode;
}
