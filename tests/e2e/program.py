"""Runs the program as a user does, in a scratch folder per test."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="uketsuke-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_program(self, *arguments, timeout=240):
        return subprocess.run([str(PROGRAM), *map(str, arguments)], cwd=self.folder, capture_output=True,
                              text=True, timeout=timeout, check=False)

    def write(self, name, text):
        path = self.folder / name
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")
        return path

    def results(self, out="out"):
        """The cases of results.jsonl by id, and its last line."""
        lines = [json.loads(line) for line in (self.folder / out / "results.jsonl").read_text().splitlines()]
        return {line["case"]: line for line in lines[1:-1]}, lines[-1]

    def records(self, out="out"):
        return {path.name: path.read_bytes() for path in (self.folder / out / "records").iterdir()}


def suite(name="one-case", script="[insert_card, { choose: pin }, enter_pin, { answer: { all: agree } }, remove_card]",
          extra="", expect="{ reception: complete }"):
    return f"""scenario: {name}
title: {{ ja: 試験, en: test }}
date: 2024-10-07
patient: sato-hanako
site: clinic-default
{extra}
script: {script}
expect: {expect}
"""


def main():
    """python3 X_test.py PROGRAM SOURCE [TEST…]"""
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
