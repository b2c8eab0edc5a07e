/*
 * A face matcher that reads its answer from the picture, so that a test knows every score in advance.
 *
 * The first pixel is R = person, G = noise, B = behaviour (below); the second pixel's R is the liveness in 1/255.
 * Genuine score: 1 - noise of the probe / 100; impostor: (noise of reference + noise of probe) / 250.
 * Built with TEMPLATES, it compares templates, and fails if a similarity is requested from analyse.
 * With the option grey=yes, the person is the grey value at the centre, and a photo must be a card's.
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

enum { FACE, NO_FACE, CRASH, HANG, FAIL, NO_SCORE, INTERRUPT, NOT_ENROLLED }; /* CRASH and HANG: in genuine comparisons */

struct uketsuke_face {
  int grey;
  int enrolled;
  int person, noise;
};

static int32_t say(int32_t status, const char* text, char* error, size_t size) {
  snprintf(error, size, "%s", text);
  return status;
}

static int32_t create(const char* options, uketsuke_face** instance, char* error, size_t size) {
  if (strstr(options, "\"refuse\":\"me\"")) return say(UKETSUKE_FACE_BAD_OPTION, "refused", error, size);
  if (strstr(options, "\"start\":\"crash\"")) raise(SIGSEGV);
  *instance = calloc(1, sizeof(uketsuke_face));
  (*instance)->grey = strstr(options, "\"grey\":\"yes\"") != NULL;
  return UKETSUKE_FACE_OK;
}

static const uint8_t* pixel(const uketsuke_face_image* image, int x, int y) {
  return image->pixels + (size_t)y * (size_t)image->stride + (size_t)x * (size_t)image->format;
}

static int middle(const uketsuke_face_image* image) { return *pixel(image, image->width / 2, image->height / 2); }

static int32_t enrol(uketsuke_face* self, const uketsuke_face_image* photo, char* error, size_t size) {
  const uint8_t* first = pixel(photo, 0, 0);
  self->enrolled = 0;
  if (self->grey) {
    if (photo->width != 192 || photo->height != 240 || photo->format != UKETSUKE_FACE_GREY8) {
      return say(UKETSUKE_FACE_FAILED, "not the card's photo", error, size);
    }
    self->person = middle(photo);
  } else {
    if (first[2] == NOT_ENROLLED) return say(UKETSUKE_FACE_NO_FACE, "turned away", error, size);
    self->person = first[0];
    self->noise = first[1];
  }
  self->enrolled = 1;
  return UKETSUKE_FACE_OK;
}

/* The program is the grandparent of this process: it starts a lane, which starts this process. */
static void interrupt_program(void) {
  char path[64];
  int lane_parent = 0;
  snprintf(path, sizeof path, "/proc/%d/stat", (int)getppid());
  FILE* file = fopen(path, "r");
  if (file == NULL || fscanf(file, "%*d (%*[^)]) %*c %d", &lane_parent) != 1) abort();
  fclose(file);
  kill(lane_parent, SIGINT);
}

static int32_t analyse(uketsuke_face* self, const uketsuke_face_image* frame, uint32_t wanted,
                       uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                       size_t size) {
  const uint8_t* first = pixel(frame, 0, 0);
  const int what = self->grey ? FACE : first[2];
  const int person = self->grey ? middle(frame) : first[0];
  const int compares = (wanted & UKETSUKE_FACE_SIMILARITY) != 0;
  const int genuine = self->grey ? abs(person - self->person) < 8 : person == self->person;
  *count = 0;
#ifdef TEMPLATES
  if (compares) return say(UKETSUKE_FACE_FAILED, "asked for a similarity though it makes templates", error, size);
#endif
  if (compares && genuine) {
    if (what == CRASH) raise(SIGSEGV);
    if (what == HANG) pause();
    if (what == INTERRUPT) interrupt_program();
  }
  if (compares && what == FAIL) return say(UKETSUKE_FACE_FAILED, "out of luck", error, size);
  if (what == NO_FACE || capacity == 0) return UKETSUKE_FACE_OK;
  uketsuke_face_observation* face = &faces[0];
  memset(face, 0, sizeof *face);
  face->width = (float)frame->width;
  face->height = (float)frame->height;
  face->confidence = 1;
  face->liveness = wanted & UKETSUKE_FACE_LIVENESS ? (float)(pixel(frame, 1, 0)[0] / 255.0) : NAN;
  face->similarity = NAN;
  if (compares && self->enrolled && what != NO_SCORE) {
    const double noise = self->grey ? 10 : first[1];
    face->similarity = (float)(genuine ? 1 - noise / 100 : (self->noise + noise) / 250);
  }
  *count = 1;
  return UKETSUKE_FACE_OK;
}

#ifdef TEMPLATES
/* Person, noise, and whether it was made from a photo. */
static int32_t make_template(uketsuke_face* self, const uketsuke_face_image* picture, uint8_t* bytes, uint32_t capacity,
                             uint32_t* length, char* error, size_t size) {
  uketsuke_face made = {self->grey, 0, 0, 0};
  const uint8_t* first = pixel(picture, 0, 0);
  if (capacity < 3) return say(UKETSUKE_FACE_FAILED, "no room", error, size);
  if (picture->number == 0) {
    const int32_t status = enrol(&made, picture, error, size);
    if (status != UKETSUKE_FACE_OK) return status;
  } else {
    if (!self->grey && first[2] == NO_FACE) return UKETSUKE_FACE_NO_FACE;
    made.person = self->grey ? middle(picture) : first[0];
    made.noise = self->grey ? 10 : first[1];
  }
  bytes[0] = (uint8_t)made.person;
  bytes[1] = (uint8_t)made.noise;
  bytes[2] = picture->number == 0;
  *length = 3;
  return UKETSUKE_FACE_OK;
}

static int32_t compare(uketsuke_face* self, const uint8_t* photo, uint32_t photo_size, const uint8_t* frame,
                       uint32_t frame_size, float* similarity, char* error, size_t size) {
  if (photo_size != 3 || frame_size != 3 || !photo[2] || frame[2]) {
    return say(UKETSUKE_FACE_FAILED, "not the templates of a photo and a frame", error, size);
  }
  const int genuine = self->grey ? abs(photo[0] - frame[0]) < 8 : photo[0] == frame[0];
  *similarity = (float)(genuine ? 1 - frame[1] / 100.0 : (photo[1] + frame[1]) / 250.0);
  return UKETSUKE_FACE_OK;
}
#else
#define make_template NULL
#define compare NULL
#endif

static void wipe(uketsuke_face* self) { self->enrolled = 0; }
static void destroy(uketsuke_face* self) { free(self); }

const uketsuke_face_plugin* uketsuke_face_plugin_get(void) {
  static const uketsuke_face_plugin table = {
      UKETSUKE_FACE_PLUGIN_ABI, sizeof(uketsuke_face_plugin), "fake", "1.0", create, enrol, analyse, wipe, destroy,
      NULL, make_template, compare};
  return &table;
}
