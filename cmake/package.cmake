# SPDX-License-Identifier: Apache-2.0
#
# Debian packages, one a component: `cpack -G DEB` in the build folder.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME khitai)
set(CPACK_PACKAGE_VENDOR khitai)
set(CPACK_PACKAGE_CONTACT "The authors of khitai <khitai@example.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL bin lib dev)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
# Else dpkg-shlibdeps does not find our own library.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)

set(CPACK_DEBIAN_BIN_PACKAGE_NAME khitai)
set(CPACK_DEBIAN_BIN_PACKAGE_SECTION text)
set(CPACK_COMPONENT_BIN_DESCRIPTION
  "historical names across scripts and spellings
 Finds historical names in texts of many scripts, says which entities they may
 mean and why. The program with its lexicon, as tables and compiled.")
set(CPACK_DEBIAN_LIB_PACKAGE_NAME libkhitai${KHITAI_ABI})
set(CPACK_DEBIAN_LIB_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIB_DESCRIPTION
  "historical names across scripts and spellings: shared library
 The interface for C, and for languages that can call C.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libkhitai-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "libkhitai${KHITAI_ABI} (= ${PROJECT_VERSION})")
# What a static link takes.
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS
  "libicu-dev, libmd4c-dev, libexpat1-dev, libzstd-dev, zlib1g-dev, libre2-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION
  "historical names across scripts and spellings: development files
 Headers, the static library for C++, CMake package and pkg-config file.")
if(TARGET khitai_sqlite)
  list(APPEND CPACK_COMPONENTS_ALL sqlite)
  set(CPACK_DEBIAN_SQLITE_PACKAGE_NAME khitai-sqlite)
  set(CPACK_DEBIAN_SQLITE_PACKAGE_SECTION database)
  # Whoever loads it has SQLite; the lexicon is with the program.
  set(CPACK_DEBIAN_SQLITE_PACKAGE_DEPENDS "khitai, libsqlite3-0 (>= 3.39)")
  set(CPACK_COMPONENT_SQLITE_DESCRIPTION
    "historical names across scripts and spellings: SQLite extension
 Full-text search that finds a name by any of its spellings.")
endif()
if(KHITAI_POSTGRES_FOUND)
  list(APPEND CPACK_COMPONENTS_ALL postgres)
  set(server postgresql-${KHITAI_POSTGRES_VERSION})
  set(CPACK_DEBIAN_POSTGRES_PACKAGE_NAME ${server}-khitai)
  set(CPACK_DEBIAN_POSTGRES_PACKAGE_SECTION database)
  set(CPACK_DEBIAN_POSTGRES_PACKAGE_DEPENDS ${server})
  set(CPACK_COMPONENT_POSTGRES_DESCRIPTION
    "historical names across scripts and spellings: PostgreSQL extension
 Full-text search that finds a name by any of its spellings, with the lexicon.")
endif()
include(CPack)
