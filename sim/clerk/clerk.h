#pragma once

#include <deque>
#include <systemc>

#include "reader_model/ports/staff_terminal_if.h"
#include "record/record.h"
#include "sim/clerk/desk_rules.h"

namespace uketsuke::sim {

/// The clerk at the desk: sets the reader's mode, compares faces with cards, takes papers.
class Clerk : public sc_core::sc_module {
 public:
  sc_core::sc_port<reader::StaffTerminalIf> terminal{"terminal"};

  Clerk(sc_core::sc_module_name name, const DeskRules& rules, record::Record& record);

  void set_staff_mode(record::StaffMode mode);
  void decide_visual_check(bool same_person);
  void take(const PaperAtDesk& paper);

 private:
  const DeskRules& rules_;
  record::Record& record_;
  std::deque<PaperAtDesk> papers_;
  sc_core::sc_event paper_{"paper"};

  void read_papers();
};

}  // namespace uketsuke::sim
