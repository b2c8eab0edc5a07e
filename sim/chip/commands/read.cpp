#include <algorithm>

#include "sim/chip/execution.h"

namespace uketsuke::chip {

namespace {

/// The file to which a READ refers, once access is granted.
struct Readable {
  const ElementaryFile* file = nullptr;
  StatusWord error = sw::kOk;
};

Readable readable(const Execution& execution, std::uint8_t reference, FileKind kind) {
  const Target target = referred_by(execution, reference);
  if (target.error != sw::kOk) return {nullptr, target.error};
  if (target.object->kind != ObjectRef::Kind::file) return {nullptr, sw::kIncompatibleFile};
  const ElementaryFile& file = execution.image().files[target.object->index];
  if (file.kind != kind) return {nullptr, sw::kIncompatibleFile};
  if (!execution.allows(file.read)) return {nullptr, sw::kSecurityStatus};
  return {&file, sw::kOk};
}

/// A section of the physical file: its content, then filler of FF.
void reply_stretch(const Execution& execution, const ElementaryFile& file, std::size_t offset,
                   std::size_t count) {
  const std::size_t from_content =
      offset < file.content.size() ? std::min(count, file.content.size() - offset) : 0;
  execution.reply(file.content.data() + (from_content == 0 ? 0 : offset), from_content);
  execution.answer.bytes.resize(execution.answer.bytes.size() + count - from_content, 0xFF);
}

void spend_reading(const Execution& execution, std::size_t count) {
  execution.spend(execution.timing().read + execution.timing().read_per_byte * static_cast<long>(count));
}

/// The data object of the current application if it has one, else of the card; or null.
const Bytes* find_data_object(const Execution& execution, std::uint16_t tag) {
  if (const Application* application = execution.application()) {
    const auto own = application->data_objects.find(tag);
    if (own != application->data_objects.end()) return &own->second;
  }
  const auto found = execution.image().data_objects.find(tag);
  return found == execution.image().data_objects.end() ? nullptr : &found->second;
}

}  // namespace

StatusWord read_binary(Execution& execution) {
  const Command& command = execution.command;
  if (!command.data.empty() || !command.le) return sw::kWrongLength;
  const bool by_short_id = (command.p1 & 0x80) != 0;
  const Readable found = readable(execution, by_short_id ? command.p1 : 0, FileKind::transparent);
  if (found.error != sw::kOk) return found.error;
  const std::size_t offset =
      by_short_id ? command.p2 : static_cast<std::size_t>(command.p1 << 8 | command.p2);
  if (offset >= found.file->size) return sw::kWrongOffset;
  const std::size_t count = std::min<std::size_t>(*command.le, found.file->size - offset);
  spend_reading(execution, count);
  reply_stretch(execution, *found.file, offset, count);
  return sw::kOk;  // also if the file ends before Le
}

StatusWord read_record(Execution& execution) {
  const Command& command = execution.command;
  if (!command.data.empty() || !command.le) return sw::kWrongLength;
  const Readable found = readable(execution, static_cast<std::uint8_t>(command.p2 >> 3), FileKind::record);
  if (found.error != sw::kOk) return found.error;
  if (command.p1 == 0 || command.p1 > found.file->records.size()) return sw::kRecordNotFound;
  const Bytes& record = found.file->records[command.p1 - 1U];
  const std::size_t count = std::min<std::size_t>(*command.le, record.size());
  spend_reading(execution, count);
  execution.reply(record.data(), count);
  return sw::kOk;
}

StatusWord get_data(Execution& execution) {
  const Command& command = execution.command;
  if (!command.data.empty() || !command.le) return sw::kWrongLength;
  const Bytes* object = find_data_object(execution, static_cast<std::uint16_t>(command.p1 << 8 | command.p2));
  if (object == nullptr) return sw::kDataObjectNotFound;
  // Not truncated: the card requires the command again with an extended Le.
  if (object->size() > *command.le) return sw::kWrongLength;
  spend_reading(execution, object->size());
  execution.reply(*object);
  return sw::kOk;
}

}  // namespace uketsuke::chip
