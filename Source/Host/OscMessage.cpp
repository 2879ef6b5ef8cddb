// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/OscMessage.h"

#include <bit>
#include <string_view>

namespace earmark
{

namespace
{

/** A zero at the end at least, and as many as make the length a multiple of four. */
std::string padded (std::string_view text)
{
    std::string bytes (text.substr (0, text.find ('\0')));
    bytes.resize ((bytes.size() / 4 + 1) * 4, '\0');
    return bytes;
}

std::string bigEndian (std::uint32_t number)
{
    std::string bytes;

    for (const int shift : { 24, 16, 8, 0 })
        bytes += char (number >> shift & 0xFF);

    return bytes;
}

} // namespace

std::string OscMessage::bytes() const
{
    std::string types = ",", values;

    for (const auto& argument : arguments)
        if (const auto* number = std::get_if<std::int32_t> (&argument))
        {
            types += 'i';
            values += bigEndian (std::uint32_t (*number));
        }
        else if (const auto* fraction = std::get_if<float> (&argument))
        {
            types += 'f';
            values += bigEndian (std::bit_cast<std::uint32_t> (*fraction));
        }
        else
        {
            types += 's';
            values += padded (std::get<std::string> (argument));
        }

    return padded (address) + padded (types) + values;
}

} // namespace earmark
