#pragma once

#include <systemc>

#include "record/words/display_words.h"

namespace uketsuke::reader {

/// What a patient's finger can do to the reader's touch screen.
class TouchScreenIf : public virtual sc_core::sc_interface {
 public:
  /// Ignored if the screen does not show the button.
  virtual void touch(record::Button button) = 0;
};

}  // namespace uketsuke::reader
