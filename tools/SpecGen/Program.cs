// The entry of SpecGen, which reads the tables of lib/spec and writes the C# that is generated from them.
namespace TinyPy.SpecGen;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length != 1 || !Directory.Exists(args[0]))
        {
            Console.Error.WriteLine("usage: SpecGen <root of the repository>");
            return 2;
        }
        return 0;
    }
}
