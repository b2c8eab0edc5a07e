#pragma once

#include <string>
#include <string_view>

namespace uketsuke::record {

/// A PIN, a number printed on a card (照合番号) or key bytes. It can be used and compared, but not printed.
///
/// There is no conversion to text, no `operator<<` and no JSON form; formatting one is a compile error. The
/// destructor wipes the memory.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(const Secret&) = default;
  Secret(Secret&& other) noexcept : value_(other.value_) { other.wipe(); }
  Secret& operator=(const Secret&);
  Secret& operator=(Secret&&) noexcept;
  ~Secret() { wipe(); }

  /// The value, for the one place that sends or compares it. Never put it into a message or an event.
  const std::string& reveal() const { return value_; }

  std::size_t size() const { return value_.size(); }
  bool empty() const { return value_.empty(); }

  /// Overwrites the memory, in a way that an optimiser must keep, and empties the secret.
  void wipe();

  friend bool operator==(const Secret& a, const Secret& b) { return a.value_ == b.value_; }
  friend bool operator!=(const Secret& a, const Secret& b) { return !(a == b); }

  template <class Stream>
  friend Stream& operator<<(Stream&, const Secret&) = delete;

 private:
  std::string value_;
};

}  // namespace uketsuke::record
