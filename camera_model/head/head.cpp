#include "camera_model/head/head.h"

#include <utility>

#include "camera_model/head/anatomy/parts.h"

namespace uketsuke::camera {

Head::Head(HeadProfile profile, std::unique_ptr<const Parts> parts)
    : profile_(std::move(profile)), parts_(std::move(parts)) {}
Head::~Head() = default;

Model Head::model(const Attire& attire, const Expression& expression) const {
  return parts_->model(attire, expression);
}

FacePoints Head::points() const { return parts_->body().points(); }

}  // namespace uketsuke::camera
