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
        EndFeature(properties);
    }

    /// <summary>Writes polygons as one feature, without heights. Outer rings run counter-clockwise and holes clockwise, as the standard asks.</summary>
    /// <param name="polygons">Polygons of rings: the outer one, then holes; the last point of a ring joins the first and is written again.</param>
    /// <param name="properties">Properties of the feature, as for <see cref="Write"/>.</param>
    /// <exception cref="ArgumentException">A ring has fewer than three points, a position is not finite, or a property has another type.</exception>
    public void WritePolygons(IReadOnlyList<IReadOnlyList<IReadOnlyList<GeodeticPoint>>> polygons, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        ArgumentNullException.ThrowIfNull(polygons);
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteStartObject("geometry");
        _json.WriteString("type", "MultiPolygon");
        _json.WriteStartArray("coordinates");
        foreach (var polygon in polygons)
        {
            _json.WriteStartArray();
            foreach (var ring in polygon) Ring(ring);
            _json.WriteEndArray();
            if (_json.BytesPending > FlushedFromOctets) _json.Flush();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        EndFeature(properties);
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

    private void Ring(IReadOnlyList<GeodeticPoint> points)
    {
        if (points.Count < 3) throw new ArgumentException("A ring needs three points.", nameof(points));
        _json.WriteStartArray();
        for (var index = 0; index <= points.Count; index++)
        {
            var point = points[index % points.Count];
            if (!double.IsFinite(point.LatitudeRad + point.LongitudeRad)) throw new ArgumentException($"The position {point} is not finite.", nameof(points));
            _json.WriteStartArray();
            _json.WriteNumberValue(Math.Round(point.LongitudeDeg, AngleDecimals));
            _json.WriteNumberValue(Math.Round(point.LatitudeDeg, AngleDecimals));
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void EndFeature(IEnumerable<KeyValuePair<string, object?>> properties)
    {
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
