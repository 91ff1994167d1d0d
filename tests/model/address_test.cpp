#include "model/address.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace holdfast {
namespace {

TEST(Address, ReadsWhatDevicesPrint) {
  EXPECT_EQ(parse_ipv4("10.0.0.1")->bits, 0x0a000001U);
  EXPECT_EQ(to_string(*parse_ipv6("2001:DB8::1")), "2001:db8::1");
  EXPECT_EQ(to_string(*parse_ipv6("::")), "::");
  EXPECT_EQ(to_string(*parse_ipv6("1::")), "1::");
  EXPECT_EQ(to_string(*parse_ipv6("::ffff:10.0.0.1")), "::ffff:a00:1");
  EXPECT_EQ(to_string(*parse_ipv6("2001:db8:0:1:1:1:1:1")), "2001:db8:0:1:1:1:1:1");
  EXPECT_EQ(to_string(*parse_mac("00E0-FC00-0001")), "00e0-fc00-0001");
  EXPECT_EQ(to_string(*parse_mac("e0-fc00-1")), "00e0-fc00-0001");
  EXPECT_EQ(to_string(*parse_mac("00:e0:fc:00:00:01")), "00e0-fc00-0001");
  EXPECT_EQ(*parse_mask("255.255.255.252"), 30);
  EXPECT_EQ(*parse_mask("24"), 24);
  EXPECT_EQ(*parse_wildcard("0.0.0.3"), 30);
  EXPECT_EQ(*parse_wildcard("0"), 32);
}

TEST(Address, RefusesWhatIsNone) {
  for (const char* text : {"", "10.0.0", "10.0.0.256", "10.0.0.1.", "10.0.0.0.1", "a.b.c.d", "1 .2.3.4"}) {
    EXPECT_FALSE(parse_ipv4(text)) << text;
  }
  for (const char* text :
       {"", ":", ":::", "1:2", "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1:2:3:4:5:6:7:"}) {
    EXPECT_FALSE(parse_ipv6(text)) << text;
  }
  for (const char* text : {"", "00e0-fc00", "00e0-fc00-0001-2", "00e0fc000001", "00e0-fc00-00012"}) {
    EXPECT_FALSE(parse_mac(text)) << text;
  }
  for (const char* text : {"", "33", "255.0.255.0", "-1"}) EXPECT_FALSE(parse_mask(text)) << text;
}

TEST(Address, PrefixesKnowWhatTheyContain) {
  const IpPrefix v4{ip(*parse_ipv4("10.1.2.3")), 24};
  EXPECT_EQ(to_string(v4.network()), "10.1.2.0/24");
  EXPECT_TRUE(v4.contains(ip(*parse_ipv4("10.1.2.250"))));
  EXPECT_FALSE(v4.contains(ip(*parse_ipv4("10.1.3.1"))));
  const IpPrefix v6{ip(*parse_ipv6("2001:db8:0:f00::1")), 56};
  EXPECT_EQ(to_string(v6.network()), "2001:db8:0:f00::/56");
  EXPECT_TRUE(v6.contains(ip(*parse_ipv6("2001:db8:0:fff::"))));
  EXPECT_FALSE(v6.contains(v4.address));
  EXPECT_TRUE((IpPrefix{ip(Ipv4{}), 0}.contains(v4.address)));
}

RC_GTEST_PROP(Address, Ipv4SurvivesPrinting, (std::uint32_t bits)) {
  RC_ASSERT(parse_ipv4(to_string(Ipv4{bits}))->bits == bits);
}

RC_GTEST_PROP(Address, Ipv6SurvivesPrinting, ()) {
  Ipv6 address;
  for (std::uint8_t& byte : address.bytes) {
    byte = *rc::gen::oneOf(rc::gen::just(std::uint8_t{0}), rc::gen::arbitrary<std::uint8_t>());
  }
  RC_ASSERT(parse_ipv6(to_string(address)) == address);
}

}  // namespace
}  // namespace holdfast
