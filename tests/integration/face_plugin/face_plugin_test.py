"""The sample plug-in and misbehaving plug-ins, built outside the tree with only the header, and used."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv[1])
PROBE = sys.argv[2]
HEADER = ROOT / "reader_model/face_match/plugin/uketsuke_face_plugin.h"
POLICY = ROOT / "reader_model/face_match/policy/face_policy.yaml"
LATENCY = ROOT / "reader_model/face_match/policy/latency.yaml"
MISBEHAVING = ROOT / "tests/integration/face_plugin/misbehaving.c"


def build(*command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stdout}")


def probe(*arguments):
    done = subprocess.run([PROBE, *map(str, arguments)], stdout=subprocess.PIPE, text=True, timeout=60)
    return done.returncode, done.stdout.strip()


class OutsideTheTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="face-plugin-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "include").mkdir()
        shutil.copy(HEADER, self.folder / "include")


class Sample(OutsideTheTree):
    def setUp(self):
        super().setUp()
        source = self.folder / "source"
        shutil.copytree(ROOT / "examples/face_plugin", source)
        build("cmake", "-G", "Ninja", "-S", source, "-B", self.folder / "out",
              f"-DUKETSUKE_FACE_PLUGIN_INCLUDE={self.folder / 'include'}", "-DCMAKE_C_FLAGS=-Werror")
        build("cmake", "--build", self.folder / "out")
        self.library = self.folder / "out/libmean_face.so"

    def policy(self, *changes):
        text = POLICY.read_text()
        for section in changes:
            before, after = f"{section}:\n  required: true", f"{section}:\n  required: false"
            self.assertIn(before, text)
            text = text.replace(before, after)
        path = self.folder / "policy.yaml"
        path.write_text(text)
        return path

    def watch(self, policy, who):
        return probe("watch", self.library, policy, LATENCY, who)

    def test_the_same_picture_matches_as_soon_as_it_was_steady(self):
        self.assertEqual(self.watch(self.policy("liveness", "parallax"), "same"), (0, "match after 4 frames"))

    def test_another_picture_is_refused_after_three_votes(self):
        self.assertEqual(self.watch(self.policy("liveness", "parallax"), "other"), (0, "no_match after 12 frames"))

    def test_the_shipped_policy_needs_what_the_sample_does_not_measure(self):
        code, text = self.watch(POLICY, "same")
        self.assertEqual(code, 1)
        self.assertIn("gave 5 landmarks and the parallax test needs 68", text)

    def test_a_policy_that_requires_liveness_names_the_setting(self):
        code, text = self.watch(self.policy("parallax"), "same")
        self.assertEqual(code, 1)
        self.assertIn("set liveness.required to false", text)

    def test_the_one_line_of_the_readme_builds_it_as_well(self):
        library = self.folder / "libmean_face.so"
        build("cc", "-std=c99", "-shared", "-fPIC", f"-I{self.folder / 'include'}",
              self.folder / "source/mean_face.c", "-lm", "-o", library)
        self.assertEqual(probe("call", library), (0, "mean-face 1.0: 1 faces"))

    def test_it_exports_one_symbol(self):
        listed = subprocess.run(["nm", "-D", "--defined-only", self.library], stdout=subprocess.PIPE, text=True, check=True)
        symbols = {line.split()[-1] for line in listed.stdout.splitlines()}
        self.assertEqual(symbols, {"uketsuke_face_plugin_get"})


class Misbehaving(OutsideTheTree):
    def use(self, fault):
        library = self.folder / "libmisbehaving.so"
        build("cc", "-std=c99", "-shared", "-fPIC", f"-DFAULT_{fault}", f"-I{self.folder / 'include'}", MISBEHAVING, "-o", library)
        code, text = probe("call", library)
        self.assertIn(str(library), text)
        return code, text

    def refused(self, fault, *texts):
        code, text = self.use(fault)
        self.assertEqual(code, 1, text)
        for part in texts:
            self.assertIn(part, text)

    def killed(self, fault, signal, function):
        code, text = self.use(fault)
        self.assertEqual((code, text), (2, f"{signal} in {function} of face plug-in {self.folder / 'libmisbehaving.so'}"))

    def test_a_plugin_without_the_symbol(self):
        self.refused("NO_SYMBOL", "exports no uketsuke_face_plugin_get")

    def test_a_plugin_of_another_abi(self):
        self.refused("OTHER_ABI", "built for ABI 99, this program has ABI 1")

    def test_a_short_table(self):
        self.refused("SHORT_TABLE", "its table has 16 bytes")

    def test_no_table(self):
        self.refused("NO_TABLE", "gave NULL")

    def test_a_box_that_is_no_number(self):
        self.refused("NAN_BOX", "analyse gave x = nan")

    def test_a_score_beyond_all_bounds(self):
        self.refused("HUGE_SCORE", "analyse gave similarity = 1e+30, which must be from -1 to 1")

    def test_more_faces_than_there_was_room_for(self):
        self.refused("HUGE_COUNT", "count = 1000016, more than capacity = 16")

    def test_faces_written_beyond_the_end(self):
        self.refused("FACES_PAST_END", "wrote more than the 16 faces")

    def test_an_error_text_without_an_end(self):
        self.refused("ENDLESS_TEXT", "analyse failed", "zzz")

    def test_an_error_text_beyond_its_end(self):
        self.refused("TEXT_PAST_END", "wrote beyond the 256 bytes")

    def test_a_status_that_does_not_exist(self):
        self.refused("BAD_STATUS", "analyse may not return status 4711")

    def test_a_crash_is_told_with_the_call_in_flight(self):
        self.killed("CRASH", "SIGSEGV", "analyse")

    def test_an_abort_in_enrol_is_told_as_that(self):
        self.killed("CRASH_IN_ENROL", "SIGABRT", "enrol")

    def test_a_hang_ends_with_the_case_and_is_told_with_the_call_in_flight(self):
        self.killed("HANG", "SIGALRM", "analyse")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
