// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The layout of a class as a table that people can read. Not in the umbrella.
#ifndef SLOTTED_DUMP_HPP
#define SLOTTED_DUMP_HPP

#include <slotted/inspect.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// One line of the table: a slot, the presence bits of a class, or bytes that belong to neither.
struct dump_line {
  std::size_t offset;
  std::size_t size;
  std::string name;
  std::string type;
  std::string note;
};

inline std::string padded(std::string_view text, std::size_t width, bool right = false) {
  std::string out(text.size() < width ? width - text.size() : 0, ' ');
  return right ? out + std::string(text) : std::string(text) + out;
}

inline std::string slot_note(const member& slot) {
  std::string note;
  const auto add = [&note](std::string_view text) {
    if (!note.empty()) note += ", ";
    note += text;
  };
  if ((slot.flags & member::is_field) != 0) {
    add("field");
  } else {
    unsigned bit = 0;
    while ((1u << bit) != slot.presence_mask) ++bit;
    add("byte " + std::to_string(slot.presence_offset) + " bit " + std::to_string(bit));
  }
  if ((slot.flags & member::is_readonly) != 0) add("readonly");
  if ((slot.flags & member::is_inherited) != 0) add("inherited");
  if ((slot.flags & member::is_hidden) != 0) add("hidden");
  if (!slot.doc.empty()) add(slot.doc);
  return note;
}

/// Lines in memory order, gaps filled. At most O(slots^2), and small.
template <std::size_t N>
std::string layout_table(std::string_view class_name, const class_layout<N>& layout) {
  std::string out = std::string(class_name) + ": " + std::to_string(layout.size) + " bytes, alignment " +
                    std::to_string(layout.alignment) + ", " + std::to_string(layout.padding) + " not used by slots";
  if (layout.data_size != layout.size) out += ", a derived class may begin at byte " + std::to_string(layout.data_size);
  out += "\n  offset   size  slot\n";

  std::size_t name_width = 0;
  std::size_t type_width = 0;
  for (const member& slot : layout.memory_order) {
    if (slot.name.size() > name_width) name_width = slot.name.size();
    if (slot.type_name.size() > type_width) type_width = slot.type_name.size();
  }
  const auto write = [&](const dump_line& line) {
    out += padded(std::to_string(line.offset), 8, true) + padded(std::to_string(line.size), 7, true) + "  " +
           padded(line.name, name_width) + "  " + padded(line.type, type_width) + "  " + line.note;
    while (out.back() == ' ') out.pop_back();
    out += '\n';
  };

  const auto is_presence = [&layout](std::size_t byte) {
    for (const member& slot : layout.memory_order)
      if (slot.presence_mask != 0 && slot.presence_offset == byte) return true;
    return false;
  };
  // Bytes from `begin` to `end` that belong to no slot: runs of presence bytes and runs of others.
  const auto write_gap = [&](std::size_t begin, std::size_t end) {
    while (begin < end) {
      const bool presence = is_presence(begin);
      std::size_t next = begin + 1;
      while (next < end && is_presence(next) == presence) ++next;
      write({begin, next - begin, presence ? "(presence bits)" : "(no slot)", "", ""});
      begin = next;
    }
  };

  std::size_t at = 0;
  for (const member& slot : layout.memory_order) {
    write_gap(at, slot.offset);
    write({slot.offset, slot.size, std::string(slot.name), std::string(slot.type_name), slot_note(slot)});
    at = slot.offset + slot.size;
  }
  if (!layout.memory_order.empty() || layout.size > 1) write_gap(at, layout.size);
  return out;
}

}  // namespace detail

/// The layout of `C` as text: one line for each slot in memory order, for its presence bits, and for the bytes between
/// that belong to no slot (padding, a vptr, members that are not slots). Ends with a newline.
/// @snippet looking.cpp dump
template <class C>
  requires detail::slotted_class<C>
[[nodiscard]] std::string layout_text() {
  return detail::layout_table(class_name<C>, layout_of<C>);
}

/// Prints `layout_text<C>()`.
/// @snippet looking.cpp dump
template <class C>
  requires detail::slotted_class<C>
void dump(std::ostream& out) {
  out << layout_text<C>();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
