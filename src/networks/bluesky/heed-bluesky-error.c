/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The only place where an answer of the AT Protocol becomes an error a person can act on (atproto.com/specs/xrpc). */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-bluesky-private.h"
#include "heed-error.h"

#define NO_CODE (-1)

static const struct
{
  const char *name;
  HeedError code;
} names[] = {
  { "HandleNotFound", HEED_ERROR_NOT_FOUND },
  { "NotFound", HEED_ERROR_NOT_FOUND },
  { "RecordNotFound", HEED_ERROR_NOT_FOUND },
  { "DidNotFound", HEED_ERROR_NOT_FOUND },
  { "AccountNotFound", HEED_ERROR_NOT_FOUND },
  { "AccountTakedown", HEED_ERROR_CLOSED },
  { "AccountDeactivated", HEED_ERROR_CLOSED },
  { "AccountSuspended", HEED_ERROR_CLOSED },
  { "DidDeactivated", HEED_ERROR_CLOSED },
  { "BlockedActor", HEED_ERROR_CLOSED },
  { "BlockedByActor", HEED_ERROR_CLOSED },
  { "AuthMissing", HEED_ERROR_UNAUTHORISED },
  { "AuthenticationRequired", HEED_ERROR_UNAUTHORISED },
  { "ExpiredToken", HEED_ERROR_UNAUTHORISED },
  { "InvalidToken", HEED_ERROR_UNAUTHORISED },
  { "RateLimitExceeded", HEED_ERROR_RATE_LIMITED },
  { "UpstreamFailure", HEED_ERROR_SERVER },
  { "UpstreamTimeout", HEED_ERROR_SERVER },
  { "InternalServerError", HEED_ERROR_SERVER },
  { "NotEnoughResources", HEED_ERROR_SERVER },
  { "MethodNotImplemented", HEED_ERROR_SERVER },
};

/* The AppView says "InvalidRequest" of an account it does not know, and only the message tells which it is. */
static gboolean
says_not_found (const char *message)
{
  static const char *const sayings[] = { "not found", "unable to resolve handle", "could not find", "not registered" };
  g_autofree char *lower = message != NULL ? g_ascii_strdown (message, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (sayings); i++)
    if (strstr (lower, sayings[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
code_of_name (const char *name, const char *message)
{
  if (g_strcmp0 (name, "InvalidRequest") == 0 && says_not_found (message))
    return HEED_ERROR_NOT_FOUND;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i].name) == 0)
      return (int) names[i].code;
  return NO_CODE;
}

static HeedError
code_of_status (guint status)
{
  if (status == 401)
    return HEED_ERROR_UNAUTHORISED;
  if (status == 403)
    return HEED_ERROR_CLOSED;
  if (status == 404 || status == 410)
    return HEED_ERROR_NOT_FOUND;
  if (status == 429)
    return HEED_ERROR_RATE_LIMITED;
  return status == 400 || status == 405 || status == 413 ? HEED_ERROR_REFUSED : HEED_ERROR_SERVER;
}

static GError *
new_rate_limited (gint64 wait_s)
{
  guint minutes = (guint) ((wait_s + 59) / 60);

  if (minutes == 0)
    return heed_error_new_rate_limited (0, "%s", _ ("Bluesky asks to wait. Try again in a few minutes."));
  return heed_error_new_rate_limited (wait_s,
                                      ngettext ("Bluesky asks to wait. Try again in %u minute.",
                                                "Bluesky asks to wait. Try again in %u minutes.", minutes),
                                      minutes);
}

static GError *
new_of_code (HeedError code, guint status, gint64 wait_s)
{
  switch (code)
    {
    case HEED_ERROR_RATE_LIMITED:
      return new_rate_limited (wait_s);
    case HEED_ERROR_NOT_FOUND:
      return g_error_new_literal (HEED_ERROR, code, _ ("Bluesky has no such account or post. Check the spelling."));
    case HEED_ERROR_CLOSED:
      return g_error_new_literal (HEED_ERROR, code,
                                  _ ("The account is suspended, switched off or not shown to visitors. Look for "
                                     "another account of the company."));
    case HEED_ERROR_UNAUTHORISED:
      return g_error_new_literal (HEED_ERROR, code, _ ("Bluesky shows this only to those who are signed in."));
    case HEED_ERROR_REFUSED:
      return g_error_new (HEED_ERROR, code,
                          _ ("Bluesky did not accept the request (status %u). Check the spelling of "
                             "the account."),
                          status);
    default:
      return g_error_new (HEED_ERROR, code, _ ("Bluesky has a fault (status %u). Try again later."), status);
    }
}

/**
 * heed_bluesky_read_answer: the JSON of an answer, or what went wrong by its name, else by its status.
 * @now: Unix seconds
 *
 * Returns: (transfer full): the root; or one of #HeedError
 */
JsonNode *
heed_bluesky_read_answer (const HeedHttpResponse *response, gint64 now, GError **error)
{
  g_return_val_if_fail (response != NULL, NULL);

  /* A proxy in between may have answered in its own words, then only the status speaks. */
  g_autoptr (JsonNode) root = heed_json_parse (response->body, NULL);
  if (response->status == 200)
    {
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        return g_steal_pointer (&root);
      g_propagate_error (error, heed_bluesky_error_malformed ());
      return NULL;
    }

  JsonObject *body = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  int named = code_of_name (heed_json_get_string (body, "error"), heed_json_get_string (body, "message"));
  HeedError code = named != NO_CODE ? (HeedError) named : code_of_status (response->status);
  g_propagate_error (error, new_of_code (code, response->status, heed_http_response_get_wait (response, now)));
  return NULL;
}

/** heed_bluesky_error_no_account: (transfer full): nobody has the name. */
GError *
heed_bluesky_error_no_account (const char *name)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_NOT_FOUND,
                      _ ("There is no account “%s” on Bluesky. Check the spelling, or paste the address of its profile "
                         "page."),
                      name);
}

/** heed_bluesky_error_no_name: (transfer full): what was typed cannot be a name here. */
GError *
heed_bluesky_error_no_name (const char *address)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                      _ ("“%s” cannot be an account on Bluesky. Write it as name.bsky.social or care.example.com, or "
                         "paste the address of its profile page."),
                      address);
}

/** heed_bluesky_error_not_theirs: (transfer full): name and account do not point at each other. */
GError *
heed_bluesky_error_not_theirs (const char *handle)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                      _ ("The name “%s” and the account behind it do not confirm each other, so it may be an impostor. "
                         "Look for the account on the company’s own site."),
                      handle);
}

/** heed_bluesky_error_hidden: (transfer full): the account asks not to be shown without a sign-in. */
GError *
heed_bluesky_error_hidden (const char *handle)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_CLOSED,
                      _ ("The account “%s” asks not to be shown to visitors who are not signed in, and Heed keeps to "
                         "that. Look for another account of the company."),
                      handle);
}

/** heed_bluesky_error_malformed: (transfer full): the answer makes no sense. */
GError *
heed_bluesky_error_malformed (void)
{
  return g_error_new_literal (HEED_ERROR, HEED_ERROR_MALFORMED,
                              _ ("Bluesky’s answer cannot be understood. Try again later."));
}
