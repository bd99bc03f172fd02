using System.Text.Json;
using Bulwark.Core.Earth;

namespace Bulwark.Formats.GeoJson;

/// <summary>
/// Writes a FeatureCollection of GeoJSON (RFC 7946): positions are longitude, latitude in degrees and height in metres above the
/// WGS-84 ellipsoid. Features go out as they come, so memory does not grow. Lines that cross the 180th meridian are not split.
/// Mutable; closing it completes the document but leaves the stream open.
/// </summary>
public sealed class GeoJsonWriter : IDisposable
{
    /// <summary>Seven decimals of a degree are a centimetre.</summary>
    private const int AngleDecimals = 7;

    private const int HeightDecimals = 2;

    private const int FlushedFromOctets = 1 << 16;

    private readonly Utf8JsonWriter _json;

    /// <summary>Starts a document.</summary>
    /// <param name="stream">Where it goes.</param>
    public GeoJsonWriter(Stream stream)
    {
        _json = new Utf8JsonWriter(stream);
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteStartArray("features");
    }

    /// <summary>Writes a line, or a point when there is one position only.</summary>
    /// <param name="positions">At least one position.</param>
    /// <param name="properties">Properties of the feature: text, whole numbers, numbers (not finite: null), booleans or null.</param>
    /// <exception cref="ArgumentException">There is no position, a position is not finite, or a property has another type.</exception>
    public void Write(ReadOnlySpan<GeodeticPoint> positions, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        if (positions.IsEmpty) throw new ArgumentException("A feature needs a position.", nameof(positions));
        foreach (var position in positions)
        {
            if (!double.IsFinite(position.LatitudeRad + position.LongitudeRad + position.HeightM))
            {
                throw new ArgumentException($"The position {position} is not finite.", nameof(positions));
            }
        }

        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteStartObject("geometry");
        _json.WriteString("type", positions.Length == 1 ? "Point" : "LineString");
        _json.WritePropertyName("coordinates");
        if (positions.Length > 1) _json.WriteStartArray();
        foreach (var position in positions) Position(position);
        if (positions.Length > 1) _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        foreach (var (name, value) in properties)
        {
            _json.WritePropertyName(name);
            Value(value);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushedFromOctets) _json.Flush();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_json.CurrentDepth > 0)
        {
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.Dispose();
    }

    private void Position(GeodeticPoint position)
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(Math.Round(position.LongitudeDeg, AngleDecimals));
        _json.WriteNumberValue(Math.Round(position.LatitudeDeg, AngleDecimals));
        _json.WriteNumberValue(Math.Round(position.HeightM, HeightDecimals));
        _json.WriteEndArray();
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null: _json.WriteNullValue(); break;
            case string text: _json.WriteStringValue(text); break;
            case bool flag: _json.WriteBooleanValue(flag); break;
            case int number: _json.WriteNumberValue(number); break;
            case long number: _json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): _json.WriteNumberValue(number); break;
            case double: _json.WriteNullValue(); break;
            default: throw new ArgumentException($"A property cannot be a {value.GetType().Name}.", nameof(value));
        }
    }
}
