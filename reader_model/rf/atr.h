#pragma once

#include "base/bytes.h"
#include "reader_model/rf/atqb.h"

namespace uketsuke::reader {

/// The ATR that a contactless PC/SC reader generates for a Type B card: `3B 88 80 01`, application data,
/// protocol information, MBLI, check byte (PC/SC part 3 §3.1.3.2.3; docs/card-facts.md §5.2).
///
/// @param mbli maximum buffer length index of the answer to ATTRIB, 0 if the card gives none
Bytes contactless_atr(const Atqb& atqb, unsigned mbli = 0);

}  // namespace uketsuke::reader
