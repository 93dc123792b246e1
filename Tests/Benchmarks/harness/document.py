"""docs/benchmarks.md as it lies there: a run replaces the sections it has measured and leaves the others as they are.

A section begins with `## ` and ends with a stamp that names its part, so that the file alone says what it holds."""

import re
from pathlib import Path

STAMP = re.compile(r"^Part `([a-z]+)`, measured on ")
LAST = "## Commands"


class Document:
    def __init__(self, order: tuple[str, ...], text: str = ""):
        self.order = order
        self.sections: dict[str, list[str]] = {}
        # Written by an earlier form of the harness, without a stamp: kept until a section of the same title comes.
        self.unstamped: list[list[str]] = []
        for section in self._split(text):
            part = next((found[1] for line in section if (found := STAMP.match(line))), None)
            if part in order:
                self.sections[part] = section
            elif section[0] != LAST:
                self.unstamped.append(section)

    @classmethod
    def read(cls, path: Path, order: tuple[str, ...]) -> "Document":
        return cls(order, path.read_text(encoding="utf-8") if path.exists() else "")

    @staticmethod
    def _split(text: str) -> list[list[str]]:
        sections: list[list[str]] = []
        is_code = False
        for line in text.split("\n"):
            if line.startswith("```"):
                is_code = not is_code
            if line.startswith("## ") and not is_code:
                sections.append([line])
            elif sections:
                sections[-1].append(line)
        return sections

    def put(self, part: str, section: list[str], stamp: str) -> None:
        """`stamp` goes on after "Part `x`, measured on "."""
        self.sections[part] = ["\n".join(section).rstrip("\n"), "", f"Part `{part}`, measured on {stamp}"]
        self.unstamped = [one for one in self.unstamped if one[0] != section[0]]

    def text(self, head: list[str], notes: list[str]) -> str:
        """All of it. Sections follow the order of the parts, whenever they were measured."""
        stamped = [self.sections[part] for part in self.order if part in self.sections]
        missing = [part for part in self.order if part not in self.sections]
        # Before the first section: what stands behind one would be taken for its end.
        absent = [[f"Not measured: {', '.join(missing)}."]] if missing else []
        blocks = [head, *absent, *stamped, *self.unstamped, notes]
        return "\n\n".join("\n".join(block).strip("\n") for block in blocks) + "\n"
