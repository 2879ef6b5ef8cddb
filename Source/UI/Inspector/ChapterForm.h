// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Table.h"
#include "UI/Inspector/InspectorForm.h"

#include <optional>
#include <utility>

namespace earmark::ui
{

/** All that there is to say about the chapter that has the focus. */
class ChapterForm final : public InspectorForm
{
public:
    explicit ChapterForm (Workspace&);

    /** There is one. */
    bool hasChapter() const { return current() != nullptr; }

    void refresh() override;

private:
    Field title { tr ("Title") }, start { tr ("Start") }, end { tr ("End") },
        summary { tr ("Summary"), true }, points { tr ("Points"), true };
    Field url { tr ("Link") }, linkText { tr ("Link text") };
    PictureWell picture;
    juce::ComboBox kind, level;
    juce::ToggleButton listed { tr ("Listed") }, locked { tr ("Locked") };

    ChapterId chapter =
        ChapterId::none; ///< that the fields are about, also when another has just been selected

    const Chapter* current() const { return workspace.find (chapter); }

    /** The number of the chapter that the fields are about, from 1, and how many are set with it. */
    std::pair<std::size_t, std::size_t> subject() const;
    void placeRows() override;
    void connectFields();
    void set (SetField::Field, const std::string& series = {});

    /** What all that are selected get. */
    void setForSelected (const SetField::Field&);

    /** What all that are selected have; nothing where they differ. */
    template <class Value>
    std::optional<Value> common (Value Chapter::*) const;

    /** A field whose text the table knows how to read. */
    void setCell (Column, const Field&);
    void setEnd();
    void setLink();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ChapterForm)
};

} // namespace earmark::ui
