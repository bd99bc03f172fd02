using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Power;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="NoiseJamming"/> against the books' equations.</summary>
internal sealed class JammingComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "ew_jamming.csv";

    /// <inheritdoc />
    public string Area => "Jamming";

    /// <inheritdoc />
    public string Model => "noise jamming: self-screening and stand-off";

    /// <inheritdoc />
    public string Source => "Mahafza's and the NAWCWD handbook's equations, computed";

    /// <inheritdoc />
    public string Rule => "As the row says. The pulse is plain (its length is one over the bandwidth); carrier frequency and noise temperature cancel in these ratios. An empty js_dB means 0 dB.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "quantity", "radar_peak_power_W", "radar_gain_dB", "rcs_m2", "radar_bandwidth_Hz", "radar_losses_dB", "jammer_power_W", "jammer_gain_dB",
        "jammer_bandwidth_Hz", "jammer_losses_dB", "target_range_m", "jammer_range_m", "rx_gain_toward_jammer_dB", "js_dB", "reference_value", "tolerance",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var radar = new RadarSystem
        {
            PeakPowerW = row.Number("radar_peak_power_W"),
            PulseWidthS = 1 / row.Number("radar_bandwidth_Hz", 1e-3, 1e15),
            FrequencyHz = 3e9,
            TransmitGainDb = row.Number("radar_gain_dB"),
            ReceiveGainDb = row.Number("radar_gain_dB"),
            LossDb = row.Number("radar_losses_dB"),
        };
        var jammer = new NoiseJammer
        {
            PowerW = row.Number("jammer_power_W"),
            GainDb = row.Number("jammer_gain_dB"),
            BandwidthHz = row.Number("jammer_bandwidth_Hz"),
            LossDb = row.Number("jammer_losses_dB"),
        };
        var rcsM2 = row.Number("rcs_m2");
        var (quantity, unit, found) = row.Text("quantity") switch
        {
            "self_screening_crossover_range_m" or "self_screening_range_for_JS_m" => ("self-screening, range", "m", NoiseJamming.SelfScreeningRangeM(radar, jammer, rcsM2, Ratio())),
            "self_screening_JS_dB" => ("self-screening, J/S", "dB", Decibels.Of(NoiseJamming.SelfScreeningRatio(radar, jammer, row.Number("target_range_m"), rcsM2))),
            "standoff_JS_dB" => ("stand-off, J/S", "dB", Decibels.Of(NoiseJamming.JammerToSignalRatio(radar, jammer, row.Number("target_range_m"), rcsM2, row.Number("jammer_range_m"), Toward()))),
            "standoff_burnthrough_range_m" or "standoff_range_for_JS_m" => ("stand-off, range", "m", NoiseJamming.StandOffRangeM(radar, jammer, rcsM2, row.Number("jammer_range_m"), Toward(), Ratio())),
            _ => throw row.Unknown("quantity", "self_screening_crossover_range_m", "self_screening_range_for_JS_m", "self_screening_JS_dB", "standoff_JS_dB", "standoff_burnthrough_range_m", "standoff_range_for_JS_m"),
        };
        findings.Check(quantity, unit, found, row.Value("reference_value"), row.Tolerance());

        double Ratio() => Decibels.Ratio(row.NumberOr("js_dB", 0));

        double Toward() => row.NumberOr("rx_gain_toward_jammer_dB", radar.ReceiveGainDb);
    }
}
