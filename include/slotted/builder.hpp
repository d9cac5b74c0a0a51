// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// builder<C>: an object in the making, all slots unset, that takes values by names that come at run time.
#ifndef SLOTTED_BUILDER_HPP
#define SLOTTED_BUILDER_HPP

#include <slotted/object.hpp>
#include <slotted/replace.hpp>
#include <slotted/slot_set.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

// What a builder keeps its values in: a class with the slots of C, all of which may be unset. Names, aliases, types and
// messages are those of C.

template <class Entry, class... Traits>
slot<Entry::name_type::literal, std::remove_cv_t<typename Entry::value_type>, Traits...> unset_slot(pack<Traits...>*);

template <class Trait>
using kept_trait =
    std::conditional_t<trait_facts<Trait>::kind == trait_kind::alias || trait_facts<Trait>::kind == trait_kind::hidden,
                       pack<Trait>, pack<>>;
template <class... Traits>
join_t<kept_trait<Traits>...> kept_traits(pack<Traits...>*);

template <class Entry>
using builder_slot = decltype(unset_slot<Entry>(
    static_cast<decltype(kept_traits(static_cast<typename Entry::slot::trait_pack*>(nullptr)))*>(nullptr)));

template <class Entries>
struct builder_list;
template <class... Entries>
struct builder_list<pack<Entries...>> : slot_list<builder_slot<Entries>...> {};

/// The same with a dict slot where the class has one. A builder is not weakly referenced.
template <class C>
struct builder_items : builder_list<entries_of<declaration_of<C>>> {};
template <class C>
  requires(declaration_of<C>::has_dict)
struct builder_items<C>
    : slot_list<builder_list<entries_of<declaration_of<C>>>, dict_slot<dict_type_of<declaration_of<C>>>> {};

template <class C>
struct builder_values : object<builder_values<C>, builder_items<C>> {
  using builder_values::object::object;
};
template <class C>
inline constexpr std::string_view given_class_name<builder_values<C>> = name_of_class<C>;

/// The class that is built from such values.
template <class Values>
struct class_built_from;
template <class C>
struct class_built_from<builder_values<C>> {
  using type = C;
};
/// An entry's slot as the class to be built has it, with the default that counts there.
template <class Entry, class Values>
using built_slot = slot_in<declaration_of<typename class_built_from<Values>::type>, Entry>;

/// The value for a field: the builder's, if it has one, else the field's default.
template <class Entry, class Values>
struct built_value {
  using kept = entry_named<Values, typename Entry::name_type>;
  Values& values;

  template <class T>
  static constexpr bool makes() {
    return true;
  }
  template <class T>
  constexpr T make() const {
    if constexpr (built_slot<Entry, Values>::traits::has_default)
      if (!is_set<kept>(values)) return default_value<built_slot<Entry, Values>>(place_of<Entry>);
    return T(std::move(unchecked_value<kept>(values)));
  }
};
template <class Entry, class Values>
inline constexpr bool is_in_place<built_value<Entry, Values>> = true;

/// What the constructor is given for an entry: the value of a field ...
template <class Entry, class Values>
struct built_argument {
  using type = argument<typename Entry::name_type, const built_value<Entry, Values>&>;
  built_value<Entry, Values> value;
  constexpr explicit built_argument(Values& values) : value{values} {}
  constexpr type get() { return {value}; }
};
/// ... an array, which no function can return: its default is made where the values are, and taken away again ...
template <class Entry, class Values>
  requires(std::is_array_v<typename Entry::value_type> && !adopted_entry<Entry>)
struct built_argument<Entry, Values> {
  using kept = entry_named<Values, typename Entry::name_type>;
  using type = argument<typename Entry::name_type, typename kept::value_type>;
  Values& source;
  bool is_default = false;
  constexpr explicit built_argument(Values& values) : source(values) {
    if constexpr (built_slot<Entry, Values>::traits::has_default)  // one without is set, or missing
      if (!is_set<kept>(values)) {
        construct_slot<kept>(values, value_maker<kept, arguments<>>{arguments<>{}});
        is_default = true;
      }
  }
  built_argument(const built_argument&) = delete;
  constexpr ~built_argument() {
    if (is_default) destroy_slot<kept>(source);
  }
  constexpr type get() { return {std::move(unchecked_value<kept>(source))}; }
};
/// ... or an aggregate, of which this entry is the first member.
template <adopted_entry Entry, class Values>
struct built_argument<Entry, Values> {
  using declared = typename Entry::declaration;
  using adopted = typename Entry::slot::adopted;
  using aggregate = typename adopted::aggregate;
  using type = argument<whole_name<aggregate>, aggregate>;
  template <std::size_t I>
  using member = slot_entry<declared, Entry::own_index + I>;
  template <std::size_t I>
  using kept = entry_named<Values, typename member<I>::name_type>;

  cell_of<Entry> made;

  constexpr explicit built_argument(Values& values)
      : built_argument(values, std::make_index_sequence<adopted::required>{},
                       std::make_index_sequence<adopted::count - adopted::required>{}) {}
  constexpr type get() { return {static_cast<aggregate&&>(made)}; }

 private:
  template <std::size_t... Required, std::size_t... Other>
  constexpr built_argument(Values& values, std::index_sequence<Required...>, std::index_sequence<Other...>)
      : made(maker<Required...>{given<Required...>{{std::move(unchecked_value<kept<Required>>(values))}...}}) {
    const bool done[] = {true, assign<adopted::required + Other>(values)...};
    static_cast<void>(done);
  }
  template <std::size_t... Required>
  using given = arguments<argument<typename member<Required>::name_type, typename kept<Required>::value_type>...>;
  template <std::size_t... Required>
  using maker = adopted_maker<declared, cell_index<declared, Entry::own_index>(), given<Required...>>;

  template <std::size_t I>
  constexpr bool assign(Values& values) {
    using T = typename member<I>::value_type;
    if constexpr (!std::is_move_assignable_v<std::remove_all_extents_t<T>>)
      return report<
          error::slot_type_cannot_be_assigned<typename declared::self, member<I>::name_type::literal, T>>::kept;
    else if (is_set<kept<I>>(values))
      assign_elements(adopted::template in<I>(static_cast<aggregate&>(made)),
                      std::move(unchecked_value<kept<I>>(values)));
    return true;
  }
};

/// Whether an entry has an argument of its own: fields, slots with a default, and the first member of each aggregate.
template <class Entry, class Values>
constexpr bool has_built_argument() {
  if constexpr (adopted_entry<Entry>)
    return Entry::slot::index == 0;
  else
    return !Entry::may_be_unset || built_slot<Entry, Values>::traits::has_default;  // no default is made for nothing
}
template <class Values, class... Entries>
join_t<std::conditional_t<has_built_argument<Entries, Values>(), pack<built_argument<Entries, Values>>, pack<>>...>
built_arguments_of(pack<Entries...>*);

template <class Arguments>
struct kept_arguments;
template <class... Arguments>
struct kept_arguments<pack<Arguments...>> : Arguments... {
  using given = arguments<typename Arguments::type...>;
  template <class Values>
  SLOTTED_INLINE constexpr explicit kept_arguments(Values& from) : Arguments(from)... {}
  template <class Given>
  SLOTTED_INLINE constexpr Given collect() {
    return Given{{Arguments::get()...}};
  }
};
template <class C, class Values>
using arguments_of_built = kept_arguments<decltype(built_arguments_of<Values>(
    static_cast<constructor_entries_of<declaration_of<C>>*>(nullptr)))>;

// All arguments of the constructor, kept while it runs. Classes of their own: each function that makes a value has the
// name of one of them in its symbol, and theirs do not list all slots.

template <class C, class Values>
struct built_given : arguments_of_built<C, Values>::given {};

template <class C, class Values>
struct argument_keeper : arguments_of_built<C, Values> {
  constexpr explicit argument_keeper(Values& from) : arguments_of_built<C, Values>(from) {}
  constexpr built_given<C, Values> get() { return this->template collect<built_given<C, Values>>(); }
};

/// A C of what its constructor takes of the values, which have what they had, if moved from.
template <class C, class Values>
constexpr C construct_built(Values& values) {
  argument_keeper<C, Values> keeper(values);
  return C(from_arguments{}, keeper.get());
}

/// Whether the constructor of a C takes the slot: all, unless a base has constructors of its own.
template <class C, class Entry>
constexpr bool is_constructed() {
  using constructed = constructor_entries_of<declaration_of<C>>;
  if constexpr (constructed::size == entries_of<declaration_of<C>>::size)
    return true;
  else
    return is_name_of<typename Entry::name_type>(static_cast<constructed*>(nullptr));
}

template <class C, class Values, class Entry>
constexpr bool finish_entry(C& made, Values& values) {
  using kept = entry_named<Values, typename Entry::name_type>;
  using given = arguments<argument<typename Entry::name_type, typename kept::value_type>>;
  if constexpr (!is_constructed<C, Entry>() || (Entry::may_be_unset && !has_built_argument<Entry, Values>()))
    if (is_set<kept>(values)) overwrite<Entry, C>(made, given{{std::move(unchecked_value<kept>(values))}});
  return true;
}

/// Makes a C from the builder's values, which are moved; all that are needed are there.
template <class C, class Values, class... Entries>
constexpr C build_object(Values& values, pack<Entries...>*) {
  C made = construct_built<C>(values);
  const bool done[] = {true, finish_entry<C, Values, Entries>(made, values)...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::has_dict)
    if (!dict_of(values).is_constant()) dict_of(static_cast<seen_as<C>&>(made)).add_all(dict_of(values));
  return made;
}

template <class C, class Entry>
constexpr bool is_required_of() {
  return is_required<slot_in<declaration_of<C>, Entry>> && is_constructed<C, Entry>();
}

/// The names as CPython lists them: 'x', 'y', and 'z'.
template <class C>
inline std::string listed(const slot_set<C>& missing) {
  const std::size_t count = missing.size();
  std::string list;
  std::size_t i = 0;
  for (const std::string_view name : missing) {
    if (i != 0) list += count == 2 ? " and " : i + 1 == count ? ", and " : ", ";
    list += quoted(name);
    ++i;
  }
  return list;
}

/// CPython's sentence, with all names.
template <class C>
[[noreturn]] SLOTTED_COLD inline void raise_missing(const slot_set<C>& missing) {
  const std::size_t count = missing.size();
  const std::string what = joined({class_name<C>, ".__init__() missing ", std::to_string(count),
                                   " required positional argument", count == 1 ? ": " : "s: ", listed(missing)});
  raise<type_error>(what, class_name<C>, *missing.begin());
}

}  // namespace detail

/// An object in the making: all slots unset, set one by one by any kind of name, then made. For rows of a table, lines
/// of a file, messages: wherever names and their order come at run time.
///
///     slotted::builder<Event> row;
///     row.set("kind", "click").set("ts", 12);
///     Event event = std::move(row).build();  // type_error that names every field that is missing
///
/// `C` must inherit object's constructors. Readonly slots can be set too: the object is not made yet. Values are kept
/// in slots and assigned there, so a slot of a type that cannot be assigned cannot be set.
/// @snippet values.cpp builder
template <class C>
  requires detail::slotted_class<C>
class builder {
  using seen = detail::seen_as<C>;
  using values_type = detail::builder_values<seen>;
  using entries = detail::entries_of<detail::declaration_of<C>>;

 public:
  /// Sets a slot, named as to any verb or by its descriptor, by the value rule; a later value replaces an earlier one.
  /// A name that no slot has is that of a dynamic attribute in a class with a dict slot, else an attribute_error. A
  /// type_error where the value does not fit. Nothing is changed by a call that throws.
  template <class Name, class V>
  constexpr builder& set(const Name& name, V&& value) {
    setattr(values_, own_name(name), std::forward<V>(value));
    return *this;
  }
  /// Whether the slot has been set. False where no slot has that name.
  template <class Name>
  [[nodiscard]] constexpr bool has(const Name& name) const noexcept {
    return hasattr(values_, own_name(name));
  }
  /// All slots unset again.
  constexpr void clear() noexcept {
    values_.~values_type();
    std::construct_at(&values_);
  }

  /// The fields that must be set before an object can be made, and are not.
  [[nodiscard]] constexpr slot_set<seen> missing() const noexcept {
    return find_unset<true>(std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  }
  /// All slots that have not been set.
  [[nodiscard]] constexpr slot_set<seen> unset() const noexcept {
    return find_unset<false>(std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  }

  /// The object. Slots that were not set are unset or have their defaults. type_error where a field is missing, with
  /// all their names.
  [[nodiscard]] constexpr C build() && {
    if constexpr (!detail::takes_arguments<C>())
      static_cast<void>(detail::report<error::class_does_not_inherit_object_constructors<C>>::kept);
    if (const slot_set<seen> lacking = missing(); !lacking.empty()) detail::raise_missing(lacking);
    return detail::build_object<C>(values_, static_cast<entries*>(nullptr));
  }
  /// The same from copies of the values.
  [[nodiscard]] constexpr C build() const& { return builder(*this).build(); }

 private:
  template <class Name>
  static constexpr decltype(auto) own_name(const Name& name) noexcept {
    if constexpr (std::is_same_v<Name, slot_key<seen>>) {
      return slot_key<values_type>::at(name.index());
    } else if constexpr (requires { typename Name::owner_type; }) {
      return own_name(Name::key);
    } else {
      if constexpr (detail::is_slot_name<Name>) static_cast<void>(detail::can_be_asked_for<C, Name>());
      return (name);
    }
  }

  template <bool OnlyRequired, std::size_t... I, class... Entries>
  constexpr slot_set<seen> find_unset(std::index_sequence<I...>, detail::pack<Entries...>*) const noexcept {
    slot_set<seen> found;
    const bool done[] = {true, ((OnlyRequired && !detail::is_required_of<C, Entries>()) ||
                                hasattr(values_, typename Entries::name_type{}) ||
                                (static_cast<void>(found.insert(slot_key<seen>::at(I))), true))...};
    static_cast<void>(done);
    return found;
  }

  values_type values_;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
