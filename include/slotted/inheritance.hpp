// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// All slots of a class, those of its bases first, and the rules of inheritance: what Python lets corrupt at run time
// does not compile here, first of all a slot that a base declares already.
#ifndef SLOTTED_INHERITANCE_HPP
#define SLOTTED_INHERITANCE_HPP

#include <slotted/declaration.hpp>
#include <slotted/policies.hpp>
#include <slotted/slot_rules.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline v0::detail {

template <class Declaration, class Indices>
struct own_entries;
template <class Declaration, std::size_t... I>
struct own_entries<Declaration, std::index_sequence<I...>> {
  using type = pack<slot_entry<Declaration, I>...>;
};

template <class Base>
struct entries_of_base {
  using type = pack<>;
};

template <class Bases>
struct entries_of_bases;
template <class... Bases>
struct entries_of_bases<pack<Bases...>> {
  using type = join_t<typename entries_of_base<Bases>::type...>;
};

/// The slots of a class: bases first, then its own in declared order.
template <class Declaration>
struct all_entries {
  using inherited = typename entries_of_bases<typename Declaration::bases>::type;
  using type = join_t<inherited, typename own_entries<Declaration, std::make_index_sequence<Declaration::count>>::type>;
};
template <class Declaration>
using entries_of = typename all_entries<Declaration>::type;

template <slotted_class Base>
struct entries_of_base<Base> {
  using type = entries_of<declaration_of<Base>>;
};

// Compile-time names: one overload resolution finds the slot, however many there are.

template <class Name, std::size_t I, class Entry>
struct named_entry {
  static constexpr std::size_t index = I;
  using type = Entry;
};

template <class Indices, class Entries>
struct name_map;
template <std::size_t... I, class... Entries>
struct name_map<std::index_sequence<I...>, pack<Entries...>> : named_entry<typename Entries::name_type, I, Entries>... {
};

template <class Declaration>
using name_map_of = name_map<std::make_index_sequence<entries_of<Declaration>::size>, entries_of<Declaration>>;

template <class Name, std::size_t I, class Entry>
named_entry<Name, I, Entry> find_entry(const named_entry<Name, I, Entry>*);
template <class Name>
void find_entry(const void*);

/// named_entry of that name, or void.
template <class C, class Name>
using found_entry = decltype(find_entry<Name>(static_cast<const name_map_of<declaration_of<C>>*>(nullptr)));

template <class C, class Name>
concept has_slot = !std::is_void_v<found_entry<C, Name>>;

// Names as text, with the slot that each belongs to.

template <class... Entries>
constexpr std::size_t count_names(pack<Entries...>*) {
  const std::size_t counts[] = {0, (1 + Entries::slot::traits::alias_count)...};
  std::size_t sum = 0;
  for (const std::size_t one : counts) sum += one;
  return sum;
}

template <std::size_t N>
struct name_texts {
  std::string_view text[N != 0 ? N : 1];
  std::size_t entry[N != 0 ? N : 1]{};
};

template <class Entry>
constexpr bool append_texts(std::string_view*& out) {
  append_names<typename Entry::slot>(out);
  return true;
}

/// Every name and alias of the slots in a pack, in their order.
template <class... Entries>
constexpr auto names_in(pack<Entries...>* entries) {
  name_texts<count_names(static_cast<pack<Entries...>*>(nullptr))> names{};
  static_cast<void>(entries);
  [[maybe_unused]] std::string_view* out = names.text;
  const bool appended[] = {true, append_texts<Entries>(out)...};
  static_cast<void>(appended);
  const std::size_t counts[] = {(1 + Entries::slot::traits::alias_count)..., 0};
  std::size_t at_name = 0;
  for (std::size_t i = 0; i != sizeof...(Entries); ++i)
    for (std::size_t k = 0; k != counts[i]; ++k) names.entry[at_name++] = i;
  return names;
}

/// A few characters and the length: compilers are slow at loops, and names that meet are compared.
constexpr std::size_t hash_of_text(std::string_view text) {
  const std::size_t n = text.size();
  if (n == 0) return 0;
  const char* const t = text.data();
  std::size_t hash = n;
  for (const std::size_t i : {std::size_t{0}, n / 2, n - n / 4 - 1, n < 3 ? 0 : n - 3, n < 2 ? 0 : n - 2, n - 1})
    hash = hash * 31 + static_cast<unsigned char>(t[i]);
  return hash;
}

struct same_names {
  bool found = false;
  std::size_t first = 0, second = 0;  // slots, by their place in the pack
};

/// The first two equal names. A hash table: the work grows with the number of names, not with its square.
template <std::size_t N>
constexpr same_names find_same_names(const name_texts<N>& names) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  constexpr std::size_t buckets = 2 * N + 1;
  std::size_t head[buckets]{};
  std::size_t next[N + 1]{};
  for (std::size_t& one : head) one = none;
  for (std::size_t i = 0; i != N; ++i) {
    std::size_t& bucket = head[hash_of_text(names.text[i]) % buckets];
    for (std::size_t k = bucket; k != none; k = next[k])
      if (same_text(names.text[k], names.text[i])) return {true, names.entry[k], names.entry[i]};
    next[i] = bucket;
    bucket = i;
  }
  return {};
}

// The rules. Each check returns whether its rule is kept, and says what is wrong where it is not.

template <class Self, class Part, class... Rest>
constexpr bool parts_are_known() {
  if constexpr (!bases_in<Part>::is_extends && !std::is_same_v<Part, declared_order> && !is_value_policy<Part> &&
                !is_list<Part>())
    return report<error::part_of_object_is_neither_slots_nor_extends_nor_a_policy<Self, Part>>::kept;
  else if constexpr (sizeof...(Rest) != 0)
    return parts_are_known<Self, Rest...>();
  else
    return true;
}

template <class Self, class... Parts>
constexpr bool parts_are_legal(pack<Parts...>*) {
  constexpr std::size_t lists = (std::size_t{0} + ... + static_cast<std::size_t>(is_list<Parts>()));
  constexpr std::size_t extensions = (std::size_t{0} + ... + static_cast<std::size_t>(bases_in<Parts>::is_extends));
  if constexpr (sizeof...(Parts) == 0) {
    return report<error::class_without_slot_list_needs_a_dict_slot_which_this_version_lacks_write_slots<Self>>::kept;
  } else if constexpr (!parts_are_known<Self, Parts...>()) {
    return false;
  } else if constexpr (lists == 0) {
    return report<error::class_without_slot_list_needs_a_dict_slot_which_this_version_lacks_write_slots<Self>>::kept;
  } else if constexpr (lists > 1) {
    return report<error::slot_list_given_twice<Self>>::kept;
  } else if constexpr (extensions > 1) {
    return report<error::extends_given_twice_write_all_bases_in_one<Self>>::kept;
  } else {
    return true;
  }
}

template <class Base, class Top>
concept casts_down_from = requires(Top* top) { static_cast<Base*>(top); };

/// Whether a class has slotted bases that cannot be seen: two of them joined in plain C++, or a private one. The name
/// of their declarations is ambiguous, or not accessible, where it would otherwise be this one.
struct with_declaration {
  using slotted_declaration = void;
};
template <class Base>
struct joined_with_declaration : Base, with_declaration {};
template <class Base>
concept hides_slots =
    !slotted_class<Base> && !requires { typename joined_with_declaration<Base>::slotted_declaration; };

template <class Self, class Base, class... Bases>
constexpr bool base_is_legal() {
  constexpr std::size_t times = (std::size_t{0} + ... + static_cast<std::size_t>(std::is_same_v<Base, Bases>));
  if constexpr (!std::is_class_v<Base>) {
    return report<error::base_is_not_a_class<Self, Base>>::kept;
  } else if constexpr (is_fields_of<Base>) {
    return report<error::fields_of_is_no_base_write_it_in_the_list<Self, Base>>::kept;
  } else if constexpr (std::is_same_v<Base, Self>) {
    return report<error::base_is_the_class_itself<Self, Base>>::kept;
  } else if constexpr (!complete<Base>) {
    return report<error::base_is_incomplete<Self, Base>>::kept;
  } else if constexpr (std::is_final_v<Base>) {
    return report<error::base_is_final<Self, Base>>::kept;
  } else if constexpr (times > 1) {
    return report<error::base_given_twice<Self, Base>>::kept;
  } else if constexpr (slotted_class<Base>) {
    // A static_cast does not lead down from a virtual base, and neither way where there are two.
    if constexpr (!std::is_convertible_v<Base*, seen_as<Base>*>)
      return report<error::slotted_base_reached_twice<Self, seen_as<Base>, Base, Base>>::kept;
    else if constexpr (!casts_down_from<Base, seen_as<Base>>)
      return report<error::slotted_base_is_virtual<Self, seen_as<Base>>>::kept;
    else
      return true;
  } else if constexpr (hides_slots<Base>) {
    return report<error::base_joins_or_hides_slotted_bases_name_each_in_extends<Self, Base>>::kept;
  } else {
    return true;
  }
}

template <class Self, class... Bases>
constexpr bool bases_are_legal(pack<Bases...>*) {
  return (true && ... && base_is_legal<Self, Bases, Bases...>());
}

/// No name twice: in the class, in the class and a base, in two bases.
template <class Declaration>
constexpr bool names_are_unique() {
  using self = typename Declaration::self;
  using entries = entries_of<Declaration>;
  constexpr auto same = find_same_names(names_in(static_cast<entries*>(nullptr)));
  if constexpr (!same.found) {
    return true;
  } else {
    using first = at<same.first, entries>;
    using second = at<same.second, entries>;
    constexpr auto literal = second::name_type::literal;
    if constexpr (std::is_same_v<typename first::declaration, Declaration>)
      return report<error::slot_declared_twice<self, literal>>::kept;
    else if constexpr (std::is_same_v<typename second::declaration, Declaration>)
      return report<error::slot_already_declared_by_base<self, literal, typename first::owner>>::kept;
    else
      return report<
          error::slot_declared_by_two_bases<self, literal, typename first::owner, typename second::owner>>::kept;
  }
}

// The same slotted base by two ways, also one that has no slots.

template <class Base>
struct owners_in {
  using type = pack<>;
};
template <class Declaration, class Bases = typename Declaration::bases>
struct owners_of;
template <class Declaration, class... Bases>
struct owners_of<Declaration, pack<Bases...>> {
  using type = join_t<typename owners_in<Bases>::type..., pack<typename Declaration::self>>;
};
/// The slotted classes that a base brings, itself included.
template <slotted_class Base>
struct owners_in<Base> : owners_of<declaration_of<Base>> {};

template <class Owner, class... Owners>
constexpr bool is_among(pack<Owners...>*) {
  return (false || ... || std::is_same_v<Owner, Owners>);
}

/// The first base after the one that brings `Owner` to do so, too; void where there is none.
template <class Owner>
constexpr auto second_to_bring(pack<>*) {
  return std::type_identity<void>{};
}
template <class Owner, class First, class... Rest>
constexpr auto second_to_bring(pack<First, Rest...>*) {
  if constexpr (is_among<Owner>(static_cast<typename owners_in<First>::type*>(nullptr)))
    return std::type_identity<First>{};
  else
    return second_to_bring<Owner>(static_cast<pack<Rest...>*>(nullptr));
}

template <class Self, class Base, class... Rest, class... Owners>
constexpr bool is_reached_once(pack<Owners...>*);

template <class Self>
constexpr bool owners_are_reached_once(pack<>*) {
  return true;
}
template <class Self, class Base, class... Rest>
constexpr bool owners_are_reached_once(pack<Base, Rest...>*) {
  if constexpr (!is_reached_once<Self, Base, Rest...>(static_cast<typename owners_in<Base>::type*>(nullptr)))
    return false;
  else
    return owners_are_reached_once<Self>(static_cast<pack<Rest...>*>(nullptr));
}

template <class Self, class Base, class Owner, class... Rest>
constexpr bool owner_is_reached_once() {
  using second = typename decltype(second_to_bring<Owner>(static_cast<pack<Rest...>*>(nullptr)))::type;
  if constexpr (std::is_void_v<second>)
    return true;
  else
    return report<error::slotted_base_reached_twice<Self, Owner, Base, second>>::kept;
}
template <class Self, class Base, class... Rest, class... Owners>
constexpr bool is_reached_once(pack<Owners...>*) {
  return (true && ... && owner_is_reached_once<Self, Base, Owners, Rest...>());
}

// An aggregate is inherited from, so there must be one of it.

template <class Self, class A, class... Bases>
constexpr bool aggregate_is_no_base(pack<Bases...>*) {
  return (true && ... && [] {
    if constexpr (std::is_base_of_v<A, Bases> || std::is_base_of_v<Bases, A>)
      return report<error::aggregate_is_also_a_base<Self, A, Bases>>::kept;
    else
      return true;
  }());
}

template <class Self, class A, class Item>
constexpr bool is_no_base_of_adopted() {
  if constexpr (!is_fields_of<Item>)
    return true;
  else if constexpr (!std::is_same_v<typename Item::value_type, A> && std::is_base_of_v<A, typename Item::value_type>)
    return report<error::aggregate_is_also_a_base<Self, A, typename Item::value_type>>::kept;
  else
    return true;
}

template <class Declaration, class Item, class... Items>
constexpr bool aggregate_is_single() {
  using self = typename Declaration::self;
  if constexpr (!is_fields_of<Item>) {
    return true;
  } else {
    using A = typename Item::value_type;
    constexpr std::size_t times =
        (std::size_t{0} + ... +
         static_cast<std::size_t>(is_fields_of<Items> && std::is_same_v<typename Items::value_type, A>));
    if constexpr (times > 1)
      return report<error::aggregate_adopted_twice<self, A>>::kept;
    else if constexpr (!all_of({is_no_base_of_adopted<self, A, Items>()...}))
      return false;
    else
      return aggregate_is_no_base<self, A>(static_cast<typename Declaration::bases*>(nullptr));
  }
}
template <class Declaration, class... Items>
constexpr bool adoptions_are_legal(pack<Items...>*) {
  if constexpr (Declaration::adopts)
    return all_of({aggregate_is_single<Declaration, Items, Items...>()...});
  else
    return true;
}

/// All rules that can be asked while the class is still incomplete. A class that breaks one is laid out without slots,
/// so that no further messages follow.
template <class Declaration>
constexpr bool declaration_is_sound() {
  using self = typename Declaration::self;
  if constexpr (!parts_are_legal<self>(static_cast<typename Declaration::parts*>(nullptr)))
    return false;
  else if constexpr (!bases_are_legal<self>(static_cast<typename Declaration::bases*>(nullptr)))
    return false;
  else if constexpr (!owners_are_reached_once<self>(static_cast<typename Declaration::bases*>(nullptr)))
    return false;
  else if constexpr (!items_are_legal<self>(static_cast<typename Declaration::items*>(nullptr)))
    return false;
  else if constexpr (!names_are_unique<Declaration>())
    return false;
  else
    return adoptions_are_legal<Declaration>(static_cast<typename Declaration::items*>(nullptr));
}
template <class Declaration>
inline constexpr bool is_sound = declaration_is_sound<Declaration>();

/// A declaration that broke a rule stands for a class without parts, which no sound class is.
template <class C>
inline constexpr bool is_unsound = declaration_of<C>::parts::size == 0;

}  // namespace slotted::inline v0::detail

#endif
