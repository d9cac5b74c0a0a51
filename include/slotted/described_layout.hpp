// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Every byte of a class and what it belongs to: slots, presence bits, the pointers of dict slots and weakref slots,
// bases that are not slotted, and what is left over.
#ifndef SLOTTED_DESCRIBED_LAYOUT_HPP
#define SLOTTED_DESCRIBED_LAYOUT_HPP

#include <slotted/dump.hpp>
#include <slotted/item_array.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Bytes that belong together.
struct layout_part {
  enum kind_of_part { slot, presence, pointer, base, gap };

  std::size_t offset;
  std::size_t size;
  kind_of_part kind;
  std::size_t level;  // of the class that it belongs to, among `described_layout::classes`
  std::string name;
  std::string type;
  std::string note;
};

/// All that a picture of a class shows.
struct described_layout {
  std::string class_name;
  std::string facts;  // one line
  std::size_t size;
  std::vector<std::string_view> classes;  // bases first
  std::vector<layout_part> parts;         // in memory order, every byte once
  std::vector<const member*> bits;        // by bit from byte 0 on: the slot, or null
};

// What a class has besides slots, found through its declarations.

/// The class that an entry's owner is, without the names that two local classes may share.
template <class Owner>
inline constexpr char class_mark = 0;

template <class... Entries>
std::vector<const char*> owner_marks_of(pack<Entries...>*) {
  return {&class_mark<typename Entries::owner>...};
}

class parts_of_class {
 public:
  std::vector<layout_part> found;
  std::vector<std::string_view> classes;
  std::vector<const char*> marks;

  /// Bases first.
  template <class C, class Self>
  void add_class() {
    using declared = declaration_of<Self>;
    add_bases<C>(static_cast<typename declared::bases*>(nullptr));
    const std::size_t level = classes.size();
    classes.push_back(class_name<Self>);
    marks.push_back(&class_mark<Self>);
    // Offsets are counted in an object that is never defined: by the compiler, or not at all.
    if constexpr (declared::declares_dict) {
      constexpr std::size_t offset = offset_of_dict<C>();
      add(offset, sizeof(void*), level, "dict slot");
    }
    if constexpr (declared::declares_weakref) {
      constexpr std::size_t offset = offset_of_weakref<C>();
      add(offset, sizeof(void*), level, "weakref slot");
    }
    if constexpr (declared::declares_items && !std::is_abstract_v<C>) {
      constexpr std::size_t offset = offset_of_base<C, count_cell_of<declared>>();
      add(offset, sizeof(item_count_of<declared>), level, "count of items");
    }
    if constexpr (presence_of<declared>.bits != 0) {
      constexpr std::size_t bits = presence_of<declared>.bits;
      constexpr std::size_t offset = offset_of_presence<C, declared>();
      found.push_back({offset, presence_of<declared>.bytes(), layout_part::presence, level, "presence bits", "",
                       std::to_string(bits) + (bits == 1 ? " bit" : " bits")});
    }
  }

 private:
  template <class C, class... Bases>
  void add_bases(pack<Bases...>*) {
    (add_base<C, Bases>(), ...);
  }
  template <class C, class Base>
  void add_base() {
    if constexpr (slotted_class<Base>) {
      if constexpr (!std::is_same_v<Base, seen_as<Base>>) add_foreign<C, Base>();
      add_class<C, seen_as<Base>>();
    } else {
      add_foreign<C, Base>();
    }
  }
  /// A base that is not slotted, or has more than its slots: what lies between them is its own.
  template <class C, class Base>
  void add_foreign() {
    if constexpr (!std::is_empty_v<Base> && !std::is_abstract_v<C> && !std::is_abstract_v<Base>) {
      constexpr std::size_t offset = offset_of_base<C, Base>();
      found.push_back({offset, data_size_of<Base>(), layout_part::base, classes.size(),
                       std::string(without_scope(type_name<Base>)), "", "a base that is not slotted"});
    }
  }
  void add(std::size_t offset, std::size_t size, std::size_t level, const char* name) {
    found.push_back({offset, size, layout_part::pointer, level, name, "", ""});
  }
};

/// Parts in memory order, without overlaps, and gaps between them. Of two that meet the one that begins later, or is
/// smaller, keeps its bytes: slots lie in what a base leaves over.
inline std::vector<layout_part> covered(std::size_t size, const std::vector<layout_part>& parts) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> owner(size, none);
  for (const layout_part::kind_of_part kind :
       {layout_part::base, layout_part::slot, layout_part::pointer, layout_part::presence})
    for (std::size_t i = 0; i != parts.size(); ++i)
      for (std::size_t at = parts[i].offset; parts[i].kind == kind && at < parts[i].offset + parts[i].size; ++at)
        if (at < size) owner[at] = i;
  std::vector<layout_part> out;
  for (std::size_t at = 0; at != size;) {
    std::size_t end = at + 1;
    while (end != size && owner[end] == owner[at]) ++end;
    layout_part part = owner[at] == none ? layout_part{0, 0, layout_part::gap, 0, "", "", ""} : parts[owner[at]];
    part.offset = at;
    part.size = end - at;
    out.push_back(part);
    at = end;
  }
  return out;
}

template <class C>
described_layout described_layout_of() {
  const auto& layout = layout_of<C>;
  parts_of_class parts;
  parts.template add_class<C, C>();
  described_layout drawn{std::string(class_name<C>), "", layout.size, parts.classes, {}, {}};
  drawn.facts = std::to_string(layout.size) + (layout.size == 1 ? " byte" : " bytes") + ", alignment " +
                std::to_string(layout.alignment);
  if (layout.padding != 0) drawn.facts += ", " + std::to_string(layout.padding) + " not used by slots";
  if (layout.data_size != layout.size && layout.size > 1)
    drawn.facts += ", a derived class may begin at byte " + std::to_string(layout.data_size);
  if constexpr (declaration_of<C>::has_items && !std::is_abstract_v<C>) {
    constexpr std::size_t offset = offset_of_base<C, typename items_declaration_of<declaration_of<C>>::self>();
    drawn.facts +=
        ", items of " + std::to_string(layout.item_size) + " bytes each from byte " +
        std::to_string(offset + trailing_layout<items_declaration_of<declaration_of<C>>>::offset(usual_distance<C>()));
  }

  const std::vector<const char*> owners = owner_marks_of(static_cast<entries_of<declaration_of<C>>*>(nullptr));
  drawn.bits.resize(8 * layout.size);
  for (std::size_t i = 0; i != owners.size(); ++i) {
    const member& slot = members<C>[i];
    std::size_t level = 0;
    while (parts.marks[level] != owners[i]) ++level;
    parts.found.push_back({slot.offset, slot.size, layout_part::slot, level, std::string(slot.name),
                           std::string(slot.type_name), slot_note(slot)});
    for (std::size_t bit = 0; bit != 8; ++bit)
      if (slot.presence_mask == 1u << bit) drawn.bits[8 * slot.presence_offset + bit] = &slot;
  }
  // The first pointer of a polymorphic class, where no base that is not slotted has it.
  if constexpr (std::is_polymorphic_v<C>)
    if (covered(sizeof(void*), parts.found).front().kind == layout_part::gap)
      parts.found.push_back({0, sizeof(void*), layout_part::pointer, parts.classes.size() - 1, "vptr", "", ""});
  if (!std::is_empty_v<C> || !members<C>.empty()) drawn.parts = covered(layout.size, parts.found);
  if (drawn.parts.empty()) drawn.parts.push_back({0, layout.size, layout_part::gap, 0, "", "", ""});
  return drawn;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
