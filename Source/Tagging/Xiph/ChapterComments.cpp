// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/ChapterComments.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Outline.h"
#include "Tagging/Losses.h"
#include "Tagging/TagLibText.h"

#include <taglib/xiphcomment.h>

#include <algorithm>
#include <array>
#include <format>
#include <iterator>
#include <map>

namespace earmark::xiph
{

namespace
{

constexpr std::string_view prefix = "CHAPTER";
constexpr std::int64_t hourMs = 3'600'000, hoursOfTwoDigits = 100;

/** AntennaPod takes the last two digits for the whole number (VorbisCommentChapterReader.java). */
constexpr std::size_t antennaPodLimit = 100;

enum class Part
{
    time,
    name,
    url
};

struct Key
{
    std::string digits; ///< of the number, as they are written
    Part part;
};

bool isDigit (char c)
{
    return c >= '0' && c <= '9';
}

std::optional<Key> parseKey (std::string_view key)
{
    constexpr std::array<std::pair<std::string_view, Part>, 3> parts {
        { { "", Part::time }, { "NAME", Part::name }, { "URL", Part::url } }
    };

    if (! equalsIgnoringCase (key.substr (0, prefix.size()), prefix))
        return {};

    key.remove_prefix (prefix.size());
    const auto digits = std::size_t (std::ranges::find_if_not (key, isDigit) - key.begin());

    constexpr std::size_t most = 6;

    if (digits < 1 || digits > most)
        return {};

    for (const auto& [suffix, part] : parts)
        if (equalsIgnoringCase (key.substr (digits), suffix))
            return Key { std::string (key.substr (0, digits)), part };

    return {};
}

/** HH:MM:SS or MM:SS with any number of decimals. */
std::optional<Position> parseTime (std::string_view text)
{
    const auto time = timestampAt (text, 0);

    if (! time || time->end != text.size() || time->style != Timestamp::Style::colons || time->fields < 2)
        return {};

    return Position (time->value);
}

std::optional<Key> keyOf (std::string_view comment)
{
    const auto equals = comment.find ('=');
    return equals != std::string_view::npos ? parseKey (comment.substr (0, equals)) : std::nullopt;
}

struct Found
{
    Chapter chapter;
    bool hasTime = false;
};

/** By the digits of their numbers. */
std::map<std::string, Found> find (const Comments& comments)
{
    // TagLib sees none but those that are taken out, too: to it a name ends at a zero, and "CHAPTER0" may stand before that.
    const ChapterNames names (comments);
    Comments ours;
    std::ranges::copy_if (comments.list,
                          std::back_inserter (ours.list),
                          [&] (std::string_view comment) { return names.own (comment); });
    const auto text = render (ours);
    const TagLib::Ogg::XiphComment read (
        TagLib::ByteVector (text.data(), static_cast<unsigned int> (text.size())));
    std::map<std::string, Found> found;

    for (const auto& [name, values] : read.fieldListMap())
    {
        const auto key = parseKey (fromTagLib (name));

        if (! key || values.isEmpty())
            continue;

        auto& [chapter, hasTime] = found[key->digits];
        const auto value = std::string (trim (fromTagLib (values.front())));

        if (key->part == Part::name)
            chapter.title = value;
        else if (key->part == Part::url && ! value.empty())
            chapter.link = Link { value, {} };
        else if (const auto time = key->part == Part::time ? parseTime (value) : std::nullopt)
        {
            chapter.start = *time;
            hasTime = true;
        }
    }

    return found;
}

} // namespace

ChapterNames::ChapterNames (const Comments& comments)
{
    constexpr std::size_t usual = 3;

    for (const std::string_view comment : comments.list)
        if (const auto key = keyOf (comment))
            if (key->digits.size() == usual
                || (key->part == Part::time && parseTime (trim (comment.substr (comment.find ('=') + 1)))))
                numbers.insert (key->digits);
}

bool ChapterNames::own (std::string_view comment) const
{
    const auto key = keyOf (comment);
    return key && numbers.contains (key->digits);
}

std::vector<Chapter> readChapters (const Comments& comments)
{
    std::vector<Chapter> chapters;

    for (auto& [number, found] : find (comments))
        if (found.hasTime)
            chapters.push_back (std::move (found.chapter));

    sortChapters (chapters);
    return chapters;
}

Notices noticesOfReading (const Comments& comments)
{
    std::vector<std::string> titles;

    for (const auto& [number, found] : find (comments))
        if (! found.hasTime && ! found.chapter.title.empty())
            titles.push_back (found.chapter.title);

    Notices notices;

    if (! titles.empty())
        noticeLoss (
            notices,
            std::ptrdiff_t (titles.size()),
            { "{} chapter has a title but no time that can be read, '{}'; it is left out.",
              "{} chapters have titles but no times that can be read, '{}' the first; they are left out." },
            titles.front());

    return notices;
}

StoredList expectedList (const ChapterPlan& plan)
{
    StoredList expected { std::string (chapterForm), {} };

    for (const auto& chapter : plan.chapters)
        expected.chapters.push_back (
            { .start = Position::fromMilliseconds (chapter.startMs), .title = chapter.title });

    return expected;
}

Result<void> replaceChapters (Comments& comments, const ChapterPlan& plan)
{
    if (plan.chapters.size() > maxChapters)
        return failure (
            Error::Kind::tooLarge,
            std::format ("The outline has {} chapters; comments hold no more than 1,000, whose numbers "
                         "have three digits.",
                         plan.chapters.size()));

    if (! plan.chapters.empty() && plan.chapters.back().startMs >= hoursOfTwoDigits * hourMs)
        return failure (Error::Kind::tooLarge,
                        "The last chapter begins after 99 hours, more than the comments' two digits hold.");

    std::vector<std::string> fresh;

    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
    {
        // The time comes first: AntennaPod drops what names a chapter that it has not met.
        const auto& chapter = plan.chapters[i];
        fresh.push_back (std::format (
            "CHAPTER{:03}={}", i, formatTimeFixed (Position::fromMilliseconds (chapter.startMs))));
        fresh.push_back (std::format ("CHAPTER{:03}NAME={}", i, chapter.title));

        if (chapter.source != nullptr && chapter.source->link)
            if (const auto url = trim (chapter.source->link->url); ! url.empty())
                fresh.push_back (std::format ("CHAPTER{:03}URL={}", i, asciiUrl (url)));
    }

    auto& list = comments.list;
    const ChapterNames names (comments);
    const auto isOld = [&] (const std::string& comment) { return names.own (comment); };
    const auto place = std::ranges::find_if (list, isOld) - list.begin();
    std::erase_if (list, isOld);
    list.insert (list.begin() + place, fresh.begin(), fresh.end());
    return {};
}

Notices noticesFor (const ChapterPlan& plan)
{
    auto notices = lossesOf (plan, "a Vorbis comment", { .links = true });

    if (plan.chapters.size() > antennaPodLimit)
        notices.push_back (
            { Notice::Grade::warning,
              std::format (
                  "AntennaPod shows none of the chapters of such a file when there are more than 100; "
                  "the outline has {}.",
                  plan.chapters.size()),
              {} });

    return notices;
}

} // namespace earmark::xiph
