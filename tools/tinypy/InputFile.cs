// Reads the files that a command was given. Invariant: a file is refused by its size before it is read, and every failure is one plain sentence.
namespace TinyPy.Tool;

/// <summary>Reads files.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file; "-" is the standard input.</summary>
    /// <param name="what">What it should be, for messages: "a script".</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="CliException">It cannot be read, or is too large.</exception>
    public static byte[] Read(string path, string what, int most)
    {
        if (path == "-")
        {
            return ReadAll(Console.OpenStandardInput(), "The standard input", what, most);
        }

        if (Directory.Exists(path))
        {
            throw new CliException(ExitCodes.File, $"{path} is a directory: give the path of {what}.");
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            return file.CanSeek && file.Length > most ? throw TooLarge(path, file.Length, what, most) : ReadAll(file, path, what, most);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException(ExitCodes.File, $"{path} does not exist: check the path.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.File, $"{path} cannot be read: you have no permission.");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCodes.File, $"{path} cannot be read: {Cli.OneLine(error.Message)}");
        }
    }

    private static byte[] ReadAll(Stream stream, string name, string what, int most)
    {
        // Files without a length (pipes, devices) end at the limit at the latest.
        byte[] buffer = new byte[stream.CanSeek ? (int)Math.Max(stream.Length, 512) : 64 * 1024];
        int count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * count, most + 1L));
            }

            int read = stream.Read(buffer, count, buffer.Length - count);
            if (read == 0)
            {
                return buffer.AsSpan(0, count).ToArray();
            }

            count += read;
            if (count > most)
            {
                throw TooLarge(name, null, what, most);
            }
        }
    }

    private static CliException TooLarge(string path, long? size, string what, int most) =>
        new(ExitCodes.File, $"{path} is too large: {(size is { } bytes ? $"{bytes}" : $"more than {most}")} bytes, and {what} has at most {most}.");
}
