# `cmake --install build --prefix DIR` installs the program, its modules and data, and what building a face matcher needs.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS uketsuke RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The program looks for its data in share/uketsuke beside its own folder (base/data_root.cpp).
foreach(folder camera_model conformance harness models oqs reader_model record reports scenarios sim)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/uketsuke
    FILES_MATCHING PATTERN "*.yaml" PATTERN "*.schema.json")
endforeach()

if(UKETSUKE_SIMULATOR)
  # Opened by the program, from lib/uketsuke beside its own folder; nothing links them.
  install(TARGETS uketsuke_face_engines uketsuke_capture LIBRARY DESTINATION lib/uketsuke)

  # find_package(uketsuke) provides uketsuke::face_plugin, the header for building a face matcher.
  add_library(uketsuke_face_plugin_header INTERFACE)
  set_target_properties(uketsuke_face_plugin_header PROPERTIES EXPORT_NAME face_plugin)
  target_include_directories(uketsuke_face_plugin_header INTERFACE $<INSTALL_INTERFACE:include/uketsuke>)
  install(FILES ${PROJECT_SOURCE_DIR}/reader_model/face_match/plugin/uketsuke_face_plugin.h DESTINATION include/uketsuke)
  install(TARGETS uketsuke_face_plugin_header EXPORT uketsuke)
  install(EXPORT uketsuke NAMESPACE uketsuke:: FILE uketsuke-config.cmake DESTINATION lib/cmake/uketsuke)
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/uketsuke-config-version.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
  install(FILES ${PROJECT_BINARY_DIR}/uketsuke-config-version.cmake DESTINATION lib/cmake/uketsuke)
endif()
