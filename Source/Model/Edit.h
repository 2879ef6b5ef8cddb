// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"
#include "Model/Retime.h"

#include <string>
#include <variant>
#include <vector>

namespace earmark
{

//======================================================================================================
// Single chapters

/** Takes the chapter in at its start; its id is given by the document. */
struct AddChapter
{
    Chapter chapter;
};

struct RemoveChapters
{
    std::vector<ChapterId> ids;
};

/** One field of a chapter that does not move anything: title, summary, points, link, image, level, kind, contents flag
    or lock. */
struct SetField
{
    struct Title
    {
        std::string value;
    };

    struct Summary
    {
        std::string value;
    };

    struct Points
    {
        std::vector<std::string> value;
    };

    struct LinkTo
    {
        std::optional<Link> value;
    };

    struct Picture
    {
        std::optional<Image> value;
    };

    struct Level
    {
        int value;
    };

    /** An ad break goes out of the contents, and comes back as anything else; InContents may say otherwise afterwards. */
    struct Kind
    {
        Chapter::Kind value;
    };

    struct InContents
    {
        bool value;
    };

    struct Locked
    {
        bool value;
    };

    using Field = std::variant<Title, Summary, Points, LinkTo, Picture, Level, Kind, InContents, Locked>;

    ChapterId id;
    Field field;
};

/** States the end, or with nullopt lets it follow the next start. Clamped between the chapter's start and the next that it
    did not already reach into. */
struct SetEnd
{
    ChapterId id;
    std::optional<Position> end;
};

/** What gives way when a chapter is moved against its neighbour. */
enum class Neighbours
{
    clamp, ///< the moved chapter stops
    push   ///< the neighbours move along
};

struct MoveChapter
{
    ChapterId id;
    Position to;
    Neighbours neighbours = Neighbours::clamp;
};

/** Moves each by the same amount; each stops at a neighbour that does not move along. */
struct NudgeChapters
{
    std::vector<ChapterId> ids;
    Duration by;
};

/** Moves each to its own place, such as the speech onset found for it; one that would pass a chapter that is not among them
    stops there. */
struct SnapChapters
{
    struct Target
    {
        ChapterId id;
        Position to;
    };

    std::vector<Target> targets;
};

/** Cuts the chapter that is heard at `at` in two; the new one begins there. */
struct SplitChapter
{
    Position at;
    std::string title;
};

/** Joins neighbours into the first of them, with all summaries and points. */
struct MergeChapters
{
    std::vector<ChapterId> ids;
};

//======================================================================================================
// Many chapters in time

/** Moves those in the scope; one that would pass a chapter outside it stops there. */
struct ShiftChapters
{
    struct All
    {};

    struct From
    {
        Position position;
    };

    /** Those that start in the range. */
    struct Within
    {
        TimeRange range;
    };

    struct These
    {
        std::vector<ChapterId> ids;
    };

    std::variant<All, From, Within, These> scope;
    Duration by; ///< positive is later
};

struct StretchChapters
{
    std::vector<Pin> pins;
};

/** Audio was put in at `at`, an ad or an intro: all that begins there or later moves on. */
struct InsertTime
{
    Position at;
    Duration length;
};

/** Audio was cut out: what began in it begins at the cut; a chapter that lay in it whole goes. */
struct RemoveTime
{
    TimeRange range;
};

//======================================================================================================
// The whole

struct ReplaceOutline
{
    enum class Mode
    {
        all,
        keepMyTimes, ///< the titles, summaries, points, links and pictures of the new one, by title, else in order
        keepMyTexts ///< the starts and ends of the new one, by title, else in order
    };

    Outline outline;
    Mode mode = Mode::all;
};

struct SetEpisode
{
    Episode episode;
};

using Edit = std::variant<AddChapter,
                          RemoveChapters,
                          SetField,
                          SetEnd,
                          MoveChapter,
                          NudgeChapters,
                          SnapChapters,
                          SplitChapter,
                          MergeChapters,
                          ShiftChapters,
                          StretchChapters,
                          InsertTime,
                          RemoveTime,
                          ReplaceOutline,
                          SetEpisode>;

/** The document after the edit. Pure. Keeps the invariants: sorted, ids unique, none below zero, and no overlap that was
    not there; a sub-chapter lies in its parent and does not overlap it. A stated end that met the next start goes on meeting
    it, so that a chapter moved to and fro leaves no gap. Fails with Kind::notFound for an unknown id and Kind::wrongUsage
    for an edit that makes no sense. */
Result<Document> apply (const Document&, const Edit&);

/** What an undo history calls it: "Move chapter", "Shift all chapters". */
std::string label (const Edit&);

/** One difference between two documents, by chapter id; for a preview of an edit. */
struct ChapterChange
{
    enum class What
    {
        added,
        removed,
        moved,  ///< start or end
        altered ///< anything else
    };

    ChapterId id;
    What what;

    bool operator== (const ChapterChange&) const = default;
};

/** In the order of the new document, removed ones last. A chapter that moved and altered has two entries. */
std::vector<ChapterChange> changesBetween (const Document& before, const Document& after);

} // namespace earmark
