#include "model/reading.h"

namespace holdfast {

void Coverage::count(LineState state) {
  ++lines;
  switch (state) {
    case LineState::Modelled:
      ++modelled;
      break;
    case LineState::Irrelevant:
      ++irrelevant;
      break;
    case LineState::Partial:
      ++partial;
      break;
    case LineState::Unrecognised:
      ++unrecognised;
      break;
  }
}

Coverage& Coverage::operator+=(const Coverage& other) {
  lines += other.lines;
  modelled += other.modelled;
  irrelevant += other.irrelevant;
  partial += other.partial;
  unrecognised += other.unrecognised;
  return *this;
}

}  // namespace holdfast
