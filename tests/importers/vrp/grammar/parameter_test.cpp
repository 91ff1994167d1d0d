// What the types of parameters look like, and which tokens they accept.

#include "importers/vrp/grammar/parameter.h"

#include <gtest/gtest.h>
#include <string>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/parameter_match.h"

namespace holdfast::vrp {
namespace {

Parameter typed(const std::string& inside) {
  const auto read = parse_parameter(inside);
  if (const auto* error = std::get_if<ParseError>(&read)) {
    ADD_FAILURE() << inside << " @" << error->position << ": " << error->message;
    return {};
  }
  return std::get<Parameter>(read);
}

ParseError error_of(const std::string& inside) {
  const auto read = parse_parameter(inside);
  const auto* error = std::get_if<ParseError>(&read);
  return error != nullptr ? *error : ParseError{999, "no error"};
}

enum Verdict { kNo, kYes, kOutOfRange };

// How the type takes the first token of the line.
Verdict takes(const std::string& type, const std::string& line) {
  TokenBuffer buffer;
  const Taken taken = take(typed("x:" + type), split(line, buffer));
  if (taken.tokens == 0) return kNo;
  return taken.out_of_range ? kOutOfRange : kYes;
}

std::size_t tokens_taken(const std::string& type, const std::string& line) {
  TokenBuffer buffer;
  return take(typed("x:" + type), split(line, buffer)).tokens;
}

TEST(ParameterNotation, PrintsAsItIsRead) {
  for (const std::string inside : {"name",
                                   "n:1-4094",
                                   "n:0|5-100",
                                   "n:7",
                                   "n:0-18446744073709551615",
                                   "n:limit(mtu)",
                                   "n:text",
                                   "n:text(1-31)",
                                   "n:text(4)",
                                   "n:text(limit(session))",
                                   "n:ref(vsi)",
                                   "n:ref(vsi)(1-31)",
                                   "n:def(pw-template)(1-19)",
                                   "n:def(session)(limit(session-name))",
                                   "n:ip4",
                                   "n:ip6",
                                   "n:ip",
                                   "n:prefix",
                                   "n:mask",
                                   "n:mac",
                                   "n:interface",
                                   "n:rd",
                                   "n:as",
                                   "n:hex",
                                   "n:secret",
                                   "n:rest"}) {
    EXPECT_EQ(to_string(typed(inside)), '<' + inside + '>');
  }
}

TEST(ParameterNotation, KeepsNameKindSubjectAndRanges) {
  const Parameter parameter = typed("vsi-name:ref(vsi)(1-31)");
  EXPECT_EQ(parameter.name, "vsi-name");
  EXPECT_EQ(parameter.kind, ParameterKind::Reference);
  EXPECT_EQ(parameter.subject, "vsi");
  EXPECT_EQ(parameter.ranges, (std::vector<Range>{{1, 31}}));
  const Parameter limited = typed("n:def(session)(limit(name-length))");
  EXPECT_EQ(limited.kind, ParameterKind::Definition);
  EXPECT_EQ(limited.subject, "session");
  EXPECT_EQ(limited.limit, "name-length");
  EXPECT_TRUE(limited.is_text());
  EXPECT_EQ(typed("n:limit(mtu)").limit, "mtu");
  EXPECT_FALSE(typed("n:limit(mtu)").is_text());
  EXPECT_EQ(typed("x:0|5-100").ranges, (std::vector<Range>{{0, 0}, {5, 100}}));
}

TEST(ParameterNotation, SaysWhereAndWhyItCannotBeRead) {
  EXPECT_EQ(error_of(""), (ParseError{0, "a parameter needs a name"}));
  EXPECT_EQ(error_of(":ip4"), (ParseError{0, "a parameter needs a name"}));
  EXPECT_EQ(error_of("a:"), (ParseError{2, "unknown type"}));
  EXPECT_EQ(error_of("a:ipv4"), (ParseError{2, "unknown type"}));
  EXPECT_EQ(error_of("a:ip4(3)"), (ParseError{5, "nothing may follow the type"}));
  EXPECT_EQ(error_of("a:1-"), (ParseError{4, "expected a number"}));
  EXPECT_EQ(error_of("a:1|"), (ParseError{4, "expected a number"}));
  EXPECT_EQ(error_of("a:5-4"), (ParseError{4, "the range ends below its start"}));
  EXPECT_EQ(error_of("a:1-99999999999999999999"), (ParseError{4, "expected a number"}));
  EXPECT_EQ(error_of("a:1-5x"), (ParseError{5, "nothing may follow the type"}));
  EXPECT_EQ(error_of("a:text(1-31"), (ParseError{11, "missing )"}));
  EXPECT_EQ(error_of("a:text(x)"), (ParseError{7, "expected a number"}));
  EXPECT_EQ(error_of("a:ref"), (ParseError{5, "expected ( and a name"}));
  EXPECT_EQ(error_of("a:ref()"), (ParseError{6, "expected a name"}));
  EXPECT_EQ(error_of("a:limit(mtu"), (ParseError{8, "missing )"}));
  EXPECT_EQ(error_of("a:limit(mtu)(1-2)"), (ParseError{12, "nothing may follow the type"}));
  EXPECT_EQ(error_of("a:text(limit(x)"), (ParseError{15, "missing )"}));
  EXPECT_EQ(error_of("a:text(limit)"), (ParseError{12, "expected ( and a name"}));
  EXPECT_EQ(error_of("a:def(vsi)31"), (ParseError{10, "expected ( and a range"}));
}

TEST(ParameterTypes, IntegerOutsideItsRangeIsAcceptedAndMarked) {
  EXPECT_EQ(takes("1-4094", "1"), kYes);
  EXPECT_EQ(takes("1-4094", "4094"), kYes);
  EXPECT_EQ(takes("1-4094", "0"), kOutOfRange);
  EXPECT_EQ(takes("1-4094", "4095"), kOutOfRange);
  EXPECT_EQ(takes("1-4094", "99999999999999999999999"), kOutOfRange);
  EXPECT_EQ(takes("0|5-100", "0"), kYes);
  EXPECT_EQ(takes("0|5-100", "3"), kOutOfRange);
  EXPECT_EQ(takes("0|5-100", "5"), kYes);
  EXPECT_EQ(takes("0-18446744073709551615", "18446744073709551615"), kYes);
  for (const std::string no : {"x", "1x", "-1", "+1", "1.5", "0x10", "\"1\""}) {
    EXPECT_EQ(takes("1-4094", no), kNo) << no;
  }
}

TEST(ParameterTypes, AsNumbersHaveTwoForms) {
  for (const std::string yes : {"1", "100", "4294967295", "0.1", "1.10", "65535.65535"}) {
    EXPECT_EQ(takes("as", yes), kYes) << yes;
  }
  for (const std::string outside : {"0", "0.0", "4294967296", "1.65536", "65536.1", "99999999999999999999"}) {
    EXPECT_EQ(takes("as", outside), kOutOfRange) << outside;
  }
  for (const std::string no : {"x", "1.", ".1", "1.2.3", "-1", "1x"}) EXPECT_EQ(takes("as", no), kNo) << no;
}

TEST(ParameterTypes, LimitTakesAnyInteger) {
  EXPECT_EQ(takes("limit(mtu)", "0"), kYes);
  EXPECT_EQ(takes("limit(mtu)", "123456789"), kYes);
  EXPECT_EQ(takes("limit(mtu)", "auto"), kNo);
  EXPECT_EQ(takes("text(limit(name))", std::string(500, 'x')), kYes);
}

TEST(ParameterTypes, LengthsCountWithoutQuotes) {
  EXPECT_EQ(takes("text(1-3)", "abc"), kYes);
  EXPECT_EQ(takes("text(1-3)", "abcd"), kOutOfRange);
  EXPECT_EQ(takes("text(1-3)", "\"a c\""), kYes);
  EXPECT_EQ(takes("text(1-3)", "\"\""), kOutOfRange);
  EXPECT_EQ(takes("ref(vsi)(1-3)", "abcd"), kOutOfRange);
  EXPECT_EQ(takes("def(vsi)(1-3)", "abc"), kYes);
  EXPECT_EQ(takes("ref(vsi)", std::string(500, 'a')), kYes);
  EXPECT_EQ(takes("text", std::string(500, 'a')), kYes);
}

TEST(ParameterTypes, Addresses) {
  for (const std::string type : {"ip4", "ip"}) {
    EXPECT_EQ(takes(type, "10.0.0.1"), kYes);
    EXPECT_EQ(takes(type, "255.255.255.255"), kYes);
    EXPECT_EQ(takes(type, "10.0.0.256"), kNo);
    EXPECT_EQ(takes(type, "10.0.0"), kNo);
    EXPECT_EQ(takes(type, "10.0.0.1.2"), kNo);
    EXPECT_EQ(takes(type, "10.0.0.1/24"), kNo);
  }
  for (const std::string type : {"ip6", "ip"}) {
    EXPECT_EQ(takes(type, "2001:DB8::1"), kYes);
    EXPECT_EQ(takes(type, "::"), kYes);
    EXPECT_EQ(takes(type, "1:2:3:4:5:6:7:8"), kYes);
    EXPECT_EQ(takes(type, "1::2::3"), kNo);
    EXPECT_EQ(takes(type, "1:2"), kNo);
    EXPECT_EQ(takes(type, "12345::"), kNo);
  }
  EXPECT_EQ(takes("ip4", "2001:db8::1"), kNo);
  EXPECT_EQ(takes("ip6", "10.0.0.1"), kNo);
}

TEST(ParameterTypes, Prefix) {
  EXPECT_EQ(takes("prefix", "10.0.0.0/8"), kYes);
  EXPECT_EQ(takes("prefix", "10.0.0.0/33"), kOutOfRange);
  EXPECT_EQ(takes("prefix", "2001:db8::/128"), kYes);
  EXPECT_EQ(takes("prefix", "2001:db8::/129"), kOutOfRange);
  EXPECT_EQ(takes("prefix", "2001:db8::/99999999999"), kOutOfRange);
  for (const std::string no : {"10.0.0.0", "10.0.0.0/", "/8", "10.0.0.0/x", "10.0.0/8"}) {
    EXPECT_EQ(takes("prefix", no), kNo) << no;
  }
}

TEST(ParameterTypes, MaskIsDottedOrALength) {
  EXPECT_EQ(takes("mask", "255.255.255.0"), kYes);
  EXPECT_EQ(takes("mask", "0.0.0.0"), kYes);
  EXPECT_EQ(takes("mask", "255.255.0.255"), kOutOfRange);
  EXPECT_EQ(takes("mask", "0"), kYes);
  EXPECT_EQ(takes("mask", "32"), kYes);
  EXPECT_EQ(takes("mask", "33"), kOutOfRange);
  EXPECT_EQ(takes("mask", "4294967296"), kOutOfRange);
  EXPECT_EQ(takes("mask", "255.255.255"), kNo);
  EXPECT_EQ(takes("mask", "/24"), kNo);
}

TEST(ParameterTypes, Mac) {
  EXPECT_EQ(takes("mac", "00e0-fc00-0001"), kYes);
  EXPECT_EQ(takes("mac", "e0-FC-1"), kYes);
  for (const std::string no :
       {"00e0-fc00", "00e0-fc00-00011", "00e0-fc00-000g", "00:e0:fc:00:00:01", "-1-1"}) {
    EXPECT_EQ(takes("mac", no), kNo) << no;
  }
}

TEST(ParameterTypes, InterfaceInOneTokenOrTwo) {
  for (const std::string one :
       {"GigabitEthernet0/1/0", "gigabitethernet0/1/0.10", "GE0/1/0", "Eth-Trunk10", "Eth-Trunk10.1",
        "LoopBack0", "NULL0", "100GE1/0/0", "50|100GE0/1/0", "Serial0/1/0:0", "Virtual-Ethernet0/1/0.1",
        "Global-VE1", "Vlanif10", "GigabitEthernet1/0/0/1"}) {
    EXPECT_EQ(tokens_taken("interface", one), 1U) << one;
    EXPECT_EQ(tokens_taken("interface", one + " 100"), 1U) << one;
  }
  for (const std::string two : {"GigabitEthernet 0/1/0", "Eth-Trunk 10", "eth-trunk 10.1", "100GE 1/0/0",
                                "LoopBack 0", "Serial 0/1/0:0"}) {
    EXPECT_EQ(tokens_taken("interface", two), 2U) << two;
    EXPECT_EQ(tokens_taken("interface", two + " 100"), 2U) << two;
  }
  for (const std::string no : {"10", "0/1/0", "GigabitEthernet", "GigabitEthernet x", "GigabitEthernet l/0/1",
                               "GigabitEthernetl/0/1", "Eth-Trunk /1", "Eth-Trunk 1/", "GE0/1/", "GE 0//1",
                               "-1", "10.0.0.1", "2001:db8::1", "\"GE\"0"}) {
    EXPECT_EQ(tokens_taken("interface", no), 0U) << no;
  }
}

TEST(ParameterTypes, RouteDistinguisher) {
  for (const std::string yes : {"1:1", "65536:1", "1.1.1.1:1", "1.1:1", "100"})
    EXPECT_EQ(takes("rd", yes), kYes) << yes;
  for (const std::string no : {"x", "1:", ":1", "1:x", "1.1.1:1", "1:1:1", "2001:db8::1", "1.1.1.256:1"}) {
    EXPECT_EQ(takes("rd", no), kNo) << no;
  }
}

TEST(ParameterTypes, Hex) {
  for (const std::string yes : {"0", "2f", "0x2F", "0XAb", "DEADBEEF"})
    EXPECT_EQ(takes("hex", yes), kYes) << yes;
  for (const std::string no : {"0x", "g", "1-2"}) EXPECT_EQ(takes("hex", no), kNo) << no;
}

TEST(ParameterTypes, SecretIsOneTokenAndRestIsAll) {
  EXPECT_EQ(tokens_taken("secret", "%^%#k;\"x%^%# next"), 1U);
  EXPECT_EQ(tokens_taken("rest", "one"), 1U);
  EXPECT_EQ(tokens_taken("rest", "to the end of line"), 5U);
}

}  // namespace
}  // namespace holdfast::vrp
