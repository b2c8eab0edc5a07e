"""`cmake --install` creates a self-contained tree: program, data, modules, and a package for building a face matcher."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]


class InstalledTree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.prefix = cls.folder / "opt"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)
        cls.environment = {key: value for key, value in os.environ.items() if key not in ("UKETSUKE_DATA", "UKETSUKE_MODULES")}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_program(self, *arguments):
        return subprocess.run([self.prefix / "bin/uketsuke", *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)

    def test_the_program_runs_with_the_data_beside_it(self):
        data = self.prefix / "share/uketsuke/scenarios/suites/leaflet-pin.yaml"
        data.write_text(data.read_text(encoding="utf-8").replace("leaflet-pin-before-reform", "installed-leaflet-pin"),
                        encoding="utf-8")  # a name that only the installed data have
        answer = self.run_program("run", "--filter", "installed-leaflet-pin", "--out", "out")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("1 case: 1 passed", answer.stdout)

    def test_every_command_finds_its_data(self):
        for arguments in (["check"], ["rules", "--date", "2024-10-07"], ["rules", "--unknown"],
                          ["cost", "--class", "ウ", "--total", "1000000", "--date", "2024-11-01"], ["card", "--list"]):
            with self.subTest(arguments):
                answer = self.run_program(*arguments)
                self.assertEqual(answer.returncode, 0, answer.stderr)

    def test_the_modules_are_where_the_program_looks(self):
        for module in ("libuketsuke_face_engines.so", "libuketsuke_capture.so"):
            self.assertTrue((self.prefix / "lib/uketsuke" / module).is_file(), module)

    def test_a_face_matcher_is_built_with_the_package(self):
        project = self.folder / "matcher"
        project.mkdir()
        shutil.copy(SOURCE / "examples/face_plugin/mean_face.c", project)
        (project / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.18)\nproject(mine LANGUAGES C CXX)\nfind_package(uketsuke 0.1 REQUIRED)\n"
            "add_library(mine MODULE mean_face.c)\ntarget_link_libraries(mine PRIVATE uketsuke::face_plugin m)\n", encoding="utf-8")
        subprocess.run(["cmake", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}"], check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run(["cmake", "--build", project / "build"], check=True, stdout=subprocess.DEVNULL)
        self.assertTrue((project / "build/libmine.so").is_file())


if __name__ == "__main__":
    unittest.main()
