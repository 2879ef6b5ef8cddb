// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/FolderWaiter.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <thread>
#include <unistd.h>

namespace earmark
{

namespace
{

class Inotify final : public FolderWaiter
{
public:
    explicit Inotify (const std::filesystem::path& folder)
        : descriptor (::inotify_init1 (IN_NONBLOCK | IN_CLOEXEC))
    {
        constexpr auto events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
                                | IN_DELETE_SELF | IN_MOVE_SELF;

        if (descriptor >= 0)
            watching = ::inotify_add_watch (descriptor, folder.c_str(), events) >= 0;
    }

    ~Inotify() override
    {
        if (descriptor >= 0)
            ::close (descriptor);
    }

    Inotify (const Inotify&) = delete;
    Inotify& operator= (const Inotify&) = delete;

    void wait (std::chrono::milliseconds longest) override
    {
        if (! watching)
        {
            std::this_thread::sleep_for (longest);
            return;
        }

        pollfd waiting { .fd = descriptor, .events = POLLIN, .revents = 0 };

        if (::poll (&waiting, 1, int (longest.count())) <= 0)
            return;

        std::array<char, 16384> events;

        while (::read (descriptor, events.data(), events.size()) > 0)
        {
        }
    }

private:
    int descriptor;
    bool watching = false;
};

} // namespace

std::unique_ptr<FolderWaiter> makeFolderWaiter (const std::filesystem::path& folder)
{
    return std::make_unique<Inotify> (folder);
}

bool isBeingWritten (const std::filesystem::path& path)
{
    const auto file = ::open (path.c_str(), O_RDONLY | O_CLOEXEC);

    if (file < 0)
        return false;

    // A lease for reading is refused while anyone has the file open for writing. Who opens it for writing in the instant that we hold
    // it makes the kernel signal us: by a signal that does nothing instead of the usual one, which kills.
    ::fcntl (file, F_SETSIG, SIGURG);
    const bool isFree = ::fcntl (file, F_SETLEASE, F_RDLCK) == 0;
    const bool isBusy = ! isFree && errno == EAGAIN;

    if (isFree)
        ::fcntl (file, F_SETLEASE, F_UNLCK);

    ::close (file);
    return isBusy;
}

} // namespace earmark
