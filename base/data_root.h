#pragma once

#include <filesystem>

namespace uketsuke {

/// The folder with scenarios/, conformance/, reader_model/ and sim/ data: $UKETSUKE_DATA, or `share/uketsuke`
/// beside the program's folder, or the sources that the program was built from. @throws InputError where none
/// has them
std::filesystem::path data_root();

/// Where keys and certificates are kept between runs: $UKETSUKE_CACHE, or `uketsuke` in $XDG_CACHE_HOME or
/// ~/.cache.
std::filesystem::path cache_folder();

}  // namespace uketsuke
