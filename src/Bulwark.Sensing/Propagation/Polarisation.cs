namespace Bulwark.Sensing.Propagation;

/// <summary>Direction of the electric field of a wave.</summary>
public enum Polarisation
{
    /// <summary>Parallel to the ground.</summary>
    Horizontal = 0,

    /// <summary>In the plane of the path that holds the vertical.</summary>
    Vertical = 1,

    /// <summary>Turning; counts as a tilt of 45 degrees.</summary>
    Circular = 2,
}
