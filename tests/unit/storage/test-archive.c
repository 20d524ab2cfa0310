/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <lzma.h>
#include <string.h>

#include "heed-archive.h"
#include "heed-error.h"

#define HEADER "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
#define AT "Tue Oct 31 22:10:47 +0000 2017"
#define AT_UNIX 1509487847

typedef struct
{
  GPtrArray *posts;
  GHashTable *left_out;
  guint n_left_out;
} Read;

static void
take_post (const HeedPost *post, gpointer user_data)
{
  g_ptr_array_add (((Read *) user_data)->posts, heed_post_copy (post));
}

static void
take_left_out (const char *why, guint n, gpointer user_data)
{
  Read *read = user_data;

  read->n_left_out += n;
  g_hash_table_add (read->left_out, g_strdup (why));
}

static void
read_free (Read *read)
{
  g_ptr_array_unref (read->posts);
  g_hash_table_unref (read->left_out);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static Read *
try_bytes (const void *bytes, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "heed-archive-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (Read) read = g_new0 (Read, 1);
  HeedArchiveFuncs funcs = { .post = take_post, .left_out = take_left_out, .user_data = read };

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  read->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  read->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  gboolean done = heed_archive_read (file, &funcs, NULL, error);
  g_unlink (path);
  return done ? g_steal_pointer (&read) : NULL;
}

static Read *
read_bytes (const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  Read *read = try_bytes (bytes, length, &error);

  g_assert_no_error (error);
  return read;
}

static Read *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static const HeedPost *
nth (Read *read, guint n)
{
  g_assert_cmpuint (n, <, read->posts->len);
  return read->posts->pdata[n];
}

static void
assert_ids (Read *read, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < read->posts->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", nth (read, i)->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_plain (void)
{
  g_autoptr (Read)
    read = read_text (HEADER "1,acme,False," AT ",\"@115712 Hi, @Other_1! \"\"Yes\"\"\",2,3.0\n"
                             "2,115712,True,2017-10-31T23:10:47.5+01:00,@acme ok &amp; &lt;3,,\"1, 4\"\n");

  assert_ids (read, "1 2");
  g_assert_cmpuint (read->n_left_out, ==, 0);
  g_assert_cmpstr (nth (read, 0)->author, ==, "acme");
  g_assert_true (nth (read, 0)->from_company);
  g_assert_cmpint (nth (read, 0)->created_at, ==, AT_UNIX);
  g_assert_cmpstr (nth (read, 0)->text, ==, "@115712 Hi, @Other_1! \"Yes\"");
  g_assert_cmpstr (nth (read, 0)->parents[0], ==, "3");
  g_assert_null (nth (read, 0)->parents[1]);
  g_assert_cmpstr (nth (read, 0)->addressees[0], ==, "115712");
  g_assert_cmpstr (nth (read, 0)->addressees[1], ==, "Other_1");
  g_assert_null (nth (read, 0)->addressees[2]);
  g_assert_false (nth (read, 1)->from_company);
  g_assert_cmpint (nth (read, 1)->created_at, ==, AT_UNIX);
  g_assert_cmpstr (nth (read, 1)->text, ==, "@acme ok & <3");
  g_assert_cmpstr (nth (read, 1)->parents[0], ==, "1");
  g_assert_cmpstr (nth (read, 1)->parents[1], ==, "4");
}

/* Any order of columns, more of them, a mark in front, other line ends and delimiters. */
static void
test_shapes (void)
{
  static const char *const files[] = {
    "\xef\xbb\xbf" HEADER "7,a,True," AT ",t,,6\n",
    "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\r\n7,a,True," AT ",t,,6\r\n",
    "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\r7,a,True," AT ",t,,6\r",
    HEADER "\n7.0,a,true," AT ",t,,6.0\n\n\n",
    HEADER "7,a,1," AT ",t,,6",
    "7,a,1," AT ",t,,6\n",
    "text,extra,in_response_to_tweet_id,Created_At,inbound,author_id,tweet_id\nt,\"x\ny\",6," AT ",True,a,7\n",
    "tweet_id;author_id;inbound;created_at;text;response_tweet_id;in_response_to_tweet_id\n7;a;True;" AT ";t;;6\n",
    "\"tweet_id\",\"author_id\",\"inbound\",\"created_at\",\"text\",\"response_tweet_id\",\"in_response_to_tweet_id\"\n"
    "\"7\",\"a\",\"True\",\"" AT "\",\"t\",\"\",\"6\"\n",
    HEADER "7,a,True," AT ",t,,6,\n",
    "{\"tweet_id\":\"7\",\"author_id\":\"a\",\"inbound\":true,\"created_at\":\"" AT
    "\",\"text\":\"t\",\"response_tweet_id\":null,\"in_response_to_tweet_id\":6.0}\n",
    "\n{\"tweet_id\":7,\"author_id\":\"a\",\"inbound\":\"True\",\"created_at\":\"" AT
    "\",\"text\":\"t\",\"in_response_to_tweet_id\":[6]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_test_message ("%s", files[i]);
      g_autoptr (Read) read = read_text (files[i]);

      assert_ids (read, "7");
      g_assert_cmpuint (read->n_left_out, ==, 0);
      g_assert_cmpstr (nth (read, 0)->author, ==, "a");
      g_assert_cmpstr (nth (read, 0)->text, ==, "t");
      g_assert_cmpint (nth (read, 0)->created_at, ==, AT_UNIX);
      g_assert_cmpstr (nth (read, 0)->parents[0], ==, "6");
      g_assert_false (nth (read, 0)->from_company);
    }
}

static void
test_texts (void)
{
  g_autoptr (Read) read = read_text (HEADER "1,a,True," AT ",one\rtwo,,\n"
                                            "2,a,True," AT ",\"one\r\ntwo\n\n9,three\",,\n"
                                            "3,a,True," AT ",one\ntwo,,8\n"
                                            "4,a,True," AT ",bad \xff\xc3 byte,,\n"
                                            "5,a,True," AT ",&#128512;&#x26;&nope;&#xD800; me@mail.example @,,\n"
                                            "6,a,True," AT ",,,\n");

  assert_ids (read, "1 2 3 4 5 6");
  g_assert_cmpstr (nth (read, 0)->text, ==, "one\rtwo");
  g_assert_cmpstr (nth (read, 1)->text, ==, "one\r\ntwo\n\n9,three");
  g_assert_cmpstr (nth (read, 2)->text, ==, "one\ntwo");
  g_assert_cmpstr (nth (read, 2)->parents[0], ==, "8");
  g_assert_cmpstr (nth (read, 3)->text, ==, "bad \uFFFD\uFFFD byte");
  g_assert_cmpstr (nth (read, 4)->text, ==, "😀&&nope;&#xD800; me@mail.example @");
  g_assert_null (nth (read, 4)->addressees);
  g_assert_cmpstr (nth (read, 5)->text, ==, "");
}

/* A quotation mark in a wrong place costs nothing but its own text. */
static void
test_stray_quotes (void)
{
  static const char *const texts[] = {
    "\"never closed",
    "\"never, ever closed",
    "closed \"in\" the middle",
    "\"said\" she",
    "5\" pipe",
    "it ends with a 6\"",
    "\"\"",
    "\"he said \"hi\" there\"",
    "\"a\", \"b\"",
    "\"\"\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autofree char *file = g_strconcat (HEADER "1,a,True," AT ",", texts[i], ",2,8\n2,b,False," AT ",", texts[j],
                                             ",,1\n3,c,True," AT ",\"well, yes\",,\n", NULL);
        g_autoptr (Read) read = read_text (file);

        g_test_message ("%s", file);
        assert_ids (read, "1 2 3");
        g_assert_cmpstr (nth (read, 0)->parents[0], ==, "8");
        g_assert_cmpstr (nth (read, 1)->parents[0], ==, "1");
        g_assert_cmpstr (nth (read, 2)->text, ==, "well, yes");
        g_assert_cmpuint (read->n_left_out, ==, 0);
      }
}

/* What is well-formed is read to the letter, even where a text looks like rows. */
static void
test_text_like_rows (void)
{
  g_autoptr (Read) read = read_text (HEADER "1,a,True," AT ",\"look:\n2,evil,False," AT ",x,,1\nend\",,\n"
                                            "3,a,True," AT ",t,,\n");

  assert_ids (read, "1 3");
  g_assert_cmpstr (nth (read, 0)->text, ==, "look:\n2,evil,False," AT ",x,,1\nend");
}

static void
test_long_swallow (void)
{
  g_autoptr (GString) file = g_string_new (HEADER "0,a,True," AT ",\"swallows,,\n");

  for (guint i = 1; i < 40000; i++)
    g_string_append_printf (file, "%u,a,True," AT ",text,,\n", i);
  g_autoptr (Read) read = read_bytes (file->str, file->len);
  g_assert_cmpuint (read->posts->len, ==, 40000);
  g_assert_cmpuint (read->n_left_out, ==, 0);
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *file = g_strconcat (HEADER "1,a,True," AT ",\"", text, "\n", text, "\",,\n2,a,True," AT ",", text,
                                       ",,\n3,a,True," AT ",t,,\n", NULL);
  g_autoptr (Read) read = read_text (file);

  assert_ids (read, "1 2 3");
  g_assert_cmpuint (strlen (nth (read, 0)->text), ==, 400001);
  g_assert_cmpuint (strlen (nth (read, 1)->text), ==, 200000);
}

static void
test_left_out (void)
{
  g_autoptr (Read) read = read_text (HEADER ",a,True," AT ",no id,,\n"
                                            "2,,True," AT ",no author,,\n"
                                            "3,a,perhaps," AT ",no side,,\n"
                                            "4,a,True,Tue Feb 30 22:10:47 +0000 2017,no such day,,\n"
                                            "5,a,True,,no time,,\n"
                                            "garbage\n" HEADER "6,a,True," AT ",good,,\n"
                                            "nan,a,True," AT ",no id,,\n");

  assert_ids (read, "6");
  g_assert_cmpuint (read->n_left_out, ==, 7);
  g_assert_cmpuint (g_hash_table_size (read->left_out), ==, 4);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64 time;
  } cases[] = {
    { "Thu Nov 02 00:00:00 +0000 2017", 1509580800 },
    { "Thu Nov  2 00:00:00 +0000 2017", 1509580800 },
    { "Thu Nov 2 00:00:00 +0000 2017", 1509580800 },
    { "Thu Nov 02 01:30:00 +0130 2017", 1509580800 },
    { "2017-11-02T00:00:00Z", 1509580800 },
    { "2017-11-02 00:00:00+00:00", 1509580800 },
    { "2017-11-01T16:00:00.123456-08:00", 1509580800 },
    { "2017-11-02T00:00:00", 1509580800 },
    { "Mon Feb 29 12:00:00 +0000 2016", 1456747200 },
    { "Tue Feb 29 12:00:00 +0000 2017", -1 },
    { "Tue Foo 29 12:00:00 +0000 2017", -1 },
    { "2017-11-02T24:00:00Z", -1 },
    { "2017-11-02T00:00:00Q", -1 },
    { "1509580800", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strconcat (HEADER "1,a,True," AT ",t,,\n2,a,True,", cases[i].text, ",t,,\n", NULL);
      g_autoptr (Read) read = read_text (file);

      g_assert_cmpuint (read->posts->len, ==, cases[i].time >= 0 ? 2 : 1);
      if (cases[i].time >= 0)
        g_assert_cmpint (nth (read, 1)->created_at, ==, cases[i].time);
    }
}

static GBytes *
pack_gzip (const char *text)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
pack_xz (const char *text)
{
  gsize size = lzma_stream_buffer_bound (strlen (text));
  g_autofree guint8 *out = g_malloc (size);
  gsize used = 0;

  g_assert_cmpint (
    lzma_easy_buffer_encode (6, LZMA_CHECK_CRC64, NULL, (const guint8 *) text, strlen (text), out, &used, size), ==,
    LZMA_OK);
  return g_bytes_new (out, used);
}

static char *
make_rows (guint from, guint until)
{
  GString *rows = g_string_new (from == 0 ? HEADER : "");

  for (guint i = from; i < until; i++)
    g_string_append_printf (rows, "%u,a%u,True," AT ",\"text %u, %x\",,%u\n", i, i % 7, i, i * 2654435761U, i / 2);
  return g_string_free (rows, FALSE);
}

/* Packed files are known by their first bytes; two in a row are one; a cut keeps what came before it. */
static void
check_packed (GBytes *(*pack) (const char *text))
{
  g_autofree char *first = make_rows (0, 20000);
  g_autofree char *second = make_rows (20000, 30000);
  g_autoptr (GBytes) one = pack (first);
  g_autoptr (GBytes) two = pack (second);
  g_autoptr (GByteArray) both = g_byte_array_new ();

  g_byte_array_append (both, g_bytes_get_data (one, NULL), g_bytes_get_size (one));
  g_byte_array_append (both, g_bytes_get_data (two, NULL), g_bytes_get_size (two));
  g_autoptr (Read) whole = read_bytes (both->data, both->len);
  g_assert_cmpuint (whole->posts->len, ==, 30000);
  g_assert_cmpuint (whole->n_left_out, ==, 0);

  g_autoptr (Read) cut = read_bytes (both->data, both->len / 2);
  g_assert_cmpuint (cut->posts->len, >, 1000);
  g_assert_cmpuint (cut->posts->len, <, 30000);
  g_assert_cmpuint (cut->n_left_out, >=, 1);

  memset (both->data + both->len / 2, 0x55, 64);
  g_autoptr (Read) damaged = read_bytes (both->data, both->len);
  g_assert_cmpuint (damaged->posts->len, >, 1000);
  g_assert_cmpuint (damaged->n_left_out, >=, 1);

  g_autoptr (GError) error = NULL;
  g_assert_null (try_bytes (both->data, 20, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
}

static void
test_gzip (void)
{
  check_packed (pack_gzip);
}

static void
test_xz (void)
{
  check_packed (pack_xz);
}

static void
test_no_archive (void)
{
  static const char *const files[] = {
    "",
    "hello\n",
    "PK\003\004 zip",
    "<html><body>",
    "{\n  \"a\": [\n",
    "[1,2]",
    "tweet_id,author_id\n1,2\n",
    "%PDF-1.4 this is another kind of file",
    "{\"a\": 1}\n{\"b\": 2}\n",
    "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n1,ann,maybe,now,Hello,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (try_bytes (files[i], strlen (files[i]), &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/archive.csv");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) self = g_file_new_for_path ("/proc/self/exe");
  /* It can be opened and not be read: nothing lies at its beginning. */
  g_autoptr (GFile) unmapped = g_file_new_for_path ("/proc/self/mem");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  HeedArchiveFuncs funcs = { .post = take_post, .left_out = take_left_out };

  g_assert_false (heed_archive_read (missing, &funcs, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (heed_archive_read (folder, &funcs, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (heed_archive_read (self, &funcs, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (heed_archive_read (unmapped, &funcs, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_SERVER);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (heed_archive_read (self, &funcs, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Lines of JSON that are none, beside lines that are. */
static void
test_json_damage (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *file = g_strconcat (
    "{\"tweet_id\":1,\"author_id\":\"a\",\"inbound\":true,\"created_at\":\"" AT "\",\"text\":\"\\ud83d\\ude00 @b\"}\n",
    "{\"tweet_id\":2,\n", deep, "\n", "\"text\"\n", "{}\n\n",
    "{\"tweet_id\":9223372036854775807,\"author_id\":3,\"inbound\":0,\"created_at\":\"2017-10-31T22:10:47Z\",\"text\":"
    "\"bad \xff byte\",\"in_response_to_tweet_id\":\"1,2\"}",
    NULL);
  g_autoptr (Read) read = read_text (file);

  assert_ids (read, "1 9223372036854775807");
  g_assert_cmpuint (read->n_left_out, ==, 4);
  g_assert_cmpstr (nth (read, 0)->text, ==, "😀 @b");
  g_assert_true (nth (read, 1)->from_company);
  g_assert_cmpstr (nth (read, 1)->author, ==, "3");
  g_assert_cmpstr (nth (read, 1)->parents[1], ==, "2");
}

static char *
make_sample (void)
{
  GString *sample = g_string_new (HEADER);

  for (guint i = 0; i < 60; i++)
    switch (i % 4)
      {
      case 0:
        g_string_append_printf (sample, "%u,a,True," AT ",plain text %u,,\n", 1000 + i, i);
        break;
      case 1:
        g_string_append_printf (sample, "%u,acme,False," AT ",\"quoted, \"\"text\"\" %u\",,%u\n", 1000 + i, i, 999 + i);
        break;
      case 2:
        g_string_append_printf (sample, "%u.0,b,True," AT ",\"two\nlines %u\",\"1,2\",%u.0\n", 1000 + i, i, 900 + i);
        break;
      default:
        g_string_append_printf (sample, "%u,c,True," AT ",5\" & \rmore %u,,\n", 1000 + i, i);
      }
  return g_string_free (sample, FALSE);
}

/* One byte, or some, of one row are changed: no other row may suffer. */
static void
test_mutations (void)
{
  static const char bytes[] = "\",\n\r\\;0a \xff\xc3";
  g_autofree char *sample = make_sample ();
  gsize header = strlen (HEADER);
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) file = g_string_new (sample);
      gsize at = g_rand_int_range (rand, header, file->len);
      char byte = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      guint n_lost = 0;

      switch (round % 3)
        {
        case 0:
          file->str[at] = byte;
          break;
        case 1:
          g_string_insert_c (file, at, byte);
          break;
        default:
          g_string_erase (file, at, 1);
        }
      g_autoptr (Read) read = read_bytes (file->str, file->len);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < read->posts->len; i++)
        g_hash_table_add (ids, (char *) nth (read, i)->id);
      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *id = g_strdup_printf ("%u", 1000 + i);

          n_lost += !g_hash_table_contains (ids, id);
        }
      /* The change may have hit a row's head, or the line end between two rows. */
      if (n_lost > (round % 3 == 1 ? 1 : 2))
        g_error ("Byte %" G_GSIZE_FORMAT " changed to %02x, round %u: %u rows lost", at, (guchar) byte, round, n_lost);
    }
}

/* Noise of every kind: nothing to assert but that it ends and that nothing is read outside the bounds. */
static void
test_noise (void)
{
  g_autofree char *sample = make_sample ();
  gsize length = strlen (sample);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *file = g_memdup2 (sample, length);
      guint n = g_rand_int_range (rand, 1, 200);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        file[g_rand_int_range (rand, 0, length)] = "\",\n\r\0x\xff{"[g_rand_int_range (rand, 0, 8)];
      g_autoptr (Read) read = try_bytes (file, g_rand_int_range (rand, 0, length), &error);
      g_assert_true (read != NULL || g_error_matches (error, HEED_ERROR, HEED_ERROR_MALFORMED));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/plain", test_plain);
  g_test_add_func ("/archive/shapes", test_shapes);
  g_test_add_func ("/archive/texts", test_texts);
  g_test_add_func ("/archive/stray-quotes", test_stray_quotes);
  g_test_add_func ("/archive/text-like-rows", test_text_like_rows);
  g_test_add_func ("/archive/long-swallow", test_long_swallow);
  g_test_add_func ("/archive/long-text", test_long_text);
  g_test_add_func ("/archive/left-out", test_left_out);
  g_test_add_func ("/archive/times", test_times);
  g_test_add_func ("/archive/gzip", test_gzip);
  g_test_add_func ("/archive/xz", test_xz);
  g_test_add_func ("/archive/no-archive", test_no_archive);
  g_test_add_func ("/archive/no-file", test_no_file);
  g_test_add_func ("/archive/json-damage", test_json_damage);
  g_test_add_func ("/archive/mutations", test_mutations);
  g_test_add_func ("/archive/noise", test_noise);
  return g_test_run ();
}
