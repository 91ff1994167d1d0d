#include "app/session/free_places.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <set>
#include <string_view>

namespace holdfast::session {
namespace {

// GigabitEthernet0/1/0: "GigabitEthernet" and 0, 1, 0.
struct PortPlace {
  std::string type;
  std::vector<std::uint32_t> numbers;
};

std::optional<PortPlace> place_of(std::string_view name) {
  PortPlace place;
  const std::size_t slash = name.find('/');
  if (slash == name.npos) return std::nullopt;
  std::size_t at = slash;
  while (at > 0 && std::isdigit(static_cast<unsigned char>(name[at - 1])) != 0) --at;
  place.type = name.substr(0, at);
  while (at < name.size()) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(name.data() + at, name.data() + name.size(), number);
    if (failed != std::errc()) return std::nullopt;
    place.numbers.push_back(number);
    at = static_cast<std::size_t>(end - name.data());
    if (at < name.size() && name[at++] != '/') return std::nullopt;  // a sub-interface
  }
  return place;
}

std::string name_of(const PortPlace& place) {
  std::string name = place.type;
  for (std::size_t i = 0; i < place.numbers.size(); ++i) {
    if (i > 0) name += '/';
    name += std::to_string(place.numbers[i]);
  }
  return name;
}

// The last position in which they differ; of a single one its last.
std::size_t counting_position(const std::vector<PortPlace>& ports) {
  const std::size_t size = ports.front().numbers.size();
  for (std::size_t i = size; i-- > 0;) {
    const auto same = [&](const PortPlace& it) { return it.numbers[i] == ports.front().numbers[i]; };
    if (!std::ranges::all_of(ports, same)) return i;
  }
  return size - 1;
}

std::uint32_t size_of(std::uint8_t length) {
  return length == 0 ? 0 : std::uint32_t{1} << (32 - length);
}

}  // namespace

std::string free_port(const Device& device, const std::string& like) {
  const std::optional<PortPlace> model = place_of(like);
  if (!model) return {};
  std::vector<PortPlace> ports;  // of one type
  std::vector<PortPlace> all;
  for (const Interface& it : device.interfaces) {
    const std::optional<PortPlace> place = place_of(it.name);
    if (!place || place->numbers.size() != model->numbers.size()) continue;
    all.push_back(*place);
    if (place->type == model->type) ports.push_back(*place);
  }
  if (ports.empty()) return {};
  const std::size_t position = counting_position(ports);
  struct Board {
    std::size_t ports = 0;
    std::uint32_t next = 0;
  };
  std::map<std::vector<std::uint32_t>, Board> boards;
  const auto board_of = [&](const PortPlace& place) {
    return std::vector<std::uint32_t>(place.numbers.begin(),
                                      place.numbers.begin() + static_cast<std::ptrdiff_t>(position));
  };
  for (const PortPlace& place : ports) ++boards[board_of(place)].ports;
  for (const PortPlace& place : all) {
    const auto board = boards.find(board_of(place));
    if (board != boards.end()) board->second.next = std::max(board->second.next, place.numbers[position] + 1);
  }
  const auto least =
      std::ranges::min_element(boards, {}, [](const auto& entry) { return entry.second.ports; });
  PortPlace result = *model;
  std::ranges::copy(least->first, result.numbers.begin());
  result.numbers[position] = least->second.next;
  return name_of(result);
}

FreeSubnets::FreeSubnets(const Network& network) {
  for (const Device& device : network.devices) {
    for (const Interface& it : device.interfaces) {
      for (const auto& address : it.addresses) {
        if (address->prefix.address.is_v6) continue;
        const std::uint32_t first = address->prefix.network().address.v4.bits;
        subnets_.push_back({first, first + (size_of(address->prefix.length) - 1)});
      }
    }
  }
  std::set<std::uint32_t> named;
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    const std::string_view text = network.sources.text(FileId{static_cast<std::uint32_t>(i)});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = text.find_first_of("0123456789", at);
      if (begin == text.npos) break;
      at = std::min(text.find_first_not_of("0123456789.", begin), text.size());
      const auto address = parse_ipv4(text.substr(begin, at - begin));
      if (address) named.insert(address->bits);
    }
  }
  named_.assign(named.begin(), named.end());
}

bool FreeSubnets::is_free(std::uint32_t first, std::uint32_t last) const {
  const auto at = std::ranges::lower_bound(named_, first);
  if (at != named_.end() && *at <= last) return false;
  return std::ranges::none_of(subnets_,
                              [&](const Range& it) { return it.first <= last && first <= it.last; });
}

std::optional<IpPrefix> FreeSubnets::behind(const IpPrefix& near) const {
  constexpr int kTries = 65536;
  const std::uint32_t size = size_of(near.length);
  std::uint32_t first = near.network().address.v4.bits;
  for (int i = 0; i < kTries; ++i) {
    first += size;
    if (first < size) return std::nullopt;  // the end of all addresses
    if (is_free(first, first + (size - 1))) return IpPrefix{ip(Ipv4{first}), near.length};
  }
  return std::nullopt;
}

}  // namespace holdfast::session
