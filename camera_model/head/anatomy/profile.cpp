#include "camera_model/head/anatomy/profile.h"

namespace uketsuke::camera {

HeadProfile aged(HeadProfile profile, float years) {
  profile.age += years;
  return profile;
}

}  // namespace uketsuke::camera
