/*
 * Interface between the program and libuketsuke_capture.so, which contains OpenCV: frames from folders, video
 * files and cameras. The program opens the module only if a run needs one of them; a program that links
 * OpenCV pays for its hundred libraries at every fork.
 *
 * Both sides are built together; the version protects against a module of another build. A recording is not
 * thread-safe. No exception crosses the interface.
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
  UKETSUKE_CAPTURE_END = 1,        /* past the last frame; for a camera: it no longer answers */
  UKETSUKE_CAPTURE_UNREADABLE = 2, /* a file, folder or camera cannot be opened or read */
  UKETSUKE_CAPTURE_EMPTY = 3,      /* contains no image */
  UKETSUKE_CAPTURE_TOO_LARGE = 4,  /* exceeds the limits of width, height or bytes */
  UKETSUKE_CAPTURE_DAMAGED = 5,    /* truncated, or not of the type in its name */
  UKETSUKE_CAPTURE_FAILED = 6      /* anything else */
} uketsuke_capture_status;

typedef enum {
  UKETSUKE_CAPTURE_FOLDER = 1, /* the images of a folder, by name, or one image */
  UKETSUKE_CAPTURE_VIDEO = 2,  /* a video file */
  UKETSUKE_CAPTURE_CAMERA = 3  /* a camera of this machine: its number, or a device file */
} uketsuke_capture_kind;

typedef struct {
  int32_t kind;
  const char* path;
  int32_t most_width; /* pixels; a larger image is refused by its header, before decoding */
  int32_t most_height;
  int64_t most_bytes; /* per image file */
} uketsuke_capture_options;

/* RGB, 8 bits per sample, rows from the top without padding. Valid until the next call. */
typedef struct {
  const uint8_t* pixels;
  int32_t width;
  int32_t height;
} uketsuke_capture_picture;

typedef struct {
  char file[4096];    /* the file at fault */
  char message[1024]; /* what is wrong, and what to do */
} uketsuke_capture_error;

typedef struct {
  uint32_t abi_version;
  uint32_t struct_size;
  int32_t (*open)(const uketsuke_capture_options* options, uketsuke_recording** recording,
                  uketsuke_capture_error* error);
  /* Frames per second as stated in the file; 0 if unknown. */
  double (*rate)(const uketsuke_recording* recording);
  /* Number of frames; 0 while unknown: for a video until its end was reached, for a camera always. */
  int64_t (*length)(const uketsuke_recording* recording);
  /* The frame at an index from 0; going backwards costs as much as restarting. A camera gives its next
   * frame, whatever the index. */
  int32_t (*read)(uketsuke_recording* recording, int64_t index, uketsuke_capture_picture* picture,
                  uketsuke_capture_error* error);
  void (*close)(uketsuke_recording* recording);
} uketsuke_capture_module;

/* The module's only exported symbol. */
const uketsuke_capture_module* uketsuke_capture_get(void);

#ifdef __cplusplus
}
#endif

#endif /* UKETSUKE_CAPTURE_H */
