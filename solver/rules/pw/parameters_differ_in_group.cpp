// PW006: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;

enum class Place : std::uint8_t { Line, Mtu, FlowLabel };

// One parameter of two PWs, as text, and how a PW's line says it.
struct Parameter {
  std::string what;
  Fact<std::string> first;
  Fact<std::string> other;
  Place place = Place::Line;
  std::vector<std::string_view> words;  // of a line, that say it without a value
  std::string_view valued;              // the word before its value
  std::string added;                    // what makes a line say the first PW's value

  bool differs() const { return first.value != other.value; }
};

template <class T, class ToText>
Fact<std::string> as_text(const Fact<T>& fact, ToText to_text) {
  return {std::string(to_text(*fact)), fact.where, fact.origin};
}

template <class T, class ToText>
Fact<std::string> as_text(const MaybeFact<T>& maybe, const T& absent, Span where, ToText to_text) {
  return as_text(maybe ? *maybe : by_default(absent, where), to_text);
}

std::string number_text(std::uint32_t value) {
  return std::to_string(value);
}
std::string switch_text(bool value) {
  return value ? "on" : "off";
}

// Builds the list for two PWs of one AC.
class Comparison {
 public:
  Comparison(const Pw& first, const Pw& other) : first_(&first), other_(&other) {
    compare_common();
    if (first.tdm || other.tdm) compare_tdm();
    if (first.atm || other.atm) compare_atm();
  }

  std::vector<Parameter> take() { return std::move(list_); }

 private:
  void compare_common() {
    const auto type_word = [](VcType type) { return to_string(type); };
    list_.push_back({"encapsulation",
                     as_text(first_->vc_type, type_word),
                     as_text(other_->vc_type, type_word),
                     Place::Line,
                     {"raw", "tagged", "ip-interworking", "ip-layer2"},
                     "",
                     type_option(*first_->vc_type)});
    list_.push_back({"MTU",
                     as_text(first_->mtu, number_text),
                     as_text(other_->mtu, number_text),
                     Place::Mtu,
                     {},
                     "",
                     std::to_string(*first_->mtu)});
    list_.push_back({"access-port",
                     as_text(first_->access_port, switch_text),
                     as_text(other_->access_port, switch_text),
                     Place::Line,
                     {"access-port"},
                     "",
                     *first_->access_port ? "access-port" : ""});
    // There is no command for the flow label of a bypass.
    if (*other_->role != PwRole::Secondary || *first_->role != PwRole::Primary) return;
    const auto label_word = [](FlowLabel label) { return to_string(label); };
    list_.push_back({"flow label",
                     as_text(first_->flow_label, label_word),
                     as_text(other_->flow_label, label_word),
                     Place::FlowLabel,
                     {},
                     "",
                     std::string(to_string(*first_->flow_label))});
  }

  static std::string type_option(VcType type) {
    switch (type) {
      case VcType::Raw:
        return "raw";
      case VcType::Tagged:
        return "tagged";
      case VcType::IpInterworking:
        return "ip-interworking";
      case VcType::IpLayer2:
        return "ip-layer2";
      default:
        return "";
    }
  }

  template <class Options>
  void number(const Box<Options> Pw::*part, MaybeFact<std::uint32_t> Options::*field, std::string what,
              std::string_view word, std::uint32_t absent) {
    const auto of = [&](const Pw& pw) {
      const Box<Options>& options = pw.*part;
      return as_text(options ? (*options).*field : MaybeFact<std::uint32_t>{}, absent, pw.where, number_text);
    };
    Parameter made{std::move(what), of(*first_), of(*other_), Place::Line, {}, word, {}};
    made.added = fmt::format("{} {}", word, made.first.value);
    list_.push_back(std::move(made));
  }

  template <class Options>
  void flag(const Box<Options> Pw::*part, MaybeFact<bool> Options::*field, std::string_view word) {
    const auto of = [&](const Pw& pw) {
      const Box<Options>& options = pw.*part;
      return as_text(options ? (*options).*field : MaybeFact<bool>{}, false, pw.where, switch_text);
    };
    Parameter made{std::string(word), of(*first_), of(*other_), Place::Line, {word}, "", {}};
    if (made.first.value == switch_text(true)) made.added = word;
    list_.push_back(std::move(made));
  }

  // The default depth of a CEP jitter buffer is counted in another unit; CEP depths start at 125.
  std::uint32_t default_jitter() const {
    constexpr std::uint32_t kLeastCep = 125;
    constexpr std::uint32_t kCepDefault = 1000;
    constexpr std::uint32_t kDefault = 4;
    for (const Pw* pw : {first_, other_}) {
      if (pw->tdm && pw->tdm->jitter_buffer && **pw->tdm->jitter_buffer >= kLeastCep) return kCepDefault;
    }
    return kDefault;
  }

  void compare_tdm() {
    constexpr std::uint32_t kFrames = 8;
    const std::uint32_t jitter = default_jitter();
    number(&Pw::tdm, &TdmOptions::jitter_buffer, "jitter buffer",
           jitter < 100 ? "jitter-buffer" : "jitter-buffer-cep", jitter);
    number(&Pw::tdm, &TdmOptions::encapsulation_number, "TDM frames per packet", "tdm-encapsulation-number",
           kFrames);
    flag(&Pw::tdm, &TdmOptions::sequence_number, "tdm-sequence-number");
    flag(&Pw::tdm, &TdmOptions::rtp_header, "rtp-header");
  }

  void compare_atm() {
    constexpr std::uint32_t kCells = 28;
    constexpr std::uint32_t kOvertime = 1000;
    number(&Pw::atm, &AtmOptions::max_cells, "ATM cells per packet", "max-atm-cells", kCells);
    number(&Pw::atm, &AtmOptions::pack_overtime, "ATM packing time", "atm-pack-overtime", kOvertime);
    flag(&Pw::atm, &AtmOptions::sequence_number, "seq-number");
  }

  const Pw* first_;
  const Pw* other_;
  std::vector<Parameter> list_;
};

// The line without a word and its value.
std::string without_valued(const std::string& line, std::string_view word) {
  const std::string mark = fmt::format(" {} ", word);
  const std::size_t at = line.find(mark);
  if (word.empty() || at == std::string::npos) return line;
  const std::size_t end = line.find(' ', at + mark.size());
  return line.substr(0, at) + (end == std::string::npos ? std::string() : line.substr(end));
}

// What a template says can be overruled in the PW's line, but not taken back there.
bool line_can_say(const Parameter& parameter, const PwEnd& other) {
  return !parameter.added.empty() || !parameter.other.configured() ||
         stands_in(parameter.other.where, other.where);
}

Fix make_equal(const Pairing& net, const PwEnd& first, const PwEnd& other,
               const std::vector<Parameter>& differing) {
  Fix fix;
  fix.summary = fmt::format("give the {} PW the parameters of the {} PW, here and at its far end",
                            role_word(other), role_word(first));
  std::string line = line_text(net, other.where);
  bool remade = false;
  std::vector<std::string> beside;  // lines of the AC's view besides those of PWs
  std::vector<std::string> in_template;
  for (const Parameter& parameter : differing) {
    if (parameter.place == Place::Mtu) {
      (other.pw->pw_template ? in_template : beside).push_back("mtu " + parameter.added);
    } else if (parameter.place == Place::FlowLabel) {
      beside.push_back(*first.pw->flow_label == FlowLabel::None
                           ? "undo mpls l2vpn flow-label secondary"
                           : fmt::format("mpls l2vpn flow-label {} secondary", parameter.added));
    } else if (line_can_say(parameter, other)) {
      line = with_words(without_valued(line, parameter.valued), parameter.words, parameter.added);
      remade = true;
    } else {
      return fix;
    }
  }
  if (!in_template.empty()) {
    fix.commands.push_back(in_view(other.device, {"pw-template " + **other.pw->pw_template}, in_template));
  }
  std::vector<std::string> lines;
  if (remade) lines = remade_pw(net, other, line);
  lines.insert(lines.end(), beside.begin(), beside.end());
  if (!lines.empty()) fix.commands.push_back(in_interface(net, other.ac_port(), lines));
  return fix;
}

std::string list_of(const std::vector<Parameter>& parameters) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} ({} and {})", parameter.what, parameter.first.value, parameter.other.value);
  }
  return text;
}

void compare(const Pairing& net, const PwEnd& first, const PwEnd& other, Judgement& out) {
  std::vector<Parameter> all = Comparison(*first.pw, *other.pw).take();
  std::vector<Parameter> differing;
  std::ranges::copy_if(all, std::back_inserter(differing), &Parameter::differs);
  const Block block = block_of_end(net, other);
  Claim claim = out.claim();
  std::vector<smt::ExprId> equal;
  // What differs speaks alone; where nothing does, lines that were not understood may still make a
  // difference.
  for (const Parameter& parameter : differing.empty() ? all : differing) {
    const auto theirs = claim.fact(other.device, setting_of(other, parameter.what),
                                   at_line_of(other, parameter.other), block);
    const auto ours = claim.fact(first.device, setting_of(first, parameter.what),
                                 at_line_of(first, parameter.first), block);
    equal.push_back(claim.exprs().eq(theirs, ours));
  }
  claim.require(claim.exprs().all_of(equal));
  for (const Parameter& parameter : differing) {
    claim.show(other.device, at_line_of(other, parameter.other).where,
               fmt::format("{}: {}", setting_of(other, parameter.what), parameter.other.value));
    claim.show(first.device, at_line_of(first, parameter.first).where,
               fmt::format("{}: {}", setting_of(first, parameter.what), parameter.first.value));
  }
  const auto in_line = [&](Fact<std::string> Parameter::*side, const PwEnd& end) {
    return std::ranges::any_of(differing, [&](const Parameter& parameter) {
      return stands_in(at_line_of(end, parameter.*side).where, end.where);
    });
  };
  if (!in_line(&Parameter::other, other)) claim.show(other.device, other.where, {});
  if (!in_line(&Parameter::first, first)) claim.show(first.device, first.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, other.ac_port());
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether the {} and {} PWs of {} have the same parameters",
                          role_word(first), role_word(other), port_phrase(net, other.ac_port()))
            : fmt::format("the {} and {} PWs of {} differ in their {}", role_word(first), role_word(other),
                          port_phrase(net, other.ac_port()), list_of(differing));
    finding.consequence = fmt::format(
        "When the {} PW fails, the {} PW may be unable to take the traffic over: its far end expects other "
        "frames or keeps the PW down.",
        role_word(first), role_word(other));
    if (finding.verdict == Verdict::Violated) finding.fix = make_equal(net, first, other, differing);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) {
    const PwEnd* first = nullptr;
    for (const PwEndId id : {group.primary, group.secondary, group.bypass, group.ac_bypass}) {
      if (!id.valid()) continue;
      if (first != nullptr) {
        compare(net, *first, net[id], out);
      } else {
        first = &net[id];
      }
    }
  }
}

}  // namespace

extern const Rule parameters_differ_in_group;
const Rule parameters_differ_in_group{
    .code = "PW006",
    .name = "parameters-differ-in-group",
    .severity = Severity::Error,
    .title = "Primary, secondary and bypass PW of one AC have the same parameters.",
    .what =
        "Encapsulation, MTU, access-port, flow label (not of bypasses, which have no such command), the TDM "
        "options "
        "(jitter buffer, frames per packet, sequence number, RTP header) and the ATM options (cells per "
        "packet, "
        "packing time, sequence number) of the PWs of an AC are compared with those of its primary PW, from "
        "the "
        "lines, the PW templates and the documented defaults. The control word is PW005's.",
    .why = "With other parameters the secondary or bypass PW can fail to take over when the primary fails.",
    .fix =
        "Remove the PW that differs and make it anew with the parameters of the primary, at both its ends.",
    .limits = "Undecided while a line of the AC's view was not understood. Tunnel policies may differ.",
    .source = "Configuring a Secondary VPWS Connection, step 5; command reference: mpls l2vc (precautions).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100 raw
- mpls l2vc 3.3.3.3 200 secondary
+ mpls l2vc 3.3.3.3 200 raw secondary
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
