// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Rebuild.h"

#include "Tagging/Bytes.h"
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

        chooseTrackId (old->going, old->staying);

        if (chapters.plan != nullptr && ! chapters.plan->chapters.empty())
            putNewChaptersIn();

        return layOut (*old);
    }

private:
    std::shared_ptr<const ByteSource> source;
    Movie movie;
    const NewChapters& chapters;
    TitleSamples samples;
    TrackId newTrack = 0;

    /** The movie header says which number the next track gets. It goes back where the tracks that go were the last ones given
        out, so that writing again changes nothing and taking the chapters out gives the old header back. */
    void chooseTrackId (const std::set<TrackId>& going, const std::set<TrackId>& staying)
    {
        // All ones mean that a free number has to be searched for.
        constexpr TrackId unknown = 0xFFFFFFFF;
        const auto highest = staying.empty() ? 0 : *staying.rbegin();

        if (! going.empty() && *going.rbegin() > highest && nextTrack() == *going.rbegin() + 1)
            setNextTrack (std::max (highest + 1, *going.begin()));

        if (nextTrack() > highest && nextTrack() < unknown)
            newTrack = nextTrack();
        else if (highest < unknown - 1)
            newTrack = highest + 1;
        else
            for (newTrack = 1; staying.contains (newTrack);)
                ++newTrack;
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
        samples = titleSamples (*chapters.plan);

        auto* userData = movie.moov.find ("udta");

        if (userData == nullptr)
        {
            movie.moov.children.push_back (parent ("udta", {}));
            userData = &movie.moov.children.back();
        }

        userData->isParent = true;
        userData->children.insert (userData->children.begin(), neroList (*chapters.plan));

        // Whichever track a player follows has to name the chapters.
        for (auto& trak : movie.moov.children)
        {
            const auto info = trak.type == "trak" ? infoOf (trak) : Result<TrackInfo> (TrackInfo {});

            if (info && (info->handler == "soun" || info->handler == "vide"))
                addReference (trak);
        }

        const auto last =
            std::ranges::find_last (movie.moov.children, std::string_view ("trak"), &Atom::type).begin();
        movie.moov.children.insert (last + 1, chapterTrack (newTrack, samples, movie.timescale, 0));

        if (nextTrack() <= newTrack)
            setNextTrack (newTrack + 1);
    }

    void addReference (Atom& trak) const
    {
        const auto list = leaf ("chap", bytes::big32 (newTrack));

        if (auto* references = trak.find ("tref"); references != nullptr && references->isParent)
        {
            references->children.push_back (list);
            return;
        }

        const auto media = std::ranges::find (trak.children, std::string_view ("mdia"), &Atom::type);
        trak.children.insert (media, parent ("tref", { list }));
    }

    Result<Atom> moovAt (const Positions& positions, bool wide) const
    {
        auto moov = movie.moov;

        for (std::size_t i = 0; i < moov.children.size(); ++i)
        {
            auto& atom = moov.children[i];

            if (atom.type != "trak")
                continue;

            const auto info = infoOf (atom);

            if (info && info->id == newTrack && ! samples.bytes.empty())
            {
                atom = chapterTrack (newTrack, samples, movie.timescale, positions.samples);
                continue;
            }

            if (auto done = setOffsets (atom, movie.moov.children[i], positions.moves, wide); ! done)
                return std::unexpected (done.error());
        }

        return moov;
    }

    Result<PieceTable> layOut (const OldChapters& old)
    {
        // The size of moov decides where everything lies, and where things lie may widen its tables: at most thrice.
        const Layout layout (source, movie, old.removed);
        bool wide = false;
        auto size = movie.moov.size();

        if (auto whole = checkThatSamplesStayWhole (old.stayingSamples,
                                                    layout.positionsFor (size, samples.bytes.size()).moves);
            ! whole)
            return std::unexpected (whole.error());

        for (int round = 0;; ++round)
        {
            const auto positions = layout.positionsFor (size, samples.bytes.size());
            wide = wide || positions.samples > 0xFFFFFFFFull
                   || std::ranges::any_of (positions.moves,
                                           [] (const Move& m)
                                           { return std::int64_t (m.end) + m.by > 0xFFFFFFFFll; });
            auto moov = moovAt (positions, wide);

            if (! moov)
                return std::unexpected (moov.error());

            if (const auto actual = moov->size(); actual == size)
                return layout.assemble (moov->render(), samples.bytes, positions);
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
