// Who sees inside Io.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Loading")]
