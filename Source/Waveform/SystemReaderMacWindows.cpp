// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"
#include "Waveform/AudioReader.h"
#include "Waveform/Finite.h"

#include <juce_audio_formats/juce_audio_formats.h>

#include <algorithm>

// The decoders of macOS (Core Audio) and Windows (Media Foundation), with JUCE's own for WAV, AIFF, FLAC and Ogg Vorbis.

namespace earmark
{

namespace
{

constexpr int blockLength = 4096;

class SystemReader : public AudioReader
{
public:
    explicit SystemReader (std::unique_ptr<juce::AudioFormatReader> r)
        : reader (std::move (r)), buffer (int (reader->numChannels), blockLength),
          pointers (reader->numChannels)
    {
        about.codec = about.container = reader->getFormatName().toStdString();
        about.sampleRate = int (reader->sampleRate);
        about.channels = int (reader->numChannels);
        about.statedLength = reader->lengthInSamples;
    }

    const AudioInfo& info() const override { return about; }

    std::optional<AudioBlock> next() override
    {
        const auto count = int (std::min<std::int64_t> (blockLength, about.statedLength - position));

        if (count <= 0)
            return std::nullopt;

        if (! reader->read (&buffer, 0, count, position, true, true))
        {
            buffer.clear(); // what follows keeps its place
            isDamaged = true;
        }

        for (std::size_t c = 0; c < pointers.size(); ++c)
        {
            auto* const samples = buffer.getWritePointer (int (c));
            zeroWhatIsNotFinite ({ samples, std::size_t (count) });
            pointers[c] = samples;
        }

        const AudioBlock block { position, std::size_t (count), pointers };
        position += count;
        return block;
    }

    Result<void> seek (std::int64_t sample) override
    {
        position = std::max<std::int64_t> (sample, 0);
        return {};
    }

    Notices notices() const override
    {
        if (! isDamaged)
            return {};

        return { { Notice::Grade::warning,
                   "A part of the audio could not be read; there is silence in its place.",
                   {} } };
    }

private:
    std::unique_ptr<juce::AudioFormatReader> reader;
    juce::AudioBuffer<float> buffer;
    std::vector<const float*> pointers;
    AudioInfo about;
    std::int64_t position = 0;
    bool isDamaged = false;
};

} // namespace

Result<std::unique_ptr<AudioReader>> openAudio (const std::filesystem::path& path)
{
    std::error_code code;

    if (! std::filesystem::is_regular_file (path, code))
        return std::unexpected (
            openError (code ? code : std::make_error_code (std::errc::no_such_file_or_directory)));

    juce::AudioFormatManager formats;
    formats.registerBasicFormats();
    std::unique_ptr<juce::AudioFormatReader> reader (
        formats.createReaderFor (juce::File (juce::String::fromUTF8 (toUtf8 (path).c_str()))));

    if (reader == nullptr || reader->sampleRate < 1 || reader->numChannels < 1)
        return failure (Error::Kind::malformed,
                        "This is no audio file, or not one that this system can read.");

    if (reader->sampleRate > highestSampleRate)
        return failure (Error::Kind::malformed, "The file claims more samples a second than any audio has.");

    return std::make_unique<SystemReader> (std::move (reader));
}

} // namespace earmark
