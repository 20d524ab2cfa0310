/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-agents-section.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-fact-row.h"
#include "heed-figure.h"
#include "heed-format.h"
#include "heed-scorecard-words.h"
#include "heed-share-row.h"

struct _HeedAgentsSection
{
  AdwBin parent_instance;

  HeedFigure *figure;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HeedAgentsSection, heed_agents_section, ADW_TYPE_BIN)

/* The two most frequent things that an agent's replies do: "Sends people elsewhere (36 of 92), Asks for details (12)".
 */
static char *
dup_kinds (const HeedAgent *agent)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint done = 0;

  for (guint round = 0; round < 2; round++)
    {
      int most = -1;

      for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
        if ((done & (1u << i)) == 0 && agent->kinds[i] > 0 && (most < 0 || agent->kinds[i] > agent->kinds[most]))
          most = (int) i;
      if (most < 0)
        break;
      done |= 1u << most;
      /* Translators: what replies do, how many of them, of how many. */
      g_string_append_printf (text, _ ("%s%s (%u of %u)"), text->len > 0 ? " · " : "",
                              heed_scorecard_words_get_kind (1 << most), agent->kinds[most], agent->understood);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_text (const HeedAgent *agent)
{
  g_autofree char *kinds = dup_kinds (agent);
  g_autofree char *speed = heed_format_duration (agent->median_s);
  g_autofree char *span = heed_scorecard_words_dup_span (agent);
  g_autofree char *count = g_strdup_printf (ngettext ("%u reply", "%u replies", agent->replies), agent->replies);
  g_autofree char *how = isnan (agent->median_s)
                           ? g_strdup_printf (_ ("%s, mostly %s"), count, span)
                           /* Translators: "24 replies, typically after 12 minutes, mostly 9–17 h". */
                           : g_strdup_printf (_ ("%s, typically after %s, mostly %s"), count, speed, span);

  return *kinds != '\0' ? g_strdup_printf ("%s\n%s", how, kinds) : g_steal_pointer (&how);
}

static void
add_agent (HeedAgentsSection *self, const HeedAgent *agent, HeedTableData *data)
{
  g_autofree char *text = dup_text (agent);
  GtkWidget *row = heed_fact_row_new (agent->name, text);

  heed_fact_row_set_target (row, "agent", agent->name);
  gtk_list_box_append (self->list, row);
  heed_table_data_take_row (data, g_strdup (agent->name), g_strdup_printf ("%u", agent->replies),
                            heed_format_duration (agent->median_s), heed_scorecard_words_dup_span (agent), NULL);
}

static void
heed_agents_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_AGENTS_SECTION);
  G_OBJECT_CLASS (heed_agents_section_parent_class)->dispose (object);
}

static void
heed_agents_section_class_init (HeedAgentsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_agents_section_dispose;
  g_type_ensure (HEED_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-agents-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAgentsSection, figure);
  gtk_widget_class_bind_template_child (widget_class, HeedAgentsSection, list);
}

static void
heed_agents_section_init (HeedAgentsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_agents_section_set: shows who signs replies of @scorecard. */
void
heed_agents_section_set (HeedAgentsSection *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_AGENTS_SECTION (self) && scorecard != NULL);

  const char *const heads[] = { _ ("Name"), _ ("Replies"), _ ("Typical time"), _ ("Usual hours"), NULL };
  g_autoptr (HeedTableData) data = heed_table_data_new (heads);
  guint n = scorecard->agents != NULL ? scorecard->agents->len : 0;

  heed_share_row_clear_list (self->list);
  for (guint i = 0; i < n; i++)
    add_agent (self, scorecard->agents->pdata[i], data);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  heed_figure_set_source (self->figure, scorecard);
  heed_figure_set_table (self->figure, data);
}
