using BenchmarkDotNet.Running;
using Bulwark.Benchmarks.Timing;

if (args is ["sight", ..]) SightTiming.Run(args[1..]);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
