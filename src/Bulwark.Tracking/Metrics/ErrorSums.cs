namespace Bulwark.Tracking.Metrics;

/// <summary>Sums of the errors of tracks that belong to targets. Mutable.</summary>
internal sealed class ErrorSums
{
    private double _distance;
    private double _speed;
    private double _horizontal2;
    private double _vertical2;
    private int _distances;
    private int _speeds;
    private SquareMean _straightPosition;
    private SquareMean _turningPosition;
    private SquareMean _straightVelocity;
    private SquareMean _turningVelocity;

    /// <summary>Horizontal errors of the matched tracks, metres.</summary>
    public List<double> Horizontal { get; } = [];

    public int StickySwitches { get; set; }

    public double MeanDistanceM => _distances == 0 ? 0 : _distance / _distances;

    public double MeanVelocityErrorMPerS => _speeds == 0 ? double.NaN : _speed / _speeds;

    public double RmsM => Math.Sqrt((_horizontal2 + _vertical2) / Math.Max(1, Horizontal.Count));

    public double HorizontalRmsM => Math.Sqrt(_horizontal2 / Math.Max(1, Horizontal.Count));

    public double VerticalRmsM => Math.Sqrt(_vertical2 / Math.Max(1, Horizontal.Count));

    public void Add(in ScoredState truth, in ScoredState track, bool isRedundant)
    {
        var apart = track.PositionM - truth.PositionM;
        _distance += apart.Length;
        _distances++;
        if (truth.HasVelocity && track.HasVelocity)
        {
            _speed += (track.VelocityMPerS - truth.VelocityMPerS).Length;
            _speeds++;
        }

        if (isRedundant) return;
        var squared = (apart.East * apart.East) + (apart.North * apart.North);
        _horizontal2 += squared;
        _vertical2 += apart.Up * apart.Up;
        Horizontal.Add(Math.Sqrt(squared));
    }

    public void AddSurveillance(in ScoredState truth, in ScoredState track, bool turns)
    {
        var apart = track.PositionM - truth.PositionM;
        (turns ? ref _turningPosition : ref _straightPosition).Add((apart.East * apart.East) + (apart.North * apart.North));
        var speed = track.VelocityMPerS - truth.VelocityMPerS;
        var squared = (speed.East * speed.East) + (speed.North * speed.North);
        if (double.IsFinite(squared)) (turns ? ref _turningVelocity : ref _straightVelocity).Add(squared);
    }

    /// <summary>The surveillance figures, from these sums and the given others.</summary>
    public SurveillanceScore Surveillance(double updateProbability, double longestGapS, double falseTrackRateHz) => new(
        _straightPosition.Root,
        _turningPosition.Root,
        _straightVelocity.Root,
        _turningVelocity.Root,
        (double)_turningPosition.Count / (_turningPosition.Count + _straightPosition.Count),
        updateProbability,
        longestGapS,
        falseTrackRateHz);

    private struct SquareMean
    {
        private double _sum;

        public int Count { get; private set; }

        public readonly double Root => Math.Sqrt(_sum / Count);

        public void Add(double squared)
        {
            _sum += squared;
            Count++;
        }
    }
}
