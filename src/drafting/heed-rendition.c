/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-rendition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-letter.h"
#include "heed-limit.h"
#include "heed-packer.h"
#include "heed-pieces.h"
#include "heed-shorten.h"

#define DEFAULT_LANGUAGE "en"

/* A fact of one rank outweighs up to seven of the rank below; the length of a wording only decides between equals. */
#define RANK_BITS 3
#define FACT_WORTH 512

static const char *const channels[] = { "public", "dm", "email", "letter", "phone" };

/* What a rendition is made in: the sheet in the form this channel may see, and what was found on the way. */
typedef struct
{
  HeedFacts *facts;
  HeedPrivacy *privacy;
  char *mention;
  char *hidden;
  GArray *found; /* HeedPrivateKind */
  HeedWriter writer;
} Workshop;

static void
workshop_clear (Workshop *workshop)
{
  heed_facts_free (workshop->facts);
  heed_privacy_free (workshop->privacy);
  g_free (workshop->mention);
  g_free (workshop->hidden);
  if (workshop->found != NULL)
    g_array_unref (workshop->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workshop, workshop_clear)

void
heed_warning_free (HeedWarning *warning)
{
  if (warning == NULL)
    return;
  g_free (warning->kind);
  g_free (warning->message);
  g_free (warning->repair);
  g_free (warning);
}

void
heed_rendition_free (HeedRendition *rendition)
{
  if (rendition == NULL)
    return;
  g_free (rendition->text);
  g_strfreev (rendition->parts);
  g_free (rendition->channel);
  g_free (rendition->network);
  g_clear_pointer (&rendition->dropped, g_ptr_array_unref);
  g_clear_pointer (&rendition->warnings, g_ptr_array_unref);
  g_free (rendition->link);
  g_free (rendition->subject);
  g_free (rendition);
}

static gboolean
is_public (const HeedDraftOptions *options)
{
  return g_str_equal (options->channel, "public");
}

static gboolean
has_room (const HeedDraftOptions *options)
{
  return !is_public (options) && !g_str_equal (options->channel, "dm");
}

/* The Fediverse is one: a handle for one of its kinds of server serves the others. */
static const char *
find_handle (const HeedFacts *facts, const char *network)
{
  const char *handle = g_hash_table_lookup (facts->handles, network);

  if (handle == NULL && g_str_equal (network, "gotosocial"))
    handle = g_hash_table_lookup (facts->handles, "mastodon");
  return handle;
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
                   _ ("There is no channel “%s”. Choose public, dm, email, letter or phone."), options->channel);
      return FALSE;
    }
  if (is_public (options) && options->network == NULL)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                           _ ("A public post needs a network, such as mastodon, bluesky, x or threads."));
      return FALSE;
    }
  if (has_room (options) || options->network == NULL)
    return TRUE;
  if (!heed_limit_knows_network (options->network)
      || (is_public (options) && heed_limit_lookup (options->network, "post") == NULL))
    {
      g_auto (GStrv) names = heed_limit_list_networks ();
      g_autofree char *known = g_strjoinv (", ", names);
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   is_public (options) && heed_limit_knows_network (options->network)
                     ? _ ("There are no public posts on “%s”; write a direct message there. Known networks: %s.")
                     : _ ("There is no network “%s” here. Choose one of: %s."),
                   options->network, known);
      return FALSE;
    }
  return TRUE;
}

/* A message in public, and a direct one where that is a post to one person, starts with the company's handle. */
static gboolean
make_mention (Workshop *workshop, const HeedDraftOptions *options, GError **error)
{
  gboolean is_fediverse = g_strcmp0 (options->network, "mastodon") == 0
                          || g_strcmp0 (options->network, "gotosocial") == 0;
  if (has_room (options) || !(is_public (options) || is_fediverse))
    return TRUE;

  const char *handle = find_handle (workshop->facts, options->network);
  if (handle == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED,
                   _ ("The sheet has no handle of %s on “%s”; add it under “company”, “handles”."),
                   workshop->facts->company, options->network);
      return FALSE;
    }
  const char *sign = g_str_equal (options->network, "reddit") ? "u/" : "@";
  workshop->mention = g_strconcat (sign, handle + (*handle == '@' ? 1 : 0), NULL);
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

static void
clean_field (char **field, gboolean keep_lines)
{
  if (*field == NULL)
    return;
  char *cleaned = keep_lines ? heed_shorten_clean_lines (*field) : heed_shorten_clean (*field);
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
clean_facts (HeedFacts *facts, gboolean keep_lines)
{
  char **const fields[] = { &facts->company,  &facts->company_email, &facts->my_name,    &facts->my_email,
                            &facts->my_phone, &facts->product,       &facts->my_postcode };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    clean_field (fields[i], FALSE);
  clean_field (&facts->my_address, TRUE);
  clean_field (&facts->what_happened, keep_lines);
  clean_field (&facts->want, FALSE);
  clean_references (facts);
  clean_attempts (facts);
  for (guint i = facts->promises->len; i-- > 0;)
    {
      HeedPromise *promise = facts->promises->pdata[i];
      clean_field (&promise->text, FALSE);
      if (promise->text == NULL)
        g_ptr_array_remove_index (facts->promises, i);
    }
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
make_privacy (Workshop *workshop)
{
  g_autoptr (HeedPrivacy) marked = heed_privacy_new (workshop->facts);

  for (guint i = 0; i < workshop->facts->references->len; i++)
    {
      HeedReference *reference = workshop->facts->references->pdata[i];
      if (!reference->is_private && !heed_privacy_is_clean (marked, reference->value))
        reference->is_private = TRUE;
    }
  workshop->privacy = heed_privacy_new (workshop->facts);
}

static void
hide_private (Workshop *workshop, char **field)
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
make_public (Workshop *workshop)
{
  HeedFacts *facts = workshop->facts;
  g_auto (GStrv) forms = heed_phrases_dup_wordings (workshop->writer.phrases, "hidden", workshop->writer.options->tone);

  workshop->hidden = g_strdup (forms[0]);
  make_privacy (workshop);
  hide_private (workshop, &facts->what_happened);
  hide_private (workshop, &facts->want);
  hide_private (workshop, &facts->product);
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

static gboolean
open_workshop (Workshop *workshop, const HeedFacts *facts, const HeedDraftOptions *options, GError **error)
{
  if (!check_options (options, error))
    return FALSE;

  workshop->facts = heed_facts_copy (facts);
  clean_facts (workshop->facts, has_room (options));
  workshop->found = g_array_new (FALSE, FALSE, sizeof (HeedPrivateKind));
  workshop->writer.facts = workshop->facts;
  workshop->writer.options = options;
  workshop->writer.phrases = heed_phrases_get (choose_language (facts, options), error);
  if (workshop->writer.phrases == NULL || !check_facts (workshop->facts, error)
      || !make_mention (workshop, options, error))
    return FALSE;
  workshop->writer.mention = workshop->mention;
  if (is_public (options))
    make_public (workshop);
  return TRUE;
}

static const char *
get_kind (const HeedDraftOptions *options)
{
  const char *kind = is_public (options) ? "post" : "dm";

  return options->network != NULL && heed_limit_lookup (options->network, kind) != NULL ? kind : NULL;
}

static void
measure (const HeedDraftOptions *options, const char *text, HeedCount *count)
{
  const char *kind = has_room (options) ? NULL : get_kind (options);

  if (kind != NULL && heed_count_kind (options->network, kind, text, count, NULL))
    return;
  *count = (HeedCount){ .length = g_utf8_strlen (text, -1), .parts = 1, .is_valid = TRUE };
}

static gint64
weigh (guint rank)
{
  return (gint64) FACT_WORTH << (RANK_BITS * rank);
}

static HeedPackerItem
make_item (const HeedDraftOptions *options, const HeedPiece *piece)
{
  HeedPackerItem item = { .is_required = piece->is_required };

  item.n_wordings = MIN (piece->wordings->len, HEED_PACKER_WORDINGS);
  for (guint i = 0; i < item.n_wordings; i++)
    {
      HeedCount count;
      measure (options, piece->wordings->pdata[i], &count);
      item.cost[i] = count.length + 1;
      item.worth[i] = weigh (piece->rank) + (gint64) (item.n_wordings - i);
      for (guint rank = 0; rank < 32; rank++)
        if ((piece->fullness[i] >> rank & 1) != 0)
          item.worth[i] += weigh (rank);
    }
  return item;
}

/* Joined pieces could make a private value that none of them holds, so the whole is looked through once more. */
static char *
assemble (const Workshop *workshop, const GPtrArray *pieces, const int *chosen)
{
  GString *text = g_string_new (NULL);
  const char *between = is_public (workshop->writer.options) ? " " : "\n";

  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];
      if (chosen[i] >= 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "",
                                (const char *) piece->wordings->pdata[chosen[i]]);
    }
  if (workshop->privacy == NULL)
    return g_string_free (text, FALSE);

  gsize skip = workshop->mention != NULL ? strlen (workshop->mention) : 0;
  g_autofree char *body = heed_privacy_hide (workshop->privacy, text->str + skip, workshop->hidden);
  g_string_truncate (text, skip);
  g_string_append (text, body);
  return g_string_free (text, FALSE);
}

static int
compare_ranks (gconstpointer first, gconstpointer second)
{
  const HeedPiece *one = *(const HeedPiece *const *) first;
  const HeedPiece *other = *(const HeedPiece *const *) second;

  return (int) one->rank - (int) other->rank;
}

static GPtrArray *
list_dropped (const GPtrArray *pieces, const int *chosen)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];
      if (chosen[i] < 0 && piece->name != NULL && piece->wordings->len > 0)
        g_ptr_array_add (left_out, pieces->pdata[i]);
    }
  g_ptr_array_sort (left_out, compare_ranks);
  for (guint i = 0; i < left_out->len; i++)
    g_ptr_array_add (names, g_strdup (((HeedPiece *) left_out->pdata[i])->name));
  return names;
}

/* The costs of the pieces add up but for rare neighbours, so the whole is measured and, if need be, packed again. */
static gboolean
pack (const Workshop *workshop, HeedRendition *rendition, GError **error)
{
  const HeedDraftOptions *options = workshop->writer.options;
  g_autoptr (GPtrArray) pieces = heed_pieces_new (&workshop->writer);
  g_autofree HeedPackerItem *items = g_new0 (HeedPackerItem, pieces->len);
  g_autofree int *chosen = g_new0 (int, pieces->len);
  gint64 budget = 1;

  for (guint i = 0; i < pieces->len; i++)
    {
      items[i] = make_item (options, pieces->pdata[i]);
      budget += items[i].n_wordings > 0 ? items[i].cost[0] : 0;
    }
  HeedCount count;
  measure (options, "", &count);
  gint64 limit = count.limit;
  if (limit > 0)
    budget = MIN (budget, limit + 1);

  while (heed_packer_pack (items, pieces->len, budget, chosen))
    {
      g_autofree char *text = assemble (workshop, pieces, chosen);
      measure (options, text, &count);
      if (count.is_valid)
        {
          rendition->text = g_steal_pointer (&text);
          rendition->length = count.length;
          rendition->limit = count.limit;
          rendition->dropped = list_dropped (pieces, chosen);
          return TRUE;
        }
      gint64 spent = 0;
      for (guint i = 0; i < pieces->len; i++)
        spent += chosen[i] >= 0 ? items[i].cost[chosen[i]] : 0;
      budget = MIN (spent - 1, budget - MAX (count.length - limit, 1));
    }
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("The request and one reference do not fit into the %d characters that “%s” takes; shorten the "
                  "request."),
               (int) limit, options->network);
  return FALSE;
}

static void
write_out (const Workshop *workshop, HeedRendition *rendition)
{
  const HeedWriter *writer = &workshop->writer;
  HeedCount count;

  rendition->subject = heed_letter_dup_subject (writer);
  if (g_str_equal (rendition->channel, "email"))
    rendition->text = heed_letter_dup_email (writer);
  else if (g_str_equal (rendition->channel, "letter"))
    rendition->text = heed_letter_dup_letter (writer, rendition->subject);
  else
    {
      rendition->text = heed_letter_dup_phone (writer);
      g_clear_pointer (&rendition->subject, g_free);
    }
  measure (writer->options, rendition->text, &count);
  rendition->length = count.length;
  rendition->dropped = g_ptr_array_new_with_free_func (g_free);
}

static void
add_warning (GPtrArray *warnings, const char *kind, glong start, glong end, const char *message)
{
  HeedWarning *warning = g_new0 (HeedWarning, 1);

  warning->kind = g_strdup (kind);
  warning->start = (guint) start;
  warning->end = (guint) end;
  warning->message = g_strdup (message);
  g_ptr_array_add (warnings, warning);
}

/* Says what was hidden, at the places where it now says how it will come. */
static void
warn_of_hidden (const Workshop *workshop, HeedRendition *rendition)
{
  const char *at = rendition->text;

  g_assert (workshop->hidden != NULL);
  for (guint i = 0; i < workshop->found->len; i++)
    {
      const char *place = strstr (at, workshop->hidden);
      glong start = place != NULL ? g_utf8_pointer_to_offset (rendition->text, place) : 0;
      glong end = place != NULL ? start + g_utf8_strlen (workshop->hidden, -1) : 0;

      add_warning (rendition->warnings, "private", start, end,
                   heed_private_kind_to_sentence (g_array_index (workshop->found, HeedPrivateKind, i)));
      if (place != NULL)
        at = place + strlen (workshop->hidden);
    }
}

static void
warn_of_language (const HeedFacts *facts, const HeedDraftOptions *options, GPtrArray *warnings)
{
  if (options->language != NULL || facts->language == NULL || heed_phrases_knows (facts->language))
    return;

  g_autofree char *message = g_strdup_printf (
    _ ("There are no sentences in the language “%s” yet; read through the English ones before you send it."),
    facts->language);
  add_warning (warnings, "language", 0, 0, message);
}

/**
 * heed_rendition_new: makes the message for one channel from the sheet of facts.
 *
 * The request and one reference are always in. Where there is a limit, the least needed facts are left out first, and
 * what stays is worded as fully as fits. A public text holds nothing private, wherever on the sheet it stood.
 *
 * Returns: (transfer full): the rendition. Errors: %HEED_ERROR_NOT_FOUND for a channel, network or language that does
 * not exist; %HEED_ERROR_NOT_CONFIGURED when the sheet lacks a fact; %HEED_ERROR_REFUSED when not even the request
 * and one reference fit
 */
HeedRendition *
heed_rendition_new (const HeedFacts *facts, const HeedDraftOptions *options, GError **error)
{
  g_return_val_if_fail (facts != NULL && options != NULL, NULL);

  g_auto (Workshop) workshop = { 0 };
  g_autoptr (HeedRendition) rendition = g_new0 (HeedRendition, 1);

  if (!open_workshop (&workshop, facts, options, error))
    return NULL;
  rendition->channel = g_strdup (options->channel);
  rendition->network = has_room (options) ? NULL : g_strdup (options->network);
  rendition->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_warning_free);
  if (has_room (options))
    write_out (&workshop, rendition);
  else if (!pack (&workshop, rendition, error))
    return NULL;

  const char *const parts[] = { rendition->text, NULL };
  rendition->parts = g_strdupv ((char **) parts);
  rendition->link = heed_rendition_dup_link (facts, options->channel, options->network, rendition->subject,
                                             rendition->text);
  if (is_public (options))
    warn_of_hidden (&workshop, rendition);
  warn_of_language (facts, options, rendition->warnings);
  g_ptr_array_extend_and_steal (rendition->warnings,
                                heed_rendition_check_text (facts, options->channel, options->network, rendition->text));
  return g_steal_pointer (&rendition);
}
