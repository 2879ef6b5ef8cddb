# Every file of a JUCE module is compiled by earmark_juce alone, thus once. A target that links a module which is not
# listed in JuceLibraryCode compiles it for itself, which takes minutes and may give two versions of one function.
# The wrappers in juce_audio_plugin_client are an exception: each format compiles its own. So are the classes for hosts, which only the
# tests have.
file (READ "${COMMANDS}" commands)
string (JSON count LENGTH "${commands}")
math (EXPR last "${count} - 1")

set (seen "")
set (twice "")

foreach (index RANGE ${last})
    string (JSON path GET "${commands}" ${index} file)
    string (JSON command GET "${commands}" ${index} command)

    if (NOT path MATCHES "/juce_audio_plugin_client/" AND NOT command MATCHES "earmark_juce_hosting" AND path MATCHES "/modules/(juce_[a-z0-9_]+/juce_[^/]+)$")
        if (CMAKE_MATCH_1 IN_LIST seen)
            list (APPEND twice ${CMAKE_MATCH_1})
        endif()

        list (APPEND seen ${CMAKE_MATCH_1})
    endif()
endforeach()

list (REMOVE_DUPLICATES twice)
list (LENGTH seen number)

if (twice)
    list (JOIN twice "\n  " lines)
    message (FATAL_ERROR "compiled more than once (add the module to JuceLibraryCode/CMakeLists.txt, and link "
        "earmark_juce instead of it):\n  ${lines}")
elseif (NOT "juce_core/juce_core.cpp" IN_LIST seen AND NOT "juce_core/juce_core.mm" IN_LIST seen)
    message (FATAL_ERROR "juce_core is not in ${COMMANDS}: this check no longer knows JUCE's files when it sees them.")
endif()

message (STATUS "${number} files of JUCE, each compiled once")
