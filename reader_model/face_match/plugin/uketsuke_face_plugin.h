/*
 * A face matcher for Uketsuke, as a shared library. C99 and C++.
 *
 * Build a library that exports `uketsuke_face_plugin_get` and name it: uketsuke run --matcher ./libmine.so
 * Nothing else of Uketsuke is needed to build one; docs/face-plugin.md has a whole example.
 *
 * The host decides (thresholds, quality gates, guidance, parallax); the plug-in measures. The host calls one
 * instance from one thread. A pointer given to the plug-in is valid during that call only.
 * Functions return a uketsuke_face_status; where it is not OK they may write a text (UTF-8, ended by 0, at
 * most error_size bytes) to `error`. The host never trusts what comes back: a number outside its range is an
 * error of the plug-in.
 */
#ifndef UKETSUKE_FACE_PLUGIN_H
#define UKETSUKE_FACE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a struct or a function changes its meaning. New members go to the end of a struct and are known
 * by `struct_size`. */
#define UKETSUKE_FACE_PLUGIN_ABI 1u

typedef struct uketsuke_face uketsuke_face; /* an instance: models, buffers, the enrolled photo */

typedef enum {
  UKETSUKE_FACE_OK = 0,
  UKETSUKE_FACE_NO_FACE = 1,    /* enrol: no face in the photo */
  UKETSUKE_FACE_BAD_IMAGE = 2,  /* a picture that cannot be used */
  UKETSUKE_FACE_NO_MODEL = 3,   /* create: a model file is missing or altered */
  UKETSUKE_FACE_BAD_OPTION = 4, /* create: an option that is unknown or out of range */
  UKETSUKE_FACE_FAILED = 5      /* anything else; `error` says what */
} uketsuke_face_status;

typedef enum {
  UKETSUKE_FACE_GREY8 = 1, /* one byte a pixel */
  UKETSUKE_FACE_RGB8 = 3   /* three bytes a pixel: R, G, B */
} uketsuke_face_format;

/* A picture. Rows from the top, `stride` bytes from one to the next. */
typedef struct {
  const uint8_t* pixels;
  int32_t width;
  int32_t height;
  int32_t stride;
  int32_t format;     /* uketsuke_face_format */
  int64_t number;     /* of the frame, from 1 since the camera was switched on; 0 for a photo */
  int64_t exposed_us; /* middle of the exposure, microseconds since the case began; 0 for a photo */
} uketsuke_face_image;

/* What the host wants to know of a frame; bits. Faces are always detected, unless UKETSUKE_FACE_TRACK allows
 * to follow the face of the last frame. */
enum {
  UKETSUKE_FACE_LANDMARKS = 1,  /* of the largest face */
  UKETSUKE_FACE_LIVENESS = 2,   /* of the largest face */
  UKETSUKE_FACE_SIMILARITY = 4, /* of the largest face with the enrolled photo */
  UKETSUKE_FACE_TRACK = 8       /* the frame follows the last one: detection may be left out */
};

#define UKETSUKE_FACE_MAX_LANDMARKS 68

typedef struct {
  float x, y; /* pixels of the frame; 0, 0 is the upper left corner of the upper left pixel */
} uketsuke_face_point;

/* One face. A score that was not wanted, or that the plug-in cannot give, is NaN. */
typedef struct {
  float x, y, width, height; /* box, pixels of the frame; it may reach beyond the picture */
  float confidence;          /* of the detector, 0 to 1 */
  uint32_t
      landmark_count; /* 0; 5 (eyes, nose, corners of the mouth; the image's left first); 68 (iBUG order) */
  uketsuke_face_point landmarks[UKETSUKE_FACE_MAX_LANDMARKS];
  float liveness;   /* 0 (picture, screen) to 1 (person) */
  float similarity; /* -1 to 1; thresholds are the host's, --matcher-threshold */
} uketsuke_face_observation;

/* How long a stage of the last call took. */
typedef struct {
  const char* name; /* `detect`, `landmarks`, `align`, `liveness`, `embed`, `match`: valid until the library
                       is closed */
  int64_t nanoseconds;
} uketsuke_face_stage;

typedef struct {
  uint32_t abi_version; /* UKETSUKE_FACE_PLUGIN_ABI as the plug-in was built */
  uint32_t struct_size; /* sizeof(uketsuke_face_plugin) as the plug-in was built */
  const char* name;     /* for reports: `opencv`, `acme-face` */
  const char* version;

  /* options_json: an object. The host gives {"models": FOLDER} and what the user wrote after
   * --matcher-option. */
  int32_t (*create)(const char* options_json, uketsuke_face** instance, char* error, size_t error_size);

  /* Takes the card's photo (grey, decoded by the host) in the place of any other. */
  int32_t (*enrol)(uketsuke_face* instance, const uketsuke_face_image* photo, char* error, size_t error_size);

  /* Looks at a frame: up to `capacity` faces, the largest first; *count of them. Zero faces is OK. Similarity
   * without an enrolled photo is NaN. */
  int32_t (*analyse)(uketsuke_face* instance, const uketsuke_face_image* frame, uint32_t wanted,
                     uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                     size_t error_size);

  /* Forgets the photo, its template, frames and tracks; overwrites them. */
  void (*wipe)(uketsuke_face* instance);

  void (*destroy)(uketsuke_face* instance); /* NULL is allowed */

  /* Stages of the last enrol or analyse, in order; up to `capacity`. NULL where the plug-in does not measure.
   * @returns how many there were */
  uint32_t (*stages)(const uketsuke_face* instance, uketsuke_face_stage* stages, uint32_t capacity);

  /* The next two: both or neither. Without them (NULL, or a table of an older header, which ends here)
   * whoever compares many pictures with one another, as `uketsuke evaluate` does, enrols and analyses for
   * every pair.
   *
   * The template of the largest face, as enrol makes it of a photo (picture->number is 0) and analyse of a
   * frame: at most `capacity` bytes in a form of the plug-in's own, *size of them. NO_FACE is an answer. */
  int32_t (*make_template)(uketsuke_face* instance, const uketsuke_face_image* picture, uint8_t* bytes,
                           uint32_t capacity, uint32_t* size, char* error, size_t error_size);

  /* The similarity of a frame's template with a photo's: what analyse says, -1 to 1. */
  int32_t (*compare)(uketsuke_face* instance, const uint8_t* photo, uint32_t photo_size, const uint8_t* frame,
                     uint32_t frame_size, float* similarity, char* error, size_t error_size);
} uketsuke_face_plugin;

/* The one symbol that a plug-in exports. @returns a table that lives as long as the library is open */
const uketsuke_face_plugin* uketsuke_face_plugin_get(void);

#ifdef __cplusplus
}
#endif

#endif /* UKETSUKE_FACE_PLUGIN_H */
