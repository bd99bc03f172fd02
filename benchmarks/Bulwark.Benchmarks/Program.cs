using BenchmarkDotNet.Running;
using Bulwark.Benchmarks.Experiments;
using Bulwark.Benchmarks.Timing;
using Bulwark.Benchmarks.Tracking;

if (args is ["tracking", .. var rest]) return TrackingCommand.Run(rest);
if (args is ["tracking-scale", .. var scale]) return ScaleCommand.Run(scale);
if (args is ["associators", .. var scenarios]) return AssociatorsCommand.Run(scenarios);
if (args is ["sight", ..]) SightTiming.Run(args[1..]);
else if (args is ["replication", ..]) ReplicationTiming.Run(args[1..]);
else if (args is ["study", ..]) StudyTiming.Run(args[1..]);
else if (args is ["study-endurance", ..]) StudyEndurance.Run(args[1..]);
else if (args is ["assignment", ..]) AssignmentTiming.Run();
else if (args is ["detection", ..]) DetectionTiming.Run();
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
