// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"
#include "Waveform/AudioReader.h"

#include <mutex>
#include <stop_token>

namespace earmark
{

/** Makes a file's PeakMap. run() works; snapshot() may be called meanwhile from any thread. The result does not depend on the
    number of threads. */
class PeakBuilder
{
public:
    explicit PeakBuilder (AudioOpener);

    struct Built
    {
        PeakMap map;
        Notices notices; ///< of all that was read
    };

    /** Returns when all is done, or soon after a stop was asked for: then with a map that is not complete. Called once.
        Fails as the opener does. `threads` counts the calling one, which works too. */
    Result<Built> run (unsigned int threads, const std::stop_token&);

    /** What there is so far. Copies some pointers under a short lock. */
    PeakMap snapshot() const;

private:
    AudioOpener opener;
    mutable std::mutex mutex;
    PeakMap map; ///< guarded by the mutex

    class Run;

    void store (std::size_t index, std::vector<Peak> finest);
};

} // namespace earmark
