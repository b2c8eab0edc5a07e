#include "harness/receipt/exchange.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/error.h"
#include "oqs/codes.h"
#include "oqs/delivery.h"
#include "oqs/file_names.h"
#include "oqs/reader.h"
#include "oqs/writer.h"
#include "oqs/xml/xml_parser.h"

namespace uketsuke::oqs {

namespace fs = std::filesystem;

namespace {

bool same_question(const std::optional<QualificationConfirmSearchInfo>& a,
                   const std::optional<QualificationConfirmSearchInfo>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->insurer_number == b->insurer_number && a->insured_card_symbol == b->insured_card_symbol &&
         a->insured_identification_number == b->insured_identification_number &&
         a->insured_branch_number == b->insured_branch_number && a->birthdate == b->birthdate &&
         a->limit_flag == b->limit_flag && a->arbitrary_identifier == b->arbitrary_identifier;
}

/// Whether two results give one answer, apart from their times.
bool same_answer(const Result& a, const Result& b) {
  return a.header.arbitrary_file_identifier == b.header.arbitrary_file_identifier &&
         a.header.error_message == b.header.error_message &&
         a.header.medical_institution_code == b.header.medical_institution_code &&
         a.body.qualification_validity == b.body.qualification_validity &&
         same_question(a.body.search_info, b.body.search_info);
}

class Exchange {
 public:
  Exchange(fs::path folder, const People& people, const scenario::Site& site, DateTime now)
      : folder_(std::move(folder)), people_(people), site_(site), now_(now) {
    for (const char* name : {"res", "processed", "trash"}) make_folder(folder_ / name);
  }

  Handled handle(const fs::path& file) const {
    const std::string name = file.filename().string();
    // A link could lead anywhere, and reading a pipe would block.
    if (!is_request_name(name) || !fs::is_regular_file(fs::symlink_status(file)))
      return {file, Fate::foreign, {}, "the name is not OQSsiquc01req_*.xml; not moved"};
    try {
      return answer_file(file, read_bytes(file));
    } catch (const XmlError& error) {
      if (error.xml_problem() != XmlProblem::unreadable) throw;
      if (!fs::exists(file)) return {file, Fate::gone, {}, "another program took it"};
      return {file, Fate::kept, {}, error.what()};
    }
  }

 private:
  fs::path folder_;
  const People& people_;
  const scenario::Site& site_;
  DateTime now_;

  Handled answer_file(const fs::path& file, const std::string& bytes) const {
    const std::string name = file.filename().string();
    try {
      // Only the name: results go to others, who must not learn this machine's folders.
      const XmlFile xml = parse_xml(bytes, name);
      const Result result = answer(read_request(xml), people_, site_, now_);
      const std::string& code = *result.body.qualification_validity;
      return finish(file, result, xml.encoding, Fate::answered, "processed",
                    fmt::format("{} {}", code, code_table("OQSCD006")->find(code)->ja));
    } catch (const InputError& error) {
      // The encoding of an unreadable file is unknown.
      return finish(file, refusal(error.what(), site_, now_), Encoding::utf8, Fate::refused, "trash",
                    error.what());
    }
  }

  Handled finish(const fs::path& file, const Result& result, Encoding encoding, Fate fate,
                 const char* destination, std::string note) const {
    const fs::path folder = folder_ / "res";
    const std::string name = result_name(file.filename().string());
    if (!deliver(folder, name, write(result, encoding).bytes)) {
      if (!is_there(folder / name, result)) {
        return {file,
                Fate::kept,
                {},
                fmt::format("res/{} exists with another answer; remove it and run the command again", name)};
      }
      if (fate == Fate::answered) fate = Fate::finished;
    }
    const bool moved = !move_into(folder_ / destination, file).empty();
    return {file, moved ? fate : Fate::gone, folder / name, std::move(note)};
  }

  static bool is_there(const fs::path& path, const Result& result) {
    try {
      return same_answer(read_result(load_xml(path)), result);
    } catch (const InputError&) {
      return false;
    }
  }
};

}  // namespace

std::vector<Handled> answer_requests(const fs::path& folder, const People& people, const scenario::Site& site,
                                     DateTime now) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder / "req", error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().filename().string().front() != '.') files.push_back(entry->path());
  }
  if (error) {
    throw InputError(
        InputProblem::unreadable, {(folder / "req").string(), 0, 0},
        fmt::format("cannot be read: {}; put the requests (OQSsiquc01req_*.xml) into this folder",
                    error.message()));
  }
  std::sort(files.begin(), files.end());
  const Exchange exchange(folder, people, site, now);
  std::vector<Handled> handled;
  handled.reserve(files.size());
  for (const fs::path& file : files) handled.push_back(exchange.handle(file));
  return handled;
}

fs::path deliver_face_result(const fs::path& folder, const Result& result, std::string_view bytes) {
  const fs::path face = folder / "face";
  make_folder(face);
  for (unsigned counter = 1;; ++counter) {
    const std::string name = face_name(face_id(result.header.medical_institution_code, counter),
                                       result.header.process_execution_time);
    if (deliver(face, name, bytes)) return face / name;
  }
}

}  // namespace uketsuke::oqs
