// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/HarmChecks.h"

#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Id3/RawTag.h"
#include "Tagging/Mp4/Movie.h"
#include "Tagging/Mp4/SampleTable.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <map>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace earmark::tests
{

namespace
{

/** The bytes of all samples of each track, by its number; nothing for a file that cannot be followed. */
std::multimap<std::uint32_t, std::string> soundOf (const ByteSource& source)
{
    std::multimap<std::uint32_t, std::string> sound;
    const auto movie = mp4::readMovie (source);

    if (! movie)
        return {};

    for (const auto& trak : movie->moov.children)
    {
        if (trak.type != "trak")
            continue;

        const auto info = mp4::infoOf (trak);
        const auto chunks = mp4::chunksOf (trak);

        if (! info || ! chunks || info->handler != "soun")
            continue;

        std::string bytes;

        for (const auto& chunk : *chunks)
            if (chunk.isWithin (0, source.size()))
                bytes += must (source.read (chunk.offset, std::size_t (chunk.length)));

        sound.emplace (info->id, std::move (bytes));
    }

    return sound;
}

std::string contentOf (const PieceTable& table)
{
    std::string bytes (std::size_t (table.size()), '\0');
    must (table.read (0, bytes.data(), bytes.size()));
    return bytes;
}

bool isWhole (const WritePlan& plan)
{
    const auto result = contentOf (plan.edit.result);

    if (plan.container->id == "mp4")
        return soundOf (plan.edit.result.source()) == soundOf (MemorySource (result));

    const auto original =
        must (plan.edit.result.source().read (0, std::size_t (plan.edit.result.source().size())));
    const auto before = must (id3::readTag (PieceTable (plan.edit.result.sharedSource()), 0));
    const auto after = must (id3::readTag (plan.edit.result, 0));
    return result.substr (after ? std::size_t (after->size) : 0)
           == original.substr (before ? std::size_t (before->size) : 0);
}

} // namespace

Outline someOutline()
{
    auto outline = evenOutline (3, 500);
    outline.episode = { .show = "Show", .title = "Title 🎧" };
    outline.chapters[0].summary = "A summary";
    outline.chapters[1].points = { "one", "two" };
    outline.chapters[2].link = Link { "https://example.org", {} };
    outline.chapters[2].image =
        EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (300, '\xFF') };
    return outline;
}

void tryEverything (const std::filesystem::path& file, const std::string& bytes)
{
    writeBytes (file, bytes);
    const auto read = readTaggedFile (file);

    // The lists are the file's own: writing them again must hold as well.
    std::vector<Outline> outlines { someOutline() };

    if (read && ! read->outline.chapters.empty())
        outlines.push_back (read->outline);

    for (const auto& outline : outlines)
        if (const auto plan = planWrite (file, outline, { .episodeTags = EpisodeTags::replace }))
            REQUIRE (isWhole (*plan));

    if (const auto plan = planStrip (file))
        REQUIRE (isWhole (*plan));

    REQUIRE (hasBytes (file, bytes));
}

long peakMemory()
{
    rusage used {};
    ::getrusage (RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

} // namespace earmark::tests
