/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-pieces.h"

#include <string.h>

#include "heed-history.h"
#include "heed-said.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

/* A story tells something from so many characters on, is clear with its first sentence or so many, and nearly whole
 * from so many on. */
#define TELLING_STORY 40
#define CLEAR_STORY 80
#define WHOLE_STORY 140

/* So many attempts may be said by their number. */
#define MANY_ATTEMPTS 4

/* In seconds; a facts file's date without an hour is kept as noon in UTC. */
#define DAY 86400
#define NOON 43200

/* From the least needed to the most needed; the request and one reference are required and have no rank. Some facts
 * are there in part before they are there as a whole, so a fuller wording has a rank of its own. */
typedef enum
{
  RANK_GREETING,
  RANK_THANKS,
  RANK_TICKET,
  RANK_WHEN,
  RANK_NEXT_STEP,
  RANK_THANKS_TO,
  RANK_CUSTOMER_SINCE,
  RANK_WHOLE_STORY,
  RANK_SINCE,
  RANK_PRODUCT,
  RANK_AMOUNT,
  RANK_CONSEQUENCE,
  RANK_URGENT,
  RANK_ALL_ATTEMPTS,
  RANK_REDIRECTS,
  RANK_CALL_ME,
  RANK_ME,
  RANK_REFERENCE,
  RANK_PROMISES,
  RANK_OWN_WANT,
  RANK_BY,
  RANK_ATTEMPTS,
  RANK_CLEAR_STORY,
  RANK_TELLING_STORY,
  RANK_WHAT_HAPPENED,
  N_RANKS,
} Rank;

/* A fact of one rank outweighs up to three of the rank below, and with them all that is still less needed; the length
 * of a wording only decides between equals. */
#define RANK_BITS 2
#define FACT_WORTH 1024

G_STATIC_ASSERT (RANK_BITS *N_RANKS + 10 <= 60);

void
heed_piece_free (HeedPiece *piece)
{
  if (piece == NULL)
    return;
  g_free (piece->name);
  g_ptr_array_unref (piece->wordings);
  g_free (piece);
}

/** heed_pieces_add: (transfer none): a new piece, needed least, behind the others; @name is %NULL for a courtesy. */
HeedPiece *
heed_pieces_add (GPtrArray *pieces, const char *name)
{
  g_return_val_if_fail (pieces != NULL, NULL);

  HeedPiece *piece = g_new0 (HeedPiece, 1);
  piece->name = g_strdup (name);
  piece->wordings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, piece);
  return piece;
}

static HeedPiece *
add_piece (GPtrArray *pieces, const char *name, Rank rank)
{
  HeedPiece *piece = heed_pieces_add (pieces, name);

  piece->rank = rank;
  piece->is_courtesy = name == NULL && (rank == RANK_GREETING || rank == RANK_THANKS);
  return piece;
}

/* One typographic sign outside of the GSM alphabet would more than halve what a text message holds. */
static char *
simplify (char *wording)
{
  static const char *const signs[][2] = { { "„", "\"" },    { "«\u00a0", "\"" }, { "\u00a0»", "\"" }, { "« ", "\"" },
                                          { " »", "\"" },   { "«", "\"" },       { "»", "\"" },       { "‚", "'" },
                                          { "“", "\"" },    { "”", "\"" },       { "‘", "'" },        { "’", "'" },
                                          { "…", "..." },   { "–", "-" },        { "—", "-" },        { "\u00a0", " " },
                                          { "\u202f", " " } };
  GString *simple = g_string_new (wording);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (simple, signs[i][0], signs[i][1], 0);
  g_free (wording);
  return g_string_free (simple, FALSE);
}

/**
 * heed_piece_add_wording: adds a shorter wording to a piece.
 * @wording: (transfer full): left out where it says something private after all in a public text
 */
void
heed_piece_add_wording (const HeedWriter *writer, HeedPiece *piece, char *wording)
{
  g_return_if_fail (writer != NULL && piece != NULL && wording != NULL);

  GPtrArray *wordings = piece->wordings;
  if (g_strcmp0 (writer->options->network, "sms") == 0)
    wording = simplify (wording);
  gboolean is_known = wordings->len > 0 && g_str_equal (wordings->pdata[wordings->len - 1], wording);

  if (*wording == '\0' || is_known || (writer->privacy != NULL && !heed_privacy_is_clean (writer->privacy, wording)))
    g_free (wording);
  else
    g_ptr_array_add (wordings, wording);
}

/* Says of the wording added last that it is worth @rank more than a mere mention of the fact. */
static void
add_fullness (HeedPiece *piece, Rank rank)
{
  if (piece->wordings->len > 0)
    piece->fullness[MIN (piece->wordings->len, HEED_PACKER_WORDINGS) - 1] |= 1u << rank;
}

/** heed_pieces_add_phrases: adds the wordings of a sentence to a piece, with up to one value filled in. */
void
heed_pieces_add_phrases (const HeedWriter *writer, HeedPiece *piece, const char *key, const char *name,
                         const char *value)
{
  g_return_if_fail (writer != NULL && piece != NULL && key != NULL);

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  for (guint i = 0; forms[i] != NULL; i++)
    heed_piece_add_wording (writer, piece, heed_phrases_say (writer->phrases, forms[i], name, value, NULL));
}

static void
add_simple (const HeedWriter *writer, GPtrArray *pieces, const char *name, Rank rank, const char *key,
            const char *value_name, const char *value)
{
  heed_pieces_add_phrases (writer, add_piece (pieces, name, rank), key, value_name, value);
}

static char *
format_date (const HeedWriter *writer, gint64 time)
{
  return heed_phrases_format_date (writer->phrases, time, writer->options->zone, writer->options->now);
}

static void
add_reference (const HeedWriter *writer, GPtrArray *pieces, const HeedReference *reference, gboolean is_main)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "reference", writer->options->tone);
  g_autofree char *kind = heed_sentence_dup_kind (writer, reference);
  g_autofree char *name = g_strdup_printf ("%s reference", reference->kind);
  HeedPiece *piece = add_piece (pieces, name, RANK_REFERENCE);

  piece->is_required = is_main;
  for (guint i = 0; forms[i] != NULL; i++)
    heed_piece_add_wording (
      writer, piece, heed_phrases_say (writer->phrases, forms[i], "kind", kind, "value", reference->value, NULL));
  /* Where the word before it is somebody's name or code, the number has to do alone. */
  if (piece->wordings->len == 0)
    heed_piece_add_wording (writer, piece, heed_shorten_close (reference->value));
}

/* The first reference is never left out. Where all are private, a public text says how they will come. */
static void
add_references (const HeedWriter *writer, GPtrArray *pieces)
{
  const GPtrArray *references = writer->facts->references;
  const HeedReference *main_reference = heed_sentence_get_main_reference (writer);

  if (references->len > 0 && main_reference == NULL)
    {
      add_simple (writer, pieces, "reference", RANK_REFERENCE, "reference_private", NULL, NULL);
      ((HeedPiece *) pieces->pdata[pieces->len - 1])->is_required = TRUE;
    }
  if (main_reference != NULL)
    add_reference (writer, pieces, main_reference, TRUE);
  for (guint i = 0; i < references->len; i++)
    if (references->pdata[i] != main_reference && heed_sentence_may_name (writer, references->pdata[i]))
      add_reference (writer, pieces, references->pdata[i], FALSE);
}

/* Many attempts are said in less room by their number. */
static void
add_attempts_count (const HeedWriter *writer, HeedPiece *piece)
{
  g_autoptr (GPtrArray) sorted = heed_history_sort (writer->facts);
  if (sorted->len < MANY_ATTEMPTS)
    return;

  g_auto (GStrv) forms = heed_phrases_dup_counted (writer->phrases, "attempts_count", sorted->len);
  g_autofree char *count = g_strdup_printf ("%u", sorted->len);
  g_autofree char *date = format_date (writer, ((const HeedAttempt *) sorted->pdata[sorted->len - 1])->when);
  heed_piece_add_wording (writer, piece, heed_phrases_fill (forms[0], "count", count, "date", date, NULL));
  add_fullness (piece, RANK_ALL_ATTEMPTS);
}

static void
add_attempts (const HeedWriter *writer, GPtrArray *pieces)
{
  guint count = writer->facts->attempts->len;
  if (count == 0)
    return;

  g_auto (GStrv) frames = heed_phrases_dup_wordings (writer->phrases, "attempts", writer->options->tone);
  const struct
  {
    guint frame;
    guint wording;
    guint most;
  } forms[] = { { 0, 0, G_MAXUINT }, { 0, 1, G_MAXUINT }, { 1, 1, G_MAXUINT }, { 2, 2, G_MAXUINT },
                { 2, 2, 5 },         { 2, 2, 3 },         { 2, 2, 2 },         { 2, 2, 1 } };
  HeedPiece *piece = add_piece (pieces, "attempts", RANK_ATTEMPTS);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (forms[i].most != G_MAXUINT && forms[i].most >= count)
        continue;
      if (forms[i].most == 5)
        add_attempts_count (writer, piece);
      g_autofree char *line = heed_history_dup_line (writer, forms[i].wording, forms[i].most);
      heed_piece_add_wording (
        writer, piece,
        heed_phrases_fill (frames[MIN (forms[i].frame, g_strv_length (frames) - 1)], "attempts", line, NULL));
      if (forms[i].most == G_MAXUINT)
        add_fullness (piece, RANK_ALL_ATTEMPTS);
    }
}

/** heed_pieces_is_past: whether a time has passed; a day without an hour, kept as noon, passes at its end. */
gboolean
heed_pieces_is_past (const HeedWriter *writer, gint64 time)
{
  return (time % DAY == NOON ? time + DAY - NOON : time) < writer->options->now;
}

/** heed_pieces_is_broken: whether a promise was due and not kept; without a day nothing is late. */
gboolean
heed_pieces_is_broken (const HeedWriter *writer, const HeedPromise *promise)
{
  return !promise->kept && promise->due != 0 && heed_pieces_is_past (writer, promise->due);
}

static void
add_promises (const HeedWriter *writer, GPtrArray *pieces)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "promise", writer->options->tone);

  for (guint i = 0; i < writer->facts->promises->len; i++)
    {
      const HeedPromise *promise = writer->facts->promises->pdata[i];
      if (!heed_pieces_is_broken (writer, promise))
        continue;
      g_autofree char *date = format_date (writer, promise->due);
      HeedPiece *piece = add_piece (pieces, "promise", RANK_PROMISES);
      for (guint form = 0; forms[form] != NULL; form++)
        heed_piece_add_wording (writer, piece, heed_sentence_dup_promise (writer, forms[form], promise, date));
    }
}

/* The story is the same on most channels, and is shortened once. */
static GPtrArray *
shorten_story (const HeedWriter *writer)
{
  const char *story = writer->facts->what_happened;
  HeedMemory *memory = writer->options->memory;
  g_autofree char *key = memory != NULL ? g_strconcat ("shortened ", story, NULL) : NULL;
  g_autoptr (GBytes) known = key != NULL ? heed_memory_recall (memory, key) : NULL;
  if (known != NULL)
    return g_ptr_array_ref ((GPtrArray *) g_bytes_get_data (known, NULL));

  GPtrArray *wordings = heed_shorten_wordings (story);
  if (key == NULL)
    return wordings;
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (wordings, sizeof *wordings, (GDestroyNotify) g_ptr_array_unref,
                                                         g_ptr_array_ref (wordings));
  heed_memory_keep_bytes (memory, key, bytes, 2 * strlen (story));
  return wordings;
}

static void
add_story (const HeedWriter *writer, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) wordings = shorten_story (writer);
  HeedPiece *piece = add_piece (pieces, "what_happened", RANK_WHAT_HAPPENED);

  for (guint i = 0; i < wordings->len; i++)
    {
      /* From there on no more matters; no character has more than four bytes. */
      glong length = g_utf8_strlen (wordings->pdata[i], 4 * WHOLE_STORY);
      heed_piece_add_wording (writer, piece,
                              writer->own_language != NULL
                                ? heed_sentence_dup_own (writer, "own_words", i, wordings->pdata[i])
                                : g_strdup (wordings->pdata[i]));
      if (i == 0 || length >= WHOLE_STORY)
        add_fullness (piece, RANK_WHOLE_STORY);
      gboolean is_sentence = !g_str_has_suffix (wordings->pdata[i], "…");
      if (length >= CLEAR_STORY || is_sentence)
        add_fullness (piece, RANK_CLEAR_STORY);
      if (length >= TELLING_STORY || is_sentence)
        add_fullness (piece, RANK_TELLING_STORY);
    }
}

static void
add_details (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedFacts *facts = writer->facts;
  g_autofree char *amount = heed_sentence_dup_amount (writer);

  if (facts->since != 0 && !heed_said_since (writer))
    {
      g_autofree char *since = format_date (writer, facts->since);
      add_simple (writer, pieces, "since", RANK_SINCE, "since", "date", since);
    }
  if (facts->product != NULL && !heed_said_product (writer))
    add_simple (writer, pieces, "product", RANK_PRODUCT, "product", "product", facts->product);
  if (amount != NULL && !heed_said_amount (writer, amount))
    add_simple (writer, pieces, "amount", RANK_AMOUNT, "amount", "amount", amount);
}

/** heed_pieces_asks_when: whether the message asks when an answer can be expected. */
gboolean
heed_pieces_asks_when (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;
  gboolean names_day = facts->by != 0 && !heed_pieces_is_past (writer, facts->by);

  return facts->asks_when == HEED_ASKING_YES || (facts->asks_when == HEED_ASKING_AUTO && !names_day);
}

static void
add_wordings (const HeedWriter *writer, GPtrArray *pieces, const char *name, Rank rank, char **wordings)
{
  HeedPiece *piece = add_piece (pieces, name, rank);

  for (guint i = 0; wordings[i] != NULL; i++)
    heed_piece_add_wording (writer, piece, g_strdup (wordings[i]));
  g_strfreev (wordings);
}

static void
add_request (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedFacts *facts = writer->facts;

  add_wordings (writer, pieces, "want", 0, heed_sentence_dup_wants (writer));
  ((HeedPiece *) pieces->pdata[pieces->len - 1])->is_required = TRUE;
  if (writer->own_want != NULL)
    {
      HeedPiece *piece = add_piece (pieces, "own_want", RANK_OWN_WANT);
      for (guint i = 0; i < 2; i++)
        heed_piece_add_wording (writer, piece, heed_sentence_dup_own (writer, "own_want", i, writer->own_want));
    }
  if (facts->by != 0 && !heed_pieces_is_past (writer, facts->by) && !heed_said_by (writer))
    {
      g_autofree char *by = format_date (writer, facts->by);
      add_simple (writer, pieces, "by", RANK_BY, "by", "date", by);
    }
  if (heed_pieces_asks_when (writer))
    add_simple (writer, pieces, facts->asks_when == HEED_ASKING_YES ? "ask_when" : NULL, RANK_WHEN, "when", NULL, NULL);
  if (facts->urgent)
    add_simple (writer, pieces, "urgent", RANK_URGENT, "urgent", NULL, NULL);
}

static void
append_listed (const HeedWriter *writer, GString *line, const char *value)
{
  g_autofree char *isolated = heed_phrases_isolate (writer->phrases, value);

  g_string_append_printf (line, "%s%s", line->len > 0 ? heed_phrases_get_word (writer->phrases, "joins", "list") : "",
                          isolated);
}

/* How the company finds the user, from the most to the least of it. */
static void
add_me (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedFacts *facts = writer->facts;
  const char *const details[] = { facts->my_name, facts->my_postcode, facts->my_email, facts->my_phone };
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "me_dm", writer->options->tone);
  HeedPiece *piece = add_piece (pieces, "me", RANK_ME);

  for (guint most = G_N_ELEMENTS (details); most > 0; most--)
    {
      GString *line = g_string_new (NULL);
      for (guint i = 0; i < most; i++)
        if (details[i] != NULL)
          append_listed (writer, line, details[i]);
      for (guint form = 0; line->len > 0 && forms[form] != NULL; form++)
        heed_piece_add_wording (writer, piece, heed_phrases_fill (forms[form], "details", line->str, NULL));
      g_string_free (line, TRUE);
    }
}

/* Nobody enters a chat without a greeting, however short. It has the rank of the promises, which are not said there. */
static void
add_chat_opening (const HeedWriter *writer, GPtrArray *pieces)
{
  g_auto (GStrv) greetings = heed_phrases_dup_wordings (writer->phrases, "greeting", writer->options->tone);

  add_wordings (writer, pieces, NULL, RANK_GREETING, heed_sentence_dup_opener (writer));
  HeedPiece *opening = pieces->pdata[pieces->len - 1];
  heed_piece_add_wording (writer, opening, g_strdup (greetings[g_strv_length (greetings) - 1]));
  opening->rank = RANK_PROMISES;
}

static void
add_opening (const HeedWriter *writer, GPtrArray *pieces)
{
  if (writer->mention != NULL)
    {
      HeedPiece *mention = add_piece (pieces, "mention", 0);
      mention->is_required = TRUE;
      g_ptr_array_add (mention->wordings, g_strdup (writer->mention));
    }
  if (g_str_equal (writer->options->channel, "chat"))
    add_chat_opening (writer, pieces);
  else
    add_simple (writer, pieces, NULL, RANK_GREETING, writer->privacy != NULL ? "greeting_public" : "greeting",
                "company", writer->facts->company);
}

static void
add_background (const HeedWriter *writer, GPtrArray *pieces)
{
  add_wordings (writer, pieces, "redirects", RANK_REDIRECTS, heed_history_dup_redirects (writer));
  add_promises (writer, pieces);
  add_wordings (writer, pieces, "consequence", RANK_CONSEQUENCE, heed_sentence_dup_consequence (writer));
  add_wordings (writer, pieces, "customer_since", RANK_CUSTOMER_SINCE, heed_sentence_dup_loyalty (writer));
}

/* What only the company may read. A form has fields of its own for who I am. */
static void
add_private (const HeedWriter *writer, GPtrArray *pieces)
{
  if (!g_str_equal (writer->options->channel, "form"))
    add_me (writer, pieces);
  add_wordings (writer, pieces, "call_me", RANK_CALL_ME, heed_sentence_dup_call (writer));
  add_simple (writer, pieces, NULL, RANK_TICKET, "ticket", NULL, NULL);
}

static void
add_ending (const HeedWriter *writer, GPtrArray *pieces)
{
  add_simple (writer, pieces, NULL, RANK_NEXT_STEP, "next_step", NULL, NULL);
  if (writer->facts->thanks_to != NULL)
    add_simple (writer, pieces, "thanks_to", RANK_THANKS_TO, "thanks_agent", "agent", writer->facts->thanks_to);
  add_simple (writer, pieces, NULL, RANK_THANKS, "thanks", NULL, NULL);
}

/**
 * heed_pieces_new: everything that a message may say where there is a limit, in the order in which it says it. In a
 * chat the rest comes when they ask.
 *
 * Returns: (transfer full) (element-type HeedPiece): some may have no wording
 */
GPtrArray *
heed_pieces_new (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_piece_free);

  gboolean is_chat = g_str_equal (writer->options->channel, "chat");

  add_opening (writer, pieces);
  add_story (writer, pieces);
  if (!is_chat)
    add_details (writer, pieces);
  add_attempts (writer, pieces);
  if (!is_chat)
    add_background (writer, pieces);
  add_request (writer, pieces);
  add_references (writer, pieces);
  if (writer->privacy == NULL)
    add_private (writer, pieces);
  if (!is_chat)
    add_ending (writer, pieces);
  return pieces;
}

/**
 * heed_piece_weigh: what a message gains by one wording of a piece.
 *
 * What is needed more outweighs everything below it; then comes what the wording says beyond a mere mention, then its
 * length.
 */
gint64
heed_piece_weigh (const HeedPiece *piece, guint wording)
{
  g_return_val_if_fail (piece != NULL && wording < HEED_PACKER_WORDINGS, 0);

  gint64 worth = ((gint64) FACT_WORTH << (RANK_BITS * piece->rank)) + HEED_PACKER_WORDINGS - wording;
  for (guint rank = 0; rank < N_RANKS; rank++)
    if ((piece->fullness[wording] >> rank & 1) != 0)
      worth += (gint64) FACT_WORTH << (RANK_BITS * rank);
  return worth;
}
