using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// The interacting-multiple-model filter over a bank of motions of any kinds and state sizes. Not safe for use by two threads at once: it
/// keeps working memory, so that nothing is allocated per measurement.
/// Source: Blom and Bar-Shalom, IEEE Trans. Automatic Control 33 (1988) 780-783; Bar-Shalom, Li and Kirubarajan (2001), section 11.6.6.
/// </summary>
public sealed class BankFilter
{
    private readonly MotionBank _bank;
    private readonly GaussianBelief[] _mixed;
    private readonly GaussianBelief[] _parts;
    private readonly GaussianBelief[] _corrected;
    private readonly double[] _entered;
    private readonly double[] _weights;

    /// <summary>Makes the filter.</summary>
    /// <param name="bank">The motions.</param>
    /// <exception cref="ArgumentException">The bank contradicts itself.</exception>
    public BankFilter(MotionBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        MotionBank.Require(bank);
        _bank = bank;
        var count = bank.Motions.Length;
        _mixed = new GaussianBelief[count];
        _parts = new GaussianBelief[count];
        _corrected = new GaussianBelief[count];
        _entered = new double[count];
        _weights = new double[count];
    }

    /// <summary>The motions.</summary>
    public MotionBank Bank => _bank;

    /// <summary>Starts a belief.</summary>
    /// <param name="belief">Receives it.</param>
    /// <param name="estimate">Where the target is believed to be.</param>
    public void Start(BankBelief belief, in KinematicEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(belief);
        for (var motion = 0; motion < _bank.Motions.Length; motion++)
        {
            var extra = _bank.InitialExtraSi.IsEmpty ? 0 : _bank.InitialExtraSi[motion];
            belief.Beliefs[motion] = GaussianBelief.Of(in estimate, _bank.Motions[motion].Extra, extra, _bank.InitialExtraSigmaSi[motion]);
            belief.Probabilities[motion] = _bank.InitialProbability[motion];
        }
    }

    /// <summary>Mixes and predicts a belief, in place; a time not after its own changes nothing.</summary>
    /// <param name="belief">The belief.</param>
    /// <param name="time">The time.</param>
    /// <returns>False when a covariance is not positive; the belief is then of no use.</returns>
    public bool TryPredict(BankBelief belief, SimTime time)
    {
        ArgumentNullException.ThrowIfNull(belief);
        var seconds = (time - belief.Time).TotalS;
        if (!(seconds > 0)) return true;
        Mix(belief, seconds);
        for (var motion = 0; motion < _bank.Motions.Length; motion++)
        {
            if (!_bank.Filter.TryPredict(in _mixed[motion], _bank.Motions[motion], seconds, out belief.Beliefs[motion], default)) return false;
            belief.Beliefs[motion].Time = time;
            belief.Probabilities[motion] = _entered[motion];
        }

        return true;
    }

    /// <summary>Corrects a belief by a measurement of its own time, in place, and weighs its motions by how well they foresaw it.</summary>
    /// <param name="belief">The belief.</param>
    /// <param name="measurement">The measurement.</param>
    /// <param name="fit">Receives the least distance of a motion, and the likelihood of all together.</param>
    /// <returns>False when the numbers do not allow an update; the belief is then unchanged.</returns>
    public bool TryUpdate(BankBelief belief, IStateMeasurement measurement, out MeasurementFit fit)
    {
        ArgumentNullException.ThrowIfNull(belief);
        fit = default;
        var (least, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var motion = 0; motion < _corrected.Length; motion++)
        {
            _corrected[motion] = belief.Beliefs[motion];
            if (!_bank.Filter.TryUpdate(ref _corrected[motion], measurement, out var own)) return false;
            least = Math.Min(least, own.DistanceSquaredRatio);
            _weights[motion] = own.LogLikelihoodRatio;
            if (belief.Probabilities[motion] > 0) largest = Math.Max(largest, own.LogLikelihoodRatio);
        }

        var sum = 0.0;
        for (var motion = 0; motion < _corrected.Length; motion++)
        {
            _weights[motion] = belief.Probabilities[motion] * Math.Exp(_weights[motion] - largest);
            sum += _weights[motion];
        }

        if (!(sum > 0) || !double.IsFinite(sum)) return false;
        for (var motion = 0; motion < _corrected.Length; motion++)
        {
            belief.Beliefs[motion] = _corrected[motion];
            belief.Probabilities[motion] = _weights[motion] / sum;
        }

        fit = new MeasurementFit(least, Math.Log(sum) + largest);
        return true;
    }

    // The Gaussian that enters each motion, and the probability of each.
    private void Mix(BankBelief belief, double seconds)
    {
        var count = _bank.Motions.Length;
        for (var into = 0; into < count; into++)
        {
            var entered = 0.0;
            for (var from = 0; from < count; from++)
            {
                _weights[from] = belief.Probabilities[from] * _bank.TransitionProbability(from, into, seconds);
                entered += _weights[from];
            }

            _entered[into] = entered;
            if (!(entered > 0))
            {
                _mixed[into] = belief.Beliefs[into];
                continue;
            }

            for (var from = 0; from < count; from++)
            {
                _weights[from] /= entered;
                BankMixing.Convert(in belief.Beliefs[from], in belief.Beliefs[into], out _parts[from]);
            }

            BankMixing.Combine(_parts, _weights, out _mixed[into]);
        }
    }
}
