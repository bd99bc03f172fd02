namespace Bulwark.Studies.Verification;

/// <summary>One field of a line and the column, in characters from 1, at which it begins.</summary>
internal readonly record struct CsvField(string Text, int Column);
