#pragma once

#include <filesystem>

namespace uketsuke {

/// The folder with the data of scenarios/, conformance/, reader_model/ and sim/: $UKETSUKE_DATA, else
/// `share/uketsuke` beside the program's folder, else the sources that the program was built from. @throws
/// InputError if none of them has the data
std::filesystem::path data_root();

/// The folder for keys and certificates that are kept between runs: $UKETSUKE_CACHE, else `uketsuke` in
/// $XDG_CACHE_HOME or ~/.cache.
std::filesystem::path cache_folder();

}  // namespace uketsuke
