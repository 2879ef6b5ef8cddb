// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/AdBreaks.h"
#include "Formats/Outline/BrokenTimes.h"
#include "Formats/Outline/OutlineText.h"
#include "Formats/Techniques/Decoding.h"
#include "Formats/Techniques/FencedBlock.h"
#include "Formats/Techniques/QuotedCell.h"

#include <algorithm>
#include <array>
#include <format>
#include <numeric>

namespace earmark
{

extern const ChapterFormat earmarkJsonFormat, podcastingJsonFormat, podloveJsonFormat, auphonicJsonFormat;
extern const ChapterFormat podloveXmlFormat, podloveRssFormat, chapterToolXmlFormat;
extern const ChapterFormat matroskaXmlFormat, textStreamFormat, quickTimeTextFormat, hindenburgFormat,
    finalCutFormat;
extern const ChapterFormat finalCutSevenFormat, dawProjectFormat, ardourFormat, ardourLuaFormat, midiFormat;
extern const ChapterFormat ffmetadataFormat, ffmpegListingFormat, webVttFormat, subRipFormat, cueFormat,
    ogmFormat;
extern const ChapterFormat audacityFormat, auditionFormat, premiereFormat, resolveFormat, cmxFormat;
extern const ChapterFormat avidMarkersFormat, ediusFormat;
extern const ChapterFormat reaperCsvFormat, reaperProjectFormat, swsMarkersFormat, proToolsFormat;
extern const ChapterFormat mp4ChapsFormat, osfFormat, genericCsvFormat, tabTableFormat;
extern const ChapterFormat mediaInfoFormat, xmpFormat, postHeadFormat;
extern const ChapterFormat otherJsonFormat, otherXmlFormat;
extern const ChapterFormat webPageFormat, pastedOutlineFormat, timestampListFormat, titlesFormat;
extern const ChapterFormat youTubeFormat, spotifyFormat, applePodcastsFormat;
extern const ChapterFormat markdownNotesFormat, htmlNotesFormat;
extern const ChapterFormat blubrryFormat, spreakerFormat;

std::span<const ChapterFormat* const> chapterFormats()
{
    // clang-format off
    static constexpr std::array formats {
        // Those with a signature of their own, then those that are told by their shape.
        &earmarkJsonFormat,
        &podcastingJsonFormat,
        &podloveXmlFormat,
        &podloveRssFormat,
        &mp4ChapsFormat,
        &podloveJsonFormat,
        &auphonicJsonFormat,
        &audacityFormat,
        &ffmetadataFormat,
        &ffmpegListingFormat,
        &webVttFormat,
        &subRipFormat,
        &cueFormat,
        &ogmFormat,
        &matroskaXmlFormat,
        &textStreamFormat,
        &quickTimeTextFormat,
        &chapterToolXmlFormat,
        &reaperCsvFormat,
        &reaperProjectFormat,
        &swsMarkersFormat,
        &auditionFormat,
        &premiereFormat,
        &resolveFormat,
        &cmxFormat,
        &avidMarkersFormat,
        &ediusFormat,
        &proToolsFormat,
        &hindenburgFormat,
        &finalCutFormat,
        &finalCutSevenFormat,
        &midiFormat,
        &dawProjectFormat,
        &ardourFormat,
        &ardourLuaFormat,
        &osfFormat,
        &mediaInfoFormat,
        &xmpFormat,
        &postHeadFormat,
        &otherJsonFormat,
        &otherXmlFormat,
        &tabTableFormat, // before the other, which has its suffix, too
        &genericCsvFormat,
        &webPageFormat,
        &pastedOutlineFormat,
        &timestampListFormat,
        &titlesFormat,
        &youTubeFormat,
        &spotifyFormat,
        &applePodcastsFormat,
        &markdownNotesFormat,
        &htmlNotesFormat,
        &blubrryFormat,
        &spreakerFormat,
    };
    // clang-format on

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

/** Bytes of the longest of its suffixes that the name has; 0 for none. */
std::size_t matchingSuffix (const ChapterFormat& format, std::string_view fileName)
{
    const auto name = toLowerAscii (fileName);
    std::size_t longest = 0;

    for (const auto suffix : format.suffixes)
        if (name.ends_with (suffix))
            longest = std::max (longest, suffix.size());

    return longest;
}

struct Candidate
{
    const ChapterFormat* format = nullptr;
    Confidence confidence = 0;
    bool hasSuffix = false;
};

/** At less than this, the document's shape alone speaks for the format, and another may read what it cannot. */
constexpr Confidence sureOfItself = 70;

/** Whether the next one is tried after this one: it fared no better by its sign, or found none of its chapters in what another may know. */
bool mayFollow (const Candidate& failed, const Error& error, const Candidate& next)
{
    return failed.confidence < sureOfItself
           || (error.kind == Error::Kind::empty && next.confidence >= sureOfItself);
}

/** Formats this close in confidence are named to the user. */
constexpr Confidence nearlyAsSure = 5;

/** Best first. `text` is null where the bytes are none. */
std::vector<Candidate> detect (std::string_view bytes, const std::string* text, std::string_view fileName)
{
    std::vector<Candidate> candidates;
    bool isSure = false;

    for (const auto* format : chapterFormats())
    {
        if (format->isToldByShape && isSure)
            continue;

        const bool isText = format->input == ChapterFormat::Input::text;

        if (format->sniff == nullptr || (isText && text == nullptr))
            continue;

        if (const auto confidence = format->sniff (isText ? std::string_view (*text) : bytes); confidence > 0)
        {
            candidates.push_back ({ format, confidence, matchingSuffix (*format, fileName) > 0 });
            isSure = isSure || confidence >= sureOfItself;
        }
    }

    // The suffix decides between equals and never outweighs the content.
    std::ranges::stable_sort (candidates,
                              [] (const Candidate& a, const Candidate& b)
                              {
                                  return a.confidence != b.confidence ? a.confidence > b.confidence
                                                                      : a.hasSuffix && ! b.hasSuffix;
                              });
    return candidates;
}

/** The block between fences in a text, where a format is surer of it than of the whole text and no longer list stands around it: its formats
    are the candidates then. */
std::optional<FencedBlock>
takeFencedBlock (std::vector<Candidate>& candidates, const std::string* text, std::string_view fileName)
{
    auto block = text != nullptr ? findFencedBlock (*text) : std::nullopt;

    if (! block)
        return {};

    auto inside = detect (block->text, &block->text, fileName);
    const auto ofWhole = candidates.empty() ? 0 : candidates.front().confidence;

    if (inside.empty() || inside.front().format->isToldByShape || inside.front().confidence < ofWhole)
        return {};

    // What stands between the fences may be an example beside the list; a remark or two with times are none.
    const auto around = outline::shapeOf (block->around).chapters;
    const auto reading = around > 1 ? inside.front().format->read (block->text, {}) : OutlineReading {};

    if (around > 1 && (! reading || reading->outline.chapters.size() <= around))
        return {};

    candidates = std::move (inside);
    return block;
}

void limitNotices (Notices& notices)
{
    if (notices.size() <= maxNotices)
        return;

    const auto more = notices.size() - maxNotices;
    notices.resize (maxNotices);
    notices.push_back (
        { Notice::Grade::warning, std::format ("{} further notices are not shown.", more), {} });
}

/** Sorts, and says so; the lines then belong to other numbers. */
void sortByTime (OutlineReading& reading)
{
    auto& chapters = reading.outline.chapters;
    std::vector<std::size_t> order (chapters.size());
    std::iota (order.begin(), order.end(), 0uz);
    std::ranges::stable_sort (order, {}, [&] (std::size_t i) { return chapters[i].start; });

    if (! sortChapters (chapters))
        return;

    std::vector<std::size_t> places (order.size());

    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = i + 1;

    for (auto& line : reading.lines)
        if (line.chapter > 0)
            line.chapter = places[line.chapter - 1];

    reading.notices.push_back (
        { Notice::Grade::warning, "The chapters were not in the order of time; they were sorted.", {} });
}

/** What every reading gets, whatever its format: what was said of the encoding, and chapters in order. */
ImportedOutline
complete (OutlineReading&& reading, const ChapterFormat* format, const DecodedDocument* document)
{
    ImportedOutline imported { std::move (reading), format, {}, {}, {} };
    auto& notices = imported.reading.notices;

    if (document != nullptr && format->input == ChapterFormat::Input::text)
    {
        imported.encoding = document->text.encoding;
        imported.text = document->isConverted ? document->text.utf8 : std::string();
        notices.insert (notices.begin(), document->text.notices.begin(), document->text.notices.end());
        imported.reading.questions.insert (
            imported.reading.questions.end(), document->questions.begin(), document->questions.end());
    }

    limitNotices (notices);
    sortByTime (imported.reading);
    return imported;
}

/** `others` come after the one that was taken. */
void nameAlternatives (ImportedOutline& imported, const Candidate& taken, std::span<const Candidate> others)
{
    std::string names;

    for (const auto& c : others)
    {
        if (c.confidence + nearlyAsSure < taken.confidence)
            continue;

        imported.alternatives.push_back (c.format);
        names += names.empty() ? "" : ", ";
        names += std::format ("{} (format '{}')", c.format->name, c.format->id);
    }

    if (! names.empty())
        imported.reading.notices.push_back (
            { Notice::Grade::warning,
              std::format ("It was read as {}; it could as well be {}.", taken.format->name, names),
              {} });
}

} // namespace

const ChapterFormat* findWriterFor (std::string_view fileName)
{
    const ChapterFormat* best = nullptr;
    std::size_t longest = 0;

    for (const auto* format : chapterFormats())
    {
        const auto length = format->write == nullptr ? 0 : matchingSuffix (*format, fileName);

        if (length > longest)
        {
            best = format;
            longest = length;
        }
    }

    return best;
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

    const auto* named = formatId.empty() ? nullptr : findFormat (formatId);

    if (! formatId.empty() && (named == nullptr || named->read == nullptr))
        return failure (Error::Kind::wrongUsage,
                        std::format ("'{}' is not a format that Earmark reads.", formatId));

    const auto document = decodeDocument (bytes, options.answers);
    const auto cell = document ? contentOfOnlyCell (document->text.utf8) : std::nullopt;
    const auto* text = cell ? &*cell : document ? &document->text.utf8 : nullptr;
    auto candidates =
        named != nullptr ? std::vector<Candidate> { { named, 100, false } } : detect (bytes, text, fileName);
    const auto block = named == nullptr ? takeFencedBlock (candidates, text, fileName) : std::nullopt;

    if (block)
        text = &block->text;

    if (candidates.empty() || (candidates.front().format->input == ChapterFormat::Input::text && ! document))
        return document ? failure (Error::Kind::empty, outline::whyNoChapters (*text))
                        : std::unexpected (document.error());

    std::optional<Error> firstError;

    for (std::size_t i = 0; i < candidates.size(); ++i)
    {
        const auto& candidate = candidates[i];
        const auto* format = candidate.format;
        auto reading = format->read (format->input == ChapterFormat::Input::text ? *text : bytes, options);

        if (reading)
        {
            if (block)
                countFromTop (*reading, *block);

            auto imported = complete (std::move (*reading), format, document ? &*document : nullptr);

            if (named == nullptr)
                nameAlternatives (imported, candidate, std::span (candidates).subspan (i + 1));

            return imported;
        }

        if (! firstError)
            firstError = reading.error();

        if (i + 1 < candidates.size() && ! mayFollow (candidate, reading.error(), candidates[i + 1]))
            break;
    }

    if (block)
        countFromTop (firstError->where, *block);

    return std::unexpected (*firstError);
}

Outline listFor (const ChapterFormat& format, Outline outline)
{
    const auto& can = format.capabilities;
    const auto isLeftOut = [&] (const Chapter& c)
    {
        return c.kind == Chapter::Kind::note
               || (can.content == Capabilities::Content::forListeners
                   && (c.kind == Chapter::Kind::adBreak || ! c.inContents));
    };

    if (! can.holdsEverything())
        std::erase_if (outline.chapters, isLeftOut);

    return outline;
}

std::size_t countWritten (const ChapterFormat& format, const Outline& outline)
{
    const auto& can = format.capabilities;
    const auto list =
        can.content == Capabilities::Content::adBreaks ? adBreaksOf (outline) : listFor (format, outline);
    const auto count = list.chapters.size();
    return can.maxChapters == 0 ? count : std::min (count, can.maxChapters);
}

std::string writeDocument (const ChapterFormat& format, const Outline& outline, const Answers& answers)
{
    return format.write (listFor (format, outline), answers);
}

} // namespace earmark
