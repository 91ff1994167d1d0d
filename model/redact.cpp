#include "model/redact.h"

#include <algorithm>
#include <array>
#include <utility>

namespace holdfast {
namespace {

// A list of words, each between blanks.
using Words = std::string_view;

// Words that a key follows. Besides them: see introduces_key().
constexpr Words kIntroducers =
    " simple plain plaintext clear clear-text psk pass passphrase auth-code authcode key-string keystring"
    " authenticate securityname ";

// Words that end in "key" and name something public.
constexpr Words kPublicKeys = " public-key host-key hostkey redirect-key first-url-key monitor-key ";

// Words that may stand between an introducer and the key.
constexpr Words kForms =
    " cipher irreversible-cipher simple plain clear text read write ro rw md5 hmac-md5 hmac-sha hmac-sha1"
    " hmac-sha256 hmac-sha384 hmac-sha512 usual nonstandard inbound outbound ah esp password ";

// What may follow `authentication-mode` and `privacy-mode`: ways that a key follows, and ways that need none.
constexpr Words kKeyedMethods =
    " simple plain cipher md5 hmac-md5 hmac-sha hmac-sha1 hmac-sha256 hmac-sha384 hmac-sha512 hmac-sha2-256"
    " hmac-sha2-512 hmac-sm3 sm3 sha sha1 sha2-224 sha2-256 sha2-384 sha2-512 enhanced-hmac-sha256 met-md5"
    " met-sha1 usual nonstandard aes128 aes192 aes256 des56 3des 3des168 ";
constexpr Words kKeylessMethods =
    " null authentication-null aaa none local radius radius-proxy hwtacacs ldap chap ms-chap pap eap auto mac"
    " password domain keychain key-chain ";

// Words that end a hidden stretch: options that follow a key on one line.
constexpr Words kOptions =
    " mib-view acl alias privacy-mode server-group vpn-instance port weight params level role service-type "
    "source"
    " timeout authentication-type key-id notify-filter-profile ext-vb private-netmanager secondary state "
    "group"
    " privacy access-limit idle-timeout ftp-directory v1 v2c v3 address peer interval ";

// The fences that stored cipher text begins with.
constexpr std::array<std::string_view, 12> kFences = {"%^%#", "%$%$", "%@%@", "%#%#", "@%@%", "%+%#",
                                                      "$1a$", "$1c$", "$0$",  "$5$",  "$6$",  "$9$"};

struct Token {
  std::size_t begin;
  std::size_t end;
  std::string lower;  // of a token too long to be a known word: its first bytes
};

constexpr bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 64));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_in(Words words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != Words::npos; at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < line.size() && !is_blank(line[at])) ++at;
    tokens.push_back({begin, at, lower(line.substr(begin, at - begin))});
  }
  return tokens;
}

// Where the quoted text that opens at `begin` ends: after the quote that a blank or the line's end follows.
std::size_t quoted_end(std::string_view line, std::size_t begin) {
  for (std::size_t at = begin + 1; at < line.size(); ++at) {
    if (line[at] == '"' && (at + 1 == line.size() || is_blank(line[at + 1]))) return at + 1;
  }
  return line.size();
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ipv4_like(std::string_view text) {
  return std::ranges::count(text, '.') == 3 &&
         std::ranges::all_of(text, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

bool looks_ciphered(std::string_view token) {
  if (std::ranges::any_of(kFences, [&](std::string_view fence) { return token.starts_with(fence); })) {
    return true;
  }
  return token.size() >= 24 && token.ends_with("!!");  // the oldest form: 24 or 56 characters
}

bool names_method(std::string_view opener) {
  return opener.ends_with("authentication-mode") || opener == "privacy-mode";
}

// The word or its tail after a dash: "peer-public-key".
bool is_public_key(std::string_view word) {
  while (!is_in(kPublicKeys, word)) {
    const std::size_t dash = word.find('-');
    if (dash == std::string_view::npos) return false;
    word.remove_prefix(dash + 1);
  }
  return true;
}

bool is_password(std::string_view word) {
  const auto has = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
  return has("passw") && !has("template") && !has("policy") && !has("control");
}

bool introduces_key(std::string_view word) {
  return is_in(kIntroducers, word) || names_method(word) || is_password(word) || word.ends_with("cipher") ||
         word.ends_with("-hex") || word.find("secret") != std::string_view::npos ||
         (word.ends_with("key") && !is_public_key(word));
}

// One pass over the words of a line. `opener_` is the word that announced a key; empty: none is due.
class Scan {
 public:
  explicit Scan(std::string_view line) : line_(line), tokens_(tokens_of(line)) {
    if (!tokens_.empty()) {
      const std::size_t verb = tokens_.front().lower == "undo" && tokens_.size() > 1 ? 1 : 0;
      snmp_ = tokens_[verb].lower.starts_with("snmp");
      ldap_ = tokens_[verb].lower.starts_with("ldap");
    }
  }

  std::vector<SecretStretch> run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      if (looks_ciphered(text())) {  // NOLINT(bugprone-branch-clone): the order of the questions matters
        hide_word();
      } else if (state_ == State::Due) {
        due();
      } else if (const std::size_t key = assigned_key()) {
        hide(tokens_[at_].begin + key, tokens_[at_].end);
        state_ = State::After;
      } else if (opens()) {
        state_ = State::Due;
        opener_ = word();
        keyed_ = false;
      } else if (state_ == State::After && !is_in(kOptions, word())) {
        hide_word();
      } else {
        state_ = State::Shown;
        hide_login();
      }
    }
    return std::move(found_);
  }

 private:
  enum class State : unsigned char { Shown, Due, After };

  const std::string& word() const { return tokens_[at_].lower; }
  std::string_view text() const {
    return line_.substr(tokens_[at_].begin, tokens_[at_].end - tokens_[at_].begin);
  }
  std::size_t left() const { return tokens_.size() - at_ - 1; }

  bool opens() const {
    std::string_view name = word();
    while (!name.empty() && (name.back() == ':' || name.back() == '=')) name.remove_suffix(1);
    while (!name.empty() && name.front() == '"') name.remove_prefix(1);
    return introduces_key(name) || (snmp_ && name == "community") || (ldap_ && name == "authentication");
  }

  // A key is due: hide this word unless it is known to stand before the key.
  void due() {
    if (names_method(opener_) && !(keyed_ && left() == 0)) {
      if (is_in(kKeyedMethods, word())) {
        keyed_ = true;
        return;
      }
      if (is_in(kKeylessMethods, word())) {
        if (word().starts_with("key")) {  // a keychain's name follows, not a key
          ++at_;
          state_ = State::Shown;
        }
        return;
      }
    }
    if (left() > 0 && stands_before_key()) return;
    hide_word();
  }

  bool stands_before_key() {
    if (is_in(kForms, word())) return true;
    if ((word() == "key-id" || word() == "level") && left() > 1 && is_number(tokens_[at_ + 1].lower)) {
      ++at_;
      return true;
    }
    if (is_number(word()) && is_in(kForms, tokens_[at_ + 1].lower)) return left() > 1;
    if (opener_ == "md5-password") {
      if (word() == "peer-group" && left() > 1) {
        ++at_;
        return true;
      }
      return word() == "all" || is_ipv4_like(word());
    }
    return false;
  }

  // This word, and what stands in one pair of quotes with it.
  void hide_word() {
    std::size_t end = tokens_[at_].end;
    if (line_[tokens_[at_].begin] == '"') end = quoted_end(line_, tokens_[at_].begin);
    hide(tokens_[at_].begin, end);
    while (left() > 0 && tokens_[at_ + 1].begin < end) ++at_;
    state_ = State::After;
  }

  // Where the key begins in `password=…`; 0 when this is no such word.
  std::size_t assigned_key() const {
    const std::size_t sign = word().find_first_of("=:");
    if (sign == std::string::npos || tokens_[at_].begin + sign + 1 >= tokens_[at_].end) return 0;
    return introduces_key(std::string_view(word()).substr(0, sign)) ? sign + 1 : 0;
  }

  // `scheme://user:key@host`.
  void hide_login() {
    const std::size_t scheme = text().find("://");
    if (scheme == std::string_view::npos) return;
    const std::size_t host = text().rfind('@');
    if (host == std::string_view::npos || host <= scheme + 3) return;
    hide(tokens_[at_].begin + scheme + 3, tokens_[at_].begin + host);
  }

  // Neighbouring stretches become one, so that the number of words in a key stays hidden too.
  void hide(std::size_t begin, std::size_t end) {
    const bool joins =
        !found_.empty() &&
        std::ranges::all_of(line_.substr(found_.back().end, begin - found_.back().end), is_blank);
    if (joins) {
      found_.back().end = end;
    } else {
      found_.push_back({begin, end});
    }
  }

  std::string_view line_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool snmp_ = false;
  bool ldap_ = false;
  State state_ = State::Shown;
  bool keyed_ = false;  // a way of authentication that has a key was named
  std::string opener_;
  std::vector<SecretStretch> found_;
};

}  // namespace

std::vector<SecretStretch> secret_stretches(std::string_view line) {
  return Scan(line).run();
}

std::string redact(std::string_view line) {
  std::string out;
  std::size_t shown = 0;
  for (const SecretStretch& stretch : secret_stretches(line)) {
    out += line.substr(shown, stretch.begin - shown);
    out += kRedacted;
    shown = stretch.end;
  }
  out += line.substr(shown);
  return out;
}

}  // namespace holdfast
