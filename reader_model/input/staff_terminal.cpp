#include "reader_model/input/staff_terminal.h"

namespace uketsuke::reader {

void StaffTerminal::set_staff_mode(record::StaffMode mode) {
  record_.add(record::Source::clerk, record::StaffModeChanged{mode});
  firmware->staff_mode_set(mode);
}

void StaffTerminal::decide_visual_check(bool same_person) {
  record_.add(record::Source::clerk, record::VisualCheckDecided{same_person});
  firmware->visual_check_decided(same_person);
}

}  // namespace uketsuke::reader
