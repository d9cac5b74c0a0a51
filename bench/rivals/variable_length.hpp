// The rivals of objects of variable length. Two things are made in the way of each, both on the heap behind one
// pointer: a node of a tree, which owns its children, and a text with its hash, which never changes.
//
//   tree, tree_owner          a node, and who owns it
//   make_tree(id, children)   a node that takes these children over
//   id(t), children(t)        what it was made of
//   text, text_owner          a text, and who owns it
//   make_text(hash, view)
//   hash(t), view(t)          what it was made of
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include "../support/measured.hpp"

namespace bench {

namespace sl = slotted;
using namespace slotted::literals;

struct objects_with_items {
  struct tree : sl::object<tree, sl::slots<sl::field<"id", std::uint32_t>, sl::items<std::unique_ptr<tree>>>> {
    using object::object;
  };
  struct text : sl::object<text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
    using object::object;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    const auto taken = sl::generated(children.size(), [children](std::size_t i) { return std::move(children[i]); });
    return sl::make_with_items<tree>(taken, id);
  }
  static std::uint32_t id(const tree& t) { return t["id"_slot]; }
  static std::span<const tree_owner> children(const tree& t) { return items_of(t); }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    return sl::make_with_items<text>(view, hash);
  }
  static std::uint32_t hash(const text& t) { return t["hash"_slot]; }
  static std::string_view view(const text& t) { return {items_of(t).data(), items_of(t).size()}; }
};

// What one allocation is at its barest: a struct, and behind it as many items as it says.
struct blocks_by_hand {
  struct tree;
  struct text;
  struct end {
    void operator()(tree* t) const noexcept;
    void operator()(text* t) const noexcept { ::operator delete(t); }
  };
  using tree_owner = std::unique_ptr<tree, end>;
  using text_owner = std::unique_ptr<text, end>;
  struct tree {
    std::uint32_t id, count;
  };
  struct text {
    std::uint32_t hash, count;
  };

  static tree_owner* first_child(const tree& t) {
    return reinterpret_cast<tree_owner*>(reinterpret_cast<unsigned char*>(const_cast<tree*>(&t)) + sizeof(tree));
  }
  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    void* const memory = ::operator new(sizeof(tree) + children.size() * sizeof(tree_owner));
    tree_owner made(::new (memory) tree{id, static_cast<std::uint32_t>(children.size())});
    std::uninitialized_move(children.begin(), children.end(), first_child(*made));
    return made;
  }
  static std::uint32_t id(const tree& t) { return t.id; }
  static std::span<const tree_owner> children(const tree& t) { return {first_child(t), t.count}; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    void* const memory = ::operator new(sizeof(text) + view.size());
    text_owner made(::new (memory) text{hash, static_cast<std::uint32_t>(view.size())});
    std::memcpy(static_cast<unsigned char*>(memory) + sizeof(text), view.data(), view.size());
    return made;
  }
  static std::uint32_t hash(const text& t) { return t.hash; }
  static std::string_view view(const text& t) { return {reinterpret_cast<const char*>(&t) + sizeof(text), t.count}; }
};
inline void blocks_by_hand::end::operator()(tree* t) const noexcept {
  std::destroy_n(first_child(*t), t->count);
  ::operator delete(t);
}

// A text of this one is a std::string, which has room for 15 characters in itself.
struct vectors {
  struct tree {
    std::uint32_t number;
    std::vector<std::unique_ptr<tree>> all;
  };
  struct text {
    std::uint32_t number;
    std::string all;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    return tree_owner(
        new tree{id, {std::make_move_iterator(children.begin()), std::make_move_iterator(children.end())}});
  }
  static std::uint32_t id(const tree& t) { return t.number; }
  static std::span<const tree_owner> children(const tree& t) { return t.all; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    return text_owner(new text{hash, std::string(view)});
  }
  static std::uint32_t hash(const text& t) { return t.number; }
  static std::string_view view(const text& t) { return t.all; }
};

struct arrays {
  struct tree {
    std::uint32_t number, count;
    std::unique_ptr<std::unique_ptr<tree>[]> all;
  };
  struct text {
    std::uint32_t number, count;
    std::unique_ptr<char[]> all;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    const auto count = static_cast<std::uint32_t>(children.size());
    tree_owner made(new tree{id, count, count != 0 ? std::make_unique<tree_owner[]>(count) : nullptr});
    std::ranges::move(children, made->all.get());
    return made;
  }
  static std::uint32_t id(const tree& t) { return t.number; }
  static std::span<const tree_owner> children(const tree& t) { return {t.all.get(), t.count}; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    text_owner made(new text{hash, static_cast<std::uint32_t>(view.size()),
                             view.empty() ? nullptr : std::make_unique_for_overwrite<char[]>(view.size())});
    std::ranges::copy(view, made->all.get());
    return made;
  }
  static std::uint32_t hash(const text& t) { return t.number; }
  static std::string_view view(const text& t) { return {t.all.get(), t.count}; }
};

inline constexpr auto variable_length_rivals =
    std::tuple(named<objects_with_items>{"slotted, items"}, named<blocks_by_hand>{"one block by hand"},
               named<vectors>{"vector, string"}, named<arrays>{"unique_ptr<T[]>"});

}  // namespace bench
