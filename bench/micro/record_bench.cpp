// Cost of an event: added to the record, written as a line, read back.
//
//   build/bench/record_bench

#include <benchmark/benchmark.h>

#include "record/json_lines.h"

namespace {

using namespace uketsuke;

record::Event apdu() {
  return {std::chrono::seconds(1), 1, record::Source::reader,
          record::Apdu{"00B00000", "READ BINARY", 0, 256, "9000"}};
}

record::Event screen() {
  record::ScreenShown shown{record::Screen::consent_medicines,
                            {"お薬情報に関する情報提供の同意について", "Consent about your medicines"},
                            {"過去の診療、処方された薬の情報を医師・薬剤師に提供します。",
                             "Past treatment and medicines are given."},
                            {{record::Button::agree, {"同意する", "Agree"}},
                             {record::Button::refuse, {"同意しない", "Do not agree"}}},
                            ""};
  return {std::chrono::seconds(1), 1, record::Source::reader, shown};
}

void AddEvent(benchmark::State& state) {
  const record::Event event = apdu();
  for (auto _ : state) {
    state.PauseTiming();
    record::Record record;
    state.ResumeTiming();
    for (int i = 0; i < 1000; ++i) record.add(event.time, event.source, event.payload);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}

void write(benchmark::State& state, const record::Event& event) {
  std::string out;
  for (auto _ : state) {
    out.clear();
    record::append_event_line(event, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<long>(out.size()));
}

void WriteApdu(benchmark::State& state) { write(state, apdu()); }
void WriteScreen(benchmark::State& state) { write(state, screen()); }

void ReadLine(benchmark::State& state) {
  record::Event event = screen();
  event.sequence = 0;
  const std::string text = record::header_line({"case", "device", {}, 1}) + record::event_line(event);
  for (auto _ : state) benchmark::DoNotOptimize(record::from_json_lines(text, "bench"));
}

BENCHMARK(AddEvent);
BENCHMARK(WriteApdu);
BENCHMARK(WriteScreen);
BENCHMARK(ReadLine);

}  // namespace
