"""Checks a run's reports from outside: JUnit XML by its schema, report.html in a browser without a network.

usage: report_test.py REPORT_SAMPLE [--screenshots FOLDER]

Needs chromium and xmllint (Debian: chromium, fonts-noto-cjk, libxml2-utils).
"""

import argparse
import base64
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
        """Elements with this class, or with this tag."""
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
    """The tree of --dump-dom's output."""

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
        self.assertEqual(len(lines), 1 + 11 + 1)
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
        self.assertEqual(numbers, ["6", "2", "1", "1", "1"])

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


class Face(ReportTest):
    """The case `face-seen`, and the collapsed or omitted parts of `nobody-seen`."""
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dom = cls.open_case("face-seen")
        cls.case = cls.dom.one("case")
        cls.nobody = cls.open_case("nobody-seen").one("case")
        cls.grey = base64.b64encode((cls.path / "pictures/face-seen.01-show_face.jpg").read_bytes()).decode()

    def line(self, word):
        """The only line of the timeline with this word."""
        found = [event for event in self.case.all("event") if word in event.text]
        self.assertEqual(len(found), 1, f"{word}: {[event.text for event in found]}")
        return found[0]

    def test_picture_is_shown_beside_its_guidance(self):
        image = self.line("画面の枠に顔が収まるようにしてください").one("img")
        self.assertEqual(image.attributes["src"], f"data:image/jpeg;base64,{self.grey}")
        self.assertEqual(image.attributes["alt"], "Frame 4: Show your face")

    def test_guidance_is_marked_as_japanese_and_glossed(self):
        line = self.line("もう少し近づいてください")
        self.assertEqual(line.one("prompt").attributes["lang"], "ja")
        self.assertIn("Come closer", line.text)

    def test_reader_shows_the_last_guidance_of_its_screen(self):
        screens = [d for d in self.case.all("device") if d.all("s-face_guide")]
        self.assertEqual([[p.text for p in d.all("prompt")] for d in screens], [["ゆっくり顔を左右に動かしてください"], []])
        self.assertIn("Last of 4 messages on this screen", self.case.text)

    def test_measures_stand_beside_their_limits(self):
        meters = self.line("Similarity").all("meter")
        self.assertEqual([(m.one("dt").text, m.one("value").text) for m in meters],
                         [("Similarity", "0.967 ≥ 0.400"), ("Liveness", "0.186 < 0.500"), ("Parallax", "not measured (needs 0.043)")])
        self.assertEqual([m.attributes["class"] for m in meters], ["meter held", "meter short", "meter none"])

    def test_bars_are_as_long_as_the_values(self):
        similarity, liveness, parallax = self.line("Similarity").all("meter")
        self.assertEqual([m.one("fill").attributes["style"] for m in (similarity, liveness)], ["width: 96.7%;", "width: 18.6%;"])
        self.assertEqual([m.one("limit").attributes["style"] for m in (similarity, liveness)], ["left: 40%;", "left: 50%;"])
        self.assertEqual(parallax.all("fill"), [])

    def test_who_stood_before_the_camera_is_told(self):
        self.assertEqual(self.line("Before the camera").one("chip").text, "printed photo")

    def test_decision_and_its_reason_are_words(self):
        self.assertIn("not a live person", self.line("Face compared").text)
        self.assertIn("face: not a live person", self.line("Identity refused").text)

    def test_what_was_wiped_is_named_and_nothing_else(self):
        self.assertEqual([chip.text for chip in self.line("Face data wiped").all("chip")], ["card's photo", "template"])

    def test_camera_failure_is_told(self):
        line = self.line("Camera failed")
        self.assertIn("no picture comes", line.text)
        self.assertIn("bad", line.attributes["class"])

    def test_missing_picture_is_named_and_its_line_stays(self):
        self.assertEqual(self.line("もう少し近づいてください").one("absent").text, "Picture file missing face-seen.02-come_closer.jpg")

    def test_file_that_is_no_jpeg_is_named(self):
        self.assertIn("Not a JPEG picture", self.line("動かずにお待ちください").one("absent").text)

    def test_picture_that_the_browser_cannot_draw_is_named(self):
        self.assertIn("Not a JPEG picture", self.line("ゆっくり顔を左右に動かしてください").one("absent").text)

    def test_file_name_is_shown_as_text(self):
        image = self.line("Similarity").one("img")
        self.assertEqual(image.attributes["title"], "<img src=x onerror=alert(1)>'\".jpg")
        self.assertEqual(self.dom.tags("title")[0].text, "Failed · camera-slot (model) · Uketsuke")

    def test_picture_outside_the_folder_is_not_read(self):
        self.assertEqual(self.line("../results.jsonl").one("absent").text, "Picture file missing ../results.jsonl")

    def test_every_event_can_be_pointed_at(self):
        for case in (self.case, self.nobody):
            numbers = [int(e.attributes["id"][6:]) for e in case.walk() if e.attributes.get("id", "").startswith("event-")]
            self.assertEqual(sorted(numbers), list(range(len(numbers))))

    def test_guidance_that_comes_again_is_folded(self):
        self.assertEqual(len(self.nobody.all("look")), 1)
        again = self.nobody.one("again")
        self.assertIn("Show your face, 13 times more", again.one("summary").text)
        self.assertNotIn("open", again.one("details").attributes)

    def test_link_to_a_folded_event_opens_it(self):
        numbers = [e.attributes["id"] for e in self.nobody.one("strip").walk() if "id" in e.attributes]
        dom = self.open_case("nobody-seen", f"&event={numbers[5][6:]}")
        self.assertEqual(dom.one("pointed").attributes["id"], numbers[5])
        self.assertIn("open", dom.one("again").one("details").attributes)

    def test_pictures_beyond_the_twelve_of_a_case_are_named(self):
        self.assertEqual(len(self.nobody.all("img")), 12)
        self.assertEqual([a.text for a in self.nobody.all("absent")],
                         [f"Beyond 12 pictures a case nobody-seen.{n}-show_face.jpg" for n in (13, 14)])

    def test_first_page_counts_what_is_carried_and_what_is_not(self):
        facts = {f.one("dt").text: f.one("dd").text for f in self.open("").one("hero").all("fact")}
        self.assertRegex(facts["Pictures"], r"^15 in this report \(2 KiB\)5 only named: ")
        for words in ("Beyond 12 pictures a case 2", "Picture file missing 2", "Not a JPEG picture 1"):
            self.assertIn(words, facts["Pictures"])

    def test_each_file_stands_in_the_report_once(self):
        pictures = Dom(self.report.read_text()).root.all("picture")
        self.assertEqual(len(pictures), 15)
        self.assertTrue(all(re.fullmatch(r"[A-Za-z0-9+/=]+", p.text) for p in pictures))

    def test_page_without_a_case_makes_no_image(self):
        self.assertEqual(self.open("#cases").tags("img"), [])


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
    """Makes screenshots for inspection."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as run:
        subprocess.run([ARGUMENTS.sample, run], check=True, stdout=subprocess.PIPE)
        report = (pathlib.Path(run) / "report.html").as_uri()
        for name, fragment in (("overview", ""), ("requirements", "#requirements"), ("old-flow", "#case=leaflet-by-face/date=2024-10-06"),
                               ("face", "#case=face-seen"), ("failure", "#case=card-pulled-before-limit-question/date=2024-10-07")):
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
