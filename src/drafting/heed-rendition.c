/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-rendition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-answer.h"
#include "heed-call.h"
#include "heed-error.h"
#include "heed-form.h"
#include "heed-last-resort.h"
#include "heed-letter.h"
#include "heed-pack.h"
#include "heed-thread.h"

/* A request is cut to so many characters at the least. */
#define SHORTEST_REQUEST 20

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
heed_field_free (HeedField *field)
{
  if (field == NULL)
    return;
  g_free (field->name);
  g_free (field->label);
  g_free (field->value);
  g_free (field);
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
  g_clear_pointer (&rendition->fields, g_ptr_array_unref);
  g_free (rendition->link);
  g_free (rendition->subject);
  g_free (rendition);
}

static gboolean
fail_too_long (const HeedDraftOptions *options, gint64 limit, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, limit);

  if (options->network != NULL && options->limit == 0)
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("The request and one reference do not fit into the %s characters that “%s” takes; shorten the "
                    "request."),
                 number, options->network);
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("The request and one reference do not fit into %s characters; shorten the request."), number);
  return FALSE;
}

static GPtrArray *
new_pieces (const HeedWorkshop *workshop)
{
  const HeedWriter *writer = &workshop->writer;
  gboolean is_answer = heed_answer_is_wanted (writer->facts, writer->options->channel);

  return is_answer ? heed_answer_new_pieces (writer) : heed_pieces_new (writer);
}

static void
measure_parts (const HeedDraftOptions *options, HeedRendition *rendition)
{
  HeedCount count;

  for (guint i = 0; rendition->parts[i] != NULL; i++)
    {
      heed_workshop_measure (options, rendition->parts[i], &count);
      rendition->length = MAX (rendition->length, count.length);
      rendition->limit = count.limit;
    }
}

/* Whether the story has another wording than its whole. */
static gboolean
is_story_cut (const GPtrArray *pieces, const int *chosen)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_strcmp0 (((const HeedPiece *) pieces->pdata[i])->name, "what_happened") == 0 && chosen[i] > 0)
      return TRUE;
  return FALSE;
}

/* Whether everything that the user wrote is in it. */
static gboolean
is_whole (const GPtrArray *pieces, const int *chosen, const GPtrArray *dropped)
{
  return dropped->len == 0 && !is_story_cut (pieces, chosen);
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

/* Warns of the next place of @words behind @at, or of the beginning where there is none. Returns where to look on. */
static const char *
warn_at (HeedRendition *rendition, const char *kind, const char *at, const char *words, const char *message)
{
  const char *place = strstr (at, words);
  glong start = place != NULL ? g_utf8_pointer_to_offset (rendition->text, place) : 0;

  add_warning (rendition->warnings, kind, start, place != NULL ? start + g_utf8_strlen (words, -1) : 0, message);
  return place != NULL ? place + strlen (words) : at;
}

/* Cuts the request to as much as there is room for. Nothing else has any before it has all that it can get. */
static gboolean
pack_cut (const HeedWorkshop *workshop, GPtrArray *pieces, HeedPiece *want, int *chosen)
{
  const HeedWriter *writer = &workshop->writer;
  glong least = SHORTEST_REQUEST;
  glong most = g_utf8_strlen (writer->facts->want, -1) - 1;
  glong best = 0;

  while (least <= most)
    {
      glong middle = least + (most - least) / 2;
      gboolean is_cut = heed_last_resort_cut (writer, want, middle);
      if (is_cut && !heed_pack (workshop, pieces, chosen))
        {
          most = middle - 1;
          continue;
        }
      best = is_cut ? middle : best;
      least = middle + 1;
    }
  return best > 0 && heed_last_resort_cut (writer, want, best) && heed_pack (workshop, pieces, chosen);
}

/* Where what has to be there does not fit, it is said in fewer words, and the user is told of it. */
static gboolean
pack_last_resort (const HeedWorkshop *workshop, GPtrArray *pieces, HeedRendition *rendition)
{
  const HeedWriter *writer = &workshop->writer;
  g_autofree int *chosen = g_new0 (int, pieces->len + 1);
  HeedPiece *want = heed_last_resort_start (writer, pieces);
  gboolean is_whole_want = heed_pack (workshop, pieces, chosen);

  if (!is_whole_want && (want == NULL || !pack_cut (workshop, pieces, want, chosen)))
    return FALSE;
  rendition->text = heed_pack_assemble (workshop, pieces, chosen);
  rendition->dropped = heed_pack_list_dropped (pieces, chosen);
  rendition->is_story_cut = is_story_cut (pieces, chosen);
  if (!is_whole_want)
    warn_at (rendition, "shortened", rendition->text, want->wordings->pdata[0],
             _ ("There was no room for the request as you wrote it; see that it still says what you want."));
  return TRUE;
}

/* One text for the channel, or, where that would not be whole and it may be one, a thread. */
static gboolean
pack (const HeedWorkshop *workshop, HeedRendition *rendition, GError **error)
{
  const HeedDraftOptions *options = workshop->writer.options;
  g_autoptr (GPtrArray) pieces = new_pieces (workshop);
  g_autofree int *chosen = g_new0 (int, pieces->len + 1);
  gboolean is_packed = heed_pack (workshop, pieces, chosen);
  g_autoptr (GPtrArray) dropped = is_packed ? heed_pack_list_dropped (pieces, chosen) : NULL;
  gboolean may_thread = options->may_thread && heed_channel_is_public (options->channel)
                        && (dropped == NULL || !is_whole (pieces, chosen, dropped));

  rendition->parts = may_thread ? heed_thread_split (workshop, pieces) : NULL;
  if (rendition->parts != NULL)
    {
      rendition->text = g_strjoinv ("\n\n", rendition->parts);
      rendition->dropped = g_ptr_array_new_with_free_func (g_free);
      measure_parts (options, rendition);
      return TRUE;
    }
  if (!is_packed && pack_last_resort (workshop, pieces, rendition))
    return TRUE;
  if (!is_packed)
    {
      HeedCount count;
      heed_workshop_measure (options, "", &count);
      return fail_too_long (options, count.limit, error);
    }
  rendition->text = heed_pack_assemble (workshop, pieces, chosen);
  rendition->dropped = g_steal_pointer (&dropped);
  rendition->is_story_cut = is_story_cut (pieces, chosen);
  return TRUE;
}

static void
write_out (const HeedWorkshop *workshop, HeedRendition *rendition)
{
  const HeedWriter *writer = &workshop->writer;

  if (g_str_equal (rendition->channel, "email"))
    rendition->text = heed_letter_dup_email (writer);
  else if (g_str_equal (rendition->channel, "letter"))
    rendition->text = heed_letter_dup_letter (writer, rendition->subject);
  else if (g_str_equal (rendition->channel, "form"))
    rendition->text = heed_letter_dup_message (writer);
  else
    rendition->text = heed_call_dup_script (writer);
  rendition->dropped = g_ptr_array_new_with_free_func (g_free);
}

/* The text, and for a form the fields around it. */
static gboolean
write_text (const HeedWorkshop *workshop, HeedRendition *rendition, GError **error)
{
  const HeedDraftOptions *options = workshop->writer.options;
  gboolean is_form = g_str_equal (options->channel, "form");
  gboolean is_answer = heed_answer_is_wanted (workshop->facts, options->channel);

  if (is_form || g_str_equal (options->channel, "email") || g_str_equal (options->channel, "letter"))
    rendition->subject = heed_letter_dup_subject (&workshop->writer);
  if (heed_workshop_has_room (options) && !is_answer)
    write_out (workshop, rendition);
  else if (!pack (workshop, rendition, error))
    return FALSE;
  if (rendition->parts == NULL)
    rendition->parts = g_strdupv ((char *[]){ rendition->text, NULL });
  measure_parts (options, rendition);
  if (is_form)
    rendition->fields = heed_form_new_fields (&workshop->writer, rendition->subject, rendition->text);
  return TRUE;
}

/* Says what was hidden, at the places where it now says how it will come. */
static void
warn_of_hidden (const HeedWorkshop *workshop, HeedRendition *rendition)
{
  const char *at = rendition->text;

  for (guint i = 0; i < workshop->found->len; i++)
    at = warn_at (rendition, "private", at, workshop->hidden,
                  heed_private_kind_to_sentence (g_array_index (workshop->found, HeedPrivateKind, i)));
}

static void
warn_of_language (const HeedWorkshop *workshop, const HeedFacts *facts, HeedRendition *rendition)
{
  const HeedWriter *writer = &workshop->writer;

  if (facts->language == NULL || heed_answer_is_wanted (facts, rendition->channel))
    return;
  if (writer->options->language == NULL && !heed_phrases_knows (facts->language))
    {
      g_autofree char *message = g_strdup_printf (
        _ ("There are no sentences in the language “%s” yet; read through the English ones before you send it."),
        facts->language);
      add_warning (rendition->warnings, "language", 0, 0, message);
    }
  else if (writer->own_language != NULL)
    warn_at (rendition, "language", rendition->text, writer->own_language,
             _ ("These are your own words in another language than the message; put them into it where you can."));
}

/* A company that asked for details knows what it is about. */
static gboolean
is_needless (const HeedWarning *warning)
{
  return g_str_equal (warning->kind, "no-request") || g_str_equal (warning->kind, "no-reference");
}

static void
check (const HeedFacts *facts, const HeedDraftOptions *options, HeedRendition *rendition)
{
  HeedDraftOptions own = *options;
  own.channel = heed_channel_is_public (options->channel) ? "public" : options->channel;
  own.network = rendition->network;
  GPtrArray *found = heed_rendition_check (facts, &own, rendition->text);

  for (guint i = found->len; i-- > 0;)
    if (heed_answer_is_wanted (facts, own.channel) && is_needless (found->pdata[i]))
      g_ptr_array_remove_index (found, i);
  g_ptr_array_extend_and_steal (rendition->warnings, found);
}

/**
 * heed_rendition_new: makes the message for one channel from the sheet of facts.
 *
 * The request and one reference are always in. Where there is a limit, the least needed facts are left out first, and
 * what stays is worded as fully as fits. A public text holds nothing private, wherever on the sheet it stood. Where the
 * sheet says that the company asked for details, the message gives these and nothing else.
 *
 * Returns: (transfer full): the rendition. Errors: %HEED_ERROR_NOT_FOUND for a channel, network or language that does
 * not exist; %HEED_ERROR_NOT_CONFIGURED when the sheet lacks a fact; %HEED_ERROR_REFUSED when not even the request
 * and one reference fit
 */
HeedRendition *
heed_rendition_new (const HeedFacts *facts, const HeedDraftOptions *options, GError **error)
{
  g_return_val_if_fail (facts != NULL && options != NULL, NULL);

  g_auto (HeedWorkshop) workshop = { 0 };
  g_autoptr (HeedRendition) rendition = g_new0 (HeedRendition, 1);

  if (!heed_workshop_open (&workshop, facts, options, error))
    return NULL;
  rendition->channel = g_strdup (options->channel);
  if (heed_channel_is_public (options->channel) || g_str_equal (options->channel, "dm"))
    rendition->network = g_strdup (options->network);
  rendition->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_warning_free);
  if (!write_text (&workshop, rendition, error))
    return NULL;
  rendition->link = heed_rendition_dup_link (facts, rendition->channel, rendition->network, rendition->subject,
                                             rendition->parts[0]);
  if (workshop.hidden != NULL)
    warn_of_hidden (&workshop, rendition);
  warn_of_language (&workshop, facts, rendition);
  check (facts, options, rendition);
  return g_steal_pointer (&rendition);
}
