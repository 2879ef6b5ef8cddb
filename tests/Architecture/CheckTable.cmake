# Every row that is defined in a folder is in the folder's table: there is no self-registration, and one that was forgotten
# would never be tried. -D PROJECT=the tree, -D FOLDER=Source/Formats, -D TYPE=ChapterFormat, -D TABLE=ChapterFormats.cpp
cmake_policy (VERSION 3.25)

file (READ "${PROJECT}/${FOLDER}/${TABLE}" table)
file (GLOB_RECURSE files RELATIVE "${PROJECT}" "${PROJECT}/${FOLDER}/*.cpp")
set (rows "")
set (faults "")

foreach (file IN LISTS files)
    file (READ "${PROJECT}/${file}" text)
    string (REPLACE ";" " ; " text "${text}")
    string (REGEX MATCHALL "(const|constexpr) ${TYPE} [A-Za-z0-9_]+[ \n]*[{=]" definitions "${text}")

    foreach (definition IN LISTS definitions)
        string (REGEX REPLACE "^[a-z]+ ${TYPE} ([A-Za-z0-9_]+).*" "\\1" row "${definition}")
        list (APPEND rows ${row})

        if (NOT table MATCHES "&${row}[^A-Za-z0-9_]")
            list (APPEND faults "${row} of ${file} is not in ${FOLDER}/${TABLE}")
        endif()
    endforeach()
endforeach()

if (faults)
    list (JOIN faults "\n  " lines)
    message (FATAL_ERROR "forgotten:\n  ${lines}")
elseif (NOT rows)
    message (FATAL_ERROR "no ${TYPE} in ${PROJECT}/${FOLDER}: this check no longer knows one when it sees it.")
endif()

list (LENGTH rows number)
message (STATUS "${number} rows, all in the table")
