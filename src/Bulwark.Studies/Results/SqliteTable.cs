using System.Text;
using SQLitePCL;

namespace Bulwark.Studies.Results;

/// <summary>
/// Appends rows to one table through one prepared statement, close to the database's own speed (binding by position, no boxing).
/// Dispose it before the database.
/// </summary>
internal sealed class SqliteTable : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;
    private int _column;

    /// <summary>Creates a table.</summary>
    /// <param name="database">An open database.</param>
    /// <param name="name">Name of the table: letters, digits, underscores.</param>
    /// <param name="columns">Names and SQL types of the columns.</param>
    public SqliteTable(SqliteFile database, string name, IReadOnlyList<(string Name, string Type)> columns)
    {
        _database = database.Handle;
        var create = new StringBuilder($"CREATE TABLE \"{name}\" (");
        create.AppendJoin(", ", columns.Select(static column => $"\"{column.Name}\" {column.Type}")).Append(')');
        database.Execute(create.ToString());
        var places = string.Join(", ", columns.Select(static _ => "?"));
        database.Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO \"{name}\" VALUES ({places})", out _insert), "prepare");
    }

    /// <summary>The next value of the row.</summary>
    public void Add(long value) => raw.sqlite3_bind_int64(_insert, ++_column, value);

    /// <summary>The next value of the row; not-a-number becomes NULL.</summary>
    public void Add(double value)
    {
        _column++;
        if (double.IsNaN(value)) raw.sqlite3_bind_null(_insert, _column);
        else raw.sqlite3_bind_double(_insert, _column, value);
    }

    /// <summary>The next value of the row.</summary>
    public void Add(string value) => raw.sqlite3_bind_text(_insert, ++_column, value);

    /// <summary>The next value of the row, already in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> value) => raw.sqlite3_bind_text(_insert, ++_column, value);

    /// <summary>The next value of the row is unknown.</summary>
    public void AddNull() => raw.sqlite3_bind_null(_insert, ++_column);

    /// <summary>Writes the row.</summary>
    public void EndRow()
    {
        var code = raw.sqlite3_step(_insert);
        if (code != raw.SQLITE_DONE) SqliteFile.Throw(_database, code, "insert");
        raw.sqlite3_reset(_insert);
        _column = 0;
    }

    /// <inheritdoc />
    public void Dispose() => _insert.Dispose();
}
