/* A face plug-in with one fault, selected with -DFAULT_... at build time. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "uketsuke_face_plugin.h"

struct uketsuke_face {
  int unused;
};

static uketsuke_face the_instance;

static int32_t create(const char* options, uketsuke_face** instance, char* error, size_t error_size) {
  (void)options;
  (void)error;
  (void)error_size;
  *instance = &the_instance;
  return UKETSUKE_FACE_OK;
}

static int32_t enrol(uketsuke_face* self, const uketsuke_face_image* photo, char* error, size_t error_size) {
  (void)self;
  (void)photo;
  (void)error;
  (void)error_size;
#ifdef FAULT_CRASH_IN_ENROL
  abort();
#endif
  return UKETSUKE_FACE_OK;
}

static int32_t analyse(uketsuke_face* self, const uketsuke_face_image* frame, uint32_t wanted,
                       uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                       size_t error_size) {
  (void)self;
  (void)frame;
  (void)wanted;
  (void)error;
  (void)error_size;
  (void)capacity;
  memset(faces, 0, sizeof *faces);
  faces->width = faces->height = 100;
  faces->confidence = 1;
  faces->liveness = faces->similarity = NAN;
  *count = 1;
#ifdef FAULT_NAN_BOX
  faces->x = NAN;
#endif
#ifdef FAULT_HUGE_SCORE
  faces->similarity = 1e30F;
#endif
#ifdef FAULT_HUGE_COUNT
  *count = capacity + 1000000;
#endif
#ifdef FAULT_FACES_PAST_END
  memset(faces + capacity, 0, sizeof *faces);
#endif
#ifdef FAULT_ENDLESS_TEXT
  memset(error, 'z', error_size);
  return UKETSUKE_FACE_FAILED;
#endif
#ifdef FAULT_TEXT_PAST_END
  memset(error, 'z', error_size + 1);
  return UKETSUKE_FACE_FAILED;
#endif
#ifdef FAULT_BAD_STATUS
  return 4711;
#endif
#ifdef FAULT_CRASH
  *(volatile int*)0 = 1;
#endif
#ifdef FAULT_HANG
  for (volatile int forever = 1; forever;) {
  }
#endif
  return UKETSUKE_FACE_OK;
}

static void wipe(uketsuke_face* self) { (void)self; }
static void destroy(uketsuke_face* self) { (void)self; }

#ifdef FAULT_NO_SYMBOL
#define uketsuke_face_plugin_get another_name
const uketsuke_face_plugin* another_name(void);
#endif

const uketsuke_face_plugin* uketsuke_face_plugin_get(void) {
  static uketsuke_face_plugin table = {UKETSUKE_FACE_PLUGIN_ABI, sizeof table, "misbehaving", "1", create, enrol, analyse, wipe,
                                       destroy, NULL, NULL, NULL};
#ifdef FAULT_OTHER_ABI
  table.abi_version = 99;
#endif
#ifdef FAULT_SHORT_TABLE
  table.struct_size = 16;
#endif
#ifdef FAULT_NO_TABLE
  return NULL;
#endif
  return &table;
}
