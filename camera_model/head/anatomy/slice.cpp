#include "camera_model/head/anatomy/slice.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "base/error.h"

namespace uketsuke::camera {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;

[[noreturn]] void unusable(const std::filesystem::path& file, InputProblem problem, const std::string& what) {
  throw InputError(problem, {file.string()}, what + "; run ./uketsuke test, which sets up the heads");
}

std::vector<std::byte> read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) unusable(file, InputProblem::unreadable, "cannot be read");
  std::vector<std::byte> bytes(static_cast<std::size_t>(in.tellg()));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!in) unusable(file, InputProblem::unreadable, "cannot be read");
  return bytes;
}

/// Creates views into a buffer that does not move during their lifetime.
class Arrays {
 public:
  explicit Arrays(const std::vector<std::byte>& bytes) : bytes_(bytes) {}

  template <class T>
  View<T> view(const json& entry) const {
    const auto at = entry.at("at").get<std::size_t>();
    const auto count = entry.at("count").get<std::size_t>();
    if (at % alignof(T) != 0 || at > bytes_.size() || count > (bytes_.size() - at) / sizeof(T))
      throw std::out_of_range("an array lies outside heads.bin");
    return {reinterpret_cast<const T*>(bytes_.data() + at), count};
  }

  Patch patch(const json& entry, std::size_t vertices) const {
    Patch patch{view<std::uint16_t>(entry.at("quads")), view<std::uint16_t>(entry.at("quad_uvs")),
                view<float>(entry.at("uvs"))};
    below(patch.quads, vertices);
    below(patch.quad_uvs, patch.uvs.count / 2);
    if (patch.quads.count != patch.quad_uvs.count || patch.quads.count % 4 != 0)
      throw std::out_of_range("quads and their texture coordinates differ in number");
    return patch;
  }

  static void below(const View<std::uint16_t>& indices, std::size_t limit) {
    for (const std::uint16_t index : indices)
      if (index >= limit) throw std::out_of_range("an index points past its array");
  }

  static void sized(std::size_t is, std::size_t should) {
    if (is != should) throw std::out_of_range("an array has the wrong length");
  }

 private:
  const std::vector<std::byte>& bytes_;
};

Proxy read_proxy(const json& entry, const Arrays& arrays, std::size_t body_vertices) {
  Proxy proxy;
  proxy.kind = entry.at("kind").get<std::string>();
  proxy.name = entry.at("name").get<std::string>();
  proxy.texture = entry.value("texture", std::string());
  proxy.vertices = entry.at("vertices").get<std::size_t>();
  proxy.patch = arrays.patch(entry, proxy.vertices);
  proxy.references = arrays.view<std::uint16_t>(entry.at("references"));
  proxy.weights = arrays.view<float>(entry.at("weights"));
  proxy.offsets = arrays.view<float>(entry.at("offsets"));
  Arrays::below(proxy.references, body_vertices);
  Arrays::sized(proxy.references.count, 3 * proxy.vertices);
  Arrays::sized(proxy.weights.count, 3 * proxy.vertices);
  Arrays::sized(proxy.offsets.count, 3 * proxy.vertices);
  if (entry.contains("hides")) {
    proxy.hides = arrays.view<std::uint8_t>(entry.at("hides"));
    Arrays::sized(proxy.hides.count, body_vertices);
  }
  return proxy;
}

}  // namespace

Slice::Slice(const std::filesystem::path& folder) {
  const auto index_file = folder / "heads.json";
  const std::vector<std::byte> text = read_all(index_file);
  bytes_ = read_all(folder / "heads.bin");
  try {
    const auto* letters = reinterpret_cast<const char*>(text.data());
    const json index = json::parse(letters, letters + text.size());
    if (index.at("version").get<int>() != kVersion)
      unusable(index_file, InputProblem::bad_value, "was sliced for another version of this program");
    const Arrays arrays(bytes_);
    positions_ = arrays.view<float>(index.at("positions"));
    arms_ = arrays.view<float>(index.at("arms"));
    original_ = arrays.view<std::uint16_t>(index.at("original"));
    Arrays::sized(positions_.count, 3 * index.at("vertices").get<std::size_t>());
    Arrays::sized(arms_.count, 2 * vertices());
    Arrays::sized(original_.count, vertices());
    body_ = arrays.patch(index.at("body"), vertices());
    for (const auto& [name, entry] : index.at("targets").items()) {
      const Target target{arrays.view<std::uint16_t>(entry.at("rows")),
                          arrays.view<std::int16_t>(entry.at("moves"))};
      Arrays::below(target.rows, vertices());
      Arrays::sized(target.moves.count, 3 * target.rows.count);
      targets_.emplace(name, target);
    }
    for (const json& entry : index.at("proxies")) proxies_.push_back(read_proxy(entry, arrays, vertices()));
    for (const auto& [name, entry] : index.at("joints").items()) {
      const auto indices = entry.get<std::vector<std::uint16_t>>();
      Arrays::below({indices.data(), indices.size()}, vertices());
      joints_.emplace(name, indices);
    }
  } catch (const json::exception& error) {
    unusable(index_file, InputProblem::syntax, error.what());
  } catch (const std::out_of_range& error) {
    unusable(index_file, InputProblem::bad_value, error.what());
  }
}

const Proxy& Slice::proxy(const std::string& kind, const std::string& name) const {
  for (const Proxy& proxy : proxies_)
    if (proxy.kind == kind && proxy.name == name) return proxy;
  throw std::out_of_range("no " + kind + " named " + name);
}

}  // namespace uketsuke::camera
