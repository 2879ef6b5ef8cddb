// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/Inspector/PictureWell.h"
#include "UI/Panels/PanelFrame.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace earmark::ui
{

/** Labelled fields about one thing, top to bottom. */
class InspectorForm : public juce::Component
{
public:
    explicit InspectorForm (Workspace&);

    /** Lays all of it out in a width, and takes the height that it needs. */
    void place (int width);

    /** Shows what the document says, but not over what is being typed. */
    virtual void refresh() = 0;

    using CropRequest = std::function<void (PictureWell&, const juce::Image&, const PictureCut&)>;

    /** Somebody asks for a cropper over the whole inspector; its answer goes to the well. */
    CropRequest onCrop;

    void paint (juce::Graphics&) override;

protected:
    Workspace& workspace;

    static constexpr int fieldHeight = 30, pictureHeight = 92;

    /** Calls row() and pair() for what there is. */
    virtual void placeRows() = 0;

    /** Over several rows: what they are about. */
    void heading (const juce::String&);
    void row (const juce::String& label, juce::Component&, int height = fieldHeight);
    void pair (const juce::String& left, juce::Component&, const juce::String& right, juce::Component&);

    using TakeTyped = std::function<void (const std::string& typed, const std::string& series)>;

    /** Takes what is typed, which is one step of the history from one visit to the next, however often it is taken on the way. */
    void connect (Field& field, const TakeTyped& take);
    void connect (PictureWell& well, std::function<void (const std::optional<Image>&)> take);

private:
    std::string visit; ///< the series of what is typed now
    int next = 0;      ///< where the next row begins
    std::vector<std::pair<juce::String, juce::Rectangle<int>>> labels;
};

} // namespace earmark::ui
