// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark
{

/** What the name of a marker means in REAPER, where some names are orders, and in Ultraschall, which keeps more than chapters there. */
struct ReaperName
{
    enum class Kind
    {
        title, ///< as it stands
        prefixed, ///< a title behind what makes REAPER write it: "CHAP=" as a chapter, "#" where it writes no other markers
        action, ///< SWS's marker actions, "!1016 _SWS_ABOUT": run when playback passes
        bound,  ///< "=START", "=END": what is rendered as the whole project
        remark, ///< Ultraschall's, as a marker or a region: "_Edit", "_Edit:cough", "_Shownote:…", "_PodRange:"
        planned ///< Ultraschall's chapter that has no place yet, "_Planned:Title"; where it lies means nothing
    };

    Kind kind = Kind::title;
    std::string title; ///< of a chapter, also of a planned one; the whole name where it is none

    bool isChapter() const { return kind == Kind::title || kind == Kind::prefixed; }

    /** Ultraschall's name tells it even of a region; other regions are chapters whatever they are called. */
    bool isForUltraschall() const { return kind == Kind::remark || kind == Kind::planned; }
};

/** A "#" in front of a digit is part of the title: "#1 in the charts". */
ReaperName readReaperName (std::string_view name);

/** A name that reads as this title: behind "CHAP=" where it would be an order by itself, or lose its beginning. */
std::string reaperNameOf (std::string_view title);

} // namespace earmark
