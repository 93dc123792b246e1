"""What a partial run does to docs/benchmarks.md."""

import unittest

from harness.document import Document

ORDER = ("import", "pages", "match")
HEAD, NOTES = ["# Benchmarks", "", "Words."], ["## Commands", "", "```", "## not a section", "```"]


def whole() -> str:
    document = Document(ORDER)
    document.put("match", ["## Matching lists", "", "old match", ""], "Monday.")
    document.put("import", ["## Import", "", "old import", ""], "Monday.")
    return document.text(HEAD, NOTES)


class DocumentTests(unittest.TestCase):
    def test_a_partial_run_replaces_its_own_section_only(self):
        document = Document(ORDER, whole())
        document.put("match", ["## Matching lists", "", "new match", ""], "Friday.")
        text = document.text(HEAD, NOTES)
        self.assertIn("old import\n\nPart `import`, measured on Monday.", text)
        self.assertIn("new match\n\nPart `match`, measured on Friday.", text)
        self.assertNotIn("old match", text)
        self.assertIn("Not measured: pages.", text)

    def test_a_run_that_measured_nothing_changes_nothing(self):
        self.assertEqual(Document(ORDER, whole()).text(HEAD, NOTES), whole())

    def test_sections_keep_the_order_of_the_parts(self):
        document = Document(ORDER, whole())
        document.put("pages", ["## Pages", "", "new"], "Friday.")
        text = document.text(HEAD, NOTES)
        places = [text.index(title) for title in ("## Import", "## Pages", "## Matching lists", "## Commands")]
        self.assertEqual(places, sorted(places))
        self.assertNotIn("Not measured", text)

    def test_what_looks_like_a_section_in_a_code_block_is_none(self):
        text = Document(ORDER, whole()).text(HEAD, NOTES)
        self.assertEqual(text.count("## Commands"), 1)
        self.assertEqual(text.count("## not a section"), 1)

    def test_a_section_without_a_stamp_stays_until_its_title_is_measured(self):
        earlier = "# Benchmarks\n\n## Pages\n\nby hand\n\n## Commands\n\nold\n"
        kept = Document(ORDER, earlier)
        self.assertIn("by hand", kept.text(HEAD, NOTES))
        kept.put("pages", ["## Pages", "", "measured"], "Friday.")
        self.assertNotIn("by hand", kept.text(HEAD, NOTES))

    def test_a_part_that_is_no_more_is_kept_as_it_is(self):
        text = Document((*ORDER, "gone"), whole())
        text.put("gone", ["## Gone", "", "numbers"], "Monday.")
        self.assertIn("numbers", Document(ORDER, text.text(HEAD, NOTES)).text(HEAD, NOTES))


if __name__ == "__main__":
    unittest.main()
