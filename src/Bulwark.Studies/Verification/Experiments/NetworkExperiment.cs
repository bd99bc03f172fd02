using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Messages carried by the simulated network against the formulas of queues.</summary>
internal sealed class NetworkExperiment : IExperiment
{
    private const int Runs = 40;
    private const int WarmUp = 1_000;
    private const int Measured = 3_000;
    private const int Bits = 1_000;

    /// <inheritdoc />
    public string Name => "experiment-network";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "delay and loss of a simulated network";

    /// <inheritdoc />
    public string Source => "M/M/c, M/D/1, time division (Bertsekas and Gallager), binomial loss";

    /// <inheritdoc />
    public string Rule =>
        $"{Runs} runs of {Measured:N0} messages after {WarmUp:N0} to forget the empty start. Mean waits within four standard errors of the runs' means; losses within four binomial standard deviations; fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        var plain = new LinkParameters { CapacityBitPerS = Bits };
        foreach (var load in (double[])[0.3, 0.6, 0.8])
        {
            Wait($"one channel, load {load}", plain, load, exponential: true, QueueFormulas.WaitRatio(1, load));
            Wait($"equal messages, load {load}", plain, load, exponential: false, QueueFormulas.EqualServiceWaitRatio(load));
            Wait($"own slots, load {load}", plain with { TimeDivision = new TimeDivision { FrameS = 12, Slots = 12, SlotsPerSender = 12, BitsPerSlot = Bits } }, load, exponential: false, QueueFormulas.TimeDivisionWaitRatio(load));
        }

        Wait("three channels, load 2.1", plain with { Channels = 3 }, 2.1, exponential: true, QueueFormulas.WaitRatio(3, 2.1));
        Lose();

        void Wait(string name, LinkParameters link, double load, bool exponential, double expected)
        {
            cancellation.ThrowIfCancellationRequested();
            double sum = 0, squares = 0;
            for (uint run = 0; run < Runs; run++)
            {
                var mean = MeanWaitS(link, load, exponential, run);
                sum += mean;
                squares += mean * mean;
            }

            var average = sum / Runs;
            var error = Math.Sqrt(((squares / Runs) - (average * average)) / (Runs - 1));
            findings.Begin(name);
            findings.CheckError("mean wait", "σ", Math.Abs(average - expected) / error, Chance.Bound);
        }

        void Lose()
        {
            const int Messages = 40_000;
            var network = new NetworkState(3, [new(0, 1, new LinkParameters { LossProbability = 0.1 }), new(1, 2, new LinkParameters { LossProbability = 0.2 })], 1975, 0);
            network.SetLink(SimTime.Start, 1, new LinkCondition(true, 0.25));
            var reports = new List<MessageReport>();
            for (var message = 0; message < Messages; message++) network.Send(SimTime.Start, 0, 2, 1, message);
            network.Advance(SimTime.FromSeconds(1), reports);
            findings.Begin("two links, one jammed");
            Chance.Binomial(findings, "messages that arrive", (int)network.Totals.Delivered, Messages, 0.9 * 0.8 * 0.75);
        }
    }

    // Service times have a mean of one second; the wait is the time in the network without sending.
    private static double MeanWaitS(LinkParameters link, double load, bool exponential, uint run)
    {
        var random = new RandomStream(1909, run, (uint)(load * 1000) + (exponential ? 1u : 0), RandomPurpose.General);
        var network = new NetworkState(2, [new LinkDescription(0, 1, link)], 1909, run);
        var reports = new List<MessageReport>();
        var bits = new int[WarmUp + Measured];
        var timeS = 0.0;
        for (var message = 0; message < bits.Length; message++)
        {
            timeS -= Math.Log(random.NextUnit()) / load;
            bits[message] = exponential ? (int)Math.Round(-Bits * Math.Log(random.NextUnit())) : Bits;
            network.Send(SimTime.FromSeconds(timeS), 0, 1, bits[message], message);
        }

        network.Advance(SimTime.FromSeconds(timeS + 1e6), reports);
        var sum = 0.0;
        foreach (var report in reports)
        {
            if (report.Message.Id < WarmUp) continue;
            sum += (report.Time - report.Message.SentAt).TotalS - (link.TimeDivision?.SlotLengthS ?? bits[report.Message.Id] / link.CapacityBitPerS);
        }

        return sum / Measured;
    }
}
