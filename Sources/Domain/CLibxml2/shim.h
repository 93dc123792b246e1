#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>

// Macros are not imported.
static inline void tidemark_xml_free(void *memory) { xmlFree(memory); }
