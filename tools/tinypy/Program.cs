// The entry of the `tinypy` command: builds the command tree and hands the arguments to it. No command's work is done in this file.
using System.CommandLine;

return new RootCommand("Compiles, checks and runs Python scripts in the TinyPy.Nano sandbox.").Parse(args).Invoke();
