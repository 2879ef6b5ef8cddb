// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace earmark::outline
{

/** A Markdown link whose label has taken its place in the plain text, or a picture, of which nothing stays there. */
struct LinkSpan
{
    std::size_t begin = 0; ///< of the label, in the plain text
    std::size_t end = 0;
    std::string url;
    std::string title; ///< what it shows when pointed at
    std::string alt;   ///< a picture's description

    bool isPicture() const { return begin == end; }
};

/** One line of pasted text, with its outer marks taken off and understood. */
struct Line
{
    enum class Kind
    {
        blank,
        text,
        bullet,   ///< or numbered
        heading,  ///< Markdown #
        rule,     ///< a line of dashes, stars or the like, or what sets text off as code
        tableHead ///< a row above the first of a Markdown table, which parseLine does not tell from others
    };

    std::size_t number = 0; ///< from 1
    Kind kind = Kind::blank;
    std::size_t indent = 0;       ///< columns, a tab being four
    std::size_t headingLevel = 0; ///< how many #
    bool isNumbered = false;      ///< its bullet is a number, "1. "

    /** Without indent, bullet, task box, heading and quotation marks, Markdown links, escapes and character references, but
        with emphasis marks. */
    std::string content;

    std::vector<LinkSpan> links;

    /** Where the content has a bar that was escaped, "\|", and so parts no cells. */
    std::vector<std::size_t> literalBars;

    /** Whether it only parts or announces others. */
    bool saysNothing() const { return kind == Kind::blank || kind == Kind::rule || kind == Kind::tableHead; }
};

/** Never fails; linear in the length of the line. */
Line parseLine (std::string_view raw, std::size_t number);

/** Without emphasis marks (** __ and pairs of * or _ around the whole), blanks and a lone closing table bar. Back-ticks
    and quotation marks stay. */
std::string withoutEmphasis (std::string_view);

/** The content with the address of each link and picture behind its label or description, "label (address)", so that text
    keeps it. */
std::string withAddresses (const Line&);

/** The picture that is all the line holds; null otherwise. */
const LinkSpan* pictureAlone (const Line&);

} // namespace earmark::outline
