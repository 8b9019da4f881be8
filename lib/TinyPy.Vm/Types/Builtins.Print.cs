// print, and writing a text to the output.
namespace TinyPy.Vm
{
    internal sealed partial class BuiltinService : Builtins
    {
        // What separates and ends a line if the script does not say.
        private readonly byte[] _blank = { (byte)' ', (byte)'\n' };

        // First every argument becomes its text, in its place; then they are written one after another, so that no line is built.
        private int Print(int at, int argc, int keywords)
        {
            int self = Machine.BuiltinValue(Builtin.print);
            int sep = _m.Keyword(at, argc, keywords, Word.sep);
            int end = _m.Keyword(at, argc, keywords, Word.end);
            if (keywords != 0 && !_m.OnlyKeywords(keywords, self, Word.sep, Word.end, Word.flush))
            {
                return 0;
            }

            if (sep >= 0 && _stack[sep] != Value.NONE && !_m.IsStr(_stack[sep]))
            {
                return _m.Raise(Err.PrintSep, _stack[sep]);
            }

            if (end >= 0 && _stack[end] != Value.NONE && !_m.IsStr(_stack[end]))
            {
                return _m.Raise(Err.PrintEnd, _stack[end]);
            }

            int count = argc - _m.KeywordCount(keywords);
            for (int i = 0; i < count; i++)
            {
                if (_m.IsStr(_stack[at + i]))
                {
                    continue;
                }

                int text = _m.Repr.Str(at + i);
                if (text == 0)
                {
                    return _m.Pending == Machine.PENDING_HOOK ? _m.Hook(Hook.print) : 0;
                }

                _stack[at + i] = text;
            }

            for (int i = 0; i < count; i++)
            {
                if (i > 0 && !Write(sep, 0) || !Write(at + i))
                {
                    return 0;
                }
            }

            return Write(end, 1) ? Flushed() : 0;
        }

        // The STR Stack[at] or, without one, the byte of _blank.
        private bool Write(int at, int blank)
        {
            return at >= 0 && _stack[at] != Value.NONE ? Write(at) : _m.Write(_blank, blank, 1) != 0;
        }

        private bool Write(int at)
        {
            _m.Strings.Range(_stack[at]);
            return _m.Strings.Size == 0 || _m.Charge(_m.Strings.Size >> 3) && _m.Write(_a.Text, _m.Strings.Start, _m.Strings.Size) != 0;
        }

        // None, now or when the policy lets the script write on.
        private int Flushed()
        {
            return _m.OutputPaused() ? _m.Wait(_m.WakeAt) : Value.NONE;
        }
    }
}
