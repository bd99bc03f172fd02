using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Power;

namespace Bulwark.Models.Tests.Sensing;

public class RadarEquationTests
{
    [Fact]
    public void RangesAndRatiosMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_range_equation.csv"))
        {
            var system = System(row);
            var rcs = row.Number("rcs_m2");
            var (value, digits) = row["solve_for"] switch
            {
                "range" => (RadarEquation.RangeM(system, Math.Pow(10, row.Number("snr_dB") / 10), rcs), 1e-4),
                "snr" => (10 * Math.Log10(RadarEquation.BistaticSnrRatio(system, row.Number("range_tx_m"), row.Number("range_rx_m"), rcs)), 1e-4),
                var other => throw new InvalidDataException(other),
            };

            // Published ranges are printed to 1e-4 of themselves, ratios to 1e-3 dB; the computed column holds four decimals.
            if (row.Has("reference_value")) Assert.InRange(value / row.Number("reference_value"), 1 - digits, 1 + digits);
            Assert.InRange(value / row.Number("check_value"), 1 - 1e-6, 1 + 1e-6);
        }
    }

    [Fact]
    public void EveryQuantityIsSolvedFor()
    {
        var system = Typical() with { CoherentPulses = 8 };
        var snr = RadarEquation.BistaticSnrRatio(system, 60_000, 90_000, 2.5, 3);
        Assert.Equal(system.PeakPowerW, RadarEquation.PeakPowerW(system with { PeakPowerW = 7 }, snr, 60_000, 90_000, 2.5, 3), 1e-6);
        Assert.Equal(2.5, RadarEquation.RcsM2(system, snr, 60_000, 90_000, 3), 1e-12);
        Assert.Equal(60_000.0 * 90_000, RadarEquation.LegProductM2(system, snr, 2.5, 3), 1);
        Assert.Equal(8, snr / RadarEquation.BistaticSnrRatio(Typical(), 60_000, 90_000, 2.5, 3), 1e-12);
    }

    [Fact]
    public void PhysicsAndStatementAreOneBudget()
    {
        var physics = PowerBudget.FromPhysics(Typical());
        var snr = DetectionStatistics.RequiredSnr(SwerlingCase.Case1, 10, 1e-6, 0.9);
        var range = physics.RangeM(snr, 2);
        var statement = PowerBudget.FromStatement(range, 2, snr);
        Assert.Equal(1, physics.RangeConstantM2 / statement.RangeConstantM2, 1e-12);
        Assert.Equal(1, RadarEquation.SnrRatio(Typical(), 80_000, 0.5, 4) / statement.SnrRatio(80_000, 0.5, 4), 1e-12);
        Assert.Equal(10 * Math.Log10(physics.SnrRatio(80_000, 0.5, 4)), physics.SnrDb(80_000, 0.5, 4), 1e-10);

        // A loss stated with the range and handed in again later cancels there, and only there.
        var lossy = PowerBudget.FromStatement(range, 2, snr, 5);
        Assert.Equal(snr, lossy.SnrRatio(range, 2, 5), 1e-9 * snr);
        Assert.Equal(snr, lossy.BistaticSnrRatio(0.5 * range, 2 * range, 2, 5), 1e-9 * snr);
    }

    [Fact]
    public void FreeSpaceConstantsMatchTheHandbook()
    {
        var metres = new Dictionary<string, double>(StringComparer.Ordinal) { ["km"] = 1000, ["NM"] = 1852, ["m"] = 1, ["yd"] = 0.9144 };
        var hertz = new Dictionary<string, double>(StringComparer.Ordinal) { ["GHz"] = 1e9, ["MHz"] = 1e6 };
        foreach (var row in ReferenceCsv.Read("ew_free_space_constants.csv"))
        {
            var words = row["units_convention"].Replace(",", "", StringComparison.Ordinal).Split(' ');
            var constantDb = FreeSpace.OneWayLossDb(metres[words[1]], hertz[words[3]]);
            Assert.Equal(row.Number("reference_value"), constantDb, 0.05);
            Assert.Equal(row.Number("check_value"), constantDb, 1e-4);
        }
    }

    [Fact]
    public void EchoLossIsTheRadarEquation()
    {
        var system = Typical();
        var energyDb = 10 * Math.Log10(system.PeakPowerW * system.PulseWidthS / system.NoiseDensityWPerHz);
        var snrDb = energyDb + system.TransmitGainDb + system.ReceiveGainDb - system.LossDb - FreeSpace.EchoLossDb(70_000, system.FrequencyHz, 3);
        Assert.Equal(10 * Math.Log10(RadarEquation.SnrRatio(system, 70_000, 3)), snrDb, 1e-9);
    }

    [Fact]
    public void NoiseOfALineAndAReceiverAdds()
    {
        // Friis: a line of loss L at T0 before a receiver of figure F is one device of figure L F; with Ta = T0 the system is at L F T0.
        Assert.Equal(290 * Math.Pow(10, 0.5), NoiseTemperature.SystemTemperatureK(3, 290, 2), 1e-9);
        Assert.Equal(290 * Math.Pow(10, 0.3), NoiseTemperature.SystemTemperatureK(3), 1e-9);
        Assert.Equal(50, NoiseTemperature.SystemTemperatureK(0, 50), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => NoiseTemperature.SystemTemperatureK(-1));
    }

    [Fact]
    public void WrongFiguresAreNamed()
    {
        Assert.Contains("peak power", Assert.Throws<ArgumentException>(() => PowerBudget.FromPhysics(Typical() with { PeakPowerW = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("pulse width", Assert.Throws<ArgumentException>(() => PowerBudget.FromPhysics(Typical() with { PulseWidthS = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerBudget.FromStatement(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerBudget.FromStatement(1, 1, double.NaN));
    }

    internal static RadarSystem Typical() => new()
    {
        PeakPowerW = 100_000,
        PulseWidthS = 20e-6,
        FrequencyHz = 3e9,
        TransmitGainDb = 34,
        ReceiveGainDb = 34,
        SystemTemperatureK = 900,
        LossDb = 6,
    };

    private static RadarSystem System(ReferenceCsv row) => new()
    {
        PeakPowerW = row.Number("peak_power_W"),
        PulseWidthS = row.Number("pulse_width_s"),
        FrequencyHz = row.Number("f_Hz"),
        TransmitGainDb = row.Number("gain_tx_dB"),
        ReceiveGainDb = row.Number("gain_rx_dB"),
        SystemTemperatureK = row.Number("system_temperature_K"),
        LossDb = row.Number("losses_dB"),
    };
}
