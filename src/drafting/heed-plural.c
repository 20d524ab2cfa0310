/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which form a counted thing takes. The categories and their conditions are those of Unicode CLDR 45 (plurals.xml) for
 * whole numbers; the category of whole millions in Romance languages is left out, as nobody counts so far here. */

#include "heed-plural.h"

typedef struct
{
  const char *name;
  const char *categories;
  const char *(*choose) (guint count);
} Rule;

static const char *
choose_none (guint count)
{
  return "other";
}

static const char *
choose_one (guint count)
{
  return count == 1 ? "one" : "other";
}

static const char *
choose_zero_one (guint count)
{
  return count <= 1 ? "one" : "other";
}

static const char *
choose_two (guint count)
{
  return count == 1 ? "one" : count == 2 ? "two" : "other";
}

static gboolean
is_few (guint count)
{
  return count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14);
}

static const char *
choose_polish (guint count)
{
  return count == 1 ? "one" : is_few (count) ? "few" : "many";
}

static const char *
choose_east_slavic (guint count)
{
  if (count % 10 == 1 && count % 100 != 11)
    return "one";
  return is_few (count) ? "few" : "many";
}

static const char *
choose_czech (guint count)
{
  return count == 1 ? "one" : count >= 2 && count <= 4 ? "few" : "other";
}

static const char *
choose_arabic (guint count)
{
  guint rest = count % 100;

  if (count <= 2)
    return count == 0 ? "zero" : count == 1 ? "one" : "two";
  return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
}

static const Rule rules[] = {
  { "none", "other", choose_none },                           /* id, ja, ko, zh */
  { "one", "one other", choose_one },                         /* de, en, es, fi, it, nl, sv */
  { "zero-one", "one other", choose_zero_one },               /* fr, pt */
  { "two", "one two other", choose_two },                     /* he */
  { "polish", "one few many", choose_polish },                /* pl */
  { "east-slavic", "one few many", choose_east_slavic },      /* ru, uk */
  { "czech", "one few other", choose_czech },                 /* cs, sk */
  { "arabic", "zero one two few many other", choose_arabic }, /* ar */
};

static const Rule *
find_rule (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return &rules[i];
  return NULL;
}

/** heed_plural_get_rules: (transfer none): the names of all rules, for a message. */
const char *
heed_plural_get_rules (void)
{
  return "none one zero-one two polish east-slavic czech arabic";
}

/** heed_plural_get_categories: (transfer none) (nullable): what a rule tells apart, such as "one other". */
const char *
heed_plural_get_categories (const char *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  const Rule *found = find_rule (rule);
  return found != NULL ? found->categories : NULL;
}

/** heed_plural_choose: (transfer none): the category of a number; @rule is one that there is. */
const char *
heed_plural_choose (const char *rule, guint count)
{
  g_return_val_if_fail (rule != NULL && find_rule (rule) != NULL, "other");
  return find_rule (rule)->choose (count);
}
