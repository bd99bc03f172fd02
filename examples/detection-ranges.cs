#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// How far do textbook radars of four bands see the classes of the catalogue, and how sure is that? Nose-on, one look, probability 0.5;
// low, typical and high cross-section of the class. The radar horizon at the class's usual height caps what the signal would allow.
using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Signatures;
using Bulwark.Simulation.Catalogue;

string[] sets = ["vhf-surveillance", "l-surveillance", "s-surveillance", "x-surveillance"];
string[] classes = ["f-35", "fighter", "bomber", "cruise-missile", "one-way-drone"];
var catalogue = CatalogueStore.LoadEmbedded();

Console.WriteLine("kilometres: typical (low to high); * the horizon decides, not the signal; + the display ends there");
Console.WriteLine($"{"",-16}" + string.Concat(sets.Select(set => $"{RadarBands.Of(Radar(set).FrequencyHz) + " band",-22}")));
foreach (var name in classes)
{
    var entry = catalogue.Find(name)!;
    var (signature, heightM) = (ParameterBuilder.Signature(entry.Figures), ParameterBuilder.Aircraft(entry).HeightM);
    Console.WriteLine($"{name,-16}" + string.Concat(sets.Select(set => $"{Cell(Radar(set), signature, heightM),-22}")).TrimEnd());
}

RadarParameters Radar(string set) => ParameterBuilder.Radar(catalogue.Find(set)!);

static string Cell(RadarParameters radar, SignatureModel signature, double heightM)
{
    var model = new RadarModel(radar);
    var horizonM = EffectiveEarth.Standard.HorizonDistanceM(radar.AntennaHeightM, heightM);
    var band = RadarBands.Of(radar.FrequencyHz);
    string Range(double share)
    {
        var signalM = model.DetectionRangeM(signature.RcsM2(band, aspectRad: 0, share), 0.5);
        var rangeM = Math.Min(signalM, Math.Min(horizonM, radar.InstrumentedRangeM));
        var mark = rangeM == signalM ? "" : rangeM == horizonM ? "*" : "+";
        return $"{rangeM / 1000:0}{mark}";
    }

    return $"{Range(0.5)} ({Range(0)} to {Range(1)})";
}
