using Bulwark.Operations.Logistics;
using Bulwark.Operations.Saturation;

namespace Bulwark.Models.Tests.Operations.Logistics;

public class LearningCurveTests
{
    [Theory]
    [InlineData(0.95)]
    [InlineData(0.8)]
    [InlineData(0.7)]
    public void Each_doubling_multiplies_the_effort_by_the_slope(double slope)
    {
        var curve = new LearningCurve(slope);
        Assert.Equal(1, curve.UnitRatio(1));
        for (var unit = 1L; unit < 1_000_000; unit = (3 * unit) + 1) Assert.Equal(slope * curve.UnitRatio(unit), curve.UnitRatio(2 * unit), 1e-12);
        Assert.Equal(slope * slope * slope, curve.UnitRatio(8), 1e-12);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.9)]
    [InlineData(0.7)]
    public void The_total_is_the_sum_of_the_units(double slope)
    {
        var curve = new LearningCurve(slope);
        var sum = 0.0;
        for (var unit = 1; unit <= 50_000; unit++) sum += curve.UnitRatio(unit);
        Assert.Equal(sum, curve.TotalRatio(50_000), 1e-9 * sum);
        Assert.Equal(0, curve.TotalRatio(0));
    }

    [Fact]
    public void A_closed_form_is_met()
    {
        // With a slope of one over the root of two the n-th unit takes 1/√n, and the sum tends to 2√n + ζ(1/2), ζ(1/2) = −1.4603545088.
        var curve = new LearningCurve(Math.Sqrt(0.5));
        const long Units = 4_000_000;
        Assert.Equal((2 * Math.Sqrt(Units)) - 1.460_354_508_8 + (0.5 / Math.Sqrt(Units)), curve.TotalRatio(Units), 1e-8);
    }

    [Fact]
    public void A_single_server_is_the_textbook_queue()
    {
        // M/M/1: wait ρ/(1−ρ) service times, queue ρ²/(1−ρ).
        Assert.Equal(3, QueueFormulas.WaitRatio(1, 0.75), 1e-12);
        Assert.Equal(2.25, QueueFormulas.QueueCount(1, 0.75), 1e-12);
        Assert.Equal(1, QueueFormulas.WaitingProbability(4, 4));
        Assert.Equal(double.PositiveInfinity, QueueFormulas.QueueCount(4, 4.5));

        // Many items, each failing rarely, and enough repairers: waiting vanishes and items are independent.
        var shop = new MachineRepair(2000, 2000, 1e-6, 1e-5);
        Assert.Equal(1e-5 / 1.1e-5, shop.AvailabilityShare, 1e-9);
        Assert.Equal(0, shop.WaitingCount);
    }
}
