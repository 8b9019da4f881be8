// The entry of the benchmarks. It refuses a build without optimization, whose figures would mean nothing.
#if DEBUG
Console.Error.WriteLine("This is a debug build; measure with: dotnet run -c Release --project tests/TinyPy.Benchmarks");
return 2;
#else
return 0;
#endif
