"""Bad input gives one clear line with place and error, the correct exit code, and no partial files."""

import os

import program


class BadInput(program.ProgramTest):
    def refused(self, *arguments, says, code=2):
        answer = self.run_program(*arguments)
        self.assertEqual(answer.returncode, code, answer.stdout + answer.stderr)
        lines = answer.stderr.strip().splitlines()
        self.assertLessEqual(len(lines), 2, answer.stderr)
        self.assertIn(says, lines[0])
        self.assertFalse((self.folder / "out").exists() and os.listdir(self.folder / "out"))
        return lines[0]

    def suite_refused(self, text, says):
        path = self.write("suite.yaml", text)
        line = self.refused("run", path, "--out", "out", says=says)
        self.assertRegex(line, r"suite\.yaml(:\d+:\d+)?: ")

    def test_misspelt_key_names_the_nearest(self):
        self.suite_refused(program.suite().replace("patient:", "pateint:"), 'unknown key "pateint" (did you mean "patient"?)')

    def test_misspelt_step_names_the_nearest(self):
        self.suite_refused(program.suite(script="[insert_crad]"), 'did you mean "insert_card"?')

    def test_wrong_type(self):
        self.suite_refused(program.suite(script="insert_card"), "expected a list")

    def test_missing_persona(self):
        self.suite_refused(program.suite().replace("sato-hanako", "sato-hanoko"), 'did you mean "sato-hanako"?')

    def test_impossible_date(self):
        self.suite_refused(program.suite().replace("2024-10-07", "2024-02-30"), '"2024-02-30" is not a date')

    def test_date_before_every_rule(self):
        self.suite_refused(program.suite().replace("2024-10-07", "2019-01-01"), "2019-01-01")

    def test_cyclic_alias(self):
        self.suite_refused("script: &a [*a]\n", "an alias must not be inside the node that it refers to")

    def test_huge_aliases(self):
        bombs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for n in range(1, 12):
            bombs += f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]\n"
        self.suite_refused(bombs, "nodes, counting an alias")

    def test_ten_megabytes(self):
        self.suite_refused("# " + "x" * (10 << 20) + "\n", "10.0 MiB exceeds the limit")

    def test_binary_file(self):
        self.suite_refused(b"\x7fELF\x02\x01\x01\x00\xff\xfe", "not UTF-8 text")

    def test_empty_suite(self):
        self.suite_refused("", "has no scenario")

    def test_missing_file(self):
        self.refused("run", "nowhere.yaml", "--out", "out", says="nowhere.yaml")

    def test_unreadable_folder(self):
        (self.folder / "loop").symlink_to("loop")
        self.refused("run", "loop", "--out", "out", says="loop")

    def test_folder_without_suites(self):
        (self.folder / "empty").mkdir()
        self.refused("run", "empty", "--out", "out", says="empty")

    def test_jobs_zero(self):
        self.refused("run", "--jobs", "0", "--out", "out", says="--jobs")

    def test_unknown_device_lists_the_known_ones(self):
        self.refused("run", "--device", "nobody", "--out", "out", says='--device: unknown device "nobody" (known: model, null)')

    def test_option_that_the_device_does_not_read(self):
        self.refused("run", "--device", "null", "--plant", "hangs", "--out", "out", says="--plant: only --device model reads this option")

    def test_traces_of_a_device_that_writes_none(self):
        self.refused("run", "--device", "null", "--trace", "--out", "out", says='--trace: the device "null" cannot write traces; leave out --trace')

    def test_unknown_report_lists_the_known_ones(self):
        self.refused("run", "--report", "nobody", "--out", "out", says='unknown report "nobody" (known: jsonl, junit, html, console)')

    def test_report_path_that_is_a_folder(self):
        self.refused("run", "--report", "junit=.", "--out", "out", says="--report: . is a folder")

    def test_report_path_that_cannot_be_written(self):
        self.refused("run", "--report", "junit=nowhere/ci.xml", "--out", "out", says="--report: nowhere/ci.xml cannot be written")

    def test_a_refused_run_leaves_what_an_earlier_one_wrote(self):
        suite = self.write("suite.yaml", program.suite())
        self.run_program("run", suite, "--out", "kept")
        before = sorted(str(path) for path in (self.folder / "kept").rglob("*"))
        self.refused("run", suite, "--report", "junit=nowhere/ci.xml", "--out", "kept", says="nowhere/ci.xml")
        self.assertEqual(sorted(str(path) for path in (self.folder / "kept").rglob("*")), before)

    def test_unknown_option(self):
        self.refused("run", "--job", "2", says="--job")

    def test_no_command(self):
        self.refused(says="subcommand")

    def test_filter_that_is_no_expression(self):
        self.refused("run", "--filter", "(", "--out", "out", says="--filter")

    def test_filter_that_fits_nothing(self):
        self.refused("run", "--filter", "no-such-case", "--out", "out", says="none of the")

    def test_output_folder_that_cannot_be_made(self):
        self.write("file", "x")
        answer = self.run_program("run", "--out", "file/out", "--filter", "leaflet")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("file/out", answer.stderr)
        self.assertIn("--out", answer.stderr)

    def test_check_lists_every_bad_scenario_and_runs_none(self):
        bad = program.suite("first").replace("date:", "dote:") + "---\n" + program.suite("second").replace("site:", "siet:")
        answer = self.run_program("check", self.write("suite.yaml", bad))
        self.assertEqual(answer.returncode, 2)
        self.assertEqual(len(answer.stderr.strip().splitlines()), 2, answer.stderr)

    def test_check_of_the_shipped_suites_finds_nothing(self):
        answer = self.run_program("check")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("all valid", answer.stdout)


program.main()
