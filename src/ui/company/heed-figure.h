/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"
#include "heed-table.h"

G_BEGIN_DECLS

/**
 * HeedFigure: the frame around what is drawn: its title, what it says and cannot say, itself as a table, as a picture.
 *
 * Properties: "title"; "help" (two sentences: how it is computed, what it cannot say); "chart" (what is drawn);
 * "below" (what belongs to it and is in no picture); "note" (its sample); "as-table".
 */
#define HEED_TYPE_FIGURE (heed_figure_get_type ())
G_DECLARE_FINAL_TYPE (HeedFigure, heed_figure, HEED, FIGURE, AdwBin)

void heed_figure_set_table (HeedFigure *self, HeedTableData *data);
void heed_figure_set_source (HeedFigure *self, const HeedScorecard *scorecard);
char *heed_figure_dup_caption (HeedFigure *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_figure_save (HeedFigure *self, GFile *file, GError **error);

G_END_DECLS
