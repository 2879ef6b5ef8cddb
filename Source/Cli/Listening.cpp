// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Listening.h"

#include "Jobs/Parallel.h"
#include "Waveform/Onsets.h"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

namespace earmark::cli
{

namespace
{

using Candidates = std::vector<std::vector<Candidate>>;

/** Opening a file once more costs as much as some chapters do. */
constexpr std::size_t fewestInPart = 16;

std::vector<Outline> partsOf (const Outline& outline, std::size_t most)
{
    const auto count = outline.chapters.size();
    std::vector<Outline> parts (std::clamp<std::size_t> (count / fewestInPart, 1, most));

    for (std::size_t i = 0; i < count; ++i)
        parts[i * parts.size() / count].chapters.push_back ({ .start = outline.chapters[i].start });

    return parts;
}

} // namespace

Result<Listener> Listener::open (const std::filesystem::path& path)
{
    return openAudio (path).transform (
        [&] (std::unique_ptr<AudioReader>&& first)
        {
            Listener listener;
            listener.path = path;
            listener.readers.front() = std::move (first);
            return listener;
        });
}

Result<Candidates> Listener::listen (std::size_t part, const Outline& outline)
{
    auto& own = readers[part];

    if (own == nullptr)
    {
        auto opened = openAudio (path);

        if (! opened)
            return std::unexpected (opened.error());

        own = std::move (*opened);
    }

    return earmark::candidatesFor (*own, outline);
}

Result<Candidates> Listener::candidatesFor (const Outline& outline)
{
    const auto parts = partsOf (outline, mostParts);
    std::vector<Result<Candidates>> found (parts.size());
    inParallel (parts.size(),
                std::thread::hardware_concurrency(),
                [&] (std::size_t part) { found[part] = listen (part, parts[part]); });

    Candidates all;

    for (auto& some : found)
    {
        if (! some)
            return std::unexpected (some.error());

        std::ranges::move (*some, std::back_inserter (all));
    }

    return all;
}

Notices Listener::notices() const
{
    Notices all;

    for (const auto& each : readers)
        if (each != nullptr)
            for (auto& notice : each->notices())
                if (! std::ranges::contains (all, notice))
                    all.push_back (std::move (notice));

    return all;
}

} // namespace earmark::cli
