// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A class as it is declared: object<Self, Parts...> read into bases, slots and policies, and what follows from its own
// slots alone.
#ifndef SLOTTED_DECLARATION_HPP
#define SLOTTED_DECLARATION_HPP

#include <slotted/diagnose.hpp>
#include <slotted/dict_slot.hpp>
#include <slotted/fields_of.hpp>
#include <slotted/item_count.hpp>
#include <slotted/layout.hpp>
#include <slotted/left_out.hpp>
#include <slotted/slots.hpp>
#include <slotted/type_name.hpp>
#include <slotted/weakref_slot.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// The bases of a class: slotted ones, whose slots it inherits, and any others, whose members are untouched.
/// @snippet declaring.cpp extends
template <class... Bases>
struct extends {};

/// Part: in this class, and those that derive from it, the slot of that name, which a base declares, has another
/// default: `object<Https, extends<Http>, overrides<"port", defaults_to<443>>, slots<>>`. The slot stays the base's, at
/// its place. Python: `port: int = 443` in a derived dataclass.
/// @snippet declaring.cpp overrides
template <name Name, class Default>
struct overrides {};

namespace detail {

/// Which slot's default a part overrides, void for any other part; and with which.
template <class Part>
struct override_in {
  using name_type = void;
};
template <name Name, constant Value>
struct override_in<overrides<Name, defaults_to<Value>>> {
  using name_type = slot_name<Name>;
  using type = defaults_to<Value>;
};

template <class Part>
struct bases_in {
  static constexpr bool is_extends = false;
  using type = pack<>;
};
template <class... Bases>
struct bases_in<extends<Bases...>> {
  static constexpr bool is_extends = true;
  using type = pack<Bases...>;
};

template <class Part>
struct slots_in {
  using type = pack<>;
};
template <class Part>
  requires(is_list<Part>())
struct slots_in<Part> {
  using type = flat_slots<Part>;
};

/// A class that derives from an object<...>, itself or through plain C++ classes.
template <class C>
concept slotted_class = requires { typename std::remove_cv_t<C>::slotted_declaration; };

template <class C>
using declaration_of = typename std::remove_cv_t<C>::slotted_declaration;

/// The class itself, or the nearest base of it that declares slots.
template <class C>
using seen_as = typename declaration_of<C>::self;

/// Stands for the parts of a declaration that broke a rule.
struct wrong_declaration {};

// The parts of a list that are no slots: one of each kind in an object at most.

struct dict_kind {
  template <class Item>
  static constexpr bool is = is_dict_slot<Item>;
};
struct weakref_kind {
  template <class Item>
  static constexpr bool is = is_weakref_slot<Item>;
};
struct items_kind {
  template <class Item>
  static constexpr bool is = is_items<Item>;
};

template <class Kind, class Base>
constexpr bool brings() {
  if constexpr (slotted_class<Base>)
    return declaration_of<Base>::has(Kind{});
  else
    return false;
}
template <class Kind, class... Bases>
constexpr bool bring(pack<Bases...>*) {
  return (false || ... || brings<Kind, Bases>());
}

/// Not an item: whether the class, or a base, overrides a default.
struct overrides_kind {};

/// What a class declares: what its list holds or, without a list, as in Python, a dict slot and a weakref slot where no
/// base has one; no weakref slot where a base has items.
template <class... Parts>
constexpr auto find_items() {
  using bases = join_t<typename bases_in<Parts>::type...>;
  if constexpr ((false || ... || (is_list<Parts>() || std::is_same_v<Parts, wrong_declaration>))) {
    return join_t<typename slots_in<Parts>::type...>{};
  } else {
    constexpr bool dict = bring<dict_kind>(static_cast<bases*>(nullptr));
    constexpr bool weakref =
        bring<weakref_kind>(static_cast<bases*>(nullptr)) || bring<items_kind>(static_cast<bases*>(nullptr));
    return join_t<std::conditional_t<dict, pack<>, pack<dict_slot<>>>,
                  std::conditional_t<weakref, pack<>, pack<weakref_slot>>>{};
  }
}

// The items of a list, each with a cell of its own, and the slots that they are: as many, unless an aggregate is
// adopted, whose members are all in one cell, or there is a dict slot, a weakref slot or the count of variable-length
// items, which are none of them.

template <class Adoption, std::size_t... I>
pack<adopted_field<Adoption, I>...> fields_in(std::index_sequence<I...>);

template <class Item>
constexpr auto find_slots_of_item() {
  if constexpr (is_dict_slot<Item> || is_weakref_slot<Item> || is_items<Item>) {
    return std::type_identity<pack<>>{};
  } else if constexpr (!is_fields_of<Item>) {
    return std::type_identity<pack<Item>>{};
  } else if constexpr (adopted_by<Item>::fault != adoption_fault::none) {
    return std::type_identity<pack<>>{};  // it is told so
  } else {
    using adopted = typename adopted_by<Item>::type;
    return std::type_identity<decltype(fields_in<adopted>(std::make_index_sequence<adopted::count>{}))>{};
  }
}
template <class Item>
using slots_of_item = typename decltype(find_slots_of_item<Item>())::type;

template <class Items>
struct slots_of_items;
template <class... Items>
struct slots_of_items<pack<Items...>> {
  using type = pack<Items...>;
};
template <class... Items>
constexpr bool has_fields_of(pack<Items...>*) {
  return !all_of({!is_fields_of<Items>...});
}
template <class Kind, class... Items>
constexpr bool has_item(pack<Items...>*) {
  return !all_of({!Kind::template is<Items>...});
}
template <class... Items>
concept not_all_slots = !all_of({!is_fields_of<Items>...}) || !all_of({!is_dict_slot<Items>...}) ||
                        !all_of({!is_weakref_slot<Items>...}) || !all_of({!is_items<Items>...});
template <class... Items>
  requires not_all_slots<Items...>
struct slots_of_items<pack<Items...>> : join<slots_of_item<Items>...> {};

/// What the brackets of `object<Self, Parts...>` say.
template <class Self, class... Parts>
struct declaration {
  using self = Self;
  using parts = pack<Parts...>;
  using bases = join_t<typename bases_in<Parts>::type...>;
  using items = decltype(find_items<Parts...>());
  using slots_pack = typename slots_of_items<items>::type;
  static constexpr std::size_t count = slots_pack::size;
  static constexpr std::size_t cells = items::size;
  static constexpr bool adopts = has_fields_of(static_cast<items*>(nullptr));
  static constexpr bool declares_dict = has_item<dict_kind>(static_cast<items*>(nullptr));
  static constexpr bool has_dict = declares_dict || bring<dict_kind>(static_cast<bases*>(nullptr));
  static constexpr bool declares_weakref = has_item<weakref_kind>(static_cast<items*>(nullptr));
  static constexpr bool has_weakref = declares_weakref || bring<weakref_kind>(static_cast<bases*>(nullptr));
  static constexpr bool declares_items = has_item<items_kind>(static_cast<items*>(nullptr));
  static constexpr bool has_items = declares_items || bring<items_kind>(static_cast<bases*>(nullptr));
  static constexpr bool has_a_slot_in_each_cell = !adopts && !declares_dict && !declares_weakref && !declares_items;
  static constexpr bool keeps_order = (std::is_same_v<Parts, declared_order> || ...);
  static constexpr bool overrides_defaults = (!std::is_void_v<typename override_in<Parts>::name_type> || ...);
  static constexpr bool has_overrides = overrides_defaults || bring<overrides_kind>(static_cast<bases*>(nullptr));

  static constexpr bool declares(dict_kind) { return declares_dict; }
  static constexpr bool declares(weakref_kind) { return declares_weakref; }
  static constexpr bool declares(items_kind) { return declares_items; }
  static constexpr bool has(dict_kind) { return has_dict; }
  static constexpr bool has(weakref_kind) { return has_weakref; }
  static constexpr bool has(overrides_kind) { return has_overrides; }
  static constexpr bool has(items_kind) { return has_items; }
};

/// Whether it broke a rule.
template <class Declaration>
inline constexpr bool is_wrong = std::is_same_v<typename Declaration::parts, pack<wrong_declaration>>;

/// The presence bits of a class's own slots: which slot has which bit.
template <std::size_t N>
struct presence_plan {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t bit[N != 0 ? N : 1]{};
  std::size_t bits = 0;
  [[nodiscard]] constexpr std::size_t bytes() const { return presence_bytes_for(bits); }
};

template <class... Slots>
constexpr presence_plan<sizeof...(Slots)> plan_presence(pack<Slots...>*) {
  presence_plan<sizeof...(Slots)> plan;
  const bool may_be_unset[] = {Slots::may_be_unset..., false};
  for (std::size_t i = 0; i != sizeof...(Slots); ++i) plan.bit[i] = may_be_unset[i] ? plan.bits++ : plan.none;
  return plan;
}

template <class Declaration>
inline constexpr auto presence_of = plan_presence(static_cast<typename Declaration::slots_pack*>(nullptr));

/// Which cell each slot is in, and the first slot of each cell.
template <std::size_t Slots, std::size_t Cells>
struct cell_plan {
  std::size_t cell[Slots != 0 ? Slots : 1]{};
  std::size_t first_slot[Cells != 0 ? Cells : 1]{};
};
template <std::size_t Slots, class... Items>
constexpr cell_plan<Slots, sizeof...(Items)> plan_cells(pack<Items...>*) {
  cell_plan<Slots, sizeof...(Items)> plan;
  const std::size_t held[] = {slots_of_item<Items>::size..., 0};
  std::size_t slot = 0;
  for (std::size_t cell = 0; cell != sizeof...(Items); ++cell) {
    plan.first_slot[cell] = slot;
    for (std::size_t k = 0; k != held[cell]; ++k) plan.cell[slot++] = cell;
  }
  return plan;
}
template <class Declaration>
inline constexpr auto cells_of = plan_cells<Declaration::count>(static_cast<typename Declaration::items*>(nullptr));

/// The cell that holds slot I, and the first slot in a cell, if it holds any. Usually one each.
template <class Declaration, std::size_t I>
constexpr std::size_t cell_index() {
  if constexpr (Declaration::has_a_slot_in_each_cell)
    return I;
  else
    return cells_of<Declaration>.cell[I];
}
template <class Declaration, std::size_t Cell>
constexpr std::size_t first_slot_of() {
  if constexpr (Declaration::has_a_slot_in_each_cell)
    return Cell;
  else
    return cells_of<Declaration>.first_slot[Cell];
}

/// The cell of the dict slot, of the weakref slot or of the count of items of a class that declares one.
template <class Kind, class... Items>
constexpr std::size_t find_item(pack<Items...>*) {
  const bool is_it[] = {Kind::template is<Items>..., true};
  std::size_t cell = 0;
  while (!is_it[cell]) ++cell;
  return cell;
}
template <class Declaration>
inline constexpr std::size_t dict_cell_index = find_item<dict_kind>(static_cast<typename Declaration::items*>(nullptr));
template <class Declaration>
inline constexpr std::size_t weak_cell_index =
    find_item<weakref_kind>(static_cast<typename Declaration::items*>(nullptr));
template <class Declaration>
inline constexpr std::size_t count_cell_index =
    find_item<items_kind>(static_cast<typename Declaration::items*>(nullptr));

/// The declaration, of a class or of one of its bases, that has an item of that kind in its list.
template <class Kind, class Declaration>
constexpr auto find_declaration();
template <class Kind, class... Bases>
constexpr auto find_in_bases(pack<Bases...>*);
template <class Kind, class Base, class... Bases>
constexpr auto find_in_bases(pack<Base, Bases...>*) {
  if constexpr (brings<Kind, Base>())
    return find_declaration<Kind, declaration_of<Base>>();
  else
    return find_in_bases<Kind>(static_cast<pack<Bases...>*>(nullptr));
}
template <class Kind, class Declaration>
constexpr auto find_declaration() {
  if constexpr (Declaration::declares(Kind{}))
    return std::type_identity<Declaration>{};
  else
    return find_in_bases<Kind>(static_cast<typename Declaration::bases*>(nullptr));
}
template <class Declaration>
using dict_declaration_of = typename decltype(find_declaration<dict_kind, Declaration>())::type;
template <class Declaration>
using weakref_declaration_of = typename decltype(find_declaration<weakref_kind, Declaration>())::type;
template <class Declaration>
using items_declaration_of = typename decltype(find_declaration<items_kind, Declaration>())::type;

/// The type of the dynamic attributes.
template <class Declaration>
using dict_type_of = typename at<dict_cell_index<dict_declaration_of<Declaration>>,
                                 typename dict_declaration_of<Declaration>::items>::mapped_type;
/// What the weakref slot is in an object.
template <class Declaration>
using weak_cell_type_of = typename at<weak_cell_index<weakref_declaration_of<Declaration>>,
                                      typename weakref_declaration_of<Declaration>::items>::value_type;

/// The items<...> of a class that has them.
template <class Declaration>
using items_type_of =
    at<count_cell_index<items_declaration_of<Declaration>>, typename items_declaration_of<Declaration>::items>;
template <class Declaration>
using item_type_of = typename items_type_of<Declaration>::item_type;

/// What the items of a list ask of the alignment of objects, as a member that is an array of them would; 0: nothing.
template <class Declaration>
constexpr std::size_t item_alignment() {
  if constexpr (Declaration::declares_items)
    return alignof(item_type_of<Declaration>);
  else
    return 0;
}

/// One slot of a class that declares it: everything that is known of it without an object.
template <class Declaration, std::size_t I>
struct slot_entry {
  using declaration = Declaration;
  using owner = typename Declaration::self;
  using slot = at<I, typename Declaration::slots_pack>;
  using value_type = typename slot::value_type;
  using name_type = typename slot::name_type;
  static constexpr std::size_t own_index = I;
  static constexpr bool may_be_unset = slot::may_be_unset;
  static constexpr bool readonly = is_readonly<slot>;
};

/// A slot that is a member of an adopted aggregate.
template <class Entry>
concept adopted_entry = requires { typename Entry::slot::adopted; };

/// The name that make_class and extended give; of no other class.
template <class C>
inline constexpr std::string_view given_class_name{};

/// Asks nothing of the class but its type, which may be incomplete.
template <class Self>
inline constexpr std::string_view name_of_class =
    given_class_name<Self>.empty() ? without_scope(type_name<Self>) : given_class_name<Self>;

}  // namespace detail

/// The name of a class without its namespaces: Python's `__name__`.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr std::string_view class_name = detail::name_of_class<detail::seen_as<C>>;

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
