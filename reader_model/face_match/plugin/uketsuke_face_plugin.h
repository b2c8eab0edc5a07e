/*
 * A face matcher for Uketsuke, as a shared library. C99 and C++.
 *
 * Build a library that exports `uketsuke_face_plugin_get`, and pass its path:
 *
 *   uketsuke run --matcher ./libmine.so
 *
 * Building one needs nothing else of Uketsuke; docs/face-plugin.md has a complete example.
 *
 * The plug-in measures; the host decides (thresholds, quality gates, guidance, parallax). The host calls an
 * instance from one thread only. A pointer passed to the plug-in is valid during that call only.
 * Functions return a uketsuke_face_status; if it is not OK, they may write a text (UTF-8, NUL-terminated, at
 * most error_size bytes) to `error`. The host checks all results: a number outside its range is an error of
 * the plug-in.
 */
#ifndef UKETSUKE_FACE_PLUGIN_H
#define UKETSUKE_FACE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Version of this interface. It is raised if a struct or a function changes its meaning. New members are
 * added at the end of a struct and detected by `struct_size`. */
#define UKETSUKE_FACE_PLUGIN_ABI 1u

typedef struct uketsuke_face uketsuke_face; /* an instance: models, buffers, the enrolled photo */

typedef enum {
  UKETSUKE_FACE_OK = 0,
  UKETSUKE_FACE_NO_FACE = 1,    /* enrol: no face in the photo */
  UKETSUKE_FACE_BAD_IMAGE = 2,  /* the picture is not usable */
  UKETSUKE_FACE_NO_MODEL = 3,   /* create: a model file is missing or altered */
  UKETSUKE_FACE_BAD_OPTION = 4, /* create: an option is unknown or out of range */
  UKETSUKE_FACE_FAILED = 5      /* anything else; `error` says what */
} uketsuke_face_status;

typedef enum {
  UKETSUKE_FACE_GREY8 = 1, /* one byte per pixel */
  UKETSUKE_FACE_RGB8 = 3   /* three bytes per pixel: R, G, B */
} uketsuke_face_format;

/* A picture. Rows from top to bottom, `stride` bytes from one row to the next. */
typedef struct {
  const uint8_t* pixels;
  int32_t width;
  int32_t height;
  int32_t stride;
  int32_t format;     /* uketsuke_face_format */
  int64_t number;     /* frame number, from 1 since the camera was switched on; 0 for a photo */
  int64_t exposed_us; /* middle of the exposure, microseconds since the case began; 0 for a photo */
} uketsuke_face_image;

/* Measurements that the host requests for a frame; bits. Faces are always detected, unless
 * UKETSUKE_FACE_TRACK allows following the face of the last frame. */
enum {
  UKETSUKE_FACE_LANDMARKS = 1,  /* of the largest face */
  UKETSUKE_FACE_LIVENESS = 2,   /* of the largest face */
  UKETSUKE_FACE_SIMILARITY = 4, /* of the largest face with the enrolled photo */
  UKETSUKE_FACE_TRACK = 8       /* the frame follows the last one: detection may be skipped */
};

#define UKETSUKE_FACE_MAX_LANDMARKS 68

typedef struct {
  float x, y; /* pixels of the frame; 0, 0 is the upper left corner of the upper left pixel */
} uketsuke_face_point;

/* One face. A score that was not requested, or that the plug-in does not measure, is NaN. */
typedef struct {
  float x, y, width, height; /* box, pixels of the frame; it may extend beyond the picture */
  float confidence;          /* the detector's, 0 to 1 */
  /* Number of landmarks: 0; 5 (eyes, nose, corners of the mouth; the image's left first); 68 (iBUG order). */
  uint32_t landmark_count;
  uketsuke_face_point landmarks[UKETSUKE_FACE_MAX_LANDMARKS];
  float liveness;   /* 0 (picture, screen) to 1 (person) */
  float similarity; /* -1 to 1; the host applies the threshold, --matcher-threshold */
} uketsuke_face_observation;

/* Duration of one stage of the last call. */
typedef struct {
  const char* name; /* `detect`, `landmarks`, `align`, `liveness`, `embed`, `match`: valid until the library
                       is closed */
  int64_t nanoseconds;
} uketsuke_face_stage;

typedef struct {
  uint32_t abi_version; /* UKETSUKE_FACE_PLUGIN_ABI at the plug-in's build */
  uint32_t struct_size; /* sizeof(uketsuke_face_plugin) at the plug-in's build */
  const char* name;     /* for reports: `opencv`, `acme-face` */
  const char* version;

  /* Creates an instance. options_json: an object with {"models": FOLDER} from the host and the user's
   * --matcher-option values. */
  int32_t (*create)(const char* options_json, uketsuke_face** instance, char* error, size_t error_size);

  /* Enrols the card's photo (grey, decoded by the host), replacing any other. */
  int32_t (*enrol)(uketsuke_face* instance, const uketsuke_face_image* photo, char* error, size_t error_size);

  /* Analyses a frame: writes up to `capacity` faces, the largest first, and their number to *count. Zero
   * faces is OK. Similarity without an enrolled photo is NaN. */
  int32_t (*analyse)(uketsuke_face* instance, const uketsuke_face_image* frame, uint32_t wanted,
                     uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                     size_t error_size);

  /* Overwrites and forgets the photo, its template, frames and tracks. */
  void (*wipe)(uketsuke_face* instance);

  void (*destroy)(uketsuke_face* instance); /* NULL is allowed */

  /* Writes the stages of the last enrol or analyse, in order, up to `capacity`. NULL if the plug-in does not
   * measure them. @returns the number of stages */
  uint32_t (*stages)(const uketsuke_face* instance, uketsuke_face_stage* stages, uint32_t capacity);

  /* The next two functions are optional: both or neither. Without them (NULL, or a table of an older header,
   * which ends here), a host that compares many pictures with one another, as `uketsuke evaluate` does,
   * enrols and analyses for every pair.
   *
   * Makes the template of the largest face, as enrol does for a photo (picture->number is 0) and analyse for
   * a frame: at most `capacity` bytes in the plug-in's own format; their number is written to *size. NO_FACE
   * is a valid answer. */
  int32_t (*make_template)(uketsuke_face* instance, const uketsuke_face_image* picture, uint8_t* bytes,
                           uint32_t capacity, uint32_t* size, char* error, size_t error_size);

  /* The similarity of a frame's template with a photo's, -1 to 1, equal to that of analyse. */
  int32_t (*compare)(uketsuke_face* instance, const uint8_t* photo, uint32_t photo_size, const uint8_t* frame,
                     uint32_t frame_size, float* similarity, char* error, size_t error_size);
} uketsuke_face_plugin;

/* The one symbol that a plug-in exports. @returns a table that lives as long as the library is open */
const uketsuke_face_plugin* uketsuke_face_plugin_get(void);

#ifdef __cplusplus
}
#endif

#endif /* UKETSUKE_FACE_PLUGIN_H */
