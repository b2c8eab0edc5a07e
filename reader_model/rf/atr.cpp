#include "reader_model/rf/atr.h"

namespace uketsuke::reader {

Bytes contactless_atr(const Atqb& atqb, unsigned mbli) {
  // TS; T0: TD1 follows, eight historical bytes; TD1: TD2 follows, T=0; TD2: T=1
  Bytes atr = {0x3B, 0x88, 0x80, 0x01};
  atr.insert(atr.end(), atqb.application_data.begin(), atqb.application_data.end());
  atr.insert(atr.end(), atqb.protocol_info.begin(), atqb.protocol_info.end());
  atr.push_back(static_cast<std::uint8_t>(mbli << 4));
  std::uint8_t check = 0;  // TCK: XOR over all bytes after TS, including TCK, is 0 (ISO/IEC 7816-3 §8.2.5)
  for (std::size_t i = 1; i < atr.size(); ++i) check ^= atr[i];
  atr.push_back(check);
  return atr;
}

}  // namespace uketsuke::reader
