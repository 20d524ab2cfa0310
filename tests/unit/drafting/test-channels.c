/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each channel is given beyond its limit: the heads, fields and steps that it needs, and every line of the sheet.
 */

#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z, a Friday */

static const char base[] =
  "{\"company\":{\"name\":\"Nordlicht\",\"handles\":{\"x\":\"nordlicht\",\"mastodon\":\"@care@nordlicht.example\","
  "\"bluesky\":\"nordlicht.example\",\"facebook\":\"nordlicht\"},\"email\":\"help@nordlicht.example\","
  "\"address\":\"7 Harbour Street\\n20095 Hamburg\"},"
  "\"me\":{\"name\":\"Jane Roe\",\"email\":\"jane@mail.example\",\"phone\":\"+44 20 7946 0000\",\"postcode\":\"LS2 "
  "9JT\","
  "\"address\":\"5 Mill Lane\\nLeeds\"},"
  "\"what_happened\":\"My line has been dead since the storm\",\"want\":\"repair the line\","
  "\"references\":[{\"kind\":\"case\",\"value\":\"C-4711\",\"private\":false},"
  "{\"kind\":\"customer\",\"value\":\"880-1234567\",\"private\":true}]";

/* The base sheet with @more, which starts with a comma or is empty. */
static HeedFacts *
read_sheet (const char *more)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strconcat (base, more, "}", NULL);
  HeedFacts *facts = heed_facts_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  return facts;
}

static HeedRendition *
draft (const HeedFacts *facts, const char *channel, const char *network)
{
  HeedDraftOptions options = { .channel = channel, .network = network, .tone = HEED_TONE_FIRM, .now = NOW };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  g_test_message ("%s", rendition->text);
  return rendition;
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_lacks (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_message ("“%s” is in: %s", words, text);
  g_assert_null (strstr (text, words));
}

#define ATTEMPTS                                                                                                       \
  ",\"attempts\":[{\"channel\":\"email\",\"when\":\"2026-11-05\",\"outcome\":\"redirect\",\"reference\":\"E-1\"},"     \
  "{\"channel\":\"phone\",\"when\":\"2026-11-10\",\"outcome\":\"redirect\",\"agent\":\"Tom\",\"reference\":\"T-1\"},"  \
  "{\"channel\":\"public\",\"network\":\"x\",\"when\":\"2026-11-12\",\"outcome\":\"none\"}]"

/* S93, S115, S118: in one line, newest first, with channel and day; number and person where only the company reads. */
static void
test_attempts (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (ATTEMPTS);
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);

  assert_has (post->text,
              "This is a follow-up. Tried so far: X on 12 Nov (no answer), phone on 10 Nov (sent elsewhere), "
              "e-mail on 5 Nov (sent elsewhere).");
  assert_lacks (post->text, "Tom");
  assert_lacks (post->text, "T-1");
  assert_has (mail->text, "I am following up on my public post of 12 November, reference C-4711.");
  assert_has (mail->text,
              "X on 12 November (no answer), phone on 10 November (sent elsewhere, with Tom, reference T-1), e-mail on "
              "5 November (sent elsewhere, reference E-1).");
}

static void
assert_refused (const char *more, const char *words)
{
  g_autoptr (HeedFacts) facts = read_sheet (more);
  HeedDraftOptions options = { .channel = "email", .now = NOW };
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED);
  assert_has (error->message, words);
}

/* What is still to come is not told as past. The day of today, kept as its noon, is none of that in the morning. */
static void
test_to_come (void)
{
  g_autoptr (HeedFacts) today = read_sheet (
    ",\"since\":\"2026-11-20\",\"attempts\":[{\"channel\":\"phone\",\"when\":\"2026-11-20\",\"outcome\":\"none\"}]");
  HeedDraftOptions morning = { .channel = "email", .now = NOW - 8 * 60 * 60 };
  g_autoptr (HeedRendition) mail = heed_rendition_new (today, &morning, NULL);

  assert_has (mail->text, "my call of 20 November");
  assert_refused (",\"attempts\":[{\"channel\":\"phone\",\"when\":\"2026-12-12\",\"outcome\":\"none\"}]",
                  "An attempt on the sheet is still to come (2026-12-12)");
  assert_refused (",\"since\":\"2026-12-13\"", "still to come (2026-12-13)");
}

/* A reference of no named kind is called one, not “Other”. */
static void
test_other_reference (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("");
  g_ptr_array_set_size (facts->references, 0);
  g_ptr_array_add (facts->references, heed_reference_new ("other", "T-1", FALSE));
  g_autoptr (HeedRendition) post = draft (facts, "public", "x");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);

  assert_has (post->text, "Reference: T-1.");
  assert_has (mail->text, "My reference: Reference T-1.");
}

/* S93: who rang three times on one day is not read the day three times. */
static void
test_same_day (void)
{
  g_autoptr (HeedFacts)
    facts = read_sheet (",\"attempts\":[{\"channel\":\"phone\",\"when\":\"2026-11-10T09:00:00Z\",\"outcome\":\"none\"},"
                        "{\"channel\":\"phone\",\"when\":\"2026-11-10T11:00:00Z\",\"outcome\":\"none\"},"
                        "{\"channel\":\"email\",\"when\":\"2026-11-10T12:00:00Z\",\"outcome\":\"none\"},"
                        "{\"channel\":\"phone\",\"when\":\"2026-11-10T15:00:00Z\",\"outcome\":\"none\"}]");
  HeedDraftOptions options = { .channel = "dm", .network = "sms", .tone = HEED_TONE_FIRM, .now = NOW };
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  g_autoptr (HeedRendition) message = heed_rendition_new (facts, &options, NULL);
  options.language = "de";
  g_autoptr (HeedRendition) german = heed_rendition_new (facts, &options, NULL);

  assert_has (mail->text, "Tried: phone on 10 November (3 times, no answer), e-mail on 10 November (no answer).");
  assert_has (message->text, "phone 10 Nov (3 times), e-mail 10 Nov");
  assert_has (german->text, "Telefon 10. Nov. (3-mal), E-Mail 10. Nov.");
}

/* S80: what went wrong is worth more than the lines around it; a story of which only the beginning is told is said to
 * be one. */
static void
test_story (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (
    ATTEMPTS ",\"by\":\"2026-11-30\",\"promises\":[{\"text\":\"we pay within a fortnight of your claim\","
             "\"due\":\"2026-11-12\",\"kept\":false}]");
  g_autoptr (HeedRendition) whole = draft (facts, "public", "x");
  g_free (facts->what_happened);
  facts->what_happened = g_strdup (
    "Ferry 412 from Leith to Bergen was called off two hours before we were to sail and the desk had been shut for the "
    "day, so we had to pay for a night in town and for the train home in the morning");
  g_autoptr (HeedRendition) post = draft (facts, "public", "x");

  g_assert_false (whole->is_story_cut);
  assert_has (post->text, "was called off two hours before we were to sail");
  assert_has (post->text, "Tried: X 12 Nov");
  g_assert_true (post->is_story_cut);
  g_assert_false (g_ptr_array_find_with_equal_func (post->dropped, "what_happened", g_str_equal, NULL));
}

/* A number that the sheet itself calls public may be named in public, but not twice. */
static void
test_public_number (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (ATTEMPTS);
  g_ptr_array_add (facts->references, heed_reference_new ("ticket", "T-1", FALSE));
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon");

  assert_has (post->text, "phone on 10 Nov (sent elsewhere, reference T-1)");
  assert_lacks (post->text, "E-1");
}

/* Being sent around is said plainly: in a circle, or only on and on; one hop is nothing to complain of. */
static void
test_redirects (void)
{
  const struct
  {
    const char *attempts;
    const char *said;
  } cases[] = {
    { "{\"channel\":\"public\",\"network\":\"x\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"chat\",\"when\":\"2026-11-03\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"public\",\"network\":\"x\",\"when\":\"2026-11-04\",\"outcome\":\"none\"}",
      "So far I have been sent in a circle: from X to phone to chat and back." },
    { "{\"channel\":\"email\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\",\"redirected_to\":\"email\"}",
      "So far I have been sent in a circle: from e-mail to phone and back." },
    { "{\"channel\":\"email\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\",\"redirected_to\":\"chat\"}",
      "So far I have been sent from e-mail to phone to chat." },
    { "{\"channel\":\"public\",\"network\":\"x\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"dm\",\"network\":\"x\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-03\",\"outcome\":\"redirect\",\"redirected_to\":\"public\"}",
      "So far I have been sent in a circle: from X to phone and back." },
    { "{\"channel\":\"email\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"none\"}",
      NULL },
    { "{\"channel\":\"email\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"reply\"},"
      "{\"channel\":\"chat\",\"when\":\"2026-11-03\",\"outcome\":\"none\"}",
      NULL },
    /* Who was sent to the phone and wrote a letter was not sent to the post. */
    { "{\"channel\":\"email\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\",\"redirected_to\":\"phone\"},"
      "{\"channel\":\"letter\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\",\"redirected_to\":\"chat\"}",
      NULL },
    { "{\"channel\":\"phone\",\"when\":\"2026-11-01\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-02\",\"outcome\":\"redirect\"},"
      "{\"channel\":\"phone\",\"when\":\"2026-11-03\",\"outcome\":\"redirect\"}",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *more = g_strdup_printf (",\"attempts\":[%s]", cases[i].attempts);
      g_autoptr (HeedFacts) facts = read_sheet (more);
      g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
      if (cases[i].said != NULL)
        assert_has (mail->text, cases[i].said);
      else
        assert_lacks (mail->text, "I have been sent");
    }
}

#define WISHES                                                                                                         \
  ",\"customer_since\":\"2015-06-01\",\"consequence\":\"my mother cannot call a doctor\",\"thanks_to\":\"Tom\","       \
  "\"by\":\"2026-11-30\",\"ask_when\":true,\"call_me\":{\"on\":\"2026-11-23\",\"from\":\"09:00\",\"to\":\"12:30\"}"

/* S75, S113: the lines that a user may want. When to call is for private messages only. */
static void
test_wishes (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (WISHES);
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  g_autoptr (HeedRendition) message = draft (facts, "dm", "whatsapp");

  for (guint i = 0; i < 3; i++)
    {
      const char *text = i == 0 ? post->text : i == 1 ? mail->text : message->text;
      assert_has (text, "What this means for me: my mother cannot call a doctor.");
      assert_has (text, "I have been your customer for 11 years.");
      assert_has (text, "My thanks go to Tom, who was a real help.");
      assert_has (text, "When can I expect an answer?");
    }
  assert_lacks (post->text, "call me");
  assert_has (mail->text,
              "Please call me on Monday 23 November between 09:00 and 12:30; my number is +44 20 7946 0000.");
  assert_has (message->text, "Please call me on Monday 23 November between 09:00 and 12:30");
  assert_has (mail->text, "Please answer by Monday 30 November 2026.");
}

/* Years are whole ones; the first, and what is still to come, is not said. */
static void
test_loyalty (void)
{
  const struct
  {
    const char *since;
    const char *said;
  } cases[] = {
    { "2025-11-20", "I have been your customer for a year." },
    { "2025-11-21", NULL },
    { "2024-02-29", "I have been your customer for 2 years." },
    { "2026-01-01", NULL },
    { "2027-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *more = g_strdup_printf (",\"customer_since\":\"%s\"", cases[i].since);
      g_autoptr (HeedFacts) facts = read_sheet (more);
      g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
      if (cases[i].said != NULL)
        assert_has (mail->text, cases[i].said);
      else
        assert_lacks (mail->text, "our customer");
    }
}

/* A call without a number is a mark for the user to fill in, and the checks find it. */
static void
test_call_unnumbered (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (",\"call_me\":{}");
  gboolean is_marked = FALSE;

  g_clear_pointer (&facts->my_phone, g_free);
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  assert_has (mail->text, "Please call me on [phone number].");
  for (guint i = 0; i < mail->warnings->len; i++)
    is_marked |= g_str_equal (((HeedWarning *) mail->warnings->pdata[i])->kind, "unfilled");
  g_assert_true (is_marked);
}

/* S113: asked for where no day is named, always where the user wants it, never where not. */
static void
test_asking (void)
{
  const struct
  {
    const char *more;
    gboolean asks;
  } cases[] = {
    { "", TRUE },
    { ",\"by\":\"2026-11-30\"", FALSE },
    { ",\"by\":\"2026-11-01\"", TRUE },
    { ",\"by\":\"2026-11-30\",\"ask_when\":true", TRUE },
    { ",\"ask_when\":false", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = read_sheet (cases[i].more);
      g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
      g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon");
      g_assert_cmpint (strstr (mail->text, "When can I expect") != NULL, ==, cases[i].asks);
      g_assert_cmpint (strstr (post->text, "When can I expect") != NULL, ==, cases[i].asks);
    }
}

/* S82, S83: a reply starts with the mention, as a post does, and is counted as what it is there. */
static void
test_reply (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("");
  g_autoptr (HeedRendition) reply = draft (facts, "reply", "mastodon");
  g_autoptr (HeedRendition) comment = draft (facts, "reply", "facebook");

  g_assert_true (g_str_has_prefix (reply->text, "@care@nordlicht.example My line"));
  g_assert_cmpint (reply->limit, ==, 500);
  g_assert_cmpint (comment->limit, ==, 8000);
  g_assert_null (reply->link);
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? reply->text : comment->text;
      assert_lacks (text, "880");
      assert_lacks (text, "Jane");
      assert_lacks (text, "7946");
    }
  g_assert_true (heed_channel_is_public ("reply"));
  g_assert_false (heed_channel_is_public ("dm"));
}

/* Postal heads, the company's numbers above the subject, and what is enclosed below. */
static void
test_letter (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (",\"enclosures\":[\"receipt\",\"photo of the box\"]");
  g_autoptr (HeedRendition) letter = draft (facts, "letter", NULL);
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);

  g_assert_true (g_str_has_prefix (letter->text, "Jane Roe\n5 Mill Lane\nLeeds\nLS2 9JT\n+44 20 7946 0000\n"
                                                 "jane@mail.example\n\nNordlicht\n7 Harbour Street\n20095 Hamburg\n\n"
                                                 "20 November 2026\n\nYour references: Case C-4711, Customer number "
                                                 "880-1234567\nCase C-4711: repair the line\n\nDear Nordlicht team,"));
  g_assert_true (
    g_str_has_suffix (letter->text, "Kind regards,\n\n\nJane Roe\n\nEnclosures (2): receipt, photo of the box"));
  assert_has (mail->text, "Attached (2): receipt, photo of the box");
  assert_has (mail->text, "My references: Case C-4711, Customer number 880-1234567.");
}

static gboolean
has_warning (const HeedRendition *rendition, const char *kind)
{
  for (guint i = 0; i < rendition->warnings->len; i++)
    if (g_str_equal (((HeedWarning *) rendition->warnings->pdata[i])->kind, kind))
      return TRUE;
  return FALSE;
}

/* Who does not sign is not answered: where the name is missing, a mark stands for it, and the checks find that. */
static void
test_unsigned (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("");
  g_autoptr (HeedRendition) signed_mail = draft (facts, "email", NULL);
  g_clear_pointer (&facts->my_name, g_free);
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);
  g_autoptr (HeedRendition) letter = draft (facts, "letter", NULL);

  g_assert_false (has_warning (signed_mail, "unfilled"));
  assert_has (mail->text, "Kind regards,\n[full name]\n5 Mill Lane");
  g_assert_true (has_warning (mail, "unfilled"));
  g_assert_true (g_str_has_prefix (letter->text, "5 Mill Lane"));
  g_assert_true (g_str_has_suffix (letter->text, "Kind regards,\n\n\n[full name]"));
  g_assert_true (has_warning (letter, "unfilled"));
}

/* A letter has room for a request that an e-mail's subject has not; alone it starts with a capital. */
static void
test_subject (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("");
  g_autoptr (HeedRendition) known = draft (facts, "letter", NULL);
  g_ptr_array_set_size (facts->references, 0);
  g_free (facts->want);
  facts->want = g_strdup ("repair the line to our house and to that of our neighbours before the winter comes");
  g_autoptr (HeedRendition) letter = draft (facts, "letter", NULL);
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);

  g_assert_cmpstr (known->subject, ==, "Case C-4711: repair the line");
  g_assert_cmpstr (letter->subject, ==,
                   "Repair the line to our house and to that of our neighbours before the winter comes");
  g_assert_true (g_str_has_prefix (mail->subject, "Repair the line to our house"));
  g_assert_true (g_str_has_suffix (mail->subject, "…"));
}

static const char *
find_field (const HeedRendition *form, const char *name)
{
  for (guint i = 0; i < form->fields->len; i++)
    if (g_str_equal (((HeedField *) form->fields->pdata[i])->name, name))
      return ((HeedField *) form->fields->pdata[i])->value;
  return NULL;
}

/* Each field by itself; what the form asks for elsewhere is not in the message. A limit of the form is kept. */
static void
test_form (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (ATTEMPTS WISHES);
  g_autoptr (HeedRendition) form = draft (facts, "form", NULL);
  HeedDraftOptions options = { .channel = "form", .now = NOW, .limit = 200 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) small = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (find_field (form, "name"), ==, "Jane Roe");
  g_assert_cmpstr (find_field (form, "email"), ==, "jane@mail.example");
  g_assert_cmpstr (find_field (form, "reference"), ==, "C-4711");
  g_assert_cmpstr (find_field (form, "subject"), ==, form->subject);
  g_assert_cmpstr (find_field (form, "message"), ==, form->text);
  g_assert_null (find_field (form, "product"));
  g_assert_cmpstr (((HeedField *) form->fields->pdata[0])->label, ==, "Name");
  g_assert_cmpint (form->limit, ==, 0);
  assert_lacks (form->text, "LS2 9JT");
  g_assert_cmpint (small->limit, ==, 200);
  g_assert_cmpint (small->length, ==, g_utf8_strlen (small->text, -1));
  g_assert_cmpint (small->length, <=, 200);
  g_assert_cmpuint (small->dropped->len, >, 0);
  assert_has (small->text, "C-4711");
}

/* S94: the first line in a chat says what it is about, and the rest comes when they ask. */
static void
test_chat (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (ATTEMPTS WISHES ",\"product\":\"Fibre 100\"");
  g_autoptr (HeedRendition) chat = draft (facts, "chat", NULL);

  assert_has (chat->text, "My line has been dead since the storm.");
  assert_has (chat->text, "epair the line.");
  assert_has (chat->text, "C-4711");
  assert_lacks (chat->text, "customer for");
  g_assert_cmpint (chat->limit, ==, 300);
  g_assert_cmpint (chat->length, <=, 300);
}

/* Who I am, why, the number to read out, what to ask, and what to write down. */
static void
test_phone (void)
{
  g_autoptr (HeedFacts) facts = read_sheet ("");
  g_autoptr (HeedRendition) call = draft (facts, "phone", NULL);
  const char *const steps[] = { "Have ready: Case C-4711, Customer number 880-1234567, Jane Roe, 5 Mill Lane, Leeds",
                                "Hello, my name is Jane Roe.",
                                "To read out, Case: C (Charlie)  -  47  11",
                                "My line has been dead since the storm.",
                                "What I ask for: repair the line.",
                                "May I have your name and a ticket number for this call?",
                                "Write down: the name" };
  const char *at = call->text;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      assert_has (at, steps[i]);
      at = strstr (at, steps[i]);
    }
}

/* S78: a request of a known kind needs no words, and in a refund the amount stands. */
static void
test_want_kind (void)
{
  g_autoptr (HeedFacts)
    facts = read_sheet (",\"want_kind\":\"refund\",\"amount\":{\"value\":1049.5,\"currency\":\"EUR\"}");
  g_clear_pointer (&facts->want, g_free);
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL);

  assert_has (post->text, "Please refund me €1,049.50.");
  assert_lacks (post->text, "The amount is");
  assert_has (mail->text, "Please refund me €1,049.50.");
  g_assert_cmpstr (mail->subject, ==, "Case C-4711: Please refund me €1,049.50");
}

/* S113: what was promised without a day is not called late. */
static void
test_promise_without_day (void)
{
  g_autoptr (HeedFacts) facts = read_sheet (WISHES);
  HeedDraftOptions options = { .channel = "email", .now = NOW };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (facts->promises, heed_promise_new ("we look into it", 0, FALSE));
  g_autoptr (HeedRendition) mail = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (mail->text, "we look into it"));
  g_assert_null (strstr (mail->text, "1970"));

  ((HeedPromise *) facts->promises->pdata[0])->due = NOW - 4 * 86400;
  g_autoptr (HeedRendition) late = heed_rendition_new (facts, &options, &error);
  g_assert_no_error (error);
  assert_has (late->text, "we look into it");
}

/* S74, S77, S97: whatever the tone, nothing that Heed itself says has to be mended. */
static void
test_civil (void)
{
  static const char *const rude[] = { "unkind", "threat", "boycott", "snark", "legal", "shouting", "vague-time", NULL };
  static const char *const channels[] = { "public", "reply", "dm", "email", "letter", "form", "chat", "phone" };
  g_autoptr (HeedFacts)
    facts = read_sheet (ATTEMPTS WISHES ",\"promises\":[{\"text\":\"a call\",\"due\":\"2026-11-09\","
                                        "\"kept\":false}],\"urgent\":true");

  for (HeedTone tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL; tone++)
    for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
      {
        HeedDraftOptions options = { .channel = channels[i], .network = "mastodon", .tone = tone, .now = NOW };
        g_autoptr (GError) error = NULL;
        g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);
        g_assert_no_error (error);
        for (guint j = 0; j < rendition->warnings->len; j++)
          g_assert_false (g_strv_contains (rude, ((HeedWarning *) rendition->warnings->pdata[j])->kind));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/channels/attempts", test_attempts);
  g_test_add_func ("/channels/to-come", test_to_come);
  g_test_add_func ("/channels/other-reference", test_other_reference);
  g_test_add_func ("/channels/same-day", test_same_day);
  g_test_add_func ("/channels/story", test_story);
  g_test_add_func ("/channels/public-number", test_public_number);
  g_test_add_func ("/channels/redirects", test_redirects);
  g_test_add_func ("/channels/wishes", test_wishes);
  g_test_add_func ("/channels/loyalty", test_loyalty);
  g_test_add_func ("/channels/call-unnumbered", test_call_unnumbered);
  g_test_add_func ("/channels/asking", test_asking);
  g_test_add_func ("/channels/reply", test_reply);
  g_test_add_func ("/channels/letter", test_letter);
  g_test_add_func ("/channels/unsigned", test_unsigned);
  g_test_add_func ("/channels/subject", test_subject);
  g_test_add_func ("/channels/form", test_form);
  g_test_add_func ("/channels/chat", test_chat);
  g_test_add_func ("/channels/phone", test_phone);
  g_test_add_func ("/channels/want-kind", test_want_kind);
  g_test_add_func ("/channels/promise-without-day", test_promise_without_day);
  g_test_add_func ("/channels/civil", test_civil);
  return g_test_run ();
}
