// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/AudioDigest.h"

#include <juce_core/juce_core.h>
#include <juce_cryptography/juce_cryptography.h>

#include <algorithm>
#include <optional>

namespace earmark
{

namespace
{

/** The pieces one after another, as JUCE reads. A piece that cannot be read ends it, with `failure`. */
class MediaStream final : public juce::InputStream
{
public:
    MediaStream (const ByteSource& bytes,
                 const std::vector<Extent>& extents,
                 const std::function<bool()>& ask)
        : source (bytes), media (extents), goesOn (ask)
    {}

    std::optional<Error> failure;

    int read (void* into, int most) override
    {
        int done = 0;

        if (goesOn && ! goesOn())
            failure = Error { Error::Kind::conflict, "Stopped.", {} };

        while (done < most && ! isExhausted())
        {
            const auto& extent = media[piece];
            const auto count = int (std::min (std::uint64_t (most - done), extent.length - within));

            if (auto got = source.read (
                    extent.offset + within, static_cast<char*> (into) + done, std::size_t (count));
                ! got)
            {
                failure = std::move (got).error();
                return done;
            }

            done += count;
            position += count;
            within += std::uint64_t (count);

            if (within == extent.length)
            {
                ++piece;
                within = 0;
            }
        }

        return done;
    }

    bool isExhausted() override { return failure || piece == media.size(); }

    juce::int64 getTotalLength() override { return -1; } // not known before

    juce::int64 getPosition() override { return position; }

    bool setPosition (juce::int64 to) override { return to == position; } // it is only read onwards

private:
    const ByteSource& source;
    const std::vector<Extent>& media;
    const std::function<bool()>& goesOn;
    std::size_t piece = 0;
    std::uint64_t within = 0;
    juce::int64 position = 0;
};

} // namespace

Result<std::string>
digestOf (const ByteSource& source, const std::vector<Extent>& media, const std::function<bool()>& goesOn)
{
    MediaStream pieces (source, media, goesOn);
    juce::BufferedInputStream stream (pieces, 1 << 20); // it is read in blocks of 64 bytes
    const juce::SHA256 digest (stream);

    if (pieces.failure)
        return std::unexpected (*pieces.failure);

    return digest.toHexString().toStdString();
}

} // namespace earmark
