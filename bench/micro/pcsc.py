#!/usr/bin/python3
"""APDUs per second over PC/SC: our card beside the virtual smart card of vsmartcard, in two readers of one pcscd.

Usage: bench/micro/pcsc.py build/uketsuke
Debian: pcscd vsmartcard-vpcd vsmartcard-vpicc python3-pyscard python3-pycryptodome; root, or user namespaces.

Both get a SELECT of an existing file, one at a time, from one application: client software on a clinic's computer
works in this way too. The cards take turns, so that other load on the machine affects both equally.
"""

import os
import pathlib
import sys
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
if len(sys.argv) == 2:
    sys.argv.append(str(SOURCE))
if len(sys.argv) != 3:
    sys.exit(__doc__)
sys.path.insert(0, str(SOURCE / "tests/integration/card"))

import lab  # noqa: E402  its first import restarts this program in its own namespaces

ROUNDS = 5
OURS = ("uketsuke card", "00A4040C0A D392F000260100000001", 4000)  # the application 公的個人認証
THEIRS = ("vicc -t iso7816", "00A4000C02 3F00", 40)  # the master file
NEEDED_RATIO, NEEDED_P99 = 300, 1e-3


def vicc(folder):
    """Starts Debian's vicc with what its package omits: its modules' folder, and PyCryptodome under its old name."""
    (folder / "Crypto").symlink_to("/usr/lib/python3/dist-packages/Cryptodome")
    path = f"/usr/lib/python3/site-packages/virtualsmartcard:{folder}"
    return lab.Process(["/usr/bin/python3", "/usr/bin/vicc", "-t", "iso7816", "--hostname", "127.0.0.1", "--port",
                        lab.SECOND_PORT], env={**os.environ, "PYTHONPATH": path})


def measure(client, command, count):
    """Seconds of each exchange."""
    command = list(bytes.fromhex(command))
    seconds = []
    for _ in range(count):
        begin = time.perf_counter()
        answer = client.transmit_bytes(command)
        seconds.append(time.perf_counter() - begin)
        if answer != b"\x90\x00":
            raise AssertionError(f"answered {answer.hex()}")
    return seconds


def report(name, seconds):
    """@return commands a second, and the 99th percentile"""
    ordered = sorted(seconds)
    rate, p50, p99 = (len(seconds) / sum(seconds), ordered[len(seconds) // 2], ordered[len(seconds) * 99 // 100])
    print(f"{name:<16} {len(seconds):>6} SELECT   {rate:>9.1f} /s   p50 {p50 * 1e3:>8.3f} ms   p99 {p99 * 1e3:>8.3f} ms")
    return rate, p99


def main():
    with lab.tempfile.TemporaryDirectory(prefix="uketsuke-bench-") as name:
        folder = pathlib.Path(name)
        processes = [lab.Pcscd(folder), vicc(folder),
                     lab.Process([lab.PROGRAM, "card", "--persona", "sato-hanako", "--wait"])]
        try:
            clients = [lab.Client().connect(), lab.Client(lab.SECOND_READER).connect()]
            seconds = ([], [])
            for which, (_, command, count) in enumerate((OURS, THEIRS)):
                measure(clients[which], command, count // 4)  # warm
            for _ in range(ROUNDS):
                for which, (_, command, count) in enumerate((OURS, THEIRS)):
                    seconds[which].extend(measure(clients[which], command, count))
            ours, p99 = report(OURS[0], seconds[0])
            theirs, _ = report(THEIRS[0], seconds[1])
        finally:
            for process in reversed(processes):
                process.end()
    good = ours / theirs >= NEEDED_RATIO and p99 <= NEEDED_P99
    print(f"ratio {ours / theirs:.0f} (at least {NEEDED_RATIO}), p99 {p99 * 1e3:.3f} ms (at most {NEEDED_P99 * 1e3:.0f} ms): "
          f"{'reached' if good else 'NOT reached'}")
    return 0 if good else 1


sys.exit(main())
