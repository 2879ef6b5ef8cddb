// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/App/Options.h"
#include "Plugin/Wiring.h"
#include "Session/Commands.h"
#include "UI/MainView.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <iostream>

namespace earmark
{

namespace
{

/** What fills the window: the view, as large as the user wants everything. */
class Frame final : public juce::Component
{
public:
    explicit Frame (Workspace& workspace) : view (workspace) { addAndMakeVisible (view); }

    void resized() override { view.fill (getLocalBounds()); }

    ui::MainView view;
};

class Window final : public juce::DocumentWindow
{
public:
    Window (Wiring& wiring, juce::Point<int> size)
        : DocumentWindow ("Earmark", juce::Colours::black, DocumentWindow::allButtons, false),
          workspace (wiring.workspace()), frame (workspace)
    {
        // On the desktop only once it is complete: a native window is not made twice.
        setUsingNativeTitleBar (true);
        setContentNonOwned (&frame, false);
        setResizable (true, false);
        setResizeLimits (640, 480, 8192, 8192);
        centreWithSize (size.x, size.y);
        addToDesktop();
        setVisible (true);
        frame.view.grabKeyboardFocus();
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::document | Changed::media))
                    rename();
            });
        rename();
    }

    /** Where a window manager gives the keyboard to the window and not to what is in it. */
    bool keyPressed (const juce::KeyPress& key) override
    {
        return frame.view.keyPressed (key) || DocumentWindow::keyPressed (key);
    }

    void closeButtonPressed() override { workspace.projects().close(); }

    juce::Component& content() { return frame; }

private:
    Workspace& workspace;
    Frame frame;
    Workspace::Subscription subscription;

    void rename() { setName (ui::text (workspace.projects().windowTitle())); }
};

/** Opens what the command line names, one after the other, and takes the picture in the end. */
class Opening final : private juce::Timer
{
public:
    Opening (Wiring& w, juce::Component& v, AppOptions o)
        : workspace (w.workspace()), view (v), options (std::move (o))
    {
        // One that is there and cannot be read must not be written over.
        if (options.project.existsAsFile())
            workspace.projects().open (options.project.getFullPathName().toStdString());
        else if (options.project != juce::File())
            workspace.projects().saveTo (options.project.getFullPathName().toStdString());

        for (const auto& file : options.files)
            workspace.openFile (file.getFullPathName().toStdString());

        startTimer (30);
    }

private:
    Workspace& workspace;
    juce::Component& view;
    AppOptions options;
    int quiet = 0; ///< ticks since the last thing was going on

    bool isBusy() const
    {
        return ! workspace.audio().loading().empty()
               || (workspace.audio().file() && ! workspace.audio().peaks().complete);
    }

    void timerCallback() override
    {
        if (! workspace.audio().loading().empty())
            return;

        // Chapters that were asked for come over those that the audio has.
        if (options.outline != juce::File())
        {
            workspace.openFile (options.outline.getFullPathName().toStdString(), true);
            options.outline = juce::File();
            return;
        }

        if (options.screenshot == juce::File() && options.commands.isEmpty())
            return stopTimer();

        quiet = isBusy() ? 0 : quiet + 1;

        if (quiet < 40)
            return;

        if (! options.commands.isEmpty())
        {
            if (! run (workspace, options.commands[0].toStdString()))
                std::cerr << "earmark-app: the command " << options.commands[0]
                          << " is not there, or not possible now.\n";

            options.commands.remove (0);
            quiet = 20;
            return;
        }

        if (options.screenshot != juce::File())
            takePicture();

        stopTimer();
    }

    void takePicture()
    {
        const auto image = view.createComponentSnapshot (
            view.getLocalBounds(), true, juce::Desktop::getInstance().getGlobalScaleFactor());
        options.screenshot.deleteFile();
        juce::FileOutputStream stream (options.screenshot);

        if (! stream.openedOk() || ! juce::PNGImageFormat().writeImageToStream (image, stream))
            std::cerr << "earmark-app: the picture could not be written.\n";

        juce::JUCEApplication::quit();
    }
};

class App final : public juce::JUCEApplication
{
public:
    const juce::String getApplicationName() override { return "Earmark"; }

    const juce::String getApplicationVersion() override { return EARMARK_VERSION; }

    void initialise (const juce::String&) override
    {
        auto options = parseOptions (getCommandLineParameterArray());

        if (! options)
        {
            std::cerr << "earmark-app: " << options.error().message << '\n';
            setApplicationReturnValue (2);
            return quit();
        }

        if (options->help || options->version)
        {
            std::cout << (options->help ? usage() : getApplicationVersion() + "\n");
            return quit();
        }

        if (juce::Desktop::getInstance().getDisplays().displays.isEmpty())
        {
            std::cerr << "earmark-app: there is no display to open a window on; the earmark command line "
                         "needs none.\n";
            setApplicationReturnValue (1);
            return quit();
        }

        if (options->scale)
            juce::Desktop::getInstance().setGlobalScaleFactor (float (*options->scale));

        wiring = std::make_unique<Wiring> (options->settings);

        if (options->theme.isNotEmpty())
            wiring->workspace().look ([&] (ViewState& v)
                                      { v.preferences.theme = themeNamed (options->theme.toStdString()); });

        if (options->language.isNotEmpty())
            wiring->workspace().look (
                [&] (ViewState& v)
                { v.preferences.language = languageNamed (options->language.toStdString()); });

        window = std::make_unique<Window> (*wiring, options->size);

        // Pictures are taken of what is asked for; nothing is worked on.
        if (options->screenshot == juce::File())
            wiring->keepJournal (options->settings == juce::File()
                                     ? juce::File()
                                     : options->settings.getSiblingFile ("recovery"));

        opening = std::make_unique<Opening> (*wiring, window->content(), std::move (*options));
    }

    void anotherInstanceStarted (const juce::String&) override {}

    void systemRequestedQuit() override
    {
        wiring != nullptr ? wiring->workspace().projects().close() : quit();
    }

    void shutdown() override
    {
        opening.reset();
        window.reset();
        wiring.reset();
    }

private:
    std::unique_ptr<Wiring> wiring;
    std::unique_ptr<Window> window;
    std::unique_ptr<Opening> opening;
};

} // namespace

} // namespace earmark

START_JUCE_APPLICATION (earmark::App)
