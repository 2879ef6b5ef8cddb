// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/CutFinder.h"
#include "Session/Desk.h"
#include "Session/OpenAudio.h"
#include "Session/RecentFiles.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** The project: opened, saved, left, and found again after a crash. Whatever could lose something is asked about first. */
class Projects
{
public:
    Projects (Desk& d, OpenAudio& a, const CutFinder& c, RecentFiles& r)
        : desk (d), audio (a), cuts (c), recent (r)
    {}

    /** Where it is saved; empty before that. */
    const std::string& path() const { return savedAs; }

    /** The file's, without its suffix; else the episode's title or the audio's name. Empty where there is nothing. */
    std::string name() const;

    /** "Episode 41 * – Earmark"; the star tells of unsaved changes. */
    std::string windowTitle() const;

    /** Whatever the file is called. Asks first where changes would be lost; harms nothing when it cannot be read. */
    void open (const std::string& path);
    void beginNew();

    /** Asks where to when that is not known, or `elsewhere`. `then` is called once it is saved. */
    void save (bool elsewhere, std::function<void()> then = {});

    /** Save goes there from now on, without asking. */
    void saveTo (const std::string& path) { savedAs = path; }

    /** The window is to go: asks first where changes would be lost, then quits. */
    void close();

    /** Asks about what crashed instances had not saved. */
    void offerRecovered();

    /** What is not saved, against a crash. */
    void keepUnsaved() const;

private:
    Desk& desk;
    OpenAudio& audio;
    const CutFinder& cuts;
    RecentFiles& recent;
    std::string savedAs;
    std::optional<std::size_t>
        onDisk; // what the file held when it was opened or saved; none where there was none
    std::vector<RecoveredWork> recovered; // not yet asked about
    std::map<std::string, std::optional<std::size_t>>
        leftBy; // what each file held after the last save into it since the project was opened or begun

    void leave (const std::string& why, std::function<void()> then);
    void show (Document, std::string path, Store::Saved);
    void saveAs (const std::string& path, const std::function<void()>& then);
    void write (const std::string& path, const std::function<void()>& then);
    Result<void> keepPrevious (const std::string& path);
    void askToOverwrite (const std::string& path, const std::string& why, const std::function<void()>& then);
    std::string folderToSaveIn() const;
    std::optional<std::size_t> fingerprintOf (const std::string& path) const;
    void askAboutRecovered();
    void keepRecovered (const RecoveredWork&);
};

} // namespace earmark
