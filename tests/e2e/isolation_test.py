"""A crash or hang costs one case; an interruption keeps the results so far; a full disk leaves the previous files."""

import os
import signal
import subprocess
import time

import program


class Isolation(program.ProgramTest):
    def test_a_crash_fails_its_case_with_signal_and_last_events_and_the_run_goes_on(self):
        suite = self.write("suite.yaml", program.suite("by-pin") + "---\n" + program.suite(
            "by-face", "[insert_card, { choose: face }, look_at_camera, { answer: { all: agree } }, remove_card]"))
        answer = self.run_program("run", suite, "--plant", "crashes", "--out", "out")  # when a PIN is entered
        self.assertEqual(answer.returncode, 3, answer.stdout)
        cases, _ = self.results()
        self.assertEqual(cases["by-face"]["result"], "pass")
        self.assertEqual(cases["by-pin"]["result"], "error")
        self.assertIn("SIGABRT", cases["by-pin"]["crash"])
        self.assertIn("pin_entered", cases["by-pin"]["crash"])
        self.assertIn("SIGABRT", answer.stdout)
        self.assertTrue((self.folder / "out/report.html").exists())

    def test_a_crash_in_a_face_plug_in_names_the_call(self):
        library = self.folder / "libmine.so"
        folder = program.SOURCE / "tests/integration/face_plugin"
        subprocess.run(["cc", "-std=c99", "-shared", "-fPIC", "-DFAULT_CRASH_IN_ENROL",
                        f"-I{program.SOURCE / 'reader_model/face_match/plugin'}", folder / "misbehaving.c", "-o", library], check=True)
        suite = self.write("suite.yaml", program.suite(
            "by-face", "[insert_card, { choose: face }, look_at_camera]", "vision: rendered", "{ identity: face }"))
        answer = self.run_program("run", suite, "--matcher", library, "--matcher-threshold", "0.5", "--out", "out")
        self.assertEqual(answer.returncode, 3, answer.stdout)
        crash = self.results()[0]["by-face"]["crash"]
        self.assertIn("SIGABRT", crash)
        self.assertIn(f"in enrol of face plug-in {library}", crash)

    def test_a_hanging_case_is_ended(self):
        suite = self.write("suite.yaml", program.suite())
        answer = self.run_program("run", suite, "--plant", "hangs", "--case-seconds", "1", "--out", "out")
        self.assertEqual(answer.returncode, 3, answer.stdout)
        self.assertIn("took too long", self.results()[0]["one-case"]["crash"])

    def test_ctrl_c_keeps_partial_results(self):
        times = ", ".join(f"{n}ms" for n in range(5000))
        suite = self.write("suite.yaml", program.suite(
            "long", "[insert_card, { choose: pin }, { wait: \"${pause}\" }, enter_pin]",
            f"matrix: {{ pause: [{times}] }}", "{ identity: pin }"))
        running = subprocess.Popen([program.PROGRAM, "run", suite, "--out", "out"], cwd=self.folder, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        records = self.folder / "out/records"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (records.is_dir() and len(os.listdir(records)) > 20):
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the whole group
        output, errors = running.communicate(timeout=60)
        self.assertEqual(running.returncode, 4, output + errors)
        cases, end = self.results()
        self.assertTrue(end["interrupted"])
        self.assertGreater(len(cases), 10)
        self.assertLess(len(cases), 5000)
        self.assertTrue((self.folder / "out/report.html").exists())
        self.assertTrue((self.folder / "out/junit.xml").exists())

    def test_a_disk_that_takes_no_more_gives_one_line_and_leaves_no_half_report(self):
        suite = self.write("suite.yaml", program.suite())
        self.assertEqual(self.run_program("run", suite, "--out", "out").returncode, 0)
        before = {path: path.read_bytes() for path in (self.folder / "out").glob("*.*")}
        # A file size limit needs no mount and no privilege; write(2) fails as on a full disk, with another error number.
        answer = subprocess.run(["sh", "-c", 'ulimit -f 8; exec "$1" run suite.yaml --out out', "sh", program.PROGRAM],
                                cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(answer.returncode, 3, answer.stderr)
        self.assertEqual(len(answer.stderr.strip().splitlines()), 1, answer.stderr)
        self.assertIn("cannot write it: File too large", answer.stderr)
        after = {path: path.read_bytes() for path in (self.folder / "out").glob("*.*")}
        self.assertEqual(before, after, "what was there before is as it was, and nothing half written beside it")


program.main()
