"""uketsuke render: pictures are readable by other programs and reproducible; errors."""

import os
import pathlib
import struct
import subprocess
import zlib

import program


def read_png(path):
    """Width, height, samples per pixel and the samples of an 8-bit PNG (ISO/IEC 15948), validated while reading."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", path
    at, header, packed, ended = 8, None, b"", False
    while at < len(data):
        (size,) = struct.unpack(">I", data[at:at + 4])
        kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + size]
        (crc,) = struct.unpack(">I", data[at + 8 + size:at + 12 + size])
        assert crc == zlib.crc32(kind + body), (path, kind)
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        ended = kind == b"IEND"
        at += 12 + size
    width, height, depth, colour, *_ = header
    assert ended and depth == 8, path
    samples = {0: 1, 2: 3}[colour]
    rows = zlib.decompress(packed)
    stride = width * samples + 1
    assert len(rows) == stride * height, path
    return width, height, samples, unfiltered(rows, stride, samples)


def unfiltered(rows, stride, samples):
    before, out = bytes(stride - 1), bytearray()
    for top in range(0, len(rows), stride):
        kind, row = rows[top], bytearray(rows[top + 1:top + stride])
        for i in range(len(row) if kind else 0):
            left = row[i - samples] if i >= samples else 0
            up, corner = before[i], before[i - samples] if i >= samples else 0
            guess = left + up - corner
            paeth = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            row[i] = (row[i] + (0, left, up, (left + up) // 2, paeth)[kind]) & 255
        before = bytes(row)
        out += before
    return bytes(out)


def mean(samples):
    return sum(samples) / len(samples)


def difference(one, other):
    return mean([abs(a - b) for a, b in zip(one, other)])


class RenderTest(program.ProgramTest):
    def render(self, *options, out="x.png"):
        answer = self.run_program("render", *options, "--out", out)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertEqual(answer.stderr, "")
        return self.folder / out

    def samples(self, *options, out="x.png"):
        return read_png(self.render(*options, out=out))[3]


class Pictures(RenderTest):
    def test_picture_has_the_size_of_the_readers_camera(self):
        self.assertEqual(read_png(self.render("--persona", "sato-hanako"))[:3], (640, 480, 3))

    def test_another_camera_has_its_own_size(self):
        picture = self.render("--persona", "sato-hanako", "--camera", "reader-720p")
        self.assertEqual(read_png(picture)[:3], (1280, 720, 3))

    def test_the_same_command_gives_the_same_bytes(self):
        options = ("--persona", "sato-hanako", "--light", "dark", "--seed", "7")
        one = self.render(*options, out="one.png").read_bytes()
        self.assertEqual(one, self.render(*options, out="two.png").read_bytes())

    def test_another_seed_gives_other_noise(self):
        self.assertNotEqual(self.samples("--persona", "sato-hanako"), self.samples("--persona", "sato-hanako", "--seed", "2"))

    def test_two_people_differ(self):
        one = self.samples("--persona", "sato-hanako")
        self.assertGreater(difference(one, self.samples("--persona", "suzuki-taro")), 5)

    def test_a_persona_is_the_identity_that_it_names(self):
        # sato-hanako is woman-39 and was 39 on that day.
        self.assertEqual(self.samples("--persona", "sato-hanako"), self.samples("--identity", "woman-39"))

    def test_twenty_years_later_somebody_looks_older(self):
        now = self.samples("--persona", "sato-hanako")
        self.assertNotEqual(now, self.samples("--persona", "sato-hanako", "--date", "2044-10-07"))

    def test_every_word_changes_the_picture(self):
        usual = self.samples("--persona", "sato-hanako")
        for options in (["--light", "backlight"], ["--light", "sun"], ["--light", "dark"], ["--wearing", "mask"],
                        ["--wearing", "glasses"], ["--wearing", "sunglasses"], ["--wearing", "cap"], ["--wearing", "hat"],
                        ["--standing", "near"], ["--standing", "far"], ["--standing", "left"], ["--standing", "right"],
                        ["--attack", "printed_photo"], ["--attack", "screen"], ["--face", "other"], ["--face", "none"],
                        ["--face", "lookalike"], ["--companion"], ["--yaw", "20"], ["--pitch", "15"], ["--roll", "15"]):
            with self.subTest(options=options):
                self.assertGreater(difference(usual, self.samples("--persona", "sato-hanako", *options)), 0.5)

    def test_two_things_can_be_worn_at_once(self):
        both = self.samples("--persona", "sato-hanako", "--wearing", "mask,glasses")
        self.assertNotEqual(both, self.samples("--persona", "sato-hanako", "--wearing", "mask"))
        self.assertNotEqual(both, self.samples("--persona", "sato-hanako", "--wearing", "glasses"))

    def test_who_stands_at_his_own_left_is_at_the_right_of_the_picture(self):
        empty = self.samples("--persona", "sato-hanako", "--face", "none")
        left = self.samples("--persona", "sato-hanako", "--standing", "left")
        columns = [0, 0]
        for i in range(0, len(empty), 3):
            columns[i // 3 % 640 >= 320] += abs(empty[i] - left[i])
        self.assertGreater(columns[1], columns[0])

    def test_jpeg_is_read_by_djpeg(self):
        picture = self.render("--persona", "sato-hanako", out="x.jpg")
        header = subprocess.run(["djpeg", "-pnm", picture], capture_output=True, check=True).stdout[:11]
        self.assertEqual(header.split(), [b"P6", b"640", b"480"])


class CardPhoto(RenderTest):
    def test_jp2_is_192_by_240_grey_and_of_the_usual_size(self):
        photo = self.render("--persona", "sato-hanako", "--card-photo", out="photo.jp2")
        self.assertTrue(5000 <= photo.stat().st_size <= 7000, photo.stat().st_size)
        subprocess.run(["opj_decompress", "-quiet", "-i", photo, "-o", self.folder / "photo.pgm"], check=True,
                       capture_output=True)
        pgm = (self.folder / "photo.pgm").read_bytes()
        header = [word for line in pgm[:200].split(b"\n") if not line.startswith(b"#") for word in line.split()][:4]
        self.assertEqual(header, [b"P5", b"192", b"240", b"255"])

    def test_png_is_what_a_decoder_makes_of_the_jp2(self):
        photo = self.render("--persona", "sato-hanako", "--card-photo", out="photo.jp2")
        width, height, samples, grey = read_png(self.render("--persona", "sato-hanako", "--card-photo"))
        self.assertEqual((width, height, samples), (192, 240, 1))
        subprocess.run(["opj_decompress", "-quiet", "-i", photo, "-o", self.folder / "photo.pgm"], check=True,
                       capture_output=True)
        self.assertEqual((self.folder / "photo.pgm").read_bytes()[-192 * 240:], grey)

    def test_the_photo_stays_as_it_was_when_the_holder_grows_older(self):
        then = self.samples("--persona", "sato-hanako", "--card-photo")
        self.assertEqual(then, self.samples("--persona", "sato-hanako", "--card-photo", "--date", "2034-10-07"))

    def test_two_cards_have_two_photos(self):
        self.assertNotEqual(self.samples("--persona", "sato-hanako", "--card-photo"),
                            self.samples("--persona", "suzuki-taro", "--card-photo"))


class Sheets(RenderTest):
    def test_sheet_has_half_size_frames_in_rows_and_its_legend_is_printed(self):
        answer = self.run_program("render", "--contact-sheet", "attacks", "--persona", "sato-hanako", "--out", "a.png")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        width, height, _, _ = read_png(self.folder / "a.png")
        self.assertEqual(width, 4 * 320)
        self.assertGreaterEqual(height, 2 * 240)
        legend = answer.stdout.splitlines()[1:]
        self.assertEqual(len(legend), 8)
        self.assertIn("sato-hanako: printed photo", answer.stdout)

    def test_a_label_stands_under_the_middle_of_each_picture(self):
        width, height, samples, pixels = read_png(self.render("--contact-sheet", "attacks", "--persona", "sato-hanako"))
        line = height // 2 - 240
        for picture in range(8):
            left, top = picture % 4 * 320, picture // 4 * (height // 2) + 240
            ink = [x for y in range(top, top + line) for x in range(left, left + 320)
                   if pixels[(y * width + x) * samples] < 120]
            self.assertGreater(len(ink), 60, picture)
            middle = (min(ink) + max(ink)) / 2 - left
            self.assertLess(abs(middle - 160), 4, picture)
            self.assertGreater(min(ink) - left, 40, picture)

    def test_the_readme_picture_is_small_enough(self):
        self.assertLess(self.render("--contact-sheet", "desk", out="desk.jpg").stat().st_size, 150_000)


class Folders(RenderTest):
    def folder_of(self, *options):
        answer = self.run_program("render", "--folder", "faces", *options)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return sorted(str(path.relative_to(self.folder / "faces")) for path in (self.folder / "faces").rglob("*.png"))

    def test_folder_has_a_card_and_live_pictures(self):
        self.assertEqual(self.folder_of("--persona", "sato-hanako", "--images", "2"),
                         [f"sato-hanako/{name}.png" for name in ("001", "002", "card")])
        self.assertEqual(read_png(self.folder / "faces/sato-hanako/card.png")[:3], (192, 240, 1))
        self.assertEqual(read_png(self.folder / "faces/sato-hanako/002.png")[:3], (640, 480, 3))

    def test_live_pictures_of_a_person_differ(self):
        self.folder_of("--identity", "man-46", "--images", "2")
        self.assertNotEqual((self.folder / "faces/man-46/001.png").read_bytes(),
                            (self.folder / "faces/man-46/002.png").read_bytes())

    def test_a_longer_folder_begins_as_a_shorter_one(self):
        self.folder_of("--identity", "man-46", "--images", "1")
        first = (self.folder / "faces/man-46/001.png").read_bytes()
        os.rename(self.folder / "faces", self.folder / "old")
        self.folder_of("--identity", "man-46", "--images", "2")
        self.assertEqual(first, (self.folder / "faces/man-46/001.png").read_bytes())

    def test_attacks_are_a_folder_a_kind(self):
        self.assertEqual(self.folder_of("--persona", "sato-hanako", "--images", "1", "--attacks"),
                         [f"{kind}/sato-hanako-001.png" for kind in ("bent_photo", "cut_photo", "filling_photo", "filling_screen",
                                                                     "printed_photo", "screen")])

    def test_evaluate_reads_it(self):
        self.folder_of("--persona", "suzuki-taro", "--images", "2")
        other = self.run_program("render", "--folder", "other", "--persona", "sato-hanako", "--images", "2")
        self.assertEqual(other.returncode, 0, other.stderr)
        os.rename(self.folder / "other/sato-hanako", self.folder / "faces/sato-hanako")
        answer = self.run_program("evaluate", "faces", "--out", "out")
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)


class Refused(RenderTest):
    def refused(self, *arguments, says):
        answer = self.run_program("render", *arguments)
        self.assertEqual(answer.returncode, 2, answer.stdout + answer.stderr)
        self.assertIn(says, answer.stderr.splitlines()[0])
        self.assertLessEqual(len(answer.stderr.splitlines()), 2, answer.stderr)
        self.assertEqual(list(self.folder.glob("*.png*")), [])

    def of_hanako(self, *options, says, out="x.png"):
        self.refused("--persona", "sato-hanako", *options, "--out", out, says=says)

    def test_unknown_persona(self):
        self.refused("--persona", "sato-hanoko", "--out", "x.png", says='--persona: unknown persona "sato-hanoko" (did you mean "sato-hanako"?)')

    def test_unknown_identity(self):
        self.refused("--identity", "woman-38", "--out", "x.png", says='--identity: unknown identity "woman-38" (did you mean')

    def test_no_person_named(self):
        self.refused("--out", "x.png", says="--persona: name a person")

    def test_unknown_words(self):
        for option, word, nearest in (("--light", "backlit", "backlight"), ("--wearing", "masc", "mask"), ("--standing", "lefd", "left"),
                                      ("--attack", "printed_foto", "printed_photo"), ("--face", "othr", "other"),
                                      ("--camera", "reader-vgaa", "reader-vga"), ("--contact-sheet", "head", "heads")):
            with self.subTest(option=option):
                self.of_hanako(option, word, says=f'"{word}" (did you mean "{nearest}"?)')

    def test_two_of_one_kind(self):
        self.of_hanako("--wearing", "cap,hat", says="two things of one kind cannot be worn together")

    def test_picture_wears_nothing(self):
        self.of_hanako("--attack", "screen", "--wearing", "mask", says="--wearing")

    def test_impossible_turn(self):
        for value in ("nan", "91", "-91", "far"):
            with self.subTest(value=value):
                self.of_hanako("--yaw", value, says="--yaw")

    def test_no_such_day(self):
        self.of_hanako("--date", "2024-02-30", says='--date: "2024-02-30" is not a date')

    def test_before_birth(self):
        self.of_hanako("--date", "1985-04-11", says="--date: sato-hanako was born later, on 1985-04-12")

    def test_no_place(self):
        self.refused("--persona", "sato-hanako", says="--out: name the output file")

    def test_missing_folder(self):
        self.of_hanako(out="nowhere/x.png", says='--out: the folder "nowhere" does not exist')

    def test_place_that_cannot_be_written(self):
        self.of_hanako(out="/proc/x.png", says="--out: ")

    def test_unknown_ending(self):
        self.of_hanako(out="x.bmp", says='--out: a picture is written as .png or .jpg, not "x.bmp"')
        self.of_hanako("--card-photo", out="x.jpg", says='--out: a card\'s photo is written as .png or .jp2, not "x.jpg"')

    def test_card_without_a_photo(self):
        self.refused("--persona", "kato-mei", "--date", "2025-06-01", "--card-photo", "--out", "x.png",
                     says="--persona: kato-mei has no card with a photo")

    def test_folder_that_is_not_empty(self):
        (self.folder / "faces").mkdir()
        self.write("faces/old.txt", "old")
        self.refused("--folder", "faces", "--persona", "sato-hanako", says='--folder: "faces" is not an empty folder')

    def test_models_missing(self):
        environment = dict(os.environ, UKETSUKE_CACHE=str(self.folder / "cache"))
        answer = subprocess.run([program.PROGRAM, "render", "--persona", "sato-hanako", "--out", "x.png"], cwd=self.folder,
                                env=environment, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(answer.returncode, 2, answer.stderr)
        self.assertRegex(answer.stderr, r"^\S*/cache/models/heads/\S+: this model is missing.*\n$")


class CardInTheReader(RenderTest):
    """uketsuke card prints whose photo it contains; there is no reader at this port."""

    def says(self, persona, **environment):
        answer = subprocess.run([program.PROGRAM, "card", "--persona", persona, "--vpcd", "127.0.0.1:9"], cwd=self.folder,
                                env=dict(os.environ, **environment), capture_output=True, text=True, timeout=240, check=False)
        self.assertEqual(answer.returncode, 3, answer.stderr)
        return answer.stdout

    def test_it_has_the_face(self):
        self.assertIn("photo in the chip: the patient's face", self.says("sato-hanako"))

    def test_it_has_a_drawing_where_models_are_missing(self):
        self.assertRegex(self.says("sato-hanako", UKETSUKE_CACHE=str(self.folder / "cache")),
                         "photo in the chip: a drawing, .*: this model is missing")

    def test_an_infants_has_none(self):
        self.assertIn("photo in the chip: none", self.says("kato-mei"))


class NoEngine(RenderTest):
    def test_the_face_engine_is_not_loaded(self):
        trace = self.folder / "libraries"
        environment = dict(os.environ, LD_DEBUG="files", LD_DEBUG_OUTPUT=str(trace))
        subprocess.run([program.PROGRAM, "render", "--persona", "sato-hanako", "--out", "x.png"], cwd=self.folder, env=environment,
                       capture_output=True, timeout=60, check=True)
        (written,) = self.folder.glob("libraries.*")
        opened = written.read_text()
        self.assertIn("libc.so", opened)
        for library in ("opencv", "onnxruntime", "face_engine", "uketsuke_capture"):
            self.assertNotIn(library, opened)


if __name__ == "__main__":
    program.main()
