/*
 * Between the program and libuketsuke_capture.so, which holds OpenCV: pictures out of folders, video files
 * and cameras. The program opens the module only where a run asks for one of them; a program that links
 * OpenCV pays for its hundred libraries at every fork.
 *
 * Both sides are built together; the version is a guard against a module of another build. A recording is
 * used from one thread. No exception passes.
 */
#ifndef UKETSUKE_CAPTURE_H
#define UKETSUKE_CAPTURE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define UKETSUKE_CAPTURE_ABI 1u

typedef struct uketsuke_recording uketsuke_recording; /* an open folder, video file or camera */

typedef enum {
  UKETSUKE_CAPTURE_OK = 0,
  UKETSUKE_CAPTURE_END = 1,        /* no such picture any more; a camera: it has stopped answering */
  UKETSUKE_CAPTURE_UNREADABLE = 2, /* a file, folder or camera cannot be opened or read */
  UKETSUKE_CAPTURE_EMPTY = 3,      /* no picture in it */
  UKETSUKE_CAPTURE_TOO_LARGE = 4,  /* wider, higher or longer than the limits */
  UKETSUKE_CAPTURE_DAMAGED = 5,    /* truncated, or not what its name says */
  UKETSUKE_CAPTURE_FAILED = 6      /* anything else */
} uketsuke_capture_status;

typedef enum {
  UKETSUKE_CAPTURE_FOLDER = 1, /* the pictures of a folder, by name, or one picture */
  UKETSUKE_CAPTURE_VIDEO = 2,  /* a video file */
  UKETSUKE_CAPTURE_CAMERA = 3  /* a camera of this machine: its number, or a device file */
} uketsuke_capture_kind;

typedef struct {
  int32_t kind;
  const char* path;
  int32_t most_width; /* pixels; what is larger is refused by its header, before it is decoded */
  int32_t most_height;
  int64_t most_bytes; /* of one picture file */
} uketsuke_capture_options;

/* RGB, 8 bits a sample, rows from the top without gaps. Valid until the next call. */
typedef struct {
  const uint8_t* pixels;
  int32_t width;
  int32_t height;
} uketsuke_capture_picture;

typedef struct {
  char file[4096];    /* that is at fault */
  char message[1024]; /* what is wrong, and what to do */
} uketsuke_capture_error;

typedef struct {
  uint32_t abi_version;
  uint32_t struct_size;
  int32_t (*open)(const uketsuke_capture_options* options, uketsuke_recording** recording,
                  uketsuke_capture_error* error);
  /* Frames a second as the file says; 0 where it does not. */
  double (*rate)(const uketsuke_recording* recording);
  /* How many pictures there are; 0 as long as that is not known: of a video before its end was seen, of a
   * camera. */
  int64_t (*length)(const uketsuke_recording* recording);
  /* The picture at an index from 0; going backwards costs as much as beginning anew. A camera gives its next
   * picture, whatever the index. */
  int32_t (*read)(uketsuke_recording* recording, int64_t index, uketsuke_capture_picture* picture,
                  uketsuke_capture_error* error);
  void (*close)(uketsuke_recording* recording);
} uketsuke_capture_module;

/* The one symbol of the module. */
const uketsuke_capture_module* uketsuke_capture_get(void);

#ifdef __cplusplus
}
#endif

#endif /* UKETSUKE_CAPTURE_H */
