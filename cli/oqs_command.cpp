// uketsuke oqs: the XML files between the eligibility terminal and receipt software.

#include "base/error.h"
#include "cli/commands.h"
#include "cli/words.h"
#include "harness/receipt/receipt_files.h"

namespace uketsuke::cli {

namespace {

using namespace harness;

void add_check_files(CLI::App& oqs, int& exit_code) {
  auto files = std::make_shared<std::vector<std::filesystem::path>>();
  CLI::App* check = oqs.add_subcommand("check", "Validate requests and results (OQSsiquc01)");
  check->add_option("FILE", *files, "XML files")->required();
  check->footer("Exit code 0: all files are valid; 1: errors found; 2: a file cannot be read as XML.");
  check->callback([files, &exit_code] { exit_code = check_oqs(*files); });
}

void add_show(CLI::App& oqs, int& exit_code) {
  auto file = std::make_shared<std::filesystem::path>();
  CLI::App* show = oqs.add_subcommand("show", "Show a request or result with its codes explained");
  show->add_option("FILE", *file, "XML file")->required();
  show->callback([file, &exit_code] { exit_code = show_oqs(*file); });
}

void add_write(CLI::App& oqs, int& exit_code) {
  auto options = std::make_shared<OqsWriteOptions>();
  auto encoding = std::make_shared<std::string>("shift_jis");
  CLI::App* write = oqs.add_subcommand("write", "Write the reader's result of a recorded reception");
  write->add_option("RECORD", options->record, "Record of uketsuke run: DIR/records/….jsonl")->required();
  write->add_option(
      "--persona", options->persona,
      "Patient whose last completed reception is written. Default: the patient of the record's last one");
  write->add_option("--site", options->site, "Site: a name in scenarios/sites")->required();
  write->add_option("--out", options->out, "Shared folder. The file is written to DIR/face")->required();
  write->add_option("--encoding", *encoding, "Encoding of the file")
      ->check(CLI::IsMember(names_of<oqs::Encoding>()))
      ->capture_default_str();
  write->callback([options, encoding, &exit_code] {
    options->encoding = *from_name<oqs::Encoding>(*encoding);
    exit_code = write_oqs(*options);
  });
}

void add_answer(CLI::App& oqs, int& exit_code) {
  auto options = std::make_shared<OqsAnswerOptions>();
  auto date = std::make_shared<std::string>();
  CLI::App* answer = oqs.add_subcommand("answer", "Answer the requests in a shared folder, once");
  answer
      ->add_option("DIR", options->folder,
                   "Shared folder that contains req. Creates res, processed and trash")
      ->required();
  answer->add_option("--site", options->site, "Site: a name in scenarios/sites")->capture_default_str();
  answer->add_option("--date", *date, "Answer as of 09:00 on this day (2024-10-07). Default: now");
  answer->footer("The personas are the registry. Exit code 1: a request was refused or kept.");
  answer->callback([options, date, &exit_code] {
    if (!date->empty()) {
      options->date = day_of("--date", *date);
    }
    exit_code = answer_oqs(*options);
  });
}

}  // namespace

void add_oqs(CLI::App& program, int& exit_code) {
  CLI::App* oqs = program.add_subcommand(
      "oqs", "The XML files of on-line eligibility confirmation: check, show, write, answer");
  oqs->require_subcommand(1);
  add_check_files(*oqs, exit_code);
  add_show(*oqs, exit_code);
  add_write(*oqs, exit_code);
  add_answer(*oqs, exit_code);
}

}  // namespace uketsuke::cli
