using Bogus;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.OrgData;

/// <summary>Words to make people and companies from. Bogus is asked once, because it costs more than all the rest of a person.</summary>
public sealed class NamePool
{
    private NamePool(Faker faker)
    {
        FirstNames = Draw(300, () => faker.Name.FirstName());
        LastNames = Draw(500, () => faker.Name.LastName());
        Companies = Draw(300, () => faker.Company.CompanyName());
        Titles = Draw(80, () => faker.Name.JobTitle());
        Moments = Draw(40, () => faker.Company.CatchPhrase());
    }

    public IReadOnlyList<string> FirstNames { get; }

    public IReadOnlyList<string> LastNames { get; }

    public IReadOnlyList<string> Companies { get; }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>Headlines for interesting moments.</summary>
    public IReadOnlyList<string> Moments { get; }

    /// <summary>The same locale and seed give the same words. Never touches Bogus' global seed, which belongs to the whole process.</summary>
    public static NamePool Create(string locale, Draws draws) =>
        new(new Faker(locale) { Random = new Randomizer((int)(draws.Fork("names").NextUInt64() & int.MaxValue)) });

    private static string[] Draw(int count, Func<string> next)
    {
        var words = new string[count];
        for (var place = 0; place < count; place++)
        {
            words[place] = next();
        }

        return words;
    }
}
