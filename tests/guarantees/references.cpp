// Weak references, callbacks, finalizers, maps of weak values.
#include <slotted/slotted.hpp>
#include <slotted/weak_value_map.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

template <class V>
struct Enemy : sl::object<Enemy<V>, sl::slots<sl::field<"name", V>, sl::field<"level", V>, sl::weakref_slot>> {
  using Enemy::object::object;
};

template <class V>
struct References {
  using enemy = Enemy<V>;
  using callback = calls<V>;
  using map_type = sl::weak_value_map<V, enemy>;
  int ran = 0;
  callback call{V(1), &ran};
  enemy fresh{V(2), V(1)};
  enemy known{V(3), V(1)};
  enemy third{V(4), V(1)};
  sl::watched<enemy> watched{V(5), V(1)};
  sl::watched<enemy> watched_too{V(6), V(1)};
  sl::weak_ref<enemy> first{known};
  sl::weak_ref<enemy> calling{known, callback{V(8), &ran}};
  sl::weak_ref<enemy> to_third{third};
  sl::weak_ref<enemy> to_watched{watched};
  sl::weak_ref<enemy> dead;
  sl::weak_ref<enemy> none;
  sl::weak_proxy<enemy> proxy{known};
  sl::weak_proxy<enemy> dead_proxy{none};
  sl::finalizer last = finalize(known, callback{V(9), &ran});
  V key{61};
  V other_key{62};
  map_type map;
  map_type large;
  std::unique_ptr<enemy> gone = std::make_unique<enemy>(V(10), V(1));

  References() {
    dead = sl::weak_ref<enemy>(*gone);
    map.try_emplace(key, known);
    map.try_emplace(V(63), *gone);
    for (int i = 0; i != 20; ++i) large.try_emplace(V(i), i % 2 == 0 ? *gone : known);
    gone.reset();
  }
  [[nodiscard]] std::string tell() const {
    std::string out = told(fresh, known, third, static_cast<const enemy&>(watched),
                           static_cast<const enemy&>(watched_too), ran, last.alive());
    const auto place = [&](const enemy* at) {
      out += !at            ? "nothing "
             : at == &fresh ? "fresh "
             : at == &known ? "known "
             : at == &third ? "third "
                            : "another ";
    };
    for (const enemy* const one : {&fresh, &known, &third}) tell_count(out, *one);
    tell_count(out, watched);
    for (const auto* const one : {&first, &calling, &to_third, &to_watched, &dead, &none}) place(one->get());
    for (const map_type* const one : {&map, &large})
      for (int i = 0; i != 70; ++i) {
        const auto found = one->find(V(i));
        if (found != one->end()) out += std::to_string(i), place(found->second.get());
      }
    return out;
  }
  static void tell_count(std::string& out, const enemy& one) { out += std::to_string(weak_count(one)) + ' '; }
  bool can_be_used() {
    bool right = guarantees::can_be_used(fresh) && guarantees::can_be_used(known);
    const sl::weak_ref<enemy> again(fresh);
    right = right && again.get() == &fresh;
    map.insert_or_assign(key, fresh);
    right = right && map.get(key) == &fresh;
    large.purge();
    const int before = ran;
    {
      enemy last_one{V(11), V(1)};
      finalize(last_one, callback{V(12), &ran});
    }
    return right && ran == before + 1;
  }
};

#define VALUE std::remove_reference_t<decltype(w.key)>
#define ENEMY typename std::remove_reference_t<decltype(w)>::enemy
#define CALLS typename std::remove_reference_t<decltype(w)>::callback
#define MAP typename std::remove_reference_t<decltype(w)>::map_type

}  // namespace

void references(table& rows) {
  using enum guarantee;
  rows.section("Weak references");
  rows.row<References>("weak_ref weak_proxy", "`weak_ref(o)`, `weak_proxy(o)`", strong,
                       "Memory is needed for the first reference to an object only.", DOES(sl::weak_ref(w.fresh)),
                       DOES(sl::weak_ref(w.known)), DOES(sl::weak_proxy(w.fresh)));
  rows.row<References>("weak_ref", "`weak_ref(o, callback)`, `weak_ref(ref, callback)`", strong, "",
                       DOES(sl::weak_ref(w.fresh, w.call)), DOES(sl::weak_ref(w.known, w.call)),
                       DOES(sl::weak_ref(w.first, CALLS(w.call))), DOES(w.none = sl::weak_ref(w.known, w.call)));
  rows.row<References>(
      "weak_ref weak_guard weak_count",
      "`weak_ref`: copies, moves, `.get`, `.lock`, `.expired`, `.reset`, `.swap`, `==`; `weak_count(o)`", never, "",
      DOES(sl::weak_ref(w.first)), DOES(sl::weak_ref(std::move(w.calling))), DOES(w.none = w.first),
      DOES(w.none = std::move(w.calling)), DOES(w.first.get()), DOES(w.first.lock()), DOES(w.dead.lock().get()),
      DOES(sl::weak_ref<const ENEMY>(w.first)), DOES(w.dead.expired()), DOES(w.calling.reset()),
      DOES(w.first.swap(w.none)), DOES(w.first == w.calling), DOES(w.first.identity()), DOES(weak_count(w.known)),
      DOES(std::hash<sl::weak_ref<ENEMY>>{}(w.first)));
  rows.row<References>("weak_proxy", "`*proxy`, `->`, `proxy[name]`", strong, "", DOES(*w.proxy), DOES(*w.dead_proxy),
                       DOES(w.dead_proxy["name"_slot]), DOES(w.proxy->has("name"_slot)));
  rows.row<References>("weak_proxy", "`weak_proxy(ref)`, `bool(proxy)`, `.reference()`", never, "",
                       DOES(sl::weak_proxy(w.first)), DOES(static_cast<bool>(w.dead_proxy)), DOES(w.proxy.reference()));
  rows.row<References>("expire", "`expire(o)`, the death of an object", never,
                       "What a callback throws goes to the unraisable handler, and the others run.",
                       DOES(expire(w.watched_too)), DOES(expire(w.third)));
  rows.row<References>("finalize", "`finalize(o, f)`", strong, "", DOES(finalize(w.fresh, w.call)),
                       DOES(finalize(w.known, w.call)), DOES(w.last = finalize(w.fresh, CALLS(w.call))));
  rows.row<References>("finalizer", "`finalizer()`", basic, "It is over then, as in Python.", DOES(w.last()));
  rows.row<References>("finalizer", "`finalizer`: moves, `.alive`, `.detach`", never, "", DOES(w.last.alive()),
                       DOES(w.last.detach()), DOES(sl::finalizer(std::move(w.last))));
  rows.row<References>("object", "`C(std::move(o))`, `o = std::move(p)` of an object with references", never, basic,
                       "Its references stay with it.", DOES(ENEMY(std::move(w.third))),
                       DOES(w.fresh = std::move(w.third)));
  rows.row<References>("watched", "`watched<T>(std::move(o))`, `o = std::move(p)`", never, basic, "As `T`.",
                       DOES(sl::watched<ENEMY>(std::move(w.watched))), DOES(w.watched_too = std::move(w.watched)));
  rows.row<References>("watched", "`watched<T>(...)`, `watched<T>(o)`", strong, "", DOES(sl::watched<ENEMY>(w.watched)),
                       DOES(sl::watched<ENEMY>(w.key, w.key)));

  rows.section("weak_value_map");
  rows.row<References>("weak_value_map", "`.try_emplace(key, o)`, `.insert_or_assign(key, o)`", strong, "",
                       DOES(w.map.try_emplace(w.other_key, w.fresh)), DOES(w.map.try_emplace(w.key, w.fresh)),
                       DOES(w.map.try_emplace(VALUE(63), w.fresh)), DOES(w.large.try_emplace(VALUE(65), w.fresh)),
                       DOES(w.map.insert_or_assign(w.other_key, w.fresh)), DOES(w.map.insert_or_assign(w.key, w.fresh)),
                       DOES(w.map.insert_or_assign(VALUE(63), w.fresh)),
                       DOES(w.large.insert_or_assign(VALUE(3), w.fresh)));
  rows.row<References>("weak_value_map", "`.find`, `.contains`, `.get`, `.at`, `.lock`, `.erase(key)`", strong, "",
                       DOES(w.map.find(w.key)), DOES(w.map.contains(w.key)), DOES(w.map.get(w.other_key)),
                       DOES(w.map.at(w.other_key)), DOES(w.map.lock(w.key)), DOES(w.map.erase(w.key)),
                       DOES(w.large.erase(VALUE(3))));
  rows.row<References>("weak_value_map", "copies, `.purge()`", strong, "", DOES(MAP(w.map)), DOES(MAP(w.large)),
                       DOES(w.large.purge()));
  rows.row<References>("weak_value_map", "iteration, `.size()`, `.empty()`, `.erase(position)`", unfailing, "",
                       DOES(w.large.begin()), DOES(++w.large.begin()), DOES(w.large.size()), DOES(w.map.empty()),
                       DOES(w.large.erase(w.large.begin())));
  rows.row<References>("weak_value_map", "`.clear()`, `.swap(other)`", never, "", DOES(w.map.clear()),
                       DOES(w.map.swap(w.large)));
}

}  // namespace guarantees
