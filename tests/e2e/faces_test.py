"""Suites decided by pixels: rendered people give byte-identical records, however many cases run in parallel."""

import program

SUITES = [program.SOURCE / "scenarios/suites" / name for name in ("face-rendered.yaml", "face-attacks.yaml", "face-camera.yaml")]

STILL = """scenario: still-picture
title: { ja: 動かない映像, en: one picture again and again }
requirements: [FACE-11]
needs: [camera, pixels, pin_pad]
vision: recorded
recording: still.ppm
date: 2024-10-21
patient: suzuki-taro
site: clinic-default
script: [insert_card, { choose: face }, look_at_camera, { choose: pin }, enter_pin, { answer: { all: agree } }, remove_card]
expect: { reception: complete, identity: pin, refusals: [camera_failed] }
"""


# Runs one case of each kind again, alone; cases that wait for a time-out run only once.
TWICE = "right-person/patient=s|light=dark|wearing=hat|takes-mask-off|attack=(printed|bent)_photo|photo-unusable"


class Faces(program.ProgramTest):
    def run_suites(self, out, *options):
        answer = self.run_program("run", *SUITES, "--case-seconds", "120", "--out", out, *options, timeout=1200)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        return self.records(out)

    def test_jobs_and_order_change_nothing(self):
        alone = self.run_suites("alone", "--jobs", "1", "--filter", TWICE)
        beside = self.run_suites("beside", "--jobs", "2", "--shuffle")
        self.assertGreaterEqual(len(alone), 10)
        self.assertGreaterEqual(len(beside), 60)
        for name, record in alone.items():
            self.assertEqual(record, beside[name], name)

    def test_a_recording_that_stands_still_is_a_camera_that_failed(self):
        grey = bytes(range(256)) * (640 * 480 * 3 // 256)
        self.write("still.ppm", b"P6\n640 480\n255\n" + grey)
        suite = self.write("still.yaml", STILL)
        answer = self.run_program("run", suite, "--out", "out")
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)


program.main()
