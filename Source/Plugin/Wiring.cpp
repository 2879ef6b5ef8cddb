// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Wiring.h"

#include "Foundation/File.h"
#include "Language/Translation.h"
#include "Plugin/Credits.h"
#include "Plugin/Documents.h"
#include "Projects/Journal.h"
#include "UI/Look.h"

#include <map>
#include <tuple>

namespace earmark
{

namespace
{

juce::PropertiesFile::Options settingsOptions()
{
    juce::PropertiesFile::Options options;
    options.applicationName = "Earmark";
    options.filenameSuffix = "settings";
    options.osxLibrarySubFolder = "Application Support";
    options.folderName = juce::SystemStats::getOperatingSystemType() == juce::SystemStats::Linux
                             ? ".config/earmark"
                             : "Earmark";
    options.millisecondsBeforeSaving = 500;
    return options;
}

/** Where the user's lie; JUCE does not know of the variable. */
juce::File settingsFile()
{
    const auto usual = settingsOptions().getDefaultFile();

#if JUCE_LINUX
    if (const auto folder = juce::SystemStats::getEnvironmentVariable ("XDG_CONFIG_HOME", {});
        juce::File::isAbsolutePath (folder) && folder.startsWithChar ('/'))
        return juce::File (folder).getChildFile ("earmark").getChildFile (usual.getFileName());
#endif

    return usual;
}

/** One for all wirings of the same file, since each would write what it read once over what another has written since. */
std::shared_ptr<juce::PropertiesFile> settingsIn (const juce::File& file)
{
    static std::map<juce::String, std::weak_ptr<juce::PropertiesFile>> all;
    auto& known = all[file.getFullPathName()];
    auto settings = known.lock();

    if (settings == nullptr)
        known = settings = std::make_shared<juce::PropertiesFile> (file, settingsOptions());

    return settings;
}

constexpr auto outputSetting = "output";

struct ChooserLook
{
    std::string title;
    int flags;
    const char* patterns = "*";
};

ChooserLook chooserFor (FileKind kind)
{
    using Browser = juce::FileBrowserComponent;
    constexpr auto opens = Browser::openMode | Browser::canSelectFiles;
    constexpr auto saves = Browser::saveMode | Browser::canSelectFiles | Browser::warnAboutOverwriting;

    switch (kind)
    {
        case FileKind::picture:
            return { tr ("Choose a picture"), opens, "*.jpg;*.jpeg;*.png;*.gif" };
        case FileKind::media:
            return { tr ("Find the project's audio"), opens };
        case FileKind::audio:
            return { tr ("Add audio files to write into"), opens | Browser::canSelectMultipleItems };
        case FileKind::project:
            return { tr ("Save the project"), saves };
        case FileKind::document:
            return { tr ("Save the chapters"), saves };
        case FileKind::proof:
            return { tr ("Save the proof"), saves };
        case FileKind::folder:
            return { tr ("Choose a folder"), Browser::openMode | Browser::canSelectDirectories };
        case FileKind::anything:
            break;
    }

    return { tr ("Open a project, audio or an outline"), opens };
}

} // namespace

Wiring::Wiring (const juce::File& file, const std::function<void (Services&)>& addHost, Writer::Wrote wrote)
    : sharedSettings (settingsIn (file != juce::File() ? file : settingsFile())), settings (*sharedSettings),
      writer (postToMessageThread(), std::move (wrote)),
      space (std::make_unique<Workspace> (services (addHost)))
{
    // Nothing is opened before something is played; a name that is not there then is the system's own.
    std::ignore = sound.output().choose (settings.getValue (outputSetting).toStdString());
}

Wiring::~Wiring() = default;

void Wiring::keepJournal (const juce::File& folder)
{
    journal = std::make_unique<Journal> (
        folder != juce::File() ? RecoveryFolder (pathFromUtf8 (folder.getFullPathName().toStdString()))
                               : RecoveryFolder::ofUser(),
        [this] (const Error& error)
        {
            answer (
                [this, sentence = error.message]
                {
                    space->say (Message::Grade::warning,
                                tr ("Unsaved changes cannot be kept against a crash. {}", trMade (sentence)));
                });
        });
    space->projects().offerRecovered();
}

void Wiring::provideProjects (Services& s)
{
    s.keepUnsaved = [this] (std::shared_ptr<const Document> document, const std::string& project)
    {
        if (journal != nullptr)
            document != nullptr ? journal->keep (std::move (document), project) : journal->forget();
    };
    s.findRecovered = [this] { return journal->findAbandoned(); };
    s.adoptRecovered = [this] (const std::string& id) { journal->adopt (id); };
    s.discardRecovered = [this] (const std::string& id) { journal->discard (id); };

    if (juce::JUCEApplicationBase::isStandaloneApp())
        s.quit = [] { juce::JUCEApplicationBase::quit(); };
}

Services Wiring::services (const std::function<void (Services&)>& addHost)
{
    Services s;
    documents::provide (s);
    writer.provide (s);
    watcher.provide (s);
    provideProjects (s);
    s.credits = credits;

    s.loadMedia = [this] (const std::string& path, Sound::Opened opened, Sound::Peaks peaks)
    { sound.load (path, std::move (opened), std::move (peaks)); };
    s.closeMedia = [this] { sound.close(); };
    s.findCandidates = [this] (const std::vector<Position>& at,
                               const std::function<void (Position, std::vector<Candidate>)>& found)
    { sound.findCandidates (at, found); };
    s.readSamples = [this] (std::int64_t begin,
                            std::int64_t end,
                            std::function<void (std::shared_ptr<const SampleExcerpt>)> done)
    { sound.readSamples (begin, end, std::move (done)); };

    s.transport = [this] { return sound.transport(); };
    s.play = [this] { sound.play(); };
    s.pause = [this] { sound.pause(); };
    s.seek = [this] (Position to) { sound.seek (to); };
    s.setSpeed = [this] (double speed) { sound.setSpeed (speed); };
    s.setLoop = [this] (std::optional<TimeRange> range) { sound.setLoop (range); };
    s.audition = [this] (Position at, Duration before, Duration after)
    { sound.audition (at, before, after); };

    s.outputs = [this] { return sound.output().names(); };
    s.output = [this] { return sound.output().current(); };
    s.chooseOutput = [this] (const std::string& name)
    {
        return sound.output().choose (name).transform (
            [&]
            { settings.setValue (outputSetting, juce::String::fromUTF8 (name.data(), int (name.size()))); });
    };

    s.chooseFile = [this] (const FileWish& wish, std::function<void (std::string)> chosen)
    { chooseFile (wish, std::move (chosen)); };
    s.systemLanguage = [] { return juce::SystemStats::getUserLanguage().toStdString(); };
    s.clipboardText = [] { return juce::SystemClipboard::getTextFromClipboard().toStdString(); };
    s.copyText = [] (const std::string& text)
    { juce::SystemClipboard::copyTextToClipboard (juce::String::fromUTF8 (text.data(), int (text.size()))); };

    s.recall = [this] (const std::string& name) { return settings.getValue (name).toStdString(); };
    s.remember = [this] (const std::string& name, const std::string& text)
    { settings.setValue (name, juce::String::fromUTF8 (text.data(), int (text.size()))); };

    if (addHost)
        addHost (s);

    return s;
}

void Wiring::chooseFile (const FileWish& wish, std::function<void (std::string)> chosen)
{
    const auto look = chooserFor (wish.kind);
    const auto called = juce::File::createLegalFileName (ui::text (space->projects().name()));
    const auto suggestion = wish.kind == FileKind::project
                                ? (called.isEmpty() ? juce::String ("episode") : called) + ".earmark"
                                : juce::File::createLegalFileName (ui::text (wish.name));
    const auto wished = wish.folder.empty() ? juce::File() : juce::File (ui::text (wish.folder));
    const auto folder = wished.isDirectory() ? wished : juce::File (settings.getValue ("folder"));
    chooser = std::make_unique<juce::FileChooser> (ui::text (look.title),
                                                   suggestion.isNotEmpty() ? folder.getChildFile (suggestion)
                                                                           : folder,
                                                   look.patterns);
    chooser->launchAsync (
        look.flags,
        [this, chosen = std::move (chosen)] (const juce::FileChooser& c)
        {
            for (const auto& file : c.getResults())
            {
                settings.setValue ("folder",
                                   (file.isDirectory() ? file : file.getParentDirectory()).getFullPathName());
                chosen (file.getFullPathName().toStdString());
            }
        });
}

} // namespace earmark
