#include "sim/pki/artefact_cache.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "sim/pki/cache_file.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::pki {

namespace {

// Of the inputs' hash: 80 bits, more than enough to avoid collisions between files.
constexpr std::size_t kNameBytes = 10;

Bytes sealed(const Bytes& content) {
  Bytes file = sha256(content);
  file.insert(file.end(), content.begin(), content.end());
  return file;
}

Bytes opened(const Bytes& file, const std::filesystem::path& path) {
  if (file.size() >= kSha256Size) {
    Bytes content(file.begin() + kSha256Size, file.end());
    const Bytes hash = sha256(content);
    if (std::equal(hash.begin(), hash.end(), file.begin())) return content;
  }
  throw SystemError(fmt::format("{}: is damaged; delete it, and it is made again", path.string()));
}

}  // namespace

ArtefactCache::ArtefactCache(std::filesystem::path folder) : folder_(std::move(folder)) {
  make_private_folder(folder_);
}

Bytes ArtefactCache::get(std::string_view label, const std::string& inputs,
                         const std::function<Bytes()>& make) const {
  Bytes hash = sha256(to_bytes(inputs));
  hash.resize(kNameBytes);
  const std::filesystem::path path = folder_ / fmt::format("{}-{}.bin", label, to_hex(hash));
  if (const auto file = read_cache_file(path)) return opened(*file, path);
  Bytes content = make();
  // A race is harmless: equal inputs give equal bytes.
  publish_cache_file(path, sealed(content));
  return content;
}

}  // namespace uketsuke::pki
