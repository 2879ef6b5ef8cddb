// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <unistd.h>
#include <utility>

namespace earmark
{

/** An open file; closed when it goes. */
class Descriptor
{
public:
    Descriptor() = default;

    explicit Descriptor (int opened) : number (opened) {}

    Descriptor (Descriptor&& other) noexcept : number (std::exchange (other.number, -1)) {}

    Descriptor& operator= (Descriptor&& other) noexcept
    {
        std::swap (number, other.number);
        return *this;
    }

    ~Descriptor()
    {
        if (number >= 0)
            ::close (number);
    }

    explicit operator bool() const { return number >= 0; }

    int get() const { return number; }

private:
    int number = -1;
};

} // namespace earmark
