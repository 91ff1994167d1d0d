// SYN007: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules::syn {
namespace {

void report(DeviceId id, const SectionNote& note, Judgement& out) {
  switch (note.kind) {
    case SectionNote::Kind::NoReturn:
    case SectionNote::Kind::CutLine: {
      Finding& finding =
          out.report(id, note.where, "the last line", "the configuration does not end in `return`");
      finding.consequence = "Lines may be missing at its end; what they say is taken for absent.";
      finding.fix.summary = "read the configuration from the device again";
      return;
    }
    case SectionNote::Kind::SeveralDevices: {
      Finding& finding = out.report(id, note.where, "a device starts here",
                                    "the file holds the configurations of several devices");
      finding.consequence =
          "They are told apart at their `sysname`; lines between two of them may go to the wrong one.";
      finding.fix.summary = "keep one file for each device";
      return;
    }
    case SectionNote::Kind::NoSysname: {
      Finding& finding = out.report(id, note.where, "the first line", "the configuration names no device");
      finding.consequence =
          "The device is called by the name of its file, and others cannot be told to mean it.";
      finding.fix.summary = "set a name with `sysname`";
      return;
    }
  }
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    for (const SectionNote& note : net[id].reading.notes) report(id, note, out);
  }
}

}  // namespace

extern const Rule truncated_file;
const Rule truncated_file{
    .code = "SYN007",
    .name = "truncated-file",
    .severity = Severity::Warning,
    .title = "A file holds one configuration, from `sysname` to `return`.",
    .what = "The last command of a configuration is `return`; a file has one `sysname`.",
    .why =
        "A backup that broke off looks like a device on which the rest was never configured, and every rule "
        "would "
        "speak of lines that are there in truth.",
    .fix = "Read the configuration from the device again, one file for each device.",
    .limits =
        "A capture that is kept with several devices in one file on purpose is reported all the same: they "
        "are "
        "read, but what stands between two of them may belong to either.",
    .source = "Form of `display current-configuration`.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
+#
+return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
