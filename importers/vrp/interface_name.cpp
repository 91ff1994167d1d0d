#include "importers/vrp/interface_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace holdfast::vrp {
namespace {

struct TypeName {
  std::string_view canonical;
  std::string_view alias;  // besides any prefix that tells it from the others; may be empty
  InterfaceKind kind;
};

// In the order in which a short prefix is resolved: `e` alone is no interface, `eth` is Ethernet.
constexpr auto kTypes = std::to_array<TypeName>({
    {"GigabitEthernet", "ge", InterfaceKind::Ethernet},
    {"Eth-Trunk", "", InterfaceKind::EthTrunk},
    {"LoopBack", "", InterfaceKind::Loopback},
    {"Vlanif", "", InterfaceKind::Vlanif},
    {"Tunnel", "", InterfaceKind::Tunnel},
    {"Virtual-Ethernet", "ve", InterfaceKind::VirtualEthernet},
    {"Global-VE", "", InterfaceKind::GlobalVe},
    {"PW-VE", "", InterfaceKind::PwVe},
    {"Ethernet", "", InterfaceKind::Ethernet},
    {"XGigabitEthernet", "xge", InterfaceKind::Ethernet},
    {"10GE", "", InterfaceKind::Ethernet},
    {"25GE", "", InterfaceKind::Ethernet},
    {"40GE", "", InterfaceKind::Ethernet},
    {"50GE", "", InterfaceKind::Ethernet},
    {"50|100GE", "", InterfaceKind::Ethernet},
    {"100GE", "", InterfaceKind::Ethernet},
    {"200GE", "", InterfaceKind::Ethernet},
    {"400GE", "", InterfaceKind::Ethernet},
    {"FlexE", "", InterfaceKind::Ethernet},
    {"Vbdif", "", InterfaceKind::Vbdif},
    {"Pos", "", InterfaceKind::Pos},
    {"Pos-Trunk", "", InterfaceKind::Pos},
    {"Serial", "", InterfaceKind::Serial},
    {"Trunk-Serial", "", InterfaceKind::Serial},
    {"Atm", "", InterfaceKind::Atm},
    {"Atm-Bundle", "", InterfaceKind::Atm},
    {"Atm-Trunk", "", InterfaceKind::Atm},
    {"Ima-group", "", InterfaceKind::Atm},
    {"Global-Ima-Group", "", InterfaceKind::Atm},
    {"Cpos", "", InterfaceKind::Cpos},
    {"Cpos-Trunk", "", InterfaceKind::Cpos},
    {"Global-Cpos", "", InterfaceKind::Cpos},
    {"E1", "", InterfaceKind::E1},
    {"T1", "", InterfaceKind::E1},
    {"Ip-Trunk", "", InterfaceKind::IpTrunk},
    {"Mp-group", "", InterfaceKind::MpGroup},
    {"Global-Mp-Group", "", InterfaceKind::MpGroup},
    {"Virtual-Template", "vt", InterfaceKind::VirtualTemplate},
    {"NULL", "", InterfaceKind::Null},
    {"Nve", "", InterfaceKind::Other},
    {"Dialer", "", InterfaceKind::Other},
    {"Remote-Ap", "", InterfaceKind::Other},
    {"Logic-Channel", "", InterfaceKind::Other},
    {"VC4", "", InterfaceKind::Other},
    {"Vlan-Trunk", "", InterfaceKind::Other},
    {"Sip", "", InterfaceKind::Other},
});

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool equal_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

const TypeName* find_type(std::string_view text) {
  for (const TypeName& type : kTypes) {
    if (equal_letters(type.canonical, text) || (!type.alias.empty() && equal_letters(type.alias, text))) {
      return &type;
    }
  }
  if (text.size() < 2 || std::isdigit(static_cast<unsigned char>(text.front())) != 0) return nullptr;
  for (const TypeName& type : kTypes) {
    if (type.canonical.size() > text.size() && equal_letters(type.canonical.substr(0, text.size()), text)) {
      return &type;
    }
  }
  return nullptr;
}

// Where the number starts: behind the last letter; speeds such as 10GE begin with digits themselves.
std::size_t number_start(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && std::isalpha(static_cast<unsigned char>(text[start - 1])) == 0) --start;
  return start;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0 &&
         std::ranges::all_of(text, [](char c) {
           return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == ':';
         });
}

// Numbers in names that end in a digit themselves (E1 0/1/0, VC4 …) are given apart or with a slash.
struct Split {
  const TypeName* type = nullptr;
  std::string_view number;
};

Split split(std::string_view text) {
  const std::size_t blank = text.find_first_of(" \t");
  if (blank != std::string_view::npos) {
    std::string_view number = text.substr(blank);
    number.remove_prefix(std::min(number.find_first_not_of(" \t"), number.size()));
    const TypeName* type = find_type(text.substr(0, blank));
    if (type != nullptr && is_number(number)) return {type, number};
    return {};
  }
  const std::size_t start = number_start(text);
  std::string_view name = text.substr(0, start);
  while (name.ends_with('-')) name.remove_suffix(1);
  const TypeName* type = name.empty() ? nullptr : find_type(name);
  return type != nullptr && is_number(text.substr(start)) ? Split{type, text.substr(start)} : Split{};
}

}  // namespace

std::optional<InterfaceName> parse_interface_name(std::string_view text) {
  const auto [type, number] = split(text);
  if (type == nullptr) return std::nullopt;
  InterfaceName name;
  name.kind = type->kind;
  name.canonical.reserve(type->canonical.size() + number.size());
  name.canonical.append(type->canonical).append(number);
  const std::size_t dot = number.find('.');
  if (dot != std::string_view::npos) {
    name.parent = name.canonical.substr(0, type->canonical.size() + dot);
  }
  const std::string_view main_number = number.substr(0, dot);
  const std::size_t slash = main_number.rfind('/');
  if (slash != std::string_view::npos) {
    if (type->kind != InterfaceKind::GlobalVe) name.slot = main_number.substr(0, slash);
  } else {
    std::from_chars(main_number.data(), main_number.data() + main_number.size(), name.number);
  }
  return name;
}

std::string canonical_interface(std::string_view text) {
  auto name = parse_interface_name(text);
  return name ? std::move(name->canonical) : std::string(text);
}

}  // namespace holdfast::vrp
