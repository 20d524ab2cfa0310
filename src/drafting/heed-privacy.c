/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-privacy.h"

#include <string.h>

#include "heed-address-finder.h"
#include "heed-device-finder.h"
#include "heed-essence.h"
#include "heed-id-finder.h"
#include "heed-mail-finder.h"
#include "heed-named-finder.h"
#include "heed-number-finder.h"
#include "heed-town-finder.h"

/* Something to look for. @rank tells which of two that stand at the same place counts. */
typedef struct
{
  HeedEssence *essence;
  HeedPrivateKind kind;
  guint rank;
  gboolean needs_capital;
} Value;

/* Shorter parts of names are words as well, as "An" and "Le". */
#define SHORTEST_NAME 3

/* A value of so many letters and digits is found within a longer word too: it is nothing else by chance. */
#define LONG_CODE 5

/* Values are told from each other by so many letters at the most; the rest of one is compared in one go. */
#define LONGEST_START 32

/* Bytes that a value takes in a memory, about. */
#define VALUE_COST 512

struct _HeedPrivacy
{
  GPtrArray *values;  /* in the order of their letters, so that a place of a text is looked up in all of them at once */
  GPtrArray *allowed; /* the same */
  char *phone;
  char *company_email;
  HeedMemory *memory; /* nullable */
  char *sheet;        /* one for all sheets that say the same of what matters; NULL without a memory */
};

static void
value_free (Value *value)
{
  heed_essence_free (value->essence);
  g_free (value);
}

static void
add_form (GPtrArray *values, const char *text, HeedPrivateKind kind)
{
  g_autoptr (HeedEssence) essence = heed_essence_new (text);

  if (essence->letters->len == 0)
    return;
  Value *value = g_new0 (Value, 1);
  value->essence = g_steal_pointer (&essence);
  value->kind = kind;
  value->rank = values->len;
  g_ptr_array_add (values, value);
}

/* In an address of the web a value stands escaped. */
static void
add_value (GPtrArray *values, const char *text, HeedPrivateKind kind)
{
  if (text == NULL)
    return;

  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  add_form (values, text, kind);
  if (!g_str_equal (escaped, text))
    add_form (values, escaped, kind);
}

static void
add_capital (GPtrArray *values, const char *name)
{
  const guint n = values->len;

  add_form (values, name, HEED_PRIVATE_NAME);
  if (values->len > n)
    ((Value *) values->pdata[n])->needs_capital = TRUE;
}

/* A name is known by its last part too ("Mrs Roe", "Roe, Jane"), where it is written with a capital. One of a single
 * word may be a word of every sentence: "Will" and "Mark" are names, "will" and "mark" are not. */
static void
add_name (GPtrArray *values, const char *name)
{
  if (name == NULL)
    return;

  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  const char *last = strrchr (trimmed, ' ');

  if (last == NULL && g_unichar_isupper (g_utf8_get_char (trimmed)))
    add_capital (values, trimmed);
  else
    add_value (values, trimmed, HEED_PRIVATE_NAME);
  if (last != NULL && g_utf8_strlen (last + 1, -1) >= SHORTEST_NAME)
    add_capital (values, last + 1);
}

/* An address is private in parts too: the street without the town. */
static void
add_address (GPtrArray *values, const char *address)
{
  if (address == NULL)
    return;

  g_auto (GStrv) parts = g_strsplit_set (address, ",\n;", -1);
  add_value (values, address, HEED_PRIVATE_ADDRESS);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (g_strstrip (parts[i]), -1) >= 5)
      add_value (values, parts[i], HEED_PRIVATE_ADDRESS);
}

static gunichar
get_letter (const Value *value, guint index)
{
  return index < value->essence->letters->len ? g_array_index (value->essence->letters, gunichar, index) : 0;
}

static int
compare_values (gconstpointer first, gconstpointer second)
{
  const Value *one = *(const Value *const *) first;
  const Value *other = *(const Value *const *) second;

  for (guint i = 0; i < one->essence->letters->len || i < other->essence->letters->len; i++)
    if (get_letter (one, i) != get_letter (other, i))
      return get_letter (one, i) < get_letter (other, i) ? -1 : 1;
  if (one->needs_capital != other->needs_capital)
    return one->needs_capital ? 1 : -1;
  return one->rank < other->rank ? -1 : 1;
}

/* Sorts the values, and keeps one of those that are the same. */
static void
sort_values (GPtrArray *values)
{
  guint kept = 0;

  g_ptr_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    {
      Value *value = values->pdata[i];
      const Value *last = kept > 0 ? values->pdata[kept - 1] : NULL;
      gboolean is_same = last != NULL && last->needs_capital == value->needs_capital
                         && last->essence->letters->len == value->essence->letters->len
                         && memcmp (last->essence->letters->data, value->essence->letters->data,
                                    value->essence->letters->len * sizeof (gunichar))
                              == 0;
      if (is_same)
        value_free (value);
      else
        values->pdata[kept++] = value;
    }
  /* What is behind @kept was moved or freed. */
  g_ptr_array_set_free_func (values, NULL);
  g_ptr_array_set_size (values, (int) kept);
  g_ptr_array_set_free_func (values, (GDestroyNotify) value_free);
}

/* With its length, so that two sheets have the same only where they say the same. */
static void
note (GChecksum *sheet, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", text != NULL ? strlen (text) : 0);

  g_checksum_update (sheet, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (sheet, (const guchar *) text, -1);
}

static char *
dup_sheet (const HeedFacts *facts)
{
  g_autoptr (GChecksum) sheet = g_checksum_new (G_CHECKSUM_SHA256);

  note (sheet, facts->company_email);
  note (sheet, facts->my_name);
  note (sheet, facts->my_email);
  note (sheet, facts->my_phone);
  note (sheet, facts->my_postcode);
  note (sheet, facts->my_address);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      note (sheet, reference->is_private ? "private" : "public");
      note (sheet, reference->value);
    }
  return g_strdup (g_checksum_get_string (sheet));
}

/* What a sheet says is private, and what is not; both sorted. */
typedef struct
{
  GPtrArray *values;
  GPtrArray *allowed;
} Learnt;

static void
learnt_free (gpointer data)
{
  Learnt *learnt = data;

  g_ptr_array_unref (learnt->values);
  g_ptr_array_unref (learnt->allowed);
  g_free (learnt);
}

static Learnt *
learn (const HeedFacts *facts)
{
  Learnt *learnt = g_new0 (Learnt, 1);

  learnt->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  learnt->allowed = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  add_name (learnt->values, facts->my_name);
  add_value (learnt->values, facts->my_email, HEED_PRIVATE_EMAIL);
  add_value (learnt->values, facts->my_phone, HEED_PRIVATE_PHONE);
  add_value (learnt->values, facts->my_postcode, HEED_PRIVATE_POSTCODE);
  add_address (learnt->values, facts->my_address);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      add_value (reference->is_private ? learnt->values : learnt->allowed, reference->value, HEED_PRIVATE_REFERENCE);
    }
  sort_values (learnt->values);
  sort_values (learnt->allowed);
  return learnt;
}

static GBytes *
learn_once (const HeedPrivacy *privacy, const HeedFacts *facts)
{
  g_autofree char *key = privacy->sheet != NULL ? g_strconcat ("sheet ", privacy->sheet, NULL) : NULL;
  GBytes *known = key != NULL ? heed_memory_recall (privacy->memory, key) : NULL;
  if (known != NULL)
    return known;

  Learnt *learnt = learn (facts);
  const gsize cost = (learnt->values->len + learnt->allowed->len) * VALUE_COST;
  GBytes *bytes = g_bytes_new_with_free_func (learnt, sizeof *learnt, learnt_free, learnt);
  if (key != NULL)
    heed_memory_keep_bytes (privacy->memory, key, bytes, cost);
  return bytes;
}

/** heed_privacy_new: (transfer full): learns what is private from a sheet of facts. */
HeedPrivacy *
heed_privacy_new (const HeedFacts *facts)
{
  return heed_privacy_new_with_memory (facts, NULL);
}

/**
 * heed_privacy_new_with_memory: learns what is private from a sheet of facts.
 * @memory: (nullable): keeps what is found in texts; forms of one sheet may share it
 *
 * Returns: (transfer full): free with heed_privacy_free()
 */
HeedPrivacy *
heed_privacy_new_with_memory (const HeedFacts *facts, HeedMemory *memory)
{
  g_return_val_if_fail (facts != NULL, NULL);

  HeedPrivacy *privacy = g_new0 (HeedPrivacy, 1);
  privacy->phone = g_strdup (facts->my_phone);
  privacy->company_email = g_strdup (facts->company_email);
  if (memory != NULL)
    {
      privacy->memory = heed_memory_ref (memory);
      privacy->sheet = dup_sheet (facts);
    }
  g_autoptr (GBytes) bytes = learn_once (privacy, facts);
  const Learnt *learnt = g_bytes_get_data (bytes, NULL);
  privacy->values = g_ptr_array_ref (learnt->values);
  privacy->allowed = g_ptr_array_ref (learnt->allowed);
  return privacy;
}

void
heed_privacy_free (HeedPrivacy *privacy)
{
  if (privacy == NULL)
    return;
  g_ptr_array_unref (privacy->values);
  g_ptr_array_unref (privacy->allowed);
  g_free (privacy->phone);
  g_free (privacy->company_email);
  heed_memory_unref (privacy->memory);
  g_free (privacy->sheet);
  g_free (privacy);
}

/* Whether a character beside a value makes it a part of something longer, as the "20" before a "10". */
static gboolean
is_joined (const HeedEssence *value, gunichar neighbour)
{
  guint digits = 0;

  for (guint i = 0; i < value->letters->len; i++)
    digits += g_unichar_isdigit (g_array_index (value->letters, gunichar, i));
  if (value->letters->len < LONG_CODE || digits == 0)
    return g_unichar_isalnum (neighbour);
  return digits == value->letters->len && g_unichar_isdigit (neighbour);
}

static gboolean
stands_alone (const char *text, const HeedPrivateSpan *span, const Value *value)
{
  const char *before = g_utf8_find_prev_char (text, text + span->start);

  if (value->needs_capital && !g_unichar_isupper (g_utf8_get_char (text + span->start)))
    return FALSE;
  return (before == NULL || !is_joined (value->essence, g_utf8_get_char (before)))
         && !is_joined (value->essence, g_utf8_get_char (text + span->end));
}

/* The first of the values from @low up to @high whose letter @index is @letter at the least. All of them have the same
 * letters before that. */
static guint
find_letter (const GPtrArray *values, guint low, guint high, guint index, gunichar letter)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (get_letter (values->pdata[middle], index) < letter)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_value_at (const char *text, const HeedEssence *essence, guint start, const Value *value, GArray *spans)
{
  const gunichar *letters = (const gunichar *) (gpointer) essence->letters->data;
  guint count = value->essence->letters->len;

  if (count > essence->letters->len - start
      || memcmp (letters + start, value->essence->letters->data, count * sizeof (gunichar)) != 0)
    return;
  HeedPrivateSpan span = { g_array_index (essence->places, gsize, start),
                           heed_essence_end_of (text, essence, start + count - 1), value->kind };
  if (stands_alone (text, &span, value))
    g_array_append_val (spans, span);
}

/* Notes the values that stand at letter @start of the text: after each letter only those are left that have it there,
 * and of these the ones that end with it come first. */
static void
find_values_at (const char *text, const HeedEssence *essence, guint start, const GPtrArray *values, GArray *spans)
{
  guint low = 0;
  guint high = values->len;

  for (guint i = 0; i < LONGEST_START && start + i < essence->letters->len && low < high; i++)
    {
      gunichar letter = g_array_index (essence->letters, gunichar, start + i);
      low = find_letter (values, low, high, i, letter);
      high = find_letter (values, low, high, i, letter + 1);
      for (; low < high && ((const Value *) values->pdata[low])->essence->letters->len == i + 1; low++)
        add_value_at (text, essence, start, values->pdata[low], spans);
    }
  for (; low < high; low++)
    add_value_at (text, essence, start, values->pdata[low], spans);
}

/* Two letters as one of 256. */
static guint8
mix (gunichar letter, gunichar next)
{
  return (guint8) (letter * 7 + next);
}

/* At most places of a text none of them can start, which their first two letters tell; one of a single letter could
 * start anywhere. */
static void
find_values (const char *text, const HeedEssence *essence, const GPtrArray *values, GArray *spans)
{
  const gunichar *letters = (const gunichar *) (gpointer) essence->letters->data;
  gboolean may_start[G_MAXUINT8 + 1] = { FALSE };
  gboolean is_any = FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      may_start[mix (get_letter (values->pdata[i], 0), get_letter (values->pdata[i], 1))] = TRUE;
      is_any |= ((const Value *) values->pdata[i])->essence->letters->len == 1;
    }
  for (guint i = 0; i < essence->letters->len && values->len > 0; i++)
    if (is_any || (i + 1 < essence->letters->len && may_start[mix (letters[i], letters[i + 1])]))
      find_values_at (text, essence, i, values, spans);
}

/* Finds what the user marked as public, in order. Each span ends where the farthest of those up to it does, so that one
 * look tells whether any of them covers a place. */
static GArray *
find_allowed (const HeedPrivacy *privacy, const char *text, const HeedEssence *essence)
{
  GArray *allowed = g_array_new (FALSE, FALSE, sizeof (HeedPrivateSpan));

  find_values (text, essence, privacy->allowed, allowed);
  for (guint i = 1; i < allowed->len; i++)
    g_array_index (allowed, HeedPrivateSpan, i).end = MAX (g_array_index (allowed, HeedPrivateSpan, i).end,
                                                           g_array_index (allowed, HeedPrivateSpan, i - 1).end);
  return allowed;
}

/* The last of @allowed that starts before @place; its end is 0 where none does. */
static HeedPrivateSpan
find_before (const GArray *allowed, gsize place)
{
  guint low = 0;
  guint high = allowed->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (allowed, HeedPrivateSpan, middle).start < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (allowed, HeedPrivateSpan, low - 1) : (HeedPrivateSpan){ 0 };
}

/* Leaves of @span what is not in a number that the user marked as public; %FALSE for nothing. What goes from the middle
 * of one public number into the middle of another holds nothing of its own: "pl. Reklamacja 2026" in "… 04 PL.
 * Reklamacja 2026/7" is no square. A card or a bank account is not public, whatever its mark says. */
static gboolean
cut_allowed (const GArray *allowed, const char *text, HeedPrivateSpan *span)
{
  const HeedPrivateSpan first = find_before (allowed, span->start);
  const HeedPrivateSpan last = find_before (allowed, span->end);
  const gboolean begins_in_one = first.end > span->start;
  const gboolean ends_in_one = last.end > span->end;

  if (heed_private_kind_is_secret (span->kind) || span->kind == HEED_PRIVATE_IBAN)
    return TRUE;
  if (find_before (allowed, span->start + 1).end >= span->end || (begins_in_one && ends_in_one))
    return FALSE;
  if (begins_in_one)
    span->start = first.end + strspn (text + first.end, " ");
  if (ends_in_one)
    for (span->end = last.start; text[span->end - 1] == ' ';)
      span->end--;
  return TRUE;
}

/* What looks private without being known to be: not so when the user marked it as public. */
static void
find_patterns (const HeedPrivacy *privacy, const char *text, const HeedEssence *essence, GArray *spans)
{
  g_autoptr (GArray) allowed = find_allowed (privacy, text, essence);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (HeedPrivateSpan));

  g_autoptr (HeedReader) reader = heed_reader_new (text, privacy->memory);
  heed_number_finder_find (reader, privacy->phone, found);
  heed_id_finder_find (reader, found);
  heed_named_finder_find (reader, found);
  heed_address_finder_find (reader, found);
  heed_device_finder_find (reader, found);
  heed_mail_finder_find (reader, privacy->company_email, found);
  heed_town_finder_find (reader, found);
  for (guint i = 0; i < found->len; i++)
    {
      HeedPrivateSpan span = g_array_index (found, HeedPrivateSpan, i);
      if (cut_allowed (allowed, text, &span))
        g_array_append_val (spans, span);
    }
}

static int
compare_spans (gconstpointer first, gconstpointer second)
{
  const HeedPrivateSpan *one = first;
  const HeedPrivateSpan *other = second;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->end == other->end ? 0 : one->end > other->end ? -1 : 1;
}

static void
merge_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      HeedPrivateSpan span = g_array_index (spans, HeedPrivateSpan, i);
      HeedPrivateSpan *last = kept > 0 ? &g_array_index (spans, HeedPrivateSpan, kept - 1) : NULL;
      if (last != NULL && span.start < last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, HeedPrivateSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

static GArray *
find (const HeedPrivacy *privacy, const char *text)
{
  g_autoptr (HeedEssence) essence = heed_essence_new (text);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HeedPrivateSpan));

  find_values (text, essence, privacy->values, spans);
  find_patterns (privacy, text, essence, spans);
  merge_spans (spans);
  return spans;
}

static GArray *
find_once (const HeedPrivacy *privacy, const char *text)
{
  g_autofree char *key = g_strconcat ("privacy ", privacy->sheet, " ", text, NULL);
  g_autoptr (GBytes) known = heed_memory_recall (privacy->memory, key);
  GArray *spans;

  if (known == NULL)
    {
      spans = find (privacy, text);
      heed_memory_keep (privacy->memory, key, spans->data, spans->len * sizeof (HeedPrivateSpan));
      return spans;
    }
  const guint count = (guint) (g_bytes_get_size (known) / sizeof (HeedPrivateSpan));
  spans = g_array_sized_new (FALSE, FALSE, sizeof (HeedPrivateSpan), count);
  g_array_append_vals (spans, g_bytes_get_data (known, NULL), count);
  return spans;
}

/**
 * heed_privacy_find: finds what must not be read in public.
 * @text: valid UTF-8
 *
 * Finds the private values of the sheet however they are spaced, cased or accented, and anything that looks like an
 * e-mail address, a phone number, a street, a postcode, a card, a bank account, a number of a person, or a secret.
 *
 * Returns: (transfer full) (element-type HeedPrivateSpan): in order, none over another
 */
GArray *
heed_privacy_find (const HeedPrivacy *privacy, const char *text)
{
  g_return_val_if_fail (privacy != NULL && text != NULL, NULL);

  return privacy->memory != NULL ? find_once (privacy, text) : find (privacy, text);
}

/** heed_privacy_is_clean: whether all of @text may be read in public. */
gboolean
heed_privacy_is_clean (const HeedPrivacy *privacy, const char *text)
{
  g_autoptr (GArray) spans = heed_privacy_find (privacy, text);
  return spans->len == 0;
}

/**
 * heed_privacy_hide: puts @replacement in the place of everything private.
 *
 * Returns: (transfer full): the text that may be read in public
 */
char *
heed_privacy_hide (const HeedPrivacy *privacy, const char *text, const char *replacement)
{
  g_return_val_if_fail (privacy != NULL && text != NULL && replacement != NULL, NULL);

  g_autoptr (GArray) spans = heed_privacy_find (privacy, text);
  GString *hidden = g_string_sized_new (strlen (text));
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      HeedPrivateSpan span = g_array_index (spans, HeedPrivateSpan, i);
      g_autofree char *between = g_strndup (text + at, span.start - at);
      gboolean follows = i > 0 && strspn (between, " \n,;/&") == strlen (between);

      /* Two in a row need saying once. */
      if (!follows)
        {
          g_string_append_len (hidden, text + at, (gssize) (span.start - at));
          /* A password is for no message at all. */
          if (span.kind != HEED_PRIVATE_SECRET)
            g_string_append (hidden, replacement);
        }
      at = span.end;
    }
  g_string_append (hidden, text + at);
  return g_string_free (hidden, FALSE);
}
