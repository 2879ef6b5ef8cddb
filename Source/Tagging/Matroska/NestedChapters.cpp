// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Matroska/NestedChapters.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>

namespace earmark::mkv
{

namespace
{

class Walk
{
public:
    explicit Walk (const ByteSource& file) : source (file) {}

    /** Takes the chapters in this one, and in those. */
    Result<void> visit (const Element& chapter, int level, std::vector<Chapter>& found)
    {
        if (level > deepestChapter)
            return {};

        for (const auto& child : childrenOf (chapter))
        {
            if (child.id != Id::chapter)
                continue;

            if (auto read = chapterFrom (child, level); ! read)
                return std::unexpected (read.error());
            else if (*read)
                found.push_back (std::move (**read));

            if (auto done = visit (child, level + 1, found); ! done)
                return done;
        }

        return {};
    }

    std::vector<Element> childrenOf (const Element& parent) const
    {
        return readElements (source, parent.content, parent.end()).value_or (std::vector<Element> {});
    }

private:
    const ByteSource& source;

    Result<std::uint64_t> numberIn (const Element& element) const
    {
        constexpr std::uint64_t largest = 8;
        return source.read (element.content, std::size_t (std::min (element.size, largest)))
            .transform ([] (const std::string& bytes) { return numberFrom (bytes); });
    }

    /** The first of its titles, which come in several languages. */
    Result<std::string> titleIn (const Element& display) const
    {
        constexpr std::uint64_t longest = 1u << 20;

        for (const auto& part : childrenOf (display))
            if (part.id == Id::chapterString && part.size <= longest)
                return source.read (part.content, std::size_t (part.size))
                    .transform ([] (const std::string& bytes)
                                { return toValidUtf8 (bytes.substr (0, bytes.find ('\0'))); });

        return std::string {};
    }

    /** None where it does not say when it begins. */
    Result<std::optional<Chapter>> chapterFrom (const Element& element, int level) const
    {
        Chapter chapter { .level = level };
        bool hasStart = false;

        for (const auto& part : childrenOf (element))
        {
            if (part.id == Id::chapterDisplay && chapter.title.empty())
            {
                auto title = titleIn (part);

                if (! title)
                    return std::unexpected (title.error());

                chapter.title = std::move (*title);
                continue;
            }

            if (part.id != Id::chapterStart && part.id != Id::chapterEnd && part.id != Id::chapterHidden)
                continue;

            const auto number = numberIn (part);

            if (! number)
                return std::unexpected (number.error());

            if (part.id == Id::chapterHidden)
                chapter.inContents = *number == 0;
            else if (part.id == Id::chapterEnd)
                chapter.end = positionFrom (*number);
            else
            {
                chapter.start = positionFrom (*number);
                hasStart = true;
            }
        }

        if (chapter.end && *chapter.end <= chapter.start)
            chapter.end.reset();

        return hasStart ? std::optional (std::move (chapter)) : std::nullopt;
    }
};

} // namespace

Position positionFrom (std::uint64_t nanoseconds)
{
    constexpr std::uint64_t latest = std::uint64_t (maxHours) * 3'600'000'000'000;
    return Position::fromMilliseconds (std::int64_t (std::min (nanoseconds, latest) / 1'000'000));
}

Result<std::vector<std::vector<Chapter>>> nestedChapters (const ByteSource& source, const Segment& segment)
{
    std::vector<std::vector<Chapter>> editions;
    const auto* chapters = segment.find (Id::chapters);

    if (chapters == nullptr)
        return editions;

    Walk walk (source);

    for (const auto& edition : walk.childrenOf (*chapters))
    {
        if (edition.id != Id::edition)
            continue;

        auto& found = editions.emplace_back();

        for (const auto& chapter : walk.childrenOf (edition))
            if (chapter.id == Id::chapter)
                if (auto done = walk.visit (chapter, 1, found); ! done)
                    return std::unexpected (done.error());
    }

    return editions;
}

} // namespace earmark::mkv
