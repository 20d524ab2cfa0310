/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-shorten.h"

#include <string.h>

#include "heed-word-list.h"

#define ELLIPSIS "…"

/* The lengths that a story is cut to, in characters: one for each kind of room that networks leave. */
static const glong targets[] = { 4000, 2000, 1000, 500, 300, 200, 140, 100, 70, 50, 30 };

/* What a network refuses or what would turn the text around it: controls, marks of embedding, non-characters. */
static gboolean
is_unwanted (gunichar character)
{
  return (g_unichar_iscntrl (character) && character != '\n' && character != '\t') || character == 0xFEFF
         || character == 0x200B || character == 0x2060 || (character & 0xFFFE) == 0xFFFE
         || (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)
         || (character >= 0xFDD0 && character <= 0xFDEF);
}

/* Whether a character that starts at @at may need to be cleaned: not so up to U+02FF, where all are composed, but for
 * controls and blanks, nor in the dashes and quotation marks from U+2010 to U+2027. */
static gboolean
is_doubtful (const guchar *at)
{
  if (*at <= 0xCB)
    return *at < ' ' || *at == 0x7F || (*at == 0xC2 && at[1] <= 0xA0);
  return *at != 0xE2 || at[1] != 0x80 || at[2] < 0x90 || at[2] > 0xA7;
}

/* Whether @text is certain to be clean as it stands, as most texts are: blanks stand between other signs, one by one.
 */
static gboolean
is_clean (const char *text, gboolean keep_lines)
{
  const guchar *at = (const guchar *) text;
  gboolean is_behind_blank = TRUE;

  for (; *at != '\0'; at++)
    {
      const gboolean is_blank = *at == ' ' || (*at == '\n' && keep_lines);
      const gboolean is_second_line = *at == '\n' && at > (const guchar *) text + 1 && at[-1] == '\n' && at[-2] != '\n';

      if (is_blank ? is_behind_blank && !is_second_line : is_doubtful (at))
        return FALSE;
      is_behind_blank = is_blank;
    }
  return at == (const guchar *) text || !is_behind_blank;
}

/* The end of a row of plain signs, or of the one character that stands at @at. */
static const char *
find_end (const char *at)
{
  const char *end = at;

  while (g_ascii_isgraph (*end))
    end++;
  return end > at ? end : g_utf8_next_char (at);
}

/* What parts the sign that comes next from those before, where there are any. */
static const char *
get_gap (const GString *cleaned, guint lines, gboolean has_space)
{
  if (cleaned->len == 0)
    return "";
  return lines > 1 ? "\n\n" : lines == 1 ? "\n" : has_space ? " " : "";
}

static char *
clean (const char *text, gboolean keep_lines)
{
  if (is_clean (text, keep_lines))
    return g_strdup (text);

  g_autofree char *composed = g_str_is_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *cleaned = g_string_sized_new (strlen (text));
  guint lines = 0;
  gboolean has_space = FALSE;

  for (const char *at = composed; at != NULL && *at != '\0';)
    {
      gunichar character = g_utf8_get_char (at);
      if (character == '\n' || character == 0x2028 || character == 0x2029)
        lines++;
      const char *end = find_end (at);
      if (g_unichar_isspace (character))
        has_space = TRUE;
      else if (!is_unwanted (character))
        {
          g_string_append (cleaned, get_gap (cleaned, keep_lines ? lines : 0, has_space));
          g_string_append_len (cleaned, at, end - at);
          has_space = FALSE;
          lines = 0;
        }
      at = end;
    }
  return g_string_free (cleaned, FALSE);
}

/** heed_shorten_clean: (transfer full): @text in NFC on one line, single blanks, without characters nobody sees. */
char *
heed_shorten_clean (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean (text, FALSE);
}

/** heed_shorten_clean_lines: (transfer full): the same, with its lines and paragraphs kept. */
char *
heed_shorten_clean_lines (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean (text, TRUE);
}

/* The end of a sentence that the character before a blank, or any of the last three, makes. */
static gboolean
ends_sentence (gunichar character)
{
  return character == '.' || character == '!' || character == '?' || character == 0x2026 || character == 0x061F
         || character == 0x06D4 || character == 0x0964;
}

static gboolean
ends_wide_sentence (gunichar character)
{
  return character == 0x3002 || character == 0xFF01 || character == 0xFF1F;
}

static gboolean
is_wide_comma (gunichar character)
{
  return character == 0x3001 || character == 0xFF0C || character == 0xFF1B;
}

/* What may stand behind the end of a sentence: quotation marks of every language, the blank that French has before
 * them, and the end of an isolate. */
static gboolean
may_follow_end (gunichar character)
{
  return character == '"' || character == '\'' || (character >= 0x2018 && character <= 0x201F) || character == 0xAB
         || character == 0xBB || character == 0x2039 || character == 0x203A || character == 0x05F4 || character == 0xA0
         || character == 0x202F || character == 0x2069;
}

/**
 * heed_shorten_get_end: the sign that a text ends a sentence with, a closing quotation mark behind it or not.
 *
 * Returns: such as "."; 0 where it ends with none
 */
gunichar
heed_shorten_get_end (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  const char *at = g_utf8_find_prev_char (text, text + strlen (text));

  while (at != NULL && may_follow_end (g_utf8_get_char (at)))
    at = g_utf8_find_prev_char (text, at);
  gunichar last = at != NULL ? g_utf8_get_char (at) : 0;
  return ends_sentence (last) || ends_wide_sentence (last) ? last : 0;
}

/** heed_shorten_close: (transfer full): @text with a full stop unless it ends with one or the like. */
char *
heed_shorten_close (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");

  const char *last = g_utf8_prev_char (text + strlen (text));
  gunichar character = g_utf8_get_char (last);
  /* A whole sentence may stand in brackets. */
  gboolean is_bracket = last > text && character == ')' && ends_sentence (g_utf8_get_char (g_utf8_prev_char (last)));
  if (is_bracket || heed_shorten_get_end (text) != 0)
    return g_strdup (text);
  return g_strconcat (text, g_unichar_iswide (character) && g_unichar_isalpha (character) ? "。" : ".", NULL);
}

/* Abbreviations are short; a longer word before a full stop is the last one of a sentence. */
#define LONGEST_ABBREVIATION 4

/* Whether a full stop at the end of a word ends no sentence: that of an ordinal number, as in "am 3. August", of an
 * initial, or of an abbreviation with more to come. */
static gboolean
is_abbreviation (const char *word, const char *end)
{
  gunichar next = *end != '\0' ? g_utf8_get_char (g_utf8_next_char (end)) : 0;
  glong digits = 0;

  if (end <= word || end[-1] != '.')
    return FALSE;
  while (word < end && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  glong letters = g_utf8_strlen (word, end - word) - 1;
  while (g_ascii_isdigit (word[digits]))
    digits++;
  if (digits == letters)
    return digits == 1 || digits == 2;
  return letters == 1 || (letters <= LONGEST_ABBREVIATION && (g_unichar_islower (next) || g_unichar_isdigit (next)))
         || heed_word_list_is_part ("title", word, (gsize) (end - word) - 1);
}

/** heed_shorten_open: (transfer full): @text without the full stop at its end; that of an abbreviation, and an
 * ellipsis, stay. */
char *
heed_shorten_open (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  const char *end = text + strlen (text);
  const char *space = strrchr (text, ' ');
  gboolean is_stop = end > text + 1 && end[-1] == '.' && end[-2] != '.';

  return is_stop && !is_abbreviation (space != NULL ? space + 1 : text, end)
           ? g_strndup (text, (gsize) (end - text) - 1)
           : g_strdup (text);
}

/* Whether the first word is a plain one: "my", but not "iPhone", "https://…" or "x86". */
static gboolean
starts_plainly (const char *text)
{
  const char *at = text;

  while (g_unichar_islower (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at > text && (*at == '\0' || strchr (" ,;.!?'", *at) != NULL) && (*at != '.' || at[1] == '\0' || at[1] == ' ');
}

/** heed_shorten_capitalise: (transfer full): @text with a capital where it begins with a plain word. */
char *
heed_shorten_capitalise (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!starts_plainly (text))
    return g_strdup (text);

  const char *rest = g_utf8_next_char (text);
  g_autofree char *capital = g_utf8_strup (text, rest - text);
  return g_strconcat (capital, rest, NULL);
}

/* A break behind a number or a lone sign would tear it from its unit, one behind an abbreviation from its word, one
 * behind a small word such as "the", or the letters before a number as in "AC 1234", from what they lead to. */
static gboolean
may_break_behind (const char *word, const char *end)
{
  gboolean has_letter = FALSE;
  gboolean is_code = g_ascii_isdigit (end[1]);

  for (const char *at = word; at < end; at = g_utf8_next_char (at))
    {
      has_letter |= g_unichar_isalpha (g_utf8_get_char (at));
      is_code &= g_unichar_isupper (g_utf8_get_char (at));
    }
  return has_letter && !is_code && !g_ascii_isdigit (end[-1]) && !is_abbreviation (word, end)
         && !heed_word_list_is_part ("leading", word, (gsize) (end - word));
}

/* Where a text may be cut within its first @most characters. */
typedef struct
{
  const char *sentence;
  glong sentence_length;
  const char *word;
} Cut;

static Cut
find_cut (const char *text, glong most)
{
  Cut cut = { NULL, 0, NULL };
  const char *word = text;
  glong length = 0;
  gunichar before = 0;

  for (const char *at = text; *at != '\0' && length <= most; at = g_utf8_next_char (at), length++)
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_wide = ends_wide_sentence (before);
      if (is_wide || (character == ' ' && ends_sentence (before) && !is_abbreviation (word, at)))
        {
          cut.sentence = at;
          cut.sentence_length = length;
        }
      /* The ellipsis takes one character more. */
      if (length < most && ((character == ' ' && may_break_behind (word, at)) || is_wide_comma (character)))
        cut.word = at;
      if (character == ' ')
        word = at + 1;
      before = character;
    }
  return cut;
}

/* Commas and opening brackets look lost before an ellipsis. */
static char *
end_with_ellipsis (const char *text, const char *end)
{
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar character = g_utf8_get_char (last);
      if (g_unichar_isalnum (character) || g_unichar_ismark (character) || character == ')' || character > 0xFFFF
          || character == '/')
        break;
      end = last;
    }
  if (end == text)
    return NULL;

  g_autofree char *kept = g_strndup (text, (gsize) (end - text));
  return g_strconcat (kept, ELLIPSIS, NULL);
}

/**
 * heed_shorten_find_break: where a text may be parted, as far on as can be.
 * @most: characters, with the ellipsis that a cut between words takes
 *
 * Never within a word, a link or a number, nor between a number and what follows it.
 *
 * Returns: (transfer none) (nullable): the end of the first part, in @text
 */
const char *
heed_shorten_find_break (const char *text, glong most)
{
  g_return_val_if_fail (text != NULL, NULL);

  Cut cut = find_cut (text, most);
  gboolean is_sentence = cut.sentence != NULL && (cut.sentence_length * 2 >= most || cut.word == NULL);
  return is_sentence ? cut.sentence : cut.word;
}

/** heed_shorten_end: (transfer full) (nullable): @text up to @end, with an ellipsis where a sentence is cut there. */
char *
heed_shorten_end (const char *text, const char *end)
{
  g_return_val_if_fail (text != NULL && end >= text, NULL);

  gunichar last = end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
  if (ends_sentence (last) || ends_wide_sentence (last))
    return g_strndup (text, (gsize) (end - text));
  return end_with_ellipsis (text, end);
}

/**
 * heed_shorten_cut: the beginning of a text: whole sentences, or whole words and an ellipsis.
 * @text: cleaned
 * @most: characters
 *
 * Never cuts a word, a link or a number, nor between a number and what follows it.
 *
 * Returns: (transfer full) (nullable): %NULL when it cannot be cut so short
 */
char *
heed_shorten_cut (const char *text, glong most)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);

  const char *end = heed_shorten_find_break (text, most);
  return end != NULL ? heed_shorten_end (text, end) : NULL;
}

/** heed_shorten_list_sentences: (transfer full) (element-type utf8): @text, cleaned, sentence by sentence. A full stop
 * before a number or a small letter is that of an abbreviation. */
GPtrArray *
heed_shorten_list_sentences (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  gunichar before = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gunichar next = character == ' ' ? g_utf8_get_char (at + 1) : character;
      gboolean is_end = ends_wide_sentence (before) || (character == ' ' && ends_sentence (before));
      if (is_end && next != 0 && !g_unichar_isdigit (next) && !g_unichar_islower (next))
        {
          g_ptr_array_add (sentences, g_strndup (start, (gsize) (at - start)));
          start = character == ' ' ? at + 1 : at;
        }
      before = character;
    }
  g_ptr_array_add (sentences, g_strdup (start));
  return sentences;
}

/** heed_shorten_wordings: (transfer full) (element-type utf8): @text, cleaned, and ever shorter beginnings of it. */
GPtrArray *
heed_shorten_wordings (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  GPtrArray *wordings = g_ptr_array_new_with_free_func (g_free);
  glong length = g_utf8_strlen (text, -1);

  g_autofree char *capital = heed_shorten_capitalise (text);
  g_ptr_array_add (wordings, heed_shorten_close (capital));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *cut = length > targets[i] ? heed_shorten_cut (capital, targets[i]) : NULL;
      if (cut != NULL && !g_str_equal (cut, wordings->pdata[wordings->len - 1]))
        g_ptr_array_add (wordings, g_steal_pointer (&cut));
    }
  return wordings;
}
