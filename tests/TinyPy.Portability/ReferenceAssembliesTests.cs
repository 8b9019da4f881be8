// The declarations made from api/ compile, and code compiled against them meets nanoFramework's own limits.
namespace TinyPy.Portability;

public sealed class ReferenceAssembliesTests
{
    [Fact]
    public void Every_assembly_of_api_becomes_a_reference_assembly()
    {
        string[] files = Directory.GetFiles(RepositoryRoot.Combine("tests/TinyPy.Portability/api"), "*.json");
        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension).Order(), ReferenceAssemblies.Instance.Images.Keys.Order());
    }

    [Fact]
    public void A_board_program_with_pins_files_and_sleep_compiles()
    {
        const string Program = """
            using System.Device.Gpio;
            using System.IO;
            using System.Threading;
            public class Program
            {
                public static void Main()
                {
                    GpioController controller = new GpioController();
                    GpioPin pin = controller.OpenPin(2, PinMode.Output);
                    using (FileStream file = new FileStream("I:\\log.txt", FileMode.Create))
                    {
                        file.WriteByte(1);
                    }
                    pin.Write(PinValue.High);
                    Thread.Sleep(System.Math.Max(10, 20));
                }
            }
            """;
        Assert.Empty(DeviceCompilation.Compile("Program", [("Program.cs", Program)]).Errors);
    }

    [Theory]
    [InlineData("using System.Collections.Generic; class C { List<int> f; }", "CS0234")]
    [InlineData("class C { int? f; }", "CS0518")]
    [InlineData("class C { string M(string[] a) { return string.Join(\",\", a); } }", "CS0117")]
    [InlineData("class C { bool M(string a) { return a.Contains('x'); } }", "CS1503")]
    [InlineData("class C { object M() { return (1, 2); } }", "CS8179")]
    [InlineData("class C { int M(int[] a) { return a[^1]; } }", "CS0518")]
    [InlineData("class C { System.Span<byte> M() { return null; } }", "CS0234")]
    [InlineData("class C { volatile int f; }", "CS0518")]
    [InlineData("record C(int A);", "CS0518")]
    [InlineData("class C { System.Collections.IEnumerable M() { yield return 1; } System.Collections.Generic.IEnumerable<int> N; }", "CS0234")]
    [InlineData("class C { int M(double d) { return System.Math.FusedMultiplyAdd(d, d, d); } }", "CS0117")]
    public void What_nanoFramework_lacks_does_not_compile(string source, string error)
    {
        IReadOnlyList<string> errors = DeviceCompilation.Compile("Bad", [("Bad.cs", source)]).Errors;
        Assert.Contains(errors, e => e.Contains(error, StringComparison.Ordinal));
    }
}
