#pragma once

#include <systemc>

#include "record/words/desk_words.h"

namespace uketsuke::reader {

/// What staff can do at the terminal that controls the reader.
class StaffTerminalIf : public virtual sc_core::sc_interface {
 public:
  virtual void set_staff_mode(record::StaffMode mode) = 0;

  /// @param same_person whether card and patient belong together
  virtual void decide_visual_check(bool same_person) = 0;
};

}  // namespace uketsuke::reader
