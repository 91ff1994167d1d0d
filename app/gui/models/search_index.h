#pragma once

// Everything that has a name, for one search field: devices, interfaces, addresses, VC IDs, VSIs, services,
// rules. Built once per network, on a worker; immutable.

#include <QString>
#include <memory>
#include <vector>

#include "app/session/study.h"

namespace holdfast::gui {

struct SearchHit {
  enum class Kind { Device, Interface, Address, VcId, Vsi, Service, Rule } kind = Kind::Device;
  QString text;
  QString detail;
  DeviceId device;          // of a device, an interface, an address, a VSI
  InterfaceId interface;    // of an interface, an address
  std::size_t service = 0;  // of a service, a VC ID
  Span where;               // of a VSI
};

QString kind_words(SearchHit::Kind kind);

class SearchIndex {
 public:
  explicit SearchIndex(std::shared_ptr<const session::Study> study);

  // At most `most`; those that begin with the text first, then those with a word that does, then the rest.
  // Several words: all have to be there.
  std::vector<SearchHit> find(const QString& text, std::size_t most = 60) const;

 private:
  struct Entry {
    SearchHit hit;
    QString folded;  // lower case
  };
  void add(SearchHit hit);
  void add_device(DeviceId id);
  void add_interface(DeviceId id, InterfaceId interface);

  std::shared_ptr<const session::Study> study_;
  std::vector<Entry> entries_;
};

}  // namespace holdfast::gui
