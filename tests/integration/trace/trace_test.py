"""Traces as read by an independent dissector: tshark of Debian 12.

python3 trace_test.py PROGRAM SOURCE LINK_SAMPLE [TEST…]
"""

import collections
import datetime
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

import yaml

PROGRAM, SOURCE, SAMPLE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="uketsuke-trace-"))
DECODE = ["-d", "iso14443.subdissector,iso7816"]
BROKEN = "_ws.malformed || iso14443.crc.status == 0 || iso14443.cmd.unknown || _ws.short"


def call(*command, **environment):
    done = subprocess.run([str(part) for part in command], cwd=FOLDER, capture_output=True, text=True, timeout=300,
                          check=False, env={**os.environ, "TZ": "Asia/Tokyo", **environment})
    if done.returncode != 0:
        raise AssertionError(f"{command} gave {done.returncode}: {done.stdout[-2000:]} {done.stderr[-2000:]}")
    return done.stdout


def tshark(path, *arguments):
    return call("tshark", "-r", path, *DECODE, *arguments)


def count(path, display_filter):
    return len(tshark(path, "-Y", display_filter, "-T", "fields", "-e", "frame.number").split())


def column(path, *fields, display_filter=""):
    """One list of field values per packet."""
    arguments = [part for field in fields for part in ("-e", field)]
    lines = tshark(path, "-Y", display_filter or "frame", "-T", "fields", "-E", "separator=/t", *arguments)
    return [line.split("\t") for line in lines.splitlines()]


def joined(paths):
    """All packets of several captures in one file, so that tshark starts once: every file becomes a section, numbered
    from 1 (a pcapng file is a sequence of sections)."""
    out = FOLDER / "joined.pcapng"
    out.write_bytes(b"".join(path.read_bytes() for path in paths))
    return out


class Suites(unittest.TestCase):
    """The product's suites, run with traces."""

    @classmethod
    def setUpClass(cls):
        cls.printed = call(PROGRAM, "run", "--trace", "--out", "out", "--skip-tag", "pixels")
        cls.traces = sorted((FOLDER / "out" / "traces").iterdir())
        cls.all = joined(cls.traces)
        packets = collections.defaultdict(list)
        for section, stamp, info in column(cls.all, "frame.section_number", "frame.time_epoch", "_ws.col.Info"):
            packets[int(section)].append((stamp, info))
        cls.packets = [(path, packets[section]) for section, path in enumerate(cls.traces, 1)]

    def test_every_session_with_a_card_has_a_trace(self):
        sessions = 0
        for record in (FOLDER / "out" / "records").iterdir():
            kinds = [json.loads(line).get("kind") for line in record.read_text().splitlines()]
            sessions += "apdu" in kinds
        traced = {re.sub(r"\.\d+\.pcapng$", "", path.name) for path in self.traces if count_apdus(path)}
        self.assertEqual(len(traced), sessions)
        self.assertGreater(sessions, 100)
        self.assertIn("traces: out/traces", self.printed)

    def test_no_frame_is_malformed_or_has_a_wrong_crc(self):
        self.assertEqual(tshark(self.all, "-Y", BROKEN), "")

    def test_every_frame_with_a_crc_was_checked(self):
        frames = count(self.all, "iso14443.event == 0xfe || iso14443.event == 0xff")
        self.assertGreater(frames, 1000)
        self.assertEqual(count(self.all, "iso14443.crc.status == 1"), frames)

    def test_every_trace_has_its_activation(self):
        for path, packets in self.packets:
            info = [text for _, text in packets]
            self.assertEqual(info[0], "Field on", path.name)
            self.assertIn("ATQB", info, path.name)
            self.assertIn("Attrib", info, path.name)
            self.assertEqual(info[info.index("Attrib") + 1], "Response to Attrib", path.name)

    def test_apdus_are_named(self):
        info = " ".join(line[0] for line in column(self.all, "_ws.col.Info"))
        for name in ("Select file", "Verify", "Read binary"):
            self.assertIn(name, info)

    def test_chained_answers_are_put_together(self):
        lengths = {line[0] for line in column(self.all, "iso14443.apdu_reassembled.length",
                                              display_filter="iso14443.apdu_reassembled.length")}
        self.assertIn("258", lengths)  # 256 bytes and the status

    def test_no_block_carries_more_than_253_bytes(self):
        for (inf,) in column(self.all, "iso14443.inf", display_filter="iso14443.inf"):
            self.assertLessEqual(len(inf) // 2, 253)

    def test_stamps_are_of_the_day_of_the_case(self):
        japan = datetime.timezone(datetime.timedelta(hours=9))
        dated = 0
        for path, packets in self.packets:
            date = re.search(r"date=(\d{4}-\d{2}-\d{2}).*\.1\.pcapng$", path.name)
            if date:  # of the first card; the next one may be inserted on a later day
                first = datetime.datetime.fromtimestamp(float(packets[0][0]), japan)
                self.assertEqual(first.date().isoformat(), date[1], path.name)
                dated += 1
        self.assertGreater(dated, 20)

    def test_no_secret_of_any_persona_is_in_any_trace(self):
        secrets = set()
        for path in (SOURCE / "scenarios" / "personas").glob("*.yaml"):
            secrets |= secrets_of(yaml.safe_load(path.read_text(encoding="utf-8")))
        self.assertGreater(len(secrets), 20)
        for path in self.traces:
            for data, from_reader in frames(path):
                for secret in secrets:
                    # A card never sends a PIN; its certificates contain four such digits by chance.
                    if from_reader or len(secret) > 4:
                        self.assertNotIn(secret.encode(), data, f"{path.name} holds {secret}")

    def test_every_verify_is_hidden(self):
        bodies = [line[0] for line in column(self.all, "iso7816.apdu.body", display_filter="iso7816.apdu.ins == 0x20 && iso7816.apdu.body")]
        self.assertGreater(len(bodies), 50)
        for body in bodies:
            self.assertRegex(body, "^(2a)+$")

    def test_comments_say_step_requirement_and_command(self):
        comments = "\n".join(line[0] for line in column(self.all, "frame.comment", display_filter="frame.comment"))
        for text in ("VERIFY 利用者証明用PIN (authentication PIN)", "SELECT 公的個人認証 (JPKI)",
                     "COMPUTE DIGITAL SIGNATURE 利用者証明用秘密鍵"):
            self.assertIn(text, comments)
        self.assertRegex(comments, r"step \d+: insert_card")
        self.assertRegex(comments, r"requirements: [A-Z]+-\d+")

    def test_the_same_run_gives_the_same_bytes(self):
        call(PROGRAM, "run", "--trace", "--out", "again", "--jobs", "2", "--filter", "^leaflet")
        again = sorted((FOLDER / "again" / "traces").iterdir())
        self.assertGreater(len(again), 0)
        for path in again:
            self.assertEqual(path.read_bytes(), (FOLDER / "out" / "traces" / path.name).read_bytes(), path.name)

    def test_no_trace_stays_from_an_earlier_run(self):
        call(PROGRAM, "run", "--trace", "--out", "twice", "--filter", "^leaflet-pin-after")
        self.assertTrue((FOLDER / "twice" / "traces").exists())
        call(PROGRAM, "run", "--out", "twice", "--filter", "^leaflet-pin-after")
        self.assertFalse((FOLDER / "twice" / "traces").exists())

    def test_secrets_are_shown_where_asked_for_with_a_warning(self):
        done = subprocess.run([PROGRAM, "run", "--trace-secrets", "--out", "open", "--filter", "^leaflet-pin-after"],
                              cwd=FOLDER, capture_output=True, text=True, check=True, timeout=300)
        self.assertIn("warning: --trace-secrets", done.stderr)
        data = b"".join(payload for path in (FOLDER / "open" / "traces").iterdir() for payload in payloads(path))
        self.assertRegex(data, rb"\x00\x20\x00\x80\x04[0-9]{4}")


class Links(unittest.TestCase):
    """Card sessions that do not occur in the suites."""

    @classmethod
    def setUpClass(cls):
        cls.folder = FOLDER / "sample"
        cls.folder.mkdir()
        call(SAMPLE, cls.folder)

    def trace(self, name):
        return self.folder / f"{name}.1.pcapng"

    def bad_link(self):
        """Its sessions: a field reset starts a new one."""
        return sorted(self.folder.glob("bad-link.*.pcapng"))

    def test_waiting_time_extensions_are_recognised(self):
        requests = column(self.trace("waiting-time"), "iso14443.wtxm",
                          display_filter="iso14443.s_block_cmd == 3 && iso14443.event == 0xff")
        self.assertGreaterEqual(len(requests), 3)  # one for each command
        self.assertTrue(all(int(wtxm) >= 1 for (wtxm,) in requests))

    def test_commands_and_answers_are_chained(self):
        chained = [line[0] for line in column(self.trace("chaining-both-ways"), "iso14443.event",
                                              display_filter="iso14443.i_block_chaining == 1")]
        self.assertEqual(set(chained), {"0xfe", "0xff"})

    def test_no_frame_of_a_good_link_is_malformed_or_has_a_wrong_crc(self):
        for name in ("waiting-time", "chaining-both-ways", "secrets"):
            self.assertEqual(tshark(self.trace(name), "-Y", BROKEN), "", name)

    def test_deselect_is_recognised(self):
        self.assertEqual(count(self.trace("waiting-time"), "iso14443.s_block_cmd == 0"), 2)

    def test_two_cards_give_no_malformed_frame(self):
        self.assertEqual(tshark(self.trace("two-cards"), "-Y", "_ws.malformed"), "")

    def test_damaged_frames_are_shown_as_damaged(self):
        wrong = said = 0
        for path in self.bad_link():
            wrong += count(path, "iso14443.crc.status == 0")
            said += count(path, 'frame.comment contains "wrong CRC_B"')
        self.assertGreater(wrong, 0)
        self.assertLessEqual(wrong, said)  # tshark does not check a frame that it cannot dissect

    def test_neither_pin_nor_answer_is_in_a_trace_with_faults(self):
        for path in [self.trace("secrets"), *self.bad_link()]:
            for data in payloads(path):
                self.assertNotIn(b"0109", data, path.name)
                self.assertNotIn(b"8888", data, path.name)

    def test_the_photo_is_hidden_to_the_last_byte(self):
        # The sample's card answers every READ BINARY with the digit 7.
        self.assertFalse(any(b"77" in data for data in payloads(self.trace("secrets"))))
        self.assertTrue(any(b"77" in data for data in payloads(self.trace("chaining-both-ways"))))

    def test_the_status_word_is_shown_where_blocks_cut_it_in_two(self):
        # 251 bytes and two of status fill a block; 252 leave the second byte of the status for the next one.
        words = column(self.trace("secrets"), "iso7816.apdu.sw1", "iso7816.apdu.sw2", display_filter="iso7816.apdu.sw1")
        self.assertEqual(set(map(tuple, words)), {("0x90", "0x00")})


class Profile(unittest.TestCase):
    """The Wireshark profile of docs/wireshark."""

    def test_it_reads_apdus_and_shows_comments(self):
        profiles = FOLDER / "config" / "profiles"
        shutil.copytree(SOURCE / "docs" / "wireshark" / "uketsuke", profiles / "uketsuke")
        (FOLDER / "profile").mkdir()
        call(SAMPLE, FOLDER / "profile")
        shown = call("tshark", "-C", "uketsuke", "-r", FOLDER / "profile" / "secrets.1.pcapng",
                     WIRESHARK_CONFIG_DIR=str(FOLDER / "config"))
        line = next(line for line in shown.splitlines() if "Verify" in line)
        self.assertIn("VERIFY 利用者証明用PIN (authentication PIN)", line)
        self.assertIn("09:00:", line)


def count_apdus(path):
    return any(len(data) > 4 and data[0] in (0x02, 0x03) for data in payloads(path))


def payloads(path):
    return (data for data, _ in frames(path))


def frames(path):
    """The frames of a capture, as stored in the file, and whether the reader sent them."""
    data = path.read_bytes()
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        if kind == 6:
            (size,) = struct.unpack_from("<I", data, at + 20)
            yield data[at + 28 + 4:at + 28 + size], data[at + 29] in (0xFE, 0xFA)
        at += length


def secrets_of(persona):
    """Secrets of the persona's card: PINs, My Number."""
    found = set()

    def walk(key, value):
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(name, inner)
        elif key in ("pin", "signing_password", "my_number"):
            found.add(str(value))

    walk("", persona)
    return found


if __name__ == "__main__":
    try:
        tests = unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2, exit=False)
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(not tests.result.wasSuccessful())
