# Every source file is compiled, in Source/ and in tests/, and every file of a room stands in the room's CMakeLists.txt: a file
# that was forgotten there is not built, and its tests never run.
# -D PROJECT=the tree, -D COMMANDS=compile_commands.json, -D PLUGIN=whether the plug-in is built, -D SYSTEM=CMAKE_SYSTEM_NAME, -D EXCEPT=one
# file that this build leaves out on purpose
cmake_policy (VERSION 3.25)

file (READ "${COMMANDS}" commands)
set (faults "")

# The fuzzers have a build of their own, and Source/ and tests/ add some folders for the plug-in only.
set (left_out "tests/Fuzz/")

if (NOT PLUGIN)
    foreach (top Source tests)
        file (READ "${PROJECT}/${top}/CMakeLists.txt" list)
        string (REGEX MATCH "if \\(EARMARK_PLUGIN\\).*" guarded "${list}")
        string (FIND "${guarded}" "\nendif" end)
        string (SUBSTRING "${guarded}" 0 ${end} guarded)
        string (REGEX MATCHALL "add_subdirectory \\([A-Za-z]+" folders "${guarded}")

        foreach (folder IN LISTS folders)
            string (REGEX REPLACE ".*\\(" "" folder "${folder}")
            list (APPEND left_out "${top}/${folder}/")
        endforeach()
    endforeach()
endif()

# Files named for a system are compiled there.
set (others_Linux "Mac|Windows")
set (others_Darwin "Linux|Windows|Libav(/[A-Za-z]+)?")
set (others_Windows "Linux|Mac|Posix|Libav(/[A-Za-z]+)?")

function (is_for_others file out)
    set (${out} FALSE PARENT_SCOPE)

    if (file STREQUAL "${EXCEPT}")
        set (${out} TRUE PARENT_SCOPE)
    endif()

    if (DEFINED others_${SYSTEM} AND file MATCHES "(${others_${SYSTEM}})\\.(cpp|mm|h)$")
        set (${out} TRUE PARENT_SCOPE)
    endif()

    foreach (folder IN LISTS left_out)
        string (FIND "${file}" "${folder}" at)

        if (at EQUAL 0)
            set (${out} TRUE PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

file (GLOB_RECURSE files RELATIVE "${PROJECT}"
    "${PROJECT}/Source/*.cpp" "${PROJECT}/Source/*.h" "${PROJECT}/Source/*.mm" "${PROJECT}/tests/*.cpp" "${PROJECT}/tests/*.mm")
set (compiled 0)

foreach (file IN LISTS files)
    is_for_others ("${file}" skip)

    if (NOT skip AND NOT file MATCHES "\\.h$")
        string (FIND "${commands}" "${PROJECT}/${file}\"" at)

        if (at EQUAL -1)
            list (APPEND faults "${file} is not compiled")
        endif()

        math (EXPR compiled "${compiled} + 1")
    endif()

    if (file MATCHES "^(Source/[^/]+|tests/Fuzz)/(.*)$")
        set (room "${CMAKE_MATCH_1}")
        string (REGEX REPLACE "([.+])" "\\\\\\1" name "${CMAKE_MATCH_2}")
        set (list "")

        if (EXISTS "${PROJECT}/${room}/CMakeLists.txt")
            file (READ "${PROJECT}/${room}/CMakeLists.txt" list)
        endif()

        if (NOT " ${list} " MATCHES "[ \n\t(]${name}[ \n\t)]")
            list (APPEND faults "${file} is not in ${room}/CMakeLists.txt")
        endif()
    endif()
endforeach()

if (faults)
    list (JOIN faults "\n  " lines)
    message (FATAL_ERROR "forgotten:\n  ${lines}")
elseif (compiled EQUAL 0)
    message (FATAL_ERROR "no source files in ${PROJECT}")
endif()

message (STATUS "${compiled} source files, all compiled")
