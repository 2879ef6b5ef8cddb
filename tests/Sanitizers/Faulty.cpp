// SPDX-License-Identifier: AGPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <thread>

// What the sanitizers must find: a build in which they do not proves nothing. CheckFound.cmake runs each fault by its name.

namespace
{

// Volatile, so that the compiler neither sees the fault nor takes it away.
volatile int shared = 0;
volatile int largest = std::numeric_limits<int>::max();
int* volatile held = nullptr;

void race()
{
    const auto count = []
    {
        for (int i = 0; i < 1000; ++i)
            shared = shared + 1;
    };
    std::jthread other (count);
    count();
}

void overrun()
{
    held = static_cast<int*> (std::malloc (4 * sizeof (int)));
    shared = held[4 + shared];
    std::free (held);
}

void overflow()
{
    largest = largest + 1;
}

void leak()
{
    // Several, since a register may still point at the last one.
    for (int i = 0; i < 10; ++i)
    {
        held = static_cast<int*> (std::malloc (4096));
        held[0] = i;
    }

    held = nullptr;
}

} // namespace

int main (int argc, char** argv)
{
    const std::string_view fault = argc > 1 ? argv[1] : "";

    if (fault == "race")
        race();
    else if (fault == "overrun")
        overrun();
    else if (fault == "overflow")
        overflow();
    else if (fault == "leak")
        leak();

    std::puts ("Nobody minded.");
}
