/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"
#include "heed-open-hours.h"

G_BEGIN_DECLS

/** HeedTurn: who has to do something next. */
typedef enum
{
  HEED_TURN_YOURS,
  HEED_TURN_THEIRS,
  HEED_TURN_NOBODYS,
} HeedTurn;

/**
 * HeedStepKind: what to do.
 * @HEED_STEP_FINISH: fill in the fact sheet
 * @HEED_STEP_OPEN_OFFICIAL: write to the company's own support first, to get a case number
 * @HEED_STEP_WRITE: write the first message
 * @HEED_STEP_WAIT: nothing until the date
 * @HEED_STEP_ANSWER: answer what they asked
 * @HEED_STEP_NUDGE: follow up on the same channel
 * @HEED_STEP_NEXT_CHANNEL: write on another channel
 * @HEED_STEP_REMIND_PROMISE: quote the promise that was not kept
 * @HEED_STEP_NONE: the case is closed
 */
typedef enum
{
  HEED_STEP_FINISH,
  HEED_STEP_OPEN_OFFICIAL,
  HEED_STEP_WRITE,
  HEED_STEP_WAIT,
  HEED_STEP_ANSWER,
  HEED_STEP_NUDGE,
  HEED_STEP_NEXT_CHANNEL,
  HEED_STEP_REMIND_PROMISE,
  HEED_STEP_NONE,
} HeedStepKind;

/**
 * HeedNextStep: what to do now, by which channel, when, and why.
 * @due: Unix seconds; 0 for a step without a date
 * @title: one sentence for the card, translated
 * @reasons: (element-type utf8): sentences, most important first
 */
typedef struct
{
  HeedStepKind kind;
  HeedTurn turn;
  char *channel;
  char *network;
  char *account;
  gint64 due;
  char *title;
  GPtrArray *reasons;
} HeedNextStep;

HeedNextStep *heed_next_step_new (const HeedCase *the_case, const HeedOpenHours *hours,
                                  gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void heed_next_step_free (HeedNextStep *step);
const char *heed_step_kind_to_string (HeedStepKind kind);
const char *heed_turn_to_string (HeedTurn turn);
void heed_case_get_waiting (const HeedCase *the_case, gint64 now, gint64 *theirs_s, gint64 *yours_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedNextStep, heed_next_step_free)

G_END_DECLS
