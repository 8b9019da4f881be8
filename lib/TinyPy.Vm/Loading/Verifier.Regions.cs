// Protected regions: their table is read first, and the depth below each is kept while its instructions are checked.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // Copies the regions to the scratch and notes the depth at their targets.
        private int ReadRegions(int count)
        {
            int[] heap = _arena.Heap;
            _loader.Seek(heap[_record + Machine.F_REGIONS]);
            int lastStart = int.MaxValue;
            int lastLength = 0;
            for (int i = 0; i < count; i++)
            {
                int start = _loader.Varint();
                int length = _loader.Varint();
                int target = _loader.Varint();
                int depth = _loader.Varint();
                if (start >= _length || length == 0 || length > _length - start || start > lastStart || start == lastStart && length < lastLength)
                {
                    return Err.ImageRegion;
                }

                int end = start + length;
                if (target == start)
                {
                    // A context region: depth is a local.
                    if (depth >= heap[_record + Machine.F_LOCALS])
                    {
                        return Err.ImageRegion;
                    }

                    depth = 0;
                }
                else
                {
                    if (target < end || target >= _length || depth > Limit.MAX_STACK)
                    {
                        return Err.ImageRegion;
                    }

                    int known = Slot(target);
                    if (known != 0 && known != depth + 2)
                    {
                        return Err.ImageStackMismatch;
                    }

                    if (known == 0)
                    {
                        _ahead++;
                        SetSlot(target, depth + 2);
                    }
                }

                heap[_regions + 2 * i] = start | end << 16;
                heap[_regions + 2 * i + 1] = depth | (target == start ? ASSUMED : 0);
                lastStart = start;
                lastLength = length;
            }

            _firstRegion = lastStart;
            _waiting = count - 1;
            _region = -1;
            _regionEnd = int.MaxValue;
            _floor = 0;
            _edge = count > 0 ? lastStart : int.MaxValue;
            return 0;
        }

        // Leaves the regions that end here and enters those that begin here, the outermost first. False: they do not fit each other or the code.
        private bool EnterRegions(int at)
        {
            int[] heap = _arena.Heap;
            while (_regionEnd <= at)
            {
                if (_regionEnd < at)
                {
                    return false;
                }

                Inside((int)((uint)heap[_regions + 2 * _region + 1] >> 16) - 1);
            }

            while (_waiting >= 0)
            {
                int region = _regions + 2 * _waiting;
                int start = heap[region] & 0xFFFF;
                if (start >= at)
                {
                    if (start > at)
                    {
                        break;
                    }

                    int depth = (heap[region + 1] & ASSUMED) != 0 ? _floor : heap[region + 1];
                    if (heap[region] >> 16 > _regionEnd || depth < _floor)
                    {
                        return false;
                    }

                    heap[region + 1] = depth | (_region + 1) << 16;
                    Inside(_waiting--);
                    continue;
                }

                return false;
            }

            int waiting = _waiting >= 0 ? heap[_regions + 2 * _waiting] & 0xFFFF : int.MaxValue;
            _edge = waiting < _regionEnd ? waiting : _regionEnd;
            return true;
        }

        private void Inside(int region)
        {
            _region = region;
            _regionEnd = region < 0 ? int.MaxValue : _arena.Heap[_regions + 2 * region] >> 16;
            _floor = region < 0 ? 0 : _arena.Heap[_regions + 2 * region + 1] & 0xFFFF;
        }
    }
}
