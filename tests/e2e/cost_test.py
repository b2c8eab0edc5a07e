"""uketsuke cost: what a patient pays at the window, asked as a clerk would."""

import json

import program


class Cost(program.ProgramTest):
    def cost(self, income_class, total, date, *options):
        answer = self.run_program("cost", "--class", income_class, "--total", total, "--date", date, *options)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        self.assertEqual(answer.stderr, "")
        return answer.stdout

    def paid(self, *arguments):
        return json.loads(self.cost(*arguments, "--json"))["paid"]

    def refused(self, *arguments, says):
        answer = self.run_program("cost", *arguments)
        self.assertEqual(answer.returncode, 2, answer.stdout + answer.stderr)
        self.assertEqual(answer.stdout, "")
        lines = answer.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, answer.stderr)
        self.assertIn(says, lines[0])

    def test_the_official_example(self):
        text = self.cost("ウ", "1000000", "2024-11-01")
        for part in ["80,100 + (1,000,000 - 267,000) × 1 %", " 300,000  3割", " 87,430", " 212,570", "[seen]: "]:
            self.assertIn(part, text)

    def test_a_code_is_a_class(self):
        self.assertEqual(self.cost("A03", "1000000", "2024-11-01"), self.cost("ウ", "1,000,000", "2024-11-01"))

    def test_the_relief_ends(self):
        visit = ["--outpatient", "--born", "1940-01-15"]
        self.assertEqual(self.paid("一般Ⅱ", "80000", "2025-09-30", *visit), 11000)
        self.assertEqual(self.paid("一般Ⅱ", "80000", "2025-10-01", *visit), 16000)

    def test_the_month_of_the_75th_birthday_comes_from_the_birthday(self):
        self.assertEqual(self.paid("現役並みⅡ", "336000", "2024-05-20", "--born", "1949-05-15"), 84270)
        self.assertEqual(self.paid("現役並みⅡ", "336000", "2024-05-20", "--born", "1949-05-01"), 100800)

    def test_the_4th_month(self):
        self.assertEqual(self.paid("ウ", "364520", "2024-11-01", "--multiple"), 44400)

    def test_json_is_the_same_answer(self):
        answer = json.loads(self.cost("ウ", "1000000", "2024-11-01", "--json"))
        self.assertEqual((answer["share"], answer["ceiling"], answer["refund"]), (300000, 87430, 212570))
        self.assertEqual(answer["rules"]["shares"]["from"], "2022-10-01")

    def test_a_planned_rule_says_so(self):
        self.assertIn("[inferred]: PLANNED", self.cost("ウ", "1000000", "2026-11-29"))

    def test_what_is_not_public_is_not_made_up(self):
        self.refused("--class", "イ", "--total", "1000000", "--date", "2026-11-29",
                     says="no public formula for class イ from 2026-08-01")

    def test_bad_input_is_one_line(self):
        good = {"--class": "ウ", "--total": "1000000", "--date": "2024-11-01"}
        for option, value, says in [
                ("--class", "カ", 'there is no class "カ"; the classes: A01 ア'),
                ("--class", "A07", 'did you mean "A0'),
                ("--total", "-1000", "--total: -1000 is not from 1 to 1,000,000,000 yen"),
                ("--total", "99999999999999999999999999", "is not from 1 to"),
                ("--total", "a million", '--total: "a million" is not an amount'),
                ("--total", "1e6", "is not an amount"),
                ("--total", "", "is not an amount"),
                ("--date", "2014-12-31", "2014-12-31 is before the first period"),
                ("--date", "2024-13-01", "is not a date"),
                ("--age", "72", 'ウ is no class of the age "70 to 74"'),
                ("--age", "-3", "is not an age"),
                ("--born", "2030-01-01", "comes after the treatment"),
                ("--share", "7", "is not 1, 2 or 3"),
                ("--share", "1", "1割 does not fit: ウ pays 2割 or 3割 here")]:
            with self.subTest(option=option, value=value):
                given = {**good, option: value}
                self.refused(*[word for pair in given.items() for word in pair], says=says)

    def test_a_question_without_a_total_is_bad_usage(self):
        answer = self.run_program("cost", "--class", "ウ", "--date", "2024-11-01")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("--total is required", answer.stderr)


program.main()
