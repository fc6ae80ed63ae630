namespace SfMarketo.Bench.Serving;

/// <summary>Which records the requests of a case are about.</summary>
internal static class Draw
{
    /// <summary>Different numbers below <paramref name="below"/>.</summary>
    public static int[] Distinct(Random random, int below, int count)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < count)
        {
            chosen.Add(random.Next(below));
        }

        return [.. chosen];
    }

    public static RawRequest[] Requests(int count, Func<int, RawRequest> make) => [.. Enumerable.Range(0, count).Select(make)];

    /// <summary>A text that no neighbour by number is next to in any order.</summary>
    public static string Scattered(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(uint)number * 2654435761u:x8}");
}
