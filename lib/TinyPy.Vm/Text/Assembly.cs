// Who sees inside Text.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Types")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Io")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Loading")]
