namespace SfMarketo.MarketoSim.Folders;

/// <summary>What all assets have.</summary>
public interface IMarketoAsset
{
    int Id { get; }

    string Name { get; }

    string Description { get; }

    string Workspace { get; }

    /// <summary>The folder or program that it lives in.</summary>
    AssetPlace Place { get; }

    /// <summary>Microseconds since 1970 UTC; 0 in the options, where it stands for the instance's beginning.</summary>
    long CreatedAt { get; }

    /// <summary>Microseconds since 1970 UTC; 0 in the options.</summary>
    long UpdatedAt { get; }
}
