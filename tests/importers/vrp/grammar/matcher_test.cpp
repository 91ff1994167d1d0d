#include "importers/vrp/grammar/matcher.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

#include "tests/importers/vrp/grammar/command.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kPseudowire =
    "mpls l2vc { <peer:ip4> | pw-template <template:ref(pw-template)> } * <vc-id:1-4294967295> [ "
    "tunnel-policy "
    "<policy:ref(tunnel-policy)> | [ control-word | no-control-word ] | [ raw | tagged ] | mtu "
    "<mtu:limit(mtu)> | "
    "secondary ] *";

TEST(Matcher, WordsMatchWithoutLetterCase) {
  CommandUnderTest command("mpls l2vpn");
  EXPECT_EQ(command.show("mpls l2vpn"), "mpls l2vpn");
  EXPECT_EQ(command.show("MPLS L2VPN"), "mpls l2vpn");
  EXPECT_EQ(command.show("mpls"), "-");
  EXPECT_EQ(command.show("mpls l2vpn default"), "-");
  EXPECT_EQ(command.show("mpls l2vp"), "-");
  EXPECT_EQ(command.show(""), "-");
}

TEST(Matcher, ParametersAndAnOptionalGroup) {
  CommandUnderTest command("ip address <ip:ip4> <mask:mask> [ sub ]");
  EXPECT_EQ(command.show("ip address 10.0.0.1 255.255.255.0"), "ip address ip=10.0.0.1 mask=255.255.255.0");
  EXPECT_EQ(command.show("ip address 10.0.0.1 24 sub"), "ip address ip=10.0.0.1 mask=24 sub");
  EXPECT_EQ(command.show("ip address 10.0.0.1 33"), "ip address ip=10.0.0.1 mask=33!");
  EXPECT_EQ(command.show("ip address 10.0.0.256 24"), "-");
  EXPECT_EQ(command.show("ip address 10.0.0.1 24 sub sub"), "-");
  EXPECT_EQ(command.show("ip address 10.0.0.1"), "-");
}

TEST(Matcher, ParameterOfTwoTokens) {
  CommandUnderTest command("track interface <name:interface> [ reduced <value:1-255> ]");
  EXPECT_EQ(command.show("track interface GigabitEthernet 0/1/0 reduced 40"),
            "track interface name=GigabitEthernet+0/1/0 reduced value=40");
  EXPECT_EQ(command.show("track interface Eth-Trunk10 reduced 0"),
            "track interface name=Eth-Trunk10 reduced value=0!");
}

TEST(Matcher, RestTakesAllThatIsLeft) {
  CommandUnderTest command("description <text:rest>");
  EXPECT_EQ(command.show("description to the  core"), "description text=to+the+core");
  EXPECT_EQ(command.show("description"), "-");
}

TEST(Matcher, AnyOrderNeedsOneAndTakesEachOnce) {
  CommandUnderTest command("x { a | b <n> | c } * end");
  EXPECT_EQ(command.show("x a end"), "x a end");
  EXPECT_EQ(command.show("x c b 1 a end"), "x c b n=1 a end");
  EXPECT_EQ(command.show("x end"), "-");
  EXPECT_EQ(command.show("x a a end"), "-");
  EXPECT_EQ(command.show("x a c a end"), "-");
  EXPECT_EQ(command.show("x b end"), "-");
}

TEST(Matcher, AnyOrNoneMayBeLeftOut) {
  CommandUnderTest command("x [ a | b ] *");
  EXPECT_EQ(command.show("x"), "x");
  EXPECT_EQ(command.show("x b a"), "x b a");
  EXPECT_EQ(command.show("x b b"), "-");
}

TEST(Matcher, AnyOrderOfAsManyAlternativesAsAreAllowed) {
  std::string notation = "x {";
  std::string line;
  for (std::size_t i = 0; i < Template::kMaxAlternatives; ++i) {
    notation += (i == 0 ? " w" : " | w") + std::to_string(i);
    line = " w" + std::to_string(i) + line;
  }
  CommandUnderTest command(notation + " } *");
  EXPECT_EQ(command.show("x" + line), "x" + line);
  EXPECT_EQ(command.show("x" + line + " w0"), "-");
}

TEST(Matcher, AlternativeThatMayBeEmptyInAnyOrder) {
  CommandUnderTest command("x { [ a ] | b } * y");
  EXPECT_EQ(command.show("x y"), "x y");
  EXPECT_EQ(command.show("x b a y"), "x b a y");
  EXPECT_EQ(command.show("x a a y"), "-");
}

TEST(Matcher, AnyOrderWithinAnyOrderStartsAnewEachTime) {
  CommandUnderTest command("x { p { a | b } * } &<1-3>");
  EXPECT_EQ(command.show("x p a b p b p a"), "x p a b p b p a");
  EXPECT_EQ(command.show("x p a a"), "-");
  EXPECT_EQ(command.show("x p a p b p a p b"), "-");
}

TEST(Matcher, RepetitionKeepsItsBounds) {
  CommandUnderTest command("vlan <id:1-4094> &<2-4>");
  EXPECT_EQ(command.show("vlan 1"), "-");
  EXPECT_EQ(command.show("vlan 1 2"), "vlan id=1 id=2");
  EXPECT_EQ(command.show("vlan 1 2 3 5000"), "vlan id=1 id=2 id=3 id=5000!");
  EXPECT_EQ(command.show("vlan 1 2 3 4 5"), "-");
}

TEST(Matcher, RepetitionOfGroups) {
  CommandUnderTest pairs("port trunk allow-pass vlan { <low:1-4094> [ to <high:1-4094> ] } &<1-10>");
  EXPECT_EQ(pairs.show("port trunk allow-pass vlan 1 to 5 7 9 to 12"),
            "port trunk allow-pass vlan low=1 to high=5 low=7 low=9 to high=12");
  CommandUnderTest none("x [ a ] &<1-3> a");
  EXPECT_EQ(none.show("x a"), "x a");
  EXPECT_EQ(none.show("x a a a a"), "x a a a a");
  EXPECT_EQ(none.show("x a a a a a"), "-");
  CommandUnderTest zero("x a &<0-2> b");
  EXPECT_EQ(zero.show("x b"), "x b");
  EXPECT_EQ(zero.show("x a a b"), "x a a b");
  CommandUnderTest any_order("x { a | b } * &<2-2>");
  EXPECT_EQ(any_order.show("x a a"), "x a a");
  EXPECT_EQ(any_order.show("x a b b a"), "x a b b a");
  EXPECT_EQ(any_order.show("x a a a"), "-");
}

TEST(Matcher, AsManyCapturesAsTokens) {
  CommandUnderTest command("x <v> &<1-300>");
  std::string line = "x";
  for (std::size_t i = 1; i < kMaxTokens; ++i) line += " v";
  const auto found = command.match(line);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->captures().size(), kMaxTokens);
}

TEST(Matcher, WordsWinOverParameters) {
  CommandUnderTest choice("x { <name> | all | group <name> }");
  EXPECT_EQ(choice.show("x all"), "x all");
  EXPECT_EQ(choice.show("x some"), "x name=some");
  EXPECT_EQ(choice.show("x group g"), "x group name=g");
  EXPECT_EQ(choice.show("x group"), "x name=group");
  CommandUnderTest optional("x [ <name> ] on");
  EXPECT_EQ(optional.show("x on"), "x on");
  EXPECT_EQ(optional.show("x on on"), "x name=on on");
  CommandUnderTest any_order("x { <name> | a } * end");
  EXPECT_EQ(any_order.show("x a end"), "x a end");
  EXPECT_EQ(any_order.show("x a a end"), "x a name=a end");
  EXPECT_EQ(any_order.show("x end end"), "x name=end end");
}

TEST(Matcher, OptionalGroupsAreTakenFirst) {
  CommandUnderTest command("x [ <first> ] [ <second> ]");
  EXPECT_EQ(command.show("x 1"), "x first=1");
  EXPECT_EQ(command.show("x 1 2"), "x first=1 second=2");
  EXPECT_EQ(command.show("x 1 2 3"), "-");
}

TEST(Matcher, ComesBackOnItsDecisions) {
  CommandUnderTest choice("x { a b | a c } d");
  EXPECT_EQ(choice.show("x a b d"), "x a b d");
  EXPECT_EQ(choice.show("x a c d"), "x a c d");
  CommandUnderTest optional("x [ <a> ] [ <b> ] <c>");
  EXPECT_EQ(optional.show("x 1"), "x c=1");
  EXPECT_EQ(optional.show("x 1 2"), "x a=1 c=2");
  CommandUnderTest repeated("x <a> &<1-4> <b> y");
  EXPECT_EQ(repeated.show("x 1 2 3 y"), "x a=1 a=2 b=3 y");
  CommandUnderTest any_order("x { <name> | of <group> } * <id>");
  EXPECT_EQ(any_order.show("x 7"), "-");
  EXPECT_EQ(any_order.show("x n 7"), "x name=n id=7");
  EXPECT_EQ(any_order.show("x of g 7"), "x of group=g id=7");
  EXPECT_EQ(any_order.show("x of 7"), "x name=of id=7");
}

TEST(Matcher, PseudowireCommand) {
  CommandUnderTest command(kPseudowire);
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100"), "mpls l2vc peer=2.2.2.2 vc-id=100");
  EXPECT_EQ(command.show("mpls l2vc pw-template t 100"), "mpls l2vc pw-template template=t vc-id=100");
  EXPECT_EQ(command.show("mpls l2vc pw-template t 2.2.2.2 0 secondary"),
            "mpls l2vc pw-template template=t peer=2.2.2.2 vc-id=0! secondary");
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100 mtu 9 raw tunnel-policy p control-word"),
            "mpls l2vc peer=2.2.2.2 vc-id=100 mtu mtu=9 raw tunnel-policy policy=p control-word");
  EXPECT_EQ(command.show("mpls l2vc 2.2.2.2 100 raw tagged"), "-");
  EXPECT_EQ(command.show("mpls l2vc 100"), "-");
}

TEST(Matcher, EndsOnHostileLines) {
  // Every split of the line over the repetitions fails at the last word only.
  CommandUnderTest splits("x { <a> &<1-64> } &<1-64> { <b> &<1-64> } &<1-64> end");
  std::string line = "x";
  for (int i = 0; i < 60; ++i) line += " v";
  EXPECT_EQ(splits.show(line), "-");
  EXPECT_EQ(splits.show(line + " end").substr(0, 7), "x a=v a");

  std::string optional = "x";
  for (int i = 0; i < 300; ++i) optional += " [ <a> ]";
  EXPECT_EQ(CommandUnderTest(optional + " end").show(line), "-");

  // More choices to remember than there is room for.
  std::string deep = "x";
  std::string long_line = "x";
  for (int i = 0; i < 250; ++i) {
    deep += " { { { { { <a> | <b> } * | <c> } * | <d> } * | <e> } * | <f> } *";
    long_line += " v";
  }
  EXPECT_EQ(
      CommandUnderTest("x { { { { { { <a> | <b> } * | <c> } * | <d> } * | <e> } * | <f> } * } &<1-300> end")
          .show(long_line),
      "-");
  EXPECT_TRUE(std::holds_alternative<ParseError>(parse(deep)));
}

TEST(Matcher, RefusesLinesThatSplitNeverMakes) {
  CommandUnderTest command("x <v> &<1-999>");
  std::vector<Token> tokens(kMaxTokens + 1, command.tokens("x")[0]);
  EXPECT_TRUE(match(command.program(), std::span(tokens).first(kMaxTokens)));
  EXPECT_FALSE(match(command.program(), tokens));
}

TEST(Match, GivesWordsAndParametersByName) {
  CommandUnderTest command("x <id:1-10> &<1-3> [ name <name:text(1-8)> ] [ fast ] [ key <key> ]");
  const auto found = command.match("x 1 02 99 name \"a b\" fast key 1x");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->has("fast"));
  EXPECT_FALSE(found->has("slow"));
  EXPECT_FALSE(found->has("id"));
  EXPECT_EQ(found->find_word("name")->first, 4U);
  EXPECT_EQ(found->count("id"), 3U);
  EXPECT_EQ(found->count("fast"), 0U);
  EXPECT_EQ(found->integer("id"), 1U);
  EXPECT_EQ(found->integer("id", 1), 2U);
  EXPECT_EQ(found->integer("id", 2), 99U);
  EXPECT_TRUE(found->find("id", 2)->out_of_range);
  EXPECT_EQ(found->find("id", 3), nullptr);
  EXPECT_EQ(found->find("name")->parameter->kind, ParameterKind::Text);
  EXPECT_EQ(found->text("name"), "a b");
  EXPECT_EQ(found->text("none"), std::nullopt);
  EXPECT_EQ(found->integer("none"), std::nullopt);
  EXPECT_EQ(found->integer("key"), std::nullopt);
  EXPECT_EQ(found->integer("name"), std::nullopt);
}

TEST(Match, CopiesKeepTheirCaptures) {
  CommandUnderTest command("x <a> [ y ]");
  const auto found = command.match("x 1 y");
  ASSERT_TRUE(found);
  Match copy = *found;
  EXPECT_EQ(copy.captures().size(), 3U);
  EXPECT_TRUE(copy.has("y"));
  CommandUnderTest other("z");
  copy = *other.match("z");
  EXPECT_EQ(copy.captures().size(), 1U);
  EXPECT_TRUE(copy.has("z"));
}

std::vector<std::string> names(const std::vector<const Parameter*>& parameters) {
  std::vector<std::string> result;
  for (const Parameter* parameter : parameters) result.push_back(parameter->name);
  return result;
}

TEST(Diagnose, NamesWhatWasExpectedAtTheFurthestToken) {
  CommandUnderTest command(kPseudowire);
  const Diagnosis typo = command.diagnose("mpls l2vc 2.2.2.2 100 secondry");
  EXPECT_EQ(typo.furthest, 4U);
  EXPECT_THAT(typo.words, ElementsAre("tunnel-policy", "control-word", "no-control-word", "raw", "tagged",
                                      "mtu", "secondary"));
  EXPECT_THAT(typo.parameters, IsEmpty());
  EXPECT_TRUE(typo.end);

  const Diagnosis no_address = command.diagnose("mpls l2vc x 100");
  EXPECT_EQ(no_address.furthest, 2U);
  EXPECT_THAT(no_address.words, ElementsAre("pw-template"));
  EXPECT_THAT(names(no_address.parameters), ElementsAre("peer"));
  EXPECT_FALSE(no_address.end);
}

TEST(Diagnose, LineThatEndsTooEarly) {
  CommandUnderTest command("ip address <ip:ip4> { <mask:mask> | sub }");
  const Diagnosis early = command.diagnose("ip address 10.0.0.1");
  EXPECT_EQ(early.furthest, 3U);
  EXPECT_THAT(early.words, ElementsAre("sub"));
  EXPECT_THAT(names(early.parameters), ElementsAre("mask"));
  EXPECT_FALSE(early.end);
}

TEST(Diagnose, EachExpectationOnceAndNoneThatIsUsedUp) {
  CommandUnderTest command("x { a | b | c } * [ c ] d");
  const Diagnosis found = command.diagnose("x a b z");
  EXPECT_EQ(found.furthest, 3U);
  EXPECT_THAT(found.words, ElementsAre("c", "d"));
}

TEST(Diagnose, ALineThatIsTooLong) {
  CommandUnderTest command("x a");
  const Diagnosis found = command.diagnose("x a b");
  EXPECT_EQ(found.furthest, 2U);
  EXPECT_THAT(found.words, IsEmpty());
  EXPECT_TRUE(found.end);
}

}  // namespace
}  // namespace holdfast::vrp
