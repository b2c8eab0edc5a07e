# Links small libraries statically if Debian ships their archives.
#
# A process that forks for every case copies the mappings of every loaded shared library, five each, and a child finds
# their text unmapped: removing five libraries saves 3 to 5 % of a short case.
function(uketsuke_link_statically target archive)
  if(NOT TARGET ${target})
    return()
  endif()
  find_library(UKETSUKE_ARCHIVE_${archive} NAMES ${archive} NO_CACHE)
  if(NOT UKETSUKE_ARCHIVE_${archive})
    return()
  endif()
  foreach(property IMPORTED_LOCATION IMPORTED_LOCATION_NONE IMPORTED_LOCATION_RELEASE)
    get_target_property(location ${target} ${property})
    if(location)
      set_target_properties(${target} PROPERTIES ${property} ${UKETSUKE_ARCHIVE_${archive}})
    endif()
  endforeach()
  get_target_property(type ${target} TYPE)
  if(type STREQUAL INTERFACE_LIBRARY)  # pkg-config's
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES ${UKETSUKE_ARCHIVE_${archive}})
  endif()
endfunction()

uketsuke_link_statically(PNG::PNG libpng.a)
uketsuke_link_statically(ZLIB::ZLIB libz.a)
uketsuke_link_statically(PkgConfig::OPENJPEG libopenjp2.a)
uketsuke_link_statically(pugixml::shared libpugixml.a)
uketsuke_link_statically(yaml-cpp libyaml-cpp.a)
uketsuke_link_statically(PkgConfig::OPENJP2 libopenjp2.a)
uketsuke_link_statically(JPEG::JPEG libjpeg.a)

# FreeType's archive needs the archives of its decompression libraries.
find_library(UKETSUKE_BROTLI NAMES libbrotlidec.a NO_CACHE)
find_library(UKETSUKE_BROTLI_COMMON NAMES libbrotlicommon.a NO_CACHE)
if(TARGET Freetype::Freetype AND UKETSUKE_BROTLI AND UKETSUKE_BROTLI_COMMON)
  uketsuke_link_statically(Freetype::Freetype libfreetype.a)
  set_property(TARGET Freetype::Freetype APPEND PROPERTY INTERFACE_LINK_LIBRARIES
    ${UKETSUKE_BROTLI} ${UKETSUKE_BROTLI_COMMON} PNG::PNG ZLIB::ZLIB)
endif()
