/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

/* The words of the bits that are set, with a space behind each. */
static char *
join (guint32 bits, guint n_bits, const char *(*to_string) (guint))
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint bit = 0; bit < n_bits; bit++)
    if (bits >> bit & 1)
      g_string_append_printf (words, "%s ", to_string (bit));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* S43: what is asked for and where a reply sends, in many wordings: hits, and words that must not be taken for them. */
static void
test_requests (void)
{
  static const struct
  {
    const char *reply, *details, *targets;
  } cases[] = {
    { "Mind sending over the serial number and a snapshot of the label?", "photo product ", "" },
    { "Please attach your licence copy to the message.", "photo ", "" },
    { "For that you'd have to inform us about the fault.", "description ", "" },
    { "Who did you talk to at the depot?", "other ", "" },
    { "Please provide the same by Monday.", "other ", "" },
    { "Our billing desk is here to help at 020 7946 0123.", "", "phone team " },
    { "Our station staff are best placed to rebook you.", "", "team " },
    { "Please refer to our warehouse team directly.", "", "team " },
    { "Let us get our partners at @warmhomes to help.", "", "team " },
    { "If it is still dark, please do so here: https://example.com/f", "", "form " },
    { "Could you write to us here? https://example.com/f", "", "form " },
    { "We have notes on how to do that at https://example.com/a", "", "" },
    { "You can lower the flow by changing the valve using the steps here: https://example.com/a", "", "" },
    { "Let's start by following the steps here: https://example.com/a", "", "page " },
    { "Let us know more if you're still having trouble.", "", "" },
    { "Can you tell us how we can help you?", "", "" },
    { "Are you having problems with the meter? Drop us a DM.", "", "" },
    { "Restart the meter and let us know if the fault clears.", "", "" },
    { "Kindly reconfirm your reservation code together with your surname.", "name booking ", "" },
    { "May we have the postcode of the branch, please?", "postcode ", "" },
    { "DM me the phone or account number and your home address so I can pull up the order.", "phone address account ",
      "" },
    { "Pls DM name/zip/phone # so our team can call you.", "name phone postcode ", "" },
    { "Could you let me know which tablet and which version of Android you have?", "device version ", "" },
    { "Which train were you on?", "other ", "" },
    { "When did you get there, and which shop was it?", "date location ", "" },
    { "Does the lamp on the box blink when you plug it in?", "description ", "" },
    { "Hi Ann, has the parcel come to the wrong door before?", "description ", "" },
    { "Have you told our drivers about the gate yet? What is your order number?", "order description ", "" },
    { "Tell us more about the noise.", "description ", "" },
    { "Without sharing any account numbers, could you explain the problem?", "description ", "" },
    { "Please don't post your card number here.", "", "" },
    { "Thanks for sending the photo!", "", "" },
    { "We'll be sure to share your details with the depot.", "", "" },
    { "We've answered your DM with more information.", "", "" },
    { "Offers may depend on where you use your card.", "", "" },
    { "Could I grab the tracking number?", "order ", "" },
    { "Have you asked at the lost property dept.?", "description ", "" },
    { "Is the lamp on here: https://example.com/a?", "description ", "" },
    { "Is there anything else we can help you with?", "", "" },
    { "Does that make sense?", "", "" },
    { "Let us know if you have any questions.", "", "" },
    { "Could you drop us a message so we can look at your booking?", "", "" },
    { "Please reach out to us so that we can look at the choices: https://example.com/a", "", "form " },
    { "Get in touch here; https://example.com/a and we will sort it out.", "", "form " },
    { "Have you reported this to us here: https://example.com/a?", "description ", "form " },
    { "Please tell us more: https://example.com/a", "description ", "form " },
    { "Feel free to reach out to us again.", "", "" },
    { "Please DM us here: https://example.com/a", "", "" },
    { "May I have your booking number? *AB https://example.com/a", "booking ", "" },
    { "You will find the steps in this article: https://example.com/a", "", "page " },
    { "Please keep an eye on our blog.", "", "page " },
    { "Please ring or chat with us: https://example.com/a", "", "phone chat " },
    { "Our billing team on 020 7946 0123 can sort that.", "", "phone team " },
    { "We'll call you back tomorrow.", "", "" },
    { "Please reply to the email you received.", "", "email " },
    { "We sent it to your e-mail last night.", "", "" },
    { "You would have to bring it to your nearest branch.", "", "store " },
    { "Which store did you visit?", "location ", "" },
    { "You would need to speak with your bank.", "", "team " },
    { "Have you had a chance to speak with your bank?", "description ", "" },
    { "Please ask the cabin crew.", "", "team " },
    { "You can write to us at PO Box 12.", "", "letter " },
    { "Have you got the reference number for your complaint?", "case ", "" },
    { "Could you provide the batch code and use by date from the pack?", "date product ", "" },
    { "Send us your reservation # via DM.", "booking ", "" },
    { "This is one for your bank.", "", "team " },
    { "Please report it to the police.", "", "team " },
    { "Please pop into your local branch with some ID.", "", "store " },
    { "You can pick one up in any of our stores.", "", "" },
    { "Please drop an email to help@example.com with your details.", "", "email " },
    { "You can apply for a refund at https://example.com/a", "", "form " },
    { "Head over to https://example.com/a to check stock.", "", "page " },
    { "Kindly DM your conf # and your name.", "name booking ", "" },
    { "Please give us the claim/mobile number.", "phone case ", "" },
    { "Please tell us which of our Leeds branches this was.", "location ", "" },
    { "What's your local branch?", "location ", "" },
    { "Mind confirming for us the model of the tablet?", "device ", "" },
    { "Please DM us your passport number.", "other ", "" },
    { "Let us know if the fault comes back.", "", "" },
    { "Allow me to look into it in further detail.", "", "" },
    { "DM us your name (no account or card numbers).", "name ", "" },
    { "All better?", "", "" },
    { "Any luck?", "", "" },
    { "Were you able to ring our branch about it?", "description ", "" },
    { "Did you contact the seller first?", "description ", "" },
    { "There's a useful guide on how to set up the lamp with your own router here: https://example.com/a", "",
      "page " },
    { "See the list of the tariffs that we have for students and their parents at https://example.com/a", "", "page " },
    { "The following article has pictures of every step: https://example.com/a", "", "page " },
    { "Restart the box and try again: https://example.com/a", "", "" },
    { "The lift is open on both floors from Monday on. More info at https://example.com/a", "", "" },
    { "You would need to check with your embassy.", "", "team " },
    { "We'd suggest contacting the landlord.", "", "team " },
    { "Try the lost property office at the station.", "", "team " },
    { "Our team will contact your bank.", "", "" },
    { "Please have a steward look at the seat.", "", "team " },
    { "It is best to raise this with the shop manager.", "", "store " },
    { "You will find the number on the back of your card.", "", "phone " },
    { "Sorry, we don't have a phone line.", "", "" },
    { "Please use the feedback hub for that.", "", "app " },
    { "You can lodge a complaint through our website.", "", "form " },
    { "Please leave your comments about the route here: https://example.com/a", "", "form " },
    { "You can request your refund here: https://example.com/a", "", "form " },
    { "For more help, go to https://example.com/a", "", "page " },
    { "Your GP will be able to advise.", "", "team " },
    { "Please get in touch with @OurHelp for this.", "", "team " },
    { "Pop in store and we will swap it.", "", "store " },
    { "Thanks for visiting our store!", "", "" },
    { "Sorry for the wait, our phone lines are busy.", "", "" },
    { "Please write to us at PO Box 7, Leeds.", "", "letter " },
    { "Could you provide proof of purchase?", "photo ", "" },
    { "Can you drop me the link to the lamp?", "other ", "" },
    { "May I know your registered number?", "phone ", "" },
    { "We need more information to help.", "description ", "" },
    { "What's the name of the member of staff?", "name ", "" },
    { "Which store was this in and when?", "date location ", "" },
    { "Did that do the trick?", "", "" },
    { "Can we do anything else for you?", "", "" },
    { "Please send me your AWB number.", "order ", "" },
    { "May I have a copy of the receipt? *AB https://example.com/a", "photo ", "" },
    { "You need to ring our lighting desk on 020 7946 0123.", "", "phone team " },
    { "Please ring customer services on 020 7946 0123.", "", "phone " },
    { "We'll call you back on 020 7946 0123.", "", "" },
    { "I will give you a call on 020 7946 0123.", "", "" },
    { "We tried to reach you on 020 7946 0123.", "", "" },
    { "Your meter is on the van, its number is 1234567890123456.", "", "" },
    { "We can see that 1234567890123456 is with the driver.", "", "" },
    { "Parcel 12345678901234 is with the driver.", "", "" },
    { "We can see 1234567890123456. Please ring 020 7946 0123.", "", "phone " },
    { "Kindly contact our call centre in Leeds.", "", "phone " },
    { "What is a good time to call?", "other ", "" },
    { "Walk in to any of our Leeds offices with the lamp.", "", "store " },
    { "That has to be exchanged at a shop.", "", "store " },
    { "You can pay your balance in our app.", "", "app " },
    { "The quickest way is through the app.", "", "app " },
    { "Sorry, that's not possible through the app.", "", "" },
    { "We'll be in touch with you via in-app support.", "", "" },
    { "Start a chat on our website and we'll look at the bill.", "", "chat " },
    { "You can message us on WhatsApp, too.", "", "chat " },
    { "Our team has answered you via live chat.", "", "" },
    { "You can submit your meter readings at https://example.com/a", "", "form " },
    { "Please write in to https://example.com/a", "", "form " },
    { "We welcome ideas for our lamps. Please leave them here: https://example.com/a", "", "form " },
    { "Please contact our support team here: https://example.com/a", "", "form " },
    { "Our heating experts can help you here: https://example.com/a", "", "form " },
    { "DM us and tell us more about the noise. https://example.com/a", "description ", "" },
    { "You can renew the lease online: https://example.com/a", "", "page " },
    { "Glad it works! Just let us know if we can help with anything. https://example.com/a", "", "" },
    { "Please proceed to our website for the list of colours.", "", "page " },
    { "To get us started, have you tried the steps here: https://example.com/a", "description ", "page " },
    { "The landlord chose the lamp, so you would have to ask them.", "", "team " },
    { "That lane is the council's, please report it to them.", "", "team " },
    { "Hi, @warmhomes looks after the boilers.", "", "team " },
    { "That's something for the team to think about!", "", "" },
    { "We will send this on to our friends at @warmhomes.", "", "" },
    { "Send us more details so the right team can investigate.", "description ", "" },
    { "Just reply to your order confirmation email.", "", "email " },
    { "We will reply to your email on Monday.", "", "" },
    { "Kindly provide both reservation codes.", "booking ", "" },
    { "Thanks for taking the time to tell us about the new lamp.", "", "" },
    { "What is your order number and what did the driver say?", "order description ", "" },
    { "Can you tell us where you're staying?", "location ", "" },
    { "Mind passing us a picture of the meter?", "photo ", "" },
    { "The seller has to begin that, so please ask them to get in contact.", "", "team " },
    { "Fuses are handled by our lighting team, who can be reached at https://example.com/a", "", "form " },
    { "For that @warmhomes will be glad to help.", "", "team " },
    { "The lamp was bought from a dealer, please get in touch with them.", "", "team " },
    { "We're in touch with them already.", "", "" },
    { "Changes to that have to go through them.", "", "team " },
    { "I've told the garage so they can speak with the driver.", "", "" },
    { "Please call the front desk by dialling 0.", "", "phone " },
    { "The fastest way to look at your allowance is in the app.", "", "app " },
    { "You can move your delivery in the app.", "", "app " },
    { "Any of our shops can order that in.", "", "store " },
    { "Please come to the visitor centre.", "", "store " },
    { "You can ask for compensation here: https://example.com/a", "", "form " },
    { "Please ask the seller to contact us.", "", "team " },
    { "You can swap old lamps at the counter in your branch.", "", "store " },
    { "You'll have to go into a store with some ID.", "", "store " },
    { "That's answered for you in our FAQ: https://example.com/a", "", "page " },
    { "DM us your order ID and tell us what was missing.", "order description ", "" },
    { "You can report broken lamps to the council online at https://example.com/a", "", "form " },
    { "You can follow all the roadworks in your street on our map: https://example.com/a", "", "page " },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClassifier) classifier = heed_classifier_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyReading) reading = { 0 };
      g_autofree char *details = NULL, *targets = NULL;

      heed_classifier_read (classifier, cases[i].reply, &reading);
      details = join (reading.details, HEED_N_REPLY_DETAILS, heed_reply_detail_to_string);
      targets = join (reading.targets, HEED_N_REPLY_TARGETS, heed_reply_target_to_string);
      g_test_message ("%s", cases[i].reply);
      g_assert_cmpstr (details, ==, cases[i].details);
      g_assert_cmpstr (targets, ==, cases[i].targets);
      g_assert_cmpint ((reading.kinds & HEED_REPLY_ASKS_DETAILS) != 0, ==, reading.details != 0);
      g_assert_cmpint ((reading.kinds & HEED_REPLY_REDIRECTS) != 0, ==, reading.targets != 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/requests/english", test_requests);
  return g_test_run ();
}
