#include "sim/clerk/clerk.h"

#include <chrono>

#include "kernel/time.h"

namespace uketsuke::sim {

namespace {

constexpr Duration kReading = std::chrono::seconds(5);  // time to read one paper

}  // namespace

Clerk::Clerk(sc_core::sc_module_name name, const DeskRules& rules, record::Record& record)
    : sc_module(name), rules_(rules), record_(record) {
  SC_HAS_PROCESS(Clerk);
  SC_METHOD(read_papers);
  sensitive << paper_;
  dont_initialize();
}

void Clerk::set_staff_mode(record::StaffMode mode) { terminal->set_staff_mode(mode); }

void Clerk::decide_visual_check(bool same_person) { terminal->decide_visual_check(same_person); }

void Clerk::take(const PaperAtDesk& paper) {
  record_.add(
      record::Source::patient,
      record::CertificateShown{paper.certificate, paper.valid_until ? format_date(*paper.valid_until) : ""});
  papers_.push_back(paper);
  paper_.notify(to_sc_time(kReading));
}

void Clerk::read_papers() {
  if (papers_.empty()) return;
  const PaperAtDesk paper = papers_.front();
  papers_.pop_front();
  const Date today = std::chrono::floor<date::days>(record_.wall_time(sc_now()));
  const DeskAnswer answer = rules_.decide(paper, today);
  record_.add(record::Source::clerk, record::DeskDecided{answer.decision, answer.reason});
  if (!papers_.empty()) paper_.notify(to_sc_time(kReading));
}

}  // namespace uketsuke::sim
