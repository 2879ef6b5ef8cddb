// SPDX-License-Identifier: AGPL-3.0-or-later

// Preloaded into a writer by inject_faults.py: lets the call number EARMARK_FAIL_AT of those below fail with the error
// EARMARK_FAIL_WITH, and tells in the file EARMARK_FAULT_LOG which one it was, or how many there were.

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace
{

int numberFrom (const char* name)
{
    const auto* text = std::getenv (name);
    return text == nullptr ? 0 : std::atoi (text);
}

void report (const char* what, int number)
{
    const auto* path = std::getenv ("EARMARK_FAULT_LOG");

    if (path == nullptr)
        return;

    if (auto* log = std::fopen (path, "w"))
    {
        std::fprintf (log, "%s %d\n", what, number);
        std::fclose (log);
    }
}

/** Counts from the first call on, and reports the total when the process ends. */
struct Counter
{
    int calls = 0;
    bool failed = false;

    ~Counter()
    {
        if (! failed)
            report ("calls", calls);
    }

    /** Whether this call is the one that fails; sets errno then. */
    bool fails (const char* what)
    {
        if (++calls != numberFrom ("EARMARK_FAIL_AT"))
            return false;

        failed = true;
        report (what, calls);
        errno = numberFrom ("EARMARK_FAIL_WITH");
        return true;
    }
};

Counter& counter()
{
    static Counter instance;
    return instance;
}

template <class Function>
Function real (const char* name)
{
    return reinterpret_cast<Function> (::dlsym (RTLD_NEXT, name));
}

} // namespace

#define EARMARK_INTERPOSE(result, name, parameters, arguments, failureValue)                                 \
    extern "C" __attribute__ ((visibility ("default"))) result name parameters                               \
    {                                                                                                        \
        if (counter().fails (#name))                                                                         \
            return failureValue;                                                                             \
        static const auto function = real<result (*) parameters> (#name);                                    \
        return function arguments;                                                                           \
    }

// Both spellings: which one a program calls depends on how it was compiled.
EARMARK_INTERPOSE (ssize_t, pread, (int fd, void* into, size_t n, off_t at), (fd, into, n, at), -1)
EARMARK_INTERPOSE (ssize_t, pread64, (int fd, void* into, size_t n, off64_t at), (fd, into, n, at), -1)
EARMARK_INTERPOSE (ssize_t, pwrite, (int fd, const void* from, size_t n, off_t at), (fd, from, n, at), -1)
EARMARK_INTERPOSE (ssize_t, pwrite64, (int fd, const void* from, size_t n, off64_t at), (fd, from, n, at), -1)
EARMARK_INTERPOSE (int, fallocate, (int fd, int mode, off_t at, off_t n), (fd, mode, at, n), -1)
EARMARK_INTERPOSE (int, fallocate64, (int fd, int mode, off64_t at, off64_t n), (fd, mode, at, n), -1)
EARMARK_INTERPOSE (int, ftruncate, (int fd, off_t n), (fd, n), -1)
EARMARK_INTERPOSE (int, ftruncate64, (int fd, off64_t n), (fd, n), -1)
EARMARK_INTERPOSE (int, fsync, (int fd), (fd), -1)
EARMARK_INTERPOSE (int, fchmod, (int fd, mode_t mode), (fd, mode), -1)
EARMARK_INTERPOSE (int, fchown, (int fd, uid_t user, gid_t group), (fd, user, group), -1)
EARMARK_INTERPOSE (int, fstat, (int fd, struct stat* s), (fd, s), -1)
EARMARK_INTERPOSE (int, stat, (const char* path, struct stat* s), (path, s), -1)
EARMARK_INTERPOSE (int, access, (const char* path, int mode), (path, mode), -1)
EARMARK_INTERPOSE (
    int, linkat, (int from, const char* a, int to, const char* b, int flags), (from, a, to, b, flags), -1)
EARMARK_INTERPOSE (int, rename, (const char* from, const char* to), (from, to), -1)
EARMARK_INTERPOSE (int, flock, (int fd, int operation), (fd, operation), -1)

// open has a variable argument list.
#define EARMARK_INTERPOSE_OPEN(name)                                                                         \
    extern "C" __attribute__ ((visibility ("default"))) int name (const char* path, int flags, ...)          \
    {                                                                                                        \
        va_list arguments;                                                                                   \
        va_start (arguments, flags);                                                                         \
        const auto mode = va_arg (arguments, unsigned int);                                                  \
        va_end (arguments);                                                                                  \
        if (counter().fails (#name))                                                                         \
            return -1;                                                                                       \
        static const auto function = real<int (*) (const char*, int, ...)> (#name);                          \
        return function (path, flags, mode);                                                                 \
    }

EARMARK_INTERPOSE_OPEN (open)
EARMARK_INTERPOSE_OPEN (open64)
