using System.Text;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;
using Bulwark.Studies.Verification.Pages;

namespace Bulwark.Studies.Verification;

/// <summary>Writes the outcome of a verification as a page with pictures in a folder beside it.</summary>
public static class VerificationReport
{
    /// <summary>Refuses a path at which <see cref="Write"/> would not write.</summary>
    /// <param name="path">The page.</param>
    /// <exception cref="ResultsException">It is a folder or a file of somebody else, or the folder it should be in is not there.</exception>
    public static void RequireUsable(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new ResultsException("The name of the report is empty; expected the name of a file to write.");
        if (Directory.Exists(path)) throw new ResultsException($"'{path}' is a folder; expected the name of a file to write, such as {Path.Combine(path, "verification.md")}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new ResultsException($"'{path}' cannot be written: the folder {folder} does not exist. Make it first, or choose another.");
        if (File.Exists(path) && !IsOurs(path)) throw new ResultsException($"'{path}' exists and is not a report of ours, so it is left alone. Choose another name, or move it away.");
    }

    /// <summary>Writes the page and, in a folder of its name, the pictures; each file appears only when it is whole.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="options">What was verified against what.</param>
    /// <param name="path">The page.</param>
    /// <exception cref="ResultsException">It cannot be written.</exception>
    public static void Write(VerificationResult result, VerificationOptions options, string path)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        RequireUsable(path);
        var pictures = result.Entries.Where(static entry => entry.Quantities.Count > 0).GroupBy(static entry => entry.Area)
            .Select(static area => (Area: area.Key, Picture: ErrorChart.Draw(area.Key, [.. area]))).ToList();
        var tables = options.ReferenceFolder is { } folder ? ReferenceSet.Of(folder) : ReferenceSet.Embedded;
        if (result.Entries.Any(static entry => entry.Area == "Detection") && DetectionPicture.Draw(tables) is { } probabilities) pictures.Add(("Detection", probabilities));
        var beside = Path.GetFileNameWithoutExtension(path);
        var page = VerificationPage.Write(result, pictures.ToLookup(static picture => picture.Area, static picture => picture.Picture), beside);
        try
        {
            var place = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, beside);
            Directory.CreateDirectory(place);
            foreach (var (_, picture) in pictures) Put(Path.Combine(place, picture.FileName), picture.Svg);
            Put(Path.GetFullPath(path), page);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"'{path}' could not be written: {problem.Message.TrimEnd('.')}. Check that the folder may be written to, or choose another one.", problem);
        }
    }

    private static void Put(string path, string text)
    {
        var partial = path + ".partial";
        try
        {
            File.WriteAllText(partial, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool IsOurs(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() == VerificationPage.Mark;
    }
}
