#include "importers/vrp/grammar/parameter.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace holdfast::vrp {
namespace {

struct KindName {
  std::string_view name;
  ParameterKind kind;
};

// Types that are a word and nothing else.
constexpr std::array kPlainKinds = {
    KindName{"ip4", ParameterKind::Ip4},
    KindName{"ip6", ParameterKind::Ip6},
    KindName{"ip", ParameterKind::Ip},
    KindName{"prefix", ParameterKind::Prefix},
    KindName{"mask", ParameterKind::Mask},
    KindName{"mac", ParameterKind::Mac},
    KindName{"interface", ParameterKind::Interface},
    KindName{"rd", ParameterKind::RouteDistinguisher},
    KindName{"as", ParameterKind::AsNumber},
    KindName{"hex", ParameterKind::Hex},
    KindName{"secret", ParameterKind::Secret},
    KindName{"rest", ParameterKind::Rest},
};

// Types with something in round brackets behind the word.
constexpr std::array kSubjectKinds = {
    KindName{"ref", ParameterKind::Reference},
    KindName{"def", ParameterKind::Definition},
};

constexpr std::string_view kLimit = "limit";

class TypeParser {
 public:
  TypeParser(std::string_view inside, std::size_t colon) : inside_(inside), at_(colon + 1) {
    parameter_.name = inside.substr(0, colon);
  }

  std::variant<Parameter, ParseError> run() {
    if (!type()) return ParseError{at_, message_};
    if (at_ != inside_.size()) return ParseError{at_, "nothing may follow the type"};
    return std::move(parameter_);
  }

 private:
  std::string_view left() const { return inside_.substr(at_); }

  bool fail(const char* message) {
    message_ = message;
    return false;
  }

  bool take(char expected) {
    if (!left().starts_with(expected)) return false;
    ++at_;
    return true;
  }

  bool type() {
    if (!left().empty() && left().front() >= '0' && left().front() <= '9') return integer();
    const std::string_view word = left().substr(0, left().find('('));
    if (word == "text") {
      at_ += word.size();
      parameter_.kind = ParameterKind::Text;
      return left().empty() || lengths();
    }
    if (word == kLimit) {
      parameter_.kind = ParameterKind::Limit;
      return limit();
    }
    for (const auto& [name, kind] : kPlainKinds) {
      if (word != name) continue;
      at_ += word.size();
      parameter_.kind = kind;
      return true;
    }
    for (const auto& [name, kind] : kSubjectKinds) {
      if (word != name) continue;
      at_ += word.size();
      parameter_.kind = kind;
      return in_brackets(parameter_.subject) && (left().empty() || lengths());
    }
    return fail("unknown type");
  }

  bool integer() {
    parameter_.kind = ParameterKind::Integer;
    do {
      if (!range()) return false;
    } while (take('|'));
    return true;
  }

  bool in_brackets(std::string& name) {
    if (!take('(')) return fail("expected ( and a name");
    const std::size_t close = left().find(')');
    if (close == std::string_view::npos) return fail("missing )");
    if (close == 0) return fail("expected a name");
    name = left().substr(0, close);
    at_ += close + 1;
    return true;
  }

  bool limit() {
    at_ += kLimit.size();
    return in_brackets(parameter_.limit);
  }

  bool lengths() {
    if (!take('(')) return fail("expected ( and a range");
    if (!(left().starts_with(kLimit) ? limit() : range())) return false;
    return take(')') || fail("missing )");
  }

  // N or N-M.
  bool range() {
    const auto low = number();
    if (!low) return fail("expected a number");
    if (!take('-')) {
      parameter_.ranges.push_back({*low, *low});
      return true;
    }
    const std::size_t second = at_;
    const auto high = number();
    if (!high) return fail("expected a number");
    if (*high < *low) {
      at_ = second;
      return fail("the range ends below its start");
    }
    parameter_.ranges.push_back({*low, *high});
    return true;
  }

  std::optional<std::uint64_t> number() {
    std::uint64_t value = 0;
    const std::string_view text = left();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    at_ += static_cast<std::size_t>(end - text.data());
    return value;
  }

  std::string_view inside_;
  std::size_t at_;
  Parameter parameter_;
  const char* message_ = "";
};

void print(std::string& out, const Range& range) {
  out += std::to_string(range.low);
  if (range.high != range.low) out += '-' + std::to_string(range.high);
}

std::string type_of(const Parameter& parameter) {
  std::string out;
  std::string limit = parameter.limit.empty() ? "" : std::string(kLimit) + '(' + parameter.limit + ')';
  if (parameter.kind == ParameterKind::Limit) return limit;
  if (parameter.kind == ParameterKind::Integer) {
    for (const Range& range : parameter.ranges) {
      if (!out.empty()) out += '|';
      print(out, range);
    }
    return out;
  }
  if (parameter.kind == ParameterKind::Text) out = "text";
  for (const auto& [name, kind] : kPlainKinds) {
    if (kind == parameter.kind) out = name;
  }
  for (const auto& [name, kind] : kSubjectKinds) {
    if (kind == parameter.kind) out = std::string(name) + '(' + parameter.subject + ')';
  }
  for (const Range& range : parameter.ranges) {
    out += '(';
    print(out, range);
    out += ')';
  }
  if (!limit.empty()) out += '(' + limit + ')';
  return out;
}

}  // namespace

std::variant<Parameter, ParseError> parse_parameter(std::string_view inside) {
  const std::size_t colon = inside.find(':');
  if (inside.empty() || colon == 0) return ParseError{0, "a parameter needs a name"};
  if (colon == std::string_view::npos) {
    Parameter parameter;
    parameter.name = inside;
    return parameter;
  }
  return TypeParser(inside, colon).run();
}

std::string to_string(const Parameter& parameter) {
  std::string out = '<' + parameter.name;
  if (parameter.kind != ParameterKind::Any) out += ':' + type_of(parameter);
  return out + '>';
}

}  // namespace holdfast::vrp
