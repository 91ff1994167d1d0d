#pragma once

// Which parts of a rectangle are taken, kept by squares so that asking costs little however much there is.

#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <vector>

namespace holdfast::gui {

class Occupancy {
 public:
  explicit Occupancy(const QRectF& room)
      : room_(room),
        columns_(std::max(1, static_cast<int>(room.width() / kSquare) + 1)),
        rows_(std::max(1, static_cast<int>(room.height() / kSquare) + 1)),
        squares_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

  void add(const QRectF& rect) {
    each_square(rect, [&](Square& square) {
      square.rects.push_back(rect);
      return false;
    });
  }
  void add(QPointF point) {
    each_square(QRectF(point, QSizeF()), [&](Square& square) {
      square.points.push_back(point);
      return true;
    });
  }

  bool meets_rect(const QRectF& rect) {
    return each_square(rect, [&](const Square& square) {
      return std::ranges::any_of(square.rects, [&](const QRectF& it) { return it.intersects(rect); });
    });
  }
  bool meets_point(const QRectF& rect) {
    return each_square(rect, [&](const Square& square) {
      return std::ranges::any_of(square.points, [&](QPointF it) { return rect.contains(it); });
    });
  }

 private:
  static constexpr double kSquare = 48;
  struct Square {
    std::vector<QRectF> rects;
    std::vector<QPointF> points;
  };

  // Until `look` says true, which is then the answer.
  template <class Look>
  bool each_square(const QRectF& rect, Look look) {
    const auto place = [](double at, double from, int most) {
      return std::clamp(static_cast<int>((at - from) / kSquare), 0, most - 1);
    };
    for (int row = place(rect.top(), room_.top(), rows_); row <= place(rect.bottom(), room_.top(), rows_);
         ++row) {
      for (int column = place(rect.left(), room_.left(), columns_);
           column <= place(rect.right(), room_.left(), columns_); ++column) {
        if (look(squares_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                          static_cast<std::size_t>(column)]))
          return true;
      }
    }
    return false;
  }

  QRectF room_;
  int columns_;
  int rows_;
  std::vector<Square> squares_;
};

}  // namespace holdfast::gui
