/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-near-duplicates.h"

#include <string.h>

/* The thresholds; docs/statistics.md says why. */
#define MIN_WORDS 8
#define MIN_EQUAL 12

/* Only so many words at the beginning may be the customer's name. */
#define GREETING_WORDS 4

/* A fingerprint is looked up by four quarters of it: two texts of which a tenth of the shingles differ share one with
 * a probability of 0.98, two that have little in common hardly ever. */
#define N_BANDS 4
#define BAND_BYTES (HEED_FINGERPRINT_BYTES / N_BANDS)

/* A chain of leaders this long is made on purpose; nothing is lost but a likeness. */
#define MAX_CHAIN 256

#define NONE G_MAXUINT32

/* What is known while the words of a text go by. */
typedef struct
{
  guint32 least[HEED_FINGERPRINT_BYTES];
  guint32 previous;
  guint n_words;
  guint n_seen;
} Reader;

static guint32
mix (guint32 h)
{
  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  return h ^ (h >> 16);
}

/* MinHash (Broder 1997): under each of the permutations the least shingle stays. */
static void
add_shingle (Reader *reader, guint32 shingle)
{
  guint32 step = mix (shingle ^ 0x9e3779b9u) | 1;

  for (guint i = 0; i < HEED_FINGERPRINT_BYTES; i++)
    {
      guint32 value = shingle + i * step;

      value = (value ^ (value >> 16)) * 0x7feb352du;
      reader->least[i] = MIN (reader->least[i], value);
    }
}

/* A shingle is two words one after the other: in replies of twenty words one changed word leaves 17 of 19. */
static void
add_word (Reader *reader, guint32 word)
{
  if (reader->n_words > 0)
    add_shingle (reader, mix (reader->previous * 31 + word));
  reader->previous = word;
  reader->n_words++;
}

static gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether the mark or figure at @c, behind a dot or not, makes a handle, an address, a link, or whatever has a figure
 * in it of what it stands in: case numbers, prices, dates, times. */
static gboolean
makes_slot (const char *c, const char *end, gboolean has_dot)
{
  return g_ascii_isdigit (*c) || *c == '@' || (*c == '/' && has_dot)
         || (*c == ':' && end - c > 2 && c[1] == '/' && c[2] == '/');
}

/* Where what begins at @start ends: before a space or at @end. */
static const char *
find_chunk_end (const char *start, const char *end, gboolean *is_slot)
{
  gboolean has_dot = FALSE, is_found = FALSE;
  const char *c = start;

  for (; c < end && !is_space (*c); c++)
    {
      if (g_ascii_isalpha (*c))
        continue;
      is_found = is_found || makes_slot (c, end, has_dot);
      has_dot = has_dot || *c == '.';
    }
  *is_slot = is_found || (c - start > 4 && (*start | 0x20) == 'w' && g_ascii_strncasecmp (start, "www.", 4) == 0);
  return c;
}

/* Scripts that are written without spaces: each letter is taken for a word. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff)
         || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* A capital among the first words is the customer's name: "Hi Anna", "Anna, we are". */
static void
end_word (Reader *reader, guint32 *hash, gboolean is_capital, gboolean before_comma)
{
  gboolean is_name = reader->n_seen < GREETING_WORDS && is_capital && (reader->n_seen > 0 || before_comma);

  if (*hash == 0)
    return;
  reader->n_seen++;
  if (!is_name)
    add_word (reader, *hash);
  *hash = 0;
}

/* The words of what stands between two spaces. */
static void
read_chunk (Reader *reader, const char *start, const char *end)
{
  guint32 hash = 0;
  gboolean is_capital = FALSE;

  for (const char *c = start; c < end;)
    {
      gboolean is_ascii = (*c & 0x80) == 0;
      gunichar letter = is_ascii ? (gunichar) *c : g_utf8_get_char (c);
      gboolean is_letter = is_ascii ? g_ascii_isalpha (*c) : g_unichar_isalpha (letter) || g_unichar_ismark (letter);

      c = is_ascii ? c + 1 : g_utf8_next_char (c);
      if (letter == '\'' || letter == 0x2019)
        continue;
      if (!is_letter)
        {
          end_word (reader, &hash, is_capital, letter == ',');
          continue;
        }
      if (hash == 0)
        is_capital = is_ascii ? g_ascii_isupper (letter) : g_unichar_isupper (letter);
      letter = is_ascii ? letter | 0x20 : g_unichar_tolower (letter);
      hash = ((hash == 0 ? 2166136261u : hash) ^ letter) * 16777619u;
      hash += hash == 0 ? 1 : 0;
      if (!is_ascii && is_unspaced (letter))
        end_word (reader, &hash, FALSE, FALSE);
    }
  end_word (reader, &hash, is_capital, FALSE);
}

/* Reads the words from @start to @end. */
static void
read_words (Reader *reader, const char *start, const char *end)
{
  gboolean is_slot;

  for (const char *c = start; c < end; c++)
    {
      const char *chunk = c;

      c = find_chunk_end (chunk, end, &is_slot);
      if (c > chunk && !is_slot)
        read_chunk (reader, chunk, c);
    }
}

/**
 * heed_fingerprint_read: what makes a reply alike to others, in few bytes.
 * @text: in UTF-8
 * @signature: (nullable): who signed it
 * @fingerprint: (out): all zero where fewer than eight words are left to compare
 *
 * Left out are handles, links, anything with a figure in it, the customer's name where the reply begins, and the
 * sign-off. Of what is left the fingerprint keeps sixteen least hashes of its two-word shingles, one byte each
 * (Broder 1997; Li and König 2010), so that the share of bytes that two fingerprints have in common estimates the
 * Jaccard index of the shingles.
 *
 * Returns: whether there are words enough
 */
gboolean
heed_fingerprint_read (const char *text, const char *signature, HeedFingerprint *fingerprint)
{
  g_return_val_if_fail (text != NULL && fingerprint != NULL, FALSE);

  Reader reader = { .n_words = 0 };
  const char *end = text + strlen (text);
  const char *signed_at = signature != NULL && *signature != '\0' ? g_strrstr (text, signature) : NULL;

  memset (fingerprint, 0, sizeof *fingerprint);
  memset (reader.least, 0xff, sizeof reader.least);
  read_words (&reader, text, signed_at != NULL ? signed_at : end);
  if (signed_at != NULL)
    read_words (&reader, signed_at + strlen (signature), end);
  if (reader.n_words < MIN_WORDS)
    return FALSE;
  for (guint i = 0; i < HEED_FINGERPRINT_BYTES; i++)
    fingerprint->bytes[i] = (guint8) (mix (reader.least[i]) >> 24);
  fingerprint->bytes[0] |= heed_fingerprint_is_empty (fingerprint) ? 1 : 0;
  return TRUE;
}

/** heed_fingerprint_is_empty: whether there was too little to compare. */
gboolean
heed_fingerprint_is_empty (const HeedFingerprint *fingerprint)
{
  static const HeedFingerprint empty = { { 0 } };

  return memcmp (fingerprint, &empty, sizeof empty) == 0;
}

/** heed_fingerprint_compare: how many of their sixteen bytes are the same. */
guint
heed_fingerprint_compare (const HeedFingerprint *one, const HeedFingerprint *other)
{
  guint n = 0;

  for (guint i = 0; i < HEED_FINGERPRINT_BYTES; i++)
    n += one->bytes[i] == other->bytes[i] ? 1 : 0;
  return n;
}

/* The first of each group leads it, and others are compared with it alone, so that a group never drifts: chains of
 * leaders that have a quarter in common. */
typedef struct
{
  guint32 *heads;
  guint shift;
  GArray *next;
  GArray *leaders;
} Index;

static guint
get_slot (const Index *index, const HeedFingerprint *fingerprint, guint band)
{
  guint32 key;

  memcpy (&key, fingerprint->bytes + band * BAND_BYTES, sizeof key);
  return mix (key + band * 0x9e3779b9u) >> index->shift;
}

static void
index_init (Index *index, guint n)
{
  guint bits = MIN (g_bit_storage (n | 1) + 1, 22);

  index->shift = 32 - bits;
  index->heads = g_malloc (sizeof (guint32) << bits);
  memset (index->heads, 0xff, sizeof (guint32) << bits);
  index->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->leaders = g_array_new (FALSE, FALSE, sizeof (HeedFingerprint));
}

static void
index_clear (Index *index)
{
  g_free (index->heads);
  g_array_unref (index->next);
  g_array_unref (index->leaders);
}

static guint32
find_group (const Index *index, const HeedFingerprint *fingerprint)
{
  for (guint band = 0; band < N_BANDS; band++)
    {
      guint32 entry = index->heads[get_slot (index, fingerprint, band)];

      for (guint i = 0; i < MAX_CHAIN && entry != NONE; i++)
        {
          guint32 group = entry / N_BANDS;

          if (heed_fingerprint_compare (&g_array_index (index->leaders, HeedFingerprint, group), fingerprint)
              >= MIN_EQUAL)
            return group;
          entry = g_array_index (index->next, guint32, entry);
        }
    }
  return NONE;
}

static guint32
add_group (Index *index, const HeedFingerprint *fingerprint)
{
  guint32 group = index->leaders->len;

  g_array_append_val (index->leaders, *fingerprint);
  for (guint band = 0; band < N_BANDS; band++)
    {
      guint32 *head = &index->heads[get_slot (index, fingerprint, band)];

      g_array_append_val (index->next, *head);
      *head = group * N_BANDS + band;
    }
  return group;
}

/**
 * heed_near_duplicates_group: puts replies together that are nearly the same.
 * @n_groups: (out): how many groups there are, most of one
 *
 * Two replies are alike when three quarters of their fingerprints are the same: about 0.7 of their shingles.
 *
 * Returns: (transfer full) (array length=n): the group of each; %HEED_NO_GROUP for what is too short
 */
guint32 *
heed_near_duplicates_group (const HeedReply *replies, guint n, guint *n_groups)
{
  g_return_val_if_fail (n_groups != NULL && (replies != NULL || n == 0), NULL);

  guint32 *groups = g_new (guint32, MAX (n, 1));
  Index index;

  index_init (&index, n);
  for (guint i = 0; i < n; i++)
    {
      const HeedFingerprint *fingerprint = &replies[i].fingerprint;

      groups[i] = HEED_NO_GROUP;
      if (heed_fingerprint_is_empty (fingerprint))
        continue;
      groups[i] = find_group (&index, fingerprint);
      if (groups[i] == NONE)
        groups[i] = add_group (&index, fingerprint);
    }
  *n_groups = index.leaders->len;
  index_clear (&index);
  return groups;
}
