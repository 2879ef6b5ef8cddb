// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/SoundOutput.h"

#include "Support/Must.h"
#include "Support/Process.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <optional>
#include <thread>

// Playing for real: through a JACK server without a sound card, heard by a second client of that server.

namespace earmark
{

namespace
{

using namespace tests;
using namespace std::chrono_literals;

constexpr int rate = 48000;
constexpr std::size_t block = 256;
const auto fade = std::size_t (rate) / 200; // 5 ms

/** Waits for what another thread or program does, up to ten seconds. */
bool until (const std::function<bool()>& isDone)
{
    for (int i = 0; i < 500 && ! isDone(); ++i)
        std::this_thread::sleep_for (20ms);

    return isDone();
}

/** A server of this test's own; programs find it by its name in the environment. */
class JackServer
{
public:
    JackServer()
    {
#if ! JUCE_JACK
        SKIP ("built without JACK's headers");
#endif
        need ("jackd");
        const auto name = "earmark-" + std::to_string (juce::Random::getSystemRandom().nextInt (1 << 30));
        ::setenv ("JACK_DEFAULT_SERVER", name.c_str(), 1);
        ::setenv ("JACK_NO_AUDIO_RESERVATION", "1", 1);
        ::setenv ("JACK_NO_START_SERVER", "1", 1);
        REQUIRE (process.start (juce::StringArray { "jackd",
                                                    "--name",
                                                    name.c_str(),
                                                    "--no-realtime",
                                                    "--timeout", // before a client that is late is put out
                                                    "10000",
                                                    "-d",
                                                    "dummy",
                                                    "-r",
                                                    juce::String (rate),
                                                    "-p",
                                                    juce::String (block) }));
        REQUIRE (until (
            []
            {
                const std::unique_ptr<juce::AudioIODeviceType> type (
                    juce::AudioIODeviceType::createAudioIODeviceType_JACK());
                type->scanForDevices();
                return type->getDeviceNames (false).contains ("system");
            }));
    }

    ~JackServer() { process.kill(); }

private:
    juce::ChildProcess process;
};

/** A client that keeps what it hears of another one, on the left. */
class Listener final : private juce::AudioIODeviceCallback
{
public:
    explicit Listener (const juce::String& client) : heard (rate * 60)
    {
        const std::unique_ptr<juce::AudioIODeviceType> type (
            juce::AudioIODeviceType::createAudioIODeviceType_JACK());
        REQUIRE (type != nullptr);
        type->scanForDevices();
        device.reset (type->createDevice ("system", client)); // JUCE lists no clients of its own name alone
        REQUIRE (device != nullptr);

        juce::BigInteger left;
        left.setBit (0);
        REQUIRE (device->open (left, {}, rate, block) == juce::String());
        device->start (this);
    }

    ~Listener() override
    {
        device->stop();
        device->close();
    }

    /** What came since `from`, up to now. */
    std::vector<float> since (std::size_t from) const
    {
        return { heard.begin() + std::ptrdiff_t (from), heard.begin() + std::ptrdiff_t (count.load()) };
    }

    std::size_t now() const { return count; }

    /** How often the server came too late: what was heard then has holes. */
    int holes() const { return device->getXRunCount(); }

private:
    std::vector<float> heard;
    std::atomic<std::size_t> count = 0;
    std::unique_ptr<juce::AudioIODevice> device;

    /** In a function of its own, for tests/races.supp. */
    static void copyFromServer (const float* port, std::size_t n, std::vector<float>::iterator to)
    {
        std::copy_n (port, n, to);
    }

    void audioDeviceIOCallbackWithContext (const float* const* inputs,
                                           int numInputs,
                                           float* const*,
                                           int,
                                           int frames,
                                           const juce::AudioIODeviceCallbackContext&) override
    {
        const auto at = count.load();
        const auto n = std::min (std::size_t (frames), heard.size() - at);

        if (numInputs > 0)
            copyFromServer (inputs[0], n, heard.begin() + std::ptrdiff_t (at));

        count = at + n;
    }

    void audioDeviceAboutToStart (juce::AudioIODevice*) override {}

    void audioDeviceStopped() override {}
};

struct Run
{
    std::size_t heard = 0, file = 0, length = 0; ///< where the same samples begin
};

/** The longest stretch of what was heard that is the file's own, sample for sample. */
Run longestRun (const std::vector<float>& heard, const std::vector<float>& file)
{
    constexpr std::size_t anchor = 32;
    Run longest;

    for (std::size_t i = 0; i + anchor < heard.size(); i += anchor)
    {
        if (i < longest.heard + longest.length)
            continue;

        const auto begin = heard.begin() + std::ptrdiff_t (i);
        const auto found = std::search (file.begin(), file.end(), begin, begin + anchor);

        if (found == file.end())
            continue;

        auto a = i, b = std::size_t (found - file.begin());

        while (a > 0 && b > 0 && heard[a - 1] == file[b - 1])
            --a, --b;

        auto n = std::size_t (0);

        while (a + n < heard.size() && b + n < file.size() && heard[a + n] == file[b + n])
            ++n;

        if (n > longest.length)
            longest = { a, b, n };
    }

    return longest;
}

/** An episode that plays through the server. */
struct Playing
{
    JackServer server;
    TemporaryFolder folder;
    Sound sound = noise (40, rate, 2, 0.3f);
    std::filesystem::path file = writeWav (folder.path() / "noise.wav", sound);
    std::unique_ptr<Player> player;
    SoundOutput output { [] {} };
    std::vector<float> samples; ///< as they were written, with 16 bits

    Playing()
    {
        REQUIRE (output.choose ("JACK: system"));
        REQUIRE (output.current() == "JACK: system");
        REQUIRE (output.sampleRate (0) == rate);
        player = std::make_unique<Player> (must (openAudio (file)), rate);
        output.start (*player, rate);
        auto reader = must (openAudio (file));
        samples = readAll (*reader).channels[0];
    }

    ~Playing() { output.stop(); }
};

} // namespace

TEST_CASE ("What is heard through a device is the file's own samples, in the device's time", "[jack]")
{
    Playing playing;
    const Listener listener ("Earmark");
    playing.player->play();
    REQUIRE (until ([&] { return listener.now() > rate; }));

    const auto before = listener.now();
    const auto from = playing.player->state().position;
    REQUIRE (until ([&] { return listener.now() > before + 2 * rate; }));
    const auto after = listener.now();
    const auto passed = playing.player->state().position - from;

    INFO ("late blocks: " << playing.player->state().dropouts);
    CHECK (std::abs (passed.seconds() * rate - double (after - before)) <= 8 * block);

    const auto run = longestRun (listener.since (0), playing.samples);
    CHECK (run.length > rate / 2);
}

TEST_CASE ("A seek is heard within a block, from the sample it asked for", "[jack]")
{
    Playing playing;
    const Listener listener ("Earmark");
    playing.player->play();
    REQUIRE (until ([&] { return playing.player->state().position > Position::fromSeconds (1); }));

    const auto land = [&] (int target) -> std::optional<Run>
    {
        const auto late = playing.player->state().dropouts;
        const auto holes = listener.holes();
        const auto mark = listener.now();
        playing.player->seek (Position::fromSeconds (target));
        REQUIRE (until ([&] { return listener.now() > mark + rate; }));
        const std::vector<float> stretch (playing.samples.begin() + target * rate,
                                          playing.samples.begin() + (target + 2) * rate);
        const auto run = longestRun (listener.since (mark), stretch);
        const auto inTime =
            playing.player->state().dropouts == late && listener.holes() == holes && run.length > rate / 4;
        return inTime ? std::optional (run) : std::nullopt;
    };

    for (const auto target : { 20, 5, 31 })
    {
        auto run = land (target);

        // A machine that is busy with other things may come too late to be heard; that is not what is asked here.
        for (int i = 0; i < 10 && ! run; ++i)
            run = land (target);

        INFO (target << " s");
        REQUIRE (run);
        CHECK (run->file <= fade + block); // what comes before fades in
    }
}

TEST_CASE ("An output that is not there is told by its name, and the one before goes on", "[jack]")
{
    const JackServer server;
    SoundOutput output ([] {});
    CHECK (std::ranges::contains (output.names(), "JACK: system"));
    const auto before = output.current();
    const auto chosen = output.choose ("JACK: nobody");
    REQUIRE_FALSE (chosen);
    CHECK (chosen.error().kind == Error::Kind::notFound);
    CHECK (chosen.error().message.contains ("JACK: nobody"));
    CHECK (output.current() == before);
}

} // namespace earmark
