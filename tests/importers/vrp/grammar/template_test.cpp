#include "importers/vrp/grammar/template.h"

#include <gtest/gtest.h>

#include "tests/importers/vrp/grammar/command.h"

namespace holdfast::vrp {
namespace {

std::string printed(const std::string& notation) {
  return to_string(tree_of(parse(notation)));
}

ParseError error_of(const std::string& notation) {
  const auto read = parse(notation);
  const auto* error = std::get_if<ParseError>(&read);
  return error != nullptr ? *error : ParseError{999, "no error"};
}

std::string nested(std::size_t depth) {
  return "x " + std::string(depth, '{') + "a" + std::string(depth, '}');
}

TEST(TemplateNotation, KeepsTheOrderOfTheNotation) {
  const Template tree = tree_of(parse("vlan { <id:1-4094> | all } [ name <text> ] *"));
  std::vector<NodeKind> kinds;
  for (const Node& node : tree.nodes) kinds.push_back(node.kind);
  using enum NodeKind;
  EXPECT_EQ(kinds, (std::vector{Sequence, Word, Choice, Sequence, Parameter, Sequence, Word, AnyOrNone,
                                Sequence, Word, Parameter}));
  EXPECT_EQ(tree.words, (std::vector<std::string>{"vlan", "all", "name"}));
  EXPECT_EQ(tree.parameters.size(), 2U);
}

TEST(TemplateNotation, HasOneSpellingPerTree) {
  EXPECT_EQ(printed("  a  {b|c}   d "), "a { b|c } d");
  EXPECT_EQ(printed("a{b |c}*[d]e"), "a { b | c } * [ d ] e");
  EXPECT_EQ(printed("x\t[ y | { z }* ] *"), "x [ y | { z } * ] *");
  EXPECT_EQ(printed("a<b>&<1-8>{ c }&<2-16>"), "a <b> &<1-8> { c } &<2-16>");
  EXPECT_EQ(printed("a &<1-1> b"), "a b");
  EXPECT_EQ(printed("a { b | c } * &<0-3>"), "a { b | c } * &<0-3>");
}

TEST(TemplateNotation, WordsMayHoldAnythingButTheSigns) {
  EXPECT_EQ(tree_of(parse("delete /unreserved 802.1p med + 50|100GE a:b _x R&D")).words,
            (std::vector<std::string>{"delete", "/unreserved", "802.1p", "med", "+", "50|100GE", "a:b", "_x",
                                      "R&D"}));
  EXPECT_EQ(printed("{a| b}{c |d}{e|<f>}{g|{h}}"), "{ a | b } { c | d } { e | <f> } { g | { h } }");
  EXPECT_EQ(printed("{ 50|100GE|* }"), "{ 50|100GE | * }");
  EXPECT_EQ(error_of("{ a|| b }"), (ParseError{4, "an alternative is empty"}));
  EXPECT_EQ(printed("apply cost [ + | - ] <cost>"), "apply cost [ + | - ] <cost>");
}

TEST(TemplateNotation, StarThatStartsAnAlternativeIsAWord) {
  const Template tree = tree_of(parse("access-operation { { read | exec } * | * }"));
  EXPECT_EQ(tree.words.back(), "*");
  EXPECT_EQ(to_string(tree), "access-operation { { read | exec } * | * }");
}

TEST(TemplateNotation, VendorsParametersAreNames) {
  const Template tree = tree_of(parse_untyped("start <hh:mm:ss> [ <yyyy/mm/dd> ] <&count> <3.3>"));
  ASSERT_EQ(tree.parameters.size(), 4U);
  EXPECT_EQ(tree.parameters[0].name, "hh:mm:ss");
  EXPECT_EQ(tree.parameters[0].kind, ParameterKind::Any);
  EXPECT_EQ(to_string(tree), "start <hh:mm:ss> [ <yyyy/mm/dd> ] <&count> <3.3>");
  EXPECT_EQ(error_of("start <hh:mm:ss>"), (ParseError{10, "unknown type"}));
}

TEST(TemplateNotation, SaysWhereAndWhyItCannotBeRead) {
  EXPECT_EQ(error_of(""), (ParseError{0, "the template is empty"}));
  EXPECT_EQ(error_of(" \t"), (ParseError{0, "the template is empty"}));
  EXPECT_EQ(error_of("a { b"), (ParseError{2, "this bracket is never closed"}));
  EXPECT_EQ(error_of("a { b [ c }"), (ParseError{10, "} where ] has to close a group"}));
  EXPECT_EQ(error_of("a { b ]"), (ParseError{6, "] where } has to close a group"}));
  EXPECT_EQ(error_of("a }"), (ParseError{2, "} closes nothing"}));
  EXPECT_EQ(error_of("a | b"), (ParseError{2, "| outside any group"}));
  EXPECT_EQ(error_of("a { }"), (ParseError{4, "an alternative is empty"}));
  EXPECT_EQ(error_of("a { b | }"), (ParseError{8, "an alternative is empty"}));
  EXPECT_EQ(error_of("a { | b }"), (ParseError{4, "an alternative is empty"}));
  EXPECT_EQ(error_of("a { b | | c }"), (ParseError{8, "an alternative is empty"}));
  EXPECT_EQ(error_of("a *"), (ParseError{2, "* has to follow a group or start an alternative"}));
  EXPECT_EQ(error_of("* a"), (ParseError{0, "* has to follow a group or start an alternative"}));
  EXPECT_EQ(error_of("{ a } * *"), (ParseError{8, "* has to follow a group or start an alternative"}));
  EXPECT_EQ(error_of("a <b"), (ParseError{2, "this < is never closed"}));
  EXPECT_EQ(error_of("a <b c>"), (ParseError{2, "this < is never closed"}));
  EXPECT_EQ(error_of("a b>"), (ParseError{3, "> without <"}));
  EXPECT_EQ(error_of("a <>"), (ParseError{3, "a parameter needs a name"}));
}

TEST(TemplateNotation, SaysWhereARepetitionIsWrong) {
  EXPECT_EQ(error_of("&<1-2>"), (ParseError{0, "& has nothing to repeat"}));
  EXPECT_EQ(error_of("{ a | &<1-2> }"), (ParseError{6, "& has nothing to repeat"}));
  EXPECT_EQ(error_of("a &<1-2> &<1-2>"), (ParseError{9, "the element is repeated twice"}));
  EXPECT_EQ(error_of("a &<x-2>"), (ParseError{4, "expected &<LOW-HIGH>"}));
  EXPECT_EQ(error_of("a &<12>"), (ParseError{6, "expected &<LOW-HIGH>"}));
  EXPECT_EQ(error_of("a &<1-"), (ParseError{6, "expected &<LOW-HIGH>"}));
  EXPECT_EQ(error_of("a &<1-70000>"), (ParseError{6, "expected &<LOW-HIGH>"}));
  EXPECT_EQ(error_of("a &<3-2>"), (ParseError{4, "the repetition ends below its start"}));
  EXPECT_EQ(error_of("a &<0-0>"), (ParseError{4, "the repetition ends below its start"}));
}

TEST(TemplateNotation, HasLimits) {
  EXPECT_EQ(printed(nested(Template::kMaxDepth)).size(), nested(Template::kMaxDepth).size() + 128);
  EXPECT_EQ(error_of(nested(Template::kMaxDepth + 1)),
            (ParseError{2 + Template::kMaxDepth, "groups are nested too deep"}));

  std::string alternatives = "x { a";
  for (std::size_t i = 1; i < Template::kMaxAlternatives; ++i) alternatives += " | a";
  EXPECT_EQ(printed(alternatives + " } *"), alternatives + " } *");
  EXPECT_EQ(error_of(alternatives + " | a } *").message, "too many alternatives in any order");

  std::string loops = "x";
  for (std::size_t i = 0; i < Template::kMaxLoops; ++i) loops += i % 2 == 0 ? " { a } *" : " a &<1-2>";
  EXPECT_EQ(printed(loops), loops);
  EXPECT_EQ(error_of(loops + " { a } *").message, "too many groups in any order and repetitions");
  EXPECT_EQ(error_of(loops + " a &<1-2>").message, "too many groups in any order and repetitions");

  std::string words;
  for (std::size_t i = 0; i < Template::kMaxNodes; ++i) words += "a ";
  EXPECT_EQ(error_of(words).message, "the template is too long");
}

}  // namespace
}  // namespace holdfast::vrp
