using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>
/// Lays the clocks of radars on that of the receiver. A radar that is right is left as it is. One that is constantly off, as in a recording that
/// is sent again later, is shifted, all such radars by the same amount; a single plot that disagrees with its radar's clock is refused.
/// Mutable.
/// </summary>
internal sealed class StreamClock
{
    /// <summary>A plot may seem to come this much before it was measured, seconds: clocks agree no better.</summary>
    public const double AheadS = 1;

    /// <summary>Plots come at most this much after they were measured, seconds.</summary>
    public const double BehindS = 10;

    /// <summary>Plots in a row that must agree on another time before the clock is taken to have jumped.</summary>
    public const int PlotsOfJump = 32;

    private const double AgreementS = 2;

    private readonly List<double> _shifts = [0];
    private readonly Dictionary<SensorKey, Clock> _clocks = [];

    /// <summary>Times a radar's clock jumped, the first finding of a shift not counted.</summary>
    public long Jumps { get; private set; }

    /// <summary>The shifts in use, seconds; the first is none.</summary>
    public IReadOnlyList<double> ShiftsS => _shifts;

    /// <summary>Judges a plot.</summary>
    /// <param name="radar">Its radar.</param>
    /// <param name="timeS">Its time by the radar.</param>
    /// <param name="receivedS">When it came.</param>
    /// <param name="placedS">Receives its time on the receiver's clock.</param>
    public ClockVerdict Judge(SensorKey radar, double timeS, double receivedS, out double placedS)
    {
        var delayS = receivedS - timeS;
        if (!_clocks.TryGetValue(radar, out var clock)) _clocks.Add(radar, clock = new Clock { ShiftS = ShiftOf(delayS) });
        placedS = timeS + clock.ShiftS;
        if (IsNear(delayS - clock.ShiftS))
        {
            clock.Strangers = 0;
            clock.Good++;
            return ClockVerdict.Good;
        }

        if (clock.Strangers == 0 || Math.Abs(delayS - clock.StrangeDelayS) > AgreementS) (clock.Strangers, clock.StrangeDelayS) = (0, delayS);
        clock.Strangers++;

        // A radar's first plot may be a bad one: until a second one agrees with it, it counts for little.
        var isSettled = clock.Good > 1;
        if (clock.Strangers >= (isSettled ? PlotsOfJump : 3))
        {
            if (isSettled) Jumps++;
            clock.ShiftS = ShiftOf(delayS);
            (clock.Strangers, clock.Good) = (0, 2);
            placedS = timeS + clock.ShiftS;
            return ClockVerdict.Good;
        }

        return delayS < clock.ShiftS ? ClockVerdict.Ahead : ClockVerdict.Behind;
    }

    private static bool IsNear(double delayS) => delayS is >= -AheadS and <= BehindS;

    // A radar with a shift of its own would not fit to the others: one that is in use already is taken where it can be.
    private double ShiftOf(double delayS)
    {
        foreach (var shiftS in _shifts)
        {
            if (IsNear(delayS - shiftS)) return shiftS;
        }

        if (_shifts.Count < 256) _shifts.Add(delayS);
        return delayS;
    }

    private sealed class Clock
    {
        public double ShiftS { get; set; }

        public int Good { get; set; }

        public int Strangers { get; set; }

        public double StrangeDelayS { get; set; }
    }
}
