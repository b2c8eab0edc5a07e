"""The suites find every plantable firmware defect, and for the right reason."""

import program

# The requirement that must be among those found violated. Independent of the program's list: a defect without a line fails.
EXPECTED = {
    "asks_consent_before_identity": "CONSENT",
    "releases_without_consent": "RELEASE",
    "limit_screen_after_reform": "LIMIT",
    "timeout_counts_as_consent": "CONSENT",
    "reuses_last_consent": "CONSENT-10",
    "accepts_any_face": "FACE",
    "accepts_expired_certificate": "CERT",
    "asks_in_grace": "CERT",
    "keeps_secrets": "PRIV",
    "forgets_card_left_alarm": "CARD",
    "asks_unset_categories": "CONSENT",
    "ignores_missing_registration": "REG",
    "agree_all_covers_specific_disease": "TSR-05",
    "releases_specific_disease_unasked": "TSR",
    "phone_gets_grace": "PHONE-06",
    "offers_phone_always": "PHONE-01",
    "accepts_locked_phone": "PHONE-03",
    "keeps_phone": "PHONE-10",
}


class Defects(program.ProgramTest):
    def names(self):
        answer = self.run_program("run", "--plant", "?")
        self.assertEqual(answer.returncode, 2)
        inside = answer.stderr[answer.stderr.index("(known: ") + len("(known: "):answer.stderr.rindex(")")]
        return [name for name in inside.split(", ") if name not in ("crashes", "hangs")]

    def test_every_defect_that_can_be_planted_is_known_here(self):
        self.assertEqual(sorted(self.names()), sorted(EXPECTED))

    def test_each_is_caught(self):
        for defect, family in EXPECTED.items():
            with self.subTest(defect):
                answer = self.run_program("run", "--plant", defect, "--out", "out", "--skip-tag", "pixels")
                self.assertEqual(answer.returncode, 1, answer.stdout[-2000:])
                found = {finding["requirement"] for case in self.results()[0].values() if case["result"] == "fail"
                         for finding in case["findings"]}
                self.assertTrue(any(name.startswith(family) for name in found), f"{defect}: {sorted(found)}")

    def test_without_a_defect_nothing_is_found(self):
        answer = self.run_program("run", "--out", "out", "--skip-tag", "pixels")
        self.assertEqual(answer.returncode, 0, answer.stdout[-2000:])


program.main()
