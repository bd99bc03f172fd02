namespace Bulwark.Tracking.Tracks;

/// <summary>Work in numbered jobs that may be done in any order and at the same time.</summary>
internal interface ICrewWork
{
    /// <summary>Does one job.</summary>
    /// <param name="worker">Number of the thread, 0 for the caller's: no two do jobs under one number at the same time.</param>
    /// <param name="job">Number of the job.</param>
    void Do(int worker, int job);
}
