// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("restore takes the last write back, and says what it did")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10)).string();
    const auto outline = folder.file ("outline.txt", "0:00 Intro\n0:03 Main\n0:07 Outro\n").string();
    const auto before = bytesOf (file);

    const auto call = [&] (std::vector<std::string> arguments)
    {
        arguments.insert (arguments.begin(),
                          { "env", "XDG_STATE_HOME=" + (folder / "state").string(), commandLine().string() });
        return run (arguments);
    };

    SECTION ("of nothing, there is nothing to take back")
    {
        const auto result = call ({ "restore", file });
        CHECK (result.exitCode == problem);
        CHECK (isOneSentence (result.err));
        CHECK (result.err.contains ("knows a file by its place and name"));
        CHECK (hasBytes (file, before));
    }

    SECTION ("of a tag, there and back")
    {
        REQUIRE (call ({ "tag", file, "--outline", outline }).exitCode == done);
        const auto tagged = bytesOf (file);

        const auto looked = call ({ "restore", "--dry-run", file });
        CHECK (looked.exitCode == done);
        CHECK (hasBytes (file, tagged));

        CHECK (looked.out.contains ("also: no chapters, as before the write of 20"));

        const auto result = call ({ "restore", file });
        CHECK (result.exitCode == done);
        CHECK (result.out.find (file) != std::string::npos);
        CHECK (result.out.contains ("also: no chapters, as before the write of 20"));
        CHECK (hasBytes (file, before));

        const auto there = call ({ "restore", file });
        REQUIRE (there.exitCode == done);
        CHECK (there.out.contains (
            "also: 3 chapters are back, from 'Intro' to 'Outro', as before the write of 20"));
        CHECK (hasBytes (file, tagged));
    }

    SECTION ("of other chapters, which tag announced")
    {
        CHECK_FALSE (call ({ "tag", file, "--outline", outline }).err.contains ("other chapters"));
        CHECK_FALSE (call ({ "tag", file, "--outline", outline }).err.contains ("other chapters"));
        const auto tagged = bytesOf (file);
        const auto other = folder.file ("other.txt", "0:00 Intro\n0:04 Another part\n").string();
        CHECK (call ({ "tag", file, "--outline", other, "-o", (folder / "new.mp3").string() })
                   .err.contains ("2 other chapters of the file are not in the new one."));
        CHECK (call ({ "tag", file, "--outline", other })
                   .err.contains ("2 other chapters in the file are replaced; restore brings them back."));
        REQUIRE (call ({ "restore", file }).exitCode == done);
        CHECK (hasBytes (file, tagged));
    }

    SECTION ("where nothing can be kept, which tag announces instead")
    {
        REQUIRE (call ({ "tag", file, "--outline", outline }).exitCode == done);
        const auto other = folder.file ("other.txt", "0:00 Intro\n0:04 Another part\n").string();
        const auto noFolder = folder.file ("no folder", "x").string();
        const auto result = run (
            { "env", "XDG_STATE_HOME=" + noFolder, commandLine().string(), "tag", file, "--outline", other });
        CHECK (result.exitCode == done);
        CHECK (
            result.err.contains ("2 other chapters in the file are replaced, and restore cannot bring them "
                                 "back: they cannot be kept in '"
                                 + noFolder + "/earmark/restore'."));
        CHECK_FALSE (result.err.contains ("restore brings"));
    }

    SECTION ("of a file that somebody changed since, not")
    {
        REQUIRE (call ({ "tag", file, "--outline", outline }).exitCode == done);
        const auto changed = bytesOf (file) + "x";
        writeBytes (file, changed);
        const auto result = call ({ "restore", file });
        CHECK (result.exitCode == problem);
        CHECK (isOneSentence (result.err));
        CHECK (hasBytes (file, changed));
    }
}

} // namespace earmark::tests
