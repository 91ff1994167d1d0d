#include "importers/vrp/grammar/keywords.h"

#include <algorithm>
#include <utility>

namespace holdfast::vrp {
namespace {

constexpr std::size_t kFirstSlots = 256;

constexpr unsigned char lower(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte | 0x20U) : byte;
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

// FNV-1a of the lower-case word, with its high bits folded in.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ lower(c)) * 16777619U;
  return hash ^ hash >> 15U;
}

}  // namespace

KeywordTable::KeywordTable() : slots_(kFirstSlots) {}

std::size_t KeywordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kNoKeyword &&
         (slots_[at].hash != hash || !same_word(words_[slots_[at].id - 1U], word))) {
    at = (at + 1) & mask;
  }
  return at;
}

KeywordId KeywordTable::find(std::string_view word) const {
  if (word.size() > longest_) return kNoKeyword;
  return slots_[slot_of(word, hash_of(word))].id;
}

KeywordId KeywordTable::intern(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.id != kNoKeyword) return slot.id;
  if (words_.size() == kMaxWords) return kFull;
  words_.emplace_back(word);
  longest_ = std::max(longest_, word.size());
  const auto id = static_cast<KeywordId>(words_.size());
  slot = {hash, id};
  if (words_.size() * 2 > slots_.size()) grow();
  return id;
}

void KeywordTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == kNoKeyword) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != kNoKeyword) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::uint64_t KeywordTable::label(std::span<Token> tokens) const {
  std::uint64_t found = 0;
  for (Token& token : tokens) {
    token.keyword_id = find(token.text);
    if (token.keyword_id != kNoKeyword) found |= keyword_bit(token.keyword_id);
  }
  return found;
}

}  // namespace holdfast::vrp
