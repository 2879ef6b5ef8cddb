// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/MainView.h"

#include "Session/Commands.h"
#include "UI/JuceWords.h"
#include "UI/KeyInput.h"
#include "UI/Panels/Panels.h"
#include "UI/PromptBar.h"
#include "UI/Review/ReviewBar.h"
#include "UI/StatusBar.h"
#include "UI/Table/ChapterTable.h"
#include "UI/Table/FilterBar.h"
#include "UI/Timeline/DetailView.h"
#include "UI/Timeline/OverviewStrip.h"
#include "UI/TopBar.h"
#include "UI/Welcome.h"

#include <algorithm>

namespace earmark::ui
{

namespace
{

/** Which child of which child it is; empty where it is not in there. */
std::vector<int> wayTo (const juce::Component* inside, const juce::Component& root)
{
    std::vector<int> way;

    for (; inside != nullptr && inside != &root; inside = inside->getParentComponent())
        if (const auto* parent = inside->getParentComponent())
            way.insert (way.begin(), parent->getIndexOfChildComponent (inside));

    return inside == &root ? way : std::vector<int>();
}

/** Null where the way leads nowhere. */
juce::Component* atEndOf (const std::vector<int>& way, juce::Component& root)
{
    auto* found = &root;

    for (const auto step : way)
        found = found != nullptr ? found->getChildComponent (step) : nullptr;

    return found;
}

} // namespace

/** Between timeline and table; dragged up and down. */
class MainView::Divider final : public juce::Component
{
public:
    explicit Divider (MainView& v) : view (v) { setMouseCursor (juce::MouseCursor::UpDownResizeCursor); }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        g.fillAll (t.bar);
        g.setColour (t.edge);
        g.fillRect (0, 0, getWidth(), 1);
        g.fillRect (0, getHeight() - 1, getWidth(), 1);
        g.setColour (t.faintText.withAlpha (isMouseOverOrDragging() ? 0.9f : 0.5f));
        g.fillRoundedRectangle (getLocalBounds().toFloat().withSizeKeepingCentre (36, 2), 1);
    }

    void mouseEnter (const juce::MouseEvent&) override { repaint(); }

    void mouseExit (const juce::MouseEvent&) override { repaint(); }

    void mouseDown (const juce::MouseEvent&) override { before = view.layout.detail.height; }

    void mouseDrag (const juce::MouseEvent& e) override
    {
        view.detailHeight = std::max (leastDetail, before + e.getDistanceFromDragStartY());
        view.resized();
    }

    void mouseDoubleClick (const juce::MouseEvent&) override
    {
        view.detailHeight = 0;
        view.resized();
    }

private:
    MainView& view;
    int before = 0;
};

//======================================================================================================
MainView::MainView (Workspace& w)
    : workspace (w), frames (this,
                             [this]
                             {
                                 workspace.playback().tick();
                                 followLanguage();
                             })
{
    look.setTheme (w.view().preferences.theme);
    setLookAndFeel (&look);
    setOpaque (true);
    setWantsKeyboardFocus (true);
    addMouseListener (this, true);
    juce::Desktop::getInstance().addFocusChangeListener (this);
    setTitle ("Earmark");
    build();
}

MainView::~MainView()
{
    juce::Desktop::getInstance().removeFocusChangeListener (this);
    setLookAndFeel (nullptr);
}

/** Everything in the window, in the language that is spoken. */
void MainView::build()
{
    shownLanguage = spoken();
    translateJuceWords();
    subscription = {};
    topBar = std::make_unique<TopBar> (workspace);
    promptBar = std::make_unique<PromptBar> (workspace);
    overview = std::make_unique<OverviewStrip> (workspace);
    detail = std::make_unique<DetailView> (workspace);
    divider = std::make_unique<Divider> (*this);
    reviewBar = std::make_unique<ReviewBar> (workspace);
    filterBar = std::make_unique<FilterBar> (workspace);
    table = std::make_unique<ChapterTable> (workspace);
    welcome = std::make_unique<Welcome> (workspace);
    statusBar = std::make_unique<StatusBar> (workspace);

    for (auto* child : std::initializer_list<juce::Component*> { topBar.get(),
                                                                 overview.get(),
                                                                 detail.get(),
                                                                 divider.get(),
                                                                 filterBar.get(),
                                                                 table.get(),
                                                                 statusBar.get() })
        addAndMakeVisible (child);

    addChildComponent (*promptBar);
    addChildComponent (*welcome);
    addChildComponent (*reviewBar);
    detail->onRename = [this] (ChapterId id) { table->edit (id, Column::title); };
    subscription = workspace.listen ([this] (Changed c) { changed (c); });
    shownPanel = workspace.view().panel;
    showPanel();
}

/** Not at once: what has changed the language may be in the window itself. */
void MainView::followLanguage()
{
    if (shownLanguage != spoken())
        triggerAsyncUpdate();
}

void MainView::handleAsyncUpdate()
{
    if (shownLanguage == spoken())
        return;

    // The keyboard goes where it was: everything is in its place again, though not all may be enabled yet that was.
    const auto way = wayTo (getCurrentlyFocusedComponent(), *this);
    build();

    if (auto* there = atEndOf (way, *this); there != nullptr && there != this)
        there->grabKeyboardFocus();
}

void MainView::showPanel()
{
    panel = makePanel (workspace, workspace.view().panel);
    addAndMakeVisible (*panel);
    resized();

    // Those with fields of their own begin in the first of them.
    if (isShowing() && workspace.view().panel != Panel::inspector)
        focusPanel (*panel);
    else if (isShowing())
        grabKeyboardFocus();
}

void MainView::beginTyping()
{
    const auto place = workspace.typingPlace();

    if (place == TypingPlace::filter)
        filterBar->beginTyping();
    else
        table->edit (workspace.view().selection.focus,
                     place == TypingPlace::title ? Column::title : Column::start);
}

void MainView::changed (Changed what)
{
    if (holds (what, Changed::panels))
    {
        preferencesChanged();
        followLanguage();

        if (shownPanel != workspace.view().panel)
        {
            shownPanel = workspace.view().panel;
            showPanel();
        }
        else
        {
            resized();
        }
    }

    if (holds (what, Changed::typing))
        beginTyping();

    if (holds (what, Changed::review) && reviewBar->isVisible() != workspace.review().active)
        resized();

    if (holds (what, Changed::document | Changed::media))
        placeWelcome();

    if (holds (what, Changed::prompt) && promptBar->isVisible() != (workspace.prompt() != nullptr))
        resized();
}

void MainView::preferencesChanged()
{
    const auto& preferences = workspace.view().preferences;

    if (&look.theme() != &themeOf (preferences.theme))
    {
        look.setTheme (preferences.theme);
        sendLookAndFeelChange();
        repaint();
    }

    if (! ownPlace.isEmpty())
        fill (ownPlace);
}

void MainView::fill (juce::Rectangle<int> place)
{
    ownPlace = place;
    const auto scale = float (workspace.view().preferences.scale) / 100;
    setTransform (juce::AffineTransform::scale (scale).translated (ownPlace.getTopLeft()));
    setBounds (0,
               0,
               juce::roundToInt (std::ceil (float (ownPlace.getWidth()) / scale)),
               juce::roundToInt (std::ceil (float (ownPlace.getHeight()) / scale)));
}

namespace
{

juce::Rectangle<int> bounds (const Area& area)
{
    return { area.x, area.y, area.width, area.height };
}

} // namespace

void MainView::resized()
{
    layout = layOut (getWidth(),
                     getHeight(),
                     { .panel = workspace.view().panel,
                       .showsInspector = workspace.view().showsInspector,
                       .inspectorOnly = workspace.view().inspectorOnly,
                       .isReviewing = workspace.review().active,
                       .isAsking = workspace.prompt() != nullptr,
                       .detailHeight = detailHeight });

    topBar->setBounds (bounds (layout.top));
    topBar->setCompact (layout.compact);
    promptBar->setBounds (bounds (layout.prompt));
    promptBar->setVisible (! layout.prompt.isEmpty());
    overview->setBounds (bounds (layout.overview));
    detail->setBounds (bounds (layout.detail));
    divider->setBounds (bounds (layout.divider));
    reviewBar->setBounds (bounds (layout.review));
    reviewBar->setVisible (! layout.review.isEmpty());
    filterBar->setBounds (bounds (layout.filter));
    filterBar->setVisible (! layout.filter.isEmpty());
    table->setBounds (bounds (layout.table));
    table->setVisible (! layout.table.isEmpty());
    placeWelcome();
    statusBar->setBounds (bounds (layout.foot));

    if (panel != nullptr)
    {
        const auto& place = isWide (workspace.view().panel) ? layout.whole : layout.side;
        panel->setBounds (bounds (place));
        panel->setVisible (! place.isEmpty());
    }
}

void MainView::placeWelcome()
{
    welcome->setBounds (table->getBounds().getUnion (filterBar->getBounds()));
    welcome->setVisible (table->isVisible() && workspace.isBlank());
}

void MainView::paint (juce::Graphics& g)
{
    g.fillAll (look.theme().edge);
}

void MainView::paintOverChildren (juce::Graphics& g)
{
    if (! isDropped)
        return;

    const auto& t = look.theme();
    g.setColour (t.window.withAlpha (0.78f));
    g.fillAll();
    g.setColour (t.accent);
    g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (14), 12, 2);
    g.setColour (t.text);
    g.setFont (boldFont (type::title));
    g.drawText (tr ("Drop audio to hear it, an outline to import it, a project to open it"),
                getLocalBounds(),
                juce::Justification::centred,
                true);
}

//======================================================================================================
bool MainView::keyPressed (const juce::KeyPress& press)
{
    const auto key = keyOf (press);

    if (! key)
        return false;

    const auto id = workspace.keys().commandFor (
        *key, [this] (std::string_view each) { return answersKey (workspace, *findCommand (each)); });
    return ! id.empty() && run (workspace, id);
}

std::unique_ptr<juce::AccessibilityHandler> MainView::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::group);
}

void MainView::globalFocusChanged (juce::Component* focused)
{
    if (focused == nullptr || ! isParentOf (focused))
        return;

    // Tab goes to what is out of sight, too.
    auto* viewport = focused->findParentComponentOfClass<juce::Viewport>();

    if (viewport == nullptr || viewport->getViewedComponent() == nullptr)
        return;

    const auto area = viewport->getViewedComponent()->getLocalArea (focused, focused->getLocalBounds());

    if (const auto shown = viewport->getViewArea();
        ! shown.contains (area) && area.getHeight() < shown.getHeight())
        viewport->setViewPosition (0, std::max (0, area.getCentreY() - shown.getHeight() / 2));
}

void MainView::mouseDown (const juce::MouseEvent& e)
{
    // JUCE would look for the nearest thing that takes the keyboard: a click on a bar's ground would go to its first button, and
    // the next Space would press it. Only what is typed in, or chosen from, has it after a click.
    for (const auto* c = e.eventComponent; c != nullptr && c != this; c = c->getParentComponent())
        if (c->getWantsKeyboardFocus())
            return;

    grabKeyboardFocus();
}

void MainView::fileDragEnter (const juce::StringArray&, int, int)
{
    isDropped = true;
    repaint();
}

void MainView::fileDragExit (const juce::StringArray&)
{
    isDropped = false;
    repaint();
}

void MainView::filesDropped (const juce::StringArray& files, int, int)
{
    isDropped = false;
    repaint();

    for (const auto& file : files)
        workspace.openFile (utf8 (file));
}

void MainView::textDropped (const juce::String& dropped, int, int)
{
    workspace.takeText (utf8 (dropped), earmark::tr ("Dropped text"));
}

} // namespace earmark::ui
