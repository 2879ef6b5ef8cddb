// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/PictureCut.h"
#include "Session/Workspace.h"

#include <optional>
#include <string>

namespace earmark
{

/** A picture as a whole, and the square of it that was cut last. */
struct PictureToCrop
{
    EmbeddedImage whole;
    PictureCut cut;
};

/** Where the picture of a chapter or of the episode comes from: a file, or the one that was copied. Every picture comes in square and of a
    size that players like; what it was made of is known until another takes its place, so that any other square can be cut of it. Where
    something cannot be had, the workspace says why. The document is left alone: what is returned is to go into it. */
class PictureSource
{
public:
    explicit PictureSource (Workspace& w) : workspace (w) {}

    /** What the document has now. */
    void follow (const std::optional<Image>&);

    const std::optional<Image>& picture() const { return current; }

    std::optional<Image> take (const std::string& path);

    /** The file that was copied, as pathIn() finds it. */
    std::optional<Image> takeCopied();

    /** Nothing, without a word, where there is no picture to cut, but at best its address. */
    std::optional<PictureToCrop> toCrop();

    /** After toCrop(). Nothing where that is the square that it has. */
    std::optional<Image> cut (const PictureCut&);

private:
    Workspace& workspace;
    std::optional<Image> current, made;
    std::string source; ///< that `made` was cut of; empty where that is not known
    PictureCut lastCut;

    std::optional<Image> make (const std::string& bytes, const PictureCut&);
};

} // namespace earmark
