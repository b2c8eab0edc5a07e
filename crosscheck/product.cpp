#include "crosscheck/product.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "conformance/checkers/checker.h"
#include "conformance/judge/reference_follower.h"
#include "reader_model/firmware/reader_settings.h"

namespace uketsuke::crosscheck {

using conformance::CheckerContext;
using conformance::ReferenceFollower;
using conformance::Variant;

namespace {

struct Pair {
  FirmwareWorld world;
  ReferenceFollower follower;
};

const char* profile_of(const Variant& variant) {
  if (variant.reads_phones()) return "camera-slot-smartphone";
  return variant.reader == "no_camera" ? "generic" : "camera-slot";
}

/// The firmware settings of this variant's reader.
reader::FlowSettings settings_for(const Variant& variant, const reader::ReaderCatalogue& readers,
                                  std::optional<reader::Defect> defect) {
  reader::ReaderSettings settings;
  settings.profile = readers.profiles.at(profile_of(variant));
  settings.profile.phone_registers = variant.setting.phone_registers;
  settings.release = readers.release_on(variant.day);
  for (const auto& [category, name] : enum_names(record::Category{})) {
    if (variant.setting.asks.has(category)) settings.asks.insert(category);
  }
  settings.asks_prescription_form = variant.setting.prescription_form;
  settings.defect = defect;
  return reader::flow_settings(settings);
}

CheckerContext context_for(const Variant& variant, const conformance::Rules& rules) {
  CheckerContext context;
  context.rules = rules.on(variant.day);
  context.asks = variant.setting.asks;
  context.asks_prescription_form = variant.setting.prescription_form;
  conformance::CardBefore card;
  if (const auto type = from_name<scenario::CardType>(variant.card)) card.type = type;
  if (!card.type) card.type = scenario::CardType::standard;
  card.has_photo = variant.setting.card.has_photo;
  card.photo_usable = variant.setting.card.photo_usable;
  context.cards.emplace(kHolder, card);
  return context;
}

class Search {
 public:
  Search(const Variant& variant, const CheckerContext& context, FirmwareWorld world, Comparison& total,
         std::set<std::string>& reported)
      : variant_(variant), total_(total), reported_(reported) {
    reach({std::move(world), ReferenceFollower(variant.setting, context)}, kNobody, {});
  }

  void run() {
    for (std::size_t at = 0; at < seen_.size(); ++at) {
      const Pair from = *seen_[at].pair;  // a copy: `seen_` grows
      for (const WorldEvent& event : from.world.possible()) {
        ++total_.steps;
        Pair to = from;
        to.world.apply(event, [&](const record::Payload& payload) {
          to.follower.on({Duration::zero(), 0, record::Source::reader, payload});
        });
        if (to.follower.findings().empty()) {
          reach(std::move(to), at, event);
        } else {
          tell(to.follower.findings().front(), at, event);
        }
      }
      seen_[at].pair.reset();
    }
    total_.states += seen_.size();
  }

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  struct Seen {
    std::optional<Pair> pair;  ///< present until the search has continued from it
    std::size_t before;
    WorldEvent by;
  };

  const Variant& variant_;
  Comparison& total_;
  std::set<std::string>& reported_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string, std::size_t> index_;

  void reach(Pair pair, std::size_t before, const WorldEvent& by) {
    pair.follower.forget_exercised();
    const bool is_new =
        index_.emplace(pair.world.fingerprint() + '|' + pair.follower.fingerprint(), seen_.size()).second;
    if (is_new) seen_.push_back({std::move(pair), before, by});
  }

  void tell(const record::Finding& finding, std::size_t at, const WorldEvent& by) {
    if (!reported_.insert(finding.requirement + finding.message).second) return;
    std::vector<WorldEvent> path{by};
    for (; seen_[at].before != kNobody; at = seen_[at].before) path.push_back(seen_[at].by);
    std::reverse(path.begin(), path.end());
    total_.differences.push_back({variant_, finding, std::move(path)});
  }
};

}  // namespace

Comparison compare(const std::vector<Variant>& variants, const conformance::Rules& rules,
                   const reader::ReaderCatalogue& readers, std::optional<reader::Defect> defect) {
  Comparison total;
  std::set<std::string> reported;
  for (const Variant& variant : variants) {
    if (variant.setting.cancel) continue;  // the model's questions have no button `cancel`
    const CheckerContext context = context_for(variant, rules);
    FirmwareWorld world(
        settings_for(variant, readers, defect), variant.setting.card,
        {context.rules.parameters->pin_tries, readers.profiles.at("camera-slot").print_readings}, defect);
    Search(variant, context, std::move(world), total, reported).run();
    ++total.variants;
  }
  return total;
}

}  // namespace uketsuke::crosscheck
