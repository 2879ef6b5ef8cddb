# Holds every file of Source/ to the table in Rooms.cmake. -D PROJECT=the tree
cmake_policy (VERSION 3.25)
include ("${CMAKE_CURRENT_LIST_DIR}/Rooms.cmake")

set (faults "")

# The libraries that a header may belong to; a header of ours gives its room instead.
function (libraries_of header out)
    set (found "")
    get_cmake_property (variables VARIABLES)

    foreach (variable IN LISTS variables)
        if (variable MATCHES "^library_(.*)$")
            set (library ${CMAKE_MATCH_1})

            if (header MATCHES "${${variable}}")
                list (APPEND found ${library})
            endif()
        endif()
    endforeach()

    set (${out} "${found}" PARENT_SCOPE)
endfunction()

macro (fault text)
    list (APPEND faults "${file}: ${text}")
endmacro()

macro (check_library header)
    libraries_of ("${header}" libraries)
    set (allowed std ${room_${room}_HEADERS})

    if (NOT file MATCHES "\\.h$" OR file IN_LIST internal_headers)
        list (APPEND allowed ${room_${room}_SOURCES})
    endif()

    set (is_allowed FALSE)

    foreach (library IN LISTS libraries)
        if (library IN_LIST allowed)
            set (is_allowed TRUE)
        endif()
    endforeach()

    if (NOT libraries)
        fault ("<${header}> belongs to no library in Rooms.cmake")
    elseif (NOT is_allowed)
        fault ("${room} may not include <${header}> here")
    endif()
endmacro()

macro (check_header_of_ours header)
    if (NOT "${header}" MATCHES "^([A-Za-z]+)/.")
        fault ("\"${header}\" must be written with its room, \"Room/File.h\"")
    else()
        set (other ${CMAKE_MATCH_1})

        if (NOT other STREQUAL room AND NOT other IN_LIST room_${room}_ROOMS)
            fault ("${room} may not include \"${header}\": it may know ${room_${room}_ROOMS} only")
        elseif (NOT other STREQUAL room AND "${header}" IN_LIST internal_headers)
            fault ("${room} may not include \"${header}\", which is ${other}'s own")
        endif()
    endif()
endmacro()

file (GLOB_RECURSE files RELATIVE "${PROJECT}/Source" "${PROJECT}/Source/*.h" "${PROJECT}/Source/*.cpp" "${PROJECT}/Source/*.mm")

if (NOT files)
    message (FATAL_ERROR "no files in ${PROJECT}/Source")
endif()

# A rule for what is not there could never fail.
foreach (file IN LISTS all_rooms audio_thread_files)
    if (NOT EXISTS "${PROJECT}/Source/${file}")
        fault ("is in Rooms.cmake, but not in Source/")
    endif()
endforeach()

foreach (file IN LISTS files)
    string (REGEX MATCH "^[^/]+" room "${file}")

    if (NOT file MATCHES "/" OR NOT room IN_LIST all_rooms)
        fault ("is in no room of Rooms.cmake")
        continue()
    endif()

    file (READ "${PROJECT}/Source/${file}" text)
    string (REGEX REPLACE "//[^\n]*" "" text "${text}")
    string (REPLACE ";" " " text "${text}")
    string (REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+" includes "\n${text}")

    foreach (line IN LISTS includes)
        string (REGEX REPLACE ".*[<\"]" "" header "${line}")

        if (line MATCHES "<")
            check_library ("${header}")
        else()
            check_header_of_ours ("${header}")
        endif()
    endforeach()

    foreach (what IN LISTS room_${room}_NEVER ITEMS juce_namespace)
        if ("\n${text}" MATCHES "${forbidden_${what}}")
            fault ("'${CMAKE_MATCH_0}' is not for ${room}")
        endif()
    endforeach()

    if (file IN_LIST audio_thread_files)
        foreach (what IN LISTS audio_thread_NEVER)
            if ("\n${text}" MATCHES "${forbidden_${what}}")
                fault ("'${CMAKE_MATCH_0}' is not for the audio thread")
            endif()
        endforeach()
    endif()
endforeach()

if (faults)
    list (JOIN faults "\n  " lines)
    message (FATAL_ERROR "against docs/architecture.md:\n  ${lines}")
endif()

list (LENGTH files number)
message (STATUS "${number} files keep to their rooms")
