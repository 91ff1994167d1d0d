// No format shows a key, wherever a finding points.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

#include "app/report/concise.h"
#include "app/report/coverage.h"
#include "app/report/github.h"
#include "app/report/gitlab.h"
#include "app/report/html.h"
#include "app/report/json.h"
#include "app/report/junit.h"
#include "app/report/markdown.h"
#include "app/report/sarif.h"
#include "app/report/text.h"
#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

const std::vector<std::string>& before_keys() {
  static const std::vector<std::string> words = {
      " security-key simple ",
      " security-key cipher ",
      "local-user admin password irreversible-cipher ",
      " authentication-mode md5 1 cipher ",
      " isis authentication-mode simple ",
      " vrrp vrid 1 authentication-mode md5 ",
      " peer 10.1.1.1 password simple ",
      " md5-password cipher 10.1.1.1 ",
      " key-string plain ",
      " radius-server shared-key-cipher ",
      " pre-shared-key ",
      "snmp-agent community read ",
      "snmp-agent target-host trap address udp-domain 10.1.1.1 params securityname ",
      " nonsense %^%#",
  };
  return words;
}

RC_GTEST_PROP(Secrets, NoFormatShowsAKey, ()) {
  const std::string key =
      "Zq0" + *rc::gen::container<std::string>(
                  8, rc::gen::oneOf(rc::gen::inRange('0', '9'), rc::gen::inRange('A', 'Z')));
  const std::string line = *rc::gen::elementOf(before_keys()) + key;
  const auto size = static_cast<std::uint32_t>(line.size());
  const auto column = *rc::gen::inRange<std::uint32_t>(0, size + 2);
  const auto length = *rc::gen::inRange<std::uint32_t>(0, size + 2);

  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\n" + line + "\nreturn\n");
  const Span span{FileId{0}, 2, static_cast<std::uint16_t>(column), static_cast<std::uint16_t>(length)};
  rules::Finding& finding = example.finding(kPw005, "m", {{a, span, "n"}, {a, span, ""}});
  finding.fix = {"f", {{a, {line}}}};
  example.unknown(kPw001, {{a, span, ""}}, {"the key"});
  example.snapshot().network.devices[0].reading.unread = {{span, line, "system", {}}};
  example.snapshot().coverage = {.lines = 3, .unrecognised = 1};

  const session::CheckResult result = example.result();
  for (auto* render : {render_text, render_concise, render_json, render_sarif, render_junit, render_github,
                       render_gitlab, render_markdown}) {
    RC_ASSERT(render(result, plain_options()).find(key) == std::string::npos);
  }
  RC_ASSERT(html_page(result, plain_options(), std::nullopt).find(key) == std::string::npos);
  RC_ASSERT(coverage_text(example.snapshot(), plain_options()).find(key) == std::string::npos);
  RC_ASSERT(coverage_json(example.snapshot()).find(key) == std::string::npos);
}

}  // namespace
}  // namespace holdfast::report
