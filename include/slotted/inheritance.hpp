// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The rules of inheritance and of a declaration as a whole: what Python lets corrupt at run time does not compile here,
// first of all a slot that a base declares already.
#ifndef SLOTTED_INHERITANCE_HPP
#define SLOTTED_INHERITANCE_HPP

#include <slotted/class_record.hpp>
#include <slotted/entries.hpp>
#include <slotted/policies.hpp>
#include <slotted/slot_rules.hpp>

#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

// The rules. Each check returns whether its rule is kept, and says what is wrong where it is not.

template <class Self, class Part>
constexpr bool part_is_known() {
  if constexpr (!bases_in<Part>::is_extends && !std::is_same_v<Part, declared_order> && !is_value_policy<Part> &&
                std::is_void_v<typename override_in<Part>::name_type> && !is_list<Part>())
    return report<error::part_of_object_is_neither_slots_nor_extends_nor_a_policy<Self, Part>>::kept;
  else
    return true;
}
/// Stops at the first that is not.
template <class Self>
constexpr bool parts_are_known() {
  return true;
}
template <class Self, class Part, class... Rest>
constexpr bool parts_are_known() {
  if constexpr (!part_is_known<Self, Part>())
    return false;
  else
    return parts_are_known<Self, Rest...>();
}

template <class Self, class... Parts>
constexpr bool parts_are_legal(pack<Parts...>*) {
  constexpr std::size_t lists = (std::size_t{0} + ... + static_cast<std::size_t>(is_list<Parts>()));
  constexpr std::size_t extensions = (std::size_t{0} + ... + static_cast<std::size_t>(bases_in<Parts>::is_extends));
  if constexpr (!parts_are_known<Self, Parts...>()) {
    return false;
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

// One dict slot and one weakref slot in an object.

/// The first of the bases that brings one; void where none does.
template <class Kind>
constexpr auto first_to_bring(pack<>*) {
  return std::type_identity<void>{};
}
template <class Kind, class First, class... Rest>
constexpr auto first_to_bring(pack<First, Rest...>*) {
  if constexpr (brings<Kind, First>())
    return std::type_identity<First>{};
  else
    return first_to_bring<Kind>(static_cast<pack<Rest...>*>(nullptr));
}
template <class Kind, class... Bases>
constexpr auto second_to_bring_kind(pack<Bases...>*) {
  using first = typename decltype(first_to_bring<Kind>(static_cast<pack<Bases...>*>(nullptr)))::type;
  return first_to_bring<Kind>(
      static_cast<join_t<std::conditional_t<std::is_same_v<Bases, first>, pack<>, pack<Bases>>...>*>(nullptr));
}

/// How many bases away the class is that declares one.
template <class Kind, class Declaration>
constexpr std::size_t levels_to() {
  if constexpr (Declaration::declares(Kind{})) {
    return 0;
  } else {
    using base = typename decltype(first_to_bring<Kind>(static_cast<typename Declaration::bases*>(nullptr)))::type;
    return 1 + levels_to<Kind, declaration_of<base>>();
  }
}

template <class Kind, class... Items>
constexpr std::size_t count_items(pack<Items...>*) {
  std::size_t count = 0;
  for (const bool is_it : {false, Kind::template is<Items>...}) count += is_it;
  return count;
}

template <class Kind, class Self>
struct mistakes_of;
template <class Self>
struct mistakes_of<dict_kind, Self> {
  using given_twice = error::dict_slot_given_twice<Self>;
  template <class First, class Second>
  using brought_by_two_bases = error::dict_slot_brought_by_two_bases<Self, First, Second>;
  template <class Base>
  using already_declared_by_base = error::dict_slot_already_declared_by_base<Self, Base>;
  template <class Base>
  using too_far_away = error::dict_slot_is_more_than_15_bases_away<Self, Base>;
  static constexpr std::size_t most = most_levels;
};
template <class Self>
struct mistakes_of<weakref_kind, Self> {
  using given_twice = error::weakref_slot_given_twice<Self>;
  template <class First, class Second>
  using brought_by_two_bases = error::weakref_slot_brought_by_two_bases<Self, First, Second>;
  template <class Base>
  using already_declared_by_base = error::weakref_slot_already_declared_by_base<Self, Base>;
  template <class Base>
  using too_far_away = error::weakref_slot_is_more_than_126_bases_away<Self, Base>;
  static constexpr std::size_t most = 126;  // weak_level<>() is below that of watched<>
};

template <class Self>
struct mistakes_of<items_kind, Self> {
  using given_twice = error::items_given_twice<Self>;
  template <class First, class Second>
  using brought_by_two_bases = error::items_brought_by_two_bases<Self, First, Second>;
  template <class Base>
  using already_declared_by_base = error::items_already_declared_by_base<Self, Base>;
  template <class Base>
  using too_far_away = void;
  static constexpr std::size_t most = static_cast<std::size_t>(-1);
};

template <class Kind, class Declaration>
constexpr bool is_single() {
  using self = typename Declaration::self;
  using bases = typename Declaration::bases;
  using mistakes = mistakes_of<Kind, self>;
  if constexpr (!Declaration::has(Kind{})) {
    return true;
  } else if constexpr (count_items<Kind>(static_cast<typename Declaration::items*>(nullptr)) > 1) {
    return report<typename mistakes::given_twice>::kept;
  } else {
    using first = typename decltype(first_to_bring<Kind>(static_cast<bases*>(nullptr)))::type;
    using second = typename decltype(second_to_bring_kind<Kind>(static_cast<bases*>(nullptr)))::type;
    if constexpr (!std::is_void_v<second>) {
      return report<typename mistakes::template brought_by_two_bases<first, second>>::kept;
    } else if constexpr (Declaration::declares(Kind{}) && !std::is_void_v<first>) {
      using declarer = typename decltype(find_declaration<Kind, declaration_of<first>>())::type;
      return report<typename mistakes::template already_declared_by_base<typename declarer::self>>::kept;
    } else if constexpr (levels_to<Kind, Declaration>() > mistakes::most) {
      using declarer = typename decltype(find_declaration<Kind, Declaration>())::type;
      return report<typename mistakes::template too_far_away<typename declarer::self>>::kept;
    } else {
      return true;
    }
  }
}

// Behind a base with items comes what Python allows there, and nothing else.

template <class Declaration>
constexpr bool adds_what_items_allow() {
  if constexpr (!bring<items_kind>(static_cast<typename Declaration::bases*>(nullptr))) {
    return true;
  } else {
    using self = typename Declaration::self;
    using owner = typename items_declaration_of<Declaration>::self;
    if constexpr (Declaration::count != 0)
      return report<error::slot_declared_on_a_base_with_items<
          self, at<0, typename Declaration::slots_pack>::name_type::literal, owner>>::kept;
    else if constexpr (Declaration::declares_weakref)
      return report<error::weakref_slot_declared_on_a_base_with_items<self, owner>>::kept;
    else
      return true;
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
  else if constexpr (!is_single<dict_kind, Declaration>())
    return false;
  else if constexpr (!is_single<weakref_kind, Declaration>())
    return false;
  else if constexpr (!is_single<items_kind, Declaration>())
    return false;
  else if constexpr (!adds_what_items_allow<Declaration>())
    return false;
  else
    return adoptions_are_legal<Declaration>(static_cast<typename Declaration::items*>(nullptr));
}
template <class Declaration>
inline constexpr bool is_sound = declaration_is_sound<Declaration>();

/// Whether the class's declaration broke a rule.
template <class C>
inline constexpr bool is_unsound = is_wrong<declaration_of<C>>;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
