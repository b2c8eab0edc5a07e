#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "oqs/xml/encoding.h"

namespace uketsuke::harness {

struct OqsWriteOptions {
  std::filesystem::path record;
  std::string persona;  ///< empty: the patient of the last completed reception
  std::string site;
  std::filesystem::path out;
  oqs::Encoding encoding = oqs::Encoding::shift_jis;
};

struct OqsAnswerOptions {
  std::filesystem::path folder;
  std::string site = "clinic-default";
  std::optional<Date> date;  ///< none: now
};

// Each function prints what it does and returns the program's exit code.

int check_oqs(const std::vector<std::filesystem::path>& files);
int show_oqs(const std::filesystem::path& file);
int write_oqs(const OqsWriteOptions& options);
int answer_oqs(const OqsAnswerOptions& options);

}  // namespace uketsuke::harness
