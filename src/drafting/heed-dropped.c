/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a message left out for length, in words for the person who wrote the sheet. */

#include "heed-dropped.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Behind the kind of a reference, in its name as a fact. */
#define REFERENCE " reference"

static const struct
{
  const char *name;
  const char *title;
} titles[] = {
  { "what_happened", N_ ("What happened") },
  { "since", N_ ("Since when") },
  { "product", N_ ("The product") },
  { "amount", N_ ("The amount") },
  { "attempts", N_ ("What you tried before") },
  { "redirects", N_ ("Where they sent you") },
  { "promise", N_ ("A promise they did not keep") },
  { "consequence", N_ ("What it means for you") },
  { "customer_since", N_ ("How long you have been a customer") },
  { "own_want", N_ ("What you want, in your own words") },
  { "by", N_ ("By when you want it") },
  { "ask_when", N_ ("The question when they will get back to you") },
  { "urgent", N_ ("That it is urgent") },
  { "me", N_ ("Who you are") },
  { "call_me", N_ ("When they may call you") },
  { "thanks_to", N_ ("Thanks to a person of the company") },
  { "case reference", N_ ("The case number") },
  { "ticket reference", N_ ("The ticket number") },
  { "order reference", N_ ("The order number") },
  { "booking reference", N_ ("The booking number") },
  { "account reference", N_ ("The account number") },
  { "customer reference", N_ ("The customer number") },
  { "contract reference", N_ ("The contract number") },
  { "invoice reference", N_ ("The invoice number") },
  { "tracking reference", N_ ("The tracking number") },
  { "policy reference", N_ ("The policy number") },
  { "claim reference", N_ ("The claim number") },
  { "meter reference", N_ ("The meter number") },
  { "serial reference", N_ ("The serial number") },
  { "id reference", N_ ("The identity number") },
  { "other reference", N_ ("A reference number") },
};

/**
 * heed_dropped_dup_title: what a name among the "dropped" of a rendition stands for, such as "The product".
 * @name: as there; a kind of reference that the user named stands in it in their word
 *
 * Returns: (transfer full): in the user's language, with a capital and without a stop
 */
char *
heed_dropped_dup_title (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_ascii_strcasecmp (titles[i].name, name) == 0)
      return g_strdup (_ (titles[i].title));
  if (!g_str_has_suffix (name, REFERENCE))
    return g_strdup (name);

  g_autofree char *kind = g_strndup (name, strlen (name) - strlen (REFERENCE));
  /* Translators: a kind of number, in the user's own word. */
  return g_strdup_printf (_ ("The number “%s”"), kind);
}
