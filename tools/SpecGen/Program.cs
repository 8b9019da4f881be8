// The entry of SpecGen, which reads the tables of lib/spec and writes the C# that is generated from them.
namespace TinyPy.SpecGen;

internal static class Program
{
    private const string Usage = "usage: SpecGen [--check] [root of the repository]";

    private static int Main(string[] args)
    {
        bool check = args.Contains("--check");
        string[] rest = [.. args.Where(a => a != "--check")];
        string? root = rest.Length == 0 ? FindRoot() : rest[0];
        if (rest.Length > 1 || root is null || !Directory.Exists(Path.Combine(root, "lib", "spec")))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        try
        {
            List<string> changed = Generator.Update(root, !check);
            foreach (string path in changed)
                Console.WriteLine((check ? "differs: " : "written: ") + path);
            if (check && changed.Count > 0)
                Console.Error.WriteLine("The generated code is not that of lib/spec: run `dotnet run --project tools/SpecGen`.");
            return check && changed.Count > 0 ? 1 : 0;
        }
        catch (SpecException e)
        {
            Console.Error.WriteLine("lib/spec/" + e.Message);
            return 1;
        }
    }

    private static string? FindRoot()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "TinyPy.Nano.sln")))
                    return folder.FullName;
            }
        }
        return null;
    }
}
