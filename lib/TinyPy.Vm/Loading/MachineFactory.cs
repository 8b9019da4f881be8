// Puts a machine together from its assemblies.
namespace TinyPy.Vm
{
    /// <summary>Makes sandboxes.</summary>
    public static class MachineFactory
    {
        /// <summary>A machine with its arenas and services: all the memory that it will ever use.</summary>
        /// <param name="limits">Sizes and quotas.</param>
        /// <param name="policy">What a script may touch.</param>
        /// <param name="hal">The board.</param>
        public static Machine Create(Limits limits, Policy policy, IHal hal)
        {
            Machine m = new Machine(limits, policy, hal);
            m.Strings = new StringService(m);
            m.Operators = new OperatorService(m);
            m.Compare = new CompareService(m);
            m.Dicts = new DictService(m);
            m.Iterators = new IteratorService(m);
            m.Containers = new ContainerService(m);
            m.Format = new FormatService(m);
            m.Repr = new ReprService(m);
            m.Pins = new PinService(m);
            m.Host = new HostService(m);
            m.Builtins = new BuiltinService(m);
            m.Loader = new ImageLoader(m);
            m.Loops = new LoopService(m);
            return m;
        }
    }
}
