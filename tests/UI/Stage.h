// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/FakeServices.h"
#include "Session/HostLink.h"
#include "Session/Workspace.h"
#include "UI/MainView.h"

#include <memory>
#include <optional>

namespace earmark::tests
{

/** The whole window without a display: audio of ten minutes that is made up, six chapters, candidates near them. */
class Stage
{
public:
    Stage (int width, int height, bool isHosted = false);

    World world;
    std::optional<HostLink> hostLink; ///< what the host lets Earmark reach; nothing unless a test says so
    std::string hostName;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<ui::MainView> view;

    /** As `xdotool key` would, to whatever has the keyboard; without a display that is the view. False when nobody took it. */
    bool press (const char* key);

    /** The first component that is shown and has this title, in the language that is spoken; null if there is none. */
    juce::Component* called (std::string_view english, juce::Component* in = nullptr);

    /** The button of this title; it must be there. */
    void click (std::string_view english);

    /** As a choice in the preferences. */
    void speak (LanguageChoice);

    juce::Image picture (float scale = 1);

    /** The first component of a type in the view, whatever its depth; null if there is none. */
    template <class Type>
    Type* find (juce::Component* in = nullptr)
    {
        for (auto* child : (in != nullptr ? in : view.get())->getChildren())
        {
            if (auto* found = dynamic_cast<Type*> (child))
                return found;

            if (auto* found = find<Type> (child))
                return found;
        }

        return nullptr;
    }
};

/** Peaks like those of somebody who speaks and pauses. */
PeakMap spokenPeaks (double seconds, int sampleRate);

/** A press, moves and a release of the left button, in the component's pixels. */
void dragMouse (juce::Component&, juce::Point<float> from, juce::Point<float> to, juce::ModifierKeys = {});
void doubleClick (juce::Component&, juce::Point<float>);

/** Where pictures go that are to be looked at. */
juce::File workPictures();

/** As PNG, with the folders that it needs; over what is there. */
bool savePicture (const juce::Image&, const juce::File&);

/** Whether a picture looks as the golden one of that name does: same size, and hardly a pixel that differs much. Writes the golden one
    when EARMARK_NEW_GOLDEN is set; else what is wrong goes to workPictures(). */
bool looksLike (const juce::Image&, const juce::String& name);

} // namespace earmark::tests
