using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Inherent and operational availability.</summary>
internal sealed class BasicAvailabilityComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "sustainment_basic_availability.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "inherent and operational availability";

    /// <inheritdoc />
    public string Source => "textbook definitions";

    /// <inheritdoc />
    public string Rule => "Both ratios within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["mtbf_h", "mttr_h", "mean_logistics_delay_h", "inherent_availability", "operational_availability", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (between, repair, wait) = (row.Number("mtbf_h"), row.Number("mttr_h"), row.Number("mean_logistics_delay_h"));
        const double HourS = 3600;
        findings.Check("inherent availability", "", Availability.InherentShare(between * HourS, repair * HourS), row.Value("inherent_availability"), row.Tolerance());
        findings.Check("operational availability", "", Availability.OperationalShare(between * HourS, repair * HourS, wait * HourS), row.Value("operational_availability"), row.Tolerance());
    }
}
