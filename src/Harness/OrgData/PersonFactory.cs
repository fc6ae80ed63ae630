using System.Globalization;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.OrgData;

/// <summary>Makes people whose e-mail nobody else has.</summary>
/// <remarks>E-mails end in the reserved domain .example, telephone numbers have the fictitious exchange 555: neither can reach anybody.</remarks>
public sealed class PersonFactory(NamePool names, int firstNumber)
{
    private int number = firstNumber;

    public NamePool Names { get; } = names;

    public PersonDraft Next(Draws draws)
    {
        var (first, last, company) = (draws.Pick(Names.FirstNames), draws.Pick(Names.LastNames), draws.Pick(Names.Companies));
        return new PersonDraft(first, last, Email(first, last, company), Phone(draws), draws.Pick(Names.Titles), company);
    }

    public string Email(string firstName, string lastName, string company) =>
        string.Create(CultureInfo.InvariantCulture, $"{Letters(firstName)}.{Letters(lastName)}.{number++}@{Letters(company)}.example");

    public static string Phone(Draws draws) =>
        string.Create(CultureInfo.InvariantCulture, $"+1 {draws.Next(201, 990)} 555 {draws.Next(10_000):0000}");

    private static string Letters(string text)
    {
        Span<char> letters = stackalloc char[20];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiLetter(letter) && count < letters.Length)
            {
                letters[count++] = char.ToLowerInvariant(letter);
            }
        }

        return count == 0 ? "x" : new string(letters[..count]);
    }
}
