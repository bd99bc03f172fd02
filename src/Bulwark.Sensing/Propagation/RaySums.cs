namespace Bulwark.Sensing.Propagation;

/// <summary>What is added up along a ray.</summary>
internal struct RaySums
{
    public double LengthM;
    public double PropagatedRangeM;
    public double CentralAngleRad;
    public double Attenuation;
}
