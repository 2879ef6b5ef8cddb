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

class Window final : public juce::DocumentWindow
{
public:
    Window (Wiring& wiring, juce::Point<int> size)
        : DocumentWindow ("Earmark", juce::Colours::black, DocumentWindow::allButtons, false),
          workspace (wiring.workspace())
    {
        // On the desktop only once it is complete: a native window is not made twice.
        setUsingNativeTitleBar (true);
        setContentOwned (new ui::MainView (workspace, false), false);
        setResizable (true, false);
        setResizeLimits (640, 480, 8192, 8192);
        centreWithSize (size.x, size.y);
        addToDesktop();
        setVisible (true);
        getContentComponent()->grabKeyboardFocus();
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
        return getContentComponent()->keyPressed (key) || DocumentWindow::keyPressed (key);
    }

    void closeButtonPressed() override { juce::JUCEApplication::getInstance()->systemRequestedQuit(); }

private:
    Workspace& workspace;
    Workspace::Subscription subscription;

    void rename()
    {
        const auto& episode = workspace.document().outline.episode;
        auto name = ui::text (episode.title);

        if (name.isEmpty() && workspace.media())
            name = ui::text (workspace.media()->name);

        setName ((name.isEmpty()
                      ? juce::String()
                      : name + (workspace.isSaved() ? "" : " *") + juce::String::fromUTF8 (" \u2013 "))
                 + "Earmark");
    }
};

/** Opens what the command line names, one after the other, and takes the picture in the end. */
class Opening final : private juce::Timer
{
public:
    Opening (Wiring& w, juce::Component& v, AppOptions o)
        : workspace (w.workspace()), view (v), options (std::move (o))
    {
        if (options.project.existsAsFile())
            workspace.openFile (options.project.getFullPathName().toStdString(), true);

        if (options.project != juce::File())
            workspace.saveTo (options.project.getFullPathName().toStdString());

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
        return ! workspace.loadingMedia().empty() || (workspace.media() && ! workspace.peaks().complete);
    }

    void timerCallback() override
    {
        if (! workspace.loadingMedia().empty())
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
        const auto image =
            view.createComponentSnapshot (view.getLocalBounds(), true, float (options.scale.value_or (1)));
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
            wiring->workspace().look ([&] (ViewState& v) { v.light = options->theme == "light"; });

        window = std::make_unique<Window> (*wiring, options->size);
        opening = std::make_unique<Opening> (*wiring, *window->getContentComponent(), std::move (*options));
    }

    void anotherInstanceStarted (const juce::String&) override {}

    void systemRequestedQuit() override { quit(); }

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
