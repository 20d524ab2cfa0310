/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxes over a picture (S95): they stay in it, and every step can be taken back. */

#include "heed-black-boxes.h"

#define ASSERT_BOX(boxes, index, x_, y_, width_, height_)                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint n_;                                                                                                          \
    const HeedBlackBox *all_ = heed_black_boxes_get (boxes, &n_);                                                      \
    g_assert_cmpuint (n_, >, index);                                                                                   \
    g_assert_cmpint (all_[index].x, ==, x_);                                                                           \
    g_assert_cmpint (all_[index].y, ==, y_);                                                                           \
    g_assert_cmpint (all_[index].width, ==, width_);                                                                   \
    g_assert_cmpint (all_[index].height, ==, height_);                                                                 \
  }                                                                                                                    \
  G_STMT_END

static guint
count (HeedBlackBoxes *boxes)
{
  guint n;

  heed_black_boxes_get (boxes, &n);
  return n;
}

static void
test_stays_inside (void)
{
  g_autoptr (HeedBlackBoxes) boxes = heed_black_boxes_new (100, 50);

  heed_black_boxes_add (boxes, &(HeedBlackBox){ -10, 40, 30, 30 });
  ASSERT_BOX (boxes, 0, 0, 40, 20, 10);
  heed_black_boxes_pull (boxes, 0, NULL, HEED_BOX_EDGES_NONE, 500, -500, FALSE);
  ASSERT_BOX (boxes, 0, 80, 0, 20, 10);
  heed_black_boxes_pull (boxes, 0, NULL, HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM, 500, 500, FALSE);
  ASSERT_BOX (boxes, 0, 80, 0, 20, 50);
  /* Never thinner than a point. */
  heed_black_boxes_pull (boxes, 0, NULL, HEED_BOX_EDGES_LEFT, 20, 0, FALSE);
  ASSERT_BOX (boxes, 0, 99, 0, 1, 50);
}

/* A drag may go up and to the left of where it began. */
static void
test_past_its_start (void)
{
  g_autoptr (HeedBlackBoxes) boxes = heed_black_boxes_new (100, 50);
  const HeedBlackBox start = { 60, 30, 1, 1 };

  heed_black_boxes_add (boxes, &start);
  heed_black_boxes_pull (boxes, 0, &start, HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM, 10, 10, TRUE);
  ASSERT_BOX (boxes, 0, 60, 30, 11, 11);
  heed_black_boxes_pull (boxes, 0, &start, HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM, -41, -11, TRUE);
  ASSERT_BOX (boxes, 0, 20, 20, 40, 10);
  heed_black_boxes_undo (boxes);
  g_assert_cmpuint (count (boxes), ==, 0);
}

static void
test_undo (void)
{
  g_autoptr (HeedBlackBoxes) boxes = heed_black_boxes_new (100, 50);

  g_assert_false (heed_black_boxes_can_undo (boxes));
  g_assert_cmpuint (heed_black_boxes_add (boxes, &(HeedBlackBox){ 0, 0, 10, 10 }), ==, 0);
  g_assert_cmpuint (heed_black_boxes_add (boxes, &(HeedBlackBox){ 50, 0, 10, 10 }), ==, 1);
  heed_black_boxes_remove (boxes, 0);
  ASSERT_BOX (boxes, 0, 50, 0, 10, 10);
  heed_black_boxes_undo (boxes);
  g_assert_cmpuint (count (boxes), ==, 2);
  ASSERT_BOX (boxes, 0, 0, 0, 10, 10);
  heed_black_boxes_redo (boxes);
  g_assert_cmpuint (count (boxes), ==, 1);
  g_assert_false (heed_black_boxes_can_redo (boxes));

  /* What is done anew takes the place of what was taken back. */
  heed_black_boxes_undo (boxes);
  heed_black_boxes_pull (boxes, 1, NULL, HEED_BOX_EDGES_NONE, 5, 5, FALSE);
  heed_black_boxes_pull (boxes, 1, NULL, HEED_BOX_EDGES_NONE, 5, 5, TRUE);
  g_assert_false (heed_black_boxes_can_redo (boxes));
  ASSERT_BOX (boxes, 1, 60, 10, 10, 10);
  heed_black_boxes_undo (boxes);
  ASSERT_BOX (boxes, 1, 50, 0, 10, 10);
  heed_black_boxes_undo (boxes);
  heed_black_boxes_undo (boxes);
  heed_black_boxes_undo (boxes);
  g_assert_cmpuint (count (boxes), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/black-boxes/stays-inside", test_stays_inside);
  g_test_add_func ("/black-boxes/past-its-start", test_past_its_start);
  g_test_add_func ("/black-boxes/undo", test_undo);
  return g_test_run ();
}
