using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Store;

/// <summary>The answer to a question in SQL: columns, and rows that are read once, one by one. Not thread-safe.</summary>
public sealed class StudyTable : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteDataReader _reader;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _cancellation;

    private StudyTable(SqliteCommand command, SqliteDataReader reader, CancellationTokenRegistration stop, CancellationToken cancellation)
    {
        _command = command;
        _reader = reader;
        _stop = stop;
        _cancellation = cancellation;
        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the next row: a long, a double, a text or null in each column; null after the last row.</summary>
    /// <exception cref="ResultsException">The question turns out wrong.</exception>
    public object?[]? Next()
    {
        try
        {
            if (!_reader.Read()) return null;
        }
        catch (SqliteException problem)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw Wrong(problem);
        }

        var row = new object?[Columns.Count];
        for (var index = 0; index < row.Length; index++)
        {
            row[index] = _reader.GetValue(index) switch
            {
                DBNull => null,
                byte[] bytes => Convert.ToHexStringLower(bytes),
                var value => value,
            };
        }

        return row;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Dispose();
        _reader.Dispose();
        _command.Dispose();
    }

    internal static StudyTable Of(SqliteConnection database, string sql, CancellationToken cancellation)
    {
        StudySchema.Execute(database, "PRAGMA query_only = ON");
        var command = database.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 60;
        var handle = database.Handle;
        var stop = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(handle));
        try
        {
            return new StudyTable(command, command.ExecuteReader(), stop, cancellation);
        }
        catch (SqliteException problem)
        {
            stop.Dispose();
            command.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw Wrong(problem);
        }
        catch (InvalidOperationException problem)
        {
            stop.Dispose();
            command.Dispose();
            throw new ResultsException($"The question cannot be answered: {problem.Message.TrimEnd('.')}. Write one SELECT.", problem);
        }
    }

    private static ResultsException Wrong(SqliteException problem) => new(
        $"The question cannot be answered: {problem.Message.TrimEnd('.')}. The tables are meta, factor, measure, source, cell, result, and the view answer; names with '/' or '-' stand in double quotes.", problem);
}
