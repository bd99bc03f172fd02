namespace Bulwark.Simulation.Stages;

/// <summary>One kind of event's work: one class, one method, no access to other stages.</summary>
/// <typeparam name="TInput">Everything the stage may use.</typeparam>
internal interface IStage<TInput>
    where TInput : allows ref struct
{
    void Execute(in TInput input, StageOutput output);
}
