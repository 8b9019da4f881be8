// Instructions that say what follows them (INC_SELF, DRIVE_PIN): the loop acts on it without looking, so the verifier takes nothing else behind them.
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class VerifierHintTests
{
    // INC_SELF reads the three instructions behind it without looking: any that are not `self.n += k` are refused.
    [Fact]
    public void An_increment_is_announced_only_where_it_follows()
    {
        int[] code = [Op.INC_SELF, Op.GET_SELF, Word.key, 0, Op.IADD_INT, 1, Op.SET_SELF, Word.key, 0, Op.RETURN_NONE];
        Accepted(Announced(code));
        foreach ((int at, int value) in ((int, int)[])[(1, Op.LOAD_METHOD_L), (2, Word.key + 1), (3, 1), (4, Op.ADD_INT), (6, Op.GET_SELF), (7, Word.key + 1), (8, 1)])
        {
            int[] other = [.. code];
            other[at] = value;
            byte[] built = Announced(other).Build();
            Assert.NotEqual(0, LoaderHost.Machine().Load(built, built.Length));
        }

        Refused(Err.ImageOperandCut, Announced([Op.INC_SELF, Op.RETURN_NONE]));
        Refused(Err.ImageOperandCut, Announced(code[..^2]));

        static ImageBuilder Announced(int[] code)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Function(1, 1).Add(code[0], code[1..]);
            return image;
        }
    }

    // DRIVE_PIN skips the call behind it: any other code is refused, and so is another kind.
    [Fact]
    public void The_drive_of_a_pin_is_announced_only_where_its_call_follows()
    {
        foreach ((int kind, int name) in ((int, int)[])[(0, Word.off), (1, Word.on), (2, Word.toggle), (4, Word.value), (5, Word.value)])
        {
            int[] value = kind >= 4 ? [Op.PUSH_INT, kind - 4] : [];
            int[] code = [Op.DRIVE_PIN, 1, kind, Op.LOAD_METHOD_L, 1, name & 255, name >> 8, .. value, Op.CALL_METHOD, kind / 4, Op.POP, Op.RETURN_NONE];
            Accepted(Announced(code, kind));
            for (int at = 1; at < code.Length - 1; at++)
            {
                for (int other = 0; other < 256; other++)
                {
                    int[] changed = [.. code];
                    changed[at] = other;
                    byte[] built = Announced(changed, kind).Build();
                    Assert.Equal(other == code[at], LoaderHost.Machine().Load(built, built.Length) == 0);
                }
            }
        }

        static ImageBuilder Announced(int[] code, int kind)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Function(kind >= 4 ? 3 : 2, 3).Add(code[0], code[1..]);
            return image;
        }
    }
}
