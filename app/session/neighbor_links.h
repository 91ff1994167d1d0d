#pragma once

// Links from what devices say to have seen of their neighbours (LLDP), in texts kept beside the
// configurations.

#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "importers/importer.h"

namespace holdfast::session {

// The neighbours that one file shows.
struct NeighborCapture {
  FileId file = FileId::None;
  std::string stem;  // of the file's name: says whose neighbours these are where no prompt does
  std::vector<SeenNeighbor> seen;
};

// Adds the links to the network, once its devices are there. A neighbour that is not in the snapshot, a port
// that is not configured and a port with several neighbours make no link; each is a note.
void add_neighbor_links(const std::vector<NeighborCapture>& captures, Snapshot& snapshot);

}  // namespace holdfast::session
