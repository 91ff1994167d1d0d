// The lines that make up most of a real configuration and that no redundancy depends on.

#include <algorithm>
#include <array>

#include "bench/generator/random.h"
#include "bench/generator/sections.h"

namespace holdfast::generator {
namespace {

constexpr std::size_t kRulesPerFilter = 40;
constexpr std::size_t kRulesMost = 2000;  // in one ACL, for very long files
constexpr std::size_t kSpareSlot = 6;
constexpr std::size_t kSparePorts = 48;    // by slot
constexpr std::size_t kFiltersMost = 900;  // ACL numbers 3000 to 3899

std::uint64_t seed_of(const Plan& plan, std::size_t device, std::uint64_t purpose) {
  return (plan.options.seed * 16 + purpose) * 1000003 + device;
}

std::string private_address(Random& random) {
  return fmt::format("192.168.{}.{}", random.between(0, 255), random.between(1, 254));
}

void users(Random& random, Text& text) {
  text.line("aaa");
  for (const char* user : {"operator", "monitor", "audit", "backup"}) {
    text.line(" local-user {} password irreversible-cipher {}", user, random.cipher());
    text.line(" local-user {} service-type ssh", user);
    text.line(" local-user {} level {}", user, random.between(1, 15));
    text.line(" local-user {} state block fail-times 3 interval 5", user);
  }
  text.line(" authentication-scheme default");
  text.line("  authentication-mode local");
  text.line(" authorization-scheme default");
  text.line(" accounting-scheme default");
  text.line(" domain default");
  text.end_view();
}

void snmp(Random& random, Text& text) {
  text.line("snmp-agent");
  text.line("snmp-agent local-engineid 800007DB03{:012X}", random.between(1, 0xffffffff));
  text.line("snmp-agent sys-info contact network operations");
  text.line("snmp-agent sys-info version v3");
  for (std::size_t i = 1; i <= 4; ++i) {
    text.line(
        "snmp-agent target-host host-name nms{} trap address udp-domain {} params securityname monitor v3 "
        "privacy",
        i, private_address(random));
  }
  text.line("snmp-agent trap enable");
  text.end_view();
}

void terminals(Text& text) {
  text.line("stelnet server enable");
  text.line("ssh user operator");
  text.line("ssh user operator authentication-type password");
  text.line("ssh user operator service-type stelnet");
  text.end_view();
  text.line("user-interface con 0");
  text.line(" authentication-mode aaa");
  text.end_view();
  text.line("user-interface vty 0 4");
  text.line(" authentication-mode aaa");
  text.line(" user privilege level 3");
  text.line(" idle-timeout 15 0");
  text.line(" protocol inbound ssh");
  text.end_view();
}

// A filter: an ACL, the class that matches it, the policer, the policy, and the spare port it is applied to.
void filter(Random& random, std::size_t number, std::size_t rules, Text& text) {
  static constexpr std::array<const char*, 4> kProtocols = {"ip", "tcp", "udp", "icmp"};
  text.line("acl number {}", 3000 + number);
  for (std::size_t rule = 1; rule <= rules; ++rule) {
    text.line(" rule {} {} {} source {} 0 destination {} 0.0.0.{}", rule * 5,
              random.between(0, 3) == 0 ? "deny" : "permit", kProtocols[random.between(0, 3)],
              private_address(random), private_address(random), (1U << random.between(1, 7)) - 1);
  }
  text.end_view();
  text.line("traffic classifier class-{} operator or", number);
  text.line(" if-match acl {}", 3000 + number);
  text.end_view();
  text.line("traffic behavior police-{}", number);
  text.line(" car cir {} pir {}", random.between(1, 50) * 1000, random.between(50, 100) * 1000);
  text.end_view();
  text.line("traffic policy policy-{}", number);
  text.line(" classifier class-{} behavior police-{}", number, number);
  text.end_view();
  text.line("interface GigabitEthernet0/{}/{}", kSpareSlot + number / kSparePorts, number % kSparePorts);
  text.line(" description spare {}", number);
  text.line(" shutdown");
  text.line(" traffic-policy policy-{} inbound", number);
  text.line(" undo dcn");
  text.end_view();
}

}  // namespace

Text header_section(const Plan& plan, std::size_t device) {
  Text text;
  text.line("!Software Version V800R012C10SPC300");
  text.end_view();
  text.line("sysname {}", plan.devices[device].name);
  text.end_view();
  text.line("clock timezone UTC add 00:00:00");
  text.end_view();
  return text;
}

Text management_section(const Plan& plan, std::size_t device) {
  Random random(seed_of(plan, device, 1));
  Text text;
  text.line("info-center loghost {}", private_address(random));
  text.line("info-center loghost {}", private_address(random));
  text.end_view();
  text.line("ntp-service unicast-server {} preference", private_address(random));
  text.line("ntp-service unicast-server {}", private_address(random));
  text.end_view();
  text.line("lldp enable");
  text.end_view();
  users(random, text);
  snmp(random, text);
  terminals(text);
  return text;
}

Text filter_section(const Plan& plan, std::size_t device, std::size_t lines) {
  Random random(seed_of(plan, device, 2));
  Text text;
  const std::size_t rules = std::min(kRulesMost, std::max(kRulesPerFilter, lines / kFiltersMost));
  for (std::size_t number = 0; text.lines() < lines && number < kFiltersMost; ++number) {
    filter(random, number, rules, text);
  }
  return text;
}

}  // namespace holdfast::generator
