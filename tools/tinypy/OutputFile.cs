// Writes files whole or not at all: first to a temporary file in the same directory, then renamed.
namespace TinyPy.Tool;

/// <summary>Writes files.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file; an existing one is replaced.</summary>
    /// <exception cref="CliException">It cannot be written; then nothing was changed.</exception>
    public static void Write(string path, byte[] bytes)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(path))
        {
            throw new CliException(ExitCodes.File, $"{path} is a directory: give the path of a file to write.");
        }

        try
        {
            try
            {
                using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write))
                {
                    file.Write(bytes);
                    file.Flush(true);
                }

                File.Move(temporary, path, true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (DirectoryNotFoundException)
        {
            throw new CliException(ExitCodes.File, $"{path} cannot be written: its directory does not exist.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.File, $"{path} cannot be written: you have no permission.");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCodes.File, $"{path} cannot be written: {Cli.OneLine(error.Message)}");
        }
    }
}
