// Who sees inside Types.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Io")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Loading")]
