#pragma once

// The VSIs of one service as a graph of PWs, with what split horizon lets through: never from hub PW to hub
// PW. Ways out of the snapshot lead to a place of their own, from which frames may come back anywhere.

#include <cstddef>
#include <vector>

#include "solver/pairing/pairing.h"

namespace holdfast::rules {

// One direction of a PW.
struct MeshEdge {
  std::size_t to = 0;                   // in VsiMesh::vsis, or VsiMesh::outside()
  const pairing::PwEnd* out = nullptr;  // where the frame leaves; null: it comes from outside
  const pairing::PwEnd* in = nullptr;   // where it arrives; null: unknown, taken as a spoke
};

struct VsiMesh {
  const pairing::Service* service = nullptr;  // never null
  std::vector<pairing::VsiRef> vsis;
  std::vector<std::vector<MeshEdge>> edges;  // by vsis; one more for outside()

  std::size_t outside() const { return vsis.size(); }
  bool leads_out() const { return !edges[outside()].empty(); }
};

// Of every service with two VSIs or more that are not shut down. A peer that is seen and has nothing back is
// taken for a PW to each VSI of the service there: that it is missing is another rule's business.
std::vector<VsiMesh> vsi_meshes(const pairing::Pairing& net);

// Whether frames that arrive by the one PW may leave by the other.
bool passes(const pairing::PwEnd* in, const pairing::PwEnd* out);

// For each VSI of the mesh whether frames from an AC of `from` get there; by ways out of the snapshot only
// when `through_outside`.
std::vector<bool> reached(const VsiMesh& mesh, std::size_t from, bool through_outside);

// Whether spanning tree runs in a PW of the VSI, at one of its ACs, or in an admin VSI that it follows: it
// then opens and closes ways by itself.
bool runs_spanning_tree(const pairing::Pairing& net, pairing::VsiRef vsi);

// Whether the VSI has root and leaf sites: leaves are kept apart on purpose.
bool is_tree(const pairing::Pairing& net, pairing::VsiRef vsi);

}  // namespace holdfast::rules
