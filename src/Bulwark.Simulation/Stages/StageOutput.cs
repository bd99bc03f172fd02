using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Stages;

/// <summary>Where a stage puts what it decided: events for the record, and events for the queue.</summary>
internal sealed class StageOutput
{
    private readonly EventQueue _queue;
    private readonly Recorder _recorder;
    private readonly PlannedOrder[] _orders;
    private readonly bool[] _setOff;
    private readonly NodeState[] _nodes;
    private readonly TruthKey _key;
    private readonly PlannedTarget[] _targets;
    private readonly PlannedNode[] _radars;

    /// <summary>Makes the output of a run.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="world">The run's queue, its record, which orders have been set off, and what radars remember.</param>
    public StageOutput(RunPlan plan, WorldTables world)
    {
        _orders = plan.Orders;
        _setOff = world.Orders;
        _queue = world.Queue;
        _recorder = world.Recorder;
        _nodes = world.Nodes;
        _key = world.Truth;
        _targets = plan.Targets;
        _radars = plan.Nodes;
    }

    /// <summary>Whether a record is kept: what serves only the record need not be worked out otherwise.</summary>
    public bool IsRecording => _recorder.Enabled;

    /// <summary>Appends to the record.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="happened">What happened.</param>
    /// <typeparam name="T">Type of the event.</typeparam>
    public void Record<T>(SimTime time, in T happened)
        where T : struct, IRunEvent => _recorder.Append(time, in happened);

    /// <summary>Appends to the record what was believed, with the truth beside it, which its writer does not know.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="happened">What happened; its target is not yet said.</param>
    /// <param name="truth">What is behind it in truth.</param>
    /// <typeparam name="T">Type of the event.</typeparam>
    public void Record<T>(SimTime time, in T happened, TruthTag truth)
        where T : struct, IBeliefEvent<T> => _recorder.Append(time, happened.About(truth.Open(_key)));

    /// <summary>Appends to the record what a track was believed to be, with how far that is from the truth, which nobody else learns.</summary>
    /// <param name="time">When it took the plot.</param>
    /// <param name="happened">The update; its target and its error are not yet said.</param>
    /// <param name="belief">What is believed, with its covariance.</param>
    /// <param name="truth">What is behind the plot in truth.</param>
    public void Record(SimTime time, in TrackUpdated happened, in KinematicEstimate belief, TruthTag truth)
    {
        if (!IsRecording) return;
        var target = truth.Open(_key);
        if (target < 0)
        {
            Record(time, in happened, truth);
            return;
        }

        var (position, velocity) = _targets[target].StateAt(belief.Time);
        var (place, motion) = (belief.Position - position, belief.Velocity - velocity);
        var covariance = belief.Covariance;
        Record(time, happened with { StateErrorSquaredRatio = ConsistencyScore.SquaredRatio([place.X, place.Y, place.Z, motion.X, motion.Y, motion.Z], covariance) }, truth);
    }

    /// <summary>Appends to the record what a liaison said.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="happened">What was said; its targets are not yet said.</param>
    /// <param name="truth">What is behind the track that it was taken to mean.</param>
    /// <param name="meant">What was meant.</param>
    public void Record(SimTime time, in LiaisonTold happened, TruthTag truth, TruthTag meant) => Record(time, happened with { MeantTarget = meant.Open(_key) }, truth);

    /// <summary>Appends to the record what is believed of a radar's constant errors, with what they are, which nobody learns.</summary>
    /// <param name="time">When.</param>
    /// <param name="happened">What is believed; the truth is not yet said.</param>
    public void Record(SimTime time, in RadarRegistered happened)
    {
        var bias = _radars[happened.Node].Bias;
        _recorder.Append(time, happened with { TrueRangeM = bias.RangeM, TrueAzimuthRad = bias.AzimuthRad, TrueElevationRad = bias.ElevationRad });
    }

    /// <summary>A radar went off: what it saw is forgotten, so that the record says what it sees when it is on again.</summary>
    /// <param name="node">Index of the radar.</param>
    public void Forget(int node)
    {
        foreach (ref var look in _nodes[node].Looks.AsSpan()) look.Visibility = null;
    }

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
