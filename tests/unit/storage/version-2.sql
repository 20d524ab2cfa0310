-- SPDX-FileCopyrightText: The Heed authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A store as version 2 left it: one of version 1 that took its step. Never edited: it stands for the files people have.
CREATE TABLE accounts (  id INTEGER PRIMARY KEY AUTOINCREMENT,  network TEXT NOT NULL,  remote_id TEXT NOT NULL,  handle TEXT NOT NULL,  server TEXT,  server_id TEXT,  url TEXT,  display_name TEXT,  bio TEXT,  proven_links TEXT,  moved_to TEXT,  created_at INTEGER NOT NULL,  last_post_at INTEGER NOT NULL,  automated INTEGER NOT NULL,  company TEXT,  observed_at INTEGER NOT NULL,  cursor TEXT,  sees_unanswered INTEGER NOT NULL,  caveats TEXT,  is_sample INTEGER NOT NULL,  UNIQUE (network, remote_id));
CREATE TABLE posts (  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,  id TEXT NOT NULL,  parents TEXT,  author TEXT NOT NULL,  author_handle TEXT,  addressees TEXT,  text TEXT,  url TEXT,  language TEXT,  created_at INTEGER NOT NULL,  from_company INTEGER NOT NULL,  found_by_answer INTEGER NOT NULL,  PRIMARY KEY (account_id, id));
CREATE INDEX posts_by_time ON posts (account_id, created_at);
CREATE TABLE cases (  id INTEGER PRIMARY KEY AUTOINCREMENT,  title TEXT,  state TEXT NOT NULL,  created_at INTEGER NOT NULL,  closed_at INTEGER NOT NULL,  is_sample INTEGER NOT NULL,  company TEXT,  company_email TEXT,  my_name TEXT,  my_email TEXT,  my_phone TEXT,  my_postcode TEXT,  my_address TEXT,  what_happened TEXT,  since INTEGER NOT NULL,  product TEXT,  amount REAL NOT NULL,  currency TEXT,  want TEXT,  want_by INTEGER NOT NULL,  urgent INTEGER NOT NULL,  language TEXT);
CREATE TABLE case_handles (  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,  network TEXT NOT NULL,  handle TEXT NOT NULL,  PRIMARY KEY (case_id, network));
CREATE TABLE case_references (  id INTEGER PRIMARY KEY,  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,  kind TEXT NOT NULL,  value TEXT NOT NULL,  is_private INTEGER NOT NULL);
CREATE INDEX case_references_by_case ON case_references (case_id);
CREATE TABLE events (  id INTEGER PRIMARY KEY AUTOINCREMENT,  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,  kind TEXT NOT NULL,  at INTEGER NOT NULL,  channel TEXT,  network TEXT,  account TEXT,  text TEXT,  url TEXT,  outcome TEXT NOT NULL,  reference TEXT,  agent TEXT,  promise TEXT,  promise_due INTEGER NOT NULL,  promise_kept INTEGER NOT NULL);
CREATE INDEX events_by_case ON events (case_id, at);
CREATE TABLE drafts (  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,  channel TEXT NOT NULL,  network TEXT NOT NULL,  text TEXT NOT NULL,  updated_at INTEGER NOT NULL,  PRIMARY KEY (case_id, channel, network));
CREATE TABLE identity (  name TEXT PRIMARY KEY,  value TEXT NOT NULL);
INSERT INTO accounts VALUES (1, 'mastodon', 'https://norfolk.example/users/care', 'care@norfolk.example', 'https://norfolk.example', '42', 'https://norfolk.example/@care', 'Norfolk Care', 'Here to help', '["https://www.norfolk.example"]', NULL, 1700000000, 1772600000, 0, 'Norfolk Broadband', 1772700000, 'abc', 1, '["Replies on one server could not be read."]', 0);
INSERT INTO posts VALUES (1, 'p1', NULL, 'u1', 'ann@example.social', '["https://norfolk.example/users/care"]', 'No line.', NULL, 'en', 1772500000, 0, 0);
INSERT INTO posts VALUES (1, 'p2', '["p1"]', 'https://norfolk.example/users/care', 'care@norfolk.example', NULL, 'Sorry. ^Claire', NULL, 'en', 1772500600, 1, 0);
INSERT INTO cases VALUES (3, 'Line down since Tuesday', 'open', 1772500000, 0, 0, 'Norfolk Broadband', 'help@norfolk.example', 'Ann Example', 'ann@example.org', NULL, 'NR1 1AA', NULL, 'No line since Tuesday.', 1772323200, 'Fibre 80', 29.99, 'GBP', 'An engineer', 0, 0, 'en');
INSERT INTO case_handles VALUES (3, 'mastodon', 'care@norfolk.example');
INSERT INTO case_references VALUES (1, 3, 'case', 'NB-4711', 0);
INSERT INTO events VALUES (1, 3, 'sent', 1772500000, 'public', 'mastodon', 'care@norfolk.example', 'No line.', NULL, 'none', NULL, NULL, NULL, 0, 0);
INSERT INTO events VALUES (2, 3, 'received', 1772500600, 'public', 'mastodon', 'care@norfolk.example', 'An engineer comes on Saturday. ^Claire', NULL, 'reply', 'NB-4711', 'Claire', 'An engineer comes', 1772841600, 0);
INSERT INTO drafts VALUES (3, 'email', '', 'Dear all', 1772500700);
INSERT INTO identity VALUES ('name', 'Ann Example');
ALTER TABLE posts ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
INSERT INTO posts VALUES (1, 'p3', NULL, 'https://norfolk.example/users/care', 'care@norfolk.example', NULL, 'We are here from 8 to 6.', NULL, 'en', 1772500900, 1, 0, 1);
PRAGMA user_version = 2;
