/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case-page.h"
#include "heed-company-page.h"
#include "heed-composer.h"
#include "heed-sidebar.h"
#include "heed-window.h"

G_BEGIN_DECLS

/* heed-window.c is what the window shows, heed-window-removals.c what goes and comes back with Undo. */
struct _HeedWindow
{
  AdwApplicationWindow parent_instance;

  HeedLibrary *library;
  GCancellable *cancellable;
  GSettings *settings;
  /* What can be put back: of HeedDeletedCase and of HeedDeletedCompany. */
  GPtrArray *deleted_cases;
  GPtrArray *deleted_companies;
  GObject *shown;
  guint check_source;
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  HeedSidebar *sidebar;
  GtkStack *pages;
  AdwStatusPage *broken;
  /* NULL until they are first needed. */
  HeedCasePage *case_page;
  HeedCompanyPage *company_page;
  HeedComposer *composer;
};

/* heed-window.c */
void heed_window_say (HeedWindow *self, const char *sentence);
void heed_window_say_error (HeedWindow *self, const GError *error);
void heed_window_load (HeedWindow *self);

/* heed-window-removals.c */
void heed_window_install_removals (GtkWidgetClass *widget_class);

G_END_DECLS
