using System.Globalization;
using System.Xml;
using Bulwark.Core.Earth;

namespace Bulwark.Formats.Kml;

/// <summary>
/// Writes KML (OGC 12-007r2, KML 2.3): folders of pictures laid on the ground, polygons and places. Coordinates are longitude and latitude
/// in degrees. Mutable; closing it completes the document but leaves the stream open.
/// </summary>
public sealed class KmlWriter : IDisposable
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    private readonly XmlWriter _xml;
    private bool _complete;

    /// <summary>Starts a document.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it shows.</param>
    public KmlWriter(Stream stream, string name, string description)
    {
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false });
        _xml.WriteStartElement("kml", Namespace);
        _xml.WriteStartElement("Document");
        Text("name", name);
        Text("description", description);
    }

    /// <summary>Begins a folder; folders may lie in folders.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="visible">Whether its content is shown at first.</param>
    public void BeginFolder(string name, bool visible = true)
    {
        _xml.WriteStartElement("Folder");
        Text("name", name);
        Text("visibility", visible ? "1" : "0");
    }

    /// <summary>Ends the folder begun last.</summary>
    public void EndFolder() => _xml.WriteEndElement();

    /// <summary>Lays a picture on the ground; its rows and columns are even steps of latitude and longitude.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">The picture's file, relative to the document.</param>
    /// <param name="southDeg">Southern edge, degrees.</param>
    /// <param name="westDeg">Western edge, degrees, -180 to 180.</param>
    /// <param name="northDeg">Northern edge, degrees.</param>
    /// <param name="eastDeg">Eastern edge, degrees, -180 to 180, east of the western one.</param>
    /// <param name="visible">Whether it is shown at first.</param>
    public void Overlay(string name, string file, double southDeg, double westDeg, double northDeg, double eastDeg, bool visible = true)
    {
        _xml.WriteStartElement("GroundOverlay");
        Text("name", name);
        Text("visibility", visible ? "1" : "0");
        _xml.WriteStartElement("Icon");
        Text("href", file);
        _xml.WriteEndElement();
        _xml.WriteStartElement("LatLonBox");
        Text("north", Degrees(northDeg));
        Text("south", Degrees(southDeg));
        Text("east", Degrees(eastDeg));
        Text("west", Degrees(westDeg));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>Writes polygons as one thing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="polygons">Polygons of rings: the outer one, then holes; the last point of a ring joins the first.</param>
    /// <param name="colour">Colour as aabbggrr, the order of KML.</param>
    /// <param name="visible">Whether it is shown at first.</param>
    public void Polygons(string name, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeodeticPoint>>> polygons, string colour, bool visible = true)
    {
        _xml.WriteStartElement("Placemark");
        Text("name", name);
        Text("visibility", visible ? "1" : "0");
        _xml.WriteStartElement("Style");
        _xml.WriteStartElement("LineStyle");
        Text("color", "ff" + colour[2..]);
        Text("width", "2");
        _xml.WriteEndElement();
        _xml.WriteStartElement("PolyStyle");
        Text("color", colour);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteStartElement("MultiGeometry");
        foreach (var polygon in polygons)
        {
            _xml.WriteStartElement("Polygon");
            Text("tessellate", "1");
            for (var ring = 0; ring < polygon.Count; ring++) Ring(ring == 0 ? "outerBoundaryIs" : "innerBoundaryIs", polygon[ring]);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>Marks a place.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What is there.</param>
    /// <param name="place">The place; its height is ignored.</param>
    public void Place(string name, string description, GeodeticPoint place)
    {
        _xml.WriteStartElement("Placemark");
        Text("name", name);
        Text("description", description);
        _xml.WriteStartElement("Point");
        Text("coordinates", Coordinates(place));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_complete) _xml.WriteEndDocument();
        _complete = true;
        _xml.Dispose();
    }

    private static string Degrees(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static string Coordinates(GeodeticPoint place) => $"{Degrees(place.LongitudeDeg)},{Degrees(place.LatitudeDeg)}";

    private void Ring(string boundary, IReadOnlyList<GeodeticPoint> points)
    {
        _xml.WriteStartElement(boundary);
        _xml.WriteStartElement("LinearRing");
        _xml.WriteStartElement("coordinates");
        foreach (var point in points)
        {
            _xml.WriteString(Coordinates(point));
            _xml.WriteString(" ");
        }

        _xml.WriteString(Coordinates(points[0]));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Text(string name, string value) => _xml.WriteElementString(name, value);
}
