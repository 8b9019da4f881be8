// Takes the place of System.Math where a nanoCLR host has none. The device code reaches for it only in the functions of Python's math module whose
// digits are the platform's own; the runner leaves out every script that calls one of them.
namespace System
{
    /// <summary>What the device code mentions of System.Math.</summary>
    public static class Math
    {
        public const double PI = 3.14159265358979323846;
        public const double E = 2.71828182845904523536;

        public static double Sin(double x)
        {
            throw new NotSupportedException();
        }

        public static double Cos(double x)
        {
            throw new NotSupportedException();
        }

        public static double Tan(double x)
        {
            throw new NotSupportedException();
        }

        public static double Sinh(double x)
        {
            throw new NotSupportedException();
        }

        public static double Cosh(double x)
        {
            throw new NotSupportedException();
        }

        public static double Tanh(double x)
        {
            throw new NotSupportedException();
        }

        public static double Asin(double x)
        {
            throw new NotSupportedException();
        }

        public static double Acos(double x)
        {
            throw new NotSupportedException();
        }

        public static double Atan(double x)
        {
            throw new NotSupportedException();
        }

        public static double Atan2(double y, double x)
        {
            throw new NotSupportedException();
        }
    }
}
