"""uketsuke evaluate with the product's own matcher, on rendered people."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

RENDER = pathlib.Path(sys.argv.pop(3)).resolve()

import program  # noqa: E402  (takes the first two arguments)

RENDERED = tempfile.TemporaryDirectory(prefix="uketsuke-test-")


def cache():
    if os.environ.get("UKETSUKE_CACHE"):
        return pathlib.Path(os.environ["UKETSUKE_CACHE"])
    return pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "uketsuke"


def setUpModule():
    heads = cache() / "models/heads"
    if not heads.is_dir():
        raise RuntimeError(f"{heads} is missing; run ./uketsuke test")
    subprocess.run([RENDER, heads, RENDERED.name, "6", "3"], check=True)


def tearDownModule():
    RENDERED.cleanup()


class OwnMatcher(program.ProgramTest):
    def evaluate(self, engine):
        answer = self.run_program("evaluate", f"{RENDERED.name}/faces", "--attacks", f"{RENDERED.name}/attacks", "--card",
                                  "--engine", engine, "--out", "out")
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        return json.loads((self.folder / "out/evaluation.json").read_text(encoding="utf-8"))

    def check(self, engine):
        report = self.evaluate(engine)
        self.assertIn(engine, report["matcher"])
        self.assertEqual(report["failure_to_enrol"]["errors"], 0)
        self.assertEqual(report["failure_to_acquire"]["errors"], 0)
        self.assertEqual(report["comparisons"]["genuine"], 18)
        self.assertEqual(report["comparisons"]["impostor"], 90)
        # Rendered strangers look alike (docs/accuracy.md), but each person is more similar to themselves than to the others.
        self.assertLess(report["equal_error"]["rate"], 0.1)
        self.assertGreater(min(row["score"] for row in report["lowest_genuine"]), 0.4)
        self.assertEqual(report["liveness"]["bpcer"]["trials"], 18)
        return report

    def test_rendered_people_are_told_apart_by_opencv(self):
        self.check("opencv")

    def test_rendered_people_are_told_apart_by_onnx_runtime(self):
        self.check("onnxruntime")


if __name__ == "__main__":
    program.main()
