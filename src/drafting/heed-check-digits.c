/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The check digits of numbers that say who somebody is. Where each is from, data/identifiers/numbers.json says. */

#include <string.h>

#include "heed-numbers.h"

static int
digit (char letter)
{
  return letter - '0';
}

static guint64
read_number (const char *digits, gsize length)
{
  guint64 number = 0;

  for (gsize i = 0; i < length; i++)
    number = number * 10 + (guint64) digit (digits[i]);
  return number;
}

/** heed_check_digits_luhn: ISO/IEC 7812-1, annex B. */
gboolean
heed_check_digits_luhn (const char *digits, gsize length)
{
  g_return_val_if_fail (digits != NULL, FALSE);

  int sum = 0;
  for (gsize i = 0; i < length; i++)
    {
      int value = digit (digits[length - 1 - i]) * (i % 2 == 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
  return sum % 10 == 0;
}

/** heed_check_digits_iban: ISO 13616, by modulo 97 of ISO 7064, over letters and digits. */
gboolean
heed_check_digits_iban (const char *letters, gsize length)
{
  g_return_val_if_fail (letters != NULL && length > 4, FALSE);

  guint rest = 0;
  for (gsize i = 0; i < length; i++)
    {
      char letter = letters[(i + 4) % length];
      rest = g_ascii_isdigit (letter) ? (rest * 10 + (guint) (letter - '0')) % 97
                                      : (rest * 100 + (guint) (letter - 'A') + 10) % 97;
    }
  return rest == 1;
}

/* Months and days are moved on in many numbers, for the century or the sex. */
static gboolean
is_day (int month, int day)
{
  return month % 20 >= 1 && month % 20 <= 12 && day % 40 >= 1 && day % 40 <= 31;
}

/**
 * heed_check_digits_is_birth: whether the digits start with a day of birth.
 * @order: "ymd", "dmy" or "yymd" (with the century)
 */
gboolean
heed_check_digits_is_birth (const char *order, const char *digits)
{
  g_return_val_if_fail (order != NULL && digits != NULL, FALSE);

  gsize skip = g_str_equal (order, "yymd") ? 2 : 0;
  int first = (int) read_number (digits + skip, 2);
  int middle = (int) read_number (digits + skip + 2, 2);
  int last = (int) read_number (digits + skip + 4, 2);

  if (g_str_equal (order, "dmy"))
    return is_day (middle, first);
  /* The Czech women's months are 51 to 62, and 71 to 82 where the numbers ran out. */
  gboolean is_woman = (middle > 50 && middle <= 62) || (middle > 70 && middle <= 82);
  return is_day (middle, last) || (is_woman && is_day (middle - 50, last));
}

static gboolean
check_none (const HeedIdForm *form, const char *letters)
{
  return TRUE;
}

static gboolean
check_luhn (const HeedIdForm *form, const char *letters)
{
  return heed_check_digits_luhn (letters, form->length);
}

/* Over the last ten digits: the century is not counted. */
static gboolean
check_luhn10 (const HeedIdForm *form, const char *letters)
{
  return heed_check_digits_luhn (letters + form->length - 10, 10);
}

static gboolean
check_weights (const HeedIdForm *form, const char *letters)
{
  for (guint row = 0; row < form->n_weights; row++)
    {
      int sum = 0;
      for (gsize i = 0; i < form->length; i++)
        sum += digit (letters[i]) * form->weights[row][i];
      if (sum % form->modulus != 0)
        return FALSE;
    }
  return strspn (letters, "0") < form->length;
}

/* No group is all zeros, and areas 000, 666 and 900 on were never given out. */
static gboolean
check_ssn (const HeedIdForm *form, const char *letters)
{
  guint64 area = read_number (letters, 3);

  return area != 0 && area != 666 && area < 900 && read_number (letters + 3, 2) != 0
         && read_number (letters + 5, 4) != 0;
}

/* "QQ" was never given out, and stands in the examples that people copy the form from. */
static gboolean
check_nino (const HeedIdForm *form, const char *letters)
{
  static const char *const unused[] = { "BG", "GB", "KN", "NK", "NT", "TN", "ZZ" };

  for (guint i = 0; i < G_N_ELEMENTS (unused); i++)
    if (strncmp (letters, unused[i], 2) == 0)
      return FALSE;
  return (strncmp (letters, "QQ", 2) == 0
          || (strchr ("DFIQUV", letters[0]) == NULL && strchr ("DFIOQUV", letters[1]) == NULL))
         && letters[8] <= 'D';
}

/* ISO 7064, MOD 11,10; of the first ten digits one stands there twice or three times, and no other does. */
static gboolean
check_mod11_10 (const HeedIdForm *form, const char *letters)
{
  guint counts[10] = { 0 };
  guint repeated = 0;
  int product = 10;

  for (gsize i = 0; i < 10; i++)
    {
      int sum = (digit (letters[i]) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
      counts[digit (letters[i])]++;
    }
  for (gsize i = 0; i < 10; i++)
    {
      repeated += counts[i] > 1 ? 1 : 0;
      if (counts[i] > 3)
        return FALSE;
    }
  return letters[0] != '0' && repeated == 1 && (11 - product) % 10 == digit (letters[10]);
}

/* The letter counts as its two digits, and the digits of each product are added up. */
static gboolean
check_vsnr (const HeedIdForm *form, const char *letters)
{
  static const int weights[] = { 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1 };
  int letter = letters[8] - 'A' + 1;
  int digits[12];
  int sum = 0;

  for (gsize i = 0; i < 8; i++)
    digits[i] = digit (letters[i]);
  digits[8] = letter / 10;
  digits[9] = letter % 10;
  digits[10] = digit (letters[9]);
  digits[11] = digit (letters[10]);
  for (gsize i = 0; i < 12; i++)
    sum += digits[i] * weights[i] / 10 + digits[i] * weights[i] % 10;
  return sum % 10 == digit (letters[11]);
}

static gboolean
check_mod97_complement (const HeedIdForm *form, const char *letters)
{
  int month = (int) read_number (letters + 3, 2);

  return ((month >= 1 && month <= 12) || month >= 20)
         && 97 - read_number (letters, 13) % 97 == read_number (letters + 13, 2);
}

/* Who was born in this century has a 2 before the nine digits. */
static gboolean
check_mod97_nine (const HeedIdForm *form, const char *letters)
{
  guint64 number = read_number (letters, 9);
  guint64 check = read_number (letters + 9, 2);

  return 97 - number % 97 == check || 97 - (number + G_GUINT64_CONSTANT (2000000000)) % 97 == check;
}

static gboolean
check_mod23 (const HeedIdForm *form, const char *letters)
{
  guint64 number = g_ascii_isdigit (letters[0])
                     ? read_number (letters, 8)
                     : (guint64) (letters[0] - 'X') * 10000000 + read_number (letters + 1, 7);

  return "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] == letters[8];
}

static gboolean
check_codice_fiscale (const HeedIdForm *form, const char *letters)
{
  static const int odd[] = { 1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                             20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
  int sum = 0;

  for (gsize i = 0; i < 15; i++)
    {
      int value = g_ascii_isdigit (letters[i]) ? digit (letters[i]) : letters[i] - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
  return 'A' + sum % 26 == letters[15];
}

static gboolean
check_mod31 (const HeedIdForm *form, const char *letters)
{
  gsize skip = form->length == 11 ? 7 : 6;
  guint64 number = read_number (letters, 6) * 1000 + read_number (letters + skip, 3);

  return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31] == letters[form->length - 1];
}

static gboolean
check_mod11 (const HeedIdForm *form, const char *letters)
{
  return read_number (letters, form->length) % 11 == 0;
}

static gboolean
check_cpf (const HeedIdForm *form, const char *letters)
{
  if (strspn (letters, (const char[]){ letters[0], '\0' }) >= form->length)
    return FALSE;
  for (gsize place = 9; place <= 10; place++)
    {
      int sum = 0;
      for (gsize i = 0; i < place; i++)
        sum += digit (letters[i]) * (int) (place + 1 - i);
      if (sum * 10 % 11 % 10 != digit (letters[place]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_mod11_2 (const HeedIdForm *form, const char *letters)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (gsize i = 0; i < 17; i++)
    sum += digit (letters[i]) * weights[i];
  return "10X98765432"[sum % 11] == letters[17] && heed_check_digits_is_birth ("yymd", letters + 6);
}

static gboolean
check_verhoeff (const HeedIdForm *form, const char *letters)
{
  static const char turns[8][11] = { "0123456789", "1576283094", "5803796142", "8916043527",
                                     "9453126870", "4286573901", "2793806415", "7046913258" };
  static const char products[10][11] = { "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
                                         "5987604321", "6598710432", "7659821043", "8765932104", "9876543210" };
  int check = 0;

  for (gsize i = 0; i < form->length; i++)
    check = digit (products[check][digit (turns[i % 8][digit (letters[form->length - 1 - i])])]);
  return check == 0;
}

/* A province, then further in a day of birth, a woman's plus 40. */
static gboolean
check_nik (const HeedIdForm *form, const char *letters)
{
  return read_number (letters, 2) >= 11 && heed_check_digits_is_birth ("dmy", letters + 6);
}

static gboolean
check_tckn (const HeedIdForm *form, const char *letters)
{
  int odd = 0;
  int even = 0;

  for (gsize i = 0; i < 9; i++)
    *(i % 2 == 0 ? &odd : &even) += digit (letters[i]);
  return (odd * 7 - even + 100) % 10 == digit (letters[9])
         && (odd + even + digit (letters[9])) % 10 == digit (letters[10]);
}

/** heed_check_digits_look_up: (transfer none): the check of that name in data/identifiers/numbers.json; %NULL for none.
 */
HeedIdCheck
heed_check_digits_look_up (const char *name)
{
  static const struct
  {
    const char *name;
    HeedIdCheck check;
  } checks[] = {
    { "none", check_none },
    { "luhn", check_luhn },
    { "luhn10", check_luhn10 },
    { "weights", check_weights },
    { "ssn", check_ssn },
    { "nino", check_nino },
    { "mod11_10", check_mod11_10 },
    { "vsnr", check_vsnr },
    { "mod97_complement", check_mod97_complement },
    { "mod97_nine", check_mod97_nine },
    { "mod23", check_mod23 },
    { "codice_fiscale", check_codice_fiscale },
    { "mod31", check_mod31 },
    { "mod11", check_mod11 },
    { "cpf", check_cpf },
    { "mod11_2", check_mod11_2 },
    { "verhoeff", check_verhoeff },
    { "nik", check_nik },
    { "tckn", check_tckn },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_strcmp0 (checks[i].name, name) == 0)
      return checks[i].check;
  return NULL;
}
