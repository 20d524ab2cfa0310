/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-facts.h"

#include "heed-classifier.h"

/* The channels that replies send to, in the words of the codebook. Another page or team is none by which to write. */
static const struct
{
  const char *target;
  const char *channel;
} targets[] = {
  { "phone", "phone" }, { "chat", "chat" },     { "email", "email" },
  { "form", "form" },   { "letter", "letter" }, { "store", "shop" },
};

/* Where a reply sends to; NULL where it leaves a choice, or names no place. */
static const char *
find_channel (const HeedReplyReading *reading)
{
  const char *channel = NULL;

  for (guint i = 0; i < HEED_N_REPLY_TARGETS; i++)
    for (guint k = 0; (reading->targets >> i & 1) != 0 && k < G_N_ELEMENTS (targets); k++)
      {
        if (!g_str_equal (targets[k].target, heed_reply_target_to_string (i)))
          continue;
        if (channel != NULL)
          return NULL;
        channel = targets[k].channel;
      }
  return channel;
}

/* A reply that does nothing but send elsewhere is a redirect, whatever it was taken for when it was noted. */
static void
read_redirect (const HeedClassifier *classifier, HeedEvent *event)
{
  const guint32 help = HEED_REPLY_ANSWERS | HEED_REPLY_ACTS;
  g_auto (HeedReplyReading) reading = { 0 };

  heed_classifier_read (classifier, event->text, &reading);
  if (event->outcome == HEED_OUTCOME_REPLY && reading.primary == HEED_REPLY_REDIRECTED && (reading.kinds & help) == 0)
    event->outcome = HEED_OUTCOME_REDIRECT;
  if (event->outcome == HEED_OUTCOME_REDIRECT)
    event->redirected_to = g_strdup (find_channel (&reading));
}

/* Each file once, by the name it has where it is sent. */
static void
add_enclosures (const GPtrArray *documents, GPtrArray *enclosures)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const HeedDocument *document = documents->pdata[i];
      g_autofree char *name = heed_document_dup_sent_name (documents, document);

      if (!document->is_left_out && !g_ptr_array_find_with_equal_func (enclosures, name, g_str_equal, NULL))
        g_ptr_array_add (enclosures, g_steal_pointer (&name));
    }
}

/**
 * heed_case_facts_new: the fact sheet of a case, with the attempts and promises that follow from its timeline, and
 * where the company sent the customer to, which its own words say. So a message can tell of having been sent in a
 * circle. What is sent along with a letter are the files of the case that are not left out.
 *
 * Returns: (transfer full): facts ready for drafting
 */
HeedFacts *
heed_case_facts_new (const HeedCase *the_case)
{
  g_return_val_if_fail (the_case != NULL, NULL);

  const HeedClassifier *classifier = heed_classifier_get_default (NULL);
  g_autoptr (HeedCase) read = heed_case_copy (the_case);

  for (guint i = 0; classifier != NULL && i < read->events->len; i++)
    {
      HeedEvent *event = read->events->pdata[i];
      if (event->kind == HEED_EVENT_RECEIVED && event->text != NULL && event->outcome >= HEED_OUTCOME_REDIRECT)
        read_redirect (classifier, event);
    }

  HeedFacts *facts = heed_case_dup_facts (read);
  add_enclosures (the_case->documents, facts->enclosures);
  return facts;
}
