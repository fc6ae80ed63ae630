namespace SfMarketo.Kernel.Storage;

/// <summary>Keeps one instance of each text that repeats over many rows. One thread at a time.</summary>
public sealed class StringPool
{
    /// <summary>A field that turns out to hold unique values must not fill the memory twice.</summary>
    private const int Capacity = 100_000;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    public string Get(ReadOnlySpan<char> text)
    {
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var pooled))
        {
            return pooled;
        }

        pooled = text.ToString();
        if (texts.Count < Capacity)
        {
            texts.Add(pooled);
        }

        return pooled;
    }

    /// <summary>The same for a text that is there already.</summary>
    public string Share(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (texts.TryGetValue(text, out var pooled))
        {
            return pooled;
        }

        if (texts.Count < Capacity)
        {
            texts.Add(text);
        }

        return text;
    }
}
