// Operators of views of keys: what stands beside one may be anything that can be iterated over.
namespace TinyPy.Vm
{
    internal sealed partial class DictService : Dicts
    {
        // Makes a set of Stack[other] if Stack[view] is a view; false: raised, or no set could be made of it.
        private bool TakeIterable(int view, int other)
        {
            if (_a.KindOf(_stack[view]) != Kind.VIEW || _m.IsUser(_stack[other]) || _a.KindOf(_stack[other]) == Kind.GENERATOR)
            {
                return true;
            }

            if (!_m.Iterators.IsNativeIterable(_stack[other]))
            {
                _m.Raise(Err.NotIterable, _stack[other]);
                return false;
            }

            int place = _a.Top;
            _stack[place] = _stack[other];
            _a.Top = place + 1;
            int made = Construct(Builtin.set, place, 1, 0);
            _a.Top = place;
            if (made == 0)
            {
                // Items with a hash of their own would need the Python half, which has no part for this: the operator is refused.
                _m.Pending = _m.Pending == Machine.PENDING_HOOK ? 0 : _m.Pending;
                return false;
            }

            _stack[other] = made;
            return true;
        }
    }
}
