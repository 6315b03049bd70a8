# SPDX-License-Identifier: Apache-2.0
#
# Runs width_table.py and compares; another Unicode version than the table's
# has nothing to say.
file(READ ${FOLDER}/width_table.inc committed)
execute_process(COMMAND ${PYTHON} ${FOLDER}/width_table.py
  OUTPUT_VARIABLE made RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "width_table.py failed: ${failed}")
endif()
string(REGEX MATCH "Unicode [0-9.]+" there "${committed}")
string(REGEX MATCH "Unicode [0-9.]+" here "${made}")
if(NOT there STREQUAL here)
  message("skipped: the table is of ${there}, this Python of ${here}")
elseif(NOT made STREQUAL committed)
  message(FATAL_ERROR "width_table.inc differs; its line 1 says how to make it")
endif()
