using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bulwark.Studies.Results;

/// <summary>A new SQLite database that is written once, in one transaction, by one process, and never by two.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <summary>Creates the file and begins its transaction.</summary>
    /// <exception cref="SqliteException">The file cannot be made.</exception>
    public SqliteFile(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        _connection = new SqliteConnection(settings.ConnectionString);
        _connection.Open();

        // The file is new and thrown away on any failure, so neither a journal nor waiting for the disk is needed.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("BEGIN");
    }

    public sqlite3 Handle => _connection.Handle ?? throw new ObjectDisposedException(nameof(SqliteFile));

    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql), sql);

    /// <summary>Ends the transaction: the file is complete.</summary>
    public void Complete() => Execute("COMMIT");

    public void Check(int code, string doing)
    {
        if (code != raw.SQLITE_OK) Throw(Handle, code, doing);
    }

    public static void Throw(sqlite3 handle, int code, string doing) =>
        throw new SqliteException($"SQLite: {raw.sqlite3_errmsg(handle).utf8_to_string()} ({doing})", code);

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();
}
