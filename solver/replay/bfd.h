#pragma once

// BFD sessions: which two are one (the same under all failures), and which are up.

#include <map>
#include <string_view>
#include <vector>

#include "solver/replay/pw_transport.h"

namespace holdfast::replay {

struct BfdRef {
  DeviceId device;
  std::size_t index = 0;  // in Device::bfd_sessions
  friend constexpr auto operator<=>(const BfdRef&, const BfdRef&) = default;
};

class Bfd {
 public:
  Bfd(const Network& net, const Cabling& cabling);

  // Invalid device: none.
  BfdRef counterpart(BfdRef session) const;
  // The device with the peer address has no session that could be the other end.
  bool is_alone(BfdRef session) const;

 private:
  struct Side {
    BfdRef ref;
    const BfdSession* session = nullptr;
    DeviceId peer;                    // that has the peer address
    PortRef own_port;                 // of a multicast session
    PortRef far_port;                 // where its link leads
    std::optional<IpAddress> source;  // stated, or the outgoing interface's
    std::size_t other = kNone;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void collect(const Network& net, const Cabling& cabling);
  template <class Fits>
  void match(bool only_candidates, Fits fits);
  template <class Fits>
  std::vector<std::size_t> candidates(std::size_t of, Fits fits) const;

  std::vector<Side> sides_;
};

class BfdStates {
 public:
  BfdStates(const RoutingSetup& setup, const Bfd& bfd, const PwEnds& ends, const Interfaces& interfaces,
            const Routing& routing, const PwTransport& pws);

  // The session that something of the device tracks, by name or by its local discriminator.
  State named(DeviceId device, std::string_view name) const;
  State with_discriminator(DeviceId device, std::uint32_t local) const;

 private:
  State of(BfdRef ref) const;
  bool is_the_only_one(BfdRef ref) const;
  State addressed(BfdRef here, BfdRef there) const;
  State one_side(DeviceId device, const BfdSession& session) const;
  EndId bound_pw(BfdRef ref) const;

  RoutingSetup setup_;
  const Bfd* bfd_;
  const PwEnds* ends_;
  const Interfaces* interfaces_;
  const Routing* routing_;
  const PwTransport* pws_;
};

}  // namespace holdfast::replay
