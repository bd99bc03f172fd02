using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Simulation.Stages;

/// <summary>Where a stage puts what it decided: events for the record, and events for the queue.</summary>
internal sealed class StageOutput
{
    private readonly EventQueue _queue;
    private readonly Recorder _recorder;
    private readonly PlannedOrder[] _orders;
    private readonly bool[] _setOff;

    /// <summary>Makes the output of a run.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="queue">The run's queue.</param>
    /// <param name="recorder">The run's record.</param>
    /// <param name="setOff">Which orders have been set off; kept up here.</param>
    public StageOutput(RunPlan plan, EventQueue queue, Recorder recorder, bool[] setOff)
    {
        _orders = plan.Orders;
        _setOff = setOff;
        _queue = queue;
        _recorder = recorder;
    }

    /// <summary>Whether a record is kept: what serves only the record need not be worked out otherwise.</summary>
    public bool IsRecording => _recorder.Enabled;

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

    /// <summary>Something has happened for which orders may wait: each is set off once.</summary>
    /// <param name="now">When.</param>
    /// <param name="condition">What.</param>
    /// <param name="picture">Index of the picture whose owner it happened to.</param>
    public void Happened(SimTime now, OrderCondition condition, int picture)
    {
        for (var order = 0; order < _orders.Length; order++)
        {
            if (_setOff[order] || _orders[order].Order.When != condition || _orders[order].WhenPicture != picture) continue;
            _setOff[order] = true;
            _queue.Push(now + _orders[order].Order.Delay, EventKind.OrderDue, order);
        }
    }
}
