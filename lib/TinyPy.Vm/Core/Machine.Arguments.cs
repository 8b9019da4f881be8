// Arguments bound to parameters, and what is said when they do not fit.
namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // Binds n arguments above stack[at] to the parameters of the FUNCTION value (or, value 0, of the hook _enter, whose missing
        // parameters stay unbound). The parameters end up from at + 1 on.
        private bool Bind(int at, int n, int keys, int function)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int record = _enter;
            int shape = heap[record + F_SHAPE];
            int flags = heap[record + F_FLAGS];
            int positional = shape & 255;
            int only = shape >> 8 & 255;
            int keywordOnly = shape >> 16 & 255;
            int total = Parameters(record);
            int names = KeywordCount(keys);
            int given = n - names;
            int source = at + 1;
            int target = source + n;
            if (!Charge(n + total + names * total))
            {
                return false;
            }

            if (target + total + 4 > stack.Length)
            {
                Raise(Err.StackOverflow);
                return false;
            }

            int rest = given > positional ? given - positional : 0;
            if (rest > 0 && (flags & 1) == 0)
            {
                RaiseTooMany(function, given);
                return false;
            }

            for (int i = 0; i < total + 2; i++)
            {
                stack[target + i] = i < given && i < positional ? stack[source + i] : 0;
            }

            stack[target + total] = Keywords(keys);
            stack[target + total + 1] = function;
            A.Top = target + total + 2;
            if ((flags & 1) != 0)
            {
                if (!Need(rest + 1, 0, 0))
                {
                    return false;
                }

                int tuple = A.NewObject(Kind.TUPLE, rest + 1);
                for (int i = 0; i < rest; i++)
                {
                    heap[(tuple >> 2) + 1 + i] = stack[source + positional + i];
                }

                stack[target + positional + keywordOnly] = tuple;
            }

            if ((flags & 2) != 0)
            {
                int dict = Dicts.New(Kind.DICT);
                if (dict == 0)
                {
                    return false;
                }

                stack[target + total - 1] = dict;
            }

            for (int i = 0; i < names; i++)
            {
                function = stack[target + total + 1];
                int name = heap[(stack[target + total] >> 2) + 1 + i];
                int parameter = FindParameter(record, name, only);
                if (parameter >= 0)
                {
                    if (stack[target + parameter] != 0)
                    {
                        Raise(Err.MultipleValues, FunctionName(function), name);
                        return false;
                    }

                    stack[target + parameter] = stack[source + given + i];
                    continue;
                }

                if ((flags & 2) == 0)
                {
                    Raise(FindParameter(record, name, 0) >= 0 ? Err.PositionalOnlyAsKeyword : Err.UnexpectedKeyword, FunctionName(function), name);
                    return false;
                }

                int top = target + total + 2;
                stack[top] = stack[target + total - 1];
                stack[top + 1] = name;
                stack[top + 2] = stack[source + given + i];
                A.Top = top + 3;
                if ((name & 1) != 0)
                {
                    stack[top + 1] = NameString(name >> 1);
                    if (stack[top + 1] == 0)
                    {
                        return false;
                    }
                }

                if (Dicts.Put(top) <= 0)
                {
                    return false;
                }

                A.Top = top;
            }

            function = stack[target + total + 1];
            if (function != 0 && !BindDefaults(function, target, given, positional, keywordOnly))
            {
                return false;
            }

            for (int i = 0; i < total; i++)
            {
                stack[source + i] = stack[target + i];
            }

            return true;
        }

        private bool BindDefaults(int function, int target, int given, int positional, int keywordOnly)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            int defaults = heap[(function >> 2) + 2];
            int count = defaults == 0 ? 0 : (int)((uint)heap[defaults >> 2] >> 8) - 1;
            int missing = 0;
            int first = 0;
            int names = 0;
            for (int i = 0; i < positional; i++)
            {
                if (stack[target + i] == 0)
                {
                    if (i >= positional - count)
                    {
                        stack[target + i] = heap[(defaults >> 2) + 1 + i - (positional - count)];
                    }
                    else
                    {
                        first = missing++ == 0 ? i : first;
                        names |= i < 30 ? 1 << i : 0;
                    }
                }
            }

            int record = heap[(function >> 2) + 1] >> 1;
            if ((heap[record + F_FLAGS] & 32) != 0)
            {
                // The Python half gives its parameters their defaults itself.
                return true;
            }

            if (missing == 1)
            {
                Raise(Err.MissingArgument, FunctionName(function), Small(ParameterName(record, first)), Small(first));
                return false;
            }

            if (missing > 1)
            {
                Raise(Err.MissingArguments, FunctionName(function), Small(missing), Small(names));
                return false;
            }

            defaults = heap[(function >> 2) + 3];
            for (int i = positional; i < positional + keywordOnly; i++)
            {
                if (stack[target + i] == 0)
                {
                    int value = defaults == 0 ? 0 : heap[(defaults >> 2) + 1 + i - positional];
                    if (value == 0)
                    {
                        first = missing++ == 0 ? i : first;
                        names |= i < 30 ? 1 << i : 0;
                    }

                    stack[target + i] = value;
                }
            }

            if (missing > 0)
            {
                Raise(missing == 1 ? Err.MissingKeywordOnly : Err.MissingKeywordOnlys, FunctionName(function), Small(missing == 1 ? ParameterName(record, first) : missing), Small(missing == 1 ? first : names));
                return false;
            }

            return true;
        }

        private void RaiseTooMany(int function, int given)
        {
            int record = _enter;
            int positional = A.Heap[record + F_SHAPE] & 255;
            int defaults = function == 0 ? 0 : A.Heap[(function >> 2) + 2];
            int count = defaults == 0 ? 0 : (int)((uint)A.Heap[defaults >> 2] >> 8) - 1;
            if (count > 0)
            {
                Raise(Err.TooManyArgumentsRange, FunctionName(function), Small((positional - count) * 256 + positional), Small(given));
            }
            else
            {
                Raise(Err.TooManyArguments, FunctionName(function), Small(positional), Small(given));
            }
        }

        // An operand that errors.md shows as a function's name: the FUNCTION itself, or a small int, the number of the function.
        private int FunctionName(int function)
        {
            return function != 0 ? function : Small(NumberOf(_enter));
        }

        // The number of the parameter with that name (a small int value), from `from` on; -1 without.
        private int FindParameter(int record, int name, int from)
        {
            int at = A.Heap[record + F_INFO];
            if (at == 0 || (name & 1) == 0)
            {
                return -1;
            }

            int shape = A.Heap[record + F_SHAPE];
            int count = (shape & 255) + (shape >> 16 & 255);
            for (int i = 0; i < count; i++)
            {
                int number = ReadVarint(ref at);
                if (number == name >> 1 && i >= from)
                {
                    return i;
                }
            }

            return -1;
        }

        // The name of a parameter of a FUNCTION or, as a small int value, of a function by number; 0 without.
        internal int ParameterName(int function, int parameter, bool value)
        {
            int number = (function & 1) != 0 ? function >> 1 : A.KindOf(function) == Kind.FUNCTION ? NumberOf(A.Heap[(function >> 2) + 1] >> 1) : 0;
            int shape = number < 0 || number >= FunctionCount ? 0 : A.Heap[FUNCTIONS + number * F_WORDS + F_SHAPE];
            if (parameter < 0 || parameter >= (shape & 255) + (shape >> 16 & 255))
            {
                return 0;
            }

            return ParameterName(FUNCTIONS + number * F_WORDS, parameter);
        }

        private int ParameterName(int record, int parameter)
        {
            int at = A.Heap[record + F_INFO];
            int number = 0;
            for (int i = 0; i <= parameter && at != 0; i++)
            {
                number = ReadVarint(ref at);
            }

            return number;
        }

        // An unsigned LEB128 of the image, which the loader has checked.
        private int ReadVarint(ref int at)
        {
            int value = 0;
            for (int shift = 0; ; shift += 7)
            {
                int b = _code[at++];
                value |= (b & 127) << shift;
                if (b < 128)
                {
                    return value;
                }
            }
        }
    }
}
