/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet is made ready for one channel: checked, cleaned of what nobody sees, and in public of what is private. */

#include "heed-workshop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-error.h"
#include "heed-handle.h"
#include "heed-limit.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

#define DEFAULT_LANGUAGE "en"

/* What somebody reads at a glance in a small window, in characters: a choice of ours, not a limit of anybody's. */
#define CHAT_OPENER 300

/* In seconds. */
#define DAY 86400

static const char *const channels[] = { "public", "reply", "dm", "email", "letter", "phone", "form", "chat" };

void
heed_workshop_clear (HeedWorkshop *workshop)
{
  heed_facts_free (workshop->facts);
  heed_privacy_free (workshop->privacy);
  g_free (workshop->mention);
  g_free (workshop->own_want);
  g_free (workshop->hidden);
  if (workshop->found != NULL)
    g_array_unref (workshop->found);
}

/** heed_channel_is_public: whether everybody can read what is written on a channel. */
gboolean
heed_channel_is_public (const char *channel)
{
  g_return_val_if_fail (channel != NULL, FALSE);
  return g_str_equal (channel, "public") || g_str_equal (channel, "reply");
}

static gboolean
is_public (const HeedDraftOptions *options)
{
  return heed_channel_is_public (options->channel);
}

/** heed_workshop_has_room: whether a channel takes a message of any length, so that nothing is left out of it. */
gboolean
heed_workshop_has_room (const HeedDraftOptions *options)
{
  return g_str_equal (options->channel, "email") || g_str_equal (options->channel, "letter")
         || g_str_equal (options->channel, "phone") || (g_str_equal (options->channel, "form") && options->limit == 0);
}

/* Whether the channel is one of a network. */
static gboolean
is_networked (const HeedDraftOptions *options)
{
  return is_public (options) || g_str_equal (options->channel, "dm");
}

static const char *
get_kind (const HeedDraftOptions *options)
{
  if (options->network == NULL || !is_networked (options))
    return NULL;
  if (g_str_equal (options->channel, "reply") && heed_limit_lookup (options->network, "comment") != NULL)
    return "comment";
  const char *kind = is_public (options) ? "post" : "dm";
  return heed_limit_lookup (options->network, kind) != NULL ? kind : NULL;
}

static gboolean
check_network (const HeedDraftOptions *options, GError **error)
{
  if (is_public (options) && options->network == NULL)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                           _ ("A public post needs a network, such as mastodon, bluesky, x or threads."));
      return FALSE;
    }
  if (!is_networked (options) || options->network == NULL)
    return TRUE;
  gboolean is_known = heed_limit_knows_network (options->network);
  if (is_known && (!is_public (options) || get_kind (options) != NULL))
    return TRUE;

  g_auto (GStrv) names = heed_limit_list_networks ();
  g_autofree char *known = g_strjoinv (", ", names);
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               is_known ? _ ("There are no public posts on “%s”; write a direct message there. Known networks: %s.")
                        : _ ("There is no network “%s” here. Choose one of: %s."),
               options->network, known);
  return FALSE;
}

static gboolean
check_options (const HeedDraftOptions *options, GError **error)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    is_known |= g_strcmp0 (options->channel, channels[i]) == 0;
  if (!is_known)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   _ ("There is no channel “%s”. Choose public, reply, dm, email, letter, form, chat or phone."),
                   options->channel);
      return FALSE;
    }
  if (options->limit < 0 || options->limit > HEED_LARGEST_LIMIT || options->characters_per_url < 0
      || options->characters_per_url > HEED_LARGEST_LIMIT)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                           _ ("A limit is a number of characters, such as 500."));
      return FALSE;
    }
  return check_network (options, error);
}

/* A message in public, and a direct one where that is a post to one person, starts with the company's handle. */
static gboolean
make_mention (HeedWorkshop *workshop, const HeedDraftOptions *options, GError **error)
{
  if (!is_public (options) && !(heed_handle_is_fediverse (options->network) && g_str_equal (options->channel, "dm")))
    return TRUE;

  const char *handle = heed_handle_find (workshop->facts, options->network);
  if (handle == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED,
                   _ ("The sheet has no handle of %s on “%s”; add it under “company”, “handles”."),
                   workshop->facts->company, options->network);
      return FALSE;
    }
  if (heed_handle_judge (options->network, handle) == HEED_HANDLE_IS_FOREIGN)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED,
                   _ ("“%s” is no handle on “%s”, so the company would not be told; write it as it is written there."),
                   handle, options->network);
      return FALSE;
    }
  const char *sign = g_str_equal (options->network, "reddit") ? "u/" : "@";
  workshop->mention = g_strconcat (sign, heed_handle_skip_sign (handle), NULL);
  return TRUE;
}

/* Joiners and marks alone say nothing that a person could read. */
static gboolean
says_nothing (const char *text)
{
  while (*text != '\0' && !g_unichar_isgraph (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* A name and a password in a link are nobody's business, in private either. Takes @text. */
static char *
strip_credentials (char *text)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<=://)[^\\s/?#@]*@", G_REGEX_OPTIMIZE, 0, NULL));
  if (strstr (text, "://") == NULL)
    return text;
  char *stripped = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
  if (stripped == NULL)
    return text;
  g_free (text);
  return stripped;
}

static void
clean_field (char **field, gboolean keep_lines)
{
  if (*field == NULL)
    return;
  char *cleaned = strip_credentials (keep_lines ? heed_shorten_clean_lines (*field) : heed_shorten_clean (*field));
  g_free (*field);
  *field = cleaned;
  if (says_nothing (cleaned))
    g_clear_pointer (field, g_free);
}

/* What is left empty is nothing that a company could find a matter by. */
static void
clean_references (HeedFacts *facts)
{
  for (guint i = facts->references->len; i-- > 0;)
    {
      HeedReference *reference = facts->references->pdata[i];
      clean_field (&reference->kind, FALSE);
      clean_field (&reference->value, FALSE);
      if (reference->kind == NULL || reference->value == NULL)
        g_ptr_array_remove_index (facts->references, i);
    }
}

static void
clean_attempts (HeedFacts *facts)
{
  for (guint i = facts->attempts->len; i-- > 0;)
    {
      HeedAttempt *attempt = facts->attempts->pdata[i];
      clean_field (&attempt->channel, FALSE);
      clean_field (&attempt->network, FALSE);
      clean_field (&attempt->reference, FALSE);
      clean_field (&attempt->agent, FALSE);
      if (attempt->channel == NULL)
        g_ptr_array_remove_index (facts->attempts, i);
    }
}

static void
clean_texts (GPtrArray *texts)
{
  for (guint i = texts->len; i-- > 0;)
    {
      clean_field ((char **) &texts->pdata[i], FALSE);
      if (texts->pdata[i] == NULL)
        g_ptr_array_remove_index (texts, i);
    }
}

static void
clean_details (HeedFacts *facts)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, facts->details);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      char *cleaned = g_strdup (value);
      clean_field (&cleaned, FALSE);
      if (cleaned != NULL)
        g_hash_table_iter_replace (&iter, cleaned);
      else
        g_hash_table_iter_remove (&iter);
    }
}

static void
clean_facts (HeedFacts *facts, gboolean keep_lines)
{
  char **const fields[] = { &facts->company,     &facts->company_email, &facts->my_name,     &facts->my_email,
                            &facts->my_phone,    &facts->product,       &facts->my_postcode, &facts->want,
                            &facts->consequence, &facts->thanks_to,     &facts->asked_by };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    clean_field (fields[i], FALSE);
  clean_field (&facts->my_address, TRUE);
  clean_field (&facts->company_address, TRUE);
  clean_field (&facts->what_happened, keep_lines);
  clean_references (facts);
  clean_attempts (facts);
  clean_texts (facts->enclosures);
  clean_details (facts);
  for (guint i = facts->promises->len; i-- > 0;)
    {
      HeedPromise *promise = facts->promises->pdata[i];
      clean_field (&promise->text, FALSE);
      if (promise->text == NULL)
        g_ptr_array_remove_index (facts->promises, i);
    }
}

static char *
dup_day (gint64 time)
{
  g_autofree char *full = heed_time_format (time);

  return g_strndup (full, strlen ("2026-11-03"));
}

/* What a message tells as past has been. There is a day's grace, as the user's day may have begun before that in UTC.
 */
static gboolean
check_dates (const HeedFacts *facts, gint64 now, GError **error)
{
  for (guint i = 0; i < facts->attempts->len; i++)
    if (((const HeedAttempt *) facts->attempts->pdata[i])->when > now + DAY)
      {
        g_autofree char *date = dup_day (((const HeedAttempt *) facts->attempts->pdata[i])->when);
        g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED,
                     _ ("An attempt on the sheet is still to come (%s); write when you tried."), date);
        return FALSE;
      }
  if (facts->since <= now + DAY)
    return TRUE;
  g_autofree char *date = dup_day (facts->since);
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED,
               _ ("The day since when it is so is still to come (%s); write the one on which it began."), date);
  return FALSE;
}

static gboolean
check_facts (const HeedFacts *facts, GError **error)
{
  const struct
  {
    const char *value;
    const char *message;
  } needed[] = {
    { facts->company, _ ("Say which company it is about.") },
    { facts->what_happened, _ ("Say what happened; the company has to know it.") },
    { facts->want, _ ("Say what you want; you do not get what you do not ask for.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i].value == NULL || *needed[i].value == '\0')
      {
        g_set_error_literal (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED, needed[i].message);
        return FALSE;
      }
  return TRUE;
}

/* A reference that is, or holds, something private is private whatever its mark says. */
static void
make_privacy (HeedWorkshop *workshop)
{
  HeedMemory *memory = workshop->writer.options->memory;
  g_autoptr (HeedPrivacy) marked = heed_privacy_new_with_memory (workshop->facts, memory);

  for (guint i = 0; i < workshop->facts->references->len; i++)
    {
      HeedReference *reference = workshop->facts->references->pdata[i];
      if (!reference->is_private && !heed_privacy_is_clean (marked, reference->value))
        reference->is_private = TRUE;
    }
  workshop->privacy = heed_privacy_new_with_memory (workshop->facts, memory);
}

static void
hide_private (HeedWorkshop *workshop, char **field)
{
  if (*field == NULL)
    return;

  g_autoptr (GArray) spans = heed_privacy_find (workshop->privacy, *field);
  for (guint i = 0; i < spans->len; i++)
    g_array_append_val (workshop->found, g_array_index (spans, HeedPrivateSpan, i).kind);
  char *clean = heed_privacy_hide (workshop->privacy, *field, workshop->hidden);
  g_free (*field);
  *field = clean;
}

/* Makes the sheet one that may be read in public: what the user typed is gone through as well. */
static void
make_public (HeedWorkshop *workshop)
{
  HeedFacts *facts = workshop->facts;
  g_auto (GStrv) forms = heed_phrases_dup_wordings (workshop->writer.phrases, "hidden", workshop->writer.options->tone);

  workshop->hidden = g_strdup (forms[0]);
  make_privacy (workshop);
  hide_private (workshop, &facts->what_happened);
  hide_private (workshop, &facts->want);
  hide_private (workshop, &workshop->own_want);
  hide_private (workshop, &facts->product);
  hide_private (workshop, &facts->consequence);
  for (guint i = 0; i < facts->promises->len; i++)
    hide_private (workshop, &((HeedPromise *) facts->promises->pdata[i])->text);
  workshop->writer.privacy = workshop->privacy;
}

static const char *
choose_language (const HeedFacts *facts, const HeedDraftOptions *options)
{
  if (options->language != NULL)
    return options->language;
  return facts->language != NULL && heed_phrases_knows (facts->language) ? facts->language : DEFAULT_LANGUAGE;
}

/* A request of a known kind is said in the language of the message. What the user typed is kept where it is of another
 * language, or nothing was typed. */
static void
make_request (HeedWorkshop *workshop)
{
  HeedFacts *facts = workshop->facts;
  HeedWriter *writer = &workshop->writer;
  if (facts->want_kind == NULL || (facts->want != NULL && writer->own_language == NULL))
    return;

  g_autofree char *amount = g_str_equal (facts->want_kind, "refund") ? heed_sentence_dup_amount (writer) : NULL;
  g_autofree char *key = g_strconcat ("want_", facts->want_kind, amount != NULL ? "_amount" : NULL, NULL);
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, key, writer->options->tone);
  workshop->own_want = facts->want != NULL ? heed_shorten_close (facts->want) : NULL;
  g_free (facts->want);
  facts->want = heed_phrases_fill (forms[0], "amount", amount, NULL);
  writer->is_request_ours = TRUE;
}

static gboolean
choose_phrases (HeedWorkshop *workshop, const HeedFacts *facts, const HeedDraftOptions *options, GError **error)
{
  const char *language = choose_language (facts, options);
  HeedWriter *writer = &workshop->writer;

  writer->phrases = heed_phrases_get (language, error);
  if (writer->phrases == NULL)
    return FALSE;
  if (facts->language == NULL || g_str_equal (facts->language, language))
    return TRUE;
  const char *name = heed_phrases_get_word (writer->phrases, "languages", facts->language);
  /* A language without a name cannot be named. */
  writer->own_language = name != facts->language ? name : NULL;
  return TRUE;
}

/**
 * heed_workshop_open: makes everything ready for a message.
 * @workshop: zeroed
 *
 * Returns: %FALSE with an error as of heed_rendition_new()
 */
gboolean
heed_workshop_open (HeedWorkshop *workshop, const HeedFacts *facts, const HeedDraftOptions *options, GError **error)
{
  if (!check_options (options, error))
    return FALSE;

  workshop->facts = heed_facts_copy (facts);
  clean_facts (workshop->facts, heed_workshop_has_room (options));
  workshop->found = g_array_new (FALSE, FALSE, sizeof (HeedPrivateKind));
  workshop->writer.facts = workshop->facts;
  workshop->writer.options = options;
  if (!choose_phrases (workshop, facts, options, error))
    return FALSE;
  make_request (workshop);
  if (!check_facts (workshop->facts, error) || !check_dates (workshop->facts, options->now, error)
      || !make_mention (workshop, options, error))
    return FALSE;
  workshop->writer.mention = workshop->mention;
  if (is_public (options))
    make_public (workshop);
  workshop->writer.own_want = workshop->own_want;
  return TRUE;
}

/* A warning stands with its length, as it may hold anything. */
static char *
dup_measure_key (const HeedDraftOptions *options, const char *kind, const char *text)
{
  const char *warning = options->content_warning != NULL ? options->content_warning : "";
  if (options->limit == 0 && options->characters_per_url == 0 && options->content_warning == NULL)
    return g_strconcat ("usual count ", options->network, " ", kind, " ", text, NULL);

  char numbers[80];

  g_snprintf (numbers, sizeof numbers, " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %" G_GSIZE_FORMAT " ",
              options->limit, options->characters_per_url, options->content_warning != NULL, strlen (warning));
  return g_strconcat ("count ", options->network, " ", kind, numbers, warning, " ", text, NULL);
}

/* The sentences of a message are mostly those of the message before, and are counted once. */
static gboolean
measure_on_network (const HeedDraftOptions *options, const char *kind, const char *text, HeedCount *count)
{
  const HeedServerLimits server = { options->limit, options->characters_per_url, options->content_warning };
  if (options->memory == NULL)
    return heed_count_on_server (options->network, kind, &server, text, count, NULL);

  g_autofree char *key = dup_measure_key (options, kind, text);
  g_autoptr (GBytes) known = heed_memory_recall (options->memory, key);
  if (known != NULL)
    {
      *count = *(const HeedCount *) g_bytes_get_data (known, NULL);
      return TRUE;
    }
  if (!heed_count_on_server (options->network, kind, &server, text, count, NULL))
    return FALSE;
  heed_memory_keep (options->memory, key, count, sizeof *count);
  return TRUE;
}

/**
 * heed_workshop_measure: how long a text is for a channel, by the user's own limit where there is one.
 * @count: (out): with a limit of 0 where there is none
 */
void
heed_workshop_measure (const HeedDraftOptions *options, const char *text, HeedCount *count)
{
  const char *kind = get_kind (options);
  gint64 limit = options->limit;

  if (kind != NULL && measure_on_network (options, kind, text, count))
    return;
  *count = (HeedCount){ .length = g_utf8_strlen (text, -1), .parts = 1, .is_valid = TRUE };
  if (limit == 0 && g_str_equal (options->channel, "chat"))
    limit = CHAT_OPENER;
  if (limit == 0 || heed_workshop_has_room (options))
    return;
  count->is_valid = count->length <= limit;
  count->limit = limit;
  count->remaining = limit - count->length;
}

/**
 * heed_workshop_join: puts the sentences of a message together.
 * @sentences: where there is a mention it is the first
 *
 * Joined sentences could make a private value that none of them holds, so the whole is looked through once more. A
 * mention is written from left to right; behind it a message that is not starts on a line of its own, as the first
 * letter of a line tells its direction (UAX 9, rule P2).
 *
 * Returns: (transfer full): the text
 */
char *
heed_workshop_join (const HeedWorkshop *workshop, char *const *sentences)
{
  const HeedWriter *writer = &workshop->writer;
  GString *text = g_string_new (NULL);
  const char *between = is_public (writer->options) ? " " : "\n";

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      gboolean is_behind_mention = i == 1 && workshop->mention != NULL && heed_phrases_is_rtl (writer->phrases);
      g_string_append_printf (text, "%s%s", i == 0 ? "" : is_behind_mention ? "\n" : between, sentences[i]);
    }
  if (workshop->privacy == NULL)
    return g_string_free (text, FALSE);

  gsize skip = workshop->mention != NULL ? strlen (workshop->mention) : 0;
  g_autofree char *body = heed_privacy_hide (workshop->privacy, text->str + skip, workshop->hidden);
  g_string_truncate (text, skip);
  g_string_append (text, body);
  return g_string_free (text, FALSE);
}
