#include "importers/vrp/grammar/matcher.h"

#include <gmock/gmock.h>
#include <string>

#include "importers/vrp/grammar/lex.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One template and the lines held against it.
class Command {
 public:
  explicit Command(const std::string& notation) {
    auto read = parse(notation);
    if (const auto* error = std::get_if<ParseError>(&read)) {
      ADD_FAILURE() << notation << " @" << error->position << ": " << error->message;
      return;
    }
    program_ = compile(std::get<Template>(read), keywords_);
  }

  std::span<const Token> tokens(const std::string& line) {
    line_ = line;
    const auto split_line = split(line_, buffer_);
    line_words_ = keywords_.label(split_line);
    return split_line;
  }

  std::optional<Match> match(const std::string& line) {
    auto result = vrp::match(program_, tokens(line));
    if (result) {
      EXPECT_EQ(program_.required() & ~line_words_, 0U) << "rejected by its mask: " << line;
    }
    return result;
  }

  // The captures as `word` and `name=token+token`, with ! when out of range; "-" without a match.
  std::string show(const std::string& line) {
    const auto found = match(line);
    if (!found) return "-";
    std::string out;
    for (const Capture& capture : found->captures()) {
      if (!out.empty()) out += ' ';
      out += capture.name;
      if (capture.is_word()) continue;
      for (std::size_t i = 0; i < capture.count; ++i) {
        out += i == 0 ? '=' : '+';
        out += found->tokens()[capture.first + i].text;
      }
      if (capture.out_of_range) out += '!';
    }
    return out;
  }

  Diagnosis diagnose(const std::string& line) { return vrp::diagnose(program_, tokens(line)); }

  const Program& program() const { return program_; }
  KeywordTable& keywords() { return keywords_; }

 private:
  KeywordTable keywords_;
  Program program_;
  std::string line_;
  TokenBuffer buffer_;
  std::uint64_t line_words_ = 0;
};

TEST(Matcher, WordsMatchWithoutLetterCase) {
  Command command("mpls l2vpn");
  EXPECT_EQ(command.show("mpls l2vpn"), "mpls l2vpn");
  EXPECT_EQ(command.show("MPLS L2VPN"), "mpls l2vpn");
  EXPECT_EQ(command.show("mpls"), "-");
  EXPECT_EQ(command.show("mpls l2vpn default"), "-");
  EXPECT_EQ(command.show(""), "-");
}

TEST(Matcher, OptionalGroupFollowsParameters) {
  Command command("ip address <ip:ip4> <mask:mask> [ sub ]");
  EXPECT_EQ(command.show("ip address 10.0.0.1 255.255.255.0"), "ip address ip=10.0.0.1 mask=255.255.255.0");
  EXPECT_EQ(command.show("ip address 10.0.0.1 24 sub"), "ip address ip=10.0.0.1 mask=24 sub");
  EXPECT_EQ(command.show("ip address 10.0.0.1 33"), "ip address ip=10.0.0.1 mask=33!");
  EXPECT_EQ(command.show("ip address 10.0.0.256 24"), "-");
  EXPECT_EQ(command.show("ip address 10.0.0.1 24 sub sub"), "-");
}

TEST(Matcher, AnyOrderTakesEachAlternativeOnce) {
  Command command("x { a | b <n> | c } * end");
  EXPECT_EQ(command.show("x a end"), "x a end");
  EXPECT_EQ(command.show("x c b 1 a end"), "x c b n=1 a end");
  EXPECT_EQ(command.show("x end"), "-");
  EXPECT_EQ(command.show("x a a end"), "-");
  EXPECT_EQ(command.show("x b end"), "-");
}

TEST(Matcher, PseudowireCommand) {
  Command command(
      "mpls l2vc { <peer:ip4> | pw-template <name:ref(pw-template)> } * <vc-id:1-4294967295> [ tunnel-policy "
      "<policy:ref(tunnel-policy)> | [ control-word | no-control-word ] | [ raw | tagged ] | mtu "
      "<mtu:limit(mtu)> "
      "| secondary ] *");
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100"), "mpls l2vc peer=2.2.2.2 vc-id=100");
  EXPECT_EQ(command.show("mpls l2vc pw-template t 100"), "mpls l2vc pw-template name=t vc-id=100");
  EXPECT_EQ(command.show("mpls l2vc pw-template t 2.2.2.2 0 secondary"),
            "mpls l2vc pw-template name=t peer=2.2.2.2 vc-id=0! secondary");
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100 mtu 9 raw tunnel-policy p control-word"),
            "mpls l2vc peer=2.2.2.2 vc-id=100 mtu mtu=9 raw tunnel-policy policy=p control-word");
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100 raw tagged"), "-");
  EXPECT_EQ(command.show("mpls l2vc 100"), "-");
}

}  // namespace
}  // namespace holdfast::vrp
