"""Independent software: OpenSC finds, reads, logs in to and signs with the card; openssl verifies."""

import lab

PIN, PASSWORD = "0109", "BHGM4358"  # of scenarios/personas/sato-hanako.yaml
PINLESS = "watanabe-shige"  # has a 顔認証マイナンバーカード
MECHANISM = "SHA256-RSA-PKCS"


class OpenScTest(lab.CardTest):
    """Common part of the OpenSC tests."""

    def read_certificate(self, number, *options):
        path = self.folder / f"certificate-{number}.pem"
        self.run_tool("pkcs15-tool", "--read-certificate", number, "--output", path, *options)
        return path

    def openssl(self, *arguments, code=0):
        return self.run_tool("openssl", *arguments, code=code)

    def login(self, pin, *arguments, slot=0, code=0):
        return self.run_tool("pkcs11-tool", "--slot-index", slot, "--login", "--pin", pin, *arguments, code=code)

    def sign(self, pin, slot, code=0):
        (self.folder / "text").write_text("同意します。\n", encoding="utf-8")
        return self.login(pin, "--sign", "-m", MECHANISM, "--input-file", "text", "--output-file", "signature", slot=slot,
                          code=code)

    def verify_signature(self, certificate):
        key = self.openssl("x509", "-in", certificate, "-noout", "-pubkey")
        (self.folder / "key.pem").write_text(key)
        return self.openssl("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text")

    def tries_left(self):
        """Tries left as read by OpenSC: authentication PIN, signing password."""
        listed = self.run_tool("pkcs15-tool", "--list-pins")
        return [int(line.split(":")[1]) for line in listed.splitlines() if "Tries left" in line]


class OpenSc(OpenScTest):
    def test_names_the_card_by_its_application(self):
        self.insert()
        self.assertIn("jpki", self.run_tool("opensc-tool", "-n").splitlines())

    def test_names_the_card_by_the_atr_of_its_contacts(self):
        self.insert("sato-hanako", "--atr", "contact")
        self.assertIn("3b:e0:00:ff:81:31:fe:45:14", self.run_tool("opensc-tool", "--atr"))
        self.assertIn("jpki", self.run_tool("opensc-tool", "-n").splitlines())

    def test_lists_four_certificates(self):
        self.insert()
        listed = self.run_tool("pkcs15-tool", "--list-certificates")
        for label in ("User Authentication Certificate", "Digital Signature Certificate",
                      "User Authentication Certificate CA", "Digital Signature Certificate CA"):
            self.assertIn(f"[{label}]", listed)
        self.assertEqual(listed.count("Encoded serial"), 3)  # the signing certificate needs the password

    def test_lists_both_pins_with_all_their_tries(self):
        self.insert()
        self.assertEqual(self.tries_left(), [3, 5])

    def test_reads_the_authentication_certificate_without_a_pin(self):
        self.insert()
        text = self.openssl("x509", "-in", self.read_certificate(1), "-noout", "-subject", "-issuer")
        self.assertRegex(text, r"subject=C = JP, CN = \w{23}")
        self.assertIn("JPKI for user authentication", text)

    def test_reads_both_authorities_without_a_pin(self):
        self.insert()
        for number in (3, 4):
            text = self.openssl("x509", "-in", self.read_certificate(number), "-noout", "-ext", "basicConstraints")
            self.assertIn("CA:TRUE", text)

    def test_reads_the_signing_certificate_with_the_password_only(self):
        self.insert()
        self.assertNotIn("BEGIN CERTIFICATE", self.run_tool("pkcs15-tool", "--read-certificate", 2, code=None))
        self.login(PASSWORD, "--read-object", "--type", "cert", "--id", "02", "--output-file", "signing.der", slot=1)
        text = self.openssl("x509", "-inform", "DER", "-in", "signing.der", "-noout", "-ext", "keyUsage")
        self.assertIn("Non Repudiation", text)

    def test_signs_with_the_authentication_key(self):
        self.insert()
        self.sign(PIN, slot=0)
        self.assertIn("Verified OK", self.verify_signature(self.read_certificate(1)))

    def test_signs_with_the_signing_key(self):
        self.insert()
        self.sign(PASSWORD, slot=1)
        self.login(PASSWORD, "--read-object", "--type", "cert", "--id", "02", "--output-file", "signing.der", slot=1)
        self.assertIn("Verified OK", self.verify_signature("signing.der"))

    def test_three_wrong_pins_lock_the_card_for_the_right_one(self):
        self.insert()
        for left in (2, 1, 0):
            self.assertIn("CKR_PIN_INCORRECT", self.sign("0000", slot=0, code=1))
            self.assertEqual(self.tries_left()[0], left)
        self.assertNotIn("CKR_PIN_INCORRECT", self.sign(PIN, slot=0, code=1))
        self.assertEqual(self.tries_left(), [0, 5])

    def test_success_before_the_last_try_restores_the_counter(self):
        self.insert()
        for _ in range(2):
            self.sign("0000", slot=0, code=1)
        self.assertEqual(self.tries_left()[0], 1)
        self.sign(PIN, slot=0)
        self.assertEqual(self.tries_left()[0], 3)

    def test_locked_password_leaves_the_pin_alone(self):
        self.insert()
        for _ in range(5):
            self.sign("WRONG123", slot=1, code=1)
        self.assertEqual(self.tries_left(), [3, 0])
        self.sign(PIN, slot=0)

    def test_card_without_a_pin_is_listed_as_locked(self):
        self.insert(PINLESS)
        self.assertEqual(self.tries_left(), [0, 0])


class Authorities(OpenScTest):
    """The certificates on the card, and the authorities that issued them."""

    def setUp(self):
        super().setUp()
        self.ask("--export-ca", "ca.pem")
        self.card = self.insert()
        self.certificate = self.read_certificate(1)

    def ask(self, *options):
        return self.run_tool(lab.PROGRAM, "card", "--persona", "sato-hanako", *options)

    def verify(self, certificate, *options, code=0):
        return self.openssl("verify", "-x509_strict", "-CAfile", "ca.pem", *options, certificate, code=code)

    def read_signing_certificate(self):
        self.login(PASSWORD, "--read-object", "--type", "cert", "--id", "02", "--output-file", "signing.der", slot=1)
        self.openssl("x509", "-inform", "DER", "-in", "signing.der", "-out", "signing.pem")
        return "signing.pem"

    def ocsp(self, certificate, issuer, *options):
        self.openssl("ocsp", "-issuer", issuer, "-cert", certificate, "-reqout", "request.der")
        self.ask("--ocsp", "request.der", "answer.der", *options)
        return self.openssl("ocsp", "-issuer", issuer, "-cert", certificate, "-reqin", "request.der",
                            "-no_nonce", "-respin", "answer.der", "-CAfile", "ca.pem")  # keeps the request's own nonce

    def test_both_certificates_verify(self):
        for certificate in (self.certificate, self.read_signing_certificate()):
            self.assertIn("OK", self.verify(certificate))

    def test_authorities_on_the_card_are_those_exported(self):
        exported = (self.folder / "ca.pem").read_text()
        for number in (3, 4):
            self.assertIn(self.read_certificate(number).read_text().strip(), exported)

    def test_list_without_the_certificate_lets_it_pass(self):
        self.ask("--export-crl", "crl.pem")
        self.assertIn("OK", self.verify(self.certificate, "-crl_check", "-CRLfile", "crl.pem"))

    def test_list_revokes_both_certificates(self):
        signing = self.read_signing_certificate()
        self.ask("--export-crl", "crl.pem", "--revoked")
        for certificate in (self.certificate, signing):
            said = self.verify(certificate, "-crl_check", "-CRLfile", "crl.pem", code=2)
            self.assertIn("certificate revoked", said)

    def test_ocsp_calls_the_certificate_good(self):
        said = self.ocsp(self.certificate, self.read_certificate(3))
        self.assertIn("Response verify OK", said)
        self.assertIn(f"{self.certificate}: good", said)

    def test_ocsp_revokes_the_authentication_certificate(self):
        said = self.ocsp(self.certificate, self.read_certificate(3), "--revoked")
        self.assertIn("Response verify OK", said)
        self.assertIn(f"{self.certificate}: revoked", said)

    def test_ocsp_revokes_the_signing_certificate(self):
        said = self.ocsp(self.read_signing_certificate(), self.read_certificate(4), "--authority", "signing", "--revoked")
        self.assertIn("signing.pem: revoked", said)

    def test_ocsp_of_the_other_authority_does_not_know_the_certificate(self):
        self.openssl("ocsp", "-issuer", self.read_certificate(3), "-cert", self.certificate, "-reqout", "request.der")
        self.ask("--ocsp", "request.der", "answer.der", "--authority", "signing")
        self.assertIn("Cert Status: unknown", self.openssl("ocsp", "-respin", "answer.der", "-noverify", "-text"))


lab.main()
