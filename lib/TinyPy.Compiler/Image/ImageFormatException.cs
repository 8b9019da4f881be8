// How ImageReader refuses an image.
using TinyPy.Compiler.Generated;

namespace TinyPy.Compiler.Image;

/// <summary>The bytes are no image of this version, or a damaged one.</summary>
public sealed class ImageFormatException : Exception
{
    /// <summary>Refuses an image.</summary>
    /// <param name="error">The number in errors.md that a board would answer with.</param>
    /// <param name="offset">The byte that is wrong.</param>
    public ImageFormatException(int error, int offset)
        : base($"{ErrorInfo.Find(error)?.Template ?? $"error {error}"} (byte {offset})")
    {
        Error = error;
        Offset = offset;
    }

    /// <summary>The number of the error: one of `Err.Image...`.</summary>
    public int Error { get; }

    /// <summary>The offset of the byte that is wrong, from the start of the image.</summary>
    public int Offset { get; }
}
