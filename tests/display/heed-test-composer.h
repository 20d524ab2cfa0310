/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the page where a message is written share. */

#pragma once

#include "heed-composer-private.h"
#include "heed-test-pages.h"

#define PRIVATE_NUMBER "0042-991-77"

#define ADD(name, func) g_test_add ("/composer/" name, Fixture, NULL, set_up, func, tear_down)

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  HeedComposer *page;
  GtkWidget *window;
} Fixture;

HeedComposer *create_page (Fixture *fixture, const char *channel, const char *network);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
char *dup_text (Fixture *fixture);
void type (Fixture *fixture, const char *text);
void put_reply (Fixture *fixture, const char *channel, const char *text);
