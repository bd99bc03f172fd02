using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>Collects the problems of one or several files while they are read.</summary>
public sealed class ProblemList
{
    /// <summary>Problems kept; a file with more is broken as a whole, and the rest is only counted.</summary>
    public const int Largest = 200;

    private readonly List<Problem> _problems = [];
    private readonly List<string> _files = [];
    private readonly HashSet<(string File, int Line, int Column, string Message)> _known = [];
    private int _errors;
    private int _left;

    /// <summary>Number of errors so far, including those beyond the number kept.</summary>
    public int ErrorCount => _errors;

    /// <summary>Whether any error was found.</summary>
    public bool HasErrors => _errors > 0;

    /// <summary>Adds an error.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="expected">What may stand there instead.</param>
    /// <param name="hint">What to do about it.</param>
    public void Error(DocumentPlace place, string message, string expected = "", string hint = "") =>
        Add(new Problem(place.File, place.Line, place.Column, Severity.Error, message, expected, hint));

    /// <summary>Adds an error found in a text.</summary>
    /// <param name="place">Where.</param>
    /// <param name="problem">What is wrong with the text.</param>
    public void Error(DocumentPlace place, TextProblem problem) => Error(place, problem.Message, problem.Expected, problem.Hint);

    /// <summary>Adds a warning.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is doubtful.</param>
    /// <param name="expected">What may stand there instead.</param>
    /// <param name="hint">What to do about it.</param>
    public void Warning(DocumentPlace place, string message, string expected = "", string hint = "") =>
        Add(new Problem(place.File, place.Line, place.Column, Severity.Warning, message, expected, hint));

    /// <summary>Adds a problem. The same one again is passed over: what several items take from one template is wrong once.</summary>
    /// <param name="problem">The problem.</param>
    public void Add(Problem problem)
    {
        var what = (problem.File, problem.Line, problem.Column, problem.Message);
        if (_known.Contains(what)) return;
        if (_known.Count < Largest) _known.Add(what);
        if (problem.Severity == Severity.Error) _errors++;
        if (!_files.Contains(problem.File, StringComparer.Ordinal)) _files.Add(problem.File);
        if (_problems.Count < Largest) _problems.Add(problem);
        else _left++;
    }

    /// <summary>The problems by file (in the order in which files were met), line and column; equal places stay in the order of discovery.</summary>
    public IReadOnlyList<Problem> Sorted()
    {
        var order = _files.Select((file, index) => (file, index)).ToDictionary(pair => pair.file, pair => pair.index, StringComparer.Ordinal);
        List<Problem> sorted = [.. _problems.OrderBy(problem => order[problem.File]).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        if (_left > 0) sorted.Add(new Problem(sorted[^1].File, 0, 0, Severity.Error, $"{_left} further problems are not listed"));
        return sorted;
    }

    /// <summary>Ends reading.</summary>
    /// <exception cref="DocumentException">There was at least one error.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors) throw new DocumentException(Sorted());
    }
}
