using Bulwark.Core.Timing;
using Bulwark.Simulation.Branching;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Stages;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation;

/// <summary>
/// One run: takes the next event, hands its stage exactly the tables it may use, and lets the stage's output go to the record and the
/// queue. Not thread-safe; many simulators may run side by side.
/// </summary>
public sealed class Simulator
{
    private readonly RunPlan _plan;
    private readonly WorldTables _world;
    private readonly StageOutput _output;
    private readonly StageSet _stages;

    /// <summary>Prepares a run from its start.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="recording">False to keep no record, for benchmarks of the engine alone.</param>
    public Simulator(RunPlan plan, bool recording = true)
        : this(Checked(plan), new WorldTables(plan, recording))
    {
        FirstEvents.Schedule(plan, _output);
    }

    internal Simulator(RunPlan plan, WorldTables world)
    {
        _plan = plan;
        _world = world;
        _output = new StageOutput(plan, world);
        _stages = new StageSet();
    }

    /// <summary>The present simulated time.</summary>
    public SimTime Now => _world.Now;

    /// <summary>Events handled so far.</summary>
    public long EventsHandled { get; private set; }

    /// <summary>Runs a scenario from start to end.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Run(Scenario scenario, RunOptions? options = null, CancellationToken cancellation = default)
    {
        var simulator = new Simulator(RunPlanner.Plan(scenario, options ?? new RunOptions()));
        simulator.RunUntil(simulator._plan.End, cancellation);
        return simulator.Result(simulator._world.Recorder);
    }

    /// <summary>Runs a plan from start to end.</summary>
    /// <param name="plan">The plan; any number of runs may share it.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Run(RunPlan plan, CancellationToken cancellation = default)
    {
        var simulator = new Simulator(plan);
        simulator.RunUntil(plan.End, cancellation);
        return simulator.Result(simulator._world.Recorder);
    }

    /// <summary>Handles every event up to and including a moment.</summary>
    /// <param name="until">The moment.</param>
    /// <param name="cancellation">Stops the run between two events.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void RunUntil(SimTime until, CancellationToken cancellation = default)
    {
        while (_world.Queue.TryPop(until, out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            _world.Now = next.Time;
            Handle(in next);
            EventsHandled++;
        }

        _world.Now = SimTime.Max(_world.Now, until);
    }

    /// <summary>Holds the run at the present moment.</summary>
    public RunSnapshot Snapshot() => new(_plan, _world.Copy(_plan));

    /// <summary>What the run has come to so far.</summary>
    public RunResult Result() => Result(_world.Recorder.Copy());

    private RunResult Result(Recorder record)
    {
        var plan = _plan.WithFlown(_world.Flights);
        var losses = LossAttribution.Attribute(plan, record);
        return new RunResult(plan, record, RunSummarizer.Summarize(plan, record, losses, _world.Now), losses);
    }

    // The whole step: one line per kind of event says which stage runs; StageInputs says what it is given.
    private void Handle(in QueuedEvent next)
    {
        var inputs = new StageInputs(_plan, _world, in next);
        switch (next.Kind)
        {
            case EventKind.TargetAppears: _stages.Appear.Execute(inputs.Traffic(), _output); break;
            case EventKind.TargetDeparts: _stages.Depart.Execute(inputs.Traffic(), _output); break;
            case EventKind.SectorSwept: _stages.Sweep.Execute(inputs.Sweep(), _output); break;
            case EventKind.ArrayLooked: _stages.Array.Execute(inputs.Array(), _output); break;
            case EventKind.PlotsReady: _stages.Picture.Execute(inputs.Picture(), _output); break;
            case EventKind.PictureEvaluated: _stages.Command.Execute(inputs.Command(), _output); break;
            case EventKind.FireControlLook: _stages.FireControl.Execute(inputs.FireControl(), _output); break;
            case EventKind.LaunchOpportunity: _stages.Launch.Execute(inputs.Launch(), _output); break;
            case EventKind.GuidanceInterval: _stages.Flight.Execute(inputs.Flight(), _output); break;
            case EventKind.SalvoAssessed: _stages.Assessment.Execute(inputs.Assessment(), _output); break;
            case EventKind.LauncherReloaded: _stages.Reload.Execute(inputs.Reload(), _output); break;
            case EventKind.OrderDue: _stages.Order.Execute(inputs.Emitter(), _output); break;
            case EventKind.PostureDue: _stages.Posture.Execute(inputs.Emitter(), _output); break;
            case EventKind.HomingDue: _stages.Homing.Execute(inputs.Homing(), _output); break;
            case EventKind.DoctrineReviewed when _plan.Doctrines[next.Subject] is null: _stages.NoDoctrine.Execute(inputs.Emitter(), _output); break;
            case EventKind.DoctrineReviewed: _stages.Doctrine.Execute(inputs.Doctrine(), _output); break;
            case EventKind.ReportsDue: _stages.Share.Execute(inputs.Share(), _output); break;
            case EventKind.MessageDue: _stages.Deliver.Execute(inputs.Network(), _output); break;
            case EventKind.FaultDue: _stages.Fault.Execute(inputs.Fault(), _output); break;
            case EventKind.MembersReport: _stages.Member.Execute(inputs.Member(), _output); break;
            case EventKind.PostDecides: _stages.Post.Execute(inputs.Post(), _output); break;
            default: throw new InvalidOperationException($"No stage handles {next.Kind}.");
        }
    }

    private static RunPlan Checked(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan;
    }
}
