/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

/* What is asked for, where the customer is sent, what is quoted, and where the words for it stand. */
static void
test_facts (void)
{
  static const struct
  {
    const char *reply, *primary, *details, *targets, *deadline, *reference, *hours;
  } cases[] = {
    { "Please DM us your full name, e-mail address and postcode.", "asks", "name email postcode ", "" },
    { "Could you send me a photo of it and your order number?", "asks", "order photo ", "" },
    { "What's happening exactly?", "asks", "description ", "" },
    { "Drop us a DM.", "private", "", "" },
    { "We have received your message.", "solves", "", "" },
    { "Some riders may be unable to log in, we are working on it.", "working", "", "" },
    { "We're refunding the lamp now.", "working", "", "" },
    { "We've escalated it to our electricians.", "working", "", "" },
    { "I've opened a ticket for you.", "working", "", "" },
    { "We've asked the depot to look for it.", "working", "", "" },
    { "We can't talk about accounts here, please send us a DM.", "private", "", "" },
    { "Your refund has been sent.", "solves", "", "" },
    { "We've replaced the lamp for you.", "solves", "", "" },
    { "Please call us on 020 7946 0123.", "redirects", "", "phone " },
    { "You can e-mail help@example.com about that.", "redirects", "", "email " },
    { "Please fill in our contact form here: https://example.com/f", "redirects", "", "form " },
    { "I've passed this on. We'll get back to you within 24 hours. Your case number is 20481632.", "working", "", "",
      "within 24 hours", "20481632" },
    { "You can reach out to us again tomorrow. Our lines are open 9am-5:30pm.", NULL, NULL, NULL, NULL, NULL,
      "9am-5:30pm" },
    { "We are here Mon–Fri 9–5:30.", NULL, NULL, NULL, NULL, NULL, "Mon–Fri 9–5:30" },
    { "Please send this to us here 1/3", NULL, NULL, NULL },
    { "Your complaint has been raised under ref. no. 1-153375874699", NULL, NULL, NULL, NULL, "1-153375874699" },
    { "We've opened a ticket for you, call 020 7946 0123 to follow it.", NULL, NULL, NULL },
    { "We look into this under ticket number 1-QX47RTV.", NULL, NULL, NULL, NULL, "1-QX47RTV" },
    { "The lamp of your order 2026-11-02 was blue.", NULL, NULL, NULL },
    { "We've refunded your claim, £12500 in all.", NULL, NULL, NULL },
    { "Our team will be in touch in the next 3-5 business days.", NULL, NULL, NULL, "in the next 3-5 business days" },
    { "We'll get back to you by Friday.", NULL, NULL, NULL, "by Friday" },
    { "Please allow 24 to 48 hours for the money to be sent.", NULL, NULL, NULL, "24 to 48 hours" },
    { "Someone will be calling you today about the meter.", NULL, NULL, NULL, "today" },
    { "We'll have it back up the next day!", NULL, NULL, NULL, "the next day" },
    { "We've refunded flight 4417 of today.", NULL, NULL, NULL },
    { "We'll reset it now, so please try again within 24 hours.", NULL, NULL, NULL },
    { "You will be updated by 04/12/2026 02:00:00 PM.", NULL, NULL, NULL, "by 04/12/2026 02:00:00 PM" },
    { "I will reply in a few minutes.", NULL, NULL, NULL, "in a few minutes" },
    { "We'll get back to you. The train runs within 20 minutes.", NULL, NULL, NULL },
    { "We'll refund flights that were cancelled within 24 hours of departure.", NULL, NULL, NULL },
    { "Your booking reference is 6YQ3KL.", NULL, NULL, NULL, NULL, "6YQ3KL" },
    { "Your ref: TK/2291/7", NULL, NULL, NULL, NULL, "TK/2291/7" },
    { "We've logged this under SR-55821 for you.", NULL, NULL, NULL, NULL, "SR-55821" },
    { "Our reference for this is AB-2291-77.", NULL, NULL, NULL, NULL, "AB-2291-77" },
    { "Your booking is for 4 people.", NULL, NULL, NULL },
    { "Your booking of 25000 points has gone through.", NULL, NULL, NULL },
    { "Your order was placed on 24/11/2026.", NULL, NULL, NULL },
    { "For your claim, please tweet @Desk12345 first.", NULL, NULL, NULL },
    { "For your case call 02079460123 again.", NULL, NULL, NULL },
    { "Bring the lamp in within 30 days and we'll swap it for you.", NULL, NULL, NULL },
  };
  const HeedClassifier *classifier = heed_classifier_get_default (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyReading) reading = { 0 };
      g_autoptr (GString) details = g_string_new (NULL);
      g_autoptr (GString) targets = g_string_new (NULL);

      heed_classifier_read (classifier, cases[i].reply, &reading);
      g_test_message ("%s", cases[i].reply);
      for (guint bit = 0; bit < HEED_N_REPLY_DETAILS; bit++)
        if (reading.details >> bit & 1)
          g_string_append_printf (details, "%s ", heed_reply_detail_to_string (bit));
      for (guint bit = 0; bit < HEED_N_REPLY_TARGETS; bit++)
        if (reading.targets >> bit & 1)
          g_string_append_printf (targets, "%s ", heed_reply_target_to_string (bit));
      g_assert_cmpstr (reading.language, ==, "en");
      if (cases[i].primary != NULL)
        {
          g_assert_cmpstr (heed_reply_primary_to_string (reading.primary), ==, cases[i].primary);
          g_assert_cmpstr (details->str, ==, cases[i].details);
          g_assert_cmpstr (targets->str, ==, cases[i].targets);
        }
      g_assert_cmpstr (reading.deadline, ==, cases[i].deadline);
      g_assert_cmpstr (reading.reference, ==, cases[i].reference);
      g_assert_cmpstr (reading.hours, ==, cases[i].hours);
    }
}

/* S64: the ways in which agents sign. */
static void
test_signatures (void)
{
  static const struct
  {
    const char *reply, *signature;
  } cases[] = {
    { "We can look into that. ^Danny", "Danny" },
    { "We can look into that /LS", "LS" },
    { "We can look into that /LS https://example.com/dm", "LS" },
    { "We can look into that.- Anwar", "Anwar" },
    { "Thanks-Sabi", "Sabi" },
    { "Here for you. *SR", "SR" },
    { "Follow these steps. ^cp 1/2", "cp" },
    { "Follow these steps (2/2) ^CP", "CP" },
    { "Glad it works! – Zoë", "Zoë" },
    { "It was sent today. Regards, Meena.", "Meena" },
    { "Is it still broken? Gordon", "Gordon" },
    { "Is it still broken? GW", "GW" },
    { "We can look into that. –LS", "LS" },
    { "Your seats were not affected by the changes-Wanda", "Wanda" },
    { "It was sent today, thanks-Mi", "Mi" },
    { "It is on its way. ^Danny 🎉👍🏽", "Danny" },
    { "It is on its way. – Zoë ❤️ 1/2", "Zoë" },
    { "It is on its way, thanks. 👍🏽", NULL },
    { "Please restart it once more - Thanks", NULL },
    { "It is on its way. -BG", "BG" },
    { "It is open Monday – Friday", NULL },
    { "It is open Mon - Fri", NULL },
    { "Wir öffnen wieder Samstag/Sonntag", NULL },
    { "We do think so -Mi", "Mi" },
    { "@kim Jana hier, das schaue ich mir gleich an.", "Jana" },
    { "Hallo Kim, Jörg hier! Das schaue ich mir gleich an.", "Jörg" },
    { "Hei! Sanna täällä – katson asiaa heti.", "Sanna" },
    { "Jana hier, das schaue ich mir gleich an. ^Tom", "Tom" },
    { "Danke, Kim. Fahrplan hier: https://example.com/plan", NULL },
    { "Danke, Kim. Fahrplan hier - https://example.com/plan", NULL },
    { "Hamburg hier zu erreichen ist heute schwer.", NULL },
    { "Bitte hier, danke.", NULL },
    { "הפנייה הועברה לצוות. ^נועה", "נועה" },
    { "הפנייה הועברה לצוות - דורית", "דורית" },
    { "הפנייה הועברה לצוות. בברכה, רינה", "רינה" },
    { "הפנייה הועברה לצוות. רינה", NULL },
    { "הפנייה הועברה לצוות - תודה", NULL },
    { "נא לכתוב מה הבעיה ולשלוח/י", NULL },
    { "Thanks for getting back to us ^O'Neil", "O'Neil" },
    { "It was sent today. ^JR!", "JR" },
    { "It was sent today. Regards, Mo Farid", "Mo Farid" },
    { "It was sent today. - Mary-Ann", "Mary-Ann" },
    { "It was sent today ^Mo Farid", "Mo Farid" },
    { "It was sent today. (AB)", "AB" },
    { "More is here: https://example.com/a Pip", "Pip" },
    { "It was sent today. Thanks-Mary", "Mary" },
    { "It was sent today. Em", "Em" },
    { "We only ship there (UK)", NULL },
    { "Use the 4G / Wi-Fi", NULL },
    { "The train runs from Upper Mill - Bristol Parkway", NULL },
    { "Great, go Leeds!", NULL },
    { "We would love to look into this with you, Sam.", NULL },
    { "This works for members of anti-Noise", NULL },
    { "Send us an e-mail", NULL },
    { "Do you want this and/or that", NULL },
    { "You may fly from London.", NULL },
    { "We are on it. Thanks!", NULL },
    { "Sorry. Thanks", NULL },
    { "", NULL },
    { "^", NULL },
    { "1/2", NULL },
  };
  const HeedClassifier *classifier = heed_classifier_get_default (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *signature = heed_classifier_read_signature (classifier, cases[i].reply);

      g_assert_cmpstr (signature, ==, cases[i].signature);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-facts/facts", test_facts);
  g_test_add_func ("/reply-facts/signatures", test_signatures);
  return g_test_run ();
}
