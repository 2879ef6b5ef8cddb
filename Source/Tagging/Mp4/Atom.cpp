// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Atom.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/TagsBehind.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::mp4
{

namespace
{

/** The atoms on the way to what Earmark reads or changes, and how many bytes precede their children. */
struct ParentType
{
    std::string_view type;
    std::size_t prefix;
};

constexpr std::array parentTypes {
    ParentType { "moov", 0 }, ParentType { "trak", 0 }, ParentType { "mdia", 0 },
    ParentType { "minf", 0 }, ParentType { "stbl", 0 }, ParentType { "tref", 0 },
    ParentType { "edts", 0 }, ParentType { "udta", 0 }, ParentType { "ilst", 0 },
};

constexpr int deepest = 16;

/** Apple's meta is a full atom, QuickTime's is not: the handler that must come first tells. */
std::size_t metaPrefix (std::string_view payload)
{
    return payload.size() >= 8 && payload.substr (4, 4) == "hdlr" ? 0 : 4;
}

/** What no audio depends on, or what may be written in ways that Earmark does not know. */
bool mayStayAsBytes (std::string_view type)
{
    return type == "udta" || type == "meta" || type == "ilst" || type == "edts";
}

std::string printable (std::string_view type)
{
    std::string text;

    for (const char c : type)
        text += c >= 0x20 && c < 0x7F ? c : '?';

    return text;
}

std::unexpected<Error> overrun (std::string_view type, std::uint64_t at)
{
    return failure (
        Error::Kind::malformed,
        std::format ("Its atom '{}' is longer than what holds it: the file is cut off or damaged.",
                     printable (type)),
        Place::atByte (at));
}

Result<Atom> parse (std::string_view bytes, std::uint64_t fileOffset, int depth);

Result<void> parseChildren (Atom& atom, std::string_view bytes, std::uint64_t fileOffset, int depth)
{
    std::size_t at = 0;

    while (at + 8 <= bytes.size())
    {
        const std::uint64_t small = bytes::u32 (bytes, at);
        const auto type = bytes.substr (at + 4, 4);

        // QuickTime may end user data with a zero; a zero size would else mean "to the end", which only top-level atoms have.
        if (small == 0)
            break;

        const bool longHeader = small == 1 && at + 16 <= bytes.size();
        const auto size = longHeader ? bytes::u64 (bytes, at + 8) : small;

        if (size < (longHeader ? 16u : 8u) || size > bytes.size() - at)
            return overrun (type, fileOffset + at);

        auto child = parse (bytes.substr (at, std::size_t (size)), fileOffset + at, depth + 1);

        if (! child)
            return std::unexpected (child.error());

        atom.children.push_back (std::move (*child));
        at += std::size_t (size);
    }

    atom.tail = bytes.substr (at);
    return {};
}

Result<Atom> parse (std::string_view bytes, std::uint64_t fileOffset, int depth)
{
    Atom atom { .type = std::string (bytes.substr (4, 4)) };
    atom.longHeader = bytes::u32 (bytes, 0) == 1;
    const auto headerSize = atom.longHeader ? 16u : 8u;
    const auto payload = bytes.substr (headerSize);

    const auto known = std::ranges::find (parentTypes, std::string_view (atom.type), &ParentType::type);
    const bool isMeta = atom.type == "meta" && payload.size() >= 8;

    if ((known == parentTypes.end() && ! isMeta) || depth > deepest)
    {
        atom.payload = payload;
        return atom;
    }

    const auto prefix = isMeta ? metaPrefix (payload) : known->prefix;
    atom.isParent = true;
    atom.payload = payload.substr (0, prefix);

    if (const auto done =
            parseChildren (atom, payload.substr (prefix), fileOffset + headerSize + prefix, depth);
        done)
        return atom;
    else if (! mayStayAsBytes (atom.type))
        return std::unexpected (done.error());

    // What Earmark cannot follow is somebody's all the same.
    return Atom { .type = atom.type, .payload = std::string (payload), .longHeader = atom.longHeader };
}

} // namespace

Result<std::vector<Span>> topLevelAtoms (const ByteSource& source)
{
    std::vector<Span> atoms;

    // Real files have a handful; a damaged one could yield millions of tiny ones.
    constexpr std::size_t most = 100'000;

    // What looks like a tag is one only where an atom ends: anything may stand in the audio.
    const auto tags = id3::beginOfTagsBehind (source);

    for (std::uint64_t at = 0; at < source.size() && (at != tags || atoms.empty());)
    {
        if (source.size() - at < 8 || atoms.size() == most)
            return failure (Error::Kind::malformed,
                            "It ends inside an atom: the file is cut off or damaged.",
                            Place::atByte (at));

        const auto header = source.read (at, std::size_t (std::min<std::uint64_t> (16, source.size() - at)));

        if (! header)
            return std::unexpected (header.error());

        Span atom { .type = header->substr (4, 4), .offset = at, .size = bytes::u32 (*header, 0) };

        if (atom.size == 0)
        {
            atom.size = source.size() - at;
            atom.toEnd = true;
        }
        else if (atom.size == 1)
        {
            atom.headerSize = 16;
            atom.size = header->size() == 16 ? bytes::u64 (*header, 8) : 0;
        }

        if (atom.size < atom.headerSize || atom.size > source.size() - at)
            return overrun (atom.type, at);

        at += atom.size;
        atoms.push_back (std::move (atom));
    }

    return atoms;
}

const Atom* Atom::find (std::string_view childType) const
{
    const auto child = std::ranges::find (children, childType, &Atom::type);
    return child == children.end() ? nullptr : &*child;
}

Atom* Atom::find (std::string_view childType)
{
    return const_cast<Atom*> (std::as_const (*this).find (childType));
}

void Atom::removeAll (std::string_view childType)
{
    std::erase_if (children, [&] (const Atom& a) { return a.type == childType; });
}

std::uint64_t Atom::size() const
{
    std::uint64_t size = (longHeader ? 16u : 8u) + payload.size() + tail.size();

    for (const auto& child : children)
        size += child.size();

    return size;
}

std::string Atom::render() const
{
    std::string bytes;
    bytes.reserve (std::size_t (size()));
    appendTo (bytes);
    return bytes;
}

void Atom::appendTo (std::string& bytes) const
{
    const auto total = size();
    bytes += bytes::big32 (longHeader ? 1 : std::uint32_t (total));
    bytes += type;

    if (longHeader)
        bytes += bytes::big64 (total);

    bytes += payload;

    for (const auto& child : children)
        child.appendTo (bytes);

    bytes += tail;
}

Atom leaf (std::string_view type, std::string payload)
{
    return { .type = std::string (type), .payload = std::move (payload) };
}

Atom fullLeaf (std::string_view type, std::uint8_t version, std::uint32_t flags, std::string_view payload)
{
    return leaf (type, bytes::big32 (std::uint32_t (version) << 24 | flags) + std::string (payload));
}

Atom parent (std::string_view type, std::vector<Atom> children)
{
    return { .type = std::string (type), .children = std::move (children), .isParent = true };
}

Result<Atom> parseAtom (std::string_view bytes, std::uint64_t fileOffset)
{
    return parse (bytes, fileOffset, 0);
}

} // namespace earmark::mp4
