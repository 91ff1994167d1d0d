#include "importers/vrp/commands/routing_words.h"

namespace holdfast::vrp {

Authentication read_authentication(const Context& context, const Match& match) {
  Authentication read;
  for (const std::string_view mode : {"simple", "md5", "hmac-md5", "hmac-sha256", "null"}) {
    if (const Capture* word = match.find_word(mode)) {
      read.mode = context.fact(std::string(mode), match, *word);
    }
  }
  if (const Capture* keychain = match.find("keychain")) {
    read.mode = context.fact("keychain " + std::string(match.text(*keychain)), match, *keychain);
  }
  read.key_id = context.number(match, "key-id");
  read.key = context.secret(match, "key", !match.has("plain"));
  return read;
}

std::string imported_protocol(const Match& match, std::size_t word) {
  std::string protocol(match.text(match.captures()[word]));
  if (const auto process = match.text("process")) protocol += ' ' + std::string(*process);
  return protocol;
}

IsisLevel named_level(const Match& match) {
  if (match.has("level-1")) return IsisLevel::Level1;
  return match.has("level-2") ? IsisLevel::Level2 : IsisLevel::Level12;
}

MaybeFact<std::uint32_t> area_number(const Context& context, const Match& match) {
  if (const auto dotted = context.ipv4(match, "dotted")) return configured((*dotted)->bits, dotted->where);
  return context.number(match, "area");
}

}  // namespace holdfast::vrp
