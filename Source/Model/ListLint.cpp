// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Lint.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/ListComplaints.h"
#include "Model/TimesLint.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

Complaints noTitle (const ListToLint& list)
{
    return aboutEach (list,
                      [] (const Chapter& c, std::size_t i)
                      {
                          return trim (c.title).empty() ? std::format ("Chapter {} at {} has no title.",
                                                                       i + 1,
                                                                       formatTime (c.start))
                                                        : std::string {};
                      });
}

Complaints longTitle (const ListToLint& list)
{
    constexpr std::size_t most = 127;
    return aboutEach (list,
                      [] (const Chapter& c, std::size_t i)
                      {
                          return c.title.size() > most ? std::format ("The title of {} takes {} bytes.",
                                                                      callOf (c, i),
                                                                      c.title.size())
                                                       : std::string {};
                      });
}

Complaints titleForTwoLines (const ListToLint& list)
{
    constexpr std::size_t most = 62;
    return titlesOver (list, most);
}

Complaints strangeLink (const ListToLint& list)
{
    return aboutEach (list,
                      [] (const Chapter& c, std::size_t i)
                      {
                          const auto url =
                              toLowerAscii (c.link ? std::string_view (c.link->url) : std::string_view());
                          return url.empty() || url.starts_with ("http://") || url.starts_with ("https://")
                                     ? std::string {}
                                     : std::format ("The link of {} is no web address.", callOf (c, i));
                      });
}

Complaints longLink (const ListToLint& list)
{
    constexpr std::size_t most = 255;
    return aboutEach (
        list,
        [] (const Chapter& c, std::size_t i)
        {
            return c.link && c.link->url.size() > most
                       ? std::format ("The link of {} takes {} bytes.", callOf (c, i), c.link->url.size())
                       : std::string {};
        });
}

Complaints pictureElsewhere (const ListToLint& list)
{
    return aboutEach (list,
                      [] (const Chapter& c, std::size_t i)
                      {
                          return c.image && std::holds_alternative<LinkedImage> (*c.image)
                                     ? std::format ("The picture of {} is only an address.", callOf (c, i))
                                     : std::string {};
                      });
}

Complaints hidden (const ListToLint& list)
{
    return aboutEach (
        list,
        [] (const Chapter& c, std::size_t i)
        { return c.inContents ? std::string {} : std::format ("{} is hidden.", callOf (c, i)); });
}

Complaints tooMany (const ListToLint& list)
{
    constexpr std::ptrdiff_t most = 255;
    const auto count = std::ranges::count_if (list.outline.chapters, isListed);
    return count > most ? Complaints { std::format ("There are {} chapters.", count) } : Complaints {};
}

constexpr std::array<RuleFor<ListToLint>, 17> table { {
    { { "audio-shorter",
        Grade::error,
        "all",
        "chapters point to the wrong places: the outline belongs to a longer cut",
        "use the outline of this cut, or shift or stretch this one",
        Repair::byHand,
        "the times themselves" },
      shorterAudio },
    { { "audio-longer",
        Grade::warning,
        "all",
        "chapters may point to the wrong places: something came in that the outline does not know, such as "
        "an ad",
        "use the outline of this cut, or shift or stretch this one",
        Repair::byHand,
        "the times themselves" },
      longerAudio },
    { { "chapter-past-audio",
        Grade::error,
        "all",
        "the chapter cannot be played, and is listed all the same",
        "remove it, or use the outline of this cut",
        Repair::byHand,
        "the times themselves" },
      beyondAudio },
    { { "end-past-audio",
        Grade::warning,
        "Pocket Casts",
        "the last chapter is drawn beyond the end of the bar",
        "end it with the audio",
        Repair::byWriting,
        "[pocket-casts-ios#933](https://github.com/Automattic/pocket-casts-ios/issues/933)" },
      endBeyondAudio },
    { { "first-not-at-zero",
        Grade::warning,
        "MP4 players, Pocket Casts on Android, YouTube, Spotify, Apple Podcasts",
        "what lies before the first chapter is untitled or counted to it; lists in descriptions are ignored "
        "as a whole",
        "let the first chapter begin at 0:00, or put one in front",
        Repair::byHand,
        "media3 and Pocket Casts on Android, `ChapterManagerImpl.kt`; QuickTime File Format, chapter lists" },
      firstLate },
    { { "same-start",
        Grade::warning,
        "Pocket Casts on Android",
        "only one of the two is shown",
        "give each a time of its own; writing moves the second by a millisecond",
        Repair::byWriting,
        "Pocket Casts on Android, `EpisodeFileMetadata.kt`" },
      sameStart },
    { { "under-a-second",
        Grade::advice,
        "all",
        "nobody hears the chapter: the next one begins at once",
        "give it its time, or remove it",
        Repair::byHand,
        "the times themselves" },
      underASecond },
    { { "no-title",
        Grade::warning,
        "FFmpeg, mpv, VLC and others",
        "a number or an internal name is shown instead of a title",
        "write a title; writing calls it by its number",
        Repair::byWriting,
        "FFmpeg, `libavformat/id3v2.c`" },
      noTitle },
    { { "end-before-start",
        Grade::warning,
        "Pocket Casts on Android, media3",
        "the chapter is left out",
        "end it with the next one",
        Repair::byWriting,
        "androidx/media, `Id3Decoder.java`" },
      endBeforeStart },
    { { "overlap",
        Grade::advice,
        "all",
        "players disagree on which of the two is playing",
        "end it where the next one begins",
        Repair::byWriting,
        "FFmpeg keeps ends, AntennaPod ignores them (`ChapterReader.java`)" },
      overlap },
    { { "title-over-127-bytes",
        Grade::advice,
        "AntennaPod (M4A)",
        "the title is cut at 127 bytes in Nero's list",
        "shorten it, if the cut would be ugly",
        Repair::byHand,
        "AntennaPod, `M4AChapterReader.java`" },
      longTitle },
    { { "title-over-62-characters",
        Grade::advice,
        "Pocket Casts on iOS and others with narrow lists",
        "the title is cut",
        "keep it to 62 characters",
        Repair::byHand,
        "[pocket-casts-ios#725](https://github.com/Automattic/pocket-casts-ios/issues/725), "
        "[#1522](https://github.com/Automattic/pocket-casts-ios/issues/1522); the limit of Ultraschall's own "
        "check, `ultraschall_marker_dashboard.lua`" },
      titleForTwoLines },
    { { "link-not-web",
        Grade::warning,
        "Pocket Casts on Android",
        "the link is left out",
        "begin it with https://",
        Repair::byHand,
        "Pocket Casts on Android, `EpisodeFileMetadata.kt`" },
      strangeLink },
    { { "link-over-255-bytes",
        Grade::advice,
        "Pocket Casts on iOS (M4A)",
        "the link is missing in an M4A",
        "use a shorter address",
        Repair::byHand,
        "3GPP TS 26.245, 5.17.1.5" },
      longLink },
    { { "picture-by-address",
        Grade::advice,
        "all, in audio files",
        "no picture is shown",
        "give the picture itself",
        Repair::byHand,
        "no player is known to fetch one" },
      pictureElsewhere },
    { { "hidden-chapter",
        Grade::advice,
        "Pocket Casts on Android, AntennaPod, FFmpeg, mpv; all in M4A",
        "the chapter is listed all the same",
        "leave it out, where it must not be seen",
        Repair::byHand,
        "AntennaPod, `ChapterReader.java`; FFmpeg, `libavformat/id3v2.c`" },
      hidden },
    { { "over-255-chapters",
        Grade::warning,
        "AntennaPod (M4A), BookPlayer, Pocket Casts on iOS (MP3)",
        "chapters after the 255th are missing, or all of them",
        "use an M4B, whose chapter track holds more; for AntennaPod fewer chapters, or several files",
        Repair::byHand,
        "[BookPlayer#1022](https://github.com/TortugaPower/BookPlayer/issues/1022); `MNAVChapterReader.m` "
        "reads the first table only" },
      tooMany },
} };

} // namespace

std::span<const RuleFor<ListToLint>> listRules()
{
    return table;
}

} // namespace earmark
