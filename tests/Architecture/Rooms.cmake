# Who may know whom, as docs/architecture.md says; CheckIncludes.cmake holds every file of Source/ to it. A room that is not
# here, or a library that is in no list, is refused: add it where it belongs, on purpose.

# Libraries, by what their headers' paths look like.
set (library_std "^[a-z_0-9]+$")
set (library_simdutf "^simdutf\\.h$")
set (library_nlohmann "^nlohmann/json\\.hpp$")
set (library_nlohmann_fwd "^nlohmann/json_fwd\\.hpp$")
set (library_pugixml "^pugixml\\.hpp$")
set (library_zip "^zip\\.h$")
set (library_charset "^(iconv|uchardet(/uchardet)?)\\.h$")
set (library_taglib "^taglib/")
set (library_juce "^juce_|^JuceHeader\\.h$|^BinaryData\\.h$")
set (library_juce_audio "^juce_(core|events|audio_basics|audio_devices|audio_formats)/")
set (library_juce_graphics "^juce_(core|graphics)/")
set (library_juce_digest "^juce_(core|cryptography)/")
set (library_fonts "^EarmarkFonts\\.h$")
set (library_juce_events "^juce_(core|events)/")
set (library_cli11 "^CLI/")
set (library_ffmpeg "^lib(av|sw)[a-z]+/")
set (library_stretch "^(rubberband|soundtouch)/")
set (library_vst3 "^pluginterfaces/")
set (library_system "^(copyfile|dlfcn|malloc|unistd|fcntl|termios|dirent|poll|signal|io|windows|conio)\\.h$|^(sys|linux|mach)/")

# What some rooms never do, as text that would do it.
set (forbidden_files "<(filesystem|fstream|iostream|cstdio)>|std::filesystem|std::[io]?fstream|[^A-Za-z_]fopen *\\(|\"Foundation/File\\.h\"")
set (forbidden_clocks "<chrono>|_clock::")
set (forbidden_threads "<(thread|mutex|shared_mutex|condition_variable|future|semaphore)>|std::(jthread|thread|mutex|async|future|condition_variable)")
set (forbidden_memory "<(string|vector|map|deque|list|memory|functional)>|std::(string|vector|map|function|make_unique|make_shared)[^_]|[^A-Za-z_]new [A-Z]")
set (forbidden_juce_namespace "using namespace juce")

# Headers that wrap a library for the .cpp files of their own room: they may include what those may, and no other room may
# include them.
set (internal_headers
    Imaging/Palette.h
    Imaging/SheetCellPainter.h
    Waveform/Libav/FrameConverter.h
    Waveform/Libav/LibavReader.h
    Waveform/Libav/PacketSource.h
    Waveform/Libav/SampleCount.h
    Formats/Techniques/JsonReading.h
    Formats/Techniques/XmlReading.h
    Tagging/Id3/ChapterFrameParts.h
    Tagging/PieceTableStream.h
    Tagging/Posix/Copier.h
    Tagging/Posix/Descriptor.h
    Tagging/Posix/Draft.h
    Tagging/Posix/FileSourcePosix.h
    Tagging/Posix/System.h
    Tagging/Posix/WriteFailure.h
    Tagging/TagLibText.h
    Tagging/Windows/FileSourceWindows.h)

set (all_rooms "")

# room (Model ROOMS others... SOURCES libraries... HEADERS libraries... NEVER what...): what files of the room may include
# besides the standard library and the room itself. HEADERS are the libraries that may show in its .h files.
macro (room name)
    list (APPEND all_rooms ${name})
    cmake_parse_arguments (room_${name} "" "" "ROOMS;SOURCES;HEADERS;NEVER" ${ARGN})
endmacro()

set (core Foundation Model)

room (Language   NEVER files clocks threads)
room (Foundation SOURCES simdutf system)
room (Model      ROOMS Foundation NEVER files clocks threads)
room (Session    ROOMS ${core} Language NEVER files clocks threads)
room (Formats    ROOMS ${core} SOURCES nlohmann simdutf pugixml zip charset HEADERS nlohmann_fwd NEVER files clocks threads)
room (Projects   ROOMS ${core} Formats SOURCES system)
room (Tagging    ROOMS ${core} SOURCES taglib system)
room (Libav      ROOMS Foundation SOURCES system HEADERS ffmpeg)
room (Waveform   ROOMS ${core} Libav SOURCES juce_audio ffmpeg)
room (Playback   ROOMS ${core} Libav Waveform SOURCES juce_audio ffmpeg stretch)
room (Imaging    ROOMS ${core} Libav SOURCES juce_graphics fonts ffmpeg)
room (Jobs       ROOMS ${core} Language Formats Tagging Imaging SOURCES nlohmann juce_digest system)
room (Host       ROOMS ${core} Session HEADERS juce_events vst3)
room (UI         ROOMS ${core} Language Session SOURCES juce fonts HEADERS juce NEVER files threads)
room (Plugin     ROOMS ${core} Language Session Formats Tagging Waveform Playback Imaging Jobs Projects Host UI SOURCES juce HEADERS juce)
room (Cli        ROOMS ${core} Formats Tagging Waveform Imaging Jobs SOURCES system HEADERS nlohmann nlohmann_fwd cli11)

# What a host's audio thread runs through. SpscQueue.h is not here: it takes its memory when it is made, which the plug-in does before
# there is sound.
set (audio_thread_files
    Playback/HostClock.cpp
    Playback/HostClock.h
    Playback/HostTap.cpp
    Playback/HostTap.h
    Playback/Mailbox.h
    Playback/PeakCapture.cpp
    Playback/PeakCapture.h
    Playback/Standstill.h)
set (audio_thread_NEVER files clocks threads memory)
