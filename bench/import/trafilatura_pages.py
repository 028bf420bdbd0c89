"""Reads pages by trafilatura. Prints a JSON object: for each page its title, date and paragraphs."""

import json
import sys

import trafilatura

pages = {}
for file in sys.argv[1:]:
    with open(file, "rb") as page:
        data = page.read()
    found = trafilatura.bare_extraction(data, with_metadata=True, include_tables=True)
    found = found.as_dict() if found is not None else {}
    lines = [line.strip() for line in (found.get("text") or "").split("\n")]
    pages[file] = {
        "title": found.get("title"),
        "date": found.get("date"),
        "body": [line for line in lines if line],
    }
json.dump(pages, sys.stdout)
