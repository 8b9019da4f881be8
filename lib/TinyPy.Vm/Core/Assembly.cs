// Who sees inside the core: the VM's other assemblies on a board (the file lists *.projitems), the tests on a board (NFUnitTest), the host and the tests on the desktop.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Text")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Types")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Io")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TinyPy.Vm.Loading")]
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("NFUnitTest")]
