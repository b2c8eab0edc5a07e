#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reader_model/face_match/plugin/face_plugin.h"

namespace uketsuke::reader {

/// Whether a plug-in's table can be called at all. @throws PluginError wrong_abi, bad_table
void check_table(const uketsuke_face_plugin* table, const std::string& library);

/// One face out of a plug-in, every number checked. A score just outside its range, as rounding makes it, is
/// put on the edge.
/// @throws PluginError bad_count, bad_number; the text names the member and its value
FaceObservation checked(const uketsuke_face_observation& face, const camera::Image& frame,
                        const std::string& library);

/// A similarity out of a plug-in's `compare`. @throws PluginError bad_number
float checked_similarity(float similarity, const std::string& library);

/// Whether a table that was checked makes templates and compares them.
bool makes_templates(const uketsuke_face_plugin& table);

/// Text out of a buffer that a plug-in wrote: ends at the first 0 or at the end of the buffer; characters
/// that no terminal should get are replaced. @param room of the buffer, bytes
std::string plain_text(const char* text, std::size_t room);

/// Name of a status for messages: `UKETSUKE_FACE_FAILED`, or `status 17`.
std::string status_name(std::int32_t status);

}  // namespace uketsuke::reader
