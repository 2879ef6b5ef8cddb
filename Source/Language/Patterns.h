// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Language.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** A row whose sentence has placeholders, taken apart, to find a sentence that was made of it. */
class Pattern
{
public:
    /** Nothing for a row without placeholders. The row's texts must outlive it. */
    static std::optional<Pattern> of (const Translation&);

    /** What stands in the placeholders' places of this sentence, by number; nothing when it was not made of this row. A row of hardly
        any words of its own, such as "{} of {}", takes only numbers and quotations. A value that is a quotation in full ends with
        it, whatever is said inside. */
    std::optional<std::vector<std::string_view>> match (std::string_view sentence) const;

    /** Whether that value is a quotation: 'so', "so" or “so”. */
    bool isQuoted (std::size_t number) const;

    /** The other language's sentence with these values. */
    std::string say (const std::vector<std::string>& values) const;

    /** How much of a sentence it explains by itself, in bytes. */
    std::size_t weight() const { return size; }

private:
    std::vector<std::string_view> between; ///< what stands before, between and behind the placeholders
    std::vector<std::size_t> numbers;      ///< the placeholders', in the order of the English sentence
    std::string_view other;
    std::size_t letters = 0, size = 0; ///< of all texts between
};

} // namespace earmark
