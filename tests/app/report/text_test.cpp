#include "app/report/text.h"

#include <gtest/gtest.h>
#include <sstream>

#include "app/report/concise.h"
#include "app/report/printable.h"
#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Text, ShowsFindingsThenUnknownsThenASummary) {
  Example example = pw_group();
  example.snapshot().network.devices[1].reading.unread.push_back(
      {.where = {FileId{1}, 3, 2, 12}, .text = "frobnicate simple abc", .view = "e-trunk", .suggestion = {}});
  EXPECT_EQ(render_text(example.result(), plain_options()),
            "error[PW005] control-word-differs-in-group: the secondary PW to 4.4.4.4 has no\n"
            "    control word although the primary PW to 3.3.3.3 has one\n"
            " --> lab/UPE1.cfg:5:12  UPE1\n"
            "5 |  mpls l2vc 4.4.4.4 100 secondary\n"
            "  |            ^^^^^^^ secondary PW: control word off (default)\n"
            " --> lab/UPE1.cfg:4:24  UPE1\n"
            "4 |  mpls l2vc 3.3.3.3 100 control-word\n"
            "  |                        ^^^^^^^^^^^^ primary PW: control word on\n"
            "  = service: UPE1:GigabitEthernet0/1/0.1\n"
            "  = effect: when the primary PW fails, the service is lost although the\n"
            "    secondary PW is up\n"
            "  = fix: give the secondary PW the control word\n"
            "    on UPE1:\n"
            "      interface GigabitEthernet0/1/0.1\n"
            "       mpls l2vc 4.4.4.4 100 control-word secondary\n"
            "\n"
            "warning[ET008] bfd-not-bound: no BFD session is tracked\n"
            " --> lab/SPE1.cfg:2:1  SPE1\n"
            "2 | e-trunk 1\n"
            "  | ^^^^^^^^^\n"
            "\n"
            "unknown: 3 verdicts that the input does not decide\n"
            "  needs the configuration of 4.4.4.4: PW001, PW005 (2 verdicts)\n"
            "  needs the configuration of 3.3.3.3: PW001 (1 verdict)\n"
            "\n"
            "1 error, 1 warning, 3 unknown, 1 suppressed\n"
            "2 devices, 0 services; understood 87.5 % of 8 lines\n"
            "1 suppression is not needed\n"
            "not recognised: 1 line\n"
            "  lab/SPE1.cfg:3:2: frobnicate simple ******\n");
}

TEST(Text, ACleanRunSaysSo) {
  Example example;
  example.device("A", "a.cfg", "sysname A\n");
  example.snapshot().coverage = {.lines = 1, .modelled = 1};
  session::CheckResult result = example.result();
  result.services = 2;
  EXPECT_EQ(render_text(result, plain_options()),
            "no findings\n1 device, 2 services; understood 100.0 % of 1 line\n");
  result.cancelled = true;
  EXPECT_NE(render_text(result, plain_options()).find("stopped before the end"), std::string::npos);
}

TEST(Text, ABaselineCountsOnlyWhatIsNew) {
  const std::string text = render_text(pw_group_since_baseline().result(), plain_options());
  EXPECT_NE(text.find("\n1 error, 1 warning, 3 unknown, 1 suppressed, 1 known, 1 fixed\n"),
            std::string::npos);
  EXPECT_EQ(text.find("E-Trunk 2"), std::string::npos);
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "e-trunk 1\n");
  example.finding(kEt008, "m", {{a, example.at(a, 1, "e-trunk"), ""}});
  example.know_last();
  EXPECT_EQ(render_text(example.result(), plain_options()),
            "no new findings, 1 known, 1 fixed\n1 device, 0 services; no lines\n");
}

TEST(Text, EverythingButOneLineIsNotEverything) {
  Example example;
  example.snapshot().coverage = {.lines = 100000, .modelled = 99999, .unrecognised = 1};
  EXPECT_NE(render_text(example.result(), plain_options()).find("understood 99.9 % of 100000 lines"),
            std::string::npos);
}

TEST(Text, ABlockHeaderStandsForADefault) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\ninterface Eth-Trunk1\n");
  example.finding(kEt008, "m", {{a, example.at(a, 2, "interface Eth-Trunk1"), "mode manual (default)"}});
  const std::string text = render_text(example.result(), plain_options());
  EXPECT_EQ(text.substr(0, text.find("\n\n") + 1),
            "warning[ET008] bfd-not-bound: m\n"
            " --> a.cfg:2:1  A\n"
            "2 | interface Eth-Trunk1\n"
            "  | ^^^^^^^^^^^^^^^^^^^^ mode manual (default)\n");
}

TEST(Text, EvidenceWithoutALineNamesTheDevice) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\n");
  example.finding(kEt008, "m", {{a, {}, "no e-trunk"}, {{}, {}, "nothing at all"}});
  const std::string text = render_text(example.result(), plain_options());
  EXPECT_EQ(text.substr(0, text.find("\n\n") + 1),
            "warning[ET008] bfd-not-bound: m\n"
            " --> a.cfg:1  A\n"
            "1 | sysname A\n"
            "  | ^^^^^^^^^ no e-trunk\n"
            " --> (no file)\n"
            "  | nothing at all\n");
}

TEST(Text, NothingFromTheInputReachesTheTerminalRaw) {
  Example example;
  const DeviceId a = example.device("A\x1B[2J", "a\n.cfg",
                                    "description \x1B]0;x\x07 \xFF\xFE \xE2\x80\xAE"
                                    "abc\tend\n");
  example.finding(kEt008, "bad \x1B[31m name\nnext", {{a, example.at(a, 1, "end"), "n\x07"}});
  const std::string text = render_text(example.result(), plain_options());
  EXPECT_EQ(text.substr(0, text.find("\n\n") + 1),
            "warning[ET008] bfd-not-bound: bad \\x1B[31m name next\n"
            " --> a .cfg:1:30  A\\x1B[2J\n"
            "1 | description \\x1B]0;x\\x07 \\xFF\\xFE \\u{202E}abc   end\n"
            "  |                                                 ^^^ n\\x07\n");
}

TEST(Text, NoLineIsWiderThanTheTerminal) {
  for (const std::size_t width : {60u, 80u, 100u, 132u}) {
    Options options = plain_options();
    options.width = width;
    Example example = pw_group();
    const DeviceId a = example.device(
        "LONG", "l.cfg", "description " + std::string(300, 'x') + " value " + std::string(5000, 'y') + "\n");
    example.finding(kEt008, "m",
                    {{a, example.at(a, 1, "value"), "a note that is too long to stand beside it"}});
    std::istringstream lines(render_text(example.result(), options));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
  }
}

TEST(Text, ColourChangesNoCharacter) {
  Options options = plain_options();
  const std::string plain = render_text(pw_group().result(), options);
  options.color = true;
  std::string coloured = render_text(pw_group().result(), options);
  EXPECT_NE(coloured, plain);
  for (std::size_t at = coloured.find('\x1B'); at != std::string::npos; at = coloured.find('\x1B')) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  EXPECT_EQ(coloured, plain);
}

TEST(Text, UndecidedVerdictsBeyondADozenGroupsAreCounted) {
  Example example;
  for (int i = 0; i < 20; ++i)
    example.unknown(kPw001, {}, {"the configuration of 10.0.0." + std::to_string(i)});
  const std::string text = render_text(example.result(), plain_options());
  EXPECT_NE(text.find("\n  and 8 verdicts more\n"), std::string::npos) << text;
}

TEST(Concise, OneLineAFinding) {
  EXPECT_EQ(render_concise(pw_group().result(), plain_options()),
            "lab/UPE1.cfg:5:12: error PW005: the secondary PW to 4.4.4.4 has no control word although the "
            "primary PW to 3.3.3.3 has one [UPE1]\n"
            "lab/SPE1.cfg:2:1: warning ET008: no BFD session is tracked [SPE1]\n");
}

TEST(Problems, OneLineEach) {
  const std::vector<session::InputProblem> problems = {
      {session::InputProblem::Kind::Error, "holdfast.yaml", 3, 9, "no such rule: PW999"},
      {session::InputProblem::Kind::Note, "x.txt", 0, 0, "skipped:\x01 binary"},
      {session::InputProblem::Kind::Error, "", 0, 0, "no input"}};
  EXPECT_EQ(render_problems(problems, plain_options()),
            "error: holdfast.yaml:3:9: no such rule: PW999\n"
            "note: x.txt: skipped:\\x01 binary\n"
            "error: no input\n");
}

}  // namespace
}  // namespace holdfast::report
