// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Process.h"
#include "Support/Readers.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// What our strict checker says of MP4 files, compared.

namespace earmark::tests
{

inline Listed checkedList (const Json& chapters)
{
    Listed list;

    for (const auto& chapter : chapters)
        list.emplace_back (chapter[0].get<std::int64_t>(), chapter[1].get<std::string>());

    return list;
}

/** Without the problems that the file had before. */
inline Json newProblems (const Json& before, const Json& after)
{
    auto problems = Json::array();

    for (const auto& problem : after["problems"])
        if (! std::ranges::contains (before["problems"], problem))
            problems.push_back (problem);

    return problems;
}

/** The tracks that are nobody's chapters, with what a chapter writer must not change. */
inline Json contentTracks (const Json& checked)
{
    std::vector<std::uint32_t> chapters;

    for (const auto& track : checked["tracks"])
        if (track["references"].contains ("chap"))
            for (const auto& id : track["references"]["chap"])
                chapters.push_back (id.get<std::uint32_t>());

    auto tracks = Json::array();

    for (auto track : checked["tracks"])
    {
        if (track["handler"] != "soun" && std::ranges::contains (chapters, track["id"].get<std::uint32_t>()))
            continue;

        track["references"].erase ("chap");
        track.erase ("offsets");
        tracks.push_back (track);
    }

    return tracks;
}

inline void checkUntouched (const Json& before, const Json& after)
{
    CHECK (newProblems (before, after) == Json::array());
    CHECK (Json::diff (contentTracks (before), contentTracks (after)) == Json::array());
    CHECK (Json::diff (before["foreign"], after["foreign"]) == Json::array());
}

} // namespace earmark::tests
