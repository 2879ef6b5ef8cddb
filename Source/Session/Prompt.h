// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** A question to the user, shown in the window itself: all else can go on meanwhile. */
struct Prompt
{
    /** Of each kind one at most is asked. */
    enum class Kind
    {
        leave,        ///< unsaved changes, before the document goes
        overwrite,    ///< somebody else's work is in the file
        missingAudio, ///< the project's audio is not where it was
        ownChapters,  ///< audio that was opened has chapters of its own
        otherLength,  ///< audio that was opened is longer or shorter than the chapters expect
        recovered,    ///< work that was not saved was found
        rendered,     ///< the host has rendered files
        renderFolder, ///< there is a folder for them already
        episodeStart  ///< it was moved, and chapters have places
    };

    struct Choice
    {
        std::string label;
        std::function<void()> run; ///< may be empty: nothing is to be done
    };

    Kind kind;
    std::string text;
    std::vector<Choice> choices; ///< one at least, the first is what Enter takes; one changes nothing
};

/** Whether it is asked because of what the user has just done, and not of what was found. */
constexpr bool isAboutWhatWasDone (Prompt::Kind kind)
{
    using Kind = Prompt::Kind;
    return kind == Kind::leave || kind == Kind::overwrite || kind == Kind::renderFolder
           || kind == Kind::episodeStart;
}

} // namespace earmark
