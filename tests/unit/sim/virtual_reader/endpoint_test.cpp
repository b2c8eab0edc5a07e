#include "sim/virtual_reader/endpoint.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke::virtual_reader {

namespace endpoint_test {

std::string read(std::string_view text) { return to_string(parse_endpoint(text, "--vpcd")); }

TEST(Endpoint, NamesHostAndPort) { EXPECT_EQ(read("192.0.2.7:35964"), "192.0.2.7:35964"); }

TEST(Endpoint, HostAloneHasTheFirstReader) { EXPECT_EQ(read("reader.example"), "reader.example:35963"); }

TEST(Endpoint, PortAloneIsOnThisMachine) { EXPECT_EQ(read(":4000"), "127.0.0.1:4000"); }

TEST(Endpoint, AddressOfVersionSixStandsInBrackets) {
  EXPECT_EQ(parse_endpoint("[::1]:35963", "--vpcd").host, "::1");
  EXPECT_EQ(read("[::1]:35963"), "[::1]:35963");
}

TEST(Endpoint, OtherFormsAreRefusedByTheNameOfTheOption) {
  for (const char* text :
       {"", ":", "host:", "host:0", "host:65536", "host:-1", "host:12a", "[::1", "[::1]35963", "::1"}) {
    try {
      const auto endpoint = parse_endpoint(text, "--vpcd");
      ADD_FAILURE() << text << " was read as " << to_string(endpoint);
    } catch (const InputError& error) {
      EXPECT_EQ(error.place().file, "--vpcd");
    }
  }
}

TEST(Endpoint, DebiansTwoSlotsHaveNames) {
  EXPECT_EQ(reader_name({"127.0.0.1", 35963}), "Virtual PCD 00 00");
  EXPECT_EQ(reader_name({"127.0.0.1", 35964}), "Virtual PCD 00 01");
  EXPECT_EQ(reader_name({"127.0.0.1", 35965}), "");
}

}  // namespace endpoint_test

}  // namespace uketsuke::virtual_reader
