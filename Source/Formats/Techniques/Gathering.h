// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

namespace earmark
{

/** Where a reader puts what it finds. Holds each chapter to the model's rules and the limits, and says what it changed. */
class Gathering
{
public:
    explicit Gathering (const ReadOptions& readOptions) : options (readOptions) {}

    /** An end at the start is none; one before it is left out, and a start outside of what audio can have is too. */
    void add (Chapter, Place);

    /** A chapter without a time, which waits at 0:00 for its own. That others wait there, too, is no fault. */
    void addWaiting (std::string title);

    /** Gives a chapter that was added the end that comes later in the document, by the same rules. */
    void endAt (std::size_t chapter, Position, Place);

    void warn (std::string message, Place = {});
    void ignore (std::string message, Place = {});
    void append (const Notices&);

    /** "1 comment.", "3 comments.": one of two sentences with a place for the count. */
    void ignoreMany (std::size_t count, std::string_view one, std::string_view many);

    /** The user's answer, or the default; either way the question is kept for the next time. An answer that is none of the
        choices is told and not taken. */
    std::string ask (Question);

    /** Asks which of several is meant, whose names follow the question's text; answers count from 1. Gives its index. */
    std::size_t choose (Question, const std::vector<std::string>& names);

    std::size_t size() const { return result.outline.chapters.size(); }

    Episode& episode() { return result.outline.episode; }

    std::vector<Chapter>& chapters() { return result.outline.chapters; }

    /** Fails with Kind::empty, with this sentence and the first warning that quotes the document, which says why, or
        Kind::tooLarge. */
    Result<OutlineReading> finish (std::string_view whenEmpty) &&;

    /** Adds what was said and asked to a reading that was made otherwise. */
    void addTo (OutlineReading&) &&;

private:
    const ReadOptions& options;
    OutlineReading result;
    std::size_t untitled = 0;
    bool overflow = false;

    bool hasRoom();
    void put (Chapter);
};

} // namespace earmark
