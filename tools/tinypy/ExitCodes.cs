// What `tinypy` says to the shell. The one place where the codes are defined; --help and the README show Table.
namespace TinyPy.Tool;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Uncaught = 1;
    public const int Usage = 2;
    public const int Compile = 3;
    public const int Refused = 4;
    public const int Quota = 5;
    public const int File = 6;
    public const int Device = 7;
    public const int Internal = 70;
    public const int Stopped = 130;

    /// <summary>The codes and their meaning, as --help shows them.</summary>
    public static readonly (int Code, string Meaning)[] Table =
    [
        (Ok, "the script came to its end, or the command did its work"),
        (Uncaught, "the script ended with an exception that nothing caught"),
        (Usage, "an option, board, policy or limit is not valid"),
        (Compile, "the script does not compile"),
        (Refused, "the image is refused: damaged, of another version, or it asks for what the policy denies"),
        (Quota, "the script was ended because a quota was spent"),
        (File, "a file cannot be read or written"),
        (Device, "no board was found, or it does not answer, or it will not do what was asked"),
        (Internal, "an error in tinypy itself"),
        (Stopped, "the script was stopped with Ctrl-C"),
    ];

    /// <summary>What follows the table: the script can choose a code too.</summary>
    public const string Note = "A script that calls sys.exit(n) chooses the code itself, 0 to 255.";
}
