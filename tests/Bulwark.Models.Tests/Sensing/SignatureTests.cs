using Bulwark.Sensing.Signatures;

namespace Bulwark.Models.Tests.Sensing;

public class SignatureTests
{
    private static readonly SectorSignature Low = new(new(0.001, 0.005, 0.01), new(0.01, 0.05, 0.3), new(0.005, 0.02, 0.1));
    private static readonly SectorSignature High = SectorSignature.Uniform(new(0.5, 1, 4));

    [Fact]
    public void SectorsHoldAtTheirAspectsAndChangeSmoothlyBetween()
    {
        var model = new SignatureModel(new Dictionary<RadarBand, SectorSignature> { [RadarBand.X] = Low, [RadarBand.Vhf] = High });
        Assert.Equal(0.005, model.RcsM2(RadarBand.X, 0), 1e-12);
        Assert.Equal(0.05, model.RcsM2(RadarBand.X, Math.PI / 2), 1e-12);
        Assert.Equal(0.05, model.RcsM2(RadarBand.X, -Math.PI / 2), 1e-12);
        Assert.Equal(0.02, model.RcsM2(RadarBand.X, Math.PI), 1e-12);
        Assert.Equal(Math.Sqrt(0.005 * 0.05), model.RcsM2(RadarBand.X, Math.PI / 4), 1e-12);
        for (var aspect = 0.0; aspect < (Math.PI / 2) - 0.01; aspect += 0.01)
            Assert.True(model.RcsM2(RadarBand.X, aspect + 0.01) > model.RcsM2(RadarBand.X, aspect));
        Assert.Equal(model.RcsM2(RadarBand.X, 0.4), model.RcsM2(RadarBand.X, (2 * Math.PI) - 0.4), 1e-12);
    }

    [Fact]
    public void UncertaintyRunsFromLowToHigh()
    {
        var spread = new RcsSpread(0.5, 1, 4);
        Assert.Equal(0.5, spread.AtM2(0));
        Assert.Equal(1, spread.AtM2(0.5));
        Assert.Equal(4, spread.AtM2(1), 1e-12);
        Assert.Equal(2, spread.AtM2(0.75), 1e-12);
        Assert.Equal(0.5, spread.AtM2(-1));
        Assert.False(new RcsSpread(1, 0.5, 4).IsValid);
    }

    [Fact]
    public void BandsThatAreMissingTakeTheNearest()
    {
        var model = new SignatureModel(new Dictionary<RadarBand, SectorSignature> { [RadarBand.X] = Low, [RadarBand.Vhf] = High });
        Assert.Same(High, model.In(RadarBand.Uhf));
        Assert.Same(Low, model.In(RadarBand.Ku));
        Assert.Same(Low, model.In(RadarBand.S));
        Assert.Equal(RadarBand.S, RadarBands.Of(3e9));
        Assert.Equal(RadarBand.L, RadarBands.Of(1e9));
        Assert.Equal(RadarBand.Ku, RadarBands.Of(35e9));
        foreach (var band in Enum.GetValues<RadarBand>()) Assert.Equal(band, RadarBands.Of(RadarBands.CentreHz(band)));
        Assert.Throws<ArgumentException>(() => new SignatureModel(new Dictionary<RadarBand, SectorSignature>()));
        Assert.Throws<ArgumentException>(() => SignatureModel.Uniform(new RcsSpread(0, 1, 2)));
    }

    [Fact]
    public void AspectIsSeenFromTheTarget()
    {
        // Due north of the radar: flying south it shows its nose, north its tail, east its side.
        Assert.Equal(0, SignatureModel.AspectRad(Math.PI, 0), 1e-12);
        Assert.Equal(Math.PI, SignatureModel.AspectRad(0, 0), 1e-12);
        Assert.Equal(Math.PI / 2, SignatureModel.AspectRad(Math.PI / 2, 0), 1e-12);
    }
}
