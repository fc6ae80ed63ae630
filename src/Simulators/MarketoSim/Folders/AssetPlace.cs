namespace SfMarketo.MarketoSim.Folders;

/// <summary>Where an asset lives: a folder, or a program, which is a folder too.</summary>
/// <param name="Id">Id of the folder or program.</param>
/// <param name="IsProgram">Whether it is a program.</param>
public readonly record struct AssetPlace(int Id, bool IsProgram)
{
    /// <summary>The word on the wire.</summary>
    public string Type => IsProgram ? "Program" : "Folder";
}
