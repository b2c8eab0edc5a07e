#!/usr/bin/env python3
"""Peak memory of the program over runs of 10, 100, 1,000 and 10,000 cases.

    python3 bench/micro/memory.py build/uketsuke
"""

import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()

SUITE = """scenario: waits-a-while
title: {{ ja: しばらく待つ, en: waits a while }}
date: 2024-10-07
patient: sato-hanako
site: clinic-default
matrix: {{ before: [{before}], after: [{after}] }}
script: [insert_card, {{ choose: pin }}, {{ wait: "${{before}}" }}, enter_pin, {{ wait: "${{after}}" }}, {{ answer: {{ all: agree }} }}, remove_card]
expect: {{ reception: complete }}
"""


def times(count):
    return ", ".join(f"{n}ms" for n in range(count))


def peak_of(folder, before, after):
    """Peak resident set, KiB, of the process that runs a matrix of so many cases."""
    suite = folder / "suite.yaml"
    suite.write_text(SUITE.format(before=times(before), after=times(after)), encoding="utf-8")
    running = subprocess.Popen([PROGRAM, "run", suite, "--out", folder / "out"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"the run of {before} x {after} cases failed")
    return usage.ru_maxrss


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        peak_of(folder, 1, 10)  # keys and certificates are issued here
        first = None
        print(f"{'cases':>7} {'peak KiB':>9} {'growth':>7}")
        for before, after in ((1, 10), (10, 10), (10, 100), (100, 100)):
            peak = peak_of(folder, before, after)
            first = first or peak
            print(f"{before * after:7} {peak:9} {100 * (peak - first) / first:6.1f}%")


main()
