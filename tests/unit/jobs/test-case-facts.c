/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows S52, S93: what the entries of a case say of being sent around is in the message that is made from it. */

#include <string.h>

#include "heed-case-facts.h"
#include "heed-rendition.h"

static HeedEvent *
add_event (HeedCase *the_case, HeedEventKind kind, const char *channel, const char *text)
{
  HeedEvent *event = heed_event_new (kind, 1000 * (the_case->events->len + 1));

  event->channel = g_strdup (channel);
  event->network = g_strdup (g_str_equal (channel, "public") ? "x" : NULL);
  event->text = g_strdup (text);
  event->outcome = kind == HEED_EVENT_RECEIVED ? HEED_OUTCOME_REPLY : HEED_OUTCOME_NONE;
  g_ptr_array_add (the_case->events, event);
  return event;
}

static HeedCase *
new_case (void)
{
  HeedCase *the_case = heed_case_new ();

  the_case->facts->company = g_strdup ("Nordlicht");
  the_case->facts->what_happened = g_strdup ("My line is dead");
  the_case->facts->want = g_strdup ("repair it");
  return the_case;
}

static char *
draft (const HeedCase *the_case)
{
  const HeedDraftOptions options = { .channel = "email", .now = 100000 };
  g_autoptr (HeedFacts) facts = heed_case_facts_new (the_case);
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, NULL);

  g_assert_nonnull (rendition);
  return g_strdup (rendition->text);
}

/* From X to phone to chat, whose last word sends back to the phone; the person need not have called again. */
static void
test_circle (void)
{
  g_autoptr (HeedCase) the_case = new_case ();

  add_event (the_case, HEED_EVENT_SENT, "public", "My line is dead, please repair it.");
  add_event (the_case, HEED_EVENT_RECEIVED, "public", "Sorry to hear that! Please call us on 0800 100 200.");
  add_event (the_case, HEED_EVENT_CALL, "phone", "They sent me to the chat.")->outcome = HEED_OUTCOME_REDIRECT;
  add_event (the_case, HEED_EVENT_SENT, "chat", "My line is dead, please repair it.");
  g_autofree char *open = draft (the_case);
  g_assert_nonnull (strstr (open, "So far I have been sent from X to phone to chat."));

  add_event (the_case, HEED_EVENT_RECEIVED, "chat", "We cannot help with this here, please call us on 0800 100 200.");
  g_autofree char *circle = draft (the_case);
  g_assert_nonnull (strstr (circle, "So far I have been sent in a circle: from phone to chat and back."));
  g_assert_cmpint (((const HeedEvent *) the_case->events->pdata[1])->outcome, ==, HEED_OUTCOME_REPLY);

  add_event (the_case, HEED_EVENT_SENT, "public", "I am asking here again.");
  g_autofree char *again = draft (the_case);
  g_assert_nonnull (strstr (again, "So far I have been sent in a circle: from phone to chat and back."));

  add_event (the_case, HEED_EVENT_RECEIVED, "public", "We have repaired your line, it works again now.");
  g_autofree char *helped = draft (the_case);
  g_assert_null (strstr (helped, "I have been sent"));
}

/* Back on the channel where it began, by the person's own notes or by the company's words. */
static void
test_back (void)
{
  g_autoptr (HeedCase) the_case = new_case ();

  add_event (the_case, HEED_EVENT_SENT, "email", "My line is dead.");
  add_event (the_case, HEED_EVENT_RECEIVED, "email", "Please contact us by live chat.");
  add_event (the_case, HEED_EVENT_SENT, "chat", "My line is dead.");
  add_event (the_case, HEED_EVENT_RECEIVED, "chat", "Please send us an email at care@nordlicht.example.");
  g_autofree char *text = draft (the_case);
  g_assert_nonnull (strstr (text, "So far I have been sent in a circle: from e-mail to chat and back."));
}

/* German, and a reply that was taken for one of substance when it was noted. */
static void
test_german (void)
{
  g_autoptr (HeedCase) the_case = new_case ();

  the_case->facts->language = g_strdup ("de");
  add_event (the_case, HEED_EVENT_CALL, "phone", "Soll eine E-Mail schreiben.")->outcome = HEED_OUTCOME_REDIRECT;
  add_event (the_case, HEED_EVENT_SENT, "email", "Mein Anschluss ist gestört.");
  add_event (the_case, HEED_EVENT_RECEIVED, "email", "Bitte rufen Sie unsere Hotline unter 0800 100200 an.");
  g_autofree char *text = draft (the_case);
  g_assert_nonnull (strstr (text, "Bisher wurde ich im Kreis geschickt: Telefon, dann E-Mail und wieder zurück."));
}

/* Help beside a hint to another way is no redirect, and a choice of ways is no place. */
static void
test_no_circle (void)
{
  static const char *const replies[] = {
    "We have reset your line, it works again now. If not, please call us on 0800 100 200.",
    "Please restart the router, then it works again.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (HeedCase) the_case = new_case ();
      add_event (the_case, HEED_EVENT_CALL, "phone", NULL)->outcome = HEED_OUTCOME_REDIRECT;
      add_event (the_case, HEED_EVENT_SENT, "email", "My line is dead.");
      add_event (the_case, HEED_EVENT_RECEIVED, "email", replies[i]);
      g_autofree char *text = draft (the_case);
      g_assert_null (strstr (text, "I have been sent"));
    }
}

static HeedDocument *
add_document (HeedCase *the_case, const char *name)
{
  HeedDocument *document = heed_document_new (name, name);

  g_ptr_array_add (the_case->documents, document);
  return document;
}

/* S81, S95: the files of a case are what is sent along with a letter or an e-mail, each once, but what is left out.
 * A picture is called as its clean copy is, for its own name may tell more. */
static void
test_enclosures (void)
{
  static const char *const channels[] = { "email", "letter" };
  g_autoptr (HeedCase) the_case = new_case ();

  g_ptr_array_add (the_case->facts->enclosures, g_strdup ("bill.pdf"));
  add_document (the_case, "bill.pdf");
  add_document (the_case, "Jane's router.jpg")->type = g_strdup ("image/jpeg");
  add_document (the_case, "diary.txt")->is_left_out = TRUE;
  g_autoptr (HeedFacts) facts = heed_case_facts_new (the_case);
  g_assert_cmpuint (facts->enclosures->len, ==, 2);
  g_assert_cmpuint (the_case->facts->enclosures->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      const HeedDraftOptions options = { .channel = channels[i], .now = 100000 };
      g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, NULL);

      g_assert_nonnull (strstr (rendition->text, "bill.pdf"));
      g_assert_nonnull (strstr (rendition->text, "picture-1.jpg"));
      g_assert_null (strstr (rendition->text, "Jane's"));
      g_assert_null (strstr (rendition->text, "diary.txt"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-facts/circle", test_circle);
  g_test_add_func ("/case-facts/back", test_back);
  g_test_add_func ("/case-facts/german", test_german);
  g_test_add_func ("/case-facts/no-circle", test_no_circle);
  g_test_add_func ("/case-facts/enclosures", test_enclosures);
  return g_test_run ();
}
