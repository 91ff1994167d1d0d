#include "importers/vrp/profile.h"

#include <algorithm>
#include <array>

namespace holdfast::vrp {
namespace {

constexpr auto kV800R012 = std::to_array<Limit>({
    {"e-trunk-id", "E-Trunk id", 1, 128, "Eth-Trunk Interface: e-trunk"},
    {"bfd-local-discriminator", "local BFD discriminator", 1, 16384, "BFD: discriminator"},
    {"bfd-remote-discriminator", "remote BFD discriminator", 1, 4294967295, "BFD: discriminator"},
    {"bfd-session-name", "BFD session name length", 1, 64, "BFD: bfd bind peer-ip"},
});

constexpr auto kV800R008 = std::to_array<Limit>({
    {"e-trunk-id", "E-Trunk id", 1, 16, "Configuring PW Status Negotiation"},
    {"bfd-local-discriminator", "local BFD discriminator", 1, 8191, "Configuring PW Status Negotiation"},
    {"bfd-remote-discriminator", "remote BFD discriminator", 1, 8191, "Configuring PW Status Negotiation"},
    {"bfd-session-name", "BFD session name length", 1, 15, "Configuring PW Status Negotiation"},
});

constexpr auto kProfiles = std::to_array<Profile>({
    {"ne40e-v800r012", "NE40E V800R012", kV800R012, true},
    {"ne40e-v800r008", "NE40E before V800R012", kV800R008, false},
});

}  // namespace

const Limit* Profile::find(std::string_view limit) const {
  const auto at = std::ranges::find(limits, limit, &Limit::name);
  return at == limits.end() ? nullptr : &*at;
}

std::span<const Profile> profiles() {
  return kProfiles;
}

const Profile& default_profile() {
  return kProfiles.front();
}

const Profile* find_profile(std::string_view name) {
  const auto at = std::ranges::find(kProfiles, name, &Profile::name);
  return at == kProfiles.end() ? nullptr : &*at;
}

}  // namespace holdfast::vrp
