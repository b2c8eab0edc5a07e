#include "harness/receipt/facility.h"

namespace uketsuke::oqs {

std::string institution_code(const scenario::Site& site) {
  const char table = site.kind == scenario::SiteKind::pharmacy        ? '4'
                     : site.kind == scenario::SiteKind::dental_clinic ? '3'
                                                                      : '1';
  return std::string("13") + table + "9999999";
}

}  // namespace uketsuke::oqs
