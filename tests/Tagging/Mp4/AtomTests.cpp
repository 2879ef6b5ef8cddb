// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Atom.h"

#include "Support/MovieSamples.h"
#include "Support/Movies.h"
#include "Support/Must.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;
using mp4::Atom;

Atom parse (const std::string& bytes)
{
    return must (mp4::parseAtom (bytes, 0));
}

std::vector<mp4::Span> topOf (const std::string& bytes)
{
    return must (mp4::topLevelAtoms (MemorySource (bytes)));
}

} // namespace

TEST_CASE ("An atom that is parsed and rendered has the same bytes, whatever ffmpeg wrote")
{
    for (const auto kind : { MovieKind::audio, MovieKind::codecs, MovieKind::pictures, MovieKind::chapters })
        for (const auto& sample : movieSamples (kind))
        {
            INFO (sample.name);
            const auto bytes = bytesOf (sample.file());
            std::uint64_t end = 0;

            for (const auto& span : topOf (bytes))
            {
                CHECK (span.offset == end);
                end = span.end();

                const auto stored = bytes.substr (std::size_t (span.offset), std::size_t (span.size));
                const auto atom = parse (stored);
                CHECK (atom.render() == stored);
                CHECK (atom.size() == stored.size());
            }

            CHECK (end == bytes.size());
        }
}

TEST_CASE ("Atoms are found by their path")
{
    const auto moov =
        parse (box ("moov", box ("udta", box ("chpl", "abc") + box ("chpl", "def")) + box ("free", "")));
    REQUIRE (moov.at ("udta", "chpl") != nullptr);
    CHECK (moov.at ("udta", "chpl")->payload == "abc");
    CHECK (moov.at ("udta", "none") == nullptr);
    CHECK (moov.at ("none", "chpl") == nullptr);

    auto edited = moov;
    edited.find ("udta")->removeAll ("chpl");
    CHECK (edited.render() == box ("moov", box ("udta", "") + box ("free", "")));
}

TEST_CASE ("A 64-bit size is kept where it was")
{
    const auto wide = boxNumber (1, 4) + "udta" + boxNumber (16 + 11, 8) + box ("abcd", "xyz");
    const auto moov = box ("moov", wide);
    const auto atom = parse (moov);
    REQUIRE (atom.at ("udta", "abcd") != nullptr);
    CHECK (atom.render() == moov);
}

TEST_CASE ("The zero that QuickTime puts behind user data stays")
{
    const auto moov = box ("moov", box ("udta", box ("abcd", "x") + std::string (4, '\0')));
    CHECK (parse (moov).render() == moov);

    const auto longer = box ("moov", box ("udta", box ("abcd", "x") + std::string (12, '\0')));
    CHECK (parse (longer).render() == longer);
}

TEST_CASE ("meta is understood in both of its forms")
{
    const auto list = box ("ilst", box ("\251nam", box ("data", boxNumber (1, 4) + boxNumber (0, 4) + "T")));
    const auto handler = fullBox ("hdlr", 0, 0, std::string (20, '\0'));

    for (const auto& meta : { fullBox ("meta", 0, 0, handler + list), box ("meta", handler + list) })
    {
        const auto moov = box ("moov", box ("udta", meta));
        const auto atom = parse (moov);
        CHECK (atom.at ("udta", "meta", "ilst") != nullptr);
        CHECK (atom.render() == moov);
    }
}

TEST_CASE ("Metadata that cannot be followed stays as bytes, everything else is damage")
{
    const auto lying = boxNumber (1000, 4) + "abcd" + "x";

    for (const auto* type : { "udta", "meta" })
    {
        const auto moov = box ("moov", box (type, std::string (4, '\0') + lying) + box ("udta", lying));
        CHECK (parse (moov).render() == moov);
    }

    for (const auto* type : { "trak", "mdia", "minf", "stbl", "tref" })
    {
        const auto error = mustFail (mp4::parseAtom (box ("moov", box (type, lying)), 100));
        CHECK (error.kind == Error::Kind::malformed);
        CHECK (error.where.byte == 116);
    }
}

TEST_CASE ("Atoms nested without end are not followed without end")
{
    std::string nested = box ("udta", "");

    for (int i = 0; i < 10'000; ++i)
        nested = box ("trak", nested);

    const auto moov = box ("moov", nested);
    CHECK (parse (moov).render() == moov);
}

TEST_CASE ("Sizes that lie are told from the top level, too")
{
    const auto refusal = [] (const std::string& bytes)
    { return mustFail (mp4::topLevelAtoms (MemorySource (bytes))); };

    const auto good = box ("ftyp", "M4A ");
    CHECK (refusal (good + boxNumber (100, 4) + "mdat").kind == Error::Kind::malformed);
    CHECK (refusal (good + boxNumber (7, 4) + "mdat").kind == Error::Kind::malformed);
    CHECK (refusal (good + boxNumber (1, 4) + "mdat").kind == Error::Kind::malformed);
    CHECK (refusal (good + boxNumber (1, 4) + "mdat" + boxNumber (15, 8)).kind == Error::Kind::malformed);
    CHECK (refusal (good + boxNumber (1, 4) + "mdat" + boxNumber (~std::uint64_t (0), 8)).kind
           == Error::Kind::malformed);
    CHECK (refusal (good + "abc").kind == Error::Kind::malformed);

    const auto error = refusal (good + boxNumber (100, 4) + "mdat");
    CHECK (error.where.byte == 12);

    std::string many;

    for (int i = 0; i < 100'001; ++i)
        many += box ("free", "");

    CHECK (refusal (many).kind == Error::Kind::malformed);
}

TEST_CASE ("A size of zero runs to the end of the file")
{
    const auto atoms = topOf (box ("ftyp", "M4A ") + boxNumber (0, 4) + "mdat" + std::string (50, 'x'));
    REQUIRE (atoms.size() == 2);
    CHECK (atoms[1].toEnd);
    CHECK (atoms[1].size == 58);
    CHECK_FALSE (atoms[0].toEnd);
}

TEST_CASE ("An empty file has no atoms")
{
    CHECK (topOf ("").empty());
}

} // namespace earmark
