# SPDX-License-Identifier: Apache-2.0
#
# Finds the PostgreSQL that the extension is built for: KHITAI_PG_CONFIG is its
# pg_config. Sets KHITAI_POSTGRES_FOUND, ..._VERSION, ..._INCLUDE, and, as
# destinations of install below that PostgreSQL's prefix, ..._PKGLIBDIR and
# ..._SHAREDIR.
set(KHITAI_POSTGRES AUTO CACHE STRING
  "Build the extension of PostgreSQL: ON OFF AUTO")
set(KHITAI_POSTGRES_FOUND OFF)
if(KHITAI_POSTGRES STREQUAL "AUTO" AND NOT PROJECT_IS_TOP_LEVEL)
  return()
elseif(NOT KHITAI_POSTGRES)
  return()
endif()

file(GLOB places /usr/lib/postgresql/*/bin /usr/pgsql-*/bin)
find_program(KHITAI_PG_CONFIG pg_config HINTS ${places})

function(khitai_pg_config option variable)
  execute_process(COMMAND ${KHITAI_PG_CONFIG} --${option}
    OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(${variable} "${answer}" PARENT_SCOPE)
endfunction()

set(missing "")
if(NOT EXISTS "${KHITAI_PG_CONFIG}")
  set(missing "no pg_config (KHITAI_PG_CONFIG names it)")
else()
  khitai_pg_config(version version)
  string(REGEX MATCH "[0-9]+" KHITAI_POSTGRES_VERSION "${version}")
  khitai_pg_config(includedir-server KHITAI_POSTGRES_INCLUDE)
  if(NOT KHITAI_POSTGRES_VERSION OR KHITAI_POSTGRES_VERSION LESS 15)
    set(missing "${KHITAI_PG_CONFIG} is of '${version}', expected PostgreSQL 15")
  elseif(NOT EXISTS ${KHITAI_POSTGRES_INCLUDE}/postgres.h)
    set(missing "no ${KHITAI_POSTGRES_INCLUDE}/postgres.h (package postgresql-server-dev-15)")
  elseif(KHITAI_SANITIZE OR KHITAI_FUZZ)
    set(missing "a server does not have the sanitizers' symbols")
  endif()
endif()
if(missing AND KHITAI_POSTGRES STREQUAL "AUTO")
  message(STATUS "No extension for PostgreSQL: ${missing}")
  return()
elseif(missing)
  message(FATAL_ERROR "KHITAI_POSTGRES is ON, but: ${missing}")
endif()

set(KHITAI_POSTGRES_FOUND ON)
khitai_pg_config(pkglibdir KHITAI_POSTGRES_PKGLIBDIR)
khitai_pg_config(sharedir KHITAI_POSTGRES_SHAREDIR)
khitai_pg_config(configure configure)
if(configure MATCHES "--prefix=([^' ]+)")
  set(prefix ${CMAKE_MATCH_1})
  foreach(folder PKGLIBDIR SHAREDIR)
    file(RELATIVE_PATH below ${prefix} ${KHITAI_POSTGRES_${folder}})
    if(NOT below MATCHES "^\\.\\.")
      set(KHITAI_POSTGRES_${folder} ${below})
    endif()
  endforeach()
endif()
