// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Ogg/Headers.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/MediaTime.h"

#include <algorithm>

namespace earmark::ogg
{

namespace
{

constexpr std::string_view vorbisId = "\1vorbis", vorbisComments = "\3vorbis", opusId = "OpusHead",
                           opusComments = "OpusTags", skeletonId = "fishead";

/** Pictures in comments are large, but not that large. */
constexpr std::size_t maxHeaders = 64u << 20;

std::string_view magicOf (Codec codec)
{
    return codec == Codec::vorbis ? vorbisComments : opusComments;
}

struct Identification
{
    Codec codec;
    std::int64_t rate;    ///< of granule positions
    std::int64_t preSkip; ///< samples that are decoded and not played
};

std::optional<Identification> identify (std::string_view packet)
{
    constexpr std::int64_t opusRate = 48'000;

    if (packet.starts_with (vorbisId) && packet.size() >= 16)
        return Identification { Codec::vorbis, bytes::little<std::uint32_t> (packet, 12), 0 };

    if (packet.starts_with (opusId) && packet.size() >= 19)
        return Identification { Codec::opus, opusRate, bytes::little<std::uint16_t> (packet, 10) };

    return {};
}

/** The last page that begins in the last bytes of the file; a page is smaller than 64 KB. */
std::optional<Page> lastPage (const ByteSource& source)
{
    constexpr std::uint64_t tailSize = 128u << 10;
    const auto from = source.size() - std::min (source.size(), tailSize);
    const auto tail = source.read (from, std::size_t (source.size() - from));

    for (auto at = tail ? tail->rfind ("OggS") : std::string::npos; at != std::string::npos;
         at = at == 0 ? std::string::npos : tail->rfind ("OggS", at - 1))
        if (const auto page = readPage (source, from + at); page && page->granule != noGranule)
            return *page;

    return {};
}

std::string lacingOf (std::size_t packet)
{
    return std::string (packet / maxSegment, char (maxSegment)) + char (packet % maxSegment);
}

std::size_t pagesFor (std::size_t segments)
{
    return (segments + maxSegments - 1) / maxSegments;
}

/** Adds so many pages' shares of the segments, each as full as it may be while every later one gets at least one. */
void divide (std::size_t segments, std::size_t pages, std::vector<std::size_t>& shares)
{
    for (; pages > 0; --pages)
    {
        shares.push_back (std::min (maxSegments, segments - (pages - 1)));
        segments -= shares.back();
    }
}

/** How many segments go on each page. The comments end a page where they did, if that works with the same number of pages. */
std::vector<std::size_t> layOut (std::size_t comments, std::size_t setup, std::size_t pages, bool apart)
{
    const auto all = comments + setup;
    std::vector<std::size_t> shares;

    if (const auto own = pagesFor (setup); apart && setup > 0 && pages > own)
    {
        if (const auto left = pages - own; pagesFor (comments) <= left && comments >= left)
        {
            divide (comments, left, shares);
            divide (setup, own, shares);
            return shares;
        }
    }

    divide (all, pagesFor (all) <= pages && all >= pages ? pages : pagesFor (all), shares);
    return shares;
}

/** Whether a page begins with the packet behind the comments. */
bool setupHasItsPage (const OggFile& file)
{
    std::uint64_t ends = 0;

    for (const auto& page : file.pages)
    {
        ends += page.size - fixedHeader - page.lacing.size();

        if (ends >= file.comments.size())
            return ends == file.comments.size();
    }

    return false;
}

std::string renderPages (const OggFile& file,
                         const std::string& packets,
                         std::string_view lacing,
                         const std::vector<std::size_t>& shares)
{
    std::string text;
    std::size_t segment = 0, at = 0;
    bool continued = false;

    for (std::size_t i = 0; i < shares.size(); ++i)
    {
        const auto share = lacing.substr (segment, shares[i]);
        std::size_t size = 0;

        for (const char c : share)
            size += static_cast<unsigned char> (c);

        // Headers take no time: their granule is 0 wherever a packet ends.
        const auto ends =
            std::ranges::any_of (share, [] (char c) { return static_cast<unsigned char> (c) < maxSegment; });
        text += renderPage ({ .flags = continued ? isContinued : std::uint8_t (0),
                              .granule = ends ? 0 : noGranule,
                              .serial = file.pages.front().serial,
                              .number = file.pages.front().number + std::uint32_t (i),
                              .lacing = std::string (share) },
                            std::string_view (packets).substr (at, size));
        continued = static_cast<unsigned char> (share.back()) == maxSegment;
        segment += share.size();
        at += size;
    }

    return text;
}

/** Appends all later pages, with their numbers moved on; what is no page stays as it is. */
void appendRenumbered (PieceTable& table, const OggFile& file, std::uint32_t step)
{
    const auto& source = table.source();
    auto at = file.audio;

    while (const auto page = readPage (source, at))
    {
        const auto number = page->number + step;
        table.appendSource (at, numberAt);
        table.append (bytes::toLittle (number)
                      + bytes::toLittle (renumbered (page->checksum, page->number, number, page->size)));
        table.appendSource (at + afterChecksum, page->size - afterChecksum);
        at = page->end();
    }

    table.appendSource (at, source.size() - at);
}

auto unsupported (std::string_view what)
{
    return failure (Error::Kind::unsupported, std::string (what));
}

auto severalAtOnce()
{
    return unsupported (
        "It holds several streams side by side (video, or a program's own data), which Earmark does "
        "not rewrite; copy the sound alone into a file first (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg).");
}

/** Why a file is none of ours that begins with this page. The first pages of all its streams come before everything else (RFC 3533, section
    4), that of a Skeleton before the others. Its index counts bytes of the file (wiki.xiph.org, "Ogg Skeleton 4"). */
std::unexpected<Error> otherKind (const ByteSource& source, const Page& first, std::string_view packet)
{
    if (packet.starts_with (skeletonId))
        return unsupported (
            "It holds a Skeleton stream beside the sound, a directory of the file that Earmark does not "
            "rewrite; copy the sound alone into a file first (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg).");

    if (const auto second = readPage (source, first.end()); second && (second->flags & isFirst) != 0)
        return severalAtOnce();

    return unsupported ("It is an Ogg file, but neither Vorbis nor Opus.");
}

/** So many packets from `file.audio` on, and an empty one behind them: the audio must begin on a page of its own. Their pages are added to
    the file, and its audio begins behind them. */
Result<std::vector<std::string>>
readPackets (const ByteSource& source, std::size_t wanted, std::uint32_t serial, OggFile& file)
{
    std::vector<std::string> packets (1);

    while (packets.size() <= wanted)
    {
        auto page = readPage (source, file.audio);

        if (! page)
            return std::unexpected (page.error());

        if (page->serial != serial || page->lacing.empty())
            return severalAtOnce();

        const auto content = source.read (page->content(), std::size_t (page->end() - page->content()));

        if (! content)
            return std::unexpected (content.error());

        std::size_t at = 0;

        for (const char c : page->lacing)
        {
            const auto size = std::size_t (static_cast<unsigned char> (c));
            packets.back() += content->substr (at, size);
            at += size;

            if (size < maxSegment)
                packets.emplace_back();
        }

        if (packets.size() > wanted + 1)
            return unsupported ("Its headers share a page with the audio, which no Ogg file should.");

        if (packets.back().size() > maxHeaders)
            return failure (
                Error::Kind::tooLarge,
                "Its comments or the decoder's setup are larger than the 64 MB that are sensible.",
                Place::atByte (page->begin));

        file.audio = page->end();
        file.pages.push_back (std::move (*page));
    }

    return packets;
}

} // namespace

Result<OggFile> readHeaders (const ByteSource& source)
{
    const auto begin = id3::sizeOfLeadingTag (source);
    const auto first = readPage (source, begin);

    if (! first)
        return std::unexpected (first.error());

    const auto packet = source.read (first->content(), std::size_t (first->end() - first->content()));

    if (! packet)
        return std::unexpected (packet.error());

    const auto id = identify (*packet);

    if (! id)
        return otherKind (source, *first, *packet);

    OggFile file {
        .codec = id->codec, .begin = begin, .pages = {}, .comments = {}, .setup = {}, .audio = first->end()
    };
    const std::size_t wanted = file.codec == Codec::vorbis ? 2 : 1;
    auto packets = readPackets (source, wanted, first->serial, file);

    if (! packets)
        return std::unexpected (packets.error());

    file.comments = std::move (packets->front());

    if (! packets->back().empty() || ! file.comments.starts_with (magicOf (file.codec)))
        return failure (Error::Kind::malformed, "Its comment header is damaged.");

    if (wanted == 2)
        file.setup = std::move ((*packets)[1]);

    if (const auto last = lastPage (source))
    {
        const auto preSkip = std::uint64_t (id->preSkip);
        file.endsWithOther = last->serial != first->serial;

        if (! file.endsWithOther && last->begin >= file.audio && id->rate > 0 && last->granule > preSkip)
            file.length = mediaTime (last->granule - preSkip, std::uint64_t (id->rate));
    }

    return file;
}

Result<bool> isChain (const ByteSource& source, const OggFile& file)
{
    if (file.endsWithOther)
        return true;

    for (PageWalk walk (source, file.audio);;)
    {
        const auto next = walk.next();

        if (! next)
            return std::unexpected (next.error());

        if (const auto& page = *next; ! page)
            return false;
        else if ((page->flags & isFirst) != 0 || page->serial != file.pages.front().serial)
            return true;
    }
}

std::string sentenceAboutChains()
{
    return "It holds several streams, one after the other, each with a time of its own, so that chapters "
           "cannot be written; save it as one with an audio editor first.";
}

Result<void> mustBeOneStream (const ByteSource& source, const OggFile& file)
{
    return isChain (source, file)
        .and_then ([] (bool chained) -> Result<void>
                   { return chained ? unsupported (sentenceAboutChains()) : Result<void>(); });
}

Result<xiph::Comments> commentsOf (const OggFile& file)
{
    return xiph::parseComments (std::string_view (file.comments).substr (magicOf (file.codec).size()));
}

Result<OggEdit> replaceComments (const std::shared_ptr<const ByteSource>& source,
                                 const OggFile& file,
                                 const xiph::Comments& comments)
{
    const auto packet = std::string (magicOf (file.codec)) + xiph::render (comments);

    if (packet.size() > maxHeaders)
        return failure (Error::Kind::tooLarge,
                        "The comments would be larger than the 64 MB that are sensible.");

    // The same comments stay on their pages, however those are divided.
    if (packet == file.comments)
        return OggEdit { PieceTable (source) };

    const auto lacing = lacingOf (packet.size());
    const auto setup = file.setup.empty() ? std::string {} : lacingOf (file.setup.size());
    const auto shares = layOut (lacing.size(), setup.size(), file.pages.size(), setupHasItsPage (file));
    const auto pages = renderPages (file, packet + file.setup, lacing + setup, shares);
    const auto begin = file.pages.front().begin;

    if (shares.size() == file.pages.size())
    {
        PieceTable table (source);
        table.replace (begin, file.audio - begin, pages);
        return OggEdit { std::move (table) };
    }

    auto table = PieceTable::nothingOf (source);
    table.appendSource (0, begin);
    table.append (pages);
    appendRenumbered (table, file, std::uint32_t (shares.size()) - std::uint32_t (file.pages.size()));
    return OggEdit { std::move (table), true };
}

} // namespace earmark::ogg
