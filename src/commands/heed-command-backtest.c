/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>

#include "heed-backtest.h"
#include "heed-command-gather.h"
#include "heed-command-json.h"
#include "heed-week.h"
#include "heed-wording.h"

static char *archive;
static char *company;
static gboolean as_json;

static void
add_calibration (GString *json, const GArray *calibration)
{
  heed_command_json_begin_array (json, "calibration");
  for (guint i = 0; i < calibration->len; i++)
    {
      const HeedCalibration *bin = &g_array_index (calibration, HeedCalibration, i);

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_number (json, "predicted", bin->predicted);
      heed_command_json_add_number (json, "observed", bin->observed);
      heed_command_json_add_count (json, "n", bin->n);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
print_json (HeedCommandLine *line, const HeedBacktest *backtest)
{
  g_autoptr (GString) json = g_string_new (NULL);

  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_count (json, "train", backtest->train);
  heed_command_json_add_count (json, "test", backtest->test);
  heed_command_json_begin_object (json, "rate_within_1h");
  heed_command_json_add_share (json, "advised", backtest->advised_within);
  heed_command_json_add_share (json, "all", backtest->all_within);
  heed_command_json_end_object (json);
  heed_command_json_begin_object (json, "median_s");
  heed_command_json_add_number (json, "advised", backtest->advised_median_s);
  heed_command_json_add_number (json, "all", backtest->all_median_s);
  heed_command_json_end_object (json);
  heed_command_json_add_number (json, "gain", backtest->gain);
  heed_command_json_add_number (json, "gain_low", backtest->gain_low);
  heed_command_json_add_number (json, "gain_high", backtest->gain_high);
  add_calibration (json, backtest->calibration);
  heed_command_json_add_number (json, "brier", backtest->brier);
  heed_command_json_add_number (json, "brier_baseline", backtest->brier_baseline);
  heed_command_json_end_object (json);
  heed_command_json_print (line, json);
}

static void
print_gain (HeedCommandLine *line, const HeedBacktest *backtest)
{
  if (isnan (backtest->gain))
    {
      heed_command_print (line, "%s\n",
                          _ ("No hour stood out, or nobody wrote in those that did: the gain is not known."));
      return;
    }
  g_autofree char *advised = heed_wording_share (backtest->advised_within);
  g_autofree char *all = heed_wording_share (backtest->all_within);

  /* Translators: two shares with their intervals, such as "63 % (54–71 %)". */
  heed_command_print (line, _ ("Answered within an hour: %s in advised hours, %s in all."), advised, all);
  heed_command_print (line, "\n");
  heed_command_print (line, _ ("Gain: %+.1f points (95 %% interval %+.1f to %+.1f)."), 100 * backtest->gain,
                      100 * backtest->gain_low, 100 * backtest->gain_high);
  heed_command_print (line, "\n%s\n",
                      backtest->gain_low > 0 ? _ ("So the hour matters, and “heedctl advise” names the best ones.")
                                             : _ ("So no better hour can be told from chance."));
}

static void
print_text (HeedCommandLine *line, const HeedBacktest *backtest, gboolean sees_silence)
{
  heed_command_print (line, _ ("Learned from %u messages, judged by the %u after them."), backtest->train,
                      backtest->test);
  heed_command_print (line, "\n");
  if (!sees_silence)
    heed_command_print (line, "%s\n",
                        _ ("How many got no answer cannot be seen here: all shares are of the answered messages."));
  print_gain (line, backtest);
  heed_command_print (line, "\n%s\n", _ ("Forecast and what came of it:"));
  for (guint i = 0; i < backtest->calibration->len; i++)
    {
      const HeedCalibration *bin = &g_array_index (backtest->calibration, HeedCalibration, i);

      heed_command_print (line, "  %3.0f %%  %3.0f %%  n = %u\n", 100 * bin->predicted, 100 * bin->observed, bin->n);
    }
  heed_command_print (line, _ ("Brier score %.3f; %.3f with one forecast for all hours."), backtest->brier,
                      backtest->brier_baseline);
  heed_command_print (line, "\n");
}

static int
run (HeedCommandLine *line, char **args)
{
  g_autoptr (GError) error = NULL;

  if (archive == NULL || company == NULL || args[0] != NULL)
    return heed_command_usage (_ ("Give “--archive FILE” and “--company NAME” together."));
  g_autoptr (GPtrArray) all = heed_command_gather_archive (archive, company, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      heed_command_say (_ ("Stopped. Nothing of an archive is kept; try it again to see its figures."));
      return HEED_EXIT_FAILED;
    }
  if (all == NULL)
    return heed_command_fail (error);

  const HeedChecked *checked = all->pdata[0];
  gboolean sees_silence = checked->scorecard->verdict != HEED_VERDICT_UNKNOWN;
  g_autoptr (GTimeZone) zone = heed_week_new_zone (checked->scorecard->timezone);
  g_autoptr (HeedBacktest) backtest = heed_backtest_new (checked->set, sees_silence, zone, &error);
  if (backtest == NULL)
    return heed_command_fail (error);
  if (as_json)
    print_json (line, backtest);
  else
    print_text (line, backtest, sees_silence);
  return HEED_EXIT_DONE;
}

static const GOptionEntry entries[] = {
  { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("Read conversations from a CSV or JSON lines file, plain, .gz or .xz"), N_ ("FILE") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("The company of the archive"), N_ ("NAME") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { NULL },
};

const HeedCommand heed_command_backtest = {
  .name = "backtest",
  .usage = N_ ("--archive FILE --company NAME"),
  .summary = N_ ("Try on the past whether advised hours get more answers"),
  .description = N_ (
    "Learns good hours from the earlier 70 % of a company's messages, as they were known at that moment, "
    "and prints how the rest of them fared: in advised hours and in all, with the interval of the "
    "difference, and how true the forecasts came. The same is done before “heedctl advise” names an "
    "hour."),
  .options = entries,
  .run = run,
};
