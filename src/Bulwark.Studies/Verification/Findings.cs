namespace Bulwark.Studies.Verification;

/// <summary>Collects the errors of one comparison, by quantity and tolerance, in the order in which they first occur.</summary>
internal sealed class Findings
{
    private readonly Dictionary<string, QuantityErrors> _byKey = new(StringComparer.Ordinal);
    private string _case = "";

    /// <summary>The errors by quantity.</summary>
    public List<QuantityErrors> Quantities { get; } = [];

    /// <summary>Rows that are outside what the model covers, with the reason.</summary>
    public List<(string Case, string Reason)> LeftOut { get; } = [];

    /// <summary>Number of values compared.</summary>
    public int Checks { get; private set; }

    /// <summary>Names the case the next values belong to.</summary>
    public void Begin(string name) => _case = name;

    /// <summary>Compares a value with a printed reference. Where a table prints fewer digits than its tolerance asks for, half its last digit is allowed.</summary>
    /// <param name="quantity">What it is.</param>
    /// <param name="unit">Its unit; empty for a plain number.</param>
    /// <param name="found">What the model gives.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="tolerance">How far it may be off.</param>
    public void Check(string quantity, string unit, double found, PrintedNumber reference, Tolerance tolerance)
    {
        var error = Math.Abs(found - reference.Number);
        Add(quantity, unit, tolerance, found, reference.Number, error, Math.Max(tolerance.Limit(reference.Number), 0.5 * reference.LastDigit));
    }

    /// <summary>Compares a value with a printed reference that may have been cut instead of rounded: one unit of its last digit is allowed.</summary>
    public void CheckPrinted(string quantity, string unit, double found, PrintedNumber reference)
    {
        var limit = reference.LastDigit > 0 ? reference.LastDigit : 1e-12 * Math.Abs(reference.Number);
        Add(quantity, unit, Tolerance.LastDigit, found, reference.Number, Math.Abs(found - reference.Number), limit);
    }

    /// <summary>Compares a value with a reference known to full precision.</summary>
    public void Check(string quantity, string unit, double found, double reference, Tolerance tolerance) =>
        Check(quantity, unit, found, new PrintedNumber(reference, 0), tolerance);

    /// <summary>Compares an angle with a printed reference; whole turns do not matter.</summary>
    public void CheckAngle(string quantity, double foundDeg, PrintedNumber reference, Tolerance tolerance) =>
        Check(quantity, "deg", reference.Number + Math.IEEERemainder(foundDeg - reference.Number, 360), reference, tolerance);

    /// <summary>Takes an error that was computed elsewhere, such as the distance between two points.</summary>
    public void CheckError(string quantity, string unit, double error, Tolerance tolerance, double printedHalf = 0) =>
        Add(quantity, unit, tolerance, error, 0, error, Math.Max(tolerance.Size, printedHalf));

    /// <summary>Leaves the case out.</summary>
    /// <param name="reason">Why, in words for the report.</param>
    public void LeaveOut(string reason) => LeftOut.Add((_case, reason));

    private void Add(string quantity, string unit, Tolerance tolerance, double found, double expected, double error, double limit)
    {
        Checks++;
        var described = tolerance.Describe(unit);
        var key = quantity + "\n" + described;
        if (!_byKey.TryGetValue(key, out var errors))
        {
            errors = new QuantityErrors(quantity, tolerance.IsRelative ? "relative" : unit, described);
            _byKey.Add(key, errors);
            Quantities.Add(errors);
        }

        var ratio = limit > 0 ? error / limit : error == 0 ? 0 : double.PositiveInfinity;
        var shown = tolerance.IsRelative && expected != 0 ? error / Math.Abs(expected) : error;
        errors.Add(new CaseError(_case, found, expected, shown, double.IsNaN(found) ? double.NaN : ratio));
    }
}
