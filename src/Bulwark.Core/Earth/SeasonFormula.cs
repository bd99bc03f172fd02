namespace Bulwark.Core.Earth;

/// <summary>One formula of a seasonal reference atmosphere, valid up to a height; the forms are those of the data file.</summary>
internal readonly record struct SeasonFormula(double TopKm, int Form, double OriginKm, double C0, double C1, double C2, double C3, double C4)
{
    /// <summary>The formulas of one quantity in one season, from the ground up.</summary>
    public static SeasonFormula[] Read(double[][] rows, int season, int quantity) =>
        [.. from row in rows
            where (int)row[0] == season && (int)row[1] == quantity
            select new SeasonFormula(row[2], (int)row[3], row[4], row[5], row[6], row[7], row[8], row[9])];

    /// <summary>The value at a height; zero above the last formula.</summary>
    public static double Evaluate(SeasonFormula[] formulas, double heightKm)
    {
        for (var i = 0; i < formulas.Length; i++)
        {
            // Pressure and vapour include the upper bound, temperature does not; the formulas agree there to the fits' own jumps.
            if (heightKm < formulas[i].TopKm || (heightKm == formulas[i].TopKm && (formulas[i].Form >= 2 || i == formulas.Length - 1)))
                return Value(formulas, i, heightKm);
        }

        return 0;
    }

    private static double Value(SeasonFormula[] formulas, int index, double heightKm)
    {
        var formula = formulas[index];
        var x = heightKm - formula.OriginKm;
        return formula.Form switch
        {
            0 => formula.C0 + (x * (formula.C1 + (x * (formula.C2 + (x * formula.C3))))),
            1 => formula.C0 + (formula.C1 * Math.Exp(formula.C2 * x)),
            2 => formula.C0 * Math.Exp(x * (formula.C1 + (x * (formula.C2 + (x * (formula.C3 + (x * formula.C4))))))),
            _ => Value(formulas, index - 1, formula.OriginKm) * Math.Exp(formula.C1 * x),
        };
    }
}
