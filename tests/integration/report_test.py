"""Looks at a run's reports from outside: JUnit XML by its schema, report.html in a browser without a network.

usage: report_test.py REPORT_SAMPLE [--screenshots FOLDER]

Needs chromium and xmllint (Debian: chromium, fonts-noto-cjk, libxml2-utils).
"""

import argparse
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ARGUMENTS = None
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, name):
        """Elements of this class, or of this tag."""
        return [e for e in self.walk() if e.tag == name or name in (e.attributes.get("class") or "").split()]

    def tags(self, tag):
        return [e for e in self.walk() if e.tag == tag]

    def one(self, name):
        found = self.all(name)
        assert len(found) == 1, f"{len(found)} elements {name}, expected 1"
        return found[0]

    @property
    def text(self):
        return "".join(c.text if isinstance(c, Element) else c for c in self.children)


class Dom(html.parser.HTMLParser):
    """The tree of what --dump-dom prints."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("root", [], None)
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag):
        at = self.here
        while at.parent and at.tag != tag:
            at = at.parent
        if at.parent:
            self.here = at.parent

    def handle_data(self, data):
        self.here.children.append(data)


def browser(*arguments):
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", "--lang=en-US", "--virtual-time-budget=5000", *arguments],
            capture_output=True, text=True, timeout=120, check=True)
        return done.stdout


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        subprocess.run([ARGUMENTS.sample, cls.path], check=True, stdout=subprocess.PIPE)
        cls.report = cls.path / "report.html"

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def open(cls, fragment, search=""):
        return Dom(browser("--dump-dom", cls.report.as_uri() + search + fragment)).root

    @classmethod
    def open_case(cls, case, event=""):
        return cls.open(f"#case={urllib.parse.quote(case, safe='')}{event}")


class Junit(ReportTest):
    def test_is_valid_for_jenkins(self):
        subprocess.run(["xmllint", "--noout", "--schema", HERE / "schema/jenkins-junit.xsd", self.path / "junit.xml"],
                       check=True, stderr=subprocess.PIPE)


class Results(ReportTest):
    def test_every_line_keeps_the_schema(self):
        import jsonschema  # Debian: python3-jsonschema
        schema = json.loads((HERE / "../../reports/results/schema/results.schema.json").read_text())
        validator = jsonschema.Draft202012Validator(schema)
        lines = (self.path / "results.jsonl").read_text().splitlines()
        self.assertEqual(len(lines), 1 + 9 + 1)
        for line in lines:
            validator.validate(json.loads(line))


class Overview(ReportTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dom = cls.open("")

    def test_verdict_is_failed(self):
        self.assertIn("Failed", self.dom.one("verdict").one("h1").text)

    def test_counts_stand_by_result(self):
        numbers = [tile.one("number").text for tile in self.dom.all("tile")]
        self.assertEqual(numbers, ["4", "2", "1", "1", "1"])

    def test_untested_requirement_is_named(self):
        self.assertEqual([item.text for item in self.dom.one("untested").all("li")],
                         ["LIMIT-05 The limit screen is shown until 2024-10-06"])

    def test_run_is_named(self):
        facts = self.dom.one("hero").text
        for word in ("camera-slot (model)", "2026-04-01 09:00:00 JST", "0.41 s", "uketsuke 0.1.0"):
            self.assertIn(word, facts)

    def test_failures_are_listed_with_their_finding(self):
        self.assertIn("LIMIT-02  expected limit_information provided, was not_provided", self.dom.one("attention").text)

    def test_page_speaks_japanese_when_asked(self):
        dom = self.open("", "?lang=ja")
        self.assertEqual(dom.one("html").attributes["lang"], "ja")
        self.assertIn("不合格", dom.one("verdict").text)


class Requirements(ReportTest):
    def test_untested_ones_come_first(self):
        panels = self.open("#requirements").one("requirements").all("panel")
        self.assertIn("LIMIT-05", panels[0].text)
        self.assertIn("UI-12", panels[1].text)
        self.assertEqual(len(panels[2].all("tr")), 1 + 8)


class Case(ReportTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.limit = cls.open_case("card-pulled-before-limit-question/date=2024-10-07").one("case")
        cls.old = cls.open_case("leaflet-by-face/date=2024-10-06").one("case")

    def screen(self, case, number):
        return case.all("device")[number]

    def test_title_stands_in_both_languages(self):
        self.assertEqual(self.limit.one("h2").text, "card pulled before the limit question")
        self.assertIn("限度額の画面の前にカードを抜く", self.limit.one("hgroup").text)

    def test_finding_is_told_and_leads_to_its_event(self):
        first = self.limit.all("finding")[0]
        self.assertIn("expected limit_information provided, was not_provided", first.text)
        event = re.search(r"&event=(\d+)$", first.one("jump").attributes["href"]).group(1)
        self.assertEqual(len([e for e in self.limit.walk() if e.attributes.get("id") == f"event-{event}"]), 1)

    def test_screens_are_drawn_in_order(self):
        names = [mark.one("name").text for mark in self.old.all("mark")]
        self.assertEqual(names, ["Before the first screen", "idle", "reading", "choose_method", "face_guide", "checking",
                                 "consent_medicines", "consent_health_checkups", "done", "limit", "idle"])

    def test_screen_has_title_text_and_buttons_with_their_gloss(self):
        screen = self.screen(self.old, 5)
        self.assertEqual(screen.one("title").text, "お薬情報に関する情報提供の同意について")
        self.assertEqual([key.all("span")[1].text for key in screen.one("keys").all("key")], ["同意する", "同意しない"])
        self.assertIn("Do not agree", screen.text)

    def test_device_texts_are_marked_as_japanese(self):
        self.assertEqual(self.screen(self.old, 5).one("title").attributes["lang"], "ja")

    def test_touched_button_is_marked_and_no_other(self):
        touched = self.screen(self.old, 2).all("touched")
        self.assertEqual([key.all("span")[1].text for key in touched], ["顔認証"])
        self.assertEqual(self.screen(self.old, 8).all("touched"), [])

    def test_lamp_and_card_are_as_they_were(self):
        states = [(d.one("lampname").text, d.one("slotname").text) for d in self.old.all("device")]
        self.assertEqual(states[0], ("Lamp: off", "No card"))
        self.assertEqual(states[1], ("Lamp: blue", "Card in"))
        self.assertEqual(states[7], ("Lamp: green", "Card in"))
        self.assertEqual(states[9], ("Lamp: off", "No card"))

    def test_apdus_are_folded_in_groups(self):
        groups = [d.one("summary").text for d in self.old.all("details")]
        exercised = groups.pop(0)
        self.assertRegex(exercised, r"^\d+$", "what the case exercised is folded too, as a number")
        self.assertEqual(groups, ["APDU × 2SELECT", "APDU × 2SELECT, VERIFY", "APDU × 6READ BINARY", "APDU × 1INTERNAL AUTHENTICATE"])
        self.assertTrue(all("open" not in d.attributes for d in self.old.all("details")))

    def test_consents_and_releases_are_chips(self):
        self.assertEqual([chip.text for chip in self.old.all("yes")], ["Medicines given", "Health check-ups given"])
        self.assertEqual([chip.text for chip in self.limit.all("no")], ["Health check-ups nothing to release"])

    def test_link_to_an_event_points_at_it(self):
        dom = self.open_case("pin-locked-then-face", "&event=16")
        self.assertEqual(dom.one("pointed").attributes["id"], "event-16")

    def test_crash_is_shown_with_what_was_recorded(self):
        case = self.open_case("reader-crashes").one("case")
        self.assertIn("SIGSEGV", case.one("pre").text)
        self.assertEqual(len(case.all("device")), 2)

    def test_case_without_a_record_says_so(self):
        self.assertIn("There is no record of this case.", self.open_case("visual-check").one("case").text)

    def test_unknown_case_is_told(self):
        self.assertIn("This report has no case nobody.", self.open_case("nobody").one("pane").text)


class HostileText(ReportTest):
    CASE = "hostile/x=<img src=x onerror=alert(1)>&event=1#%zz"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dom = cls.open_case(cls.CASE)

    def test_is_shown_as_text(self):
        case = self.dom.one("case")
        self.assertEqual(case.one("caseid").text, self.CASE)
        self.assertEqual(case.all("device")[2].one("title").text, "</script><script>document.title='owned'</script>")

    def test_is_not_executed(self):
        self.assertNotIn("owned", self.dom.tags("title")[0].text)

    def test_makes_no_element(self):
        for tag in ("img", "u", "i"):
            self.assertEqual(self.dom.tags(tag), [], tag)

    def test_control_characters_are_visible(self):
        self.assertIn("\\u001b[31m\\u0001", self.dom.one("finding").text)
        self.assertIn("\\u202e", self.dom.one("finding").text)


class Network(ReportTest):
    def test_file_names_no_address_of_another_file(self):
        text = self.report.read_text()
        for element in Dom(text).root.walk():
            self.assertNotIn("src", element.attributes)
            self.assertTrue(element.attributes.get("href", "#").startswith("#"), element.attributes)
        self.assertEqual(re.findall(r"""url\(|@import|https?:|fetch\(|XMLHttpRequest|WebSocket|sendBeacon""", text), [])

    def test_policy_lets_nothing_be_fetched(self):
        policy = [m for m in Dom(self.report.read_text()).root.all("meta") if "http-equiv" in m.attributes]
        self.assertIn("default-src 'none'", policy[0].attributes["content"])


def screenshots(folder):
    """Pictures for a person to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as run:
        subprocess.run([ARGUMENTS.sample, run], check=True, stdout=subprocess.PIPE)
        report = (pathlib.Path(run) / "report.html").as_uri()
        for name, fragment in (("overview", ""), ("requirements", "#requirements"), ("old-flow", "#case=leaflet-by-face/date=2024-10-06"),
                               ("failure", "#case=card-pulled-before-limit-question/date=2024-10-07")):
            for suffix, flags in (("light", []), ("dark", ["--blink-settings=preferredColorScheme=0"])):
                browser(f"--screenshot={folder / f'{name}-{suffix}.png'}", "--hide-scrollbars", "--window-size=1400,1800", *flags, report + fragment)
            browser(f"--screenshot={folder / f'{name}-narrow.png'}", "--hide-scrollbars", "--window-size=500,1600", report + fragment)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sample")
    parser.add_argument("--screenshots", type=pathlib.Path)
    ARGUMENTS, rest = parser.parse_known_args()
    if ARGUMENTS.screenshots:
        screenshots(ARGUMENTS.screenshots)
    else:
        unittest.main(argv=[sys.argv[0], *rest])
