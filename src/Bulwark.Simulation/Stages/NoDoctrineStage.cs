using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.Stages;

/// <summary>A run goes on with a unit that had a doctrine and has none any more (a what-if): its radars are no longer kept dark.</summary>
internal sealed class NoDoctrineStage : IStage<EmitterInput>
{
    public void Execute(in EmitterInput input, StageOutput output)
    {
        for (var row = 0; row < input.Emitters.Length; row++)
        {
            if (input.PictureOf(row) == input.Subject) EmitterDesk.Darken(input.Now, row, dark: false, in input, output);
        }
    }
}
