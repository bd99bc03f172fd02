using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Store;

/// <summary>Turns what SQLite says into what a person can do.</summary>
internal static class StudyProblem
{
    private const int DiskFull = 13;
    public const int CannotOpen = 14;
    private const int ReadOnly = 8;
    private const int NoDatabase = 26;
    private const int Malformed = 11;
    private const int InputOutput = 10;

    public static ResultsException Of(string path, SqliteException problem)
    {
        var advice = problem.SqliteErrorCode switch
        {
            DiskFull => "The disk is full: free some space and give 'study resume', or the same command again for a programme; what was stored before is kept.",
            InputOutput => "The disk may be full or gone: make room and give 'study resume', or the same command again for a programme; what was stored before is kept.",
            CannotOpen => "Check that its folder exists and may be written to; a study that was killed has to be opened once where it may be.",
            ReadOnly => "The file or its folder may not be written to: choose another with --out.",
            NoDatabase or Malformed => "It is no results file of ours, or was damaged from outside: move it away.",
            _ => "What was stored before is kept.",
        };
        return new ResultsException($"The results file '{path}' cannot be used: {problem.Message.TrimEnd('.')}. {advice}", problem);
    }

    /// <summary>Does something with a file and explains failures of the disk.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException problem)
        {
            throw Of(path, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"The results file '{path}' cannot be used: {problem.Message.TrimEnd('.')}. Check that its folder exists, may be written to and has room.", problem);
        }
    }
}
