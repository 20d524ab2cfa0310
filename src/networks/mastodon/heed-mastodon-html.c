/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <libxml/HTMLparser.h>
#include <string.h>

#include "heed-mastodon-private.h"

#define QUIET (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT)

static const char *const paragraphs[] = { "p",  "div", "blockquote", "pre", "ul", "ol", "h1",
                                          "h2", "h3",  "h4",         "h5",  "h6", NULL };
static const char *const hidden[] = { "script", "style", "head", "template", NULL };

static void
end_with_newlines (GString *text, guint n)
{
  guint have = 0;

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len == 0)
    return;
  while (have < text->len && text->str[text->len - 1 - have] == '\n')
    have++;
  for (; have < n; have++)
    g_string_append_c (text, '\n');
}

/* In HTML any run of white space is one space, and none begins a line. */
static void
append_words (GString *text, const char *words)
{
  for (const char *c = words; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c))
        g_string_append_c (text, *c);
      else if (text->len > 0 && !g_ascii_isspace (text->str[text->len - 1]))
        g_string_append_c (text, ' ');
    }
}

/* A mention reads "@care" and leaves to its link on which server that is; @start is where its text begins. */
static void
append_host (GString *text, const xmlNode *node, gsize start)
{
  xmlChar *class = xmlGetProp (node, (const xmlChar *) "class");
  xmlChar *href = xmlGetProp (node, (const xmlChar *) "href");

  if (class != NULL && href != NULL && strstr ((const char *) class, "mention") != NULL && text->str[start] == '@'
      && strchr (text->str + start + 1, '@') == NULL)
    {
      g_autofree char *host = heed_mastodon_dup_host ((const char *) href);

      if (*host != '\0')
        g_string_append_printf (text, "@%s", host);
    }
  xmlFree (class);
  xmlFree (href);
}

/* The parser keeps the depth of a document within 256 elements, so this may call itself. */
static void
append_node (GString *text, const xmlNode *node, gboolean whole_handles)
{
  for (; node != NULL; node = node->next)
    {
      const char *name = (const char *) node->name;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          append_words (text, (const char *) node->content);
          continue;
        }
      if (node->type != XML_ELEMENT_NODE || g_strv_contains (hidden, name))
        continue;

      gboolean is_paragraph = g_strv_contains (paragraphs, name);
      if (is_paragraph)
        end_with_newlines (text, 2);
      else if (g_str_equal (name, "li"))
        end_with_newlines (text, 1);
      gsize start = text->len;
      append_node (text, node->children, whole_handles);
      if (whole_handles && g_str_equal (name, "a") && start < text->len)
        append_host (text, node, start);
      if (is_paragraph)
        end_with_newlines (text, 2);
      else if (g_str_equal (name, "br"))
        {
          end_with_newlines (text, 0);
          g_string_append_c (text, '\n');
        }
    }
}

static xmlDoc *
parse (const char *html)
{
  gsize length = strlen (html);

  if (length == 0 || length > G_MAXINT)
    return NULL;
  return htmlReadMemory (html, (int) length, NULL, "UTF-8", QUIET);
}

static char *
to_text (const char *html, gboolean whole_handles)
{
  GString *text = g_string_new (NULL);
  xmlDoc *document = html != NULL ? parse (html) : NULL;

  if (document != NULL)
    {
      append_node (text, xmlDocGetRootElement (document), whole_handles);
      xmlFreeDoc (document);
    }
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

/**
 * heed_mastodon_html_to_text: what a person would read.
 *
 * Nothing is loaded and nothing is drawn; links keep their text, which on
 * Mastodon is the whole address.
 *
 * Returns: (transfer full): plain text, never %NULL
 */
char *
heed_mastodon_html_to_text (const char *html)
{
  return to_text (html, FALSE);
}

/**
 * heed_mastodon_html_to_bio: (transfer full): the same, and whoever it mentions is named with the server, since nothing
 * else tells where "@care" is.
 */
char *
heed_mastodon_html_to_bio (const char *html)
{
  return to_text (html, TRUE);
}

static const xmlNode *
find_link (const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal (node->name, "a") && xmlHasProp ((xmlNode *) node, (const xmlChar *) "href") != NULL)
        return node;
      const xmlNode *found = find_link (node->children);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/** heed_mastodon_html_find_link: (transfer full) (nullable): where the first link in @html leads. */
char *
heed_mastodon_html_find_link (const char *html)
{
  xmlDoc *document = html != NULL ? parse (html) : NULL;
  char *link = NULL;

  if (document == NULL)
    return NULL;
  const xmlNode *node = find_link (xmlDocGetRootElement (document));
  if (node != NULL)
    {
      xmlChar *href = xmlGetProp (node, (const xmlChar *) "href");

      link = g_strdup ((const char *) href);
      xmlFree (href);
    }
  xmlFreeDoc (document);
  return link;
}
