// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Sound.h"

#include "Foundation/File.h"
#include "Tagging/TaggedFile.h"
#include "Waveform/Excerpt.h"
#include "Waveform/Onsets.h"
#include "Waveform/PeakCache.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** Calls back on the message thread, if the answer is still wanted then. */
template <class Function>
void answer (const std::weak_ptr<int>& wanted, Function function)
{
    juce::MessageManager::callAsync (
        [wanted, function = std::move (function)]() mutable
        {
            if (! wanted.expired())
                function();
        });
}

MediaInfo infoOf (const std::string& path, const AudioInfo& audio)
{
    const auto file = pathFromUtf8 (path);
    MediaInfo info { .path = path,
                     .name = toUtf8 (file.filename()),
                     .length = Duration::fromSamples (audio.statedLength, audio.sampleRate),
                     .sampleRate = audio.sampleRate,
                     .channels = audio.channels,
                     .codec = audio.codec,
                     .chapters = {} };

    if (auto tagged = readTaggedFile (file))
        info.chapters = std::move (tagged->outline);

    return info;
}

} // namespace

Sound::Sound() : out ([this] { reattach(); }) {}

Sound::~Sound()
{
    close();
}

void Sound::close()
{
    stopTimer();
    wanted = std::make_shared<int>();
    loader = {};
    worker = {};
    builder.reset();
    detach();
    player.reset();
    path.clear();

    const std::scoped_lock lock (mutex);
    jobs.clear();
}

void Sound::load (const std::string& file, Opened opened, Peaks peaks)
{
    close();
    path = file;
    onPeaks = std::move (peaks);
    const auto reader = [file] { return openAudio (pathFromUtf8 (file)); };
    builder = std::make_shared<PeakBuilder> (reader);
    const std::weak_ptr<int> token = wanted;

    loader = std::jthread (
        [this, file, token, opened = std::move (opened), made = builder, reader] (
            const std::stop_token& stop) mutable
        {
            auto audio = reader();

            if (! audio)
            {
                answer (token,
                        [opened = std::move (opened), error = audio.error()]
                        { opened (std::unexpected (error)); });
                return;
            }

            answer (token,
                    [this, opened = std::move (opened), info = infoOf (file, (*audio)->info())]() mutable
                    {
                        fileRate = info.sampleRate;
                        opened (std::move (info));
                        startTimer (120);
                    });
            makePeaks (stop, made, token);
        });

    worker = std::jthread ([this, file] (const std::stop_token& stop) { work (stop, file); });
}

void Sound::makePeaks (const std::stop_token& stop,
                       const std::shared_ptr<PeakBuilder>& made,
                       const std::weak_ptr<int>& token)
{
    const auto cache = PeakCache::ofUser();
    const auto key = PeakCache::keyOf (pathFromUtf8 (path));
    auto map = key ? cache.find (*key) : std::nullopt;

    if (! map)
    {
        // One core is left for the window and the sound.
        const auto threads = std::max (1u, std::thread::hardware_concurrency() - 1);
        auto built = made->run (threads, stop);

        if (! built || stop.stop_requested())
            return;

        map = std::move (built->map);

        if (key)
            cache.store (*key, *map);
    }

    answer (token,
            [this, peaks = std::move (*map)]
            {
                stopTimer();
                builder.reset();
                onPeaks (peaks, pausesIn (peaks));
            });
}

void Sound::timerCallback()
{
    if (builder != nullptr)
        onPeaks (builder->snapshot(), {});
}

//======================================================================================================
void Sound::work (const std::stop_token& stop, const std::string& file)
{
    std::unique_ptr<AudioReader> reader;

    while (true)
    {
        Job job;

        {
            std::unique_lock lock (mutex);

            if (! jobArrived.wait (lock, stop, [this] { return ! jobs.empty(); }))
                return;

            job = std::move (jobs.front());
            jobs.pop_front();
        }

        if (reader == nullptr)
            if (auto opened = openAudio (pathFromUtf8 (file)))
                reader = std::move (*opened);

        if (reader != nullptr)
            job.work (*reader);
    }
}

void Sound::push (Job job)
{
    {
        const std::scoped_lock lock (mutex);

        // Samples are for what is on the screen now.
        job.isCandidates ? jobs.push_back (std::move (job)) : jobs.push_front (std::move (job));
    }

    jobArrived.notify_one();
}

void Sound::findCandidates (const std::vector<Position>& positions,
                            const std::function<void (Position, std::vector<Candidate>)>& found)
{
    {
        const std::scoped_lock lock (mutex);
        std::erase_if (jobs, [] (const Job& job) { return job.isCandidates; });
    }

    for (const auto at : positions)
        push ({ true,
                [at, found, token = std::weak_ptr (wanted)] (AudioReader& reader)
                {
                    if (auto candidates = candidatesNear (reader, at))
                        answer (token, [at, found, c = std::move (*candidates)] { found (at, c); });
                } });
}

void Sound::readSamples (std::int64_t begin,
                         std::int64_t end,
                         std::function<void (std::shared_ptr<const SampleExcerpt>)> done)
{
    push ({ false,
            [begin, end, done = std::move (done), token = std::weak_ptr (wanted)] (AudioReader& reader)
            {
                if (auto read = readMono (reader, begin, end))
                    answer (token,
                            [done,
                             excerpt = std::make_shared<const SampleExcerpt> (
                                 read->begin, std::move (read->samples))] { done (excerpt); });
            } });
}

//======================================================================================================
void Sound::attach()
{
    if (isAttached || path.empty())
        return;

    const auto rate = out.sampleRate (fileRate);
    const auto before = player != nullptr ? player->state() : PlayerState();
    auto reader = openAudio (pathFromUtf8 (path));

    if (! reader || rate <= 0)
        return;

    player = std::make_unique<Player> (std::move (*reader), rate);
    player->seek (before.position);
    player->setSpeed (before.speed);
    out.start (*player, rate);
    isAttached = true;
}

void Sound::detach()
{
    out.stop();
    isAttached = false;
}

/** Goes on where it was on the device that there is now. */
void Sound::reattach()
{
    const auto before = player != nullptr ? player->state() : PlayerState();
    detach();
    attach();

    if (isAttached && before.playing && ! before.atEnd)
        player->play();
}

Transport Sound::transport() const
{
    if (player == nullptr)
        return {};

    const auto state = player->state();
    return { .playing = state.playing && ! state.atEnd, .position = state.position, .speed = state.speed };
}

void Sound::play()
{
    attach();

    if (player != nullptr)
        player->play();
}

void Sound::pause()
{
    if (player != nullptr)
        player->pause();
}

void Sound::seek (Position to)
{
    attach();

    if (player != nullptr)
        player->seek (to);
}

void Sound::setSpeed (double speed)
{
    if (player != nullptr)
        player->setSpeed (speed);
}

void Sound::setLoop (std::optional<TimeRange> range)
{
    attach();

    if (player != nullptr)
        player->setLoop (range);
}

void Sound::audition (Position marker, Duration preRoll, Duration postRoll)
{
    attach();

    if (player != nullptr)
        player->audition (marker, preRoll, postRoll);
}

} // namespace earmark
