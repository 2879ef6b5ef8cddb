# Rooms are folders of Source/ and CMake targets of the same name; the architecture test holds them to it.

# What all of our own code is compiled with; never the libraries we use.
add_library (earmark_flags INTERFACE)

if (MSVC)
    target_compile_options (earmark_flags INTERFACE /W4 /WX /utf-8 /permissive-)
    target_compile_definitions (earmark_flags INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
    # Designated initialisers leave the rest at its default on purpose.
    target_compile_options (earmark_flags INTERFACE
        -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
        -Woverloaded-virtual -Wno-missing-field-initializers)
endif()

if (EARMARK_SANITIZE)
    add_compile_options (-fsanitize=${EARMARK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options (-fsanitize=${EARMARK_SANITIZE})
endif()

# earmark_room (Model SOURCES a.cpp b.h ... PUBLIC target ... PRIVATE target ...) makes earmark_model.
function (earmark_room name)
    cmake_parse_arguments (PARSE_ARGV 1 room "" "" "SOURCES;PUBLIC;PRIVATE")
    string (TOLOWER "earmark_${name}" target)
    add_library (${target} STATIC ${room_SOURCES})
    target_include_directories (${target} PUBLIC "${PROJECT_SOURCE_DIR}/Source")
    target_link_libraries (${target} PUBLIC ${room_PUBLIC} PRIVATE earmark_flags ${room_PRIVATE})
endfunction()
