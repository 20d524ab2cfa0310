/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-about-me.h"
#include "heed-company-step.h"
#include "heed-date-row.h"
#include "heed-document-list.h"
#include "heed-flow.h"
#include "heed-formal-first.h"
#include "heed-new-case-dialog.h"
#include "heed-reference-item.h"

G_BEGIN_DECLS

/** The steps, from the first to the last; a draft remembers the one where it was left by its number. */
enum
{
  HEED_NEW_CASE_COMPANY,
  HEED_NEW_CASE_WHAT,
  HEED_NEW_CASE_WANT,
  HEED_NEW_CASE_EVIDENCE,
  HEED_NEW_CASE_N_STEPS,
};

/* heed-new-case-dialog.c is the window and the way through it, heed-new-case-form.c what is asked, heed-new-case-save.c
 * how it is kept. */
struct _HeedNewCaseDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  HeedIdentity *identity;
  GListStore *references;
  /* The number that was taken out last, and where it stood. */
  HeedReferenceItem *removed;
  guint removed_from;
  /* What was done before, to be stored with the case. */
  GPtrArray *noted;
  guint step;
  guint save_source;
  guint n_saving;
  gboolean is_filling;
  gboolean is_touched;
  gboolean is_stale;
  gboolean is_creating;
  gboolean is_closing;
  gboolean is_done;

  /* Whether changes are to be saved, while that is asked. */
  GtkWidget *question;

  /* What is marked as wrong, and where that is said; borrowed from the template. */
  GtkWidget *wrong_field;
  GtkLabel *wrong_label;

  GtkWidget *content;
  GtkButton *close_button;
  GtkLabel *step_label;
  GtkLabel *problem_label;
  GtkStack *stack;
  GtkButton *next_button;
  HeedCompanyStep *company_step;
  GtkTextView *what_view;
  GtkLabel *what_problem;
  GtkEditable *product_row;
  HeedDateRow *since_row;
  GtkLabel *since_problem;
  HeedFlow *want_box;
  GtkTextView *want_view;
  GtkLabel *want_problem;
  HeedDateRow *by_row;
  GtkEditable *amount_row;
  GtkSwitch *urgent_switch;
  GtkLabel *by_problem;
  GtkListBox *reference_list;
  GtkWidget *undo_box;
  GtkLabel *undo_label;
  GtkWidget *undo_button;
  HeedFormalFirst *formal_first;
  HeedDocumentList *documents;
  HeedAboutMe *about_me;
};

/* heed-new-case-form.c */
void heed_new_case_form_init (HeedNewCaseDialog *self);
void heed_new_case_form_show (HeedNewCaseDialog *self, const HeedFacts *facts);
void heed_new_case_form_read (HeedNewCaseDialog *self, HeedFacts *facts);
const char *heed_new_case_form_find_problem (HeedNewCaseDialog *self, guint step, GtkWidget **field, GtkLabel **label);
GtkWidget *heed_new_case_form_get_first_field (HeedNewCaseDialog *self, guint step);
void heed_new_case_form_add_reference (HeedNewCaseDialog *self, const char *value);
void heed_new_case_form_restore_reference (HeedNewCaseDialog *self);
void heed_new_case_form_want (HeedNewCaseDialog *self, const char *key);
void heed_new_case_form_update (HeedNewCaseDialog *self);

/* heed-new-case-save.c */
HeedCaseState heed_new_case_get_state (HeedNewCaseDialog *self);
void heed_new_case_load_identity (HeedNewCaseDialog *self);
void heed_new_case_save_later (HeedNewCaseDialog *self);
void heed_new_case_save_now (HeedNewCaseDialog *self);
void heed_new_case_create (HeedNewCaseDialog *self);
void heed_new_case_keep (HeedNewCaseDialog *self);

/* heed-new-case-dialog.c */
void heed_new_case_set_item (HeedNewCaseDialog *self, HeedCaseItem *item);
void heed_new_case_say (HeedNewCaseDialog *self, const char *sentence);
void heed_new_case_finish (HeedNewCaseDialog *self);

G_END_DECLS
