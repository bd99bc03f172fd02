using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Stages;

/// <summary>Where a stage puts what it decided: events for the record, and events for the queue.</summary>
internal sealed class StageOutput
{
    private readonly EventQueue _queue;
    private readonly Recorder _recorder;

    /// <summary>Makes the output of a run.</summary>
    /// <param name="queue">The run's queue.</param>
    /// <param name="recorder">The run's record.</param>
    public StageOutput(EventQueue queue, Recorder recorder)
    {
        _queue = queue;
        _recorder = recorder;
    }

    /// <summary>Appends to the record.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="happened">What happened.</param>
    /// <typeparam name="T">Type of the event.</typeparam>
    public void Record<T>(SimTime time, in T happened)
        where T : struct, IRunEvent => _recorder.Append(time, in happened);

    /// <summary>Puts an event into the queue.</summary>
    /// <param name="time">When it is due.</param>
    /// <param name="kind">What it asks for.</param>
    /// <param name="subject">Index of the thing it concerns.</param>
    /// <param name="detail">A second number, by kind.</param>
    public void Schedule(SimTime time, EventKind kind, int subject, int detail = 0) => _queue.Push(time, kind, subject, detail);
}
