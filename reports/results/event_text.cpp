#include "reports/results/event_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace uketsuke::reports {

namespace {

using namespace record;

std::string word(const std::string& value) { return value.empty() ? "\"\"" : value; }
std::string word(bool value) { return value ? "true" : "false"; }
std::string word(std::int64_t value) { return std::to_string(value); }
std::string word(const Text& value) { return fmt::format("\"{}\"", value.en); }
std::string word(const ButtonShown& value) { return std::string(to_name(value.button)); }

template <class Enum, std::enable_if_t<std::is_enum_v<Enum>, int> = 0>
std::string word(Enum value) {
  return std::string(to_name(value));
}

template <class T>
std::string word(const std::vector<T>& values) {
  std::string all;
  for (const T& value : values) all += (all.empty() ? "" : ",") + word(value);
  return "[" + all + "]";
}

struct Fields {
  std::string& out;

  template <class T>
  void operator()(const char* name, const T& value) {
    out += fmt::format(" {}={}", name, word(value));
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
};

/// Formats `similarity=0.871>=0.400`; empty if there is neither a value nor a limit.
std::string measure(const char* name, std::optional<std::int64_t> value, std::optional<std::int64_t> limit) {
  const auto decimal = [](std::int64_t thousandths) { return static_cast<double>(thousandths) / 1000; };
  if (!value) return limit ? fmt::format(" {}=none(needs {:.3f})", name, decimal(*limit)) : "";
  if (!limit) return fmt::format(" {}={:.3f}", name, decimal(*value));
  return fmt::format(" {}={:.3f}{}{:.3f}", name, decimal(*value), *value >= *limit ? ">=" : "<",
                     decimal(*limit));
}

}  // namespace

std::string event_text(const Event& event) {
  std::string line =
      fmt::format("{:>10}  {:<7}  {}", format_duration(event.time), to_name(event.source), kind_of(event));
  if (const auto* shown = as<ScreenShown>(event)) {
    line += fmt::format(" screen={}", to_name(shown->screen));
    if (!shown->code.empty()) line += fmt::format(" code={}", shown->code);
    return line;
  }
  if (const auto* measured = as<FaceMeasured>(event)) {
    return line + fmt::format(" frame={}", measured->frame) +
           measure("similarity", measured->similarity, measured->similarity_at_least) +
           measure("liveness", measured->liveness, measured->liveness_at_least) +
           measure("parallax", measured->parallax, measured->parallax_at_least);
  }
  if (const auto* shown = as<GuidanceShown>(event))
    return line + fmt::format(" {} \"{}\"", to_name(shown->guidance), shown->text);
  std::visit([&](const auto& payload) { payload.fields(payload, Fields{line}); }, event.payload);
  return line;
}

std::vector<std::string> last_events(const Record& record, std::size_t most) {
  const auto& events = record.events();
  std::vector<std::string> lines;
  for (std::size_t i = events.size() - std::min(most, events.size()); i < events.size(); ++i) {
    lines.push_back(event_text(events[i]));
  }
  return lines;
}

}  // namespace uketsuke::reports
