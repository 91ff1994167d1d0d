#pragma once

// A copyable, possibly empty holder on the heap: keeps rare parts out of objects of which there are many.

#include <memory>
#include <utility>

namespace holdfast {

template <class T>
class Box {
 public:
  Box() = default;
  Box(const Box& other) : part_(other.part_ ? std::make_unique<T>(*other.part_) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    if (this != &other) part_ = other.part_ ? std::make_unique<T>(*other.part_) : nullptr;
    return *this;
  }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  explicit operator bool() const { return part_ != nullptr; }
  const T& operator*() const { return *part_; }
  const T* operator->() const { return part_.get(); }

  // The part, made first if there is none.
  T& ensure() {
    if (!part_) part_ = std::make_unique<T>();
    return *part_;
  }
  void reset() { part_.reset(); }

 private:
  std::unique_ptr<T> part_;
};

}  // namespace holdfast
