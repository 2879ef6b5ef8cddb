// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Text.h"
#include "Model/LineUse.h"
#include "Model/Outline.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** Something that the bytes do not tell. The reader went on with the default; the window asks, the command line answers
    with --set id=answer. */
struct Question
{
    std::string id;
    std::string text;
    std::string defaultAnswer;
    std::vector<std::string> choices; ///< empty: any text

    bool operator== (const Question&) const = default;
};

/** Answers to questions, by id. Writers know "fps": frames per second, in formats that count frames. */
using Answers = std::map<std::string, std::string>;

struct ReadOptions
{
    Answers answers;
};

struct OutlineReading
{
    Outline outline;
    Notices notices;
    std::vector<Question> questions;

    /** Of the document, from readers for which a line is a part of the outline; none from the others. */
    std::vector<LineUse> lines {};

    bool operator== (const OutlineReading&) const = default;
};

/** What a format can hold besides starts and titles. */
struct Capabilities
{
    enum class Ends
    {
        none,
        stated, ///< where they were stated
        all     ///< every chapter gets one: the next start where none was stated
    };

    enum class Content
    {
        chapters,
        everything, ///< also embedded pictures, texts of links, ad breaks, notes, locks and all that is known of the episode
        forListeners, ///< chapters, but neither ad breaks nor hidden ones, for which listeners have no use
        adBreaks      ///< where they are, and nothing else
    };

    Content content = Content::chapters;
    Ends ends = Ends::none;
    bool summaries = false;
    bool points = false;
    bool links = false;
    bool images = false; ///< by their web address
    bool hidden = false; ///< chapters that are not listed
    bool levels = false; ///< sub-chapters
    bool episodeTitle = false;
    bool show = false;
    bool author = false;
    bool description = false;

    /** Times are rounded to the nearest of so many steps in a second. */
    std::int64_t stepsPerSecond = 1000;

    /** 0: no limit. */
    std::size_t maxChapters = 0;

    /** ASCII characters that end a title there; another takes their place. */
    std::string_view charactersReplaced = {};

    bool holdsEverything() const { return content == Content::everything; }
};

/** How sure a format is that a document is its own: 0 no, 100 its signature is there. */
using Confidence = int;

/** A chapter document format. To add one: a file that defines its ChapterFormat, a line in ChapterFormats.cpp, samples
    in tests/Formats. All functions are pure and never throw. */
struct ChapterFormat
{
    /** What sniff and read are given. */
    enum class Input
    {
        text, ///< decoded to UTF-8, without a byte order mark
        bytes ///< the document as it is
    };

    std::string_view id;   ///< as in --format and --to
    std::string_view name; ///< for people
    std::span<const std::string_view> suffixes;
    Capabilities capabilities;
    Input input = Input::text;

    /** By the shape of a good part of its text, which is read only where no format with a sign of its own is sure. */
    bool isToldByShape = false;

    /** Null in a format that is only written, or only read where it is named. */
    Confidence (*sniff) (std::string_view) = nullptr;

    /** Fails with Kind::empty where there are no chapters, Kind::malformed, or Kind::tooLarge. */
    Result<OutlineReading> (*read) (std::string_view, const ReadOptions&) = nullptr;

    /** Null in a format that is only read. Call it through writeDocument(), which leaves out what no listener should see. */
    std::string (*write) (const Outline&, const Answers&) = nullptr;

    /** What the target's own rules say against this outline. Null where it has none. */
    Notices (*check) (const Outline&) = nullptr;
};

/** A short list of short lines, not prose: what has no times may be the titles of a show that is to come. */
bool looksLikeTitles (std::string_view bytes);

/** All formats, in the order in which equal confidence is decided. */
std::span<const ChapterFormat* const> chapterFormats();

/** Null for an unknown id. */
const ChapterFormat* findFormat (std::string_view id);

/** By file name, for writing: the format with the longest suffix that it has. Null when none has, or none of them writes. */
const ChapterFormat* findWriterFor (std::string_view fileName);

//======================================================================================================

/** No document is read beyond this. */
inline constexpr std::size_t maxDocumentBytes = 256u << 20;
inline constexpr std::size_t maxChapters = 1'000'000;

/** Further notices are counted, not kept. */
inline constexpr std::size_t maxNotices = 1000;

struct ImportedOutline
{
    OutlineReading reading;
    const ChapterFormat* format = nullptr;
    std::string encoding; ///< empty for formats that are no text
    std::string text; ///< whose lines are counted where they are not the document's own: what an RTF shows

    /** Others that the document could nearly as well be; empty where the format was named. */
    std::vector<const ChapterFormat*> alternatives;
};

/** Reads a document in the format that it most likely is, or in the named one. The file name's suffix only breaks ties
    and may be empty. The answer "encoding" names the character set of a text that does not tell its own. */
Result<ImportedOutline> importOutline (std::string_view bytes,
                                       std::string_view fileName,
                                       const ReadOptions& = {},
                                       std::string_view formatId = {});

/** The chapters that a document of this format holds: notes, which are for the producer alone, only where the format can tell them from
    chapters; in a text for listeners no ad breaks and no hidden chapters. */
Outline listFor (const ChapterFormat&, Outline);

/** How many chapters, or ad breaks where the format has those alone, the document of an outline lists: no more than the format's limit. */
std::size_t countWritten (const ChapterFormat&, const Outline&);

/** What listFor() leaves out, one notice for each kind of chapter. */
Notices leftOutOf (const ChapterFormat&, const Outline&);

/** The document in a format that writes, of the chapters that listFor() gives. */
std::string writeDocument (const ChapterFormat&, const Outline&, const Answers& = {});

/** What the format will not carry of this outline, one notice for each kind of content, and what its own rules say. */
Notices lossesIn (const ChapterFormat&, const Outline&);

} // namespace earmark
