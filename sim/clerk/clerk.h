#pragma once

#include <deque>
#include <systemc>

#include "reader_model/reader.h"
#include "sim/clerk/desk_rules.h"

namespace uketsuke::sim {

/// The member of staff at the desk: sets the reader's mode, compares faces with cards, takes papers.
class Clerk : public sc_core::sc_module {
 public:
  Clerk(sc_core::sc_module_name name, const DeskRules& rules, record::Record& record);

  void stand_before(reader::Reader& reader) { reader_ = &reader; }

  void set_staff_mode(record::StaffMode mode);
  void decide_visual_check(bool same_person);
  void take(const PaperAtDesk& paper);

 private:
  const DeskRules& rules_;
  record::Record& record_;
  reader::Reader* reader_ = nullptr;
  std::deque<PaperAtDesk> papers_;
  sc_core::sc_event paper_{"paper"};

  void read_papers();
};

}  // namespace uketsuke::sim
