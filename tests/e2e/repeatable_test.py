"""A seed gives byte-identical records, however many cases run in parallel and in any order."""

import program


class Repeatable(program.ProgramTest):
    def test_jobs_and_order_change_nothing(self):
        runs = {"one": ["--jobs", "1"], "two": ["--jobs", "2"], "shuffled": ["--jobs", "2", "--shuffle", "--seed", "1"]}
        for out, options in runs.items():
            self.assertEqual(self.run_program("run", "--out", out, "--skip-tag", "pixels", *options).returncode, 0, out)
        first = self.records("one")
        self.assertGreaterEqual(len(first), 40)
        for out in ("two", "shuffled"):
            self.assertEqual(first, self.records(out), out)
        self.assertEqual(list(self.results("one")[0]), list(self.results("shuffled")[0]), "results stand in the order of the cases")

    def test_another_seed_gives_other_records(self):
        suite = self.write("suite.yaml", program.suite())
        self.run_program("run", suite, "--out", "one", "--seed", "1")
        self.run_program("run", suite, "--out", "two", "--seed", "2")
        self.assertNotEqual(self.records("one"), self.records("two"))


program.main()
