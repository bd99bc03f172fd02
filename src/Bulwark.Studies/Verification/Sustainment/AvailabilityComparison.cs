using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Availability of systems from the backorders of their items.</summary>
internal sealed class AvailabilityComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "sustainment_availability.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "availability from backorders";

    /// <inheritdoc />
    public string Source => "Sherbrooke's product";

    /// <inheritdoc />
    public string Rule => "The product over all items within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["n_systems", "items_EBO_over_quantity_per_system", "availability", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var systems = row.Integer("n_systems", 1, 100_000);
        findings.Check("availability", "", Availability.ProductShare(Items(row), systems), row.Value("availability"), row.Tolerance());
    }

    private static List<(double BackordersCount, int PerSystem)> Items(ReferenceRow row)
    {
        const string Column = "items_EBO_over_quantity_per_system";
        var items = new List<(double, int)>();
        foreach (var text in row.Text(Column).Split(';'))
        {
            var parts = text.Split('/');
            if (parts.Length != 2 || !double.TryParse(parts[0], out var backorders) || !int.TryParse(parts[1], out var quantity))
                throw row.Problem(Column, $"'{text}' is not backorders over quantity; expected for example 0.2/1");
            items.Add((backorders, quantity));
        }

        return items;
    }
}
