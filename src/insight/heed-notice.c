/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an account says of itself, in its profile, its bio and its posts: that it moved, that nobody answers here, that
 * another account helps (S1, S2, S11). docs/statistics.md says what follows from it. */

#include "heed-notice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-sentence-end.h"

/* Who leaves says so last; further back a post like that speaks of something else. */
#define NEWEST_POSTS 5
#define MAX_CHARS 200

/* A handle, with its server where one is given, or a link. */
#define TARGET "(?<![\\w@/.])@(\\w[\\w.-]*(?:@\\w[\\w.-]*(?::\\d+)?)?)|(https?://[^\\s<>\"]+)"

static const char *const state_words[] = { "care_elsewhere", "left", "moved" };
static const char *const place_words[] = { "profile", "bio", "pinned", "post" };

/* Where a text stands. @post is %NULL for a bio. */
typedef struct
{
  const HeedClassifier *classifier;
  const HeedAccount *account;
  const HeedPost *post;
  const char *text;
  HeedNoticePlace where;
} Source;

static HeedNotice *
notice_new (HeedNoticeState state, HeedNoticePlace where, char *text, char *to, gint64 at)
{
  HeedNotice *notice = g_new0 (HeedNotice, 1);

  notice->state = state;
  notice->where = where;
  notice->text = text;
  notice->to = to;
  notice->at = at;
  return notice;
}

/** heed_notice_copy: (transfer full): one that shares nothing with @notice. */
HeedNotice *
heed_notice_copy (const HeedNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return notice_new (notice->state, notice->where, g_strdup (notice->text), g_strdup (notice->to), notice->at);
}

void
heed_notice_free (HeedNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->text);
  g_free (notice->to);
  g_free (notice);
}

/** heed_notice_state_to_string: (transfer none): the state's word in the contract of the command line. */
const char *
heed_notice_state_to_string (HeedNoticeState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_words), NULL);

  return state_words[state];
}

/** heed_notice_place_to_string: (transfer none): the place's word in the contract of the command line. */
const char *
heed_notice_place_to_string (HeedNoticePlace place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (place_words), NULL);

  return place_words[place];
}

static GRegex *
get_pattern (void)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new (TARGET, G_REGEX_OPTIMIZE, 0, NULL));
  return pattern;
}

/* The next handle (group 1) or link (group 2) without the marks that end a sentence; their group, 0 for none. */
static int
get_span (const GMatchInfo *match, const char *text, int *start, int *end)
{
  int group = g_match_info_fetch_pos (match, 1, start, end) && *start >= 0 ? 1 : 2;

  if (group == 2 && (!g_match_info_fetch_pos (match, 2, start, end) || *start < 0))
    return 0;
  while (*end > *start && strchr (group == 1 ? ".-" : ".,;:!?)", text[*end - 1]) != NULL)
    (*end)--;
  return group;
}

/* The text with each handle made one word, so that phrases find it: "@care_example_social", as long as before. */
static char *
dup_masked (const char *text)
{
  char *masked = g_strdup (text);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (get_pattern (), text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      if (get_span (match, text, &start, &end) != 1)
        continue;
      for (int i = start; i < end; i++)
        if (!g_ascii_isalnum (masked[i]))
          masked[i] = '_';
    }
  return masked;
}

/* "https://host/@name" → "host", where @page is the page of @name. */
static char *
find_host (const char *page, const char *name)
{
  g_autofree char *tail = g_strconcat ("/@", name, NULL);
  const char *host = strstr (page, "://");
  gsize length = strlen (page), tail_length = strlen (tail);

  if (host == NULL || length < tail_length || g_ascii_strcasecmp (page + length - tail_length, tail) != 0)
    return NULL;
  return g_strndup (host + 3, strcspn (host + 3, "/"));
}

/* On Mastodon "@care" is somebody of the server that the post links to, else of the account's own. */
static char *
complete_handle (const Source *source, const char *name)
{
  const char *own_host = strchr (source->account->handle, '@');
  char **pages = source->post != NULL ? source->post->addressees : NULL;

  if (strchr (name, '@') != NULL || own_host == NULL)
    return g_strdup (name);
  for (; pages != NULL && *pages != NULL; pages++)
    {
      g_autofree char *host = find_host (*pages, name);

      if (host != NULL)
        return g_strconcat (name, "@", host, NULL);
    }
  return g_strconcat (name, own_host, NULL);
}

/* The first account of another that is named from @from on, else the first link. */
static char *
find_target (const Source *source, gsize from)
{
  g_autofree char *link = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (get_pattern (), source->text, -1, (int) from, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;
      int group = get_span (match, source->text, &start, &end);
      g_autofree char *found = g_strndup (source->text + start, (gsize) (end - start));

      if (group == 2 && link == NULL)
        link = g_steal_pointer (&found);
      if (group != 1)
        continue;
      g_autofree char *handle = complete_handle (source, found);
      if (g_ascii_strcasecmp (handle, source->account->handle) != 0)
        return g_steal_pointer (&handle);
    }
  return g_steal_pointer (&link);
}

/* The sentences that the words from @start to @end stand in; @start becomes where they begin. */
static char *
dup_sentence (const char *text, gsize *start, gsize end)
{
  while (*start > 0 && !heed_sentence_end_is_at (text, *start - 1))
    (*start)--;
  for (end--; text[end] != '\0' && !heed_sentence_end_is_at (text, end);)
    end++;
  g_autofree char *sentence = g_strndup (text + *start, end - *start + (text[end] != '\0' ? 1 : 0));
  g_strdelimit (g_strstrip (sentence), "\n\t", ' ');
  if (g_utf8_strlen (sentence, -1) <= MAX_CHARS)
    return g_steal_pointer (&sentence);
  g_autofree char *beginning = g_utf8_substring (sentence, 0, MAX_CHARS);
  return g_strconcat (beginning, "…", NULL);
}

/* An ordinary post may speak of a new shop, or of whom to ask about a prize: there only an account counts, and only as
 * the account's own new one. */
static gboolean
is_credible (const Source *source, HeedNoticeState state, const char *to)
{
  if (state == HEED_NOTICE_CARE_ELSEWHERE)
    return to != NULL && source->where != HEED_NOTICE_IN_POST;
  return state != HEED_NOTICE_MOVED || source->where != HEED_NOTICE_IN_POST || strstr (to, "://") == NULL;
}

/* (transfer full) (nullable): what a text says, the strongest first. */
static HeedNotice *
read_source (const Source *source)
{
  static const struct
  {
    HeedReplyMark mark;
    HeedNoticeState state;
  } states[] = { { HEED_REPLY_MARK_MOVING, HEED_NOTICE_MOVED },
                 { HEED_REPLY_MARK_LEAVING, HEED_NOTICE_LEFT },
                 { HEED_REPLY_MARK_ELSEWHERE, HEED_NOTICE_CARE_ELSEWHERE } };
  g_autofree char *masked = dup_masked (source->text);
  g_auto (HeedReplyReading) reading = { 0 };

  heed_classifier_read (source->classifier, masked, &reading);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if ((reading.marks >> states[i].mark & 1) == 0)
        continue;
      gsize start = reading.spans[states[i].mark].start;
      g_autofree char *sentence = dup_sentence (source->text, &start, reading.spans[states[i].mark].end);
      g_autofree char *to = find_target (source, start);
      HeedNoticeState state = states[i].state;

      if (to == NULL)
        to = find_target (source, 0);
      if (state == HEED_NOTICE_MOVED && to == NULL)
        state = HEED_NOTICE_LEFT;
      if (is_credible (source, state, to))
        return notice_new (state, source->where, g_steal_pointer (&sentence), g_steal_pointer (&to),
                           source->post != NULL ? source->post->created_at : 0);
    }
  return NULL;
}

/* Keeps the stronger of two, the earlier of equals, and where either points. */
static void
consider (HeedNotice **best, HeedNotice *notice)
{
  if (notice == NULL)
    return;
  if (*best == NULL || notice->state > (*best)->state)
    {
      HeedNotice *weaker = *best;

      *best = notice;
      notice = weaker;
    }
  if (notice != NULL && (*best)->to == NULL)
    (*best)->to = g_steal_pointer (&notice->to);
  heed_notice_free (notice);
}

/* What the posts say: those that are pinned, or else the newest of the account's own. */
static void
consider_posts (HeedNotice **best, Source *source, GPtrArray *posts, gboolean pinned)
{
  guint n = 0;

  source->where = pinned ? HEED_NOTICE_IN_PINNED : HEED_NOTICE_IN_POST;
  for (guint i = posts->len; i-- > 0 && (pinned || n < NEWEST_POSTS);)
    {
      const HeedPost *post = posts->pdata[i];

      if (!post->from_company || post->text == NULL || post->pinned != pinned || (!pinned && post->parents != NULL))
        continue;
      source->post = post;
      source->text = post->text;
      consider (best, read_source (source));
      n++;
    }
}

/**
 * heed_notice_find: what an account says of itself that makes it the wrong place to ask.
 * @posts: (element-type HeedPost): what is known of it, oldest first
 *
 * Words are read in the languages of the word lists only. Moved is stronger than left, left than care elsewhere; of
 * equals the bio comes before pinned posts, those before the newest five.
 *
 * Returns: (transfer full) (nullable): the notice
 */
HeedNotice *
heed_notice_find (const HeedClassifier *classifier, const HeedAccount *account, GPtrArray *posts)
{
  g_return_val_if_fail (classifier != NULL && account != NULL && posts != NULL, NULL);

  Source source = { .classifier = classifier, .account = account, .text = account->bio, .where = HEED_NOTICE_IN_BIO };
  HeedNotice *best = NULL;

  if (account->moved_to != NULL && *account->moved_to != '\0')
    return notice_new (HEED_NOTICE_MOVED, HEED_NOTICE_IN_PROFILE, g_strdup (account->moved_to),
                       g_strdup (account->moved_to), 0);
  if (account->bio != NULL)
    consider (&best, read_source (&source));
  consider_posts (&best, &source, posts, TRUE);
  consider_posts (&best, &source, posts, FALSE);
  return best;
}

/** heed_notice_offers_help: whether an account's bio says that it is there to help (S2). */
gboolean
heed_notice_offers_help (const HeedClassifier *classifier, const HeedAccount *account)
{
  g_return_val_if_fail (classifier != NULL && account != NULL, FALSE);

  return account->bio != NULL
         && (heed_classifier_read_notices (classifier, account->bio) >> HEED_REPLY_MARK_HELPING & 1) != 0;
}

/** heed_notice_dup_target: (transfer full) (nullable): where it points, as people write it. */
char *
heed_notice_dup_target (const HeedNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  if (notice->to == NULL || strstr (notice->to, "://") != NULL)
    return g_strdup (notice->to);
  return g_strconcat ("@", notice->to, NULL);
}

/** heed_notice_describe: (transfer full): it in words, without a full stop: "It moved to @a@b (its profile says so)".
 */
char *
heed_notice_describe (const HeedNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  const char *const places[] = { _ ("its profile"), _ ("its bio"), _ ("a post it keeps at the top of its profile"),
                                 _ ("one of its newest posts") };
  const char *place = places[notice->where];
  g_autofree char *to = heed_notice_dup_target (notice);

  if (notice->where == HEED_NOTICE_IN_PROFILE)
    return g_strdup_printf (_ ("It moved to %s (its profile says so)"), to);
  /* Translators: here and below, an account or a link, then the sentence, then "its bio" or the like. */
  if (notice->state == HEED_NOTICE_MOVED)
    return g_strdup_printf (_ ("It moved to %s: “%s” (%s)"), to, notice->text, place);
  if (notice->state == HEED_NOTICE_CARE_ELSEWHERE)
    return g_strdup_printf (_ ("For help it names %s: “%s” (%s)"), to, notice->text, place);
  if (to != NULL)
    return g_strdup_printf (_ ("It says that it no longer answers here, and names %s: “%s” (%s)"), to, notice->text,
                            place);
  return g_strdup_printf (_ ("It says that it no longer answers here: “%s” (%s)"), notice->text, place);
}
