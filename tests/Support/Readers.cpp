// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Readers.h"

#include "Support/Places.h"
#include "Support/Process.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

std::string script (std::string_view name)
{
    return (projectFolder() / "tests/Support" / name).string();
}

namespace
{

Json runScript (std::string_view name, std::vector<std::string> arguments)
{
    need ("python3");
    arguments.insert (arguments.begin(), { "python3", script (name) });
    return Json::parse (mustRun (arguments));
}

} // namespace

Json readBy (const std::vector<std::string>& readers, const std::filesystem::path& path)
{
    std::vector<std::string> arguments { path.string() };
    arguments.insert (arguments.end(), readers.begin(), readers.end());
    auto results = runScript ("read_chapters.py", std::move (arguments));

    for (const auto& [reader, result] : results.items())
        if (result.is_null())
            SKIP (reader << " is not installed");

    return results;
}

Listed listOf (const Json& chapters)
{
    if (! chapters.is_array())
        FAIL ("the reader failed: " << chapters.dump());

    Listed list;

    for (const auto& chapter : chapters)
        list.emplace_back (chapter.front().get<std::int64_t>(),
                           chapter.back().is_null() ? "" : chapter.back().get<std::string>());

    return list;
}

Listed listOf (const Outline& outline)
{
    Listed list;

    for (const auto& chapter : outline.chapters)
        list.emplace_back (chapter.start.milliseconds (Rounding::down), chapter.title);

    return list;
}

namespace
{

/** A checker that gives up reports nothing but why. */
Json whole (Json checked, const std::filesystem::path& path)
{
    if (checked.size() < 2)
        FAIL (path << ": " << checked.dump());

    return checked;
}

} // namespace

Json checkId3 (const std::filesystem::path& path)
{
    return whole (runScript ("check_id3.py", { path.string() }), path);
}

Json checkMp4 (const std::filesystem::path& path)
{
    return checkMp4 (std::vector { path }).front();
}

std::vector<Json> checkMp4 (const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::string> arguments;

    for (const auto& path : paths)
        arguments.push_back (path.string());

    std::vector<Json> results = runScript ("check_mp4.py", arguments);

    for (std::size_t i = 0; i < paths.size(); ++i)
        results[i] = whole (std::move (results[i]), paths[i]);

    return results;
}

std::string audioHash (const std::filesystem::path& path)
{
    need ("ffmpeg");
    return mustRun (
        { "ffmpeg", "-v", "error", "-i", path.string(), "-map", "0:a", "-c", "copy", "-f", "md5", "-" });
}

Json foreignFrames (const Json& checkedId3, const std::vector<std::string>& but)
{
    auto frames = Json::array();

    for (const auto& frame : checkedId3.at ("frames"))
        if (const auto id = frame.front().get<std::string>();
            id != "CHAP" && id != "CTOC" && ! std::ranges::contains (but, id))
            frames.push_back (frame);

    return frames;
}

} // namespace earmark::tests
