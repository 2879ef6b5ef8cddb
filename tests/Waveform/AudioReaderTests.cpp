// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/AudioReader.h"

#include "Support/Must.h"
#include "Support/Places.h"
#include "Support/Process.h"
#include "Support/Random.h"
#include "Support/SampleAudio.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <cmath>
#include <ostream>

// Clicks at known samples through every codec, and random seeks against reading from the start.

namespace earmark::tests
{

namespace
{

/** A way to encode, and how far a click may then be from where it was put. */
struct Codec
{
    std::string name;
    std::string suffix;
    std::vector<std::string> encoder; ///< from {in} to {out}
    std::int64_t tolerance;           ///< in samples
    float seekDifference = 0; ///< how far samples after a seek may differ from those read from the start
    int sampleRate = 44100;
};

std::ostream& operator<< (std::ostream& stream, const Codec& codec)
{
    return stream << codec.name;
}

std::vector<std::string> ffmpeg (std::vector<std::string> arguments)
{
    std::vector<std::string> command { "ffmpeg", "-v", "error", "-nostdin", "-y", "-i", "{in}" };
    command.insert (command.end(), arguments.begin(), arguments.end());
    command.emplace_back ("{out}");
    return command;
}

const std::vector<Codec>& codecs()
{
    // Without AAC's "perceptual noise", which is random for each decoder.
    static const std::vector<Codec> all {
        { "WAV", ".wav", ffmpeg ({ "-c:a", "pcm_s16le" }), 0 },
        { "WAV, 24 bits", ".wav", ffmpeg ({ "-c:a", "pcm_s24le" }), 0 },
        { "WAV, floats", ".wav", ffmpeg ({ "-c:a", "pcm_f32le" }), 0 },
        { "AIFF", ".aiff", ffmpeg ({}), 0 },
        { "FLAC", ".flac", ffmpeg ({}), 0 },
        { "ALAC in M4A", ".m4a", ffmpeg ({ "-c:a", "alac" }), 0 },
        { "FLAC in Ogg", ".oga", ffmpeg ({ "-c:a", "flac" }), 0 },
        { "FLAC in MKA", ".mka", ffmpeg ({ "-c:a", "flac" }), 0 },
        { "PCM in MKA", ".mka", ffmpeg ({ "-c:a", "pcm_s16le" }), 0 },
        { "Ogg Vorbis", ".ogg", ffmpeg ({ "-c:a", "libvorbis", "-q:a", "5" }), 2, 1e-5f },
        { "Vorbis in MKA", ".mka", ffmpeg ({ "-c:a", "libvorbis", "-q:a", "5" }), 2, 1e-5f },
        { "Opus", ".opus", ffmpeg ({ "-c:a", "libopus", "-b:a", "96k" }), 2, 0.02f, 48000 },
        { "Opus in MKA", ".mka", ffmpeg ({ "-c:a", "libopus", "-b:a", "96k" }), 2, 0.02f, 48000 },
        { "MP3 by LAME, constant", ".mp3", { "lame", "--quiet", "-b", "128", "{in}", "{out}" }, 2, 1e-5f },
        { "MP3 by LAME, variable", ".mp3", { "lame", "--quiet", "-V", "4", "{in}", "{out}" }, 2, 1e-5f },
        { "MP3 by LAME at half the rate",
          ".mp3",
          { "lame", "--quiet", "-b", "64", "--resample", "22.05", "{in}", "{out}" },
          2,
          1e-5f,
          22050 },
        // Frames too small for LAME's header: nobody can know the encoder's delay.
        { "MP3 by LAME, tiny",
          ".mp3",
          { "lame", "--quiet", "-b", "24", "--resample", "22.05", "{in}", "{out}" },
          1152,
          1e-5f,
          22050 },
        { "MP3 by FFmpeg", ".mp3", ffmpeg ({ "-b:a", "96k" }), 2, 1e-5f },
        { "MP3 in MKA", ".mka", ffmpeg ({ "-c:a", "libmp3lame", "-b:a", "96k" }), 2, 1e-5f },
        { "AAC in M4A", ".m4a", ffmpeg ({ "-c:a", "aac", "-aac_pns", "0", "-b:a", "128k" }), 2, 1e-5f },
        { "AAC in M4A, for the web",
          ".m4b",
          ffmpeg ({ "-c:a", "aac", "-aac_pns", "0", "-movflags", "+faststart", "-f", "ipod" }),
          2,
          1e-5f },
        { "AAC in MKA", ".mka", ffmpeg ({ "-c:a", "aac", "-aac_pns", "0", "-b:a", "128k" }), 2, 1e-5f },
    };
    return all;
}

constexpr double seconds = 20;

/** Where clicks are: odd places, near both ends too. */
std::vector<std::size_t> clickPlaces (int sampleRate)
{
    std::vector<std::size_t> places { 40 };

    for (std::size_t at = 5'003; at < std::size_t (seconds * sampleRate) - 3000; at += 31'337)
        places.push_back (at);

    places.push_back (std::size_t (seconds * sampleRate) - 200);
    return places;
}

Sound clicks (int sampleRate)
{
    auto sound = noise (seconds, sampleRate);

    for (const auto at : clickPlaces (sampleRate))
        addClick (sound, at);

    return sound;
}

std::filesystem::path encoded (const Codec& codec)
{
    const auto original = workFolder() / ("clicks-" + std::to_string (codec.sampleRate) + ".wav");

    if (! std::filesystem::exists (original))
        writeWav (original, clicks (codec.sampleRate));

    auto command = codec.encoder;

    for (auto& argument : command)
        if (argument == "{in}")
            argument = original.string();

    return madeBy (codec.suffix, command);
}

} // namespace

TEST_CASE ("clicks are where they were put, whatever the codec")
{
    const auto& codec = GENERATE (from_range (codecs()));
    INFO (codec.name);
    const auto reader = must (openAudio (encoded (codec)));
    CHECK (reader->info().sampleRate == codec.sampleRate);
    CHECK (reader->info().channels == 1);

    const auto sound = readAll (*reader);
    const auto length = std::size_t (seconds * codec.sampleRate);
    CHECK (reader->notices().empty());

    if (codec.tolerance == 0)
        CHECK (sound.length() == length);
    else
        CHECK (std::abs (std::int64_t (sound.length()) - std::int64_t (length)) <= 1152 + codec.tolerance);

    for (const auto at : clickPlaces (codec.sampleRate))
    {
        const auto from = at < 2000 ? 0 : at - 2000;
        const auto found = loudestIn (sound.channels[0], from, at + 2000);
        CHECK (std::abs (std::int64_t (found) - std::int64_t (at)) <= codec.tolerance);
    }
}

TEST_CASE ("a seek gives the samples that reading from the start gives")
{
    const auto& codec = GENERATE (from_range (codecs()));
    INFO (codec.name);
    const auto file = encoded (codec);
    const auto whole = readAll (*must (openAudio (file)));
    const auto reader = must (openAudio (file));
    Random random (7);
    std::size_t wrong = 0, previous = 0;
    const int rounds = codec.name == "MP3 by LAME, variable" || codec.name == "AAC in M4A" ? 1000 : 150;

    for (int round = 0; round < rounds; ++round)
    {
        // The first seconds are where delays are; a third of the places is there.
        const auto at = random.oneIn (3) ? random.below (5000) : random.below (whole.length());
        INFO ("seek " << round << " to " << at << " after " << previous);
        previous = at;
        must (reader->seek (std::int64_t (at)));
        const auto block = reader->next();
        REQUIRE (block);
        REQUIRE (block->position == std::int64_t (at));
        const auto count = std::min (block->length, whole.length() - at);

        for (std::size_t i = 0; i < count; ++i)
            if (std::abs (block->channels[0][i] - whole.channels[0][at + i]) > codec.seekDifference)
            {
                ++wrong;
                UNSCOPED_INFO ("at " << at << " + " << i << ": " << block->channels[0][i] << " instead of "
                                     << whole.channels[0][at + i]);
                break;
            }

        if (wrong > 3)
            break;
    }

    CHECK (wrong == 0);

    must (reader->seek (std::int64_t (whole.length()) + 100'000));
    CHECK_FALSE (reader->next());
    must (reader->seek (0));
    CHECK (reader->next()->position == 0);
}

TEST_CASE ("what is no audio is refused with a sentence")
{
    const TemporaryFolder folder;
    CHECK (mustFail (openAudio (folder / "none.mp3")).kind == Error::Kind::notFound);
    CHECK (mustFail (openAudio (folder.path())).kind == Error::Kind::unreadable);
    CHECK (mustFail (openAudio (folder.file ("empty.mp3", ""))).kind == Error::Kind::malformed);
    CHECK (mustFail (openAudio (folder.file ("text.mp3", "no audio at all\n"))).kind
           == Error::Kind::malformed);

    // A list of other files is no audio file either.
    const auto sound = writeWav (folder / "a.wav", noise (1));
    CHECK_FALSE (openAudio (
        folder.file ("list.m3u8", "#EXTM3U\n#EXTINF:1,\n" + sound.string() + "\n#EXT-X-ENDLIST\n")));
    CHECK_FALSE (openAudio (folder.file ("list.ffconcat", "ffconcat version 1.0\nfile a.wav\n")));
    CHECK_FALSE (openAudio ("http://localhost:1/a.mp3"));
}

TEST_CASE ("a file that is cut off gives what it has, and says so")
{
    const TemporaryFolder folder;

    for (const auto& codec : codecs())
    {
        if (codec.name != "FLAC" && codec.name != "AAC in M4A, for the web"
            && codec.name != "MP3 by LAME, constant")
            continue;

        INFO (codec.name);
        const auto bytes = bytesOf (encoded (codec));
        const auto reader =
            must (openAudio (folder.file ("cut" + codec.suffix, bytes.substr (0, bytes.size() / 2))));
        const auto sound = readAll (*reader);
        CHECK (sound.length() > std::size_t (seconds * 44100 * 0.4));
        REQUIRE_FALSE (reader->notices().empty());
        CHECK (reader->notices().back().message.ends_with (
            ", although the file says 0:20: it seems to be cut off."));
    }
}

TEST_CASE ("a pause between parts that were joined is no damage")
{
    const auto& codec = *std::ranges::find (codecs(), "AAC in M4A", &Codec::name);
    const auto joined = workFolder() / "joined.m4b";
    const std::vector<std::string> command { "ffmpeg",   "-v",           "error",
                                             "-nostdin", "-y",           "-stream_loop",
                                             "3",        "-i",           encoded (codec).string(),
                                             "-c",       "copy",         "-f",
                                             "ipod",     joined.string() };
    REQUIRE (run (command).exitCode == 0);
    const auto reader = must (openAudio (joined));
    CHECK (readAll (*reader).length() > std::size_t (seconds * 44100 * 3.9));
    CHECK (reader->notices().empty());

    // A seek to right before the join finds it as well.
    REQUIRE (reader->seek (std::int64_t (seconds * 44100 * 2 - 3000)));

    for (int i = 0; i < 20; ++i)
        REQUIRE (reader->next());

    CHECK (reader->notices().empty());
}

TEST_CASE ("parts that were joined begin when the file says")
{
    // Each part ends in a full frame, of which the file says that it lasts only until the next part begins.
    const auto& codec = *std::ranges::find (codecs(), "AAC in M4A", &Codec::name);
    const TemporaryFolder folder;
    const auto list = folder.file (
        "parts.ffconcat",
        "ffconcat version 1.0\n" +
            [&]
            {
                std::string parts;

                for (int i = 0; i < 5; ++i)
                    parts += "file '" + encoded (codec).string() + "'\n";

                return parts;
            }());
    const auto joined = folder / "joined.m4b";
    REQUIRE (run ({ "ffmpeg",
                    "-v",
                    "error",
                    "-nostdin",
                    "-y",
                    "-f",
                    "concat",
                    "-safe",
                    "0",
                    "-i",
                    list.string(),
                    "-c",
                    "copy",
                    "-f",
                    "ipod",
                    joined.string() })
                 .exitCode
             == 0);

    const auto reader = must (openAudio (joined));
    const auto sound = readAll (*reader);
    CHECK (reader->notices().empty());

    const auto partLength = std::size_t (seconds) * std::size_t (codec.sampleRate);
    CHECK (std::abs (std::int64_t (sound.length()) - std::int64_t (5 * partLength)) <= 2048);

    // FFmpeg does not take the encoder's lead of the first part into the list of edits: all is heard that much later.
    const auto click = clickPlaces (codec.sampleRate).at (1);
    const auto first = loudestIn (sound.channels[0], click - 2000, click + 2000);

    for (std::size_t part = 1; part < 5; ++part)
    {
        const auto due = part * partLength + first;
        const auto found = loudestIn (sound.channels[0], due - 2000, due + 2000);
        CHECK (std::abs (std::int64_t (found) - std::int64_t (due)) <= codec.tolerance);
    }
}

TEST_CASE ("what follows damage keeps its place")
{
    const TemporaryFolder folder;

    for (const auto& codec : codecs())
    {
        if (codec.name != "FLAC" && codec.name != "AAC in M4A" && codec.name != "Ogg Vorbis"
            && codec.name != "Opus in MKA")
            continue;

        INFO (codec.name);
        auto bytes = bytesOf (encoded (codec));
        Random random (3);

        for (std::size_t i = bytes.size() * 4 / 10; i < bytes.size() * 45 / 100; ++i)
            bytes[i] = char (random.below (256));

        const auto reader = must (openAudio (folder.file ("damaged" + codec.suffix, bytes)));
        const auto sound = readAll (*reader);
        CHECK_FALSE (reader->notices().empty());

        for (const auto at : clickPlaces (codec.sampleRate))
            if (at > std::size_t (0.6 * seconds * codec.sampleRate))
            {
                REQUIRE (sound.length() > at + 100);
                const auto found = loudestIn (sound.channels[0], at - 2000, at + 2000);

                // Matroska's own times, which lead on behind the damage, are whole milliseconds.
                const auto tolerance = codec.suffix == ".mka" ? codec.sampleRate / 1000 : codec.tolerance;
                CHECK (std::abs (std::int64_t (found) - std::int64_t (at)) <= tolerance);
            }
    }
}

} // namespace earmark::tests
