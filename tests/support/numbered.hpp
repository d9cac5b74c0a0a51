// Lists of any number of slots, named s0000, s0001, ...
#pragma once

#include <slotted/slotted.hpp>

#include <cstddef>
#include <utility>

namespace support {

consteval slotted::name<6> number_name(std::size_t i) {
  const char text[6] = {'s',
                        static_cast<char>('0' + i / 1000 % 10),
                        static_cast<char>('0' + i / 100 % 10),
                        static_cast<char>('0' + i / 10 % 10),
                        static_cast<char>('0' + i % 10),
                        '\0'};
  return slotted::name<6>(text);
}

template <template <slotted::name, class, class...> class Kind, class T, class Indices>
struct numbered_list;
template <template <slotted::name, class, class...> class Kind, class T, std::size_t... I>
struct numbered_list<Kind, T, std::index_sequence<I...>> : slotted::slot_list<Kind<number_name(I), T>...> {};

template <std::size_t Count, class T = unsigned char>
using numbered_slots = numbered_list<slotted::slot, T, std::make_index_sequence<Count>>;
template <std::size_t Count, class T = unsigned char>
using numbered_fields = numbered_list<slotted::field, T, std::make_index_sequence<Count>>;

}  // namespace support
