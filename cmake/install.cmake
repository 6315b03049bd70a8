# SPDX-License-Identifier: Apache-2.0
#
# What is installed, as components: bin (the program with its lexicon), lib
# (libkhitai.so.N), dev (headers, libkhitai.a, CMake package, khitai.pc),
# sqlite (bindings/sqlite); and by name only, postgres (bindings/postgres).
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/khitai)

set(documents ${CMAKE_INSTALL_DATADIR}/doc)

install(TARGETS khitai EXPORT khitaiTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
install(EXPORT khitaiTargets NAMESPACE khitai::
  DESTINATION ${package} COMPONENT dev)
if(KHITAI_SHARED)
  install(TARGETS khitai_c EXPORT khitaiCTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT lib
    NAMELINK_COMPONENT dev)
  install(EXPORT khitaiCTargets NAMESPACE khitai::
    DESTINATION ${package} COMPONENT dev)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/khitai
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev
  FILES_MATCHING PATTERN "*.h")

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/khitaiConfig.cmake.in
  ${PROJECT_BINARY_DIR}/khitaiConfig.cmake INSTALL_DESTINATION ${package})
# Before 1.0 a minor version may change the C++ interface.
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/khitaiConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
# Found from where the file stands, so that the installation may be moved.
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${PROJECT_SOURCE_DIR}/cmake/khitai.pc.in
  ${PROJECT_BINARY_DIR}/khitai.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/khitaiConfig.cmake
  ${PROJECT_BINARY_DIR}/khitaiConfigVersion.cmake
  DESTINATION ${package} COMPONENT dev)
install(FILES ${PROJECT_BINARY_DIR}/khitai.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)

# Each Debian package has its licence.
set(packages "bin khitai" "lib libkhitai${KHITAI_ABI}" "dev libkhitai-dev")
if(TARGET khitai_sqlite)
  list(APPEND packages "sqlite khitai-sqlite")
endif()
if(KHITAI_POSTGRES_FOUND)
  list(APPEND packages
    "postgres postgresql-${KHITAI_POSTGRES_VERSION}-khitai")
endif()
foreach(component_name IN LISTS packages)
  string(REPLACE " " ";" pair ${component_name})
  list(GET pair 0 component)
  list(GET pair 1 name)
  set(exclude "")
  if(component STREQUAL postgres)
    set(exclude EXCLUDE_FROM_ALL)
  endif()
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE
    DESTINATION ${documents}/${name} COMPONENT ${component} ${exclude})
  install(FILES ${PROJECT_SOURCE_DIR}/NOTICE RENAME copyright
    DESTINATION ${documents}/${name} COMPONENT ${component} ${exclude})
endforeach()
