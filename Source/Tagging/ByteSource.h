// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace earmark
{

/** Bytes that can be read from any position and never change. Use one from one thread at a time. */
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    virtual std::uint64_t size() const = 0;

    /** Reads exactly `count` bytes, or fails: with Kind::malformed beyond the end, with Kind::unreadable when the disk
        does not give them. */
    virtual Result<void> read (std::uint64_t offset, char* into, std::size_t count) const = 0;

    /** As above, into a new string. */
    Result<std::string> read (std::uint64_t offset, std::size_t count) const;
};

class MemorySource final : public ByteSource
{
public:
    explicit MemorySource (std::string content) : bytes (std::move (content)) {}

    std::uint64_t size() const override { return bytes.size(); }

    using ByteSource::read;
    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override;

private:
    std::string bytes;
};

/** A file that is open for reading only. The path is resolved first, so that a symbolic link stands for its target. */
class FileSource final : public ByteSource
{
public:
    /** Fails as openError() says, and with Kind::unsupported for anything but a regular file. */
    static Result<std::shared_ptr<FileSource>> open (const std::filesystem::path&);

    /** Takes over an open descriptor of a regular file, on systems that have them; for a file that has no name yet. */
    static Result<std::shared_ptr<FileSource>> fromDescriptor (int);

    ~FileSource() override;
    FileSource (const FileSource&) = delete;
    FileSource& operator= (const FileSource&) = delete;

    std::uint64_t size() const override;
    using ByteSource::read;
    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override;

    /** Resolved; empty for a file without a name. */
    const std::filesystem::path& path() const;

    /** What SafeReplace needs of the open file; defined per operating system. */
    struct Native;

    const Native& native() const { return *state; }

private:
    explicit FileSource (std::unique_ptr<Native>);
    static Result<std::shared_ptr<FileSource>> opened (std::unique_ptr<Native>);

    std::unique_ptr<Native> state;
};

} // namespace earmark
