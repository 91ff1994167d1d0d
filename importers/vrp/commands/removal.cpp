// `undo` of whole objects that have a name or a number: what was read of them before is taken back, and with
// it the name's definition. E-Trunks, BFD sessions, bridge domains and VLANs have theirs with their other
// commands. Source: command reference, the `undo` forms of the commands that make these objects.

#include <algorithm>
#include <string>
#include <vector>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/grammar/as_number.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

template <class Object, class Key>
void remove_from(std::vector<Object>& objects, Key Object::*key, const Key& value) {
  std::erase_if(objects, [&](const Object& object) { return object.*key == value; });
}

template <auto Objects, NameKind Kind>
void remove_named(Context& context, const Match& match) {
  const std::string name(match.text("name").value_or(""));
  auto& objects = context.device().*Objects;
  std::erase_if(objects, [&](const auto& object) { return object.name == name; });
  forget_definition(context, Kind, name);
}

template <auto Processes>
void remove_process(Context& context, const Match& match) {
  const auto id = context.number(match, "process");
  auto& processes = context.device().*Processes;
  std::erase_if(processes, [&](const auto& process) { return id && process.id == **id; });
}

void remove_remote_peer(Context& context, const Match& match) {
  remove_from(context.device().mpls.remote_peers, &LdpRemotePeer::name,
              std::string(match.text("name").value_or("")));
}

void remove_local_connection(Context& context, const Match& match) {
  remove_from(context.device().local_connections, &LocalConnection::name,
              std::string(match.text("name").value_or("")));
}

void remove_switched_pws(Context& context, const Match&) {
  context.device().switched_pws.clear();
}

void remove_bgp(Context& context, const Match& match) {
  Box<Bgp>& bgp = context.device().bgp;
  const auto as = match.text("AS_number");
  if (bgp && (!as || parse_as_number(*as) == *bgp->as_number)) bgp.reset();
}

// The device keeps its ports, whatever a line says.
void remove_interface(Context& context, const Match& match) {
  const auto name = parse_interface_name(covered(match, *match.find("name")));
  if (!name) return;
  const bool is_port =
      !name->slot.empty() && name->parent.empty() && name->kind != InterfaceKind::VirtualEthernet;
  if (is_port) return;
  context.remove_interface(name->canonical);
  forget_definition(context, NameKind::Interface, name->canonical);
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "undo interface <name:rest>", remove_interface},
    {View::System, kModelled, "undo vsi <name:text(1-31)> [ <more:rest> ]",
     remove_named<&Device::vsis, NameKind::Vsi>},
    {View::System, kModelled, "undo ip vpn-instance <name:text(1-31)>",
     remove_named<&Device::vpn_instances, NameKind::VpnInstance>},
    {View::System, kModelled, "undo pw-template <name:text(1-19)>",
     remove_named<&Device::pw_templates, NameKind::PwTemplate>},
    {View::System, kModelled, "undo tunnel-policy <name:text(1-39)>",
     remove_named<&Device::tunnel_policies, NameKind::TunnelPolicy>},
    {View::System, kModelled, "undo explicit-path <name:text(1-128)>",
     remove_named<&Device::explicit_paths, NameKind::ExplicitPath>},
    {View::System, kModelled, "undo mpls ldp remote-peer <name:text(1-32)>", remove_remote_peer},
    {View::System, kModelled, "undo mpls switch-l2vc all", remove_switched_pws},
    {View::System, kModelled, "undo ccc [ ip-interworking ] <name:text(1-31)>", remove_local_connection},
    {View::System, kIrrelevant, "undo ccc <name:text(1-31)> description"},
    {View::System, kModelled, "undo ospf <process:1-65535>", remove_process<&Device::ospf>},
    {View::System, kModelled, "undo isis <process:1-4294967295>", remove_process<&Device::isis>},
    {View::System, kModelled, "undo bgp [ <AS_number:as> ]", remove_bgp},
};

}  // namespace

std::span<const Command> removal_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
