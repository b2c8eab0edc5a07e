"""Every shipped suite, persona and site, and every kind of record line, fits its JSON Schema.

Usage: schema_test.py ROOT RECORD_SAMPLE
  ROOT           root of the source tree
  RECORD_SAMPLE  program that prints a record with one event of every kind
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(sys.argv[1])
RECORD_SAMPLE = sys.argv[2]


class Core(yaml.SafeLoader):
    """YAML 1.2 scalars, as in editors: a date remains text, and so does 09:00."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]*\.[0-9]+$"), list("-+.0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])


def documents(path):
    return [d for d in yaml.load_all(path.read_text(encoding="utf-8"), Loader=Core) if d is not None]


def validator(path):
    schema = json.loads((ROOT / path).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


class Shipped(unittest.TestCase):
    def check(self, folder, schema):
        judge = validator(schema)
        files = sorted((ROOT / folder).rglob("*.yaml"))
        self.assertTrue(files, f"no file in {folder}")
        for path in files:
            with self.subTest(file=path.name):
                self.assertTrue(
                    path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema/"),
                    "the modeline is missing",
                )
                for document in documents(path):
                    for error in judge.iter_errors(document):
                        self.fail(f"{document.get('scenario', path.name)}: {list(error.path)}: {error.message}")

    def test_suites_fit_their_schema(self):
        self.check("scenarios/suites", "scenarios/schema/scenario.schema.json")

    def test_personas_fit_their_schema(self):
        self.check("scenarios/personas", "scenarios/schema/persona.schema.json")

    def test_sites_fit_their_schema(self):
        self.check("scenarios/sites", "scenarios/schema/site.schema.json")


class BadScenarios(unittest.TestCase):
    """The loader refuses the same table: tests/unit/scenarios/schema/schema_test.cpp."""

    def test_each_is_refused(self):
        judge = validator("scenarios/schema/scenario.schema.json")
        table = documents(ROOT / "tests/unit/scenarios/schema/bad_scenarios.yaml")
        self.assertGreater(len(table), 20)
        for row in table:
            with self.subTest(row=row["wrong"]):
                self.assertFalse(judge.is_valid(row["document"]), "the schema takes it")

    def test_the_sound_one_is_taken(self):
        judge = validator("scenarios/schema/scenario.schema.json")
        (sound,) = documents(ROOT / "tests/unit/scenarios/schema/sound_scenario.yaml")
        self.assertEqual([e.message for e in judge.iter_errors(sound)], [])


class RecordLines(unittest.TestCase):
    def setUp(self):
        self.judge = validator("record/schema/record.schema.json")
        printed = subprocess.run([RECORD_SAMPLE], check=True, capture_output=True, text=True, encoding="utf-8")
        self.lines = [json.loads(line) for line in printed.stdout.splitlines()]

    def test_every_kind_of_line_fits_the_schema(self):
        self.assertGreater(len(self.lines), 30)
        for line in self.lines:
            with self.subTest(kind=line.get("kind", "header")):
                self.assertEqual([e.message for e in self.judge.iter_errors(line)], [])

    def test_a_field_that_no_event_has_is_refused(self):
        line = dict(self.lines[1])
        line["fields"] = {**line["fields"], "digits_typed": "1234"}
        self.assertFalse(self.judge.is_valid(line))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=1)
