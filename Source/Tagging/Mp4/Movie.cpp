// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Movie.h"

#include "Foundation/Bytes.h"
#include "Tagging/Mp4/TimedHeader.h"

#include <algorithm>
#include <format>

// Layouts: ISO/IEC 14496-12, and Apple's QuickTime File Format where they differ.

namespace earmark::mp4
{

namespace
{

bool holds (const Atom& atom, std::string_view type)
{
    return std::ranges::any_of (
        atom.children, [&] (const Atom& child) { return child.type == type || holds (child, type); });
}

} // namespace

Result<TrackInfo> infoOf (const Atom& trak)
{
    TrackInfo info;
    const auto* header = trak.find ("tkhd");
    const auto* handler = trak.at ("mdia", "hdlr");

    if (header == nullptr || header->payload.size() < 24 || handler == nullptr
        || handler->payload.size() < 12)
        return damaged ("track header");

    const auto wide = bytes::u8 (header->payload, 0) == 1;
    info.enabled = (bytes::u8 (header->payload, 3) & 1) != 0;
    info.id = bytes::u32 (header->payload, wide ? 20 : 12);
    info.handler = handler->payload.substr (8, 4);

    for (const auto& reference : trak.children)
        if (reference.type == "tref")
            for (const auto& list : reference.children)
                if (list.type == "chap")
                    for (std::size_t at = 0; at + 4 <= list.payload.size(); at += 4)
                        info.chapterTracks.push_back (bytes::u32 (list.payload, at));

    if (const auto* descriptions = trak.at ("mdia", "minf", "stbl", "stsd"))
    {
        const std::string_view p = descriptions->payload;

        for (std::size_t at = 8; at + 8 <= p.size();)
        {
            const auto size = bytes::u32 (p, at);

            if (size < 8 || size > p.size() - at)
                break;

            info.sampleFormats.emplace (p.substr (at + 4, 4));
            at += size;
        }
    }

    return info;
}

Duration Movie::length() const
{
    for (const auto& trak : moov.children)
    {
        if (trak.type != "trak")
            continue;

        const auto info = infoOf (trak);

        if (! info || info->handler != "soun")
            continue;

        // The track header's duration is that of the edits: encoder delay and padding are already off.
        if (const auto* header = trak.find ("tkhd"))
        {
            const bool wide = bytes::u8 (header->payload, 0) == 1;
            const auto ticks = wide ? (header->payload.size() >= 36 ? bytes::u64 (header->payload, 28) : 0)
                                    : bytes::u32 (header->payload, 20);

            if (const auto presented = toDuration (ticks, timescale); presented > Duration())
                return presented;
        }

        if (const auto media = timedHeader (trak.at ("mdia", "mdhd")))
            return toDuration (media->duration, media->timescale);
    }

    return toDuration (duration, timescale);
}

std::set<TrackId> Movie::chapterTracks() const
{
    std::set<TrackId> ids;

    for (const auto& trak : moov.children)
        if (trak.type == "trak")
            if (const auto info = infoOf (trak))
                ids.insert (info->chapterTracks.begin(), info->chapterTracks.end());

    return ids;
}

Result<Movie> readMovie (const ByteSource& source)
{
    constexpr std::uint64_t largestMoov = 512u << 20;
    Movie movie;
    auto atoms = topLevelAtoms (source);

    if (! atoms)
        return std::unexpected (atoms.error());

    movie.atoms = std::move (*atoms);
    const auto moov = std::ranges::find (movie.atoms, std::string_view ("moov"), &Span::type);

    if (moov == movie.atoms.end())
        return failure (Error::Kind::malformed,
                        "It has no 'moov' atom, which says what the file holds: the recording or the "
                        "download was not finished.");

    if (moov->size > largestMoov)
        return failure (Error::Kind::tooLarge, "Its 'moov' atom is larger than 512 MB.");

    movie.moovIndex = std::size_t (moov - movie.atoms.begin());
    const auto bytes = source.read (moov->offset, std::size_t (moov->size));

    if (! bytes)
        return std::unexpected (bytes.error());

    auto parsed = parseAtom (*bytes, moov->offset);

    if (! parsed)
        return std::unexpected (parsed.error());

    movie.moov = std::move (*parsed);
    const auto header = timedHeader (movie.moov.find ("mvhd"));

    if (! header || header->timescale == 0)
        return damaged ("movie header");

    movie.timescale = header->timescale;
    movie.duration = header->duration;
    return movie;
}

std::optional<Error> reasonNotToWrite (const Movie& movie)
{
    for (const auto& atom : movie.atoms)
        if (atom.type == "moof" || atom.type == "sidx" || atom.type == "mfra" || atom.type == "styp"
            || atom.type == "ssix")
            return Error { Error::Kind::unsupported,
                           "It is a fragmented MP4, made for streaming, whose parts would no longer fit "
                           "together; make an ordinary one of it first (ffmpeg -i IN -c copy OUT.m4a).",
                           Place::atByte (atom.offset) };

    if (movie.moov.find ("mvex") != nullptr)
        return Error { Error::Kind::unsupported,
                       "It is a fragmented MP4, made for streaming, whose parts would no longer fit "
                       "together; make an ordinary one of it first (ffmpeg -i IN -c copy OUT.m4a).",
                       {} };

    if (std::ranges::count (movie.atoms, std::string_view ("moov"), &Span::type) > 1)
        return Error { Error::Kind::malformed, "It has more than one 'moov' atom: it is damaged.", {} };

    const auto& movieHeader = movie.moov.find ("mvhd")->payload;

    if (movieHeader.size() < (bytes::u8 (movieHeader, 0) == 1 ? 112u : 100u))
        return damaged ("movie header").error();

    bool hasAudio = false;

    for (const auto& trak : movie.moov.children)
    {
        if (trak.type != "trak")
            continue;

        const auto info = infoOf (trak);

        if (! info)
            return info.error();

        for (const auto* encrypted : { "enca", "encv", "drms", "drmi" })
            if (info->sampleFormats.contains (encrypted))
                return Error { Error::Kind::unsupported,
                               "It is encrypted (protected by DRM), and Earmark leaves such files alone.",
                               {} };

        hasAudio = hasAudio || info->handler == "soun";
    }

    if (! hasAudio)
        return Error { Error::Kind::unsupported, "It holds no audio track.", {} };

    constexpr auto* fixedPositions =
        "It has items at fixed positions of the file ({}), which writing would displace.";

    for (const auto& atom : movie.atoms)
        if (atom.type == "meta")
            return Error { Error::Kind::unsupported,
                           std::format (fixedPositions, "'meta' at the top level"),
                           Place::atByte (atom.offset) };

    for (const auto* type : { "iloc", "saio" })
        if (holds (movie.moov, type))
            return Error { Error::Kind::unsupported,
                           std::vformat (fixedPositions, std::make_format_args (type)),
                           {} };

    return {};
}

} // namespace earmark::mp4
