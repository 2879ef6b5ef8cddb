// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Text.h"
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

struct ReadOptions
{
    /** Answers to questions, by id. */
    std::map<std::string, std::string> answers;
};

struct OutlineReading
{
    Outline outline;
    Notices notices;
    std::vector<Question> questions;

    bool operator== (const OutlineReading&) const = default;
};

/** What a format can hold besides starts and titles. */
struct Capabilities
{
    bool ends = false;
    bool summaries = false;
    bool points = false;
    bool links = false;
    bool images = false;
    bool hidden = false;  ///< chapters that are not listed
    bool episode = false; ///< show and episode title
};

/** How sure a format is that a text is its own: 0 no, 100 its signature is there. */
using Confidence = int;

/** A chapter document format. To add one: a file that defines its ChapterFormat, a line in ChapterFormats.cpp, samples
    in tests/Formats. All functions are pure and never throw. */
struct ChapterFormat
{
    std::string_view id;   ///< as in --format and --to
    std::string_view name; ///< for people
    std::span<const std::string_view> suffixes;
    Capabilities capabilities;

    /** The text is decoded, without a byte order mark. Null in a format that is only written. */
    Confidence (*sniff) (std::string_view text) = nullptr;

    /** Fails with Kind::empty where there are no chapters, Kind::malformed, or Kind::tooLarge. */
    Result<OutlineReading> (*read) (std::string_view text, const ReadOptions&) = nullptr;

    /** Null in a format that is only read. */
    std::string (*write) (const Outline&) = nullptr;
};

/** All formats, in the order in which equal confidence is decided. */
std::span<const ChapterFormat* const> chapterFormats();

/** Null for an unknown id. */
const ChapterFormat* findFormat (std::string_view id);

/** By file name, for writing: the format whose suffix it has. Null when none has, or none of them writes. */
const ChapterFormat* findWriterFor (std::string_view fileName);

//======================================================================================================

/** No document is read beyond this. */
inline constexpr std::size_t maxDocumentBytes = 256u << 20;
inline constexpr std::size_t maxChapters = 1'000'000;

struct ImportedOutline
{
    OutlineReading reading;
    const ChapterFormat* format = nullptr;
    std::string encoding;
};

/** Reads a document in the format that it most likely is, or in the named one. The file name's suffix only breaks ties
    and may be empty. */
Result<ImportedOutline> importOutline (std::string_view bytes,
                                       std::string_view fileName,
                                       const ReadOptions& = {},
                                       std::string_view formatId = {});

/** What the format will not carry of this outline, one notice for each kind of content. */
Notices lossesIn (const ChapterFormat&, const Outline&);

} // namespace earmark
