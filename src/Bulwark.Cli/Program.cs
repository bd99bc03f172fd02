using System.Runtime.InteropServices;
using Bulwark.Cli;
using Bulwark.Cli.Manner;

using var interruption = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return CommandLine.Run(args, Terminal.OfProcess(), interruption.Token);

void Interrupt(PosixSignalContext signal)
{
    // The first signal ends the work in an orderly way; a second one, for the impatient, ends the process.
    if (interruption.IsCancellationRequested) return;
    signal.Cancel = true;
    interruption.Cancel();
}
