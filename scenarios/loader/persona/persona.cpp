#include "scenarios/loader/persona/persona.h"

#include <fmt/format.h>

#include <utility>

#include "scenarios/loader/persona/head_profile.h"
#include "scenarios/loader/persona/insurance.h"
#include "scenarios/loader/persona/phone_keys.h"
#include "scenarios/loader/persona/specific_disease.h"
#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Reads digits that no message may repeat.
record::Secret digits(const Value& value, std::size_t count, const char* what) {
  std::string text = value.text();
  if (text.size() != count || !all_digits(text)) {
    value.fail(InputProblem::bad_value, fmt::format("{} has {} digits", what, count));
  }
  return record::Secret(std::move(text));
}

record::Secret my_number(const Value& value) {
  record::Secret number = digits(value, 12, "a My Number");
  if (has_valid_check_digit(number.reveal())) {
    value.fail(InputProblem::bad_value,
               "this My Number could belong to a real person; change its last digit so that the check digit "
               "is wrong");
  }
  return number;
}

record::Secret signing_password(const Value& value) {
  std::string text = value.text();
  bool good = text.size() >= 6 && text.size() <= 16;
  for (const char c : text) good = good && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  if (!good) value.fail(InputProblem::bad_value, "a signing password has 6 to 16 characters of A-Z and 0-9");
  return record::Secret(std::move(text));
}

Date not_before(const Value& value, Date earliest, const char* what) {
  const Date day = value.date();
  if (day < earliest) {
    value.fail(InputProblem::bad_value,
               fmt::format("{} is before {} ({})", format_date(day), what, format_date(earliest)));
  }
  return day;
}

/// Reads a key that this kind of card must have or must not have.
std::optional<Value> as_card_has(Map& map, const char* key, bool has, CardType type) {
  if (has) return map.required(key);
  const auto value = map.optional(key);
  if (value)
    value->fail(InputProblem::bad_value, fmt::format("a card of type {} has no \"{}\"", to_name(type), key));
  return std::nullopt;
}

CardProfile read_card(const Value& value, Date born) {
  Map map = value.map();
  CardProfile card;
  if (const auto type = map.optional("type")) card.type = type->one_of<CardType>();
  const Value issued = map.required("issued");
  card.issued = not_before(issued, born, "the day of birth");
  if (card.type == CardType::infant && age_on(born, card.issued) >= 1) {
    issued.fail(InputProblem::bad_value, "a card of type infant is issued under the age of one");
  }
  card.expires = not_before(map.required("expires"), card.issued, "the day of issue");
  const Value certificate = map.required("certificate_expires");
  card.certificate_expires = not_before(certificate, card.issued, "the day of issue");
  if (card.certificate_expires > card.expires) {
    certificate.fail(InputProblem::bad_value,
                     fmt::format("the certificate expires after the card ({})", format_date(card.expires)));
  }
  if (const auto pin = as_card_has(map, "pin", card.type != CardType::pinless, card.type)) {
    card.pin = digits(*pin, 4, "a PIN");
  }
  // A patient under 15 may have a standard card without a signing certificate, so the key may be absent.
  const bool may_sign = card.type == CardType::standard && map.has("signing_password");
  if (const auto password = as_card_has(map, "signing_password", may_sign, card.type)) {
    card.signing_password = signing_password(*password);
  }
  card.security_code = digits(map.required("security_code"), 4, "a security code");
  card.my_number = my_number(map.required("my_number"));
  map.finish();
  return card;
}

Papers read_papers(const Value& value) {
  Map map = value.map();
  Papers papers;
  if (const auto day = map.optional("legacy_certificate")) papers.legacy_certificate = day->date();
  if (const auto day = map.optional("eligibility_certificate")) papers.eligibility_certificate = day->date();
  if (const auto notice = map.optional("eligibility_notice")) papers.eligibility_notice = notice->boolean();
  map.finish();
  return papers;
}

}  // namespace

bool has_valid_check_digit(const std::string& my_number) {
  int sum = 0;
  for (int n = 1; n <= 11; ++n) {  // n counts from the right of the eleven digits
    const int weight = n <= 6 ? n + 1 : n - 5;
    sum += (my_number.at(static_cast<std::size_t>(11 - n)) - '0') * weight;
  }
  const int rest = sum % 11;
  return my_number.at(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
}

Persona read_persona(const Value& document, const std::string& id) {
  Map map = document.map();
  Persona persona;
  const Value name = map.required("persona");
  persona.id = name_of(name);
  if (persona.id != id) {
    name.fail(InputProblem::bad_value,
              fmt::format("\"{}\" is in the file of \"{}\"; rename one of them", persona.id, id));
  }
  if (const auto note = map.optional("note")) note->text();
  persona.name = map.required("name").bilingual();
  persona.kana = map.required("kana").text();
  persona.born = map.required("born").date();
  persona.sex = map.required("sex").one_of<Sex>();
  const auto head = map.optional("head");
  persona.head = head ? read_head(*head, persona.sex) : head_by_name(persona.id, persona.sex);
  persona.address = map.required("address").text();
  const Value card = map.required("card");
  if (card.is_map()) {
    persona.card = read_card(card, persona.born);
  } else if (card.text() != "none") {
    card.fail(InputProblem::bad_value, "expected a card, or \"none\" for a persona without one");
  }
  if (const auto phone = map.optional("phone")) persona.phone = read_phone(*phone);
  persona.registered = persona.card.has_value();
  if (const auto registered = map.optional("registered")) persona.registered = registered->boolean();
  persona.insurance = read_insurances(map.required("insurance"));
  persona.information = set_of<record::Category>(map.required("information"));
  if (const auto certificates = map.optional("specific_diseases"))
    persona.specific_diseases = read_specific_diseases(*certificates);
  if (const auto papers = map.optional("papers")) persona.papers = read_papers(*papers);
  map.finish();
  return persona;
}

}  // namespace uketsuke::scenario
