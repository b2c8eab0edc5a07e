"""Every tag in harness/weights.yaml is a tag of a scenario, and every weight has a source.

Usage: weights_test.py ROOT
  ROOT  root of the source tree
"""

import pathlib
import re
import sys
import unittest

import yaml

ROOT = pathlib.Path(sys.argv[1])
BASES = {"people", "sites", "sites_with_trouble", "sites_unclear"}

# The families of scenarios: each has cases, and each is weighted or listed as unknown.
FAMILIES = {
    "old-flow-limit",
    "site-switches",
    "consent-window",
    "lock-counters",
    "mirror-cards",
    "visual-mode",
    "expiry",
    "validity-codes",
    "network-loss",
    "registration",
    "card-handling",
    "ages",
    "face-attacks",
    "date-walls",
    "ceilings",
}


class Strict(yaml.SafeLoader):
    """A duplicate key is an error; a date remains text."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"twice: {sorted(twice)}", node.start_mark)
        return super().construct_mapping(node, deep)


Strict.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def scenario_tags():
    """Maps each tag to the names of its scenarios."""
    tags = {}
    for path in sorted((ROOT / "scenarios/suites").rglob("*.yaml")):
        for scenario in yaml.load_all(path.read_text(encoding="utf-8"), Loader=Strict):
            for tag in (scenario or {}).get("tags", []):
                tags.setdefault(tag, set()).add(scenario["scenario"])
    return tags


def weights():
    return yaml.load((ROOT / "harness/weights.yaml").read_text(encoding="utf-8"), Loader=Strict)


class Weights(unittest.TestCase):
    def test_every_weighted_tag_is_a_tag_of_a_scenario(self):
        tags = scenario_tags()
        for survey in weights()["surveys"]:
            for tag in survey["weights"]:
                self.assertIn(tag, tags, f"{survey['survey']} weighs a tag that no scenario has")

    def test_every_unknown_tag_is_a_tag_of_a_scenario(self):
        tags = scenario_tags()
        for tag in weights()["not_known"]:
            self.assertIn(tag, tags, "not_known names a tag that no scenario has")

    def test_every_family_has_scenarios(self):
        self.assertEqual(FAMILIES - set(scenario_tags()), set())

    def test_every_family_is_weighted_or_said_to_be_unknown_and_not_both(self):
        file = weights()
        weighted = {tag for survey in file["surveys"] for tag in survey["weights"]}
        unknown = set(file["not_known"])
        self.assertEqual(FAMILIES - weighted - unknown, set())
        self.assertEqual(weighted & unknown, set())

    def test_every_survey_says_what_when_and_of_what(self):
        for survey in weights()["surveys"]:
            with self.subTest(survey=survey.get("survey")):
                self.assertEqual(set(survey), {"survey", "source", "date", "of", "weights", "no_scenario"})
                self.assertTrue(survey["source"].strip())
                self.assertRegex(survey["date"], r"^20[0-9]{2}-(0[1-9]|1[0-2])$")
                self.assertIn(survey["of"], BASES)

    def test_every_survey_stands_once(self):
        names = [survey["survey"] for survey in weights()["surveys"]]
        self.assertEqual(sorted(names), sorted(set(names)))

    def test_every_weight_is_so_many_in_a_thousand(self):
        for survey in weights()["surveys"]:
            counted = list(survey["weights"].values()) + [e["per_thousand"] for e in survey["no_scenario"]]
            for weight in counted:
                self.assertIs(type(weight), int, survey["survey"])
                self.assertTrue(0 < weight <= 1000, survey["survey"])

    def test_what_has_no_scenario_says_why(self):
        for survey in weights()["surveys"]:
            for entry in survey["no_scenario"]:
                self.assertEqual(set(entry), {"what", "per_thousand", "why"})
                self.assertTrue(entry["why"].strip())

    def test_what_is_unknown_says_what_is_known(self):
        for tag, text in weights()["not_known"].items():
            self.assertTrue(re.search(r"\w", text), tag)

    def test_there_is_nothing_else_in_the_file(self):
        self.assertEqual(set(weights()), {"surveys", "not_known"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
