// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Oddities.h"

#include "Support/Chapters.h"
#include "Support/Outlines.h"

namespace earmark::tests
{

std::vector<std::string> oddDocuments()
{
    return {
        "09:00 Welcome\n10:30 The gauge\n12:00 Letters\n13:30 Songs\n",
        "20:01:15 Welcome\n20:15:40 The gauge\n20:31:10 Letters\n",
        "02.15 Fog\n04.30 Tide\n06.45 Songs\n",
        "0:00 Fog\n1:00 Tide\n2:00 Songs\n\n\n0:00 Gauge\n1:30 Glass\n2:30 Bar\n",
        "# [The Tide](https://example.org/t)\n\n0:00 [Fog](https://example.org/a) "
        "[Bar](https://example.org/b)\n"
        "1:00 ![A gauge](https://example.org/p.png) Glass\n",
        "---\ntitle: Tide\ndate: 2026-01-02\n---\n0:00 Fog\n1:00 Songs\n",
        "0:00 en:Fog\n1:00 en:Tide\n",
        "0:00 \u2013 1:30 Fog\n1:00 \u2013 2:00 Tide\n",
        "5:00 Fog\n3:00 Tide\n4:00 Songs\n2:00 Bar\n3:10 Glass\n1:00 Gauge\n",
        std::string ("0:00 Fog\n\0\1\2", 12),
        std::string ("0\0:\0000\0000\0 \0F\0\n\0001\0:\0000\0000\0 \0T\0\n\0", 28),
        " \n ",
        std::string (5000, '['),
        "[" + std::string (400, '9') + "]",
        "<chapters>" + std::string (5000, '\n') + "<a><a><a>",
        R"({"earmark":1,"chapters":[1]})",
        R"({"earmark":99,"chapters":[{"start_ms":0}]})",
        R"({"earmark":1,"chapters":{}})",
        R"({"earmark":1,"chapters":[{"start_ms":"x"}]})",
        R"({"earmark":1,"chapters":[{"start_ms":-1}]})",
        R"({"earmark":1,"chapters":[{"start_ms":0,"title":1}]})",
        R"({"earmark":1,"chapters":[{"start_ms":0,"hidden":1}]})",
        R"({"earmark":1,"chapters":[{"start_ms":0,"kind":"x"}]})",
        R"({"earmark":1,"chapters":[{"start_ms":0,"url_text":"x"}]})",
        R"({"earmark":1,"chapters":[{"start_ms":0,"image":"data:image/png;base64,*"}]})",
        R"({"earmark":1,"episode":[],"chapters":[{"start_ms":0}]})",
        R"({"earmark":1,"audio":1,"chapters":[{"start_ms":0}]})",
        R"({"earmark":1,"audio":{"path":"a.wav"},"chapters":[{"start_ms":0}]})",
        ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nEND=5\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=999\n"
        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=1999\n[CHAPTER]\nTIMEBASE=1/"
        "1000\nSTART=2000\nEND=2999\n",
        "<fcpxml><project name=\"One\"><marker start=\"1s\" value=\"Fog\"/></project>"
        "<project name=\"Two\"><marker start=\"2s\" value=\"Tide\"/></project></fcpxml>",
        "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Fog\nCHAPTER01COLOUR=red\nCHAPTER02=00:01:00.000\n",
        "1\n00:00:00,000 --> 00:00:02,000\nFog\n\n2\n00:01:00,000 --> 00:01:02,000\nTide\n\n"
        "3\n00:02:00,000 --> 00:02:02,000\nSongs\n",
        "0\t0\tFog\n\\\t1\t2\n1\t1\tTide\n\\\t1\t2\n99999999\t99999999\tGauge\n",
        "SESSION NAME:\tTide\nTIMECODE FORMAT:\t17 Frame\n",
    };
}

Outline richOutline()
{
    auto outline = outlineOf ({ chapter ("0:00.0001", "0:30", "Say \"either | or\""),
                                chapter ("0:40", "The gauge"),
                                chapter ("0:41", "A note to myself") });
    auto& first = outline.chapters[0];
    first.summary = "A summary";
    first.points = { "A point" };
    first.link = Link { "https://example.org", "Read on" };
    first.image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("x") };
    first.inContents = false;
    first.level = 1;
    first.kind = Chapter::Kind::adBreak;
    outline.chapters[2].kind = Chapter::Kind::note;
    outline.episode = { .show = "Harbour Lights",
                        .title = "The Tide",
                        .number = "12",
                        .date = "2026-01-02",
                        .author = "Quist",
                        .description = "Of tides",
                        .cover = LinkedImage { "https://example.org/cover.png" } };
    return outline;
}

Outline twice (Outline outline)
{
    const auto once = outline.chapters;

    for (auto chapter : once)
    {
        chapter.start = chapter.start + lasting ("1:00.0002");
        chapter.end = {};

        if (outline.chapters.size() % 3 == 0)
            chapter.end = chapter.start + lasting ("1");

        outline.chapters.push_back (std::move (chapter));
    }

    return outline;
}

Outline manyChapters()
{
    Outline outline;

    for (int i = 0; i < 256; ++i)
        outline.chapters.push_back ({ .start = Position::fromSeconds (i), .title = "t" });

    return outline;
}

Outline brokenOutline()
{
    auto outline = outlineOf ({ chapter ("0:03", "0:09", std::string (130, 'x')),
                                chapter ("0:05", "0:04", "It ends at dawn"),
                                chapter ("0:05", "A place of its own"),
                                chapter ("0:06"),
                                chapter ("0:07", "Links"),
                                chapter ("9:00", "Beyond the end"),
                                chapter ("9:00", "12:00", "The end") });
    outline.chapters[4].link = Link { "example", {} };
    outline.chapters[4].image = LinkedImage { "https://example.org/a.png" };
    outline.chapters[4].inContents = false;
    outline.chapters[5].link = Link { "https://example.org/" + std::string (300, 'a'), {} };
    return outline;
}

} // namespace earmark::tests
