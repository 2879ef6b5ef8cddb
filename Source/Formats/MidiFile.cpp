// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/MidiFile.h"

namespace earmark::midi
{

namespace
{

/** Reads big-endian numbers and never beyond the end, where it reads zeros and remembers. */
class ByteReader
{
public:
    explicit ByteReader (std::string_view b) : bytes (b) {}

    bool atEnd() const { return at >= bytes.size(); }

    bool isCut() const { return cut; }

    std::uint32_t number (std::size_t size)
    {
        std::uint32_t value = 0;

        for (const char c : take (size))
            value = value << 8 | static_cast<unsigned char> (c);

        return value;
    }

    /** Seven bits in each byte, at most four of them. */
    std::uint32_t variable()
    {
        std::uint32_t value = 0;

        for (int i = 0; i < 4; ++i)
        {
            const auto byte = number (1);
            value = value << 7 | (byte & 0x7F);

            if ((byte & 0x80) == 0)
                break;
        }

        return value;
    }

    std::string_view take (std::size_t size)
    {
        cut = cut || size > bytes.size() - at;
        const auto taken = bytes.substr (at, size);
        at += taken.size();
        return taken;
    }

    unsigned char peek() const { return atEnd() ? 0 : static_cast<unsigned char> (bytes[at]); }

private:
    std::string_view bytes;
    std::size_t at = 0;
    bool cut = false;
};

/** Ticks beyond this are longer than any audio at any tempo, and would overflow the sums. */
constexpr std::int64_t maxTicks = std::int64_t (1) << 36;

void takeMeta (Track& track, std::int64_t tick, unsigned char kind, std::string_view data)
{
    if (Meta (kind) == Meta::tempo && data.size() == 3)
        track.tempos.push_back ({ tick, ByteReader (data).number (3) });
    else if (Meta (kind) == Meta::trackName)
        track.name = data;
    else if (Meta (kind) == Meta::marker || Meta (kind) == Meta::cuePoint || Meta (kind) == Meta::text)
        track.texts.push_back ({ tick, Meta (kind), data });
}

Track readTrack (std::string_view chunk)
{
    ByteReader bytes (chunk);
    Track track;
    std::int64_t tick = 0;
    unsigned char status = 0;

    while (! bytes.atEnd() && tick <= maxTicks)
    {
        tick += bytes.variable();

        if ((bytes.peek() & 0x80) != 0)
            status = static_cast<unsigned char> (bytes.number (1)); // else the last one goes on

        if (status == 0xFF)
        {
            const auto kind = static_cast<unsigned char> (bytes.number (1));
            takeMeta (track, tick, kind, bytes.take (bytes.variable()));

            if (Meta (kind) == Meta::endOfTrack)
                break;
        }
        else if (status == 0xF0 || status == 0xF7)
        {
            bytes.take (bytes.variable());
        }
        else if (status >= 0x80)
        {
            const bool oneByte = (status & 0xE0) == 0xC0; // program change, channel pressure
            bytes.take (oneByte ? 1 : 2);
        }
        else
        {
            break; // no event begins so
        }
    }

    return track;
}

} // namespace

File readFile (std::string_view document)
{
    ByteReader bytes (document);
    File file;

    while (! bytes.atEnd())
    {
        const auto id = bytes.take (4);
        const auto chunk = bytes.take (bytes.number (4));

        if (id == "MThd")
        {
            ByteReader header (chunk);
            file.format = header.number (2);
            header.number (2); // how many tracks; those that are there count
            file.division = header.number (2);
        }
        else if (id == "MTrk")
        {
            file.tracks.push_back (readTrack (chunk));
        }
    }

    file.cut = bytes.isCut();
    return file;
}

} // namespace earmark::midi
