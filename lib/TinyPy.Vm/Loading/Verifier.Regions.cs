// Protected regions: their table is read first, and the depth below each is kept while its instructions are checked.
//
// Two words for each region. Before the pass: start | end << 16, and target | depth << 16, counted from the start of the function. From where it begins on: where
// the region around it ends in the image, and the floor there | that region << 16; so a region is left by taking the two words back.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // The table; the word of the next region to begin (the last ones come first) and where in the image it begins; the one that the pass is in, as words behind
        // the start of the table (-2 without), where it ends, and the depth below which nothing may be taken.
        private int _table;
        private int _waiting;
        private int _begins;
        private int _region;
        private int _ends;
        private int _floor;

        // Where the first region begins in the image.
        private int _firstRegion;

        // Where the table is read in the image.
        private int _reading;

        private int ReadRegions(int table, int count)
        {
            _ends = int.MaxValue;
            _begins = int.MaxValue;
            _firstRegion = int.MaxValue;
            _floor = 0;
            _border = _stop;
            if (count == 0)
            {
                return 0;
            }

            int[] heap = _arena.Heap;
            byte[] image = _code;
            int at = heap[_record + Machine.F_REGIONS];
            int size = _end - _start;
            int lastStart = int.MaxValue;
            int lastLength = 0;
            _table = table;
            _waiting = table + 2 * count - 2;
            _region = -2;
            for (int i = 0; i < count; i++)
            {
                // Four numbers, of one or two bytes here and of more by the method.
                int start = image[at++];
                if (start > 127)
                {
                    start += image[at++] - 1 << 7;
                    if (start > 16383)
                    {
                        start = Number(at - 2);
                        at = _reading;
                    }
                }

                int length = image[at++];
                if (length > 127)
                {
                    length += image[at++] - 1 << 7;
                    if (length > 16383)
                    {
                        length = Number(at - 2);
                        at = _reading;
                    }
                }

                int target = image[at++];
                if (target > 127)
                {
                    target += image[at++] - 1 << 7;
                    if (target > 16383)
                    {
                        target = Number(at - 2);
                        at = _reading;
                    }
                }

                int depth = image[at++];
                if (depth > 127)
                {
                    depth = Number(at - 1);
                    at = _reading;
                }

                if (start >= size || length == 0 || length > size - start || start > lastStart || start == lastStart && length < lastLength)
                {
                    return Err.ImageRegion;
                }

                // A context region's depth is a local.
                if (target == start ? depth >= _locals : target < start + length || target >= size || depth > Limit.MAX_STACK)
                {
                    return Err.ImageRegion;
                }

                heap[table++] = start | start + length << 16;
                heap[table++] = target | depth << 16;
                lastStart = start;
                lastLength = length;
            }

            _begins = _start + lastStart;
            _firstRegion = _begins;
            if (_begins < _stop)
            {
                _border = _begins;
            }

            return 0;
        }

        // A number of the table, which the loader has read before, and where it ends.
        private int Number(int at)
        {
            byte[] image = _code;
            int part = image[at++];
            int value = part & 127;
            for (int shift = 7; part > 127; shift += 7)
            {
                part = image[at++];
                value |= (part & 127) << shift;
            }

            _reading = at;
            return value;
        }

        // At _border or behind it: leaves the regions that end here and enters those that begin here, the outermost first.
        private int CrossBorder(int at, int level)
        {
            int[] heap = _arena.Heap;
            while (_ends <= at)
            {
                if (_ends < at)
                {
                    return Err.ImageRegion;
                }

                int outer = _table + _region;
                _ends = heap[outer];
                outer = heap[outer + 1];
                _floor = outer & 0xFFFF;
                _region = outer >> 16;
            }

            while (_begins <= at)
            {
                int word = _waiting;
                int end = _start + (heap[word] >> 16);
                int target = heap[word + 1];
                if (_begins < at || end > _ends)
                {
                    return Err.ImageRegion;
                }

                heap[word] = _ends;
                heap[word + 1] = _floor | _region << 16;
                _ends = end;
                _region = word - _table;
                _waiting = word - 2;
                _begins = _region == 0 ? int.MaxValue : _start + (heap[word - 2] & 0xFFFF);
                int floor = target >> 16;
                target = _start + (target & 0xFFFF);
                if (target != at)
                {
                    int error = floor < _floor ? Err.ImageRegion : Expect(target, floor + 2);
                    if (error != 0)
                    {
                        return error;
                    }

                    _floor = floor;
                }
            }

            if (at >= _stop)
            {
                if (at >= _end)
                {
                    return at > _end ? Err.ImageOperandCut : level != 0 ? Err.ImageFallThrough : 0;
                }

                FindStop(at);
                if (at == _stop)
                {
                    return Err.ImageOperandCut;
                }
            }

            int border = _begins < _ends ? _begins : _ends;
            _border = border < _stop ? border : _stop;
            return 0;
        }

        // Looks at the last instructions of a function behind which the image has no bytes that could be read in place of operands that are cut off.
        private void FindStop(int at)
        {
            int next = at;
            while (next < _end)
            {
                at = next;
                next += OpTable.Facts[_code[at]] & 7;
                if (next == at)
                {
                    next = _end;
                }
            }

            _stop = next > _end ? at : _end;
        }
    }
}
