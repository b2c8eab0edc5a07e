"""uketsuke evaluate: rates counted by hand, errors in pictures, pairs and matchers, and the output files."""

import csv
import json
import os
import pathlib
import random
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib

import program

FACE, NO_FACE, CRASH, HANG, FAIL, NO_SCORE, INTERRUPT, NOT_ENROLLED = range(8)

BUILT = tempfile.TemporaryDirectory(prefix="uketsuke-test-")
MATCHER = pathlib.Path(BUILT.name) / "libfake.so"
WITH_TEMPLATES = pathlib.Path(BUILT.name) / "libfake-templates.so"


def setUpModule():
    for library, options in ((MATCHER, []), (WITH_TEMPLATES, ["-DTEMPLATES"])):
        subprocess.run(["cc", "-std=gnu99", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", *options, f"-I{program.SOURCE}",
                        "-o", library, program.SOURCE / "tests/e2e/fake_matcher.c", "-lm"], check=True)


def tearDownModule():
    BUILT.cleanup()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(rows, width=16, height=20, depth=8, colour=2):
    """A PNG file from the bytes of its rows."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    raw = b"".join(b"\0" + row for row in rows)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))


def face(person, noise=0, what=FACE, liveness=255):
    """A picture that contains the fake matcher's answer."""
    first = bytes([person, noise, what, liveness, 0, 0]) + bytes(16 * 3 - 6)
    return png([first] + [bytes(16 * 3)] * 19)


def bmp(person, noise=0):
    """As `face`, but a BMP file: rows from below, blue first."""
    rows = [bytes(16 * 3)] * 19 + [bytes([FACE, noise, person, 0, 0, 255]) + bytes(16 * 3 - 6)]
    pixels = b"".join(rows)
    return (b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54)
            + struct.pack("<IiiHHIIiiII", 40, 16, 20, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels)


def single(value):
    """Rounded to a C float."""
    return struct.unpack("f", struct.pack("f", value))[0]


class Evaluate(program.ProgramTest):
    library = MATCHER

    def put(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def gallery(self, noises, folder="faces"):
        """One list of noises per person; the first picture is the reference."""
        for person, pictures in enumerate(noises):
            for number, noise in enumerate(pictures):
                self.put(f"{folder}/p{person:02}/{number}.png", face(person, noise))
        return self.folder / folder

    def evaluate(self, *arguments, code=0, matcher=True):
        chosen = ["--matcher", self.library] if matcher else []
        answer = self.run_program("evaluate", *arguments, *chosen, "--out", "out")
        self.assertEqual(answer.returncode, code, answer.stdout + answer.stderr)
        return answer

    def report(self):
        return json.loads((self.folder / "out/evaluation.json").read_text(encoding="utf-8"))

    def scores(self):
        with open(self.folder / "out/scores.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def refused(self, *arguments, says, matcher=True):
        answer = self.evaluate(*arguments, code=2, matcher=matcher)
        self.assertIn(says, answer.stderr)
        self.assertFalse((self.folder / "out/evaluation.json").exists())
        return answer.stderr


class Rates(Evaluate):
    NOISES = [[5, 20, 61], [10, 70, 0], [30, 44, 90], [60, 12, 33], [0, 99, 50], [80, 7, 66], [77, 3, 15]]

    def expected(self):
        genuine = [single(1 - noise / 100) for person in self.NOISES for noise in person[1:]]
        impostor = [single((self.NOISES[a][0] + noise) / 250) for a in range(7) for b in range(7) if a != b
                    for noise in self.NOISES[b][1:]]
        return genuine, impostor

    def test_rates_are_those_counted_by_hand(self):
        self.evaluate(self.gallery(self.NOISES), "--fmr", "0.1", "0.01", "--threshold", "0.3", "0.5")
        genuine, impostor = self.expected()
        report = self.report()
        self.assertEqual(report["comparisons"]["genuine"], 14)
        self.assertEqual(report["comparisons"]["impostor"], 84)
        thresholds = sorted(set(genuine + impostor))
        for row, fmr in zip(report["rates"][:2], (0.1, 0.01)):
            highest_refused = sorted(impostor, reverse=True)[int(fmr * 84)]
            self.assertGreater(row["threshold"], highest_refused)
            self.assertAlmostEqual(row["threshold"], highest_refused, places=6)
        for row in report["rates"]:
            threshold = row["threshold"]
            self.assertEqual(row["fmr"]["errors"], sum(s >= threshold for s in impostor))
            self.assertEqual(row["fnmr"]["errors"], sum(s < threshold for s in genuine))
        # The rates cross where the larger of the two is smallest, or between that threshold and its neighbour.
        greater = [max(sum(s >= t for s in impostor) / 84, sum(s < t for s in genuine) / 14) for t in thresholds]
        self.assertLessEqual(report["equal_error"]["rate"], min(greater))
        self.assertGreater(report["equal_error"]["rate"], min(greater) - 1 / 14)

    def test_every_score_is_in_the_table(self):
        self.evaluate(self.gallery(self.NOISES))
        genuine, impostor = self.expected()
        for kind, scores in (("1", genuine), ("0", impostor)):
            written = [float(row["score"]) for row in self.scores() if row["genuine"] == kind]
            self.assertEqual([single(score) for score in sorted(written)], sorted(scores))

    def test_the_number_of_processes_changes_nothing(self):
        faces = self.gallery(self.NOISES)
        self.evaluate(faces, "--jobs", "1")
        first = (self.folder / "out/scores.csv").read_bytes()
        self.evaluate(faces, "--jobs", "5")
        self.assertEqual((self.folder / "out/scores.csv").read_bytes(), first)

    def test_all_against_all_compares_every_two_pictures_once(self):
        self.evaluate(self.gallery(self.NOISES), "--all-against-all")
        self.assertEqual(len({frozenset((row["reference"], row["probe"])) for row in self.scores()}), 21 * 20 // 2)
        self.assertEqual(self.report()["comparisons"]["genuine"], 7 * 3)

    def test_a_picture_named_card_is_the_reference(self):
        for person in range(2):
            for name in ("0", "1", "Card"):
                self.put(f"faces/p{person}/{name}.png", face(person))
        self.evaluate(self.folder / "faces")
        self.assertEqual({row["reference"] for row in self.scores()}, {"p0/Card.png", "p1/Card.png"})

    def test_drawn_impostors_depend_on_the_seed_only(self):
        faces = self.gallery(self.NOISES)
        drawn = []
        for seed in (1, 1, 2):
            self.evaluate(faces, "--max-impostors", "20", "--seed", seed)
            self.assertEqual(self.report()["comparisons"]["impostor"], 20)
            self.assertEqual(self.report()["comparisons"]["genuine"], 14)
            drawn.append((self.folder / "out/scores.csv").read_bytes())
        self.assertEqual(drawn[0], drawn[1])
        self.assertNotEqual(drawn[0], drawn[2])

    def test_too_few_impostors_are_said(self):
        answer = self.evaluate(self.gallery(self.NOISES))
        self.assertIn("too few impostors to state FMR 1e-05: 84 of the 300000 comparisons", answer.stdout)
        self.assertEqual([row["evidence"] for row in self.report()["rates"][:4]], ["too_few"] * 4)

    def test_a_limit_that_is_not_kept_fails(self):
        faces = self.gallery(self.NOISES)
        self.evaluate(faces, "--fmr", "0.01", "--max-fnmr", "0.9")
        self.evaluate(faces, "--fmr", "0.01", "--max-fnmr", "0.01", code=1)

    def test_references_go_through_the_card(self):
        # Wide pictures with the person in the middle: the card's photo is cropped from the middle.
        for person in range(3):
            grey = bytes([60 + 50 * person] * (20 * 3))
            row = b"\xff" * (30 * 3) + grey + b"\xff" * (30 * 3)
            for number in range(2):
                self.put(f"faces/p{person}/{number}.png", png([row] * 50, width=80, height=50))
        self.evaluate(self.folder / "faces", "--card", "--matcher-option", "grey=yes")
        self.assertEqual(self.report()["failure_to_enrol"]["errors"], 0)
        self.assertEqual({float(row["score"]) for row in self.scores() if row["genuine"] == "1"}, {0.9})


class RatesByTemplates(Rates):
    """A matcher with templates gives the same scores, and analyses each picture once."""

    library = WITH_TEMPLATES


class Failures(Evaluate):
    def setUp(self):
        super().setUp()
        self.faces = self.gallery([[0, 10, 20]] * 6)

    def test_a_probe_without_a_face_is_a_failure_to_acquire(self):
        self.put("faces/p00/1.png", face(0, what=NO_FACE))
        self.evaluate(self.faces)
        report = self.report()
        self.assertEqual(report["failure_to_acquire"]["errors"], 1)
        self.assertEqual(report["failure_to_acquire"]["trials"], 12)
        # Wilson, 1 of 12, by the textbook formula.
        self.assertAlmostEqual(report["failure_to_acquire"]["wilson95"][0], 0.0149, places=4)
        self.assertAlmostEqual(report["failure_to_acquire"]["wilson95"][1], 0.3539, places=4)
        self.assertEqual(report["comparisons"]["genuine"], 11)
        self.assertEqual(report["not_acquired"], [{"name": "p00/1.png", "text": "no face in it"}])

    def test_a_reference_without_a_face_is_a_failure_to_enrol(self):
        self.put("faces/p00/0.png", face(0, what=NOT_ENROLLED))
        self.evaluate(self.faces)
        report = self.report()
        self.assertEqual((report["failure_to_enrol"]["errors"], report["failure_to_enrol"]["trials"]), (1, 6))
        self.assertIn("turned away", report["not_enrolled"][0]["text"])
        self.assertEqual(report["comparisons"]["genuine"], 10)

    def test_a_crash_costs_one_comparison(self):
        self.put("faces/p03/1.png", face(3, what=CRASH))
        answer = self.evaluate(self.faces, code=1)
        report = self.report()
        self.assertEqual(report["comparisons"]["genuine"], 11)
        self.assertEqual(report["comparisons"]["impostor"], 60)
        self.assertEqual(len(report["deaths"]), 1)
        self.assertIn("p03/0.png with p03/1.png: the matcher crashed (Segmentation fault", report["deaths"][0])
        self.assertIn("p03/0.png with p03/1.png", answer.stdout)

    def test_a_comparison_that_hangs_is_ended(self):
        self.put("faces/p03/1.png", face(3, what=HANG))
        self.evaluate(self.faces, "--call-seconds", "1", code=1)
        self.assertEqual(self.report()["comparisons"]["genuine"], 11)
        self.assertIn("took longer than 1 s", self.report()["deaths"][0])

    def test_a_matcher_that_dies_on_everything_is_given_up(self):
        for person in range(6):
            for number in range(8):
                self.put(f"faces/p{person:02}/{number}.png", face(person, what=CRASH))
        answer = self.evaluate(self.faces, code=3)
        self.assertIn("the matcher died", answer.stderr)

    def test_an_error_of_the_matcher_is_kept_with_its_words(self):
        self.put("faces/p03/1.png", face(3, what=FAIL))
        self.evaluate(self.faces)
        report = self.report()
        self.assertEqual(report["comparisons"]["without_score"], 6)
        self.assertIn("out of luck", report["failures"][0]["text"])

    def test_a_face_without_similarity_is_no_score(self):
        self.put("faces/p03/1.png", face(3, what=NO_SCORE))
        self.evaluate(self.faces)
        self.assertIn("gave no similarity", self.report()["failures"][0]["text"])

    def test_an_interruption_keeps_what_was_compared(self):
        self.put("faces/p00/1.png", face(0, what=INTERRUPT))
        answer = self.evaluate(self.faces, "--jobs", "1", code=4)
        self.assertTrue(self.report()["interrupted"])
        self.assertIn("interrupted", answer.stdout)

    def test_a_matcher_that_crashes_at_the_start_is_the_harness_at_fault(self):
        answer = self.evaluate(self.faces, "--matcher-option", "start=crash", code=3)
        self.assertIn("the matcher crashed (Segmentation fault", answer.stderr)

    def test_a_matcher_that_refuses_its_options_is_bad_input(self):
        self.refused(self.faces, "--matcher-option", "refuse=me", says="does not take its options")

    def test_a_matcher_that_does_not_exist_is_bad_input(self):
        self.refused(self.faces, "--matcher", "./nowhere.so", says="./nowhere.so: there is no such file", matcher=False)

    def test_a_library_that_is_no_matcher_is_bad_input(self):
        self.refused(self.faces, "--matcher", self.write("lib.so", "text"), says="cannot be opened", matcher=False)

    def test_an_option_without_a_value_is_bad_input(self):
        self.refused(self.faces, "--matcher-option", "fast", says='"fast" is not KEY=VALUE')


class Pictures(Evaluate):
    def setUp(self):
        super().setUp()
        self.faces = self.gallery([[0, 10, 20]] * 4)

    def broken(self, name, data, says):
        self.put(f"faces/p00/{name}", data)
        self.evaluate(self.faces)
        report = self.report()
        self.assertEqual([remark["name"] for remark in report["unusable"]], [f"p00/{name}"])
        self.assertIn(says, report["unusable"][0]["text"])
        self.assertEqual(report["failure_to_acquire"], {"errors": 0, "rate": 0, "trials": 8,
                                                        "wilson95": report["failure_to_acquire"]["wilson95"]})

    def test_a_file_that_is_no_picture_is_in_no_rate(self):
        self.broken("x.png", b"hello", "x.png")

    def test_an_empty_file_is_in_no_rate(self):
        self.broken("x.png", b"", "x.png")

    def test_a_file_that_was_cut_off_is_in_no_rate(self):
        self.broken("x.png", png([random.Random(1).randbytes(600)] * 200, width=200, height=200)[:300], "x.png")

    def test_a_picture_of_20000_pixels_is_refused_by_its_header(self):
        header = struct.pack(">IIBBBBB", 20000, 20000, 8, 2, 0, 0, 0)
        bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
        self.broken("x.png", bomb, "20000")

    def test_grey_and_16_bit_pictures_are_read(self):
        self.put("faces/p00/g.png", png([bytes(16)] * 20, colour=0))
        self.put("faces/p00/d.png", png([bytes(16 * 6)] * 20, depth=16))
        self.evaluate(self.faces)
        self.assertEqual(self.report()["unusable"], [])
        self.assertEqual(self.report()["failure_to_acquire"]["trials"], 10)

    def test_other_formats_are_read(self):
        self.put("faces/p00/x.bmp", bmp(0, 37))
        self.put("faces/p01/y.JPG", bmp(1, 38))  # the file name does not determine the type
        self.evaluate(self.faces)
        scores = {row["probe"]: float(row["score"]) for row in self.scores() if row["genuine"] == "1"}
        self.assertEqual(single(scores["p00/x.bmp"]), single(1 - 37 / 100))
        self.assertEqual(single(scores["p01/y.JPG"]), single(1 - 38 / 100))

    def test_transparency_is_left_out(self):
        first = bytes([0, 37, FACE, 9, 102, 0, 0, 9]) + bytes(16 * 4 - 8)
        self.put("faces/p00/x.png", png([first] + [bytes(16 * 4)] * 19, colour=6))
        self.evaluate(self.faces)
        scores = {row["probe"]: float(row["score"]) for row in self.scores() if row["genuine"] == "1"}
        self.assertEqual(single(scores["p00/x.png"]), single(1 - 37 / 100))
        with open(self.folder / "out/pictures.csv", newline="", encoding="utf-8") as file:
            liveness = {row["picture"]: row["liveness"] for row in csv.DictReader(file)}
        self.assertEqual(single(float(liveness["p00/x.png"])), single(102 / 255))

    def test_a_jpeg_of_20000_pixels_is_refused_by_its_header(self):
        self.broken("x.jpg", b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20000, 20000)
                    + b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xda\0\x08\x01\x01\0\0\x3f\0" + bytes(200) + b"\xff\xd9", "20000")

    def test_a_bmp_that_was_cut_off_is_in_no_rate(self):
        self.broken("x.bmp", bmp(0)[:500], "x.bmp")

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo(self.folder / "faces/p00/x.png")
        self.evaluate(self.faces)
        self.assertEqual(self.report()["ignored_files"], 1)

    def test_other_files_are_counted_and_left_alone(self):
        self.put("faces/notes.txt", b"x")
        self.put("faces/p00/Thumbs.db", b"x")
        self.put("faces/p00/.hidden.png", b"x")
        self.evaluate(self.faces)
        self.assertEqual(self.report()["ignored_files"], 2)

    def test_nothing_but_broken_pictures_leaves_nothing(self):
        for person in range(4):
            self.put(f"faces/p{person:02}/0.png", b"x")
        self.refused(self.faces, says="too few comparisons to compute rates")

    def test_an_empty_folder(self):
        (self.folder / "empty").mkdir()
        self.refused("empty", says="has no picture")

    def test_a_folder_that_does_not_exist(self):
        self.refused("nowhere", says="nowhere: cannot be read")

    def test_pictures_that_are_in_no_folder(self):
        self.put("loose/a.png", face(0))
        self.refused("loose", says="must be in folders, one for each person")

    def test_one_person_only(self):
        self.gallery([[0, 1, 2]], "one")
        self.refused("one", says="pictures of 1 person only")

    def test_no_person_with_two_pictures(self):
        self.gallery([[0], [1], [2]], "singles")
        self.refused("singles", says="no person has two pictures")

    def test_an_output_folder_that_cannot_be_made(self):
        self.write("file", "x")
        answer = self.run_program("evaluate", self.faces, "--matcher", MATCHER, "--out", "file/out")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("file/out", answer.stderr)


class Pairs(Evaluate):
    def setUp(self):
        super().setUp()
        for person, name in enumerate(("Abe", "Baba", "Chiba", "Doi")):
            for number in (1, 2):
                self.put(f"lfw/{name}/{name}_{number:04}.png", face(person, 10 * person))

    PAIRS = "2\t1\nAbe\t1\t2\nAbe\t1\tBaba\t1\nBaba\t2\t1\nChiba\t1\tDoi\t2\n"

    def test_folds_are_scored_with_the_threshold_of_the_others(self):
        self.evaluate("lfw", "--pairs", self.write("pairs.txt", self.PAIRS))
        # Genuine 1.0 and 0.9, impostors 0.04 and 0.2: the midpoint of the other fold's gap separates them.
        folds = self.report()["folds"]
        self.assertEqual(folds["accuracy"], [1, 1])
        self.assertAlmostEqual(folds["thresholds"][0], (0.9 + 0.2) / 2, places=6)
        self.assertAlmostEqual(folds["thresholds"][1], (1.0 + 0.04) / 2, places=6)

    def test_a_header_without_folds_gives_rates_and_no_folds(self):
        self.evaluate("lfw", "--pairs", self.write("pairs.txt", "2\nAbe 1 2\nDoi 1 2\nAbe 1 Baba 1\nAbe 2 Doi 2\n"))
        self.assertNotIn("folds", self.report())
        self.assertEqual(self.report()["comparisons"]["genuine"], 2)

    def refused_at(self, text, line, says):
        answer = self.refused("lfw", "--pairs", self.write("pairs.txt", text), says=says)
        self.assertIn(f"pairs.txt:{line}:1: ", answer)

    def test_a_header_that_is_none(self):
        self.refused_at("Abe 1 2\n", 1, "not a header")

    def test_an_empty_pairs_file(self):
        self.refused("lfw", "--pairs", self.write("pairs.txt", "\n"), says="no header")

    def test_too_few_words(self):
        self.refused_at(self.PAIRS.replace("Abe\t1\tBaba\t1", "Abe\t1\t2"), 3, "`name1 i name2 j`")

    def test_a_number_that_is_none(self):
        self.refused_at(self.PAIRS.replace("Baba\t2\t1", "Baba\t2\tx"), 4, '"x" is not the number of a picture')

    def test_a_number_with_a_sign(self):
        self.refused_at(self.PAIRS.replace("Baba\t2\t1", "Baba\t2\t-1"), 4, '"-1" is not the number of a picture')

    def test_a_pair_twice(self):
        self.refused_at("2\nAbe 1 2\nAbe 1 2\nAbe 1 Baba 1\nAbe 2 Baba 2\n", 3, "repeats the pair of line 2")

    def test_a_person_against_itself(self):
        self.refused_at("1\nAbe 1 2\nAbe 1 Abe 2\n", 3, "compared with itself")

    def test_a_name_outside_of_the_folder(self):
        self.refused_at("1\n../lfw/Abe 1 2\nAbe 1 Baba 2\n", 2, "not the name of a person's folder")

    def test_a_file_that_ends_early(self):
        self.refused_at("2\t1\nAbe\t1\t2\nAbe\t1\tBaba\t1\n", 4, "the file ends in fold 2")

    def test_more_pairs_than_the_header_says(self):
        self.refused_at(self.PAIRS + "Doi 1 2\n", 6, "more pairs than the header says")

    def test_a_count_that_no_memory_holds(self):
        self.refused_at("99999999 99999999\n", 1, "from 1 to")

    def test_missing_pictures_are_named_with_their_lines(self):
        text = self.PAIRS.replace("Baba\t2\t1", "Baba\t2\t7").replace("Doi\t2", "Endo\t2")
        answer = self.refused("lfw", "--pairs", self.write("pairs.txt", text), says="pairs.txt:4:1: no picture Baba/Baba_0007")
        self.assertIn("pairs.txt:5:1: no picture Endo/Endo_0002", answer)
        self.assertIn("--skip-missing", answer)

    def test_missing_pictures_can_be_skipped(self):
        text = self.PAIRS.replace("Baba\t2\t1", "Baba\t2\t7")
        self.evaluate("lfw", "--skip-missing", "--pairs", self.write("pairs.txt", text))
        self.assertEqual(self.report()["comparisons"]["genuine"], 1)
        self.assertIn(":4:1: no picture Baba/Baba_0007", self.report()["left_out"][0])


class Attacks(Evaluate):
    def test_apcer_is_counted_for_each_kind(self):
        faces = self.gallery([[0, 10, 20]] * 3)
        self.put("faces/p00/1.png", face(0, liveness=51))  # 0.2
        for number, liveness in enumerate((0, 26, 204, 255)):
            self.put(f"attacks/print/{number}.png", face(9, liveness=liveness))
        for number, what in enumerate((FACE, NO_FACE, NO_FACE)):
            self.put(f"attacks/screen/{number}.png", face(9, what=what, liveness=153))
        answer = self.evaluate(faces, "--attacks", self.folder / "attacks", "--liveness-threshold", "0.7")
        liveness = self.report()["liveness"]
        self.assertEqual((liveness["attacks"]["print"]["apcer"]["errors"], liveness["attacks"]["print"]["apcer"]["trials"]), (2, 4))
        self.assertEqual((liveness["attacks"]["screen"]["apcer"]["errors"], liveness["attacks"]["screen"]["apcer"]["trials"]), (0, 1))
        self.assertEqual(liveness["attacks"]["screen"]["non_response"]["errors"], 2)
        self.assertEqual((liveness["bpcer"]["errors"], liveness["bpcer"]["trials"]), (1, 6))
        self.assertEqual(liveness["weakest"], "print")
        self.assertIn("of the weakest kind, print", answer.stdout)

    def test_attacks_without_pictures_are_refused(self):
        (self.folder / "none").mkdir()
        self.refused(self.gallery([[0, 1]] * 3), "--attacks", self.folder / "none", says="none: has no picture")


class Files(Evaluate):
    def setUp(self):
        super().setUp()
        for person, name in enumerate(("<script>alert(1)</script>".replace("/", "_"), '山田, "花子"', "c\x01d")):
            for number in range(2):
                self.put(f"faces/{name}/{number}.png", face(person, 30))
        self.evaluate("faces")

    def test_the_drawing_is_well_formed_and_alone(self):
        text = (self.folder / "out/det.svg").read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        self.assertNotIn("href", text)

    def test_the_page_holds_the_drawing_and_no_name_as_markup(self):
        text = (self.folder / "out/report.html").read_text(encoding="utf-8")
        self.assertIn("<svg", text)
        self.assertNotIn("<script>", text)
        self.assertIn("&lt;script>", text.replace("&gt;", ">"))
        self.assertNotIn("\x01", text)

    def test_names_survive_the_table(self):
        with open(self.folder / "out/scores.csv", newline="", encoding="utf-8") as file:
            references = {row["reference"] for row in csv.DictReader(file)}
        self.assertIn('山田, "花子"/0.png', references)

    def test_no_half_file_is_left(self):
        self.assertEqual(sorted(path.name for path in (self.folder / "out").iterdir()),
                         ["det.svg", "evaluation.json", "pictures.csv", "report.html", "scores.csv"])


if __name__ == "__main__":
    program.main()
