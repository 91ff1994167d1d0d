#include "model/redact.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {
namespace {

// Lines that hold a key where KEY stands.
const std::vector<std::string>& forms() {
  static const std::vector<std::string> lines = {
      " security-key simple KEY",
      " security-key cipher KEY",
      " security-key KEY",
      "local-user admin password irreversible-cipher KEY",
      "local-user admin password cipher KEY level 3",
      " set authentication password cipher KEY",
      "super password level 3 cipher KEY",
      "super password level 3 simple KEY",
      " authentication-mode md5 cipher KEY",
      " authentication-mode md5 1 cipher KEY",
      " authentication-mode md5 1 KEY",
      " authentication-mode simple plain KEY",
      " authentication-mode simple KEY",
      " authentication-mode hmac-sha256 key-id 1 cipher KEY",
      " authentication-mode hmac-sha256 key-id 1 plain KEY",
      " ospf authentication-mode hmac-md5 12 plain KEY",
      " isis authentication-mode md5 KEY",
      " isis authentication-mode simple cipher KEY level-1 ip",
      " area-authentication-mode md5 cipher KEY ip snp-packet send-only",
      " domain-authentication-mode simple KEY",
      " rip authentication-mode md5 nonstandard cipher KEY 12",
      " rip authentication-mode md5 usual KEY",
      " vrrp vrid 1 authentication-mode md5 KEY",
      " vrrp vrid 1 authentication-mode simple cipher KEY",
      " vrrp vrid 1 authentication-mode simple KEY",
      " peer 10.1.1.1 password cipher KEY",
      " peer 10.1.1.1 password simple KEY",
      " md5-password cipher 10.1.1.1 KEY",
      " md5-password plain all KEY",
      " md5-password cipher peer-group list1 KEY",
      " key-string cipher KEY",
      " key-string plain KEY",
      " key-string KEY",
      " radius-server shared-key-cipher KEY",
      " radius-server shared-key KEY",
      " radius-server authorization 10.1.1.1 shared-key-cipher KEY server-group rd1",
      " radius-server authorization 10.1.1.1 shared-key cipher KEY",
      " hwtacacs-server shared-key cipher KEY",
      "web-auth-server 10.1.1.1 port 50100 key cipher KEY",
      "web-auth-server 10.1.1.1 key simple KEY",
      " pre-shared-key cipher KEY",
      " pre-shared-key KEY",
      " ppp chap password cipher KEY",
      " ppp pap local-user u1 password simple KEY",
      " tunnel password cipher KEY",
      "user u1@isp password cipher KEY authentication-type p",
      "ntp-service authentication-keyid 1 authentication-mode md5 cipher KEY",
      "ntp-service authentication-keyid 1 authentication-mode hmac-sha256 KEY",
      "snmp-agent community read KEY",
      "snmp-agent community read cipher KEY mib-view iso acl 2000",
      "snmp-agent community write cipher KEY",
      "snmp-agent proxy community KEY",
      "snmp-agent usm-user v3 u1 authentication-mode md5 cipher KEY privacy-mode aes128 cipher KEY",
      "snmp-agent usm-user v3 u1 authentication-mode sha KEY privacy-mode des56 KEY",
      "snmp-agent target-host trap address udp-domain 10.1.1.1 params securityname KEY v2c",
      "snmp-agent target-host trap address udp-domain 10.1.1.1 params securityname cipher KEY v3 privacy",
      "undo snmp-agent community KEY",
      "ldap-server authentication base cn=admin KEY",
      " mpls rsvp-te authentication cipher KEY",
      " mpls rsvp-te authentication plain KEY",
      " sa authentication-hex inbound ah KEY",
      " sa string-key outbound esp cipher KEY",
      " aps authenticate KEY",
      " auth-code cipher KEY",
      "username u1 password 7 KEY",
      "enable secret 5 KEY",
      "snmp-server community KEY RO",
      "tacacs-server key KEY",
      "crypto isakmp key KEY address 10.1.1.1",
      "PASSWORD SIMPLE KEY",
      " description \"the password is KEY\"",
      " description password=KEY",
      " description password: KEY",
      "ftp put ftp://backup:KEY@10.1.1.1/file",
      " securty-key cipher KEY",
      "\tsecurity-key\tcipher\tKEY\t",
  };
  return lines;
}

std::string with_key(std::string line, std::string_view key) {
  for (std::size_t at = line.find("KEY"); at != std::string::npos; at = line.find("KEY", at + key.size())) {
    line.replace(at, 3, key);
  }
  return line;
}

TEST(Redact, HidesTheKeyAndNothingElse) {
  EXPECT_EQ(redact(" security-key simple Hunter2"), " security-key simple ******");
  EXPECT_EQ(redact(" authentication-mode hmac-sha256 key-id 1 cipher abc"),
            " authentication-mode hmac-sha256 key-id 1 cipher ******");
  EXPECT_EQ(redact(" md5-password cipher 9.9.9.9 abc"), " md5-password cipher 9.9.9.9 ******");
  EXPECT_EQ(redact("super password level 3 cipher abc"), "super password level 3 cipher ******");
  EXPECT_EQ(redact("local-user a password cipher b level 3"), "local-user a password cipher ****** level 3");
  EXPECT_EQ(redact("snmp-agent community read cipher abc mib-view iso"),
            "snmp-agent community read cipher ****** mib-view iso");
  EXPECT_EQ(
      redact("snmp-agent usm-user v3 u authentication-mode md5 cipher a privacy-mode aes128 cipher b"),
      "snmp-agent usm-user v3 u authentication-mode md5 cipher ****** privacy-mode aes128 cipher ******");
  EXPECT_EQ(redact("ftp://u:p@10.1.1.1/f"), "ftp://******@10.1.1.1/f");
}

TEST(Redact, LeavesLinesWithoutAKey) {
  for (const char* line :
       {"", " ", " mpls l2vc 9.9.9.9 200 control-word secondary raw", " authentication-mode radius local",
        " ppp authentication-mode chap", " authentication-mode enhanced-hmac-sha256",
        " authentication-mode keychain kc1", " peer 1.1.1.1 keychain kc1", " vpn-instance-capability simple",
        " apply community 100:1", " peer 1.1.1.1 advertise-community", " default-password-template iptv",
        "rsa peer-public-key host1", "web-server redirect-key user-mac-address usermac",
        " authentication-scheme auth1", " undo security-key"}) {
    EXPECT_EQ(redact(line), line);
  }
}

TEST(Redact, HidesCipherTextWhereverItStands) {
  EXPECT_EQ(redact(" frobnicate %^%#e,yC%f9z4M2)b)2~r+lA{$g*Fzc+5/bu7VHAN<%(%^%#"), " frobnicate ******");
  EXPECT_EQ(redact(" x N`C55QK<`=/Q=^Q`MAF4<1!!"), " x ******");
}

TEST(Redact, TakesAQuotedKeyAsAWhole) {
  EXPECT_EQ(redact("password cipher \"a level b\" level 3"), "password cipher ****** level 3");
  EXPECT_EQ(redact("password cipher \"a level b"), "password cipher ******");
}

TEST(Redact, StretchesAreByteRanges) {
  EXPECT_EQ(secret_stretches("key simple abc"), (std::vector<SecretStretch>{{11, 14}}));
  EXPECT_TRUE(secret_stretches("mtu 1500").empty());
}

// A key of letters and digits that no word of a form can be part of.
rc::Gen<std::string> any_key() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::string>(
                          rc::gen::oneOf(rc::gen::inRange('0', '9'), rc::gen::inRange('A', 'Z'),
                                         rc::gen::element('#', '*', '!', '=', '@', ':')))),
                      [](const std::string& tail) { return "Zq0" + tail; });
}

RC_GTEST_PROP(Redact, NoKnownFormShowsItsKey, ()) {
  const std::string key = *any_key();
  const std::string line = with_key(*rc::gen::elementOf(forms()), key);
  RC_ASSERT(redact(line).find(key) == std::string::npos);
}

RC_GTEST_PROP(Redact, TwiceIsOnce, (const std::string& line)) {
  RC_ASSERT(redact(redact(line)) == redact(line));
}

RC_GTEST_PROP(Redact, StretchesAreInOrderInsideTheLine, ()) {
  const std::string line =
      *rc::gen::elementOf(forms()) + *rc::gen::arbitrary<std::string>() + *rc::gen::elementOf(forms());
  std::size_t from = 0;
  for (const SecretStretch& stretch : secret_stretches(line)) {
    RC_ASSERT(stretch.begin >= from);
    RC_ASSERT(stretch.end > stretch.begin);
    RC_ASSERT(stretch.end <= line.size());
    from = stretch.end;
  }
}

}  // namespace
}  // namespace holdfast
