using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Items without spares and a shop with few repairers.</summary>
internal sealed class MachineRepairComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "sustainment_machine_repair.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "machine repair (finite source, few repairers)";

    /// <inheritdoc />
    public string Source => "product form; generator solved directly";

    /// <inheritdoc />
    public string Rule => "Availability of an item, chance that all are up, and the mean number waiting, each within the row's tolerance. A rate of repairs that is one over a whole number of hours in all its printed digits is taken as that (0.0208333333 is 1/48).";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["items_N", "repairers_s", "failure_rate_per_h", "repair_rate_per_h", "availability_per_item", "probability_all_up", "mean_waiting_for_repair", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        const double HourS = 3600;
        var shop = new MachineRepair(
            row.Integer("items_N", 1, 100_000), row.Integer("repairers_s", 1, 100_000), row.Number("failure_rate_per_h", 0, 1e9) / HourS, Exact(row.Number("repair_rate_per_h", 1e-12, 1e9)) / HourS);
        var tolerance = row.Tolerance();
        findings.Check("availability of an item", "", shop.AvailabilityShare, row.Value("availability_per_item"), tolerance);
        findings.Check("probability that all are up", "", shop.AllUpProbability, row.Value("probability_all_up"), tolerance);
        findings.Check("mean number waiting", "", shop.WaitingCount, row.Value("mean_waiting_for_repair"), tolerance);
    }

    // Ten printed digits of the rate are fewer than the results' tolerance asks for.
    private static double Exact(double ratePerHour)
    {
        var hours = Math.Round(1 / ratePerHour);
        return hours >= 1 && Math.Abs((ratePerHour * hours) - 1) < 5e-9 ? 1 / hours : ratePerHour;
    }
}
