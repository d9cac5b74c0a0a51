// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What the compiler can do, and every macro of the library.
#ifndef SLOTTED_CONFIG_HPP
#define SLOTTED_CONFIG_HPP

#include <slotted/version.hpp>

#if !defined(__cpp_concepts) || __cpp_concepts < 201907L || !defined(__cpp_nontype_template_args) || \
    __cpp_nontype_template_args < 201911L
// clang 16 and 17 lack floating-point template arguments only, and report the older number.
#if !(defined(__clang__) && __clang_major__ >= 16)
#error "slotted needs C++20: GCC 12 or later, or Clang 16 or later, with -std=c++20"
#endif
#endif

// Asked for by the user, who then writes p.x: the slots of a class are members of it (real_members.hpp). The namespace
// is another one, so that no program can hold two definitions of one class of ours.
#if !defined(SLOTTED_REAL_MEMBERS)
#define SLOTTED_REAL_MEMBERS 0
#endif
#if SLOTTED_REAL_MEMBERS && !defined(__cpp_impl_reflection)
#error "SLOTTED_REAL_MEMBERS needs the reflection of C++26: GCC 16 or later, with -std=c++26 -freflection"
#undef SLOTTED_REAL_MEMBERS  // and nothing else is said
#define SLOTTED_REAL_MEMBERS 0
#elif SLOTTED_REAL_MEMBERS && defined(_GLIBCXX_DEBUG)
#error "SLOTTED_REAL_MEMBERS needs members that GCC 16 does not make with _GLIBCXX_DEBUG: take _GLIBCXX_ASSERTIONS"
#undef SLOTTED_REAL_MEMBERS
#define SLOTTED_REAL_MEMBERS 0
#endif
#if SLOTTED_REAL_MEMBERS
#define SLOTTED_NAMESPACE v0_members
#else
#define SLOTTED_NAMESPACE v0
#endif

// An accessor is the member access that it stands for: no call at -O0, no frame in the debugger.
#if defined(__clang__)
#define SLOTTED_INLINE [[gnu::always_inline, gnu::nodebug]] inline
#else
#define SLOTTED_INLINE [[gnu::always_inline, gnu::artificial]] inline
#endif
// An error path is kept out of the code that it is an exception to.
#define SLOTTED_COLD [[gnu::cold, gnu::noinline]]

// Memory that is kept for later use would hide a use after free.
#define SLOTTED_KEEPS_MEMORY 1
#if defined(__SANITIZE_ADDRESS__)
#undef SLOTTED_KEEPS_MEMORY
#define SLOTTED_KEEPS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#undef SLOTTED_KEEPS_MEMORY
#define SLOTTED_KEEPS_MEMORY 0
#endif
#endif

#if defined(__cpp_exceptions)
#define SLOTTED_EXCEPTIONS 1
#else
#define SLOTTED_EXCEPTIONS 0
#endif

#endif
