// math. Square root, powers, exponentials and logarithms are FloatMath's, the same to the bit everywhere; the trigonometric functions come
// from the platform's own library and may differ in the last bit between platforms.
namespace TinyPy.Vm
{
    /// <summary>The functions of the module math.</summary>
    internal sealed class MathModule
    {
        private readonly Machine _m;
        private readonly Arena _a;

        internal MathModule(Machine m)
        {
            _m = m;
            _a = m.A;
        }

        internal int Call(int no, int at, int argc)
        {
            return _m.Raise(Err.NotImplementedHook);
        }
    }
}
