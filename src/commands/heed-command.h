/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdio.h>

#include "heed-environment.h"

G_BEGIN_DECLS

/**
 * HeedCommandLine: what every command is given.
 * @out: standard output; diagnostics go to standard error with heed_command_fail()
 */
typedef struct
{
  FILE *out;
} HeedCommandLine;

/**
 * HeedCommand: one word of heedctl.
 * @name: the word
 * @usage: what follows it, as "--help" and the manual page show it
 * @summary: one line
 * @description: (nullable): the rest of "--help" and of the manual page
 * @options: (nullable): a copy is parsed; arg_data point to static storage of the command's file
 * @run: the exit status; @args are what is left beside the options
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  int (*run) (HeedCommandLine *line, char **args);
} HeedCommand;

enum
{
  HEED_EXIT_DONE = 0,
  HEED_EXIT_FAILED = 1,
  HEED_EXIT_USAGE = 2,
};

/* The commands, one file each. */
extern const HeedCommand heed_command_advise;
extern const HeedCommand heed_command_backtest;
extern const HeedCommand heed_command_case;
extern const HeedCommand heed_command_check;
extern const HeedCommand heed_command_classify;
extern const HeedCommand heed_command_count;
extern const HeedCommand heed_command_draft;
extern const HeedCommand heed_command_sample;
extern const HeedCommand heed_command_similar;

int heed_commands_main (int argc, char **argv);
void heed_command_print_manual (FILE *out, const HeedCommand *const *commands);

/**
 * HeedCommandLineFunc: does what a command does with one line of its input.
 * @text: the line, zero-terminated, with its end
 * @length: its bytes, the end too
 */
typedef gboolean (*HeedCommandLineFunc) (const char *text, gsize length, gpointer user_data, GError **error);

int heed_command_read_lines (HeedCommandLineFunc func, gpointer user_data);
char *heed_command_dup_plain (const char *text, gboolean on_one_line) G_GNUC_WARN_UNUSED_RESULT;
void heed_command_print (HeedCommandLine *line, const char *format, ...) G_GNUC_PRINTF (2, 3);
void heed_command_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
int heed_command_fail (const GError *error);
int heed_command_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
