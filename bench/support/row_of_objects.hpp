// Room for objects that are made where they stay: what is measured is never a move.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace bench {

template <class Object>
class row_of_objects {
 public:
  explicit row_of_objects(std::size_t size) : objects_(allocator_.allocate(size)), size_(size) {}
  row_of_objects(const row_of_objects&) = delete;
  row_of_objects& operator=(const row_of_objects&) = delete;
  ~row_of_objects() {
    clear();
    allocator_.deallocate(objects_, size_);
  }

  template <class Make>
  void add(Make make) {
    ::new (static_cast<void*>(objects_ + used_++)) Object(make());
  }
  void clear() {
    std::destroy_n(objects_, used_);
    used_ = 0;
  }

  Object* begin() { return objects_; }
  Object* end() { return objects_ + used_; }
  std::size_t size() const { return used_; }

 private:
  std::allocator<Object> allocator_;
  Object* objects_;
  std::size_t size_;
  std::size_t used_ = 0;
};

}  // namespace bench
