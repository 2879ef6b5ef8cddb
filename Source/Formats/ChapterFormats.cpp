// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

extern const ChapterFormat earmarkJsonFormat;
extern const ChapterFormat pastedOutlineFormat;
extern const ChapterFormat timestampListFormat;

std::span<const ChapterFormat* const> chapterFormats()
{
    static constexpr std::array formats {
        &earmarkJsonFormat,
        &pastedOutlineFormat,
        &timestampListFormat,
    };

    return formats;
}

const ChapterFormat* findFormat (std::string_view id)
{
    const auto formats = chapterFormats();
    const auto found = std::ranges::find (formats, id, &ChapterFormat::id);
    return found == formats.end() ? nullptr : *found;
}

namespace
{

bool hasSuffix (const ChapterFormat& format, std::string_view fileName)
{
    const auto name = toLowerAscii (fileName);
    return std::ranges::any_of (format.suffixes, [&] (std::string_view s) { return name.ends_with (s); });
}

Result<const ChapterFormat*> detect (std::string_view text, std::string_view fileName)
{
    const ChapterFormat* best = nullptr;
    Confidence bestConfidence = 0;

    for (const auto* format : chapterFormats())
    {
        if (format->sniff == nullptr)
            continue;

        // The suffix decides between equals and never outweighs the content.
        const auto confidence = 2 * format->sniff (text);
        const auto weighted = confidence > 0 && hasSuffix (*format, fileName) ? confidence + 1 : confidence;

        if (weighted > bestConfidence)
        {
            best = format;
            bestConfidence = weighted;
        }
    }

    if (best == nullptr)
        return failure (Error::Kind::empty,
                        "No chapters were found: none of its lines holds a time such as 1:23 where a chapter "
                        "would have it.");

    return best;
}

} // namespace

const ChapterFormat* findWriterFor (std::string_view fileName)
{
    for (const auto* format : chapterFormats())
        if (format->write != nullptr && hasSuffix (*format, fileName))
            return format;

    return nullptr;
}

Result<ImportedOutline> importOutline (std::string_view bytes,
                                       std::string_view fileName,
                                       const ReadOptions& options,
                                       std::string_view formatId)
{
    if (bytes.size() > maxDocumentBytes)
        return failure (
            Error::Kind::tooLarge,
            std::format ("It is larger than {} MB, which no chapter document is.", maxDocumentBytes >> 20));

    auto text = decodeText (bytes);

    if (! text)
        return std::unexpected (text.error());

    const auto* format = formatId.empty() ? nullptr : findFormat (formatId);

    if (! formatId.empty() && (format == nullptr || format->read == nullptr))
        return failure (
            Error::Kind::wrongUsage,
            std::format ("'{}' is not a format that Earmark reads; `earmark formats` lists them.", formatId));

    if (format == nullptr)
    {
        const auto detected = detect (text->utf8, fileName);

        if (! detected)
            return std::unexpected (detected.error());

        format = *detected;
    }

    return format->read (text->utf8, options)
        .transform (
            [&] (OutlineReading&& reading)
            {
                reading.notices.insert (reading.notices.begin(), text->notices.begin(), text->notices.end());

                if (sortChapters (reading.outline.chapters))
                    reading.notices.push_back (
                        { Notice::Grade::warning,
                          "The chapters were not in the order of time; they were sorted.",
                          {} });

                return ImportedOutline { std::move (reading), format, text->encoding };
            });
}

Notices lossesIn (const ChapterFormat& format, const Outline& outline)
{
    Notices losses;

    const auto check = [&] (bool carried, std::string_view what, auto&& present)
    {
        if (carried)
            return;

        const auto count = std::ranges::count_if (outline.chapters, present);

        if (count > 0)
            losses.push_back ({ Notice::Grade::ignored,
                                std::format ("{} cannot hold {}; {} {} them.",
                                             format.name,
                                             what,
                                             count,
                                             count == 1 ? "chapter loses" : "chapters lose"),
                                {} });
    };

    const auto& can = format.capabilities;
    check (can.ends, "ends", [] (const Chapter& c) { return c.end.has_value(); });
    check (can.summaries, "summaries", [] (const Chapter& c) { return ! c.summary.empty(); });
    check (can.points, "points", [] (const Chapter& c) { return ! c.points.empty(); });
    check (can.links, "links", [] (const Chapter& c) { return c.link.has_value(); });
    check (can.images, "pictures", [] (const Chapter& c) { return c.image.has_value(); });
    check (can.hidden, "the mark of hidden chapters", [] (const Chapter& c) { return ! c.inContents; });

    if (! can.episode && outline.episode != Episode {})
        losses.push_back ({ Notice::Grade::ignored,
                            std::format ("{} cannot hold the show's and the episode's title.", format.name),
                            {} });

    return losses;
}

} // namespace earmark
