using System.Globalization;

namespace SfMarketo.Sync.State;

/// <summary>The record an effect is about, as one text: <c>sf:ID18</c> or <c>mk:ID</c>.</summary>
internal static class Subject
{
    public static string Of(SalesforceId id) => "sf:" + id;

    public static string OfPerson(int id) => string.Create(CultureInfo.InvariantCulture, $"mk:{id}");

    public static bool IsPerson(string subject) => subject.StartsWith("mk:", StringComparison.Ordinal);

    public static SalesforceId SalesforceId(string subject) => Sync.SalesforceId.Parse(subject.AsSpan(3));

    public static int PersonId(string subject) => int.Parse(subject.AsSpan(3), CultureInfo.InvariantCulture);
}
