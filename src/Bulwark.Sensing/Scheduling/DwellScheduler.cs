using Bulwark.Core.Timing;

namespace Bulwark.Sensing.Scheduling;

/// <summary>
/// Shares out the time of a phased array: tracks before plots that may be new targets before search, except that search is never kept
/// below its share. What nobody asks for goes to search. Immutable; the state is the caller's <see cref="ArrayClock"/>.
/// </summary>
/// <remarks>
/// Priority scheduling with a reserved share for the lowest class, earliest due time first inside a class (Sabatini and Tarantino,
/// Multifunction Array Radar, 1994, chapter 4; Butler, Tracking and Control in Multi-Function Radar, 1998, chapter 2). An array that is
/// asked for more than its time looks at each track later than wanted: the number it can hold follows from the budget, it is not set.
/// </remarks>
public sealed class DwellScheduler
{
    private readonly ArrayParameters _parameters;
    private readonly int _beams;
    private readonly SimDuration _search;
    private readonly SimDuration _confirmation;
    private readonly SimDuration _track;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="parameters">How the array spends its time.</param>
    /// <param name="beams">Beams of its search fence, positive.</param>
    /// <exception cref="ArgumentException">A figure is outside its range.</exception>
    public DwellScheduler(ArrayParameters parameters, int beams)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beams);
        if (parameters.FirstProblem() is { } problem) throw new ArgumentException(problem, nameof(parameters));
        _parameters = parameters;
        _beams = beams;
        _search = AtLeastOne(parameters.SearchDwellS);
        _confirmation = AtLeastOne(parameters.ConfirmationDwellS);
        _track = AtLeastOne(parameters.TrackDwellS);
    }

    /// <summary>Time that a look takes.</summary>
    /// <param name="task">What for.</param>
    public SimDuration DurationOf(DwellTask task) => task switch
    {
        DwellTask.Confirmation => _confirmation,
        DwellTask.Track => _track,
        _ => _search,
    };

    /// <summary>Plans the looks that begin in an interval.</summary>
    /// <param name="clock">Where the array stands; moved on.</param>
    /// <param name="from">Start of the interval; looks of the one before may reach into it.</param>
    /// <param name="to">End of the interval.</param>
    /// <param name="reservedShare">Share of the interval that fire control takes, 0 to 1; taken off its beginning.</param>
    /// <param name="requests">What is asked for, sorted; those due later than the interval are left.</param>
    /// <param name="dwells">The looks are appended here in the order of time.</param>
    public void Plan(
        ref ArrayClock clock,
        SimTime from,
        SimTime to,
        double reservedShare,
        ReadOnlySpan<DwellRequest> requests,
        List<Dwell> dwells)
    {
        ArgumentNullException.ThrowIfNull(dwells);
        var time = SimTime.Max(clock.FreeAt, from) + SimDuration.FromSeconds(Math.Clamp(reservedShare, 0, 1) * (to - from).TotalS);
        var (beam, fences, creditS) = (clock.NextBeam, clock.FencesCompleted, clock.SearchCreditS);
        var firstConfirmation = 0;
        while (firstConfirmation < requests.Length && requests[firstConfirmation].Task == DwellTask.Track) firstConfirmation++;
        var (track, confirmation) = (0, firstConfirmation);
        while (time < to)
        {
            var owed = creditS >= _parameters.SearchDwellS;
            Dwell dwell;
            if (!owed && track < firstConfirmation && requests[track].Due <= time)
            {
                dwell = new Dwell(DwellTask.Track, time, _track, requests[track++].Subject);
            }
            else if (!owed && confirmation < requests.Length && requests[confirmation].Due <= time)
            {
                dwell = new Dwell(DwellTask.Confirmation, time, _confirmation, requests[confirmation++].Subject);
            }
            else
            {
                dwell = new Dwell(DwellTask.Search, time, _search, beam);
                beam++;
                if (beam == _beams) (beam, fences) = (0, fences + 1);
                creditS = Math.Max(0, creditS - _parameters.SearchDwellS);
            }

            creditS += _parameters.SearchShare * dwell.Duration.TotalS;
            dwells.Add(dwell);
            time += dwell.Duration;
        }

        clock = new ArrayClock(time, beam, fences, creditS);
    }

    private static SimDuration AtLeastOne(double seconds) => new(Math.Max(1, SimDuration.FromSeconds(seconds).Nanoseconds));
}
