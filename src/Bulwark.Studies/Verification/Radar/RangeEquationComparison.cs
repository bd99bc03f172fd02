using Bulwark.Sensing.Power;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="RadarEquation"/> against a commercial toolbox and the closed form.</summary>
internal sealed class RangeEquationComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_range_equation.csv";

    /// <inheritdoc />
    public string Area => "Radar";

    /// <inheritdoc />
    public string Model => "radar equation with a matched filter";

    /// <inheritdoc />
    public string Source => "MathWorks Radar Toolbox outputs; closed form";

    /// <inheritdoc />
    public string Rule => "reference_value, where there is one, within the row's tolerance; check_value, which has more digits, within 1e-6 or half its last digit.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "solve_for", "f_Hz", "range_tx_m", "range_rx_m", "peak_power_W", "pulse_width_s", "gain_tx_dB", "gain_rx_dB", "rcs_m2",
        "system_temperature_K", "losses_dB", "snr_dB", "reference_value", "check_value", "tolerance",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var solved = row.Text("solve_for");
        var system = new RadarSystem
        {
            PeakPowerW = solved == "power" ? 1 : row.Number("peak_power_W"),
            PulseWidthS = row.Number("pulse_width_s"),
            FrequencyHz = row.Number("f_Hz"),
            TransmitGainDb = row.Number("gain_tx_dB"),
            ReceiveGainDb = row.Number("gain_rx_dB"),
            SystemTemperatureK = row.Number("system_temperature_K"),
            LossDb = row.Number("losses_dB"),
        };
        var (quantity, unit, found) = solved switch
        {
            "range" => ("range", "m", RadarEquation.RangeM(system, Snr(), row.Number("rcs_m2"))),
            "snr" => ("signal-to-noise ratio", "dB", Decibels.Of(RadarEquation.BistaticSnrRatio(system, row.Number("range_tx_m"), row.Number("range_rx_m"), row.Number("rcs_m2")))),
            "power" => ("peak power", "W", RadarEquation.PeakPowerW(system, Snr(), row.Number("range_tx_m"), row.Number("range_rx_m"), row.Number("rcs_m2"))),
            "rcs" => ("cross-section", "m²", RadarEquation.RcsM2(system, Snr(), row.Number("range_tx_m"), row.Number("range_rx_m"))),
            _ => throw row.Unknown("solve_for", "range", "snr", "power", "rcs"),
        };
        if (row.Has("reference_value")) findings.Check(quantity, unit, found, row.Value("reference_value"), row.Tolerance());
        if (row.Has("check_value")) findings.Check(quantity, unit, found, row.Value("check_value"), Tolerance.Relative(1e-6));

        double Snr() => Decibels.Ratio(row.Number("snr_dB", -200, 400));
    }
}
