namespace Bulwark.Studies.Programmes;

/// <summary>What share of the time something kept units that were there from being ready. Immutable.</summary>
/// <param name="Name">A component, a supplier or a country.</param>
/// <param name="Supplier">Its supplier; empty for a country.</param>
/// <param name="Country">Its country.</param>
/// <param name="WaitingShare">Share of unit time lost while somebody could supply what was missing.</param>
/// <param name="BarredShare">Share of unit time lost while nobody could or might.</param>
/// <param name="FittingShare">Share of unit time lost while a spare was being fitted.</param>
/// <param name="FailuresPerYearCount">Failures a year in all units.</param>
/// <param name="StockOutsPerYearCount">Failures a year that found no spare at the base.</param>
public sealed record StopCause(
    string Name, string Supplier, string Country, double WaitingShare, double BarredShare, double FittingShare, double FailuresPerYearCount, double StockOutsPerYearCount)
{
    /// <summary>All of it together.</summary>
    public double TotalShare => WaitingShare + BarredShare + FittingShare;
}
