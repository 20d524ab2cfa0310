/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-amount.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *sign;
  const char *code;
} signs[] = {
  { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" }, { "¥", "JPY" }, { "zł", "PLN" }, { "Kč", "CZK" }, { "₹", "INR" },
};

/** heed_amount_dup_usual_currency: (transfer full) (nullable): the code of the user's country, such as "EUR". */
char *
heed_amount_dup_usual_currency (void)
{
  const char *code = localeconv ()->int_curr_symbol;

  return code != NULL && strlen (code) >= 3 ? g_strndup (code, 3) : NULL;
}

/* A separator with one or two digits behind it, and nothing else of its kind, begins the cents; others group. */
static double
parse_number (const char *digits)
{
  const char *last = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = digits; *c != '\0'; c++)
    if (*c == '.' || *c == ',')
      last = c;
  gsize n_behind = last != NULL ? strspn (last + 1, "0123456789") : 0;
  for (const char *c = digits; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (plain, *c);
      else if (c == last && n_behind > 0 && n_behind <= 2)
        g_string_append_c (plain, '.');
    }
  return g_ascii_strtod (plain->str, NULL);
}

static char *
dup_currency (const char *word, const char *usual)
{
  if (*word == '\0')
    return g_strdup (usual);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i].sign, word) == 0)
      return g_strdup (signs[i].code);
  return strlen (word) == 3 && g_ascii_isalpha (word[0]) && g_ascii_isalpha (word[1]) && g_ascii_isalpha (word[2])
           ? g_ascii_strup (word, -1)
           : NULL;
}

/**
 * heed_amount_parse: reads what people write for an amount of money: "29.99", "€ 1.234,50", "40 GBP".
 * @usual_currency: (nullable): meant where none is written
 * @amount: (out): negative where nothing is written
 * @currency: (out) (transfer full) (nullable): the ISO 4217 code
 *
 * Returns: %FALSE when it is no amount
 */
gboolean
heed_amount_parse (const char *text, const char *usual_currency, double *amount, char **currency)
{
  g_return_val_if_fail (text != NULL && amount != NULL && currency != NULL, FALSE);

  g_autoptr (GRegex)
    regex = g_regex_new ("^\\s*([^\\d\\s.,]*)\\s*(\\d[\\d.,' \\x{a0}\\x{202f}]*)\\s*([^\\d\\s.,]*)\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  *amount = -1;
  *currency = NULL;
  if (text[strspn (text, " \t")] == '\0')
    return TRUE;
  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *digits = g_match_info_fetch (match, 2);
  g_autofree char *behind = g_match_info_fetch (match, 3);
  if (*before != '\0' && *behind != '\0')
    return FALSE;
  *currency = dup_currency (*before != '\0' ? before : behind, usual_currency);
  if (*currency == NULL)
    return FALSE;
  *amount = parse_number (digits);
  return TRUE;
}

/** heed_amount_format: (transfer full): the amount as a person would type it; "" for none. */
char *
heed_amount_format (double amount, const char *currency)
{
  if (amount < 0)
    return g_strdup ("");

  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (number, sizeof number, "%.2f", amount);
  return g_strconcat (number, currency != NULL ? " " : "", currency != NULL ? currency : "", NULL);
}
