// The values that are no objects: numbers of builtins that the VM itself knows (Arena.cs draws a value), and the range of small ints.
namespace TinyPy.Vm
{
    /// <summary>Values that are not objects.</summary>
    public static class Value
    {
        public const int UNBOUND = 0;
        public const int NONE = (0 << 3) | 6;
        public const int FALSE = (1 << 3) | 6;
        public const int TRUE = (2 << 3) | 6;
        public const int NOT_IMPLEMENTED = (3 << 3) | 6;
        public const int ELLIPSIS = (4 << 3) | 6;

        /// <summary>The largest and the smallest small int.</summary>
        public const int MAX_SMALL = 0x3FFFFFFF;
        public const int MIN_SMALL = -0x40000000;
    }
}
