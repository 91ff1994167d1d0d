#include "tests/cross_check/random_network.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "importers/vrp/vrp_importer.h"
#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

std::vector<Template> templates() {
  std::vector<Template> all = vpws_templates();
  for (const auto& more : {vpls_templates(), l3vpn_templates()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

void add_groups(Draft& draft) {
  if (draft.links.size() < 2 || !draft.chance(30)) return;
  const auto name = [&](const CoreLink& link) {
    return fmt::format("link:{}:{}--{}:{}", draft.devices[link.a.device].name, link.a.port,
                       draft.devices[link.b.device].name, link.b.port);
  };
  StatedGroup group{"duct", {}, {}};
  std::set<std::string> members;
  members.insert(name(draft.dice.pick(draft.links)));
  members.insert(name(draft.dice.pick(draft.links)));
  if (draft.chance(20)) members.insert("node:" + draft.dice.pick(draft.devices).name);
  for (const std::string& member : members) group.members.push_back(configured(member, {}));
  draft.groups.push_back(group);
}

// Takes one device out of the snapshot: what it is to the others is unseen.
void hide_a_device(Draft& draft) {
  if (!draft.mistake("a device is not in the snapshot", 4)) return;
  const std::size_t hidden = draft.dice.between(0, draft.devices.size() - 1);
  const std::string name = draft.devices[hidden].name;
  draft.devices.erase(draft.devices.begin() + static_cast<std::ptrdiff_t>(hidden));
  std::erase_if(draft.stated,
                [&](const StatedLink& it) { return it.a.device == name || it.b.device == name; });
}

void second_service(Draft& draft) {
  if (!draft.chance(20)) return;
  std::vector<Template> fitting;
  for (const Template& it : vpws_templates()) {
    std::size_t providers = 0;
    for (const DeviceText& device : draft.devices) providers += device.lsr_id.empty() ? 0 : 1;
    if (it.roles.size() <= std::min<std::size_t>(providers, 3)) fitting.push_back(it);
  }
  const Template chosen = draft.dice.pick(fitting);
  std::vector<std::size_t> devices;
  for (std::size_t d = 0; d < draft.devices.size() && devices.size() < chosen.roles.size(); ++d) {
    if (!draft.devices[d].lsr_id.empty()) devices.push_back(d);
  }
  std::ranges::reverse(devices);
  chosen.build(draft, devices);
}

}  // namespace

RandomNetwork random_network(std::uint64_t seed) {
  Draft draft(seed);
  const Template main = draft.dice.pick(templates());
  std::vector<std::size_t> devices;
  for (const std::string& role : main.roles) devices.push_back(draft.add_provider(role));
  const std::size_t core = draft.dice.between(0, 3);
  for (std::size_t i = 1; i <= core && draft.devices.size() < 8; ++i)
    draft.add_provider(fmt::format("P{}", i));
  draft.access_devices = main.access;
  draft.te = draft.chance(30);
  draft.segment_routing = draft.chance(10);
  build_core(draft);
  main.build(draft, devices);
  second_service(draft);
  disturb_core(draft);
  add_groups(draft);
  hide_a_device(draft);

  RandomNetwork made;
  for (const DeviceText& device : draft.devices) made.texts.push_back({device.name + ".cfg", device.str()});
  made.links = draft.stated;
  made.groups = draft.groups;
  made.mistakes = draft.mistakes;
  return made;
}

Network read(const RandomNetwork& made) {
  static const vrp::VrpImporter importer;
  Network net;
  for (const session::NamedText& text : made.texts) {
    const FileId file = net.sources.add(text.path, text.text);
    for (Device& device : importer.import(file, text.text, {})) net.devices.push_back(std::move(device));
  }
  std::ranges::stable_sort(net.devices, {}, [](const Device& device) { return *device.name; });
  net.stated_links = made.links;
  net.failure_groups = made.groups;
  return net;
}

std::string to_text(const RandomNetwork& made) {
  std::string text;
  for (const std::string& mistake : made.mistakes) text += "# " + mistake + '\n';
  for (const session::NamedText& it : made.texts) text += it.text;
  text += "links:\n";
  for (const StatedLink& it : made.links) {
    text += fmt::format("  - [{}:{}, {}:{}]\n", it.a.device, it.a.interface, it.b.device, it.b.interface);
  }
  return text;
}

}  // namespace holdfast::cross_check
