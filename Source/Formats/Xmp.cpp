// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

// Markers in Adobe's XMP, as Audition and Premiere put it beside a file (developer.adobe.com/xmp/docs/XMPNamespaces/XMPDataTypes: Track,
// Marker, FrameCount, FrameRate). Times count frames of a rate, "f44100" or "f30000s1001", which the marker, its time or its track tells;
// without one they are seconds. RDF writes a property as an attribute or as an element, as it likes.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".xmp" };
constexpr std::string_view nameSpace = "http://ns.adobe.com/xmp/1.0/DynamicMedia/";

Confidence sniff (std::string_view text)
{
    const auto root = xmlRootName (text);
    return (root == "xmpmeta" || root == "xapmeta" || root == "RDF") && text.contains (nameSpace)
                   && text.contains (":markers")
               ? 95
               : 0;
}

/** An item of a list itself, or the only description inside it. */
pugi::xml_node described (pugi::xml_node item)
{
    const auto inside = childNamed (item, "Description");
    return inside ? inside : item;
}

std::string propertyOf (pugi::xml_node object, std::string_view name)
{
    if (const auto attribute = attributeOf (object, name); ! attribute.empty())
        return std::string (attribute);

    return collapseSpaces (textIn (childNamed (object, name)));
}

/** Frames of `rate` / `basis` a second. */
struct FrameRate
{
    std::int64_t rate = 1, basis = 1;
};

/** "f44100", "f30000s1001". */
std::optional<FrameRate> rateIn (std::string_view text)
{
    if (! text.starts_with ('f'))
        return {};

    const auto s = text.find ('s');
    const auto rate = parseInteger (text.substr (1, s == std::string_view::npos ? s : s - 1));
    const auto basis =
        s == std::string_view::npos ? std::optional<std::int64_t> (1) : parseInteger (text.substr (s + 1));
    constexpr std::int64_t largest = 1'000'000'000'000; // Premiere counts 254016000000 a second
    return rate && basis && *rate > 0 && *rate <= largest && *basis > 0 && *basis <= largest
               ? std::optional (FrameRate { *rate, *basis })
               : std::nullopt;
}

/** Of a marker or track; seconds where it tells none. */
std::optional<FrameRate> rateOf (pugi::xml_node object, std::optional<FrameRate> usual)
{
    const auto written = propertyOf (object, "frameRate");
    return written.empty() ? usual : rateIn (written);
}

std::optional<Duration> durationOf (std::int64_t count, FrameRate rate)
{
    if (count > std::numeric_limits<std::int64_t>::max() / rate.basis)
        return {};

    auto units = count * rate.basis, perSecond = rate.rate;

    // Finer than a nanosecond is nothing that counts.
    for (constexpr std::int64_t finest = 4'000'000'000; perSecond > finest; perSecond /= 2)
        units /= 2;

    return fromUnits (units, perSecond);
}

/** "88200", "88200f44100". */
std::optional<Duration> timeIn (std::string_view text, std::optional<FrameRate> usual)
{
    const auto f = std::min (text.find ('f'), text.size());
    const auto count = parseInteger (text.substr (0, f));
    const auto rate = f == text.size() ? usual : rateIn (text.substr (f));
    return count && rate && *count >= 0 ? durationOf (*count, *rate) : std::nullopt;
}

class Markers
{
public:
    Markers (const XmlDocument& x, Gathering& g) : xml (x), gathering (g) {}

    void take (pugi::xml_node list)
    {
        // tracks / Bag / li / Description, or without the last.
        auto track = list.parent();
        const auto rate = rateOf (track, FrameRate {});
        const auto type = propertyOf (track, "trackType");

        // A Seq has the items; each marker is of one list alone, also in a document that puts one into another.
        for (const auto sequence : list.children())
            for (const auto item : sequence.children())
                if (const auto marker = described (item);
                    localName (item) == "li"
                    && (! propertyOf (marker, "startTime").empty() || ! propertyOf (marker, "name").empty()))
                    takeMarker (marker, rate, type);
    }

    void finish() const
    {
        gathering.ignoreMany (
            spoken, "{} word or sentence of a transcript.", "{} words or sentences of a transcript.");
    }

private:
    const XmlDocument& xml;
    Gathering& gathering;
    std::size_t spoken = 0;

    void
    takeMarker (pugi::xml_node marker, std::optional<FrameRate> rateOfTrack, const std::string& typeOfTrack)
    {
        const auto type = propertyOf (marker, "type");

        if ((type.empty() ? typeOfTrack : type) == "Speech")
        {
            ++spoken;
            return;
        }

        const auto rate = rateOf (marker, rateOfTrack);
        const auto written = propertyOf (marker, "startTime");
        const auto start = timeIn (written.empty() ? "0" : written, rate);

        if (! start)
        {
            gathering.warn ("The marker has no usable time; it was left out.", xml.placeOf (marker));
            return;
        }

        Chapter chapter { .start = Position (*start),
                          .title = propertyOf (marker, "name"),
                          .summary = propertyOf (marker, "comment") };

        if (chapter.title.empty())
            std::swap (chapter.title, chapter.summary);

        if (const auto length = timeIn (propertyOf (marker, "duration"), rate);
            length && *length > Duration())
            chapter.end = Position (*start + *length);

        if (auto url = propertyOf (marker, "location"); ! url.empty())
            chapter.link = Link { .url = std::move (url), .text = {} };

        gathering.add (std::move (chapter), xml.placeOf (marker));
    }
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    Markers markers (*xml, gathering);

    for (const auto list : descendantsNamed (xml->root(), "markers"))
        markers.take (list);

    markers.finish();
    return std::move (gathering).finish ("It holds no markers with a time.");
}

} // namespace

extern const ChapterFormat xmpFormat;

constexpr ChapterFormat xmpFormat {
    .id = "xmp",
    .name = "XMP markers",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .links = true,
                      .stepsPerSecond = 1'000'000'000 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
