# The checks of this folder on tiny trees: each finds what it is there to find, and nothing else. -D WORK=a folder to write in
cmake_policy (VERSION 3.25)

include ("${CMAKE_CURRENT_LIST_DIR}/Rooms.cmake")

set (failures 0)

# A tree with all that Rooms.cmake names, and a good file wherever a case spoils one.
function (make_tree)
    file (REMOVE_RECURSE "${WORK}")

    foreach (room IN LISTS all_rooms)
        file (MAKE_DIRECTORY "${WORK}/Source/${room}")
    endforeach()

    list (TRANSFORM audio_thread_files REPLACE "^[^/]+/" "" OUTPUT_VARIABLE names)
    list (JOIN names " " names)
    write (Source/Playback/CMakeLists.txt "earmark_room (Playback SOURCES ${names})\n")

    foreach (file IN LISTS audio_thread_files)
        write (Source/${file} "#include <atomic>\n")
    endforeach()

    write (Source/CMakeLists.txt "add_subdirectory (Model)\nif (EARMARK_PLUGIN)\n    add_subdirectory (Plugin)\nendif()\nadd_subdirectory (Cli)\n")
    write (Source/Foundation/CMakeLists.txt "earmark_room (Foundation SOURCES Time.h)\n")
    write (Source/Foundation/Time.h "#include <cstdint>\n")
    write (Source/Model/CMakeLists.txt "earmark_room (Model SOURCES Edit.cpp Edit.h)\n")
    write (Source/Model/Edit.h "#include \"Foundation/Time.h\"\n#include <vector>\n")
    write (Source/Model/Edit.cpp "#include \"Model/Edit.h\"\n// std::filesystem is not for this room\n")
    write (Source/Formats/CMakeLists.txt "earmark_room (Formats SOURCES ChapterFormats.cpp One.cpp)\n")
    write (Source/Formats/ChapterFormats.cpp "extern const ChapterFormat oneFormat;\nformats { &oneFormat, };\n")
    write (Source/Formats/One.cpp "#include <nlohmann/json.hpp>\nextern const ChapterFormat oneFormat;\nconstexpr ChapterFormat oneFormat {\n};\n")
    write (Source/Plugin/CMakeLists.txt "earmark_room (Plugin SOURCES Processor.cpp)\n")
    write (Source/Plugin/Processor.cpp "#include <juce_core/juce_core.h>\n")
    write (tests/CMakeLists.txt "add_executable (tests EditTests.cpp)\n")
    write (tests/EditTests.cpp "")
    set (commands "")

    list (TRANSFORM audio_thread_files PREPEND Source/)

    foreach (file ${audio_thread_files} Source/Model/Edit.cpp Source/Formats/ChapterFormats.cpp Source/Formats/One.cpp tests/EditTests.cpp)
        string (APPEND commands "{ \"file\": \"${WORK}/${file}\" },\n")
    endforeach()

    write (compile_commands.json "[\n${commands}]\n")
endfunction()

macro (write name content)
    file (WRITE "${WORK}/${name}" "${content}")
endmacro()

# expect ("" script args...) or expect ("what it says" script args...)
function (expect message script)
    execute_process (
        COMMAND "${CMAKE_COMMAND}" -D "PROJECT=${WORK}" ${ARGN} -P "${CMAKE_CURRENT_LIST_DIR}/${script}"
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string (REGEX REPLACE "[ \n]+" " " output "${output}")
    string (FIND "${output}" "${message}" at)

    if (message STREQUAL "" AND NOT result EQUAL 0)
        message (SEND_ERROR "${script} refuses a good tree: ${output}")
    elseif (NOT message STREQUAL "" AND (result EQUAL 0 OR at EQUAL -1))
        message (SEND_ERROR "${script} does not find '${message}', but says: ${output}")
    endif()
endfunction()

function (expect_includes message)
    expect ("${message}" CheckIncludes.cmake)
    make_tree()
endfunction()

function (expect_compiled message)
    expect ("${message}" CheckCompiled.cmake -D "COMMANDS=${WORK}/compile_commands.json" -D PLUGIN=OFF -D SYSTEM=Linux ${ARGN})
    make_tree()
endfunction()

function (expect_table message)
    expect ("${message}" CheckTable.cmake -D FOLDER=Source/Formats -D TYPE=ChapterFormat -D TABLE=ChapterFormats.cpp)
    make_tree()
endfunction()

function (expect_names message)
    expect ("${message}" CheckNames.cmake)
    make_tree()
endfunction()

make_tree()

#------------------------------------------------------------------------------------------------------
expect_includes ("")

write (Source/Model/Edit.cpp "#include \"Formats/ChapterFormat.h\"\n")
expect_includes ("Model/Edit.cpp: Model may not include \"Formats/ChapterFormat.h\"")

write (Source/Foundation/Time.h "  #  include \"Model/Edit.h\"\n")
expect_includes ("Foundation/Time.h: Foundation may not include \"Model/Edit.h\"")

write (Source/Model/Edit.cpp "#include \"Edit.h\"\n")
expect_includes ("\"Edit.h\" must be written with its room")

write (Source/Model/Edit.cpp "#include <juce_core/juce_core.h>\n")
expect_includes ("Model may not include <juce_core/juce_core.h>")

write (Source/Formats/One.cpp "#include <taglib/fileref.h>\n")
expect_includes ("Formats may not include <taglib/fileref.h>")

write (Source/Formats/One.h "#include <nlohmann/json.hpp>\n")
expect_includes ("Formats/One.h: Formats may not include <nlohmann/json.hpp> here")

write (Source/Formats/One.h "#include <pugixml.hpp>\n")
expect_includes ("Formats/One.h: Formats may not include <pugixml.hpp> here")

write (Source/Tagging/PieceTableStream.h "#include <taglib/tiostream.h>\n")
expect_includes ("")

write (Source/Tagging/Other.h "#include <taglib/tiostream.h>\n")
expect_includes ("Tagging/Other.h: Tagging may not include <taglib/tiostream.h> here")

write (Source/Cli/Main.cpp "#include \"Tagging/PieceTableStream.h\"\n")
expect_includes ("Cli may not include \"Tagging/PieceTableStream.h\", which is Tagging's own")

write (Source/Model/Edit.cpp "#include <boost/any.hpp>\n")
expect_includes ("<boost/any.hpp> belongs to no library")

write (Source/Model/Edit.cpp "#include <filesystem>\n")
expect_includes ("'<filesystem>' is not for Model")

write (Source/Formats/One.cpp "#include \"Foundation/File.h\"\n")
expect_includes ("'\"Foundation/File.h\"' is not for Formats")

write (Source/Model/Edit.cpp "auto now() { return Time_clock::now(); }\n")
expect_includes ("'_clock::' is not for Model")

write (Source/Model/Edit.h "std::thread worker;\n")
expect_includes ("'std::thread' is not for Model")

write (Source/Playback/HostTap.h "std::vector<int> items;\n")
expect_includes ("Playback/HostTap.h: 'std::vector<' is not for the audio thread")

write (Source/Playback/Mailbox.h "#include <mutex>\n")
expect_includes ("Playback/Mailbox.h: '<mutex>' is not for the audio thread")

write (Source/Playback/PlayerVoice.h "std::vector<int> items;\n") # the app's own player
expect_includes ("")

file (REMOVE_RECURSE "${WORK}/Source/Waveform")
expect_includes ("Waveform: is in Rooms.cmake, but not in Source/")

file (REMOVE "${WORK}/Source/Playback/HostClock.h")
expect_includes ("Playback/HostClock.h: is in Rooms.cmake, but not in Source/")

write (Source/Plugin/Processor.cpp "#include <juce_core/juce_core.h>\nusing namespace juce;\n")
expect_includes ("'using namespace juce' is not for Plugin")

write (Source/Utils/Utils.h "")
expect_includes ("Utils/Utils.h: is in no room")

write (Source/Stray.cpp "")
expect_includes ("Stray.cpp: is in no room")

file (REMOVE_RECURSE "${WORK}/Source")
expect_includes ("no files in")

#------------------------------------------------------------------------------------------------------
expect_compiled ("")
expect_compiled ("Source/Plugin/Processor.cpp is not compiled" -D PLUGIN=ON)

write (Source/Model/CMakeLists.txt "earmark_room (Model SOURCES Edit.cpp Edit.h Extra.cpp)\n")
write (Source/Model/Extra.cpp "")
expect_compiled ("Source/Model/Extra.cpp is not compiled")

write (tests/OtherTests.cpp "")
expect_compiled ("tests/OtherTests.cpp is not compiled")

write (tests/OtherTests.cpp "")
expect_compiled ("" -D EXCEPT=tests/OtherTests.cpp)

write (Source/Model/Extra.h "")
expect_compiled ("Source/Model/Extra.h is not in Source/Model/CMakeLists.txt")

write (Source/Model/it.h "") # the end of a name is not the name
expect_compiled ("Source/Model/it.h is not in Source/Model/CMakeLists.txt")

write (Source/Plugin/Extra.h "")
expect_compiled ("Source/Plugin/Extra.h is not in Source/Plugin/CMakeLists.txt")

write (Source/Cli/CMakeLists.txt "earmark_room (Cli SOURCES Main.cpp)\n") # behind the plug-in's lines, and not one of them
write (Source/Cli/Main.cpp "")
expect_compiled ("Source/Cli/Main.cpp is not compiled")

write (Source/Model/CMakeLists.txt "earmark_room (Model SOURCES Edit.cpp Edit.h ReplaceWindows.cpp)\n")
write (Source/Model/ReplaceWindows.cpp "")
expect_compiled ("")

write (Source/Model/CMakeLists.txt "earmark_room (Model SOURCES Edit.cpp Edit.h ReplaceLinux.cpp)\n")
write (Source/Model/ReplaceLinux.cpp "")
expect_compiled ("Source/Model/ReplaceLinux.cpp is not compiled")

#------------------------------------------------------------------------------------------------------
expect_table ("")

write (Source/Formats/Two.cpp "const ChapterFormat twoFormat = {\n};\n")
expect_table ("twoFormat of Source/Formats/Two.cpp is not in Source/Formats/ChapterFormats.cpp")

write (Source/Formats/Deeper/Two.cpp "constexpr ChapterFormat oneFormatToo\n{\n};\n")
expect_table ("oneFormatToo of Source/Formats/Deeper/Two.cpp is not in")

write (Source/Formats/One.cpp "")
expect_table ("no ChapterFormat in")

#------------------------------------------------------------------------------------------------------
expect_names ("no types in")

write (Source/Model/Edit.h "\nnamespace earmark\n{\n\nclass Player\n{\n};\n")
write (Source/Foundation/Time.h "\nnamespace earmark::time\n{\n\nstruct Player\n{\n};\n")
expect_names ("")

write (Source/Model/Edit.h "\nnamespace earmark\n{\n\nclass Player final : public Base\n{\n};\n")
write (Source/Foundation/Time.h "\nnamespace earmark\n{\n\nenum class Player\n{\n};\n")
expect_names ("earmark::Player is in Source/Foundation/Time.h and in Source/Model/Edit.h")

write (Source/Model/Edit.h "\nnamespace earmark\n{\n\nclass Player\n{\n};\n")
write (Source/Foundation/Time.h "\nnamespace earmark\n{\n\nstruct Host\n{\n    using Player = int;\n};\n") # a member's name is its own
expect_names ("")

write (Source/Model/Edit.h "\nnamespace earmark\n{\n\nclass Player\n{\n};\n")
write (Source/Foundation/Time.h "\nnamespace earmark\n{\n\nusing Host = int;\nusing Player = int;\n")
expect_names ("earmark::Player is in Source/Foundation/Time.h and in Source/Model/Edit.h")

file (REMOVE_RECURSE "${WORK}")
