/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-migrations.h"

/* The index over the columns of a table, and what keeps it. @id is what the table calls its rows, @old and @new are the
 * columns before and after a change. */
/* clang-format off */
#define SEARCH_INDEX(table, id, columns, old, new)                                                                     \
  "CREATE VIRTUAL TABLE " table "_search USING fts5 (" columns ", content = '" table "', content_rowid = '" id "', "   \
  "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5');"                                                  \
  "CREATE TRIGGER " table "_search_insert AFTER INSERT ON " table " BEGIN"                                             \
  "  INSERT INTO " table "_search (rowid, " columns ") VALUES (new." id ", " new ");"                                  \
  "END;"                                                                                                               \
  "CREATE TRIGGER " table "_search_delete AFTER DELETE ON " table " BEGIN"                                             \
  "  INSERT INTO " table "_search (" table "_search, rowid, " columns ") VALUES ('delete', old." id ", " old ");"      \
  "END;"                                                                                                               \
  "CREATE TRIGGER " table "_search_update AFTER UPDATE ON " table " WHEN (" old ") IS NOT (" new ") BEGIN"             \
  "  INSERT INTO " table "_search (" table "_search, rowid, " columns ") VALUES ('delete', old." id ", " old ");"      \
  "  INSERT INTO " table "_search (rowid, " columns ") VALUES (new." id ", " new ");"                                  \
  "END;"                                                                                                               \
  "INSERT INTO " table "_search (" table "_search) VALUES ('rebuild');"
/* clang-format on */

/* Step n brings a file from version n to n + 1. A step that was once released is never changed: files exist that have
 * been through it. Times are Unix seconds, 0 for none; lists are JSON arrays. */
static const char *const migrations[] = {
  /* 1 */
  "CREATE TABLE accounts ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  network TEXT NOT NULL,"
  "  remote_id TEXT NOT NULL,"
  "  handle TEXT NOT NULL,"
  "  server TEXT,"
  "  server_id TEXT,"
  "  url TEXT,"
  "  display_name TEXT,"
  "  bio TEXT,"
  "  proven_links TEXT,"
  "  moved_to TEXT,"
  "  created_at INTEGER NOT NULL,"
  "  last_post_at INTEGER NOT NULL,"
  "  automated INTEGER NOT NULL,"
  "  company TEXT,"
  "  observed_at INTEGER NOT NULL,"
  "  cursor TEXT,"
  "  sees_unanswered INTEGER NOT NULL,"
  "  caveats TEXT,"
  "  is_sample INTEGER NOT NULL,"
  "  UNIQUE (network, remote_id)"
  ");"
  "CREATE TABLE posts ("
  "  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,"
  "  id TEXT NOT NULL,"
  "  parents TEXT,"
  "  author TEXT NOT NULL,"
  "  author_handle TEXT,"
  "  addressees TEXT,"
  "  text TEXT,"
  "  url TEXT,"
  "  language TEXT,"
  "  created_at INTEGER NOT NULL,"
  "  from_company INTEGER NOT NULL,"
  "  found_by_answer INTEGER NOT NULL,"
  "  PRIMARY KEY (account_id, id)"
  ");"
  "CREATE INDEX posts_by_time ON posts (account_id, created_at);"
  "CREATE TABLE cases ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  title TEXT,"
  "  state TEXT NOT NULL,"
  "  created_at INTEGER NOT NULL,"
  "  closed_at INTEGER NOT NULL,"
  "  is_sample INTEGER NOT NULL,"
  "  company TEXT,"
  "  company_email TEXT,"
  "  my_name TEXT,"
  "  my_email TEXT,"
  "  my_phone TEXT,"
  "  my_postcode TEXT,"
  "  my_address TEXT,"
  "  what_happened TEXT,"
  "  since INTEGER NOT NULL,"
  "  product TEXT,"
  "  amount REAL NOT NULL,"
  "  currency TEXT,"
  "  want TEXT,"
  "  want_by INTEGER NOT NULL,"
  "  urgent INTEGER NOT NULL,"
  "  language TEXT"
  ");"
  "CREATE TABLE case_handles ("
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  network TEXT NOT NULL,"
  "  handle TEXT NOT NULL,"
  "  PRIMARY KEY (case_id, network)"
  ");"
  "CREATE TABLE case_references ("
  "  id INTEGER PRIMARY KEY,"
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  kind TEXT NOT NULL,"
  "  value TEXT NOT NULL,"
  "  is_private INTEGER NOT NULL"
  ");"
  "CREATE INDEX case_references_by_case ON case_references (case_id);"
  "CREATE TABLE events ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  kind TEXT NOT NULL,"
  "  at INTEGER NOT NULL,"
  "  channel TEXT,"
  "  network TEXT,"
  "  account TEXT,"
  "  text TEXT,"
  "  url TEXT,"
  "  outcome TEXT NOT NULL,"
  "  reference TEXT,"
  "  agent TEXT,"
  "  promise TEXT,"
  "  promise_due INTEGER NOT NULL,"
  "  promise_kept INTEGER NOT NULL"
  ");"
  "CREATE INDEX events_by_case ON events (case_id, at);"
  "CREATE TABLE drafts ("
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  channel TEXT NOT NULL,"
  "  network TEXT NOT NULL,"
  "  text TEXT NOT NULL,"
  "  updated_at INTEGER NOT NULL,"
  "  PRIMARY KEY (case_id, channel, network)"
  ");"
  "CREATE TABLE identity ("
  "  name TEXT PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ");",
  /* 2: posts that an account keeps at the top of its profile */
  "ALTER TABLE posts ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;",
  /* 3: words to search by. The texts stay where they are: these are indexes beside them, kept by triggers whoever
   * writes. What is typed is looked up as it grows, so the beginnings of words are indexed, too. */
  SEARCH_INDEX ("cases", "id", "title, company, what_happened, product, want",
                "old.title, old.company, old.what_happened, old.product, old.want",
                "new.title, new.company, new.what_happened, new.product, new.want")
    SEARCH_INDEX ("case_references", "id", "value", "old.value", "new.value")
      SEARCH_INDEX ("events", "id", "text, account, reference, agent, promise",
                    "old.text, old.account, old.reference, old.agent, old.promise",
                    "new.text, new.account, new.reference, new.agent, new.promise")
        SEARCH_INDEX ("posts", "rowid", "text, author_handle", "old.text, old.author_handle",
                      "new.text, new.author_handle"),
  /* 4: files that belong to a case, and the step where asking for its facts was left */
  "CREATE TABLE documents ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  name TEXT NOT NULL,"
  "  file TEXT NOT NULL,"
  "  type TEXT,"
  "  size INTEGER NOT NULL,"
  "  added_at INTEGER NOT NULL,"
  "  note TEXT"
  ");"
  "CREATE INDEX documents_by_case ON documents (case_id);"
  "ALTER TABLE cases ADD COLUMN left_at INTEGER NOT NULL DEFAULT 0;",
  /* 5: lines that the messages of a case may have; the hours of a call are minutes since midnight */
  "ALTER TABLE cases ADD COLUMN asks_when INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN call_is_wanted INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN call_on INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN call_from INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN call_to INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN customer_since INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE cases ADD COLUMN consequence TEXT;"
  "ALTER TABLE cases ADD COLUMN thanks_to TEXT;",
  /* 6: texts of the user's own, to be put into any message */
  "CREATE TABLE snippets ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  name TEXT NOT NULL,"
  "  text TEXT NOT NULL,"
  "  language TEXT NOT NULL,"
  "  is_private INTEGER NOT NULL"
  ");",
  /* 7: the rest of the sheet, and how the messages of a case are written */
  "ALTER TABLE cases ADD COLUMN company_address TEXT;"
  "ALTER TABLE cases ADD COLUMN want_kind TEXT;"
  "ALTER TABLE cases ADD COLUMN enclosures TEXT;"
  "ALTER TABLE cases ADD COLUMN tone TEXT;"
  "ALTER TABLE cases ADD COLUMN message_language TEXT;"
  "ALTER TABLE cases ADD COLUMN may_thread INTEGER NOT NULL DEFAULT 0;"
  "CREATE TABLE case_details ("
  "  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  detail TEXT NOT NULL,"
  "  value TEXT NOT NULL,"
  "  PRIMARY KEY (case_id, detail)"
  ");"
  "ALTER TABLE drafts ADD COLUMN subject TEXT;",
  /* 8: files of a case that its letters do not enclose */
  "ALTER TABLE documents ADD COLUMN is_left_out INTEGER NOT NULL DEFAULT 0;",
  NULL,
};

/** heed_migrations_get_newest: the version this program brings every file to. */
int
heed_migrations_get_newest (void)
{
  return (int) G_N_ELEMENTS (migrations) - 1;
}

/** heed_migrations_run: brings @database to the newest version. */
gboolean
heed_migrations_run (HeedDatabase *database, GError **error)
{
  return heed_migrations_run_steps (database, migrations, error);
}

static gboolean
run_step (HeedDatabase *database, const char *const *steps, int n_steps, gboolean *is_done, GError **error)
{
  int version;

  /* Asked again inside the transaction: another program may have taken the same step meanwhile. */
  if (!heed_database_get_version (database, &version, error))
    return FALSE;
  *is_done = version >= n_steps;
  if (*is_done)
    return TRUE;

  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version + 1);
  return heed_database_execute (database, steps[version], error) && heed_database_execute (database, mark, error);
}

/**
 * heed_migrations_run_steps: takes the steps that @database has not been through, each in a transaction of its own, so
 * that a failure or a power cut leaves it at a whole version.
 * @steps: %NULL-terminated SQL
 */
gboolean
heed_migrations_run_steps (HeedDatabase *database, const char *const *steps, GError **error)
{
  int n_steps = (int) g_strv_length ((char **) steps);
  int version;
  gboolean is_done;

  if (!heed_database_get_version (database, &version, error))
    return FALSE;
  is_done = version >= n_steps;
  while (!is_done)
    {
      if (!heed_database_begin (database, error))
        return FALSE;
      if (!run_step (database, steps, n_steps, &is_done, error))
        {
          heed_database_roll_back (database);
          return FALSE;
        }
      if (!heed_database_commit (database, error))
        return FALSE;
    }
  return TRUE;
}
