using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class TerrainDiffractionTests
{
    private const double RadiusM = 8_500_000;

    [Fact]
    public void OneSharpRidgeIsAKnifeEdgeWithBullingtonsCorrection()
    {
        double[] distance = [0, 9900, 10_000, 10_100, 20_000], ground = [0, 0, 300, 0, 0];
        var loss = TerrainDiffraction.BullingtonLossDb(1e9, distance, ground, 20, 20, 1e15);
        var edge = KnifeEdge.LossDb(KnifeEdge.ParameterRatio(280, 10_000, 10_000, 299_792_458 / 1e9));
        Assert.Equal(edge + ((1 - Math.Exp(-edge / 6)) * 10.4), loss, 1e-6);
    }

    [Fact]
    public void SmoothGroundCostsWhatTheSphereCosts()
    {
        // Over level ground both Bullingtons cancel and the sphere remains, wherever the level is.
        foreach (var levelM in new[] { 0.0, 700 })
        {
            foreach (var lengthM in new[] { 20_000.0, 45_000, 90_000 })
            {
                var distance = Enumerable.Range(0, 301).Select(i => lengthM * i / 300).ToArray();
                var ground = new double[301];
                Array.Fill(ground, levelM);
                var loss = TerrainDiffraction.LossDb(3e9, distance, ground, levelM + 20, levelM + 30, RadiusM, Polarisation.Horizontal, GroundConstants.AverageLand);
                var sphere = SphericalEarthDiffraction.LossDb(3e9, lengthM, 20, 30, RadiusM, Polarisation.Horizontal, GroundConstants.AverageLand);
                var bullington = TerrainDiffraction.BullingtonLossDb(3e9, distance, ground, levelM + 20, levelM + 30, RadiusM);
                Assert.Equal(Math.Max(sphere, bullington), loss, 1e-6);
            }
        }
    }

    [Fact]
    public void HigherRidgesCostMore()
    {
        double[] distance = [.. Enumerable.Range(0, 101).Select(i => 300.0 * i)];
        var previous = -1.0;
        for (var ridgeM = 0.0; ridgeM < 800; ridgeM += 20)
        {
            double[] ground = [.. distance.Select(d => 50 + (ridgeM * Math.Exp(-Math.Pow((d - 12_000) / 2000, 2))))];
            var loss = TerrainDiffraction.LossDb(3e9, distance, ground, 80, 90, RadiusM, Polarisation.Vertical, GroundConstants.AverageLand);
            Assert.True(loss >= previous - 1e-9);
            previous = loss;
        }

        Assert.InRange(previous, 40, 90);
    }

    [Fact]
    public void OnlyProfilesAreTaken()
    {
        Assert.Throws<ArgumentException>(() => TerrainDiffraction.BullingtonLossDb(1e9, [0], [0], 10, 10, RadiusM));
        Assert.Throws<ArgumentException>(() => TerrainDiffraction.BullingtonLossDb(1e9, [0, 5, 5], [0, 0, 0], 10, 10, RadiusM));
        Assert.Throws<ArgumentException>(() => TerrainDiffraction.BullingtonLossDb(1e9, [0, 5, double.NaN], [0, 0, 0], 10, 10, RadiusM));
        Assert.Throws<ArgumentException>(() => TerrainDiffraction.BullingtonLossDb(1e9, [0, 5, 10], [0, 0], 10, 10, RadiusM));
    }
}
