// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/PictureDecoder.h"

#include "Libav/Handles.h"
#include "Model/PictureInfo.h"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace earmark
{

namespace
{

using namespace libav;

AVCodecID codecOf (PictureKind kind)
{
    switch (kind)
    {
        case PictureKind::jpeg:
            return AV_CODEC_ID_MJPEG;
        case PictureKind::png:
            return AV_CODEC_ID_PNG;
        case PictureKind::gif:
            return AV_CODEC_ID_GIF;
        case PictureKind::webp:
            return AV_CODEC_ID_WEBP;
    }

    std::unreachable();
}

Error damaged()
{
    return { Error::Kind::malformed, "The picture is damaged and cannot be read.", {} };
}

/** Only its sign counts: a matrix of quarter turns and mirrors, in 16.16 numbers. */
int signOf (std::int32_t number)
{
    return number > 0x8000 ? 1 : number < -0x8000 ? -1 : 0;
}

} // namespace

struct DecodedPicture::Content
{
    Handle<AVFrame> frame;
};

DecodedPicture::DecodedPicture (std::unique_ptr<Content> decoded) : content (std::move (decoded)) {}

DecodedPicture::DecodedPicture (DecodedPicture&&) noexcept = default;
DecodedPicture& DecodedPicture::operator= (DecodedPicture&&) noexcept = default;
DecodedPicture::~DecodedPicture() = default;

Result<DecodedPicture> DecodedPicture::of (std::string_view bytes)
{
    const auto kind = pictureKind (bytes);

    if (! kind)
        return std::unexpected (kind.error());

    if (const auto loaded = load(); ! loaded)
        return std::unexpected (loaded.error());

    const auto& f = ffmpeg();
    const auto* codec = f.avcodec_find_decoder (codecOf (*kind));

    if (codec == nullptr || bytes.size() > INT32_MAX / 2)
        return std::unexpected (damaged());

    const Handle<AVCodecContext> context (f.avcodec_alloc_context3 (codec));
    const Handle<AVPacket> packet (f.av_packet_alloc());
    Handle<AVFrame> frame (f.av_frame_alloc());

    if (! context || ! packet || ! frame || f.av_new_packet (packet.get(), int (bytes.size())) < 0)
        return failure (Error::Kind::tooLarge, "There is not enough memory for the picture.");

    std::memcpy (packet->data, bytes.data(), bytes.size());
    packet->flags |= AV_PKT_FLAG_KEY;
    context->max_pixels = maxPixels;
    context->thread_count = 1;

    if (f.avcodec_open2 (context.get(), codec, nullptr) < 0)
        return std::unexpected (damaged());

    auto code = f.avcodec_send_packet (context.get(), packet.get());

    if (code >= 0)
    {
        f.avcodec_send_packet (context.get(), nullptr); // nothing more comes
        code = f.avcodec_receive_frame (context.get(), frame.get());
    }

    if (const auto pixels = std::int64_t (context->width) * context->height; code < 0 && pixels > maxPixels)
        return failure (Error::Kind::tooLarge,
                        "The picture has more than 100 million pixels: make it smaller first.");

    if (code < 0 || frame->width <= 0 || frame->height <= 0)
        return std::unexpected (damaged());

    auto decoded = std::make_unique<Content>();
    decoded->frame = std::move (frame);
    return DecodedPicture (std::move (decoded));
}

int DecodedPicture::width() const
{
    return content->frame->width;
}

int DecodedPicture::height() const
{
    return content->frame->height;
}

DecodedPicture::Orientation DecodedPicture::orientation() const
{
    const auto* data = ffmpeg().av_frame_get_side_data (content->frame.get(), AV_FRAME_DATA_DISPLAYMATRIX);

    if (data == nullptr || data->size < 9 * sizeof (std::int32_t))
        return upright;

    std::array<std::int32_t, 9> matrix {};
    std::memcpy (matrix.data(), data->data, sizeof (matrix));

    // libavutil/display.h: p = a x + c y, q = b x + d y, stored as a b u, c d v.
    const Orientation found {
        signOf (matrix[0]), signOf (matrix[3]), signOf (matrix[1]), signOf (matrix[4])
    };
    const auto isTurn = std::abs (found[0] * found[3] - found[1] * found[2]) == 1;
    return isTurn ? found : upright;
}

Result<std::vector<std::uint8_t>> DecodedPicture::bgra (int width, int height) const
{
    const auto& frame = *content->frame;
    const Handle<SwsContext> scaler (
        ffmpeg().sws_getContext (frame.width,
                                 frame.height,
                                 AVPixelFormat (frame.format),
                                 width,
                                 height,
                                 AV_PIX_FMT_BGRA,
                                 SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                                 nullptr,
                                 nullptr,
                                 nullptr));

    if (! scaler)
        return std::unexpected (damaged());

    // The format alone does not tell whether black is 0 or 16.
    if (frame.color_range == AVCOL_RANGE_JPEG)
    {
        const auto* bt601 = ffmpeg().sws_getCoefficients (SWS_CS_ITU601);
        ffmpeg().sws_setColorspaceDetails (scaler.get(), bt601, 1, bt601, 1, 0, 1 << 16, 1 << 16);
    }

    std::vector<std::uint8_t> pixels (std::size_t (width) * std::size_t (height) * 4);
    std::uint8_t* const rows[] = { pixels.data(), nullptr, nullptr, nullptr };
    const int strides[] = { width * 4, 0, 0, 0 };

    if (ffmpeg().sws_scale (scaler.get(), frame.data, frame.linesize, 0, frame.height, rows, strides)
        != height)
        return std::unexpected (damaged());

    return pixels;
}

} // namespace earmark
