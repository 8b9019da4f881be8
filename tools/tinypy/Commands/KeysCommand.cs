// `tinypy keys`: the key that a board and the people who may change it share, and seals made with it. Invariant: a key is never shown, and its file can be
// read by its owner alone.
using System.Security.Cryptography;
using TinyPy.Link.Host;

namespace TinyPy.Tool.Commands;

/// <summary>The command keys.</summary>
internal static class KeysCommand
{
    private const int KeyBytes = 32;
    private const int LeastKeyBytes = 16;
    private const int MostKeyFile = 4096;

    /// <summary>Makes a key; an existing file is never replaced.</summary>
    public static int New(string file, bool json, CliHost host)
    {
        if (File.Exists(file))
        {
            throw new CliException(ExitCodes.File, $"{file} exists: boards that have this key would not know a new one. Give another name.");
        }

        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using StreamWriter writer = new(file, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.File, $"{file} cannot be written: {Cli.OneLine(error.Message)}");
        }

        if (json)
        {
            return JsonReport.Write(host, "keys", ExitCodes.Ok, writer => writer.WriteString("file", file));
        }

        host.Out.WriteLine($"{file}: a new key. Keep it secret and keep a copy: who has it can change the boards that have it, and without it nobody can.");
        return ExitCodes.Ok;
    }

    /// <summary>Seals an image for boards with a key.</summary>
    public static int SealImage(string file, string key, int counter, string? output, bool json, CliHost host)
    {
        if (counter < 1)
        {
            throw new CliException(ExitCodes.Usage, $"The counter must be from 1 to {int.MaxValue}, and higher than that of the program before it.");
        }

        (byte[] image, _) = Seal.FromFile(InputFile.Read(file, "an image", TinyPy.Compiler.Generated.LimitInfo.MAX_SOURCE));
        if (!image.AsSpan().StartsWith("TPN"u8))
        {
            throw new CliException(ExitCodes.Refused, $"{file} is no image: make one with `tinypy build`.");
        }

        string target = output ?? file;
        OutputFile.Write(target, Seal.ToFile(image, Seal.Image(ReadKey(key), image, counter)));

        // The map goes along: it is that of the image, sealed or not.
        string map = Path.ChangeExtension(target, ProgramLoader.MapExtension);
        if (Path.GetFullPath(map) != Path.GetFullPath(Path.ChangeExtension(file, ProgramLoader.MapExtension)) && ProgramLoader.MapBeside(file, image) is { } found)
        {
            OutputFile.Write(map, found.Write());
        }

        if (json)
        {
            return JsonReport.Write(host, "keys", ExitCodes.Ok, writer =>
            {
                writer.WriteString("file", target);
                writer.WriteNumber("bytes", image.Length);
                writer.WriteNumber("counter", counter);
            });
        }

        host.Out.WriteLine($"{target}: {image.Length} bytes, sealed with counter {counter}");
        return ExitCodes.Ok;
    }

    /// <summary>The bytes of a key file: hex digits.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static byte[] ReadKey(string file)
    {
        string text = System.Text.Encoding.Latin1.GetString(InputFile.Read(file, "a key", MostKeyFile)).Trim();
        try
        {
            byte[] key = Convert.FromHexString(text);
            if (key.Length >= LeastKeyBytes)
            {
                return key;
            }
        }
        catch (FormatException)
        {
            // Told below.
            text = string.Empty;
        }

        throw new CliException(ExitCodes.Usage, $"{file} is no key: it should hold at least {2 * LeastKeyBytes} hex digits. Make one with `tinypy keys new`.");
    }
}
