/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text is made of, over and over, that takes quadratic time where something is looked for anew from each place
 * of it. For the tests that such a text is read to its end, and for bench-large, which times it. */

#pragma once

static const char *const counted_units[] = { "a.",      "a-",      "a_",     "a.-",     "国",    "国.",
                                             "http://", "a.com/(", "@a@b.c", "👍‍", "xn--.", "a_a.com" };

static const char *const checked_units[] = { "1 ",         "12-",
                                             "1",          "a@b",
                                             "@",          "@a ",
                                             "https://a:", "<<",
                                             "[a",         "{",
                                             "X",          "!?",
                                             "A ",         "5 A ",
                                             "://a",       "account 1 ",
                                             "name ",      "Jl. A ",
                                             "street ",    "5 A Street ",
                                             "call me ",   "order 1 ",
                                             "国",         "\u200b1",
                                             "GB1",        "12-34-56 ",
                                             "M1 1AA ",    "boycott ",
                                             "as soon ",   "\xC3\xA9\xCC\x81",
                                             ") ",         "as ",
                                             "refund ",    "refund-",
                                             "and ",       "refund received ",
                                             "?",          "https://a.b/c^ ",
                                             "Roe ",       "99 88 " };
