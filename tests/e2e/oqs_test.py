"""The files of on-line eligibility confirmation, read by independent parsers."""

import concurrent.futures
import datetime
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import program

GOLDEN = program.SOURCE / "tests/unit/oqs/golden"
CATEGORIES = ("SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo")


def parse(path):
    """The root of a file, parsed by expat. It does not support Shift_JIS, so Python's codec decodes first."""
    data = path.read_bytes()
    declared = re.match(rb'<\?xml version="1\.0" encoding="([A-Za-z_0-9-]+)" standalone="no"\?>', data)
    text = data.decode(declared[1].decode())
    return ElementTree.fromstring(text[declared.end():])


def text_of(root, name):
    found = root.find(".//" + name)
    return None if found is None else found.text


def time_of(text):
    return datetime.datetime.strptime(text, "%Y%m%d%H%M%S")


def well_formed(path):
    """Parsed by libxml2, if it is installed."""
    if not shutil.which("xmllint"):
        return True
    return subprocess.run(["xmllint", "--noout", "--nonet", str(path)], capture_output=True, check=False).returncode == 0


class Oqs(program.ProgramTest):
    def oqs(self, *arguments, code=0):
        answer = self.run_program("oqs", *arguments)
        self.assertEqual(answer.returncode, code, answer.stdout + answer.stderr)
        return answer

    def record(self, text):
        """The record of a suite's only case."""
        answer = self.run_program("run", self.write("suite.yaml", text), "--out", "out")
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        (record,) = (self.folder / "out/records").iterdir()
        return record

    def written(self, suite, site="clinic-default", encoding="shift_jis"):
        answer = self.oqs("write", self.record(suite), "--site", site, "--out", "oqs", "--encoding", encoding)
        path = self.folder / answer.stdout.strip()
        self.assertEqual(path.parent.name, "face")
        self.assertTrue(well_formed(path))
        self.oqs("check", path)
        return path

    def check_consents(self, root):
        for name in CATEGORIES:
            flag = text_of(root, name + "ConsFlg")
            times = [text_of(root, name + end) for end in ("ConsTime", "AvailableTime")]
            if flag == "1":
                self.assertEqual(time_of(times[1]) - time_of(times[0]), datetime.timedelta(days=1))
            else:
                self.assertEqual(times, [None, None])

    def test_a_reception_becomes_the_same_result_in_both_encodings(self):
        texts = []
        for encoding, identifier in (("shift_jis", "1"), ("utf-8", "0")):
            path = self.written(program.suite(), encoding=encoding)
            self.assertRegex(path.name, r"^OQSsiquc01res_face_\d{30}_20241007\d{6}\.xml$")
            root = parse(path)
            self.assertEqual(text_of(root, "Name"), "佐藤 花子")
            self.assertEqual(text_of(root, "NameKana"), "ｻﾄｳ ﾊﾅｺ")
            self.assertEqual(text_of(root, "InsurerNumber"), "06999991")
            self.assertEqual(text_of(root, "CharacterCodeIdentifier"), identifier)
            self.assertEqual(text_of(root, "PharmacistsInfoConsFlg"), "1")
            self.assertEqual(text_of(root, "LimitApplicationCertificateRelatedConsFlg"), "1")
            self.check_consents(root)
            root.find(".//CharacterCodeIdentifier").text = ""
            texts.append([(element.tag, element.text) for element in root.iter() if len(element) == 0])
            shutil.rmtree(self.folder / "out")
        self.assertEqual(*texts)

    def test_short_insurer_numbers_are_filled_up_with_spaces(self):
        path = self.written(program.suite().replace("sato-hanako", "suzuki-taro"))
        self.assertIn(b"<InsurerNumber>  139999</InsurerNumber>", path.read_bytes())

    def test_refused_and_unasked_categories(self):
        suite = program.suite(script="[insert_card, { choose: pin }, enter_pin, { answer: { all: refuse } }, remove_card]")
        root = parse(self.written(suite))
        self.assertEqual([text_of(root, name + "ConsFlg") for name in CATEGORIES], ["0", "0", None, None])
        self.check_consents(root)

    def test_a_site_that_asks_for_nothing_has_no_consent_element(self):
        suite = program.suite(script="[insert_card, { choose: pin }, enter_pin, remove_card]").replace("clinic-default", "clinic-no-screens")
        root = parse(self.written(suite, site="clinic-no-screens"))
        self.assertEqual([text_of(root, name + "ConsFlg") for name in CATEGORIES], [None] * 4)
        self.assertEqual(text_of(root, "LimitApplicationCertificateRelatedConsFlg"), "1")

    def test_before_the_reform_a_card_that_is_pulled_leaves_the_limit_flag_at_zero(self):
        suite = program.suite(expect="{ reception: complete, limit_information: not_provided }").replace("2024-10-07", "2024-10-06")
        root = parse(self.written(suite))
        self.assertEqual(text_of(root, "LimitApplicationCertificateRelatedConsFlg"), "0")
        self.assertIsNone(text_of(root, "LimitApplicationCertificateRelatedConsTime"))

    def test_a_specific_disease_is_listed_where_its_holder_consented(self):
        for reply, flag in (("agree", "1"), ("refuse", "0"), ("nothing", "0")):
            with self.subTest(reply):
                script = f"[insert_card, {{ choose: pin }}, enter_pin, {{ answer: {{ all: agree }} }}, {{ answer: {{ specific_disease: {reply} }} }}, remove_card]"
                root = parse(self.written(program.suite(script=script).replace("sato-hanako", "hirano-setsu")))
                self.assertEqual(text_of(root, "PharmacistsInfoConsFlg"), "1")
                self.assertEqual(text_of(root, "SpecificDiseasesCertificateRelatedConsFlg"), flag)
                given = flag == "1"
                self.assertEqual(text_of(root, "SpecificDiseasesCertificateRelatedConsTime") is not None, given)
                self.assertEqual(text_of(root, "SpecificDiseasesDiseaseCategory"), "1" if given else None)
                self.assertEqual(text_of(root, "SpecificDiseasesSelfPay"), "10000" if given else None)
                shutil.rmtree(self.folder / "out")

    def test_a_specific_disease_that_the_case_gives_is_in_its_file(self):
        script = "[insert_card, { choose: pin }, enter_pin, { answer: { all: agree } }, { answer: { specific_disease: agree } }, remove_card]"
        self.write("suite.yaml", program.suite(script=script, extra="given: { specific_diseases: [{ disease: hiv, from: 2020-01-01 }] }"))
        ((_, data),) = self.run_with_oqs("suite.yaml").items()
        self.assertIn(b"<SpecificDiseasesDiseaseCategory>3</SpecificDiseasesDiseaseCategory>", data)

    def run_with_oqs(self, *arguments, out="out"):
        answer = self.run_program("run", "--oqs", "--out", out, *arguments)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        self.assertIn(f"OQS files: {out}/oqs\n", answer.stdout)
        folder = self.folder / out / "oqs"
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def test_a_run_leaves_what_write_makes_of_its_record(self):
        path = self.written(program.suite())
        files = self.run_with_oqs("suite.yaml")
        self.assertEqual(files, {f"one-case/face/{path.name}": path.read_bytes()})
        other = self.run_with_oqs("suite.yaml", "--oqs-encoding", "utf-8")
        self.assertEqual(list(other), list(files))
        self.assertIn(b'encoding="UTF-8"', other[f"one-case/face/{path.name}"])

    def test_a_run_without_a_completed_reception_leaves_no_file(self):
        self.write("suite.yaml", program.suite(script="[insert_card, { choose: pin }, remove_card]", expect="{ reception: aborted }"))
        self.assertEqual(self.run_with_oqs("suite.yaml"), {})

    def test_the_next_run_removes_the_files_of_the_one_before(self):
        self.write("suite.yaml", program.suite())
        self.assertEqual(len(self.run_with_oqs("suite.yaml")), 1)
        self.assertEqual(self.run_program("run", "suite.yaml", "--out", "out").returncode, 0)
        self.assertFalse((self.folder / "out/oqs").exists())

    def test_the_other_patients_reception_is_hers(self):
        self.write("suite.yaml", program.suite(script="""
  - insert_card
  - choose: pin
  - enter_pin
  - answer: { all: agree }
  - remove_card
  - next_patient: tanaka-yui
  - insert_card
  - choose: pin
  - enter_pin
  - answer: { all: agree }
  - remove_card
"""))
        ((name, data),) = self.run_with_oqs("suite.yaml").items()
        self.assertRegex(name, "^one-case/face/OQSsiquc01res_face_")
        self.assertIn("田中", data.decode("shift_jis"))

    def test_files_of_the_suites_are_valid_and_do_not_hang_on_the_lanes(self):
        files = self.run_with_oqs("--skip-tag", "pixels", "--jobs", "1")
        self.assertGreater(len(files), 500)
        self.assertEqual(self.run_with_oqs("--skip-tag", "pixels", "--jobs", "2", "--shuffle", out="again"), files)
        paths = [self.folder / "out/oqs" / name for name in files]
        *findings, total = self.oqs("check", *paths).stdout.splitlines()
        self.assertRegex(total, f"^{len(files)} files: 0 errors, . warnings, 0 not readable$")
        for finding in findings:  # a reader keeps the flow of the case's first day, even past the reform's midnight
            self.assertRegex(finding, r"later~date=2024-10-06,later=24h/.*warning: <LimitApplication.*> is 0 on 2024-10-07;")
        for path in paths:
            self.assertTrue(well_formed(path))
            self.check_consents(parse(path))
        completed = {path.name[:-len(".jsonl")] for path in (self.folder / "out/records").iterdir()
                     if '"reception_completed"' in path.read_text(encoding="utf-8")}
        self.assertEqual({name.split("/")[0] for name in files}, completed)

    def test_the_encoding_needs_the_files(self):
        answer = self.run_program("run", "--oqs-encoding", "utf-8", self.write("suite.yaml", program.suite()))
        self.assertEqual(answer.returncode, 2)
        self.assertIn("--oqs", answer.stderr)

    def test_show_explains_codes(self):
        out = self.oqs("show", GOLDEN / "face.shift_jis.xml").stdout
        self.assertRegex(out, r"資格有効性 +1 有効 +validity: valid\n")
        self.assertRegex(out, r"薬剤情報閲覧同意フラグ +0 同意なし +consent: medicines: not given\n")
        self.assertRegex(out, r"氏名 +●●　丈 +name\n")

    def test_check_says_where_and_ends_as_promised(self):
        good = GOLDEN / "face.utf-8.xml"
        text = good.read_text(encoding="utf-8")
        wrong = self.write("OQSsiquc01res_1.xml", text.replace("20241008090006", "20241009090006"))
        cut = self.write("cut.xml", text[:700])
        self.assertEqual(self.oqs("check", good).stdout, "1 files: 0 errors, 0 warnings, 0 not readable\n")
        out = self.oqs("check", good, wrong, code=1).stdout
        self.assertIn(f"{wrong}:46:9: error: <SpecificHealthCheckupsInfoAvailableTime> is 172800 s after", out)
        both = self.oqs("check", wrong, cut, code=2)
        self.assertRegex(both.stderr, r"cut\.xml:\d+:\d+: the file ends here")
        self.assertEqual(len(both.stderr.splitlines()), 1)

    def test_bombs_and_secrets_of_the_machine(self):
        bomb = '<!DOCTYPE a [<!ENTITY b "x">' + "".join(f'<!ENTITY b{i} "{"&b;" * 10}">' for i in range(9)) + "]><a>&b8;</a>"
        outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
        for name, text in (("bomb", bomb), ("outside", outside), ("deep", "<a>" * 10000), ("huge", "<a>" + "x" * (10 << 20))):
            answer = self.oqs("check", self.write(name + ".xml", text), code=2)
            self.assertEqual(len(answer.stderr.splitlines()), 1, answer.stderr[:500])
            self.assertLess(len(answer.stderr), 500)
            self.assertNotIn("root:", answer.stderr)

    def test_a_file_cut_off_anywhere_is_never_valid(self):
        whole = (GOLDEN / "request.shift_jis.xml").read_bytes()
        cuts = [self.write(f"{n}.xml", whole[:n]) for n in range(0, len(whole) - 1, 7)]
        answer = self.oqs("check", *cuts, code=2)
        self.assertEqual(len(answer.stderr.splitlines()), len(cuts))

    def test_no_record_and_no_reception(self):
        self.assertIn("nowhere.jsonl", self.oqs("write", "nowhere.jsonl", "--site", "clinic-default", "--out", "o", code=2).stderr)
        record = self.record(program.suite(script="[insert_card, { choose: pin }, remove_card]", expect="{ reception: aborted }"))
        answer = self.oqs("write", record, "--site", "clinic-default", "--out", "oqs", code=2)
        self.assertIn("no completed reception", answer.stderr)
        self.assertFalse((self.folder / "oqs").exists())
        self.assertIn('did you mean "clinic-default"?', self.oqs("write", record, "--site", "clinic-defalt", "--out", "o", code=2).stderr)

    def request(self, name, **changes):
        text = (GOLDEN / "request.utf-8.xml").read_text(encoding="utf-8")
        for old, new in changes.values():
            self.assertIn(old, text)
            text = text.replace(old, new)
        (self.folder / "oqs/req").mkdir(parents=True, exist_ok=True)
        return self.write(f"oqs/req/OQSsiquc01req_{name}.xml", text)

    def files(self):
        return sorted(str(p.relative_to(self.folder / "oqs")) for p in (self.folder / "oqs").rglob("*") if p.is_file())

    def test_answer_answers_every_request_once(self):
        self.request("known")
        self.request("nobody", number=("4567", "9999"))
        shutil.copy(GOLDEN / "request.shift_jis.xml", self.folder / "oqs/req/OQSsiquc01req_sjis.xml")
        self.write("oqs/req/OQSsiquc01req_broken.xml", "<XmlMsg>")
        answer = self.oqs("answer", "oqs", "--date", "2024-10-07", code=1)
        self.assertIn("OQSsiquc01req_known.xml: answered: 1 有効\n", answer.stdout)
        self.assertIn("OQSsiquc01req_nobody.xml: answered: 4 該当資格なし\n", answer.stdout)
        self.assertIn("3 of 4 requests answered\n", answer.stdout)
        self.assertEqual(self.files(), [
            "processed/OQSsiquc01req_known.xml", "processed/OQSsiquc01req_nobody.xml", "processed/OQSsiquc01req_sjis.xml",
            "res/OQSsiquc01res_broken.xml", "res/OQSsiquc01res_known.xml", "res/OQSsiquc01res_nobody.xml",
            "res/OQSsiquc01res_sjis.xml", "trash/OQSsiquc01req_broken.xml"])
        for path in (self.folder / "oqs/res").iterdir():
            self.assertTrue(well_formed(path))
            self.oqs("check", path)
        self.assertEqual(text_of(parse(self.folder / "oqs/res/OQSsiquc01res_broken.xml"), "SegmentOfResult"), "9")
        self.assertEqual(text_of(parse(self.folder / "oqs/res/OQSsiquc01res_sjis.xml"), "Name"), "佐藤 花子")
        self.assertEqual(self.oqs("answer", "oqs").stdout, "0 of 0 requests answered\n")

    def test_answers_at_the_same_time_lose_and_double_nothing(self):
        names = [f"{n:03}" for n in range(60)]
        for name in names:
            self.request(name)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            ends = list(pool.map(lambda _: self.run_program("oqs", "answer", "oqs", "--date", "2024-10-07"), range(4)))
        for end in ends:
            self.assertEqual(end.returncode, 0, end.stdout + end.stderr)
        self.assertEqual(self.files(), sorted([f"processed/OQSsiquc01req_{n}.xml" for n in names] +
                                              [f"res/OQSsiquc01res_{n}.xml" for n in names]))

    def test_a_run_that_is_killed_leaves_nothing_half(self):
        names = [f"{n:03}" for n in range(300)]
        for name in names:
            self.request(name)
        with subprocess.Popen([str(program.PROGRAM), "oqs", "answer", "oqs", "--date", "2024-10-07"], cwd=self.folder,
                              stdout=subprocess.DEVNULL) as process:
            while process.poll() is None and len(list((self.folder / "oqs").glob("processed/*"))) < 20:
                os.sched_yield()
            process.kill()
        for path in (self.folder / "oqs").glob("res/*.xml"):
            self.assertTrue(path.read_bytes().endswith(b"</XmlMsg>\n"))
        self.oqs("answer", "oqs", "--date", "2024-10-07")
        left = [name for name in self.files() if not os.path.basename(name).startswith(".")]
        self.assertEqual(left, sorted([f"processed/OQSsiquc01req_{n}.xml" for n in names] +
                                      [f"res/OQSsiquc01res_{n}.xml" for n in names]))


program.main()
