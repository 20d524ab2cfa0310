/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case-item.h"
#include "heed-check.h"
#include "heed-company-item.h"
#include "heed-deleted-company.h"
#include "heed-snippet-item.h"
#include "heed-track.h"

G_BEGIN_DECLS

/**
 * HeedLibrary: the cases, companies and snippets of the store, as lists the views bind to.
 *
 * All writing goes through it, so that every view sees the change. Errors are
 * the store's, each a sentence for the person.
 */
#define HEED_TYPE_LIBRARY (heed_library_get_type ())
G_DECLARE_FINAL_TYPE (HeedLibrary, heed_library, HEED, LIBRARY, GObject)

HeedLibrary *heed_library_new (HeedContext *context) G_GNUC_WARN_UNUSED_RESULT;
HeedContext *heed_library_get_context (HeedLibrary *self);
GListModel *heed_library_get_cases (HeedLibrary *self);
GListModel *heed_library_get_companies (HeedLibrary *self);
GListModel *heed_library_get_snippets (HeedLibrary *self);
gboolean heed_library_is_empty (HeedLibrary *self);
gboolean heed_library_has_sample (HeedLibrary *self);
HeedCaseItem *heed_library_find_case (HeedLibrary *self, gint64 id);
HeedCompanyItem *heed_library_find_company (HeedLibrary *self, const char *name);
HeedAccountItem *heed_library_find_account (HeedLibrary *self, const char *network, const char *handle);
HeedSnippetItem *heed_library_find_snippet (HeedLibrary *self, gint64 id);
void heed_library_set_settings (HeedLibrary *self, const HeedSettings *settings);

void heed_library_load_async (HeedLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean heed_library_load_finish (HeedLibrary *self, GAsyncResult *result, GError **error);
void heed_library_reload (HeedLibrary *self);
void heed_library_pass_time (HeedLibrary *self);

void heed_library_save_case_async (HeedLibrary *self, const HeedCase *the_case, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
HeedCaseItem *heed_library_save_case_finish (HeedLibrary *self, GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_library_add_event_async (HeedLibrary *self, HeedCaseItem *item, const HeedEvent *event,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 heed_library_add_event_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_delete_event_async (HeedLibrary *self, HeedCaseItem *item, gint64 event_id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_delete_event_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_set_promise_kept_async (HeedLibrary *self, HeedCaseItem *item, gint64 event_id, gboolean kept,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_set_promise_kept_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_close_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_close_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_reopen_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
void heed_library_undo_close_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_reopen_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_delete_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
HeedDeletedCase *heed_library_delete_case_finish (HeedLibrary *self, GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_library_restore_case_async (HeedLibrary *self, HeedDeletedCase *deleted, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
HeedCaseItem *heed_library_restore_case_finish (HeedLibrary *self, GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_library_add_document_async (HeedLibrary *self, HeedCaseItem *item, GFile *file, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
void heed_library_copy_document_async (HeedLibrary *self, HeedCaseItem *item, GFile *file,
                                       GFileProgressCallback progress, gpointer progress_data,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_add_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_delete_document_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_delete_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_restore_document_async (HeedLibrary *self, HeedCaseItem *item, const HeedDocument *document,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_restore_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_set_document_note_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id, const char *note,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_set_document_note_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_set_document_left_out_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id,
                                               gboolean is_left_out, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_set_document_left_out_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_delete_company_async (HeedLibrary *self, HeedCompanyItem *item, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
HeedDeletedCompany *heed_library_delete_company_finish (HeedLibrary *self, GAsyncResult *result,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_library_restore_company_async (HeedLibrary *self, HeedDeletedCompany *deleted, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
HeedCompanyItem *heed_library_restore_company_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_save_snippet_async (HeedLibrary *self, const HeedSnippet *snippet, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_save_snippet_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

void heed_library_delete_snippet_async (HeedLibrary *self, gint64 id, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_delete_snippet_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

HeedCompanyItem *heed_library_take_checked (HeedLibrary *self, HeedChecked *checked);

G_END_DECLS
