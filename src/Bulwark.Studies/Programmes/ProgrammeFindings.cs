namespace Bulwark.Studies.Programmes;

/// <summary>Everything that was found out about a programme, for its folder and its report. Immutable.</summary>
public sealed record ProgrammeFindings
{
    /// <summary>The simulated years; null for a programme without units.</summary>
    public ProgrammeStudyResult? Study { get; init; }

    /// <summary>The programme.</summary>
    public required Simulation.Programmes.Programme Programme { get; init; }

    /// <summary>Readiness in the steady state by the analytic model with typical figures; NaN for a programme without units.</summary>
    public double AnalyticReadyShare { get; init; } = double.NaN;

    /// <summary>Which components to make at home; null when that was not asked.</summary>
    public LocalisationAdvice? Localisation { get; init; }

    /// <summary>What spares to buy; null when that was not asked.</summary>
    public StockAdvice? Stocks { get; init; }

    /// <summary>The back-test; null when the programme has none.</summary>
    public BacktestResult? Backtest { get; init; }

    /// <summary>What readiness is worth in an engagement; null when that was not asked.</summary>
    public EffectResult? Effect { get; init; }
}
