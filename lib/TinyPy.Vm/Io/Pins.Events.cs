// Pin.irq: handlers of edges. The board notes an edge, from any thread; the machine takes it at its next safe point, the start of a slice, and runs the
// handler there as a call. Invariants: handlers live in the heap, this only notes which edges wait; edges of one pin that wait are one event.
namespace TinyPy.Vm
{
    internal sealed partial class PinService
    {
        private const int RISING = 1;
        private const int FALLING = 2;

        // By place in ROOT_HANDLERS: the pin, the edges it waits for, whether one came.
        private const int MOST_HANDLERS = 16;
        private readonly byte[] _watched = new byte[MOST_HANDLERS];
        private readonly byte[] _edges = new byte[MOST_HANDLERS];
        private readonly bool[] _came = new bool[MOST_HANDLERS];
        private int _handlers;

        // Words of a handler: pin number, callable, Pin.
        private const int HANDLER_WORDS = 3;

        internal override int Constant(int attribute)
        {
            switch (attribute)
            {
                case TinyPy.Vm.Attribute.Pin__IN: return Machine.Small(IN);
                case TinyPy.Vm.Attribute.Pin__OUT: return Machine.Small(OUT);
                case TinyPy.Vm.Attribute.Pin__OPEN_DRAIN: return Machine.Small(OPEN_DRAIN);
                case TinyPy.Vm.Attribute.Pin__PULL_UP: return Machine.Small(PULL_UP);
                case TinyPy.Vm.Attribute.Pin__PULL_DOWN: return Machine.Small(PULL_DOWN);
                case TinyPy.Vm.Attribute.Pin__IRQ_RISING: return Machine.Small(RISING);
                case TinyPy.Vm.Attribute.Pin__IRQ_FALLING: return Machine.Small(FALLING);
                default: return 0;
            }
        }

        internal override void Event(int pin, int level)
        {
            for (int i = 0; i < _handlers; i++)
            {
                if (_watched[i] == pin && (_edges[i] & (level != 0 ? RISING : FALLING)) != 0)
                {
                    _came[i] = true;
                    Due = true;
                }
            }
        }

        internal override bool TakeEvent(int at)
        {
            // Cleared before the look: what comes meanwhile sets it again.
            Due = false;
            bool taken = false;
            for (int i = 0; i < _handlers; i++)
            {
                if (!_came[i])
                {
                    continue;
                }

                if (taken)
                {
                    Due = true;
                    return true;
                }

                _came[i] = false;
                int place = (_a.Roots[Arena.ROOT_HANDLERS] >> 2) + 1 + HANDLER_WORDS * i;
                if (_a.Heap[place + 1] != Value.NONE)
                {
                    _a.Stack[at] = _a.Heap[place + 1];
                    _a.Stack[at + 1] = _a.Heap[place + 2];
                    taken = true;
                }
            }

            return taken;
        }

        private void ReleaseEvents()
        {
            for (int i = 0; i < _handlers; i++)
            {
                if (_edges[i] != 0)
                {
                    _m.Peripherals.Watch(_watched[i], 0);
                }
            }

            _handlers = 0;
            Due = false;
            _a.Roots[Arena.ROOT_HANDLERS] = 0;
        }

        // irq(handler=None, trigger=IRQ_FALLING | IRQ_RISING) of the Pin Stack[at].
        private int SetHandler(int at, int argc, int keywords)
        {
            int[] stack = _a.Stack;
            int plain = argc - _m.KeywordCount(keywords);
            int self = Machine.BuiltinValue(Machine.METHOD_BASE + Method.Pin__irq);
            if (keywords != 0 && !_m.OnlyKeywords(keywords, self, Word.handler, Word.trigger, 0))
            {
                return 0;
            }

            int handlerAt = plain > 1 ? at + 1 : _m.Keyword(at, argc, keywords, Word.handler);
            int triggerAt = plain > 2 ? at + 2 : _m.Keyword(at, argc, keywords, Word.trigger);
            int edges = RISING | FALLING;
            if (triggerAt >= 0 && !_m.IntArgument(stack[triggerAt], out edges))
            {
                return 0;
            }

            int handler = handlerAt < 0 ? Value.NONE : stack[handlerAt];
            int called = _a.KindOf(handler) == Kind.METHOD ? _a.Heap[(handler >> 2) + 2] : handler;
            if (handler != Value.NONE && _a.KindOf(called) != Kind.FUNCTION)
            {
                return _m.Raise(Err.HandlerExpected, handler);
            }

            if (edges < 1 || edges > (RISING | FALLING))
            {
                return _m.Raise(Err.PinMode);
            }

            int pin = _a.Heap[(stack[at] >> 2) + 1] >> 1;
            int flags = _m.Policy.PinFlags(pin);
            if ((flags & Policy.PIN_IN) == 0)
            {
                return Refuse(flags, pin, 0);
            }

            int place = 0;
            while (place < _handlers && _watched[place] != pin)
            {
                place++;
            }

            if (!_m.Charge(64) || place == _handlers && !AddHandler(pin))
            {
                return 0;
            }

            edges = handler == Value.NONE ? 0 : edges;
            if (_m.Peripherals == null || !_m.Peripherals.Watch(pin, edges))
            {
                return edges == 0 ? Value.NONE : _m.Raise(Err.PinMode);
            }

            int to = (_a.Roots[Arena.ROOT_HANDLERS] >> 2) + 1 + HANDLER_WORDS * place;
            _a.Heap[to] = Machine.Small(pin);
            _a.Heap[to + 1] = handlerAt < 0 ? Value.NONE : stack[handlerAt];
            _a.Heap[to + 2] = stack[at];
            _came[place] = false;
            _edges[place] = (byte)edges;
            return Value.NONE;
        }

        // One more entry in ROOT_HANDLERS, without a handler yet; false with MemoryError.
        private bool AddHandler(int pin)
        {
            int words = HANDLER_WORDS * (_handlers + 1) + 1;
            if (_handlers == MOST_HANDLERS)
            {
                return _m.Raise(Err.OutOfHeap) != 0;
            }

            if (!_m.Need(words, 0, 0))
            {
                return false;
            }

            int made = _a.NewObject(Kind.TUPLE, words);
            int old = _a.Roots[Arena.ROOT_HANDLERS] >> 2;
            for (int i = 1; i < words; i++)
            {
                _a.Heap[(made >> 2) + i] = i <= HANDLER_WORDS * _handlers ? _a.Heap[old + i] : Value.NONE;
            }

            _a.Roots[Arena.ROOT_HANDLERS] = made;
            _edges[_handlers] = 0;
            _came[_handlers] = false;
            _watched[_handlers++] = (byte)pin;
            return true;
        }
    }
}
