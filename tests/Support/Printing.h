// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"
#include "Foundation/Timestamp.h"

#include <catch2/catch_tostring.hpp>

// How Catch2 shows our values when an assertion fails. Include it in every test that compares them.

namespace Catch
{

template <>
struct StringMaker<earmark::Duration>
{
    static std::string convert (earmark::Duration d)
    {
        return earmark::formatTime (d) + " (" + std::to_string (d.nanoseconds()) + " ns)";
    }
};

template <>
struct StringMaker<earmark::Position>
{
    static std::string convert (earmark::Position p)
    {
        return StringMaker<earmark::Duration>::convert (p.sinceStart());
    }
};

template <>
struct StringMaker<earmark::Notice>
{
    static std::string convert (const earmark::Notice& notice)
    {
        const auto* grade = notice.grade == earmark::Notice::Grade::warning ? "warning" : "ignored";
        return std::string (grade) + " at '" + earmark::describe (notice.where) + "': " + notice.message;
    }
};

template <>
struct StringMaker<earmark::Error>
{
    static std::string convert (const earmark::Error& error)
    {
        return "kind " + std::to_string (int (error.kind)) + " at '" + earmark::describe (error.where)
               + "': " + error.message;
    }
};

template <class T>
struct StringMaker<earmark::Result<T>>
{
    static std::string convert (const earmark::Result<T>& result)
    {
        return result ? "a value" : StringMaker<earmark::Error>::convert (result.error());
    }
};

} // namespace Catch
