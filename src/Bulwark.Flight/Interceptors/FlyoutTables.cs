namespace Bulwark.Flight.Interceptors;

/// <summary>Keeps the last fly-out tables, one for each set of parameters, so that replications do not fly them again. Safe from any thread.</summary>
public static class FlyoutTables
{
    private const int Kept = 32;

    private static readonly Lock Gate = new();
    private static readonly List<FlyoutTable> Tables = [];

    /// <summary>The table of a round: kept from before, or built now.</summary>
    /// <param name="parameters">The round; equal parameters share a table.</param>
    /// <param name="threads">Threads to build it with, at least 1.</param>
    public static FlyoutTable For(InterceptorParameters parameters, int threads)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        lock (Gate)
        {
            // Built inside the lock: whoever asks for the same table meanwhile waits for it instead of building it again.
            var index = Tables.FindIndex(table => table.Parameters == parameters);
            var found = index >= 0 ? Tables[index] : FlyoutTable.Build(parameters, threads);
            if (index >= 0) Tables.RemoveAt(index);
            Tables.Add(found);
            if (Tables.Count > Kept) Tables.RemoveAt(0);
            return found;
        }
    }
}
