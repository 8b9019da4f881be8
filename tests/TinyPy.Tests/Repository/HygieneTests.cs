// What must hold for the repository as a whole, whatever its parts do.
namespace TinyPy.Tests.Repository;

public sealed class HygieneTests
{
    [Fact]
    public void NuGet_config_keeps_the_sources_of_the_machine()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("nuget.config"));
        Assert.DoesNotContain("<clear", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
    }
}
