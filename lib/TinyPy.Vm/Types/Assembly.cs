// Who sees inside Types.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Loading")]
