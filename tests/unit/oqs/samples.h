#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "oqs/validation/validator.h"
#include "oqs/xml/xml_parser.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

using namespace date::literals;

/// A file in golden/, written by hand after public programs.
inline std::string golden(const std::string& name) {
  std::ifstream in("tests/unit/oqs/golden/" + name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("no golden file " + name);
  return text.str();
}

/// The text with the first occurrence of `from` replaced; it must occur.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

inline Findings findings_of(const std::string& bytes) {
  const XmlFile file = parse_xml(bytes, "f.xml");
  return validate(file, kind_of(file));
}

/// `line severity rule-message` of every finding, for tests that expect exactly these.
inline std::string listed(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += std::to_string(finding.place.line) +
            (finding.severity == Severity::error ? " error " : " warning ") + finding.message + "\n";
  }
  return text;
}

inline scenario::Persona sample_persona() {
  scenario::Persona persona;
  persona.id = "sato-hanako";
  persona.name = {"佐藤　花子", "SATO Hanako"};
  persona.kana = "サトウ ハナコ";
  persona.born = Date(1985_y / 4 / 12);
  persona.sex = scenario::Sex::female;
  persona.address = "架空区";
  scenario::Insurance insurance;
  insurance.insurer_number = "06999991";
  insurance.symbol = "１２３";
  insurance.number = "4567";
  insurance.branch = "00";
  insurance.insurer_name = "架空商事健康保険組合";
  insurance.from = Date(2020_y / 4 / 1);
  persona.insurance.push_back(insurance);
  return persona;
}

inline scenario::Site clinic() {
  scenario::Site site;
  site.id = "clinic";
  site.asks = {record::Category::pharmacists_info, record::Category::specific_health_checkups_info};
  return site;
}

}  // namespace uketsuke::oqs
