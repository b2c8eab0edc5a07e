#include "reports/html/chunk.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/error.h"
#include "reports/results/record_file.h"
#include "reports/results/results_json.h"

namespace uketsuke::reports {

namespace {

/// A line of a canonical record, split without parsing it: most lines of a run repeat, and a report of ten
/// thousand cases reads a million of them.
struct EventLine {
  std::int64_t time = 0;
  std::string rest;  ///< the event without time and sequence
};

/// Removes `"NAME":NUMBER` and the comma before it from a line; keys are sorted, so both are near the end.
/// Quotes in texts are escaped, so no text can be mistaken for a key.
std::int64_t cut_number(std::string& line, std::string_view name) {
  const std::string key = fmt::format(",\"{}\":", name);
  const std::size_t begin = line.rfind(key);
  if (begin == std::string::npos) throw std::invalid_argument(fmt::format("an event without \"{}\"", name));
  std::int64_t value = 0;
  const char* first = line.data() + begin + key.size();
  const auto parsed = std::from_chars(first, line.data() + line.size(), value);
  if (parsed.ec != std::errc{}) throw std::invalid_argument(fmt::format("\"{}\" is no number", name));
  line.erase(begin, static_cast<std::size_t>(parsed.ptr - line.data()) - begin);
  return value;
}

EventLine split(std::string line) {
  EventLine event;
  event.time = cut_number(line, "time");
  cut_number(line, "sequence");
  event.rest = std::move(line);
  return event;
}

/// The index of each picture of a case in the page, by its file, or why it is missing.
nlohmann::json places_of(const std::vector<std::string>& pictures, bool passed, Album& album) {
  album.open_case(passed);
  nlohmann::json places = nlohmann::json::object();
  for (const std::string& file : pictures) {
    if (places.contains(file)) continue;
    const Album::Place place = album.place(file);
    places[file] = place.number ? nlohmann::json(*place.number) : nlohmann::json(to_name(place.why));
  }
  return places;
}

/// The file named by a line about a kept picture; empty for other lines.
std::optional<std::string> picture_in(const std::string& event) {
  // Most lines are of another kind and are not parsed. Quotes in texts are escaped, so no text matches.
  if (event.find("\"kind\":\"picture_kept\"") == std::string::npos) return std::nullopt;
  return nlohmann::json::parse(event).at("fields").at("file").get<std::string>();
}

}  // namespace

std::size_t Chunk::index_of(std::string event) {
  if (const auto known = index_.find(event); known != index_.end()) return known->second;
  const auto json = nlohmann::json::parse(event);  // a truncated line must not break the page
  if (!json.at("kind").is_string() || !json.at("fields").is_object())
    throw std::invalid_argument("not an event");
  if (!palette_.empty()) palette_ += ',';
  palette_ += event;
  const std::size_t index = index_.size();
  index_.emplace(std::move(event), index);
  return index;
}

std::string Chunk::record_json(const std::filesystem::path& path, std::vector<std::string>& pictures) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) {
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0},
                     "the record cannot be read, or is empty");
  }
  int number = 1;
  try {
    std::string out = fmt::format("{{\"header\":{},\"events\":[", dump(nlohmann::json::parse(line)));
    std::int64_t before = 0;
    while (std::getline(in, line)) {
      EventLine event = split(std::move(line));
      if (auto picture = picture_in(event.rest)) pictures.push_back(std::move(*picture));
      const std::size_t index = index_of(std::move(event.rest));
      fmt::format_to(std::back_inserter(out), "{}[{},{}]", ++number == 2 ? "" : ",", event.time - before,
                     index);
      before = event.time;
    }
    return out + "]}";
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& bad) {
    throw InputError(InputProblem::bad_value, {path.string(), number + 1, 1}, bad.what());
  }
}

void Chunk::add(const CaseResult& result, const std::filesystem::path& records_root, Album& album) {
  nlohmann::json json = to_json(result);
  std::string record = "null";
  if (!result.record_path.empty()) {
    try {
      std::vector<std::string> pictures;
      record = record_json(path_inside(records_root, result.record_path), pictures);
      if (!pictures.empty())
        json["pictures"] = places_of(pictures, result.result == record::Result::pass, album);
    } catch (const InputError& missing) {
      json["record_error"] = missing.what();
    }
  }
  std::string text = dump(json);
  text.pop_back();  // the closing brace: the record is inserted as text
  cases_ += fmt::format("{}{},\"events\":{}}}", size_ == 0 ? "" : ",", text, record);
  ++size_;
}

std::string Chunk::take() {
  std::string out = fmt::format("{{\"palette\":[{}],\"cases\":[{}]}}", palette_, cases_);
  *this = Chunk{};
  return out;
}

}  // namespace uketsuke::reports
