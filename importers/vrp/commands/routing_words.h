#pragma once

// What lines of the routing protocols have in common.

#include <cstdint>
#include <string>

#include "importers/vrp/context.h"
#include "model/routing.h"

namespace holdfast::vrp {

// An authentication as lines of `simple`, `md5`, `hmac-…`, `keychain NAME` or `null` state it: parameters
// `key-id`, `key`, `keychain`.
struct Authentication {
  MaybeFact<std::string> mode;
  MaybeFact<std::uint32_t> key_id;
  MaybeFact<Secret> key;
};
Authentication read_authentication(const Context& context, const Match& match);

// The protocol that `import-route` names, as its second word, with the parameter `process` if there is one:
// "ospf 1".
std::string imported_protocol(const Match& match, std::size_t word);

// level-1, level-2 or level-1-2; both levels where none is named.
IsisLevel named_level(const Match& match);

// An area as a number or as an address.
MaybeFact<std::uint32_t> area_number(const Context& context, const Match& match);

}  // namespace holdfast::vrp
