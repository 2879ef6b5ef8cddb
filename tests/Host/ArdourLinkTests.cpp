// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/ArdourLink.h"

#include "Session/HostMarkers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <map>

namespace earmark::tests
{

namespace
{

Position at (double seconds)
{
    return Position::fromNanoseconds (std::int64_t (seconds * 1e9));
}

std::uint32_t bigEndian (std::string_view bytes)
{
    std::uint32_t value = 0;

    for (const auto c : bytes.substr (0, 4))
        value = value << 8 | static_cast<unsigned char> (c);

    return value;
}

/** What Ardour 9.8 does with the messages: markers are set, renamed and removed exactly where the playhead is. It answers to a port of its
    own, which is not heard here. */
class Ardour
{
public:
    Ardour() { socket.bindToPort (0, "127.0.0.1"); }

    int port() const { return socket.getBoundPort(); }

    std::map<std::int64_t, std::string> markers; ///< by sample
    std::int64_t playhead = 4800;
    std::int64_t tick = 1; ///< samples between the places where a marker can be
    bool isPlaying = false;
    int patience = 1'000'000; ///< messages that it takes; those after them are lost
    std::vector<std::string> heard;

    void take()
    {
        std::array<char, 1024> datagram {};

        while (socket.waitUntilReady (true, 0) == 1)
        {
            juce::String sender;
            int from = 0;
            const auto size = socket.read (datagram.data(), int (datagram.size()), false, sender, from);

            if (size <= 0)
                return;

            CHECK (size % 4 == 0);
            CHECK (sender == "127.0.0.1");

            if (patience-- > 0)
                take ({ datagram.data(), std::size_t (size) });
        }
    }

    std::string described() const
    {
        std::string all;

        for (const auto& [sample, name] : markers)
            all += name + '@' + std::to_string (sample) + ' ';

        return all;
    }

private:
    juce::DatagramSocket socket { false };

    void take (std::string_view bytes)
    {
        const std::string address (bytes.data());
        const auto types = bytes.substr ((address.size() / 4 + 1) * 4);
        const auto arguments = types.substr ((std::string_view (types.data()).size() / 4 + 1) * 4);
        heard.push_back (address);

        if (address == "/locate")
        {
            CHECK (types.starts_with (std::string_view (",ii\0", 4)));
            playhead = bigEndian (arguments);
            isPlaying = bigEndian (arguments.substr (4)) == 1;
        }
        else if (address == "/jump_seconds")
        {
            CHECK (types.starts_with (std::string_view (",f\0\0", 4)));
            CHECK_FALSE (isPlaying);
            playhead += std::llround (48000.0 * double (std::bit_cast<float> (bigEndian (arguments))));
        }
        else if (address == "/next_marker")
        {
            const auto next = markers.upper_bound (playhead);
            playhead = next != markers.end() ? next->first : 100'000'000;
        }
        else if (address == "/add_marker")
            markers[(playhead + tick / 2) / tick * tick] = arguments.data();
        else if (address == "/rename_marker" && markers.contains (playhead))
            markers[playhead] = arguments.data();
        else if (address == "/remove_marker")
            markers.erase (playhead);
        else if (address == "/transport_stop")
            isPlaying = false;
        else if (address == "/transport_play")
            isPlaying = true;
    }
};

/** The plug-in in Ardour. */
struct Inside
{
    explicit Inside (bool tells = true) : tellsRecording (tells) {}

    Ardour ardour;
    bool isRecording = false, tellsPosition = true, tellsRecording;
    ArdourLink link { { [this]
                        {
                            return HostTransport { tellsPosition ? HostTransport::Source::host
                                                                 : HostTransport::Source::nothing,
                                                   ardour.isPlaying,
                                                   isRecording,
                                                   Position (Duration::fromSamples (ardour.playhead, 48000)),
                                                   tellsRecording };
                        },
                        [] { return 48000.0; } },
                      ardour.port() };

    Result<std::vector<MarkerLink>> push (const Document& document, const std::vector<MarkerLink>& links)
    {
        std::vector<HostMarker> there;

        for (const auto& each : links)
            there.push_back (each.marker);

        std::optional<Result<std::vector<MarkerLink>>> result;
        link.link().carryOut (planMarkers (document, links, there, false, {}),
                              [&] (Result<std::vector<MarkerLink>> r) { result = std::move (r); });

        for (int i = 0; i < 100'000 && ! result; ++i)
        {
            ardour.take();
            link.tick();
        }

        REQUIRE (result);
        ardour.take();
        return *result;
    }
};

Document chaptersAt (std::initializer_list<std::pair<double, const char*>> all)
{
    Outline outline;

    for (const auto& [start, title] : all)
    {
        Chapter chapter;
        chapter.start = at (start);
        chapter.title = title;
        outline.chapters.push_back (chapter);
    }

    return makeDocument (outline);
}

} // namespace

TEST_CASE ("Messages are as Open Sound Control has them", "[plugin][ardour]")
{
    CHECK (OscMessage { "/locate", { 96000, 0 } }.bytes()
           == std::string ("/locate\0,ii\0\0\1\x77\0\0\0\0\0", 20));
    CHECK (OscMessage { "/add_marker", { "Caf\u00e9" } }.bytes()
           == std::string ("/add_marker\0,s\0\0Caf\xC3\xA9\0\0\0", 24));
    CHECK (OscMessage { "/a", { "four" } }.bytes() == std::string ("/a\0\0,s\0\0four\0\0\0\0", 16));
    CHECK (OscMessage { "/transport_play", {} }.bytes() == std::string ("/transport_play\0,\0\0\0", 20));
    CHECK (OscMessage { "/a", { std::string ("x\0y", 3) } }.bytes()
           == std::string ("/a\0\0,s\0\0x\0\0\0", 12));
    CHECK (OscMessage { "/jump_seconds", { 0.5f } }.bytes()
           == std::string ("/jump_seconds\0\0\0,f\0\0\x3F\0\0\0", 24));
    CHECK (OscMessage { "/a", { -1 } }.bytes() == std::string ("/a\0\0,i\0\0\xFF\xFF\xFF\xFF", 12));
}

TEST_CASE ("Ardour gets markers one after the other, and its playhead back", "[plugin][ardour]")
{
    Inside in;
    const auto document = chaptersAt ({ { 0, "Welcome" }, { 12.5, "Tides" }, { 60, "Goodbye" } });
    const auto first = in.push (document, {});
    REQUIRE (first);
    CHECK (first->size() == 3);
    CHECK (in.ardour.described() == "Welcome@0 Tides@600000 Goodbye@2880000 ");
    CHECK (in.ardour.playhead == 4800);
    CHECK_FALSE (in.ardour.isPlaying);

    // Moved, renamed, gone and new.
    auto changed = chaptersAt ({ { 0, "Hello" }, { 15, "Tides" }, { 70, "New" } });
    changed.outline.chapters[2].id = ChapterId (9);
    const auto second = in.push (changed, *first);
    REQUIRE (second);
    CHECK (in.ardour.described() == "Hello@0 Tides@720000 New@3360000 ");
    CHECK (second->size() == 3);
}

TEST_CASE ("Ardour's markers are found where it has rounded them to a beat", "[plugin][ardour]")
{
    Inside in;
    in.ardour.tick = 25;
    const auto first =
        in.push (chaptersAt ({ { 0, "Welcome" }, { 3.0001, "Tides" }, { 60.00025, "Goodbye" } }), {});
    REQUIRE (first);
    CHECK (in.ardour.described() == "Welcome@0 Tides@144000 Goodbye@2880000 ");

    auto changed = chaptersAt ({ { 0, "Hello" }, { 3.0001, "The tides" }, { 70, "New" } });
    changed.outline.chapters[2].id = ChapterId (9);
    REQUIRE (in.push (changed, *first));
    CHECK (in.ardour.described() == "Hello@0 The tides@144000 New@3360000 ");
}

TEST_CASE ("What was moved away in Ardour by hand is set anew, and left where it is now", "[plugin][ardour]")
{
    Inside in;
    const auto first = in.push (chaptersAt ({ { 3, "A" }, { 5, "B" }, { 8, "C" } }), {});
    REQUIRE (first);
    in.ardour.markers = { { 400'000, "mine" } };
    const auto second = in.push (chaptersAt ({ { 3, "Renamed" }, { 6, "B" }, { 8, "C" } }), *first);
    REQUIRE (second);
    CHECK (second->size() == 3);
    CHECK (in.ardour.described() == "Renamed@144000 B@288000 mine@400000 ");
}

TEST_CASE ("A playhead that stands at the first chapter is no answer", "[plugin][ardour]")
{
    Inside in;
    in.ardour.playhead = 144'000;
    in.ardour.patience = 0;
    CHECK_FALSE (in.push (chaptersAt ({ { 3, "A" } }), {}));
    in.ardour.patience = 100;
    REQUIRE (in.push (chaptersAt ({ { 3, "A" } }), {}));
    CHECK (in.ardour.described() == "A@144000 ");
    CHECK (in.ardour.playhead == 144'000);
}

TEST_CASE ("An Ardour that does not listen, tells no position, plays or records is left alone",
           "[plugin][ardour]")
{
    Inside in;
    const auto document = chaptersAt ({ { 3, "A" } });
    in.ardour.patience = 0;
    auto result = in.push (document, {});
    REQUIRE_FALSE (result);
    CHECK (result.error().message.contains ("Control Surfaces"));

    in.ardour.patience = 100;
    in.tellsPosition = false;
    CHECK_FALSE (in.push (document, {}));
    CHECK (in.ardour.markers.empty());

    in.ardour.heard.clear();
    in.tellsPosition = in.isRecording = true;
    result = in.push (document, {});
    REQUIRE_FALSE (result);
    CHECK (result.error().message.starts_with ("Ardour records"));
    CHECK (in.ardour.heard.empty());

    in.isRecording = false;
    in.ardour.isPlaying = true;
    result = in.push (document, {});
    REQUIRE_FALSE (result);
    CHECK (result.error().message.starts_with ("Ardour plays"));
    CHECK (in.ardour.heard.empty());

    in.ardour.isPlaying = false;
    CHECK (in.push (document, {}));
    CHECK (in.ardour.described() == "A@144000 ");
}

TEST_CASE ("What an Ardour that went away did not take is made good the next time", "[plugin][ardour]")
{
    Inside in;
    const auto first = in.push (chaptersAt ({ { 3, "A" }, { 5, "B" } }), {});
    REQUIRE (first);
    const auto changed = chaptersAt ({ { 4, "A" }, { 6, "B" } });
    in.ardour.patience = GENERATE (5, 7); // A is removed; and set anew
    const auto second = in.push (changed, *first);
    REQUIRE (second);
    in.ardour.patience = 1'000;
    REQUIRE (in.push (changed, *second));
    CHECK (in.ardour.described() == "A@192000 B@288000 ");
}

TEST_CASE ("Who presses play while markers are set is not stopped", "[plugin][ardour]")
{
    Inside in;
    std::optional<Result<std::vector<MarkerLink>>> result;
    const auto document = chaptersAt ({ { 3, "A" }, { 5, "B" } });
    in.link.link().carryOut (planMarkers (document, {}, {}, false, {}),
                             [&] (Result<std::vector<MarkerLink>> r) { result = std::move (r); });

    while (in.ardour.markers.empty())
    {
        in.ardour.take();
        in.link.tick();
    }

    in.ardour.isPlaying = true;
    in.link.tick();
    in.ardour.take();
    CHECK (in.ardour.isPlaying);
    REQUIRE (result);
    REQUIRE (*result);
    REQUIRE ((*result)->size() == 1);

    in.ardour.isPlaying = false;
    REQUIRE (in.push (document, **result));
    CHECK (in.ardour.described() == "A@144000 B@240000 ");
}

TEST_CASE ("Markers go where no single message leads, as in a session that begins at the time of day",
           "[plugin][ardour]")
{
    Inside in;
    in.ardour.playhead = 48000ll * 75'000;
    const auto first = in.push (chaptersAt ({ { 3, "A" }, { 72'000.5, "Doors" }, { 80'000, "Show" } }), {});
    REQUIRE (first);
    CHECK (in.ardour.described() == "A@144000 Doors@3456024000 Show@3840000000 ");
    CHECK (in.ardour.playhead == 48000ll * 75'000);

    REQUIRE (in.push (chaptersAt ({ { 3, "A" }, { 72'000.5, "House" }, { 79'000, "Show" } }), *first));
    CHECK (in.ardour.described() == "A@144000 House@3456024000 Show@3792000000 ");
}

TEST_CASE ("The LV2 says what it is not told", "[plugin][ardour]")
{
    CHECK (Inside (true).link.link().lacks.size() == 1);
    REQUIRE (Inside (false).link.link().lacks.size() == 2);
}

TEST_CASE ("Ardour's playhead goes where the window says, and plays on", "[plugin][ardour]")
{
    Inside in;
    in.ardour.isPlaying = true;
    REQUIRE (in.link.link().jump (at (2)));
    in.ardour.take();
    CHECK (in.ardour.playhead == 96000);
    CHECK (in.ardour.isPlaying);
    in.link.link().pause();
    in.ardour.take();
    CHECK_FALSE (in.ardour.isPlaying);
    CHECK_FALSE (in.link.link().jump (at (1e6))); // beyond what a message can hold
    in.ardour.take();
    CHECK (in.ardour.playhead == 96000);
    in.link.link().play();
    in.ardour.take();
    CHECK (in.ardour.isPlaying);
    CHECK (in.link.link().markers == nullptr);
}

} // namespace earmark::tests
