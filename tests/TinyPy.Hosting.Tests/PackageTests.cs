// The packages as an application gets them: packed into a folder, looked into, and used by a project that has nothing but that folder. No other source is asked.
using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TinyPy.Hosting.Tests;

public sealed class PackageTests : IDisposable
{
    // A busy machine builds slowly; nothing is measured.
    private const int MostMilliseconds = 300_000;

    private static readonly string[] s_packages = ["TinyPy.Hosting", "TinyPy.Compiler", "TinyPy.Vm"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tinypy-pack-");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void The_packages_hold_what_they_should_and_an_application_runs_the_lines_of_README_with_them()
    {
        Pack();
        foreach (string name in s_packages)
        {
            CheckPackage(name);
        }

        Assert.Equal(["TinyPy.Compiler", "TinyPy.Vm"], Dependencies("TinyPy.Hosting"));
        Assert.Equal(["TinyPy.Vm"], Dependencies("TinyPy.Compiler"));
        Assert.Empty(Dependencies("TinyPy.Vm"));
        Assert.Equal("13.5\n", RunConsumer());
    }

    // One process for all: --no-build takes what the tests were built with.
    private void Pack()
    {
        string configuration = typeof(Sandbox).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string projects = string.Join(';', s_packages.Select(p => Path.Combine(Root(), "lib", p, p + ".csproj")));
        Write("pack.proj", $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{projects}" Targets="Pack" Properties="NoBuild=true;Configuration={configuration};PackageOutputPath={Path.Combine(_folder.FullName, "packages")}" />
              </Target>
            </Project>
            """);
        Dotnet("msbuild", "pack.proj", "-t:Pack", "-v:q", "-nologo");
    }

    private void CheckPackage(string name)
    {
        using ZipArchive package = Open(name, "nupkg");
        string[] files = [.. package.Entries.Select(e => e.FullName)];
        Assert.Contains($"lib/net10.0/{name}.dll", files);
        Assert.Contains($"lib/net10.0/{name}.xml", files);
        Assert.Contains("README.md", files);
        Assert.DoesNotContain(files, f => f.EndsWith(".pdb", StringComparison.Ordinal));
        XElement metadata = Specification(package);
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.All((string[])["id", "version", "authors", "description", "copyright"], m => Assert.NotEmpty(Value(metadata, m)));

        // A page of a package has no folders around it: what it links must be an address or nothing.
        using StreamReader readme = new(package.GetEntry("README.md")!.Open());
        Assert.DoesNotMatch(@"\]\((?!https?://)", readme.ReadToEnd());

        using ZipArchive symbols = Open(name, "snupkg");
        Assert.Contains(symbols.Entries, e => e.FullName == $"lib/net10.0/{name}.pdb");
    }

    private string[] Dependencies(string name)
    {
        using ZipArchive package = Open(name, "nupkg");
        return [.. Specification(package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!).Order(StringComparer.Ordinal)];
    }

    // A new project with the lines of README between its usings and a print. Its packages go into a folder of its own, so that no older ones of that version are taken.
    private string RunConsumer()
    {
        string readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");
        string version = Regex.Match(Path.GetFileName(Directory.GetFiles(Path.Combine(_folder.FullName, "packages"), "TinyPy.Hosting.*.nupkg").Single()), @"TinyPy\.Hosting\.(.+)\.nupkg").Groups[1].Value;
        int start = readme.IndexOf("## In an application", StringComparison.Ordinal);
        string lines = string.Join('\n', readme[start..].Split('\n').Skip(1).TakeWhile(l => l.Length == 0 || l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Trim()));
        Assert.Contains("new Sandbox(", lines, StringComparison.Ordinal);
        Write("app/Program.cs", lines + "\nConsole.WriteLine(total);\n");
        Write("app/nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="../unpacked" /></config>
              <packageSources><clear /><add key="here" value="../packages" /></packageSources>
            </configuration>
            """);
        Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="TinyPy.Hosting" Version="{version}" /></ItemGroup>
            </Project>
            """);
        return Dotnet("run", "--project", "app").ReplaceLineEndings("\n");
    }

    private ZipArchive Open(string name, string extension) =>
        ZipFile.OpenRead(Directory.GetFiles(Path.Combine(_folder.FullName, "packages"), $"{name}.*.{extension}").Single());

    private static XElement Specification(ZipArchive package)
    {
        using Stream stream = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Dotnet(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(MostMilliseconds))
        {
            process.Kill(true);
        }

        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output.Result}{error.Result}");
        return output.Result;
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
