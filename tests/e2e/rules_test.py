"""uketsuke rules: rules in force, changes between days, unknowns; exploration and comparison."""

import re
import shutil
import xml.etree.ElementTree

import program


class Rules(program.ProgramTest):
    def rules(self, *options, code=0):
        answer = self.run_program("rules", *options)
        self.assertEqual(answer.returncode, code, answer.stdout + answer.stderr)
        return answer

    def test_the_reform_is_what_the_seventh_of_october_changes(self):
        text = self.rules("--diff", "2024-10-06", "2024-10-07").stdout
        self.assertIn("- first_screen: each_category\n", text)
        self.assertIn("+ first_screen: consent_all\n", text)
        self.assertIn("- limit: screen\n", text)
        self.assertIn("+ limit: automatic\n", text)
        self.assertNotIn("certificate", text)

    def test_a_day_without_a_change_says_so(self):
        self.assertIn("no rule differs", self.rules("--diff", "2024-10-07", "2024-10-08").stdout)

    def test_what_is_in_force_has_its_source_and_how_sure_it_is(self):
        text = self.rules("--date", "2024-10-06").stdout
        self.assertRegex(text, r"consent  2021-10-20 to 2024-10-06  \[seen\]\n  first_screen: each_category\n")
        self.assertEqual(text.count("  source: "), len(re.findall(r"  \[(?:seen|inferred|parameter)\]\n", text)))

    def test_what_is_not_public_is_listed_with_its_default(self):
        text = self.rules("--unknown").stdout
        self.assertRegex(text, r"screen_time_limit +60s")
        self.assertRegex(text, r"grace_until_month_end +false")
        self.assertIn("The time limit of a screen is not public.", text)

    def test_every_invariant_holds_in_every_state(self):
        text = self.rules("--explore").stdout
        figures = re.search(r"(\d+) states \((\d+) different ones\), (\d+) situations, (\d+) steps", text)
        self.assertIsNotNone(figures, text)
        self.assertGreater(int(figures[1]), 100_000)
        self.assertIn("invariants broken: 0; states that cannot reach idle: 0", text)

    def test_firmware_and_engine_agree_and_a_planted_defect_becomes_a_scenario_that_fails(self):
        self.assertIn(" 0 differences", self.rules("--compare", "--out", (self.folder / "none")).stdout)
        self.assertFalse((self.folder / "none").exists())
        self.rules("--compare", "--asks", "0011", "--plant", "ignores_missing_registration", "--out", (self.folder / "found"), code=1)
        suite = (self.folder / "found") / "difference-1.yaml"
        self.assertEqual(self.run_program("check", suite).returncode, 0, suite.read_text())
        sound = self.run_program("run", suite, "--out", (self.folder / "sound"))
        self.assertEqual(sound.returncode, 0, sound.stdout + sound.stderr)
        faulty = self.run_program("run", suite, "--plant", "ignores_missing_registration", "--out", (self.folder / "faulty"))
        self.assertEqual(faulty.returncode, 1, faulty.stdout + faulty.stderr)
        self.assertIn("REG-", faulty.stdout)

    def test_one_site_is_part_of_every_site(self):
        variants, states = (int(number) for number in re.search(
            r"(\d+) variants.*\n(\d+) states", self.rules("--explore", "--asks", "0011").stdout).groups())
        self.assertLess(variants, 100)
        self.assertGreater(states, 10_000)

    def test_records_of_a_run_cover_transitions(self):
        self.run_program("run", "--filter", "^leaflet-pin-after-reform/patient=suzuki-taro$", "--out", (self.folder / "out"))
        text = self.rules("--asks", "0011", "--covered-by", (self.folder / "out") / "records").stdout
        covered, all_of_them = map(int, re.search(r"1 records go through (\d+) of (\d+) kinds", text).groups())
        self.assertGreater(covered, 8)
        self.assertEqual(text.count("not covered: "), all_of_them - covered)
        self.assertNotIn("not covered: pin_entry: PIN entered -> pin_check", text)
        self.assertIn("not covered: face_guide: face compared: match -> certificate", text)

    def test_the_states_are_drawn(self):
        self.rules("--asks", "0011", "--graph", (self.folder / "states.dot"))
        dot = (self.folder / "states.dot").read_text()
        self.assertTrue(dot.startswith("digraph"))
        self.assertIn('"consent_all" -> "storing"', dot)
        if shutil.which("dot"):
            self.rules("--asks", "0011", "--graph", (self.folder / "states.svg"))
            root = xml.etree.ElementTree.parse((self.folder / "states.svg")).getroot()
            self.assertTrue(root.tag.endswith("svg"))

    def test_switches_of_no_site_are_bad_usage(self):
        for switches in ("0012", "011", "00110"):
            answer = self.rules("--explore", f"--asks={switches}", code=2)
            self.assertIn("is not four switches such as 0011", answer.stderr)

    def test_bad_input_is_said_in_one_line(self):
        for options, words in [
            (["--date", "2024-13-01"], "is not a date"),
            (["--date", "1999-01-01"], "no rule is in force on 1999-01-01"),
            (["--diff", "2024-10-06", "tomorrow"], "is not a date"),
            (["--graph", (self.folder / "states.txt")], "FILE.dot or FILE.svg"),
            (["--covered-by", (self.folder / "nothing")], "no such folder"),
            (["--compare", "--plant", "crashes"], "cannot be explored"),
            (["--compare", "--plant", "keeps_secret"], 'did you mean "keeps_secrets"'),
        ]:
            answer = self.rules(*options, code=2)
            self.assertIn(words, answer.stderr)
            self.assertEqual(len(answer.stderr.strip().splitlines()), 1, answer.stderr)


program.main()
