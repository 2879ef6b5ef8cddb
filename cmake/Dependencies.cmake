# Every library that Earmark uses: from the system where it is new enough, else built from source at a pinned upstream
# tag. docs/dependencies.md says why each is here.
include (FetchContent)
set (FETCHCONTENT_QUIET OFF)

set (BUILD_TESTING OFF) # of the libraries fetched, not ours
set (BUILD_SHARED_LIBS OFF)

find_package (simdutf QUIET)
if (NOT simdutf_FOUND)
    FetchContent_Declare (simdutf GIT_REPOSITORY https://github.com/simdutf/simdutf.git GIT_TAG v9.1.2 GIT_SHALLOW ON)
    set (SIMDUTF_TESTS OFF)
    set (SIMDUTF_BENCHMARKS OFF)
    set (SIMDUTF_TOOLS OFF)
    FetchContent_MakeAvailable (simdutf)
endif()

find_package (nlohmann_json 3.11 QUIET)
if (NOT nlohmann_json_FOUND)
    FetchContent_Declare (nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json.git GIT_TAG v3.12.0 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (nlohmann_json)
endif()

find_package (pugixml 1.13 QUIET)
if (NOT pugixml_FOUND)
    FetchContent_Declare (pugixml GIT_REPOSITORY https://github.com/zeux/pugixml.git GIT_TAG v1.15 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (pugixml)
endif()

find_package (libzip 1.9 QUIET)
if (NOT libzip_FOUND)
    FetchContent_Declare (libzip GIT_REPOSITORY https://github.com/nih-at/libzip.git GIT_TAG v1.11.4 GIT_SHALLOW ON)
    foreach (part IN ITEMS TOOLS REGRESS EXAMPLES DOC OSSFUZZ)
        set (BUILD_${part} OFF)
    endforeach()
    set (LIBZIP_DO_INSTALL OFF)
    FetchContent_MakeAvailable (libzip)
    add_library (libzip::zip ALIAS zip)
endif()

# In the C library of Linux and macOS; Windows has none.
find_package (Iconv QUIET)
if (NOT Iconv_FOUND)
    FetchContent_Declare (win_iconv GIT_REPOSITORY https://github.com/win-iconv/win-iconv.git GIT_TAG v0.0.10 GIT_SHALLOW ON)
    set (BUILD_SHARED OFF)
    FetchContent_MakeAvailable (win_iconv)
    add_library (Iconv::Iconv INTERFACE IMPORTED)
    target_link_libraries (Iconv::Iconv INTERFACE iconv)
    target_include_directories (Iconv::Iconv INTERFACE "${win_iconv_SOURCE_DIR}")
endif()

# Its own package file names no target that all its versions have.
find_package (PkgConfig QUIET)
if (PkgConfig_FOUND)
    pkg_check_modules (uchardet QUIET IMPORTED_TARGET uchardet)
endif()
if (TARGET PkgConfig::uchardet)
    add_library (uchardet::uchardet ALIAS PkgConfig::uchardet)
else()
    FetchContent_Declare (uchardet GIT_REPOSITORY https://gitlab.freedesktop.org/uchardet/uchardet.git GIT_TAG v0.0.8 GIT_SHALLOW ON)
    set (BUILD_BINARY OFF)
    FetchContent_MakeAvailable (uchardet)
    add_library (uchardet::uchardet INTERFACE IMPORTED)
    target_link_libraries (uchardet::uchardet INTERFACE libuchardet)
    target_include_directories (uchardet::uchardet INTERFACE "${uchardet_SOURCE_DIR}/src/..")
endif()

find_package (CLI11 2.5 QUIET)
if (NOT CLI11_FOUND)
    FetchContent_Declare (CLI11 GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git GIT_TAG v2.6.1 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (CLI11)
endif()

find_package (taglib 2.3 QUIET)
if (NOT taglib_FOUND)
    FetchContent_Declare (taglib GIT_REPOSITORY https://github.com/taglib/taglib.git GIT_TAG v2.3.2 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (taglib)
    if (NOT TARGET TagLib::tag)
        add_library (TagLib::tag ALIAS tag)
    endif()
endif()

# An installed JUCE accepts no version but exactly its own, so that its number is looked at afterwards.
find_package (JUCE QUIET)
if (JUCE_FOUND AND JUCE_VERSION VERSION_LESS 9)
    message (FATAL_ERROR "JUCE ${JUCE_VERSION} is installed, and Earmark needs 9: "
        "configure with -DCMAKE_DISABLE_FIND_PACKAGE_JUCE=ON to build it from source instead.")
elseif (NOT JUCE_FOUND)
    FetchContent_Declare (JUCE GIT_REPOSITORY https://github.com/juce-framework/JUCE.git GIT_TAG 9.0.2 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (JUCE)
endif()

# Where there is no FFmpeg to be found, on macOS and Windows, the system's decoders read audio and pictures through JUCE. FFmpeg is not
# built from source: its build is its own, and every Linux has it.
if (CMAKE_SYSTEM_NAME STREQUAL "Linux")
    find_package (PkgConfig REQUIRED)
    pkg_check_modules (FFMPEG REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswresample libswscale)
endif()

find_package (Threads REQUIRED)

# Changes speed and keeps pitch. Its own build is Meson; one source file is made for those who use another.
find_package (PkgConfig QUIET)
if (PkgConfig_FOUND)
    pkg_check_modules (RUBBERBAND QUIET IMPORTED_TARGET rubberband>=3)
endif()
if (RUBBERBAND_FOUND)
    add_library (earmark_rubberband ALIAS PkgConfig::RUBBERBAND)
else()
    FetchContent_Declare (rubberband GIT_REPOSITORY https://github.com/breakfastquay/rubberband.git GIT_TAG v4.0.0 GIT_SHALLOW ON)
    FetchContent_MakeAvailable (rubberband)
    add_library (earmark_rubberband STATIC "${rubberband_SOURCE_DIR}/single/RubberBandSingle.cpp")
    target_include_directories (earmark_rubberband SYSTEM PUBLIC "${rubberband_SOURCE_DIR}")
endif()

if (EARMARK_TESTS)
    find_package (Catch2 3 QUIET)
    if (NOT Catch2_FOUND)
        FetchContent_Declare (Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.7.1 GIT_SHALLOW ON)
        FetchContent_MakeAvailable (Catch2)
        list (APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras")
    endif()
endif()
