#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::trace {

/// A parsed pcapng file; implemented from the draft, independently of the writer.
struct Capture {
  struct Options : std::multimap<unsigned, std::string> {
    std::string one(unsigned code) const {
      const auto found = find(code);
      return found == end() ? "" : found->second;
    }
  };
  struct Packet {
    std::uint64_t stamp = 0;
    unsigned event = 0;
    Bytes frame;
    std::vector<std::string> comments;
    std::string all_comments() const {
      std::string all;
      for (const std::string& comment : comments) all += comment + "|";
      return all;
    }
  };
  Options section;
  Options interface;
  unsigned link_type = 0;
  std::vector<Packet> packets;
};

class CaptureReader {
 public:
  explicit CaptureReader(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + path.string());
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
  }

  Capture read() {
    Capture capture;
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t length = u32(at + 4);
      if (length % 4 != 0 || length < 12 || at + length > bytes_.size() || u32(at + length - 4) != length)
        throw std::runtime_error("lengths of a block differ");
      read_block(capture, at, at + length - 4);
      at += length;
    }
    return capture;
  }

 private:
  std::string bytes_;

  unsigned u8(std::size_t at) const { return static_cast<unsigned char>(bytes_.at(at)); }
  unsigned u16(std::size_t at) const { return u8(at) | u8(at + 1) << 8U; }
  std::uint32_t u32(std::size_t at) const { return u16(at) | u16(at + 2) << 16U; }

  Capture::Options options(std::size_t at, std::size_t end) const {
    Capture::Options options;
    while (at < end && u16(at) != 0) {
      const std::size_t size = u16(at + 2);
      options.emplace(u16(at), bytes_.substr(at + 4, size));
      at += 4 + (size + 3) / 4 * 4;
    }
    return options;
  }

  void read_block(Capture& capture, std::size_t at, std::size_t end) const {
    switch (u32(at)) {
      case 0x0A0D0D0A:
        if (u32(at + 8) != 0x1A2B3C4D) throw std::runtime_error("byte order");
        capture.section = options(at + 24, end);
        return;
      case 1:
        capture.link_type = u16(at + 8);
        capture.interface = options(at + 16, end);
        return;
      case 6: {
        Capture::Packet packet;
        packet.stamp = static_cast<std::uint64_t>(u32(at + 12)) << 32U | u32(at + 16);
        const std::size_t size = u32(at + 20);
        const std::size_t data = at + 28;
        if (u32(at + 24) != size || u8(data) != 0 || (u8(data + 2) << 8U | u8(data + 3)) != size - 4)
          throw std::runtime_error("pseudo header");
        packet.event = u8(data + 1);
        for (std::size_t i = 4; i < size; ++i)
          packet.frame.push_back(static_cast<std::uint8_t>(u8(data + i)));
        for (const auto& [code, text] : options(data + (size + 3) / 4 * 4, end))
          if (code == 1) packet.comments.push_back(text);
        capture.packets.push_back(packet);
        return;
      }
      default:
        throw std::runtime_error("unknown block");
    }
  }
};

}  // namespace uketsuke::trace
