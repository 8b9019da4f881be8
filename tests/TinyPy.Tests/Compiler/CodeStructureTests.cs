// Every golden script that compiles: its code is sound by two opinions, the tests' own and the device's verifier; its image is canonical.
using TinyPy.Compiler;
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Tests.Compiler;

public sealed class CodeStructureTests
{
    public static TheoryData<string> Folders => ["language", "builtins", "errors", "regress", "limits", "gpio"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Code_of_the_scripts_is_sound(string folder)
    {
        int checkedFunctions = 0;
        foreach (string path in CompilerRig.Scripts().Where(s => Path.GetFileName(Path.GetDirectoryName(s)) == folder))
        {
            CompileResult result = CompilerRig.CompileFile(path);
            if (result.Image is null)
                continue;
            ProgramImage image = ImageReader.Read(result.Image);
            foreach (ImageFunction function in image.Functions)
            {
                Assert.True(CodeChecker.Check(function) == function.Stack, $"{path}: the stack of function {function.Index}");
                checkedFunctions++;
            }
            Assert.Equal(image.Functions.Count, result.Map!.Functions.Length);
            Assert.Equal(DebugMap.HashOf(result.Image), result.Map.Hash);
        }
        Assert.True(checkedFunctions > 0);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_device_accepts_the_image_of_every_script(string folder)
    {
        int accepted = 0;
        foreach (string path in CompilerRig.Scripts().Where(s => Path.GetFileName(Path.GetDirectoryName(s)) == folder))
        {
            if (CompilerRig.CompileFile(path).Image is not { } image)
                continue;
            Machine machine = MachineFactory.Create(new Limits(false), new Policy(AllModules()), new SilentHal());
            int error = machine.Load(image, image.Length);
            Assert.True(error is 0 or Err.ImageDenied, $"{path}: refused with {error} at {machine.LoadOffset()}");
            accepted += error == 0 ? 1 : 0;
        }
        Assert.True(accepted > 0 || folder == "gpio");
    }

    [Fact]
    public void Equal_programs_give_equal_images()
    {
        foreach (string path in CompilerRig.Scripts().Take(40))
        {
            byte[]? image = CompilerRig.CompileFile(path).Image;
            byte[]? again = CompilerRig.CompileFile(path).Image;
            Assert.Equal(image, again);
        }
    }

    // A policy that grants every module and no pin.
    private static byte[] AllModules()
    {
        byte[] bits = new byte[(BuiltinTable.COUNT + 7) / 8];
        for (int i = 0; i < BuiltinTable.COUNT; i++)
        {
            if (BuiltinTable.KindOf(i) == BuiltinTable.KIND_MODULE)
                bits[i >> 3] |= (byte)(1 << (i & 7));
        }
        int length = Array.FindLastIndex(bits, b => b != 0) + 1;
        return [Policy.VERSION, (byte)length, .. bits.AsSpan(0, length), 0, 0];
    }

    private sealed class SilentHal : IHal
    {
        public long Micros() => 0;

        public void Write(byte[] buffer, int start, int count)
        {
        }

        public bool ConfigurePin(int pin, int mode, int pull) => true;

        public int ReadPin(int pin) => 0;

        public void WritePin(int pin, int level)
        {
        }

        public int Seed() => 1;
    }
}
