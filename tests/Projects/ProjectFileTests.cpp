// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/ProjectFile.h"

#include "Foundation/File.h"
#include "Support/Chapters.h"
#include "Support/Must.h"
#include "Support/TemporaryFolder.h"

#include <memory>
#include <random>
#include <utility>

namespace earmark
{

using namespace tests;

namespace fs = std::filesystem;

namespace
{

Document documentWith (const fs::path& audio)
{
    auto document = documentOf ({ chapter ("0:00", "One"), chapter ("0:10", "0:20.5", "Two") });
    document.outline.episode.title = "Tides";
    document.outline.chapters[1].start = Position::fromNanoseconds (10'000'000'001);
    document.media = { toUtf8 (audio), lasting ("1:00.25") };
    document.timedFor = { lasting ("1:30"), { { Position::fromSeconds (8), Position::fromSeconds (10) } } };
    return document;
}

EmbeddedImage noise (std::size_t bytes)
{
    std::mt19937 random; // the same each time
    auto content = std::make_shared<std::string> (bytes, '\0');

    for (auto& byte : *content)
        byte = char (random());

    return { "image/jpeg", std::move (content) };
}

} // namespace

TEST_CASE ("A project comes back as it was saved", "[projects]")
{
    const TemporaryFolder folder;
    const auto document = documentWith (folder.file ("episode.m4a", "sound"));
    must (saveProject (folder / "tides.earmark", document));

    const auto opened = must (openProject (folder / "tides.earmark"));
    CHECK (opened.notices.empty());
    CHECK_FALSE (opened.audioIsMissing);
    CHECK (opened.project.audio == document.media);
    CHECK (opened.project.timedFor == document.timedFor);
    auto again = makeDocument (opened.project.outline);
    CHECK (again.outline == document.outline);

    // The text names no folder of this machine.
    CHECK_FALSE (bytesOf (folder / "tides.earmark").contains (toUtf8 (folder.path())));
    CHECK (folder.names() == std::vector<std::string> { "episode.m4a", "tides.earmark" });
}

TEST_CASE ("What a project's file held is kept beside it, and only the last of it", "[projects]")
{
    const TemporaryFolder folder;
    const auto project = folder / "tides.earmark";
    must (keepPrevious (project));
    CHECK (folder.names().empty());

    for (const auto* title : { "First", "Second" })
    {
        must (saveProject (project, documentOf ({ chapter ("0:00", title) })));
        must (keepPrevious (project));
        CHECK (folder.names() == std::vector<std::string> { "tides.earmark", "tides.earmark.bak" });
    }

    must (saveProject (project, documentOf ({ chapter ("0:00", "Third") })));
    CHECK (must (openProject (folder / "tides.earmark.bak")).project.outline.chapters[0].title == "Second");

    fs::create_directory (folder / "folder.earmark");
    CHECK (mustFail (keepPrevious (folder / "folder.earmark")).kind == Error::Kind::unreadable);
}

TEST_CASE ("A project without chapters or audio is one, too", "[projects]")
{
    const TemporaryFolder folder;
    must (saveProject (folder / "new.earmark", {}));
    CHECK (must (openProject (folder / "new.earmark")) == OpenedProject());
}

TEST_CASE ("Project and audio move together", "[projects]")
{
    const TemporaryFolder folder;
    fs::create_directories (folder / "a/audio");
    fs::create_directories (folder / "a/projects");
    const auto audio = folder.file ("a/audio/episode.m4a", "sound");
    must (saveProject (folder / "a/projects/tides.earmark", documentWith (audio)));
    CHECK (bytesOf (folder / "a/projects/tides.earmark").contains ("\"../audio/episode.m4a\""));

    fs::rename (folder / "a", folder / "b");
    const auto opened = must (openProject (folder / "b/projects/tides.earmark"));
    CHECK_FALSE (opened.audioIsMissing);
    CHECK (opened.project.audio->path == toUtf8 (fs::canonical (folder / "b/audio/episode.m4a")));
}

TEST_CASE ("Audio that is missing is said to be, or found beside the project", "[projects]")
{
    const TemporaryFolder folder;
    fs::create_directories (folder / "audio");
    const auto audio = folder.file ("audio/episode.m4a", "sound");
    must (saveProject (folder / "tides.earmark", documentWith (audio)));
    fs::rename (audio, folder / "elsewhere.m4a");

    auto opened = must (openProject (folder / "tides.earmark"));
    CHECK (opened.audioIsMissing);
    CHECK (opened.project.audio->path == toUtf8 (fs::canonical (folder.path()) / "audio/episode.m4a"));
    CHECK (opened.project.audio->length == lasting ("1:00.25"));

    fs::rename (folder / "elsewhere.m4a", folder / "episode.m4a");
    opened = must (openProject (folder / "tides.earmark"));
    CHECK_FALSE (opened.audioIsMissing);
    CHECK (opened.project.audio->path == toUtf8 (fs::canonical (folder / "episode.m4a")));
    REQUIRE (opened.notices.size() == 1);
    CHECK (opened.notices[0].message.starts_with ("The audio was found beside the project"));
}

TEST_CASE ("References are relative where something is in common", "[projects]")
{
    CHECK (referenceTo ("/e/a/x.m4a", "/e/a/p.earmark") == "x.m4a");
    CHECK (referenceTo ("/e/a/b/x.m4a", "/e/a/p.earmark") == "b/x.m4a");
    CHECK (referenceTo ("/e/x.m4a", "/e/a/p.earmark") == "../x.m4a");
    CHECK (referenceTo ("/m/x.m4a", "/e/a/p.earmark") == "/m/x.m4a");
    CHECK (referenceTo ("/x.m4a", "/e/a/p.earmark") == "/x.m4a");
    CHECK (referenceTo ("/e/a/Über den Wind.m4a", "/e/a/p.earmark") == "Über den Wind.m4a");

    for (const auto* path : { "/e/a/x.m4a", "/e/x.m4a", "/m/x.m4a" })
        CHECK (resolve (referenceTo (path, "/e/a/p.earmark"), "/e/a/p.earmark") == path);
}

TEST_CASE ("What is no project, or of a newer Earmark, is refused with a sentence", "[projects]")
{
    const TemporaryFolder folder;
    const auto failureOf = [&] (std::string_view bytes)
    { return mustFail (openProject (folder.file ("p.earmark", bytes))); };

    CHECK (mustFail (openProject (folder / "none.earmark")).kind == Error::Kind::notFound);
    CHECK (failureOf ("").kind == Error::Kind::empty);
    CHECK (failureOf ("{\"earmark\":1,\"chapters\":[").kind == Error::Kind::malformed);
    CHECK (failureOf (std::string_view ("\0\1\2\3\0\0\0\0", 8)).kind == Error::Kind::malformed);
    CHECK (failureOf (R"({"earmark":1})").kind == Error::Kind::empty);
    CHECK (failureOf (R"({"earmark":1,"audio":7,"chapters":[]})").kind == Error::Kind::malformed);
    CHECK (failureOf (R"({"earmark":1,"audio":{"path":1},"chapters":[]})").where.path == "audio.path");

    const auto newer = failureOf (R"({"earmark":3,"chapters":[]})");
    CHECK (newer.kind == Error::Kind::unsupported);
    CHECK (newer.message == "It was written by a newer Earmark (format 3, this one reads up to 2).");

    // What a newer one adds without changing what is there is left out, and said.
    const auto opened =
        must (openProject (folder.file ("p.earmark", R"({"earmark":1,"future":true,"chapters":[]})")));
    CHECK (opened.notices.size() == 1);
}

TEST_CASE ("A picture that chapters share is in the project once", "[projects]")
{
    const TemporaryFolder folder;
    auto document = documentWith (folder.file ("episode.m4a", "sound"));
    document.outline.episode.cover = noise (300'000);

    for (auto& chapter : document.outline.chapters)
        chapter.image = noise (300'000); // each has bytes of its own

    must (saveProject (folder / "tides.earmark", document));
    CHECK (fs::file_size (folder / "tides.earmark") < 450'000);

    const auto opened = must (openProject (folder / "tides.earmark"));
    CHECK (opened.notices.empty());
    CHECK (makeDocument (opened.project.outline).outline == document.outline);
}

TEST_CASE ("A project that could not be opened again is not saved over a good one", "[projects]")
{
    const TemporaryFolder folder;
    const auto path = folder / "tides.earmark";
    constexpr std::size_t limit = 1u << 20;
    Project project { .outline = { .episode = {}, .chapters = { chapter ("0:00", "One") } },
                      .audio = {},
                      .savedAs = {} };
    must (writeProject (path, project, limit));
    const auto good = bytesOf (path);

    // In base64 four bytes are made of three.
    project.outline.chapters[0].image = noise (limit * 3 / 4);
    const auto refused = mustFail (writeProject (path, project, limit));
    CHECK (refused.kind == Error::Kind::tooLarge);
    CHECK (refused.message
           == "As a project it would have 2 MB, and one of more than 1 MB could not be opened again: take "
              "pictures out, or use smaller ones. What was saved before is unchanged.");
    CHECK (bytesOf (path) == good);
    CHECK (folder.names() == std::vector<std::string> { "tides.earmark" });

    project.outline.chapters[0].image = noise (limit * 3 / 4 - 2000);
    must (writeProject (path, project, limit));
    CHECK (must (openProject (path)).project == project);
}

TEST_CASE ("A project that cannot be written leaves the old one", "[projects]")
{
    const TemporaryFolder folder;
    fs::create_directory (folder / "p.earmark");
    CHECK (mustFail (saveProject (folder / "p.earmark", {})).kind == Error::Kind::notWritable);
    CHECK (mustFail (saveProject (folder / "none/p.earmark", {})).kind == Error::Kind::notWritable);
}

} // namespace earmark
