namespace Bulwark.Studies.Files;

/// <summary>How a study chooses the settings that it runs.</summary>
public enum StudyDesign
{
    /// <summary>Every combination of the levels of all factors.</summary>
    Factorial,

    /// <summary>A Latin hypercube of a given number of points.</summary>
    LatinHypercube,

    /// <summary>A scrambled Sobol' sequence of a given number of points.</summary>
    Sobol,

    /// <summary>The first level of every factor, and every other level by itself.</summary>
    OneAtATime,

    /// <summary>Trajectories of elementary effects, to screen many factors.</summary>
    Morris,

    /// <summary>The two samples and their mixtures from which Sobol' indices follow.</summary>
    SobolIndices,
}
