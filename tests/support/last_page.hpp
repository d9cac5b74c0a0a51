// Text that ends where readable memory ends: a read of one byte more is a crash, with or without a sanitizer.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace support {

class last_page {
 public:
  last_page() : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))) {
    void* memory = mmap(nullptr, 2 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::runtime_error("mmap");
    begin_ = static_cast<char*>(memory);
    if (mprotect(begin_ + page_, page_, PROT_NONE) != 0) throw std::runtime_error("mprotect");
  }
  last_page(const last_page&) = delete;
  last_page& operator=(const last_page&) = delete;
  ~last_page() { munmap(begin_, 2 * page_); }

  /// A copy of `text` whose last character is the last readable byte.
  std::string_view ending_with(std::string_view text) {
    char* at = begin_ + page_ - text.size();
    text.copy(at, text.size());
    return {at, text.size()};
  }

 private:
  std::size_t page_;
  char* begin_ = nullptr;
};

}  // namespace support
