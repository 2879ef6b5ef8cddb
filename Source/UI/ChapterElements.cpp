// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/ChapterElements.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "Session/ChapterFields.h"
#include "Session/ChapterFindings.h"
#include "Session/Table.h"
#include "UI/Look.h"

namespace earmark::ui
{

namespace
{

/** What assistive programs step by when they change a start. */
constexpr auto valueStep = 0.01; // seconds

/** More would be of no use to anybody who listens, and cost time: the table has them all. */
constexpr std::size_t maxElements = 256;

juce::String nameOf (const Chapter& chapter)
{
    return chapter.title.empty() ? tr ("untitled") : text (chapter.title);
}

/** A chapter's start. */
class Start final : public juce::AccessibilityValueInterface
{
public:
    Start (Workspace& w, const ChapterId& c) : workspace (w), id (c) {}

    bool isReadOnly() const override
    {
        const auto* chapter = workspace.find (id);
        return chapter == nullptr || chapter->locked;
    }

    double getCurrentValue() const override
    {
        const auto* chapter = workspace.find (id);
        return chapter != nullptr ? chapter->start.sinceStart().seconds() : 0;
    }

    juce::String getCurrentValueAsString() const override
    {
        const auto* chapter = workspace.find (id);
        return chapter != nullptr ? text (formatTime (chapter->start)) : juce::String();
    }

    void setValue (double seconds) override
    {
        workspace.perform (
            MoveChapter { id, Position::fromNanoseconds (std::int64_t (std::max (0.0, seconds) * 1e9)) },
            "value " + std::to_string (std::uint64_t (id)));
    }

    void setValueAsString (const juce::String& typed) override
    {
        actions::performTyped (
            workspace,
            timeTyped (utf8 (typed))
                .transform ([this] (Duration time) -> Edit { return MoveChapter { id, Position (time) }; }));
    }

    AccessibleValueRange getRange() const override
    {
        const auto end = workspace.endOfAudio().value_or (Position (workspace.view().scale.total));
        return { { 0, std::max (valueStep, end.sinceStart().seconds()) }, valueStep };
    }

private:
    Workspace& workspace;
    const ChapterId& id; // the element's, which outlives this
};

} // namespace

class ChapterElements::Element final : public juce::Component
{
public:
    explicit Element (Workspace& w) : workspace (w)
    {
        setInterceptsMouseClicks (false, false);
        setPaintingIsUnclipped (true);
    }

    void show (const Place& place)
    {
        id = place.chapter;
        setBounds (place.area);
        const auto* chapter = workspace.find (id);

        if (chapter == nullptr)
            return;

        setTitle (nameOf (*chapter));
        juce::StringArray words { chapter->kind == Chapter::Kind::adBreak ? tr ("ad break")
                                  : chapter->kind == Chapter::Kind::note  ? tr ("note")
                                                                          : tr ("chapter") };
        words.add (chapter->locked ? tr ("locked") : juce::String());
        words.add (text (readingOf (*chapter)));
        words.add (chapter->inContents ? juce::String() : tr ("not listed"));
        words.add (workspace.review().isAccepted (*chapter) ? tr ("accepted") : juce::String());
        words.add (workspace.view().selection.contains (id) ? tr ("selected") : juce::String());
        words.add (text (explanationOf (workspace.writing().rulesBrokenBy (id))));
        words.removeEmptyStrings();
        setDescription (words.joinIntoString (", "));
        setHelpText (tr ("Press to hear what is around its start. Change the value to move it."));
    }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override
    {
        using Action = juce::AccessibilityActionType;
        const auto select = [this] { actions::select (workspace, id, Pick::only); };
        return std::make_unique<juce::AccessibilityHandler> (
            *this,
            juce::AccessibilityRole::slider,
            juce::AccessibilityActions()
                .addAction (Action::focus, select)
                .addAction (Action::press,
                            [this, select]
                            {
                                select();
                                actions::auditionMarker (workspace);
                            })
                .addAction (Action::toggle,
                            [this, select]
                            {
                                select();
                                actions::toggleLock (workspace);
                            }),
            juce::AccessibilityHandler::Interfaces { std::make_unique<Start> (workspace, id) });
    }

private:
    Workspace& workspace;
    ChapterId id = ChapterId::none;
};

//======================================================================================================
ChapterElements::ChapterElements (Workspace& w,
                                  const juce::String& title,
                                  std::function<std::vector<Place>()> p)
    : workspace (w), places (std::move (p))
{
    setTitle (title);
    setInterceptsMouseClicks (false, false);
}

ChapterElements::~ChapterElements() = default;

void ChapterElements::refresh()
{
    stopTimer();
    auto all = places();
    all.resize (std::min (all.size(), maxElements));

    while (elements.size() > all.size())
        elements.pop_back();

    while (elements.size() < all.size())
    {
        elements.push_back (std::make_unique<Element> (workspace));
        addAndMakeVisible (*elements.back());
    }

    for (std::size_t i = 0; i < all.size(); ++i)
        elements[i]->show (all[i]);

    announceMove();
}

void ChapterElements::announceMove()
{
    const auto& review = workspace.review();
    const auto* chapter = workspace.find (review.active ? review.current : workspace.view().selection.focus);
    const auto before = std::exchange (
        known, chapter != nullptr ? std::optional (std::pair (chapter->id, chapter->start)) : std::nullopt);

    if (announce && known && before && before->first == known->first && before->second != known->second)
        announce (tr ("{} begins at {}", utf8 (nameOf (*chapter)), formatTime (chapter->start)));
}

std::unique_ptr<juce::AccessibilityHandler> ChapterElements::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::list);
}

} // namespace earmark::ui
