# What a mistake in memory can do at most in what is handed out: end the program, where it would have been somebody else's way in.
# Earmark opens files that came from anywhere, inside hosts that hold a day's work (docs/threats.md). For optimised builds on Linux;
# a sanitizer finds the same mistakes earlier and says more, and does not go together with _FORTIFY_SOURCE. The libraries that are built from
# source are hardened along. All of it together takes 2 % more time to read a document of 300,000 lines. The test "What is handed out is
# hardened" reads it off the binaries.
if (NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR EARMARK_SANITIZE OR NOT CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$")
    set (EARMARK_HARDENED OFF)
    return()
endif()

set (EARMARK_HARDENED ON)

add_compile_options (
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 # lengths are checked where the C library copies
    -fstack-protector-strong              # a return address is not overwritten unseen
    -fstack-clash-protection              # a large array on the stack does not step over the guard page
    -D_GLIBCXX_ASSERTIONS)                # operator[], front() and their like are checked

# Jumps land where a function begins, and return to where they came from.
if (CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    add_compile_options (-fcf-protection=full)
elseif (CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
    add_compile_options (-mbranch-protection=standard)
endif()

# The table of functions is filled at the start, and then read-only.
add_link_options (LINKER:-z,relro,-z,now)

# Programs lie where nobody knows beforehand, also where the compiler does not do so by itself.
include (CheckPIESupported)
check_pie_supported()
