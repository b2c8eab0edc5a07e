/*
 * The smallest face matcher that works: a sample of a plug-in for Uketsuke.
 *
 * It compares pictures, not persons. The "face" is whatever stands out of an even background: the box round the
 * pixels that differ from the picture's upper corners. The box is brought to 16 x 20 blocks of mean grey; the similarity is the
 * correlation of these blocks with those of the enrolled photo. Landmarks are where a mean face has them in the box.
 * Good enough to see a plug-in at work, and to be replaced function by function by your own.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uketsuke_face_plugin.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { COLUMNS = 16, ROWS = 20, BLOCKS = COLUMNS * ROWS, SMALLEST_FACE = 32 };

/* Everything that belongs to one instance. No globals: the host may make several. */
struct uketsuke_face {
  int enrolled;
  int threshold; /* how much a pixel must differ from the background, grey values; option "threshold" */
  float photo[BLOCKS];
};

typedef struct {
  int left, top, right, bottom; /* right and bottom are outside */
} box;

static int32_t fail(int32_t status, char* error, size_t error_size, const char* text) {
  snprintf(error, error_size, "%s", text); /* ends with 0 even where it does not fit */
  return status;
}

static int grey_at(const uketsuke_face_image* image, int x, int y) {
  const uint8_t* p = image->pixels + (size_t)y * (size_t)image->stride;
  if (image->format == UKETSUKE_FACE_GREY8) return p[x];
  p += 3 * (size_t)x;
  return (299 * p[0] + 587 * p[1] + 114 * p[2]) / 1000;
}

/* The box round everything that is no background. Returns 0 where that is too small for a face. */
static int find_face(const uketsuke_face_image* image, int threshold, box* found) {
  const int background = (grey_at(image, 0, 0) + grey_at(image, image->width - 1, 0)) / 2;
  box b = {image->width, image->height, 0, 0};
  for (int y = 0; y < image->height; ++y) {
    for (int x = 0; x < image->width; ++x) {
      if (abs(grey_at(image, x, y) - background) <= threshold) continue;
      if (x < b.left) b.left = x;
      if (x >= b.right) b.right = x + 1;
      if (y < b.top) b.top = y;
      if (y >= b.bottom) b.bottom = y + 1;
    }
  }
  *found = b;
  return b.right - b.left >= SMALLEST_FACE && b.bottom - b.top >= SMALLEST_FACE;
}

/* Mean grey of each block, shifted and scaled to mean 0 and length 1. Returns 0 for a face without contrast. */
static int make_blocks(const uketsuke_face_image* image, box b, float* blocks) {
  double mean = 0, squares = 0;
  for (int i = 0; i < BLOCKS; ++i) {
    const int width = b.right - b.left, height = b.bottom - b.top;
    const int left = b.left + i % COLUMNS * width / COLUMNS, right = b.left + (i % COLUMNS + 1) * width / COLUMNS;
    const int top = b.top + i / COLUMNS * height / ROWS, bottom = b.top + (i / COLUMNS + 1) * height / ROWS;
    long sum = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) sum += grey_at(image, x, y);
    }
    blocks[i] = (float)sum / (float)((right - left) * (bottom - top));
    mean += blocks[i] / BLOCKS;
  }
  for (int i = 0; i < BLOCKS; ++i) {
    blocks[i] -= (float)mean;
    squares += (double)blocks[i] * blocks[i];
  }
  if (squares <= 0) return 0;
  for (int i = 0; i < BLOCKS; ++i) blocks[i] = (float)(blocks[i] / sqrt(squares));
  return 1;
}

/* A number behind "name": in a flat JSON object; a real plug-in uses a JSON library. The host gives the options
 * of --matcher-option as texts, so the number may stand in quotes. */
static int option_number(const char* json, const char* name, int otherwise) {
  char key[64];
  snprintf(key, sizeof key, "\"%s\":", name);
  const char* at = strstr(json, key);
  if (at == NULL) return otherwise;
  at += strlen(key);
  return atoi(*at == '"' ? at + 1 : at);
}

static int32_t create(const char* options_json, uketsuke_face** instance, char* error, size_t error_size) {
  const int threshold = option_number(options_json, "threshold", 24);
  if (threshold < 1 || threshold > 254) {
    return fail(UKETSUKE_FACE_BAD_OPTION, error, error_size, "threshold must be from 1 to 254");
  }
  *instance = calloc(1, sizeof **instance);
  if (*instance == NULL) return fail(UKETSUKE_FACE_FAILED, error, error_size, "out of memory");
  (*instance)->threshold = threshold;
  return UKETSUKE_FACE_OK;
}

static int32_t describe(const uketsuke_face* self, const uketsuke_face_image* picture, float* blocks, char* error,
                        size_t error_size) {
  box b;
  if (!find_face(picture, self->threshold, &b)) {
    return fail(UKETSUKE_FACE_NO_FACE, error, error_size, "nothing stands out of the background");
  }
  if (!make_blocks(picture, b, blocks)) {
    return fail(UKETSUKE_FACE_BAD_IMAGE, error, error_size, "what stands out is of one grey");
  }
  return UKETSUKE_FACE_OK;
}

static float correlation(const float* a, const float* b) {
  double dot = 0;
  for (int i = 0; i < BLOCKS; ++i) dot += (double)a[i] * b[i];
  return (float)dot;
}

static int32_t enrol(uketsuke_face* self, const uketsuke_face_image* photo, char* error, size_t error_size) {
  const int32_t status = describe(self, photo, self->photo, error, error_size);
  self->enrolled = status == UKETSUKE_FACE_OK;
  return status;
}

/* Eyes, nose and corners of the mouth of a mean face, shares of the box. */
static const uketsuke_face_point kMeanFace[5] = {{0.30F, 0.40F}, {0.70F, 0.40F}, {0.50F, 0.58F}, {0.33F, 0.78F}, {0.67F, 0.78F}};

static int32_t analyse(uketsuke_face* self, const uketsuke_face_image* frame, uint32_t wanted,
                       uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                       size_t error_size) {
  box b;
  float blocks[BLOCKS];
  (void)error;
  (void)error_size;
  *count = 0;
  if (capacity == 0 || !find_face(frame, self->threshold, &b)) return UKETSUKE_FACE_OK; /* no face is no failure */
  uketsuke_face_observation* face = &faces[0];
  memset(face, 0, sizeof *face);
  face->x = (float)b.left;
  face->y = (float)b.top;
  face->width = (float)(b.right - b.left);
  face->height = (float)(b.bottom - b.top);
  face->confidence = 1;
  if (wanted & UKETSUKE_FACE_LANDMARKS) {
    face->landmark_count = 5;
    for (int i = 0; i < 5; ++i) {
      face->landmarks[i].x = face->x + kMeanFace[i].x * face->width;
      face->landmarks[i].y = face->y + kMeanFace[i].y * face->height;
    }
  }
  face->liveness = NAN; /* not measured: the policy must not require it */
  face->similarity = NAN;
  if ((wanted & UKETSUKE_FACE_SIMILARITY) && self->enrolled && make_blocks(frame, b, blocks)) {
    face->similarity = correlation(blocks, self->photo);
  }
  memset(blocks, 0, sizeof blocks);
  *count = 1;
  return UKETSUKE_FACE_OK;
}

static void wipe(uketsuke_face* self) {
  volatile float* photo = self->photo; /* volatile: not to be optimised away */
  for (int i = 0; i < BLOCKS; ++i) photo[i] = 0;
  self->enrolled = 0;
}

static void destroy(uketsuke_face* self) {
  if (self == NULL) return;
  wipe(self);
  free(self);
}

/* For `uketsuke evaluate`: each picture is then looked at once, and not for every comparison. */
static int32_t make_template(uketsuke_face* self, const uketsuke_face_image* picture, uint8_t* bytes, uint32_t capacity,
                             uint32_t* size, char* error, size_t error_size) {
  float blocks[BLOCKS];
  if (capacity < sizeof blocks) return fail(UKETSUKE_FACE_FAILED, error, error_size, "no room for a template");
  const int32_t status = describe(self, picture, blocks, error, error_size);
  if (status != UKETSUKE_FACE_OK) return status;
  memcpy(bytes, blocks, sizeof blocks);
  *size = sizeof blocks;
  return UKETSUKE_FACE_OK;
}

static int32_t compare(uketsuke_face* self, const uint8_t* photo, uint32_t photo_size, const uint8_t* frame,
                       uint32_t frame_size, float* similarity, char* error, size_t error_size) {
  float a[BLOCKS], b[BLOCKS];
  (void)self;
  if (photo_size != sizeof a || frame_size != sizeof b) {
    return fail(UKETSUKE_FACE_FAILED, error, error_size, "not a template of this matcher");
  }
  memcpy(a, photo, sizeof a); /* bytes need not be aligned as floats are */
  memcpy(b, frame, sizeof b);
  *similarity = correlation(a, b);
  return UKETSUKE_FACE_OK;
}

EXPORT const uketsuke_face_plugin* uketsuke_face_plugin_get(void) {
  static const uketsuke_face_plugin table = {
      UKETSUKE_FACE_PLUGIN_ABI, sizeof(uketsuke_face_plugin), "mean-face", "1.0", create, enrol, analyse, wipe, destroy,
      NULL, /* stages: not measured */
      make_template, compare,
  };
  return &table;
}
