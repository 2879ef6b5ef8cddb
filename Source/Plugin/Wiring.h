// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/AnswerBack.h"
#include "Plugin/Sound.h"
#include "Plugin/Watcher.h"
#include "Plugin/Writer.h"
#include "Session/Workspace.h"

#include <juce_data_structures/juce_data_structures.h>
#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace earmark
{

class Journal;

/** A workspace with everything that it needs: this is where the rooms are put together, for the app and for the plug-in. Message
    thread only. */
class Wiring
{
public:
    /** `file` keeps the settings, which outlast the session; an empty name: the user's own. `addHost` adds what only a plug-in has, which
        `wrote` tells of Earmark's own writes. */
    explicit Wiring (const juce::File& file = {},
                     const std::function<void (Services&)>& addHost = {},
                     Writer::Wrote wrote = {});
    ~Wiring();

    Workspace& workspace() { return *space; }

    /** Keeps what is not saved against a crash, and asks about what was not saved when others crashed; for a program whose document
        nobody else keeps. No folder: the user's own. */
    void keepJournal (const juce::File& folder = {});

private:
    const std::shared_ptr<juce::PropertiesFile> sharedSettings;
    juce::PropertiesFile& settings;
    std::unique_ptr<juce::FileChooser> chooser;
    Sound sound;
    Writer writer;
    Watcher watcher;
    const AnswerBack answer { postToMessageThread() }; // the journal's, whose thread calls it until it ends
    std::unique_ptr<Journal> journal;                  // null where nothing is kept
    std::unique_ptr<Workspace> space;

    Services services (const std::function<void (Services&)>& addHost);
    void provideProjects (Services&);
    void chooseFile (const FileWish&, std::function<void (std::string)>);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Wiring)
};

} // namespace earmark
