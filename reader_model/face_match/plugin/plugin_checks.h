#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reader_model/face_match/plugin/face_plugin.h"

namespace uketsuke::reader {

/// Checks that a plug-in's table can be called. @throws PluginError wrong_abi, bad_table
void check_table(const uketsuke_face_plugin* table, const std::string& library);

/// Checks every number of one face from a plug-in. A score just outside its range, as rounding produces it,
/// is clamped.
/// @throws PluginError bad_count, bad_number; the text names the member and its value
FaceObservation checked(const uketsuke_face_observation& face, const camera::Image& frame,
                        const std::string& library);

/// Checks a similarity from a plug-in's `compare`. @throws PluginError bad_number
float checked_similarity(float similarity, const std::string& library);

/// Whether a checked table has the functions for templates and their comparison.
bool makes_templates(const uketsuke_face_plugin& table);

/// Text from a buffer that a plug-in wrote: up to the first 0 or the end of the buffer; characters unsafe for
/// a terminal are replaced. @param room size of the buffer in bytes
std::string plain_text(const char* text, std::size_t room);

/// Name of a status for messages: `UKETSUKE_FACE_FAILED`, or `status 17`.
std::string status_name(std::int32_t status);

}  // namespace uketsuke::reader
