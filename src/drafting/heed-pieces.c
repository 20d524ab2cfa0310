/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-pieces.h"

#include <string.h>

#include "heed-shorten.h"

/* A story is clear with its first sentence or so many characters, and nearly whole from so many on. */
#define CLEAR_STORY 60
#define WHOLE_STORY 140

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
  RANK_WHOLE_STORY,
  RANK_SINCE,
  RANK_PRODUCT,
  RANK_AMOUNT,
  RANK_URGENT,
  RANK_CLEAR_STORY,
  RANK_ALL_ATTEMPTS,
  RANK_ME,
  RANK_REFERENCE,
  RANK_PROMISES,
  RANK_BY,
  RANK_ATTEMPTS,
  RANK_WHAT_HAPPENED,
} Rank;

/* The kind of reference by which a company finds a matter most surely comes first. */
static const char *const kinds_by_use[] = { "case",    "ticket",   "claim",   "order",
                                            "booking", "tracking", "invoice", "contract" };

void
heed_piece_free (HeedPiece *piece)
{
  if (piece == NULL)
    return;
  g_free (piece->name);
  g_ptr_array_unref (piece->wordings);
  g_free (piece);
}

static HeedPiece *
add_piece (GPtrArray *pieces, const char *name, Rank rank)
{
  HeedPiece *piece = g_new0 (HeedPiece, 1);

  piece->name = g_strdup (name);
  piece->rank = rank;
  piece->wordings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, piece);
  return piece;
}

/* One typographic sign outside of the GSM alphabet would more than halve what a text message holds. */
static char *
simplify (char *wording)
{
  static const char *const signs[][2] = { { "“", "\"" },  { "”", "\"" }, { "‘", "'" }, { "’", "'" },
                                          { "…", "..." }, { "–", "-" },  { "—", "-" } };
  GString *simple = g_string_new (wording);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (simple, signs[i][0], signs[i][1], 0);
  g_free (wording);
  return g_string_free (simple, FALSE);
}

/* A wording that says something private after all is no wording for a public text. */
static void
add_wording (const HeedWriter *writer, HeedPiece *piece, char *wording)
{
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

static void
add_simple (const HeedWriter *writer, GPtrArray *pieces, const char *name, Rank rank, const char *key,
            const char *value_name, const char *value)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  HeedPiece *piece = add_piece (pieces, name, rank);

  for (guint i = 0; forms[i] != NULL; i++)
    add_wording (writer, piece, heed_phrases_fill (forms[i], value_name, value, NULL));
}

static char *
format_date (const HeedWriter *writer, gint64 time)
{
  return heed_phrases_format_date (writer->phrases, time, writer->options->zone, writer->options->now);
}

/** heed_pieces_dup_amount: (transfer full) (nullable): such as "€49.90"; %NULL when the sheet has none. */
char *
heed_pieces_dup_amount (const HeedWriter *writer)
{
  const HeedFacts *facts = writer->facts;

  if (facts->amount < 0 || facts->currency == NULL)
    return NULL;
  return heed_phrases_format_money (writer->phrases, facts->amount, facts->currency);
}

/** heed_pieces_dup_kind: (transfer full): the word for a kind of reference, with a capital. */
char *
heed_pieces_dup_kind (const HeedWriter *writer, const HeedReference *reference)
{
  return heed_shorten_capitalise (heed_phrases_get_word (writer->phrases, "kinds", reference->kind));
}

/** heed_pieces_dup_reference: (transfer full): such as "Case 4711". */
char *
heed_pieces_dup_reference (const HeedWriter *writer, const HeedReference *reference)
{
  g_autofree char *kind = heed_pieces_dup_kind (writer, reference);
  return g_strdup_printf ("%s %s", kind, reference->value);
}

static gboolean
may_be_named (const HeedWriter *writer, const HeedReference *reference)
{
  return writer->privacy == NULL || !reference->is_private;
}

/** heed_pieces_get_main_reference: (transfer none) (nullable): the one that is never left out. */
const HeedReference *
heed_pieces_get_main_reference (const HeedWriter *writer)
{
  const GPtrArray *references = writer->facts->references;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds_by_use); kind++)
    for (guint i = 0; i < references->len; i++)
      {
        const HeedReference *reference = references->pdata[i];
        if (may_be_named (writer, reference) && g_ascii_strcasecmp (reference->kind, kinds_by_use[kind]) == 0)
          return reference;
      }
  for (guint i = 0; i < references->len; i++)
    if (may_be_named (writer, references->pdata[i]))
      return references->pdata[i];
  return NULL;
}

static void
add_reference (const HeedWriter *writer, GPtrArray *pieces, const HeedReference *reference, gboolean is_main)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "reference", writer->options->tone);
  g_autofree char *kind = heed_pieces_dup_kind (writer, reference);
  g_autofree char *name = g_strdup_printf ("%s reference", reference->kind);
  HeedPiece *piece = add_piece (pieces, name, RANK_REFERENCE);

  piece->is_required = is_main;
  for (guint i = 0; forms[i] != NULL; i++)
    add_wording (writer, piece, heed_phrases_fill (forms[i], "kind", kind, "value", reference->value, NULL));
  /* Where the word before it is somebody's name or code, the number has to do alone. */
  if (piece->wordings->len == 0)
    add_wording (writer, piece, heed_shorten_close (reference->value));
}

/* The first reference is never left out. Where all are private, a public text says how they will come. */
static void
add_references (const HeedWriter *writer, GPtrArray *pieces)
{
  const GPtrArray *references = writer->facts->references;
  const HeedReference *main_reference = heed_pieces_get_main_reference (writer);

  if (references->len > 0 && main_reference == NULL)
    {
      add_simple (writer, pieces, "reference", RANK_REFERENCE, "reference_private", NULL, NULL);
      ((HeedPiece *) pieces->pdata[pieces->len - 1])->is_required = TRUE;
    }
  if (main_reference != NULL)
    add_reference (writer, pieces, main_reference, TRUE);
  for (guint i = 0; i < references->len; i++)
    if (references->pdata[i] != main_reference && may_be_named (writer, references->pdata[i]))
      add_reference (writer, pieces, references->pdata[i], FALSE);
}

static int
compare_attempts (gconstpointer first, gconstpointer second)
{
  const HeedAttempt *one = *(const HeedAttempt *const *) first;
  const HeedAttempt *other = *(const HeedAttempt *const *) second;

  return one->when == other->when ? 0 : one->when > other->when ? -1 : 1;
}

static GPtrArray *
sort_attempts (const HeedFacts *facts)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < facts->attempts->len; i++)
    g_ptr_array_add (sorted, facts->attempts->pdata[i]);
  g_ptr_array_sort (sorted, compare_attempts);
  return sorted;
}

static const char *
name_channel (const HeedWriter *writer, const HeedAttempt *attempt)
{
  if (attempt->network != NULL)
    return heed_phrases_get_word (writer->phrases, "networks", attempt->network);
  return heed_phrases_get_word (writer->phrases, "channels", attempt->channel);
}

static void
append_detail (const HeedWriter *writer, GString *details, const char *key, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  g_autofree char *detail = heed_phrases_fill (forms[0], name, value, NULL);
  g_string_append_printf (details, ", %s", detail);
}

/* The outcome, and in a private message also the number and the person. */
static char *
describe_outcome (const HeedWriter *writer, const HeedAttempt *attempt)
{
  GString *details = g_string_new (
    heed_phrases_get_word (writer->phrases, "outcomes", heed_outcome_to_string (attempt->outcome)));

  if (writer->privacy == NULL)
    {
      append_detail (writer, details, "attempt_agent", "agent", attempt->agent);
      append_detail (writer, details, "attempt_reference", "reference", attempt->reference);
    }
  return g_string_free (details, FALSE);
}

/**
 * heed_pieces_dup_attempts: the earlier attempts in one line, the newest first.
 * @wording: how detailed, 0 the most
 * @most: how many of them
 *
 * Returns: (transfer full): empty without any
 */
char *
heed_pieces_dup_attempts (const HeedWriter *writer, guint wording, guint most)
{
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "attempt", writer->options->tone);
  g_autoptr (GPtrArray) sorted = sort_attempts (writer->facts);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < sorted->len && i < most; i++)
    {
      const HeedAttempt *attempt = sorted->pdata[i];
      g_autofree char *date = format_date (writer, attempt->when);
      g_autofree char *outcome = describe_outcome (writer, attempt);
      g_autofree char *one = heed_phrases_fill (forms[MIN (wording, g_strv_length (forms) - 1)], "channel",
                                                name_channel (writer, attempt), "date", date, "outcome", outcome, NULL);
      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (line, FALSE);
}

/* Many attempts are said in less room by their number. */
static void
add_attempts_count (const HeedWriter *writer, HeedPiece *piece)
{
  g_autoptr (GPtrArray) sorted = sort_attempts (writer->facts);
  if (sorted->len < 4)
    return;

  g_auto (GStrv) forms = heed_phrases_dup_counted (writer->phrases, "attempts_count", sorted->len);
  g_autofree char *count = g_strdup_printf ("%u", sorted->len);
  g_autofree char *date = format_date (writer, ((const HeedAttempt *) sorted->pdata[sorted->len - 1])->when);
  add_wording (writer, piece, heed_phrases_fill (forms[0], "count", count, "date", date, NULL));
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
      g_autofree char *line = heed_pieces_dup_attempts (writer, forms[i].wording, forms[i].most);
      add_wording (
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

/** heed_pieces_is_broken: whether a promise was due and not kept. */
gboolean
heed_pieces_is_broken (const HeedWriter *writer, const HeedPromise *promise)
{
  return !promise->kept && heed_pieces_is_past (writer, promise->due);
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
        add_wording (writer, piece, heed_phrases_fill (forms[form], "text", promise->text, "date", date, NULL));
    }
}

static void
add_story (const HeedWriter *writer, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) wordings = heed_shorten_wordings (writer->facts->what_happened);
  HeedPiece *piece = add_piece (pieces, "what_happened", RANK_WHAT_HAPPENED);

  for (guint i = 0; i < wordings->len; i++)
    {
      glong length = g_utf8_strlen (wordings->pdata[i], -1);
      add_wording (writer, piece, g_strdup (wordings->pdata[i]));
      if (i == 0 || length >= WHOLE_STORY)
        add_fullness (piece, RANK_WHOLE_STORY);
      if (length >= CLEAR_STORY || !g_str_has_suffix (wordings->pdata[i], "…"))
        add_fullness (piece, RANK_CLEAR_STORY);
    }
}

/* What the other sentences already say is not said twice. */
static gboolean
is_said (const HeedFacts *facts, const char *words)
{
  return strstr (facts->what_happened, words) != NULL || strstr (facts->want, words) != NULL;
}

static void
add_details (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedFacts *facts = writer->facts;
  g_autofree char *amount = heed_pieces_dup_amount (writer);

  if (facts->since != 0)
    {
      g_autofree char *since = format_date (writer, facts->since);
      add_simple (writer, pieces, "since", RANK_SINCE, "since", "date", since);
    }
  if (facts->product != NULL && !is_said (facts, facts->product))
    add_simple (writer, pieces, "product", RANK_PRODUCT, "product", "product", facts->product);
  if (amount != NULL && !is_said (facts, amount))
    add_simple (writer, pieces, "amount", RANK_AMOUNT, "amount", "amount", amount);
}

static void
add_request (const HeedWriter *writer, GPtrArray *pieces)
{
  const HeedFacts *facts = writer->facts;
  g_auto (GStrv) wants = heed_pieces_dup_wants (writer);
  HeedPiece *piece = add_piece (pieces, "want", 0);

  piece->is_required = TRUE;
  for (guint i = 0; wants[i] != NULL; i++)
    add_wording (writer, piece, g_strdup (wants[i]));
  if (facts->by != 0 && !heed_pieces_is_past (writer, facts->by))
    {
      g_autofree char *by = format_date (writer, facts->by);
      add_simple (writer, pieces, "by", RANK_BY, "by", "date", by);
    }
  else
    add_simple (writer, pieces, NULL, RANK_WHEN, "when", NULL, NULL);
  if (facts->urgent)
    add_simple (writer, pieces, "urgent", RANK_URGENT, "urgent", NULL, NULL);
}

/* A request that is a polite sentence by itself needs no words in front of it. */
static gboolean
is_polite (const HeedWriter *writer)
{
  g_auto (GStrv) words = heed_phrases_dup_list (writer->phrases, "request_words");
  const char *want = writer->facts->want;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strncasecmp (want, words[i], strlen (words[i])) == 0 && !g_ascii_isalnum (want[strlen (words[i])]))
      return TRUE;
  return FALSE;
}

/** heed_pieces_dup_wants: (transfer full): the ways to ask for what the user wants, from long to short. */
char **
heed_pieces_dup_wants (const HeedWriter *writer)
{
  g_autofree char *want = heed_shorten_close (writer->facts->want);
  g_autofree char *capital = heed_shorten_capitalise (want);
  char **forms = heed_phrases_dup_wordings (writer->phrases, "want", writer->options->tone);

  if (is_polite (writer))
    {
      g_strfreev (forms);
      return g_strdupv ((char *[]){ capital, NULL });
    }
  for (guint i = 0; forms[i] != NULL; i++)
    {
      char *filled = heed_phrases_fill (forms[i], "want", g_str_has_prefix (forms[i], "{") ? capital : want, NULL);
      g_free (forms[i]);
      forms[i] = filled;
    }
  return forms;
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
          g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", details[i]);
      for (guint form = 0; line->len > 0 && forms[form] != NULL; form++)
        add_wording (writer, piece, heed_phrases_fill (forms[form], "details", line->str, NULL));
      g_string_free (line, TRUE);
    }
}

/**
 * heed_pieces_new: everything that a public post or a direct message may say, in the order in which it says it.
 *
 * Returns: (transfer full) (element-type HeedPiece): pieces without a wording have been left out
 */
GPtrArray *
heed_pieces_new (const HeedWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_piece_free);
  gboolean is_public = writer->privacy != NULL;

  if (writer->mention != NULL)
    {
      HeedPiece *mention = add_piece (pieces, "mention", 0);
      mention->is_required = TRUE;
      g_ptr_array_add (mention->wordings, g_strdup (writer->mention));
    }
  add_simple (writer, pieces, NULL, RANK_GREETING, is_public ? "greeting_public" : "greeting", "company",
              writer->facts->company);
  add_story (writer, pieces);
  add_details (writer, pieces);
  add_attempts (writer, pieces);
  add_promises (writer, pieces);
  add_request (writer, pieces);
  add_references (writer, pieces);
  if (!is_public)
    {
      add_me (writer, pieces);
      add_simple (writer, pieces, NULL, RANK_TICKET, "ticket", NULL, NULL);
    }
  add_simple (writer, pieces, NULL, RANK_NEXT_STEP, "next_step", NULL, NULL);
  add_simple (writer, pieces, NULL, RANK_THANKS, "thanks", NULL, NULL);
  return pieces;
}
