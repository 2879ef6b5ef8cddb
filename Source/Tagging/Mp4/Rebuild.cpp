// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Rebuild.h"

#include "Foundation/Bytes.h"
#include "Tagging/Mp4/ChapterAtoms.h"
#include "Tagging/Mp4/Layout.h"
#include "Tagging/Mp4/Offsets.h"
#include "Tagging/Mp4/OldChapters.h"

#include <algorithm>

namespace earmark::mp4
{

namespace
{

class Rebuilder
{
public:
    Rebuilder (std::shared_ptr<const ByteSource> original, Movie oldMovie, const NewChapters& newChapters)
        : source (std::move (original)), movie (std::move (oldMovie)), chapters (newChapters)
    {}

    Result<PieceTable> run()
    {
        const auto old = takeChaptersOut (movie, source->size());

        if (! old)
            return std::unexpected (old.error());

        chooseTrackIds (old->going, old->staying);

        if (chapters.plan != nullptr && ! chapters.plan->chapters.empty())
            putNewChaptersIn();

        return layOut (*old);
    }

private:
    std::shared_ptr<const ByteSource> source;
    Movie movie;
    const NewChapters& chapters;
    std::vector<TrackId> newTracks; // as many as there are sets of samples

    /** The movie header says which number the next track gets. It goes back where the tracks that go were the last ones given
        out, so that writing again changes nothing and taking the chapters out gives the old header back. */
    void chooseTrackIds (const std::set<TrackId>& going, const std::set<TrackId>& staying)
    {
        // All ones mean that a free number has to be searched for.
        constexpr TrackId unknown = 0xFFFFFFFF;
        const auto highest = staying.empty() ? 0 : *staying.rbegin();

        if (! going.empty() && *going.rbegin() > highest && nextTrack() == *going.rbegin() + 1)
            setNextTrack (std::max (highest + 1, *going.begin()));

        auto id = nextTrack() > highest && nextTrack() < unknown ? nextTrack()
                  : highest < unknown - 1                        ? highest + 1
                                                                 : 1;

        for (; newTracks.size() < chapters.tracks.size(); id = id < unknown - 1 ? id + 1 : 1)
            if (! staying.contains (id))
                newTracks.push_back (id);
    }

    /** The last field of the movie header; reasonNotToWrite() has looked that it is there. */
    static std::size_t nextTrackAt (const std::string& movieHeader)
    {
        return bytes::u8 (movieHeader, 0) == 1 ? 108 : 96;
    }

    TrackId nextTrack() const
    {
        const auto& fields = movie.moov.find ("mvhd")->payload;
        return bytes::u32 (fields, nextTrackAt (fields));
    }

    void setNextTrack (TrackId id)
    {
        auto& fields = movie.moov.find ("mvhd")->payload;
        fields.replace (nextTrackAt (fields), 4, bytes::big32 (id));
    }

    void putNewChaptersIn()
    {
        auto* userData = movie.moov.find ("udta");

        if (userData == nullptr)
        {
            movie.moov.children.push_back (parent ("udta", {}));
            userData = &movie.moov.children.back();
        }

        userData->isParent = true;
        userData->children.insert (userData->children.begin(),
                                   neroList (*chapters.plan, chapters.maxNeroTitle));

        // Whichever track a player follows has to name the chapters.
        for (auto& trak : movie.moov.children)
        {
            const auto info = trak.type == "trak" ? infoOf (trak) : Result<TrackInfo> (TrackInfo {});

            if (info && (info->handler == "soun" || info->handler == "vide"))
                addReference (trak);
        }

        auto last =
            std::ranges::find_last (movie.moov.children, std::string_view ("trak"), &Atom::type).begin();

        for (std::size_t i = 0; i < newTracks.size(); ++i)
        {
            last = movie.moov.children.insert (
                last + 1, chapterTrack (newTracks[i], chapters.tracks[i], movie.timescale, 0));

            if (nextTrack() <= newTracks[i])
                setNextTrack (newTracks[i] + 1);
        }
    }

    void addReference (Atom& trak) const
    {
        std::string ids;

        for (const auto id : newTracks)
            ids += bytes::big32 (id);

        const auto list = leaf ("chap", ids);

        if (auto* references = trak.find ("tref"); references != nullptr && references->isParent)
        {
            references->children.push_back (list);
            return;
        }

        const auto media = std::ranges::find (trak.children, std::string_view ("mdia"), &Atom::type);
        trak.children.insert (media, parent ("tref", { list }));
    }

    /** Of all new tracks, one after the other. */
    std::string newSamples() const
    {
        std::string all;

        for (const auto& track : chapters.tracks)
            all += track.bytes;

        return all;
    }

    /** One of the new tracks, with its place in the file; none for a track that was there. */
    std::optional<Atom> newTrackAt (const Atom& trak, std::uint64_t samplesBegin) const
    {
        const auto info = infoOf (trak);

        for (std::size_t i = 0; i < newTracks.size(); ++i)
        {
            if (info && info->id == newTracks[i])
                return chapterTrack (newTracks[i], chapters.tracks[i], movie.timescale, samplesBegin);

            samplesBegin += chapters.tracks[i].bytes.size();
        }

        return {};
    }

    /** Puts the positions into a copy of the movie's moov, which may hold earlier ones. */
    Result<void> setPositions (Atom& moov, const Positions& positions, bool wide) const
    {
        for (std::size_t i = 0; i < moov.children.size(); ++i)
        {
            auto& atom = moov.children[i];

            if (atom.type != "trak")
                continue;

            if (auto track = newTrackAt (atom, positions.samples))
            {
                atom = std::move (*track);
                continue;
            }

            if (auto done = setOffsets (atom, movie.moov.children[i], positions.moves, wide); ! done)
                return std::unexpected (done.error());
        }

        return {};
    }

    Result<PieceTable> layOut (const OldChapters& old)
    {
        // The size of moov decides where everything lies, and where things lie may widen its tables.
        const Layout layout (source, movie, old.removed);
        const auto samples = newSamples();
        bool wide = false;
        auto moov = movie.moov;
        auto size = moov.size();

        if (auto whole = checkThatSamplesStayWhole (old.stayingSamples,
                                                    layout.positionsFor (size, samples.size()).moves);
            ! whole)
            return std::unexpected (whole.error());

        for (int round = 0;; ++round)
        {
            const auto positions = layout.positionsFor (size, samples.size());
            wide = wide || positions.samples + samples.size() > 0xFFFFFFFFull
                   || std::ranges::any_of (positions.moves,
                                           [] (const Move& m)
                                           { return std::int64_t (m.end) + m.by > 0xFFFFFFFFll; });

            if (auto done = setPositions (moov, positions, wide); ! done)
                return std::unexpected (done.error());

            if (const auto actual = moov.size(); actual == size)
                return layout.assemble (moov.render(), samples, positions);
            else
                size = actual;

            if (round > 4)
                return failure (Error::Kind::unsupported, "Its layout cannot be settled.");
        }
    }
};

} // namespace

Result<PieceTable>
rebuild (const std::shared_ptr<const ByteSource>& source, Movie movie, const NewChapters& chapters)
{
    return Rebuilder (source, std::move (movie), chapters).run();
}

} // namespace earmark::mp4
