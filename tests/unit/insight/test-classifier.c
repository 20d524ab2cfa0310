/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-classifier.h"

static HeedClassifier *
new_classifier (void)
{
  g_autoptr (GError) error = NULL;
  HeedClassifier *classifier = heed_classifier_new (&error);

  g_assert_no_error (error);
  return classifier;
}

/* One plain sentence a kind, written for this test (S39 to S49, S67, S69). */
static void
test_kinds (void)
{
  static const struct
  {
    const char *reply;
    guint32 kinds;
  } cases[] = {
    { "@ann You can change your seat under My Trips.", HEED_REPLY_ANSWERS },
    { "We've passed this to our engineers just now.", HEED_REPLY_ACTS },
    { "Which version of the app are you using?", HEED_REPLY_ASKS_DETAILS },
    { "Please send us a DM.", HEED_REPLY_ASKS_PRIVATE },
    { "Please call our customer care team on 020 7946 0123.", HEED_REPLY_REDIRECTS },
    { "So sorry to hear that!", HEED_REPLY_APOLOGISES },
    { "I'll pass your feedback on to the team.", HEED_REPLY_ACKNOWLEDGES },
    { "We will get back to you shortly.", HEED_REPLY_PROMISES },
    { "We are unable to do that for you.", HEED_REPLY_REFUSES },
    { "We cannot help you with that.", HEED_REPLY_REFUSES },
    { "We can't help with this.", HEED_REPLY_REFUSES },
    { "We can't help but smile at this!", HEED_REPLY_PLEASANTRY },
    { "Thank you so much, have a lovely day!", HEED_REPLY_PLEASANTRY },
    { "Keep an eye on your inbox for the label.", HEED_REPLY_ANSWERS },
    { "Please run a line test.", HEED_REPLY_ANSWERS },
    { "What are you going to order?", HEED_REPLY_PLEASANTRY },
    { "If you ever change your mind about the blue lamp, let us know.", HEED_REPLY_PLEASANTRY },
    { "You've never tasted anything like our new pies.", HEED_REPLY_PLEASANTRY },
    { "We'd hate to see you leave.", HEED_REPLY_PLEASANTRY },
    { "Was there anything written on the parcel?", HEED_REPLY_ASKS_DETAILS },
    { "You can ring us on 020 7946 0123 to have it changed at any time of the day.", HEED_REPLY_REDIRECTS },
    { "I'll run it by our team.", HEED_REPLY_ACKNOWLEDGES },
    { "@ann Sorry for that! Please DM us your booking reference.",
      HEED_REPLY_APOLOGISES | HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE },
  };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 kinds = heed_classifier_read_kinds (classifier, cases[i].reply);

      if (kinds != cases[i].kinds)
        g_test_message ("%s", cases[i].reply);
      g_assert_cmphex (kinds, ==, cases[i].kinds);
    }
}

/* What the company did, noted, will do and will not do, said in many ways; and what only looks like it, because it is a
 * question, hangs on the customer's next step, or is an idiom (S39 to S49). */
static void
test_constructions (void)
{
  static const struct
  {
    const char *reply;
    guint32 kinds;
  } cases[] = {
    { "Your refund was processed this morning.", HEED_REPLY_ACTS },
    { "Hopefully we'll have the service running again soon.", HEED_REPLY_ACKNOWLEDGES },
    { "Our support team aims to reply the same day.", HEED_REPLY_PROMISES },
    { "I'm going to order another one for you.", HEED_REPLY_PROMISES },
    { "There is no refund for lost keys.", HEED_REPLY_REFUSES },
    { "We hope to see you back soon!", 0 },
    { "I have now cancelled the duplicate order for you.", HEED_REPLY_ACTS },
    { "We've raised this with our depot in Leeds.", HEED_REPLY_ACTS },
    { "Our engineers have been informed about the fault.", HEED_REPLY_ACTS },
    { "I've just spoken to the shop and they still have two left.", HEED_REPLY_ACTS },
    { "A replacement card has been ordered for you.", HEED_REPLY_ACTS },
    { "I've popped a voucher in the post to you.", HEED_REPLY_ACTS },
    { "A ticket has been opened under 4827719.", HEED_REPLY_ACTS },
    { "We have emailed you a new return label.", HEED_REPLY_ACTS },
    { "Your complaint has been logged with the claims department.", HEED_REPLY_ACTS },
    { "I've asked the driver to call you.", HEED_REPLY_ACTS },
    { "I've let the branch manager know.", HEED_REPLY_ACTS },
    { "I've added five pounds of credit to your account.", HEED_REPLY_ACTS },
    { "We've sent you a private message.", HEED_REPLY_ACTS },
    { "I've had a look at your account and the bill is correct.", HEED_REPLY_ACTS },
    { "I just checked and the parcel left the depot at noon.", HEED_REPLY_ACTS },
    { "We are transferring your case to our legal team.", HEED_REPLY_ACTS },
    { "I'm arranging a courier to collect the parcel.", HEED_REPLY_ACTS },
    { "We've fixed the broken link on the page.", HEED_REPLY_ACTS },
    { "Thanks for flagging, this has been passed to the web team.", HEED_REPLY_ACTS },
    { "Both tickets were refunded yesterday as requested.", HEED_REPLY_ACTS },
    { "We've reset your password.", HEED_REPLY_ACTS },
    { "Your appointment has been rescheduled for Tuesday morning.", HEED_REPLY_ACTS },
    { "We have taken this up with the restaurant.", HEED_REPLY_ACTS },
    { "Sent you a message with the next steps.", HEED_REPLY_ACTS },
    { "Done! Your seat has been moved to the aisle.", HEED_REPLY_ACTS },
    { "I have reported the player to our moderators.", HEED_REPLY_ACTS },
    { "We'll pass your comments to the catering team.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll be sure to share this with my manager.", HEED_REPLY_ACKNOWLEDGES },
    { "Our developers are looking into it at the moment.", HEED_REPLY_ACKNOWLEDGES },
    { "We're aware of the outage in your area.", HEED_REPLY_ACKNOWLEDGES },
    { "Your feedback has been noted.", HEED_REPLY_ACKNOWLEDGES },
    { "We are currently investigating the problem.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll feed that back to the store.", HEED_REPLY_ACKNOWLEDGES },
    { "We'll let the chefs know!", HEED_REPLY_ACKNOWLEDGES },
    { "Engineers are working to restore the service.", HEED_REPLY_ACKNOWLEDGES },
    { "We're working hard to get this fixed.", HEED_REPLY_ACKNOWLEDGES },
    { "This is being reviewed by our technicians.", HEED_REPLY_ACKNOWLEDGES },
    { "We have taken note of your suggestion.", HEED_REPLY_ACKNOWLEDGES },
    { "I will mention it to the buyers.", HEED_REPLY_ACKNOWLEDGES },
    { "We're on the case.", HEED_REPLY_ACKNOWLEDGES },
    { "I'm checking this for you now.", HEED_REPLY_ACKNOWLEDGES },
    { "We'll keep that in mind for next year.", HEED_REPLY_ACKNOWLEDGES },
    { "It's a known bug and a fix is in the works.", HEED_REPLY_ACKNOWLEDGES },
    { "We will look into this.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll certainly be passing this on.", HEED_REPLY_ACKNOWLEDGES },
    { "Let me check that for you.", HEED_REPLY_ACKNOWLEDGES },
    { "Bear with me while I look into this.", HEED_REPLY_ACKNOWLEDGES },
    { "We'll get back to you by Friday.", HEED_REPLY_PROMISES },
    { "Someone will give you a call this afternoon.", HEED_REPLY_PROMISES },
    { "We'll send out a replacement today.", HEED_REPLY_PROMISES },
    { "A colleague is going to ring you tomorrow.", HEED_REPLY_PROMISES },
    { "You'll hear from us within two working days.", HEED_REPLY_PROMISES },
    { "I'll refund the delivery charge.", HEED_REPLY_PROMISES },
    { "We will update you as soon as we know more.", HEED_REPLY_PROMISES },
    { "I'll have a supervisor call you back.", HEED_REPLY_PROMISES },
    { "The money will be back in your account within five days.", HEED_REPLY_PROMISES },
    { "We'll let you know when it is fixed.", HEED_REPLY_PROMISES },
    { "Our claims team will be in contact shortly.", HEED_REPLY_PROMISES },
    { "I'll ask the manager to contact you.", HEED_REPLY_PROMISES },
    { "We will reply to your email soon.", HEED_REPLY_PROMISES },
    { "Please allow up to 48 hours for a response.", HEED_REPLY_PROMISES },
    { "Expect a call from us tomorrow.", HEED_REPLY_PROMISES },
    { "We're going to replace it for you.", HEED_REPLY_PROMISES },
    { "We aim to respond within 24 hours.", HEED_REPLY_PROMISES },
    { "An engineer will visit on Monday.", HEED_REPLY_PROMISES },
    { "I'll get it sorted for you.", HEED_REPLY_PROMISES },
    { "We will sort this out.", HEED_REPLY_PROMISES },
    { "Leave it with me and I'll come back to you.", HEED_REPLY_PROMISES },
    { "Leave it with us.", HEED_REPLY_PROMISES },
    { "I'll keep you posted.", HEED_REPLY_PROMISES },
    { "We'll fix it in the next release.", HEED_REPLY_PROMISES },
    { "You will receive an email with the label shortly.", HEED_REPLY_PROMISES },
    { "I will chase this up for you.", HEED_REPLY_PROMISES },
    { "We'll be in touch soon.", HEED_REPLY_PROMISES },
    { "One of our agents will reach out.", HEED_REPLY_PROMISES },
    { "They will contact you to book a visit.", HEED_REPLY_PROMISES },
    { "Your replacement will be dispatched tomorrow.", HEED_REPLY_PROMISES },
    { "Unfortunately we can't change the name on a ticket.", HEED_REPLY_REFUSES },
    { "I'm afraid this offer is not available in your country.", HEED_REPLY_REFUSES },
    { "We don't sell these any more.", HEED_REPLY_REFUSES },
    { "We do not ship to Norway.", HEED_REPLY_REFUSES },
    { "Sorry, that is not something we can do.", HEED_REPLY_REFUSES },
    { "We're not able to share that information.", HEED_REPLY_REFUSES },
    { "This model has been discontinued.", HEED_REPLY_REFUSES },
    { "We no longer stock this product.", HEED_REPLY_REFUSES },
    { "Refunds are not possible after 30 days.", HEED_REPLY_REFUSES },
    { "I'm afraid there's nothing more we can do.", HEED_REPLY_REFUSES },
    { "There is no way to undo this.", HEED_REPLY_REFUSES },
    { "We have no plans to bring it back.", HEED_REPLY_REFUSES },
    { "Gift cards can't be exchanged for cash.", HEED_REPLY_REFUSES },
    { "It is against our policy.", HEED_REPLY_REFUSES },
    { "We won't be able to refund this.", HEED_REPLY_REFUSES },
    { "You are not entitled to compensation in this case.", HEED_REPLY_REFUSES },
    { "Your claim has been declined.", HEED_REPLY_REFUSES },
    { "We do not have that size in stock.", HEED_REPLY_REFUSES },
    { "Regrettably, the request cannot be granted.", HEED_REPLY_REFUSES },
    { "We only deliver within the UK.", HEED_REPLY_REFUSES },
    { "I don't have access to your account.", HEED_REPLY_REFUSES },
    { "We can't give out that number, sorry.", HEED_REPLY_REFUSES },
    { "Our policy doesn't allow pets on board.", HEED_REPLY_REFUSES },
    { "We currently do not offer that.", HEED_REPLY_REFUSES },
    { "Sadly the sale has ended.", HEED_REPLY_REFUSES },
    { "That's not an option at the moment.", HEED_REPLY_REFUSES },
    { "Have you sent us the form already?", 0 },
    { "Once your parcel has been returned, you can ask for a refund.", 0 },
    { "If your card has been blocked, call the number on the back.", 0 },
    { "Has the engineer contacted you yet?", 0 },
    { "You can see your order history under My Account.", 0 },
    { "We've got a new menu this autumn!", 0 },
    { "The train was delayed by a signal failure.", 0 },
    { "When was your order placed?", 0 },
    { "Send us your order number and we'll look into it.", 0 },
    { "We'd like to look into this with you.", 0 },
    { "If you tell us the shop, we can pass it on.", 0 },
    { "Please share your feedback on our site.", 0 },
    { "DM us so we can investigate.", 0 },
    { "Thanks for sharing this with us!", 0 },
    { "Is your app working now?", 0 },
    { "What are you looking for?", 0 },
    { "Once you've sent the details we'll be able to check.", 0 },
    { "If you send us a DM, we'll get back to you.", 0 },
    { "Call us and someone will help.", 0 },
    { "Fill in the form and our team will contact you.", 0 },
    { "You'll be able to choose a seat at check-in.", 0 },
    { "We'll be happy to help!", 0 },
    { "Please follow up with your bank.", 0 },
    { "Please get back to us with the number.", 0 },
    { "We will need your postcode.", 0 },
    { "Did they say they would call you?", 0 },
    { "We'll see you soon!", 0 },
    { "Hopefully we will get more of them.", 0 },
    { "Once we have your details, we'll call you.", 0 },
    { "Our shops will be closed on Sunday.", 0 },
    { "We can't wait to see you!", 0 },
    { "If you can't log in, reset your password.", 0 },
    { "Are you not able to open the app?", 0 },
    { "We couldn't agree more.", 0 },
    { "I can't find your order, can you send the number?", 0 },
    { "Don't worry, we are here.", 0 },
    { "Why can't you log in?", 0 },
    { "We don't want you to miss out.", 0 },
    { "If the code isn't valid, let us know.", 0 },
    { "We couldn't have said it better.", 0 },
    { "We're sorry you can't get through.", 0 },
    { "You won't regret it!", 0 },
    { "Your meter reading has been updated on the account.", HEED_REPLY_ACTS },
    { "The parcel has been handed to the local courier.", HEED_REPLY_ACTS },
    { "Your case is now with our fraud department.", HEED_REPLY_ACTS },
    { "We were able to follow up with the bakery.", HEED_REPLY_ACTS },
    { "Just emailed you the form.", HEED_REPLY_ACTS },
    { "An adjustment was made to your October invoice.", HEED_REPLY_ACTS },
    { "We're moving your appointment to Tuesday morning.", HEED_REPLY_ACTS },
    { "We had a word with the driver.", HEED_REPLY_ACTS },
    { "The extra luggage is now on your booking.", HEED_REPLY_ACTS },
    { "Kindly assist with the stated issue.", HEED_REPLY_ACTS },
    { "A line test shows no fault at your house.", HEED_REPLY_ACTS },
    { "Looking into it!", HEED_REPLY_ACKNOWLEDGES },
    { "Checking this now.", HEED_REPLY_ACKNOWLEDGES },
    { "One moment while I look at your booking.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll let the depot manager know.", HEED_REPLY_ACKNOWLEDGES },
    { "We will share your idea with our garden team, and hopefully we'll sell it one day.", HEED_REPLY_ACKNOWLEDGES },
    { "We'll have this reviewed by our auditors.", HEED_REPLY_ACKNOWLEDGES },
    { "We'll make sure that your words about the crew on the night ferry are passed on.", HEED_REPLY_ACKNOWLEDGES },
    { "The developers know about this bug.", HEED_REPLY_ACKNOWLEDGES },
    { "Our engineers are still trying to find the cause.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll send it to our product team.", HEED_REPLY_ACKNOWLEDGES },
    { "I'll make sure that Craig sees this.", HEED_REPLY_ACKNOWLEDGES },
    { "We've received your DM and will reply there.", HEED_REPLY_PROMISES },
    { "We told our lab and they will be reaching out to you.", HEED_REPLY_PROMISES },
    { "An officer from our team will visit on Monday.", HEED_REPLY_PROMISES },
    { "Your concern was discussed and will be addressed.", HEED_REPLY_ACTS | HEED_REPLY_PROMISES },
    { "You will get your money back by Thursday.", HEED_REPLY_PROMISES },
    { "Someone will knock on your door between two and four.", HEED_REPLY_PROMISES },
    { "The engineer should be with you by noon.", HEED_REPLY_PROMISES },
    { "We'll be keeping everyone updated.", HEED_REPLY_PROMISES },
    { "Our crew will be out to mend the lamp on Monday.", HEED_REPLY_PROMISES },
    { "We're afraid you won't be eligible for that.", HEED_REPLY_REFUSES },
    { "That is not a feature.", HEED_REPLY_REFUSES },
    { "I wish we could open earlier, but the law is strict.", HEED_REPLY_REFUSES },
    { "You'd only be able to get this if you lived in Kent.", HEED_REPLY_REFUSES },
    { "For legal reasons only the account holder can change it.", HEED_REPLY_REFUSES },
    { "We have stopped making it.", HEED_REPLY_REFUSES },
    { "That's not something the council can mend.", HEED_REPLY_REFUSES },
    { "The bank does not comment on rumours.", HEED_REPLY_REFUSES },
    { "We haven't got any left.", HEED_REPLY_REFUSES },
    { "We regret the trouble we've caused.", 0 },
    { "Glad to hear that your problem has been fixed.", 0 },
    { "This fault has since been fixed.", 0 },
    { "We're digging your new hat!", 0 },
    { "We're working to perfect our soup.", 0 },
    { "We regret the hours you spent trying to fix it.", 0 },
    { "Is everything working on your side?", 0 },
    { "We'll be on the lookout for your note.", 0 },
    { "We'll have plenty of tea and cake.", 0 },
    { "DM us your number and we'll check.", 0 },
    { "Bring it to one of our shops and we'll replace it for you.", 0 },
    { "Email help@example.com and we'll refund the lamp.", 0 },
    { "We have your DM and will reply to you shortly.", HEED_REPLY_PROMISES },
    { "Let us know the town and we'll look into it.", 0 },
    { "We don't have any news on this yet.", 0 },
    { "Point of sale has nothing to do with it, only the size counts.", 0 },
    { "We were not able to reach you.", 0 },
  };
  const guint32 told = HEED_REPLY_ACTS | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PROMISES | HEED_REPLY_REFUSES;
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].reply);
      g_assert_cmphex (heed_classifier_read_kinds (classifier, cases[i].reply) & told, ==, cases[i].kinds);
    }
}

/* What no phrase names tells itself by what is left of it: statements answer, courtesies and calls do not. What is
 * offered behind a request is no promise, and nobody waits for what comes of feedback (S39 to S49). */
static void
test_left_over (void)
{
  static const struct
  {
    const char *reply;
    guint32 kinds;
    const char *primary;
  } cases[] = {
    { "The lift at the north entrance is open again from Monday.", HEED_REPLY_ANSWERS, "solves" },
    { "Unplug the box, wait a minute and plug it back in.", HEED_REPLY_ANSWERS, "solves" },
    { "Hi Ann, both cards work at every machine in town.", HEED_REPLY_ANSWERS, "solves" },
    { "We understand how annoying that must be.", HEED_REPLY_PLEASANTRY, "social" },
    { "If you need anything else, just let us know.", HEED_REPLY_PLEASANTRY, "social" },
    { "What a lovely cake your aunt has made for the whole street!", HEED_REPLY_PLEASANTRY, "social" },
    { "See you at the big lantern parade on the pier!", HEED_REPLY_PLEASANTRY, "social" },
    { "Did that help?", HEED_REPLY_PLEASANTRY, "social" },
    { "Drop us a DM. We'll get back to you today.", HEED_REPLY_ASKS_PRIVATE, "private" },
    { "We'll get back to you today.", HEED_REPLY_PROMISES, "working" },
    { "We'll pass your idea on to our bakers.", HEED_REPLY_ACKNOWLEDGES, "social" },
    { "Our engineers are looking into it.", HEED_REPLY_ACKNOWLEDGES, "working" },
    { "There's a signal failure at the north junction.", HEED_REPLY_ANSWERS, "solves" },
    { "Good afternoon, you'll get the badge once the season begins.", HEED_REPLY_ANSWERS, "solves" },
    { "It depends on the size of the room.", HEED_REPLY_ANSWERS, "solves" },
    { "Keep in mind that the last ferry leaves at dusk.", HEED_REPLY_ANSWERS, "solves" },
    { "You're only able to bring one small bag on board.", HEED_REPLY_ANSWERS, "solves" },
    { "The delay is due to a fallen tree near the bridge.", HEED_REPLY_ANSWERS, "solves" },
    { "Unfortunately, if the storm cuts the line, I cannot guarantee that the last photos of the day are kept.",
      HEED_REPLY_ANSWERS | HEED_REPLY_REFUSES, "refuses" },
    { "Is everything going well with your new lamp?", HEED_REPLY_PLEASANTRY, "social" },
    { "Have a great one, and give the dog a hug from all of us here.", HEED_REPLY_PLEASANTRY, "social" },
    { "Thanks for the tip. We're on it.", HEED_REPLY_ACKNOWLEDGES, "working" },
    { "Thanks! We see your DM and will respond there.", HEED_REPLY_ASKS_PRIVATE | HEED_REPLY_PROMISES, "working" },
    { "Which lamp do you have? For now, have a look here: https://lamps.example/help",
      HEED_REPLY_ASKS_DETAILS | HEED_REPLY_REDIRECTS, "asks" },
    { "Which lamp do you have? For now, see this guide: https://example.com/a",
      HEED_REPLY_ASKS_DETAILS | HEED_REPLY_REDIRECTS, "asks" },
    { "Have you seen the steps in this guide: https://example.com/a?", HEED_REPLY_ASKS_DETAILS | HEED_REPLY_REDIRECTS,
      "redirects" },
  };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyReading) reading = { 0 };

      heed_classifier_read (classifier, cases[i].reply, &reading);
      g_test_message ("%s", cases[i].reply);
      g_assert_cmphex (reading.kinds, ==, cases[i].kinds);
      g_assert_cmpstr (heed_reply_primary_to_string (reading.primary), ==, cases[i].primary);
      if (reading.kinds & HEED_REPLY_ACKNOWLEDGES)
        g_assert_cmpuint (reading.spans[g_bit_nth_lsf (HEED_REPLY_ACKNOWLEDGES, -1)].end, >, 0);
    }
}

static const char *const languages_with_list[] = { "de", "en", "es", "fi", "fr", "he", "id", "pl", NULL };

/* Each language by a sentence of its own; nothing is made up where there are no words. */
static void
test_languages (void)
{
  static const struct
  {
    const char *reply, *language;
  } cases[] = {
    { "Thank you, we have sent it to you.", "en" },
    { "Das tut uns leid, bitte schreib uns eine Nachricht.", "de" },
    { "Bonjour, merci de nous envoyer votre adresse.", "fr" },
    { "Hola, lamentamos lo que nos dices. Escríbenos por favor.", "es" },
    { "Dzień dobry, prosimy o wiadomość z numerem zamówienia.", "pl" },
    { "Hei, voit laittaa meille viestiä asiasta, kiitos.", "fi" },
    { "Halo kak, mohon maaf atas kendala ini.", "id" },
    { "היי, אנא שלחו לנו הודעה פרטית", "he" },
    { "Olá! Lamentamos. Por favor, envie-nos o número do pedido por mensagem direta.", "pt" },
    { "Bună ziua! Vă rugăm să ne trimiteți numărul comenzii.", "ro" },
    { "Selamat petang, kami akan semak dan maklumkan kembali kepada anda.", "ms" },
    { "Hej! Tråkigt att höra. Skicka gärna ett meddelande till oss.", "sv" },
    { "Det er vi kede af at høre. Send os gerne en besked.", "da" },
    { "Det beklager vi. Send oss gjerne en melding.", "no" },
    { "Dobrý den, to nás mrzí. Pošlete nám prosím číslo objednávky.", "cs" },
    { "Kérjük, küldje el nekünk üzenetben a rendelés számát.", "hu" },
    { "Tere! Vabandame. Palun saatke meile oma tellimuse number.", "et" },
    { "Hola, ho sentim molt. Si us plau, envia'ns el número de comanda.", "ca" },
    { "Hola, sentimos lo ocurrido. Por favor, envíanos el número de pedido.", "es" },
    { "No problem!", "en" },
    { "On it!", "en" },
    { "a", NULL },
    { "ok", NULL },
    { "^AB", NULL },
    { "😀😀", NULL },
    { "مرحبا", NULL },
    { "x", NULL },
    { "", NULL },
  };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyReading) reading = { 0 };

      heed_classifier_read (classifier, cases[i].reply, &reading);
      g_assert_cmpstr (reading.language, ==, cases[i].language);
      g_assert_cmpint (reading.kinds != 0, ==,
                       reading.language != NULL && g_strv_contains (languages_with_list, reading.language));
      g_assert_cmpint (reading.primary != HEED_REPLY_UNKNOWN, ==, reading.kinds != 0);
    }
}

/* What is not in the language of the word list is not understood, rather than misunderstood. */
static void
test_other_language (void)
{
  static const char *const replies[] = {
    "@ann Merhaba! Lütfen bize müşteri numaranızı özel mesajla gönderin.",
    "Olá! Envie uma mensagem direta com o seu número, por favor.",
    "Tere! Palun saatke meile oma tellimuse number.",
    "Budeme rádi za soukromou zprávu.",
    "https://example.com/a",
    "@ann @bob",
    "",
  };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    g_assert_cmphex (heed_classifier_read_kinds (classifier, replies[i]), ==, 0);
}

/* What no phrase names is settled sentence by sentence (docs/codebook.md). */
static void
test_unnamed (void)
{
  static const struct
  {
    const char *reply;
    guint32 kinds;
  } cases[] = {
    { "That is on the second floor of our shop.", HEED_REPLY_ANSWERS },
    { "Sorry! The green ones were painted in Norway.", HEED_REPLY_APOLOGISES | HEED_REPLY_ANSWERS },
    { "Hi! We're here to help.", HEED_REPLY_PLEASANTRY },
    { "Hello! That's not what we like to hear. We want to help.", HEED_REPLY_PLEASANTRY },
    { "Is the lamp red?", HEED_REPLY_ASKS_DETAILS },
    { "Hello, is the lamp next to the door red?", HEED_REPLY_ASKS_DETAILS },
    { "Hello, can we help?", HEED_REPLY_PLEASANTRY },
    { "So sorry! We want to help.", HEED_REPLY_APOLOGISES },
    { "The lights blink twice while it warms up. Is the lamp red?", HEED_REPLY_ANSWERS | HEED_REPLY_ASKS_DETAILS },
  };
  g_autoptr (HeedClassifier) classifier = new_classifier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].reply);
      g_assert_cmphex (heed_classifier_read_kinds (classifier, cases[i].reply), ==, cases[i].kinds);
    }
}

/* Neither broken text nor a very long one takes long or leaves the buffer. */
static void
test_hostile_text (void)
{
  g_autoptr (HeedClassifier) classifier = new_classifier ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, i % 2 == 0 ? "if you " : "can … send the ");
  heed_classifier_read_kinds (classifier, text->str);
  g_auto (HeedReplyReading) reading = { 0 };
  heed_classifier_read (classifier, text->str, &reading);
  memset (text->str, '!', text->len);
  heed_classifier_read_kinds (classifier, text->str);
  g_free (heed_classifier_read_signature (classifier, text->str));
  memset (text->str, '@', text->len);
  heed_classifier_read_kinds (classifier, text->str);
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) g_test_rand_int_range (1, 256);
      bytes[g_test_rand_int_range (0, sizeof bytes)] = '\0';
      bytes[sizeof bytes - 1] = '\0';
      g_auto (HeedReplyReading) noise = { 0 };
      heed_classifier_read (classifier, bytes, &noise);
      for (guint mark = 0; mark < HEED_N_REPLY_MARKS; mark++)
        if (noise.marks >> mark & 1)
          g_assert_cmpuint (noise.spans[mark].end, <=, strlen (bytes));
    }
}

/* S54: what customers say at the end, however short and in whichever language; and what only looks like it. */
static void
test_customers (void)
{
  static const char *const settled[] = {
    "ok, that worked 🙂",
    "It’s all sorted now",
    "it's working now, cheers",
    "thanks, sorted!",
    "brilliant, that worked",
    "Funktioniert wieder, danke",
    "Ça marche !",
    "seems to be working now",
    "the reset fixed it",
    "All good now, have a nice evening and thanks to your colleague for being so patient with me",
  };
  static const char *const thanks[] = {
    "Thanks!",  "@acme THANK YOU so much", "Vielen Dank, es geht.", "¡Gracias!",     "merci beaucoup",
    "תודה רבה", "Dziękuję bardzo",         "Terima kasih, kak",     "Kiitos paljon", "Cheers Ann",
  };
  static const char *const neither[] = {
    "",
    "🙂",
    "no thanks",
    "Thanks for nothing.",
    "thanks but it doesn't work",
    "I’m still waiting, thanks",
    "a thankless job",
    "Danke für nichts!",
    "party in the city",
    "Gracias por nada",
    "it works for others",
    "לא תודה",
    "Is it fixed now?",
    "It was working fine until yesterday",
    "this needs to be fixed",
    "when will this be sorted",
    "Thanks! DM sent",
    "Thank you, I will try that",
    "thanks for the quick reply",
    "Thanks, and what about the second parcel that left on Monday?",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClassifier) classifier = heed_classifier_new (&error);
  const guint64 confirms_bit = G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_CONFIRMS;
  const guint64 thanks_bit = G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_THANKS;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    if ((heed_classifier_read_customer (classifier, settled[i]) & confirms_bit) == 0)
      g_error ("not read as settled: %s", settled[i]);
  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    if (heed_classifier_read_customer (classifier, thanks[i]) != thanks_bit)
      g_error ("not read as nothing but thanks: %s", thanks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    if (heed_classifier_read_customer (classifier, neither[i]) != 0)
      g_error ("read as settled or thanks: %s", neither[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classifier/kinds", test_kinds);
  g_test_add_func ("/classifier/constructions", test_constructions);
  g_test_add_func ("/classifier/left-over", test_left_over);
  g_test_add_func ("/classifier/languages", test_languages);
  g_test_add_func ("/classifier/other-language", test_other_language);
  g_test_add_func ("/classifier/customers", test_customers);
  g_test_add_func ("/classifier/unnamed", test_unnamed);
  g_test_add_func ("/classifier/hostile-text", test_hostile_text);
  return g_test_run ();
}
