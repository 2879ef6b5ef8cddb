// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Libav/Library.h"

#include <dlfcn.h>

#include <format>
#include <string>

namespace earmark::libav
{

namespace
{

struct Loaded
{
    Functions functions;
    std::string missing; ///< the first library or function that is not there
};

/** Stays open to the end of the process: FFmpeg's libraries are not made to be unloaded. */
void* open (Loaded& loaded, const std::string& name)
{
    auto* const library = ::dlopen (name.c_str(), RTLD_LAZY | RTLD_LOCAL);

    if (library == nullptr && loaded.missing.empty())
        loaded.missing = name;

    return library;
}

template <class Function>
void find (Loaded& loaded, void* library, Function& function, const char* name)
{
    if (library != nullptr)
        function = reinterpret_cast<Function> (::dlsym (library, name));

    if (function == nullptr && loaded.missing.empty())
        loaded.missing = name;
}

Loaded loadAll()
{
    // The number is the version of the interface: structs are laid out as the headers of this version say.
    Loaded loaded;
    auto& f = loaded.functions;
    auto* const util = open (loaded, "libavutil.so." AV_STRINGIFY (LIBAVUTIL_VERSION_MAJOR));
    auto* const codec = open (loaded, "libavcodec.so." AV_STRINGIFY (LIBAVCODEC_VERSION_MAJOR));
    auto* const format = open (loaded, "libavformat.so." AV_STRINGIFY (LIBAVFORMAT_VERSION_MAJOR));
    auto* const resample = open (loaded, "libswresample.so." AV_STRINGIFY (LIBSWRESAMPLE_VERSION_MAJOR));
    auto* const scale = open (loaded, "libswscale.so." AV_STRINGIFY (LIBSWSCALE_VERSION_MAJOR));

#define EARMARK_FIND(name) find (loaded, library, f.name, #name);
    auto* library = util;
    EARMARK_LIBAVUTIL (EARMARK_FIND)
    library = codec;
    EARMARK_LIBAVCODEC (EARMARK_FIND)
    library = format;
    EARMARK_LIBAVFORMAT (EARMARK_FIND)
    library = resample;
    EARMARK_LIBSWRESAMPLE (EARMARK_FIND)
    library = scale;
    EARMARK_LIBSWSCALE (EARMARK_FIND)
#undef EARMARK_FIND

    // FFmpeg would tell every oddity of a file on standard error; what matters becomes an Error or a Notice.
    if (loaded.missing.empty())
        f.av_log_set_level (AV_LOG_QUIET);

    return loaded;
}

const Loaded& library()
{
    static const auto loaded = loadAll();
    return loaded;
}

} // namespace

Result<void> load()
{
    const auto& missing = library().missing;

    if (missing.empty())
        return {};

    return failure (
        Error::Kind::unsupported,
        std::format ("Sound and pictures cannot be decoded: FFmpeg's {} is not installed. Install "
                     "FFmpeg with libavcodec {}.",
                     missing,
                     LIBAVCODEC_VERSION_MAJOR));
}

const Functions& ffmpeg()
{
    return library().functions;
}

} // namespace earmark::libav
