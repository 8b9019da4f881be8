// The entry of the `tinypy` command. Everything else is behind Cli.Run, which tests call the same way.
using TinyPy.Tool;

using CliHost host = CliHost.ForProcess();
return Cli.Run(args, host);
