using System.Globalization;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim;

/// <summary>An activity as judges see it.</summary>
public sealed class ActivityView
{
    private readonly ActivityEntry entry;
    private readonly ActivityType type;

    internal ActivityView(int position, in ActivityEntry entry, ActivityType type)
    {
        Id = ActivityLog.IdOf(position);
        (this.entry, this.type) = (entry, type);
    }

    public long Id { get; }

    /// <summary>The key by which clients tell repeats.</summary>
    public string MarketoGuid => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Microseconds since 1970 UTC; the wire shows whole seconds.</summary>
    public long At => entry.At;

    /// <summary>The person it was written for; after a merge the wire shows the winner.</summary>
    public int PersonId => entry.PersonId;

    public int TypeId => entry.Type;

    public string TypeName => type.Name;

    public int PrimaryAttributeValueId => entry.PrimaryId;

    public string? PrimaryAttributeValue => entry.Primary;

    /// <summary>An attribute's value by name: null, string, int or bool.</summary>
    public object? Attribute(string name)
    {
        var place = Array.IndexOf(type.Attributes, name);
        return place < 0 || place >= entry.Attributes.Length ? null : entry.Attributes[place];
    }
}
