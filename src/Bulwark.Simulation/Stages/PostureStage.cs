namespace Bulwark.Simulation.Stages;

/// <summary>A radar or fire unit has packed up, arrived, or come into action.</summary>
internal sealed class PostureStage : IStage<EmitterInput>
{
    public void Execute(in EmitterInput input, StageOutput output) => EmitterDesk.Finish(input.Now, input.Subject, input.Detail, in input, output);
}
