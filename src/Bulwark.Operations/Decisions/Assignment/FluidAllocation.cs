namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// Rounds of several kinds spread over targets when there are so many that parts of rounds do not matter: maximise
/// Σ v·(1 − Π s^x) with no more of each kind than there is and at least so many on each target. Its optimum is above that of any
/// plan in whole rounds. Solved by the logarithmic barrier (Fiacco and McCormick, "Nonlinear Programming", 1968; Boyd and Vandenberghe,
/// "Convex Optimization", 2004, section 11.3), with Newton steps; the duality gap is known, so the optimum is too.
/// </summary>
public sealed class FluidAllocation
{
    private const int MostNewtonSteps = 60;

    private readonly int _kinds;
    private readonly int _targets;
    private readonly double[] _wear;
    private readonly double[] _value;
    private readonly double[] _available;
    private readonly double[] _least;

    /// <summary>Describes the problem.</summary>
    /// <param name="survivalProbability">By kind and then by target: probability that the target survives one round, above 0 to 1; 1 when it cannot be reached.</param>
    /// <param name="valueRatio">Worth of each target, 0 or more.</param>
    /// <param name="availableCount">Rounds of each kind, above 0.</param>
    /// <param name="leastCount">Least rounds, of whatever kind, on each target, 0 or more; together fewer than there are.</param>
    /// <exception cref="ArgumentException">Sizes do not agree or a figure is outside its range.</exception>
    public FluidAllocation(ReadOnlySpan<double> survivalProbability, ReadOnlySpan<double> valueRatio, ReadOnlySpan<double> availableCount, ReadOnlySpan<double> leastCount)
    {
        (_kinds, _targets) = (availableCount.Length, valueRatio.Length);
        if (survivalProbability.Length != _kinds * _targets || leastCount.Length != _targets) throw new ArgumentException("One survival for each kind and target and one least number for each target are needed.", nameof(survivalProbability));
        _wear = new double[_kinds * _targets];
        for (var pair = 0; pair < _wear.Length; pair++)
        {
            if (!(survivalProbability[pair] is > 0 and <= 1)) throw new ArgumentException("A survival is above 0 and at most 1.", nameof(survivalProbability));
            _wear[pair] = -Math.Log(survivalProbability[pair]);
        }

        (_value, _available, _least) = (valueRatio.ToArray(), availableCount.ToArray(), leastCount.ToArray());
        if (Array.Exists(_value, static value => !(value >= 0)) || Array.Exists(_available, static count => !(count > 0)) || Array.Exists(_least, static count => !(count >= 0)))
            throw new ArgumentException("Values and least numbers are not negative, and there is some of every kind.", nameof(valueRatio));
        if (_least.Sum() >= _available.Sum()) throw new ArgumentException("The least numbers together must be fewer than the rounds there are.", nameof(leastCount));
    }

    /// <summary>Solves it.</summary>
    /// <param name="toleranceRatio">How far below the optimum the value may be, in the unit of the values, above 0.</param>
    /// <param name="roundsCount">Receives rounds by kind and then by target.</param>
    /// <param name="valueRatio">The value of the allocation.</param>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not positive.</exception>
    public void Solve(double toleranceRatio, Span<double> roundsCount, out double valueRatio)
    {
        if (roundsCount.Length < _wear.Length) throw new ArgumentException($"Needs room for {_wear.Length} numbers.", nameof(roundsCount));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toleranceRatio);
        valueRatio = 0;
        if (_wear.Length == 0) return;
        var rounds = Begin();
        var limits = _wear.Length + _kinds + _targets;

        // At the minimum for a weight t of the barrier the value is within limits × t of the optimum.
        var weight = Math.Max(1, _value.Sum()) / limits;
        while (true)
        {
            for (var step = 0; step < MostNewtonSteps && Newton(rounds, weight); step++) { }
            if (limits * weight <= toleranceRatio) break;
            weight *= 0.2;
        }

        rounds.CopyTo(roundsCount);
        valueRatio = Value(rounds);
    }

    private double[] Begin()
    {
        // All rounds but a thousandth, in proportion to what each target needs and a little for all: strictly inside every limit.
        var spare = (_available.Sum() - _least.Sum()) / _targets;
        var total = _least.Sum() + (_targets * spare);
        var share = Math.Max(0.999, 1 - (0.5 * spare / (_least.Max() + spare)));
        var rounds = new double[_wear.Length];
        for (var pair = 0; pair < rounds.Length; pair++)
        {
            var (kind, target) = Math.DivRem(pair, _targets);
            rounds[pair] = share * _available[kind] * (_least[target] + spare) / total;
        }

        return rounds;
    }

    private double Value(double[] rounds)
    {
        var value = 0.0;
        for (var target = 0; target < _targets; target++) value += _value[target] * (1 - Math.Exp(-Sum(rounds, target, worn: true)));
        return value;
    }

    // One damped Newton step on −value − weight · Σ log(slack); false when it no longer improves.
    private bool Newton(double[] rounds, double weight)
    {
        var count = rounds.Length;
        var slope = new double[count];
        var curve = new double[count * count];
        var left = Left(rounds);
        for (var target = 0; target < _targets; target++)
        {
            var survival = _value[target] * Math.Exp(-Sum(rounds, target, worn: true));
            var above = Sum(rounds, target, worn: false) - _least[target];
            for (var kind = 0; kind < _kinds; kind++)
            {
                var pair = (kind * _targets) + target;
                slope[pair] = (-_wear[pair] * survival) - (weight / rounds[pair]) + (weight / left[kind]) - (_least[target] > 0 ? weight / above : 0);
                curve[(pair * count) + pair] += weight / (rounds[pair] * rounds[pair]);
                for (var other = 0; other < _kinds; other++)
                {
                    var beside = (other * _targets) + target;
                    curve[(pair * count) + beside] += (_wear[pair] * _wear[beside] * survival) + (_least[target] > 0 ? weight / (above * above) : 0);
                }

                for (var other = 0; other < _targets; other++) curve[(pair * count) + (kind * _targets) + other] += weight / (left[kind] * left[kind]);
            }
        }

        var step = Cholesky(curve, slope, count);
        var fall = 0.0;
        for (var pair = 0; pair < count; pair++) fall += slope[pair] * step[pair];
        if (fall <= 1e-10 * weight) return false;
        var before = Barrier(rounds, weight);
        var tried = new double[count];
        for (var length = 1.0; length > 1e-12; length /= 2)
        {
            for (var pair = 0; pair < count; pair++) tried[pair] = rounds[pair] - (length * step[pair]);
            if (!(Barrier(tried, weight) < before - (0.01 * length * fall))) continue;
            tried.CopyTo(rounds, 0);
            return true;
        }

        return false;
    }

    private double Barrier(double[] rounds, double weight)
    {
        var logs = 0.0;
        foreach (var count in rounds) logs += count > 0 ? Math.Log(count) : double.NegativeInfinity;
        foreach (var left in Left(rounds)) logs += left > 0 ? Math.Log(left) : double.NegativeInfinity;
        for (var target = 0; target < _targets; target++)
        {
            var above = Sum(rounds, target, worn: false) - _least[target];
            if (_least[target] > 0) logs += above > 0 ? Math.Log(above) : double.NegativeInfinity;
        }

        return -Value(rounds) - (weight * logs);
    }

    private double[] Left(double[] rounds)
    {
        var left = (double[])_available.Clone();
        for (var pair = 0; pair < rounds.Length; pair++) left[pair / _targets] -= rounds[pair];
        return left;
    }

    private double Sum(double[] rounds, int target, bool worn)
    {
        var sum = 0.0;
        for (var pair = target; pair < rounds.Length; pair += _targets) sum += rounds[pair] * (worn ? _wear[pair] : 1);
        return sum;
    }

    private static double[] Cholesky(double[] matrix, double[] right, int count)
    {
        for (var column = 0; column < count; column++)
        {
            for (var row = column; row < count; row++)
            {
                var sum = matrix[(row * count) + column];
                for (var k = 0; k < column; k++) sum -= matrix[(row * count) + k] * matrix[(column * count) + k];
                matrix[(row * count) + column] = row == column ? Math.Sqrt(sum) : sum / matrix[(column * count) + column];
            }
        }

        var solution = (double[])right.Clone();
        for (var row = 0; row < count; row++)
        {
            for (var k = 0; k < row; k++) solution[row] -= matrix[(row * count) + k] * solution[k];
            solution[row] /= matrix[(row * count) + row];
        }

        for (var row = count - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < count; k++) solution[row] -= matrix[(k * count) + row] * solution[k];
            solution[row] /= matrix[(row * count) + row];
        }

        return solution;
    }
}
