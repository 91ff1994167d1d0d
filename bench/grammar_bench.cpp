// What it costs to understand one configuration line: splitting it, looking its words up, matching it.

#include <benchmark/benchmark.h>
#include <string_view>
#include <variant>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/matcher.h"

namespace holdfast::vrp {
namespace {

struct Example {
  std::string_view notation;
  std::string_view line;
};

constexpr Example kAddress{"ip address <ip:ip4> <mask:mask> [ sub ]", "ip address 10.0.0.1 255.255.255.0"};
constexpr Example kPseudowire{
    "mpls l2vc { <peer:ip4> | pw-template <template:ref(pw-template)> } * <vc-id:1-4294967295> [ group-id "
    "<group:0-4294967295> | tunnel-policy <policy:ref(tunnel-policy)> | [ control-word | no-control-word ] | "
    "[ raw | "
    "tagged | ip-interworking | ip-layer2 ] | mtu <mtu:limit(mtu)> | secondary | ignore-standby-state ] *",
    "mpls l2vc 2.2.2.2 100 tunnel-policy policy1 control-word"};

class Ready {
 public:
  explicit Ready(const Example& example)
      : line_(example.line), program_(compile(std::get<Template>(parse(example.notation)), keywords_)) {}

  std::span<const Token> tokens() {
    const auto tokens = split(line_, buffer_);
    words_ = keywords_.label(tokens);
    return tokens;
  }
  const Program& program() const { return program_; }
  std::uint64_t words() const { return words_; }

 private:
  std::string_view line_;
  KeywordTable keywords_;
  Program program_;
  TokenBuffer buffer_;
  std::uint64_t words_ = 0;
};

void split_and_label(benchmark::State& state, const Example& example) {
  Ready ready(example);
  for (auto _ : state) {
    benchmark::DoNotOptimize(ready.tokens());
    benchmark::DoNotOptimize(ready.words());
  }
}

void match_only(benchmark::State& state, const Example& example) {
  Ready ready(example);
  const auto tokens = ready.tokens();
  for (auto _ : state) {
    const auto found = match(ready.program(), tokens);
    benchmark::DoNotOptimize(found->size());
  }
}

void whole_line(benchmark::State& state, const Example& example) {
  Ready ready(example);
  for (auto _ : state) {
    const auto found = match(ready.program(), ready.tokens());
    benchmark::DoNotOptimize(found->size());
  }
}

BENCHMARK_CAPTURE(split_and_label, address, kAddress);
BENCHMARK_CAPTURE(match_only, address, kAddress);
BENCHMARK_CAPTURE(whole_line, address, kAddress);
BENCHMARK_CAPTURE(split_and_label, pseudowire, kPseudowire);
BENCHMARK_CAPTURE(match_only, pseudowire, kPseudowire);
BENCHMARK_CAPTURE(whole_line, pseudowire, kPseudowire);

}  // namespace
}  // namespace holdfast::vrp
