#include "reader_model/face_engine/networks/model_file.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {

std::vector<char> read_model(const std::filesystem::path& file) {
  std::error_code error;
  std::ifstream in;  // reading a folder would throw
  if (std::filesystem::is_regular_file(file, error)) in.open(file, std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty()) {
    throw FaceError(UKETSUKE_FACE_NO_MODEL,
                    file.string() + ": missing or empty; ./uketsuke puts the models there when it builds");
  }
  return bytes;
}

}  // namespace uketsuke::reader::face_engine
