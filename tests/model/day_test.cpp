#include "model/day.h"

#include <gtest/gtest.h>

namespace holdfast {
namespace {

TEST(Day, IsReadAndWrittenAlike) {
  for (const char* text : {"2027-01-31", "2024-02-29", "0001-12-01"}) {
    const auto day = parse_day(text);
    ASSERT_TRUE(day) << text;
    EXPECT_EQ(day_text(*day), text);
  }
}

TEST(Day, WhatTheCalendarLacksIsNone) {
  for (const char* text : {"", "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-32", "2027-1-31",
                           "20270131", "2027/01/31", "2027-01-31 ", "2027--1-31", "2027-01-+1", "tomorrow"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Day, LaterIsGreater) {
  EXPECT_LT(*parse_day("2026-12-31"), *parse_day("2027-01-01"));
}

}  // namespace
}  // namespace holdfast
