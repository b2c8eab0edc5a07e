#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "scenarios/model/persona.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::sim {

/// The program's folder of models (base/data_root.cpp). Without them these tests fail: run ./uketsuke test.
inline std::filesystem::path models_folder() {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (!set("UKETSUKE_CACHE").empty()) return std::filesystem::path(set("UKETSUKE_CACHE")) / "models";
  if (!set("XDG_CACHE_HOME").empty()) return std::filesystem::path(set("XDG_CACHE_HOME")) / "uketsuke/models";
  return std::filesystem::path(set("HOME")) / ".cache/uketsuke/models";
}

/// A woman of 39 on 2024-10-07, whose card was issued when she was 37.
inline scenario::Persona holder() {
  scenario::Persona persona;
  persona.id = "sato-hanako";
  persona.born = *parse_date("1985-04-12");
  persona.sex = scenario::Sex::female;
  persona.head.identity = "woman-39";
  persona.card.emplace();
  persona.card->issued = *parse_date("2022-06-15");
  return persona;
}

/// Models prepared for a visit of `holder` on 2024-10-07; created once per process.
inline const PatientModels& patient_models() {
  static const std::unique_ptr<const PatientModels> made = [] {
    auto patient_models = std::make_unique<PatientModels>(".", models_folder());
    scenario::Case visit;
    visit.patient = std::make_shared<const scenario::Persona>(holder());
    visit.date = *parse_date("2024-10-07");
    patient_models->prepare(visit);
    return patient_models;
  }();
  return *made;
}

}  // namespace uketsuke::sim
