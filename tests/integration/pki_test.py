#!/usr/bin/python3
"""The openssl program accepts our test certificates, and finds in them the profile of a JPKI certificate.

Usage: pki_test.py UNIT_PKI, where UNIT_PKI is the unit test program that writes the certificates.
Source of the profile: public descriptions of JPKI certificates, docs/card-facts.md §6.1 and §6.2.
"""

import datetime
import os
import subprocess
import sys
import tempfile
import unittest

UNIT_PKI = ""


def seconds(*utc):
    return int(datetime.datetime(*utc, tzinfo=datetime.timezone.utc).timestamp())


IN_2026 = seconds(2026, 1, 1)


def openssl(*arguments, check=True):
    return subprocess.run(["openssl", *arguments], check=check, capture_output=True, text=True)


class Certificates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="uketsuke-pki-")
        cls.write("Authority.WritesCertificatesForTheOpensslProgram")
        cls.write("RevocationList.WritesStatementsForTheOpensslProgram")
        for name in ("authentication-ca", "signing-ca", "authentication", "signing", "other"):
            openssl("x509", "-inform", "DER", "-in", cls.path(name + ".der"), "-out", cls.path(name + ".pem"))

    @classmethod
    def write(cls, writer, **environment):
        subprocess.run(
            [UNIT_PKI, f"--gtest_filter={writer}"],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "UKETSUKE_PKI_OUT": cls.folder.name, **environment},
        )

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    def verify(self, name, authority, seconds, check=True):
        return openssl(
            "verify", "-x509_strict", "-attime", str(seconds),
            "-CAfile", self.path(authority + ".pem"), self.path(name + ".pem"), check=check,
        )

    def text(self, name):
        return openssl(
            "x509", "-in", self.path(name + ".pem"), "-noout", "-text", "-nameopt", "utf8,sep_comma_plus_space",
        ).stdout

    def extension(self, name, which):
        return openssl("x509", "-in", self.path(name + ".pem"), "-noout", "-ext", which).stdout

    def test_both_certificates_verify_against_their_authority(self):
        for name in ("authentication", "signing"):
            self.assertIn("OK", self.verify(name, name + "-ca", IN_2026).stdout)

    def test_certificate_of_one_kind_does_not_verify_against_the_other_authority(self):
        self.assertNotEqual(self.verify("authentication", "signing-ca", IN_2026, check=False).returncode, 0)

    def test_validity_ends_with_the_last_second_of_the_last_day_in_japan(self):
        last = seconds(2030, 2, 17, 14, 59, 59)
        # RFC 5280 includes the last second; openssl does not, so the test uses the second before.
        self.assertIn("OK", self.verify("authentication", "authentication-ca", last - 1).stdout)
        late = self.verify("authentication", "authentication-ca", last + 1, check=False)
        self.assertIn("certificate has expired", late.stdout + late.stderr)

    def test_all_are_rsa_2048_with_sha_256(self):
        for name in ("authentication-ca", "signing-ca", "authentication", "signing"):
            text = self.text(name)
            self.assertIn("sha256WithRSAEncryption", text)
            self.assertIn("(2048 bit)", text)
            self.assertIn("Version: 3", text)

    def test_authority_is_marked_as_one(self):
        text = self.text("authentication-ca")
        self.assertIn("X509v3 Basic Constraints: critical\n                CA:TRUE", text)
        self.assertIn("X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign", text)
        self.assertIn("OU=JPKI for user authentication", text)
        self.assertIn("X509v3 Subject Key Identifier", text)

    def test_key_usage_tells_authentication_from_signing(self):
        self.assertIn("Key Usage: critical\n    Digital Signature\n", self.extension("authentication", "keyUsage"))
        self.assertIn(
            "Key Usage: critical\n    Digital Signature, Non Repudiation\n", self.extension("signing", "keyUsage"))

    def test_revocation_list_is_signed_and_revokes_one_certificate(self):
        shown = openssl("crl", "-inform", "DER", "-in", self.path("revoked.crl"), "-noout", "-text",
                        "-CAfile", self.path("authentication-ca.pem"))
        self.assertIn("verify OK", shown.stdout + shown.stderr)
        self.assertIn("Serial Number: 1A2B3C4D", shown.stdout)
        self.assertNotIn("11112222", shown.stdout)
        openssl("crl", "-inform", "DER", "-in", self.path("revoked.crl"), "-out", self.path("revoked.pem"))
        for name, word in (("authentication", "certificate revoked"), ("other", "OK")):
            done = openssl(
                "verify", "-crl_check", "-attime", str(seconds(2026, 1, 2)), "-CRLfile", self.path("revoked.pem"),
                "-CAfile", self.path("authentication-ca.pem"), self.path(name + ".pem"), check=False)
            self.assertIn(word, done.stdout + done.stderr)
            self.assertEqual(done.returncode == 0, word == "OK")

    def test_revocation_list_tells_a_hold_from_the_end(self):
        shown = openssl("crl", "-inform", "DER", "-in", self.path("reasons.crl"), "-noout", "-text",
                        "-CAfile", self.path("authentication-ca.pem"))
        self.assertIn("verify OK", shown.stdout + shown.stderr)
        entries = shown.stdout.split("Serial Number: ")[1:]
        reasons = {entry[:8]: [word for word in ("Certificate Hold", "Cessation Of Operation") if word in entry]
                   for entry in entries}
        self.assertEqual(reasons, {"1A2B3C4D": ["Certificate Hold"], "11112222": ["Cessation Of Operation"],
                                   "33334444": []})
        self.assertNotIn("CRL Reason Code", entries[[e[:8] for e in entries].index("33334444")])

    def test_ocsp_answer_is_signed_and_revokes_one_certificate(self):
        ca = self.path("authentication-ca.pem")
        # openssl makes a new nonce for each call; a unit test checks that an answer repeats it.
        asked = ["-no_nonce", "-issuer", ca, "-cert", self.path("authentication.pem"), "-cert", self.path("other.pem")]
        openssl("ocsp", *asked, "-reqout", self.path("request.ocsp"))
        self.write("RevocationList.WritesStatementsForTheOpensslProgram",
                   UKETSUKE_PKI_REQUEST=self.path("request.ocsp"))
        # openssl checks an answer's validity only against the current time, so any age is allowed.
        told = openssl("ocsp", *asked, "-respin", self.path("answer.ocsp"), "-CAfile", ca, "-VAfile", ca, "-validity_period", "999999999", check=False)
        text = told.stdout + told.stderr
        self.assertIn("Response verify OK", text)
        self.assertIn("authentication.pem: revoked", text)
        self.assertIn("other.pem: good", text)

    def test_trust_file_has_both_authorities(self):
        for name in ("authentication", "signing"):
            done = openssl("verify", "-attime", str(IN_2026), "-CAfile", self.path("authorities.pem"),
                           self.path(name + ".pem"))
            self.assertIn("OK", done.stdout)

    def test_policies_are_those_of_the_real_certificates(self):
        self.assertIn("critical\n    Policy: 1.2.392.200149.8.5.1.3.30",
                      self.extension("authentication", "certificatePolicies"))
        self.assertIn("critical\n    Policy: 1.2.392.200149.8.5.1.1.20",
                      self.extension("signing", "certificatePolicies"))

    def test_revocation_list_is_a_directory_name(self):
        points = self.extension("authentication", "crlDistributionPoints")
        self.assertIn("DirName", points)
        self.assertIn("CRL Distribution Points", points)
        self.assertIn("Shiken-shi CRLDP", points)

    def test_signing_certificate_has_the_four_items_of_the_residence_record(self):
        structure = openssl("asn1parse", "-in", self.path("signing.pem")).stdout
        for item in (1, 3, 4, 5):
            self.assertIn(f":1.2.392.200149.8.5.5.{item}", self.dump_of_alternative_name(structure))

    def dump_of_alternative_name(self, structure):
        lines = structure.splitlines()
        at = next(i for i, line in enumerate(lines) if "X509v3 Subject Alternative Name" in line)
        offset = lines[at + 1].split(":")[0].strip()
        return openssl("asn1parse", "-in", self.path("signing.pem"), "-strparse", offset).stdout

    def test_authentication_certificate_says_nothing_of_its_holder(self):
        self.assertNotIn("Subject Alternative Name", self.text("authentication"))
        self.assertIn("Subject: C=JP, CN=997794E9AGCIEG13221003A", self.text("authentication"))


if __name__ == "__main__":
    UNIT_PKI = os.path.abspath(sys.argv.pop(1))
    unittest.main()
