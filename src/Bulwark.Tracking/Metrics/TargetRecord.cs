namespace Bulwark.Tracking.Metrics;

/// <summary>What the scorer remembers of one target. Mutable.</summary>
internal sealed class TargetRecord
{
    /// <summary>Stands for "no track".</summary>
    public const int None = int.MinValue;

    private int _run;
    private double _lastUpdatedS;
    private bool _isUpdatedNow;
    private double _headingRad = double.NaN;
    private double _headingTimeS;

    public TargetRecord(double firstS) => FirstS = firstS;

    public double FirstS { get; }

    public double FirstMatchS { get; private set; } = double.NaN;

    public bool WasMatched => !double.IsNaN(FirstMatchS);

    public int Life { get; private set; }

    public int Longest { get; private set; }

    public int Tracked { get; private set; }

    public int Switches { get; private set; }

    public int Breaks { get; private set; }

    public int UpdateChances { get; private set; }

    public int Updates { get; private set; }

    public double LongestGapS { get; private set; }

    /// <summary>The track last matched to it.</summary>
    public int LastTrack { get; private set; } = None;

    /// <summary>The track it holds by the sticky rule at the latest time.</summary>
    public int HeldTrack { get; set; } = None;

    /// <summary>The latest time at which <see cref="HeldTrack"/> was held.</summary>
    public int HeldAt { get; set; } = -1;

    /// <summary>The track it held last by the sticky rule, however long ago.</summary>
    public int LastHeldTrack { get; set; } = None;

    /// <summary>Takes in a time at which the target is there.</summary>
    /// <param name="timeS">The time.</param>
    /// <param name="track">The track matched to it; <see cref="None"/> for none.</param>
    /// <param name="isUpdated">Whether the track took a plot since the time before.</param>
    public void Add(double timeS, int track, bool isUpdated)
    {
        Life++;
        if (track == None)
        {
            if (_run > 0) Breaks++;
            _run = 0;
        }
        else
        {
            if (!WasMatched)
            {
                FirstMatchS = timeS;
                _lastUpdatedS = timeS;
            }

            Tracked++;
            if (LastTrack != None && LastTrack != track)
            {
                Switches++;
                _run = 0;
            }

            LastTrack = track;
            Longest = Math.Max(Longest, ++_run);
        }

        if (!WasMatched) return;
        UpdateChances++;
        _isUpdatedNow = track != None && isUpdated;
        if (_isUpdatedNow) Updates++;
        LongestGapS = Math.Max(LongestGapS, timeS - _lastUpdatedS);
        if (_isUpdatedNow) _lastUpdatedS = timeS;
    }

    /// <summary>Whether the target turns, judged by its heading at the time before; false at its first time.</summary>
    public bool Turns(double timeS, in ScoredState truth)
    {
        var heading = Math.Atan2(truth.VelocityMPerS.East, truth.VelocityMPerS.North);
        var turned = Math.Abs(Math.IEEERemainder(heading - _headingRad, Math.Tau)) / (timeS - _headingTimeS);
        (_headingRad, _headingTimeS) = (heading, timeS);
        return turned >= SurveillanceScore.TurnRateRadPerS;
    }
}
