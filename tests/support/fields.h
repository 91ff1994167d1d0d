#pragma once

// The fields of a plain struct, found by the compiler: a test that walks a whole model this way needs no list
// of fields that could fall behind it. Structs have at most 48 fields.

#include <cstddef>
#include <type_traits>
#include <utility>

namespace holdfast::test {

struct AnyValue {
  template <class T>
  operator T() const noexcept;
};

template <class T, std::size_t... I>
constexpr bool takes_values(std::index_sequence<I...>) {
  return requires {
    T{(static_cast<void>(I), AnyValue{})...};
  };
}

// How many fields the struct has: as many values as its braces take.
template <class T, std::size_t N = 0>
constexpr std::size_t field_count() {
  if constexpr (takes_values<T>(std::make_index_sequence<N + 1>())) {
    return field_count<T, N + 1>();
  } else {
    return N;
  }
}

// clang-format off
#define HOLDFAST_NAMES_1 f1
#define HOLDFAST_NAMES_2 HOLDFAST_NAMES_1, f2
#define HOLDFAST_NAMES_3 HOLDFAST_NAMES_2, f3
#define HOLDFAST_NAMES_4 HOLDFAST_NAMES_3, f4
#define HOLDFAST_NAMES_5 HOLDFAST_NAMES_4, f5
#define HOLDFAST_NAMES_6 HOLDFAST_NAMES_5, f6
#define HOLDFAST_NAMES_7 HOLDFAST_NAMES_6, f7
#define HOLDFAST_NAMES_8 HOLDFAST_NAMES_7, f8
#define HOLDFAST_NAMES_9 HOLDFAST_NAMES_8, f9
#define HOLDFAST_NAMES_10 HOLDFAST_NAMES_9, f10
#define HOLDFAST_NAMES_11 HOLDFAST_NAMES_10, f11
#define HOLDFAST_NAMES_12 HOLDFAST_NAMES_11, f12
#define HOLDFAST_NAMES_13 HOLDFAST_NAMES_12, f13
#define HOLDFAST_NAMES_14 HOLDFAST_NAMES_13, f14
#define HOLDFAST_NAMES_15 HOLDFAST_NAMES_14, f15
#define HOLDFAST_NAMES_16 HOLDFAST_NAMES_15, f16
#define HOLDFAST_NAMES_17 HOLDFAST_NAMES_16, f17
#define HOLDFAST_NAMES_18 HOLDFAST_NAMES_17, f18
#define HOLDFAST_NAMES_19 HOLDFAST_NAMES_18, f19
#define HOLDFAST_NAMES_20 HOLDFAST_NAMES_19, f20
#define HOLDFAST_NAMES_21 HOLDFAST_NAMES_20, f21
#define HOLDFAST_NAMES_22 HOLDFAST_NAMES_21, f22
#define HOLDFAST_NAMES_23 HOLDFAST_NAMES_22, f23
#define HOLDFAST_NAMES_24 HOLDFAST_NAMES_23, f24
#define HOLDFAST_NAMES_25 HOLDFAST_NAMES_24, f25
#define HOLDFAST_NAMES_26 HOLDFAST_NAMES_25, f26
#define HOLDFAST_NAMES_27 HOLDFAST_NAMES_26, f27
#define HOLDFAST_NAMES_28 HOLDFAST_NAMES_27, f28
#define HOLDFAST_NAMES_29 HOLDFAST_NAMES_28, f29
#define HOLDFAST_NAMES_30 HOLDFAST_NAMES_29, f30
#define HOLDFAST_NAMES_31 HOLDFAST_NAMES_30, f31
#define HOLDFAST_NAMES_32 HOLDFAST_NAMES_31, f32
#define HOLDFAST_NAMES_33 HOLDFAST_NAMES_32, f33
#define HOLDFAST_NAMES_34 HOLDFAST_NAMES_33, f34
#define HOLDFAST_NAMES_35 HOLDFAST_NAMES_34, f35
#define HOLDFAST_NAMES_36 HOLDFAST_NAMES_35, f36
#define HOLDFAST_NAMES_37 HOLDFAST_NAMES_36, f37
#define HOLDFAST_NAMES_38 HOLDFAST_NAMES_37, f38
#define HOLDFAST_NAMES_39 HOLDFAST_NAMES_38, f39
#define HOLDFAST_NAMES_40 HOLDFAST_NAMES_39, f40
#define HOLDFAST_NAMES_41 HOLDFAST_NAMES_40, f41
#define HOLDFAST_NAMES_42 HOLDFAST_NAMES_41, f42
#define HOLDFAST_NAMES_43 HOLDFAST_NAMES_42, f43
#define HOLDFAST_NAMES_44 HOLDFAST_NAMES_43, f44
#define HOLDFAST_NAMES_45 HOLDFAST_NAMES_44, f45
#define HOLDFAST_NAMES_46 HOLDFAST_NAMES_45, f46
#define HOLDFAST_NAMES_47 HOLDFAST_NAMES_46, f47
#define HOLDFAST_NAMES_48 HOLDFAST_NAMES_47, f48

#define HOLDFAST_BIND(n)                           \
  if constexpr (kCount == n) {                     \
    const auto& [HOLDFAST_NAMES_##n] = object;     \
    visit_all(HOLDFAST_NAMES_##n);                 \
  }
#define HOLDFAST_BIND_ANY \
  HOLDFAST_BIND(1) HOLDFAST_BIND(2) HOLDFAST_BIND(3) HOLDFAST_BIND(4) HOLDFAST_BIND(5) HOLDFAST_BIND(6) \
  HOLDFAST_BIND(7) HOLDFAST_BIND(8) HOLDFAST_BIND(9) HOLDFAST_BIND(10) HOLDFAST_BIND(11) HOLDFAST_BIND(12) \
  HOLDFAST_BIND(13) HOLDFAST_BIND(14) HOLDFAST_BIND(15) HOLDFAST_BIND(16) HOLDFAST_BIND(17) HOLDFAST_BIND(18) \
  HOLDFAST_BIND(19) HOLDFAST_BIND(20) HOLDFAST_BIND(21) HOLDFAST_BIND(22) HOLDFAST_BIND(23) HOLDFAST_BIND(24) \
  HOLDFAST_BIND(25) HOLDFAST_BIND(26) HOLDFAST_BIND(27) HOLDFAST_BIND(28) HOLDFAST_BIND(29) HOLDFAST_BIND(30) \
  HOLDFAST_BIND(31) HOLDFAST_BIND(32) HOLDFAST_BIND(33) HOLDFAST_BIND(34) HOLDFAST_BIND(35) HOLDFAST_BIND(36) \
  HOLDFAST_BIND(37) HOLDFAST_BIND(38) HOLDFAST_BIND(39) HOLDFAST_BIND(40) HOLDFAST_BIND(41) HOLDFAST_BIND(42) \
  HOLDFAST_BIND(43) HOLDFAST_BIND(44) HOLDFAST_BIND(45) HOLDFAST_BIND(46) HOLDFAST_BIND(47) HOLDFAST_BIND(48)
// clang-format on

// Calls visit(number, field) for every field of the struct, in the order of their declarations.
template <class T, class Visit>
void for_each_field(const T& object, Visit&& visit) {
  static_assert(std::is_aggregate_v<T>);
  constexpr std::size_t kCount = field_count<T>();
  static_assert(kCount <= 48, "more fields than for_each_field can bind");
  [[maybe_unused]] const auto visit_all = [&](const auto&... fields) {
    std::size_t number = 0;
    (visit(number++, fields), ...);
  };
  HOLDFAST_BIND_ANY
}

#undef HOLDFAST_BIND_ANY
#undef HOLDFAST_BIND

}  // namespace holdfast::test
