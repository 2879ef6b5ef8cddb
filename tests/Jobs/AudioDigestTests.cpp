// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/AudioDigest.h"

#include "Support/Must.h"

namespace earmark
{

using namespace tests;

TEST_CASE ("The digest of audio in pieces is that of the pieces put together")
{
    const auto digest = [] (std::string text, const std::vector<Extent>& media)
    { return must (digestOf (MemorySource (std::move (text)), media)); };

    // The examples of FIPS 180-4.
    CHECK (digest ("", {}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK (digest ("abc", { { 0, 3 } })
           == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK (digest (std::string (3'000'000, 'a'), { { 7, 400'000 }, { 1'000'000, 0 }, { 2'000'000, 600'000 } })
           == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK (digest ("xbycz", { { 0, 0 }, { 3, 1 }, { 1, 1 } }) == digest ("cb", { { 0, 2 } }));
}

TEST_CASE ("A digest that takes long can be given up")
{
    int asked = 0;
    const auto digest = digestOf (
        MemorySource (std::string (5'000'000, 'a')), { { 0, 5'000'000 } }, [&] { return ++asked < 3; });
    CHECK (mustFail (digest).kind == Error::Kind::conflict);
    CHECK (asked == 3);
}

TEST_CASE ("Audio that cannot be read has no digest")
{
    CHECK (mustFail (digestOf (MemorySource ("abc"), { { 1, 3 } })).kind == Error::Kind::malformed);
}

} // namespace earmark
