// SPDX-License-Identifier: AGPL-3.0-or-later

// What any program that replaces a file durably has to do, and nothing else: copy, tell the disk to begin at once, sync,
// rename, sync the folder. No rival: the floor of this disk at this hour.
//   bare_replace FILE

#include <fcntl.h>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace
{

bool copy (int from, int to)
{
    std::vector<char> block (1u << 20);
    off64_t position = 0;

    while (const auto size = ::read (from, block.data(), block.size()))
    {
        if (size < 0 || ::write (to, block.data(), std::size_t (size)) != size)
            return false;

        ::sync_file_range (to, position, size, SYNC_FILE_RANGE_WRITE);
        position += size;
    }

    return true;
}

} // namespace

int main (int argc, char** argv)
{
    if (argc != 2)
        return 2;

    const std::filesystem::path path = argv[1];
    const auto next = path.string() + ".new";
    const auto from = ::open (path.c_str(), O_RDONLY | O_CLOEXEC);
    const auto to = ::open (next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const auto folder = ::open (path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    const auto replaced = copy (from, to) && ::fsync (to) == 0 && ::rename (next.c_str(), path.c_str()) == 0
                          && ::fsync (folder) == 0;
    return replaced ? 0 : 1;
}
