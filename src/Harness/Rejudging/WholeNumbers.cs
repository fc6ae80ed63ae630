using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Rejudging;

/// <summary>Numbers in the types in which simulators record them: a whole number is an int where it fits, as ids and counts are.</summary>
internal static class WholeNumbers
{
    public static object? Read(JsonElement number) => number.TryGetInt64(out var whole) ? Fit(whole) : number.TryGetDecimal(out var exact) ? exact : number.GetDouble();

    /// <summary>The commit with such numbers.</summary>
    public static CommitEntry Fit(in CommitEntry entry)
    {
        foreach (var field in entry.Fields)
        {
            if (field.Old is long || field.New is long)
            {
                return entry with { Fields = [.. entry.Fields.Select(field => new FieldChange(field.Name, Fit(field.Old), Fit(field.New)))] };
            }
        }

        return entry;
    }

    private static object? Fit(object? value) => value is long whole and >= int.MinValue and <= int.MaxValue ? (int)whole : value;
}
