/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the page of a case share. */

#pragma once

#include "heed-case-page-private.h"
#include "heed-test-pages.h"

#define DAY_S (24 * 60 * 60)

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  HeedCasePage *page;
  GtkWidget *window;
} Fixture;

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
HeedStepKind get_kind (Fixture *fixture);
guint get_n_events (Fixture *fixture);
guint get_n_shown (Fixture *fixture);
void activate (Fixture *fixture, const char *action);
