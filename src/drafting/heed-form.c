/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-form.h"

#include "heed-answer.h"
#include "heed-sentences.h"

static void
add_field (const HeedWriter *writer, GPtrArray *fields, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  HeedField *field = g_new0 (HeedField, 1);
  field->name = g_strdup (name);
  field->label = g_strdup (heed_phrases_get_word (writer->phrases, "fields", name));
  field->value = g_strdup (value);
  g_ptr_array_add (fields, field);
}

/**
 * heed_form_new_fields: what goes into which field of a web form, each to be copied by itself.
 *
 * Forms differ; a field that one has not is not needed there. To a company that asked for details only what it asked
 * for is given, which stands in the message, and the number of the matter.
 *
 * Returns: (transfer full) (element-type HeedField): those that the sheet has something for
 */
GPtrArray *
heed_form_new_fields (const HeedWriter *writer, const char *subject, const char *message)
{
  g_return_val_if_fail (writer != NULL && subject != NULL && message != NULL, NULL);

  const HeedFacts *facts = writer->facts;
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_field_free);

  if (!heed_answer_is_wanted (facts, writer->options->channel))
    {
      add_field (writer, fields, "name", facts->my_name);
      add_field (writer, fields, "email", facts->my_email);
      add_field (writer, fields, "phone", facts->my_phone);
      add_field (writer, fields, "postcode", facts->my_postcode);
      add_field (writer, fields, "address", facts->my_address);
      add_field (writer, fields, "product", facts->product);
    }
  add_field (writer, fields, "reference", reference != NULL ? reference->value : NULL);
  add_field (writer, fields, "subject", subject);
  add_field (writer, fields, "message", message);
  return fields;
}
