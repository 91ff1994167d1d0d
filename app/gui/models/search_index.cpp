#include "app/gui/models/search_index.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <set>

#include "app/gui/models/text.h"
#include "solver/rules/rule.h"

namespace holdfast::gui {
namespace {

// How well an entry fits a word: 0 begins with it, 1 a part does, 2 holds it; 3 not at all.
int fit(const QString& text, const QString& word) {
  const qsizetype at = text.indexOf(word);
  if (at < 0) return 3;
  if (at == 0) return 0;
  for (qsizetype i = at; i >= 0; i = text.indexOf(word, i + 1)) {
    if (!text[i - 1].isLetterOrNumber()) return 1;
  }
  return 2;
}

}  // namespace

QString kind_words(SearchHit::Kind kind) {
  switch (kind) {
    case SearchHit::Kind::Device:
      return QStringLiteral("device");
    case SearchHit::Kind::Interface:
      return QStringLiteral("interface");
    case SearchHit::Kind::Address:
      return QStringLiteral("address");
    case SearchHit::Kind::VcId:
      return QStringLiteral("VC ID");
    case SearchHit::Kind::Vsi:
      return QStringLiteral("VSI");
    case SearchHit::Kind::Service:
      return QStringLiteral("service");
    case SearchHit::Kind::Rule:
      return QStringLiteral("rule");
  }
  return {};
}

SearchIndex::SearchIndex(std::shared_ptr<const session::Study> study) : study_(std::move(study)) {
  const auto& services = study_->services();
  for (std::size_t i = 0; i < study_->map().nodes.size(); ++i) add_device(DeviceId(i));
  for (std::size_t i = 0; i < services.size(); ++i) {
    add({SearchHit::Kind::Service, shown(services[i].id), shown(services[i].kind), {}, {}, i, {}});
    std::set<std::string> told;
    for (const session::PwView& pw : services[i].pws) {
      if (!pw.vc_id.empty() && told.insert(pw.vc_id).second)
        add({SearchHit::Kind::VcId, shown(pw.vc_id), shown(services[i].id), {}, {}, i, {}});
    }
  }
  for (const rules::Rule* rule : rules::all_rules()) {
    add({SearchHit::Kind::Rule,
         shown(rule->code) + u' ' + shown(rule->name),
         shown(rule->title),
         {},
         {},
         0,
         {}});
  }
}

void SearchIndex::add(SearchHit hit) {
  QString folded = hit.text.toLower();
  if (hit.kind == SearchHit::Kind::Interface) folded += u' ' + short_interface(hit.text).toLower();
  if (hit.device.valid() && hit.kind != SearchHit::Kind::Device)
    folded += u' ' + shown(study_->map().nodes[hit.device.index].name).toLower();
  entries_.push_back({std::move(hit), std::move(folded)});
}

void SearchIndex::add_device(DeviceId id) {
  const Device& device = study_->network()[id];
  add({SearchHit::Kind::Device,
       shown(*device.name),
       shown(study_->map().nodes[id.index].role),
       id,
       {},
       0,
       {}});
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) add_interface(id, InterfaceId(i));
  for (const Vsi& vsi : device.vsis)
    add({SearchHit::Kind::Vsi, shown(vsi.name), shown(*device.name), id, {}, 0, vsi.where});
}

void SearchIndex::add_interface(DeviceId id, InterfaceId interface) {
  const Device& device = study_->network()[id];
  const Interface& it = device[interface];
  add({SearchHit::Kind::Interface, shown(it.name), shown(*device.name), id, interface, 0, it.where});
  for (const Fact<InterfaceAddress>& address : it.addresses) {
    add({SearchHit::Kind::Address, shown(to_string(address->prefix)),
         shown(*device.name) + u' ' + shown(it.name), id, interface, 0, address.where});
  }
}

std::vector<SearchHit> SearchIndex::find(const QString& text, std::size_t most) const {
  const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
  if (words.isEmpty()) return {};
  std::array<std::vector<const Entry*>, 3> found;
  for (const Entry& entry : entries_) {
    int worst = 0;
    for (const QString& word : words) worst = std::max(worst, fit(entry.folded, word));
    // Titles of rules hold common words: they come last.
    if (entry.hit.kind == SearchHit::Kind::Rule && worst == 1) worst = 2;
    if (worst < 3 && found[static_cast<std::size_t>(worst)].size() < most)
      found[static_cast<std::size_t>(worst)].push_back(&entry);
  }
  std::vector<SearchHit> hits;
  for (auto& group : found) {
    std::ranges::stable_sort(group, {}, [](const Entry* it) { return static_cast<int>(it->hit.kind); });
    for (const Entry* entry : group) {
      if (hits.size() < most) hits.push_back(entry->hit);
    }
  }
  return hits;
}

}  // namespace holdfast::gui
