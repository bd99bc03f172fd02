namespace Bulwark.Simulation.Stages;

/// <summary>The plots and the strobes of a sector reach the trackers.</summary>
internal sealed class PictureStage : IStage<PictureInput>
{
    private readonly PictureDesk _desk = new();

    public void Execute(in PictureInput input, StageOutput output)
    {
        _desk.Take(input.Now, input.PictureIndex, input.Picture, input.Node.Plots, own: true, output);
        StrobeDesk.Take(in input, output);
    }
}
