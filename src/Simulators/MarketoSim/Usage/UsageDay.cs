using NodaTime;

namespace SfMarketo.MarketoSim.Usage;

/// <summary>Calls and errors of one day in the quota's zone.</summary>
internal sealed class UsageDay(LocalDate date)
{
    public LocalDate Date { get; } = date;

    public int Total { get; set; }

    /// <summary>By user, in the order of their first call.</summary>
    public List<(string User, int Count)> Users { get; } = [];

    public SortedDictionary<string, int> Errors { get; } = new(StringComparer.Ordinal);

    public int ErrorTotal { get; set; }
}
