/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"

G_BEGIN_DECLS

/**
 * HeedRung: one way to reach the company; one step of the ladder from channel to channel.
 * @channel: "public" or "email"
 * @network: (nullable)
 * @account: the handle or address
 */
typedef struct
{
  const char *channel;
  char *network;
  char *account;
} HeedRung;

GPtrArray *heed_ladder_new (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
char *heed_ladder_dup_title (const char *channel, const char *network) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
