#include "sim/gallery/sheets.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "sim/vision/presentations.h"

namespace uketsuke::gallery {

using scenario::Appearance;
using scenario::Attack;
using scenario::Face;
using scenario::Light;
using scenario::Wearing;

namespace {

/// Collects cells, each a variation of a common shot.
class Plan {
 public:
  Plan(const Shot& common, int columns) : common_(common) { plan_.columns = columns; }

  Shot& add(std::string label, const Person& person) {
    std::replace(label.begin(), label.end(), '_', ' ');
    plan_.cells.push_back({std::move(label), common_});
    plan_.cells.back().shot.person = person;
    return plan_.cells.back().shot;
  }
  void light(const std::string& who, const Person& person, Light light) {
    add(who + std::string(to_name(light)), person).light.name = sim::light_name(light);
  }
  void wearing(const Person& person, const std::set<Wearing>& things) {
    std::string label;
    for (const Wearing thing : things) label += (label.empty() ? "" : " + ") + std::string(to_name(thing));
    add(label.empty() ? person->id : label, person).as.wearing = things;
  }
  void attack(const Person& person, Attack attack) {
    add(std::string(to_name(attack)), person).as.attack = attack;
  }
  SheetPlan done() { return std::move(plan_); }

 private:
  const Shot& common_;
  SheetPlan plan_;
};

SheetPlan everybody(const std::vector<Person>& people, const Shot& common, int columns) {
  Plan plan(common, columns);
  for (const Person& person : people) plan.add(person->id, person);
  return plan.done();
}

SheetPlan lights(const std::vector<Person>& people, const Shot& common) {
  Plan plan(common, 4);
  for (std::size_t i = 0; i < 4; ++i) {
    for (const auto& [light, name] : enum_names(Light{})) plan.light("", people[i], light);
  }
  return plan.done();
}

SheetPlan wearing(const std::vector<Person>& people, const Shot& common) {
  Plan plan(common, 4);
  for (std::size_t i = 0; i < 2; ++i) {
    plan.wearing(people[i], {});
    for (const auto& [thing, name] : enum_names(Wearing{})) plan.wearing(people[i], {thing});
    plan.wearing(people[i], {Wearing::mask, Wearing::glasses});
    plan.wearing(people[i], {Wearing::mask, Wearing::cap});
  }
  return plan.done();
}

SheetPlan attacks(const std::vector<Person>& people, const Shot& common) {
  Plan plan(common, 4);
  plan.add(people.front()->id, people.front());
  plan.add("lookalike", people.front()).as.face = Face::lookalike;
  for (const auto& [attack, name] : enum_names(Attack{})) plan.attack(people.front(), attack);
  return plan.done();
}

SheetPlan desk(const std::vector<Person>& people, const Shot& common) {
  Plan plan(common, 4);
  for (std::size_t i = 0; i < 4; ++i) plan.add("good light", people[i]);
  plan.light("", people[0], Light::backlight);
  plan.light("", people[1], Light::sun);
  plan.light("", people[2], Light::dark);
  plan.wearing(people[3], {Wearing::mask});
  plan.wearing(people[0], {Wearing::glasses, Wearing::cap});
  plan.attack(people[1], Attack::printed_photo);
  plan.attack(people[2], Attack::bent_photo);
  plan.attack(people[3], Attack::screen);
  return plan.done();
}

}  // namespace

SheetPlan plan_sheet(Sheet sheet, const std::vector<Person>& people, const Shot& common) {
  switch (sheet) {
    case Sheet::heads:
      return everybody(people, common, 6);
    case Sheet::personas:
      return everybody(people, common, 5);
    case Sheet::lights:
      return lights(people, common);
    case Sheet::wearing:
      return wearing(people, common);
    case Sheet::attacks:
      return attacks(people, common);
    case Sheet::desk:
      break;
  }
  return desk(people, common);
}

}  // namespace uketsuke::gallery
